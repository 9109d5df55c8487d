"""Titles and names of sections as Markdown: what is read, what is text, and where each character stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.content.article_file import parse_article
from huozi.content.checks import check_titles
from huozi.content.issue_file import load_issue
from huozi.content.issue_model import BAR, Article, Title
from huozi.content.model import Inline, NoteRef, Ruby, Script, Text, TextRole
from huozi.content.plain import in_unicode, plain_title
from huozi.diagnostics import Findings, Span


def read(title: str, body: str = "正文。") -> tuple[Article, list[tuple[int, int, str]]]:
    """An article of a title as YAML has it, and what was found: line, column, rule."""
    findings = Findings()
    article = parse_article(f"---\ntitle: {title}\n---\n\n{body}\n", "a", "a.md", ".", findings)
    return article, [(item.span.line, item.span.column, item.rule) for item in findings]


def shown(inline: Inline) -> str:
    """An inline in short: its text, and what it is where it is no plain text."""
    match inline:
        case Text(text, _, role, markup):
            marks = [role.value] * (role is not TextRole.PLAIN)
            marks += [markup.script.value] * (markup.script is not Script.NORMAL)
            marks += ["dots"] * markup.dots + [markup.underline.kind if markup.underline else ""]
            return f"{text}/{'+'.join(filter(None, marks))}" if any(marks) else text
        case Ruby(base, reading):
            return f"{base}/{reading}"
        case NoteRef(name):
            return f"^{name}"
        case _:
            return repr(inline)


def inlines(title: Title) -> list[str]:
    return [shown(inline) for inline in title.inlines]


@pytest.mark.parametrize(
    ("title", "expected", "plain"),
    [
        ("井里的CO~2~含量", ["井里的CO", "2/sub", "含量"], "井里的CO₂含量"),
        ("10^-6^级的秤", ["10", "-6/sup", "级的秤"], "10⁻⁶级的秤"),
        ("从n^th^说起", ["从n", "th/sup", "说起"], "从nth说起"),
        ('"**石桥**改道"', ["石桥/strong", "改道"], "石桥改道"),
        ("读*桥志*札记", ["读", "桥志/emphasis", "札记"], "读桥志札记"),
        ("论==守==字", ["论", "守/dots", "字"], "论守字"),
        ('"[黔江]{.name}纪行"', ["黔江/name", "纪行"], "黔江纪行"),
        ("老{埠|bù}头", ["老", "埠/bù", "头"], "老埠头"),
        ("用`grep | sort`查字", ["用", f"grep {BAR} sort/code", "查字"], "用grep | sort查字"),
        ("水&amp;火", ["水", "&", "火"], "水&火"),
        (r"一\*二\*三", ["一", "*二", "*三"], "一*二*三"),
        (r"甲\|乙", ["甲", f"{BAR}乙"], "甲|乙"),
        ("甲 | **乙**", ["甲 | ", "乙/strong"], "甲 乙"),
        ("'*甲* #'", ["甲/emphasis", " ", "#"], "甲 #"),
        ("'*甲* ##'", ["甲/emphasis", " ", "##"], "甲 ##"),
    ],
)
def test_what_is_markup_in_the_text_is_markup_in_a_title(title: str, expected: list[str], plain: str) -> None:
    article, found = read(title)
    assert (inlines(article.title), plain_title(article.title), found) == (expected, plain, [])


@pytest.mark.parametrize(
    "title",
    [
        "'# 桥'",
        "'## 桥'",
        "'- 桥'",
        "'1. 桥'",
        "3) 桥",
        "'> 桥'",
        "'桥 #'",
        "'# #'",
        "'#'",
        "'    桥'",
        "'---'",
        "'==='",
        "1998年3—4月",
        "'#3闸'",
        "C#入门",
        "5~8人与7~9人",
        "'~ 桥'",
        "a=b",
        "[]",
        "'[桥]'",
        "A_B_C",
        "'| 桥 |'",
        "'***'",
    ],
)
def test_a_title_holds_no_block_and_what_is_no_markup_is_text(title: str) -> None:
    article, _ = read(title)
    expected = [] if title == "[]" else [title.strip("'").strip()]
    assert ["".join(inlines(article.title))] == (expected or [""])


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("桥**头", [(2, 9, "leftover-mark")]),
        ('"桥**头"', [(2, 10, "leftover-mark")]),
        ("桥<br/>头", [(2, 9, "not-set-yet-html")]),
        ("桥![图](tu.png)头", [(2, 9, "picture-in-text")]),
        ("桥[站](http://example.org)头", [(2, 9, "link-address")]),
        ("桥[站](ye.html)头", [(2, 9, "link-not-web")]),
        ("桥$x_1$头", [(2, 9, "not-set-yet-math")]),
        ("桥[字]{.nome}头", [(2, 12, "span-class-unknown")]),
        ('"桥\\u5934<b>"', [(2, 16, "not-set-yet-html")]),
        ("'桥''头<b>'", [(2, 13, "not-set-yet-html")]),
        (">-\n  桥头\n  志<b>", [(4, 4, "not-set-yet-html")]),
        ("|\n  桥头\n    <b>", [(4, 5, "not-set-yet-html")]),
        ("桥头\n  志**", [(3, 4, "leftover-mark")]),
        ('"桥头\\\n  志**"', [(3, 4, "leftover-mark")]),
        ('"   桥**"', [(2, 13, "leftover-mark")]),
        ('"[]{.sub}"', [(2, 11, "span-empty"), (2, 9, "empty-value")]),
    ],
)
def test_what_a_title_cannot_hold_is_told_at_its_character(title: str, found: list[tuple[int, int, str]]) -> None:
    assert read(title)[1] == found


def test_each_text_of_a_folded_title_stands_at_its_line() -> None:
    article, found = read(">-\n  老桥**桥\n  头**的 | 灯")
    assert [(text.text, text.span[1:]) for text in article.title.inlines if isinstance(text, Text)] == [
        ("老桥", (3, 3)),
        ("桥 ", (3, 7)),
        ("头", (4, 3)),
        ("的 | 灯", (4, 6)),
    ]
    assert article.title.span == ("a.md", 3, 3)
    assert not found


def test_a_title_without_marks_stands_at_its_lines_too() -> None:
    article, _ = read("老桥\n   桥头")
    assert [(text.text, text.span[1:]) for text in article.title.inlines if isinstance(text, Text)] == [
        ("老桥 ", (2, 8)),
        ("桥头", (3, 4)),
    ]


@pytest.mark.parametrize("title", ["**石桥**改道", "`桥`头", "[^1]桥", "{埠|bù}头", "&桥"])
def test_a_title_that_yaml_cannot_read_is_told_once_and_its_notes_are_not(title: str) -> None:
    article, found = read(title, "正文。\n\n[^1]: 注。" if "^" in title else "正文。")
    assert [(line, rule.partition("-")[0]) for line, _, rule in found] == [(2, "yaml")]
    assert article.title.inlines == ()


def test_a_backslash_in_double_quotes_is_told_with_what_to_do() -> None:
    assert read('"一\\*二"')[1] == [(2, 10, "yaml-escape")]
    assert read("'一\\*二'")[1] == []


def test_the_line_below_a_name_begins_at_its_place() -> None:
    (_, name, _, other) = read('"\\u8001[黔江]{.name}与[沱江]{.name}"')[0].title.inlines[-4:]
    spans = [inline.markup.underline.span for inline in (name, other) if isinstance(inline, Text)]  # type: ignore[union-attr]
    assert [span[1:] for span in spans] == [(2, 16), (2, 28)]


def test_what_is_nested_too_deep_is_told() -> None:
    rules = {rule for _, _, rule in read(f"'桥{'![' * 40}头{'](a)' * 40}'")[1]}
    assert "too-deep" in rules


# ------------------------------------------------------------------ notes


def test_a_title_calls_the_notes_of_its_article() -> None:
    article, found = read("老桥考[^t]", "正文[^1]。\n\n[^1]: 一。\n\n[^t]: 题注。")
    assert inlines(article.title) == ["老桥考", "^t"]
    assert [name for name, _ in article.notes] == ["1", "t"]
    assert (plain_title(article.title), found) == ("老桥考", [])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("正文。", [(2, 11, "note-missing")]),
        ("正文。\n\n[^1]：注。", []),
        ("正文。\n\n[^1] 注。", [(7, 1, "note-colon")]),
        ("正文。\n\n［^1］：注。", []),  # the lint names it
        ("正文。\n\n[^1]: 注。\n\n[^2]: 注。", [(9, 1, "note-uncalled")]),
    ],
)
def test_a_note_of_a_title_that_is_missing_or_mistyped_is_told_once(
    body: str, found: list[tuple[int, int, str]]
) -> None:
    assert read("老桥考[^1]", body)[1] == found


@pytest.mark.parametrize("title", ["老桥［^1］考", "老桥【^1】考", "[^1]老桥考"])
def test_a_note_whose_call_is_mistyped_in_the_title_is_not_told_of(title: str) -> None:
    assert [rule for _, _, rule in read(title, "正文。\n\n[^1]: 注。")[1] if rule.startswith("note")] == []


def test_a_call_without_a_note_is_kept_as_it_is_typed() -> None:
    assert inlines(read("老桥考[^1]")[0].title) == ["老桥考", "[^1]"]


# ------------------------------------------------------------------ sections


def issue_with(name: str, folder: Path) -> tuple[Title, list[tuple[int, int, str]]]:
    """The name of an issue's only section, and what was found in ``issue.yaml``."""
    (folder / "articles").mkdir()
    (folder / "articles" / "a.md").write_text("---\ntitle: 题\n---\n\n正文。\n", encoding="utf-8")
    text = f"journal: j\nyear: 2030\nissue: 3\ndate: 2030-03-31\ncontents:\n  - section: {name}\n    articles: [a]\n"
    (folder / "issue.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    issue = load_issue(str(folder), findings)
    assert issue is not None
    return issue.sections[0].title, [(item.span.line, item.span.column, item.rule) for item in findings]


@pytest.mark.parametrize(
    ("name", "expected", "found"),
    [
        ("碳汇与CO~2~", ["碳汇与CO", "2/sub"], []),
        ('"**特稿**"', ["特稿/strong"], []),
        ("视野 | 桥", [f"视野 {BAR} 桥"], []),
        ("视野 | *桥*", [f"视野 {BAR} ", "桥/emphasis"], []),
        ("特稿[^1]", ["特稿"], [(6, 16, "note-in-section")]),
        ("特<b>稿", ["特<b>稿"], [(6, 15, "not-set-yet-html")]),
        ('"特稿**"', ["特稿**"], [(6, 17, "leftover-mark")]),
        ("**特**稿", [], [(6, 14, "yaml-alias")]),
    ],
)
def test_the_name_of_a_section_is_read_like_a_title_without_notes_and_breaks(
    name: str, expected: list[str], found: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    title, findings = issue_with(name, tmp_path)
    read_as = "".join(inlines(title)) if "<" in name else inlines(title)
    assert (read_as, findings) == ("".join(expected) if "<" in name else expected, found)


# ------------------------------------------------------------------ headings, limits


def test_a_bar_of_a_heading_that_is_escaped_or_code_is_text() -> None:
    (heading,) = read("题", "## 甲|乙\\|丙`丁|戊`")[0].blocks
    assert [shown(inline) for inline in heading.inlines] == ["甲|乙", f"{BAR}丙", f"丁{BAR}戊/code"]  # type: ignore[union-attr]


def test_scripts_have_characters_of_their_own_where_unicode_has_all() -> None:
    assert in_unicode("2x", Script.SUB) == "2x"
    assert in_unicode("2", Script.NORMAL) == "2"


@pytest.mark.parametrize("mark", ["*", "**", "~", "[", "[^1]", "{a|", "`", "<b>", "\\", "| ", "=="])
def test_ten_thousand_marks_in_a_title_are_read(mark: str) -> None:
    article, _ = read(f"'{'桥' + mark * 10_000}'")
    assert plain_title(article.title).startswith("桥")


# ------------------------------------------------------------------ lines that are no Markdown


def told(front: str) -> list[tuple[int, int, str]]:
    """Where markup is found in a front matter below its title, and what is quoted of it."""
    findings = Findings()
    parse_article(f"---\ntitle: 题\n{front}\n---\n\n正文。\n", "a", "a.md", ".", findings)
    assert {item.rule for item in findings} <= {"markup-printed"}
    return [(item.span.line, item.span.column, dict(item.arguments)["mark"]) for item in findings]


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ("source: 《桥*志*》", [(3, 11, "*志*")]),
        ("source: 桥CO~2~志", [(3, 12, "~2~")]),
        ('source: "**《桥》志"', [(3, 10, "**")]),
        ("source: 桥<br>志", [(3, 10, "<br>志")]),
        ("source: 桥&amp;志", [(3, 10, "&amp;")]),
        (r"source: 桥\*志", [(3, 10, "\\")]),
        ("affiliation_note: '注[^1]'", [(3, 21, "[^1]")]),
        ("affiliation_note: >-\n  单位：\n  x^2^社", [(5, 4, "^2^")]),
        ("keywords: [桥, 一==二==]", [(3, 16, "==二==")]),
        ("authors: [李桥, '**王水**']", [(3, 16, "**王水**")]),
        ("authors: [{name: 李桥, affiliation: 水`桥`社}]", [(3, 36, "`桥`")]),
    ],
)
def test_markup_in_a_line_that_is_printed_as_it_is_typed_is_told(front: str, found: list[tuple[int, int, str]]) -> None:
    assert told(front) == found


@pytest.mark.parametrize(
    "front",
    [
        "authors: [李桥*, 王水**]",
        "affiliation_note: '* 通讯作者'",
        "affiliation_note: '*通讯作者'",
        "affiliation_note: 李桥*、王水**：桥志社",
        "affiliation_note: E-mail：<a_b@example.org>",
        "affiliation_note: a_b_c@example.org；http://example.org/~b/?a=1&b=2",
        "source: 《桥志》[J]，2030(3)：5~8",
        "keywords: [C#, a=b, A_B]",
    ],
)
def test_signs_in_a_line_that_is_printed_as_it_is_typed_are_signs(front: str) -> None:
    assert told(front) == []


def test_ten_thousand_references_in_a_line_are_looked_through() -> None:
    assert told(f"affiliation_note: '{'李*、' * 10_000}'") == []


def test_markup_in_an_issues_theme_and_label_is_told(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    text = "journal: j\nyear: 2030\nissue: 3\ndate: 2030-03-31\ntheme: 水*桥*\nlabel: 一^2^\ncontents: []\n"
    (tmp_path / "issue.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    load_issue(str(tmp_path), findings)
    assert [item.span[1:] for item in findings if item.rule == "markup-printed"] == [(5, 9), (6, 9)]


# ------------------------------------------------------------------ the lint


def test_the_name_of_a_section_is_looked_at_like_a_heading() -> None:
    place = Span("issue.yaml", 7, 14)
    findings = Findings()
    check_titles([Title((Text("＊＊桥头＊＊", place),), place), Title((Text("桥“头", place),), place)], findings)
    assert [(item.rule, item.span.column) for item in findings] == [("wide-markup", 14), ("mark-not-closed", 15)]


def test_a_title_with_markup_is_looked_at_as_one_text() -> None:
    place = Span("a.md", 2, 8)
    inlines = (Text("“桥", place), Text("头”", place._replace(column=12), TextRole.STRONG))
    findings = Findings()
    check_titles([Title(inlines, place)], findings)
    assert not list(findings)
