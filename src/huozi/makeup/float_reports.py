"""What is said of floats and notes on pages that were decided on: such as stand far from their mention, or adrift."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.diagnostics import Findings, Span
from huozi.makeup.called import Called
from huozi.makeup.costs import field_of
from huozi.makeup.matter_ends import OF
from huozi.makeup.plans import Draft
from huozi.records import NamedTuple


class Stood(NamedTuple):
    """Where a float stands, and where its first mention does, as pages of its part (from 0); how it stands."""

    number: int
    page: int
    mention: int
    where: str
    is_at_end: bool = False


def floats_of(draft: Draft) -> tuple[Stood, ...]:
    """Where the floats of a part stand and are mentioned, in their order."""
    part = draft.part
    called = Called(part.units, part.floats, part.notes)
    mentions: dict[int, int] = {}
    found: dict[int, tuple[int, str, bool]] = {}
    for place, step in draft.found.way:
        page, item, left = place[:3]
        if item < len(part.units):
            for number in _mentioned(called, place, step.lines, step.of or left):
                mentions.setdefault(number, page)
        for number, where in step.floats:
            stands = step.place[0] if where in ("head", "foot") else page
            at_end = where == "here" and item < len(part.units) and part.units[item].due > 0
            found[number] = (stands, where, at_end)
    return tuple(
        Stood(number, page, mentions.get(number, page), where, at_end)
        for number, (page, where, at_end) in sorted(found.items())
    )


def _mentioned(called: Called, place: tuple[int, ...], lines: int, of: int) -> Iterator[int]:
    """The floats that are mentioned by a step: by lines set, or where they are written."""
    item, left = place[1], place[2]
    unit = called.units[item]
    if unit.spot >= 0 and called.anchors[unit.spot] == item:
        yield unit.spot
    if not lines or unit.calls is None or (left and not place[OF]):
        return
    whole = place[OF] or of
    for call in called.calls(item, whole):
        if call.float >= 0 and called.anchors[call.float] == item and whole - of <= call.line < whole - of + lines:
            yield call.float


def report_matter(draft: Draft, number: int, shift: int, findings: Findings) -> None:
    """Report floats that stand later than the spread of their mention and the page after it, notes and words that could
    not be had. ``number`` is that of the part's first page in the inside, ``shift`` what makes folios of such numbers.

    Findings: ``float-late``, ``float-word-not-had``, ``note-adrift``.
    """
    part = draft.part
    for each in floats_of(draft):
        page, mention = number + each.page, number + each.mention
        if page > mention + 1 and page // 2 != mention // 2:
            span = part.units[_spot(draft, each.number)].span
            findings.add(span, "float-late", folio=page + shift, mention=mention + shift)
    told: set[tuple[str, Span]] = set()
    for place, step in draft.found.way:
        if not field_of(step.cost, "adrift"):
            continue
        asked = [each for each in part.floats if each.on or each.places == ("here",)]
        unit = part.units[min(place[1], len(part.units) - 1)]
        rule = "note-adrift" if step.feet or not asked else "float-word-not-had"
        if (rule, unit.span) not in told:
            told.add((rule, unit.span))
            findings.add(unit.span, rule, folio=number + place[0] + shift)


def _spot(draft: Draft, number: int) -> int:
    """The unit at which a float is written."""
    return next(item for item, unit in enumerate(draft.part.units) if unit.spot == number)


def whole_pages(draft: Draft) -> dict[int, int]:
    """The pages of a part that have something beside text, with the grid lines that stand above their text.

    One that floats have to themselves, or that something stands at the foot of, has no white: as many lines as it has.
    """
    found: dict[int, int] = {}
    floats = draft.part.floats
    for place, step in draft.found.way:
        for number, where in step.floats:
            page = step.place[0] if where in ("head", "foot") else place[0]
            if where == "head" and floats[number].is_wide:
                found[page] = found.get(page, 0) + floats[number].height
            elif where != "here":
                found[page] = draft.depths[page]
        if step.feet:
            found[place[0]] = draft.depths[place[0]]
    return found
