"""The stamp at the head of a sheet, which says what it is a proof of, and the box at its foot that readers sign."""

from __future__ import annotations

from collections.abc import Sequence

from huozi.diagnostics import Language
from huozi.display import Placed
from huozi.geometry import Mpt, Rect, mm
from huozi.messages.proof_words import say
from huozi.records import NamedTuple
from huozi.sheets.hand import FAINT, GREY, RED, Hand, Manner, outline, rule
from huozi.sheets.paper import WHOLE

STAMP: Mpt = mm(31)
"""The height of the stamp."""
BOX: Mpt = mm(21)
"""That of the box."""

_ROUND = Manner(21_000, 0, "strong", RED)
_WARNING = Manner(12_000, 0, "strong", RED, "right")
_TITLE = Manner(9_500, 0, "strong")
_LABEL = Manner(7_000, 0, "plain", GREY)
_VALUE = Manner(9_500)
_CHOICE = Manner(8_000)

HAIR: Mpt = 350
"""The thickness of fine rules."""
PAD: Mpt = mm(2)
"""How far words keep from the edges of their cell."""


class Told(NamedTuple):
    """What a stamp says: the round, the journal and issue, the day of the proof, the revision (empty: none known)."""

    round_name: str
    title: str
    date: str
    revision: str
    language: Language


def stamp(told: Told, page: str, scale: int, room: Rect, hand: Hand) -> list[Placed]:
    """The stamp in its room, whose height is ``STAMP``; ``page`` is what is on the sheet, ``scale`` in thousandths."""
    language, (x, y, width, _) = told.language, room
    head, title = mm(12), mm(8)
    items = [
        outline(x, y, width, STAMP, RED, 900),
        rule(x, y + head, width, HAIR, RED),
        rule(x, y + head + title, width, HAIR, FAINT),
        *hand.line_at(told.round_name, _ROUND, x + PAD, y + (head - _ROUND.size) // 2, width),
    ]
    taken = hand.width(told.round_name, _ROUND) + 3 * PAD
    words = say("not-for-print", language)
    items += hand.line(words, _WARNING, x + taken, y + (head - _WARNING.size) // 2, width - taken - PAD)
    items += hand.line(told.title, _TITLE, x + PAD, y + head + (title - _TITLE.size) // 2, width - 2 * PAD)
    cells = (
        (say("page", language), page, 28),
        (say("date", language), told.date, 30),
        (say("revision", language), told.revision or say("none", language), 24),
        (say("scale", language), f"{round(scale * 100 / WHOLE)}%", 18),
    )
    return items + fields(cells, Rect(x, y + head + title, width, STAMP - head - title), hand)


def fields(cells: Sequence[tuple[str, str, int]], room: Rect, hand: Hand) -> list[Placed]:
    """Cells side by side, each a label with what is said below it; their widths are shares of it in per cent."""
    items: list[Placed] = []
    left = room.x
    for number, (label, value, share) in enumerate(cells):
        width = room.width * share // 100
        if number:
            items.append(rule(left, room.y, HAIR, room.height, FAINT))
        items += hand.line(label, _LABEL, left + PAD, room.y + mm(1.2), width - PAD)
        items += hand.line(value, _VALUE, left + PAD, room.y + mm(4.9), width - PAD - mm(1))
        left += width
    return items


TICK: Mpt = 7_500
"""The side of a box that is ticked."""


def sign_off(language: Language, room: Rect, hand: Hand) -> list[Placed]:
    """The box that readers sign, in its room, whose height is ``BOX``."""
    x, y, width, height = room
    head = mm(7)
    items = [
        outline(x, y, width, height, GREY, 500),
        rule(x, y + head, width, HAIR, FAINT),
    ]
    left, top = x + PAD, y + (head - _CHOICE.size) // 2
    for name in ("as-is", "corrected", "new-proof"):
        items.append(outline(left, top + 300, TICK, TICK, GREY, 500))
        left += TICK + mm(1)
        items += hand.line(say(name, language), _CHOICE, left, top, max(x + width - left, 1))
        left += hand.width(say(name, language), _CHOICE) + mm(4)
    cells = ((say("editor", language), "", 36), (say("reader", language), "", 36), (say("signed-on", language), "", 28))
    return items + fields(cells, Rect(x, y + head, width, height - head), hand)
