"""What 400 pages in one part take and cost, beside the exact search: ``python tools/long_parts.py``.

    python tools/long_parts.py [--seeds 1 2 3] [--pages 400] [--no-exact] [--show]

The real issue several times over, each time with another text, is taken apart and shuffled as ``sixty_issues`` does it,
into one section of so many pages. Its pages are found as in a build, within a budget of places; then those of an exact
search without one, which takes some seconds. Shown are seconds (the process's own) and places of both, and the worst
thing that their costs differ by. Each part is paged in a process of its own. The issue stands beside the checkout;
where it is not at hand, there is nothing to page, and that is said.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from cold_runs import RunFailed, answer_of
from issue_copies import write_copies
from real_issue import import_seed, seed
from sixty_issues import Pack, Texts, set_real, texts_of, way_of

from huozi.diagnostics import Findings
from huozi.galley import Galley, Mark, Matter, SetParagraph, Slug
from huozi.makeup.costs import FIELDS, fields_of
from huozi.makeup.goals import Paging, natural_plan
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.planning import report_pages
from huozi.makeup.search import best_pages
from huozi.makeup.steps import Rules
from huozi.makeup.units import units_of

PAGES_OF_AN_ISSUE = 25
MOST_SECONDS = 2.0
MOST_DEARER = 1.05
"""The bounds of 400 pages: seconds to find the pages, and how many times the exact cost they may cost."""
WITHOUT_BUDGET = 10**9
TOLD = "pages-not-all-tried"


# ------------------------------------------------------------------ one part


def long_part(texts: Texts, chance: random.Random, lines: int) -> Galley:
    """One section of at least so many grid lines, each text dealt as often as any other."""
    titles, headings = Pack(texts.titles, chance), Pack(texts.headings, chance)
    paragraphs, sources = Pack(texts.paragraphs, chance), Pack(texts.sources, chance)
    matter: list[Matter] = [texts.starts[0], Mark("section", 0), texts.names[0]]
    article = 0
    while sum(depth_of(each) for each in matter) < lines:
        matter += [texts.starts[1]] if article else []
        matter += [Mark("article", article), titles.deal()]
        built = chance.choice(texts.articles)
        matter += [headings.deal() if is_heading else paragraphs.deal() for is_heading in built.built]
        matter += [sources.deal()] if built.has_source else []
        article += 1
    return tuple(matter)


def depth_of(matter: Matter) -> int:
    """The grid lines that a piece takes."""
    match matter:
        case Slug(height):
            return height
        case SetParagraph(lines):
            return lines
        case _:
            return 0


def paged(galley: Galley, grid: Grid, *, exactly: bool) -> dict[str, Any]:
    """What a part takes and costs, and the same of the exact search where that is asked for."""
    began = process_time()
    solver = Solver(units_of(galley, grid.columns), galley, grid)
    plan = natural_plan(solver, Paging(1))
    ended = process_time()
    (draft,) = plan.drafts
    findings = Findings()
    report_pages(plan, solver, Paging(1), 2, findings)
    found = {
        "pages": plan.pages,
        "seconds": ended - began,
        "places": solver.places,
        "is_exact": draft.found.is_exact,
        "told": sum(item.rule == TOLD for item in findings),
        "cost": fields_of(draft.found.cost),
    }
    if exactly:
        rules = Rules(draft.depths, held=solver.plain(0, right=False).held(solver.parts[0].units))
        began = process_time()
        best = best_pages(draft.part.units, rules, WITHOUT_BUDGET)
        ended = process_time()
        if best is None or not best.is_exact:
            raise RunFailed("the exact search found no pages")
        found |= {"exact_seconds": ended - began, "exact_places": best.places, "exact": fields_of(best.cost)}
    return found


# ------------------------------------------------------------------ showing


def differs(cost: Mapping[str, int], exact: Mapping[str, int]) -> tuple[str, int, int]:
    """The worst field that two costs differ by, with its two values; no name where there is none."""
    return next(((name, cost[name], exact[name]) for name, _ in FIELDS if cost[name] != exact[name]), ("", 0, 0))


def keeps(found: Mapping[str, Any]) -> bool:
    """Whether a part keeps to the bounds, and says so where not all was tried."""
    _, cost, exact = differs(found["cost"], found.get("exact", found["cost"]))
    is_told = bool(found["told"]) != found["is_exact"]
    return is_told and found["seconds"] <= MOST_SECONDS and cost <= MOST_DEARER * exact


def row(found: Mapping[str, Any]) -> str:
    """A part as a line."""
    told = "exact" if found["is_exact"] else f"budget spent, told {found['told']} time(s)"
    line = f"{found['pages']} pages in one part: {found['seconds']:.2f} s, {found['places']:,} places, {told}"
    if "exact" in found:
        name, cost, exact = differs(found["cost"], found["exact"])
        line += f"; exact search {found['exact_seconds']:.2f} s, {found['exact_places']:,} places: "
        line += f"{name} {cost:,} instead of {exact:,}" if name else "the same cost"
    return f"{line}; {'holds' if keeps(found) else 'DOES NOT HOLD'}"


# ------------------------------------------------------------------ the command


def main() -> int:
    """Make, page, print; 1 where a bound is not kept or the issue cannot be imported."""
    options = _options()
    if options.one is not None:
        gc.disable()
        chance = random.Random(options.one)  # noqa: S311  # chance, no secret
        galley, grid = set_real(options.issue, way_of("push-out"))
        part = long_part(texts_of(galley), chance, options.pages * grid.lines)
        print(json.dumps(paged(part, grid, exactly=options.exact)))
        return 0
    manuscript = seed()
    if manuscript is None:
        print("nothing to page, not at hand: ../shared/seed/*.txt")
        return 0
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-long-") as place:
            issue = Path(place) / "copies"
            write_copies(import_seed(manuscript, Path(place)), issue, options.pages // PAGES_OF_AN_ISSUE + 1)
            found = [part_of(issue, number, options) for number in options.seeds]
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(map(row, found)))
    return int(not options.show and not all(map(keeps, found)))


def part_of(issue: Path, number: int, options: argparse.Namespace) -> dict[str, Any]:
    """A part paged in a process of its own; raises ``RunFailed``."""
    wanted: Sequence[str] = ("--pages", str(options.pages), *(() if options.exact else ("--no-exact",)))
    command = [sys.executable, __file__, "--issue", str(issue), "--one", str(number), *wanted]
    found: dict[str, Any] = json.loads(answer_of(command))
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What many pages in one part take and cost, beside the exact search.")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--no-exact", dest="exact", action="store_false", help="no search without a budget")
    parser.add_argument("--show", action="store_true", help="exit with 0 where a bound is not kept, too")
    parser.add_argument("--issue", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
