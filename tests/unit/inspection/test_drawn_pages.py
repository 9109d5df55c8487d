"""The made pages against the issue: what no manuscript can have wrong is drawn wrong here, and found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from final_house import found_in, write_house

from huozi.commands.making import Made
from huozi.diagnostics import Findings
from huozi.display import Bookmark, GlyphRun, Page, Placed, Role
from huozi.inspection.subject import Subject
from huozi.inspection.table import look_before_print
from huozi.structure import Kind, lineage


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    _, made = found_in(write_house(tmp_path_factory.mktemp("sound")))
    assert made is not None
    return made


def rules_on(made: Made, pages: Iterable[Page], folder: str = "nowhere/2030-03") -> set[str]:
    findings = Findings()
    look_before_print(Subject(folder, made.issue, made.sheet, tuple(pages)), findings)
    return {item.rule for item in findings}


def redrawn(pages: Iterable[Page], change: Callable[[Page, Placed], Placed | None]) -> list[Page]:
    """Pages whose items a function has changed or left out."""
    return [
        page._replace(items=tuple(new for placed in page.items if (new := change(page, placed)) is not None))
        for page in pages
    ]


def retold(role: Role, old: str, new: str) -> Callable[[Page, Placed], Placed | None]:
    """Text of a role that says something else."""

    def change(_page: Page, placed: Placed) -> Placed | None:
        run = placed.item
        if placed.role is role and isinstance(run, GlyphRun) and old in "".join(run.texts):
            return placed._replace(item=run._replace(texts=("".join(run.texts).replace(old, new),)))
        return placed

    return change


def test_pages_as_they_are_made_agree(made: Made) -> None:
    assert rules_on(made, made.pages) == set()


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("contents-title", "缆桩上的磨痕", "缆桩上的磨恨"),
        ("contents-authors", "沈三桥", ""),
        ("contents-folio", "6", "7"),
    ],
)
def test_an_entry_that_says_otherwise_is_found(made: Made, rule: str, old: str, new: str) -> None:
    assert rules_on(made, redrawn(made.pages, retold(Role.CONTENTS, old, new))) == {rule}


def test_an_article_that_is_not_listed_is_found(made: Made) -> None:
    span = made.issue.articles[1].title.span
    left_out = redrawn(
        made.pages,
        lambda _, placed: (
            None if placed.role is Role.CONTENTS and placed.element and placed.element.span == span else placed
        ),
    )
    assert rules_on(made, left_out) == {"contents-missing"}


def test_entries_out_of_order_are_found(made: Made) -> None:
    def backwards(page: Page) -> Page:
        entries = [placed for placed in page.items if placed.role is Role.CONTENTS]
        return page._replace(items=(*reversed(entries), *(each for each in page.items if each not in entries)))

    assert "contents-order" in rules_on(made, map(backwards, made.pages))


def test_a_bookmark_of_another_title_is_found(made: Made) -> None:
    def change(_page: Page, placed: Placed) -> Placed | None:
        if isinstance(placed.item, Bookmark) and placed.item.title == "钟塔的影子":
            return placed._replace(item=placed.item._replace(title="钟塔的影"))
        return placed

    assert rules_on(made, redrawn(made.pages, change)) == {"bookmark-title"}


def test_a_page_number_that_is_not_the_page_s_is_found(made: Made) -> None:
    assert rules_on(made, redrawn(made.pages, retold(Role.ARTIFACT, "6", "5"))) == {"folio-printed"}


def test_a_page_that_is_missing_is_found(made: Made) -> None:
    pages = [page for page in made.pages if page.label != "5"]
    assert "folio-order" in rules_on(made, pages)


def test_a_head_of_another_article_is_found(made: Made) -> None:
    heads = redrawn(made.pages, retold(Role.ARTIFACT, "旧渡口的水则", "守塔人换过三代"))
    assert rules_on(made, heads) == {"head-title"}


def test_a_table_before_the_spread_of_its_mention_is_found(tmp_path: Path) -> None:
    """Pages as they are made have none: here the one that mentions it comes later than it did."""
    table = "表: 白鹭 {#tab-a}\n\n| 年 | 数 |\n|---|---|\n| 一 | 二 |"
    change = ("bailu.md", "去年的泥", f"去年的泥，见[@tab-a]。\n\n{table}\n\n泥")
    _, made = found_in(write_house(tmp_path, [change]))
    assert made is not None
    assert "matter-before-mention" not in rules_on(made, made.pages)
    at = next(page.index for page in made.pages if any(is_table(placed) for placed in page.items))
    moved = [placed for placed in made.pages[at].items if not is_table(placed)]
    table_items = tuple(placed for placed in made.pages[at].items if is_table(placed))
    for back, is_found in ((1, made.pages[at - 1].side == "right"), (2, True)):
        pages = [*made.pages]
        pages[at] = pages[at]._replace(items=tuple(moved))
        pages[at - back] = pages[at - back]._replace(items=(*pages[at - back].items, *table_items))
        assert ("matter-before-mention" in rules_on(made, pages)) is is_found


def is_table(placed: Placed) -> bool:
    return any(each.kind is Kind.TABLE for each in lineage(placed.element))
