"""What proofs take beside a build: ``make bench`` runs it too.

    python tools/bench_proofs.py [--issue DIR] [--runs 7]

Commands take turns (A B A B …), each a whole cold process: the print file, the proof, the proof with pictures of all
pages, two builds by the command that compares two folders, the same against a revision, and ``huozi ci`` on a change of
one article, beside the same with nothing to compare with. The first round is not counted. The issue is the real one
where it stands beside the checkout (imported for this, into a repository of its own), else the specimen.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from cold_runs import Run, RunFailed, answer_of, cold_run, paired_ratio, summary
from real_issue import ROOT, SPECIMEN, huozi, import_seed, seed

MOST_PROOF = 1.5
"""A proof takes so many times what the build does, at most."""
MOST_PICTURES = 2.5
"""Seconds that pictures of thirty pages at 110 dpi may take."""
MOST_BESIDE = 0.3
"""Seconds that comparing may take beside its two builds."""
MOST_CI, MOST_CI_CHANGED = 15.0, 8.0
"""Seconds that ``huozi ci`` may take, cold, and with one article changed."""
MARK = "，"
"""What is taken out of an article to change it."""


class Case(NamedTuple):
    """A command that is timed; ``codes`` are the exit codes that are no failure."""

    name: str
    command: Sequence[str]
    codes: tuple[int, ...] = (0,)


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, without the settings of this machine."""
    who = {f"GIT_{role}_{part}": "bench" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment)


def house_of(issue: Path, room: Path) -> Path:
    """A house under version control with a copy of an issue; gives the copy's folder."""
    for name in ("layout", "fonts"):
        shutil.copytree(ROOT / name, room / name)
    copy = room / "issue" / "bench"
    shutil.copytree(issue, copy, ignore=shutil.ignore_patterns("build", "proofs"))
    (room / ".gitignore").write_text("build/\n", encoding="utf-8")
    git(room, "init", "-q", "-b", "main")
    git(room, "add", "-A")
    git(room, "commit", "-qm", "first")
    return copy


def change(issue: Path) -> None:
    """Take a mark out of the second article of an issue."""
    article = sorted((issue / "articles").glob("*.md"))[1]
    head, _, text = article.read_text(encoding="utf-8").partition("\n---\n")
    article.write_text(f"{head}\n---\n{text.replace(MARK, '', 1)}", encoding="utf-8")


def cases_of(issue: Path, old: Path, room: Path) -> list[Case]:
    """The commands, in the order in which they take turns."""
    return [
        Case("build", huozi("build", issue, "-o", room / "print.pdf")),
        Case("proof", huozi("proof", issue, "-o", room / "proof.pdf")),
        Case("proof --png", huozi("proof", issue, "--png", "-o", room / "drawn" / "proof.pdf")),
        Case("diff, two folders", huozi("diff", old, issue), (1,)),
        Case("diff, a revision", huozi("diff", issue, "--since", "HEAD"), (1,)),
        Case("ci, one article", [*huozi("ci", "--since", "HEAD", "-o", room / "ci"), str(issue)]),
        Case("ci, all anew", [*huozi("ci", "--all", "-o", room / "ci-all"), str(issue)]),
    ]


def run_of(case: Case) -> Run:
    """One cold run of a case. Raises ``RunFailed``."""
    if case.codes == (0,):
        return cold_run(case.command)
    wrapped = [sys.executable, "-c", EXPECTING, json.dumps(case.codes), *case.command]
    return cold_run(wrapped)


EXPECTING = """
import json, subprocess, sys
code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL).returncode
sys.exit(0 if code in json.loads(sys.argv[1]) else code or 1)
"""
"""Runs a command that is to end with another code than 0; its own start is a few hundredths of a second."""


def shown(runs: dict[str, list[Run]], pages: int) -> list[str]:
    """The figures as lines of text."""
    seconds = {name: summary(each).seconds for name, each in runs.items()}
    rows = [f"{name:18} {summary(each).seconds:6.3f} s  {summary(each).peak:4.0f} MiB" for name, each in runs.items()]
    ratio = paired_ratio(runs["proof"], runs["build"])
    pictures = median(a.seconds - b.seconds for a, b in zip(runs["proof --png"], runs["proof"], strict=True))
    beside = {
        name: median(a.seconds - 2 * b.seconds for a, b in zip(runs[name], runs["build"], strict=True))
        for name in ("diff, two folders", "diff, a revision")
    }
    rows.append(f"a proof takes {ratio:.2f} × the build ({_held(ratio, MOST_PROOF)})")
    per_thirty = pictures * 30 / pages
    rows.append(f"pictures of 30 pages at 110 dpi: {per_thirty:.2f} s ({_held(per_thirty, MOST_PICTURES)})")
    rows += [f"{name}: {each:+.2f} s beside two builds ({_held(each, MOST_BESIDE)})" for name, each in beside.items()]
    rows.append(f"ci, cold: {seconds['ci, all anew']:.1f} s ({_held(seconds['ci, all anew'], MOST_CI)})")
    changed = seconds["ci, one article"]
    rows.append(f"ci, one article changed: {changed:.1f} s ({_held(changed, MOST_CI_CHANGED)})")
    return rows


def _held(figure: float, most: float) -> str:
    return f"at most {most:g}: {'holds' if figure <= most else 'DOES NOT HOLD'}"


def main() -> int:
    """Show what proofs take; 2 where a command fails."""
    parser = argparse.ArgumentParser(description="what proofs, comparing and CI take beside a build")
    parser.add_argument("--issue", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        (room / "drawn").mkdir()
        manuscript = seed()
        try:
            given = options.issue or (import_seed(manuscript, room) if manuscript else SPECIMEN)
            issue = house_of(given, room / "house")
            old = house_of(given, room / "old")
            change(issue)
            cases = cases_of(issue, old, room)
            runs: dict[str, list[Run]] = {case.name: [] for case in cases}
            for number in range(options.runs + 1):
                for case in cases:
                    run = run_of(case)
                    if number:
                        runs[case.name].append(run)
            pages = json.loads(answer_of(huozi("check", issue, "--format", "json")))["made"]["pages"]
        except RunFailed as failure:
            print(failure)
            return 2
    print("\n".join(shown(runs, pages)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
