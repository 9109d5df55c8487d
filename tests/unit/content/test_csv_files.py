"""Tables in files: what stands in a cell, and where."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huozi.content.csv_files import MOST_BYTES, read_records
from huozi.diagnostics import Findings


def read(path: Path, data: bytes, most: int = 2_000) -> tuple[list[list[str]], int, list[str]]:
    """The cells of a file as text, how many rows it has, and the rules of what was found."""
    path.write_bytes(data)
    findings = Findings()
    records, count = read_records(str(path), most, findings)
    cells = [["\n".join(line.text for line in cell) for cell in record.cells] for record in records]
    return cells, count, [item.rule for item in findings]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data") / "a.csv"


ROWS = st.lists(st.lists(st.text(st.sampled_from('水位3.5",;\n'), max_size=5), min_size=2, max_size=4), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_cells_are_those_that_a_spreadsheet_wrote(path: Path, rows: list[list[str]]) -> None:
    first = ["甲", "乙"]
    stream = io.StringIO()
    csv.writer(stream).writerows([first, *rows])
    wanted = [first, *(["\n".join(line for line in cell.split("\n") if line) for cell in row] for row in rows)]
    read_cells, _, rules = read(path, stream.getvalue().encode())
    assert read_cells == [row for row in wanted if any(row)]
    assert rules == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_file_raises(path: Path, data: bytes) -> None:
    read(path, data)


def test_every_character_stands_where_its_place_says(path: Path) -> None:
    text = '站, 水位 ,"a ""b"" c","上\n 下"\n石,"",x\n'
    path.write_bytes(text.encode())
    records, _ = read_records(str(path), 9, Findings())
    lines = text.split("\n")
    for record in records:
        for cell in record.cells:
            for line in cell:
                for index, character in enumerate(line.text):
                    place = line.place(index)
                    assert lines[place.line - 1][place.column - 1] == character


@pytest.mark.parametrize(
    ("encoding", "rules"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("gb18030", ["table-encoding"])]
)
def test_the_encodings_of_spreadsheets_are_read(path: Path, encoding: str, rules: list[str]) -> None:
    assert read(path, "站,水位\n石渡,三\n".encode(encoding)) == ([["站", "水位"], ["石渡", "三"]], 2, rules)


def test_a_hundred_thousand_rows_are_counted_and_not_kept(path: Path) -> None:
    began = time.process_time()
    cells, count, _ = read(path, "石渡,3.2\n".encode() * 100_000)
    assert (len(cells), count) == (2_000, 100_000)
    assert time.process_time() - began < 3


def test_a_file_that_is_too_large_or_no_file_is_not_read(path: Path, tmp_path: Path) -> None:
    assert read(path, b"a," * (MOST_BYTES // 2 + 1)) == ([], 0, ["file-too-large"])
    findings = Findings()
    assert read_records(str(tmp_path), 9, findings) == ([], 0)
    assert [item.rule for item in findings] == ["not-a-file"]
    assert read(path, b"")[2] == []


@pytest.mark.slow
@pytest.mark.parametrize("text", ['"' * 100_001, 'a,"\n' * 50_001, '"a,' * 50_000, "," * 200_000, "\n" * 200_000])
def test_odd_quotes_and_many_cells_take_no_square_of_time(path: Path, text: str) -> None:
    began = time.process_time()
    read(path, text.encode())
    assert time.process_time() - began < 5
