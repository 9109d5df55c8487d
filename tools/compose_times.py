"""What composing an issue takes, without reading it and without its pages: a line of JSON.

    python tools/compose_times.py issue/specimen

``set``: each paragraph and heading classed, shaped and broken at its best; ``place``: the lines of that breaking placed
glyph by glyph; ``fewer`` and ``more``: every paragraph in one line less and in one line more, broken and placed
(where there is no such breaking, the search that finds that out). Milliseconds each; fonts are open before the clock
starts, and nothing is kept from one process to the next.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from time import perf_counter_ns

from huozi.blocks.article import set_issue
from huozi.blocks.setting import Setting
from huozi.content.issue_file import read_issue
from huozi.content.model import Block, Float, Heading, Inline, Issue, ListBlock, Paragraph, Quote
from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.galley import Paragraph as SetParagraph
from huozi.style.house import find_house
from huozi.style.load import load_stylesheet


def inlines_of(blocks: Sequence[Block]) -> Iterator[Inline]:
    """All inlines of blocks, in order."""
    for block in blocks:
        match block:
            case Paragraph(inlines, _) | Heading(_, inlines, _) | Float(_, inlines, _, _, _):
                yield from inlines
            case ListBlock(items, _, _):
                for item in items:
                    yield from inlines_of(item)
            case Quote(inner, _):
                yield from inlines_of(inner)


def characters_of(issue: Issue) -> int:
    """How many characters titles and bodies have."""
    bodies = sum(len(inline[0]) for article in issue.articles for inline in inlines_of(article.blocks))
    return bodies + sum(len(article.title) for article in issue.articles)


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


def compose_times(folder: str) -> dict[str, float]:
    """The milliseconds of each part, and what was composed."""
    issue = read_issue(folder, Findings())
    setting = setting_of(issue, folder)
    clock = [perf_counter_ns()]
    galley = set_issue(issue, setting)
    clock.append(perf_counter_ns())
    paragraphs = [matter for matter in galley if isinstance(matter, SetParagraph)]
    for looseness in (0, -1, 1):
        for paragraph in paragraphs:
            paragraph.setting(looseness)
        clock.append(perf_counter_ns())
    parts = zip(("set", "place", "fewer", "more"), zip(clock, clock[1:], strict=False), strict=True)
    times = {name: (after - before) / 1e6 for name, (before, after) in parts}
    lines = sum(paragraph.lines for paragraph in paragraphs)
    return times | {"characters": characters_of(issue), "paragraphs": len(paragraphs), "lines": lines}


if __name__ == "__main__":
    print(json.dumps(compose_times(sys.argv[1])))
