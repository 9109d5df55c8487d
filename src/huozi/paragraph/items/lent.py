"""Lent characters: Western text of which the Latin face lacks a character, cut into runs of one face each.

A face is chosen for a character together with what combines with it (UAX #29, a cluster), never for a word or a run:
its neighbours stay in their face, and are shaped as they would be at the end of a word. Loaded for the first text that
wants it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from unicodedata import category, normalize

from huozi.fonts.catalog import FaceSet
from huozi.fonts.face import Face
from huozi.paragraph.characters import charclass as cc


def runs_by_face(text: str, faces: FaceSet) -> Iterator[tuple[Face | None, str]]:
    """The runs of a Western text, each with the face it is set in; ``None``: no face has it, or it is a blank."""
    parts = [part for cluster in clusters(text) for part in _set_in(cluster, faces)]
    for face, run in groupby(parts, key=itemgetter(0)):
        yield face, "".join(part for _, part in run)


MOST_COMBINED = 30
"""Marks that combine with one character; a heap of more is cut (UAX #15, "Stream-Safe Text Format")."""


def clusters(text: str) -> Iterator[str]:
    """Characters, each with the marks that combine with it and what is only there to be heeded.

    >>> [len(cluster) for cluster in clusters("ae\\u0301x")]
    [1, 2, 1]
    """
    start = 0
    for index, character in enumerate(text):
        if index > start and (not _combines(character) or index - start > MOST_COMBINED):
            yield text[start:index]
            start = index
    yield text[start:]


def _combines(character: str) -> bool:
    return category(character)[0] == "M" or cc.draws_nothing(character)


@lru_cache(maxsize=1024)
def _set_in(cluster: str, faces: FaceSet) -> tuple[tuple[Face | None, str], ...]:
    """A cluster with the face it is set in; where no face has all of it, each of its characters with its own."""
    if covers(faces.latin, cluster):
        return ((faces.latin, cluster),)
    lender = None if cluster in cc.BLANKS else next((face for face in faces.lenders() if covers(face, cluster)), None)
    if lender is not None or len(cluster) == 1:
        return ((lender, cluster),)
    return tuple(part for character in cluster for part in _set_in(character, faces))


def covers(face: Face, cluster: str) -> bool:
    """Whether a face has a character with what combines with it, letter by letter or as one."""
    if all(face.glyph(each) or cc.draws_nothing(each) for each in cluster):
        return True
    return len(cluster) > 1 and all(face.glyph(each) or cc.draws_nothing(each) for each in normalize("NFC", cluster))
