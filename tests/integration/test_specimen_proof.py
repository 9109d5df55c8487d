"""Proofs of the specimen in one and in two columns: every line as in print, each with its number."""

from __future__ import annotations

import pytest
from conftest import SPECIMEN

from huozi.blocks.lines import composer
from huozi.blocks.setting import Setting
from huozi.commands.making import Made, Request, make
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Link, Page, Placed
from huozi.sheets.front_sheet import Front
from huozi.sheets.hand import Hand
from huozi.sheets.lines import lines_of
from huozi.sheets.paper import paper_for
from huozi.sheets.proof import Manuscript, Wanted, make_proof
from huozi.sheets.stamp import Told
from huozi.sheets.word_count import WordCount

PLAIN = Wanted(Told("初校", "样本", "2026-11-27", "", "zh"), plain=True)
FRONT = Front((), (), (), WordCount(1, 1, 0, 0, 0, 0, 0))


@pytest.fixture(scope="module", params=["", "16k-two-columns", "a4-two-columns"])
def made(request: pytest.FixtureRequest) -> Made:
    return make(Request(str(SPECIMEN), layout=request.param), Findings(), lambda _stage: None)


@pytest.fixture(scope="module")
def sheets(made: Made) -> tuple[Page, ...]:
    """A sheet a page: lines numbered, nothing else beside the stamp."""
    setting = Setting(made.sheet, made.catalog, Findings(), made.sheet.page.area.measure)
    hand = Hand(composer(setting, Span("")), made.sheet.styles["body"])
    return make_proof(Manuscript(made.pages, made.sheet.page.area, lambda _face: 0), PLAIN, FRONT, hand).sheets


def without_target(placed: Placed) -> Placed:
    """Links lead to sheets, which bear the same labels."""
    return placed._replace(item=placed.item._replace(target="")) if isinstance(placed.item, Link) else placed


def test_every_item_of_every_page_stands_where_it_is_printed(made: Made, sheets: tuple[Page, ...]) -> None:
    corner = paper_for(made.sheet.page.trim).corners[0]
    for page, sheet in zip(made.pages, sheets, strict=True):
        taken = sheet.items[: len(page.items)]
        back = [each._replace(x=each.x - corner.x, y=each.y - corner.y) for each in taken]
        assert list(map(without_target, back)) == list(map(without_target, page.items))


def test_every_line_has_its_number_beside_it_and_none_stands_on_text(made: Made, sheets: tuple[Page, ...]) -> None:
    corner = paper_for(made.sheet.page.trim).corners[0]
    width = made.sheet.page.trim.width
    for page, sheet in zip(made.pages, sheets, strict=True):
        lines = [line for line in lines_of(page) if line.is_counted]
        added = [each for each in sheet.items[len(page.items) :] if isinstance(each.item, GlyphRun)]
        numbers = [each for each in added if corner.x <= each.x < corner.x + width]
        told = [(each.y - corner.y, "".join(each.item.texts)) for each in numbers if isinstance(each.item, GlyphRun)]
        assert told == [(line.baseline, str(line.number)) for line in lines]
        assert len({(line.column, line.number) for line in lines}) == len(lines)
        for number in numbers:
            assert isinstance(number.item, GlyphRun)
            left = number.x - corner.x
            right = left + number.item.width
            beside = [line for line in lines if abs(line.baseline + corner.y - number.y) < line.size]
            # what hangs in a margin, or begins with half a mark, has no ink there
            assert all(right <= line.edge or left >= line.edge for line in beside)
