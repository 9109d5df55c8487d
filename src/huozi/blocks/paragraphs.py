"""Paragraphs and headings as galley matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from huozi.blocks.frame import spaced
from huozi.blocks.lines import cast_line, cast_whole, compose_heading, compose_inlines
from huozi.blocks.setting import Setting
from huozi.content.model import Block, Heading, Inline
from huozi.diagnostics import Span
from huozi.galley import Galley, SetParagraph, Slug
from huozi.paragraph.compose import Composed
from huozi.structure import Element, Kind
from huozi.style.model import ParagraphStyle

SetBlocks: TypeAlias = Callable[[Sequence[Block], Setting, str], Galley]
"""Blocks in order as galley matter, paragraphs in the style named: handed to the kinds of block that hold others."""

HEADING_STYLES = {2: "heading-2", 3: "heading-3", 4: "heading-4"}
"""Styles of headings by level; deeper ones take the last."""

STRAINED = 8
"""A line whose characters stand further apart than an em's part of so many is reported, if an editor asked for it."""


def set_paragraph(
    inlines: Sequence[Inline], setting: Setting, style: ParagraphStyle, element: Element, looseness: int = 0
) -> Galley:
    """A paragraph whose lines are cut into slugs when the pages ask for them; an editor's ``looseness`` comes first.

    All its lines are parts of the element.

    Findings: ``hint-impossible``, ``hint-strained``.
    """
    composed = compose_inlines(setting, inlines, style)
    if not composed.line_count:
        return ()
    span = element.span
    asked = _possible(looseness, composed, setting, span) if looseness else 0

    def cast(lines: int) -> tuple[Slug, ...]:
        return tuple(
            cast_line(setting, composed, line, style, composed.place(line.start) if line.start else span, element)
            for line in composed.set(lines - composed.line_count)
        )

    def variants():
        from huozi.galley import Variant
        from huozi.paragraph.breaking.cost import LONE, UNEVENNESS
        from huozi.paragraph.faults import widest_gap

        out = [Variant(composed.line_count)]
        if composed.work.shape.align != "justify" or asked:
            return tuple(out)
        stretch = composed.items.em // 16 if composed.measure > 29 * composed.items.em else composed.items.em // 12
        for more in (-1, 1):
            b = composed.breaking(more)
            if b is None:
                continue
            gaps = []
            start, room = 0, composed.work.shape.first
            for end in b.ends:
                slack = room - composed.work.measured.end[end] + composed.work.measured.start[start]
                gaps.append(0 if end in composed.work.stops else widest_gap(composed.work, start, end, slack))
                start, room = end, composed.work.shape.rest
            if None in gaps or max(gaps) > stretch or b.cost >> LONE:
                continue
            out.append(
                Variant(
                    composed.line_count + more,
                    max((b.cost >> UNEVENNESS) - (composed.best.cost >> UNEVENNESS), 1),
                    max(gaps),
                )
            )
        return tuple(out)

    depth = setting.sheet.page.area.lines_for(style.size)
    paragraph = SetParagraph(
        composed.line_count + asked,
        cast,
        span,
        variants,
        depth,
        is_lone=composed.is_lone,
        may_be_cut=style.align == "justify",
    )
    return spaced((paragraph,), style)


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


def set_heading(heading: Heading, setting: Setting) -> Galley:
    """A heading in one piece with the lines that must follow it; ``|`` parts its lines."""
    style = setting.style(HEADING_STYLES.get(heading.level, HEADING_STYLES[max(HEADING_STYLES)]))
    composed = compose_heading(setting, heading.inlines, style, break_at_bars=True)
    element = setting.part(Kind.HEADING, heading.span, heading.inlines, heading.level)
    return spaced((cast_whole(setting, composed, style, element, style.keep_lines),), style)
