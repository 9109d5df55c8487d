"""An article that says all that one may say: each field is read, and each character has its place."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from huozi.content.article_file import parse_article
from huozi.content.checks import check_articles
from huozi.content.front_matter import FIELDS, FRONT_MATTER_KEYS
from huozi.content.issue_model import BAR, Article, Author
from huozi.content.model import Inline, NoteRef, Ruby, Script, Text, TextRole
from huozi.diagnostics import Findings, Span

FILE = "articles/01-shuize.md"

WHOLE = r"""---
title: 水则 | 与渡口
subtitle: ——以 | H~2~O 为例
short_title: 水则
title_en: Gauges | and *Fords*
subtitle_en: A Case of H~2~O
authors:
  - {name: 江月白, affiliation: [渡口大学, 水则研究院], email: jiang@example.cn, corresponding: true}
  - {name: 沈三桥, affiliation: 水则研究院}
  - 石阶
authors_en: [JIANG Yuebai, SHEN Sanqiao, SHI Jie]
affiliation_note: 渡口大学水利系
abstract: |
  水则刻在
  石壁，用*new
  words*说明|竖。\
  换行

  第二段，H~2~O。
abstract_en: >
  Gauges are cut
  in rock.

  They count.
keywords: [水则, 渡口]
keywords_en: [gauge, ford]
source: 渡口日报
note: 基金项目：水则
  基金（1号）
received: 2024-09-12
revised: 2024-11-02
doi: 10.1234/hz.2024.12.001
clc: F832.48; TP391.41
document_code: A
editors_note: "编者按：\
  这是“水”"
editor: 石渡
translator: 桨声
columns: 2
start: page
contents: false
notes: end
---

正文。
"""


def read(text: str) -> tuple[Article, list[tuple[int, int, str]]]:
    findings = Findings()
    article = parse_article(text, "shuize", FILE, ".", findings)
    check_articles([article], findings)
    return article, [(item.span.line, item.span.column, item.rule) for item in findings]


def shown(inlines: Iterable[Inline]) -> list[tuple[int, int, str]]:
    """Inlines as line, column and text, what is marked between marks."""
    return [(inline.span.line, inline.span.column, _text(inline)) for inline in inlines]


def _text(inline: Inline) -> str:
    match inline:
        case Text(text, _, TextRole.EMPHASIS):
            return f"*{text}*"
        case Text(text, markup=markup) if markup.script is Script.SUB:
            return f"~{text}~"
        case Text(text) | Ruby(base=text):
            return text
        case _:
            return "?"


def test_nothing_is_wrong_with_an_article_that_says_all() -> None:
    assert read(WHOLE)[1] == []


def test_the_article_says_something_under_every_key_of_a_front_matter() -> None:
    article, _ = read(WHOLE)
    assert [key for key in FIELDS if not article.said(key)] == []
    assert [key for key in FRONT_MATTER_KEYS if f"\n{key}:" not in WHOLE] == ["kind"]


@pytest.mark.parametrize(
    ("key", "paragraphs"),
    [
        ("subtitle", [[(3, 11, "——以 | H"), (3, 19, "~2~"), (3, 21, "O 为例")]]),
        ("short_title", [[(4, 14, "水则")]]),
        ("title_en", [[(5, 11, "Gauges | and "), (5, 25, "*Fords*")]]),
        ("subtitle_en", [[(6, 14, "A Case of H"), (6, 26, "~2~"), (6, 28, "O")]]),
        ("affiliation_note", [[(12, 19, "渡口大学水利系")]]),
        (
            "abstract",
            [
                [
                    (14, 3, "水则刻在"),
                    (15, 3, "石壁，用"),
                    (15, 8, "*new *"),
                    (16, 3, "*words*"),
                    (16, 9, f"说明{BAR}竖。"),
                    (16, 14, "\n"),
                    (17, 3, "换行"),
                ],
                [(19, 3, "第二段，H"), (19, 9, "~2~"), (19, 11, "O。")],
            ],
        ),
        ("abstract_en", [[(21, 3, "Gauges are cut "), (22, 3, "in rock.")], [(24, 3, "They count.")]]),
        ("source", [[(27, 9, "渡口日报")]]),
        ("note", [[(28, 7, "基金项目：水则"), (29, 3, "基金（1号）")]]),
        ("received", [[(30, 11, "2024-09-12")]]),
        ("revised", [[(31, 10, "2024-11-02")]]),
        ("doi", [[(32, 6, "10.1234/hz.2024.12.001")]]),
        ("clc", [[(33, 6, "F832.48; TP391.41")]]),
        ("document_code", [[(34, 16, "A")]]),
        ("editors_note", [[(35, 16, "编者按："), (36, 3, "这是“水”")]]),
        ("editor", [[(37, 9, "石渡")]]),
        ("translator", [[(38, 13, "桨声")]]),
    ],
)
def test_a_field_is_read_with_the_place_of_each_character(
    key: str, paragraphs: list[list[tuple[int, int, str]]]
) -> None:
    said = read(WHOLE)[0].said(key)
    assert [shown(words.inlines) for words in said] == paragraphs
    assert [words.span for words in said] == [Span(FILE, *paragraph[0][:2]) for paragraph in paragraphs]


def test_fields_stand_in_the_order_of_the_file() -> None:
    article, _ = read("---\neditor: 甲\nabstract: 乙\ntitle: 丙\nsubtitle: 丁\n---\n正文\n")
    assert [key for key, _ in article.fields] == ["editor", "abstract", "subtitle"]


def test_authors_and_keywords_are_read_in_both_languages() -> None:
    article, _ = read(WHOLE)
    assert article.authors == (
        Author("江月白", ("渡口大学", "水则研究院"), "jiang@example.cn", True, Span(FILE, 8, 5)),
        Author("沈三桥", ("水则研究院",), "", False, Span(FILE, 9, 5)),
        Author("石阶", (), "", False, Span(FILE, 10, 5)),
    )
    assert [author.name for author in article.authors_en] == ["JIANG Yuebai", "SHEN Sanqiao", "SHI Jie"]
    assert (article.keywords, article.keywords_en) == (("水则", "渡口"), ("gauge", "ford"))
    assert (article.columns, article.start, article.in_contents, article.notes_place) == (2, "page", False, "end")


@pytest.mark.parametrize("key", [key for key in FRONT_MATTER_KEYS if key != "title"])
def test_a_list_of_nothing_readable_never_ends_the_reading(key: str) -> None:
    for value in ("[[[]]]", "{a: {b: 1}}", '"\\u0000"', "|\n  \n  \n", "''", "- - -", "!!x y", "1e9", "\u3000|\u3000"):
        article, _ = read(f"---\ntitle: 水则\n{key}: {value}\n---\n正文\n")
        assert article.blocks


@pytest.mark.parametrize(
    ("written", "paragraphs"),
    [
        ("一\n  二\n\n  三", ["一二", "三"]),
        ("|\n  一\n  二\n  \n\n  三\n", ["一二", "三"]),
        (">-\n  one\n  two\n\n  three\n", ["one two", "three"]),
        ("'one\n  二\n\n  三'", ["one二", "三"]),
        ('"a\\n\\nb"', ["a", "b"]),
        ("|\n  \u3000\u3000一\n  \u3000\u3000二\n", ["\u3000\u3000一\u3000\u3000二"]),
        ("|2\n    indented\n    more\n", ["indented more"]),
        ("|\n  - 一\n  # 二\n  1. 三\n", ["- 一# 二1. 三"]),
        ("|\n  “一”\n  “二”\n", ["“一”“二”"]),
    ],
)
def test_blank_lines_part_paragraphs_and_no_line_end_makes_a_space_between_han(
    written: str, paragraphs: list[str]
) -> None:
    said = read(f"---\ntitle: 水则\nabstract: {written}\n---\n正文\n")[0].said("abstract")
    assert ["".join(text for _, _, text in shown(words.inlines)) for words in said] == paragraphs


def test_places_hold_behind_a_line_that_begins_with_full_width_spaces() -> None:
    said = read("---\ntitle: 水则\nabstract: |\n  一\n  \u3000\u3000二三\n---\n正文\n")[0].said("abstract")
    assert shown(said[0].inlines) == [(4, 3, "一"), (5, 3, "\u3000\u3000二三")]
    said = read("---\ntitle: 水则\nabstract: |\n  一\n\n  \u3000\u3000O~3~\n---\n正文\n")[0].said("abstract")
    assert shown(said[1].inlines) == [(6, 3, "\u3000\u3000O"), (6, 7, "~3~")]


def test_a_line_behind_a_full_width_space_has_its_own_place() -> None:
    article, _ = read("---\ntitle: \u3000水则\nsubtitle: \u3000渡口\n---\n正文\n")
    assert shown(article.title.inlines) == [(2, 9, "水则")]
    assert shown(article.said("subtitle")[0].inlines) == [(3, 12, "渡口")]


def test_what_stands_behind_a_second_document_need_not_be_yaml() -> None:
    _, found = read("---\ntitle: 水则 #一\n--- 渡口\nauthors: - 甲\n---\n正文\n")
    assert (3, 1, "yaml-documents") in found


ENGLISH = (
    'This article asks whether platforms\' duties—"soft" and "hard" alike—follow from Art. 24(2), i.e. whether they '
    "differ from state duties. Using panel data (N = 1,204; 2011–2023), we find that R&D intensity rises by "
    "3.5 points, p < 0.05; roughly one-third of the ’90s level... The authors’ reading differs from that of "
    '‘doctrinal’ scholars: it’s neither [sic] formal nor "new". The Belt and Road (一带一路) and F(2, 40) are others; '
    "see e.g. https://example.org/a_b?c=1."
)


def test_half_width_marks_are_right_in_english() -> None:
    assert read(f"---\ntitle: 水\ntitle_en: Water\nabstract: 摘\nabstract_en: |\n  {ENGLISH}\n---\n正文\n")[1] == []


def test_full_width_marks_are_wrong_in_english() -> None:
    text = "---\ntitle: 水\ntitle_en: Water\nabstract: 摘\nabstract_en: Rivers， fords； 水（则）\n---\n正文\n"
    assert read(text)[1] == [(5, 20, "wide-in-english")]


@pytest.mark.parametrize("key", ["abstract", "note", "editors_note", "source", "editor", "subtitle"])
def test_slips_are_found_in_chinese_fields(key: str) -> None:
    assert read(f"---\ntitle: 水\n{key}: 水则,渡口\n---\n正文\n")[1] == [(3, len(key) + 5, "half-width-mark")]


def test_words_of_an_english_abstract_do_not_hide_a_stray_one_of_the_text() -> None:
    text = f"---\ntitle: 水\ntitle_en: Water\nabstract: 摘\nabstract_en: |\n  {ENGLISH}\n---\n渡口and石阶。\n"
    assert [rule for _, _, rule in read(text)[1]] == ["stray-word"]


def test_a_note_called_in_a_field_that_stands_elsewhere_too_is_reported() -> None:
    article, found = read("---\ntitle: 水\nshort_title: 渡口[^a]石阶\n---\n正文[^a]\n\n[^a]: 注\n")
    assert found == [(3, 16, "note-in-field")]
    assert shown(article.said("short_title")[0].inlines) == [(3, 14, "渡口"), (3, 20, "石阶")]


@pytest.mark.parametrize("key", ["subtitle", "abstract", "editors_note"])
def test_a_field_that_is_printed_once_may_call_a_note(key: str) -> None:
    article, found = read(f"---\ntitle: 水\n{key}: 渡口[^a]石阶[^b]\n---\n正文\n\n[^a]: 注\n")
    assert found == [(3, len(key) + 11, "note-missing")]
    assert article.said(key)[0].inlines[1] == NoteRef("a", Span(FILE, 3, len(key) + 5))


def test_a_hundred_authors_with_affiliations_are_read() -> None:
    people = "".join(
        f"  - {{name: 甲{at}, affiliation: [渡{at}, 口{at}, 水则], email: a{at}@b.cn}}\n" for at in range(100)
    )
    article, found = read(f"---\ntitle: 水\nauthors:\n{people}---\n正文\n")
    assert len(article.authors) == 100
    assert found == []
