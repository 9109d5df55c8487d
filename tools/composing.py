"""What the tools that look at composition share: an issue's text, and the surroundings that it is set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.blocks.setting import Setting
from huozi.content.issue_model import Issue
from huozi.content.model import Block, Inline, Ruby, Text
from huozi.content.plain import plain_title
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.style.house import find_house
from huozi.style.load import load_stylesheet


def inlines_of(blocks: Sequence[Block]) -> Iterator[Inline]:
    """All inlines of blocks, in order."""
    for run in running_text(blocks):
        yield from run.inlines


def characters_of(issue: Issue) -> int:
    """How many characters titles and bodies have."""
    bodies = (_length(inline) for article in issue.articles for inline in inlines_of(article.blocks))
    return sum(bodies) + sum(len(plain_title(article.title)) for article in issue.articles)


def _length(inline: Inline) -> int:
    match inline:
        case Text(text, _, _) | Ruby(text, _, _):
            return len(text)
        case _:
            return 0


def setting_of(issue: Issue, folder: str, overrides: Sequence[tuple[str, str]] = ()) -> Setting:
    """The surroundings that an issue is set in, with the faces of all its styles open."""
    house = find_house(folder)
    findings = Findings()
    sheet = load_stylesheet(issue.journal, house, overrides, findings)
    catalog = Catalog(house.fonts)
    for style in sheet.styles.values():
        for choice in (style.font, style.strong, style.emphasis, style.code):
            catalog.faces(choice)
    return Setting(sheet, catalog, findings, sheet.page.area.measure)
