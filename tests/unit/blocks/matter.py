"""Galley matter in a word a piece: what tests of bands and starts compare with what is written down."""

from __future__ import annotations

from typing import assert_never

from issues import HOUSE, sheet

from huozi.blocks.body import set_blocks
from huozi.blocks.setting import Setting
from huozi.content.markdown import read_markdown
from huozi.content.model import Block
from huozi.diagnostics import Findings
from huozi.display import GlyphRun
from huozi.fonts.catalog import Catalog
from huozi.galley import Band, Float, Galley, Mark, Matter, Note, SetParagraph, Slug, Space, Start


def setting(*overrides: tuple[str, str], layout: str = "square-columns", findings: Findings | None = None) -> Setting:
    """The surroundings of a layout's own columns: two of nine characters, or one of twenty in ``square``."""
    style = sheet(layout, *overrides)
    into, area = Findings() if findings is None else findings, style.page.area
    return Setting(style, Catalog(HOUSE.fonts), into, area.measure, columns=area.columns)


def blocks_of(markdown: str, findings: Findings | None = None) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return read_markdown(markdown, "a.md", ".", Findings() if findings is None else findings).blocks


def told(
    markdown: str, *overrides: tuple[str, str], layout: str = "square-columns", findings: Findings | None = None
) -> list[str]:
    """The pieces that a Markdown text becomes."""
    within = setting(*overrides, layout=layout, findings=findings)
    return pieces(set_blocks(blocks_of(markdown, findings), within))


def pieces(galley: Galley) -> list[str]:
    """Each piece of a galley in a word."""
    return [piece(matter) for matter in galley]


def piece(matter: Matter) -> str:  # noqa: PLR0911  # a kind each
    """A piece of matter in a word: a paragraph by its first character and its number of lines."""
    match matter:
        case SetParagraph(lines, cast):
            return f"{_text(cast(lines)[0])[:1]} in {lines}"
        case Slug():
            return _text(matter) or f"a slug of {matter.height}"
        case Space(lines):
            return f"space {lines}"
        case Start(at):
            return f"start {at}"
        case Band(columns):
            return f"band {columns}"
        case Mark(kind, key):
            return f"{kind} {key}"
        case Note(key, lines):
            return f"note {key} in {lines}"
        case Float(key, height):
            return f"float {key} of {height}"
        case _:
            assert_never(matter)


def _text(slug: Slug) -> str:
    return "".join("".join(placed.item.texts) for placed in slug.items if isinstance(placed.item, GlyphRun))


def ends(slug: Slug) -> float:
    """Where the last character of a line ends, in ems from the column's edge."""
    runs = [(placed.x, placed.item) for placed in slug.items if isinstance(placed.item, GlyphRun)]
    return max(x + run.xs[-1] for x, run in runs) / 10_000 + 1
