"""How loosely the lines of the real issue are set in narrow columns, of two on a page: 24 settings of them.

    python tools/loose.py [--json FILE] [--beside FILE]

Every paragraph of the real issue's articles is composed in columns of 17 to 24 characters, lines filled in each of the
three ways. A *gap* is what justification adds between two characters beyond their natural distance; at word spaces and
between Han and Latin, beyond what the first two steps of the table allow. Shown of each setting: the lines that are
justified, the widest gap (in em), the lines with a gap over an eighth of an em and over one em, the lines left short of
their measure, and the lines over ``text.loosest`` that no finding names. ``--json`` keeps the figures, ``--beside``
shows those kept of another commit in brackets. The issue stands beside the checkout; where it is not at hand, there is
nothing to compose, and that is said.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cold_runs import RunFailed
from composing import setting_of
from real_issue import import_seed, seed
from score import FILLS, paragraphs_of

from huozi.blocks.lines import compose_inlines
from huozi.blocks.setting import Setting
from huozi.content.issue_file import read_issue
from huozi.content.issue_model import Issue
from huozi.diagnostics import Findings, Span
from huozi.paragraph.compose import Composed
from huozi.paragraph.lines.justify import Line
from huozi.paragraph.rules.spacing import EM

MEASURES = range(17, 25)
EIGHTH, ONE = 125, 1000
"""Gaps that are counted, in thousandths of an em."""
FIRST_STEPS = (0, 1)
"""The steps of expansion whose own room is no looseness: word spaces, and gaps between Han and Latin."""
NAMED_BY = ("line-loose", "line-short")
"""The rules that name a line that is loose or was left short."""

Figures: TypeAlias = Mapping[str, float]
"""What is counted of a setting, by name."""

COLUMNS = {
    "justified": "lines",
    "widest": "widest gap, em",
    "over_eighth": "> 1/8 em",
    "over_one": "> 1 em",
    "short": "left short",
    "unnamed": "unnamed",
}
"""The figures of a setting, and their heads in the table."""


class Loose(NamedTuple):
    """A justified line: its widest gap (thousandths of an em), whether it is left short, whether a finding names it."""

    gap: int
    short: bool
    named: bool


# ------------------------------------------------------------------ lines


def gaps(composed: Composed, line: Line) -> Iterator[int]:
    """What justification adds in each gap of a line beyond what is natural there, in thousandths of an em."""
    items = composed.items
    for index, (left, right) in enumerate(pairwise(line.xs), line.start):
        row = items.rows[items.codes[index]]
        natural = items.advance[index] + row.space * items.em // EM
        allowed = row.ceiling * items.em // EM if row.expand in FIRST_STEPS else 0
        yield max(right - left - natural - allowed, 0) * EM // items.em


def justified(composed: Composed, found: Findings) -> Iterator[Loose]:
    """The lines of a paragraph that are to fill their measure; ``found`` are the findings of its composing.

    Short lines with none between them that is set as it wants to be are named by the first of them.
    """
    places = {item.span for item in found if item.rule in NAMED_BY}
    runs_on = False
    for line in composed.set():
        room = composed.measure - (0 if line.start else composed.indent)
        if composed.work.shape.align == "justify" and line.end not in composed.work.stops:
            gap, short = max(gaps(composed, line), default=0), line.width < room
            named = bool(places) and not places.isdisjoint(_places(composed, line))
            runs_on = (named or runs_on) if short else runs_on and gap > 0
            yield Loose(gap, short, named or (short and runs_on))


def _places(composed: Composed, line: Line) -> Iterator[Span]:
    """Where a line's characters stand in their file."""
    return (composed.place(index) for index in range(line.start, line.end))


def lines_of(issue: Issue, setting: Setting) -> Iterator[Loose]:
    """The justified lines of an issue's paragraphs."""
    style = setting.style("body")
    for paragraph in (paragraph for article in issue.articles for paragraph in paragraphs_of(article.blocks)):
        found = Findings()
        yield from justified(compose_inlines(setting._replace(findings=found), paragraph.inlines, style), found)


# ------------------------------------------------------------------ settings


def figures(lines: Sequence[Loose], loosest: int) -> Figures:
    """The figures of a setting whose lines may open to ``loosest`` thousandths of an em unnamed."""
    return {
        "justified": len(lines),
        "widest": max(line.gap for line in lines) / EM,
        "over_eighth": sum(line.gap > EIGHTH for line in lines),
        "over_one": sum(line.gap > ONE for line in lines),
        "short": sum(line.short for line in lines),
        "unnamed": sum((line.gap > loosest or line.short) and not line.named for line in lines),
    }


def settings(folder: Path) -> Iterator[tuple[str, Figures]]:
    """Each setting by its name, with its figures."""
    issue = read_issue(str(folder), Findings())
    columns = [("page.type_area.columns", "2"), ("page.type_area.gap", "1字")]
    for fill in FILLS:
        for measure in MEASURES:
            keys = [*columns, ("page.type_area.characters", str(measure)), ("text.fill", fill)]
            setting = setting_of(issue, str(folder), keys)
            lines = list(lines_of(issue, setting))
            yield f"{fill} {measure}字", figures(lines, setting.style("body").text.loosest)


def row(name: str, now: Figures, before: Figures | None) -> str:
    """A setting as a line of the table."""
    cells = []
    for key in COLUMNS:
        cell = f"{now[key]:.3f}" if key == "widest" else str(now[key])
        was = "" if before is None else f" ({before[key]:.3f})" if key == "widest" else f" ({before[key]})"
        cells.append((cell + was).rjust(16))
    return " ".join([name.ljust(13), *cells])


# ------------------------------------------------------------------ the command


def main() -> int:
    """Import, compose, print; 1 where the issue cannot be imported, or a line opens over one em or unnamed."""
    options = _options()
    manuscript = seed()
    if manuscript is None:
        print("nothing to compose, not at hand: ../shared/seed/*.txt")
        return 0
    before = json.loads(options.beside.read_text("utf-8")) if options.beside else {}
    print(" ".join(["".ljust(13), *(head.rjust(16) for head in COLUMNS.values())]))
    found: dict[str, Figures] = {}
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-loose-") as place:
            for name, now in settings(import_seed(manuscript, Path(place))):
                found[name] = now
                print(row(name, now, before.get(name)), flush=True)
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        options.json.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return int(any(now["over_one"] or now["unnamed"] for now in found.values()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How loosely the real issue is set in 24 narrow columns.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures in a file")
    parser.add_argument("--beside", type=Path, metavar="FILE", help="show figures that were kept in brackets")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
