"""Houses with one issue, for tests of commands: the squares' layout and face, articles as a test writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from squares import TESTS

from huozi.cli import main

HEAD = "journal: square\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n"


def house(folder: Path, articles: Mapping[str, str], *, more: str = "", name: str = "one") -> Path:
    """An issue of these articles (name: title line and body parted by a line break) in a house of its own."""
    for room in ("layout", "fonts"):
        if not (folder / room).exists():
            (folder / room).symlink_to(TESTS / room)
    issue = folder / "issue" / name
    (issue / "articles").mkdir(parents=True)
    contents = f"contents:\n  - section: 栏目\n    articles: [{', '.join(articles)}]\n"
    (issue / "issue.yaml").write_text(HEAD + contents + more, encoding="utf-8")
    for article, text in articles.items():
        title, _, body = text.partition("\n")
        (issue / "articles" / f"{article}.md").write_text(f"---\ntitle: {title}\n---\n\n{body}\n", encoding="utf-8")
    return issue


def told(issue: Path, capsys: pytest.CaptureFixture[str], *options: str, command: str = "check") -> dict[str, Any]:
    """What a command tells programs of an issue."""
    capsys.readouterr()
    main([command, str(issue), "--format", "json", *options])
    said = capsys.readouterr()
    assert said.err == ""
    whole = json.loads(said.out)
    assert isinstance(whole, dict)
    return whole


def rows(issue: Path, capsys: pytest.CaptureFixture[str], *options: str, rule: str = "") -> list[dict[str, Any]]:
    """The findings of a rule (empty: all), as programs are told them."""
    return [row for row in told(issue, capsys, *options)["findings"] if rule in ("", row["rule"])]
