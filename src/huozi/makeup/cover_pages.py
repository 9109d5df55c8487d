"""The pages of the cover: what they are drawn with, a design or a designer's page on each."""

from __future__ import annotations

import os
from typing import TypeAlias

from huozi.content.issue_model import CoverSide
from huozi.display import Placed, Side
from huozi.makeup.contents import Numbers
from huozi.makeup.cover_text import CoverSetter, PicturesOf
from huozi.makeup.covers import draw
from huozi.makeup.inside import MakeUp
from huozi.style.elements import Design
from huozi.templates import field_places, issue_fields

COVER_SIDES: dict[CoverSide, tuple[Side, str]] = {
    "front": ("right", "封一"),
    "inside_front": ("left", "封二"),
    "inside_back": ("right", "封三"),
    "back": ("left", "封四"),
}
"""The pages of the cover in the order of the file: their side of the spread, what a viewer calls them."""

COVER_LABELS = tuple(label for _, label in COVER_SIDES.values())
DrawnCover: TypeAlias = tuple[Side, str, list[Placed]]
"""A page of the cover: its side of the spread, its label, what stands on it."""


def cover_setter(work: MakeUp, numbers: Numbers, pages: int) -> CoverSetter:
    """What covers are drawn with, once the inside has so many pages and articles begin on their ``numbers``."""
    fields = issue_fields(work.issue, work.sheet.journal)
    fields |= {"pages": str(pages), "article_count": str(len(work.issue.articles)), "parameters": ""}
    places = field_places(work.issue, work.sheet.places)
    places |= {"article_count": work.issue.place("contents"), "pages": work.issue.span, "parameters": places["cn"]}
    if fields["cn"]:
        from huozi.makeup.journal_facts import parameters  # many layouts have no such number

        fields["parameters"] = parameters(work.issue, work.sheet, pages)
    issue = work.issue
    pictures = PicturesOf(os.path.dirname(issue.span.file), issue.cover.picture, work.pictures)
    face_of = work.face_of
    setter = CoverSetter(fields, places, work.sheet, work.set_text, work.findings, face_of=face_of, pictures=pictures)
    if work.issue.cover.lines:
        from huozi.makeup.cover_lines import quoted_articles  # many issues quote none

        return setter._replace(quoted=quoted_articles(work.issue, numbers))
    return setter


def drawn_covers(work: MakeUp, setter: CoverSetter) -> tuple[list[DrawnCover], list[DrawnCover]]:
    """The pages of the cover before the inside and behind it; a design that is ``None`` gives no page.

    A designer's page takes the place of the design. Finding: ``cover-file-no-page`` where there is no page for it.
    """
    front, inside_front, inside_back, back = work.sheet.covers
    before: list[tuple[CoverSide, Design | None]] = [("front", front), ("inside_front", inside_front)]
    behind: list[tuple[CoverSide, Design | None]] = [("inside_back", inside_back), ("back", back)]
    return _drawn(work, setter, before), _drawn(work, setter, behind)


def _drawn(work: MakeUp, setter: CoverSetter, designs: list[tuple[CoverSide, Design | None]]) -> list[DrawnCover]:
    pages: list[DrawnCover] = []
    for name, design in designs:
        wish, (side, label) = work.issue.cover.file_of(name), COVER_SIDES[name]
        if design is not None and wish is not None:
            from huozi.makeup.designers_pages import cover_items  # few issues have any

            pages.append((side, label, cover_items(wish, design, setter)))
        elif design is not None:
            pages.append((side, label, draw(design, setter)))
        elif wish is not None:
            work.findings.add(wish.span, "cover-file-no-page", cover=label, side=name)
    return pages
