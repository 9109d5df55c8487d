"""What composing an issue takes, without reading it and without its pages: a line of JSON.

    python tools/compose_times.py issue/specimen

``set``: each paragraph and heading classed, shaped and broken at its best; ``place``: the lines of that breaking placed
glyph by glyph; ``fewer`` and ``more``: every paragraph in one line less and in one line more, broken and placed
(where there is no such breaking, the search that finds that out); ``variants``: what pages may choose of each
paragraph, no gap opened by more than 1/16 em (from 30 characters a line up) or 1/12 em, and ``pulled``: the same where
marks may give way for a line less. Milliseconds each; fonts are open before the clock starts, the cyclic collector is
off as in every command, and nothing is kept from one process to the next.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from time import perf_counter_ns

from composing import characters_of, setting_of

from huozi.blocks import paragraphs
from huozi.blocks.article import set_issue
from huozi.blocks.lines import compose_inlines
from huozi.blocks.setting import Setting
from huozi.content.issue_file import read_issue
from huozi.content.model import Inline
from huozi.diagnostics import Findings
from huozi.galley import SetParagraph
from huozi.paragraph.compose import Composed
from huozi.style.text_style import ParagraphStyle


def compose_times(folder: str) -> dict[str, float]:
    """The milliseconds of each part, and what was composed."""
    issue = read_issue(folder, Findings())
    setting = setting_of(issue, folder)
    composed = recorded()
    clock = [perf_counter_ns()]
    galley = set_issue(issue, setting).galley
    clock.append(perf_counter_ns())
    set_ones = [matter for matter in galley if isinstance(matter, SetParagraph)]
    for paragraph in set_ones:
        paragraph.cast(paragraph.lines)
    clock.append(perf_counter_ns())
    for looseness in (-1, 1):
        for one in composed:
            one.set(looseness)
        clock.append(perf_counter_ns())
    for pull_in in (False, True):
        for one in composed:
            one.variants(one.items.em // (16 if one.measure >= 30 * one.items.em else 12), pull_in=pull_in)
        clock.append(perf_counter_ns())
    parts = zip(("set", "place", "fewer", "more", "variants", "pulled"), pairwise(clock), strict=True)
    times = {name: (after - before) / 1e6 for name, (before, after) in parts}
    lines = sum(paragraph.lines for paragraph in set_ones)
    return times | {"characters": characters_of(issue), "paragraphs": len(set_ones), "lines": lines}


def recorded() -> list[Composed]:
    """The paragraphs of the body, to be filled as they are composed from now on."""
    composed: list[Composed] = []

    def compose(setting: Setting, inlines: Sequence[Inline], style: ParagraphStyle) -> Composed:
        composed.append(compose_inlines(setting, inlines, style))
        return composed[-1]

    setattr(paragraphs, "compose_inlines", compose)  # noqa: B010
    return composed


if __name__ == "__main__":
    gc.disable()
    print(json.dumps(compose_times(sys.argv[1])))
