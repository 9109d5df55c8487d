"""What running heads name: section, article and author that stand first on a page, begin last or begin first on it."""

from __future__ import annotations

from typing import Final

import pytest
from furnished import head, made, text
from issues import article, issue, paragraph, titled
from squares import HERE

from huozi.content.issue_model import Article, Author, Issue
from huozi.galley import Mark, Slug
from huozi.makeup.naming import InForce, names_on, opens
from huozi.makeup.plans import PagePlan, Standing
from huozi.style.furniture import Naming

SECTION: Final = "section"
ARTICLE: Final = "article"
FILLER: Final = "filler"
OPENER: Final = "opener"


def page(*slugs: tuple[Mark, ...]) -> PagePlan:
    """A page of slugs of a line with these marks."""
    stand = (Standing(at, 0, 1, 0, Slug(1, (), HERE), marks, at, 0) for at, marks in enumerate(slugs))
    return PagePlan("right", tuple(stand), 15)


BEFORE = InForce(0, 3)
GOES_ON = page((), ())
BEGINS_BELOW = page((), (Mark(ARTICLE, 4),), (Mark(SECTION, 1), Mark(ARTICLE, 5)))
BEGINS_ABOVE = page((Mark(ARTICLE, 4),), (), (Mark(SECTION, 1), Mark(ARTICLE, 5)))
SUNK = page((Mark(SECTION, 1),), (Mark(ARTICLE, 4),))
FILLED = page((Mark(FILLER, 2),), (Mark(ARTICLE, 4),))
FILLED_BELOW = page((), (Mark(FILLER, 2),))


@pytest.mark.parametrize(
    ("plan", "first", "last", "begins"),
    [
        (GOES_ON, InForce(0, 3), InForce(0, 3), InForce(0, 3)),
        (BEGINS_BELOW, InForce(0, 3), InForce(1, 5), InForce(0, 4)),
        (BEGINS_ABOVE, InForce(0, 4), InForce(1, 5), InForce(0, 4)),
        (SUNK, InForce(1, 4), InForce(1, 4), InForce(1, 4)),
        (FILLED, InForce(0, 3, 2), InForce(0, 4), InForce(0, 3, 2)),
        (FILLED_BELOW, InForce(0, 3), InForce(0, 3), InForce(0, 3)),
    ],
)
def test_a_page_speaks_of_what_is_first_last_or_begins(
    plan: PagePlan, first: InForce, last: InForce, begins: InForce
) -> None:
    wanted: dict[Naming, InForce] = {"first": first, "last": last, "begins": begins}
    for names, spoken in wanted.items():
        named = names_on(plan, BEFORE, names)
        assert (named.spoken, named.after) == (spoken, last)


def test_behind_a_section_s_own_page_its_first_article_stands_first() -> None:
    after, spoken = names_on(page((Mark(SECTION, 1), Mark(OPENER, 1))), BEFORE, "first")
    assert spoken == after == InForce(1, 3, is_opened=True)
    behind = page((), (Mark(ARTICLE, 4),))  # the sink carries no mark there
    assert names_on(behind, after, "first") == (InForce(1, 4), InForce(1, 4))
    assert opens(behind, after, "head")
    assert not opens(behind, BEFORE, "head")


@pytest.mark.parametrize(
    ("plan", "at_head", "anywhere"),
    [(GOES_ON, False, False), (BEGINS_BELOW, False, True), (BEGINS_ABOVE, True, True), (SUNK, True, True)],
)
def test_opening_pages_are_those_headed_by_an_opening_or_those_with_any(
    plan: PagePlan, at_head: bool, anywhere: bool
) -> None:
    assert (opens(plan, BEFORE, "head"), opens(plan, BEFORE, "any")) == (at_head, anywhere)


# ------------------------------------------------------------------ on pages

# page 2: 甲; page 3: 甲 to its line 6, 乙 (栏0), 丙 (栏1); page 4: 丙
WORK = issue([text("甲", 20), text("乙", 3)], [text("丙", 15)])


@pytest.mark.parametrize(
    ("names", "heads"),
    [
        ("first", ["栏0·甲", "栏0·甲", "栏1·丙"]),
        ("last", ["栏0·甲", "栏1·丙", "栏1·丙"]),
        ("begins", ["栏0·甲", "栏0·乙", "栏1·丙"]),
    ],
)
def test_heads_name_what_the_layout_asks_for(names: str, heads: list[str]) -> None:
    template = "{section}·{title}"
    pages = made(WORK, ("running.names", names), ("running.verso", template), ("running.recto", template))
    assert [head(pages[label]) for label in ("2", "3", "4")] == heads


def signed(*names: str) -> Issue:
    """An issue of an article by these authors, its section with an English name."""
    work = issue([article("锯子", paragraph("字" * 40))._replace(authors=tuple(Author(name) for name in names))])
    (section,) = work.sections
    return work._replace(sections=(section._replace(name_en="Wood"),))


def of(work: Issue, template: str) -> str:
    return head(made(work, ("running.verso", template))["2"])


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        ((), "锯子"),
        (("张三",), "张三：锯子"),
        (("张三", "李四"), "张三等：锯子"),
        (("张三", "李四", "王五"), "张三等：锯子"),
    ],
)
def test_an_odd_page_can_name_first_author_and_title(names: tuple[str, ...], printed: str) -> None:
    assert of(signed(*names), "{author}：{title}") == printed


def test_a_head_can_name_all_authors_as_the_layout_parts_them() -> None:
    work = signed("张三", "李四")
    assert of(work, "{authors}") == "张三　李四"
    own = (("articles.authors.separator", "、"), ("running.verso", "{authors}"))
    assert head(made(work, *own)["2"]) == "张三、李四"


def test_a_head_can_name_the_section_in_english_and_by_its_number() -> None:
    assert of(signed(), "{section_number}/{section}/{section_en}") == "1/栏0/Wood"
    pages = made(WORK, ("running.verso", "{section_number}"), ("running.recto", "{section_number}"))
    assert [head(pages[label]) for label in ("2", "3", "4")] == ["1", "2", "2"]


def test_a_head_can_name_the_english_title() -> None:
    saw: Article = article("锯子", paragraph("字"))._replace(fields=(("title_en", (titled("The Saw"),)),))
    assert of(issue([saw]), "{title_en}") == "The Saw"
    assert of(issue([article("锯子", paragraph("字"))]), "{title_en}") == ""


def test_the_contents_has_no_author_and_no_number_of_a_section() -> None:
    own = (("running.recto", "{section_number}{author}：{title}"), ("running.contents", "true"))
    assert head(made(signed("张三"), *own)["1"]) == "目录"


@pytest.mark.parametrize(("volume", "printed"), [(0, "方块月刊 2030年第3期"), (12, "方块月刊 2030年第12卷第3期")])
def test_an_even_page_names_year_volume_and_number(volume: int, printed: str) -> None:
    work = signed()._replace(volume=volume)
    assert of(work, "{journal} {year}年第{volume}卷第{issue}期") == printed
