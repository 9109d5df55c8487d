"""Markdown set in the square layout (20 characters of 10 pt in a line): the rows it becomes, what stands in them."""

from __future__ import annotations

from typing import NamedTuple

from issues import HOUSE, sheet
from plain_pages import Row, lay_out
from squares import EM

from huozi.blocks.body import set_blocks
from huozi.blocks.setting import Setting
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings
from huozi.display import GlyphRun
from huozi.fonts.catalog import Catalog
from huozi.galley import Galley


class Line(NamedTuple):
    """A line of the galley: its runs of text with where each starts, in ems from the column's edge."""

    texts: tuple[str, ...]
    ems: tuple[float, ...]

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(self.texts)


def setting(*overrides: tuple[str, str], layout: str = "square", findings: Findings | None = None) -> Setting:
    style = sheet(layout, *overrides)
    return Setting(style, Catalog(HOUSE.fonts), Findings() if findings is None else findings, style.page.area.measure)


def galley(
    markdown: str, *overrides: tuple[str, str], layout: str = "square", findings: Findings | None = None
) -> Galley:
    """The galley of a Markdown text; what is found in reading and in setting goes to ``findings``."""
    into = Findings() if findings is None else findings
    blocks = read_markdown(markdown, "a.md", ".", into).blocks
    return set_blocks(blocks, setting(*overrides, layout=layout, findings=into))


def rows(
    markdown: str, *overrides: tuple[str, str], layout: str = "square", findings: Findings | None = None
) -> tuple[Row, ...]:
    return lay_out(galley(markdown, *overrides, layout=layout, findings=findings))


def line_of(row: Row, em: int = EM) -> Line:
    """What stands in a row; nothing where it is space."""
    items = row.slug.items if row.slug else ()
    runs = [(placed.x + placed.item.xs[0], placed.item) for placed in items if isinstance(placed.item, GlyphRun)]
    return Line(tuple("".join(run.texts) for _, run in runs), tuple(x / em for x, _ in runs))


def lines(
    markdown: str, *overrides: tuple[str, str], layout: str = "square", findings: Findings | None = None
) -> list[Line]:
    return [line_of(row) for row in rows(markdown, *overrides, layout=layout, findings=findings)]


def text_starts(found: list[Line]) -> list[float]:
    """Where the text of each line starts: after its label, if it has one."""
    return [line.ems[-1] for line in found]
