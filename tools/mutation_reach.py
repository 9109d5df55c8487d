"""What the tests reach: which blocks of the program each test runs, so that a change need be tried on these alone.

A test that never comes to a piece of the program cannot notice that it has changed. Once for each state of the tree
every test is run with a program in which the beginning of each block (the body of a function, of an ``if``, a ``for``
…) notes that it was reached. What runs when a module is imported is reached by all: there counts who reads the names
that it sets, directly or through other tables.
"""

from __future__ import annotations

import ast
import hashlib
import marshal
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import NamedTuple

REACHED = "__reached__"
"""The name among the builtins under which a row of bytes lies, one for each block."""

SITE = '''
"""Made by tools/mutate.py: the program notes which of its blocks are reached."""
import builtins, marshal, mmap, os
from importlib.machinery import SourceFileLoader

with open(os.environ["MUTATE_REACHED"], "r+b") as _file:
    builtins.__reached__ = mmap.mmap(_file.fileno(), 0)
_source, _made, _plain = os.environ["MUTATE_SOURCE"], os.environ["MUTATE_MADE"], SourceFileLoader.get_code

def _get_code(self, name):
    path = os.path.abspath(self.path)
    if not path.startswith(_source):
        return _plain(self, name)
    with open(os.path.join(_made, path[len(_source):].replace(os.sep, "+")), "rb") as file:
        return marshal.load(file)

SourceFileLoader.get_code = _get_code
'''
"""What every Python process runs at its start while reach is recorded (``sitecustomize``)."""

_BODIES = ("body", "orelse", "finalbody")
_IDENTIFIER = re.compile(r"\w+")


class Block(NamedTuple):
    """Lines of a module that run one after another: the first and the last, counted from 1."""

    path: str
    first: int
    last: int


class Reach(NamedTuple):
    """What a test reached: seconds of the processor, blocks as bits of a number, whether it may have reached more."""

    seconds: float
    blocks: int
    blind: bool


def instrumented(path: str, source: bytes, first: int = 0, root: Path = Path()) -> tuple[CodeType, tuple[Block, ...]]:
    """A module (its path below ``root``) that notes the blocks it comes to, numbered from ``first``; the blocks."""
    tree = ast.parse(source)
    blocks: list[Block] = []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        for body in _bodies(function):
            blocks.append(Block(path, body[0].lineno, max(part.end_lineno or part.lineno for part in body)))
            _note(body, first + len(blocks) - 1)
    code = compile(ast.fix_missing_locations(tree), str(root / path), "exec", dont_inherit=True)
    return code, tuple(blocks)


def _bodies(function: ast.AST) -> Iterator[list[ast.stmt]]:
    """The bodies of a function's statements, but for those of functions within it; the outermost first."""
    found = [getattr(function, field, []) for field in _BODIES]
    found += [part.body for field in ("handlers", "cases") for part in getattr(function, field, [])]
    for body in found:
        if body:
            parts = list(body)
            if not isinstance(function, ast.ClassDef):
                yield body
            for part in parts:
                if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield from _bodies(part)


def _note(body: list[ast.stmt], number: int) -> None:
    """Begin a body by noting that it was reached; its docstring stays first."""
    (note,) = ast.parse(f"{REACHED}[{number}] = 1").body
    for node in ast.walk(note):
        if isinstance(node, ast.expr | ast.stmt):
            ast.copy_location(node, body[0])
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    body.insert(1 if documented else 0, note)


def write_instrumented(tree: Path, source: str, folder: Path) -> tuple[Block, ...]:
    """Write the modules below ``source`` of a tree, compiled to note their blocks, into a folder."""
    blocks: tuple[Block, ...] = ()
    for path in sorted((tree / source).rglob("*.py")):
        code, found = instrumented(path.relative_to(tree).as_posix(), path.read_bytes(), len(blocks), tree)
        name = path.relative_to(tree / source).as_posix().replace("/", "+")
        (folder / name).write_bytes(marshal.dumps(code))
        blocks += found
    return blocks


def digest(root: Path, paths: Iterable[str]) -> str:
    """What tells one state of files from another; of a folder, the names in it."""
    made = hashlib.sha256()
    for path in sorted(paths):
        at = root / path
        names = sorted(os.listdir(at)) if at.is_dir() else []
        data = "\n".join(names).encode() if at.is_dir() else at.read_bytes() if at.exists() else b"-"
        made.update(f"{path}\0{len(data)}\0".encode() + data)
    return made.hexdigest()


class Readers:
    """Who reads what modules set when they are imported."""

    def __init__(
        self, blocks: Sequence[Block], at_import: int, sources: Mapping[str, bytes], tests: Mapping[str, bytes]
    ) -> None:
        """Of modules and files of tests by path; ``at_import``: the blocks that importing all modules reaches."""
        self._at_import = at_import
        self._inside: dict[str, list[tuple[int, Block]]] = defaultdict(list)
        for number, block in enumerate(blocks):
            self._inside[block.path].append((number, block))
        self._trees = {path: ast.parse(source) for path, source in sources.items()}
        self._readers: dict[str, set[int]] = defaultdict(set)
        self._feeds: dict[str, set[str]] = defaultdict(set)
        for path, tree in self._trees.items():
            self._read(path, tree)
        self._words = {path: frozenset(_IDENTIFIER.findall(source.decode())) for path, source in tests.items()}

    def block(self, path: str, line: int) -> int | None:
        """The innermost block that a line stands in; ``None`` where the line runs when the module is imported."""
        around = [(block.last - block.first, number) for number, block in self._inside[path] if _holds(block, line)]
        return min(around)[1] if around else None

    def names(self, path: str, line: int) -> frozenset[str]:
        """The names through which what stands at a line can be read: set there, or set from what is set there."""
        found = set(self._set_at(self._trees[path], line))
        more = set(found)
        while more:
            more = {name for known in more for name in self._feeds[known]} - found
            found |= more
        return frozenset(found)

    def blocks(self, names: Iterable[str]) -> int:
        """The blocks that mention one of some names, as bits of a number."""
        return sum(1 << number for number in {number for name in names for number in self._readers[name]})

    def test_files(self, names: Iterable[str]) -> frozenset[str]:
        """The test files that mention one of some names themselves, or a module of tests that does."""
        wanted = set(names)
        found = {path for path, words in self._words.items() if words & wanted}
        helpers = {Path(path).stem for path in found if not Path(path).name.startswith("test_")}
        return frozenset(path for path, words in self._words.items() if words & (wanted | helpers))

    def _read(self, path: str, tree: ast.Module) -> None:
        for statement in _run_at_import(tree):
            targets = set(_targets(statement))
            for name in _mentioned(statement):
                self._feeds[name] |= targets
        for node in ast.walk(tree):
            match node:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    if (number := self.block(path, node.lineno)) is not None:
                        self._readers[name].add(number)
                case ast.alias(name=name, asname=str() as other):
                    self._feeds[name].add(other)
                case ast.FunctionDef() if self._runs_at_import(path, node):
                    for name in {_name(part) for part in ast.walk(node)} - {""}:
                        self._feeds[name].add(node.name)

    def _runs_at_import(self, path: str, function: ast.FunctionDef) -> bool:
        number = self.block(path, function.body[-1].lineno)
        first = self.block(path, function.body[0].lineno)
        return any(at is not None and self._at_import >> at & 1 for at in (first, number))

    def at_import(self, block: int | None) -> bool:
        """Whether a block runs when the program is imported."""
        return block is None or bool(self._at_import >> block & 1)

    @staticmethod
    def _set_at(tree: ast.Module, line: int) -> Iterator[str]:
        for statement in _run_at_import(tree):
            if _spans(statement, line):
                yield from _targets(statement)
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and _spans(node, line):
                yield node.name


def _holds(block: Block, line: int) -> bool:
    return block.first <= line <= block.last


def _spans(statement: ast.stmt, line: int) -> bool:
    return statement.lineno <= line <= (statement.end_lineno or statement.lineno)


def _run_at_import(tree: ast.AST) -> Iterator[ast.stmt]:
    """The statements of a module and of its classes."""
    for statement in ast.iter_child_nodes(tree):
        if isinstance(statement, ast.stmt):
            yield statement
            if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from _run_at_import(statement)


def _targets(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement sets."""
    match statement:
        case ast.Assign(targets=targets):
            yield from (name for target in targets for name in _mentioned(target))
        case ast.AnnAssign(target=target) | ast.AugAssign(target=target):
            yield from _mentioned(target)
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))):
            yield name


def _mentioned(node: ast.AST) -> set[str]:
    """The names in a statement; of a function or a class only those that count when it is made, not what it does."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        parts: list[ast.AST] = [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
    elif isinstance(node, ast.ClassDef):
        parts = [*node.bases, *node.body]
    else:
        return {name for part in ast.walk(node) if (name := _name(part))}
    return {name for part in parts for name in _mentioned(part)}


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
