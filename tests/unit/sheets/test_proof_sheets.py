"""Proof sheets: the page as it is printed, line numbers, notes, change bars."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest
from issues import article, issue, pages
from issues import sheet as set_sheet
from proofs_made import FRONT, GETA_GLYPH, TOLD, hand, proofed, remark, rules, words

from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings, Span
from huozi.display import Comment, GlyphRun, Link, Page, Path, Placed, Rule
from huozi.geometry import Point
from huozi.sheets.changed import CHANGE, Changed, Spot
from huozi.sheets.lines import lines_of
from huozi.sheets.margin_notes import INKS
from huozi.sheets.paper import paper_for
from huozi.sheets.proof import Manuscript, Wanted, make_proof

SOURCE = "国" * 17 + "人民" + "国" * 26
FILE = "a.md"


@lru_cache
def set_in(layout: str) -> tuple[Page, ...]:
    return pages(issue([article("题", *read_markdown(SOURCE, FILE, ".", Findings()).blocks)]), layout)


def made(layout: str = "square") -> tuple[Page, ...]:
    return set_in(layout)


def body(layout: str = "square") -> Page:
    return next(page for page in made(layout) if page.folio == "2")


def sheet_of(label: str, sheets: tuple[Page, ...]) -> Page:
    return next(page for page in sheets if page.label == label)


# ------------------------------------------------------------------ the page


def test_each_item_of_a_page_stands_where_it_is_printed() -> None:
    corner = paper_for(body().trim).corners[0]
    proof = sheet_of("2", proofed(made()).sheets)
    moved = [placed._replace(x=placed.x + corner.x, y=placed.y + corner.y) for placed in body().items]
    assert list(proof.items[: len(moved)]) == moved


def test_a_smaller_paper_scales_every_length() -> None:
    big = body()._replace(trim=body().trim._replace(width=600_000, height=900_000))
    proof = proofed([big], wanted=Wanted(TOLD, "A4")).sheets[-1]
    scale, corner = 661, Point(222_645, 188)
    ((was, now), *_) = (
        pair for pair in zip(big.items, proof.items, strict=False) if isinstance(pair[0].item, GlyphRun)
    )
    assert isinstance(was.item, GlyphRun)
    assert isinstance(now.item, GlyphRun)
    assert (was.item.size, now.item.size) == (15_000, 9_915)
    assert now.x == corner.x + round(was.x * scale / 1000)
    assert now.item.width == round(was.item.width * scale / 1000)
    assert "66%" in words(proof)


def test_links_of_the_contents_lead_to_the_sheets() -> None:
    contents = sheet_of("1", proofed(made()).sheets)
    assert {placed.item.target for placed in contents.items if isinstance(placed.item, Link)} == {"2"}
    spread = proofed(made(), wanted=Wanted(TOLD, spreads=True)).sheets
    targets = {placed.item.target for page in spread for placed in page.items if isinstance(placed.item, Link)}
    assert targets <= {page.label for page in spread}
    assert targets == {"2–封三"}


def test_facing_pages_stand_on_one_sheet() -> None:
    sheets = proofed(made(), wanted=Wanted(TOLD, spreads=True)).sheets
    assert [page.label for page in sheets] == ["校样封面", "封一", "封二–1", "2–封三", "封四"]


def test_what_bleeds_over_the_fold_is_cut_there() -> None:
    page = body()._replace(side="left", stands=(), items=(Placed(290_000, 10_000, Rule(40_000, 5_000), order=-1),))
    facing = body()._replace(side="right", stands=(), items=(Placed(-9_000, 20_000, Rule(10_000, 5_000), order=-1),))
    sheet = proofed([page, facing], wanted=Wanted(TOLD, spreads=True)).sheets[-1]
    first, second = (placed for placed in sheet.items[:2])
    corners = paper_for(page.trim, spread=True).corners
    assert (first.x - corners[0].x, first.item) == (290_000, Rule(10_000, 5_000))
    assert (second.x - corners[1].x, second.item) == (0, Rule(1_000, 5_000))


# ------------------------------------------------------------------ numbers


@pytest.mark.parametrize("layout", ["square", "square-columns"])
def test_every_line_has_its_number_beside_it_and_nothing_else_has_one(layout: str) -> None:
    page = body(layout)
    corner = paper_for(page.trim).corners[0]
    plain = proofed(made(layout), layout=layout, wanted=Wanted(TOLD, plain=True)).sheets
    sheet = sheet_of("2", plain)
    added = sheet.items[len(page.items) :]
    numbers = [
        (placed.y - corner.y, "".join(placed.item.texts))
        for placed in added
        if isinstance(placed.item, GlyphRun) and corner.x <= placed.x < corner.x + page.trim.width
    ]
    assert numbers == [(line.baseline, str(line.number)) for line in lines_of(page)]


def test_the_last_of_several_columns_has_its_numbers_on_the_right() -> None:
    page = body("square-columns")
    corner = paper_for(page.trim).corners[0]
    sheet = sheet_of(
        "2", proofed(made("square-columns"), layout="square-columns", wanted=Wanted(TOLD, plain=True)).sheets
    )
    added = [placed for placed in sheet.items[len(page.items) :] if isinstance(placed.item, GlyphRun)]
    for line, placed in zip(lines_of(page), added, strict=False):
        x = placed.x - corner.x
        assert x < line.edge if line.column == 1 else x > line.edge + 90_000


def test_numbers_of_a_column_in_the_middle_stand_in_its_half_of_the_gap() -> None:
    layout = ("page.type_area", "{characters: 5, lines: 15, columns: 3, gap: 2字}")
    three = pages(issue([article("题", *read_markdown(SOURCE * 4, FILE, ".", Findings()).blocks)]), "square", layout)
    page = next(page for page in three if page.folio == "2")
    area = set_sheet("square", layout).page.area
    work = Manuscript((page,), area, lambda _face: GETA_GLYPH)
    (proof,) = make_proof(work, Wanted(TOLD, plain=True), FRONT, hand()).sheets
    corner = paper_for(page.trim).corners[0]
    middle = [line for line in lines_of(page) if line.column == 2]
    edge = middle[0].edge
    numbers = [
        (placed.x - corner.x, placed.x - corner.x + placed.item.width, "".join(placed.item.texts))
        for placed in proof.items[len(page.items) :]
        if isinstance(placed.item, GlyphRun) and edge - 20_000 < placed.x - corner.x < edge
    ]
    assert [text for *_, text in numbers] == [str(line.number) for line in middle]
    assert all(edge - 10_000 < left and right == edge - 1_200 for left, right, _ in numbers)


def test_a_plain_proof_has_stamp_and_numbers_alone() -> None:
    one = remark("甲", Span(FILE, 1, 18), SOURCE, 2, body().index)
    changed = Changed((Spot("changed", "2", 1, 3),))
    proof = proofed(made(), wanted=Wanted(TOLD, plain=True), remarks=(one,), changed=changed)
    assert [page.label for page in proof.sheets] == [page.label for page in made()]
    sheet = sheet_of("2", proof.sheets)
    assert not [placed for placed in sheet.items if isinstance(placed.item, Comment)]
    said = words(sheet)
    assert {"二校", "2030-02-28", "ab12cd3", "100%"} <= set(said)
    assert "不得付印" in "".join(said)
    assert not {"说的是甲", "责任编辑"} & set(said)
    assert not [placed for placed in rules(sheet) if isinstance(placed.item, Rule) and placed.item.ink == CHANGE]


# ------------------------------------------------------------------ notes


def test_a_remark_is_a_comment_over_its_words_on_both_lines_and_a_note() -> None:
    page = body()
    one = remark("甲", Span(FILE, 1, 18), SOURCE, 2, page.index)
    sheet = sheet_of("2", proofed(made(), remarks=(one,)).sheets)
    ((x, y, item),) = [(each.x, each.y, each.item) for each in sheet.items if isinstance(each.item, Comment)]
    corner = paper_for(page.trim).corners[0]
    _, _, first, second, _ = lines_of(page)
    # the first of them ends a line of twenty, the second begins the next
    assert (x - corner.x, y - corner.y) == (first.right - 10_000, first.baseline - 8_800)
    boxes = [(box.x + x - corner.x, box.y + y - corner.y, box.width, box.height) for box in item.boxes]
    assert boxes == [
        (first.right - 10_000, first.baseline - 8_800, 10_000, 10_000),
        (second.left, second.baseline - 8_800, 10_000, 10_000),
    ]
    assert (item.name, item.author, item.subject, item.text) == ("a.md:1:18#甲", "Huozi", "甲", "说的是甲\n照改")
    assert {"说的是甲", "照改", "a.md:1"} <= set(words(sheet))
    underlines = [placed for placed in rules(sheet) if isinstance(placed.item, Rule) and placed.item.height == 700]
    assert [(each.x - corner.x, each.item.width) for each in underlines if isinstance(each.item, Rule)] == [
        (first.right - 10_000, 10_000),
        (second.left, 10_000),
    ]


def test_remarks_of_a_page_are_notes_at_its_head_and_others_stand_on_the_front_sheet() -> None:
    of_page, of_none = remark("甲", Span("z.yaml"), page=body().index), remark("乙", Span("z.yaml"))
    _, front, *sheets = proofed(made(), remarks=(of_page, of_none)).sheets
    found = [
        (page.label, placed.item.subject, placed.item.boxes)
        for page in (front, *sheets)  # the second front sheet
        for placed in page.items
        if isinstance(placed.item, Comment)
    ]
    assert found == [("校样封面2", "乙", ()), ("2", "甲", ())]
    assert "说的是乙" in words(front)


def test_findings_of_pages_that_are_not_there_are_counted() -> None:
    found = proofed([body()], remarks=(remark("甲", Span(FILE, 1, 1), page=0), remark("乙", Span(FILE, 1, 1), page=1)))
    assert not [placed for page in found.sheets for placed in page.items if isinstance(placed.item, Comment)]
    assert "另有2处在这次没有出的页上" in "".join("".join(words(page)) for page in found.sheets).replace(" ", "")


def test_notes_do_not_overlap_and_what_has_no_room_stands_on_the_front_sheets() -> None:
    count = 90
    many = tuple(remark(f"r{at}", Span(FILE, 1, 1 + at % 40), SOURCE, 1, body().index) for at in range(count))
    proof = proofed(made(), remarks=many)
    sheet = sheet_of("2", proof.sheets)
    fronts = [page for page in proof.sheets if page.label.startswith("校样")]
    said = [text for text in words(sheet) if text.startswith("说的是")]
    listed = [text for page in fronts for text in words(page) if text.startswith("说的是")]
    assert len(said) + len(listed) == count
    assert len(fronts) > 1
    tops = [placed.y for placed in sheet.items if isinstance(placed.item, Rule) and placed.item.height == 9_500]
    assert tops == sorted(tops)
    assert all(later - earlier >= 2 * 11_000 for earlier, later in pairwise(tops))
    assert len([placed for placed in sheet.items if isinstance(placed.item, Comment)]) == count


def test_a_remedy_that_stands_beside_it_is_referred_to() -> None:
    both = tuple(remark(rule, Span(FILE, 1, 3), SOURCE, 1, body().index) for rule in "甲乙")
    said = words(sheet_of("2", proofed(made(), remarks=both).sheets))
    assert said.count("照改") == 1
    assert "办法同注" in "".join(said)


def test_a_missing_character_is_boxed_wherever_it_stands() -> None:
    run = GlyphRun("square", 10_000, (GETA_GLYPH, 5), (0, 10_000), ("😀", "国"), 20_000)
    page = body()._replace(items=(*body().items, Placed(50_000, 30_000, run)))
    missing = remark("缺", Span(FILE, 1, 1), "😀", 1, None)._replace(is_missing=True)
    sheet = sheet_of("2", proofed([page], remarks=(missing,)).sheets)
    corner = paper_for(page.trim).corners[0]
    boxes = [
        (placed.x - corner.x, placed.y - corner.y)
        for placed in sheet.items
        if isinstance(placed.item, Path) and placed.item.stroke == INKS[max(INKS)]
    ]
    assert boxes == [(48_500, 30_000 - 8_800 - 1_500)]


# ------------------------------------------------------------------ changes


def bars(sheet: Page) -> list[int]:
    corner = paper_for(body().trim).corners[0]
    return [each.y - corner.y for each in rules(sheet) if isinstance(each.item, Rule) and each.item.ink == CHANGE]


def test_bars_stand_beside_changed_lines_and_a_mark_where_one_is_gone() -> None:
    spots = (Spot("changed", "2", 1, 3), Spot("gone", "2", 1, 4), Spot("changed", "1", 1, 3), Spot("gone", "2", 1, 99))
    sheet = sheet_of("2", proofed(made(), changed=Changed(spots)).sheets)
    third, fourth, last = lines_of(body())[2], lines_of(body())[3], lines_of(body())[-1]
    corner = paper_for(body().trim).corners[0]
    assert bars(sheet) == [third.baseline - 10_500]
    marks = [each.y - corner.y for each in sheet.items if isinstance(each.item, Path) and each.item.fill == CHANGE]
    assert marks == [fourth.baseline - 12_500, last.baseline + 5_000]


def test_a_line_that_is_not_there_has_no_bar() -> None:
    spots = (Spot("changed", "2", 1, 99), Spot("changed", "2", 4, 1), Spot("changed", "封一", 1, 1))
    assert bars(sheet_of("2", proofed(made(), changed=Changed(spots)).sheets)) == []
