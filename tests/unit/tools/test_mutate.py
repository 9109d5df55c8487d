from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import tool_path
from mutate import (
    EQUIVALENTS,
    Ledger,
    Outcome,
    Program,
    Suite,
    Unusable,
    chosen,
    is_own,
    key_of,
    read_equivalents,
    read_program,
    report,
)
from mutation_reach import REACHED, Reach, Readers, instrumented
from mutation_runs import FAILED, PASSED, TIME
from mutations import Change, changed, drawn, lines_of_code, places

ROOT = Path(__file__).parents[3]

CHANGES = [
    ("if a < b:\n    c()", "compare", {("<", "<="), ("<", ">=")}),
    ("x = a == b", "compare", {("==", "!=")}),
    ("x = (a) is not (b)", "compare", {("is not", "is")}),
    ("x = a not in b < c", "compare", {("not in", "in"), ("<", "<="), ("<", ">=")}),
    ("def f():\n    return 3", "constant ± 1", {("3", "4"), ("3", "2")}),
    ("def f(a=0x3400):\n    return a", "constant ± 1", {("0x3400", "0x3401"), ("0x3400", "0x33ff")}),
    ("def f():\n    return a[-1]", "constant ± 1", {("1", "2"), ("1", "0")}),
    ("def f():\n    return True", "constant ± 1", {("True", "False")}),
    ("x = a and b or c", "and/or", {("and", "or"), ("or", "and")}),
    ("x = a or b or c", "and/or", {("or", "and")}),
    ("def f(a):\n    a.go()\n    a.x = 2", "dropped statement", {("a.go()", "pass"), ("a.x = 2", "pass")}),
    ("def f():\n    for a in b:\n        if a:\n            continue", "dropped statement", {("continue", "pass")}),
    ("def f(a):\n    b = 1\n    a = b", "dropped statement", {("a = b", "pass")}),
    ("def f():\n    g(a, b, *c)", "swapped arguments", set()),
    ("def f():\n    g(a, (b), b, x=c)", "swapped arguments", {("a, (b", "b, (a")}),
    ("def f():\n    max(a, b)\n    isinstance(a, b)", "swapped arguments", set()),
    ("T = {'甲': 1}", "table's cell", {("1", "2"), ("1", "0")}),
    (
        "T = {'甲': 'x', '乙': 'y'}",
        "table's cell",
        {("'甲'", "'乙'"), ("'乙'", "'甲'"), ("'x'", "'y'"), ("'y'", "'x'")},
    ),
    (
        "T = ((1, X), (-1, Y))",
        "table's cell",
        {("1", "2"), ("1", "0"), ("-1", "0"), ("-1", "-2"), ("X", "Y"), ("Y", "X")},
    ),
    ("T = (R('a', k=True), R('a', k=False))", "table's cell", {("True", "False"), ("False", "True")}),
    ("T = frozenset({'a', 'b'})", "table's cell", {("'a'", "'b'"), ("'b'", "'a'")}),
    ("T = (('x', {'a', 'b'}),)", "table's cell", {("'a'", "'b'"), ("'b'", "'a'")}),
    ("STOPS = '，。'", "table's cell", {("'，。'", "'。'"), ("'，。'", "'，'")}),
]

UNTOUCHED = [
    '"""3 < 4 and 5."""',
    "def f() -> Literal[3]:\n    '''Less than 3.'''",
    "if TYPE_CHECKING:\n    x = 3",
    "__all__ = ['a', 'b']",
    "A: TypeAlias = tuple[Literal[1], 2]",
    "x = 3 if sys.version_info >= (3, 13) else 4",
    "@cache(maxsize=3)\ndef f(): ...",
    "def f():\n    assert a < 3, 4\n    assert_never(a)",
    "x = f'{a < 3}'",
    "x = zip(a, b, strict=True)",
    "class R:\n    zh: str\n    en: str\nT = (R('一', 'a'), R('二', 'b'))",
    "T = {'zh': '一', 'en': 'b'}",
]


@pytest.mark.parametrize(("source", "operator", "expected"), CHANGES, ids=[source for source, _, _ in CHANGES])
def test_an_operator_makes_its_changes(source: str, operator: str, expected: set[tuple[str, str]]) -> None:
    found = [change for place in places("a.py", source.encode()) for change in place if change.operator == operator]
    assert {(change.before, change.after) for change in found} == expected


@pytest.mark.parametrize("source", UNTOUCHED)
def test_what_no_test_could_see_is_no_place(source: str) -> None:
    assert not places("a.py", source.encode())


def test_all_other_text_stays_as_it_is_written() -> None:
    source = "甲 = '字'  # 注\nif 甲  <  乙 :  # 注\n    丙( )\n".encode()
    after = [changed(source, change).decode() for place in places("a.py", source) for change in place]
    assert after == [f"甲 = '字'  # 注\nif 甲  {sign}  乙 :  # 注\n    丙( )\n" for sign in ("<=", ">=")]


def test_a_change_knows_its_line_and_its_function() -> None:
    source = b"class A:\n    def f(self):\n        x = [\n            1 < 2]\n"
    compare = next(change for (change, *_) in places("a.py", source) if change.operator == "compare")
    assert (compare.line, compare.scope) == (4, "A.f")


def test_lines_of_code_are_neither_comments_nor_docstrings() -> None:
    assert lines_of_code(b'"""A\n\ntext."""\n\n# one\nx = 1\n\ny = (\n    "a"\n    "b"\n)\n') == 3


MODULES = {
    "a.py": b"x = 1\n" * 40,
    "b.py": b"y = 1\n" * 10,
    "c.py": b"z = a < b\n" * 40,
}
ROOMS = {"one": ["a.py", "b.py"], "two": ["c.py"]}


def test_a_seed_draws_the_same_places_each_time_and_none_twice() -> None:
    first, again, other = (list(drawn(MODULES, ROOMS, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len({(change.path, change.start) for change in first}) == len(first) == 90


def test_rooms_are_weighted_by_their_lines() -> None:
    found = Counter(change.path for seed in range(60) for change in islice(drawn(MODULES, ROOMS, seed), 10))
    assert 0.45 < (found["a.py"] + found["b.py"]) / 600 < 0.65  # 50 of 90


def test_what_does_not_compile_is_not_drawn() -> None:
    source = b"def f():\n    nonlocal_ = 1\n    return (yield)\n"
    assert all(ast.parse(changed(source, change)) for change in drawn({"a.py": source}, {"one": ["a.py"]}, 1))


# ---------------------------------------------------------------- what does not count

ENTRY = "a.py: f: compare\n- if a < b:\n+ if a <= b:\nThey are never equal.\n"


def test_a_change_known_to_be_none_is_left_out() -> None:
    program = Program({"a.py": b"def f():\n    if a < b:\n        c()\n"}, {"one": ["a.py"]})
    known = read_equivalents("# Words.\n\n" + ENTRY)
    assert known == {("a.py", "f", "compare", "if a < b:", "if a <= b:"): "They are never equal."}
    for seed in range(9):
        assert "<=" not in [change.after for change in chosen(program, seed, [], known)]


@pytest.mark.parametrize("text", [ENTRY.replace("- ", "* "), "a.py\n" + ENTRY, ENTRY.partition("They")[0]])
def test_an_entry_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(Unusable, match="not an entry"):
        read_equivalents(text)


def test_more_than_ten_are_refused() -> None:
    entries = [ENTRY.replace("a.py", f"{at}.py") for at in range(11)]
    assert len(read_equivalents("\n".join(entries[:10]))) == 10
    with pytest.raises(Unusable, match="11 entries, at most 10"):
        read_equivalents("\n".join(entries))


def test_each_entry_fits_a_place_of_the_program() -> None:
    program = read_program(ROOT)
    known = read_equivalents(EQUIVALENTS.read_text(encoding="utf-8"))
    paths = sorted({path for path, *_ in known})
    changes = (change for path in paths for place in places(path, program.sources[path]) for change in place)
    assert set(known) <= {key_of(change, program) for change in changes}


def test_a_room_is_chosen_with_those_within_it() -> None:
    program = Program(MODULES, {"p/q": ["a.py"], "p": ["b.py"], "pq": ["c.py"]})
    assert {change.path for change in chosen(program, 1, ["p"], {})} == {"a.py", "b.py"}
    with pytest.raises(Unusable, match="no such room: r; there are p/q, p, pq"):
        chosen(program, 1, ["r"], {})


def test_texts_for_people_are_none_of_the_program() -> None:
    program = read_program(ROOT)
    assert "src/huozi/messages/__init__.py" in program.sources
    assert "src/huozi/messages/style.py" not in program.sources
    assert {"huozi", "content/importers", "paragraph/rules"} <= set(program.rooms)


# ---------------------------------------------------------------- what tests reach

PROGRAM = b'''
TABLE = {"a": 1}
OTHER = dict(TABLE)
UNREAD = 3


def f(a):
    """Text."""
    if a:
        return 1
    for b in a or [2]:
        a = b
    return a


def g():
    return OTHER["a"]


def made(value):
    return value


LATER = made(4)


class C:
    most = 5

    def h(self):
        return self.most, LATER
'''


def blocks_run(expression: str) -> tuple[list[int], list[int]]:
    """The first lines of the blocks that importing reaches, and of those that an expression does."""
    code, blocks = instrumented("p.py", PROGRAM)
    row = [0] * len(blocks)
    names: dict[str, object] = {"__name__": "p", REACHED: row}
    exec(code, names)  # noqa: S102
    imported = [block.first for block, reached in zip(blocks, row, strict=True) if reached]
    row[:] = [0] * len(blocks)
    eval(expression, names)  # noqa: S307
    return imported, [block.first for block, reached in zip(blocks, row, strict=True) if reached]


@pytest.mark.parametrize(
    ("expression", "lines"),
    [("f(1)", [8, 10]), ("f([])", [8, 12]), ("g()", [17]), ("C().h()", [31]), ("f.__doc__.strip()", [])],
)
def test_a_program_notes_the_blocks_it_comes_to(expression: str, lines: list[int]) -> None:
    assert blocks_run(expression) == ([21], lines)


def test_lines_stay() -> None:
    code, blocks = instrumented("p.py", PROGRAM)
    names: dict[str, Any] = {"__name__": "p", REACHED: [0] * len(blocks)}
    exec(code, names)  # noqa: S102
    assert names["f"].__code__.co_firstlineno == 7


def readers() -> Readers:
    _, blocks = instrumented("p.py", PROGRAM)
    at_import = sum(1 << number for number, block in enumerate(blocks) if block.first == 21)
    tests = {
        "tests/test_p.py": b"from p import UNREAD",
        "tests/q.py": b"LATER",
        "tests/test_q.py": b"q.x",
    }
    return Readers(blocks, at_import, {"p.py": PROGRAM}, tests)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (2, {"TABLE", "OTHER"}),
        (4, {"UNREAD"}),
        (21, {"made", "LATER"}),
        (28, {"most", "C"}),
    ],
)
def test_what_is_set_at_import_is_read_by_its_names(line: int, names: set[str]) -> None:
    assert readers().names("p.py", line) == names


def test_the_blocks_that_mention_a_name_read_it() -> None:
    known = readers()
    assert known.blocks(["OTHER"]) == 1 << (known.block("p.py", 17) or 0)
    assert known.blocks(["most", "LATER"]) == 1 << (known.block("p.py", 31) or 0)
    assert known.blocks(["UNREAD"]) == 0
    assert known.test_files(["UNREAD"]) == {"tests/test_p.py"}
    assert known.test_files(["LATER"]) == {"tests/q.py", "tests/test_q.py"}


def change_at(line: int) -> Change:
    return Change("src/huozi/style/p.py", "", "compare", line, 0, 1, "<", ">")


def test_the_rooms_own_tests_come_first_and_whole_issues_last() -> None:
    _, blocks = instrumented("src/huozi/style/p.py", PROGRAM)
    bit = 1 << next(number for number, block in enumerate(blocks) if block.first == 17)
    reach = {
        "tests/integration/test_i.py::a": Reach(1, bit, False),
        "tests/unit/content/test_c.py::slow": Reach(5, bit, False),
        "tests/unit/content/test_c.py::quick": Reach(2, bit, False),
        "tests/unit/content/test_c.py::elsewhere": Reach(0, bit << 1, False),
        "tests/unit/commands/test_s.py::blind": Reach(3, 0, True),
        "tests/unit/style/test_p.py::slow": Reach(9, bit | 1, False),
        "tests/unit/style/test_p.py::quick": Reach(0.1, bit, False),
        "tests/unit/style/test_q.py::a": Reach(0.2, bit, False),
        "tests/unit/style/test_q.py::b": Reach(0.1, bit, False),
    }
    readers = Readers(blocks, 0, {"src/huozi/style/p.py": PROGRAM}, {})
    assert [list(names) for names in Suite(reach, readers).of(change_at(17))] == [
        ["tests/unit/style/test_q.py::b", "tests/unit/style/test_q.py::a"],
        ["tests/unit/style/test_p.py::quick", "tests/unit/style/test_p.py::slow"],
        [
            "tests/unit/content/test_c.py::quick",
            "tests/unit/commands/test_s.py::blind",
            "tests/unit/content/test_c.py::slow",
            "tests/integration/test_i.py::a",
        ],
    ]


@pytest.mark.parametrize(
    ("test", "room", "own"),
    [
        ("tests/unit/paragraph/test_a.py::b", "paragraph/rules", True),
        ("tests/unit/importers/test_a.py::b", "content/importers", True),
        ("tests/unit/test_records.py::b", "huozi", True),
        ("tests/unit/test_records.py::b", "style", False),
        ("tests/unit/makeup/test_a.py::b", "style", False),
        ("tests/properties/test_style.py::b", "style", False),
    ],
)
def test_a_test_is_of_its_room(test: str, room: str, own: bool) -> None:
    assert is_own(test, room) is own


# ---------------------------------------------------------------- going on, and the report


def test_a_run_goes_on_where_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "seed-1.json"
    first = Ledger(path, "program", "tests")
    first.set(change_at(1), Outcome(FAILED, "t", 1.0))
    first.set(change_at(1)._replace(start=5), Outcome(PASSED, "", 2.0))
    outcomes = [
        [
            ledger.get(change_at(1)),
            ledger.get(change_at(1)._replace(start=5)),
            ledger.get(change_at(1)._replace(start=9)),
        ]
        for ledger in (
            Ledger(path, "program", "tests"),
            Ledger(path, "program", "other tests"),
            Ledger(path, "other program", "tests"),
        )
    ]
    dead, alive = Outcome(FAILED, "t", 1.0), Outcome(PASSED, "", 2.0)
    assert outcomes == [[dead, alive, None], [dead, None, None], [None, None, None]]


def test_the_report_counts_by_room_and_lists_survivors(tmp_path: Path) -> None:
    program = Program({"src/huozi/style/p.py": b"x = a < b\n", "src/huozi/q.py": b"x = a and b\n"}, {})
    (first,) = places("src/huozi/style/p.py", program.sources["src/huozi/style/p.py"])
    ((other,),) = places("src/huozi/q.py", program.sources["src/huozi/q.py"])
    ledger = Ledger(tmp_path / "seed.json", "", "")
    for change, how in zip((*first, other), (TIME, PASSED, FAILED), strict=True):
        ledger.set(change, Outcome(how, "t", 1.0))
    lines, share = report([*first, other], ledger, program)
    assert [" ".join(line.split()) for line in lines] == [
        "huozi 1 of 1",
        "style 1 of 2",
        "killed of tried 2 of 3 (67 %), 1 by time",
        "survivors:",
        "src/huozi/style/p.py:1 compare x = a < b → x = a >= b",
    ]
    assert round(share) == 67


# ---------------------------------------------------------------- the whole

SMALL = {
    "src/huozi/__init__.py": "",
    "src/huozi/sums.py": "LEAST = 3\n\n\ndef large(a):\n    return a > LEAST\n\n\ndef untested(a):\n    return a > 1\n",
    "tests/unit/test_sums.py": (
        "from huozi.sums import large\n\n\ndef test_large():\n    assert [large(2), large(3), large(4)] == [0, 0, 1]\n"
    ),
    ".gitignore": "__pycache__/\n.mutate/\n",
    "tools/mutate-equivalents.txt": "# None.\n",
    "pyproject.toml": "[tool.pytest.ini_options]\ntestpaths = ['tests']\n",
}


def test_what_no_test_notices_is_listed(tmp_path: Path) -> None:
    for path, text in SMALL.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for tool in Path(tool_path.TOOLS).glob("mutat*.py"):
        shutil.copy(tool, tmp_path / "tools")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    command = [sys.executable, "tools/mutate.py", "--count", "9", "--workers", "1", "--least"]
    before = {path: (tmp_path / path).read_bytes() for path in SMALL}

    def run(least: int) -> tuple[int, list[str]]:
        done = subprocess.run([*command, str(least)], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert not done.stderr
        return done.returncode, [" ".join(line.split()) for line in done.stdout.splitlines()]

    code, lines = run(50)
    assert code == 0
    assert [line for line in lines if line.startswith("[1/6]")]
    end = lines[lines.index("huozi 3 of 6") :]
    assert end[1] == "killed of tried 3 of 6 (50 %), 0 by time"
    assert [line.partition(" ")[0] for line in end[3:]] == ["src/huozi/sums.py:9"] * 3
    assert run(51) == (1, end)  # nothing is run again
    assert not (tmp_path / "src" / "huozi" / "__pycache__").exists()
    assert {path: (tmp_path / path).read_bytes() for path in SMALL} == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--count", "0"], "0 is no number from 1 on"),
        (["--workers", "-1"], "-1 is no number from 1 on"),
        (["--show", "1", "--room", "nowhere"], "no such room: nowhere; there are"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], told: str) -> None:
    command = [sys.executable, str(Path(tool_path.TOOLS) / "mutate.py"), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_changes_are_listed_without_running_anything() -> None:
    command = [
        sys.executable,
        str(Path(tool_path.TOOLS) / "mutate.py"),
        "--show",
        "1",
        "--count",
        "3",
        "--room",
        "blocks",
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("src/huozi/blocks/") and " → " in line for line in lines)
