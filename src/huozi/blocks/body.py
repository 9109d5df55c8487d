"""The blocks of an article's body as galley matter: paragraphs and headings here, other kinds a module each.

Those modules are loaded when the first of their blocks shows up: most issues have few of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from huozi.blocks.frame import closed_up, spaced
from huozi.blocks.setting import Setting
from huozi.content.model import (
    Block,
    DefinitionList,
    Dialogue,
    Float,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Styled,
    Verse,
)
from huozi.diagnostics import Span
from huozi.display import Role
from huozi.galley import Galley, Slug
from huozi.galley import Paragraph as SetParagraph
from huozi.paragraph.compose import Composed
from huozi.style.model import ParagraphStyle

HEADING_STYLES = {2: "heading-2", 3: "heading-3", 4: "heading-4"}
"""Styles of headings by level; deeper ones take the last."""

STRAINED = 8
"""A line whose characters stand further apart than an em's part of so many is reported, if an editor asked for it."""


def set_blocks(blocks: Sequence[Block], setting: Setting, style_name: str = "body") -> Galley:
    """Blocks in order as galley matter; paragraphs in the style named."""
    return closed_up(tuple(matter for block in blocks for matter in set_block(block, setting, style_name)))


def set_block(block: Block, setting: Setting, style_name: str) -> Galley:  # noqa: PLR0911  # a kind each
    """One block as galley matter."""
    match block:
        case Paragraph(inlines, _, looseness):
            return set_paragraph(inlines, setting, setting.style(style_name), block, looseness)
        case Heading(level, inlines, _):
            return set_heading(level, inlines, setting, block)
        case ListBlock():
            from huozi.blocks.lists import set_list

            return set_list(block, setting)
        case DefinitionList():
            from huozi.blocks.definitions import set_definitions

            return set_definitions(block, setting)
        case Quote():
            from huozi.blocks.quotes import set_quote

            return set_quote(block, setting)
        case Verse():
            from huozi.blocks.verse import set_verse

            return set_verse(block, setting)
        case Dialogue():
            from huozi.blocks.dialogue import set_dialogue

            return set_dialogue(block, setting)
        case Styled():
            from huozi.blocks.styled import set_styled

            return set_styled(block, setting, style_name)
        case Float(_, caption, _, _, _):
            return set_paragraph(caption, setting, setting.style("caption"), block)
        case _:
            assert_never(block)


def set_paragraph(
    inlines: Sequence[Inline], setting: Setting, style: ParagraphStyle, block: Block, looseness: int = 0
) -> Galley:
    """A paragraph whose lines are cut into slugs when the pages ask for them; an editor's ``looseness`` comes first.

    Findings: ``hint-impossible``, ``hint-strained``.
    """
    composed = setting.compose(inlines, style)
    if not composed.line_count:
        return ()
    asked = _possible(looseness, composed, setting, block.span) if looseness else 0

    known: dict[int, tuple[Slug, ...]] = {}

    def slugs(more: int) -> tuple[Slug, ...]:
        loose = asked + more if composed.breaking(asked + more) else asked
        if loose not in known:
            lines = composed.set(loose)
            known[loose] = tuple(setting.line_slug(composed, line, style, Role.PARAGRAPH, block.span) for line in lines)
        return known[loose]

    return spaced((SetParagraph(composed.line_count + asked, slugs, block.span),), style)


def _possible(looseness: int, composed: Composed, setting: Setting, span: Span) -> int:
    """The looseness that an editor asks for, 0 where there is no breaking into so many lines."""
    wanted = composed.line_count + looseness
    if composed.breaking(looseness) is None:
        setting.findings.add(span, "hint-impossible", lines=composed.line_count, wanted=wanted)
        return 0
    em = composed.items.em
    stretch = max(
        sum(max(step.amount, 0) for step in line.adjustments) // max(line.end - line.start - 1, 1)
        for line in composed.set(looseness)
    )
    if stretch * STRAINED > em:
        setting.findings.add(span, "hint-strained", wanted=wanted, stretch=f"{stretch / em:.2f}")
    return looseness


def set_heading(level: int, inlines: Sequence[Inline], setting: Setting, block: Block) -> Galley:
    """A heading in one piece with the lines that must follow it; ``|`` parts its lines."""
    style = setting.style(HEADING_STYLES.get(level, HEADING_STYLES[max(HEADING_STYLES)]))
    composed = setting.compose_heading(inlines, style, break_at_bars=True)
    return spaced((setting.slug(composed, style, Role.HEADING, block.span, style.keep_lines),), style)
