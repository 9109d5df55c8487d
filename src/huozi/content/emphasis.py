"""Emphasis: which asterisks and underscores of a text open and close it, as their author meant them.

CommonMark lets a mark open or close by the kind of character on both its sides, and takes every hanzi for a letter of
a word: marks beside Chinese punctuation are pairs for every reader and none for it, or pair across. Here all marks of
a level are read together. What each may be, and what it costs to read it so, follows from its neighbours; of all
readings the cheapest stands: the one that leaves the fewest marks over, and among those the one that keeps closest to
CommonMark. The marks of formulas and sizes are text (``signs``), and so is a pair that might be either; that is
reported, as is every mark left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from huozi.content.markdown_tree import Node
from huozi.content.signs import OBJECT, Kind, begins_span, ends_span, is_doubtful, is_sign, kind_of
from huozi.content.spans import Source, is_escaped
from huozi.diagnostics import Findings
from huozi.records import NamedTuple
from huozi.scripts import HAN, is_han
from huozi.source_file import places_of, quoted

_NEVER = 1 << 60
_BENT = 1  # a bracket, a quote or a stop that CommonMark would not have at this side of a mark
_FAR_BENT = 3  # any other sign
_WITHIN_WORD = 2  # an underscore beside a hanzi
_SPLIT = 1 << 20  # a mark that closes one emphasis and opens the next of its kind
_NESTED = 1 << 22  # an emphasis in its like, which Western text alone has
_LEFT = {0: 0, 1: 10 << 30, 2: 12 << 30, 3: 14 << 30, 4: 16 << 30}
_IN_PART = 21 << 30  # a mark that is left over in part: dearer than one left over, cheaper than two
_LEFT_INSIDE = 1 << 24  # more for each emphasis that a mark is left over in
"""What readings cost: less than any mark left over, however they come together in a line."""

_DEEPEST = 4
_LONGEST = 4
_MOST_READINGS = 24

_KINDS = {"*": ("e", "s"), "_": ("u", "d")}
_WIDTHS = {"e": 1, "s": 2, "u": 1, "d": 2}
_NAMES = {"e": "Emphasis", "s": "Strong", "u": "Emphasis", "d": "Strong"}
_OPENINGS: dict[str, dict[int, tuple[str, ...]]] = {
    "*": {0: ("",), 1: ("", "e"), 2: ("", "s", "e"), 3: ("", "es", "se", "s", "e"), 4: ("s",)},
    "_": {0: ("",), 1: ("", "u"), 2: ("", "d", "u"), 3: ("", "ud", "du", "d", "u"), 4: ()},
}
"""What so many marks may open, the outer first; what they do not take up is left over."""

_RUNS = re.compile(r"\*+|_+")


class _Run(NamedTuple):
    """Marks side by side: their text among the nodes, their place there and in the line, what opening and closing
    cost, whether they are text without a doubt, whether they may open what is open."""

    node: int
    at: int
    place: int
    marks: str
    opens: int
    closes: int
    is_sign: bool
    may_nest: bool = False


class _Way(NamedTuple):
    """How a run may be read: what is open after it, what it closes, what it opens, marks left over, the price, whether
    it opens what is open."""

    after: str
    closed: str
    opened: str
    left: int
    price: int
    is_in_like: bool = False


class _Pair(NamedTuple):
    """What an emphasis is marked by: its kind, the runs it opens and closes in, how far from their starts."""

    kind: str
    opening: int
    opening_at: int
    closing: int
    closing_at: int


_Reading: TypeAlias = tuple[int, str, _Way]
"""The price of a reading so far, what was open before its last run, how that was read."""


def with_emphasis(nodes: Sequence[Node], source: Source) -> Sequence[Node]:
    """The nodes of a level with what emphasis takes in as ``Strong`` and ``Emphasis``; texts elsewhere stay whole.

    Findings: ``leftover-mark``, ``mark-unclear``.
    """
    if not any(node.name == "Text" and ("*" in node.value or "_" in node.value) for node in nodes):
        return nodes
    line = "".join(map(_characters, nodes))
    runs = list(_runs_of(nodes, line, source))
    ways = _in_turn(runs) or _cheapest(runs)
    pairs: list[_Pair] = []
    unclear: dict[tuple[int, int], _Pair] = {}  # of pairs in the same marks the outermost
    for pair in _pairs_of(runs, ways):
        opening, closing = runs[pair.opening], runs[pair.closing]
        first, last = opening.place + pair.opening_at, closing.place + pair.closing_at
        if is_doubtful(line, first, last, opening.marks[: _WIDTHS[pair.kind]]):
            unclear[pair.opening, pair.closing] = pair
        else:
            pairs.append(pair)
    for pair in unclear.values():
        opening, closing = runs[pair.opening], runs[pair.closing]
        marked = line[opening.place + pair.opening_at : closing.place + pair.closing_at + _WIDTHS[pair.kind]]
        _report(nodes, opening, pair.opening_at, marked, "mark-unclear", source)
    _report_left(nodes, runs, ways, line, source)
    return _nested(nodes, runs, pairs) if pairs else nodes


def strong_places(text: str) -> set[int]:
    """Where in a text ``**`` stand that open or close strong text, and nothing else beside it."""
    places = places_of(text, "")
    runs = list(_runs_of([Node("Text", text, 0, len(places.data), [])], text, Source(places, Findings())))
    found: set[int] = set()
    for pair in _pairs_of(runs, _in_turn(runs) or _cheapest(runs)):
        opening, closing = runs[pair.opening], runs[pair.closing]
        are_strong = opening.marks == closing.marks == "**" and opening.place + len("**") < closing.place
        if are_strong and not is_doubtful(text, opening.place, closing.place, "**"):
            found |= {opening.place, closing.place}
    return found


def _characters(node: Node) -> str:
    match node.name:
        case "Text":
            return str(node.value)
        case "SoftBreak" | "HardBreak":
            return "\n"
        case _:
            return OBJECT


def _runs_of(nodes: Sequence[Node], line: str, source: Source) -> Iterator[_Run]:
    """The runs of marks in the texts of a level; an escaped mark is none, nor is one written as an entity."""
    start = 0
    for index, node in enumerate(nodes):
        text = _characters(node)
        if ("*" in text or "_" in text) and (source.places.data[node.start : node.start + 1] != b"&" or text[0] == "&"):
            for found in _RUNS.finditer(text, int(is_escaped(node, source))):
                place = start + found.start()
                marks = found.group()
                if is_sign(line, place, marks):
                    yield _Run(index, found.start(), place, marks, _NEVER, _NEVER, is_sign=True)
                    continue
                before, behind = _seen_before(line, place), _seen_behind(line, place + len(marks))
                opens = _flanks(before, behind, Kind.CLOSING, marks[:3])
                closes = _flanks(behind, before, Kind.OPENING, marks[:3])
                nests = closes == _NEVER and not (is_han(behind) or is_han(line[max(place - 2, 0) : place][:1]))
                yield _Run(index, found.start(), place, marks, opens, closes, is_sign=False, may_nest=nests)
        start += len(text)


_UNDERLINED = rf"[{HAN}]{{1,40}}_"
_RAISED_BEFORE = r"[\^~][0-9A-Za-z+−-]{1,8}[\^~]\Z"
_RAISED_BEHIND = r"[\^~][0-9A-Za-z+−-]{1,8}[\^~]"


def _seen_before(line: str, place: int) -> str:
    """What a reader sees before a place: of text with dots or raised its last character, a span as one object."""
    mark = line[place - 1 : place] if place else ""
    if mark == "=" and line[max(place - 2, 0) : place] == "==":
        place -= len("==")
        mark = line[place - 1 : place] if place else ""
    if mark == "}" and ends_span(line, place):
        return OBJECT
    if mark and mark in "^~" and re.search(_RAISED_BEFORE, line[max(place - 10, 0) : place]):
        return line[place - 2]
    return mark


def _seen_behind(line: str, place: int) -> str:
    """What a reader sees behind a place."""
    if line.startswith("==", place):
        place += len("==")
    mark = line[place : place + 1]
    if mark in ("[", "{") and begins_span(line, place):
        return OBJECT
    if mark and mark in "^~" and re.match(_RAISED_BEHIND, line[place : place + 10]):
        return line[place + 1]
    return mark


@lru_cache(maxsize=4096)
def _flanks(outer: str, inner: str, faces_out: Kind, marks: str) -> int:
    """What it costs to read marks as the end of an emphasis whose side is inner.

    ``faces_out``: the kind of punctuation that would look out of the emphasis there.
    """
    inside, outside = kind_of(inner), kind_of(outer)
    if inside is Kind.SPACE:
        return _NEVER
    price = 0
    if outside.is_letter and not inside.is_letter:  # what CommonMark takes for none
        if inside is faces_out or (len(marks) == 1 and outside is not Kind.HAN and inner.isascii()):
            return _NEVER
        price = _FAR_BENT if inside is Kind.SIGN else _BENT
    if marks[0] == "_" and outside.is_letter and outside is not Kind.OBJECT:
        if outside is not Kind.HAN or len(marks) > 2:
            return _NEVER
        price += _WITHIN_WORD
    return price


# ------------------------------------------------------------------ the cheapest reading


def _in_turn(runs: Sequence[_Run]) -> list[_Way] | None:
    """The reading by which runs open and close in turn, if it costs nothing: so most texts are marked."""
    ways: list[_Way] = []
    is_open = marks = ""
    for run in runs:
        if run.is_sign:
            ways.append(_Way(is_open, "", "", 0, 0))
        elif is_open and run.marks == marks and not run.closes:
            ways.append(_Way("", is_open, "", 0, 0))
            is_open = ""
        elif not is_open and len(run.marks) < 3 and not run.opens:
            marks = run.marks
            is_open = _OPENINGS[marks[0]][len(marks)][1]
            ways.append(_Way(is_open, "", is_open, 0, 0))
        else:
            return None
    return None if is_open else ways


def _cheapest(runs: Sequence[_Run]) -> list[_Way]:
    """How each run is read in the cheapest reading of all."""
    readings: dict[str, _Reading] = {"": (0, "", _Way("", "", "", 0, 0))}
    steps: list[dict[str, _Reading]] = []
    for run in runs:
        if run.is_sign:
            following = {after: (price, after, _Way(after, "", "", 0, 0)) for after, (price, _, _) in readings.items()}
        else:
            following = _one_run_more(readings, run)
        readings = following
        steps.append(readings)
    ways: list[_Way] = []
    after = ""
    for step in reversed(steps):
        _, before, way = step[after]
        ways.append(way)
        after = before
    return ways[::-1]


def _one_run_more(readings: dict[str, _Reading], run: _Run) -> dict[str, _Reading]:
    """The cheapest reading up to a run for each state after it, the shallowest first."""
    following: dict[str, _Reading] = {}
    for before, (price, _, _) in readings.items():
        for way in _ways(run.marks[0], len(run.marks), before):
            cost = price + way.price
            if way.closed:
                cost += run.closes
            if way.opened:
                cost += run.opens
            if way.is_in_like:
                cost += _NESTED if run.may_nest else _NEVER
            if cost < _NEVER and (way.after not in following or cost < following[way.after][0]):
                following[way.after] = cost, before, way
    kept: list[str] = list(following)
    if len(kept) > _MOST_READINGS:
        kept = ["", *sorted(filter(None, following), key=lambda after: (following[after][0], after))[:_MOST_READINGS]]
    return {after: following[after] for after in sorted(kept, key=lambda after: (len(after), after))}


@cache
def _ways(mark: str, length: int, before: str) -> tuple[_Way, ...]:
    """Every way to read a run of so many marks after what is open."""
    whole = _Way(before, "", "", length, _LEFT[min(length, _LONGEST)] + _LEFT_INSIDE * len(before))
    ways = [whole]
    closed = ""
    outer = before
    while length <= _LONGEST:
        rest = length - _width(closed)
        for opened in _OPENINGS[mark][rest]:
            left = rest - _width(opened)
            if _is_likely(length, closed, opened, left) and len(outer + opened) <= _DEEPEST:
                split = _SPLIT if closed and opened and length != len("***") else 0
                is_in_like = any(kind in outer for kind in opened)
                ways.append(_Way(outer + opened, closed, opened, left, (left and _IN_PART + left) + split, is_in_like))
        if outer[-1:] not in _KINDS[mark] or _width(closed + outer[-1:]) > length:
            break
        closed += outer[-1]
        outer = outer[:-1]
    return tuple(ways)


def _is_likely(length: int, closed: str, opened: str, left: int) -> bool:
    """Whether a run is ever meant so: four marks close ``**`` and open it again, or are text."""
    if length == _LONGEST:
        return (closed, opened, left) in (("s", "s", 0), ("d", "d", 0))
    return bool(closed or opened) and not (closed and opened and left)


def _width(kinds: str) -> int:
    return sum(map(_WIDTHS.__getitem__, kinds))


# ------------------------------------------------------------------ pairs, and what they take in


def _pairs_of(runs: Sequence[_Run], ways: Sequence[_Way]) -> Iterator[_Pair]:
    """The pairs of a reading, in the order of their closing marks."""
    is_open: list[tuple[str, int, int]] = []
    for index, (run, way) in enumerate(zip(runs, ways, strict=True)):
        at = 0
        for kind in way.closed:
            _, opening, opening_at = is_open.pop()
            yield _Pair(kind, opening, opening_at, index, at)
            at += _WIDTHS[kind]
        at = len(run.marks) - _width(way.opened)
        for kind in way.opened:
            is_open.append((kind, index, at))
            at += _WIDTHS[kind]


def _nested(nodes: Sequence[Node], runs: Sequence[_Run], pairs: Sequence[_Pair]) -> list[Node]:
    """The nodes with pairs as nodes, texts cut at their marks."""
    cuts: dict[int, list[tuple[int, int, str]]] = {}
    for pair in pairs:
        opening, closing = runs[pair.opening], runs[pair.closing]
        width = _WIDTHS[pair.kind]
        cuts.setdefault(opening.node, []).append((opening.at + pair.opening_at, width, _NAMES[pair.kind]))
        cuts.setdefault(closing.node, []).append((closing.at + pair.closing_at, width, ""))
    levels: list[list[Node]] = [[]]
    for index, node in enumerate(nodes):
        done, offset = 0, node.start
        for at, width, name in sorted(cuts.get(index, ())):
            offset = _add_text(levels[-1], node.value[done:at], offset)
            done = at + width
            if name:
                levels[-1].append(Node(name, None, offset, offset, []))
                levels.append(levels[-1][-1].children)
            else:
                levels.pop()
                levels[-1][-1] = levels[-1][-1]._replace(end=offset + width)
            offset += width
        if not done:
            levels[-1].append(node)
        else:
            _add_text(levels[-1], node.value[done:], offset)
    return levels[0]


def _add_text(nodes: list[Node], text: str, start: int) -> int:
    """Add a text, unless it is empty; where it ends."""
    end = start + len(text.encode())
    if text:
        nodes.append(Node("Text", text, start, end, []))
    return end


# ------------------------------------------------------------------ what is reported


def _report(nodes: Sequence[Node], run: _Run, at: int, marks: str, rule: str, source: Source) -> None:
    span = source.places.span(nodes[run.node].start)
    source.findings.add(span._replace(column=span.column + run.at + at), rule, mark=quoted(marks))


def _report_left(nodes: Sequence[Node], runs: Sequence[_Run], ways: Sequence[_Way], line: str, source: Source) -> None:
    """Report the marks left over, of two alike in a line of the source the first: a pair is one slip."""
    alone: tuple[str, int] | None = None
    for run, way in zip(runs, ways, strict=True):
        if not way.left or not _looks_meant(run, line):
            continue
        this = run.marks[: way.left], source.places.span(nodes[run.node].start).line
        if this == alone:
            alone = None
            continue
        alone = this
        _report(nodes, run, _width(way.closed), this[0], "leftover-mark", source)


def _looks_meant(run: _Run, line: str) -> bool:
    """Whether marks look as if they were meant as such: not a star with room around it, nor a blank to fill in."""
    end = run.place + len(run.marks)
    if run.marks[0] == "_":
        is_around_han = run.opens < _NEVER and re.compile(_UNDERLINED).match(line, end) is not None
        return len(run.marks) == len("__") or is_around_han
    before, behind = line[max(run.place - 2, 0) : run.place], line[end : end + 2]
    if behind[:1].isspace() and (not before or before[-1].isspace()):
        return len(run.marks) > 1 and (is_han(before[:1]) or is_han(behind[1:]))
    return True
