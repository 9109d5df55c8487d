"""Pages of a Markdown text in the square fonts, line by line: where each stands, what it says, what it is."""

from __future__ import annotations

from issues import issue, pages, sheet, titled
from matter import blocks_of
from squares import HERE

from huozi.content.issue_model import Article
from huozi.diagnostics import Findings
from huozi.display import GlyphRun
from huozi.geometry import baseline
from huozi.records import NamedTuple
from huozi.structure import Element, Kind, lineage

EM, LEADING = 10_000, 16_000
OPEN = (("sections.start", "run-on"), ("sections.sink", "0"), ("sections.name", "false"))


class Row(NamedTuple):
    """A line of text on a page: which page of the body, how far down (grid lines), how far right (ems)."""

    page: int
    down: float
    left: float
    text: str
    kind: Kind


def rows(
    markdown: str, *overrides: tuple[str, str], layout: str = "square", findings: Findings | None = None
) -> list[Row]:
    """The lines of an article's text and headings, page after page, its title left out."""
    article = Article("a", titled("题目"), blocks_of(markdown), HERE)
    made = pages(issue([article]), layout, *OPEN, *overrides, findings=findings)
    style = sheet(layout, *OPEN, *overrides)
    margins = style.page.margins
    found: list[Row] = []
    body = [page for page in made if any(_is_of(placed.element) for placed in page.items)]
    for number, page in enumerate(body):
        side = margins.left if page.side == "right" else margins.right
        for placed in page.items:
            if _is_of(placed.element) and isinstance(placed.item, GlyphRun) and placed.element is not None:
                size = placed.item.size
                down = (placed.y - margins.top - baseline(size)) / LEADING
                text = "".join(placed.item.texts)
                found.append(Row(number, down, (placed.x - side) / EM, text, placed.element.kind))
    return found


def _is_of(element: Element | None) -> bool:
    """Whether something is text or a heading of an article."""
    is_text = element is not None and element.kind in (Kind.PARAGRAPH, Kind.HEADING)
    return is_text and any(each.kind is Kind.ARTICLE for each in lineage(element))
