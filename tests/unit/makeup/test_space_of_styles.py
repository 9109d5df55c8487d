"""``before`` and ``after`` of a style open empty lines wherever the style is used."""

from __future__ import annotations

from itertools import pairwise

import pytest
from issues import SIGNED, article, issue, pages, paragraph, shown
from squares import HERE

from huozi.content.issue_model import Author
from huozi.content.model import Quote
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page, Role

LINE = 16_000
WORK = issue(
    [
        article("题一", paragraph("甲"))._replace(authors=(Author("某人"),)),
        article("题二", paragraph("乙")),
    ]
)
SHOWN = (SIGNED, ("sections.name", "true"), ("contents.issue_line", "{year}"))


def depth(found: tuple[Page, ...], text: str, role: Role) -> int:
    """How deep on its page a text stands."""
    (y,) = (
        placed.y
        for page in found
        for placed in page.items
        if isinstance(placed.item, GlyphRun) and placed.role is role and "".join(placed.item.texts) == text
    )
    return y


def moved(style: str, key: str, text: str, role: Role) -> float:
    """By how many lines a text goes down that a style is given two lines."""
    plain = pages(WORK, "square", *SHOWN)
    other = pages(WORK, "square", *SHOWN, (f"styles.{style}.{key}", "2行"))
    return (depth(other, text, role) - depth(plain, text, role)) / LINE


@pytest.mark.parametrize(
    ("style", "key", "above", "below"),
    [
        ("section-name", "after", ("栏0", Role.SECTION), ("题一", Role.TITLE)),
        ("title", "before", ("栏0", Role.SECTION), ("题一", Role.TITLE)),
        ("title", "after", ("题一", Role.TITLE), ("某人", Role.PARAGRAPH)),
        ("byline", "before", ("题一", Role.TITLE), ("某人", Role.PARAGRAPH)),
        ("byline", "after", ("某人", Role.PARAGRAPH), ("甲", Role.PARAGRAPH)),
    ],
)
def test_at_an_opening(style: str, key: str, above: tuple[str, Role], below: tuple[str, Role]) -> None:
    plain, other = pages(WORK, "square", *SHOWN), pages(WORK, "square", *SHOWN, (f"styles.{style}.{key}", "2行"))
    gaps = [depth(found, *below) - depth(found, *above) for found in (plain, other)]
    assert gaps[1] == gaps[0] + 2 * LINE


def test_around_the_name_of_a_section() -> None:
    assert moved("section-name", "before", "栏0", Role.SECTION) == 2
    assert moved("section-name", "before", "题一", Role.TITLE) == 2


def test_a_title_that_heads_a_page_stands_at_its_head() -> None:
    other = pages(WORK, "square", ("articles.start", "page"), ("styles.title.before", "2行"))
    assert depth(other, "题二", Role.TITLE) == depth(
        pages(WORK, "square", ("articles.start", "page")), "题二", Role.TITLE
    )
    assert [page.label for page in other if "题二" in shown(page, Role.TITLE)] == ["3"]


@pytest.mark.parametrize(
    ("style", "key", "text", "lines"),
    [
        ("contents-title", "after", "2030", 2),
        ("contents-line", "after", "栏0", 2),
        ("contents-section", "before", "栏0", 2),
        ("contents-section", "after", "题一", 2),
        ("contents-entry", "after", "题二", 2),
        ("contents-entry", "before", "题二", 4),
    ],
)
def test_on_the_contents_page(style: str, key: str, text: str, lines: int) -> None:
    assert moved(style, key, text, Role.CONTENTS) == lines


def tops(found: tuple[Page, ...], role: Role, size: int) -> list[tuple[str, int]]:
    """Page and depth of every line in a size."""
    return [
        (page.label, placed.y)
        for page in found
        for placed in page.items
        if isinstance(placed.item, GlyphRun) and placed.role is role and placed.item.size == size
    ]


@pytest.mark.parametrize(
    ("style", "role"), [("body", Role.PARAGRAPH), ("contents-entry", Role.CONTENTS), ("contents-title", Role.CONTENTS)]
)
def test_lines_in_a_size_larger_than_the_grid_do_not_run_into_each_other(style: str, role: Role) -> None:
    work = issue([article("题目很长" * 5, paragraph("字" * 60))])
    size = 30_000
    own = (("styles.body.size", "10pt"),) if style != "body" else ()
    name = "quote" if style == "body" else style
    if name == "quote":
        quoted = Quote((paragraph("字" * 60),), HERE)
        work = issue([article("题", quoted)])
    found = pages(
        work,
        "square",
        *own,
        (f"styles.{name}.size", "30pt"),
        (f"styles.{name}.leading", "36pt"),
        ("contents.title", "目" * 20),
    )
    places = tops(found, role, size)
    assert len(places) > 2
    for (page, above), (other, below) in pairwise(places):
        assert page != other or below - above >= size or below == above


def test_a_line_of_contact_that_is_turned_over_pushes_the_next_down() -> None:
    lines = "[方块社方块社方块社方块社方块社方块社方块社方块社方块社方块社方块社, 方块路1号]"
    (back,) = (page for page in pages(WORK, "square", ("journal.contact.lines", lines)) if page.label == "封四")
    places = [placed.y for placed in back.items if isinstance(placed.item, GlyphRun)]
    assert len(set(places)) == len(places) >= 4


def test_a_running_head_that_is_too_long_is_reported() -> None:
    findings = Findings()
    pages(WORK, "square", ("running.recto", "很长的书眉" * 10), findings=findings)
    assert [item.rule for item in findings if item.rule == "furniture-too-long"] == ["furniture-too-long"]


def test_a_folio_that_is_too_long_is_reported_once_and_only_where_it_is_printed() -> None:
    for position, count in (("foot-outer", 1), ("none", 0)):
        findings = Findings()
        folio = (("folio.template", "第 {folio} 页" * 10), ("folio.position", position))
        pages(issue([article("题", paragraph("字" * 2_000))]), "square", *folio, findings=findings)
        assert [item.rule for item in findings if item.rule == "furniture-too-long"] == ["furniture-too-long"] * count


def test_what_a_layout_says_is_reported_where_it_says_it() -> None:
    findings = Findings()
    pages(WORK, "square", ("running.recto", "\U0001f600"), findings=findings)
    places = {item.span for item in findings if item.rule == "character-missing"}
    assert places == {Span("--set")}
