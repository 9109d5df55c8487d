"""The manuscript lint: the cases of ``cases/content/manuscript``."""

from __future__ import annotations

import time

import pytest
from dumps import cases, parts_of, show_findings
from hypothesis import given
from hypothesis import strategies as st

from huozi.content.article_file import parse_article
from huozi.content.checks import CHECKS, check_articles
from huozi.diagnostics import Findings
from huozi.messages import render
from huozi.messages.manuscript import MANUSCRIPT


def lint(text: str) -> Findings:
    findings = Findings()
    article = parse_article(text, "a", "a.md", ".", Findings())
    check_articles([article], findings)
    return findings


@pytest.mark.parametrize("case", cases("manuscript"))
def test_case(case: str) -> None:
    parts = parts_of(case)
    findings = lint(parts["markdown"])
    assert "\n".join(show_findings(findings)) == parts["findings"].rstrip("\n")
    assert all(render(item, language) for item in findings for language in ("zh", "en"))


def test_every_rule_has_its_message() -> None:
    assert {check.rule for check in CHECKS} | {"mark-not-closed"} == set(MANUSCRIPT)


def test_title_is_checked_at_its_place_and_may_hold_spaces() -> None:
    assert show_findings(lint("---\ntitle: '电力 GDP,增长'\n---\n\n正文")) == [
        "a.md:2:15: half-width-mark mark=, better=，"
    ]


def test_lists_quotes_and_notes_are_checked_too() -> None:
    findings = lint("- 甲,乙\n\n> 丙,丁[^1]\n\n[^1]: 戊,己\n")
    assert [item.span[1:] for item in findings] == [(1, 4), (3, 4), (5, 8)]


def test_verse_dialogue_and_definitions_are_checked_too() -> None:
    text = "::: verse\n甲,乙\n:::\n\n::: dialogue\n问，答：丙,丁\n\n问：丙,丁\n:::\n\n"
    text += "术,语\n: 解,释\n\n> 甲\n>\n> ——某,某\n"
    assert [item.span[1:] for item in lint(text)] == [(2, 2), (6, 6), (8, 4), (11, 2), (12, 4), (16, 6)]


def test_verse_may_step_its_lines_and_quote_over_them() -> None:
    assert not len(lint("::: verse\n　　“甲，\n　　乙\n\n丙。”\n:::\n"))


def test_a_paragraph_of_brackets_takes_no_square_of_time() -> None:
    began = time.process_time()
    lint("（" * 100_000 + "】" * 100_000)
    assert time.process_time() - began < 10


@given(st.text(st.sampled_from("汉字ab，。“”‘’（）()[],.:;!? \u3000\"'*`\n"), max_size=80))
def test_no_text_raises(text: str) -> None:
    lint(text)
