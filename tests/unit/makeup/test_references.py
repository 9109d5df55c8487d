"""Pages as text, held against references: whatever moves on a page shows as a difference of lines.

``python -m pytest tests/unit/makeup --renew`` writes them anew; git shows what changed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from squares import ROOT, TESTS

from huozi.commands.making import Made, Request, make
from huozi.diagnostics import Findings
from huozi.output.dump import dump

REFERENCES = TESTS / "references"
SMALL = TESTS / "cases" / "issues" / "small"
OUTER = TESTS / "cases" / "issues" / "outer"
SPECIMEN = ROOT / "issue" / "specimen"


@lru_cache
def made(folder: Path, layout: str = "") -> Made:
    return make(Request(str(folder), layout=layout), Findings(), lambda _stage: None)


@pytest.mark.parametrize(
    ("name", "folder", "layout", "labels"),
    [
        ("small", SMALL, "square", ["封一", "1", "2", "3", "4", "封四"]),
        ("small-columns", SMALL, "square-columns", ["1", "2", "3"]),
        ("outer", OUTER, "square-outer", ["封一", "1", "2", "3", "4", "5", "6", "封四"]),
        ("single", OUTER, "square-single", ["封一", "目1", "目2", "1", "2", "3", "4", "封四"]),
        ("specimen", SPECIMEN, "", ["封一", "1", "2", "3", "封四"]),
    ],
)
def test_pages_are_as_the_reference_shows_them(
    name: str, folder: Path, layout: str, labels: list[str], renewed: bool
) -> None:
    path = REFERENCES / f"{name}.txt"
    found = dump(page for page in made(folder, layout).pages if page.label in labels)
    if renewed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found.splitlines() == path.read_text(encoding="utf-8").splitlines()
