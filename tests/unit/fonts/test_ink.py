"""What the glyphs of a run cover."""

from __future__ import annotations

from conftest import ROOT

from huozi.display import GlyphRun
from huozi.fonts.catalog import Catalog
from huozi.fonts.ink import InkBox, ink_boxes

FACE = Catalog([str(ROOT / "tests" / "fonts")]).face("square")


def test_a_box_goes_with_the_place_the_size_and_the_rise_of_its_glyph() -> None:
    extents = FACE.hb_font.get_glyph_extents(FACE.glyph("国"))
    assert extents is not None
    units = (extents.x_bearing, extents.y_bearing, extents.width, extents.height)
    assert (FACE.upem, units) == (1000, (0, 840, 920, -920))
    run = GlyphRun("square", 10_000, (FACE.glyph("国"),) * 2, (0, 12_000), ("国", "国"), 22_000)
    assert list(ink_boxes(run, FACE)) == [
        ("国", InkBox(0, -8_400, 9_200, 800)),
        ("国", InkBox(12_000, -8_400, 21_200, 800)),
    ]
    (raised, _) = ink_boxes(run._replace(rise=2_000), FACE)
    assert raised[1] == InkBox(0, -10_400, 9_200, -1_200)


def test_what_has_no_ink_has_no_box() -> None:
    run = GlyphRun("square", 10_000, (FACE.glyph(" "),), (0,), (" ",), 5_000)
    assert list(ink_boxes(run, FACE)) == []
