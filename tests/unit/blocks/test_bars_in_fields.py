"""Bars in what an article says of itself: a preferred break in lines, none in running text; one that is text stays."""

from __future__ import annotations

import pytest
from issues import HOUSE, sheet
from plain_pages import lay_out
from squares import HERE

from huozi.blocks.openings import set_pieces
from huozi.blocks.setting import Setting
from huozi.content.issue_model import BAR
from huozi.content.model import Text
from huozi.diagnostics import Findings
from huozi.display import GlyphRun
from huozi.fonts.catalog import Catalog
from huozi.style.openings import TextPiece
from huozi.style.text_style import Align


def lines_of(text: str, align: Align) -> list[str]:
    style = sheet()
    setting = Setting(style, Catalog(HOUSE.fonts), Findings(), style.page.area.measure)
    piece = TextPiece("{note}", setting.style("body")._replace(align=align))
    galley = set_pieces((piece,), {"note": ((Text(text, HERE),),)}, (), setting)
    slugs = [row.slug for row in lay_out(galley) if row.slug]
    return [
        "".join("".join(placed.item.texts) for placed in slug.items if isinstance(placed.item, GlyphRun))
        for slug in slugs
    ]


@pytest.mark.parametrize("align", ["justify", "left"])
def test_a_bar_that_is_text_is_printed(align: Align) -> None:
    assert lines_of(f"渡口{BAR}石阶", align) == ["渡口|石阶"]


def test_running_text_has_no_preferred_break() -> None:
    assert lines_of("渡口 | 石阶", "justify") == ["渡口石阶"]
