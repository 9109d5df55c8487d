"""Whether the tests notice: small changes of the program, one at a time, each tried on the tests that come to it.

    python tools/mutate.py [--seed 1] [--count 100] [--room paragraph/rules] [--workers 2] [--least 80]
    python tools/mutate.py --show 1 [--count 100] [--room style]

or ``make mutate SEED=1 COUNT=100``. A seed draws the places, rooms (folders of ``src/huozi``) weighted by their lines
of code; ``mutations`` says what is changed, ``--show`` lists it and runs nothing. A change has died when a test fails,
or takes far longer than it did; each room's own tests are run first, then all others that come to the place, those of
whole issues last. The checkout is never touched: all happens in a copy of it. What was tried is kept in ``.mutate/``,
so that a run that was broken off goes on where it stood: while the program is the same, what died stays dead, and
survivors are tried again when tests have changed. A first run after a change of the program notes what each test
comes to; that takes a few times as long as the tests.

Changes that make no difference (at most ten) stand in ``tools/mutate-equivalents.txt``, each with the reason; they are
not counted. The exit code is 0 when at least 80 % (``--least``) died, 1 when fewer did, 2 when nothing could be tried.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, islice
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, TypeAlias

import mutation_runs
from mutation_reach import Reach, Readers, digest
from mutation_recording import collect, prepare, record
from mutation_runs import (
    DATA,
    PASSED,
    SOURCE,
    TIME,
    Course,
    RunFailed,
    Tree,
    at_once,
    end_trial,
    files_of,
    in_turn,
    start_trial,
    wait_for,
)
from mutations import Change, changed, drawn, lines_around

CHECKOUT = Path(__file__).resolve().parent.parent
EQUIVALENTS = CHECKOUT / "tools" / "mutate-equivalents.txt"
KEPT = CHECKOUT / ".mutate"
MOST_EQUIVALENTS = 10
NOT_RUN = ("tests/packaging/", "tests/unit/report/test_report_in_browser.py")
"""Tests of an installed wheel, which would not see the copy, and those that drive a browser by its own clock."""
_READ_BY_ALL = ("src/", "layout/", "fonts/", "issue/", "tests/")
_QUICK = 0.5
"""Seconds of a test that is worth trying before all others."""
LAST = "tests/integration/"

Key: TypeAlias = tuple[str, str, str, str, str]
"""What tells a change while lines move: path, scope, operator, the line before and after."""


class Unusable(Exception):
    """Nothing can be tried; the text says why."""


class Program(NamedTuple):
    """The modules that are changed, by path, and the paths of each room."""

    sources: dict[str, bytes]
    rooms: dict[str, list[str]]


class Outcome(NamedTuple):
    """What became of a change: ``how`` it ended (``mutation_runs``), by which test, in how many seconds."""

    how: str
    test: str
    seconds: float


def read_program(checkout: Path) -> Program:
    """The modules of the program by room; the texts for people are none of it."""
    sources: dict[str, bytes] = {}
    rooms: dict[str, list[str]] = {}
    base = checkout / SOURCE
    for path in sorted(base.rglob("*.py")):
        name = path.relative_to(checkout).as_posix()
        room = path.parent.relative_to(base).as_posix()
        if room != "messages" or path.name == "__init__.py":
            sources[name] = path.read_bytes()
            rooms.setdefault(room if room != "." else "huozi", []).append(name)
    return Program(sources, rooms)


def read_equivalents(text: str) -> dict[Key, str]:
    """The changes that make no difference, with the reason of each.

    An entry is ``path: scope: operator``, the line as it is after ``- ``, as it would be after ``+ ``, and the reason;
    entries are parted by blank lines. Raises ``Unusable`` for an entry of another form, and for more than ten.
    """
    found: dict[Key, str] = {}
    blocks = [block.splitlines() for block in text.split("\n\n") if block.strip() and not block.startswith("#")]
    for lines in blocks:
        head = lines[0].split(": ")
        if len(lines) < 4 or len(head) != 3 or not lines[1].startswith("- ") or not lines[2].startswith("+ "):
            raise Unusable(f"mutate-equivalents.txt: not an entry: {lines[0]}")
        path, scope, operator = head
        key = (path, scope.replace("(module)", ""), operator, lines[1][2:], lines[2][2:])
        found[key] = " ".join(lines[3:])
    if len(found) > MOST_EQUIVALENTS:
        raise Unusable(f"mutate-equivalents.txt: {len(found)} entries, at most {MOST_EQUIVALENTS}")
    return found


def key_of(change: Change, program: Program) -> Key:
    """What tells a change while lines move."""
    return (change.path, change.scope, change.operator, *lines_around(program.sources[change.path], change))


def chosen(program: Program, seed: int, rooms: Sequence[str], known: Mapping[Key, str]) -> Iterator[Change]:
    """The changes that a seed draws from some rooms (all, where none is named), but for those known to be none."""
    wanted = {name: paths for name, paths in program.rooms.items() if not rooms or _within(name, rooms)}
    if not wanted:
        raise Unusable(f"no such room: {', '.join(rooms)}; there are {', '.join(program.rooms)}")
    return (change for change in drawn(program.sources, wanted, seed) if key_of(change, program) not in known)


def _within(room: str, rooms: Iterable[str]) -> bool:
    return any(room == name or room.startswith(name + "/") for name in rooms)


def shown(change: Change, program: Program) -> str:
    """A change in a line: where, which operator, before and after."""
    before, after = lines_around(program.sources[change.path], change)
    return f"{change.path}:{change.line}  {change.operator}  {before} → {after}"


def room_of(change: Change) -> str:
    """The room of a change's module."""
    room = str(Path(change.path).parent.relative_to(SOURCE).as_posix())
    return "huozi" if room == "." else room


# ---------------------------------------------------------------- which tests


class Suite:
    """All tests with what they reach; they choose those that can notice a change."""

    def __init__(self, reach: Mapping[str, Reach], readers: Readers) -> None:
        self._reach = reach
        self._readers = readers
        self.names = frozenset(reach)

    def of(self, change: Change) -> list[dict[str, float]]:
        """Tests with their seconds in the order in which they are run: a file of the room, the rest, all others."""
        block = self._readers.block(change.path, change.line)
        wanted = 0 if block is None else 1 << block
        files: frozenset[str] = frozenset()
        if self._readers.at_import(block):
            names = self._readers.names(change.path, change.line)
            wanted |= self._readers.blocks(names)
            files = self._readers.test_files(names)
        found = [
            name
            for name, row in self._reach.items()
            if row.blind or row.blocks & wanted or name.partition("::")[0] in files
        ]
        own = [name for name in found if is_own(name, room_of(change))]
        first, rest = self._first(own)
        others = set(found) - set(own)
        return [self._ordered(names) for names in (first, rest, others) if names]

    def _first(self, names: Sequence[str]) -> tuple[list[str], list[str]]:
        """The tests of the file that has most of them, but for slow ones, and all others: a file is quickly read."""
        quick = [name for name in names if self._reach[name].seconds < _QUICK]
        files = Counter(name.partition("::")[0] for name in quick)
        file = max(files, key=lambda path: (files[path], path), default="")
        first = [name for name in quick if name.partition("::")[0] == file]
        return first, sorted(set(names) - set(first))

    def _ordered(self, names: Iterable[str]) -> dict[str, float]:
        """The quickest first, whole issues last."""
        seconds = {name: self._reach[name].seconds for name in names}
        return dict(sorted(seconds.items(), key=lambda item: (item[0].startswith(LAST), item[1], item[0])))


def is_own(test: str, room: str) -> bool:
    """Whether a test is of a room: of its folder below ``tests/unit``, or of one within or around it."""
    parts = Path(test.partition("::")[0]).parent.parts[2:]
    return test.startswith("tests/unit/") and (
        (not parts and room == "huozi") or bool(set(parts) & set(room.split("/")))
    )


def recorded(trees: Sequence[Tree], files: Sequence[str]) -> tuple[dict[str, Reach], Readers]:
    """What each test reaches: from ``.mutate/`` where the files are as they were, else by running them."""
    tree = trees[0]
    prepared = {made: prepare(made) for made in trees}
    shared = digest(tree.root, [path for path in files if _is_shared(path)])
    kept_at = KEPT / "reach.json"
    kept = json.loads(kept_at.read_text(encoding="utf-8")) if kept_at.exists() else {}
    if kept.get("shared") != shared:
        at_import = in_turn(record(tree, prepared[tree][0], []))["at_import"]
        kept = {"shared": shared, "at_import": at_import, "files": {}}
    rows: dict[str, Any] = kept["files"]
    test_files = [path for path in collect(tree) if not path.startswith(NOT_RUN)]
    stale = [path for path in test_files if path not in rows or rows[path]["key"] != _key_of(tree, path, rows[path])]
    stale.sort(key=lambda path: not path.startswith("tests/unit/"))

    def noted(path: str, of: Tree) -> Course[tuple[str, dict[str, Any]]]:
        row = yield from record(of, prepared[of][0], [path])
        return path, row

    def done(result: tuple[str, dict[str, Any]]) -> None:
        path, row = result
        print(f"what it comes to: {path}", flush=True)
        rows[path] = row | {"key": _key_of(tree, path, row)}
        _keep(kept_at, kept)

    if stale:
        print(f"noting what the tests of {len(stale)} files come to", flush=True)
    at_once([partial(noted, path) for path in stale], trees, done)
    reach = {
        name: Reach(seconds, int(found, 16), blind or name in rows[path]["failed"])
        for path in test_files
        for name, (seconds, found, blind) in rows[path]["tests"].items()
    }
    _hold_unchanged(tree, [name for path in test_files for name in rows[path]["failed"]], reach)
    texts = [path for path in files if path.startswith("tests/") and path.endswith(".py")]
    tests = {path: (tree.root / path).read_bytes() for path in texts}
    blocks = prepared[tree][1]
    return reach, Readers(blocks, int(kept["at_import"], 16), read_program(tree.root).sources, tests)


def _key_of(tree: Tree, path: str, row: Mapping[str, Any]) -> str:
    """What tells a state of a test file and of the data that it reads."""
    return digest(tree.root, [path, *row["read"]])


def _is_shared(path: str) -> bool:
    """Whether any test may depend on a file: not tests themselves, the data that they read, documents, this tool."""
    own = Path(path).name.startswith("test_") or path.startswith((*DATA, "tools/mutat", "docs/", ".ci/", ".git"))
    return not own and (path.endswith(".py") or path.startswith(_READ_BY_ALL))


def _hold_unchanged(tree: Tree, failed: Sequence[str], reach: Mapping[str, Reach]) -> None:
    """Those that failed while noting must hold when nothing is noted; raises ``Unusable``."""
    if failed:
        child = start_trial(tree, dict.fromkeys(failed, 60), reach)
        how, test = end_trial(tree, child, wait_for(child))
        if how != PASSED:
            raise Unusable(f"a test fails without any change: {test}")


def _keep(path: Path, value: object) -> None:
    """Write plain data whole."""
    path.parent.mkdir(exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(value, ensure_ascii=False, indent=0), encoding="utf-8")
    beside.replace(path)


# ---------------------------------------------------------------- trying


class Ledger:
    """What was tried with a seed, kept in a file so that a run can go on."""

    def __init__(self, path: Path, program: str, tests: str) -> None:
        self._path = path
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        rows = kept.get("tried", {}) if kept.get("program") == program else {}
        same = kept.get("tests") == tests
        self._outcomes = {name: Outcome(*row) for name, row in rows.items() if same or row[0] != PASSED}
        self._states = {"program": program, "tests": tests}

    @staticmethod
    def _name(change: Change) -> str:
        return f"{change.path}:{change.start}:{change.end}:{change.after}"

    def get(self, change: Change) -> Outcome | None:
        """What became of a change; ``None`` where it is still to be tried."""
        return self._outcomes.get(self._name(change))

    def set(self, change: Change, outcome: Outcome) -> None:
        """Write down what became of a change."""
        self._outcomes[self._name(change)] = outcome
        _keep(self._path, {**self._states, "tried": self._outcomes})


def course_of(change: Change, program: Program, tests: Suite, tree: Tree) -> Course[tuple[Change, Outcome]]:
    """Try a change in a tree: the room's own tests, and all others if it lives."""
    begin = monotonic()
    tree.write(change.path, changed(program.sources[change.path], change))
    how, test = PASSED, ""
    for order in tests.of(change):
        if how == PASSED:
            child = start_trial(tree, order, tests.names)
            how, test = end_trial(tree, child, (yield child))
    tree.put_back(change.path, program.sources[change.path])
    return change, Outcome(how, test, round(monotonic() - begin, 1))


def try_all(changes: Sequence[Change], trees: Sequence[Tree], ledger: Ledger, program: Program, tests: Suite) -> None:
    """Try what has not been tried, as many at once as there are trees."""
    waiting = [change for change in changes if ledger.get(change) is None]
    numbers = count(1)

    def done(result: tuple[Change, Outcome]) -> None:
        change, outcome = result
        ledger.set(change, outcome)
        print(f"[{next(numbers)}/{len(waiting)}] {said(outcome)}  {shown(change, program)}", flush=True)

    at_once([partial(course_of, change, program, tests) for change in waiting], trees, done)


def said(outcome: Outcome) -> str:
    """What became of a change, in a few words."""
    match outcome.how:
        case mutation_runs.PASSED:
            how = "LIVES"
        case mutation_runs.TIME:
            how = "killed by time"
        case _:
            how = "killed"
    return f"{how:<14} {outcome.seconds:5.1f} s"


def report(changes: Sequence[Change], ledger: Ledger, program: Program) -> tuple[list[str], float]:
    """Killed of tried by room, and the survivors; and how many of a hundred died."""
    outcomes = {change: outcome for change in changes if (outcome := ledger.get(change)) is not None}
    survivors = sorted(change for change, outcome in outcomes.items() if outcome.how == PASSED)
    all_of, left = Counter(map(room_of, outcomes)), Counter(map(room_of, survivors))
    killed = len(outcomes) - len(survivors)
    share = 100 * killed / len(outcomes) if outcomes else 0.0
    by_time = sum(outcome.how == TIME for outcome in outcomes.values())
    lines = [f"{room:<20} {all_of[room] - left[room]:>3} of {all_of[room]:>3}" for room in sorted(all_of)]
    lines.append(f"{'killed of tried':<20} {killed:>3} of {len(outcomes):>3}  ({share:.0f} %), {by_time} by time")
    lines += ["survivors:", *(f"  {shown(change, program)}" for change in survivors)] if survivors else []
    return lines, share


# ---------------------------------------------------------------- the command


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="which changes are drawn")
    parser.add_argument("--count", type=positive, default=100, help="how many")
    parser.add_argument("--room", action="append", default=[], help="only this folder of src/huozi (may be repeated)")
    parser.add_argument("--show", type=int, metavar="SEED", help="list the changes of a seed and run nothing")
    parser.add_argument("--workers", type=positive, default=os.cpu_count() or 1, help="how many at once")
    parser.add_argument("--least", type=float, default=80, help="of a hundred, how many must die")
    return parser


def positive(text: str) -> int:
    """A number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 on")
    return int(text)


def run(given: argparse.Namespace) -> int:
    """Draw, try, report; the exit code."""
    program = read_program(CHECKOUT)
    known = read_equivalents(EQUIVALENTS.read_text(encoding="utf-8"))
    seed = given.seed if given.show is None else given.show
    changes = list(islice(chosen(program, seed, given.room, known), given.count))
    if given.show is not None:
        print(*(shown(change, program) for change in changes), sep="\n")
        return 0
    files = files_of(CHECKOUT)
    others = [path for path in files if path.startswith(_READ_BY_ALL) and not path.startswith(SOURCE)]
    name = "-".join([f"seed-{seed}", *(room.replace("/", "-") for room in given.room)])
    ledger = Ledger(KEPT / f"{name}.json", digest(CHECKOUT, program.sources), digest(CHECKOUT, others))
    if any(ledger.get(change) is None for change in changes):
        with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
            trees = [Tree(CHECKOUT, Path(folder) / str(at)) for at in range(given.workers)]
            reach, readers = recorded(trees, files)
            try_all(changes, trees, ledger, program, Suite(reach, readers))
    lines, share = report(changes, ledger, program)
    print(*lines, sep="\n")
    return 0 if share >= given.least else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was started is ended first
    try:
        sys.exit(run(arguments().parse_args()))
    except (Unusable, RunFailed) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
