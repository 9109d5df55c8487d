"""Figures of half an em, as a journal sets them that keeps its characters on a grid: two take the place of a hanzi.

The tabular figures of the face are taken where it has them. Each stands in the middle of its half em, whatever its own
width; code keeps the widths of its face.
"""

from __future__ import annotations

from collections.abc import Sequence

from huozi.geometry import Mpt
from huozi.paragraph.items.sorts import Sort, Stretch

_TABULAR = ("tnum", True)


def with_tabular_figures(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with figures of one width in their Latin faces, where these have them."""
    return [stretch if stretch.whole else _with_tabular(stretch) for stretch in stretches]


def _with_tabular(stretch: Stretch) -> Stretch:
    manner = stretch.faces.manner
    features = (*(each for each in manner.features if each[0] != "pnum"), _TABULAR)
    return stretch._replace(faces=stretch.faces._replace(manner=manner._replace(features=features)))


def set_on_half_ems(sorts: list[Sort], stretches: Sequence[Stretch], em: Mpt) -> None:
    """Give the figures of stretches, whose sorts follow each other in a list, half an em each (of their own size)."""
    start = 0
    for stretch in stretches:
        half = (stretch.look.size or em) // 2
        faces = {face.key: face for face in stretch.faces.chain()}
        for index, character in enumerate(stretch.text, start):
            sort = sorts[index]
            if "0" <= character <= "9" and not stretch.whole and sort.glyph >= 0:
                own = faces[sort.fount.face].advance(sort.glyph, sort.fount.size)
                sorts[index] = sort._replace(advance=half, offset=(half - own) // 2)
        start += len(stretch.text)
