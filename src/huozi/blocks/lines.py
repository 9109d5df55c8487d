"""From inlines to lines: what the editors wrote as stretches, composed, and cast on the line grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from huozi.blocks.setting import Setting
from huozi.content.issue_model import BAR
from huozi.content.model import UNMARKED, CrossRef, Inline, Markup, NoteRef, Ruby, Script, Text, TextRole
from huozi.diagnostics import Findings, Span
from huozi.display import Placed, Role
from huozi.fonts.borrowed import borrowed_in_title
from huozi.galley import Composer, SetLine, Slug
from huozi.geometry import Mpt, baseline
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.hints import FORCED_BREAK, LEVEL, LOWERED, PREFERRED_BREAK, RAISED
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.lines.runs import glyph_runs, worn_runs
from huozi.structure import Element, Kind
from huozi.style.model import Stylesheet
from huozi.style.text_style import ParagraphStyle, TitleShape


def compose_inlines(
    setting: Setting, inlines: Sequence[Inline], style: ParagraphStyle, *, break_at_bars: bool = False
) -> Composed:
    """The inlines of a block as a composed paragraph."""
    stretches = [stretch for inline in inlines for stretch in stretches_of(setting, inline, style)]
    return compose(stretches, style, setting.measure, setting.findings, break_at_bars=break_at_bars)


def compose_heading(
    setting: Setting, inlines: Sequence[Inline], style: ParagraphStyle, *, break_at_bars: bool = False
) -> Composed:
    """A title or heading, where ``|`` is a preferred line break (``break_at_bars``: always taken).

    What it borrows from other faces is seen at once.
    """
    if len(inlines) > 1:
        _report_unseen(setting, inlines, style)
    found, broken = Findings(), [_with_breaks(inline) for inline in _joined(inlines)]
    composed = compose_inlines(setting._replace(findings=found), broken, style, break_at_bars=break_at_bars)
    setting.findings.extend(borrowed_in_title(found))
    return composed if style.shape == "fill" or composed.line_count < 2 else _turned(composed, style.shape)


def _turned(composed: Composed, shape: TitleShape) -> Composed:
    """A title of more than a line, its lines in the shape that its style asks for."""
    from huozi.paragraph.breaking.turned import turned  # most titles go into a line

    ends = turned(composed.work, shape)
    return composed if ends is None else composed.broken_at(ends)


def _report_unseen(setting: Setting, inlines: Sequence[Inline], style: ParagraphStyle) -> None:
    """Report a part of a title or heading that is emphasised and looks like the rest, which is in its faces anyway."""
    choices = {TextRole.STRONG: style.strong, TextRole.EMPHASIS: style.emphasis}
    words = [inline for inline in inlines if isinstance(inline, Text | Ruby)]
    same = [word for word in words if word.role in choices and choices[word.role][:2] == style.font[:2]]
    if same and any(word.role is TextRole.PLAIN for word in words):
        setting.findings.add(same[0].span, "emphasis-unseen")


def _joined(inlines: Sequence[Inline]) -> list[Inline]:
    """Inlines of a title or heading, texts that an escape parts within a line made one: letters stand by letters."""
    joined: list[Inline] = []
    for inline in inlines:
        match joined[-1:], inline:
            case [Text(before, span, role, markup) as last], Text() if inline[2:] == (role, markup) and (
                inline.span.line == span.line and "\n" not in (before, inline.text)
            ):
                joined[-1] = last._replace(text=before + inline.text)
            case _:
                joined.append(inline)
    return joined


def _with_breaks(inline: Inline) -> Inline:
    """An inline of a title or heading, its ``|`` made preferred breaks."""
    match inline:
        case Text(text):
            return inline._replace(text=text.replace("|", PREFERRED_BREAK).replace(BAR, "|"))
        case _:
            return inline


def stretches_of(setting: Setting, inline: Inline, style: ParagraphStyle) -> list[Stretch]:
    """The stretches of an inline in a style's faces and size."""
    match inline:
        case Text("\n", span, role):
            return [Stretch(FORCED_BREAK, setting.faces(style, role), span)]
        case Text(text, span, role, markup) if markup == UNMARKED:
            return [Stretch(text, setting.faces(style, role), span, whole=role is TextRole.CODE)]
        case Text() | Ruby() | NoteRef() | CrossRef():
            from huozi.blocks.marked import marked_stretches  # plain text does without

            return marked_stretches(inline, style, setting)
        case _:
            assert_never(inline)


def set_text(setting: Setting, text: str, style: ParagraphStyle, measure: Mpt, span: Span) -> tuple[SetLine, ...]:
    """A plain text in a style, that is no running text: of a cover, the contents, a running head."""
    stretches = [Stretch(text, setting.catalog.faces(style.font), span)]
    if LEVEL in text:
        stretches = _scripted(stretches[0], style, setting)
    found = Findings()
    composed = compose(stretches, style, measure, found)
    setting.findings.extend(borrowed_in_title(found, span))
    return tuple(
        SetLine(style.inset_left + line.x, line.width, glyph_runs(composed.items, line, style.ink))
        for line in composed.set()
    )


def _scripted(line: Stretch, style: ParagraphStyle, setting: Setting) -> list[Stretch]:
    """A line cut where raised or lowered texts stand in it."""
    from huozi.blocks.marked import look_of  # few lines have any

    stretches: list[Stretch] = []
    for piece in line.text.split(LEVEL):
        for mark, script in ((RAISED, Script.SUPER), (LOWERED, Script.SUB)):
            level, found, text = piece.partition(mark)
            if found:
                look = look_of(Markup(script=script), style.size, setting.sheet.characters)
                stretches += [line._replace(text=level), line._replace(text=text, look=look)]
                break
        else:
            stretches.append(line._replace(text=piece))
    return [stretch for stretch in stretches if stretch.text]


def composer(setting: Setting, place: Span) -> Composer:
    """``set_text`` with a memory: running heads and contents ask for the same text again and again.

    ``place`` is where findings stand of texts that a layout makes of the issue's fields, and have no place.
    """
    known: dict[tuple[str, ParagraphStyle, Mpt], tuple[SetLine, ...]] = {}

    def set_once(text: str, style: ParagraphStyle, measure: Mpt, span: Span) -> tuple[SetLine, ...]:
        asked = (text, style, measure)
        if asked not in known:
            known[asked] = set_text(setting, text, style, measure, span if span.file else place)
        return known[asked]

    return set_once


def lines_taken(sheet: Stylesheet, style: ParagraphStyle, count: int) -> int:
    """Grid lines that ``count`` lines of a style take (占行): the style's own number, more where they don't fit."""
    area = sheet.page.area
    depth = (count - 1) * style.leading + style.size
    needed = 1 - (-(depth - area.size) // area.leading) if depth > area.size else 1
    return max(style.lines_of(count), needed)


ROLES = {Kind.TITLE: Role.TITLE, Kind.SECTION_NAME: Role.SECTION, Kind.HEADING: Role.HEADING}
"""The role of a text by the kind of its element; all others are paragraphs."""


def cast_whole(setting: Setting, composed: Composed, style: ParagraphStyle, element: Element, keep: int = 0) -> Slug:
    """All lines of a heading as one piece, centred in the grid lines it takes."""
    area = setting.sheet.page.area
    lines = composed.set()
    height = lines_taken(setting.sheet, style, max(len(lines), 1))
    depth = (len(lines) - 1) * style.leading + style.size
    top = (height * area.leading - (area.leading - area.size) - depth) // 2
    tops = [(line, top + number * style.leading) for number, line in enumerate(lines)]
    items = tuple(placed for line, down in tops for placed in place_line(composed, line, style, down, element))
    slug = Slug(height, items, element.span, keep)
    return with_hung(setting, slug, composed, tops, style) if composed.items.worn else slug


def cast_line(
    setting: Setting, composed: Composed, line: Line, style: ParagraphStyle, span: Span, element: Element
) -> Slug:
    """One line of running text as a slug on the grid, its em box centred in the lines that it needs."""
    area = setting.sheet.page.area
    height = area.lines_for(style.size)
    top = ((height - 1) * area.leading + area.size - style.size) // 2
    slug = Slug(height, tuple(place_line(composed, line, style, top, element)), span)
    return with_hung(setting, slug, composed, [(line, top)], style) if composed.items.worn else slug


def with_hung(
    setting: Setting, slug: Slug, composed: Composed, tops: Sequence[tuple[Line, Mpt]], style: ParagraphStyle
) -> Slug:
    """A slug of marked text with what stands out of its lines and what these call; ``tops``: of their em boxes."""
    from huozi.blocks.calls import slug_calls  # plain text has nothing
    from huozi.blocks.hung import hung_below

    below = tuple(hung for line, top in tops for hung in hung_below(setting, composed, line, style, top))
    calls = slug_calls(composed, (line for line, _ in tops))
    return slug._replace(hung=below, read=any(placed.role is Role.READING for placed in slug.items), calls=calls)


def place_line(
    composed: Composed, line: Line, style: ParagraphStyle, top: Mpt, element: Element | None
) -> list[Placed]:
    """A line's runs at their places, ``top`` being the top of its em box in the slug, as parts of an element."""
    role = Role.PARAGRAPH if element is None else ROLES.get(element.kind, Role.PARAGRAPH)
    y = top + baseline(style.size)
    left = style.inset_left + line.x
    if not composed.items.worn:
        return [Placed(left + x, y, run, role, 0, element) for x, run in glyph_runs(composed.items, line, style.ink)]
    from huozi.blocks.calls import mark_of  # plain text has none
    from huozi.paragraph.lines.decorate import decorations

    placed = [
        Placed(left + x, y, run, role, 0, mark_of(element, look.calls))
        for look, (x, run) in worn_runs(composed.items, line, style.ink)
    ]
    for x, down, item, own in decorations(composed.items, line, style.ink):
        order = -1 if own is Role.ARTIFACT else 0
        placed.append(Placed(left + x, y + down, item, own or role, order, element))
    return placed
