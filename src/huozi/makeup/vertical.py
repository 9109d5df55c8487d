"""Texts of designs set downwards (竖排): spines, upright mastheads.

Characters stand upright, one below the other; brackets, dashes and marks take their upright forms. A short group of
figures or letters stands across the column (纵中横), made a little smaller where need be; a longer one goes down figure
by figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from huozi.display import GlyphRun, Placed, Role
from huozi.galley import Composer
from huozi.geometry import Mpt, baseline
from huozi.makeup.cover_checks import Words
from huozi.makeup.fitting import Fitted, Room, scaled, shrunk
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.text_style import ParagraphStyle

UPRIGHT = str.maketrans(
    "（）()《》〈〉“”‘’「」『』【】〔〕［］—–…，、。：；！？",
    "︵︶︵︶︽︾︿﹀﹃﹄﹁﹂﹁﹂﹃﹄︻︼︹︺﹇﹈︱︱︙︐︑︒︓︔︕︖",
)
"""The upright forms of marks (Unicode, vertical forms and CJK compatibility forms)."""

GROUP = re.compile(r"[0-9A-Za-z]+(?:[-./&+:][0-9A-Za-z]+)*%?|——|……|\s|.", re.DOTALL)
"""What stands together: a group of figures and letters, a dash or dots of two, a space, a character."""

DASHES = ("——", "……")

WIDEST = 120
"""A group across the column is at most this much of the em (in hundredths) wide."""

SMALLEST = 80
"""It is made smaller down to this much of its size (in hundredths)."""

STACKED = 80
"""What a figure or a letter of a group that goes down takes, in hundredths of the em."""

CAPITAL = 68
"""The height of figures and capitals, in hundredths of their size."""


class Cell(NamedTuple):
    """A piece of a column, ``depth`` deep: a run by its middle (``width``) and its baseline; a space has none."""

    depth: Mpt
    width: Mpt = 0
    baseline: Mpt = 0
    runs: tuple[tuple[Mpt, GlyphRun], ...] = ()


class Bench(NamedTuple):
    """What columns are set with: the room, the composer, and whether a style's faces have a character."""

    room: Room
    set_text: Composer
    has: Callable[[ParagraphStyle, str], bool]


def set_down(parts: Sequence[str], style: ParagraphStyle, bench: Bench) -> Words:
    """Columns of text, the first at the right, all together in the middle of their area's width.

    ``fit`` makes them smaller till the longest goes into the height and, for ``box``, all into the width; a column too
    narrow for its type wants it smaller in any case.
    """
    room = bench.room
    used, needed = _fitted(parts, style, bench)
    block = (len(parts) - 1) * used.leading + used.size
    middle = room.area.x + (room.area.width + block - used.size) // 2
    lines = [line for at, part in enumerate(parts) for line in _column(part, used, middle - at * used.leading, bench)]
    text = " ".join(parts)
    words = Words(text, used.name, used.size, used.ink, room.area, tuple(lines), room.text, room.element, 0, 0)
    return words._replace(shrunk=used.size < style.size, needed=needed)


def _column(part: str, style: ParagraphStyle, middle: Mpt, bench: Bench) -> Iterator[tuple[Placed, ...]]:
    """A column about its middle, each cell that holds something as a line of its own."""
    own, cells = Element(Kind.PARAGRAPH, 0, None, bench.room.text), list(_cells(part, style, bench))
    y = bench.room.top(_depth(cells, style))
    for depth, width, down, runs in cells:
        left = middle - width // 2
        if runs:
            yield tuple(Placed(left + x, y + down, run, Role.PARAGRAPH, element=own) for x, run in runs)
        y += depth


def _fitted(parts: Sequence[str], style: ParagraphStyle, bench: Bench) -> Fitted:
    """The style in the size at which columns fit; one that does not go into the width says which size would."""
    room, width = bench.room, (len(parts) - 1) * style.leading + style.size
    if room.fit == "none":
        return Fitted(style, style.size * room.area.width // width if width > room.area.width else 0)
    deepest = max(_depth(list(_cells(part, style, bench)), style) for part in parts)
    share = min(room.area.height * 1000 // deepest, room.area.width * 1000 // width, 1000)
    return shrunk(style, share, 1000, room.least)


def _depth(cells: Sequence[Cell], style: ParagraphStyle) -> Mpt:
    """How far down a column goes."""
    return max(sum(cell.depth for cell in cells) - style.letter_spacing, 1)


def _cells(part: str, style: ParagraphStyle, bench: Bench) -> Iterator[Cell]:
    """The cells of a column, from its head on; after each goes the space between letters."""
    plain, spacing = style._replace(letter_spacing=0, indent=0, align="left"), style.letter_spacing
    for group in GROUP.findall(part):
        if group in DASHES:
            *ahead, last = (_mark(each, plain, bench) for each in group)
            yield from ahead  # a dash of two is one stroke: nothing between
            yield last._replace(depth=last.depth + spacing)
        elif group.isspace():
            yield Cell((style.size if group == "\u3000" else style.size // 2) + spacing)
        elif group[0].isascii() and group[0].isalnum():
            for cell in _group(group, plain, bench):
                yield cell._replace(depth=cell.depth + spacing)
        else:
            cell = _mark(group, plain, bench)
            yield cell._replace(depth=cell.depth + spacing)


def _mark(character: str, style: ParagraphStyle, bench: Bench) -> Cell:
    """A character in its em, in its upright form where the faces have that."""
    form = character.translate(UPRIGHT)
    cell = _cell(form if form == character or bench.has(style, form) else character, style, bench)
    told = tuple((x, _telling(run, character)) for x, run in cell.runs)
    return cell._replace(depth=style.size, baseline=baseline(style.size), runs=told)


def _telling(run: GlyphRun, character: str) -> GlyphRun:
    """A run of one character that stands for the one that was written."""
    return run._replace(texts=(character,)) if len(run.texts) == 1 else run


def _group(group: str, style: ParagraphStyle, bench: Bench) -> Iterator[Cell]:
    """Figures and letters across the column, made smaller between bounds, else one below the other."""
    cell, most = _cell(group, style, bench), style.size * WIDEST // 100
    if cell.width * SMALLEST > most * 100:
        for character in group:
            yield _centred(_cell(character, style, bench), style.size * STACKED // 100, style.size)
        return
    if cell.width > most:
        style = scaled(style, most, cell.width)
        cell = _cell(group, style, bench)
    yield _centred(cell, style.size, style.size)


def _centred(cell: Cell, depth: Mpt, size: Mpt) -> Cell:
    """A cell of figures or capitals, these in the middle of its depth."""
    return cell._replace(depth=depth, baseline=(depth + size * CAPITAL // 100) // 2)


def _cell(text: str, style: ParagraphStyle, bench: Bench) -> Cell:
    """A text in a line of its own as a cell, its runs from its left edge on."""
    lines = bench.set_text(text, style, 1 << 40, bench.room.text)
    if not lines:
        return Cell(0)
    return Cell(0, lines[0].width, 0, tuple((lines[0].x + x, run) for x, run in lines[0].runs))
