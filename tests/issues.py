"""Issues made by hand, and their pages: what tests of make-up and commands share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from squares import HERE, ROOT, TESTS

from huozi.content.issue_model import Article, Issue, PageCount, Section, Title, Words
from huozi.content.model import Block, Heading, Paragraph, Text
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page, Role
from huozi.fonts.catalog import Catalog
from huozi.pictures.model import LookAt, no_pictures
from huozi.pipeline import set_and_made_up
from huozi.style.house import House
from huozi.style.load import load_stylesheet
from huozi.style.model import Stylesheet

HOUSE = House((str(TESTS / "layout"), str(ROOT / "layout")), (str(TESTS / "fonts"), str(ROOT / "fonts")))

NO_COUNT = PageCount()

HEAD = "journal: {journal}\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n{more}contents:\n  - section: 栏目\n"


@lru_cache(maxsize=256)
def sheet(layout: str = "square", *overrides: tuple[str, str]) -> Stylesheet:
    return load_stylesheet(layout, HOUSE, overrides, Findings())


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text, HERE),), HERE)


def heading(text: str, level: int = 2) -> Heading:
    return Heading(level, (Text(text, HERE),), HERE)


def titled(text: str, span: Span = HERE) -> Title:
    """A title without marks."""
    return Title((Text(text, span),), span)


def article(title: str, *blocks: Block) -> Article:
    return Article(title, titled(title), blocks, HERE)


def said(**fields: str) -> tuple[tuple[str, Words], ...]:
    """What an article says under keys of its front matter, a paragraph a line."""
    return tuple((key, tuple(map(titled, text.split("\n")))) for key, text in fields.items())


def opening(*pieces: str) -> tuple[str, str]:
    """The key of a layout with the pieces of an article's head."""
    return "articles.opening", f"[{', '.join(pieces)}]"


def ending(*pieces: str) -> tuple[str, str]:
    """The key of a layout with the pieces of an article's end."""
    return "articles.ending", f"[{', '.join(pieces)}]"


def text_piece(template: str, style: str, label: str = "") -> str:
    """A text among those pieces."""
    led = f', label: "{label}"' if label else ""
    return f'{{set: text, text: "{template}", style: {style}{led}}}'


TITLE, BYLINE = text_piece("{title}", "title"), text_piece("{authors}", "byline")
NOTES, SOURCE = "{set: notes}", text_piece("来源：{source}", "source")
SIGNED = opening(TITLE, BYLINE)
"""An article's title with its authors below it."""


def is_body(page: Page) -> bool:
    """Whether text of an article stands on a page."""
    return bool(page.sources)


def issue(*sections: Sequence[Article], pages: PageCount = NO_COUNT) -> Issue:
    """An issue of sections 栏0, 栏1, …"""
    made = tuple(Section(titled(f"栏{at}"), tuple(articles), HERE) for at, articles in enumerate(sections))
    return Issue("square", 2030, "3", "7", date(2030, 3, 31), made, HERE, pages)


def pages(
    work: Issue,
    layout: str = "square",
    *overrides: tuple[str, str],
    findings: Findings | None = None,
    pictures: LookAt = no_pictures,
) -> tuple[Page, ...]:
    into = Findings() if findings is None else findings
    return set_and_made_up(work, sheet(layout, *overrides), Catalog(HOUSE.fonts), into, None, pictures)[1]


def shown(page: Page, *roles: Role) -> str:
    """The text of a page's items in the order they stand on the page, those of a role alone if one is given."""
    return "".join(
        "".join(placed.item.texts)
        for placed in page.items
        if isinstance(placed.item, GlyphRun) and (not roles or placed.role in roles)
    )


def write_issue(folder: Path, body: str, *, journal: str = "square", title: str = "题目", more: str = "") -> Path:
    """A folder with an issue of one article."""
    (folder / "articles").mkdir(parents=True)
    (folder / "issue.yaml").write_text(
        HEAD.format(journal=journal, more=more) + "    articles: [a]\n", encoding="utf-8"
    )
    (folder / "articles" / "a.md").write_text(f"---\ntitle: {title}\n---\n\n{body}\n", encoding="utf-8")
    return folder
