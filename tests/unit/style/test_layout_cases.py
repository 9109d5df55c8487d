"""Each file of ``tests/cases/style`` is a layout; its lines ``#!`` are the findings it must give, and no others.

``#! line:column rule word … → word``: the place (left out: the file as a whole), the rule, and words that must stand
among the finding's arguments.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.diagnostics import Finding, Findings, InvalidIssue
from huozi.messages import MESSAGES, ROOMS, render
from huozi.messages.style import STYLE
from huozi.style.house import House
from huozi.style.load import load_stylesheet

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests/cases/style"
HOUSE = House((str(CASES), str(ROOT / "layout")), (str(ROOT / "fonts"),))


def findings_of(name: str, *overrides: tuple[str, str]) -> list[Finding]:
    findings = Findings()
    try:
        load_stylesheet(name, HOUSE, overrides, findings)
    except InvalidIssue as error:
        return list(error.findings)
    return list(findings)


def expected_of(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8", "replace")
    return [line.removeprefix("#! ").split(" ") for line in text.splitlines() if line.startswith("#! ")]


def matches(finding: Finding, words: list[str], path: Path) -> bool:
    place = f"{finding.span}".removeprefix(f"{CASES}/").removeprefix(f"{path.name}:")
    if words[0] != finding.rule and ":" in words[0]:
        if words[0] != place:
            return False
        words = words[1:]
    arguments = " ".join(value for _, value in finding.arguments)
    return words[0] == finding.rule and all(word in arguments for word in words[1:] if word != "→")


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_layout_gives_its_findings_and_no_others(path: Path) -> None:
    found, expected = findings_of(path.stem), expected_of(path)
    missing = [words for words in expected if not any(matches(item, words, path) for item in found)]
    unexpected = [item for item in found if not any(matches(item, words, path) for words in expected)]
    assert (missing, unexpected) == ([], [])


def test_every_rule_of_the_room_has_a_case() -> None:
    found = {item.rule for path in CASES.glob("*.yaml") for item in findings_of(path.stem)}
    found |= {item.rule for item in findings_of("a4-35x37", ("extends", "jiangsu-vc"))}
    assert sorted(set(STYLE) - found) == []


def test_every_finding_can_be_shown_in_both_languages() -> None:
    for path in CASES.glob("*.yaml"):
        for item in findings_of(path.stem):
            assert item.rule in render(item, "zh")
            assert item.rule in render(item, "en")


def test_a_finding_names_the_file_the_line_the_column_and_the_nearest_key() -> None:
    (first, *_) = findings_of("unknown-key")
    shown = render(first).replace(str(CASES), "layout")
    assert shown == "layout/unknown-key.yaml:2:8: 错误 layout-key: 没有“text.fil”这个键\n    可以写的键：fill"


def test_rules_are_named_once_in_all_rooms() -> None:
    assert sum(len(room) for room in ROOMS) == len(MESSAGES)
