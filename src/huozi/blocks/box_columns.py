"""A box in one piece: its text in columns of its own, as shallow as whole lines allow, or beside a picture."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.blocks.calls import calls_within
from huozi.blocks.frame import shifted
from huozi.display import Placed
from huozi.galley import Call, Galley, Matter, SetParagraph, Slug, Space
from huozi.geometry import Mpt
from huozi.records import NamedTuple

KEPT = 2
"""Lines of a paragraph at the least that stand at the foot of a column, and at the head of the next."""


class Line(NamedTuple):
    """A line of a box: what is cast of it, the empty lines below it, and whether a column may end behind it."""

    slug: Slug
    white: int = 0
    may_end: bool = True


class Piece(NamedTuple):
    """What is cast in one piece: the grid lines that it takes, what stands in it, what it calls."""

    lines: int
    items: tuple[Placed, ...] = ()
    calls: tuple[Call, ...] = ()


def lines_of(matter: Galley) -> tuple[Line, ...]:
    """Matter line by line, paragraphs in their natural number of lines."""
    lines: list[Line] = []
    for piece in matter:
        match piece:
            case Space(white):
                if lines:
                    lines[-1] = lines[-1]._replace(white=max(lines[-1].white, white))
            case Slug(keep=keep):
                lines.append(Line(piece, may_end=not keep))
            case SetParagraph():
                lines += _of_paragraph(piece)
            case _:
                continue
    if lines:
        lines[-1] = lines[-1]._replace(white=0)
    return tuple(lines)


def _of_paragraph(text: SetParagraph) -> list[Line]:
    """The lines of a paragraph, between which a column may end where two stand on either side."""
    slugs = text.cast(text.lines)
    count = len(slugs)
    return [
        Line(slug, may_end=number == count or (max(KEPT, text.solid) <= number <= count - KEPT))
        for number, slug in enumerate(slugs, 1)
    ]


def depth_of(lines: Sequence[Line]) -> int:
    """The grid lines of a column: white at its foot is none."""
    return sum(line.slug.height + line.white for line in lines) - (lines[-1].white if lines else 0)


def balanced(lines: Sequence[Line], columns: int) -> tuple[tuple[Line, ...], ...]:
    """Lines in so many columns, as shallow as can be: the least depth that all of them fit in, filled from the left."""
    if columns == 1:
        return (tuple(lines),)
    depth = -(-depth_of(lines) // columns)
    while True:
        found = _filled(lines, columns, depth)
        if found is not None:
            return found
        depth += 1


def _filled(lines: Sequence[Line], columns: int, depth: int) -> tuple[tuple[Line, ...], ...] | None:
    """Lines in columns of a depth, each as full as it can be; ``None`` where they are not all in them.

    A column filled further never leaves more to the next ones, so that there is no other way to try.
    """
    found: list[tuple[Line, ...]] = []
    at = 0
    for column in range(columns):
        end, used, below = at, 0, at
        while below < len(lines):
            used += lines[below].slug.height
            if used > depth:
                break
            used += lines[below].white
            below += 1
            if below == len(lines) or lines[below - 1].may_end:
                end = below
        found.append(tuple(lines[at:end]))
        at = end
        if at == len(lines) and column < columns:
            break
    return tuple(found) if at == len(lines) else None


def stacked(lines: Sequence[Line], leading: Mpt, right: Mpt = 0, down: int = 0) -> tuple[Placed, ...]:
    """What stands in a column, so far from the left, so many grid lines down."""
    items: list[Placed] = []
    for line in lines:
        items += shifted(line.slug, right, down * leading).items
        down += line.slug.height + line.white
    return tuple(items)


def in_one_piece(title: Galley, matter: Galley, columns: tuple[int, Mpt], leading: Mpt) -> Piece:
    """A title above matter in columns; ``columns`` are their number and what parts the left edges of two of them."""
    count, step = columns
    above = lines_of(title)
    down = depth_of(above)
    found = balanced(lines_of(matter), count)
    items = list(stacked(above, leading))
    for number, column in enumerate(found):
        items += stacked(column, leading, number * step, down)
    both: tuple[Matter, ...] = (*title, *matter)
    return Piece(down + max(map(depth_of, found), default=0), tuple(items), calls_within(both))
