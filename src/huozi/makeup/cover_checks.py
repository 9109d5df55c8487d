"""Whether the words of a designed page can be read: within their room, clear of each other, told from their ground.

What is looked at is what is drawn: text with the place of each line, and the boxes before and behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Image, Ink, Path, Placed, Rule
from huozi.geometry import Insets, Mpt, Rect, Size, baseline
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

    ``area`` is the room it has; ``shrunk``: its size follows from that, and ``needed`` (else 0) is the size in which it
    would fit, where it may not be made so small. ``span`` is where the text can be changed, ``element_span`` where its
    element stands; ``before`` is how many items were drawn before it.
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
    needed: Mpt = 0

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
    foot, head = max(box.bottom for box in boxes), min(box.y for box in boxes)
    depth = max(foot - words.area.y, words.area.bottom - head)
    if beyond <= 0 and depth - words.area.height <= words.size // SPARE and not words.needed:
        return False
    from huozi.style.lengths import show_length, show_mm  # covers whose texts fit do without

    place = sheet.places.latest(words.span, words.element_span)
    if words.needed:
        sizes = {"least": show_length(words.size), "needed": show_length(words.needed // 100 * 100)}
        sheet.findings.add(place, "cover-not-fitted", text=quoted(words.text), **sizes)
    elif beyond > 0:
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


class Ground(NamedTuple):
    """What words stand on or are covered by: a rectangle, or (``is_round``) the ellipse in it.

    ``ink`` is ``None`` where it has many colours: a picture, of which nobody can say whether words on it can be read.
    """

    area: Rect
    ink: Ink | None
    is_round: bool

    def covers(self, box: Rect) -> bool:
        """Whether it reaches under all of a line."""
        area = self.area
        if not self.is_round:
            return area.x <= box.x and area.right >= box.right and area.y <= box.y and area.bottom >= box.bottom
        spare = box.height // INNER  # the corners of an em box are bare
        inner = box.inset(Insets(spare, spare, spare, spare))
        return all(self._holds(x, y) for x in (inner.x, inner.right) for y in (inner.y, inner.bottom))

    def lies_on(self, box: Rect) -> bool:
        """Whether a line and it cover each other."""
        if not _lie_on(box, self.area):
            return False
        area = self.area
        middle = (area.x + area.width // 2, area.y + area.height // 2)
        x, y = min(max(middle[0], box.x), box.right), min(max(middle[1], box.y), box.bottom)
        return not self.is_round or self._holds(x, y)

    def _holds(self, x: Mpt, y: Mpt) -> bool:
        """Whether a place is inside the ellipse."""
        across, down = 2 * (x - self.area.x) - self.area.width, 2 * (y - self.area.y) - self.area.height
        wide, high = self.area.width, self.area.height
        return (across * high) ** 2 + (down * wide) ** 2 <= (wide * high) ** 2


def _check_ground(words: Words, items: Sequence[Placed], sheet: Sheet, told: set[Span]) -> None:
    """Report a text that is covered by a box, or as light or as dark as what lies under it; once for each place."""
    grounds = [(at, ground) for at, placed in enumerate(items) for ground in _ground(placed)]
    places = sheet.places
    inks = (span for key, span in places.keys.items() if "inks." in key)
    for box in words.boxes():
        under = [ground for at, ground in grounds if at < words.before and ground.lies_on(box)]
        over = [ground for at, ground in grounds if at >= words.before and ground.lies_on(box)]
        if over:
            sheet.findings.add(words.element_span, "cover-hidden", text=quoted(words.text))
            return
        inks_under = _inks_under(box, under)
        if not all(ink is None or reads_well(words.ink, ink, words.size) for ink in inks_under):
            place = places.latest(words.element_span, places.of(f"styles.{words.style}.colour"), *inks)
            is_body = words.ink == sheet.body and not reads_well(words.ink, WHITE, words.size)
            if place not in told and not is_body:
                sheet.findings.add(place, "cover-too-light", text=quoted(words.text))
            told.add(place)


def _inks_under(box: Rect, under: Sequence[Ground]) -> list[Ink | None]:
    """The inks that a line stands on: of what is under it down to one that is under all of it, else the paper."""
    inks: list[Ink | None] = []
    for ground in reversed(under):
        inks.append(ground.ink)
        if ground.covers(box):
            return inks
    return [*inks, WHITE]


def _ground(placed: Placed) -> Iterator[Ground]:
    """What an item is to words over or under it; nothing where it is words itself."""
    match placed.item:
        case Rule(width, height, ink):
            yield Ground(Rect(placed.x, placed.y, width, height), ink, is_round=False)
        case Image(size=size):
            yield Ground(Rect(placed.x, placed.y, size.width, size.height), None, is_round=False)
        case Path(segments, ink) if ink is not None:
            xs = [int(number) for _, *numbers in segments for number in numbers[::2]]
            ys = [int(number) for _, *numbers in segments for number in numbers[1::2]]
            area = Rect(placed.x + min(xs), placed.y + min(ys), max(xs) - min(xs), max(ys) - min(ys))
            yield Ground(area, ink, is_round=True)
        case _:
            pass
