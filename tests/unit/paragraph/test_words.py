"""Words, numbers with their signs, and what else is one thing: where they may be parted and where not."""

from __future__ import annotations

import pytest
from squares import BODY, EM, composed, lines, rules_of

from huozi.diagnostics import Findings
from huozi.paragraph.characters.context import resolve_classes
from huozi.style.text_style import TextStyle

WHOLE = [
    "12.5%",
    "3.14",
    "￥100",
    "$9.99",
    "100℃",
    "50％",
    "1,234,567",
    "2024-12-31",
    "10:30",
    "e-mail",
    "don’t",
    "AT&T",
    "(A1)",
    "C++",
    "é́a",
    "№12",
    "3‰",
]


def broken_places(text: str) -> set[str]:
    """The text with a bar at each place where a line came to end, over all measures that hold its words."""
    found = set()
    for before in range(13):
        for ems in range(10, 15):
            for line in lines("国" * before + text + "国" * 12, ems)[:-1]:
                inside = line.replace("国", "")
                if inside and inside != text:
                    found.add(inside)
    return found


@pytest.mark.parametrize("text", WHOLE)
def test_a_word_or_a_number_with_its_signs_is_whole(text: str) -> None:
    assert broken_places(text) == set()


def test_a_line_may_end_between_a_number_and_the_han_unit_after_it() -> None:
    assert lines("国国国国30.7亿元国国国", 6.25) == ["国国国国30.7", "亿元国国国"]


def test_a_line_may_end_between_han_and_a_number() -> None:
    assert lines("国国国国30.7亿元国", 4) == ["国国国国", "30.7亿", "元国"]


def test_a_line_may_end_at_a_space_which_then_takes_no_room() -> None:
    assert lines("AAAA BBBB CCCC", 2) == ["AAAA ", "BBBB ", "CCCC"]
    assert [line.width for line in composed("AAAA BBBB CCCC", 2).set()] == [20_000] * 3


def test_a_line_never_starts_with_a_space() -> None:
    for ems in range(2, 12):
        assert not any(line[0] in " \u3000" for line in lines("国国 国国国\u3000国 AA BB 国 国国 国", ems))


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("甲——乙", "HDUH"),
        ("……", "DU"),
        ("甲 乙", "HEH"),
        ("甲 A", "HBW"),
        ("A B", "WBW"),
        ("12.5%", "WWWWX"),
        ("A.", "WR"),
        ("A，B", "WPW"),
        ("“A’s”", "QWWWR"),
        ("“A’s”国", "OWWWCH"),
        ("“A”的“B”", "OWCHOWC"),
        ("", ""),
    ],
)
def test_context_decides_what_a_character_is(text: str, classes: str) -> None:
    assert resolve_classes(text) == classes


# ------------------------------------------------------------------ last remedies


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("国state-of-the-art国", 5, ["国state-", "of-the-art", "国"]),
        ("国1,234,567,890国", 3, ["国1,", "234,", "567,", "890国"]),
        ("aa((((((((((bb", 3, ["aa((((", "((((((", "bb"]),
    ],
)
def test_what_is_too_wide_is_broken_where_it_hurts_least(text: str, ems: float, expected: list[str]) -> None:
    assert lines(text, ems) == expected


def test_a_word_wider_than_the_measure_is_broken_and_reported() -> None:
    findings = Findings()
    found = composed("国国ABCDEFGHIJKLMNOP国国", 4, findings=findings)
    assert all(line.width <= 40_000 for line in found.set())
    assert [(item.rule, str(item.span)) for item in findings] == [
        ("word-broken", "here:1:5"),
        ("word-broken", "here:1:13"),
    ]


def test_a_word_that_fits_a_line_is_never_broken_to_fill_one() -> None:
    findings = Findings()
    assert "ABCDEFGH" in "|".join(lines("国国国ABCDEFGH国国国国", 4))
    composed("国国国ABCDEFGH国国国国", 4, findings=findings)
    assert rules_of(findings) == ["line-loose"]


@pytest.mark.parametrize("ems", [9, 9.5, 10, 12])
@pytest.mark.parametrize("indent", [0, 1, 2])
def test_a_number_that_fits_a_line_of_its_own_is_never_broken(ems: float, indent: int) -> None:
    text = "国国国国国国国国1234567890123456国国国国国国国国国国"
    found = composed(text, ems, style=BODY._replace(indent=indent * EM))
    assert any("1234567890123456" in text[line.start : line.end] for line in found.set())


def test_a_number_that_fits_is_parted_from_its_bracket_rather_than_broken() -> None:
    findings = Findings()
    composed("国国（1234567890123456）国国国", 8, findings=findings)
    assert lines("国国（1234567890123456）国国国", 8)[1] == "1234567890123456"
    assert rules_of(findings) == ["line-short", "prohibition-relaxed"]


@pytest.mark.parametrize("mark", ["——", "……"])
def test_a_mark_of_two_ems_is_parted_by_no_remedy(mark: str) -> None:
    found = lines(f"国国{mark}国国", 1)
    assert mark in found


def test_what_cannot_fit_is_broken_alone() -> None:
    """The rest of its paragraph keeps its words, its units and its marks whole."""
    joined = "|".join(lines("国国国abcdef国国12345678901234567890国ghijkl，国", 5))
    assert "abcdef" in joined
    assert "ghijkl，" in joined


def test_three_marks_in_a_row_may_fall_back_to_none_and_are_reported() -> None:
    findings = Findings()
    found = composed("国国国”）》】〗。国国", 2, findings=findings)
    assert max(line.width for line in found.set()) <= 20_000
    assert rules_of(findings) == ["prohibition-relaxed"]


def test_two_marks_in_a_row_do_not_fall_back() -> None:
    findings = Findings()
    assert "（《国" in lines("国国（《国国国", 1.5)
    composed("国国（《国国国", 1.5, findings=findings)
    assert rules_of(findings) == ["line-overfull"]


def test_what_cannot_be_parted_at_all_runs_over_and_is_reported_with_its_place() -> None:
    findings = Findings()
    composed("国国，国", 1, findings=findings)
    (item,) = list(findings)
    assert (item.rule, str(item.span)) == ("line-overfull", "here:1:2")
    assert dict(item.arguments) == {"text": "国，", "excess": "5.0"}


def test_a_paragraph_without_need_for_a_remedy_has_no_finding() -> None:
    findings = Findings()
    composed("国国国，“国国”国国（国国）国AA国 1 国。" * 4, 9, findings=findings)
    assert rules_of(findings) == []


@pytest.mark.parametrize("level", ["none", "basic", "gb", "strict"])
def test_words_are_whole_at_every_level(level: str) -> None:
    rules = TextStyle(kinsoku=level)  # type: ignore[arg-type]  # mypy takes parameters for plain strings
    assert "word-1.5" in "|".join(lines("国国国国word-1.5国国国国", 6, rules))
