"""Panels: the tint and the rules of a box, line by line where it goes on over columns, else in one piece.

A slice of a panel reaches from the top of a line's em box to that of the next, so that slices join, and from the middle
of the gap above it where nothing hangs there that it would cover, so that none heads a column flush with its edge.
Above the first line and below the last it ends in the middle of the gap between lines, and its padding beyond that.
"""

from __future__ import annotations

from huozi.blocks.frame import joined, kept_together, shifted
from huozi.diagnostics import Span
from huozi.display import Placed, Role, Rule
from huozi.galley import Galley, Matter, SetParagraph, Slug, Space
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.boxes import BoxStyle
from huozi.style.model import TypeArea

SEAM: Mpt = 500
"""How far a slice reaches into the next: viewers show what merely abuts with a light line between."""

HALF = 2

KEPT = 2
"""Lines of its text that stand below the head of a panel."""


class Panel(NamedTuple):
    """The panel of a box: its style, how wide it is, and the grid."""

    style: BoxStyle
    width: Mpt
    area: TypeArea

    @property
    def pad(self) -> Mpt:
        """How far it reaches above the em box of its first line."""
        return self.style.pad_down * self.area.leading // HALF + self.half_gap

    @property
    def half_gap(self) -> Mpt:
        """Half of what parts two lines."""
        return (self.area.leading - self.area.size) // HALF

    @property
    def lead(self) -> int:
        """The grid lines that its padding takes above or below."""
        return -(-self.style.pad_down // HALF)

    @property
    def around(self) -> int:
        """The grid lines that its padding and the white take above or below."""
        return -(-(self.style.pad_down + self.style.space) // HALF)

    def drawn(self, top: Mpt, foot: Mpt, *, begins: bool = True, ends: bool = True) -> tuple[Placed, ...]:
        """The panel from a top to a foot: its tint, its rules at the sides, at its head and foot if it has them."""
        style, rules = self.style, self.style.rules
        deep = foot - top
        parts: list[tuple[Mpt, Mpt, Rule]] = []
        if style.tint is not None:
            parts.append((0, top, Rule(self.width, deep, style.tint)))
        if rules.left:
            parts.append((0, top, Rule(rules.left, deep, rules.ink)))
        if rules.right:
            parts.append((self.width - rules.right, top, Rule(rules.right, deep, rules.ink)))
        if rules.top and begins:
            parts.append((0, top, Rule(self.width, rules.top, rules.ink)))
        if rules.bottom and ends:
            parts.append((0, foot - rules.bottom, Rule(self.width, rules.bottom, rules.ink)))
        return tuple(Placed(x, y, rule, Role.ARTIFACT, -1) for x, y, rule in parts)

    def sliced(self, slug: Slug, *, is_clear: bool = False) -> Slug:
        """A line over its slice of the panel; ``is_clear``: nothing hangs below the line above."""
        top = -self.half_gap if is_clear else 0
        slices = self.drawn(top, slug.height * self.area.leading + SEAM, begins=False, ends=False)
        return slug._replace(items=(*slices, *slug.items))

    def closed(self, slug: Slug, *, is_clear: bool = False) -> Slug:
        """The last line over its slice and the foot of the panel, as deep as both."""
        top = -self.half_gap if is_clear else 0
        foot = slug.height * self.area.leading - (self.area.leading - self.area.size) + self.pad
        return slug._replace(height=slug.height + self.lead, items=(*self.drawn(top, foot, begins=False), *slug.items))


def over_columns(matter: Galley, panel: Panel) -> Galley:
    """Matter of slugs and paragraphs over its panel, which goes on with them from column to column."""
    if not matter:
        return ()
    match matter[-1]:
        case SetParagraph(lines=1):
            matter = kept_together(matter[:-1], matter[-1:])
    aboves = (None, *matter[:-1])
    pieces: list[Matter] = [
        _each(piece, above, panel, is_last=piece is matter[-1]) for above, piece in zip(aboves, matter, strict=True)
    ]
    lead = panel.lead
    top = lead * panel.area.leading - panel.pad
    head = Slug(lead, panel.drawn(top, lead * panel.area.leading + SEAM, ends=False), _span_of(matter[0]))
    match pieces[0]:
        case Slug() as first:
            down = shifted(first, 0, lead * panel.area.leading)
            pieces[0] = joined(head, down)._replace(height=first.height + lead)
        case SetParagraph(lines=lines) if lead:
            pieces.insert(0, head._replace(keep=min(KEPT, lines)))
        case SetParagraph(cast=cast) as text:
            pieces[0] = text._replace(cast=lambda lines: _led(head, cast(lines)))
    white = panel.around - lead
    space = (Space(white),) if white else ()
    return (*space, *pieces, *space)


def _span_of(piece: Matter) -> Span:
    match piece:
        case Slug(span=span) | SetParagraph(span=span):
            return span
        case _:
            raise AssertionError(piece)


def _led(head: Slug, lines: tuple[Slug, ...]) -> tuple[Slug, ...]:
    return (joined(head, lines[0]), *lines[1:])


def _hangs(piece: Matter | None) -> bool:
    """Whether anything hangs below a piece's lines; above the first one there is the head of the panel."""
    match piece:
        case Slug(hung=hung):
            return bool(hung)
        case SetParagraph(lines=lines, cast=cast):
            return any(slug.hung for slug in cast(lines))
        case _:
            return True


def _each(piece: Matter, above: Matter | None, panel: Panel, *, is_last: bool) -> Matter:
    """A piece over its slices of the panel; the last one over the foot of the panel too."""
    match piece:
        case Slug() if is_last:
            return panel.closed(piece, is_clear=not _hangs(above))
        case Slug():
            return panel.sliced(piece, is_clear=not _hangs(above))
        case SetParagraph(cast=cast, again=again):

            def over(lines: int) -> tuple[Slug, ...]:
                slugs = cast(lines)
                clear = (not _hangs(above), *(not slug.hung for slug in slugs[:-1]))
                last = len(slugs) - 1 if is_last else len(slugs)
                return tuple(
                    (panel.closed if at == last else panel.sliced)(slug, is_clear=clear[at])
                    for at, slug in enumerate(slugs)
                )

            made = deeper(piece, panel.lead) if is_last else piece
            return made._replace(cast=over, again=again and panel.sliced(again))
        case _:
            return piece


def deeper(text: SetParagraph, lines: int) -> SetParagraph:
    """A paragraph whose last line is said to take so many grid lines more."""
    tail = text.tail or (text.depth,)
    return text._replace(tail=(*tail[:-1], tail[-1] + lines))


def closed_spaces(matter: Galley) -> Galley:
    """Matter whose empty lines are part of what stands above them, so that a panel has no gaps; none at its ends."""
    pieces: list[Matter] = []
    waiting = 0
    for piece in matter:
        match piece:
            case Space(lines):
                waiting = max(waiting, lines) if pieces else 0
            case Slug() | SetParagraph():
                if waiting:
                    pieces[-1] = _with_white(pieces[-1], waiting)
                waiting = 0
                pieces.append(piece)
            case _:
                continue
    return tuple(pieces)


def _with_white(piece: Matter, white: int) -> Matter:
    """A piece with empty lines below its last."""
    match piece:
        case Slug(height=height):
            return piece._replace(height=height + white)
        case SetParagraph(cast=cast):

            def cast_deeper(lines: int) -> tuple[Slug, ...]:
                *before, last = cast(lines)
                return (*before, last._replace(height=last.height + white))

            return deeper(piece, white)._replace(cast=cast_deeper)
        case _:
            return piece
