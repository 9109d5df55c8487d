"""Inks as another library reads them out of the file: text in black alone and laid over, what is not black cut out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import pikepdf
import pytest
from issues import HOUSE, article, heading, pages, paragraph
from issues import issue as issue_of
from output_pages import TARGET, icc, issue, page, pdf, run

from huozi.display import BLACK, Ink, Page, Path, Placed, Role, Rule
from huozi.fonts.catalog import Catalog
from huozi.output.pdf import pdf_bytes

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*"}
COLOURS = {"g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "ri", "sh"}
"""Operators of other colours than the four inks of print."""


class Shown(NamedTuple):
    """Something painted: by which operator, in which ink, laid over what is below or not."""

    operator: str
    ink: tuple[float, ...]
    over: bool


def operators(content: pikepdf.Object) -> Iterator[tuple[str, list[float]]]:
    """The operators of a page's content with their numbers; of names and strings no more is asked than that they go."""
    for instruction in pikepdf.parse_content_stream(content):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)
        numbers = [float(one) for one in instruction.operands if isinstance(one, int | float | Decimal)]
        yield str(instruction.operator), numbers


def painted(content: pikepdf.Object, states: pikepdf.Object) -> Iterator[Shown]:
    """What a content stream paints, as a viewer runs it: nothing set is black that knocks out."""
    fill: tuple[float, ...] = (0.0, 0.0, 0.0, 1.0)
    over = False
    kept: list[tuple[tuple[float, ...], bool]] = []
    named = iter(states_named(content))
    for name, numbers in operators(content):
        assert name not in COLOURS
        if name == "k":
            fill = tuple(numbers)
        elif name == "gs":
            state = states[next(named)]
            assert bool(state.OP) == bool(state.op) and int(state.OPM) == int(bool(state.op))
            over = bool(state.op)
        elif name == "q":
            kept.append((fill, over))
        elif name == "Q":
            fill, over = kept.pop()
        elif name in SHOWING | PAINTING:
            yield Shown(name, fill, over)
    assert kept == []


def states_named(content: pikepdf.Object) -> list[str]:
    """The graphics states that a page's content names, in order."""
    return [
        str(instruction.operands[0])
        for instruction in pikepdf.parse_content_stream(content, "gs")
        if isinstance(instruction, pikepdf.ContentStreamInstruction)
    ]


def all_painted(data: bytes, labels: bool | None = None) -> list[Shown]:
    """What all pages paint; with ``labels`` those that have a number (``True``) or none (``False``)."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [
            shown
            for sheet_ in file.pages
            if labels is None or sheet_.label.isdecimal() == labels
            for shown in painted(sheet_.obj, sheet_.Resources.ExtGState)
        ]


def written(*made: Page) -> bytes:
    catalog = Catalog(HOUSE.fonts)
    return pdf_bytes(made, TARGET, {"square": catalog.face("square")}, icc())


@pytest.fixture(scope="module")
def small() -> bytes:
    """An issue of two sections in the face of squares."""
    work = issue_of(
        [article("甲题", paragraph("字" * 300), heading("小标题"), paragraph("数字 12 与 Latin"))],
        [article("乙题", paragraph("字" * 90))],
    )
    return written(*pages(work))


def test_all_text_inside_is_black_alone_or_a_tint_of_it(small: bytes) -> None:
    inside = [shown for shown in all_painted(small, labels=True) if shown.operator in SHOWING]
    assert len(inside) > 20
    assert {shown.ink for shown in inside} == {(0, 0, 0, 1), (0, 0, 0, 0.6)}  # leaders are grey


def test_full_black_is_laid_over_and_tints_are_not(small: bytes) -> None:
    assert {(shown.ink, shown.over) for shown in all_painted(small, labels=True)} == {
        ((0, 0, 0, 1), True),
        ((0, 0, 0, 0.6), False),
    }


def test_colour_stands_on_the_covers_alone_and_cuts_out(small: bytes) -> None:
    fields = [shown for shown in all_painted(small, labels=False) if shown.operator in PAINTING]
    assert fields == [Shown("f", (1, 0.7, 0.1, 0.3), over=False)]


def test_hairlines_are_black_and_laid_over(small: bytes) -> None:
    rules = [shown for shown in all_painted(small, labels=True) if shown.operator in PAINTING]
    assert len(rules) >= 3
    assert set(rules) == {Shown("f", (0, 0, 0, 1), over=True)}


@pytest.mark.parametrize(
    ("ink", "over"),
    [
        (BLACK, True),
        (Ink(0, 0, 0, 1000), False),
        (Ink(0, 0, 0, 0, overprint=True), False),
        (Ink(0, 0, 0, 1, overprint=True), True),
        (Ink(1, 0, 0, 0, overprint=True), True),
        (Ink(0, 1000, 800, 0), False),
    ],
)
def test_an_ink_is_laid_over_where_it_is_asked_to_and_is_not_white(ink: Ink, over: bool) -> None:
    for item in (run("春", ink=ink), Rule(1_000, 1_000, ink)):
        (shown,) = all_painted(pdf(page(Placed(20_000, 20_000, item))))
        assert (shown.ink, shown.over) == (tuple(part / 1000 for part in ink[:4]), over)


def test_every_item_is_painted_in_its_own_ink_whatever_stood_before_it() -> None:
    inks = [BLACK, Ink(0, 1000, 0, 0), BLACK, Ink(0, 0, 0, 1000), Ink(0, 1000, 0, 0), BLACK]
    items = [Placed(20_000, 20_000 * number, run("春", ink=ink)) for number, ink in enumerate(inks, 1)]
    found = all_painted(pdf(page(*items)))
    assert [(shown.ink, shown.over) for shown in found] == [
        ((0, 0, 0, 1), True),
        ((0, 1, 0, 0), False),
        ((0, 0, 0, 1), True),
        ((0, 0, 0, 1), False),
        ((0, 1, 0, 0), False),
        ((0, 0, 0, 1), True),
    ]


def test_an_outline_s_line_and_field_have_inks_of_their_own() -> None:
    square = (("M", 0, 0), ("L", 9_000, 0), ("L", 9_000, 9_000), ("Z",))
    path = Path(square, fill=Ink(0, 0, 500, 0), stroke=Ink(1000, 0, 0, 0), stroke_width=500)
    with pikepdf.open(io.BytesIO(pdf(page(Placed(20_000, 20_000, path))))) as file:
        told = list(operators(file.pages[0].obj))
    assert ("k", [0, 0, 0.5, 0]) in told and ("K", [1, 0, 0, 0]) in told and ("w", [0.5]) in told
    assert [name for name, _ in told if name in ("f", "S")] == ["f", "S"]


def test_a_reading_and_a_hyphen_are_marked_and_all_marks_are_closed() -> None:
    reading = Placed(20_000, 20_000, run("春"), Role.READING)
    with pikepdf.open(io.BytesIO(pdf(page(reading, Placed(20_000, 40_000, run("天")))))) as file:
        names = [name for name, _ in operators(file.pages[0].obj)]
    assert names.count("BDC") == names.count("EMC") == 1
    assert names.index("BDC") < names.index("Tj") < names.index("EMC")
    assert names.count("BT") == names.count("ET") == 2


def test_a_page_with_something_of_everything_balances_what_it_opens() -> None:
    with pikepdf.open(io.BytesIO(pdf(*issue()))) as file:
        for sheet_ in file.pages:
            names = [name for name, _ in operators(sheet_.obj)]
            assert names.count("BT") == names.count("ET")
            assert names.count("q") == names.count("Q")
