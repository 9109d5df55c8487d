"""What composing an issue takes, without reading it and without its pages: a line of JSON.

    python tools/compose_times.py issue/specimen

``set``: each paragraph and heading classed, shaped and broken at its best; ``place``: the lines of that breaking placed
glyph by glyph; ``fewer`` and ``more``: every paragraph in one line less and in one line more, broken and placed
(where there is no such breaking, the search that finds that out). Milliseconds each; fonts are open before the clock
starts, the cyclic collector is off as in every command, and nothing is kept from one process to the next.
"""

from __future__ import annotations

import gc
import json
import sys
from itertools import pairwise
from time import perf_counter_ns

from composing import characters_of, setting_of

from huozi.blocks.article import set_issue
from huozi.content.issue_file import read_issue
from huozi.diagnostics import Findings
from huozi.galley import SetParagraph


def compose_times(folder: str) -> dict[str, float]:
    """The milliseconds of each part, and what was composed."""
    issue = read_issue(folder, Findings())
    setting = setting_of(issue, folder)
    clock = [perf_counter_ns()]
    galley = set_issue(issue, setting).galley
    clock.append(perf_counter_ns())
    paragraphs = [matter for matter in galley if isinstance(matter, SetParagraph)]
    for looseness in (0, -1, 1):
        for paragraph in paragraphs:
            paragraph.setting(looseness)
        clock.append(perf_counter_ns())
    parts = zip(("set", "place", "fewer", "more"), pairwise(clock), strict=True)
    times = {name: (after - before) / 1e6 for name, (before, after) in parts}
    lines = sum(paragraph.lines for paragraph in paragraphs)
    return times | {"characters": characters_of(issue), "paragraphs": len(paragraphs), "lines": lines}


if __name__ == "__main__":
    gc.disable()
    print(json.dumps(compose_times(sys.argv[1])))
