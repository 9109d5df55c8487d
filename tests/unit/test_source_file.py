"""Text from strangers: what is quoted of it, what is reported in it, and where."""

from __future__ import annotations

import pytest

from huozi.diagnostics import Findings, Span
from huozi.source_file import places_of, quoted, report_characters, text_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("国" * 40, "国" * 40),
        ("国" * 41, "国" * 40 + "…"),
        ("国" * 100, "国" * 40 + "…"),
        ("甲\n乙\t丙\x7f\x9f\u2028\ud800", "甲\ufffd乙\ufffd丙\ufffd\ufffd\ufffd\ufffd"),
        ("甲 乙~\xa0", "甲 乙~\xa0"),
    ],
)
def test_a_quotation_is_short_and_of_one_line(text: str, shown: str) -> None:
    assert quoted(text) == shown


REPORTED = [
    ("control-character", "\x00\x08\x0b\x0c\x0e\x1f\x7f\x80\x9f\u2028\u2029\ufdd0\ufdef\ufffe\uffff"),
    ("bidi-character", "\u061c\u200e\u200f\u202a\u202e\u2066\u2069"),
    ("zero-width-character", "\u00ad\u180e\u200b\u200d\u2060\u2064\ufeff"),
    ("lost-character", "\ufffd"),
]
"""The ends of each stretch of characters that nobody sees."""
SEEN = "\t\n ~\xa0\xac\xae\u061b\u061d\u180d\u200a\u2010\u2027\u202f\u2065\u206a\ufdcf\ufdf0\ufefe\uff00\ufffc"


@pytest.mark.parametrize(("rule", "characters"), REPORTED)
def test_a_character_that_nobody_sees_is_reported(rule: str, characters: str) -> None:
    for character in characters:
        findings = Findings()
        report_characters(f"甲\n甲乙{character}", "a.md", findings, 7)
        (found,) = findings
        assert (found.rule, found.span) == (rule, Span("a.md", 8, 3))
        assert dict(found.arguments) == {"code": f"U+{ord(character):04X}"}


def test_what_is_seen_is_not_reported() -> None:
    findings = Findings()
    report_characters(SEEN, "a.md", findings)
    assert list(findings) == []


@pytest.mark.parametrize(("count", "reported"), [(50, 50), (51, 50), (1000, 50)])
def test_fifty_places_of_a_kind_are_reported(count: int, reported: int) -> None:
    findings = Findings()
    report_characters("甲\u200b" * count + "\u202e", "a.md", findings)
    assert [item.rule for item in findings].count("zero-width-character") == reported
    assert [item.rule for item in findings].count("bidi-character") == 1


@pytest.mark.parametrize(
    ("data", "text", "rule", "place"),
    [
        (b"\xef\xbb\xbfa\r\nb\rc\n", "a\nb\nc\n", "", ""),
        ("甲\n甲乙".encode() + b"\xff" + "丙甲乙丙".encode(), "甲\n甲乙\ufffd丙甲乙丙", "bad-utf8", "a.md:2:3"),
        ("活字排版".encode("gb18030"), None, "other-encoding", "a.md:1:1"),
        ("甲乙丙丁".encode() + b"\xff\xff", None, "other-encoding", "a.md:1:5"),
        ("甲乙丙丁戊己".encode() + b"\xff\xff", "甲乙丙丁戊己\ufffd\ufffd", "bad-utf8", "a.md:1:7"),
        ("活字".encode("utf-16"), None, "other-encoding", "a.md:1:1"),
    ],
)
def test_a_slip_in_utf_8_is_no_other_encoding(data: bytes, text: str | None, rule: str, place: str) -> None:
    findings = Findings()
    assert text_of(data, "a.md", findings) == text
    named = [(item.rule, f"{item.span}") for item in findings if item.rule != "lost-character"]
    assert named == ([(rule, place)] if rule else [])


LINES = "甲乙a\n" + "国" * 1000 + "b\n末"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 5, 1), (3, 5, 2), (7, 5, 4), (8, 6, 1), (8 + 3 * 341, 6, 342), (8 + 3 * 342, 6, 343), (8 + 3000, 6, 1001),
     (8 + 3001, 6, 1002), (8 + 3002, 7, 1), (8 + 3005, 7, 2)],
)  # fmt: skip
def test_a_byte_stands_in_a_line_and_at_a_character(offset: int, line: int, column: int) -> None:
    assert places_of(LINES, "a.md", 5).span(offset) == Span("a.md", line, column)
