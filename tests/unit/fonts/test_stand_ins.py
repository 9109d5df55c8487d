"""Characters that look the same, and the form that Chinese has of a mark."""

from __future__ import annotations

import pytest
from conftest import ROOT

from huozi.fonts.catalog import Catalog
from huozi.fonts.face import Face
from huozi.fonts.shaping import HAN, form_of, shape

HAN_FACES = (
    "NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSerifSC-Black", "NotoSansSC-SemiBold", "LXGWWenKai-Regular",
)  # fmt: skip
CATALOG = Catalog([str(ROOT / "fonts")])


def extents(face: Face, glyph: int) -> tuple[int, int]:
    """Foot and head of a glyph's ink, in units of the em."""
    found = face.hb_font.get_glyph_extents(glyph)
    assert found is not None
    return found.y_bearing + found.height, found.y_bearing


@pytest.mark.parametrize("key", HAN_FACES)
@pytest.mark.parametrize("mark", "—⸺⸻")
def test_every_dash_stands_as_the_dash_of_two_ems(key: str, mark: str) -> None:
    face = CATALOG.face(key)
    if not face.glyph(mark):
        assert (key, mark) == ("LXGWWenKai-Regular", "⸻"), "the only one that a shipped face lacks"
        return
    together = shape(face, "——", face.upem, HAN)
    assert extents(face, form_of(face, mark)) == extents(face, together[0].glyph)
    assert sum(extents(face, form_of(face, mark))) // 2 in (379, 380), "half of the em box, from -120 to 880"


@pytest.mark.parametrize("key", HAN_FACES)
@pytest.mark.parametrize("mark", "…·“”，。、；：！？（）《》－～％℃\u200b")
def test_what_has_one_form_keeps_it(key: str, mark: str) -> None:
    face = CATALOG.face(key)
    assert form_of(face, mark) == face.glyph(mark)


@pytest.mark.parametrize(
    ("character", "other", "lacking"),
    [
        ("\u2011", "-", "SourceSerif4-Regular"),  # non-breaking hyphen
        ("\u212b", "\u00c5", "SourceSerif4-Regular"),  # angstrom sign
        ("\u22c5", "\u00b7", "SourceSerif4-Regular"),  # dot operator
        ("\u22c5", "\u00b7", "NotoSerifSC-Bold"),
        ("\u2219", "\u00b7", "NotoSansSC-SemiBold"),  # bullet operator
        ("\u02bc", "\u2019", "NotoSerifSC-Regular"),  # modifier letter apostrophe
    ],
)
def test_a_character_is_drawn_as_one_that_looks_the_same(character: str, other: str, lacking: str) -> None:
    face = CATALOG.face(lacking)
    assert face.hb_font.get_nominal_glyph(ord(other)), "else nothing is shown"
    assert face.glyph(character) == face.glyph(other) != 0
    assert shape(face, f"x{character}x", 1000)[1].glyph == shape(face, f"x{other}x", 1000)[1].glyph


@pytest.mark.parametrize(("character", "other"), [("\u2212", "-"), ("ə", "e"), ("⁺", "+"), ("―", "—"), ("ﬁ", "f")])
def test_what_only_resembles_another_does_not_stand_in(character: str, other: str) -> None:
    for key in (*HAN_FACES, "SourceSerif4-Regular", "SourceSerif4-Bold"):
        face = CATALOG.face(key)
        assert face.glyph(character) != face.glyph(other)
