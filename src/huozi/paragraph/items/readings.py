"""Ruby: readings above their bases (CLREQ, "Interlinear annotations"; pinyin).

A reading is set solid and centred over its base. Between two readings there is a quarter of their em at the least;
where that is kept, a reading may reach over a neighbour that has none, over a mark further than over a Han. A base is
widened only by what its reading cannot find there, and by what the reading beside it cannot, as long as both stand in
one line: lines begin and end at one edge. In a line no reading stands out of the line's ends: it moves in, and moves
the others as far as it must.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.diagnostics import Findings
from huozi.geometry import Mpt
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.look import Reading, Worn
from huozi.paragraph.items.model import Items, SetReading
from huozi.paragraph.items.sorts import Sort, Stretch, sorts_of
from huozi.paragraph.rules.spacing import EM

_BLANK = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.SPACE + cc.EM_SPACE
"""Classes with space of their own: half an em of theirs is free for a reading."""


def set_readings(worn: Sequence[Worn], findings: Findings) -> tuple[SetReading, ...]:
    """The readings among the looks, each with its sorts; a character that no face has is reported."""
    found: list[SetReading] = []
    for start, end, look in worn:
        if look.reading is not None:
            sorts = tuple(_sorts(look.reading, findings))
            found.append(SetReading(start, end, look.reading, sorts, sum(sort.advance for sort in sorts)))
    return tuple(found)


def _sorts(reading: Reading, findings: Findings) -> list[Sort]:
    """The sorts of a reading: whatever is no Han is a letter to it, apostrophes and spaces too."""
    classes = "".join(name if name == cc.HAN else cc.WESTERN for name in cc.classes(reading.text))
    return sorts_of(Stretch(reading.text, reading.faces, reading.span), classes, reading.size, findings)[0]


def widen_bases(items: Items, readings: Sequence[SetReading], tracking: Mpt) -> Items:
    """The items with bases as wide as their readings need, and the readings as they stand to them.

    What a base is given for the reading beside it alone stands at its edge, and goes where that one is in another line.
    """
    advance, offset, trim, lead = list(items.advance), list(items.offset), items.trim.copy(), dict(items.lead)
    widened: list[SetReading] = []
    for place, here in enumerate(readings):
        before = readings[place - 1] if place else None
        after = readings[place + 1] if place + 1 < len(readings) else None
        excess = _excess(items, here, tracking)
        left = _wanted(items, (before, here), here.start - 1, excess, tracking)
        right = _wanted(items, (after, here), here.end, excess, tracking)
        own = max(0, -(-excess // 2))
        kept = _widened(here, (min(left, own), min(right, own)), tracking, advance, offset)
        beyond, behind = max(left - own, 0), max(right - own, 0)
        if beyond:
            advance[here.start] += beyond
            offset[here.start] += beyond
            lead[here.start] = lead.get(here.start, 0) + beyond
        if behind:
            advance[here.end - 1] += behind
            trim[here.end - 1] += behind
        widened.append(kept._replace(lead=kept.lead + beyond, tail=kept.tail + behind))
    return items._replace(advance=advance, offset=offset, trim=trim, lead=lead, readings=tuple(widened))


def _excess(items: Items, here: SetReading, tracking: Mpt) -> Mpt:
    """How much wider a reading is than its base; negative where it is narrower."""
    spaces = sum(items.rows[code].space for code in items.codes[here.start : here.end - 1]) * items.em // EM
    return here.width - sum(items.advance[here.start : here.end]) - spaces + tracking


def _wanted(
    items: Items, pair: tuple[SetReading | None, SetReading], neighbour: int, excess: Mpt, tracking: Mpt
) -> Mpt:
    """What a base must be widened by on the side of a neighbour (an index of the items), its reading being so wide."""
    other, here = pair
    if other is not None and neighbour in range(other.start, other.end):
        together = excess + _excess(items, other, tracking) + 2 * max(here.reading.gap, other.reading.gap)
        return max(0, -(-(together - 2 * tracking) // 4))
    if not 0 <= neighbour < len(items.text):
        return max(0, -(-excess // 2))
    free = here.reading.overhang
    if items.classes[neighbour] in _BLANK:
        free = max(free, items.advance[neighbour] // 2)
    beyond = neighbour + (1 if neighbour >= here.end else -1)
    if other is not None and beyond in range(other.start, other.end):  # both readings reach over one character
        least = items.advance[neighbour] // (2 if items.classes[neighbour] in _BLANK else 1)
        free = min(free, max(0, least - max(here.reading.gap, other.reading.gap)) // 2)
    return max(0, -(-excess // 2) - free)


def _widened(
    here: SetReading, room: tuple[Mpt, Mpt], tracking: Mpt, advance: list[Mpt], offset: list[Mpt]
) -> SetReading:
    """A reading whose base has been given room: one character at its sides, several within it too, evenly."""
    count = here.end - here.start
    left, right = room
    if count == 1:
        lead, tail = left, right
    else:
        steps = [(left + right) * (2 * step + 1) // (2 * count) for step in range(count)]
        lead, tail = steps[0], left + right - steps[-1]
        for index, (step, before) in enumerate(zip(steps[1:], steps, strict=False), here.start):
            advance[index] += step - before
    advance[here.start] += lead
    offset[here.start] += lead
    advance[here.end - 1] += tail
    return here._replace(lead=lead, tail=tail + tracking)
