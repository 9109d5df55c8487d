"""What building an issue takes in time and memory, beside Typst on the same document: ``make bench``.

    python tools/bench.py [--issue DIR] [--runs 7] [--copies 1 4 16] [--linear]

Huozi and Typst build the same document in turn (A B A B …), each run a whole cold process that reads its input, opens
its fonts and writes its file; so do both with several different such issues in one document, in the same rounds. The
first round is not counted. Then follow what composition alone takes, and what paging takes, in one column and in two,
of each of these documents and of 400 pages in one part. ``--linear`` shows instead how composition of one paragraph
grows with its length, to a million characters. This process must stay small: see ``cold_runs``.

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

from cold_runs import Run, RunFailed, answer_of, own_peak, paired_ratio, paired_runs, summary
from issue_copies import write_copies
from real_issue import ROOT, SPECIMEN, huozi, import_seed, seed

TOOLS = ROOT / "tools"
LENGTHS, KINDS = (10_000, 100_000, 1_000_000), ("mixed", "han", "latin", "marks")
"""The paragraphs whose composition must take time in proportion to their length: characters, and what they hold."""
MOST_RATIO, MOST_PEAK = 2.0, 110.0
"""The bounds that one issue must keep to: Typst's time so many times over, and MiB."""

MOST_PAGING = {"one column": 45.0, "two columns": 120.0}
"""The milliseconds that paging one issue may take."""
PAGED: dict[str, tuple[str, ...]] = {
    "one column": (),
    "two columns": (
        *("page.type_area.columns=2", "page.type_area.characters=17", "page.type_area.gap=1字"),
        "text.fill=pull-in",
    ),
}
"""The layout's keys for the columns that an issue is paged in."""


class Document(NamedTuple):
    """What is built in a case: so many issues in one, their pages as Huozi has them, a command of each program."""

    copies: int
    pages: int
    commands: tuple[list[str], list[str]]
    outputs: tuple[Path, Path]


class Case(NamedTuple):
    """A document measured: its runs by Huozi and by Typst, in the order in which they took turns."""

    copies: int
    pages: int
    ours: Sequence[Run]
    theirs: Sequence[Run]

    @property
    def ratio(self) -> float:
        """Huozi's median time over Typst's."""
        return summary(self.ours).seconds / summary(self.theirs).seconds


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


def compile_modules() -> None:
    """Compile Huozi's modules, as pip does on installing. Raises ``RunFailed``."""
    answer_of([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")])


def document(issue: Path, place: Path, copies: int) -> Document:
    """So many issues as one issue and as one Typst document, made ready to be built; raises ``RunFailed``."""
    folder = prepared(issue, place, copies)
    target = place / f"typst-{copies}"
    facts = json.loads(answer_of([sys.executable, str(TOOLS / "typst_document.py"), str(folder), str(target)]))
    outputs = (place / f"huozi-{copies}.pdf", place / f"typst-{copies}.pdf")
    typst = [sys.executable, str(TOOLS / "typst_build.py"), str(target / "main.typ"), str(outputs[1])]
    commands = (huozi("build", folder, "-o", outputs[0]), [*typst, str(target / "fonts")])
    return Document(copies, facts["pages"], commands, outputs)


def measure(documents: Sequence[Document], count: int) -> list[Case]:
    """Build every document with both programs, all in turn, so many times; raises ``RunFailed``."""
    commands = [command for one in documents for command in one.commands]
    outputs = [output for one in documents for output in one.outputs]
    runs = paired_runs(commands, outputs, count)
    pairs = zip(documents, runs[::2], runs[1::2], strict=True)
    return [Case(one.copies, one.pages, ours, theirs) for one, ours, theirs in pairs]


def composing(issue: Path, count: int) -> dict[str, float]:
    """The medians of what composition takes, each time in a fresh process; raises ``RunFailed``."""
    command = [sys.executable, str(TOOLS / "compose_times.py"), str(issue)]
    answers = [json.loads(answer_of(command)) for _ in range(count + 1)][1:]
    return {name: median(answer[name] for answer in answers) for name in answers[0]}


def paging(folder: Path, keys: Sequence[str], count: int) -> dict[str, float]:
    """The medians of what paging takes, each time in a fresh process; raises ``RunFailed``."""
    sets = [part for key in keys for part in ("--set", key)]
    command = [sys.executable, str(TOOLS / "paging_times.py"), str(folder), *sets]
    answers = [json.loads(answer_of(command)) for _ in range(count)]
    return {name: median(answer[name] for answer in answers) for name in answers[0]}


def growing(kind: str) -> Iterator[dict[str, float]]:
    """What one paragraph of each length takes to compose, each in a fresh process; raises ``RunFailed``."""
    for length in LENGTHS:
        yield json.loads(answer_of([sys.executable, str(TOOLS / "compose_linear.py"), str(length), kind]))


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
    both = summary(case.ours), summary(case.theirs)
    for one in both:
        yield from (f"{one.seconds:.3f}", f"({one.least:.3f}–{one.most:.3f})")
    yield from (f"{case.ratio:.2f}", f"{paired_ratio(case.ours, case.theirs):.2f}")
    yield from (f"{one.peak:.0f}" for one in both)


def growth(cases: Sequence[Case]) -> list[str]:
    """How time and memory grow from the first case to each other one: times by the ratios of the same round."""
    first, *others = cases
    return [
        f"growth, {first.copies} to {case.copies} issues: "
        f"huozi {_grown(case.ours, first.ours)}; typst {_grown(case.theirs, first.theirs)}"
        for case in others
    ]


def _grown(runs: Sequence[Run], before: Sequence[Run]) -> str:
    memory = summary(runs).peak / summary(before).peak
    return f"{paired_ratio(runs, before):.2f}× the time, {memory:.2f}× the memory"


def verdict(case: Case) -> str:
    """Whether an issue keeps to the bounds."""
    peak = summary(case.ours).peak
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
        f"  variants for pages {times['variants']:.1f} ms, where marks may give way for a line less "
        f"{times['pulled']:.1f} ms",
    ]


def paging_row(columns: str, copies: int, times: dict[str, float], first: dict[str, float]) -> str:
    """What paging so many issues takes, in words; ``first`` are the figures of one issue."""
    line = f"  {columns}, {copies} issue(s), {times['pages']:.0f} pages: {times['paging']:.1f} ms"
    line += f" (the plain pages {times['plain']:.1f} ms), {times['places']:.0f} places"
    if copies > 1:
        return f"{line}; {times['paging'] / first['paging']:.2f}× the time of one"
    most = MOST_PAGING[columns]
    return f"{line}; at most {most:g} ms: {'holds' if times['paging'] <= most else 'DOES NOT HOLD'}"


def linear(kind: str, runs: Sequence[dict[str, float]]) -> Iterator[str]:
    """How composition grows with a paragraph's length: a line each, the factors from the one before."""
    before: dict[str, float] | None = None
    for run in runs:
        each = run["seconds"] * 1e6 / run["characters"]
        line = f"{kind:>6} {run['characters']:>9,.0f} characters: {run['seconds']:7.2f} s, {each:6.2f} ms per 1,000"
        line += f"; {run['lines']:,.0f} lines; {run['peak']:.0f} MiB"
        if before is not None:
            grown = run["characters"] / before["characters"]
            line += f"; {grown:g}× the text, {run['seconds'] / before['seconds']:.1f}× the time"
        yield line
        before = run


NOTES = """\
Whole processes, all in turn, one uncounted round first; no output and no result is kept from run to run. Huozi's
modules are compiled beforehand (__pycache__), as pip compiles those that it installs. Fonts: those that Huozi's pages
use; Typst sees no others. ratio: of the medians; paired: median of the ratios of runs that followed each other;
growth: median of the ratios within a round."""


# ------------------------------------------------------------------ the command


def main() -> int:
    """Measure and print; 1 where a build fails."""
    options = _options()
    try:
        if options.linear:
            report_linear()
            return 0
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
    parser.add_argument("--linear", action="store_true", help="composition of one paragraph, to a million characters")
    return parser.parse_args()


def report_linear() -> None:
    """Composition of ever longer paragraphs, printed; raises ``RunFailed``."""
    print(f"{machine()}\ncomposition, linear (one generated paragraph, a fresh process each, fonts open):", flush=True)
    for kind in KINDS:
        print("\n".join(linear(kind, list(growing(kind)))), flush=True)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("1 …")
    return number


def report(options: argparse.Namespace, place: Path) -> None:
    """All measurements, printed; raises ``RunFailed``."""
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
    compile_modules()
    cases = measure([document(issue, place, copies) for copies in options.copies], options.runs)
    verdicts = [verdict(case) for case in cases if case.copies == 1]
    print("\n".join([*table(cases), "", *growth(cases), *verdicts, ""]), flush=True)
    print("\n".join(composition(composing(issue, options.runs), options.runs)), flush=True)
    report_paging(issue, place, options)
    print(f"\n{NOTES}\nThis process itself: {own_peak():.0f} MiB; load after: {os.getloadavg()[0]:.1f}.")


def report_paging(issue: Path, place: Path, options: argparse.Namespace) -> None:
    """What paging takes in columns and as issues grow, and in one long part, printed; raises ``RunFailed``."""
    print("paging, variants looked for (medians of fresh processes, issue composed; the process's own time):")
    for columns, keys in PAGED.items():
        first: dict[str, float] = {}
        for copies in sorted({1, *options.copies}):
            folder = issue if copies == 1 else place / f"issue-{copies}"
            times = paging(folder, keys, options.runs)
            first = first or times
            print(paging_row(columns, copies, times, first), flush=True)
    if seed():
        answer = answer_of([sys.executable, str(TOOLS / "long_parts.py"), "--no-exact", "--seeds", "1", "--show"])
        print(f"  {answer.strip()}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
