"""Runs of the tests that note what each test reaches (see ``mutation_reach``)."""

from __future__ import annotations

import builtins
import json
import mmap
import os
import runpy
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from mutation_reach import REACHED, SITE, Block, Reach, write_instrumented
from mutation_runs import DATA, SOURCE, Course, RunFailed, Tree, end_group, wait_for

_REACHED = "MUTATE_REACHED"
_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Recorder:
    """A plugin that notes for each test what it reached, what its wider fixtures and its file's import reached too."""

    def __init__(self, here: list[int], elsewhere: mmap.mmap) -> None:
        """``here``: the row of this process, ``elsewhere``: that of all processes that it starts."""
        self._here = here
        self._elsewhere = elsewhere
        self._nothing = bytes(len(here))
        self._fixtures: dict[str, int] = {}
        self._pending = self._file = 0
        self._blind = False
        self.tests: dict[str, Reach] = {}
        self.failed: list[str] = []
        self.read: set[str] = set()
        self._root = str(Path.cwd())
        self._data = tuple(f"{self._root}/{folder}" for folder in DATA)
        sys.addaudithook(self._notice)

    def _notice(self, event: str, given: tuple[Any, ...]) -> None:
        """Data that is read; a program started in other surroundings, which notes nothing."""
        if (
            event in ("open", "os.scandir", "os.listdir")
            and isinstance(given[0], str)
            and given[0].startswith(self._data)
        ):
            self.read.add(os.path.relpath(given[0]))
        if event == "subprocess.Popen":
            command, environment = given[1], given[3]
            elsewhere = environment is not None and _REACHED not in environment
            self._blind |= elsewhere or any(option in command for option in ("-I", "-E", "-S"))

    def take(self) -> int:
        """The blocks reached since they were last taken."""
        blocks = 0
        for row in (self._here, self._elsewhere):
            blocks |= int(bytes(row)[::-1].translate(_DIGITS), 2)
        self._here[:] = self._nothing
        self._elsewhere[:] = self._nothing
        return blocks

    def pytest_collection_finish(self) -> None:
        """What collecting a file reached (its cases made from the program's tables) counts for all its tests."""
        self._file = self.take()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """What a fixture of a wider scope reached counts for every test that asks for it."""
        self._pending |= self.take()
        result = yield
        blocks = self.take()
        if fixturedef.scope != "function":
            self._fixtures[fixturedef.argname] = self._fixtures.get(fixturedef.argname, 0) | blocks
        self._pending |= blocks
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Function) -> Iterator[None]:
        """A test by itself: nothing kept from the test before it."""
        _forget()
        self.take()
        self._pending, self._blind, begin = self._file, False, _worked()
        result = yield
        blocks = self._pending | self.take()
        for name in getattr(item, "fixturenames", ()):
            blocks |= self._fixtures.get(name, 0)
        self.tests[item.nodeid] = Reach(round(_worked() - begin, 3), blocks, self._blind)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Failures are told."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Files that cannot be read are told."""
        if report.failed:
            self.failed.append(report.nodeid)


def _worked() -> float:
    """Seconds that this process and those it started have had of the processor: a busy machine does not change them."""
    return sum(os.times()[:4])


_REMEMBERING = type(lru_cache(len))
"""What a function is that remembers: other values may have any attribute (those of a PDF do)."""


def _forget() -> None:
    """Empty the memories of functions of the program and of modules of tests."""
    here = str(Path.cwd())
    for module in list(sys.modules.values()):
        if (getattr(module, "__file__", None) or "").startswith(here):
            for value in list(vars(module).values()):
                if isinstance(value, _REMEMBERING):
                    value.cache_clear()


class Recording(NamedTuple):
    """What runs that record need: the site that notes blocks, the modules compiled for it, and how many blocks."""

    site: Path
    made: Path
    blocks: int


def prepare(tree: Tree) -> tuple[Recording, tuple[Block, ...]]:
    """Make ready for recording in a tree."""
    site, made = tree.folder / "site", tree.folder / "instrumented"
    for folder in (site, made):
        folder.mkdir()
    (site / "sitecustomize.py").write_text(SITE, encoding="utf-8")
    blocks = write_instrumented(tree.root, SOURCE, made)
    return Recording(site, made, len(blocks)), blocks


def record(tree: Tree, recording: Recording, files: Sequence[str]) -> Course[dict[str, Any]]:
    """Run some test files with what they reach noted: ``tests``, ``failed``, ``read``, ``at_import``, as plain data."""
    answer, reached = tree.folder / "answer.json", tree.folder / "reached"
    answer.unlink(missing_ok=True)
    reached.write_bytes(bytes(recording.blocks))

    def work() -> None:
        runpy.run_path(str(recording.site / "sitecustomize.py"))
        here, elsewhere = [0] * recording.blocks, vars(builtins)[REACHED]
        vars(builtins)[REACHED] = here  # quicker than what processes share
        import_all(tree.root)
        recorder = Recorder(here, elsewhere)
        at_import = recorder.take()
        if files:
            tree.pytest(files, recorder)
        rows = {name: [row.seconds, f"{row.blocks:x}", row.blind] for name, row in recorder.tests.items()}
        read = sorted(recorder.read)
        made = {"tests": rows, "failed": recorder.failed, "read": read, "at_import": f"{at_import:x}"}
        answer.write_text(json.dumps(made), encoding="utf-8")

    child = tree.run(
        work,
        {
            "PYTHONPATH": os.pathsep.join([str(tree.root / "src"), str(recording.site)]),
            _REACHED: str(reached),
            "MUTATE_SOURCE": str(tree.root / SOURCE) + os.sep,
            "MUTATE_MADE": str(recording.made),
        },
    )
    yield child
    end_group(child)
    if not answer.exists():
        raise RunFailed(tree.output())
    made: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return made


def collect(tree: Tree) -> list[str]:
    """The files of the tree that hold tests."""
    answer = tree.folder / "answer.json"
    answer.unlink(missing_ok=True)
    collected = Collected()

    def work() -> None:
        tree.pytest(["--collect-only"], collected)
        answer.write_text(json.dumps(sorted({name.partition("::")[0] for name in collected.names})), encoding="utf-8")

    wait_for(tree.run(work, {}))
    if not answer.exists():
        raise RunFailed(tree.output())
    files: list[str] = json.loads(answer.read_text(encoding="utf-8"))
    return files


class Collected:
    """A plugin that notes which tests there are."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Their names."""
        self.names = [item.nodeid for item in session.items]


def import_all(root: Path) -> None:
    """Import all modules of the program but the one that runs it."""
    for path in sorted((root / SOURCE).rglob("*.py")):
        if path.name != "__main__.py":
            import_module(".".join(path.relative_to(root / "src").with_suffix("").parts).removesuffix(".__init__"))
