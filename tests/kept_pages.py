"""Issues whose paragraphs have as many lines as a test says, made up with or without a plan to keep."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from issues import HOUSE, sheet
from squares import HERE

from huozi.content.issue_model import Article, Issue, PageCount, Title
from huozi.content.model import Paragraph, Text
from huozi.diagnostics import Finding, Findings, Span
from huozi.display import GlyphRun, Page, Role
from huozi.fonts.catalog import Catalog
from huozi.makeup.kept import KeptPlan, issue_now, plan_kept
from huozi.pipeline import set_and_made_up

MEASURE = 20
INDENT = 2
LAST = 5
"""Characters of a paragraph's last line: so few that no gap is opened so wide that there is a line more."""
FILE = Span("kept.plan")


class Done(NamedTuple):
    """The body's pages (天6地3: six lines of one paragraph, three of another), the plan, what was found of one kept."""

    pages: list[str]
    plan: KeptPlan
    found: list[Finding]

    @property
    def rules(self) -> list[str]:
        return [item.rule for item in self.found]

    def facts(self, rule: str) -> list[dict[str, str]]:
        """What findings of a rule say."""
        return [dict(item.arguments) for item in self.found if item.rule == rule]


def lines(letter: str, count: int) -> Paragraph:
    """A paragraph of so many lines of one character."""
    return Paragraph((Text(letter * (MEASURE * (count - 1) - INDENT + LAST), HERE),), HERE)


def article(name: str, *paragraphs: tuple[str, int]) -> Article:
    """An article of paragraphs of so many lines."""
    return Article(name, Title((Text(name, HERE),), HERE), tuple(lines(*each) for each in paragraphs), HERE)


def made(
    work: Issue, kept: KeptPlan | None = None, *overrides: tuple[str, str], pages: int = 0, layout: str = "square"
) -> Done:
    """An issue made up; ``pages``: the count of inside pages that is asked for."""
    findings, style = Findings(), sheet(layout, *overrides)
    work = work._replace(pages=PageCount(exactly=pages, span=HERE)) if pages else work
    keep = None if kept is None else (kept, FILE)
    galley, found, done = set_and_made_up(work, style, Catalog(HOUSE.fonts), findings, keep)
    shown = [_shown(page) for page in found if page.label.isdecimal() and int(page.label) >= done.folio]
    plan = plan_kept(issue_now(work, style, galley, done.solver.parts), done.decision.plan, done.folio)
    return Done(shown, plan, [item for item in findings if item.rule.startswith(("plan-", "column-short"))])


def _shown(page: Page) -> str:
    runs = [placed.item for placed in page.items if placed.role is Role.PARAGRAPH]
    letters = Counter(run.texts[0] for run in runs if isinstance(run, GlyphRun))
    return "".join(f"{letter}{count}" for letter, count in letters.items())
