"""Paragraphs and headings as galley matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from huozi.blocks.frame import across, spaced
from huozi.blocks.lines import cast_line, cast_whole, compose_heading, compose_inlines
from huozi.blocks.setting import Setting
from huozi.content.model import NO_HINTS, Block, Heading, Hints, Inline
from huozi.diagnostics import Span
from huozi.galley import Galley, SetParagraph, Slug, Variant
from huozi.paragraph.compose import Composed
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle

if TYPE_CHECKING:
    from huozi.paragraph.breaking import for_pages

SetBlocks: TypeAlias = Callable[[Sequence[Block], Setting, str], Galley]
"""Blocks in order as galley matter, paragraphs in the style named: handed to the kinds of block that hold others."""

HEADING_STYLES = {2: "heading-2", 3: "heading-3", 4: "heading-4"}
"""Styles of headings by level; deeper ones take the last."""

STRAINED = 8
"""A line whose characters stand further apart than an em's part of so many is reported, if an editor asked for it."""


def set_paragraph(
    inlines: Sequence[Inline], setting: Setting, style: ParagraphStyle, element: Element, hints: Hints = NO_HINTS
) -> Galley:
    """A paragraph whose lines are cut into slugs when the pages ask for them; an editor's words (``hints``) come first.

    All its lines are parts of the element.

    Findings: ``hint-impossible``, ``hint-strained``.
    """
    composed = compose_inlines(setting, inlines, style)
    if not composed.line_count:
        return ()
    span = element.span
    asked = _possible(hints.lines, composed, setting, span) if hints.lines else 0

    found: list[tuple[for_pages.Variant, ...]] = []

    def variants() -> tuple[Variant, ...]:
        if not found:  # looking is dear, and words of an editor are tried on all the issue
            found.append(_variants_of(composed, setting))
        return tuple(Variant(each.lines, each.price, each.strain) for each in found[0])

    def cast(lines: int) -> tuple[Slug, ...]:
        chosen = next((each for known in found for each in known if each.lines == lines), None)
        set_lines = composed.lines_of(chosen) if chosen else composed.set(lines - composed.line_count)
        return tuple(
            cast_line(setting, composed, line, style, composed.place(line.start) if line.start else span, element)
            for line in set_lines
        )

    paragraph = SetParagraph(
        composed.line_count,
        cast,
        span,
        variants,
        setting.sheet.page.area.lines_for(style.size),
        is_lone=composed.is_lone,
        may_be_cut=style.align == "justify",
    )
    if asked:
        paragraph = _in_lines(paragraph, composed.line_count + asked)
    if hints is NO_HINTS:
        return spaced((paragraph,), style)
    from huozi.blocks.asked import started, text_asked  # few paragraphs have an editor's words

    return started(spaced((text_asked(paragraph, hints._replace(lines=asked)),), style), hints)


def _variants_of(composed: Composed, setting: Setting) -> tuple[for_pages.Variant, ...]:
    """The numbers of lines that pages may set a paragraph in, as far as its layout lets them."""
    make_up = setting.sheet.make_up
    stretch = make_up.widest(composed.items.em, composed.measure)
    return composed.variants(stretch, pull_in=make_up.pull_in)


def _in_lines(paragraph: SetParagraph, lines: int) -> SetParagraph:
    """A paragraph in the number of lines that an editor asks for, which is final."""
    final = (Variant(lines),)
    return paragraph._replace(lines=lines, variants=lambda: final, unasked=paragraph.variants)


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
    matter = across(style, setting, lambda within: _heading(heading, style, within))
    if heading.hints is NO_HINTS:
        return matter
    from huozi.blocks.asked import started  # few headings have an editor's words

    return started(matter, heading.hints)


def _heading(heading: Heading, style: ParagraphStyle, setting: Setting) -> Galley:
    """A heading as one slug with its empty lines."""
    composed = compose_heading(setting, heading.inlines, style, break_at_bars=True)
    element = setting.part(Kind.HEADING, heading.span, heading.inlines, heading.level)
    slug = cast_whole(setting, composed, style, element, style.keep_lines)
    if heading.hints is not NO_HINTS:
        from huozi.blocks.asked import text_asked

        return spaced((text_asked(slug, heading.hints),), style)
    return spaced((slug,), style)
