"""Whether the words of a designed page can be read: within their room, clear of each other, told from their ground.

What is looked at is what is drawn: text with the place of each line, and the boxes before and behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Ink, Placed, Rule
from huozi.geometry import Mpt, Rect, Size, baseline
from huozi.records import NamedTuple
from huozi.source_file import quoted
from huozi.style.contrast import WHITE, reads_well
from huozi.style.model import Places

SPARE = 4
"""A line may reach out of its room by this part of its size: the em box is larger than what is printed."""

INNER = 8
"""Lines lie on each other where more than this part of their height (at head and foot) does."""


LEAST_SIZE: Mpt = 5_000
"""Below five points (between 七号 and 八号) type shrunk to fit is not read on a cover."""


class Words(NamedTuple):
    """A text as drawn by an element (number ``element`` of its design), the runs of each of its lines in ``lines``.

    ``area`` is the room it has; ``shrunk``: its size follows from that. ``span`` is where the text can be changed,
    ``element_span`` where its element stands; ``before`` is how many items were drawn before it.
    """

    text: str
    style: str
    size: Mpt
    ink: Ink
    area: Rect
    lines: tuple[tuple[Placed, ...], ...]
    span: Span
    element_span: Span
    element: int
    before: int
    shrunk: bool = False

    def boxes(self) -> list[Rect]:
        """The em boxes of its lines."""
        found: list[Rect] = []
        for line in self.lines:
            runs = [(placed.x, placed.y, placed.item) for placed in line]
            edges = [(x, x + run.width, y) for x, y, run in runs if type(run) is GlyphRun]
            if edges:
                left, right = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
                found.append(Rect(left, edges[0][2] - baseline(self.size), right - left, self.size))
        return found


class Sheet(NamedTuple):
    """What words are checked on: the trim, the layout's places, the ink of the body, where findings go.

    That the body's ink cannot be read on paper has been told.
    """

    trim: Size
    places: Places
    body: Ink
    findings: Findings


def check_words(words: Sequence[Words], items: Sequence[Placed], sheet: Sheet) -> None:
    """Report words of a designed page that cannot be read; of those that do not go into their room, that alone."""
    misplaced: set[int] = set()
    for text in words:
        if text.element not in misplaced and _check_room(text, sheet):
            misplaced.add(text.element)
    placed = [text for text in words if text.element not in misplaced]
    told: set[Span] = set()
    for text in placed:
        if text.shrunk and text.size < LEAST_SIZE:
            from huozi.style.lengths import show_length  # covers whose texts fit do without

            place, size = sheet.places.latest(text.span, text.element_span), show_length(text.size // 100 * 100)
            sheet.findings.add(place, "cover-too-small", text=quoted(text.text), size=size)
        _check_ground(text, items, sheet, told)
    for one, other in combinations(placed, 2):
        if one.element != other.element and any(_lie_on(a, b) for a in one.boxes() for b in other.boxes()):
            place = sheet.places.latest(other.element_span, one.element_span)
            if place.file != sheet.places.layout.file:  # the design is not the journal's: what stands in it is
                place = sheet.places.latest(other.span, one.span, place)
            sheet.findings.add(place, "cover-overlap", text=quoted(other.text), other=quoted(one.text))


def _check_room(words: Words, sheet: Sheet) -> bool:
    """Whether a text reaches beyond the trim, or out of its room at the foot; that is reported."""
    boxes, (width, height) = words.boxes(), sheet.trim
    if not boxes:
        return False
    beyond = max(max(-box.x, -box.y, box.right - width, box.bottom - height) for box in boxes)
    depth = boxes[-1].bottom - words.area.y
    if beyond <= 0 and depth - words.area.height <= words.size // SPARE:
        return False
    from huozi.style.lengths import show_mm  # covers whose texts fit do without

    place = sheet.places.latest(words.span, words.element_span)
    if beyond > 0:
        sheet.findings.add(place, "cover-outside", text=quoted(words.text), beyond=show_mm(beyond))
    else:
        shown = {"depth": show_mm(depth), "height": show_mm(words.area.height)}
        sheet.findings.add(place, "cover-overflow", text=quoted(words.text), **shown)
    return True


def _lie_on(one: Rect, other: Rect) -> bool:
    """Whether two lines cover each other, a little room at their heads and feet left out."""
    least = min(one.height, other.height)
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > least // INNER and down > least // INNER


def _check_ground(words: Words, items: Sequence[Placed], sheet: Sheet, told: set[Span]) -> None:
    """Report a text that is covered by a box, or as light or as dark as what lies under it; once for each place."""
    rules = [(at, _box(placed), placed.item.ink) for at, placed in enumerate(items) if type(placed.item) is Rule]
    places = sheet.places
    inks = (span for key, span in places.keys.items() if "inks." in key)
    for box in words.boxes():
        under = [(rule, ink) for at, rule, ink in rules if at < words.before and _lie_on(box, rule)]
        over = [rule for at, rule, _ in rules if at >= words.before and _lie_on(box, rule)]
        if over:
            sheet.findings.add(words.element_span, "cover-hidden", text=quoted(words.text))
        elif not all(reads_well(words.ink, ground, words.size) for ground in _grounds(box, under)):
            place = places.latest(words.element_span, places.of(f"styles.{words.style}.colour"), *inks)
            is_body = words.ink == sheet.body and not reads_well(words.ink, WHITE, words.size)
            if place not in told and not is_body:
                sheet.findings.add(place, "cover-too-light", text=quoted(words.text))
            told.add(place)


def _grounds(box: Rect, under: Sequence[tuple[Rect, Ink]]) -> list[Ink]:
    """The inks that a line stands on: of the boxes under it down to one that is under all of it, else the paper."""
    grounds: list[Ink] = []
    for rule, ink in reversed(under):
        grounds.append(ink)
        if rule.x <= box.x and rule.right >= box.right and rule.y <= box.y and rule.bottom >= box.bottom:
            return grounds
    return [*grounds, WHITE]


def _box(placed: Placed) -> Rect:
    match placed.item:
        case Rule(width, height):
            return Rect(placed.x, placed.y, width, height)
        case _:
            return Rect(placed.x, placed.y, 0, 0)
