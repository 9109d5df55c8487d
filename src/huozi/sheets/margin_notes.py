"""Notes in the margin: what was found, level with its line, one below another, each with a fine line to its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.diagnostics import Language, Severity
from huozi.display import Ink, Placed
from huozi.geometry import Mpt, Rect
from huozi.messages import SEVERITY_NAMES
from huozi.messages.proof_words import say
from huozi.records import NamedTuple
from huozi.sheets.hand import GREY, WHITE, Hand, Manner, rule, stroke
from huozi.sheets.remarks import Note

INKS = {
    Severity.ERROR: Ink(0, 900, 800, 50),
    Severity.WARNING: Ink(0, 520, 950, 50),
    Severity.NOTE: Ink(850, 450, 0, 50),
}
"""The inks of notes by how grave they are."""

TAG: Mpt = 18_000
"""The room of a note's number, left of its words."""
GAP: Mpt = 5_000
"""What is left between two notes."""
FINE: Mpt = 300
"""The thickness of the lines that lead to words."""
UNDER: Mpt = 700
"""That of the line below words."""

_HEAD = Manner(7_500, 11_000, "strong")
_PLACE = Manner(6_500, 11_000, "plain", GREY, "right")
_MESSAGE = Manner(8_000, 11_500)
_REMEDY = Manner(7_500, 11_000, "plain", GREY)
_SMALL = Manner(5_000, 0, "strong", GREY, "right")
_NUMBER = Manner(7_000, 0, "strong", WHITE, "centre")


class Writer(NamedTuple):
    """Who writes notes: a hand, the language, and the measure."""

    hand: Hand
    language: Language
    measure: Mpt

    def depth(self, note: Note) -> Mpt:
        """How deep a note is."""
        return sum(self.hand.depth(text, manner, self.measure - TAG) for text, manner in self._texts(note))

    def _texts(self, note: Note) -> tuple[tuple[str, Manner], ...]:
        """The parts of a note, one below another; a remedy that stands beside it already is referred to."""
        remark = note.remark
        remedy = say("as-note", self.language, number=note.same_as) if note.same_as else remark.remedy
        name = SEVERITY_NAMES[self.language][remark.severity]
        between = "\u3000" if self.language == "zh" else "  "
        return (f"{name}{between}{remark.rule}", _HEAD), (remark.message, _MESSAGE), (remedy, _REMEDY)

    def note(self, note: Note, x: Mpt, y: Mpt, page: str = "") -> Iterator[Placed]:
        """A note at a place: its number on a field of its ink, head, message, remedy.

        ``page`` names its page, where it stands beside another one.
        """
        hand, remark = self.hand, note.remark
        ink = INKS[remark.severity]
        width = max(hand.width(str(note.number), _NUMBER) + 4_000, 11_000)
        yield rule(x, y, width, 9_500, ink)
        yield from hand.line_at(str(note.number), _NUMBER, x, y + 1_200, width)
        left, measure = x + TAG, self.measure - TAG
        texts = self._texts(note)
        taken = hand.width(texts[0][0], _HEAD) + 6_000
        yield from hand.line(
            f"{page}\u3000{remark.place}" if page else remark.place, _PLACE, left + taken, y + 700, measure - taken
        )
        for text, manner in texts:
            yield from hand.write(text, manner._replace(ink=ink) if manner is _HEAD else manner, left, y, measure)
            y += hand.depth(text, manner, measure)

    def number(self, note: Note) -> Iterator[Placed]:
        """The number of a note that has found no room, below the end of its words."""
        if note.boxes:
            last = note.boxes[-1]
            manner = _SMALL._replace(ink=INKS[note.remark.severity])
            yield from self.hand.line_at(str(note.number), manner, last.right - TAG, last.bottom + 2 * UNDER, TAG)


class Laid(NamedTuple):
    """Notes with the y of each, and those that found no room."""

    notes: tuple[tuple[Note, Mpt], ...]
    left: tuple[Note, ...]


def lay(notes: Sequence[Note], room: Rect, writer: Writer) -> Laid:
    """Notes one below another in a column, each as near to its words as the others let it be.

    The last ones are left out where all together are deeper than the column.
    """
    notes = shortened(notes)
    depths = [writer.depth(note) + GAP for note in notes]
    count, total = 0, 0
    while count < len(notes) and total + depths[count] - GAP <= room.height:
        total += depths[count]
        count += 1
    tops: list[Mpt] = []
    free = room.y
    for note, depth in zip(notes[:count], depths, strict=False):
        tops.append(max(note.boxes[0].y if note.boxes else room.y, free))
        free = tops[-1] + depth
    limit = room.bottom + GAP
    for at in reversed(range(count)):
        tops[at] = limit = min(tops[at], limit - depths[at])
    return Laid(tuple(zip(notes, tops, strict=False)), tuple(notes[count:]))


def shortened(notes: Sequence[Note]) -> list[Note]:
    """Notes side by side of which those with the same remedy refer to the first that says it."""
    first: dict[str, int] = {}
    made = []
    for note in notes:
        number = first.setdefault(note.remark.remedy, note.number)
        made.append(note._replace(same_as=0 if number == note.number else number))
    return made


def underline(note: Note) -> Iterator[Placed]:
    """A line below a note's words; a box round a character that is missing."""
    ink = INKS[note.remark.severity]
    for box in note.boxes:
        if note.remark.is_missing:
            yield from ring(box, ink)
        else:
            yield rule(box.x, box.bottom, box.width, UNDER, ink)


def lead(note: Note, y: Mpt, edge: Mpt, to: Mpt) -> Iterator[Placed]:
    """A fine line from a note's words to the note at ``y``.

    ``edge`` is the x of the page's edge on the notes' side, ``to`` where the column begins.
    """
    if note.boxes:
        first = note.boxes[0]
        start, down = (first.right if to > first.x else first.x), first.bottom + UNDER // 2
        yield stroke(((start, down), (edge, down), (to, y + 4_750)), _pale(INKS[note.remark.severity]), FINE)


def _pale(ink: Ink) -> Ink:
    """Half an ink, for lines that cross the page."""
    return Ink(ink.cyan // 2, ink.magenta // 2, ink.yellow // 2, ink.black // 2)


def ring(box: Rect, ink: Ink) -> Iterator[Placed]:
    """A box round words."""
    left, top, right, bottom = box.x - RING, box.y - RING, box.right + RING, box.bottom + RING
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    yield stroke(corners, ink, 900)


RING: Mpt = 1_500
"""How far such a box keeps from what it is round."""
