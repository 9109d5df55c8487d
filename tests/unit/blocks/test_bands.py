"""What spans the columns stands in a band of its own; articles and blocks may have columns of their own."""

from __future__ import annotations

import pytest
from issues import SIGNED, article, issue, said, sheet
from matter import blocks_of, ends, pieces, setting, told
from squares import HERE, rules_of

from huozi.blocks.article import set_article, set_issue
from huozi.blocks.body import set_block, set_blocks
from huozi.blocks.frame import closed_up
from huozi.content.issue_model import Article, Author
from huozi.content.model import Columns, Paragraph, Styled, Text
from huozi.diagnostics import Findings
from huozi.display import Rule
from huozi.galley import Band, Galley, SetParagraph, Slug, Space

A = "甲" * 37  # with the indent two lines of twenty characters, five of nine
B = "乙" * 37
ALL = "all"


def noted(columns: int = 0) -> Article:
    """An article with everything that stands at its end."""
    notes = (("a", (Paragraph((Text("注", HERE),), HERE),)),)
    body = blocks_of(f"{A}[^a]\n\n[^a]: 注\n")
    fields = said(affiliation_note="某校", source="某报")
    made = Article("a", article("题").title, body, HERE, (Author("张三"),), notes=notes, columns=columns, fields=fields)
    return made._replace(notes_place="end")


# ------------------------------------------------------------------ what spans


def test_titles_and_bylines_run_over_all_columns_and_the_end_of_an_article_stands_in_them() -> None:
    assert pieces(set_article(noted(), 3, setting(SIGNED)).galley) == [
        *("band 1", "article 3", "题", "张三", "band 2"),
        *("甲 in 5", "a slug of 1", "1 in 1", "（ in 1", "来源：某报"),
    ]


def test_text_in_one_column_has_no_bands() -> None:
    assert pieces(set_article(noted(), 3, setting(SIGNED, layout="square")).galley) == [
        *("article 3", "题", "张三", "甲 in 2", "a slug of 1", "1 in 1", "（ in 1", "来源：某报"),
    ]


def test_a_title_is_as_wide_as_all_columns() -> None:
    title = next(p for p in set_article(article("题" * 15), 0, setting()).galley if isinstance(p, Slug))
    assert (title.height, ends(title)) == (3, 17.5), "fifteen characters in the middle of twenty"


def test_the_sink_of_a_section_is_over_all_columns_whatever_its_name_is() -> None:
    for name in ("all", "1"):
        galley = set_issue(issue([article("题")]), setting(("styles.section-name.span", name))).galley
        assert pieces(galley)[:5] == ["start page", "section 0", "band 1", "栏0", "band 2"]
    unnamed = set_issue(issue([article("题")]), setting(("sections.name", "false"))).galley
    assert pieces(unnamed)[:5] == ["start page", "section 0", "band 1", "a slug of 3", "band 2"]
    single = set_issue(issue([article("题")]), setting(layout="square")).galley
    assert pieces(single)[:4] == ["start page", "section 0", "栏0", "article 0"]


@pytest.mark.parametrize(("span", "middle"), [("all", 10.375), ("1", 4.875)])
def test_a_sections_name_stands_in_the_columns_of_its_style(span: str, middle: float) -> None:
    changes = (("styles.section-name.span", span), ("styles.section-name.letter_spacing", "0pt"))
    style = (("styles.section-name.size", "10pt"),)
    name = set_issue(issue([article("题")]), setting(*changes, *style)).galley[3]
    assert isinstance(name, Slug)
    assert ends(name) == middle + 1, "a Han and a figure about the middle"


@pytest.mark.parametrize(("span", "width"), [("all", 20), ("1", 9)])
def test_the_band_of_a_section_is_as_wide_as_the_columns_of_its_style(span: str, width: int) -> None:
    listed = ("sections.opening", "[{set: band, text: '{section}', style: own, lines: 2}]")
    galley = set_issue(issue([article("题")]), setting(listed, ("styles.own.span", span))).galley
    assert pieces(galley)[:6] == ["start page", "section 0", "band 1", "栏0", "space 1", "band 2"]
    name = galley[3]
    assert isinstance(name, Slug)
    assert [placed.item.width for placed in name.items if isinstance(placed.item, Rule)] == [width * 10_000]


def test_what_a_layout_lists_for_a_sections_head_is_as_wide_as_all_columns() -> None:
    listed = ("sections.opening", "[{set: rule}, {set: text, text: '{section}', style: section-name}]")
    rule = next(piece for piece in set_issue(issue([article("题")]), setting(listed)).galley if isinstance(piece, Slug))
    widths = [placed.item.width for placed in rule.items if isinstance(placed.item, Rule)]
    assert widths == [200_000], "twenty characters"


def test_headings_stand_in_their_column_unless_their_style_spans() -> None:
    assert told(f"{A}\n\n## 题\n\n{B}") == ["甲 in 5", "题", "乙 in 5"]
    over = told(f"{A}\n\n## 题\n\n{B}", ("styles.heading-2.span", ALL))
    assert over == ["甲 in 5", "band 1", "题", "band 2", "乙 in 5"]


@pytest.mark.parametrize(("span", "lines"), [("1", 5), ("2", 3), ("3", 2), ("4", 2), ("all", 2)])
def test_a_style_may_span_some_columns_from_the_left(span: str, lines: int) -> None:
    # three columns of six characters, a gap of one: six, thirteen and twenty in a line
    three = (("page.type_area.columns", "3"), ("page.type_area.characters", "6"), ("page.type_area.gap", "1字"))
    wide = ("styles.wide.span", span), ("styles.wide.based_on", "body")
    text = "甲" * 25
    found = told(f"::: {{style=wide}}\n{text}\n:::\n", *three, *wide)
    around = ["band 1", f"甲 in {lines}", "band 3"]
    assert found == (around[1:2] if span == "1" else around)


def test_a_spanning_paragraph_is_set_to_the_columns_and_the_gaps_between_them() -> None:
    three = (("page.type_area.columns", "3"), ("page.type_area.characters", "6"), ("page.type_area.gap", "1字"))
    wide = ("styles.wide.span", "2"), ("styles.wide.based_on", "body")
    markdown = f"::: {{style=wide}}\n{A}\n:::\n"
    _, text, _ = set_blocks(blocks_of(markdown), setting(*three, *wide))
    assert isinstance(text, SetParagraph)
    assert [ends(slug) for slug in text.cast(text.lines)] == [13, 13, 13]


def test_what_spans_all_columns_is_set_to_whole_ems_of_the_body() -> None:
    right = (("page.type_area.gap", "1.5字"), ("styles.heading-2.align", "right"))  # 19.5 characters wide
    for span in ("2", "all"):
        _, heading, _ = set_blocks(blocks_of("## 题\n"), setting(*right, ("styles.heading-2.span", span)))
        assert isinstance(heading, Slug)
        assert ends(heading) == 19


def test_within_what_spans_nothing_spans_once_more() -> None:
    three = (("page.type_area.columns", "3"), ("page.type_area.characters", "6"), ("page.type_area.gap", "1字"))
    wide = ("styles.wide.span", "2"), ("styles.wide.based_on", "body"), ("styles.heading-2.span", ALL)
    assert told("::: {style=wide}\n甲\n\n## 题\n:::\n", *three, *wide) == ["band 1", "甲 in 1", "题", "band 3"]
    long = blocks_of(f"::: {{style=wide}}\n## {'题' * 12}\n:::\n")
    heading = set_blocks(long, setting(*three, *wide))[1]
    assert isinstance(heading, Slug)
    assert heading.height == 2, "set in by two ems of the thirteen"
    empty = Styled("wide", (), HERE)
    assert set_block(empty, setting(*three, *wide), "body") == ()


SPANNING = {
    "quote": f"> {A}\n",
    "list": f"- {A}\n",
    "definition": f"词\n: {A}\n",
    "verse": f"::: verse\n{A}\n:::\n",
    "dialogue": f"::: dialogue\n问：{A}\n:::\n",
}


@pytest.mark.parametrize(("style", "markdown"), SPANNING.items())
def test_any_block_spans_where_its_style_says_so(style: str, markdown: str) -> None:
    plain = told(markdown)
    assert not [word for word in plain if word.startswith("band")]
    over = [word for word in told(markdown, (f"styles.{style}.span", ALL)) if not word.startswith("space")]
    assert (over[0], over[-1], len(over)) == ("band 1", "band 2", 3)
    lines = [int(word.rpartition(" ")[2]) for word in (over[1], *plain) if " in " in word]
    assert lines[0] < lines[1], "wider lines are fewer"


@pytest.mark.parametrize("style", ["affiliation", "source", "note"])
def test_what_stands_at_an_articles_end_spans_where_its_style_says_so(style: str) -> None:
    first = {"affiliation": "（ in 1", "source": "来源：某报", "note": "a slug of 1"}[style]
    found = pieces(set_article(noted(), 0, setting((f"styles.{style}.span", ALL))).galley)
    at = found.index(first)
    last = at + (style == "note")
    assert (found[at - 1], found[last + 1]) == ("band 1", "band 2")
    assert found.count("band 1") == 2, "the title, and this"


def test_nothing_runs_out_of_a_frame() -> None:
    assert told("- 甲\n\n  ## 题\n", ("styles.heading-2.span", ALL)) == ["• in 1", "题"]
    styled = (("styles.own.based_on", "body"), ("styles.heading-2.span", ALL))
    own = "::: {style=own}\n甲\n\n## 题\n:::\n"
    assert told(own, *styled) == ["甲 in 1", "band 1", "题", "band 2"], "a style without insets is no frame"
    assert told(own, *styled, ("styles.own.inset_left", "1字")) == ["甲 in 1", "题"]


# ------------------------------------------------------------------ spaces at the edges of bands


def test_two_spanning_pieces_stand_in_one_band() -> None:
    found = told(f"{A}\n\n## 题\n\n### 目\n\n{B}", ("styles.heading-2.span", ALL), ("styles.heading-3.span", ALL))
    assert found == ["甲 in 5", "band 1", "题", "目", "band 2", "乙 in 5"]


def test_spaces_of_a_spanning_heading_stand_above_the_end_of_each_band() -> None:
    spaces = (("styles.heading-2.before", "1行"), ("styles.heading-2.after", "2行"))
    found = told(f"{A}\n\n## 题\n\n{B}", ("styles.heading-2.span", ALL), *spaces)
    assert found == ["甲 in 5", "space 1", "band 1", "题", "space 2", "band 2", "乙 in 5"]


def test_the_end_of_an_article_is_closed_up_with_its_text() -> None:
    spaces = (("styles.quote.after", "2行"), ("styles.affiliation.before", "1行"))
    work = noted()._replace(notes=(), blocks=blocks_of("> 甲\n"))
    end = ["甲 in 1", "space 2", "（ in 1", "来源：某报"]
    assert pieces(set_article(work, 0, setting(*spaces, layout="square")).galley)[-4:] == end
    over = pieces(set_article(work, 0, setting(*spaces, ("styles.quote.span", ALL))).galley)
    assert over[-5:] == ["甲 in 1", "space 2", "band 2", "（ in 1", "来源：某报"]


ONE, TWO, THREE = Space(1), Space(2), Space(3)


@pytest.mark.parametrize(
    ("matter", "closed"),
    [
        ((ONE, Band(1), TWO), (TWO, Band(1))),
        ((THREE, Band(1), TWO), (THREE, Band(1))),
        ((Band(1), TWO), (TWO, Band(1))),
        ((Band(1), Band(2), TWO), (TWO, Band(2))),
        ((ONE, Band(1), TWO, Band(2), Band(1), THREE), (THREE, Band(1))),
        ((Band(2), Band(3)), (Band(3),)),
        ((Space(1, kept=True), Band(1), TWO), (Space(1, kept=True), TWO, Band(1))),
    ],
)
def test_spaces_beside_the_end_of_a_band_are_one(matter: Galley, closed: Galley) -> None:
    assert closed_up(matter) == closed


# ------------------------------------------------------------------ columns of articles and blocks


def test_an_article_may_have_columns_of_its_own() -> None:
    keys = (SIGNED, ("page.type_area.gap", "2字"))
    assert pieces(set_article(noted(2), 0, setting(*keys, layout="square")).galley) == [
        *("band 1", "article 0", "题", "张三", "band 2"),
        *("甲 in 5", "a slug of 1", "1 in 1", "（ in 1", "来源：某报", "band 1"),
    ]


def test_an_article_in_one_column_of_a_layout_in_two() -> None:
    found = pieces(set_article(noted(1), 0, setting(SIGNED)).galley)
    assert found[:5] == ["band 1", "article 0", "题", "张三", "甲 in 2"]
    assert (found[-1], sum(word.startswith("band") for word in found)) == ("band 2", 2)


def test_an_article_may_ask_for_the_columns_that_there_are() -> None:
    assert pieces(set_article(noted(2), 0, setting()).galley) == pieces(set_article(noted(), 0, setting()).galley)
    single = setting(layout="square")
    assert pieces(set_article(noted(1), 0, single).galley) == pieces(set_article(noted(), 0, single).galley)


def test_blocks_may_stand_in_other_columns() -> None:
    found = told(f"{A}\n\n::: {{columns=1}}\n{B}\n:::\n\n{A}")
    assert found == ["甲 in 5", "band 1", "乙 in 2", "band 2", "甲 in 5"]
    within = told(
        f"::: {{columns=2}}\n{A}\n\n## 题\n\n> {B}\n:::\n",
        ("styles.heading-2.span", ALL),
        layout="square",
    )
    assert within == ["band 2", "甲 in 5", "band 1", "题", "band 2", "乙 in 5", "band 1"]


def test_blocks_that_ask_for_the_columns_that_there_are_have_no_band() -> None:
    assert told(f"::: {{columns=2}}\n{A}\n:::\n") == ["甲 in 5"]
    assert told(f"::: {{columns=1}}\n{A}\n:::\n", layout="square") == ["甲 in 2"]
    assert told("::: {columns=1}\n:::\n") == []


@pytest.mark.parametrize(
    ("characters", "asked", "columns", "told_of"),
    [("20", 3, 3, None), ("19", 3, 2, "5"), ("20", 4, 3, "4"), ("12", 2, 1, "5"), ("4", 4, 1, "1"), ("27", 4, 4, None)],
)
def test_no_column_is_narrower_than_six_characters(
    characters: str, asked: int, columns: int, told_of: str | None
) -> None:
    findings = Findings()
    within = setting(("page.type_area.characters", characters), layout="square", findings=findings)
    galley = set_block(Columns(asked, blocks_of("甲"), HERE), within, "body")
    assert [piece.columns for piece in galley if isinstance(piece, Band)] == ([] if columns == 1 else [columns, 1])
    expected = [("ems", told_of), ("columns", str(columns))]
    assert [(item.span, dict(item.arguments)["ems"]) for item in findings] == ([(HERE, told_of)] if told_of else [])
    for item in findings:
        assert set(expected) <= set(item.arguments)


def test_columns_of_an_article_that_would_be_too_narrow_are_found_at_the_article() -> None:
    found = set_article(noted(4), 0, setting())
    assert rules_of(found.findings)[0] == "columns-too-narrow"
    assert found.findings[0].span == HERE
    assert [piece.columns for piece in found.galley if isinstance(piece, Band)] == [1, 2], "two, as the layout has"


def test_the_columns_of_a_layout_are_as_narrow_as_it_wants_them() -> None:
    narrow = (("page.type_area.characters", "4"),)
    findings = Findings()
    assert told(f"::: {{columns=2}}\n{A}\n:::\n", *narrow, findings=findings) == ["甲 in 10"]
    assert "columns-too-narrow" not in rules_of(findings)
    assert sheet("square-columns", *narrow).page.area.columns == 2
