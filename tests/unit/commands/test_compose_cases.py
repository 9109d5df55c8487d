"""Each file of ``tests/cases/compose`` is a text, how it is composed, and the lines that must come of it.

A file has parts, each under a line ``=== name``: what it shows (above the first part), ``options`` (those of
``huozi compose``), ``text``, ``lines``, and ``findings`` where there are any. A line is its text between bars, its
width in ems, why it ends, and what each step did. ``--renew`` writes the last two parts anew.

Every case is run twice, the second time at a measure of one character: nothing may be lost and nothing may break.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from squares import TESTS

from huozi.commands.compose import Request, compose_text
from huozi.diagnostics import InvalidIssue

CASES = sorted((TESTS / "cases" / "compose").glob("*.txt"))
EM = 10_000


class Case(NamedTuple):
    """A case file, read."""

    about: str
    options: dict[str, str]
    text: str
    lines: str
    findings: str


def read_case(path: Path) -> Case:
    parts: dict[str, str] = {}
    about, *rest = path.read_text(encoding="utf-8").split("\n=== ")
    for part in rest:
        name, _, content = part.partition("\n")
        parts[name] = content.strip("\n")
    options = dict(line.split(": ", 1) for line in parts["options"].splitlines())
    return Case(about, options, parts["text"], parts["lines"], parts.get("findings", ""))


def compose_case(case: Case, measure: str = "") -> tuple[list[dict[str, Any]], list[str]]:
    """The paragraphs of a case as the command gives them, and its findings as text."""
    own = {"measure": "", "indent": "0字", "style": "body", "layout": "square"}
    asked = {name: case.options.get(name, usual) for name, usual in own.items()}
    overrides = [(key, value) for key, value in case.options.items() if key not in own]
    request = Request(
        "text.txt",
        case.text,
        asked["measure"],
        asked["indent"],
        asked["style"],
        asked["layout"],
        overrides,
        "json",
    )
    outcome = compose_text(request._replace(measure=measure) if measure else request)
    found = [f"{item.span}: {item.rule}" for item in outcome.findings]
    return json.loads(outcome.text)["paragraphs"], found


def shown(paragraphs: list[dict[str, Any]]) -> str:
    """Paragraphs in the form of the case files, parted by blank lines."""
    return "\n\n".join("\n".join(map(shown_line, paragraph["lines"])) for paragraph in paragraphs)


def shown_line(line: dict[str, Any]) -> str:
    steps = "".join(f"  {step['step']} {step['amount'] / EM:+.3f}/{step['places']}" for step in line["adjustments"])
    start = f"{line['x'] / EM:g}: " if line["x"] else ""
    return f"|{line['text']}|  {start}{line['width'] / EM:g} {line['break']}{steps}"


@pytest.fixture(autouse=True)
def in_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TESTS)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_is_composed_into_its_lines(path: Path, renewed: bool) -> None:
    case = read_case(path)
    paragraphs, findings = compose_case(case)
    if renewed:
        options = "\n".join(f"{key}: {value}" for key, value in case.options.items())
        parts = {"options": options, "text": case.text, "lines": shown(paragraphs), "findings": "\n".join(findings)}
        written = "\n\n".join(f"=== {name}\n{content}" for name, content in parts.items() if content)
        path.write_text(f"{case.about.rstrip()}\n\n{written}\n", encoding="utf-8")
        case = read_case(path)
    assert shown(paragraphs).splitlines() == case.lines.splitlines()
    assert findings == case.findings.splitlines()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_keeps_all_its_characters_at_a_measure_of_one(path: Path) -> None:
    case = read_case(path)
    usual, _ = compose_case(case)
    narrow, _ = compose_case(case, measure="1字")
    for wide, thin in zip(usual, narrow, strict=True):
        assert "".join(line["text"] for line in thin["lines"]) == "".join(line["text"] for line in wide["lines"])
        assert sum(len(line["glyphs"]) > 0 for line in thin["lines"]) >= len(wide["lines"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_advances_add_up_and_widths_follow_from_the_adjustments(path: Path) -> None:
    for paragraph in compose_case(read_case(path))[0]:
        for line in paragraph["lines"]:
            assert "".join(glyph["text"] for glyph in line["glyphs"]) == line["text"]
            assert sum(glyph["advance"] for glyph in line["glyphs"]) == line["width"]
            assert line["natural"] + sum(step["amount"] for step in line["adjustments"]) == line["width"]
            places = [glyph["x"] for glyph in line["glyphs"]]
            assert places[0] == line["x"]
            advances = [glyph["advance"] for glyph in line["glyphs"]]
            assert [left + step for left, step in zip(places, advances, strict=True)][:-1] == places[1:]


def test_there_are_cases() -> None:
    assert len(CASES) >= 30


# ------------------------------------------------------------------ the command's other form


def test_the_text_form_says_the_same_for_people_in_two_languages() -> None:
    text = "国国国国国，国国国国国国A国国。"
    request = Request("-", text, measure="5字", indent="0字", layout="square")
    chinese = compose_text(request).text
    english = compose_text(request._replace(language="en")).text
    for found, words in (
        (chinese, ("自然宽（字）", "避头尾", "段尾")),
        (english, ("natural (em)", "prohibition", "end of text")),
    ):
        assert all(word in found for word in words)
    numbered = [line for line in chinese.splitlines() if line[:3].strip().isdigit()]
    assert "".join(line[5:] for line in numbered) == text


def test_any_key_of_a_layout_can_be_set() -> None:
    text = "国国国国……国国国国国国"
    request = Request("-", text, measure="4字", indent="0字", layout="square", output="json")
    for key, value, first in (
        ("text.kinsoku", "gb", "国国国国"),
        ("text.kinsoku", "strict", "国国国"),
        ("styles.body.size", "8pt", "国国国国"),
        ("styles.body.align", "right", "国国国国"),
    ):
        (paragraph,) = json.loads(compose_text(request._replace(overrides=((key, value),))).text)["paragraphs"]
        assert paragraph["lines"][0]["text"] == first


@pytest.mark.parametrize(
    ("measure", "millipoints"), [("20字", 200_000), ("120pt", 120_000), ("10mm", 28_346), ("", 200_000)]
)
def test_the_measure_is_given_as_people_write_lengths(measure: str, millipoints: int) -> None:
    request = Request("-", "国", measure=measure, layout="square", output="json")
    assert json.loads(compose_text(request).text)["paragraphs"][0]["measure"] == millipoints


def test_a_style_without_an_indent_has_none_and_the_option_wins() -> None:
    def x(indent: str = "", style: str = "body") -> int:
        request = Request("-", "国", indent=indent, style=style, layout="square", output="json")
        found: int = json.loads(compose_text(request).text)["paragraphs"][0]["lines"][0]["x"]
        return found

    assert (x(), x(indent="0字"), x(indent="3字"), x(style="note")) == (20_000, 0, 30_000, 0)


@pytest.mark.parametrize("measure", ["0字", "-3字"])
def test_a_measure_of_nothing_is_refused(measure: str) -> None:
    with pytest.raises(InvalidIssue):
        compose_text(Request("-", "国", measure=measure, layout="square"))


@pytest.mark.parametrize(("indent", "told"), [("4字", False), ("4.1字", True), ("5字", True)])
def test_an_indent_that_leaves_no_character_in_the_line_is_told(indent: str, told: bool) -> None:
    request = Request("-", "国国", measure="5字", indent=indent, layout="square")
    found = [(str(item.span), dict(item.arguments)) for item in compose_text(request).findings]
    shown = {"4.1字": "41pt", "5字": "50pt"}.get(indent, "")
    assert found == ([("--indent", {"style": "body", "indent": shown})] if told else [])
