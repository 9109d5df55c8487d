"""Western words parted at a line's end: where, at what cost, what is drawn, and what is left whole."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pyphen
import pytest
from squares import BODY, EM, HERE, ROOT, rules_of

from huozi.diagnostics import Findings
from huozi.display import SOFT_HYPHEN, GlyphRun
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.paragraph.breaking.hyphenation import DICTIONARIES
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.explain import break_reason, characters
from huozi.paragraph.items.hints import FORCED_BREAK
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import FaceChoice, Hyphenate, LatinSetting, ParagraphStyle, TextStyle

FONTS = str(ROOT / "fonts")
SHY = SOFT_HYPHEN
EN = TextStyle(hyphenate="en")


def faces(setting: LatinSetting = LatinSetting()) -> FaceSet:  # noqa: B008  # a value, never changed
    return Catalog([FONTS]).faces(FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular", (), setting))


def made(text: str, ems: float, rules: TextStyle = EN, style: ParagraphStyle = BODY) -> Composed:
    return compose([Stretch(text, faces(), HERE)], style._replace(text=rules), round(ems * EM), Findings())


def lines(work: Composed) -> list[str]:
    return [work.items.text[line.start : line.end] for line in work.set()]


def runs(work: Composed, line: Line) -> list[GlyphRun]:
    return [run for _, run in glyph_runs(work.items, line, BODY.ink)]


def parts(word: str, rules: TextStyle = EN, after: str = "国国国国国国国国国国") -> set[str]:
    """How a word is parted, over all the places it can have in a line."""
    found = set()
    for before in range(1, 9):
        for tenths in range(90, 121, 3):
            work = made("国" * before + word + after, tenths / 10, rules)
            for line in work.set():
                if line.end in work.items.hyphens:
                    found.add(word[: line.end - before] + "-" + word[line.end - before :])
    return found


# ------------------------------------------------------------------ where


def test_a_word_is_parted_where_its_language_parts_it() -> None:
    assert parts("hyphenation") == {"hy-phenation", "hyphen-ation"}
    assert parts("hyphenation", TextStyle(hyphenate="none")) == set()


def test_letters_on_either_side_are_counted() -> None:
    assert parts("hyphenation", EN._replace(hyphen_before=3)) == {"hyphen-ation"}
    assert parts("hyphenation", EN._replace(hyphen_after=6)) == {"hy-phenation"}
    assert parts("hyphenation", EN._replace(hyphen_before=6, hyphen_after=6)) == set()


@pytest.mark.parametrize(
    "word",
    [
        "UNESCOORGANIZATION", "organization2024", "PageMakerOrganization", "https://organization.example/organization",
        "www.organization.example", "someone@organization.example", "snake_organization", "AT&Torganization",
        "organization=organization", "information.py",
    ],
)  # fmt: skip
def test_what_is_no_word_is_left_whole(word: str) -> None:
    assert parts(word) == set()


def test_a_compound_is_parted_at_its_own_hyphen_alone_and_gets_no_second_one() -> None:
    assert parts("organization-oriented") == set()
    work = made("国国国国organization-oriented国国国国国国国国国国", 11)
    first = work.set()[0]
    assert lines(work)[0] == "国国国国organization-"
    assert "".join("".join(run.texts) for run in runs(work, first)) == "国国国国organization-"


def test_code_is_left_whole() -> None:
    for whole in (False, True):
        text = [Stretch("国国国国", faces(), HERE), Stretch("hyphenation", faces(), HERE, whole=whole)]
        text.append(Stretch("国国国国国国国国", faces(), HERE))
        work = compose(text, BODY._replace(text=EN), 8 * EM, Findings())
        assert any(line.end in work.items.hyphens for line in work.set()) is not whole


@pytest.mark.parametrize("end", ["", "。", ".", "）。", " ", ".”"])
def test_the_last_word_of_a_paragraph_is_left_whole(end: str) -> None:
    assert parts("hyphenation", after=end) == set()
    assert parts("hyphenation", after="国" + end) != set()


def test_lines_that_are_not_filled_part_a_word_only_where_it_is_wider_than_they_are() -> None:
    text = "国国国国 hyphenation organization 国国国国"
    for align in ("left", "right", "center"):
        ragged = BODY._replace(align=align)
        assert not made(text, 8, style=ragged).items.hyphens
        assert made(text, 4, style=ragged).items.hyphens


def test_a_word_wider_than_its_line_is_parted_with_a_hyphen_before_it_is_broken_anywhere() -> None:
    findings = Findings()
    text = "国internationalization国国国"
    work = compose([Stretch(text, faces(), HERE)], BODY._replace(text=EN), 5 * EM, findings)
    assert "word-broken" not in rules_of(findings)
    assert all(line.width <= 5 * EM for line in work.set())


def test_every_language_has_its_dictionary() -> None:
    assert {*DICTIONARIES, "none"} == set(get_args(Hyphenate))
    assert set(DICTIONARIES.values()) <= set(pyphen.LANGUAGES)


@pytest.mark.parametrize(
    ("language", "word", "part"),
    [
        ("de", "Wissenschaft", "Wissen-schaft"), ("fr", "développement", "développe-ment"),
        ("ru", "организация", "органи-зация"), ("en-GB", "organisation", "organ-isation"),
    ],
)  # fmt: skip
def test_each_language_parts_words_its_own_way(language: Hyphenate, word: str, part: str) -> None:
    assert part in parts(word, EN._replace(hyphenate=language))


def test_what_would_change_a_word_s_spelling_is_no_place() -> None:
    assert not any("omaa-tje" in part or "oma-atje" in part for part in parts("omaatje", EN._replace(hyphenate="nl")))


# ------------------------------------------------------------------ at what cost


def test_a_paragraph_that_fits_without_is_left_as_it_is() -> None:
    text = "国国hyphenation国国国国国国国国国国国国国"
    fits = [ems for ems in range(8, 30) if not made(text, ems).items.hyphens]
    assert fits
    for ems in fits:
        assert made(text, ems).set() == made(text, ems, TextStyle()).set()


def test_the_hyphen_is_part_of_the_line_s_width() -> None:
    work = made("国国国国hyphenation国国国国国国国国", 8)
    (line,) = [line for line in work.set() if line.end in work.items.hyphens]
    assert line.width == 8 * EM
    *_, hyphen = glyph_runs(work.items, line, BODY.ink)
    assert hyphen[0] + hyphen[1].width == 8 * EM
    assert hyphen[1].glyphs == (faces().latin.glyph("-"),)
    assert hyphen[1].texts == (SHY,)
    assert sum(character.advance for character in characters(work, line)) == 8 * EM
    assert break_reason(work, line) == "hyphen"


def test_hyphens_do_not_follow_each_other_where_that_can_be_helped() -> None:
    text = "国国国international国国国国国organization国国国国国国国国国国"
    for ems in range(60, 140):
        work = made(text, ems / 10)
        ends = [line.end in work.items.hyphens for line in work.set()]
        if any(left and right for left, right in pairwise(ends)):
            plain = made(text, ems / 10, TextStyle())
            assert plain.best is not None
            assert work.best is not None
            assert plain.best.cost > work.best.cost


# ------------------------------------------------------------------ soft hyphens


def test_a_soft_hyphen_is_taken_whatever_the_language_says() -> None:
    for rules in (TextStyle(), EN, EN._replace(hyphen_before=9)):
        found = made(f"国国国国国hyp{SHY}henation国国国国国国国国", 8, rules)
        assert lines(found)[0] == "国国国国国hyp"


def test_a_soft_hyphen_holds_for_words_that_are_left_whole_else() -> None:
    for word in (f"UNESCO{SHY}ORG", f"2024{SHY}2025ABC", f"x_y{SHY}_organization"):
        work = made(f"国国国国{word}国国国国国国国国", 7.5, TextStyle())
        assert work.items.hyphens
    assert made(f"国国国国hyphen{SHY}ation", 8, TextStyle()).items.hyphens, "and in the last word"


def test_a_soft_hyphen_that_is_not_needed_leaves_no_trace() -> None:
    with_it, without = made(f"国of{SHY}fice国fi{SHY}国{SHY}，国", 20), made("国office国fi国，国", 20)
    assert with_it.items.text == without.items.text
    assert with_it.items.glyph == without.items.glyph, "the ligature is whole"
    assert with_it.set() == without.set()


def test_soft_hyphens_beside_han_and_in_a_row_are_nothing() -> None:
    text = f"{SHY}国{SHY}国{SHY}{SHY}国，{SHY}国国A{SHY}国{SHY}"
    work = made(text, 3, TextStyle())
    assert work.items.text == text.replace(SHY, "")
    assert not work.items.hyphens
    assert made(SHY * 1_000, 3).set() == ()


def test_a_soft_hyphen_moves_no_preferred_break() -> None:
    bar = "\ufdd0"
    work = compose([Stretch(f"国{SHY}国{SHY}{bar}国国", faces(), HERE)], BODY, 9 * EM, Findings(), break_at_bars=True)
    assert lines(work) == ["国国", "国国"]


# ------------------------------------------------------------------ what is drawn


def test_a_ligature_is_parted_into_what_its_letters_make_on_either_side() -> None:
    work = made(f"国国国国国国国国of{SHY}fice国国国国国国国国国国国", 9.9, TextStyle())
    first, second, *_ = work.set()
    assert lines(work)[0].endswith("of")
    latin = faces().latin
    assert runs(work, first)[-2].glyphs[-1] == latin.glyph("f")
    assert runs(work, second)[0].texts[:3] == ("fi", "c", "e")
    assert (first.width, second.width) == (99_000, 99_000)
    for line in (first, second):
        end = glyph_runs(work.items, line, BODY.ink)[-1]
        assert end[0] + end[1].width == 99_000


def test_a_word_of_another_size_is_parted_in_its_size() -> None:
    small = faces(LatinSetting(scale=800, shift=50))
    text = Stretch("国国国国hyphenation国国国国国国国国", small, HERE)
    work = compose([text], BODY._replace(text=EN), 7 * EM, Findings())
    (line,) = [line for line in work.set() if line.end in work.items.hyphens]
    hyphen = runs(work, line)[-1]
    assert (hyphen.texts, hyphen.size, hyphen.rise) == ((SHY,), 8_000, 500)


def test_letters_that_the_latin_face_lacks_are_parted_with_its_hyphen() -> None:
    kai = ("LXGWWenKai-Regular",)
    mixed = Catalog([FONTS]).faces(FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular", kai))
    text = f"国国国国国国ƔaƔa{SHY}ƔaƔaƔaƔ国国国国国国国国"
    work = compose([Stretch(text, mixed, HERE)], BODY, 9 * EM, Findings())
    line = work.set()[0]
    assert lines(work)[0] == "国国国国国国ƔaƔa"
    assert [(run.texts, run.face) for run in runs(work, line)[-3:]] == [
        (("Ɣ",), "LXGWWenKai-Regular"), (("a",), "SourceSerif4-Regular"), ((SHY,), "SourceSerif4-Regular"),
    ]  # fmt: skip
    x, hyphen = glyph_runs(work.items, line, BODY.ink)[-1]
    assert x + hyphen.width == line.width == 9 * EM


def test_spaced_words_have_no_space_after_the_hyphen() -> None:
    spaced = BODY._replace(letter_spacing=1_000)
    work = made("of hyphenation and of hyphenation", 9, style=spaced)
    (line, *_) = [line for line in work.set() if line.end in work.items.hyphens]
    *_, (x, hyphen) = glyph_runs(work.items, line, BODY.ink)
    assert x + hyphen.width == line.width <= 9 * EM
    letter = runs(work, line)[-2].glyphs[-1]
    latin = faces().latin
    assert x - (line.xs[-1] + latin.advance(letter, EM)) >= 900, "but after the letter before it"


def test_a_word_among_spaced_hanzi_is_parted_as_any_word() -> None:
    spaced = BODY._replace(letter_spacing=1_000)
    work = made("国国国国hyphenation国国国国国国国国", 9, style=spaced)
    (line,) = [line for line in work.set() if line.end in work.items.hyphens]
    x, hyphen = glyph_runs(work.items, line, BODY.ink)[-1]
    assert x + hyphen.width == line.width == 9 * EM
    letter = runs(work, line)[-2].glyphs[-1]
    assert x - (line.xs[-1] + faces().latin.advance(letter, EM)) < 100


def test_a_figure_of_half_an_em_keeps_it_before_a_hyphen() -> None:
    work = made(f"国国国国国国国ab111{SHY}222cd国国国", 9, rules=EN._replace(digits="half"))
    head = work.items.hyphens[12].head
    assert head[0].advance == EM // 2


# ------------------------------------------------------------------ bad input


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "internationalization" * 500,
        "国" + "organization " * 800,
        ("f" + SHY) * 3_000,
        ("fi" + SHY) * 500 + "国",
        "e\u0301" * 3_000,
        (f"q\u0308{SHY}\u0301") * 400,
        "organización организация οργάνωση organization国" * 50,
        "-" * 3_000,
        "ab-" * 2_000,
        f"A{SHY}\u202e\ud800{SHY}\x00B" * 50,
    ],
    ids=lambda text: repr(text[:8]),
)
@pytest.mark.parametrize("ems", [1, 7, 35])
def test_whatever_comes_is_set_and_none_of_it_lost(text: str, ems: float) -> None:
    work = made(text, ems)
    assert "".join(lines(work)) == text.replace(SHY, "")
    drawn = "".join("".join(run.texts) for line in work.set() for run in runs(work, line))
    assert drawn.replace(SHY, "").replace(" ", "") == work.items.text.replace(" ", "")
    assert all(glyph >= 0 for line in work.set() for run in runs(work, line) for glyph in run.glyphs)


def test_the_same_text_is_parted_the_same_way() -> None:
    text = "国国international国国国different companies国国国国organization国国国国国国国国" * 5
    assert made(text, 9.5).set() == made(text, 9.5).set()


# ------------------------------------------------------------------ what is left of a parted ligature


def test_what_is_left_of_a_ligature_begins_at_the_edge_and_is_no_adjustment() -> None:
    work = made(f"国国国国ef{SHY}ficient国国国国国国国国国", 6, EN._replace(loosest=1_000))
    line = next(line for line in work.set() if work.items.text[line.start : line.end].startswith("fi"))
    assert work.items.hyphens[line.start].tail
    assert not any(step.step == "line-start" for step in line.adjustments)
    assert line.xs[0] == 0
    found = characters(work, line)
    assert found[0].x == line.x
    assert sum(character.advance for character in found) == line.width


def test_a_line_may_hold_the_rest_of_a_parted_glyph_alone() -> None:
    work = made(f"differenteffi{SHY}cientdifferent国", 3, EN)
    assert "effi" in "".join(work.items.text[line.start : line.end] for line in work.set())
    for line in work.set():
        *_, (x, last) = glyph_runs(work.items, line, BODY.ink)
        assert x + last.width == line.width


def test_words_on_either_side_of_a_forced_break_are_words_of_their_own() -> None:
    parts = [Stretch(text, faces(), HERE) for text in ("国国国国国in", FORCED_BREAK, "formation国国国国国国国国")]
    work = compose(parts, BODY._replace(text=EN), 6 * EM, Findings())
    assert lines(work)[1] == "in"
    assert all(at >= 7 for at in work.items.hyphens)
