"""Small changes of a program's text, one at a time: where they can be made, and which are made.

Six operators: a compare, a constant ± 1, ``and`` for ``or``, a statement dropped, two arguments swapped, a cell of a
table. A place is a piece of the source at which one of them can be tried; it has a change or more. Only the text of
that piece changes, all else stays as it is written. What no test could see is no place: annotations, docstrings,
``if TYPE_CHECKING``, ``__all__``, decorators, what asks for Python's version, texts for people.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple, TypeAlias

COMPARE, CONSTANT, AND_OR = "compare", "constant ± 1", "and/or"
STATEMENT, ARGUMENTS, CELL = "dropped statement", "swapped arguments", "table's cell"

_COMPARES: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
}
"""How an operator is written (a pattern), and what takes its place."""

_ORDERLESS = frozenset({"isinstance", "issubclass", "min", "max", "gcd", "cast", "TypeVar", "NewType", "assert_never"})
"""Functions whose arguments are not swapped: their order says nothing, or they speak of types."""

_TYPES = frozenset({"cast", "TypeVar", "NewType", "assert_never", "Literal"})
"""What speaks to the type checker alone."""

_CHECKS = frozenset({"strict"})
"""Arguments that only say what cannot be otherwise (of ``zip``)."""

_TEXT_FIELDS = frozenset({"zh", "en", "zh_does", "en_does"})
"""Fields of tables that hold texts for people."""

_TABLES = frozenset({"frozenset", "set", "dict", "tuple", "MappingProxyType"})
"""What is wrapped around a table."""

_UNTOUCHED_NAMES = frozenset({"__all__", "__slots__", "__match_args__", "__version__"})
_DROPPED = ast.AugAssign | ast.Delete | ast.Raise | ast.Continue | ast.Break
_FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_LEAVES = ast.Constant | ast.Name | ast.Attribute | ast.BinOp | ast.UnaryOp

Column: TypeAlias = "tuple[str | int, ...]"


class Change(NamedTuple):
    """A change: in which file, the function it is in ("" outside any), bytes ``start`` to ``end``, and their texts."""

    path: str
    scope: str
    operator: str
    line: int
    start: int
    end: int
    before: str
    after: str


Place: TypeAlias = tuple[Change, ...]
"""The changes that an operator can make at one piece of the source."""


def changed(source: bytes, change: Change) -> bytes:
    """The source with the change made."""
    return source[: change.start] + change.after.encode() + source[change.end :]


def lines_around(source: bytes, change: Change) -> tuple[str, str]:
    """The line at which the change begins, as it was and as it is then, without the space around."""
    begin = source.rfind(b"\n", 0, change.start) + 1
    after = changed(source, change)
    return tuple(text[begin:].partition(b"\n")[0].decode().strip() for text in (source, after))  # type: ignore[return-value]


def compiles(source: bytes, change: Change) -> bool:
    """Whether the changed source is a program still."""
    try:
        compile(changed(source, change), change.path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def lines_of_code(source: bytes) -> int:
    """Lines on which something of the program begins: no comments, docstrings, blank lines, and a long text once."""
    tree = ast.parse(source)
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and _is_text(node.value)}
    return len({node.lineno for node in ast.walk(tree) if isinstance(node, ast.expr) and id(node) not in texts})


def places(path: str, source: bytes) -> tuple[Place, ...]:
    """All places of a module, in the order of the text."""
    finder = _Finder(path, source)
    finder.visit(ast.parse(source))
    return tuple(sorted(finder.places, key=lambda place: (place[0].start, place[0].end, place[0].operator)))


def drawn(sources: Mapping[str, bytes], rooms: Mapping[str, Sequence[str]], seed: int) -> Iterator[Change]:
    """Changes in the order in which a seed draws them, until there are none: rooms weighted by their lines of code.

    ``sources`` holds modules by path, ``rooms`` the paths of each room. No place is drawn twice.
    """
    random = Random(seed)  # noqa: S311
    left = {room: [place for path in paths for place in places(path, sources[path])] for room, paths in rooms.items()}
    weights = {room: sum(lines_of_code(sources[path]) for path in paths) for room, paths in rooms.items()}
    while open_rooms := [room for room in left if left[room]]:
        (room,) = random.choices(open_rooms, [weights[name] for name in open_rooms])
        place = left[room].pop(random.randrange(len(left[room])))
        change = random.choice(place)
        if compiles(sources[change.path], change):
            yield change


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _called(node: ast.AST) -> str:
    """The last name of what a call calls; "" for anything else."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name
    return ""


def _mentions(node: ast.AST, *names: str) -> bool:
    return any(
        (isinstance(part, ast.Name) and part.id in names) or (isinstance(part, ast.Attribute) and part.attr in names)
        for part in ast.walk(node)
    )


class _Finder(ast.NodeVisitor):
    """Walks through a module and notes its places."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path = path
        self.source = source
        self.places: list[Place] = []
        self._lines = [0, *(found.end() for found in re.finditer(rb"\n", source))]
        self._scope: list[str] = []
        self._functions = 0
        self._again: list[frozenset[str]] = []
        self._cells: set[int] = set()
        self._fields: dict[str, tuple[str, ...]] = {}

    # ------------------------------------------------------------ positions and texts

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def _text(self, node: ast.expr | ast.stmt) -> str:
        return self.source[self._start(node) : self._end(node)].decode()

    def _add(self, operator: str, start: int, end: int, afters: Iterable[str]) -> None:
        before = self.source[start:end].decode()
        line = self.source.count(b"\n", 0, start) + 1
        scope = ".".join(self._scope)
        made = (Change(self.path, scope, operator, line, start, end, before, after) for after in afters)
        if kept := tuple(change for change in made if change.before != change.after):
            self.places.append(kept)

    # ------------------------------------------------------------ what is walked through

    def visit_Module(self, node: ast.Module) -> None:
        self._fields = {
            part.name: tuple(
                row.target.id
                for row in part.body
                if isinstance(row, ast.AnnAssign) and isinstance(row.target, ast.Name)
            )
            for part in node.body
            if isinstance(part, ast.ClassDef)
        }
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._scope.append(node.name)
        for part in node.body:
            self.visit(part)
        self._scope.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._scope.append(node.name)
        for default in (*node.args.defaults, *node.args.kw_defaults):
            if default is not None:
                self.visit(default)
        self._again.append(_set_again(node))
        self._functions += 1
        for part in node.body:
            self.visit(part)
        self._functions -= 1
        self._again.pop()
        self._scope.pop()

    def visit_If(self, node: ast.If) -> None:
        if _mentions(node.test, "TYPE_CHECKING"):
            for part in node.orelse:
                self.visit(part)
        elif not _mentions(node.test, "version_info"):
            self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        if not _mentions(node.test, "version_info"):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if self._untouched(node.targets):
            return
        if not self._functions:
            self._table(node.value)
        elif any(self._seen_elsewhere(target) for target in node.targets):
            self._drop(node)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is None or self._untouched([node.target]) or _mentions(node.annotation, "TypeAlias"):
            return
        if not self._functions:
            self._table(node.value)
        elif self._seen_elsewhere(node.target):
            self._drop(node)
        self.visit(node.target)
        self.visit(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant) or _called(node.value) in _TYPES:
            return
        self._drop(node)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self._drop(node)
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """No place: it is a text for people mostly, and Python 3.11 does not say where its parts stand."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """What cannot be otherwise is no place."""

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, _DROPPED):
            self._drop(node)
        super().generic_visit(node)

    # ------------------------------------------------------------ operators

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for left, kind, right in zip(sides, node.ops, node.comparators, strict=False):
            pattern, others = _COMPARES[type(kind)]
            self._between(COMPARE, left, right, pattern, others)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self._between(AND_OR, left, right, word, (other,))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if id(node) not in self._cells and (numbers := _numbers(node, self._text(node))):
            self._add(CONSTANT, self._start(node), self._end(node), numbers)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in _TYPES:
            for argument in node.args[1:] if name == "cast" else ():
                self.visit(argument)
            return
        starred = any(isinstance(argument, ast.Starred) for argument in node.args)
        if self._functions and name not in _ORDERLESS and not starred:
            for left, right in zip(node.args, node.args[1:], strict=False):
                self._swap(left, right)
        for part in (node.func, *node.args, *(named.value for named in node.keywords if named.arg not in _CHECKS)):
            self.visit(part)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if not _mentions(node.value, *_TYPES):
            self.generic_visit(node)

    def _between(self, operator: str, left: ast.expr, right: ast.expr, word: str, others: Iterable[str]) -> None:
        begin = self._end(left)
        found = re.search(word.encode(), self.source[begin : self._start(right)])
        if found is not None:
            self._add(operator, begin + found.start(), begin + found.end(), others)

    def _swap(self, left: ast.expr, right: ast.expr) -> None:
        start, end = self._start(left), self._end(right)
        between = self.source[self._end(left) : self._start(right)].decode()
        if self._text(left) != self._text(right):
            self._add(ARGUMENTS, start, end, (self._text(right) + between + self._text(left),))

    def _drop(self, node: ast.stmt) -> None:
        if self._functions:
            self._add(STATEMENT, self._start(node), self._end(node), ("pass",))

    def _seen_elsewhere(self, target: ast.expr) -> bool:
        """Whether what is assigned has a value without this statement too: dropping it is more than a missing name."""
        return not isinstance(target, ast.Name | ast.Tuple) or (
            isinstance(target, ast.Name) and target.id in self._again[-1]
        )

    @staticmethod
    def _untouched(targets: Iterable[ast.expr]) -> bool:
        return any(isinstance(target, ast.Name) and target.id in _UNTOUCHED_NAMES for target in targets)

    # ------------------------------------------------------------ tables

    def _table(self, value: ast.expr) -> None:
        """The cells of a table: a number or a truth changes by itself, anything else for another of its column."""
        columns: dict[Column, list[ast.expr]] = {}
        for column, cell in self._columns(value, ()):
            columns.setdefault(column, []).append(cell)
        for cells in columns.values():
            texts = [self._text(cell) for cell in cells]
            for at, cell in enumerate(cells):
                others = (text for text in (*texts[at + 1 :], *texts[:at]) if text != texts[at])
                afters = _numbers(cell, texts[at]) or tuple(others)[:1] + _less(cell)
                self._cells.update(id(part) for part in ast.walk(cell))
                self._add(CELL, self._start(cell), self._end(cell), afters)

    def _columns(self, node: ast.expr, column: Column) -> Iterator[tuple[Column, ast.expr]]:
        """The cells of an expression, each with what tells its column."""
        parts = self._parts(node, column)
        if parts is not None:
            for place, part in parts:
                yield from self._columns(part, (*column, *place))
        elif isinstance(node, _LEAVES) if column else _is_text(node):  # a text of characters is a table of them
            yield column, node

    def _parts(self, node: ast.expr, column: Column) -> Iterable[tuple[Column, ast.expr]] | None:
        """What a display or a row is made of; ``None`` for an expression that is neither."""
        match node:
            case ast.Dict(keys=keys, values=values):
                rows = [(key, value) for key, value in zip(keys, values, strict=True) if not _is_for_people(key)]
                return [(("key",), key) for key, _ in rows if key] + [(("value",), value) for _, value in rows]
            case ast.Set(elts=parts):
                return [(("item",), part) for part in parts]
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return [((at if column else "item",), part) for at, part in enumerate(parts)]
            case ast.Call(args=[table], keywords=[]) if _called(node) in _TABLES:
                return [((), table)]
            case ast.Call() if column or _called(node) == "dict":
                return self._row(node)
        return None

    def _row(self, node: ast.Call) -> Iterator[tuple[Column, ast.expr]]:
        """The values of a row that is a call, but for texts for people."""
        name = _called(node)
        fields = self._fields.get(name, ())
        for at, part in enumerate(node.args):
            if not (at < len(fields) and fields[at] in _TEXT_FIELDS):
                yield (name, at), part
        for keyword in node.keywords:
            if keyword.arg is not None and keyword.arg not in _TEXT_FIELDS:
                yield (name, keyword.arg), keyword.value


def _is_for_people(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and key.value in _TEXT_FIELDS


def _set_again(function: ast.FunctionDef) -> frozenset[str]:
    """Names that a function sets more than once, its parameters among them."""
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    names = [argument.arg for argument in given]
    names += [
        node.id for node in ast.walk(function) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)
    ]
    return frozenset(name for name in names if names.count(name) > 1)


def _numbers(node: ast.expr, text: str) -> tuple[str, ...]:
    """What a number (also one with a sign) or a truth is changed to; nothing for any other expression."""
    match node:
        case ast.Constant(value=bool() as truth):
            return (str(not truth),)
        case ast.Constant(value=int() as number) if text.startswith("0x"):
            return f"{number + 1:#x}", f"{number - 1:#x}"
        case ast.Constant(value=int() | float() as number):
            return str(number + 1), str(number - 1)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return str(1 - number), str(-1 - number)
    return ()


def _less(node: ast.expr) -> tuple[str, ...]:
    """A text of characters (no word, no sentence) without its first, and without its last."""
    match node:
        case ast.Constant(value=str() as text) if len(text) > 1 and not any(map(str.isalnum, text)):
            return repr(text[1:]), repr(text[:-1])
    return ()
