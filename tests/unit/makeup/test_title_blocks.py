"""Thirty title blocks in several layouts, held against references, and against rules that hold whatever they look like.

``python -m pytest tests/unit/makeup/test_title_blocks.py --renew`` writes the references anew; git shows what changed.
``make openings`` draws them to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from unicodedata import normalize

import pytest
from squares import TESTS
from title_blocks import LAYOUTS, REFERENCED, Opened, article_of, blocks, opened

from huozi.content.issue_model import Article
from huozi.content.plain import plain_title
from huozi.display import GlyphRun, Page, Placed, Role, Rule
from huozi.fonts.ink import ink_boxes
from huozi.geometry import Insets, Mpt, Rect, baseline
from huozi.makeup.type_area import type_area_on
from huozi.records import NamedTuple
from huozi.structure import Kind, lineage

REFERENCES = TESTS / "references" / "title-blocks"
NUMBERS = sorted(blocks())
OVER = 5
"""Ink may reach over the edge of the type area by this part of an em: many a comma hangs below its em box, an italic f
begins before its own."""

BODY = frozenset((Kind.PARAGRAPH, Kind.HEADING))


class Box(NamedTuple):
    """The ink of a run of glyphs, on which baseline it stands, and what it says."""

    ink: Rect
    y: Mpt
    text: str
    glyphs: tuple[Rect, ...]


each_block = pytest.mark.parametrize("number", NUMBERS)
each_layout = pytest.mark.parametrize("layout", LAYOUTS)


def is_body(placed: Placed) -> bool:
    """Whether something is of the text that all blocks have."""
    return placed.element is not None and placed.element.kind in BODY


def runs(items: Iterable[Placed]) -> Iterator[tuple[Placed, GlyphRun]]:
    for placed in items:
        if isinstance(placed.item, GlyphRun):
            yield placed, placed.item


def text_of(page: Page) -> list[Placed]:
    """What stands in the type area of a page: everything but furniture."""
    return [placed for placed in page.items if placed.element is not None]


def boxes(page: Page, work: Opened) -> list[Box]:
    """The ink of every run of a page's text; runs without ink are left out."""
    found = []
    for placed, run in runs(text_of(page)):
        ink = [box for _, box in ink_boxes(run, work.made.catalog.face(run.face))]
        if ink:
            left, top = min(box.left for box in ink), min(box.top for box in ink)
            right, bottom = max(box.right for box in ink), max(box.bottom for box in ink)
            area = Rect(placed.x + left, placed.y + top, right - left, bottom - top)
            glyphs = tuple(
                Rect(placed.x + box.left, placed.y + box.top, box.right - box.left, box.bottom - box.top) for box in ink
            )
            found.append(Box(area, placed.y, "".join(run.texts), glyphs))
    return found


def area_of(page: Page, work: Opened) -> Rect:
    return type_area_on(work.made.sheet.page, page.side)


# ------------------------------------------------------------------ references


def told(page: Page, number: str, area: Rect) -> Iterator[str]:
    """The runs and rules of a page that are of a block but not of its body, in points from the type area's corner."""
    for placed in page.items:
        within = area.y <= placed.y <= area.bottom
        if isinstance(placed.item, Rule) and placed.role is Role.ARTIFACT and within:
            yield f"{_place(placed, area)} rule {_pt(placed.item.width)}×{_pt(placed.item.height)}"
        elif isinstance(placed.item, GlyphRun) and article_of(placed.element) == number and not is_body(placed):
            run = placed.item
            rise = f" rise {_pt(run.rise)}" if run.rise else ""
            yield f"{_place(placed, area)} {run.face} {_pt(run.size)}{rise} {_pt(run.width)} {''.join(run.texts)}"


def _place(placed: Placed, area: Rect) -> str:
    return f"{_pt(placed.x - area.x):>8} {_pt(placed.y - area.y):>8}"


def _pt(length: Mpt) -> str:
    return f"{length / 1000:.3f}".rstrip("0").rstrip(".")


@pytest.mark.parametrize("layout", REFERENCED)
@each_block
def test_a_block_is_set_as_its_reference_shows_it(layout: str, number: str, renewed: bool) -> None:
    work, path = opened(layout), REFERENCES / layout / f"{number}.txt"
    pages = work.pages(number)
    lines = [
        line
        for at, page in enumerate(pages)
        for line in (f"page {at + 1} of {len(pages)}", *told(page, number, area_of(page, work)))
    ]
    found = "".join(f"{line}\n" for line in lines)
    if renewed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found.splitlines() == path.read_text(encoding="utf-8").splitlines()


# ------------------------------------------------------------------ rules


@each_layout
@each_block
def test_no_line_of_text_touches_another(layout: str, number: str) -> None:
    work = opened(layout)
    for page in work.pages(number):
        for one, other in combinations(boxes(page, work), 2):
            beside = one.ink.right <= other.ink.x or other.ink.right <= one.ink.x
            apart = one.ink.bottom <= other.ink.y or other.ink.bottom <= one.ink.y
            assert one.y == other.y or beside or apart, (page.label, one.text, other.text)


@each_layout
@each_block
def test_texts_on_one_line_stand_one_behind_the_other(layout: str, number: str) -> None:
    work = opened(layout)
    for page in work.pages(number):
        lines: dict[Mpt, list[Box]] = {}
        for box in boxes(page, work):
            lines.setdefault(box.y, []).append(box)
        for line in lines.values():
            for before, behind in combinations(sorted(line), 2):
                if before.ink.right <= behind.ink.x:
                    continue
                for one, other in product(before.glyphs, behind.glyphs):
                    beside = one.right <= other.x or other.right <= one.x
                    assert beside or one.bottom <= other.y or other.bottom <= one.y, (page.label, one, other)


@each_layout
@each_block
def test_nothing_stands_out_of_the_type_area(layout: str, number: str) -> None:
    work = opened(layout)
    for page in work.pages(number):
        over = work.made.sheet.page.area.size // OVER
        area = area_of(page, work).inset(Insets(-over, -over, -over, -over))
        for box in boxes(page, work):
            across = area.x <= box.ink.x and box.ink.right <= area.right
            down = area.y <= box.ink.y and box.ink.bottom <= area.bottom
            assert across and down, (page.label, box)


@each_layout
@each_block
def test_all_text_of_the_body_stands_on_the_grid(layout: str, number: str) -> None:
    work = opened(layout)
    area_size = work.made.sheet.page.area
    for page in work.pages(number):
        first = area_of(page, work).y + baseline(area_size.size)
        for placed, run in runs(page.items):
            if is_body(placed):
                assert (placed.y - first) % area_size.leading == 0, (page.label, "".join(run.texts))


# ------------------------------------------------------------------ words


def said(article: Article) -> dict[str, list[str]]:
    """The words of an article's front matter by their fields."""
    fields = {key: [plain_title(each) for each in words] for key, words in article.fields}
    fields["title"] = [plain_title(article.title)]
    for key, authors in (("", article.authors), ("_en", article.authors_en)):
        fields[f"authors{key}"] = [author.name for author in authors]
        fields[f"affiliations{key}"] = [each for author in authors for each in author.affiliations]
    fields["corresponding"] = [author.email for author in article.authors if author.email]
    fields["keywords"], fields["keywords_en"] = list(article.keywords), list(article.keywords_en)
    return fields


def letters(text: str) -> str:
    """The letters and figures of a text, lowered ones as they are: what parts words may change where a line ends."""
    return "".join(filter(str.isalnum, normalize("NFKC", text)))


@each_layout
@each_block
def test_every_word_of_the_front_matter_is_printed_or_told(layout: str, number: str) -> None:
    work, article = opened(layout), blocks()[number][0]
    printed = letters("".join("".join(run.texts) for page in work.pages(number) for _, run in runs(page.items)))
    unprinted = {dict(item.arguments)["name"] for item in work.findings if item.rule == "field-unprinted"}
    unprinted |= {"affiliations", "corresponding"} if "authors" in unprinted else set()
    for field, texts in said(article).items():
        for text in texts:
            assert letters(text) in printed or field in unprinted, (field, text)


@each_layout
def test_a_shipped_layout_prints_all_but_short_titles(layout: str) -> None:
    told = [dict(item.arguments)["name"] for item in opened(layout).findings if item.rule == "field-unprinted"]
    assert told in ([], ["short_title"])  # those are for running heads that name titles


# ------------------------------------------------------------------ the blocks themselves


def test_there_are_thirty_blocks_of_all_kinds() -> None:
    articles = [article for article, _ in blocks().values()]
    assert len(articles) == 30
    assert {len(article.authors) for article in articles} == set(range(10))
    counts = {len({each for author in article.authors for each in author.affiliations}) for article in articles}
    assert counts == set(range(6))
    fields = {key for article in articles for key, _ in article.fields}
    assert {"subtitle", "abstract", "abstract_en", "title_en", "subtitle_en", "note", "editors_note"} <= fields


def test_blocks_are_read_without_an_error_and_without_an_idle_mark() -> None:
    rules = [item.rule for _, found in blocks().values() for item in found]
    assert rules == ["chinese-missing", "chinese-missing"]  # blocks 20 and 28 have an abstract in English alone


def test_each_block_opens_a_page_of_its_own() -> None:
    for layout in LAYOUTS:
        first = [opened(layout).pages(number)[0] for number in NUMBERS]
        names = [
            {article_of(placed.element) for placed in page.items if any(lineage(placed.element))} - {""}
            for page in first
        ]
        assert names == [{number} for number in NUMBERS]
