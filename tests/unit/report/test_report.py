"""The report's file: that it stands alone, that texts stay texts, that it can be read without a script."""

from __future__ import annotations

import base64
import re
from collections import Counter
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from reports import BARE, CHANGED, COMPARISON, EMPTY, FIRST, HOSTILE, PAGES, PLAIN, REPORT, hostile

from huozi.report.lists import parted
from huozi.report.model import Report
from huozi.report.sheets import openings
from huozi.report.words import SAID, WORDS
from huozi.report.writing import FOLDER, KEYS, SCRIPTS, report_html

VOID = {"meta", "img", "input", "link", "br", "hr"}
HEADINGS = ("h1", "h2", "h3", "h4")


class Tree(HTMLParser):
    """The tags of a page with their attributes and their text, and whether each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[int, str] = {}
        self.open: list[tuple[str, int]] = []
        self.faults: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self.faults.append(f"{tag}: an attribute twice")
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append((tag, len(self.tags) - 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> in {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for _, at in self.open:
            self.texts[at] = self.texts.get(at, "") + data

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def text_of(self, tag: str) -> list[str]:
        return [self.texts.get(at, "") for at, (name, _) in enumerate(self.tags) if name == tag]


@lru_cache
def markup(which: str = "report", language: str = "zh") -> str:
    report = {"report": REPORT, "plain": PLAIN, "bare": BARE, "empty": EMPTY, "hostile": hostile()}[which]
    return report_html(report, "zh" if language == "zh" else "en").decode("utf-8")


EACH = pytest.mark.parametrize("which", ["report", "plain", "bare", "empty", "hostile"])


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_html(REPORT) == report_html(REPORT)


@EACH
def test_tags_are_closed_and_names_are_given_once(which: str) -> None:
    tree = Tree(markup(which))
    assert tree.faults == [] and tree.open == []
    ids = Counter(attributes["id"] for _, attributes in tree.tags if "id" in attributes)
    assert [name for name, times in ids.items() if times > 1] == []


@EACH
def test_every_link_and_every_reference_leads_to_something_in_the_page(which: str) -> None:
    tree = Tree(markup(which))
    ids = {attributes["id"] for _, attributes in tree.tags if "id" in attributes}
    links = [each["href"] for each in tree.of("a")]
    assert [link for link in links if not link.startswith("#") or link[1:] not in ids] == []
    for reference in ("aria-labelledby", "aria-controls", "for"):
        assert {each[reference] for _, each in tree.tags if reference in each} <= ids


@EACH
def test_nothing_is_asked_for_from_anywhere(which: str) -> None:
    tree = Tree(markup(which))
    sources = [
        value for _, each in tree.tags for key, value in each.items() if key in ("src", "srcset", "data", "action")
    ]
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert len(sources) == markup(which).count("<img ")
    assert tree.of("link") == tree.of("iframe") == tree.of("object") == []
    style, *_ = tree.text_of("style")
    assert "url(" not in style and "@import" not in style
    assert "fetch(" not in markup("bare") and "XMLHttpRequest" not in markup("bare")


@EACH
def test_only_what_was_written_here_may_run(which: str) -> None:
    tree = Tree(markup(which))
    (policy,) = [each["content"] for each in tree.of("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; img-src data:; ")
    assert "unsafe" not in policy
    (style,), (_, script) = tree.text_of("style"), tree.text_of("script")
    for kind, text in (("style", style), ("script", script)):
        digest = base64.b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert [each.get("type") for each in tree.of("script")] == ["application/json", None]
    assert [key for _, each in tree.tags for key in each if key.startswith("on") or key == "style"] == []


def test_texts_that_try_to_be_markup_are_read_as_they_are() -> None:
    tree, harmless = Tree(markup("hostile")), Tree(markup("report"))
    assert {name for name, _ in tree.tags} <= {name for name, _ in harmless.tags} | {"circle"}
    assert len(tree.of("script")) == 2
    assert any(text == HOSTILE for text in tree.text_of("bdi"))
    assert HOSTILE in tree.text_of("text")
    assert HOSTILE in tree.text_of("title")[0]
    assert {each["alt"] for each in tree.of("img")} & {f"封二的图片：{HOSTILE}"}


def test_control_characters_and_halves_of_characters_are_shown_as_such() -> None:
    odd = "a\x00b\x1b\ud800c"
    text = report_html(BARE._replace(title=odd)).decode("utf-8")
    assert "<bdi>a\ufffdb\ufffd\ufffdc</bdi>" in text
    assert not re.search("[\x00-\x08\x0b-\x1f]", text)


@EACH
def test_every_picture_button_and_field_has_a_name(which: str) -> None:
    tree = Tree(markup(which))
    assert all(each["alt"].strip() for each in tree.of("img"))
    assert all(text.strip() for text in tree.text_of("button"))
    labels = " ".join(tree.text_of("label"))
    fields = len(tree.of("input")) + len(tree.of("select"))
    assert labels.strip() and len(tree.of("label")) == fields
    assert all(text.strip() for text in tree.text_of("label"))


@EACH
def test_headings_go_down_a_level_at_a_time(which: str) -> None:
    levels = [HEADINGS.index(name) + 1 for name, _ in Tree(markup(which)).tags if name in HEADINGS]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_has_its_landmarks_and_speaks_its_language() -> None:
    for language, tag in (("zh", "zh-Hans"), ("en", "en")):
        tree = Tree(markup("report", language))
        assert tree.of("html")[0]["lang"] == tag
        assert tree.of("html")[0]["data-language"] == language
        assert [len(tree.of(name)) for name in ("header", "main", "nav", "aside")] == [1, 1, 1, 1]
    alts = {language: Tree(markup("report", language)).of("img")[0]["alt"] for language in ("zh", "en")}
    assert alts == {"zh": "封一的图片：封一的字", "en": "picture of 封一: 封一的字"}
    statuses = [each for _, each in Tree(markup()).tags if each.get("role") == "status"]
    assert [each["aria-live"] for each in statuses] == ["polite"]


def test_all_texts_stand_in_both_languages() -> None:
    tree = Tree(markup())
    chinese = [each for _, each in tree.tags if each.get("class") == "zh"]
    english = [each for _, each in tree.tags if each.get("class") == "en"]
    assert len(chinese) == len(english) > 100
    assert {each["lang"] for each in chinese} == {"zh-Hans"} and {each["lang"] for each in english} == {"en"}
    assert all(each.zh and each.en for each in (*WORDS.values(), *SAID.values()))


def test_every_word_is_used() -> None:
    source = Path(FOLDER).parent
    written = "".join(path.read_text("utf-8") for path in source.rglob("*") if path.suffix in (".py", ".js", ".html"))
    idle = [name for name in WORDS if written.count(f'"{name}"') < 2 and f"$w_{name.replace('-', '_')}" not in written]
    assert idle == []
    put_together = ("compared-", "theme-", "spreads-")
    assert [name for name in SAID if f"'{name}'" not in written and not name.startswith(put_together)] == []


def test_the_help_lists_the_keys_that_are_taken() -> None:
    script = Path(FOLDER, "keys.js").read_text("utf-8")
    told = {key for keys, _ in KEYS for key in keys.split()}
    named = {"←": "ArrowLeft", "→": "ArrowRight", "−": "-"}
    taken = set(re.findall(r"^  \['(.+?)', ", script, re.MULTILINE))
    assert {named.get(key, key) for key in told - {"Esc"}} == taken - {"=", "？"}


def test_the_script_is_whole() -> None:
    assert sorted(SCRIPTS) == sorted(path.name for path in Path(FOLDER).glob("*.js"))
    for name in SCRIPTS:
        assert "innerHTML" not in Path(FOLDER, name).read_text("utf-8")
        assert "</" not in Path(FOLDER, name).read_text("utf-8")


# ------------------------------------------------------------------ pages, findings, changes


def test_pages_lie_open_as_they_are_bound() -> None:
    assert openings(PAGES) == ((0,), (1, 2), (3, 4), (5,))
    assert openings([PAGES[0], PAGES[2], PAGES[4]]) == ((0,), (1,), (2,))
    assert openings([PAGES[1], PAGES[3]]) == ((0,), (1,))
    assert openings([PAGES[1], PAGES[4]]) == ((0,), (1,))  # what stood between is not shown
    assert openings(()) == ()


def test_a_finding_is_marked_at_its_boxes_and_numbered_in_the_margin() -> None:
    text = markup()
    (mark,) = re.findall(r'<a class="mark note" href="#f2" id="m2">.*?</a>', text)
    assert mark.count("<rect") == 2
    assert '<rect x="49" y="50.2" width="22" height="12"/>' in mark
    assert 'cx="25"' in mark  # a left page: in the left margin, below the number of the finding on the same line
    (first,) = re.findall(r'id="m1">.*?cy="([0-9.]+)"', text)
    (second,) = re.findall(r'id="m2">.*?cy="([0-9.]+)"', text)
    assert (float(first), float(second)) == (56.2, 70.2)


def test_a_finding_without_a_box_leads_to_its_page_and_one_without_a_page_nowhere() -> None:
    text = markup()
    targets = re.findall(
        r'<li class="entry finding[^>]*id="(f\d)"[^>]*>\s*<p><(?:a|span) class="to-page"(?: href="(#\w+)")?', text
    )
    assert targets == [("f1", "#m1"), ("f2", "#m2"), ("f3", "#m3"), ("f4", "#m4"), ("f5", "#p3"), ("f6", "")]
    assert "不在页面上" in text


def test_what_is_accepted_says_by_whom_and_is_not_counted() -> None:
    text = markup()
    assert "李 认可：举例" in text and "accepted by 李: 举例" in text
    assert "1 处错误，1 处警告，3 处提示，已认可 1 处；1 页有改动，2 行" in text
    assert "1 errors, 1 warnings, 3 notes, 1 accepted; 1 pages changed, 2 lines" in text


def test_changed_lines_have_bars_and_what_is_gone_has_none() -> None:
    bars = re.findall(r'<a class="bar (\w+)" href="#(c\d)" id="b\d">', markup())
    assert bars == [("changed", "c1"), ("moved", "c3")]
    rows = re.findall(r'<tr class="entry change (\w+)" id="(c\d)" data-page="(\d)"', markup())
    assert rows == [("changed", "c1", "4"), ("gone", "c2", "0"), ("moved", "c3", "4")]


def test_a_change_whose_line_is_not_on_the_page_leads_to_the_page() -> None:
    far = CHANGED._replace(new=FIRST._replace(line=40))
    text = report_html(REPORT._replace(comparison=COMPARISON._replace(lines=(far,)))).decode("utf-8")
    assert re.findall(
        r'<tr class="entry change changed"[^>]*><th scope="row"><a class="to-page" href="(#\w+)"', text
    ) == ["#p4"]


def test_the_table_of_corrections_shows_what_differs() -> None:
    text = markup()
    assert "<bdi>水鸟<mark>飞</mark>来了</bdi></del>" in text
    assert "<bdi>水鸟<mark>又</mark>来了</bdi></ins>" in text
    assert "<bdi><mark>风停了</mark></bdi></del></td>" in text
    assert '<a class="to-page" href="#b1">' in text
    assert '<span class="zh" lang="zh-Hans">1 行</span>' in text  # one column: its number says nothing


def test_columns_are_named_where_there_are_several() -> None:
    second = PAGES[3].lines[0]._replace(column=2)
    pages = [*PAGES[:3], PAGES[3]._replace(lines=[*PAGES[3].lines, second]), *PAGES[4:]]
    assert "1 栏 1 行" in report_html(REPORT._replace(pages=pages)).decode("utf-8")


@pytest.mark.parametrize(
    "old, new, parts",
    [
        ("", "", ("", "", "", "")),
        ("甲乙", "甲乙", ("甲乙", "", "", "")),
        ("甲乙丙", "甲丙", ("甲", "乙", "", "丙")),
        ("甲丙", "甲乙丙", ("甲", "", "乙", "丙")),
        ("甲甲甲", "甲甲", ("甲甲", "甲", "", "")),
        ("", "甲", ("", "", "甲", "")),
        ("甲", "乙", ("", "甲", "乙", "")),
    ],
)
def test_texts_are_parted_into_what_they_share_and_what_differs(old: str, new: str, parts: tuple[str, ...]) -> None:
    assert parted(old, new) == parts


def test_what_a_report_has_not_is_not_shown() -> None:
    classes = {which: set(Tree(markup(which)).of("html")[0]["class"].split()) for which in ("report", "plain", "bare")}
    assert classes == {
        "report": {"with-comparison", "with-before", "with-accepted", "with-new"},
        "plain": {"with-accepted", "with-new"},
        "bare": {"without-findings"},
    }


def test_editions_that_are_the_same_are_said_to_be() -> None:
    same = REPORT._replace(comparison=COMPARISON._replace(lines=(), furniture=(), folios=(), titles=()))
    assert "两次完全相同" in report_html(same).decode("utf-8")


def test_a_page_that_a_finding_names_and_that_is_not_shown_is_no_link() -> None:
    few: Report = REPORT._replace(pages=PAGES[:3])
    tree = Tree(report_html(few).decode("utf-8"))
    ids = {attributes["id"] for _, attributes in tree.tags if "id" in attributes}
    assert [each["href"] for each in tree.of("a") if each["href"][1:] not in ids] == []


# ------------------------------------------------------------------ colours

STYLE = Path(FOLDER, "report.css").read_text("utf-8")


def colours(rule: str) -> dict[str, tuple[int, ...]]:
    """The colours that a rule of the style names, those without a share."""
    body = STYLE.partition(f"{rule} {{")[2].partition("}")[0]
    found = re.findall(r"--(\w+): #([0-9a-f]{3}|[0-9a-f]{6});", body)
    wide = [(name, value if len(value) == 6 else "".join(digit * 2 for digit in value)) for name, value in found]
    return {name: tuple(int(value[at : at + 2], 16) for at in (0, 2, 4)) for name, value in wide}


def luminance(colour: tuple[int, ...]) -> float:
    """The relative luminance of WCAG 2.2."""
    shares = [share / 255 for share in colour]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("rule", [":root", ':root[data-theme="dark"]'])
def test_all_words_stand_out_from_their_ground(rule: str) -> None:
    named = colours(rule)
    for ground in ("desk", "panel", "raised"):
        for ink in ("ink", "soft", "accent", "error", "warning", "note", "ok", "focus"):
            dark, light = sorted((luminance(named[ink]), luminance(named[ground])))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_dark_is_the_same_by_the_system_and_by_the_button() -> None:
    assert colours('  :root:not([data-theme="light"])') == colours(':root[data-theme="dark"]') != {}
