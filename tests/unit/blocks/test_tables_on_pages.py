"""Tables that go on from page to page, as they are drawn: each part closed by a rule, the last by the table's own."""

from __future__ import annotations

from issues import issue, pages, sheet, titled
from matter import blocks_of
from squares import HERE

from huozi.content.issue_model import Article
from huozi.display import Rule
from huozi.geometry import Mpt

OPEN = (("sections.start", "run-on"), ("sections.sink", "0"), ("sections.name", "false"))
ROWS = "\n".join(["表: 题 {#tab-a}", "", "|甲|乙|", "|-|-|", *["|一|二|"] * 40])
TURNED = ROWS.replace("#tab-a", "#tab-a turn=true")
LEADING, GAP = 16_000, 6_000


def rules_of_pages(markdown: str, *overrides: tuple[str, str]) -> list[list[tuple[Mpt, Mpt]]]:
    """On each page with rules of a table, how far below the top of the type area and how thick each of them is."""
    article = Article("a", titled("题目"), blocks_of(markdown), HERE)
    made = pages(issue([article]), "square", *OPEN, *overrides)
    top = sheet("square", *OPEN, *overrides).page.margins.top
    found = [
        sorted(
            (placed.y - top, placed.item.height)
            for placed in page.items
            if isinstance(placed.item, Rule) and placed.y > top
        )
        for page in made
    ]
    return [rules for rules in found if len(rules) > 1]  # the cover and the contents have one


def test_a_part_that_goes_on_is_closed_by_a_thin_rule() -> None:
    *parted, last = rules_of_pages(ROWS)
    assert len(parted) >= 2
    for rules in parted:
        assert [thickness for _, thickness in rules] == [1000, 500, 500], "at the top, below the head, at the foot"
        assert (rules[-1][0] + 250 + GAP) % LEADING == 0, "at the foot of a row that takes whole lines of the grid"
    assert [thickness for _, thickness in last] == [1000, 500, 1000], "the last part ends with the table's own rule"


def test_turned_parts_are_closed_too() -> None:
    *parted, last = (sorted(thickness for _, thickness in rules) for rules in rules_of_pages(TURNED))
    assert parted
    assert all(rules == [500, 500, 1000] for rules in parted)
    assert last == [500, 1000, 1000]


def test_a_table_without_a_rule_at_its_foot_has_none_where_it_is_parted() -> None:
    whole = rules_of_pages(ROWS, ("table_styles.three-rule.bottom", "0"))
    assert len(whole) >= 3
    assert all([thickness for _, thickness in rules] == [1000, 500] for rules in whole)
