"""Line breaking after UAX #14: the cases that come with Unicode 15.0, and some by hand that need no package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from squares import ROOT, TESTS

from huozi.paragraph.characters.uax14 import FURTHER_RULES, PAIR_RULES
from huozi.paragraph.characters.unicode_data import UNICODE_VERSION
from huozi.paragraph.rules.opportunities import break_opportunities

BY_HAND = TESTS / "cases" / "breaking" / "uax14.txt"
UNICODE = Path("/usr/share/unicode")
LINE_BREAK_TEST = UNICODE / "auxiliary" / "LineBreakTest.txt"
NEEDS_PACKAGE = pytest.mark.skipif(not LINE_BREAK_TEST.exists(), reason="needs the system package unicode-data")


def read_cases(path: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The texts of a file in Unicode's form, with the counts after which their lines may end."""
    for line in path.read_text(encoding="utf-8").splitlines():
        signs = line.partition("#")[0].split()
        if signs:
            text = "".join(chr(int(code, 16)) for code in signs[1::2])
            yield text, tuple(count for count, sign in enumerate(signs[2::2], 1) if sign == "÷")


def wrong(path: Path) -> list[str]:
    return [text for text, may in read_cases(path) if break_opportunities(text, "unicode").may != may]


def test_the_cases_written_by_hand() -> None:
    assert len(list(read_cases(BY_HAND))) > 25
    assert wrong(BY_HAND) == []


@NEEDS_PACKAGE
def test_all_cases_of_unicode() -> None:
    assert UNICODE_VERSION in LINE_BREAK_TEST.read_text(encoding="utf-8").splitlines()[0]
    assert len(list(read_cases(LINE_BREAK_TEST))) == 7_654
    assert wrong(LINE_BREAK_TEST) == []


@NEEDS_PACKAGE
def test_the_tables_are_those_that_the_tool_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    monkeypatch.delitem(sys.modules, "make_linebreak_tables", raising=False)
    import make_linebreak_tables as tool

    monkeypatch.setattr(tool, "TARGET", tmp_path / "unicode_data.py")
    tool.main(UNICODE)
    made = tool.TARGET.read_text(encoding="utf-8")
    assert made == (ROOT / "src" / "huozi" / "paragraph" / "characters" / "unicode_data.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "must"), [("甲\n乙", (2, 3)), ("甲\r\n乙", (3, 4)), ("甲\u2028\n", (2, 3)), ("甲", (1,)), ("", ())]
)
def test_where_a_line_must_end_is_told_apart(text: str, must: tuple[int, ...]) -> None:
    for profile in ("unicode", "clreq", "jlreq"):
        assert break_opportunities(text, profile).must == must


RULES = """
LB4,LB5 LB4,LB5 LB6,LB7 LB8 LB11 LB11,LB12 LB12a LB13 LB14 LB15 LB16 LB17 LB18 LB19 LB19 LB20 LB20 LB21 LB21 LB21b LB22
LB23 LB23 LB23a LB23a LB24 LB24 LB25 LB25 LB26 LB26 LB26 LB27 LB27 LB28 LB29 LB30 LB30 LB30b
"""
FURTHER = "LB8 LB14 LB15 LB16 LB17 LB21a LB25 LB25 LB30a"


def test_rules_bear_the_numbers_of_the_annex_in_its_order() -> None:
    assert [rule for rule, *_ in PAIR_RULES] == [rule.replace(",", ", ") for rule in RULES.split()]
    assert [rule.rule for rule in FURTHER_RULES] == FURTHER.split()
