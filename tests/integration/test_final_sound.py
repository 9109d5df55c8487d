"""The look before print finds nothing in issues that are right: the specimen, and the real one where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.commands.making import Request, examine
from huozi.content.importers.importing import import_manuscript
from huozi.diagnostics import Findings
from huozi.inspection.table import OWN
from huozi.messages import render
from huozi.style.house import find_house
from huozi.style.load import journal_names

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
SHIPPED = ("", "16k-two-columns", "185x260-one-column", "a4-two-columns", "a4-three-columns", "smoke-two-columns")


def told_of(folder: str, layout: str = "") -> list[str]:
    """What the checks of the look before print say of an issue."""
    findings = Findings()
    examined = examine(Request(folder, layout=layout, final=True), findings, lambda _stage: None)
    assert examined.made is not None
    rules = {check.rule for check in OWN}
    return [render(item) for item in findings if item.rule in rules]


@pytest.mark.parametrize("layout", SHIPPED)
def test_nothing_is_found_in_the_specimen(layout: str) -> None:
    assert told_of(str(ROOT / "issue" / "specimen"), layout) == []


@pytest.mark.skipif(not SEEDS, reason="the real issue's text is not beside the checkout (../shared/seed)")
def test_nothing_is_found_in_the_real_issue(tmp_path: Path) -> None:
    folder = tmp_path / "issue" / "real"
    import_manuscript(str(SEEDS[0]), str(folder), layouts=journal_names(find_house(str(ROOT))))
    assert told_of(str(folder)) == []
