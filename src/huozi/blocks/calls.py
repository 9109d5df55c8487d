"""Calls: which line of a text calls a note or names a float, and the marks of notes as parts of what they stand in.

What a text calls goes with its looks, so that plain text carries nothing. Pages ask by lines: a paragraph tells it for
every number of lines that it may take, a slug as a whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from huozi.galley import Call, Float, Galley, Matter, SetParagraph, Slug
from huozi.paragraph.compose import Composed
from huozi.paragraph.items.look import Called
from huozi.paragraph.lines.justify import Line
from huozi.structure import Element, Kind

CallsOf = Callable[[int], tuple[Call, ...]]
"""What a paragraph's lines call, by the number of them."""


def line_calls(composed: Composed, ends: Sequence[int], first: int = 0) -> tuple[Call, ...]:
    """What the lines that end at these counts of characters call, the first of them being line number ``first``.

    A float that is named in two lines is called in the first of them.
    """
    return once(Call(first + bisect_right(ends, at), called.kind, called.key) for at, called in composed.called)


def slug_calls(composed: Composed, lines: Iterable[Line]) -> tuple[Call, ...]:
    """What lines call that are cast in one piece."""
    within = [(line.start, line.end) for line in lines]
    return once(
        Call(0, called.kind, called.key)
        for at, called in composed.called
        if any(start <= at < end for start, end in within)
    )


def once(calls: Iterable[Call]) -> tuple[Call, ...]:
    """Calls in order, of each note and float the first alone."""
    found: dict[tuple[str, str], Call] = {}
    for call in calls:
        found.setdefault((call.kind, call.key), call)
    return tuple(found.values())


def calls_within(galley: Galley) -> tuple[Call, ...]:
    """What matter calls that becomes one piece: a box, a caption."""
    return once(call._replace(line=0) for piece in galley for call in calls_of(piece))


def calls_of(piece: Matter) -> tuple[Call, ...]:
    """What a piece of matter calls, a paragraph in its natural number of lines."""
    match piece:
        case Slug(calls=calls) | Float(calls=calls):
            return calls
        case SetParagraph(lines, calls=by_lines):
            return by_lines(lines) if by_lines is not None else ()
        case _:
            return ()


def led(calls: CallsOf | None, lead: tuple[Call, ...]) -> CallsOf | None:
    """The calls of a paragraph in whose first line a label stands that calls something."""
    if not lead:
        return calls
    first = tuple(call._replace(line=0) for call in lead)
    return lambda lines: once((*first, *(calls(lines) if calls is not None else ())))


def followed(text: SetParagraph, more: SetParagraph) -> CallsOf | None:
    """The calls of a paragraph and of one behind it that is never parted from it, whose lines do not vary."""
    own, further = text.calls, more.calls
    if own is None and further is None:
        return None

    def calls(lines: int) -> tuple[Call, ...]:
        above = lines - more.lines
        below = further(more.lines) if further is not None else ()
        return once(
            (*(own(above) if own is not None else ()), *(call._replace(line=call.line + above) for call in below))
        )

    return calls


@lru_cache(maxsize=4096)
def _mark(parent: Element | None, called: Called) -> Element:
    """The element of a call's mark: the same however often its line is cast."""
    return Element(Kind.CALL, called.number, parent, called.span)


def mark_of(parent: Element | None, called: Called | None) -> Element | None:
    """What glyphs are part of that call a note, whatever runs its mark is drawn in; the text itself for all others."""
    return parent if called is None or called.kind != "note" else _mark(parent, called)
