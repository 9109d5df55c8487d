"""``before`` and ``after`` of a style open empty lines wherever the style is used."""

from __future__ import annotations

import pytest
from issues import article, issue, pages, paragraph, shown

from huozi.content.model import Author
from huozi.display import GlyphRun, Page, Role

LINE = 16_000
WORK = issue(
    [
        article("题一", paragraph("甲"))._replace(authors=(Author("某人", ""),)),
        article("题二", paragraph("乙")),
    ]
)
SHOWN = (("articles.byline", "{authors}"), ("sections.name", "true"), ("contents.issue_line", "{year}"))


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
