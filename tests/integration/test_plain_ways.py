"""Every trick of imports and records may fail: the plain way follows it, and the build gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
SPECIMEN = TESTS.parent / "issue" / "specimen"
SMALL = TESTS / "cases" / "issues" / "small"

TRICKS = ("records", "argparse", "help", "yaml", "uharfbuzz", "hashlib", "reportlab")
"""What a build tries before the plain way, in the order it comes to it."""

OF_TITLES = ("budoux",)
"""What the specimen tries besides, for titles that are turned over by sense."""

ATTEMPTS_FAIL = """
import sys
import huozi.imports as imports

which, when = sys.argv[1:3]
del sys.argv[1:3]
attempt, count = imports.attempt, 0


def failing(trick, *libraries):
    global count
    count += 1
    if which not in (str(count), "all"):
        return attempt(trick, *libraries)

    def broken():
        if when == "after":
            trick()
        print("broken", file=sys.stderr)
        raise {error}("not on this Python")

    return attempt(broken, *libraries)


imports.attempt = failing
from huozi.cli import run

run()
"""
"""A build in which the tricks that ``attempt`` is given fail, before they are done or when they are."""

FOUNDATIONS_FAIL = {
    "a named tuple's getters": "import _collections\ndel _collections._tuplegetter",
    "code that can be renamed": """
import types, functools
class Code:
    def replace(self, **changes): raise SystemError("sealed")
import huozi.imports, builtins
plain = builtins.eval
def evaluated(text, *rest):
    made = plain(text, *rest)
    class Function:
        __code__ = Code()
        __globals__ = {}
    return Function() if str(text).startswith("lambda _cls, _0") else made
builtins.eval = evaluated
""",
    "one class of many": """
import huozi.records as records
quick, count = records._made, 0
def now_and_then(name, body):
    global count
    count += 1
    if count % 3 == 0:
        raise MemoryError(name)
    return quick(name, body)
records._made = now_and_then
""",
    "stand-ins": """
import huozi.imports as imports
def none(_): raise NotImplementedError
imports.standing_in = none
""",
    "stand-ins that know nothing": """
import huozi.imports as imports
whole = imports.standing_in
imports.standing_in = lambda stand_ins: whole({name: {} for name in stand_ins})
""",
    "libyaml": "import sys\nsys.modules['yaml._yaml'] = None",
    "Python's own MD5": "import sys\nsys.modules['_md5'] = None",
}
"""What the tricks rest on, taken away before a build."""


def built(program: str, issue: Path, output: Path, *arguments: str) -> tuple[bytes, str]:
    """The file that a program builds of an issue, and what it says."""
    command = [sys.executable, "-c", program, *arguments, "build", str(issue), "-o", str(output)]
    surroundings = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=TESTS, env=surroundings, check=False
    )
    assert done.returncode == 0, done.stderr
    return output.read_bytes(), done.stderr


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small issue, built as ever."""
    path = tmp_path_factory.mktemp("small") / "print.pdf"
    return built("from huozi.cli import run\nrun()", SMALL, path)[0]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("error", ["ImportError", "AttributeError", "SystemError"])
def test_with_all_tricks_broken_the_specimen_is_the_same(error: str, when: str, printed: Path, tmp_path: Path) -> None:
    program = ATTEMPTS_FAIL.format(error=error)
    data, said = built(program, SPECIMEN, tmp_path / "print.pdf", "all", when)
    assert said.count("broken") == len((*TRICKS, *OF_TITLES))
    assert data == printed.read_bytes()


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", range(1, len(TRICKS) + 1), ids=TRICKS)
def test_with_one_trick_broken_an_issue_is_the_same(number: int, when: str, small: bytes, tmp_path: Path) -> None:
    program = ATTEMPTS_FAIL.format(error="KeyError")
    data, said = built(program, SMALL, tmp_path / "print.pdf", str(number), when)
    assert said.count("broken") == 1
    assert data == small


@pytest.mark.parametrize("name", FOUNDATIONS_FAIL)
def test_without_what_a_trick_rests_on_an_issue_is_the_same(name: str, small: bytes, tmp_path: Path) -> None:
    program = f"{FOUNDATIONS_FAIL[name]}\nfrom huozi.cli import run\nrun()"
    assert built(program, SMALL, tmp_path / "print.pdf")[0] == small


def test_no_trick_fails_on_this_python(tmp_path: Path) -> None:
    program = """
import sys
import huozi.imports as imports
attempt = imports.attempt
def told(trick, *libraries):
    given = attempt(trick, *libraries)
    print("attempted", file=sys.stderr)
    if given is None:
        print("FAILED", trick.__qualname__, file=sys.stderr)
    return given
imports.attempt = told
from huozi.cli import run
run()
"""
    said = built(program, SMALL, tmp_path / "print.pdf")[1]
    assert said.count("attempted") == len(TRICKS)
    assert "FAILED" not in said
