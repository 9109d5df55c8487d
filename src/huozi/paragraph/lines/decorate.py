"""Decoration: what a line of marked text carries beside its glyphs — dots, lines below names, readings, links.

All of it follows the justified places of the characters. What is drawn is a line's own, relative to where it starts
on its baseline, y down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from huozi.diagnostics import Span
from huozi.display import Ink, Item, Link, Path, Role, Rule
from huozi.geometry import Mpt, baseline
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.look import Look, NameLine, Worn, worn_within
from huozi.paragraph.items.model import Items
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.lines.readings import place_readings, reading_runs
from huozi.records import NamedTuple


class Hanging(NamedTuple):
    """What hangs below a line, from its start and baseline, y down: the character that it begins at, and its box."""

    kind: Literal["name", "book", "dots"]
    first: int
    left: Mpt
    top: Mpt
    right: Mpt
    bottom: Mpt


class Drawn(NamedTuple):
    """Something that a line carries: its place from the line's start and baseline, its role (``None``: the text's)."""

    x: Mpt
    y: Mpt
    item: Item
    role: Role | None


def decorations(items: Items, line: Line, ink: Ink) -> Iterator[Drawn]:
    """What a line carries beside its glyphs, readings last."""
    worn = worn_within(items.worn, line.start, line.end)
    for first, last, look in worn:
        if look.dots is not None:
            yield from _dots(items, line, Worn(max(first, line.start), min(last, line.end), look), ink)
    for pieces in _joined(worn, _name):
        if pieces[0].look.line is not None:
            yield _name_line(items, line, pieces, ink)
    for pieces in _joined(worn, _link):
        if pieces[0].look.link:
            yield _link_area(items, line, pieces)
    if items.readings:
        for x, reading in place_readings(items, line.start, line.xs, line.width):
            for place, run in reading_runs(reading, x, ink):
                yield Drawn(place, 0, run, Role.READING)


def hanging(items: Items, line: Line) -> Iterator[Hanging]:
    """The dots and lines below a line's characters, dot by dot."""
    worn = worn_within(items.worn, line.start, line.end)
    for first, last, look in worn:
        if look.dots is not None:
            row = _dot_row(items, line, Worn(max(first, line.start), min(last, line.end), look))
            radius = look.dots.diameter // 2
            for index, centre in row.centres:
                yield Hanging("dots", index, centre - radius, row.top, centre + radius, row.top + look.dots.diameter)
    for pieces in _joined(worn, _name):
        drawn = pieces[0].look.line
        if drawn is not None:
            left, right, top = _name_extent(items, line, pieces, drawn)
            bottom = top + drawn.depth - drawn.distance
            yield Hanging(drawn.kind, max(pieces[0].start, line.start), left, top, right, bottom)


def _name(worn: Worn) -> tuple[str, Span] | None:
    return worn.look.line and (worn.look.line.kind, worn.look.line.key)


def _link(worn: Worn) -> str:
    return worn.look.link


def _joined(worn: Sequence[Worn], key: Callable[[Worn], object]) -> list[list[Worn]]:
    """The looks that are alike in something and stand side by side, together."""
    groups: list[list[Worn]] = []
    for piece in worn:
        if groups and groups[-1][-1].end == piece.start and key(groups[-1][-1]) == key(piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _left(items: Items, line: Line, index: int) -> Mpt:
    """The left edge of a character's em box (Han) or of its advance, from the line's start."""
    lead = items.offset[index] if items.classes[index] == cc.HAN else 0
    return line.xs[index - line.start] + lead


def _right(items: Items, line: Line, index: int, size: Mpt) -> Mpt:
    """The right edge of a character of a size, not beyond the line's end."""
    if items.classes[index] == cc.HAN:
        return _left(items, line, index) + size
    return min(line.xs[index - line.start] + items.advance[index], line.width)


def _below(look: Look, em: Mpt) -> Mpt:
    """The foot of the em box, from the line's baseline down."""
    size = look.size or em
    return size - baseline(size) - look.rise


ROUND = 552
"""Where the handles of a quarter of a circle stand, in thousandths of its radius."""


class _DotRow(NamedTuple):
    """A row of dots: the characters they stand below with their middles, and where they begin."""

    centres: list[tuple[int, Mpt]]
    top: Mpt


def _dot_row(items: Items, line: Line, worn: Worn) -> _DotRow:
    """A dot centred below each Han of a line's piece of text: marks, spaces and Latin have none (GB/T 15834, 5.2)."""
    look, dots = worn.look, worn.look.dots
    assert dots is not None  # it was chosen by them  # noqa: S101
    size = look.size or items.em
    centres = [
        (index, _left(items, line, index) + size // 2)
        for index in range(worn.start, worn.end)
        if items.classes[index] == cc.HAN and items.glyph[index] != -1
    ]
    return _DotRow(centres, _below(look, items.em) + dots.distance + (look.line.depth if look.line else 0))


def _dots(items: Items, line: Line, worn: Worn, ink: Ink) -> Iterator[Drawn]:
    """The dots of a line's piece of text, one path."""
    dots = worn.look.dots
    if dots is None:
        return
    radius = dots.diameter // 2
    row = _dot_row(items, line, worn)
    if row.centres:
        origin = row.centres[0][1] - radius
        outline = tuple(part for _, centre in row.centres for part in _circle(centre - origin, radius))
        yield Drawn(origin, row.top, Path(outline, fill=ink), Role.ARTIFACT)


def _circle(x: Mpt, radius: Mpt) -> Iterator[tuple[str | Mpt, ...]]:
    """A circle with its top at 0."""
    handle = radius * ROUND // 1000
    y, foot = radius, 2 * radius
    yield ("M", x, 0)
    yield ("C", x + handle, 0, x + radius, y - handle, x + radius, y)
    yield ("C", x + radius, y + handle, x + handle, foot, x, foot)
    yield ("C", x - handle, foot, x - radius, y + handle, x - radius, y)
    yield ("C", x - radius, y - handle, x - handle, 0, x, 0)
    yield ("Z",)


def _name_extent(items: Items, line: Line, pieces: Sequence[Worn], drawn: NameLine) -> tuple[Mpt, Mpt, Mpt]:
    """From where to where the line below a name reaches in this line, and how far below the baseline it begins.

    Where the name goes on in another line it runs to the line's end.
    """
    first, last = max(pieces[0].start, line.start), min(pieces[-1].end, line.end)
    size = pieces[-1].look.size or items.em
    goes_on = {count for count in (line.start, line.end) if _goes_over(items.worn, count)}
    left = _left(items, line, first) + (0 if first in goes_on else drawn.inset)
    right = _right(items, line, last - 1, size) - (0 if last in goes_on else drawn.inset)
    return left, max(right, left), max(_below(piece.look, items.em) for piece in pieces) + drawn.distance


def _name_line(items: Items, line: Line, pieces: Sequence[Worn], ink: Ink) -> Drawn:
    """The line below a name, or below the part of it that stands in this line."""
    drawn = pieces[0].look.line
    assert drawn is not None  # the pieces were chosen by it  # noqa: S101
    left, right, top = _name_extent(items, line, pieces, drawn)
    if drawn.kind == "name":
        return Drawn(left, top, Rule(right - left, drawn.thickness, ink), Role.ARTIFACT)
    wave = Path(tuple(_wave(right - left, drawn)), stroke=ink, stroke_width=drawn.thickness)
    return Drawn(left, top + drawn.thickness // 2, wave, Role.ARTIFACT)


def _goes_over(worn: Sequence[Worn], count: int) -> bool:
    """Whether one name stands on both sides of a count of characters."""
    around = worn_within(worn, count - 1, count + 1)
    return bool(around) and around[0].start < count < around[-1].end and _name(around[0]) == _name(around[-1])


PITCH = 1700
"""Half a wave's length in thousandths of its height."""


def _wave(length: Mpt, drawn: NameLine) -> Iterator[tuple[str | Mpt, ...]]:
    """A wavy line between 0 and its height, as many whole halves of waves as fit best."""
    count = max(2, round(length * 1000 / (max(drawn.wave, 1) * PITCH)))
    middle, swing = drawn.wave // 2, drawn.wave * 2 // 3
    yield ("M", 0, middle)
    for step in range(count):
        start, end = length * step // count, length * (step + 1) // count
        handle = (end - start) * 364 // 1000
        y = middle + (swing if step % 2 else -swing)
        yield ("C", start + handle, y, end - handle, y, end, middle)


def _link_area(items: Items, line: Line, pieces: Sequence[Worn]) -> Drawn:
    """The active area of a link, or of the part of it that stands in this line."""
    look = pieces[0].look
    first, last = max(pieces[0].start, line.start), min(pieces[-1].end, line.end)
    left = _left(items, line, first)
    width = _right(items, line, last - 1, pieces[-1].look.size or items.em) - left
    size = look.size or items.em
    return Drawn(left, -baseline(size) - look.rise, Link(max(width, 0), size, "", look.link), None)
