"""Runs of the tests on a copy of the tree: each in a process forked from one that has the libraries loaded already.

A run that records notes what each test of a file reaches; a run that tries a change stops at the first test that
fails. A test that takes far longer than it did (an endless loop) ends its run too. Property tests look for a
counterexample and do not shrink it; they draw the same examples each time.
"""

from __future__ import annotations

import json
import os
import py_compile
import resource
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Container, Generator, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TypeAlias, TypeVar

import hypothesis
import pytest

SOURCE = "src/huozi"
DATA = ("tests/cases/", "tests/references/")
"""Folders of data that tests read themselves."""

MOST_MEMORY = 6 << 30
"""Bytes that a run may take: a list that grows without end fails, and not the machine."""

T = TypeVar("T")

TIME, FAILED, PASSED = "time", "failed", "passed"


class Tree:
    """A copy of the checkout in a folder of its own, beside what a run of the tests leaves behind."""

    def __init__(self, checkout: Path, folder: Path) -> None:
        self.root = folder / "tree"
        self.folder = folder
        for path in files_of(checkout):
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(checkout / path, target)
        shared = checkout.parent / "shared"
        if shared.is_dir():  # what tests look for beside the checkout
            (folder / "shared").symlink_to(shared)

    def write(self, path: str, data: bytes) -> None:
        """Write a module, and let nothing compiled of it stay."""
        target = self.root / path
        target.write_bytes(data)
        for compiled in (target.parent / "__pycache__").glob(f"{target.stem}.*.pyc"):
            compiled.unlink()

    def put_back(self, path: str, data: bytes) -> None:
        """Write a module as it was, and compile it."""
        self.write(path, data)
        py_compile.compile(str(self.root / path), doraise=True)

    def run(self, work: Callable[[], object], environment: Mapping[str, str]) -> int:
        """Fork a process that does some work in the tree, and what it started, by itself; the process's number."""
        sys.stdout.flush()
        child = os.fork()
        if child:
            return child
        code = 1
        try:
            os.setsid()
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            output = os.open(self.folder / "output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(output, 1)
            os.dup2(output, 2)
            sys.path[:] = [str(self.root / "src"), *(path for path in sys.path if path not in _NOT_OURS)]
            sys.dont_write_bytecode = environment.get("PYTHONDONTWRITEBYTECODE") == "1"
            os.environ.update({"PYTHONPATH": str(self.root / "src")} | dict(environment))
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            os.chdir(self.root)
            work()
            code = 0
        except BaseException:  # whatever it is ends here, with a word in the run's output
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def output(self) -> str:
        """The end of what the last run wrote."""
        return (self.folder / "output.txt").read_text(encoding="utf-8", errors="replace")[-2000:]

    def pytest(self, files: Sequence[str], plugin: object) -> int:
        """Run test files in this process."""
        base = self.folder / "made"
        shutil.rmtree(base, ignore_errors=True)
        more = ["-p", "no:cacheprovider", "-p", "no:xdist", "--basetemp", str(base), "--rootdir", str(self.root)]
        more += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # of the libraries that are loaded already
        return int(pytest.main(["-q", *more, *files], plugins=[plugin]))


_CHECKOUT = Path(__file__).resolve().parent.parent
_NOT_OURS = frozenset({str(_CHECKOUT), str(_CHECKOUT / "src"), str(_CHECKOUT / "tools"), ""})
"""Where modules of the checkout could be found in place of the copy's."""


class RunFailed(Exception):
    """A run of the tests ended before it could say anything; the text is the end of what it wrote."""


def files_of(checkout: Path) -> list[str]:
    """The files of a checkout that git knows or would take in; raises ``RunFailed`` where git does not know it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=checkout, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise RunFailed(f"no checkout of git: {checkout}") from error
    listed = done.stdout.decode().split("\0")
    return sorted(path for path in {*listed} if path and (checkout / path).is_file())


def wait_for(child: int) -> int:
    """Wait for a run, and end what it has left running, also where the waiting is broken off; the run's status."""
    try:
        return os.waitpid(child, 0)[1]
    finally:
        end_group(child)


Course: TypeAlias = "Generator[int, int, T]"
"""Something done in a tree by runs: yields the processes it starts, is sent their status, and returns what came out."""


def in_turn(course: Course[T]) -> T:
    """Do something by itself."""
    try:
        child = next(course)
        while True:
            child = course.send(wait_for(child))
    except StopIteration as end:
        value: T = end.value
        return value


def at_once(jobs: Iterable[Callable[[Tree], Course[T]]], trees: Sequence[Tree], done: Callable[[T], None]) -> None:
    """Do jobs, as many at once as there are trees; ``done`` is told what came out of each."""
    waiting, free = list(jobs), list(trees)
    running: dict[int, tuple[Tree, Course[T]]] = {}

    def go_on(tree: Tree, course: Course[T], child: Callable[[], int]) -> None:
        try:
            running[child()] = tree, course
        except StopIteration as end:
            free.append(tree)
            done(end.value)

    try:
        while waiting or running:
            while waiting and free:
                tree = free.pop()
                course = waiting.pop(0)(tree)
                go_on(tree, course, partial(next, course))
            if running:
                ended, status = os.wait()
                tree, course = running.pop(ended)
                go_on(tree, course, partial(course.send, status))
    finally:
        for child in running:
            end_group(child)


def end_group(child: int) -> None:
    """End whatever a run has left running."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)


# ---------------------------------------------------------------- trying


class Trial:
    """A plugin that runs some tests in an order given, each within its time, and notes the first that fails.

    Tests of their files that nobody knew (a case made from a table that has changed) are run as well.
    """

    def __init__(self, order: Mapping[str, float], known: Container[str], answer: Path) -> None:
        self._order = order
        self._known = known
        self._answer = answer
        self._test = ""
        self._places = {name: at for at, name in enumerate(order)}

    def tell(self, how: str, test: str) -> None:
        """Write down how the change died; the first word stands."""
        if not self._answer.exists():
            self._answer.write_text(json.dumps([how, test]), encoding="utf-8")

    def _too_long(self, _number: int, _frame: FrameType | None) -> None:
        self.tell(TIME, self._test)
        os._exit(1)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Property tests look for a counterexample; that it is small is of no use here."""
        settings, phase = hypothesis.settings, hypothesis.Phase
        phases = (phase.explicit, phase.generate)
        settings.register_profile("mutate", settings.default, phases=phases, report_multiple_bugs=False)
        settings.load_profile("mutate")
        signal.signal(signal.SIGPROF, self._too_long)
        signal.signal(signal.SIGALRM, self._too_long)
        self._limit(60)

    @staticmethod
    def _limit(seconds: float) -> None:
        """What a test may take of the processor; and of time, where it waits for another process."""
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, 6 * seconds)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Those asked for, in their order, and those that nobody knew."""
        kept = [item for item in items if item.nodeid in self._places or item.nodeid not in self._known]
        items[:] = sorted(kept, key=lambda item: self._places.get(item.nodeid, -1))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        """A test begins."""
        self._test = item.nodeid
        self._limit(5 + 5 * self._order.get(item.nodeid, 1))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """The change is noticed."""
        if report.failed:
            self.tell(FAILED, report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """The change keeps a file of tests from being read."""
        if report.failed:
            self.tell(FAILED, report.nodeid)


def start_trial(tree: Tree, order: Mapping[str, float], known: Container[str]) -> int:
    """Start a run of some tests (with the seconds that each took) in a tree; the process's number."""
    answer = tree.folder / "answer.json"
    answer.unlink(missing_ok=True)
    files = list(dict.fromkeys(name.partition("::")[0] for name in order))

    def work() -> None:
        trial = Trial(order, known, answer)
        code = tree.pytest(["-x", *files], trial)
        if code not in (0, 5):  # 5: no test left
            trial.tell(FAILED, f"pytest: {code}")

    return tree.run(work, {"PYTHONDONTWRITEBYTECODE": "1"})


def end_trial(tree: Tree, child: int, status: int) -> tuple[str, str]:
    """How a run ended that has ended: ``PASSED``, or ``FAILED`` or ``TIME`` and the test."""
    end_group(child)
    answer = tree.folder / "answer.json"
    if answer.exists():
        how, test = json.loads(answer.read_text(encoding="utf-8"))
        return str(how), str(test)
    return (FAILED, "the run itself") if status else (PASSED, "")
