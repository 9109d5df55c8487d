"""Texts of designs set downwards (竖排): spines, upright mastheads.

Characters stand upright, one below the other; brackets, dashes and marks take their upright forms. A short group of
figures or letters stands across the column (纵中横), made a little smaller where need be; a longer one goes down figure
by figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
"""A group across the column is at most this much of the em (in hundredths) wide, and never wider than its room."""

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


def set_down(parts: Sequence[str], style: ParagraphStyle, room: Room, set_text: Composer) -> Words:
    """Columns of text, the first at the right, all together in the middle of their area's width.

    ``fit`` makes them smaller till the longest goes into the height and, for ``box``, all into the width; a column too
    narrow for its type wants it smaller in any case.
    """
    used, needed = _fitted(parts, style, room, set_text)
    columns = [list(_cells(part, used, room, set_text)) for part in parts]
    block = (len(columns) - 1) * used.leading + used.size
    middle = room.area.x + (room.area.width + block - used.size) // 2
    own = Element(Kind.PARAGRAPH, 0, None, room.text)
    lines: list[tuple[Placed, ...]] = []
    for number, cells in enumerate(columns):
        y = room.top(_depth(cells, used))
        for cell in cells:
            left = middle - number * used.leading - cell.width // 2
            runs = cell.runs
            if runs:
                lines.append(
                    tuple(Placed(left + x, y + cell.baseline, run, Role.PARAGRAPH, element=own) for x, run in runs)
                )
            y += cell.depth
    text = " ".join(parts)
    is_shrunk = used.size < style.size
    words = Words(text, used.name, used.size, used.ink, room.area, tuple(lines), room.text, room.element, 0, 0)
    return words._replace(shrunk=is_shrunk, needed=needed)


def _fitted(parts: Sequence[str], style: ParagraphStyle, room: Room, set_text: Composer) -> Fitted:
    """The style in the size at which columns fit; one that does not go into the width says which size would."""
    deepest = max(_depth(list(_cells(part, style, room, set_text)), style) for part in parts)
    width = (len(parts) - 1) * style.leading + style.size
    if room.fit == "none":
        is_narrow = width > room.area.width
        return Fitted(style, style.size * room.area.width // width if is_narrow else 0)
    by_height, by_width = room.area.height * 1000 // deepest, room.area.width * 1000 // width
    share = min(by_height, by_width, 1000)
    return shrunk(style, share, 1000, room.least)


def _depth(cells: Sequence[Cell], style: ParagraphStyle) -> Mpt:
    """How far down a column goes."""
    return max(sum(cell.depth for cell in cells) - style.letter_spacing, 1)


def _cells(part: str, style: ParagraphStyle, room: Room, set_text: Composer) -> Iterator[Cell]:
    """The cells of a column, from its head on; after each goes the space between letters."""
    style_across = style._replace(letter_spacing=0, indent=0, align="left")
    for group in GROUP.findall(part):
        if group in DASHES:
            *ahead, last = (_mark(each, style_across, room, set_text) for each in group)
            yield from ahead  # a dash of two is one stroke: nothing between
            yield last._replace(depth=last.depth + style.letter_spacing)
        elif group.isspace():
            yield Cell((style.size if group == "\u3000" else style.size // 2) + style.letter_spacing)
        elif group[0].isascii() and group[0].isalnum():
            yield from _group(group, style_across, style.letter_spacing, room, set_text)
        else:
            cell = _mark(group, style_across, room, set_text)
            yield cell._replace(depth=cell.depth + style.letter_spacing)


def _mark(character: str, style: ParagraphStyle, room: Room, set_text: Composer) -> Cell:
    """A character in its em, in its upright form."""
    cell = _cell(character.translate(UPRIGHT), style, room, set_text)
    told = tuple((x, _telling(run, character)) for x, run in cell.runs)
    return cell._replace(depth=style.size, baseline=baseline(style.size), runs=told)


def _telling(run: GlyphRun, character: str) -> GlyphRun:
    """A run of one character that stands for the one that was written."""
    return run._replace(texts=(character,)) if len(run.texts) == 1 else run


def _group(group: str, style: ParagraphStyle, spacing: Mpt, room: Room, set_text: Composer) -> Iterator[Cell]:
    """Figures and letters across the column, made smaller between bounds, else one below the other."""
    cell = _cell(group, style, room, set_text)
    most = min(style.size * WIDEST // 100, max(room.area.width, style.size))
    if cell.width > most:
        if cell.width * SMALLEST > most * 100:
            for character in group:
                depth = style.size * STACKED // 100
                yield _centred(_cell(character, style, room, set_text), depth, style.size, spacing)
            return
        style = scaled(style, most, cell.width)
        cell = _cell(group, style, room, set_text)
    yield _centred(cell, style.size, style.size, spacing)


def _centred(cell: Cell, depth: Mpt, size: Mpt, spacing: Mpt) -> Cell:
    """A cell of figures or capitals, these in the middle of its depth."""
    return cell._replace(depth=depth + spacing, baseline=(depth + size * CAPITAL // 100) // 2)


def _cell(text: str, style: ParagraphStyle, room: Room, set_text: Composer) -> Cell:
    """A text in a line of its own as a cell, its runs from its left edge on."""
    lines = set_text(text, style, 1 << 40, room.text)
    if not lines:
        return Cell(0)
    line = lines[0]
    runs = tuple((line.x + x, run) for x, run in line.runs)
    return Cell(0, line.width, 0, runs)
