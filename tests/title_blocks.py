"""Thirty title blocks (``cases/title-blocks.yaml``): each an article of ten paragraphs, all of them an issue.

What the tests of title blocks and ``tools/title_sheets.py``, which draws them to be looked at, have in common.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from issues import HOUSE, titled
from squares import HERE, TESTS

from huozi.commands.making import Made
from huozi.content.article_file import parse_article
from huozi.content.issue_model import Article, Issue, Section
from huozi.diagnostics import Finding, Findings
from huozi.display import Page
from huozi.fonts.catalog import Catalog
from huozi.pipeline import set_and_made_up
from huozi.records import NamedTuple
from huozi.structure import Element, Kind, lineage
from huozi.style.load import load_stylesheet

LAYOUTS = ("a4-35x37", "a4-two-columns", "16k-two-columns", "185x260-one-column", "a4-three-columns")
"""Layouts that the blocks are set in, all that are shipped but those of one journal."""

REFERENCED = LAYOUTS[:3]
"""Those whose openings are held against references."""

BLOCKS = TESTS / "cases" / "title-blocks.yaml"

_SENTENCES = (
    "船在傍晚靠岸，卸下的木箱沿着石阶一级一级往上传，传到仓库门口正好点灯。",
    "账房先生把数目念了两遍，第二遍比第一遍慢，念完合上簿子，说今年的雨水早了十天。",
    "巷口的裁缝仍在赶工，机器的声音隔着两道墙也听得见。",
    "第二天清早，渡口贴出一张告示，字不多，写着水位、班次和停航的日子，落款是一个谁也没有听过的名字。",
    "人们读完就散了，只有卖豆浆的老人把它从头到尾抄在一张包装纸的背面。",
)
PARAGRAPHS = 10


def _body() -> str:
    """Ten paragraphs of one to five sentences, none like its neighbour."""
    count = len(_SENTENCES)
    texts = ("".join(_SENTENCES[(at + place) % count] for place in range(1 + at % count)) for at in range(PARAGRAPHS))
    return "\n\n".join(texts)


@lru_cache
def blocks() -> dict[str, tuple[Article, tuple[Finding, ...]]]:
    """The articles by the numbers of their blocks, with what was found in reading each."""
    text = BLOCKS.read_text(encoding="utf-8")
    found: dict[str, tuple[Article, tuple[Finding, ...]]] = {}
    for number, block in re.findall(r"^--- # (\d\d) .*\n((?:(?!--- #).*\n)*)", text, re.MULTILINE):
        findings = Findings()
        whole = f"---\n{block}---\n\n{_body()}\n"
        found[number] = (parse_article(whole, number, f"{number}.md", ".", findings), tuple(findings))
    return found


class Opened(NamedTuple):
    """The issue of all blocks in a layout, its pages, and what was found in making them."""

    made: Made
    findings: tuple[Finding, ...]

    def pages(self, number: str) -> list[Page]:
        """The pages that a block's article stands on."""
        return [page for page in self.made.pages if any(article_of(each.element) == number for each in page.items)]


def article_of(element: Element | None) -> str:
    """The number of the block that an element is of; empty where it is of none."""
    found = next((each for each in lineage(element) if each.kind is Kind.ARTICLE), None)
    return found.span.file.removesuffix(".md") if found else ""


@lru_cache
def opened(layout: str) -> Opened:
    """The blocks in a layout, each below the name of a section of its own at the head of a page."""
    findings = Findings()
    sheet = load_stylesheet(layout, HOUSE, [("sections.start", "page")], findings)
    sections = tuple(Section(titled("篇首"), (article,), HERE) for article, _ in blocks().values())
    issue = Issue(layout, 2030, "3", "7", date(2030, 3, 31), sections, HERE)
    catalog = Catalog(HOUSE.fonts, findings)
    galley, pages, made_up = set_and_made_up(issue, sheet, catalog, findings)
    return Opened(Made(issue, sheet, HOUSE, catalog, galley, pages, made_up), tuple(findings))
