"""``huozi explain``: what is told of pages and of the curve of counts, word for word and as JSON; exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
from houses import house
from json_schema import faults
from squares import ROOT

from huozi.cli import main
from huozi.commands.explain_schema import explain_schema
from huozi.commands.page_matter import Matter, matter_data, matter_lines
from huozi.commands.page_report import Explained, as_text, price_of
from huozi.commands.page_words import FIELDS, PHRASES, RULES
from huozi.diagnostics import Span
from huozi.display import Page
from huozi.geometry import Size
from huozi.makeup.costs import FIELDS as COST_FIELDS
from huozi.makeup.curve import Curve
from huozi.makeup.goals import Paging
from huozi.makeup.reasons import MATTER_RULES, Column, Dearer, Fixed, PageReason, RuleKept, Varied
from huozi.makeup.reasons import RULES as RULES_OF_PAGES
from huozi.rounds.edition import EditionItem, ItemKind, Where

FIVE_LINES = "国" * 98
"""A paragraph of five full lines of twenty characters, which stretched lines make six of."""


def issue(folder: Path, *paragraphs: str) -> str:
    return str(house(folder, {"a": "题目\n" + "\n\n".join(paragraphs)}))


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(["explain", *arguments]) == code
    return capsys.readouterr().out


def data(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> dict[str, Any]:
    whole = json.loads(said(capsys, *arguments, "--format", "json", code=code))
    assert faults(whole, explain_schema()) == []
    assert isinstance(whole, dict)
    return whole


# ------------------------------------------------------------------ text

ZH = """第 2 页（左）　15/15 行　各条规则都合
    a.md:7 多排 1 行
    下页若从 a.md:7 的末 3 行起：另 1 段多排 1 行（a.md:5）

第 3 页（右）　15/15 行　各条规则都合
    下页若从 a.md:13 的末 3 行起：另 1 段多排 1 行（a.md:13）

第 4 页（左）　7/15 行　各条规则都合
    接排的文字到此为止

内文页数（连白页）和代价：
    →   4　1 段多排 1 行（a.md:7）
        6　1 段多排 1 行（a.md:7），2 页白页（第 5-6 页）
        8　1 段多排 1 行（a.md:7），4 页白页（第 5-8 页）
→ 是现在的排法。
再少，要删的行超过十分之一，或须找得太久，不列。

各条规则：
    版心（版心）：没有一块比版心还深
    标题（CLREQ 标题处理）：标题不背题，之下至少有两行正文
    孤行（CLREQ 孤行孤字）：段首一行不独在栏末，段末一行不独在栏首，一页不只一行
    排满（版心）：下文还接着的栏排到版心的末行
    两面齐（两面齐）：两面、各栏的末行齐平
"""
EN = """Page 3 (right)  15/15 lines  every rule holds
    were the next page to begin with the last 3 lines of a.md:13: 1 other paragraph 1 line longer (a.md:13)

Inside pages (blank ones counted) and their price:
    →   4  1 paragraph set 1 line longer (a.md:7)
        6  1 paragraph set 1 line longer (a.md:7), 2 blank pages (5-6)
        8  1 paragraph set 1 line longer (a.md:7), 4 blank pages (5-8)
→ is what is made.
Fewer would want more than a tenth of the lines cut, or too long a search; they are not listed.

The rules:
    type area (版心): no piece is deeper than the type area
    headings (CLREQ 标题处理): at least two lines of text stand below a heading
    lines alone (CLREQ 孤行孤字): no first line alone at a foot, no last line alone at a head, no page of one line
    full (版心): a column whose text goes on is filled to its last line
    level (两面齐): facing pages and columns side by side end at the same depth
"""


def test_pages_and_curve_are_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = issue(tmp_path, *(FIVE_LINES,) * 6)
    assert said(capsys, folder) == ZH
    assert said(capsys, folder, "--pages", "3", "--lang", "en") == EN


def test_a_blank_page_is_told_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = issue(tmp_path, *(FIVE_LINES,) * 20)
    told = said(capsys, folder, "--pages", "9-")
    assert told.startswith("第 9 页（右）　2/15 行　各条规则都合\n    接排的文字到此为止\n\n内文页数")
    assert "\n第 10 页（左）　白页\n\n内文页数" in said(capsys, folder)


def test_rules_that_a_count_breaks_are_part_of_its_price_the_worst_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = issue(tmp_path, *(FIVE_LINES,) * 4, "来")
    told = said(capsys, folder, "--layout", "square-columns", "--pages", "4")
    assert "\n    →   4　两面或两栏差 1 行，栏末短 2 行\n" in told


def test_lines_to_cut_are_told_by_paragraph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, issue(tmp_path, *(FIVE_LINES,) * 20), "--pages", "9")
    assert "\n        8　1 段共删 1 行\n" in told
    assert "\n要排成 8 页，各段须删：\n    a.md:7 删 1 行\n\n" in told


def test_columns_are_told_side_by_side_band_by_band(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, issue(tmp_path, *(FIVE_LINES,) * 4, "来"), "--layout", "square-columns")
    assert told.startswith(
        "第 2 页（左）　6/6 + 9/9、9/9 行　各条规则都合\n"
        "    下页若从 a.md:7 的末 8 行起：代价相同\n"
        "\n第 3 页（右）　14/15、14/15 行\n"
        "    不合：排满（短 2 行）、两面齐（差 1 行）；合：版心、标题、孤行\n"
        "    下页若从 a.md:11 的末 4 行起：栏末短 2 行\n"
        "\n第 4 页（左）　2/2、1/2 行　各条规则都合\n"
        "    接排的文字到此为止\n"
        "\n内文页数"
    )


PAGE = Page(3, "right", "7", "7", Size(100, 100), 0, ())


def told_of(reason: PageReason) -> list[str]:
    curve = Curve((), is_cut_short=False)
    text = as_text(Explained("x", ((PAGE, reason),), curve, Paging(0), 1), "zh")
    return text.split("\n\n")[0].splitlines()


def test_bands_rules_and_paragraphs_have_their_places() -> None:
    columns = (Column(1, 2, 2), Column(2, 8, 8), Column(2, 8, 7))
    rules = (RuleKept("alone", 2), RuleKept("feet", 0), RuleKept("level", 3))
    varied = (Varied(Span("x/b.md", 4, 2), 1), Varied(Span("x/b.md", 9, 1), -2))
    assert told_of(PageReason(1, columns, varied, rules, "no-other")) == [
        "第 7 页（右）　2/2 + 8/8、7/8 行",
        "    b.md:4 多排 1 行；b.md:9 少排 2 行",
        "    不合：孤行（2 处）、两面齐（差 3 行）；合：排满",
        "    不能在别处结束",
    ]


def dearer(*more: tuple[str, int], varied: tuple[Varied, ...] = ()) -> Dearer:
    return Dearer(Span("b.md", 3, 1), 0, more, varied)


SOME = tuple(Varied(Span(f"{file}.md", line, 1), 1) for file, line in (("b", 3), ("b", 5), ("c", 7)))


@pytest.mark.parametrize(
    ("other", "zh", "en"),
    [
        (dearer(), "代价相同", "the same cost"),
        (dearer(("hole", 4), ("short", 2)), "有栏短到两行以上，栏末短 2 行", None),
        (dearer(("parted", 1), ("variants", -9), ("white", 2)), "1 处孤行", "1 widow or orphan"),
        (dearer(("white", 1)), "文末多空 1 行", "1 more line empty at an end"),
        (dearer(("variants", 3)), "字距拉得更开", "wider gaps"),
        (dearer(("variants", -3)), "代价相同", "the same cost"),
        (dearer(("variants", 3), varied=SOME[:1]), "另 1 段多排 1 行（b.md:3）", None),
        (
            dearer(("variants", 3), varied=SOME),
            "另 3 段各多排 1 行（b.md:3、5；c.md:7）",
            "3 other paragraphs 1 line longer (b.md:3, 5; c.md:7)",
        ),
        (
            dearer(varied=(*SOME, Varied(Span("d.md", 1, 1), 1), Varied(Span("d.md", 8, 1), -1))),
            "另 4 段各多排 1 行，另 1 段少排 1 行（d.md:8）",
            "4 other paragraphs 1 line longer, 1 other paragraph 1 line shorter (d.md:8)",
        ),
        (dearer(("moved", 2), ("unlike", 1)), "2 页不从原来的地方起，1 段的行数与上次不同", None),
    ],
)
def test_what_another_end_costs_is_said_in_words(other: Dearer, zh: str, en: str | None) -> None:
    assert price_of(other, "zh") == zh
    assert en in (None, price_of(other, "en"))


@pytest.mark.parametrize(
    ("span", "left", "start"),
    [
        (Span("x/b.md", 8, 1), 0, "b.md:8 "),
        (Span("x/b.md", 8, 1), 2, "b.md:8 的末 2 行"),
        (Span("x/b.md", 1, 1), 0, "b.md 的来源或署名"),
    ],
)
def test_where_the_next_page_would_begin_is_named(span: Span, left: int, start: str) -> None:
    *_, last = told_of(PageReason(1, (Column(1, 4, 4),), (), (), Dearer(span, left, (("short", 1),), ())))
    assert last == f"    下页若从 {start}起：栏末短 1 行"


# ------------------------------------------------------------------ JSON


def test_json_tells_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = issue(tmp_path, *(FIVE_LINES,) * 6)
    monkeypatch.chdir(tmp_path)
    whole = data(capsys, folder)
    assert (whole["version"], whole["issue"]) == (1, "issue/one")
    first, _, last = whole["pages"]
    file = "issue/one/articles/a.md"
    assert first == {
        "page": 4,
        "folio": "2",
        "side": "left",
        "columns": [{"band": 1, "lines": 15, "used": 15}],
        "varied": [{"file": file, "line": 7, "lines": 1}],
        "fillers": [],
        "matter": [],
        "rules": [
            {"rule": "depth", "clause": "版心", "holds": True, "amount": 0},
            {"rule": "headings", "clause": "CLREQ 标题处理", "holds": True, "amount": 0},
            {"rule": "alone", "clause": "CLREQ 孤行孤字", "holds": True, "amount": 0},
            {"rule": "feet", "clause": "版心", "holds": True, "amount": 0},
            {"rule": "level", "clause": "两面齐", "holds": True, "amount": 0},
        ],
        "rejected": first["rejected"],
    }
    assert first["rejected"]["cost"].pop("variants") > 0
    assert first["rejected"] == {
        "why": "dearer",
        "next": {"file": file, "line": 7, "lines": 3},
        "cost": {"white": -1},
        "varied": [{"file": file, "line": 5, "lines": 1}],
        "price": "另 1 段多排 1 行（a.md:5）",
    }
    assert last["rejected"] == {"why": "part-ends", "next": None, "cost": {}, "varied": [], "price": ""}
    assert [row["pages"] for row in whole["curve"]] == [4, 6, 8]
    assert whole["curve"][1] == {
        "pages": 6,
        "price": "1 段多排 1 行（a.md:7），2 页白页（第 5-6 页）",
        "cut": 0,
        "cuts": [],
        "blanks": [5, 6],
        "fillers": [],
        "made": False,
    }


FILLER = "---\ntitle: 补\nkind: filler\n---\n\n短。\n"


def test_every_count_tells_the_fillers_that_stand_on_its_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One stands below the text, one on a page that would stay blank where there are any; one is too deep."""
    work = house(tmp_path, {"a": "题目\n国"}, more="fillers: [yi, er, san]\n")
    for name, body in (("yi", ""), ("er", "国" * 180), ("san", "国" * 400)):
        text = FILLER if not body else FILLER.replace("短。", body)
        (work / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    rows = data(capsys, str(work))["curve"]
    assert [(row["pages"], row["fillers"], row["blanks"]) for row in rows] == [
        (2, ["yi"], []),
        (4, ["yi", "er"], [4]),
        (6, ["yi", "er"], [4, 5, 6]),
    ]
    told = said(capsys, str(work))
    assert told.startswith("第 2 页（左）　7/15 行　各条规则都合\n    补白：yi\n    接排的文字到此为止\n")
    made = data(capsys, str(work), "--page-count", "6")["pages"]
    assert [(page["folio"], page["fillers"]) for page in made] == [
        ("2", ["yi"]),
        ("3", ["er"]),
        (None, []),
        (None, []),
        (None, []),
    ]
    assert "\n第 3 页（右）　本来是白页\n    补白：er\n\n" in said(capsys, str(work), "--page-count", "6")
    assert "\n    →   2　1 篇补白（第 2 页）\n" in told
    assert "\n        6　2 篇补白（第 2-3 页），3 页白页（第 4-6 页）\n" in told
    assert "    6  2 fillers (2-3), 3 blank pages (4-6)\n" in said(capsys, str(work), "--lang", "en")


def test_json_tells_cuts_and_blank_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = data(capsys, issue(tmp_path, *(FIVE_LINES,) * 20))
    assert whole["curve"][0]["cuts"] == [{**whole["curve"][0]["cuts"][0], "line": 7, "lines": 1}]
    assert whole["pages"][-1]["folio"] is None
    assert whole["pages"][-1]["columns"] == whole["pages"][-1]["rules"] == []
    assert whole["pages"][-1]["rejected"]["why"] == "blank"


def test_json_tells_a_rule_that_does_not_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = data(capsys, issue(tmp_path, *("## 题",) * 12, "国国国"))["pages"][0]
    assert first["rules"][1] == {
        "rule": "headings",
        "clause": "CLREQ 标题处理",
        "holds": False,
        "amount": 1,
    }


def test_blank_pages_of_the_curve_are_told_by_folio_and_counted_with_the_contents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a layout that counts folios from the body on, two pages stand before page 1."""
    rows = data(capsys, issue(tmp_path, "国"), "--layout", "square-single")["curve"]
    assert [row["pages"] for row in rows] == [3, 4, 5, 6, 7]
    assert (rows[2]["blanks"], rows[2]["price"]) == ([4, 5], "2 页白页（第 2-3 页）")


def test_the_schema_is_printed_and_the_manual_names_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "explain"]) == 0
    assert json.loads(capsys.readouterr().out) == explain_schema()
    manual = (ROOT / "docs" / "explain.md").read_text(encoding="utf-8")
    schema: Any = explain_schema()["properties"]
    page = schema["pages"]["items"]["properties"]
    count = schema["curve"]["items"]["properties"]
    keys = {*schema, *page, *count, *page["rejected"]["properties"], *page["rules"]["items"]["properties"]}
    assert [key for key in sorted(keys) if not any(f"{key}{end}" in manual for end in ("`", "[]", "."))] == []
    assert [why for why in get_args(Fixed) if f"`{why}`" not in manual] == []


# ------------------------------------------------------------------ options and exit codes


def test_pages_are_those_of_a_range(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = issue(tmp_path, *(FIVE_LINES,) * 6)
    assert [page["folio"] for page in data(capsys, folder, "--pages", "3-4")["pages"]] == ["3", "4"]
    assert data(capsys, folder, "--pages", "1")["pages"] == []
    assert main(["explain", folder, "--pages", "9"]) == 2
    assert "--pages: 错误 pages-not-there" in capsys.readouterr().err


def test_a_count_that_cannot_be_had_fails_and_names_the_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = issue(tmp_path, *(FIVE_LINES,) * 20)
    rows = data(capsys, folder, "--page-count", "8", code=1)["curve"]
    assert next((row["pages"], row["cut"], row["made"]) for row in rows) == (8, 1, False)
    main(["explain", folder, "--page-count", "8"])
    assert "page-count-exceeded" in capsys.readouterr().err
    rows = data(capsys, folder, "--page-count", "12")["curve"]
    assert [row["pages"] for row in rows if row["made"]] == [12]


def test_warnings_are_left_to_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = issue(tmp_path, *("## 题",) * 12, "国国国")
    assert main(["check", folder, "--fail-on", "warning"]) == 1
    assert main(["explain", folder]) == 0
    assert capsys.readouterr().err == ""


def test_what_cannot_be_made_is_not_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", issue(tmp_path, "# 国")]) == 1
    assert main(["explain", str(tmp_path / "none")]) == 2
    assert capsys.readouterr().out == ""


# ------------------------------------------------------------------ the tables of words


def test_every_rule_and_every_field_has_its_words_in_both_languages() -> None:
    assert list(RULES) == [rule for rule, _ in (*RULES_OF_PAGES, *MATTER_RULES)]
    assert list(FIELDS) == [name for name, _ in COST_FIELDS]
    fields = {
        phrase: [
            {name for _, name, *_ in Formatter().parse(row[to]) if name} - {"s", "ls", "each"} for to in ("zh", "en")
        ]
        for phrase, row in (PHRASES | FIELDS).items()
    }
    assert [phrase for phrase, (zh, en) in fields.items() if zh != en] == []


def test_every_phrase_is_used() -> None:
    modules = ("page_report.py", "page_matter.py")
    used = "".join((ROOT / "src" / "huozi" / "commands" / name).read_text(encoding="utf-8") for name in modules)
    whole = {"some-longer", "some-shorter", "others-longer", "others-shorter", *get_args(Fixed)}
    whole |= {f"a-{kind}" for kind in get_args(ItemKind)} | {f"stands-{where}" for where in get_args(Where)}
    assert [phrase for phrase in PHRASES if phrase not in whole and f'"{phrase}"' not in used] == []


# ------------------------------------------------------------------ figures, tables, boxes, notes

PLACE = Span("articles/a.md", 5, 1)
FIGURE = EditionItem("a", "figure", "fig-a", "图 1", "", "", PLACE, 1, 1, "head", 1, mention=0)
TABLE = EditionItem("a", "table", "", "", "", "", PLACE, 1, 2, "text", 1)
NOTES = (
    EditionItem("a", "note", "n", "1", "", "", PLACE, 1, 1, "foot", 1, mention=1),
    EditionItem("a", "note", "m", "2", "", "", PLACE, 0, 1, "foot", 1, mention=0),
)
MATTER = Matter((FIGURE, TABLE, *NOTES), ("5", "6", "7"))


def made(index: int) -> Page:
    return Page(index, "left", str(index + 5), str(index + 5), Size(1, 1), 0, ())


def test_what_stands_on_a_page_is_told_with_what_is_elsewhere_of_it() -> None:
    assert list(matter_lines(MATTER, made(1), "zh")) == [
        "图表：图 1在首（提到它的在第 5 页）；表在文中（转下页）",
        "注：1；2（接第 5 页）",
    ]
    assert list(matter_lines(MATTER, made(2), "en")) == ["figures and tables: table in the text (from page 6)"]
    assert list(matter_lines(MATTER, made(0), "en")) == ["notes: 2 (goes on overleaf)"]


def test_the_same_is_told_as_values() -> None:
    told = matter_data(MATTER, made(1))
    assert told[0] == {
        "kind": "figure", "label": "图 1", "name": "fig-a", "file": "articles/a.md", "line": 5, "where": "head",
        "column": 1, "mention": "5", "begins": True, "goes_on": False,
    }  # fmt: skip
    assert [(each["mention"], each["begins"], each["goes_on"]) for each in told[1:]] == [
        (None, True, True), ("6", True, False), ("5", False, False),
    ]  # fmt: skip
