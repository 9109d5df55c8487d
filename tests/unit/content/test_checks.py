"""The manuscript lint: the cases of ``cases/content/manuscript``."""

from __future__ import annotations

import time

import pytest
from dumps import cases, parts_of, show_findings
from hypothesis import given
from hypothesis import strategies as st
from issues import titled

from huozi.content.article_file import parse_article
from huozi.content.checks import check_articles
from huozi.content.dialects import FOREIGN_LINES, FOREIGN_MARKUP
from huozi.content.issue_model import Article
from huozi.content.model import Paragraph, Text
from huozi.content.slips import AS_IT_IS, DOUBLED, PROSE, STRAY_WORD
from huozi.content.wide_marks import LIST_JOINED, WIDE_LINES, WIDE_MARKUP
from huozi.diagnostics import Findings, Span
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
    rows = (
        *AS_IT_IS,
        *FOREIGN_LINES,
        *FOREIGN_MARKUP,
        *WIDE_LINES,
        *WIDE_MARKUP,
        *PROSE,
        STRAY_WORD,
        DOUBLED,
        LIST_JOINED,
    )
    assert {row.rule for row in rows} - {""} | {"mark-not-closed", "mark-turned", "placeholder"} == set(MANUSCRIPT)


def test_title_is_checked_at_its_place_and_may_hold_spaces() -> None:
    assert show_findings(lint("---\ntitle: '电力 GDP,增长'\n---\n\n正文")) == [
        "a.md:2:15: half-width-mark mark=, better=，"
    ]


def test_lines_of_the_front_matter_are_checked_at_their_places() -> None:
    text = '---\ntitle: 闸\naffiliation_note: "水利厅,闸门处"\nsource: 堰工报（2004)\n---\n\n正文'
    assert show_findings(lint(text)) == [
        "a.md:3:23: half-width-mark mark=, better=，",
        "a.md:4:17: half-width-mark mark=) better=）",
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


MARKS = "，。！（［【{｛＊＿·｀＾～＝《：.－-—…　 １1O0一[]()“‘”’"
"""Marks that patterns begin or end with."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        *MARKS,
        *(f"甲{mark}" for mark in MARKS),
        "[甲] (",
        "[甲](",
        "｛甲｜",
        "<甲",
        "&#",
        "———-",
        "a@",
        "1，000",
        "https://(",
        "%%",
        "%%甲",
        "[[甲",
        "{{a",
        "\\甲",
        "\\ab{",
        ":ab",
        "::甲",
        "++甲",
        "^[甲",
        "[^甲 ",
        "[@a",
        "[b]",
        "![甲",
        "！[甲（",
        "|甲 ",
        "=甲",
        "&ab",
        "《br",
    ],
)
def test_no_paragraph_takes_a_square_of_time(unit: str) -> None:
    place = Span("a.md", 1, 1)
    text = unit * (40_000 // len(unit))
    article = Article("a", titled("", place), (Paragraph((Text(text, place),), place),), place)
    began = time.process_time()
    check_articles([article], Findings())
    assert time.process_time() - began < 5


def test_a_mark_is_blamed_once() -> None:
    text = "闸门,图见［规程］（https://example.org/a,b），“开.，他(甲)说...--１，２３４块。\n\n1.开,关--停"
    places = [item.span for item in lint(text)]
    assert len(places) == len(set(places))


def test_half_of_an_expected_word_is_not_noted_where_words_are_the_subject() -> None:
    assert "stray-word" not in {item.rule for item in lint("先pull再push后merge，终release吧。甲pull乙push丙merge丁。")}


@given(st.text(st.sampled_from("汉一图ab，。“”‘’（）()[],.:;!? \u3000\"'*`\n" + MARKS), max_size=80))
def test_no_text_raises(text: str) -> None:
    lint(text)


def test_small_letters_within_a_word_are_no_word_of_small_letters() -> None:
    body = "算力达到20EFlops和5GHz，增速and规模均居前列，而market容量与iPhone销量另计。"
    assert [(item.rule, dict(item.arguments)["word"]) for item in lint(body)] == [
        ("stray-word", "and"),
        ("stray-word", "market"),
    ]


@pytest.mark.parametrize(("text", "most"), [("[" * 5_000, "mark-turned"), ("＊＊渡" * 5_000, "wide-markup")])
def test_of_thousands_of_slips_five_hundred_are_listed(text: str, most: str) -> None:
    found = [item.rule for item in lint(text)]
    assert found.count(most) == 500
    assert [rule for rule in found if rule != most] == ["more-findings"]


@pytest.mark.parametrize(
    "text",
    [
        "写作\\&amp;的",
        "\\&amp;是它的名字",
        "写作\\{{名}}的",
        "见《<https://example.org/q_r_s>》一文",
        "见〈*<https://example.org/q_r_s>*〉一文",
        "接着<https://example.org/q_r_s>don’t与别的",
        "他唱‘rock ’n’ roll’一夜",
        "又说‘it’s late’再走",
        "“‘[2,5)’o’clock”一项",
        "‘两点o’clock’v3.1版",
        "用C++和Java++写",
        "先i++再j++",
    ],
)
def test_text_that_is_right_is_named_nowhere(text: str) -> None:
    assert [item.rule for item in lint(text)] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("写作&foo;的", "other-markup"),
        ("见《https://example.org/q》一文", "wide-markup"),
        ("改：＊要点＊5处", "wide-markup"),
        ("已++补写++https://example.org/q", "other-markup"),
    ],
)
def test_their_neighbours_are_named(text: str, rule: str) -> None:
    assert [item.rule for item in lint(text)] == [rule]


@pytest.mark.parametrize(
    "text", ["水位\t升到三尺，雨未停。", "水位，\t升到三尺。", "用\tPython写成。", "![闸门]\n(../images/a.jpg)"]
)
def test_what_is_told_where_markdown_is_read_is_not_told_again(text: str) -> None:
    findings = Findings()
    check_articles([parse_article(text, "a", "a.md", ".", findings)], findings)
    rules = [item.rule for item in findings if item.rule != "front-matter-missing"]
    assert rules == ["tab" if "\t" in text else "picture-unread"]
