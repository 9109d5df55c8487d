"""The words beneath a mark, whatever a program does to its corners and a page to its coordinates."""

from __future__ import annotations

from io import BytesIO
from itertools import permutations
from typing import Any

import pikepdf
import pytest
from proofs import Note, annotation, box_of, by_pikepdf, mark, proof, quad, utf16, with_map

from huozi.diagnostics import Findings
from huozi.reviews.model import Comment
from huozi.reviews.reading import read_notes


def read(written: bytes) -> Comment:
    (found,) = read_notes(written, "proof.pdf", Findings(), None, all_of_them=False).comments
    return found


def marked(*notes: Note) -> str:
    return read(proof(*notes)).marked


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_corners_is_of_no_account(order: tuple[int, ...]) -> None:
    assert marked(mark("Highlight", "4", 1, "顺流", QuadPoints=quad(box_of("4", 1, "顺流"), order))) == "顺流"


@pytest.mark.parametrize("off", [-2.0, -0.7, 0.0, 0.7, 2.0])
def test_boxes_that_are_a_little_off_take_no_neighbour(off: float) -> None:
    left, bottom, right, top = box_of("4", 2, "老人")
    box = (left - off, bottom + off, right + off, top + off)
    assert marked(mark("Highlight", "4", 2, "老人", QuadPoints=quad(box))) == "老人"


@pytest.mark.parametrize("height", [0.0, 0.5, 1.0])
def test_a_strike_out_may_be_as_thin_as_its_line(height: float) -> None:
    left, bottom, right, _ = box_of("4", 2, "老人")
    thin = (left, bottom + 5, right, bottom + 5 + height)
    assert marked(mark("StrikeOut", "4", 2, "老人", QuadPoints=quad(thin))) == "老人"


def test_boxes_out_of_order_give_the_words_in_the_order_of_reading() -> None:
    boxes = [box_of("4", 2, "灯影"), box_of("4", 1, "而下"), box_of("4", 2, "守桥的的老人数着"), box_of("4", 1, "顺流")]
    mixed = [edge for box in boxes for edge in quad(box)]
    found = read(proof(mark("Highlight", "4", 1, "顺流", QuadPoints=mixed)))
    assert found.marked == "顺流而下守桥的的老人数着灯影"
    assert (found.place.label, found.place.line) == ("4", 1)


def test_boxes_that_overlap_give_each_character_once() -> None:
    mixed = [*quad(box_of("4", 1, "河灯顺")), *quad(box_of("4", 1, "顺流"))]
    assert marked(mark("Highlight", "4", 1, "顺流", QuadPoints=mixed)) == "河灯顺流"


def test_western_words_of_two_lines_have_a_space_between_them() -> None:
    mixed = [*quad(box_of("4", 3, "river level")), *quad(box_of("4", 4, "marks"))]
    assert marked(mark("Highlight", "4", 3, "river level", QuadPoints=mixed)) == "river level marks"


def test_a_mark_without_corners_is_its_rectangle() -> None:
    assert marked(annotation(1, "StrikeOut", box_of("4", 2, "守桥"))) == "守桥"


def test_words_that_a_program_copies_into_the_comment_are_told_once() -> None:
    found = read(proof(mark("Highlight", "4", 1, "顺流", Contents=utf16("顺 流"))))
    assert (found.marked, found.text) == ("顺流", "")


TURNED: list[dict[str, Any]] = [
    {"/Rotate": 90},
    {"/Rotate": 180},
    {"/Rotate": 270},
    {"/CropBox": pikepdf.Array([50, 50, 560, 760])},
    {"/CropBox": pikepdf.Array([50, 50, 560, 760]), "/Rotate": 90, "/UserUnit": 2},
]


@pytest.mark.parametrize("page", TURNED)
def test_pages_that_are_turned_cut_or_enlarged_keep_their_places(page: dict[str, Any]) -> None:
    mixed = [*quad(box_of("4", 3, "水位")), *quad(box_of("4", 2, "灯影"))]
    pdf = pikepdf.open(BytesIO(by_pikepdf([mark("Highlight", "4", 2, "灯影", QuadPoints=mixed)])))
    for key, value in page.items():
        pdf.pages[1].obj[key] = value
    written = BytesIO()
    pdf.save(written)
    found = read(with_map(written.getvalue()))
    assert (found.marked, found.place.label, found.place.line) == ("灯影水位", "4", 2)


@pytest.mark.parametrize(
    ("label", "number", "column", "words"),
    [("5", 1, 1, "左栏"), ("5", 1, 2, "右栏"), ("5", 2, 2, "一行"), ("6", 1, 1, "石桥")],
)
def test_on_spreads_and_in_columns_each_mark_has_its_own_line(label: str, number: int, column: int, words: str) -> None:
    found = read(proof(mark("Highlight", label, number, words, column)))
    assert found.marked == words
    assert (found.place.label, found.place.column, found.place.line) == (label, column, number)


def caret(left: float, bottom: float) -> Note:
    return annotation(1, "Caret", (left - 4, bottom - 3, left + 4, bottom + 5), Contents=utf16("新"))


@pytest.mark.parametrize(("words", "before", "after"), [("河灯", "", "河"), ("流", "顺", "流")])
def test_a_caret_stands_between_two_characters(words: str, before: str, after: str) -> None:
    left, bottom, _, _ = box_of("4", 1, words)
    found = read(proof(caret(left, bottom)))
    assert (found.kind, found.before, found.after, found.text) == ("insert", before, after, "新")
    assert (found.place.line, found.place.near) == (1, False)


def test_a_caret_at_the_end_of_a_line_stands_behind_its_last_character() -> None:
    _, bottom, right, _ = box_of("4", 1, "而下")
    found = read(proof(caret(right, bottom)))
    assert (found.before, found.after) == ("下", "")


def test_what_stands_in_the_margin_belongs_to_the_line_beside_it_and_says_so() -> None:
    found = read(proof(annotation(1, "FreeText", (20, 676, 60, 692), Contents=utf16("查"))))
    assert (found.place.line, found.place.near, found.beside) == (2, True, "守桥的的老人数着")
