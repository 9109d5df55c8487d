"""Where pages end elsewhere than an earlier commit's paginator had them, no paragraph varied, and what that is worth.

    python tools/as_before.py [REV] [--issue DIR]

With ``make_up.stretch: 0`` every paragraph must have the lines that it had at ``REV`` (by default the last commit whose
paginator knew of nothing but permitted breaks and short lines, squared), and a page may begin elsewhere only where that
costs less. Both are shown for the specimen and for the real issue, where that stands beside the checkout, lines pushed
out and pulled in: each page that begins elsewhere, and what the pages of both cost by today's reckoning. The earlier
commit's own code pages its own specimen; so does today's.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench_before import checkout
from cold_runs import RunFailed
from real_issue import import_seed, seed

from huozi.commands.making import Made, Request, make
from huozi.diagnostics import Findings
from huozi.galley import Galley, SetParagraph, Slug
from huozi.makeup.costs import FIELDS, field_of, fields_of
from huozi.makeup.kept import starts_of
from huozi.makeup.plans import Draft
from huozi.makeup.search import best_pages
from huozi.makeup.steps import Rules

LAST_PLAIN = "ede2f8b"
FILLS = ("push-out", "pull-in")

BEFORE = """
import json, sys
from huozi.commands.making import Request, make
from huozi.diagnostics import Findings
from huozi.galley import SetParagraph, Slug
from huozi.makeup.paginate import Grid, paginate
from huozi.makeup.rows import lay_out, without_idle_space
folder, fill = sys.argv[1:]
made = make(Request(folder, overrides=(("text.fill", fill),)), Findings(), lambda _: None)
texts = [index for index, matter in enumerate(made.galley) if isinstance(matter, (Slug, SetParagraph))]
place = {index: number for number, index in enumerate(texts)}
lines = [getattr(made.galley[index], "lines", 1) for index in texts]
area = made.sheet.page.area
starts = []
for page in paginate(without_idle_space(lay_out(made.galley)), Grid(area.lines, 1, "left"), Findings()):
    row = next(row for column in page.columns for _, row in column.rows if row.slug is not None)
    starts.append([place[row.item], max(row.line, 1)])
print(json.dumps([lines, starts]))
"""
"""What the earlier paginator says: the lines of each text, and the text and its line (from 1) that each page begins
with."""


class Start(NamedTuple):
    """What a page begins with: a text by its number in the issue, and its line, from 1."""

    text: int
    line: int


class Paged(NamedTuple):
    """An issue's pages: the lines of each text, and what each page begins with."""

    lines: tuple[int, ...]
    starts: tuple[Start, ...]


class Elsewhere(NamedTuple):
    """A part whose pages begin elsewhere: the number of each such page, what it began with and begins with; both costs.

    ``before`` and ``now`` are what the pages cost by today's reckoning.
    """

    pages: tuple[tuple[int, Start, Start], ...]
    before: int
    now: int


# ------------------------------------------------------------------ both paginators


def paged_before(tree: Path, folder: Path, fill: str) -> Paged:
    """An issue's pages by an earlier commit's code, unpacked; raises ``RunFailed``."""
    surroundings = os.environ | {"PYTHONPATH": str(tree / "src")}
    command = [sys.executable, "-c", BEFORE, str(folder), fill]
    done = subprocess.run(command, capture_output=True, check=False, env=surroundings, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise RunFailed(done.stderr.decode(errors="replace"))
    lines, starts = json.loads(done.stdout)
    return Paged(tuple(lines), tuple(Start(*start) for start in starts))


def made_now(folder: Path, fill: str) -> Made:
    """An issue's pages, no paragraph in other than its natural number of lines."""
    overrides = (("text.fill", fill), ("make_up.stretch", "0"))
    return make(Request(str(folder), overrides=overrides), Findings(), lambda _: None)


def texts_of(galley: Galley) -> list[int]:
    """The places of texts in a galley, in order."""
    return [index for index, matter in enumerate(galley) if isinstance(matter, Slug | SetParagraph)]


def paged_now(made: Made) -> Paged:
    """The same of today's pages."""
    texts = texts_of(made.galley)
    place = {index: number for number, index in enumerate(texts)}
    lines = [1] * len(texts)
    starts: list[Start] = []
    for draft in made.made_up.decision.plan.drafts:
        units = draft.part.units
        for item, count in draft.lines.items():
            if units[item].source in place:
                lines[place[units[item].source]] = count
        for item, left in starts_of(draft):
            starts.append(Start(place[units[item].source], draft.lines[item] - left + 1 if left else 1))
    return Paged(tuple(lines), tuple(starts))


# ------------------------------------------------------------------ comparing


def elsewhere(made: Made, before: Paged, now: Paged) -> Iterator[Elsewhere]:
    """The parts whose pages begin elsewhere; raises ``RunFailed`` where they have other counts of pages."""
    if len(before.starts) != len(now.starts):
        raise RunFailed(f"{len(now.starts)} pages, before {len(before.starts)}")
    texts = texts_of(made.galley)
    at, number = 0, made.made_up.folio
    plan = made.made_up.decision.plan
    for part, (blanks, draft) in enumerate(zip(plan.before, plan.drafts, strict=True)):
        number += blanks
        count = draft.found.pages
        was, own = before.starts[at : at + count], now.starts[at : at + count]
        rows = enumerate(zip(was, own, strict=True))
        differing = tuple((number + page, then, here) for page, (then, here) in rows if then != here)
        if differing:
            right = number % 2 == 1
            held = made.made_up.solver.plain(part, right).held(draft.part.units)
            begun = [(texts[then.text], then.line) for then in was]
            yield Elsewhere(differing, cost_of(draft, Rules(draft.depths, right, held), begun), draft.found.cost)
        at, number = at + count, number + count


def cost_of(draft: Draft, rules: Rules, starts: Sequence[tuple[int, int]]) -> int:
    """What a part's pages would cost that began with these texts, by their places in the galley, and lines.

    Raises ``RunFailed`` where there are no such pages.
    """
    units = draft.part.units
    items = {unit.source: item for item, unit in enumerate(units)}
    places: dict[int, tuple[tuple[int, int], ...]] = {}
    for page, (source, line) in enumerate(starts):
        item = items[source]
        places[page] = ((item, units[item].lines - line + 1 if line > 1 else 0),)
    found = best_pages(units, rules._replace(kept=places))
    if found is None or field_of(found.cost, "moved"):
        raise RunFailed("pages that were there before cannot be had any more")
    return found.cost


# ------------------------------------------------------------------ showing


def is_right(before: Paged, now: Paged, parts: Sequence[Elsewhere]) -> bool:
    """Whether every text has its lines, and pages begin elsewhere only where that costs less."""
    return before.lines == now.lines and all(part.now < part.before for part in parts)


def shown(name: str, before: Paged, now: Paged, parts: Sequence[Elsewhere]) -> Iterator[str]:
    """What was found of an issue, line by line."""
    other = sum(then != here for then, here in zip(before.lines, now.lines, strict=True))
    pages = sum(len(part.pages) for part in parts)
    yield (
        f"{name}: {len(now.lines)} texts, {other} in other lines; {len(now.starts)} pages, {pages} begin elsewhere: "
        f"{'right' if is_right(before, now, parts) else 'WRONG'}"
    )
    for part in parts:
        for number, then, here in part.pages:
            yield f"  page {number}: began with text {then.text} line {then.line}, now {here.text} line {here.line}"
        costs = fields_of(part.before), fields_of(part.now)
        rows = ((field, *(cost[field] for cost in costs)) for field, _ in FIELDS)
        changed = ", ".join(f"{field} {then} → {here}" for field, then, here in rows if then != here)
        yield f"  its part costs {'less' if part.now < part.before else 'NO LESS'}: {changed}"


def report(revision: str, issue: Path | None, place: Path) -> bool:
    """What was found of all issues, printed; whether all is right. Raises ``RunFailed``."""
    tree = checkout(revision, place)
    manuscript = seed()
    issues = [issue] if issue else [tree / "issue" / "specimen"]
    if issue is None and manuscript is not None:
        issues.append(import_seed(manuscript, place))
    right = True
    for folder in issues:
        for fill in FILLS:
            made = made_now(folder, fill)
            before, now = paged_before(tree, folder, fill), paged_now(made)
            if len(before.lines) != len(now.lines):
                raise RunFailed(f"{len(now.lines)} texts, before {len(before.lines)}")
            parts = list(elsewhere(made, before, now))
            right = right and is_right(before, now, parts)
            print("\n".join(shown(f"{folder.name}, {fill}", before, now, parts)), flush=True)
    return right


def main() -> int:
    """Page both ways, compare, print; 1 where something is not right or a step fails."""
    parser = argparse.ArgumentParser(description="Where pages end elsewhere than an earlier paginator had them.")
    parser.add_argument("revision", nargs="?", default=LAST_PLAIN, metavar="REV")
    parser.add_argument("--issue", type=Path)
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-before-") as place:
            return int(not report(options.revision, options.issue, Path(place)))
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
