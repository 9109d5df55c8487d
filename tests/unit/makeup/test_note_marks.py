"""Notes numbered by page: the marks of each page's own, in text and notes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from issues import HOUSE, sheet
from squares import EM, HERE, rules_of, squares

from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Page, Placed
from huozi.fonts.catalog import Catalog
from huozi.fonts.face import Face
from huozi.geometry import Size
from huozi.makeup.note_marks import numbered_by_page
from huozi.structure import Element, Kind
from huozi.style.notes import NotesStyle

BY_PAGE = NotesStyle(numbering="page")
ONE, TWO = (Element(Kind.ARTICLE, 0, None, HERE) for _ in range(2))


def face_of(_: str) -> Face:
    return squares().han


def mark(kind: Kind, number: int, article: Element = ONE, width: int = EM) -> Placed:
    """A mark as it is composed: of a call in the text, or before a note."""
    if kind is Kind.CALL:
        element = Element(Kind.CALL, number, Element(Kind.PARAGRAPH, 0, article, HERE), HERE)
    else:
        element = Element(Kind.LABEL, 0, Element(Kind.NOTE, number, article, HERE), HERE)
    return Placed(0, 0, GlyphRun("square", EM, (1,), (0,), ("0",), width), element=element)


def page(at: int, *items: Placed) -> Page:
    return Page(at, "right", str(at + 1), str(at + 1), Size(1, 1), 0, items)


def marks(pages: Sequence[Page]) -> list[str]:
    """The marks of each page, one behind the other."""
    runs = [[placed.item for placed in each.items if isinstance(placed.item, GlyphRun)] for each in pages]
    return [" ".join("".join(run.texts) for run in own) for own in runs]


def test_each_page_begins_anew_in_text_and_notes() -> None:
    pages = [
        page(0, mark(Kind.CALL, 1), mark(Kind.CALL, 2), mark(Kind.LABEL, 1), mark(Kind.LABEL, 2)),
        page(1, mark(Kind.CALL, 3), mark(Kind.LABEL, 3)),
        page(2),
    ]
    findings = Findings()
    found = numbered_by_page(pages, BY_PAGE, face_of, findings)
    assert marks(found) == ["1 2 1 2", "1 1", ""]
    assert not len(findings)
    assert [placed[:2] + placed[3:] for each in found for placed in each.items] == [
        placed[:2] + placed[3:] for each in pages for placed in each.items
    ], "places and elements stay"
    assert all(placed.item.width == EM for placed in found[0].items if isinstance(placed.item, GlyphRun))


def test_articles_on_one_page_count_together() -> None:
    own = [mark(Kind.CALL, 4), mark(Kind.CALL, 1, TWO), mark(Kind.LABEL, 4), mark(Kind.LABEL, 1, TWO)]
    assert marks(numbered_by_page([page(0, *own)], BY_PAGE, face_of, Findings())) == ["1 2 1 2"]


def test_a_note_called_again_on_another_page_keeps_its_mark_and_is_told() -> None:
    pages = [
        page(0, mark(Kind.CALL, 1), mark(Kind.CALL, 2), mark(Kind.LABEL, 1), mark(Kind.LABEL, 2)),
        page(1, mark(Kind.CALL, 2), mark(Kind.CALL, 3), mark(Kind.LABEL, 3)),
    ]
    findings = Findings()
    assert marks(numbered_by_page(pages, BY_PAGE, face_of, findings)) == ["1 2 1 2", "2 1 1"]
    assert rules_of(findings) == ["note-called-again"]
    assert dict(next(iter(findings)).arguments) == {"folio": "2", "other": "1", "mark": "2"}


@pytest.mark.parametrize(("count", "found"), [(20, []), (21, ["note-marks-many"])])
def test_more_notes_than_there_are_marks_are_digits_on_that_page_and_told_once(count: int, found: list[str]) -> None:
    faces = Catalog(HOUSE.fonts).faces(sheet("a4-35x37").styles["body"].font)
    pages = [page(0, *(mark(Kind.LABEL, number) for number in range(1, count + 1))), page(1, mark(Kind.LABEL, 99))]
    findings = Findings()
    made = numbered_by_page(pages, BY_PAGE._replace(marks="circled"), lambda _: faces.han, findings)
    first, second = marks(made)
    assert first.split()[:2] == (["①", "②"] if count == 20 else ["1", "2"])
    assert second == "①"
    assert rules_of(findings) == found
    last = made[0].items[-1].item
    assert isinstance(last, GlyphRun)
    assert (last.size == EM) == (count == 20), "two digits are made to fit into the room of a circle"


@pytest.mark.parametrize(("width", "found"), [(EM // 2, ["note-mark-wide"]), (EM - EM // 8, []), (EM, [])])
def test_a_mark_wider_than_its_room_is_told_once_a_page(width: int, found: list[str]) -> None:
    findings = Findings()
    items = [mark(Kind.LABEL, number, width=width) for number in range(1, 13)]
    numbered_by_page([page(0, *items)], BY_PAGE, face_of, findings)
    assert rules_of(findings) == found


def test_what_is_no_mark_of_a_numbered_note_stays() -> None:
    label = Placed(0, 0, GlyphRun("square", EM, (1,), (0,), ("1.",), EM), element=Element(Kind.LABEL, 0, ONE, HERE))
    pages = [page(0, label, mark(Kind.LABEL, 0), mark(Kind.CALL, 7))]
    assert numbered_by_page(pages, BY_PAGE, face_of, Findings()) == tuple(pages)
    pages = [page(0, label, mark(Kind.LABEL, 0), mark(Kind.CALL, 7), mark(Kind.LABEL, 1))]
    assert marks(numbered_by_page(pages, BY_PAGE, face_of, Findings())) == ["1. 0 0 1"]
