"""Front sheets: tables that flow through columns and sheets."""

from __future__ import annotations

from issues import article, issue, pages, paragraph
from proofs_made import FRONT, TOLD, hand, proofed, words

from huozi.display import Bookmark
from huozi.geometry import Rect
from huozi.sheets.changed import Changed, Correction
from huozi.sheets.front_sheet import CountRow, Front, Listed, front_sheets
from huozi.sheets.paper import paper_for
from huozi.sheets.tables import Group, Maker, Piece, flow

NOTHING = Listed((), (), (), {})
PAPER = paper_for(pages(issue([article("题", paragraph("国"))]))[0].trim)


def said(front: Front) -> list[str]:
    sheets = front_sheets(front, NOTHING, TOLD, PAPER, hand())
    return [text for page in sheets for text in words(page)]


def test_it_says_what_it_is_a_proof_of() -> None:
    texts = "\n".join(said(FRONT))
    for text in (
        "二校",
        "方块月刊2030年第3期",
        "2030-02-28",
        "ab12cd3",
        "出版日期",
        "2030-03-31",
        "栏0",
        "没有发现问题。",
    ):
        assert text in texts


def test_characters_and_errors_are_reckoned_step_by_step() -> None:
    texts = said(FRONT)
    assert {"340", "680", "1,020", "0.2"} <= set(texts)


def test_each_round_is_signed() -> None:
    assert {"初校", "二校", "三校", "核红", "清样", "主编"} <= set(said(FRONT))


def test_the_count_of_pages_that_is_made_has_an_arrow() -> None:
    rows = (CountRow(24, "至少要删6行", False), CountRow(26, "照自然的行数", True))
    texts = "".join(said(FRONT._replace(counts=rows)))
    assert "→26照自然的行数" in texts.replace(" ", "")


def test_a_long_table_of_corrections_goes_on_over_further_sheets() -> None:
    rows = tuple(Correction("2", 1, at, f"旧{at}", "" if at == 7 else f"新{at}") for at in range(1, 200))
    changed = Changed((), (("改动", "199"),), rows)
    sheets = front_sheets(FRONT._replace(changed=changed), NOTHING, TOLD, PAPER, hand())
    assert [page.label for page in sheets][:3] == ["校样封面", "校样封面2", "校样封面3"]
    texts = [text for page in sheets for text in words(page)]
    assert all(f"旧{at}" in texts for at in range(1, 200))
    assert "（删去）" in texts
    assert sum("原来" in words(page) for page in sheets) == len(sheets) - 1


def test_sheets_have_a_bookmark_before_those_of_the_issue() -> None:
    sheets = proofed(pages(issue([article("题", paragraph("国"))]))).sheets
    marks = [placed.item for page in sheets for placed in page.items if isinstance(placed.item, Bookmark)]
    assert [(mark.title, mark.level) for mark in marks] == [("校样封面", 0), ("栏0", 0), ("题", 1)]
    assert [page.index for page in sheets] == list(range(len(sheets)))


# ------------------------------------------------------------------ the flow of tables


def row(depth: int) -> Piece:
    return Maker(hand(), 100_000).words("")._replace(depth=depth)


def placed(groups: list[Group], height: int = 100) -> list[int]:
    """On which sheet each piece is drawn; sheets of one column."""
    room = Rect(0, 0, 100, height)
    return [drawn.sheet for drawn in flow(groups, [room], [room])]


def test_a_heading_is_not_parted_from_its_first_row() -> None:
    long = Group(row(20), (row(10),), (row(30),) * 4)
    assert placed([Group(row(20), (), (row(30),)), long]) == [0, 0, 1, 1, 1, 1, 2, 2, 2]


def test_a_short_group_is_kept_whole() -> None:
    short = Group(row(10), (), (row(10), row(10)))
    assert placed([Group(row(20), (), (row(55),)), short]) == [0, 0, 1, 1, 1]


def test_a_column_too_low_for_a_row_still_takes_one() -> None:
    assert placed([Group(row(20), (), (row(300), row(300)))]) == [0, 0, 1]
