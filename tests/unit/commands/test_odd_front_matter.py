"""What no article should say of itself: it is set with a finding where need be, or an error says what to mend.

In one, two and three columns: nothing stands outside the trim, nothing is lost in silence, nothing hangs.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from issues import NOTES, TITLE, ending, opening, text_piece
from squares import TESTS, rules_of

from huozi.cli import main
from huozi.commands.making import Request, examine
from huozi.commands.outcome import Exit
from huozi.diagnostics import Finding, Findings, Severity
from huozi.display import GlyphRun, Page
from huozi.messages import render, severity
from huozi.records import NamedTuple

SECONDS = 60
"""What no such page takes, on the busiest machine: longer is never."""

COLUMNS = {1: ("20", "1字"), 2: ("9", "2字"), 3: ("6", "1字")}
"""Characters to a line, and the gap, for numbers of columns."""

HEAD = opening(
    text_piece("{editors_note}", "quote", "编者按："),
    TITLE,
    text_piece("——{subtitle}", "byline"),
    text_piece("{authors}", "byline"),
    text_piece("（{affiliations}）", "affiliation"),
    text_piece("{abstract}", "quote", "摘要："),
    text_piece("{keywords}", "quote", "关键词："),
    text_piece("分类号：{clc}　标识码：{document_code}　编号：{article_number}", "affiliation"),
    text_piece("收稿：{received}　修回：{revised}", "affiliation"),
    text_piece("{title_en}", "byline"),
    text_piece("{subtitle_en}", "byline"),
    text_piece("{authors_en}", "byline"),
    text_piece("({affiliations_en})", "affiliation"),
    text_piece("{abstract_en}", "quote", "Abstract: "),
    text_piece("{keywords_en}", "quote", "Keywords: "),
)
END = ending(
    NOTES,
    text_piece("{note}", "affiliation"),
    text_piece("{affiliation_note}　{corresponding}", "affiliation"),
    text_piece("来源：{source}　译者：{translator}　责任编辑：{editor}　DOI：{doi}", "source"),
)
"""A layout that prints whatever an article says of itself."""


class Odd(NamedTuple):
    """A front matter (with a title unless it says one), the rules that it breaks, whether pages are made of it."""

    front: str
    rules: tuple[str, ...] = ()
    is_made: bool = True


PEOPLE = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"


LONG = "字" * 300
BOTH = "title_en: Water\nauthors: [张三]\nauthors_en: [ZHANG San]\n"

ODD: dict[str, Odd] = {
    "forty-authors": Odd("authors: [" + ", ".join(f"{name}一" for name in PEOPLE) + "]\n"),
    "forty-affiliations": Odd(
        "authors:\n" + "".join(f"  - {{name: {name}一, affiliation: [{name}校, {name}社]}}\n" for name in PEOPLE),
        rules=("heading-at-foot-anyhow",),
    ),
    "long-title": Odd(f"title: {LONG}\n", rules=("field-too-long", "heading-at-foot-anyhow", "page-too-deep")),
    "long-title-in-clauses": Odd(
        "title: " + "水则与渡口，" * 50 + "\n", rules=("field-too-long", "heading-at-foot-anyhow", "page-too-deep")
    ),
    "one-word": Odd("title: " + "abcdefghij" * 8 + "\n", rules=("word-broken",)),
    "one-word-in-english": Odd(
        f"{BOTH}subtitle: 副题\nsubtitle_en: " + "abcdefghij" * 8 + "\n",
        rules=("heading-at-foot-anyhow", "word-broken"),
    ),
    "one-mark": Odd("title: ？\n", rules=("title-without-words",)),
    "one-opening-mark": Odd("title: （\n", rules=("mark-not-closed", "title-without-words")),
    "dashes": Odd("title: ——\nsubtitle: ——\n", rules=("title-without-words",)),
    "bars": Odd("title: 上 | | | 下\n"),
    "bars-alone": Odd("title: '| |'\n", rules=("empty-value",), is_made=False),
    "title-of-spaces": Odd("title: '　　'\n", rules=("empty-value",), is_made=False),
    "title-empty": Odd("title:\n", rules=("empty-value",), is_made=False),
    "title-of-list": Odd("title: [甲, 乙]\n", rules=("expected-text",), is_made=False),
    "deep-abstract": Odd("abstract: |\n  " + "水" * 6_000 + "\n", rules=("field-too-long",)),
    "abstract-of-many-paragraphs": Odd("abstract: |\n" + "  水。\n\n" * 200, rules=("heading-at-foot-anyhow",)),
    "affiliations-alike": Odd(
        "authors:\n  - {name: 张三, affiliation: 某某大学}\n  - {name: 李四, affiliation: 某某 大学}\n",
        rules=("affiliation-alike",),
    ),
    "affiliation-twice": Odd(
        "authors:\n  - {name: 张三, affiliation: [某某大学, 某某大学]}\n", rules=("affiliation-twice",)
    ),
    "english-alone": Odd(
        "title_en: Water\nabstract_en: Water.\nkeywords_en: [water]\nauthors_en: [ZHANG San]\n",
        rules=("chinese-missing",),
    ),
    "chinese-alone": Odd(
        "title_en: Water\nabstract: 水。\nkeywords: [水]\nauthors: [张三]\n", rules=("english-missing",)
    ),
    "counts-differ": Odd(
        "title_en: Water\nauthors: [张三, 李四]\nauthors_en: [ZHANG San]\n", rules=("counterpart-count",)
    ),
    "empty-lists": Odd("authors: []\nkeywords: []\nauthors_en: []\nkeywords_en: []\n"),
    "empty-texts": Odd("".join(f"{key}: ''\n" for key in ("subtitle", "abstract", "source", "note", "doi", "clc"))),
    "nothing": Odd(
        "".join(f"{key}:\n" for key in ("subtitle", "abstract", "source", "authors", "keywords", "received")),
        rules=("expected-list",),
        is_made=False,
    ),
    "nested": Odd("abstract: {甲: {乙: {丙: [丁, [戊, {己: 庚}]]}}}\n", rules=("expected-paragraphs",), is_made=False),
    "nested-authors": Odd(
        "authors:\n  - {name: {甲: 乙}, affiliation: {丙: [丁]}}\n  - [[张三]]\n",
        rules=("expected-author", "expected-text"),
        is_made=False,
    ),
    "deep-yaml": Odd("keywords: " + "[" * 300 + "]" * 300 + "\n", rules=("yaml-too-large",), is_made=False),
    "alias": Odd("keywords: &a [水, *a]\n", rules=("yaml-alias",), is_made=False),
    "long-subtitle": Odd(
        "subtitle: " + "水则与渡口。" * 334 + "\n", rules=("field-too-long", "heading-at-foot-anyhow", "page-too-deep")
    ),
    "long-keyword": Odd("keywords: [" + "水" * 3_000 + "]\n", rules=("field-too-long",)),
    "many-keywords": Odd("keywords: [" + ", ".join(f"水{number}" for number in range(500)) + "]\n"),
    "authors-of-spaces": Odd("authors: ['  ', '　', {name: ' '}]\n", rules=("empty-value",), is_made=False),
    "author-long": Odd(
        "authors: [" + "赵" * 400 + "]\n", rules=("field-too-long", "heading-at-foot-anyhow", "page-too-deep")
    ),
    "date-in-chinese": Odd("received: 二〇二六年三月一日\n", rules=("expected-date",), is_made=False),
    "date-of-no-month": Odd("received: 2026-13-40\n", rules=("impossible-date",), is_made=False),
    "date-later": Odd(
        "received: 2031-01-01\nrevised: 2030-01-01\n", rules=("date-after-issue", "revised-before-received")
    ),
    "email-in-lines": Odd(
        'authors: [{name: 张三, corresponding: true, email: "zhang@\\nexample.org"}]\n', rules=("email-form",)
    ),
    "email-long": Odd(
        "authors: [{name: 张三, corresponding: true, email: " + "z" * 300 + "@example.org}]\n",
        rules=("line-short", "word-broken"),
    ),
    "nul": Odd('source: "某\\0报"\n', rules=("character-missing",)),
    "bell": Odd(
        'subtitle: "某\\a报\\x1b[31m"\nabstract: "水\\x01\\x02"\n', rules=("character-missing", "mark-not-closed")
    ),
    "nul-byte": Odd("source: 某\x00报\n", rules=("control-character",), is_made=False),
    "bidi": Odd("subtitle: 某\u202e报\nkeywords: [\u2066水]\n", rules=("bidi-character",)),
    "noncharacter": Odd("subtitle: 某\ufdd2报\nabstract: 水\ufdd0\n", rules=("control-character",), is_made=False),
    "surrogate": Odd("source: 某\ud800报\n", rules=("other-encoding",), is_made=False),
    "tabs": Odd("source: \"某\t报\"\nauthors: ['张\t三']\n", rules=("character-missing", "markup-printed")),
    "line-ends": Odd('title: "上\\n下"\nsource: "某\\n\\n\\n报"\nauthors: ["张\\n三"]\nkeywords: ["水\\n则"]\n'),
    "unknown-key": Odd("banana: 1\n作者: 张三\n", rules=("expected-list", "no-such-key", "unknown-key"), is_made=False),
    "twice": Odd("source: 甲\nsource: 乙\n", rules=("duplicate-key",), is_made=False),
    "braces": Odd("subtitle: '{journal}'\nabstract: '{abstract}{title'\nsource: '{0}{}'\n"),
    "numbers": Odd(
        "subtitle: 2024\nsource: 1e3\nauthors: [1, 2.5, true]\nkeywords: [null, 3]\n",
        rules=("empty-value",),
        is_made=False,
    ),
    "note-calls": Odd(
        "title: 题[^a]\nshort_title: 副[^a]\nabstract: 水[^b]\n", rules=("note-in-field", "note-missing"), is_made=False
    ),
    "doi": Odd(
        "doi: https://doi.org/10.1/" + "a" * 300 + "\n", rules=("doi-form", "heading-at-foot-anyhow", "word-broken")
    ),
    "clc": Odd(
        "clc: " + "F832;" * 100 + "\ndocument_code: Z\n",
        rules=("clc-form", "document-code", "line-short", "word-broken"),
    ),
    "columns": Odd(
        "columns: 9\nstart: never\nkind: poem\ncontents: maybe\n",
        rules=("expected-flag", "expected-one-of", "expected-up-to"),
        is_made=False,
    ),
}


class Built(NamedTuple):
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]

    @property
    def rules(self) -> set[str]:
        return set(rules_of(self.findings))


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """Whatever hangs is stopped, where the system can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def late(*_: object) -> None:
        raise TimeoutError(f"{SECONDS} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def folder_of(folder: Path, front: str, issue: str = "") -> str:
    folder.mkdir(exist_ok=True)
    for room in ("layout", "fonts"):
        (folder / room).symlink_to(TESTS / room)
    place = folder / "issue" / "one"
    (place / "articles").mkdir(parents=True)
    contents = "contents:\n  - section: 栏目\n    articles: [a, b]\n"
    head = "journal: square\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n"
    (place / "issue.yaml").write_text(head + (issue if "contents:" in issue else contents + issue), "utf-8")
    title = "" if re.search(r"(?m)^title:", front) else "title: 题目\n"
    (place / "articles" / "a.md").write_bytes(f"---\n{title}{front}---\n\n正文。\n".encode("utf-8", "surrogatepass"))
    (place / "articles" / "b.md").write_text("---\ntitle: 又一篇\n---\n\n正文。\n", "utf-8")
    return str(place)


def built(place: str, *overrides: tuple[str, str]) -> Built:
    findings = Findings()
    examined = examine(Request(place, overrides=overrides), findings, lambda _stage: None)
    return Built(tuple(findings), examined.made.pages if examined.made else ())


def in_columns(number: int) -> tuple[tuple[str, str], ...]:
    characters, gap = COLUMNS[number]
    area = {"columns": str(number), "characters": characters, "gap": gap}
    return (HEAD, END, *((f"page.type_area.{key}", value) for key, value in area.items()))


def outside(pages: tuple[Page, ...]) -> list[str]:
    """Texts that stand outside the trim."""
    return [
        "".join(placed.item.texts)
        for page in pages
        for placed in page.items
        if isinstance(placed.item, GlyphRun)
        and not (
            placed.x >= 0
            and placed.x + placed.item.width <= page.trim.width
            and placed.item.size // 2 <= placed.y <= page.trim.height
        )
    ]


SECTION = "  - section: 栏目\n    articles: [a, b]\n"
PLACE = "x: 10pt, y: 10pt, width: 200pt, height: 30pt"


class OddIssue(NamedTuple):
    """What an issue's file says, and keys of its layout; the rules they break; whether they keep pages from being."""

    issue: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    is_made: bool = True


ISSUES: dict[str, OddIssue] = {
    "cover-lines-of-nothing": OddIssue("cover: {lines: [c, 没有]}\n", rules=("article-unheard",), is_made=False),
    "cover-line-twice": OddIssue("cover: {lines: [a, a]}\n", rules=("cover-line-twice", "cover-lines-unprinted")),
    "cover-lines-empty": OddIssue("cover: {lines: []}\n"),
    "cover-of-text": OddIssue("cover: a\n", rules=("expected-mapping",), is_made=False),
    "imprint-of-unknown-keys": OddIssue(
        "imprint: {banana: 1, 定价: 9元}\n", rules=("no-such-key", "unknown-key"), is_made=False
    ),
    "imprint-nested": OddIssue(
        "imprint: {price: {a: b}, editors: []}\n", rules=("empty-list", "expected-texts"), is_made=False
    ),
    "imprint-long": OddIssue(
        "imprint: {editors: [" + ", ".join(f"{name}一" for name in PEOPLE) + "]}\n", rules=("issue-field-unprinted",)
    ),
    "insert-of-no-pages": OddIssue(
        f"contents:\n{SECTION}  - {{insert: 广告, pages: 0}}\n", rules=("expected-up-to",), is_made=False
    ),
    "insert-of-99-pages": OddIssue(
        f"contents:\n{SECTION}  - {{insert: 广告, pages: 99}}\n", rules=("expected-up-to",), is_made=False
    ),
    "inserts-first-and-last": OddIssue(
        f"contents:\n  - {{insert: 彩页, pages: 2}}\n{SECTION}  - {{insert: 广告, pages: 1}}\n",
        rules=("insert-unlisted",),
    ),
    "inserts-alone": OddIssue(
        "contents:\n  - {insert: 广告}\n  - {insert: 彩页}\n", rules=("no-sections",), is_made=False
    ),
    "insert-without-a-name": OddIssue(f"contents:\n  - {{insert: }}\n{SECTION}", rules=("empty-value",), is_made=False),
    "section-without-articles": OddIssue(
        f"contents:\n{SECTION}  - section: 空\n    articles: []\n", rules=("empty-list",), is_made=False
    ),
    "section-of-a-long-name": OddIssue(
        "contents:\n  - section: " + "栏" * 200 + "\n    name_en: " + "abc" * 100 + "\n    articles: [a, b]\n",
        rules=("furniture-too-long", "page-too-deep", "section-english-unprinted"),
    ),
    "section-page-of-an-unknown-field": OddIssue(
        "",
        (("designs.door", f"[{{draw: text, text: '{{banana}}', style: title, {PLACE}}}]"), ("sections.page", "door")),
        rules=("layout-value",),
        is_made=False,
    ),
    "section-page-of-no-design": OddIssue("", (("sections.page", "door"),), rules=("design-unknown",), is_made=False),
}


def checked(found: Built, rules: tuple[str, ...], *, is_made: bool) -> None:
    """The rules are broken and pages are made, or an error is told at its place with what to do about it."""
    assert set(rules) <= found.rules
    errors = [item for item in found.findings if severity(item) is Severity.ERROR]
    assert bool(found.pages) == is_made
    assert is_made or errors
    for item in found.findings:
        assert item.span.line or item.span.file.startswith("--"), item
        assert len(render(item, "zh").split("\n")) > 1 and len(render(item, "en").split("\n")) > 1, item
    if "page-too-deep" not in found.rules:
        assert outside(found.pages) == []


@pytest.mark.slow
@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("name", ODD)
def test_an_odd_front_matter_is_set_or_refused(name: str, columns: int, tmp_path: Path) -> None:
    odd = ODD[name]
    found = built(folder_of(tmp_path, odd.front), *in_columns(columns))
    checked(found, odd.rules, is_made=odd.is_made)


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("name", ISSUES)
def test_an_odd_issue_is_set_or_refused(name: str, columns: int, tmp_path: Path) -> None:
    odd = ISSUES[name]
    found = built(folder_of(tmp_path, "", odd.issue), *in_columns(columns), *odd.keys)
    checked(found, odd.rules, is_made=odd.is_made)


@pytest.mark.parametrize(
    ("front", "code"),
    [("title: ？\n", Exit.DONE), ("title:\n", Exit.FINDINGS), (f"title: {LONG}\n", Exit.FINDINGS)],
)
def test_a_build_ends_with_the_code_that_is_documented(front: str, code: Exit, tmp_path: Path) -> None:
    place = folder_of(tmp_path, front)
    assert main(["build", place]) == code
    assert Path(place, "build", "print.pdf").exists() == (code is Exit.DONE)


def test_what_no_file_may_hold_does_not_come_into_its_properties(tmp_path: Path) -> None:
    place = folder_of(tmp_path, 'title: "题\\x01目"\nauthors: ["张\\x02三"]\nkeywords: ["水\\0"]\n')
    main(["build", place, "--profile", "screen"])
    with pikepdf.open(Path(place, "build", "screen.pdf")) as pdf, pdf.open_metadata() as metadata:
        said = f"{metadata} {[str(value) for value in pdf.docinfo.values()]}"
    assert "水" in said
    assert not any(sign in said for sign in ("\0", "\x01", "\x02", "\\x00"))
