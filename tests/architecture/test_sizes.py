"""How long a module, how long and wide a function may be: what is larger wants a name for what is hiding in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "huozi"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_MODULE_LINES = 400
MOST_FUNCTION_LINES = 60
MOST_PARAMETERS = 6
TABLES: frozenset[str] = frozenset()
"""Modules that hold a table of data and nothing else: they may be as long as their table."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    """All functions of a module, methods and inner ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def parameters(function: Function) -> int:
    """How many values a caller may hand over; the object of a method is none of them."""
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len([argument for argument in given if argument.arg not in ("self", "cls")])


def place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_module_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_MODULE_LINES or place(path) in TABLES


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_functions_are_short_and_take_few_parameters(path: Path) -> None:
    for function in functions(path):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        assert lines <= MOST_FUNCTION_LINES, function.name
        assert parameters(function) <= MOST_PARAMETERS, function.name


def test_tables_are_still_as_long_as_said() -> None:
    long = {place(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > MOST_MODULE_LINES}
    assert long == TABLES
