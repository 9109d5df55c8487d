"""Random edits of the specimen and of the real issue: what they change is named, and nothing else (``make edits``)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import ROOT, SPECIMEN

from huozi.cli import main

sys.path.append(str(ROOT / "tools"))
from random_edits import KINDS, edits_of  # a tool of the repository

SEEDS = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))


def test_edits_of_the_specimen_are_named() -> None:
    found = list(edits_of(SPECIMEN, 2 * len(KINDS), 7))
    assert [each.wrong for each in found if each.wrong] == []
    assert all(each.counts["changed"] for each in found if each.edit.kind in ("character", "word", "title"))


@pytest.mark.skipif(not SEEDS, reason="the real issue's text is not beside the checkout (../shared/seed)")
def test_edits_of_the_real_issue_are_named(tmp_path: Path) -> None:
    main(["import", str(SEEDS[0]), "-o", str(tmp_path / "real")])
    found = list(edits_of(tmp_path / "real", 60, 1))
    assert [each.wrong for each in found if each.wrong] == []
    assert {each.edit.kind for each in found if sum(each.counts.values()) == 0} <= {"nothing", "layout key"}
