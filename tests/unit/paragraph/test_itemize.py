"""Characters made ready: faces and fallback, characters that no face has, clusters, tracking, preferred breaks."""

from __future__ import annotations

from typing import Literal

import pytest
from squares import BODY, EM, HERE, PUSH_OUT, ROOT, composed, rules_of, squares, stretch

from huozi.diagnostics import Findings, Span
from huozi.fonts.catalog import GETA, Catalog, FaceSet
from huozi.paragraph.compose import compose
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.look import PLAIN, Look
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import FaceChoice, Fill, TextStyle

SONG = FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular", ("LXGWWenKai-Regular",))
PLACE = Span("articles/a.md", 7, 3)


def song() -> FaceSet:
    return Catalog([str(ROOT / "fonts")]).faces(SONG)


@pytest.mark.parametrize(("character", "code"), [("😀", "U+1F600"), ("\x07", "U+0007"), ("\ue000", "U+E000")])
def test_a_character_that_no_face_has_is_a_finding_with_its_place_and_code(character: str, code: str) -> None:
    findings = Findings()
    itemize([Stretch(f"国国{character}国", squares(), PLACE)], EM, PUSH_OUT, 0, findings)
    (item,) = list(findings)
    assert item.rule == "character-missing"
    assert str(item.span) == "articles/a.md:7:5"
    arguments = dict(item.arguments)
    assert (arguments["code"], arguments["face"]) == (code, "square")
    assert arguments["character"].isprintable()


def test_a_geta_mark_stands_for_it_and_its_text_is_kept() -> None:
    items = itemize([stretch("国😀国")], EM, PUSH_OUT, 0, Findings())
    assert items.text == "国😀国"
    assert items.glyph[1] == squares().han.glyph(GETA) != 0
    assert items.advance[1] == EM


def test_a_character_missing_twice_is_found_at_both_places() -> None:
    findings = Findings()
    itemize([stretch("😀国😀")], EM, PUSH_OUT, 0, findings)
    assert [item.span.column for item in findings] == [1, 3]


def test_a_fallback_gives_what_the_first_faces_lack() -> None:
    faces = song()
    assert faces.han.glyph("𠮷") or faces.fallback[0].glyph("𠮷")
    findings = Findings()
    items = itemize([Stretch("龘A国", faces, HERE)], EM, PUSH_OUT, 0, findings)
    assert {fount.face for fount in items.fount} <= {faces.han.key, faces.latin.key, faces.fallback[0].key}
    assert items.fount[1].face == "SourceSerif4-Regular"
    assert rules_of(findings) == ["character-borrowed"]


def test_latin_is_shaped_as_a_word() -> None:
    items = itemize([Stretch("office fine", song(), HERE)], 12_000, PUSH_OUT, 0, Findings())
    assert -1 in items.glyph, "fi and ffi are one glyph"
    for glyph, advance in zip(items.glyph, items.advance, strict=True):
        assert glyph != -1 or advance == 0


def test_runs_hold_all_text_and_glyphs_whatever_is_one_glyph() -> None:
    text = "国office——fi，“fl”……国"
    work = compose([Stretch(text, song(), HERE)], BODY, 99 * EM, Findings())
    (line,) = work.set()
    runs = glyph_runs(work.items, line, BODY.ink)
    assert "".join("".join(run.texts) for _, run in runs) == text
    for _, run in runs:
        assert len(run.glyphs) == len(run.xs) == len(run.texts)
        assert min(run.glyphs) > 0


def test_runs_follow_each_other_from_the_start_of_the_line_to_its_end() -> None:
    work = composed("国国A国，国", 99)
    (line,) = work.set()
    runs = glyph_runs(work.items, line, BODY.ink)
    assert [x for x, _ in runs] == [0]
    assert runs[-1][0] + runs[-1][1].width == line.width


def test_a_space_that_ends_a_line_is_not_drawn() -> None:
    work = composed("AAAA BBBB", 2)
    shown = ["".join(run.texts) for line in work.set() for _, run in glyph_runs(work.items, line, BODY.ink)]
    assert shown == ["AAAA", "BBBB"]


def test_tracking_is_added_after_each_character_but_the_last_of_a_line() -> None:
    spaced = BODY._replace(letter_spacing=1_000)
    (line,) = composed("国国国", 9, style=spaced).set()
    assert line.xs == (0, 11_000, 22_000)
    assert line.width == 32_000


@pytest.mark.parametrize(
    ("text", "gained"),
    [
        ("国国", [1, 1]),
        ("AB", [1, 1]),
        ("国AB国", [1, 0, 1, 1]),
        ("第12章", [1, 0, 1, 1]),
        ("国，A", [1, 1, 1]),
        ("国A B国", [1, 0, 0, 1, 1]),
        ("(A)国", [0, 0, 1, 1]),
    ],
)
def test_words_and_numbers_among_spaced_hanzi_are_not_spaced(text: str, gained: list[int]) -> None:
    spaced, plain = (itemize([stretch(text)], EM, PUSH_OUT, tracking, Findings()) for tracking in (1_000, 0))
    assert [(a - b) // 1_000 for a, b in zip(spaced.advance, plain.advance, strict=True)] == gained
    assert [(a - b) // 1_000 for a, b in zip(spaced.trim, plain.trim, strict=True)] == gained


@pytest.mark.parametrize(
    ("typed", "closed"),
    [
        ("国 5℃ 国", "国5℃国"),
        ("国 -5℃ 国", "国-5℃国"),
        ("国 ￥5 国", "国￥5国"),
        ("国 5％ 国", "国5％国"),
        ("国 ≥5 国", "国≥5国"),
        ("国 (A) 国", "国(A)国"),
        ("国 [1] 国", "国[1]国"),
        ("国 C++ 国", "国C++国"),
    ],
)
def test_a_space_typed_at_a_number_or_bracket_is_the_gap_that_stands_there(typed: str, closed: str) -> None:
    one, other = (itemize([stretch(text)], EM, PUSH_OUT, 0, Findings()) for text in (typed, closed))
    widths = [
        sum(items.advance) + sum(items.rows[code].space * EM // 1000 for code in items.codes) for items in (one, other)
    ]
    assert widths[0] == widths[1]


@pytest.mark.parametrize("text", ["国 - 国", "Stop. 国", "国 -国", "国 国"])
def test_a_space_that_is_no_gap_of_numbers_keeps_its_width(text: str) -> None:
    items = itemize([stretch(text)], EM, PUSH_OUT, 0, Findings())
    assert items.advance[text.index(" ")] > 0


@pytest.mark.parametrize(
    ("clings", "parts", "gained"),
    [
        ("script", ("国", "AB", "国"), [0, 0, 1, 1]),
        ("call", ("国", "AB", "国"), [0, 0, 1, 1]),
        ("script", ("A", "12", "B"), [0, 0, 1, 1]),
        ("call", ("A", "12", "B"), [0, 0, 1, 1]),
        ("script", ("国", "12", "B"), [1, 0, 0, 1]),
        ("script", ("，", "12", "B"), [1, 0, 0, 1]),
    ],
)
def test_what_clings_is_not_spaced_from_what_it_is_of(
    clings: Literal["script", "call"], parts: tuple[str, ...], gained: list[int]
) -> None:
    looks = [PLAIN, Look(size=6_000, clings=clings), PLAIN]
    stretches = [stretch(part)._replace(look=look) for part, look in zip(parts, looks, strict=True)]
    spaced, plain = (itemize(stretches, EM, PUSH_OUT, tracking, Findings()) for tracking in (1_000, 0))
    assert [(a - b) // 1_000 for a, b in zip(spaced.advance, plain.advance, strict=True)] == gained


def test_a_bar_is_a_preferred_break_and_its_space_is_text() -> None:
    items = itemize([stretch("国国 \ufdd0 国\ufdd0国国")], EM, PUSH_OUT, 0, Findings())
    assert (items.text, items.preferred) == ("国国 国国国", (3, 4))


def test_a_heading_is_broken_at_its_bars() -> None:
    work = compose([stretch("国国国\ufdd0国国")], BODY._replace(align="left"), 9 * EM, Findings(), break_at_bars=True)
    assert [(line.start, line.end) for line in work.set()] == [(0, 3), (3, 5)]


def test_a_title_is_broken_at_its_bar_only_where_it_has_to_be() -> None:
    centred = BODY._replace(align="center")
    text = "国国国\ufdd0国国国国国"
    assert compose([stretch(text)], centred, 9 * EM, Findings()).line_count == 1
    assert [line.end for line in compose([stretch(text)], centred, 7 * EM, Findings()).set()] == [3, 8]


def test_stretches_in_different_faces_are_one_paragraph() -> None:
    faces = song()
    kai = FaceSet(faces.fallback[0], faces.fallback[0], ())
    parts = [Stretch("国国", faces, HERE), Stretch("，国", kai, Span("here", 1, 3)), Stretch("国。", faces, HERE)]
    work = compose(parts, BODY, 3 * EM, Findings())
    assert work.items.text == "国国，国国。"
    assert [work.items.text[line.start : line.end] for line in work.set()] == ["国国，", "国国。"]
    assert [fount.face for fount in work.items.fount[2:4]] == [kai.han.key] * 2


# ------------------------------------------------------------------ places after a bar, spaces at a line's end


@pytest.mark.parametrize(("bar", "column"), [("\ufdd0", 6), (" \ufdd0 ", 8), ("  \ufdd0", 8)])
def test_a_finding_after_a_bar_stands_at_its_column(bar: str, column: int) -> None:
    findings = Findings()
    itemize([Stretch(f"国国{bar}😀国", squares(), PLACE)], EM, PUSH_OUT, 0, findings)
    assert [item.span.column for item in findings] == [column]


def test_a_line_too_wide_after_a_bar_is_reported_at_its_column() -> None:
    findings = Findings()
    compose([Stretch("国 \ufdd0 国国——", squares(), PLACE)], BODY, round(1.5 * EM), findings, break_at_bars=True)
    assert [(item.rule, item.span.column) for item in findings] == [("line-overfull", 9)]


def test_a_text_without_a_known_line_keeps_its_place() -> None:
    findings = Findings()
    itemize([Stretch("国\ufdd0😀", squares(), Span("a"))], EM, PUSH_OUT, 0, findings)
    assert [item.span.line for item in findings] == [0]


@pytest.mark.parametrize("spaces", [" ", "  ", "    "])
@pytest.mark.parametrize("fill", ["pull-in", "push-out", "least"])
def test_all_spaces_at_a_lines_end_are_trimmed(spaces: str, fill: Fill) -> None:
    first, _ = composed(f"国国word{spaces}wording", 5, TextStyle(fill=fill)).set()
    assert first.width == 5 * EM
    visible = first.xs[5] + EM // 2
    assert visible == 5 * EM, "the last letter stands at the edge"


def test_a_mark_before_spaces_that_end_a_line_gives_up_its_blank() -> None:
    first, _ = composed("国国国，  wording", 3.5).set()
    assert first.width == 3.5 * EM
    assert first.xs[3] == 3 * EM
    first, _ = composed("国国国，　国国国", 3.5, TextStyle(fill="pull-in")).set()
    assert (first.end, first.xs[3]) == (5, 3 * EM)


@pytest.mark.parametrize("space", [" ", "　"])
def test_no_stretch_hides_before_a_space_that_ends_a_line(space: str) -> None:
    first = composed(f"国国国国{space}国国国国", 4.6).set()[0]
    assert first.end == 5
    assert first.xs[3] + EM == first.width == 4.6 * EM


# ------------------------------------------------------------------ units that marks make room for


@pytest.mark.parametrize("fill", ["pull-in", "push-out", "least"])
def test_a_unit_that_compressing_its_marks_lets_in_is_not_overfull(fill: Fill) -> None:
    findings = Findings()
    work = composed("（国）（国）。国国国", 3.5, TextStyle(fill=fill, kinsoku="gb"), findings=findings)
    assert all(line.width <= 3.5 * EM for line in work.set())
    assert "line-overfull" not in rules_of(findings)


def test_what_a_line_runs_over_by_is_told_as_it_is_set() -> None:
    findings = Findings()
    work = composed("国——国", 1.5, findings=findings)
    (item,) = findings
    assert dict(item.arguments)["excess"] == f"{max(line.width for line in work.set()) / 1000 - 15:.1f}"


def test_several_spaces_between_words_are_as_many_word_spaces() -> None:
    assert composed("A    B", 99).items.classes == "WBBBBW"
    assert composed("国    国", 99).items.classes == "HEEEEH"
    assert composed("国   A", 99).items.classes == "HBBBW"
