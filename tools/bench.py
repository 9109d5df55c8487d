"""What building an issue takes in time and memory, beside Typst on the same document: ``make bench``.

    python tools/bench.py [--issue DIR] [--runs 7] [--copies 1 4 16]

Huozi and Typst build the same document in turn (A B A B …), each run a whole cold process that reads its input, opens
its fonts and writes its file; the first run of each is not counted. Then the same for several different such issues in
one document, and what composition alone takes. Only this process may be small: see ``cold_runs``.

The issue is the real one where it stands beside the checkout (imported for this), else the specimen.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from cold_runs import RunFailed, Summary, answer_of, own_peak, paired_ratio, paired_runs, summary
from issue_copies import write_copies
from real_issue import ROOT, SPECIMEN, huozi, import_seed, seed

TOOLS = ROOT / "tools"
MOST_RATIO, MOST_PEAK = 2.0, 110.0
"""The bounds that one issue must keep to: Typst's time so many times over, and MiB."""

NAMES = ("huozi", "typst")


class Case(NamedTuple):
    """A document measured: so many issues, its pages as Huozi has them, and what the runs came to."""

    copies: int
    pages: int
    summaries: tuple[Summary, Summary]
    paired: float

    @property
    def ratio(self) -> float:
        """Huozi's median time over Typst's."""
        return self.summaries[0].seconds / self.summaries[1].seconds


# ------------------------------------------------------------------ measuring


def prepared(issue: Path, place: Path, copies: int) -> Path:
    """The folder of so many issues in one: the issue itself, or one written to ``place``."""
    if copies == 1:
        return issue
    target = place / f"issue-{copies}"
    write_copies(issue, target, copies)
    return target


def lend_house(issue: Path, place: Path) -> None:
    """Let issues below ``place`` find the layouts and fonts of the house that an issue stands in."""
    house = next((folder for folder in issue.resolve().parents if (folder / "layout").is_dir()), None)
    for room in ("layout", "fonts"):
        if house and (house / room).is_dir():
            (place / room).symlink_to(house / room)


def measure(issue: Path, place: Path, copies: int, count: int) -> Case:
    """Build so many issues in one document with both programs; raises ``RunFailed``."""
    folder = prepared(issue, place, copies)
    document = place / f"typst-{copies}"
    facts = json.loads(answer_of([sys.executable, str(TOOLS / "typst_document.py"), str(folder), str(document)]))
    outputs = [place / f"{name}.pdf" for name in NAMES]
    typst = [sys.executable, str(TOOLS / "typst_build.py"), str(document / "main.typ"), str(outputs[1])]
    commands = [huozi("build", folder, "-o", outputs[0]), [*typst, str(document / "fonts")]]
    ours, theirs = paired_runs(commands, outputs, count)
    return Case(copies, facts["pages"], (summary(ours), summary(theirs)), paired_ratio(ours, theirs))


def composing(issue: Path, count: int) -> dict[str, float]:
    """The medians of what composition takes, each time in a fresh process; raises ``RunFailed``."""
    command = [sys.executable, str(TOOLS / "compose_times.py"), str(issue)]
    answers = [json.loads(answer_of(command)) for _ in range(count + 1)][1:]
    return {name: median(answer[name] for answer in answers) for name in answers[0]}


# ------------------------------------------------------------------ showing


def machine() -> str:
    """What the figures were taken on."""
    load = ", ".join(f"{figure:.1f}" for figure in os.getloadavg())
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, {python}, "
        f"typst {version('typst')}; load before: {load}"
    )


HEAD = ("issues", "pages", "huozi s", "(min–max)", "typst s", "(min–max)", "ratio", "paired", "huozi MiB", "typst MiB")


def table(cases: Sequence[Case]) -> list[str]:
    """The cases as lines of text, a column right-aligned under each heading."""
    rows = [HEAD, *(tuple(_cells(case)) for case in cases)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def _cells(case: Case) -> Iterator[str]:
    yield from (str(case.copies), str(case.pages))
    for one in case.summaries:
        yield from (f"{one.seconds:.3f}", f"({one.least:.3f}–{one.most:.3f})")
    yield from (f"{case.ratio:.2f}", f"{case.paired:.2f}")
    yield from (f"{one.peak:.0f}" for one in case.summaries)


def growth(cases: Sequence[Case]) -> list[str]:
    """How time and memory grow from the first case to each other one."""
    first, *others = cases
    lines = []
    for case in others:
        parts = [
            f"{name} {now.seconds / then.seconds:.2f}× the time, {now.peak / then.peak:.2f}× the memory"
            for name, now, then in zip(NAMES, case.summaries, first.summaries, strict=True)
        ]
        lines.append(f"growth, {first.copies} to {case.copies} issues: {'; '.join(parts)}")
    return lines


def verdict(case: Case) -> str:
    """Whether an issue keeps to the bounds."""
    peak = case.summaries[0].peak
    time_kept = "holds" if case.ratio <= MOST_RATIO else "DOES NOT HOLD"
    peak_kept = "holds" if peak <= MOST_PEAK else "DOES NOT HOLD"
    return (
        f"bounds: at most {MOST_RATIO:g}× Typst's time: {time_kept} ({case.ratio:.2f}); "
        f"at most {MOST_PEAK:g} MiB: {peak_kept} ({peak:.0f})"
    )


def composition(times: dict[str, float], count: int) -> list[str]:
    """What composition alone takes, in words."""
    what = f"{times['characters']:.0f} characters, {times['paragraphs']:.0f} paragraphs, {times['lines']:.0f} lines"
    return [
        f"composition alone ({what}; median of {count} fresh processes, fonts open):",
        f"  classes, shaping, breaking {times['set']:.1f} ms; placing {times['place']:.1f} ms; "
        f"together {times['set'] + times['place']:.1f} ms",
        f"  every paragraph in one line less {times['fewer']:.1f} ms, in one more {times['more']:.1f} ms; "
        f"together {times['fewer'] + times['more']:.1f} ms",
    ]


NOTES = """\
Whole processes in turn, one uncounted run of each first; no output and no result is kept from run to run. The first run
leaves Python's compiled modules (__pycache__), as an installed program has them. Fonts: those that Huozi's pages use;
Typst sees no others. ratio: of the medians; paired: median of the ratios of runs that followed each other."""


# ------------------------------------------------------------------ the command


def main() -> int:
    """Measure and print; 1 where a build fails."""
    options = _options()
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-bench-") as place:
            report(options, Path(place))
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time and memory of a build, beside Typst on the same document.")
    parser.add_argument("--issue", type=Path, help="folder of an issue (default: the real issue, else the specimen)")
    parser.add_argument("--runs", type=_positive, default=7, help="counted runs of each program (default 7)")
    parser.add_argument("--copies", type=_positive, nargs="+", default=[1, 4, 16], metavar="N", help="issues in one")
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("1 …")
    return number


def report(options: argparse.Namespace, place: Path) -> None:
    """All measurements, printed as they are made; raises ``RunFailed``."""
    manuscript = seed()
    if options.issue:
        issue, named = options.issue, str(options.issue)
    elif manuscript:
        issue, named = import_seed(manuscript, place), "the real issue, imported"
    else:
        issue, named = SPECIMEN, "the specimen (the real issue is not beside the checkout)"
    print(machine(), flush=True)
    print(f"issue: {named}; {options.runs} runs\n", flush=True)
    lend_house(issue, place)
    cases = [measure(issue, place, copies, options.runs) for copies in options.copies]
    verdicts = [verdict(case) for case in cases if case.copies == 1]
    print("\n".join([*table(cases), "", *growth(cases), *verdicts, ""]), flush=True)
    print("\n".join(composition(composing(issue, options.runs), options.runs)))
    print(f"\n{NOTES}\nThis process itself: {own_peak():.0f} MiB; load after: {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    sys.exit(main())
