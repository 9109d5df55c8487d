"""Paragraphs as galley matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from huozi.blocks.frame import spaced
from huozi.blocks.lines import cast_line, compose_inlines
from huozi.blocks.setting import Setting
from huozi.content.model import NO_HINTS, Block, Hints, Inline
from huozi.diagnostics import Span
from huozi.galley import Call, Galley, SetParagraph, Slug, Variant
from huozi.paragraph.compose import Composed
from huozi.paragraph.lines.justify import Line
from huozi.structure import Element
from huozi.style.text_style import ParagraphStyle

if TYPE_CHECKING:
    from huozi.paragraph.breaking import for_pages

SetBlocks: TypeAlias = Callable[[Sequence[Block], Setting, str], Galley]
"""Blocks in order as galley matter, paragraphs in the style named: handed to the kinds of block that hold others."""

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
    span = element.span

    def cast(line: Line) -> Slug:
        place = composed.place(line.start) if line.start else span
        return cast_line(setting, composed, line, style, place, element)

    return as_paragraph(composed, setting, style, span, hints, cast) if composed.line_count else ()


def as_paragraph(
    composed: Composed,
    setting: Setting,
    style: ParagraphStyle,
    span: Span,
    hints: Hints,
    cast_one: Callable[[Line], Slug],
) -> Galley:
    """What is composed as a paragraph of the galley; ``cast_one`` casts a line of it.

    Findings: as :func:`set_paragraph`.
    """
    asked = _possible(hints.lines, composed, setting, span) if hints.lines else 0
    found: list[tuple[for_pages.Variant, ...]] = []

    def variants() -> tuple[Variant, ...]:
        if not found:  # looking is dear, and words of an editor are tried on all the issue
            found.append(_variants_of(composed, setting))
        return tuple(Variant(each.lines, each.price, each.strain) for each in found[0])

    def chosen(lines: int) -> for_pages.Variant | None:
        return next((each for known in found for each in known if each.lines == lines), None)

    def cast(lines: int) -> tuple[Slug, ...]:
        variant = chosen(lines)
        set_lines = composed.lines_of(variant) if variant else composed.set(lines - composed.line_count)
        return tuple(map(cast_one, set_lines))

    def calls(lines: int) -> tuple[Call, ...]:
        from huozi.blocks.calls import line_calls  # few paragraphs call anything

        variant = chosen(lines)
        breaking = variant.breaking if variant else composed.breaking(lines - composed.line_count) or composed.best
        return line_calls(composed, breaking.ends) if breaking else ()

    paragraph = SetParagraph(
        composed.line_count,
        cast,
        span,
        variants,
        setting.sheet.page.area.lines_for(style.size),
        is_lone=composed.is_lone,
        may_be_cut=style.align == "justify",
        calls=calls if composed.called else None,
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
