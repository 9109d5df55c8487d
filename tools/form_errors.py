"""Form errors put into sound issues, and how many of them the look before print finds.

``python tools/form_errors.py [--seed 1] [--count 200]`` lists the kinds of errors with their sources, then puts seeded
random ones into copies of the specimen, of it as a periodical, and of the real issue (where its manuscript stands
beside the checkout), one at a time, and counts by kind what was found, what is impossible and what was missed. An error
is found only where a finding of a rule that fits its kind is told that the sound issue does not have.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from form_error_copies import Copy, Edit, sound_copies
from form_error_kinds import Kind
from form_error_table import KINDS
from real_issue import seed as manuscript

from huozi.commands.making import Request, examine
from huozi.diagnostics import Finding, Findings
from huozi.inspection.table import OWN
from huozi.messages import MESSAGES, render

LEAST = 5
"""Errors of each kind at the least."""

TRIES = 200
"""Tries to make an error of a kind that has not been made yet."""

Told = tuple[str, str, tuple[tuple[str, str], ...]]


class Trial(NamedTuple):
    """An error that was put in, and what was told of it: the rules that fit, and all others that are new."""

    kind: Kind
    copy: str
    edit: Edit
    fitting: tuple[str, ...]
    others: tuple[str, ...]


def told_of(folder: Path) -> list[Finding]:
    """All that is found in an issue before print."""
    findings = Findings()
    examine(Request(str(folder), final=True), findings, lambda _stage: None)
    return list(findings)


def keys_of(found: Iterable[Finding]) -> Counter[Told]:
    """Findings without their lines, which an edit above moves."""
    return Counter((item.rule, item.span.file, item.arguments) for item in found)


def new_rules(found: Iterable[Finding], sound: Counter[Told]) -> list[str]:
    """The rules of findings that a sound issue does not have."""
    return sorted({rule for rule, _, _ in keys_of(found) - sound})


def made(kind: Kind, copies: list[Copy], rng: random.Random, seen: set[tuple[Path, str]]) -> tuple[Copy, Edit] | None:
    """An error of a kind that has not been made yet, in some copy."""
    for _ in range(TRIES):
        copy, way = rng.choice(copies), rng.choice(kind.ways)
        edit = way(copy, rng)
        if edit is None or (edit.path, edit.text) in seen or edit.text == edit.path.read_text("utf-8"):
            continue
        seen.add((edit.path, edit.text))
        return copy, edit
    return None


def tried(kind: Kind, copy: Copy, edit: Edit, sound: Counter[Told]) -> Trial:
    """Put an error in, look, and take it out again."""
    before = edit.path.read_text("utf-8")
    edit.path.write_text(edit.text, "utf-8")
    try:
        rules = new_rules(told_of(copy.issue), sound)
    finally:
        edit.path.write_text(before, "utf-8")
    fitting = tuple(rule for rule in rules if rule in kind.rules)
    return Trial(kind, copy.name, edit, fitting, tuple(rule for rule in rules if rule not in kind.rules))


def shares(count: int) -> list[tuple[Kind, int]]:
    """How many errors of each kind make so many in all: as even as can be, ``LEAST`` at the least."""
    whole, more = divmod(count, len(KINDS))
    return [(kind, max(whole + (at < more), LEAST)) for at, kind in enumerate(KINDS)]


def main() -> int:
    """Run the trial; 1 where less than 95 in a hundred were found or a sound issue is told of."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--verbose", action="store_true", help="list every error with what was told of it")
    options = parser.parse_args()
    unknown = sorted({rule for kind in KINDS for rule in kind.rules} - MESSAGES.keys())
    if unknown:
        raise ValueError(f"no such rules: {unknown}")
    for kind in KINDS:
        print(f"{kind.name} ({kind.source}): {kind.impossible or ' '.join(sorted(kind.rules))}")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copies = sound_copies(Path(folder), manuscript())
        wrong = told_of_sound(copies)
        trials, impossible = run(copies, options.seed, options.count)
    code = report(trials, impossible, options.verbose)
    print(f"{time.monotonic() - began:.0f} s, {', '.join(copy.name for copy in copies)}")
    return 1 if wrong else code


def told_of_sound(copies: list[Copy]) -> bool:
    """Whether the look before print finds something in a sound issue; that is printed."""
    own = {check.rule for check in OWN}
    wrong = [render(item) for copy in copies for item in told_of(copy.issue) if item.rule in own]
    print("\nsound issues:", "nothing found" if not wrong else "\n".join(wrong))
    return bool(wrong)


def run(copies: list[Copy], number: int, count: int) -> tuple[list[Trial], Counter[str]]:
    """All errors, one at a time; and how many of each kind are impossible."""
    rng = random.Random(number)  # noqa: S311  # errors, not secrets
    sounds = {copy.name: keys_of(told_of(copy.issue)) for copy in copies}
    trials: list[Trial] = []
    impossible: Counter[str] = Counter()
    seen: set[tuple[Path, str]] = set()
    for kind, wanted in shares(count):
        for _ in range(wanted):
            if kind.impossible:
                impossible[kind.name] += 1
            elif (error := made(kind, copies, rng, seen)) is None:
                print(f"no more ways of “{kind.name}”", file=sys.stderr)
            else:
                trials.append(tried(kind, *error, sounds[error[0].name]))
    return trials, impossible


def report(trials: list[Trial], impossible: Counter[str], verbose: bool) -> int:
    """Print what was found by kind, and every error that was missed."""
    found = Counter(trial.kind.name for trial in trials if trial.fitting)
    count = Counter(trial.kind.name for trial in trials)
    print("\nfound  of  impossible  kind")
    for kind in KINDS:
        name = kind.name
        print(f"{found[name]:5} {count[name]:3} {impossible[name]:11}  {name}")
    print()
    for trial in trials:
        if verbose or not trial.fitting:
            state = "found" if trial.fitting else "MISSED"
            print(
                f"{state} {trial.kind.name} [{trial.copy}] {trial.edit.said}: {' '.join(trial.fitting + trial.others)}"
            )
    total = len(trials) + impossible.total()
    good = found.total() + impossible.total()
    never = [kind.name for kind in KINDS if count[kind.name] and not found[kind.name]]
    print(
        f"\n{found.total()} found, {impossible.total()} impossible, {total - good} missed of {total}: "
        f"{good / total:.1%}"
    )
    print("kinds not found:", ", ".join(never) or "none")
    return 0 if good >= total * 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())
