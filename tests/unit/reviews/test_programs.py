"""Comments of every kind, written by three libraries in the manner of five programs, are read back to their places."""

from __future__ import annotations

from functools import cache

import pytest
from programs import AUTHOR, PROGRAMS, TOLD, Told, comments
from proofs import LIBRARIES, with_map

from huozi.diagnostics import Findings
from huozi.reviews.model import Comment
from huozi.reviews.reading import read_notes

CASES = [
    (program, library, kind)
    for program, manner in PROGRAMS.items()
    for library in LIBRARIES
    for kind in TOLD
    if kind not in manner.lacks
]


@cache
def read(program: str, library: str) -> tuple[Comment, ...]:
    """The comments of a program, written by a library."""
    findings = Findings()
    written = with_map(LIBRARIES[library](comments(PROGRAMS[program])))
    found = read_notes(written, "proof.pdf", findings, None, all_of_them=False).comments
    assert list(findings) == []
    return found


@pytest.mark.parametrize(("program", "library", "kind"), CASES)
def test_a_comment_is_read_back_to_its_place_and_words(program: str, library: str, kind: str) -> None:
    found = [item for item in read(program, library) if item.kind == kind]
    told = [
        Told(
            item.place.label, item.place.column, item.place.line, str(item.place.span),
            item.marked, item.before, item.after, item.text, item.icon,
        )
        for item in found
    ]  # fmt: skip
    assert told == [TOLD[kind]]
    assert not found[0].place.near
    assert (found[0].author, found[0].date[:10], found[0].hidden, found[0].replies) == (AUTHOR, "2030-11-20", False, ())


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_comment_is_told_once_and_nothing_else(program: str, library: str) -> None:
    kinds = sorted(item.kind for item in read(program, library))
    assert kinds == sorted(TOLD.keys() - PROGRAMS[program].lacks)


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_comments_come_by_page_column_and_line(program: str, library: str) -> None:
    pages = {"4": 0, "5": 1, "6": 2}
    places = [(pages[item.place.label], item.place.column, item.place.line) for item in read(program, library)]
    assert places == sorted(places)
    assert [item.number for item in read(program, library)] == list(range(1, len(places) + 1))
