"""Reading with slips mended: where a reading fails, the possible mends are tried, and those that help are slips.

A slip counts only if the reading has fewer errors with its mend than without: so a full-width comma in a text stays
what it is, whatever else is wrong with the file. The rest is read from the mended text, so that one slip makes one
finding and every other mistake of the file is found in the same run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from huozi.diagnostics import Finding, Findings, Severity, Span
from huozi.positioned_yaml import MAX_NODES, Node, read_yaml
from huozi.records import NamedTuple
from huozi.slips.edits import Slip, as_typed, mended, place_of

Read = TypeVar("Read")

MOST_SLIPS = 80
"""More possible slips than these are not looked through: such a file is no YAML."""

LONGEST = 200_000
"""Longer texts (characters) are not looked through."""

TABS = (2, 4, 8, 0)
"""Columns that a tab may be meant to stand for; a full-width space stands for two of them, or for none."""


MADE_TEXT = frozenset(("yaml-first-character", "yaml-after-close", "yaml-alias", "yaml-tag"))
"""Slips whose value is read on as a text: what else its line has is told when it has been mended."""


class Reader(NamedTuple, Generic[Read]):
    """How a kind of file is read: where its text starts, what makes a value of its nodes, the keys that it may have."""

    start: Span
    value: Callable[[Node, Findings], Read | None]
    keys: Callable[[], Collection[str]] = tuple
    max_nodes: int = MAX_NODES


class _Attempt(NamedTuple, Generic[Read]):
    """What a reading came to: the value, its findings, and how far it failed (smaller is better)."""

    value: Read | None
    findings: Findings
    failure: tuple[int, int, int]


def read_mended(text: str, reader: Reader[Read], findings: Findings) -> Read | None:
    """The value of a YAML text, read as it was meant where slips keep it from being read as typed.

    Every slip is an error all the same. ``None`` where the text cannot be read at all.
    """
    slips: tuple[Slip, ...] = ()
    attempt = _attempt(text, reader)
    if attempt.failure != _NOTHING and len(text) <= LONGEST:
        attempt, slips = _mend(text, reader, attempt)
    own = Findings()
    for slip in _by_line(text, slips):
        own.add(place_of(text, slip.at, reader.start), slip.rule, **_arguments(slip))
    guessed = {item.span.line for item in own if item.rule in MADE_TEXT}
    own.extend(
        item
        for item in attempt.findings
        if item.span.line not in guessed and not (guessed and item.rule == "yaml-indent")
    )
    findings.extend(own)
    return attempt.value


_NOTHING = (0, 0, 0)


def _attempt(text: str, reader: Reader[Read]) -> _Attempt[Read]:
    """One reading of a text."""
    own = Findings()
    start = reader.start
    node = read_yaml(text, start.file, own, start.line, start.column, reader.max_nodes)
    value = None if node is None else reader.value(node, own)
    if value is not None and _is_suspect(text):
        from huozi.slips.silent import report_silent

        report_silent(text, start, reader.keys(), own)
    if not len(own):
        return _Attempt(value, own, _NOTHING)
    from huozi.messages import severity

    errors = [item for item in own if severity(item) is Severity.ERROR]
    if node is None:
        return _Attempt(value, own, (1, -max((item.span.line for item in errors), default=0), len(errors)))
    return _Attempt(value, own, (0, 0, len(errors)))


def _mend(text: str, reader: Reader[Read], plain: _Attempt[Read]) -> tuple[_Attempt[Read], tuple[Slip, ...]]:
    """The best reading there is, and the slips that had to be mended for it."""
    from huozi.slips.lines import possible_slips

    best = plain
    chosen: tuple[Slip, ...] = ()
    sure: list[Slip] = []
    for tab in TABS if any(space in text for space in "\t\u3000\u00a0") else TABS[:1]:
        slips = list(possible_slips(text, reader.keys(), tab))
        sure = sure or [slip for slip in slips if _is_sure(slip, text, reader.keys())]
        if not slips or len(slips) > MOST_SLIPS:
            continue
        attempt, needed = _needed(text, reader, slips)
        if attempt.failure < best.failure:
            best, chosen = attempt, needed
    placed = _with_places(text, chosen, best, reader.start)
    if best.failure[0]:
        chosen += tuple(slip for slip in sure if slip not in chosen)
    return placed, chosen


def _is_sure(slip: Slip, text: str, keys: Collection[str]) -> bool:
    """Whether a slip is one whatever else is wrong: a full-width colon behind a known key at a line's beginning."""
    line = text[text.rfind("\n", 0, slip.at) + 1 : slip.at]
    return slip.typed == "：" and line.lstrip(" -").rstrip() in keys


def _needed(text: str, reader: Reader[Read], slips: Sequence[Slip]) -> tuple[_Attempt[Read], tuple[Slip, ...]]:
    """The slips without whose mends the reading is worse, and the reading with those mended."""
    kept = list(slips)
    best = _attempt(mended(text, kept), reader)
    for slip in slips:
        others = [other for other in kept if other is not slip]
        attempt = _attempt(mended(text, others), reader)
        if attempt.failure <= best.failure:
            best, kept = attempt, others
    return best, tuple(kept)


def _with_places(text: str, slips: Sequence[Slip], attempt: _Attempt[Read], start: Span) -> _Attempt[Read]:
    """A reading with its findings at the places where they are in the text as typed."""
    if not slips:
        return attempt
    found = list(attempt.findings)
    spans = as_typed([item.span for item in found], text, slips, start)
    own = Findings()
    own.extend(Finding(span, item.rule, item.arguments) for span, item in zip(spans, found, strict=True))
    return attempt._replace(findings=own)


def _by_line(text: str, slips: Sequence[Slip]) -> list[Slip]:
    """Slips as they are told: those of one kind in a line are one."""
    told: dict[tuple[str, int], Slip] = {}
    for slip in sorted(slips, key=lambda slip: slip.at):
        key = (slip.rule, text.count("\n", 0, slip.at))
        if key in told:
            first = told[key]
            typed, instead = (
                " ".join(dict.fromkeys(filter(None, f"{one} {other}".split(" "))))
                for one, other in ((first.typed, slip.typed), (first.instead, slip.instead))
            )
            told[key] = first._replace(typed=typed, instead=instead)
        else:
            told[key] = slip
    return list(told.values())


def _arguments(slip: Slip) -> dict[str, str]:
    """What the message of a slip quotes."""
    from huozi.source_file import quoted

    match slip.rule:
        case "full-width-mark" | "missing-colon":
            return {"typed": quoted(slip.typed), "instead": quoted(slip.instead or "—")}
        case "missing-space" | "yaml-indent-space" | "yaml-space" | "yaml-after-close" | "hash-taken":
            return {"typed": quoted(slip.typed)}
        case _:
            return {}


def _is_suspect(text: str) -> bool:
    """Whether a text holds what a silent slip would: no pattern, for every file is asked this.

    >>> _is_suspect("a: b #c"), _is_suspect("a: b # c"), _is_suspect("- c：d"), _is_suspect("a: 甲：乙")
    (True, False, True, False)
    """
    at = text.find(" #")
    while at >= 0:
        if text[at + 2 : at + 3].strip("# \t\n!"):
            return True
        at = text.find(" #", at + 2)
    if "＃" in text or "\t#" in text:
        return True
    lines = text.split("\n")
    if "\n " in text and any(_goes_on(above, line) for above, line in pairwise(lines)):
        return True
    if "：" not in text:
        return False
    heads = (line.partition("：")[0].lstrip("- \t").rstrip() for line in lines if "：" in line)
    return any(head.isascii() and head.isidentifier() for head in heads)


def _goes_on(above: str, line: str) -> bool:
    """Whether a line that begins with a dash, deeper than the line above it, may but go on the text of that line."""
    rest, over = line.lstrip(" \t"), above.lstrip(" \t")
    is_deeper = len(line) - len(rest) > len(above) - len(over)
    return is_deeper and rest.startswith(("- ", "-\t")) and over.rstrip()[-1:] not in ("", ":")
