"""Headings: the lines that they take alone and in a row, where they begin, how their turned lines hang."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from issues import article
from matter import blocks_of, pieces, setting, told
from set_pages import Row, rows

from huozi.blocks.article import set_article
from huozi.blocks.body import set_blocks
from huozi.diagnostics import Findings
from huozi.display import GlyphRun
from huozi.galley import Slug
from huozi.structure import Kind

BY_LINES = ("styles.heading-2.lines", "[2, 3, 4]")
TWO = ("styles.heading-3.lines", "2")
HUNG = ("styles.heading-2.hang_number", "true")


def heights(markdown: str, *overrides: tuple[str, str], layout: str = "square") -> list[int]:
    """The grid lines that each heading takes."""
    matter = set_blocks(blocks_of(markdown), setting(*overrides, layout=layout))
    return [piece.height for piece in matter if isinstance(piece, Slug)]


def lefts(markdown: str, *overrides: tuple[str, str]) -> list[float]:
    """Where the lines of one heading begin, in ems."""
    matter = set_blocks(blocks_of(markdown), setting(*overrides, layout="square"))
    slug = next(piece for piece in matter if isinstance(piece, Slug))
    return [placed.x / 10_000 for placed in slug.items if isinstance(placed.item, GlyphRun)]


# ------------------------------------------------------------------ lines taken


@pytest.mark.parametrize(
    ("text", "asked", "taken"),
    [
        ("题", "[2, 3, 4]", 2),
        ("题|目", "[2, 3, 4]", 3),
        ("题|目|录", "[2, 3, 4]", 4),
        ("题|目|录|题", "[2, 3, 4]", 4),
        ("题|目|录|题|目", "[2, 3, 4]", 5),  # more than four lines of the grid hold
        ("题|目", "[3, 1]", 2),
        ("题", "3", 3),
        ("题|目", "3", 3),
        ("题|目", "1", 2),
        ("题|目", "0", 2),
        ("题|目", "[4]", 4),
    ],
)
@pytest.mark.parametrize("layout", ["square", "square-columns"])
def test_a_heading_takes_what_its_lines_of_text_ask_for(text: str, asked: str, taken: int, layout: str) -> None:
    assert heights(f"## {text}\n", ("styles.heading-2.lines", asked), layout=layout) == [taken]


def test_a_heading_stands_in_the_middle_of_the_lines_that_it_takes() -> None:
    found = rows("甲\n\n## 题\n\n乙\n\n## 题|目\n\n丙\n", BY_LINES)
    assert [(row.down, row.text) for row in found] == [
        *((3, "甲"), (4.5, "题"), (6, "乙"), (7.5, "题"), (8.5, "目"), (10, "丙")),
    ], "one line in two: half a line above; two lines in three: half a line above"


# ------------------------------------------------------------------ in a row


@pytest.mark.parametrize(
    ("ranks", "asked", "taken"),
    [
        ((2, 3), (2, 2, 1), [2, 1]),  # of equals the last gives the line
        ((2, 3), (3, 2, 1), [2, 2]),  # else that with most to spare
        ((2, 3), (1, 1, 1), [1, 1]),  # none gives what its text needs
        ((2, 3), (2, 1, 1), [1, 1]),
        ((2, 3, 4), (3, 2, 2), [2, 2, 2]),  # one line in all
        ((2, 3, 4), (2, 2, 2), [2, 2, 1]),
    ],
)
@pytest.mark.parametrize("layout", ["square", "square-columns"])
def test_headings_in_a_row_take_a_line_less_in_all(
    ranks: tuple[int, ...], asked: tuple[int, int, int], taken: list[int], layout: str
) -> None:
    lines = [(f"styles.heading-{rank}.lines", str(count)) for rank, count in zip((2, 3, 4), asked, strict=True)]
    markdown = "\n\n".join(f"{'#' * rank} 题" for rank in ranks) + "\n\n文\n"
    assert heights(markdown, *lines, layout=layout) == taken
    full = list(asked[: len(ranks)])
    assert heights(markdown, *lines, ("headings.stacked", "full"), layout=layout) == full


@pytest.mark.parametrize(
    ("markdown", "more"),
    [
        ("## 题\n\n文\n\n### 目\n", ()),
        ("## 题\n\n### 目\n", (("styles.heading-3.before", "1"),)),
        ("## 题\n\n### 目\n", (("styles.heading-2.after", "1"),)),
        ("## 题\n\n### 目 {break=page}\n", ()),
    ],
)
def test_what_parts_headings_leaves_each_its_lines(markdown: str, more: tuple[tuple[str, str], ...]) -> None:
    assert heights(markdown, BY_LINES, TWO, *more) == [2, 2]


def test_a_heading_below_a_title_gives_the_line_and_the_title_none() -> None:
    def of(markdown: str, *more: tuple[str, str]) -> list[int]:
        work = article("题", *blocks_of(markdown))
        matter = set_article(work, 0, setting(BY_LINES, TWO, *more, layout="square")).galley
        return [piece.height for piece in matter if isinstance(piece, Slug)][:3]

    assert of("## 题\n\n文\n\n## 题\n") == [3, 1, 2]
    assert of("## 题\n\n### 目\n") == [3, 2, 1]
    assert of("## 题\n\n文\n\n## 题\n", ("headings.stacked", "full")) == [3, 2, 2]
    assert of("## 题\n\n文\n\n## 题\n", ("styles.title.after", "1")) == [3, 2, 2]
    assert of("文\n\n## 题\n\n文\n\n## 题\n") == [3, 2, 2]


# ------------------------------------------------------------------ where they begin


@pytest.mark.parametrize("at", ["page", "recto", "column"])
def test_a_style_may_begin_its_headings_on_a_page_or_a_column(at: str) -> None:
    start = ("styles.heading-2.start", at)
    assert told("甲\n\n## 题\n\n乙\n\n### 目\n", start) == ["甲 in 1", f"start {at}", "题", "乙 in 1", "目"]
    assert told("甲\n\n## 题\n", ("styles.heading-2.start", "run-on")) == ["甲 in 1", "题"]


def test_what_an_editor_asks_for_comes_before_the_style() -> None:
    start = ("styles.heading-2.start", "page")
    assert told("甲\n\n## 题 {break=column}\n", start) == ["甲 in 1", "start column", "题"]
    run_in = ("styles.heading-2.run_in", "true")
    assert told("甲\n\n## 题 {start=recto}\n\n乙\n", start, run_in)[1:] == ["start recto", "题 in 1"]
    assert told("甲\n\n## 题\n\n乙 {break=column}\n", start, run_in)[1:] == ["start column", "题 in 1"]
    assert told("甲\n\n## 题\n\n乙\n", start, run_in)[1:] == ["start page", "题 in 1"]


def test_no_heading_is_parted_from_the_heading_or_the_title_above_it() -> None:
    start = (("styles.heading-2.start", "page"), ("styles.heading-3.start", "page"))
    assert told("甲\n\n## 题\n\n### 目\n\n乙\n", *start) == ["甲 in 1", "start page", "题", "目", "乙 in 1"]
    for markdown in ("## 章\n\n文\n", "::: {columns=2}\n## 章\n\n文\n:::\n"):
        work = article("题", *blocks_of(markdown))
        found = pieces(set_article(work, 0, setting(*start, layout="square")).galley)
        assert [piece for piece in found if piece.startswith("start")] == []
    asked = article("题", *blocks_of("## 章 {break=page}\n\n文\n"))
    assert "start page" in pieces(set_article(asked, 0, setting(*start, layout="square")).galley)


def test_a_heading_that_begins_a_page_heads_it() -> None:
    found = rows("甲\n\n## 题\n\n乙\n", ("styles.heading-2.start", "page"))
    assert [(row.page, row.down, row.text) for row in found] == [(0, 3, "甲"), (1, 0, "题"), (1, 1, "乙")]


# ------------------------------------------------------------------ numbers


@pytest.mark.parametrize(
    ("text", "hang"),
    [
        ("一、" + "题" * 30, 2),
        ("（一）" + "题" * 30, 2.5),  # the bracket stands half an em out
        ("1. " + "题" * 30, 1.375),
        ("1）" + "题" * 30, 0.5 + 1),
        ("1.1 " + "题" * 30, 1.75),
        ("1.1.1 " + "题" * 30, 2.75),
        ("①" + "题" * 30, 1),
        ("第一章\u3000" + "题" * 30, 4),
        ("第一节 " + "题" * 30, 4),
        ("Ⅰ、" + "题" * 30, 2),
        ("一、题" + "|" + "题", 2),
    ],
)
@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize(("inset", "indent"), [(0, 0), (2, 0), (1, 2)])
def test_turned_lines_begin_behind_the_number(text: str, hang: float, align: str, inset: int, indent: int) -> None:
    shape = (
        ("styles.heading-2.align", align),
        ("styles.heading-2.inset_left", f"{inset}字" if inset else "0"),
        ("styles.heading-2.indent", f"{indent}字" if indent else "0"),
    )
    first, *turned = lefts(f"## {text}\n", HUNG, *shape)
    assert first == inset + indent - (0.5 if text[0] == "（" else 0)
    assert set(turned) == {inset + indent + hang}


@pytest.mark.parametrize(
    "markdown",
    ["## " + "题" * 30, "## 一、题", "## 第一节课" + "题" * 30, "## 1.5亿" + "题" * 30, "## A.I." + "题" * 30],
)
def test_without_a_number_or_a_second_line_nothing_hangs(markdown: str) -> None:
    assert lefts(markdown) == lefts(markdown, HUNG)


@pytest.mark.parametrize("align", ["center", "right"])
def test_what_has_no_left_edge_does_not_hang(align: str) -> None:
    markdown, shape = "## 一、" + "题" * 30, ("styles.heading-2.align", align)
    assert lefts(markdown, shape) == lefts(markdown, HUNG, shape)


def test_a_number_does_not_hang_where_little_would_be_left() -> None:
    narrow = ("styles.heading-2.inset_right", "11字")  # seven ems are left, and five behind the number
    assert set(lefts("## 一、" + "题" * 30, HUNG, narrow)) == {2}


# ------------------------------------------------------------------ ranks


def test_the_fourth_rank_has_a_style_where_the_layout_gives_it_one() -> None:
    four = "## 题\n\n### 题\n\n#### 题\n\n##### 题\n\n文\n"
    findings = Findings()
    told(four, layout="square", findings=findings)
    assert [(item.rule, dict(item.arguments)) for item in findings] == [
        ("heading-rank-unseen", {"found": "#####", "shown": "####"})
    ]
    findings = Findings()
    fifth = (("styles.heading-5.font", "hei"), ("styles.heading-5.lines", "3"))
    within = setting(*fifth, ("headings.stacked", "full"), layout="square", findings=findings)
    *_, last, _ = set_blocks(blocks_of(four), within)
    assert isinstance(last, Slug)
    assert (last.height, list(findings)) == (3, [])


def test_a_rank_without_a_style_is_named_once() -> None:
    findings = Findings()
    told("###### 题\n\n文\n\n###### 题\n\n文\n", layout="square", findings=findings)
    assert [item.rule for item in findings if item.rule == "heading-rank-unseen"] == ["heading-rank-unseen"]


# ------------------------------------------------------------------ odd headings


def test_headings_that_nobody_would_write_are_set_and_named() -> None:
    def rules(markdown: str, *overrides: tuple[str, str]) -> set[str]:
        findings = Findings()
        blocks_of(markdown, findings)
        rows(markdown, *overrides, findings=findings)
        return {item.rule for item in findings}

    assert "heading-long" in rules("## " + "题" * 300 + "\n\n文\n")
    assert "heading-without-words" in rules("## 。\n\n文\n")
    assert "word-broken" in rules("## " + "w" * 80 + "\n\n文\n")
    assert "page-too-deep" in rules("文\n\n## 题\n\n文\n", ("styles.heading-2.lines", "60"))


# ------------------------------------------------------------------ the grid

TEXTS = st.integers(25, 60).map(lambda count: "文" * count)
RANKS = st.sampled_from(("##", "###", "####"))
TITLES = st.sampled_from(("题", "一、题", "题|目", "一、" + "题" * 12, "1. 题|目"))
HEADED = st.lists(st.tuples(RANKS, TITLES).map(" ".join), max_size=3).map("\n\n".join)
ARTICLES = st.lists(st.tuples(HEADED, TEXTS).map("\n\n".join), min_size=2, max_size=8).map("\n\n".join)
"""Rows of headings that all fit a column with the two lines of text that must follow them."""
LINES = st.sampled_from(("0", "1", "2", "3", "[1, 2]", "[2, 3, 4]"))


@settings(max_examples=25, deadline=None)
@given(ARTICLES, LINES, LINES, st.sampled_from(("square", "square-columns")), st.booleans(), st.booleans())
def test_text_stands_on_the_grid_and_no_heading_ends_a_column(  # what headings may be
    markdown: str, second: str, third: str, layout: str, is_run_in: bool, is_full: bool
) -> None:
    found = rows(
        markdown,
        ("styles.heading-2.lines", second),
        ("styles.heading-3.lines", third),
        ("styles.heading-4.run_in", str(is_run_in).lower()),
        ("styles.heading-2.hang_number", "true"),
        ("headings.stacked", "full" if is_full else "less"),
        layout=layout,
    )
    text = [row for row in found if row.kind is Kind.PARAGRAPH]
    assert {row.down % 1 for row in text} == {0.0}
    assert all(0 <= row.down <= 14 for row in found)
    columns: dict[tuple[int, bool], Row] = {}
    for row in found:
        column = row.page, layout == "square-columns" and row.left >= 11
        columns[column] = max(columns.get(column, row), row, key=lambda each: each.down)
    assert {row.kind for row in columns.values()} == {Kind.PARAGRAPH}
