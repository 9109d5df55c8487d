"""What a layout says comes out in the stylesheet where it belongs: each key with a value that no other has."""

from __future__ import annotations

from functools import cache
from operator import attrgetter

import pytest
from issues import BYLINE, NOTES, SIGNED, SOURCE, TITLE, ending, opening, sheet, text_piece

from huozi.diagnostics import Finding, InvalidIssue, Span
from huozi.display import BLACK, Ink
from huozi.geometry import Insets
from huozi.style.furniture import Spot
from huozi.style.make_up import MakeUpStyle
from huozi.style.model import Contact, Stylesheet
from huozi.style.openings import AuthorsStyle, NotesPiece, RulePiece, SpacePiece, TextPiece
from huozi.style.text_style import LatinSetting, TextStyle

WHITE = Ink(0, 0, 0, 0)

SAID: list[tuple[str, str, str, object]] = [
    ("journal.name", "刊", "journal.name", "刊"),
    ("journal.name_en", "J", "journal.name_en", "J"),
    ("journal.organiser", "社", "journal.organiser", "社"),
    ("journal.kind", "periodical", "journal.kind", "期刊"),
    ("journal.document_title", "{year}", "journal.document_title", "{year}"),
    ("journal.contact.heading", "联系", "journal.contact", Contact("联系", ("甲", "乙"))),
    ("journal.contact.lines", "[甲, 乙]", "journal.contact.lines", ("甲", "乙")),
    ("page.binding", "perfect", "page.binding", "perfect"),
    ("page.type_area.characters", "15", "page.area.characters", 15),
    ("page.type_area.lines", "30", "page.area.lines", 30),
    ("page.type_area.columns", "2", "page.area.columns", 2),
    ("page.type_area.gap", "3字", "page.area.gap", 36_000),
    ("page.margins.inner", "20mm", "page.margins", Insets(70_866, 142_583, 216_724, 56_693)),
    ("page.margins.top", "25mm", "page.margins.top", 70_866),
    ("running.distance", "2字", "running.distance", 18_000),
    ("running.rule", "0.3pt", "running.rule", 300),
    ("running.rule_distance", "1/2行", "running.rule_distance", 9_350),
    ("running.contents", "true", "running.contents", True),
    ("running.position", "head-inner", "running.position", "head-inner"),
    ("running.names", "begins", "running.names", "begins"),
    ("running.opening", "丙", "running.opening", "丙"),
    ("furniture.openings", "any", "furniture.openings", "any"),
    ("sections.colours", "[k30, white]", "opening.section_inks", (Ink(0, 0, 0, 300), WHITE)),
    ("running.verso", "甲", "running.verso", "甲"),
    ("running.recto", "乙", "running.recto", "乙"),
    ("folio.position", "foot-outer", "folio.position", "foot-outer"),
    ("folio.opening", "foot-centre", "folio.opening", Spot("foot-centre", 28_050)),
    ("folio.first", "body", "folio.first", "body"),
    ("folio.template", "第{folio}页", "folio.template", "第{folio}页"),
    ("folio.distance", "1.5行", "folio.distance", 28_050),
    ("contents.title", "目次", "contents.texts.title", "目次"),
    ("contents.issue_line", "{year}", "contents.texts.issue_line", "{year}"),
    ("contents.section_pages", "false", "contents.section_pages", False),
    ("contents.authors", "true", "contents.authors", "behind"),
    ("contents.title_again", "目次续", "contents.texts.title_again", "目次续"),
    ("contents.title_en", "Contents", "contents.texts.title_en", "Contents"),
    ("contents.inserts", "广告", "contents.texts.inserts", "广告"),
    ("contents.authors_before", "·", "contents.texts.authors_before", "·"),
    ("contents.authors_before_en", "by", "contents.texts.authors_before_en", "by"),
    ("contents.author_separator", "，", "contents.texts.author_separator", "，"),
    ("contents.authors_width", "8字", "contents.authors_width", 96_000),
    ("contents.subtitles", "below", "contents.subtitles", "below"),
    ("contents.subtitle_before", "：", "contents.texts.subtitle_before", "："),
    ("contents.summaries", "true", "contents.summaries", True),
    ("contents.english", "true", "contents.english", True),
    ("contents.leader_to", "authors", "contents.leader_to", "authors"),
    ("contents.folio_template", "（{folio}）", "contents.texts.folio", "（{folio}）"),
    ("contents.folio_position", "before", "contents.folio_at", "before"),
    ("contents.columns", "2", "contents.columns", 2),
    ("contents.level", "true", "contents.level", True),
    ("contents.head", "4", "contents.head", 4),
    ("contents.foot", "5", "contents.foot", 5),
    ("contents.leader", "none", "contents.leader", "none"),
    ("contents.leader_min", "5", "contents.leader_min", 5),
    ("contents.leader_colour", "white", "contents.leader_ink", WHITE),
    ("contents.section_space", "2", "contents.section_space", 2),
    ("contents.entry_space", "3", "contents.entry_space", 3),
    ("contents.rule", "0.25pt", "contents.rule", 250),
    ("sections.start", "run-on", "opening.section_start", "run-on"),
    ("notes.place", "end", "notes.place", "end"),
    ("notes.numbering", "page", "notes.numbering", "page"),
    ("notes.marks", "star", "notes.marks", "star"),
    ("notes.rule.length", "1/3em", "notes.length", 333),
    ("notes.rule.thickness", "0.3pt", "notes.thickness", 300),
    ("notes.rule.above", "1/2em", "notes.above", 6_000),
    ("notes.rule.below", "1/4行", "notes.below", 4_675),
    ("make_up.stretch", "1/16em", "make_up.stretch", 625),
    ("make_up.pull_in", "true", "make_up.pull_in", True),
    ("make_up.blanks", "section", "make_up.blanks", "section"),
    ("make_up.columns.balance", "false", "make_up.balance", False),
    ("make_up.columns.least", "3行", "make_up.least", 3),
    ("make_up.columns.rule", "0.2字", "make_up.rule", 2_400),
    ("make_up.pages.multiple", "4", "make_up.multiple", 4),
    ("make_up.pages.exactly", "28", "make_up.exactly", 28),
    ("sections.sink", "2", "opening.sink", 2),
    ("sections.name", "false", "opening.section_name", False),
    ("articles.start", "page", "opening.article_start", "page"),
    ("articles.room", "7", "opening.room", 7),
    ("articles.authors.separator", "、", "opening.authors.separator", "、"),
    ("articles.authors.separator_en", " and ", "opening.authors.separator_en", " and "),
    ("articles.authors.affiliation_separator", "，", "opening.authors.affiliation_separator", "，"),
    ("articles.authors.affiliation_separator_en", " / ", "opening.authors.affiliation_separator_en", " / "),
    ("articles.authors.marks", "always", "opening.authors.marks", "always"),
    ("articles.authors.corresponding", "✉", "opening.authors.corresponding", "✉"),
    ("characters.small", "61%", "characters.small", 610),
    ("characters.small_align", "baseline", "characters.small_align", "baseline"),
    ("characters.script", "55%", "characters.script", 550),
    ("characters.script_rise", "31%", "characters.script_rise", 310),
    ("characters.script_drop", "11%", "characters.script_drop", 110),
    ("characters.dot", "15%", "characters.dot", 150),
    ("characters.dot_distance", "5%", "characters.dot_distance", 50),
    ("characters.line", "0.4pt", "characters.line", 400),
    ("characters.line_distance", "9%", "characters.line_distance", 90),
    ("characters.line_inset", "4%", "characters.line_inset", 40),
    ("characters.wave", "12%", "characters.wave", 120),
    ("characters.ruby", "45%", "characters.ruby", 450),
    ("characters.ruby_distance", "13%", "characters.ruby_distance", 130),
    ("characters.ruby_gap", "21%", "characters.ruby_gap", 210),
    ("characters.ruby_overhang", "41%", "characters.ruby_overhang", 410),
    ("text.profile", "jlreq", "text.profile", "jlreq"),
    ("text.kinsoku", "strict", "text.kinsoku", "strict"),
    ("text.marks", "kaiming", "text.marks", "kaiming"),
    ("text.adjacent_marks", "1字", "text.adjacent_marks", "1字"),
    ("text.digits", "half", "text.digits", "half"),
    ("text.line_start", "full", "text.line_start", "full"),
    ("text.line_end", "hang", "text.line_end", "hang"),
    ("text.fill", "pull-in", "text.fill", "pull-in"),
    ("text.han_latin", "22%", "text.han_latin", 220),
    ("text.han_latin_max", "42%", "text.han_latin_most", 420),
    ("text.lone_character", "false", "text.lone_character", False),
    ("text.hyphenate", "en", "text.hyphenate", "en"),
    ("text.hyphen_before", "3", "text.hyphen_before", 3),
    ("text.hyphen_after", "4", "text.hyphen_after", 4),
]

STYLED: list[tuple[str, str, str, object]] = [
    ("quote.size", "五号", "size", 10_500),
    ("quote.indent", "1字", "indent", 10_500),
    ("quote.align", "center", "align", "center"),
    ("quote.before", "1", "lines_before", 1),
    ("quote.after", "2", "lines_after", 2),
    ("quote.inset_left", "3字", "inset_left", 31_500),
    ("quote.inset_right", "4字", "inset_right", 42_000),
    ("quote.letter_spacing", "0.1字", "letter_spacing", 1_050),
    ("quote.colour", "white", "ink", WHITE),
    ("quote.text.kinsoku", "none", "text.kinsoku", "none"),
    ("quote.text.fill", "least", "text.fill", "least"),
    ("heading-2.lines", "5", "lines", 5),
    ("heading-3.lines", "[2, 3行, 4]", "lines", 2),
    ("heading-3.lines", "[2, 3行, 4]", "lines_by", (2, 3, 4)),
    ("heading-3.run_in", "true", "run_in", True),
    ("heading-3.hang_number", "true", "hang_number", True),
    ("heading-3.start", "column", "start", "column"),
    ("heading-2.keep", "6", "keep_lines", 6),
    ("heading-2.size", "14pt", "size", 14_000),
    ("heading-2.leading", "2字", "leading", 28_000),
    ("heading-2.span", "all", "span", 0),
    ("heading-3.span", "2", "span", 2),
    ("title.span", "1", "span", 1),
    ("title.shape", "longer-first", "shape", "longer-first"),
    ("list.hang", "2字", "hang", 24_000),
    ("list.between", "1", "between", 1),
    ("list.numbers", "[①, 一、]", "numbers", ("①", "一、")),
    ("list.bullets", "[★, ☆]", "bullets", ("★", "☆")),
]


@cache
def said() -> Stylesheet:
    own = [(f"styles.{key}", value) for key, value, _, _ in STYLED]
    return sheet("a4-35x37", *((key, value) for key, value, _, _ in SAID), *own)


@pytest.mark.parametrize(("key", "value", "field", "expected"), SAID, ids=[key for key, *_ in SAID])
def test_what_is_said_stands_where_it_belongs(key: str, value: str, field: str, expected: object) -> None:
    assert attrgetter(field)(said()) == expected


@pytest.mark.parametrize(("key", "value", "field", "expected"), STYLED, ids=[key for key, *_ in STYLED])
def test_what_is_said_of_a_style_is_in_the_style(key: str, value: str, field: str, expected: object) -> None:
    assert attrgetter(field)(said().styles[key.partition(".")[0]]) == expected


def test_what_is_said_of_all_text_holds_in_a_style_that_says_nothing() -> None:
    assert said().styles["body"].text == said().text
    assert said().styles["quote"].text == said().text._replace(kinsoku="none", fill="least")


@pytest.mark.parametrize(("fill", "most"), [("pull-in", 500), ("push-out", 333), ("least", 500)])
def test_a_gap_is_widened_as_goes_with_the_filling_of_lines(fill: str, most: int) -> None:
    assert sheet("a4-35x37", ("text.fill", fill)).text.han_latin_most == most


def test_where_a_layout_says_nothing_text_is_set_as_is_usual() -> None:
    usual = ("clreq", "gb", "quanjiao", "half", "half", "push-out", 250, None, 125, True, "none", 2, 3)
    assert TextStyle() == sheet("a4-35x37").text == (*usual, "1.5字", "proportional")
    assert LatinSetting() == (1000, 0, "default", "default", True, True)


def test_where_a_layout_says_nothing_pages_are_made_up_as_is_usual() -> None:
    assert MakeUpStyle() == sheet("a4-35x37").make_up == (None, False, "end", True, 2, 0, 0, 0)


@pytest.mark.parametrize(
    ("stretch", "em", "characters", "widest"),
    [
        ("", 12_000, 35, 750),
        ("", 12_000, 30, 750),
        ("", 12_000, 29, 1_000),
        ("", 10_500, 14, 875),
        ("1/16em", 12_000, 17, 750),
        ("1/12字", 12_000, 35, 999),
        ("5%", 12_000, 35, 600),
        ("1em", 12_000, 35, 12_000),
        ("0", 12_000, 17, 0),
    ],
)
def test_gaps_of_short_lines_are_opened_further_unless_the_layout_says_how_far(
    stretch: str, em: int, characters: int, widest: int
) -> None:
    overrides = [("make_up.stretch", stretch)] if stretch else []
    assert sheet("a4-35x37", *overrides).make_up.widest(em, characters * em) == widest


def test_what_heads_articles_runs_across_all_columns_and_nothing_else_does() -> None:
    opening = "abstract abstract-en affiliations affiliations-en article-facts byline byline-en editors-note keywords"
    rest = "keywords-en section-name subtitle subtitle-en title title-en"
    for keys, spanning in (((), f"{opening} {rest}".split()), ((SIGNED,), ["byline", "section-name", "title"])):
        styles = sheet("a4-35x37", *keys).styles
        assert sorted(name for name, style in styles.items() if style.span == 0) == spanning
        assert {style.span for style in styles.values()} == {0, 1}


def test_a_style_spans_as_that_does_which_it_is_based_on() -> None:
    assert sheet("a4-35x37", ("styles.deck.based_on", "title")).styles["deck"].span == 0
    styles = sheet("a4-35x37", ("styles.deck.based_on", "title"), ("styles.title.span", "2")).styles
    assert (styles["title"].span, styles["deck"].span) == (2, 2)


@pytest.mark.parametrize("start", ["run-on", "column", "page", "recto"])
def test_sections_and_articles_start_at_four_kinds_of_places(start: str) -> None:
    opening = sheet("a4-35x37", ("sections.start", start), ("articles.start", start)).opening
    assert (opening.section_start, opening.article_start) == (start, start)


# ------------------------------------------------------------------ what stands at an article's head and end

PIECES = (
    text_piece("{title}", "title"),
    text_piece("{abstract}", "affiliation", "摘要："),
    "{set: rule, thickness: 1/12em, width: 40%, align: right, colour: accent 50%, lines: 2, span: 2}",
    "{set: rule}",
    "{set: space, lines: 3}",
    "{set: space}",
)


def test_pieces_come_out_in_their_order_with_all_that_is_said_of_them() -> None:
    found = sheet("a4-35x37", opening(*PIECES))
    styles = found.styles
    title, abstract, *others = found.opening.opening
    assert isinstance(title, TextPiece)
    assert isinstance(abstract, TextPiece)
    assert title[:3] == ("{title}", styles["title"], "")
    assert abstract[:3] == ("{abstract}", styles["affiliation"], "摘要：")
    assert others == [
        RulePiece(1_000, 400, "right", Ink(500, 350, 50, 150), 2, 2),
        RulePiece(500, 1_000, "left", BLACK, 1, 0),
        SpacePiece(3),
        SpacePiece(1),
    ]


def test_a_text_knows_where_its_template_stands() -> None:
    pieces = sheet("square-outer").opening.opening
    places = [(piece.span.file.rpartition("/")[2], *piece.span[1:]) for piece in pieces if isinstance(piece, TextPiece)]
    assert places == [("square-outer.yaml", 11, 25), ("square-outer.yaml", 12, 25)]


def test_an_article_has_its_title_and_its_notes_whatever_a_layout_lists() -> None:
    found = sheet("a4-35x37", opening(BYLINE), ending(SOURCE))
    assert [piece[0] for piece in found.opening.opening] == ["{title}", "{authors}"]
    assert [piece[0] for piece in found.opening.ending] == [found.styles["note"], "来源：{source}"]
    behind = sheet("a4-35x37", opening(BYLINE, TITLE), ending(SOURCE, NOTES)).opening
    assert [piece[0] for piece in behind.opening] == ["{authors}", "{title}"]
    assert [type(piece) for piece in behind.ending] == [TextPiece, NotesPiece]


def test_authors_are_written_as_is_usual_where_a_layout_says_nothing() -> None:
    assert AuthorsStyle() == sheet("a4-35x37").opening.authors == ("\u3000", ", ", "；", "; ", "auto", "*")


def test_what_articles_open_with_spans_and_what_they_end_with_does_not() -> None:
    styles = sheet("a4-35x37", opening(TITLE, SOURCE), ending(text_piece("{authors}", "byline"))).styles
    assert (styles["source"].span, styles["byline"].span) == (0, 1)
    assert sheet("a4-35x37", SIGNED, ("styles.byline.span", "2")).styles["byline"].span == 2


def test_a_piece_without_a_style_that_there_is_names_the_nearest() -> None:
    with pytest.raises(InvalidIssue) as raised:
        sheet("a4-35x37", ending(NOTES, text_piece("{source}", "sourse")))
    (found,) = raised.value.findings
    assert found == Finding(Span("--set", 1, 53), "style-undefined", (("style", "sourse"), ("known", "source")))
