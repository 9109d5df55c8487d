"""Latin beside Han: its figures, ligatures and kerning, its size and place, marks over its letters."""

from __future__ import annotations

from typing import NamedTuple, cast

import pytest
from squares import BODY, EM, HERE, PUSH_OUT, ROOT, TESTS, rules_of

from huozi.diagnostics import Findings
from huozi.display import GlyphRun
from huozi.fonts.catalog import Catalog, FaceSet, matched_scale
from huozi.fonts.face import Face
from huozi.fonts.shaping import HAN, LATIN, shape
from huozi.paragraph.compose import compose
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import MATCHED, FaceChoice, LatinSetting

FONTS = str(ROOT / "fonts")
HAN_FACES = ["NotoSerifSC-Regular", "NotoSansSC-SemiBold", "LXGWWenKai-Regular"]


def face(name: str) -> Face:
    return Catalog([FONTS]).face(name)


def faces(setting: LatinSetting, findings: Findings | None = None, latin: str = "SourceSerif4-Regular") -> FaceSet:
    return Catalog([FONTS], findings).faces(FaceChoice("NotoSerifSC-Regular", latin, (), setting))


def items_of(text: str, setting: LatinSetting, tracking: int = 0) -> Items:
    return itemize([Stretch(text, faces(setting), HERE)], EM, PUSH_OUT, tracking, Findings())


def runs_of(text: str, setting: LatinSetting) -> list[GlyphRun]:
    work = compose([Stretch(text, faces(setting), HERE)], BODY, 99 * EM, Findings())
    return [run for line in work.set() for _, run in glyph_runs(work.items, line, BODY.ink)]


# ------------------------------------------------------------------ figures


@pytest.mark.parametrize(
    "setting",
    [
        LatinSetting(figures="oldstyle"),
        LatinSetting(figure_width="proportional"),
        LatinSetting(figures="oldstyle", figure_width="tabular"),
    ],
)
def test_figures_asked_for_are_other_glyphs_than_the_face_s_own(setting: LatinSetting) -> None:
    assert items_of("1234567890", setting).glyph != items_of("1234567890", LatinSetting()).glyph
    assert items_of("国甲Word", setting).glyph == items_of("国甲Word", LatinSetting()).glyph


def test_tabular_figures_are_all_as_wide() -> None:
    assert len(set(items_of("1234567890", LatinSetting(figure_width="tabular")).advance)) == 1
    assert len(set(items_of("1234567890", LatinSetting(figure_width="proportional")).advance)) > 1


def test_figures_that_a_face_lacks_are_a_finding_once_and_its_own_are_set() -> None:
    findings = Findings()
    catalog = Catalog([FONTS], findings)
    setting = LatinSetting(figures="oldstyle")
    for han in HAN_FACES:
        lacking = catalog.faces(FaceChoice(han, "LXGWWenKai-Regular", (), setting))
        assert lacking.manner == LATIN
    (item,) = list(findings)
    arguments = dict(item.arguments)
    assert item.rule == "figures-missing"
    assert (arguments["font"], arguments["figures"], arguments["feature"]) == ("LXGWWenKai-Regular", "oldstyle", "onum")
    assert item.span.file.endswith("LXGWWenKai-Regular.ttf")


def test_figures_that_a_face_has_are_no_finding() -> None:
    findings = Findings()
    for figures in ("default", "lining", "oldstyle"):
        for width in ("default", "proportional", "tabular"):
            faces(LatinSetting(figures=figures, figure_width=width), findings)
    assert rules_of(findings) == []


# ------------------------------------------------------------------ ligatures and kerning


def test_ligatures_are_made_unless_switched_off_and_keep_their_text() -> None:
    assert items_of("office", LatinSetting()).glyph[2:4] == (-1, -1)
    assert -1 not in items_of("office", LatinSetting(ligatures=False)).glyph
    for setting in (LatinSetting(), LatinSetting(ligatures=False)):
        (run,) = runs_of("office", setting)
        assert "".join(run.texts) == "office"
    assert runs_of("office", LatinSetting())[0].texts == ("o", "ffi", "c", "e")


def test_spaced_text_has_no_ligatures() -> None:
    items = items_of("office", LatinSetting(), tracking=1_000)
    assert -1 not in items.glyph
    assert items.advance == tuple(width + 1_000 for width in items_of("office", LatinSetting(ligatures=False)).advance)


def test_letters_are_kerned_unless_that_is_switched_off() -> None:
    assert sum(items_of("AVATo", LatinSetting()).advance) < sum(items_of("AVATo", LatinSetting(kerning=False)).advance)


def test_a_line_is_never_stretched_inside_a_word_with_a_ligature() -> None:
    wide = compose([Stretch("国office国国国国", faces(LatinSetting()), HERE)], BODY, 6 * EM, Findings())
    line = wide.set()[0]
    assert line.width == 6 * EM
    assert line.adjustments
    first, last = 1, 6
    natural = wide.work.measured.place
    assert line.xs[last] - line.xs[first] == natural[last] - natural[first]


# ------------------------------------------------------------------ marks over letters


@pytest.mark.parametrize("text", ["q\u0308", "T\u0301\u0308o", "x\u0323\u0301", "A\u0301\u0302", "m\u0302" * 40])
def test_combining_marks_without_a_precomposed_letter_are_drawn(text: str) -> None:
    shaped = shape(face("SourceSerif4-Regular"), text, EM)
    assert len(shaped) == len(text)
    assert all(entry.glyph > 0 for entry in shaped), "every letter and every mark has a glyph of its own"
    (_, *marks) = [entry for entry, letter in zip(shaped, text, strict=True) if letter > "\u0300"] or [shaped[0]]
    assert all(mark.advance == 0 for mark in marks)


def test_a_mark_over_a_mark_is_raised() -> None:
    low, high = shape(face("SourceSerif4-Regular"), "T\u0301\u0308", EM)[1:]
    assert low.rise == 0 < high.rise
    runs = runs_of("T\u0301\u0308", LatinSetting())
    assert [run.rise for run in runs] == [0, high.rise]
    assert "".join("".join(run.texts) for run in runs) == "T\u0301\u0308"


def test_han_and_latin_are_shaped_each_in_its_manner() -> None:
    assert shape(face("NotoSerifSC-Regular"), "——", EM, HAN) != shape(face("NotoSerifSC-Regular"), "——", EM, LATIN)


# ------------------------------------------------------------------ size and baseline


def test_latin_is_set_in_its_own_size_and_place_and_han_is_not_moved() -> None:
    han, latin, after = runs_of("国AV国", LatinSetting(scale=1_080, shift=-20))
    assert [(run.size, run.rise) for run in (han, latin, after)] == [(EM, 0), (10_800, -200), (EM, 0)]
    (_, plain, _) = runs_of("国AV国", LatinSetting())
    assert abs(latin.width * 1000 - plain.width * 1080) < 2_000, "as much wider as it is larger"


def test_latin_from_the_han_face_itself_is_a_run_of_its_own_where_it_is_scaled() -> None:
    han = Catalog([FONTS]).faces(FaceChoice("NotoSerifSC-Regular", "", (), LatinSetting(scale=900)))
    work = compose([Stretch("国A国", han, HERE)], BODY, 99 * EM, Findings())
    (line,) = work.set()
    assert [run.size for _, run in glyph_runs(work.items, line, BODY.ink)] == [EM, 9_000, EM]


@pytest.mark.parametrize("name", HAN_FACES)
def test_matched_latin_has_capitals_as_high_as_the_han_face_s_own(name: str) -> None:
    han, latin = face(name), face("SourceSerif4-Regular")
    scale = matched_scale(han, latin)
    assert abs(latin.height("H") * scale / 1000 / latin.upem - han.height("H") / han.upem) < 0.001
    matched = Catalog([FONTS]).faces(FaceChoice(name, "SourceSerif4-Regular", (), LatinSetting(scale=MATCHED)))
    assert matched.latin_scale == scale > 1000


def test_a_face_matches_itself_and_what_has_no_capitals_is_left_as_it_is() -> None:
    serif = face("SourceSerif4-Regular")
    square = Catalog([str(TESTS / "fonts")]).face("square")
    assert matched_scale(serif, serif) == 1000
    assert 800 <= matched_scale(square, serif) <= 1250


class Capitals(NamedTuple):
    """What matching asks of a face: units of its em, the height of its H (0: it has none)."""

    upem: int
    capital: int

    def height(self, _character: str) -> int:
        return self.capital


@pytest.mark.parametrize(
    ("han", "latin", "scale"),
    [
        ((1000, 700), (1000, 700), 1000),
        ((1000, 700), (1000, 660), 1061),
        ((1000, 700), (2048, 1434), 1000),
        ((1000, 700), (1000, 560), 1250),
        ((1000, 700), (1000, 400), 1250),
        ((1000, 560), (1000, 700), 800),
        ((1000, 400), (1000, 700), 800),
        ((1000, 0), (1000, 700), 1000),
        ((1000, 700), (1000, 0), 1000),
    ],
)
def test_capitals_are_matched_within_bounds(han: tuple[int, int], latin: tuple[int, int], scale: int) -> None:
    assert matched_scale(cast(Face, Capitals(*han)), cast(Face, Capitals(*latin))) == scale


def test_word_spaces_grow_with_the_latin_they_stand_in() -> None:
    plain, large = items_of("A B", LatinSetting()), items_of("A B", LatinSetting(scale=1_200))
    assert abs(large.word_space * 1000 - plain.word_space * 1200) <= 1_000
    assert large.advance[1] * 1000 == pytest.approx(plain.advance[1] * 1200, abs=2_000)
