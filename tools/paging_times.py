"""What paging an issue takes once it is composed: a line of JSON.

    python tools/paging_times.py issue/specimen [--set KEY=VALUE]

``paging``: milliseconds of the process's own from the galley to the pages decided on (other numbers of lines of its
paragraphs looked for, plain pages, the best ones); ``plain``: of these the plain pages alone. ``places`` are those
looked at. Fonts are open before the clock starts, the cyclic collector is off as in every command.
"""

from __future__ import annotations

import argparse
import gc
import json
from collections.abc import Sequence
from time import process_time_ns

from composing import setting_of

from huozi.blocks.article import set_issue
from huozi.content.issue_file import read_issue
from huozi.diagnostics import Findings
from huozi.makeup.goals import Paging, natural_plan
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.units import units_of


def paging_times(folder: str, overrides: Sequence[tuple[str, str]]) -> dict[str, float]:
    """The milliseconds, and what was paged, as a body that follows one page of contents."""
    issue = read_issue(folder, Findings())
    setting = setting_of(issue, folder, overrides)
    galley = set_issue(issue, setting).galley
    area, style = setting.sheet.page.area, setting.sheet.make_up
    grid = Grid(area.lines, area.columns, style.least, style.balance)
    began = process_time_ns()
    solver = Solver(units_of(galley, area.columns), galley, grid)
    number = 2
    for part in range(len(solver.parts)):
        number += solver.plain(part, number % 2 == 1).pages
    plain = process_time_ns()
    plan = natural_plan(solver, Paging(1))
    ended = process_time_ns()
    return {
        "paging": (ended - began) / 1e6,
        "plain": (plain - began) / 1e6,
        "pages": plan.pages,
        "places": solver.places,
        "is_exact": all(draft.found.is_exact for draft in plan.drafts),
    }


def main() -> None:
    """Page an issue, and print what it took."""
    parser = argparse.ArgumentParser(description="What paging an issue takes once it is composed.")
    parser.add_argument("issue")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="set a layout key")
    options = parser.parse_args()
    gc.disable()
    overrides = [(key, value) for key, _, value in (text.partition("=") for text in options.set)]
    print(json.dumps(paging_times(options.issue, overrides)))


if __name__ == "__main__":
    main()
