"""Opening a line: how what the first two steps cannot fill is shared by its gaps, and how wide they become by it.

Source: CLREQ, "Line adjustment" (all other gaps, equally), with two bounds of our own: as far as the style's loosest
line the gaps of the first two steps keep their ceilings, and no gap is ever opened by more than an em.
"""

from __future__ import annotations

from huozi.geometry import Mpt
from huozi.paragraph.rules.pairs import BEYOND, CHARACTER, CONNECTOR, LIMITED, PLACES, Columns, Step
from huozi.records import NamedTuple

LIMITED_AT = tuple(step.places_at for step in LIMITED)
"""Where the fields have the places of the steps that go beyond their ceilings."""


class Opening(NamedTuple):
    """What the last steps of expansion do to a line: each with its places and by how much in all (Mpt).

    ``gap`` is the widest that any gap is opened by beyond its natural width and the ceilings of the first two steps.
    """

    steps: tuple[tuple[Step, int, Mpt], ...]
    gap: Mpt


def open_line(given: int, slack: Mpt, columns: Columns) -> Opening | None:
    """How ``slack`` (Mpt, what the first two steps leave) is shared; ``None``: a gap would be wider than it may.

    ``given`` are the fields of the line's gaps. Characters are opened alike as far as the loosest line may be, then
    word spaces and Han–Latin gaps go beyond their ceilings by as much, then all of them alike; what stands beside a
    connector is opened only in a line that has no other gaps.
    """
    characters = given & PLACES
    if slack <= characters * columns.loosest:  # as nearly all lines are
        return Opening(((CHARACTER, characters, slack),), -(-slack // characters))
    limited = 0
    for at in LIMITED_AT:  # where lines are tried that are far too short, most of the time goes here
        limited += given >> at & PLACES
    places = characters + limited
    if not places:
        places = given >> CONNECTOR.places_at & PLACES
        if slack > places * columns.widest:
            return None
        return Opening(((CONNECTOR, places, slack),), -(-slack // places))
    if slack > places * columns.widest:
        return None
    if slack <= places * columns.loosest:
        own = min(slack, characters * columns.loosest)
    else:
        own = slack * characters // places
    rest = slack - own
    by_character = -(-own // characters) if own else 0
    beyond = -(-rest // limited) if rest else 0
    steps = ((CHARACTER, characters, own),) * bool(own) + ((BEYOND, limited, rest),) * bool(rest)
    return Opening(steps, max(by_character, beyond))
