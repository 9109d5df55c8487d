"""Headings as galley matter: in whole lines of the grid (占行), stacked, hung by their numbers, begun on a page.

CLREQ on headings: a heading takes whole lines, its text in the middle of them; headings in a row take a line less in
all; none is the last thing in a column; some begin a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.blocks.frame import LEAST_MEASURE, across, spaced
from huozi.blocks.lines import cast_whole, compose_heading, lines_taken
from huozi.blocks.setting import Setting
from huozi.content.model import NO_HINTS, Block, Heading, Paragraph
from huozi.diagnostics import Findings
from huozi.galley import Band, Galley, Matter, SetParagraph, Slug, Start
from huozi.paragraph.compose import Composed
from huozi.records import NamedTuple
from huozi.structure import Kind
from huozi.style.text_style import ParagraphStyle

HEADING_STYLES = {2: "heading-2", 3: "heading-3", 4: "heading-4", 5: "heading-5"}
"""Styles of headings by level; a layout may have none for the last, and deeper ones take the last that it has."""


class _Made(NamedTuple):
    """A heading composed where it will stand; ``height`` is the grid lines that it takes, ``least`` those it needs."""

    heading: Heading
    style: ParagraphStyle
    setting: Setting
    composed: Composed
    height: int
    least: int


def set_headings(
    headings: Sequence[Heading],
    setting: Setting,
    text: ParagraphStyle,
    following: Block | None = None,
    *,
    below_title: bool = False,
) -> tuple[Galley, bool]:
    """Headings in a row, and whether what follows is set with them: a paragraph that the last of them begins.

    ``text`` is the style of that paragraph. ``below_title``: the first stands directly below an article's opening.
    Findings: ``run-in-alone``, ``heading-rank-unseen``.
    """
    *above, last = headings
    style = style_of(last, setting)
    if style.run_in and last.inlines:
        match following:
            case Paragraph():
                from huozi.blocks.run_in import set_run_in  # few layouts have any

                matter = _in_a_row(above, setting, below_title=below_title) if above else ()
                led = set_run_in(last, style, following, text, setting)
                is_asked = _is_asked(last) or _is_asked(following)  # and done
                return (*matter, *(led if above or is_asked else _by_style(led, style))), True
    return _in_a_row(headings, setting, below_title=below_title), False


def style_of(heading: Heading, setting: Setting) -> ParagraphStyle:
    """The style of a heading's rank. Finding: ``heading-rank-unseen``, once an article, where there is none."""
    styles = setting.sheet.styles
    level = min(max(heading.level, 2), max(HEADING_STYLES))
    shown = level if HEADING_STYLES[level] in styles else level - 1
    rule = "heading-rank-unseen"
    if heading.level > shown and all(item.rule != rule for item in setting.findings):
        setting.findings.add(heading.span, rule, found="#" * heading.level, shown="#" * shown)
    return styles[HEADING_STYLES[shown]]


def _in_a_row(headings: Sequence[Heading], setting: Setting, *, below_title: bool) -> Galley:
    """Headings as slugs, one below the other."""
    made = tuple(_made(heading, setting) for heading in headings)
    if (len(made) > 1 or below_title) and setting.sheet.stacked == "less":
        made = tuple(_stacked(made, below_title=below_title))
    matter: list[Matter] = []
    for at, each in enumerate(made):
        own = across(each.style, setting, lambda _, each=each: _cast(each))  # type: ignore[misc]  # of this turn
        matter += _begun(own, each.heading, each.style, first=not at)
    return tuple(matter)


def _made(heading: Heading, setting: Setting) -> _Made:
    """A heading composed, in the lines that it takes by itself; ``|`` parts its lines."""
    style = style_of(heading, setting)
    if style.run_in:
        setting.findings.add(heading.span, "run-in-alone", style=style.name)
    within = setting if style.span == 1 else setting.across(style.span)
    if style.hang_number:
        style = _hung(heading, style, within)
    composed = compose_heading(within, heading.inlines, style, break_at_bars=True)
    count = max(composed.line_count, 1)
    least = lines_taken(setting.sheet, style._replace(lines=0, lines_by=()), count)
    return _Made(heading, style, within, composed, lines_taken(setting.sheet, style, count), least)


def _cast(made: _Made) -> Galley:
    """A heading as one slug with its empty lines, and an editor's words on it."""
    heading, style = made.heading, made.style._replace(lines=made.height, lines_by=())
    element = made.setting.part(Kind.HEADING, heading.span, heading.inlines, heading.level)
    slug = cast_whole(made.setting, made.composed, style, element, style.keep_lines)
    if heading.hints is not NO_HINTS:
        from huozi.blocks.asked import text_asked  # few headings have an editor's words

        return spaced((text_asked(slug, heading.hints),), style)
    return spaced((slug,), style)


# ------------------------------------------------------------------ where a heading begins


def _begun(matter: Galley, heading: Heading, style: ParagraphStyle, *, first: bool = True) -> Galley:
    """A heading behind the start that an editor asks for, else that of its style.

    Of headings in a row the style of the ``first`` alone has a say: no heading is parted from what stands above it.
    """
    if _is_asked(heading):
        from huozi.blocks.asked import started

        return started(matter, heading.hints)
    return _by_style(matter, style) if first else matter


def _is_asked(block: Heading | Paragraph) -> bool:
    """Whether an editor asks where it begins."""
    return bool(block.hints.start or block.hints.break_before)


def _by_style(matter: Galley, style: ParagraphStyle) -> Galley:
    """A heading behind the start that its style asks for."""
    return (Start(style.start), *matter) if style.start != "run-on" else matter


TITLES = (Kind.TITLE, Kind.SUBTITLE)


def ends_in_title(opening: Galley) -> bool:
    """Whether a title or subtitle is the last of an article's opening, so that a heading stands stacked below it."""
    match [piece for piece in opening if not isinstance(piece, Band)]:
        case [*_, Slug(items=items)]:
            return any(placed.element is not None and placed.element.kind in TITLES for placed in items)
        case _:
            return False


def not_begun(body: Galley) -> Galley:
    """An article's body whose first line begins nothing by its style alone: that would leave the title by itself."""
    for at, piece in enumerate(body):
        match piece:
            case Start(words=()):
                return (*body[:at], *body[at + 1 :])
            case Start() | Slug() | SetParagraph():
                return body
    return body


# ------------------------------------------------------------------ headings in a row


def _stacked(made: Sequence[_Made], *, below_title: bool) -> Iterator[_Made]:
    """Headings, those that stand directly below each other a line less deep in all (多级标题叠排少占一行).

    The line is taken from that with most to spare, of equals from the last; none gets less than its text needs. Those
    of an article's opening keep theirs.
    """
    stack: list[_Made] = []
    joins = below_title
    for each in made:
        asks = _is_asked(each.heading)
        if stack and (stack[-1].style.lines_after or each.style.lines_before or asks):
            yield from _less_one(stack) if joins or len(stack) > 1 else stack
            stack, joins = [], False
        elif not stack:
            joins = joins and not (each.style.lines_before or asks)
        stack.append(each)
    yield from _less_one(stack) if joins or len(stack) > 1 else stack


def _less_one(stack: Sequence[_Made]) -> Iterator[_Made]:
    """Headings of a stack, one of them a line less deep, where one can be."""
    spare = [each.height - each.least for each in stack]
    chosen = max(range(len(stack)), key=lambda at: (spare[at], at))
    for at, each in enumerate(stack):
        yield each._replace(height=each.height - 1) if at == chosen and spare[at] else each


# ------------------------------------------------------------------ numbers


def _hung(heading: Heading, style: ParagraphStyle, setting: Setting) -> ParagraphStyle:
    """A style in which the turned lines of this heading begin behind the number that it begins with.

    As it is where the heading has one line, no number, or would be left too little; centred ones have no edge to hang.
    """
    if style.align not in ("left", "justify"):
        return style
    from huozi.content.typed_numbers import typed_number  # few layouts hang their headings

    tried = setting._replace(findings=Findings())
    composed = compose_heading(tried, heading.inlines, style, break_at_bars=True)
    number = typed_number(composed.items.text) if composed.line_count > 1 else None
    if number is None:
        return style
    flush = style._replace(align="left", indent=0)
    wide = tried._replace(measure=setting.measure + 2 * style.size * len(composed.items.text))
    first = compose_heading(wide, heading.inlines, flush, break_at_bars=True).set()[0]
    if number.length >= first.end:
        return style
    room = first.xs[number.length]
    if composed.measure - composed.indent - room < LEAST_MEASURE * style.size:
        return style
    return style._replace(inset_left=style.inset_left + composed.indent + room, indent=-room)
