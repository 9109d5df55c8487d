"""Ranges of folios: which pages are asked for, what is written of them, what is told."""

from __future__ import annotations

import argparse
from pathlib import Path

import pypdf
import pytest
from houses import house, told

from huozi.cli import main
from huozi.commands.ranges import chosen_pages, page_range
from huozi.diagnostics import Findings, Span
from huozi.display import Page
from huozi.geometry import Size


def page(index: int, folio: str | None) -> Page:
    return Page(index, "right", folio, folio or "封", Size(100_000, 100_000), 0, ())


FOLIOS = [None, None, "1", "2", "3", "4", None, "6", "7", None]
PAGES = tuple(page(index, folio) for index, folio in enumerate(FOLIOS))


@pytest.mark.parametrize(
    ("written", "first", "last", "name"),
    [
        ("3-8", 3, 8, "3-8"),
        ("3–8", 3, 8, "3-8"),
        ("3～8", 3, 8, "3-8"),
        (" 5 ", 5, 5, "5"),
        ("5-5", 5, 5, "5"),
        ("3-", 3, 9999, "3-"),
        ("-8", 1, 8, "1-8"),
        ("8-3", 8, 3, "8-3"),
        ("0", 0, 0, "0"),
        ("12345", 12345, 12345, "12345"),
    ],
)
def test_a_range_is_read_as_people_write_it(written: str, first: int, last: int, name: str) -> None:
    wanted = page_range(written)
    assert (wanted.first, wanted.last, wanted.written, wanted.name) == (first, last, written.strip(), name)


@pytest.mark.parametrize("written", ["", "-", "x", "3-5-8", "3,5", "3..8", "123456", "+3", "1-123456"])
def test_what_is_no_range_is_refused(written: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="3-8"):
        page_range(written)


@pytest.mark.parametrize(
    ("written", "folios"),
    [
        ("2-3", ["2", "3"]),
        ("4", ["4"]),
        ("4-", ["4", "6", "7"]),
        ("-2", ["1", "2"]),
        ("1-99", ["1", "2", "3", "4", "6", "7"]),
    ],
)
def test_pages_are_chosen_by_their_folios_and_covers_have_none(written: str, folios: list[str]) -> None:
    findings = Findings()
    assert [page.folio for page in chosen_pages(PAGES, page_range(written), findings)] == folios
    assert not len(findings)


@pytest.mark.parametrize("written", ["8", "5", "0", "4-3", "9-"])
def test_a_range_without_a_page_is_a_finding_with_the_folios_there_are(written: str) -> None:
    findings = Findings()
    assert chosen_pages(PAGES, page_range(written), findings) == ()
    (item,) = findings
    assert (item.rule, item.span, dict(item.arguments)) == (
        "pages-not-there",
        Span("--pages"),
        {"wanted": written, "there": "1-4, 6-7"},
    )


def test_where_no_page_has_a_folio_none_is_there() -> None:
    findings = Findings()
    chosen_pages((page(0, None),), page_range("1"), findings)
    assert [dict(item.arguments)["there"] for item in findings] == ["–"]


# ------------------------------------------------------------------ build


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """An issue of three pages of text behind its contents and two covers; what the lint finds is on folios 2 and 4."""
    return house(tmp_path, {"a": "题目\n甲,乙。\n\n" + "国" * 700 + "甲,乙。"})


def test_only_the_pages_asked_for_are_written(issue: Path) -> None:
    assert main(["build", str(issue), "--pages", "3-4"]) == 0
    pages = pypdf.PdfReader(issue / "build" / "print-3-4.pdf")
    assert pages.page_labels == ["3", "4"]
    assert not (issue / "build" / "print.pdf").exists(), "a part is not taken for the whole"
    main(["build", str(issue), "--pages", "2", "-o", str(issue / "part.pdf"), "--profile", "screen"])
    assert pypdf.PdfReader(issue / "part.pdf").page_labels == ["2"]


def test_pages_are_told_by_their_number_in_the_file(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = told(issue, capsys, command="build")
    assert [(row["page"], row["folio"]) for row in whole["findings"]] == [(4, "2"), (6, "4")]
    assert (whole["made"]["pages"], whole["made"]["folios"]) == (8, [{"section": "栏目", "page": 4, "folio": "2"}])
    part = told(issue, capsys, "--pages", "3-4", command="build")
    assert [(row["page"], row["folio"]) for row in part["findings"]] == [(None, "2"), (2, "4")]
    assert (part["made"]["pages"], part["made"]["folios"]) == (2, [])
    first = told(issue, capsys, "--pages", "2", command="build")
    assert first["made"]["folios"] == [{"section": "栏目", "page": 1, "folio": "2"}]


@pytest.mark.parametrize(
    ("asked", "shown"), [("3-4", "共 2 页（页码 3-4）"), ("3", "共 1 页（页码 3）"), ("-9", "共 4 页（页码 1-4）")]
)
def test_people_are_told_which_folios_are_in_the_file(
    asked: str, shown: str, issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", str(issue), "--pages", asked])
    assert shown in capsys.readouterr().out.splitlines()[-1]


def test_a_range_without_a_page_is_wrong_usage_and_writes_nothing(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for profile in ("print", "screen"):
        assert main(["build", str(issue), "--pages", "9-", "--profile", profile]) == 2
    assert not (issue / "build").exists()
    assert "有的页码：1-4" in capsys.readouterr().out
