"""What a change costs: this checkout's wheel beside that of an earlier commit, in turn (``make before BEFORE=REV``).

    python tools/bench_before.py REV [--issue DIR] [--rounds 30] [--articles 30 300]

Both wheels are made and installed by pip into environments of one interpreter, with what each commit's lock names, and
their modules compiled. They build the same issue in turn (A B A B …), each run a whole cold process; what composing it
takes is told beside, in turn too. Then they check issues of so many articles; last comes what the lint of manuscripts
and the listing of findings take of that. The first round is not counted. The issue is the real one where it stands
beside the checkout, else the specimen.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from cold_runs import Run, RunFailed, answer_of, cold_run, paired_ratio, paired_runs, summary
from issue_copies import write_copies
from real_issue import ROOT, SPECIMEN, seed

SHARE = """
import json, sys, time
from huozi.imports import process_is_ours
process_is_ours()
from huozi.content.issue_file import load_issue
from huozi.diagnostics import Findings
findings = Findings()
issue = load_issue(sys.argv[1], findings)
began = time.perf_counter()
from huozi.content.checks import check_articles
check_articles(issue.articles, findings)
print(json.dumps(time.perf_counter() - began))
"""
"""What the lint of an issue's manuscripts takes in a fresh process, its own modules and patterns included."""

LISTING = """
import json, sys, time
from huozi.commands.listing import list_of
from huozi.commands.making import Request, examine
try:
    from huozi.commands.forms import as_text
except ImportError:  # since forms have a module each
    from huozi.commands.forms.text import form
    from huozi.commands.forms import Manner
    as_text = lambda listing, _: form([listing], Manner())
from huozi.diagnostics import Findings
findings = Findings()
examined = examine(Request(sys.argv[1]), findings, lambda stage: None)
began = time.perf_counter()
text = as_text(list_of(examined, findings), "zh")
print(json.dumps([time.perf_counter() - began, len(findings), len(text.splitlines())]))
"""
"""What listing the findings of an issue takes, and how many there are."""


class Side(NamedTuple):
    """One of the two: what it is called, its source tree, and the folder of its environment's commands."""

    name: str
    tree: Path
    binaries: Path

    def huozi(self, *arguments: str | Path) -> list[str]:
        """A command line of its huozi."""
        return [str(self.binaries / "huozi"), *map(str, arguments)]

    def script(self, code: str, *arguments: str | Path) -> list[str]:
        """A command line of its interpreter."""
        return [str(self.binaries / "python"), "-c", code, *map(str, arguments)]


def installed(name: str, tree: Path, place: Path) -> Side:
    """The wheel of a source tree in an environment of its own; raises ``RunFailed``."""
    folder = place / f"env-{name}"
    answer_of([sys.executable, "-m", "venv", str(folder)])
    side = Side(name, tree, folder / ("Scripts" if os.name == "nt" else "bin"))
    python = str(side.binaries / "python")
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    locks = [word for lock in ("runtime", "build") for word in ("-r", str(tree / "locks" / f"{lock}.txt"))]
    answer_of([*pip, "install", "--no-deps", "--require-hashes", *locks])
    dist = place / f"dist-{name}"
    answer_of([*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(dist), str(tree)])
    (wheel,) = dist.glob("*.whl")
    answer_of([*pip, "install", "--no-deps", "--no-index", str(wheel)])
    answer_of([python, "-m", "compileall", "-q", str(folder / "lib")])
    return side


def checkout(revision: str, place: Path) -> Path:
    """The tree of a commit, unpacked; raises ``RunFailed``."""
    folder, archive = place / "before", place / "before.tar"
    folder.mkdir()
    answer_of(["git", "-C", str(ROOT), "archive", "--output", str(archive), revision])
    answer_of([sys.executable, "-m", "tarfile", "-e", str(archive), str(folder)])
    return folder


def spoil(issue: Path) -> None:
    """Make every third comma of an issue's articles half-width, so that there is something to list."""
    for path in (issue / "articles").iterdir():
        first, *parts = path.read_text("utf-8").split("，")
        marks = ("," if at % 3 == 0 else "，" for at in range(len(parts)))
        path.write_text(first + "".join(f"{mark}{part}" for mark, part in zip(marks, parts, strict=True)), "utf-8")


def checked(sides: Sequence[Side], issue: Path, count: int) -> list[list[Run]]:
    """Checks of an issue in turn, so many of each after one that is not counted; raises ``RunFailed``."""
    runs: list[list[Run]] = [[] for _ in sides]
    for _ in range(count + 1):
        for side, kept in zip(sides, runs, strict=True):
            kept.append(cold_run(side.huozi("check", issue)))
    return [kept[1:] for kept in runs]


def composing(sides: Sequence[Side], issue: Path, count: int) -> str:
    """What composing an issue takes, in turn, after a round that is not counted; raises ``RunFailed``.

    Each side is asked by its own tool: composing is no command, and its functions change. Who comes first changes too
    (A B B A …), for what a run leaves warm helps the next.
    """
    taken: dict[str, list[float]] = {side.name: [] for side in sides}
    for number in range(count + 1):
        for side in sides if number % 2 else sides[::-1]:
            tool = side.tree / "tools" / "compose_times.py"
            times = json.loads(answer_of([str(side.binaries / "python"), str(tool), str(issue)]))
            taken[side.name].append(times["set"] + times["place"])
    after, before = (taken[side.name][1:] for side in sides)
    ratio = median(now / then for now, then in zip(after, before, strict=True))
    return (
        f"composing it: {median(after):.1f} ms, before {median(before):.1f} ms; "
        f"medians {median(after) / median(before):.3f}, pair by pair {ratio:.3f}"
    )


def compared(what: str, runs: Sequence[Sequence[Run]]) -> str:
    """Two commands' runs in a line."""
    after, before = map(summary, runs)
    return (
        f"{what}: {after.seconds:.3f} s ({after.least:.3f}–{after.most:.3f}), before {before.seconds:.3f} s "
        f"({before.least:.3f}–{before.most:.3f}); medians {after.seconds / before.seconds:.3f}, "
        f"pair by pair {paired_ratio(*runs):.3f}; {after.peak:.0f} MiB, before {before.peak:.0f}"
    )


def report(options: argparse.Namespace, place: Path) -> Iterator[str]:
    """The figures, line by line; raises ``RunFailed``."""
    sides = (installed("now", ROOT, place), installed("before", checkout(options.revision, place), place))
    issue = options.issue
    if issue is None and (manuscript := seed()):
        issue = place / "real"
        answer_of(sides[0].huozi("import", manuscript, "-o", issue))
    issue = issue or SPECIMEN
    outputs = [place / f"{side.name}.pdf" for side in sides]
    commands = [side.huozi("build", issue, "-o", output) for side, output in zip(sides, outputs, strict=True)]
    yield compared(f"build of {issue.name}, {options.rounds} rounds", paired_runs(commands, outputs, options.rounds))
    yield composing(sides, issue, options.rounds)
    shares = [json.loads(answer_of(sides[0].script(SHARE, issue))) for _ in range(options.rounds)]
    yield f"of it the lint: {median(shares) * 1000:.1f} ms (median of {options.rounds} fresh processes)"
    articles = sum(1 for _ in (issue / "articles").iterdir())
    for wanted in options.articles:
        copies = place / f"articles-{wanted}"
        write_copies(issue, copies, max(wanted // articles, 1))
        count = sum(1 for _ in (copies / "articles").iterdir())
        yield compared(f"check of {count} articles", checked(sides, copies, max(options.rounds // 6, 1)))
        spoil(copies)
        seconds, found, lines = json.loads(answer_of(sides[0].script(LISTING, copies)))
        yield f"listing {found} findings of them, every third comma being half-width: {seconds:.3f} s, {lines} lines"


def main() -> int:
    """Show the figures; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revision", metavar="REV", help="the commit to compare with")
    parser.add_argument("--issue", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--articles", type=int, nargs="*", default=[30, 300])
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as place:
            for line in report(options, Path(place)):
                print(line, flush=True)
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
