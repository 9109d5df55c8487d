"""Reports and pictures of a run: what stands in them is what the run found, at its places."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from houses import house

from huozi.commands.documents import document_bytes
from huozi.commands.fingerprints import Sources
from huozi.commands.listing import Listing, Written, list_of, roots_of
from huozi.commands.making import Examined, Made, Request, examine
from huozi.commands.pictures import Drawn, draw_pictures, pictures_by_label
from huozi.commands.reporting import Shown, report_of
from huozi.diagnostics import Findings, Severity
from huozi.report.model import Both, Fact, Report
from huozi.report.writing import report_html
from huozi.rounds.changes import Comparison

SLIPS = "题目\n国国甲,乙国。\n\n国" + "丙" * 30 + "丁,戊。"
CLEAN = "另题\n国国。"
LABELS = ("封一", "封二", "1", "2", "3", "4", "封三", "封四")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Examined, Made, Listing]:
    issue = house(tmp_path_factory.mktemp("house"), {"a": SLIPS, "b": CLEAN})
    findings = Findings()
    examined = examine(Request(str(issue)), findings, lambda stage: None)
    assert examined.made is not None
    return examined, examined.made, list_of(examined, findings, Written("print.pdf", examined.made.pages))


@pytest.fixture(scope="module")
def pdf(run: tuple[Examined, Made, Listing]) -> bytes:
    return document_bytes(run[1], run[1].pages, "screen")


def reported(run: tuple[Examined, Made, Listing], **facts: Any) -> Report:
    examined, made, listing = run
    pictures = {page.label: b"picture" for page in made.pages}
    shown = Shown(made.pages, pictures)._replace(**facts)
    return report_of(made, listing, Sources(roots_of(examined)), shown)


def test_a_report_shows_every_page_and_every_finding_of_the_list(run: tuple[Examined, Made, Listing]) -> None:
    report = reported(run)
    assert report.title == "方块月刊2030年第3期（总第7期）"
    assert [page.label for page in report.pages] == list(LABELS)
    assert [page.folio for page in report.pages] == ["", "", "1", "2", "3", "", "", ""]
    assert [(each.rule, each.fingerprint) for each in report.findings] == [
        (entry.finding.rule, entry.fingerprint) for entry in run[2].entries
    ]
    assert [fact.value for fact in report.facts] == ["2030-03-31", "8"]


def test_a_finding_stands_at_its_words(run: tuple[Examined, Made, Listing]) -> None:
    first, second = (each for each in reported(run).findings if each.rule == "half-width-mark")
    page = next(page for page in reported(run).pages if page.label == "2")
    assert [each.label for each in (first, second)] == ["2", "2"]
    assert (first.line, first.column, first.severity) == (5, 4, Severity.WARNING)
    assert first.article == "a" and first.file.endswith("articles/a.md")
    (box,), (last,) = first.boxes, second.boxes
    em = 10_000
    edge = min(line.left for line in page.lines if line.text.startswith("丙"))
    assert (box.x - edge, box.width) == (5 * em, em // 2)  # two ems of indent, three characters before it
    assert last.y > box.y
    assert "半角" in first.message.zh and "half-width" in first.message.en and first.hint.zh and first.hint.en


def test_articles_are_named_with_their_pages(run: tuple[Examined, Made, Listing]) -> None:
    assert [each[:] for each in reported(run).articles] == [("a", "题目", "栏目", "2"), ("b", "另题", "栏目", "3")]


def test_what_is_given_is_handed_on(run: tuple[Examined, Made, Listing]) -> None:
    comparison = Comparison("旧", "新", 6, 6)
    fact = Fact(Both("校次", "Round"), "三校")
    report = reported(run, comparison=comparison, facts=(fact,), old_pictures={"2": b"old"})
    assert report.comparison is comparison and report.facts[0] is fact
    assert [page.label for page in report.pages if page.old_picture] == ["2"]


def test_only_what_was_not_known_is_new(run: tuple[Examined, Made, Listing]) -> None:
    prints = [entry.fingerprint for entry in run[2].entries]
    assert len(prints) > 1
    assert not any(each.is_new for each in reported(run).findings)
    assert [each.is_new for each in reported(run, known=prints[:1]).findings] == [False] + [True] * (len(prints) - 1)


def test_pages_without_a_picture_are_left_out_and_their_findings_are_told(run: tuple[Examined, Made, Listing]) -> None:
    report = reported(run, pictures={"1": b"picture"})
    assert [page.label for page in report.pages] == ["1"]
    assert {(each.label, each.boxes) for each in report.findings if each.rule == "half-width-mark"} == {("", ())}


def test_covers_are_read_out_by_their_words(run: tuple[Examined, Made, Listing]) -> None:
    pages = {page.label: page for page in reported(run).pages}
    assert "方块" in pages["封一"].words
    assert pages["2"].words == "" and len(pages["2"].lines) > 4


def test_a_run_is_written_as_a_report(run: tuple[Examined, Made, Listing], pdf: bytes) -> None:
    report = reported(run, pictures=pictures_by_label(pdf, LABELS, Drawn(20)))
    text = report_html(report).decode("utf-8")
    assert text.count("<img ") == len(LABELS)
    number = next(at for at, each in enumerate(report.findings, 1) if each.rule == "half-width-mark")
    assert f'href="#f{number}" id="m{number}"' in text.partition('id="p4"')[2].partition('id="p5"')[0]


# ------------------------------------------------------------------ pictures


def test_pictures_are_told_by_their_labels(pdf: bytes) -> None:
    all_of_them = pictures_by_label(pdf, LABELS, Drawn(20))
    assert tuple(all_of_them) == LABELS
    assert pictures_by_label(pdf, LABELS, Drawn(20, only=("2", "9"))) == {"2": all_of_them["2"]}


def test_pictures_are_drawn_into_a_folder_by_number_and_label(pdf: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "build" / "pages"
    paths = draw_pictures(pdf, LABELS, str(folder), Drawn(20))
    names = ["01-封一.png", "02-封二.png", "03-1.png", "04-2.png", "05-3.png", "06-4.png", "07-封三.png", "08-封四.png"]
    assert [os.path.basename(path) for path in paths] == names
    assert sorted(os.listdir(folder)) == names
    draw_pictures(pdf, LABELS, str(folder), Drawn(20, only={"2"}))
    assert os.listdir(folder) == ["04-2.png"]
