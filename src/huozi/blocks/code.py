"""Lines of programs: set as they stand, in a face of their own, closer than the body; long ones are turned over.

Spaces at a line's beginning, beside full-width characters, and where two or more part its text, keep what follows in
its column: of half an em each, unless the text before reaches further.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import compile as pattern
from unicodedata import east_asian_width

from huozi.blocks.frame import bare
from huozi.blocks.lines import place_line
from huozi.blocks.setting import Setting
from huozi.content.model import Code
from huozi.display import Path, Placed, Role
from huozi.galley import Galley, SetParagraph, Slug
from huozi.geometry import Mpt, baseline
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.model import TypeArea
from huozi.style.text_style import ParagraphStyle, TextStyle

AS_WRITTEN = TextStyle(
    profile="unicode", kinsoku="none", line_start="full", line_end="full", fill="least", han_latin=0,
    han_latin_max=0, adjacent_marks="2字", lone_character=False,
)  # fmt: skip
"""How its characters stand: none gives way to another."""

ENDLESS: Mpt = 1_000_000_000
"""A measure that no line is turned over at."""

TURNED = 2
"""Ems that what is turned over is moved in."""

MOST_IN_GROUP = 4
"""Lines at most that make one whole number of grid lines together, and are not parted."""

BREAK_AFTER = frozenset(" ,;:([{)]}|&=+，。；：）")
"""Characters behind which a line is rather turned over."""

_WIDE = r"\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"
_PIECES = pattern(rf"\S+(?:(?<![{_WIDE}]) (?![{_WIDE}])\S+)*")


class _Segment(NamedTuple):
    """Text of a line without more than one space in a row, composed, from ``x`` on (Mpt)."""

    x: Mpt
    composed: Composed
    xs: tuple[Mpt, ...]
    end: Mpt


class _Row(NamedTuple):
    """A line as it is set: what stands in it from where on, and whether it is one that was turned over."""

    parts: tuple[tuple[Mpt, _Segment, int, int], ...]
    turned: Mpt = -1


def set_code(block: Code, setting: Setting) -> Galley:
    """Lines of a program as one paragraph that goes on over columns. Finding: ``character-missing``."""
    style = code_style(setting)
    rows = [row for line in block.lines for row in _turned(_segments(line, style, setting, block), style, setting)]
    if not rows:
        return ()
    element = setting.part(Kind.CODE, block.span)
    area = setting.sheet.page.area
    count, depth = grouping(max(style.leading, style.size), area)
    leading = depth * area.leading // count
    groups = [rows[at : at + count] for at in range(0, len(rows), count)]
    top = (area.size - style.size) // 2
    deep = (len(groups[-1]) - 1) * leading + top + style.size
    last = area.lines_for(deep)
    white = last * area.leading - (area.leading - area.size) + top - deep
    top += white // 2 if len(groups) == 1 else min(white // 2, max(leading - style.size - top, 0))

    def cast(_lines: int) -> tuple[Slug, ...]:
        return tuple(
            Slug(
                last if group is groups[-1] else depth,
                tuple(
                    placed
                    for number, row in enumerate(group)
                    for placed in _placed(row, style, top + number * leading, element)
                ),
                block.span,
            )
            for group in groups
        )

    return (SetParagraph(len(groups), cast, block.span, depth=depth, tail=(last,)),)


def code_style(setting: Setting) -> ParagraphStyle:
    """The style of lines of programs: the layout's ``code-block``, else the body in its face for code."""
    styles = setting.sheet.styles
    style = styles.get("code-block") or styles["body"]._replace(font=styles["body"].code)
    return bare(style)._replace(indent=0, align="left", text=AS_WRITTEN, letter_spacing=0)


def grouping(leading: Mpt, area: TypeArea) -> tuple[int, int]:
    """How many lines of a leading stand in how many grid lines, as close as whole numbers of them allow.

    Four lines of 14 pt take three of 18.7 pt; those of the body's own leading take one each.
    """
    choices = [
        (count, lines)
        for count in range(1, MOST_IN_GROUP + 1)
        for lines in range(1, max(2 * count, 2))
        if lines * area.leading >= leading * count - area.leading // 100
    ]
    return min(choices, key=lambda each: (each[1] * 1000 // each[0], each[0]), default=(1, area.lines_for(leading)))


def _segments(line: str, style: ParagraphStyle, setting: Setting, block: Code) -> tuple[_Segment, ...]:
    """The texts of a line at their columns."""
    faces = setting.catalog.faces(style.font).without_ligatures()
    half = style.size // 2
    found: list[_Segment] = []
    for piece in _PIECES.finditer(line):
        composed = compose((Stretch(piece[0], faces, block.span, whole=True),), style, ENDLESS, setting.findings)
        if not composed.line_count:
            continue
        x = columns_of(line[: piece.start()]) * half
        if found:
            x = max(x, found[-1].end + half)
        set_line = composed.set()[0]
        found.append(_Segment(x, composed, tuple(x + each for each in set_line.xs), x + set_line.width))
    return tuple(found)


def columns_of(text: str) -> int:
    """The columns that a text takes, full-width characters two.

    >>> columns_of("a = 字")
    6
    """
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _turned(segments: Sequence[_Segment], style: ParagraphStyle, setting: Setting) -> Iterator[_Row]:
    """The rows of a line; what is turned over stands further in than its beginning."""
    room = setting.measure
    if not segments:
        yield _Row(())
        return
    start = min(segments[0].x, room // 2)
    further = min(start + TURNED * style.size, room // 2 + TURNED * style.size)
    characters = [(segment, at) for segment in segments for at in range(len(segment.xs))]
    begin, left, turned = 0, start, Mpt(-1)
    while begin < len(characters):
        end = _row_end(characters, begin, room - left)
        origin = _x(characters[begin])
        parts: list[tuple[Mpt, _Segment, int, int]] = []
        for segment in segments:
            own = [at for each, at in characters[begin:end] if each is segment]
            if own:
                parts.append((left + segment.xs[own[0]] - origin, segment, own[0], own[-1] + 1))
        yield _Row(tuple(parts), turned)
        begin, left, turned = end, further, further


def _x(character: tuple[_Segment, int]) -> Mpt:
    return character[0].xs[character[1]]


def _x_after(character: tuple[_Segment, int]) -> Mpt:
    segment, at = character
    return segment.xs[at + 1] if at + 1 < len(segment.xs) else segment.end


def _row_end(characters: Sequence[tuple[_Segment, int]], begin: int, room: Mpt) -> int:
    """How far a row goes: as far as it is full, if it can behind a space or a sign that parts."""
    origin, end = _x(characters[begin]), begin + 1
    while end < len(characters) and _x_after(characters[end]) - origin <= room:
        end += 1
    if end == len(characters):
        return end
    for at in range(end, begin, -1):
        segment, index = characters[at - 1]
        if (_x_after(characters[at - 1]) - origin) * 3 < room:
            break
        if segment.composed.items.text[index] in BREAK_AFTER or characters[at][0] is not segment:
            return at
    return end


def _placed(row: _Row, style: ParagraphStyle, top: Mpt, element: Element) -> Iterator[Placed]:
    """What stands in a row; one that was turned over is led by a hook, which is no part of the text."""
    if row.turned >= 0:
        em, foot = style.size, top + baseline(style.size) - style.size // 6
        hook = (("M", 0, -em * 2 // 5), ("L", 0, 0), ("L", em // 2, 0))
        yield Placed(
            row.turned - em, foot, Path(hook, stroke=style.ink, stroke_width=max(em // 25, 250)), Role.ARTIFACT, -1
        )
    for x, segment, first, end in row.parts:
        line = segment.composed.line(first, end)
        yield from place_line(segment.composed, line._replace(x=x), style, top, element)
