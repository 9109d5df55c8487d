"""A small house with two issues that are right in everything, and copies of it with something changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

import yaml
from squares import TESTS

from huozi.commands.making import Made, Request, examine
from huozi.diagnostics import Findings

CASES = TESTS / "cases" / "final"
HOUSE: dict[str, str] = yaml.safe_load((CASES / "house.yaml").read_text("utf-8"))
SHORT = {name.rpartition("/")[2]: name for name in HOUSE if not name.startswith("issue/2030-02")}
"""The files by their names alone; ``before`` is the issue before."""

SHORT |= {"before": "issue/2030-02/issue.yaml"}
ISSUE = "issue/2030-03"

Change: TypeAlias = tuple[str, str, str]
"""A file, what stands there, what is to stand there instead; a file that is not there yet is made of the latter."""


def write_house(folder: Path, changes: Iterable[Change] = ()) -> Path:
    """The house with some changes; gives the folder of its issue."""
    files = dict(HOUSE)
    for name, old, new in changes:
        path = SHORT.get(name, name)
        text = files.get(path, "")
        assert old in text, (name, old)
        files[path] = text.replace(old, new, 1) if old else text + new
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    for layout in (TESTS / "layout").iterdir():
        shutil.copyfile(layout, folder / "layout" / layout.name)
    (folder / "fonts").symlink_to(TESTS / "fonts")
    return folder / ISSUE


def found_in(issue: Path, *overrides: tuple[str, str]) -> tuple[Findings, Made | None]:
    """What the look before print finds in an issue, with its pages."""
    findings = Findings()
    request = Request(str(issue), overrides=overrides, final=True)
    return findings, examine(request, findings, lambda _stage: None).made
