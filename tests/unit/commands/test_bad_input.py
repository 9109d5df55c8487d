"""Texts that nobody should write: a line is set or a finding says why not; nothing is lost, nothing hangs or breaks."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from issues import write_issue
from squares import PULL_IN, TESTS, composed, rules_of

from huozi.commands.build import Product, build
from huozi.commands.check import check
from huozi.commands.compose import Request, compose_text, read_text
from huozi.commands.making import Request as BuildRequest
from huozi.commands.outcome import Exit
from huozi.diagnostics import Findings
from huozi.paragraph.explain import explain

pytestmark = pytest.mark.slow

MANY = 2_000

TEXTS: dict[str, tuple[str, set[str]]] = {
    "one-mark": ("，" * 10_000, {"prohibition-relaxed"}),
    "all-marks": ("（《“。”》），、·／～" * 800, set()),
    "opening-marks": ("（" * MANY, {"prohibition-relaxed"}),
    "quotes": ("“”" * MANY, set()),
    "dashes": ("国" + "—" * MANY, {"line-overfull"}),
    "ellipses": ("国" + "…" * MANY, {"line-overfull"}),
    "solidi": ("／" * MANY, {"prohibition-relaxed"}),
    "hyphens": ("-" * MANY, {"prohibition-relaxed"}),
    "word": ("国" + "incomprehensibility" * 100 + "国", {"word-broken"}),
    "number": ("国" + "1234567890" * 200 + "国", {"word-broken"}),
    "address": ("国" + "a/b.c-d" * 300, {"word-broken"}),
    "prefixes": ("￥" * MANY, {"word-broken"}),
    "suffixes": ("国%" * MANY, set()),
    "spaces": ("国" + " " * MANY + "国", set()),
    "ideographic-spaces": ("国" + "\u3000" * MANY + "国", set()),
    "combining": ("e" + "\u0301" * MANY, set()),
    "selectors": ("国\ufe00\U000e0100" * 100, set()),
    "joiners": ("国" + "\u200d\u200b\ufeff" * 100, set()),
    "controls": ("国\x00\x01\x07\x0b\x1b\x7f\x85国" * 50, {"character-missing"}),
    "bidi": ("国\u202e国\u2066国\u2069\u202c\u200f" * 50, set()),
    "surrogates": ("国\ud800国\udfff\udc80" * 50, {"character-missing"}),
    "unassigned": ("国\u0378国\U000e0fff\U0010ffff" * 50, {"character-missing"}),
}
"""Texts with the findings they may give."""


@pytest.fixture(autouse=True)
def in_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TESTS)


def lines_of(request: Request) -> tuple[list[dict[str, Any]], set[str]]:
    outcome = compose_text(request._replace(output="json"))
    lines = [line for paragraph in json.loads(outcome.text)["paragraphs"] for line in paragraph["lines"]]
    return lines, set(rules_of(outcome.findings))


@pytest.mark.parametrize("measure", ["1字", "1.5字", "20字"])
@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_set_whole_or_says_why_not(name: str, measure: str) -> None:
    text, wanted = TEXTS[name]
    lines, rules = lines_of(Request("text.txt", text, measure, "2字", layout="square"))
    assert "".join(line["text"] for line in lines) == text
    assert "".join(glyph["text"] for line in lines for glyph in line["glyphs"]) == text
    assert all(glyph["advance"] >= 0 for line in lines for glyph in line["glyphs"])
    assert rules >= wanted or measure == "20字"
    over = [line for line in lines if line["break"] == "overfull"]
    assert "line-overfull" in rules if over else "line-overfull" not in rules


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("fill", ["pull-in", "least"])
def test_every_text_can_be_told_of(name: str, fill: str) -> None:
    request = Request("text.txt", TEXTS[name][0], "6字", "0字", layout="square", overrides=(("text.fill", fill),))
    for language in ("zh", "en"):
        said = compose_text(request._replace(language=language)).text
        assert said.encode("utf-8")
        assert "\x1b" not in said


@pytest.mark.parametrize(
    ("data", "rule", "read"),
    [
        ("国\x01国".encode(), "control-character", True),
        ("国\u202e国".encode(), "bidi-character", True),
        ("国\ufdd0国".encode(), "control-character", True),
        ("国".encode() * 9 + b"\xed\xa0\x80", "bad-utf8", True),
        ("国国国国".encode("gb18030"), "other-encoding", False),
        ("国".encode("utf-16"), "other-encoding", False),
    ],
)
def test_what_is_wrong_with_a_files_characters_is_said(data: bytes, rule: str, read: bool, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    findings = Findings()
    assert (read_text(str(path), findings) is not None) == read
    assert rule in rules_of(findings)


# ------------------------------------------------------------------ time


def calls(function: Callable[[], object]) -> int:
    """How many calls a function comes to: a measure of its time that is the same on every machine."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", ["国国国国，国国国国国国国。", "，", "a-", "国A", "（“"])
def test_a_paragraph_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def work(length: int) -> object:
        return explain(composed((piece * length)[:length], 20, PULL_IN))

    work(500)
    one, two = calls(lambda: work(3_000)), calls(lambda: work(6_000))
    assert two < 2.3 * one


# ------------------------------------------------------------------ build


def issue_with(folder: Path, body: str) -> str:
    for name in ("layout", "fonts"):
        (folder / name).symlink_to(TESTS / name)
    return str(write_issue(folder / "issue" / "one", body))


NOT_TOLD_APART = ("surrogates", "controls", "hyphens", "ideographic-spaces", "spaces")
"""What a file cannot hold, what keeps an issue from being read (below), what Markdown takes for something else."""


@pytest.mark.parametrize("characters", ["1", "20"])
@pytest.mark.parametrize("name", [name for name in TEXTS if name not in NOT_TOLD_APART])
def test_every_text_can_be_built_or_says_why_not(name: str, characters: str, tmp_path: Path) -> None:
    text, wanted = TEXTS[name]
    folder = issue_with(tmp_path, text)
    request = BuildRequest(folder, overrides=(("page.type_area.characters", characters),))
    outcome = build(request, lambda _stage: None, Product(profile="screen"))
    assert Path(folder, "build", "screen.pdf").read_bytes().startswith(b"%PDF-")
    assert set(rules_of(outcome.findings)) >= wanted or characters == "20"


@pytest.mark.parametrize(("text", "rule"), [("国\x01国", "control-character"), ("国\ufdd0国", "control-character")])
def test_what_cannot_be_printed_keeps_an_issue_from_being_built(text: str, rule: str, tmp_path: Path) -> None:
    folder = issue_with(tmp_path, text)
    for outcome in (build(BuildRequest(folder), lambda _stage: None), check(BuildRequest(folder), lambda _stage: None)):
        assert rules_of(outcome.findings) == [rule]
        assert outcome.code is Exit.FINDINGS
    assert not Path(folder, "build").exists()
