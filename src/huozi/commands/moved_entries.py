"""What ``huozi explain --since`` says of entries that begin on another page."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.diagnostics import Language
from huozi.messages.changes import say
from huozi.rounds.moving import Cause, Moved, lines_in

SHOWN = 5
"""Causes of one entry that a text shows; the rest are counted."""


def moved_lines(moved: tuple[Moved, ...], since: str, language: Language) -> Iterator[str]:
    """The entries with what moved them, one after another."""
    if not moved:
        yield say("none-moved", language, since=since)
        return
    yield say("entries-moved", language, since=since)
    for each in moved:
        yield "    " + say("entry-moved", language, title=each.change.title, old=each.change.old, new=each.change.new)
        if each.causes:
            own = lines_in(each.causes)
            yield "        " + say("lines-in-all", language, own=f"{own:+}", lines=f"{each.lines:+}")
        else:
            yield "        " + say(
                "with-the-last" if each.lines else "parted-otherwise", language, lines=f"{each.lines:+}"
            )
        shown = sorted(each.causes, key=lambda cause: -abs(cause.lines))[:SHOWN]
        yield from ("        " + _cause(cause, language) for cause in each.causes if cause in shown)
        if len(each.causes) > len(shown):
            yield "        " + say("causes-more", language, count=len(each.causes) - len(shown))


def _cause(cause: Cause, language: Language) -> str:
    return say(
        f"cause-{cause.kind}", language, place=f"{cause.place.file}:{cause.place.line}", lines=f"{cause.lines:+}"
    )


def moved_data(moved: tuple[Moved, ...]) -> list[dict[str, object]]:
    """The same as values of JSON."""
    return [
        {
            "article": each.change.name,
            "title": each.change.title,
            "old": each.change.old,
            "new": each.change.new,
            "lines": each.lines,
            "causes": [
                {"kind": cause.kind, "file": cause.place.file, "line": cause.place.line, "lines": cause.lines}
                for cause in each.causes
            ],
        }
        for each in moved
    ]
