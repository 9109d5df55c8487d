"""Pages with furniture: what their tests share.

The trim is 300 × 400 pt. The type area is 200 × 234 pt: on right pages it begins 30 pt from the left, on left pages 70;
it begins 40 pt from the top. Running heads and folios are 9 pt, a Han character of theirs 9 pt wide, a figure 4.5.
"""

from __future__ import annotations

from collections.abc import Sequence

from issues import article, issue, pages, paragraph

from huozi.content.issue_model import Article, Issue
from huozi.diagnostics import Finding, Findings
from huozi.display import GlyphRun, Page, Placed

LAYOUT = "square-furniture"
HEAD, FOOT = 40_000, 274_000
"""Where the type area begins and ends."""


def lines(count: int) -> str:
    """A text that fills so many lines."""
    return "字" * (20 * count - 2)


def text(title: str, count: int) -> Article:
    """An article of a title and so many lines."""
    return article(title, paragraph(lines(count)))


LONG: Issue = issue([text("锯子", 40)])
"""One article, that opens page 2 (left) and goes on over page 3 (right)."""


def made(work: Issue, *overrides: tuple[str, str], findings: Findings | None = None) -> dict[str, Page]:
    """The pages of an issue by their labels."""
    return {page.label: page for page in pages(work, LAYOUT, *overrides, findings=findings)}


def found(work: Issue, *overrides: tuple[str, str]) -> list[Finding]:
    """What is found in making up an issue."""
    findings = Findings()
    made(work, *overrides, findings=findings)
    return list(findings)


def outside(items: Sequence[Placed]) -> list[tuple[int, int, str]]:
    """The texts above and below the type area, each with the place of its first glyph."""
    return [
        (placed.x, placed.y, "".join(placed.item.texts))
        for placed in items
        if isinstance(placed.item, GlyphRun) and not HEAD <= placed.y <= FOOT
    ]


def head(page: Page) -> str:
    """What stands above the type area."""
    return "".join(words for _, y, words in outside(page.items) if y < HEAD)


def foot(page: Page) -> str:
    """What stands below the type area."""
    return "".join(words for _, y, words in outside(page.items) if y > FOOT)
