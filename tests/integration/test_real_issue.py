"""The real issue, imported from its OCR text and built: the page numbers of the print, over a range of settings.

Nothing of its text stands here: titles are read at run time from what lies beside the checkout.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from huozi.commands.making import Made, Request, make
from huozi.content.importers.importing import import_manuscript
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings, Severity
from huozi.display import GlyphRun, Link, Page, Role
from huozi.galley import Matter, SetParagraph, Variant
from huozi.makeup.costs import fields_of
from huozi.makeup.goals import IssuePlan, Paging, natural_plan
from huozi.makeup.paginate import cast_pages
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.plans import PagePlan
from huozi.makeup.units import units_of
from huozi.messages import severity
from huozi.style.text_style import Fill

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
ORACLE = SHARED / "tools" / "real-issue.json"
SEEDS = sorted((SHARED / "seed").glob("*.txt"))

pytestmark = pytest.mark.skipif(
    not SEEDS or not ORACLE.is_file(), reason="the real issue's text is not beside the checkout (../shared/seed)"
)

SECTIONS = ((2, 2, 4, 7, 10), (13, 13, 14), (16, 16, 18, 20, 23))
"""The page of each section and of its articles, as the printed issue has them (journal-format.md)."""
PAGES = [str(page) for section in SECTIONS for page in section]
LAST_PAGE = "26"
CHARACTERS = 35
LINES = 37
RUNNING_ON = (2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 16, 17, 18, 20, 21, 23, 24, 25)
"""The pages whose text runs on: nineteen, among them both pages of seven spreads."""
WIDEST_GAP = 750
"""A sixteenth of an em of the body, in thousandths of a point."""
ROOMS = range(12, 22)
FILLS: tuple[Fill, ...] = ("push-out", "pull-in")
MOST_PLACES = 2_000
"""Places that the paginator may look at for the whole issue."""
MOST_VARIED: dict[Fill, int] = {"push-out": 6, "pull-in": 12}
"""Paragraphs that may have a line more or less than by themselves; with lines pulled in, level pages need ten."""


class Entry(NamedTuple):
    """A section or an article as the pages show it: its text without spaces, and its page."""

    text: str
    page: str


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The issue's folder, imported once, in a house with the shipped layouts."""
    house = tmp_path_factory.mktemp("house")
    place = house / "issue" / "real"
    import_manuscript(str(SEEDS[0]), str(place), layouts=journals())
    return str(place)


def journals() -> dict[str, str]:
    from huozi.style.house import find_house
    from huozi.style.load import journal_names

    return journal_names(find_house(str(ROOT)))


@cache
def made(folder: str, *overrides: tuple[str, str], layout: str = "jiangsu-vc") -> tuple[Made, Findings]:
    findings = Findings()
    return make(Request(folder, layout=layout, overrides=overrides), findings, lambda _stage: None), findings


def built(folder: str, room: int, fill: Fill) -> tuple[Page, ...]:
    return made(folder, ("articles.room", f"{room}行"), ("text.fill", fill))[0].pages


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("|", "")


def text_of(page: Page, role: Role) -> str:
    return squeezed(
        "".join("".join(p.item.texts) for p in page.items if p.role is role and isinstance(p.item, GlyphRun))
    )


def titles() -> list[str]:
    """The titles of sections and articles in the order of the contents, without spaces."""
    data = json.loads(ORACLE.read_text(encoding="utf-8"))
    return [
        squeezed(title)
        for section in data["sections"]
        for title in (section["title"], *(article["title"] for article in section["articles"]))
    ]


def quoted(pages: tuple[Page, ...]) -> list[str]:
    """The pages that the contents' lines lead to, as printed at their ends."""
    (page,) = (page for page in pages if any(isinstance(placed.item, Link) for placed in page.items))
    rows: dict[int, str] = {}
    for placed in page.items:
        if (
            placed.role is Role.CONTENTS
            and isinstance(placed.item, GlyphRun)
            and "".join(placed.item.texts).isdecimal()
        ):
            rows[placed.y] = "".join(placed.item.texts)
    leads = [placed.item.target for placed in page.items if isinstance(placed.item, Link)]
    assert [number for number in rows.values() if number in leads][-len(leads) :] == leads, "shown as they lead"
    return leads


def found_on_pages(pages: tuple[Page, ...]) -> list[Entry]:
    """Sections and articles with the page that their name or title stands on."""
    return [
        Entry(text, page.label)
        for page in pages
        if page.folio
        for role in (Role.SECTION, Role.TITLE)
        for text in titles_of(page, role)
    ]


def titles_of(page: Page, role: Role) -> list[str]:
    """The names or titles on a page; the lines of a title are one, parted from the next by other text."""
    texts: list[str] = []
    going_on = False
    for placed in page.items:
        if isinstance(placed.item, GlyphRun) and placed.role is role:
            if not going_on:
                texts.append("")
            texts[-1] += squeezed("".join(placed.item.texts))
        going_on = placed.role is role
    return texts


def test_the_import_finds_every_section_and_article(folder: str) -> None:
    issue = made(folder)[0].issue
    found = [
        squeezed(plain_title(title))
        for section in issue.sections
        for title in (section.title, *(article.title for article in section.articles))
    ]
    assert found == titles()


def test_nothing_in_it_is_an_error(folder: str) -> None:
    _, findings = made(folder)
    assert [item for item in findings if severity(item) is Severity.ERROR] == []


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_the_contents_quotes_the_pages_of_the_print(folder: str, room: int, fill: Fill) -> None:
    assert quoted(built(folder, room, fill)) == PAGES


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_sections_and_articles_stand_on_the_pages_of_the_print(folder: str, room: int, fill: Fill) -> None:
    found = found_on_pages(built(folder, room, fill))
    assert sorted(found) == sorted(Entry(*pair) for pair in zip(titles(), PAGES, strict=True))


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_the_body_ends_on_the_page_of_the_print(folder: str, room: int, fill: Fill) -> None:
    last = [page for page in built(folder, room, fill) if text_of(page, Role.PARAGRAPH) and page.folio][-1]
    assert (last.folio, last.label) == (LAST_PAGE, LAST_PAGE)
    assert [page.label for page in built(folder, room, fill) if page.label.isdecimal()][-1] == LAST_PAGE


@pytest.mark.parametrize("fill", FILLS)
def test_a_full_line_holds_35_characters(folder: str, fill: Fill) -> None:
    work, _ = made(folder, ("text.fill", fill))
    area = work.sheet.page.area
    assert (area.characters, area.measure) == (CHARACTERS, CHARACTERS * area.size)
    solid = tuple(range(0, area.measure, area.size))
    lines = [
        placed.item.xs
        for page in work.pages
        for placed in page.items
        if page.folio and placed.role is Role.PARAGRAPH and isinstance(placed.item, GlyphRun)
    ]
    assert sum(xs == solid for xs in lines) > 100, "set solid, a character an em"
    assert max(len(xs) for xs in lines if xs == solid[: len(xs)]) == CHARACTERS


def test_the_layouts_own_settings_give_the_pages_of_the_print(folder: str) -> None:
    assert quoted(made(folder)[0].pages) == PAGES


def test_two_columns_set_the_real_issue(folder: str) -> None:
    work, findings = made(folder, layout="smoke-two-columns")
    assert [item for item in findings if severity(item) is Severity.ERROR] == []
    assert all(any(title in text_of(page, Role.TITLE) for page in work.pages) for title in titles()[1:5])


def body_pages(folder: str, room: int, fill: Fill) -> tuple[PagePlan, ...]:
    """The pages of the body with their lines."""
    work, _ = made(folder, ("articles.room", f"{room}行"), ("text.fill", fill))
    return cast_pages(work.galley, work.made_up.decision.plan, "left", LINES)


def planned(folder: str, room: int, fill: Fill) -> tuple[Solver, IssuePlan]:
    """The issue's parts, solved anew, and the plan that they come to after a page of contents."""
    work, _ = made(folder, ("articles.room", f"{room}行"), ("text.fill", fill))
    area, style = work.sheet.page.area, work.sheet.make_up
    grid = Grid(area.lines, area.columns, style.least, style.balance)
    solver = Solver(units_of(work.galley, area.columns), work.galley, grid)
    return solver, natural_plan(solver, Paging(1))


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_few_places_are_looked_at_for_its_best_pages(folder: str, room: int, fill: Fill) -> None:
    solver, plan = planned(folder, room, fill)
    assert 0 < solver.places <= MOST_PLACES
    assert all(draft.found.is_exact for draft in plan.drafts)


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_its_pages_are_full_and_level_and_break_no_rule(folder: str, room: int, fill: Fill) -> None:
    _, plan = planned(folder, room, fill)
    faults = fields_of(plan.cost)
    wrong = {name: count for name, count in faults.items() if count and name not in ("variants", "white")}
    assert wrong == {}
    varied = [
        item
        for draft in plan.drafts
        for item, lines in draft.lines.items()
        if lines != draft.part.units[item].choices[0].lines
    ]
    assert len(varied) <= MOST_VARIED[fill]


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_no_foot_is_short_and_no_facing_pages_differ_where_text_runs_on(folder: str, room: int, fill: Fill) -> None:
    pages = body_pages(folder, room, fill)
    runs_on = {
        number: page.standing[-1].line + page.standing[-1].slug.height
        for number, (page, following) in enumerate(pairwise(pages), 2)
        if not any(each.marks for each in following.standing[:2])  # no section, and no article
    }
    assert runs_on == dict.fromkeys(RUNNING_ON, LINES), "each as deep as the page: so are both of a spread"


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_no_line_of_a_paragraph_stands_alone_and_no_heading_at_a_foot(folder: str, room: int, fill: Fill) -> None:
    pages = body_pages(folder, room, fill)
    lines = Counter(each.item for page in pages for each in page.standing)
    for page, following in pairwise(pages):
        foot, head = page.standing[-1], following.standing[0]
        assert not foot.slug.keep
        if foot.item == head.item:
            assert foot.row >= 1, "two lines above"
            assert lines[head.item] - head.row >= 2, "and two below"


@pytest.mark.parametrize("fill", FILLS)
@pytest.mark.parametrize("room", ROOMS)
def test_no_gap_is_opened_beyond_a_sixteenth_of_an_em_for_a_page(folder: str, room: int, fill: Fill) -> None:
    work, _ = made(folder, ("articles.room", f"{room}行"), ("text.fill", fill))
    _, plan = planned(folder, room, fill)
    strains = [
        variant.strain
        for draft in plan.drafts
        for item, lines in draft.lines.items()
        if lines != draft.part.units[item].choices[0].lines
        for variant in variants_of(work.galley[draft.part.units[item].source])
        if variant.lines == lines
    ]
    assert 0 < len(strains) <= MOST_VARIED[fill]
    assert max(strains) <= WIDEST_GAP


def variants_of(matter: Matter) -> tuple[Variant, ...]:
    """The numbers of lines that a piece of the galley may take."""
    return matter.variants() if isinstance(matter, SetParagraph) else ()
