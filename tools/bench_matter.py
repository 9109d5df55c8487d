"""What figures, tables and notes cost: an issue with and without them, in turn (part of ``make bench``).

    python tools/bench_matter.py [--rounds 15] [--layout NAME …] [--figures 20] [--tables 10] [--notes 100] [--seed 1]

This checkout's wheel is installed by pip in an environment of its own and compiled. The issue with matter is built once
with an empty ``build/`` (its pictures are decoded and encoded); then both are built in turn (A B A B …), each run a
whole cold process, the first round not counted. The exit code is 1 where the issue with matter takes more than one and
a half times as long. The issue is the real one where it stands beside the checkout, else the specimen.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench_before import Side, compared, installed
from cold_runs import RunFailed, answer_of, cold_run, paired_ratio, paired_runs
from real_issue import ROOT, SPECIMEN, seed

MOST_RATIO = 1.5
"""What a build with a warm ``build/`` may take, as a multiple of one without matter."""
LAYOUT = "jiangsu-vc"


class Missed(Exception):
    """A bound is missed."""


def with_matter(issue: Path, place: Path, options: argparse.Namespace) -> Path:
    """The issue with matter, made in a process of its own; raises ``RunFailed``."""
    folder = place / "with"
    counts = [f"--{name}={getattr(options, name)}" for name in ("figures", "tables", "notes", "seed")]
    answer_of([sys.executable, str(ROOT / "tools" / "with_matter.py"), str(issue), str(folder), *counts])
    return folder


def measured(side: Side, issues: tuple[Path, Path], layout: str, rounds: int) -> Iterator[str]:
    """What both issues take in a layout, the one with matter first; raises ``RunFailed``, ``Missed``."""
    outputs = [issue.parent / f"{issue.name}.pdf" for issue in issues]
    commands = [
        side.huozi("build", issue, "--layout", layout, "-o", output)
        for issue, output in zip(issues, outputs, strict=True)
    ]
    first = cold_run(commands[0])
    yield f"{layout}: first build with matter {first.seconds:.3f} s, {first.peak:.0f} MiB"
    runs = paired_runs(commands, outputs, rounds)
    yield compared(f"{layout}: warm build with matter, {rounds} rounds", runs).replace("before", "without")
    ratio = paired_ratio(*runs)
    yield f"  at most {MOST_RATIO} times: {'holds' if ratio <= MOST_RATIO else 'DOES NOT HOLD'}"
    if ratio > MOST_RATIO:
        raise Missed


def report(options: argparse.Namespace, place: Path) -> bool:
    """The figures, printed; gives whether the bound is kept. Raises ``RunFailed``."""
    side = installed("now", ROOT, place)
    issue, manuscript = SPECIMEN, seed()
    if manuscript is not None:
        issue = place / "real"
        answer_of(side.huozi("import", manuscript, "-o", issue))
    issues = with_matter(issue, place, options), issue
    kept = True
    for layout in options.layout or [LAYOUT]:
        try:
            for line in measured(side, issues, layout, options.rounds):
                print(line, flush=True)
        except Missed:
            kept = False
    return kept


def main() -> int:
    """Measure and print; 1 where the bound is missed or a step fails."""
    parser = argparse.ArgumentParser(description="What figures, tables and notes cost a build.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--layout", action="append", metavar="NAME", help=f"a layout (default {LAYOUT})")
    for name, count in (("figures", 20), ("tables", 10), ("notes", 100), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=count)
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-matter-") as place:
            return int(not report(options, Path(place)))
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
