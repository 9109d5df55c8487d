"""Where sections, articles and blocks begin, and what editors' words become in the galley."""

from __future__ import annotations

import pytest
from issues import SIGNED, article, issue, said
from matter import blocks_of, ends, pieces, setting, told
from squares import HERE, rules_of

from huozi.blocks.article import set_article, set_issue
from huozi.blocks.body import set_blocks
from huozi.content.issue_model import Article, Author
from huozi.content.model import Heading, Hints, Paragraph, Text
from huozi.diagnostics import Findings, Span
from huozi.galley import Galley, Mark, SetParagraph, Slug, Start, StartsAt, Variant, Word
from huozi.makeup.units import units_of

FOUR: tuple[StartsAt, ...] = ("run-on", "column", "page", "recto")


def starts(galley: Galley) -> list[Start]:
    return [piece for piece in galley if isinstance(piece, Start)]


def places(*articles: Article, layout: str = "square-columns", **keys: str) -> list[str]:
    """Where an issue's sections and articles begin, in a layout that says so of sections and of articles."""
    changes = [(f"{name}.start", at) for name, at in keys.items()]
    return [start.at for start in starts(set_issue(issue(articles), setting(*changes, layout=layout)).galley)]


# ------------------------------------------------------------------ sections and articles


@pytest.mark.parametrize("at", FOUR)
def test_articles_start_where_the_layout_says(at: str) -> None:
    assert places(article("甲"), article("乙"), article("丙"), articles=at) == ["page", at, at]


@pytest.mark.parametrize("at", FOUR)
def test_sections_start_where_the_layout_says(at: str) -> None:
    assert places(article("甲"), article("乙"), sections=at) == [at, "run-on"]


@pytest.mark.parametrize("at", FOUR)
def test_a_section_that_runs_on_begins_as_articles_do(at: str) -> None:
    assert places(article("甲"), article("乙"), sections="run-on", articles=at) == [at, at]


@pytest.mark.parametrize("layout", FOUR)
@pytest.mark.parametrize("own", FOUR)
def test_an_articles_own_word_wins_over_the_layout(own: StartsAt, layout: str) -> None:
    asking = article("乙")._replace(start=own)
    assert places(article("甲"), asking, articles=layout) == ["page", own]
    assert places(asking, article("丙"), sections=layout, articles=layout) == [own, layout]


def test_a_section_begins_where_its_first_article_asks_to() -> None:
    galley = set_issue(issue([article("甲")._replace(start="recto")]), setting(layout="square")).galley
    assert pieces(galley) == ["start recto", "section 0", "栏0", "article 0", "甲"]


def test_the_room_an_article_must_find_goes_with_what_begins_on_a_page_that_has_begun() -> None:
    room = ("articles.room", "7行")
    galley = set_issue(
        issue([article("甲"), *(article("乙")._replace(start=at) for at in FOUR)]), setting(room, layout="square")
    ).galley
    assert starts(galley) == [
        Start("page"),
        Start("run-on", 7, is_article=True),
        Start("column", 7, is_article=True),
        Start("page"),
        Start("recto"),
    ]


def test_what_begins_a_column_stands_in_it_whole() -> None:
    columns = (("articles.start", "column"), SIGNED)
    signed = article("乙")._replace(authors=(Author("丙"),))
    galley = set_issue(issue([article("甲"), signed]), setting(*columns)).galley
    first, second = [index for index, piece in enumerate(galley) if piece in (Mark("article", 0), Mark("article", 1))]
    assert pieces(galley[:first]) == ["start page", "section 0", "band 1", "栏0", "band 2", "band 1"]
    assert pieces(galley[first:second]) == ["article 0", "甲", "band 2", "start column"]
    assert pieces(galley[second:]) == ["article 1", "乙", "丙"]


def test_what_ends_an_article_stays_in_the_column_that_it_begins_in() -> None:
    ending = ("articles.ending", "[{set: text, text: '{source}', style: own}, {set: rule}]")
    sourced = article("甲", *blocks_of("乙"))._replace(fields=said(source="某报"))
    for begun, over in ((sourced, ["band 1"]), (sourced._replace(start="column"), [])):
        galley = set_issue(issue([begun]), setting(ending, ("styles.own.span", "all"))).galley
        found = pieces(galley)[pieces(galley).index("乙 in 1") + 1 :]
        assert [word for word in found if word == "band 1"] == over


def test_a_section_that_begins_a_column_stands_in_it_whole() -> None:
    style = (("styles.section-name.size", "10pt"), ("styles.section-name.letter_spacing", "0pt"))
    galley = set_issue(issue([article("甲")]), setting(("sections.start", "column"), *style)).galley
    assert pieces(galley) == ["start column", "section 0", "栏0", "article 0", "甲"]
    name = galley[2]
    assert isinstance(name, Slug)
    assert ends(name) == 5.875, "in the middle of its nine characters"


def test_an_article_in_other_columns_spans_them_wherever_it_starts() -> None:
    asking = article("乙", *blocks_of("丙"))._replace(start="column", columns=3)
    within = setting(("page.type_area.characters", "12"))
    found = pieces(set_issue(issue([article("甲"), asking]), within).galley)
    assert found[-7:] == ["start column", "band 1", "article 1", "乙", "band 3", "丙 in 1", "band 2"]


# ------------------------------------------------------------------ words at paragraphs and headings

TEXT = "字" * 40


def words(galley: Galley) -> list[tuple[str, int, int]]:
    """The words that pieces of a galley carry, by the piece, with the column they are written at."""
    return [
        (word.kind, index, word.span.column)
        for index, piece in enumerate(galley)
        if isinstance(piece, Start | SetParagraph | Slug)
        for word in piece.words
    ]


def galley_of(markdown: str, *overrides: tuple[str, str], layout: str = "square-columns") -> Galley:
    return set_blocks(blocks_of(markdown), setting(*overrides, layout=layout))


@pytest.mark.parametrize(
    ("hint", "at", "kind"),
    [("{break=page}", "page", "break"), ("{break=column}", "column", "column"), ("{start=recto}", "recto", "start")],
)
@pytest.mark.parametrize(("before", "piece"), [("", "字 in 1"), ("## ", "字")])
def test_an_editors_word_starts_a_column_or_a_page(before: str, piece: str, hint: str, at: str, kind: str) -> None:
    galley = galley_of(f"甲\n\n{before}字{hint}\n")
    assert pieces(galley) == ["甲 in 1", f"start {at}", piece]
    assert words(galley) == [(kind, 1, 3 + len(before))]


def test_the_start_stands_above_the_space_and_the_band_of_what_begins() -> None:
    spaced = (("styles.heading-2.before", "1行"), ("styles.heading-2.span", "all"))
    assert told("甲\n\n## 题{break=page}\n", *spaced) == ["甲 in 1", "start page", "space 1", "band 1", "题", "band 2"]


def test_words_of_hand_made_blocks_have_no_place() -> None:
    block = Paragraph((Text("甲", HERE),), HERE, Hints(break_before="page"))
    (start, _) = set_blocks((block,), setting())
    assert start == Start("page", words=(Word("break", Span("")),))


def test_an_empty_paragraph_starts_nothing() -> None:
    assert set_blocks((Paragraph((), HERE, Hints(break_before="page", keep_next=True)),), setting()) == ()


def test_what_is_kept_with_the_next_block_has_two_lines_of_it_below() -> None:
    (text,) = galley_of("甲{keep=next}\n")
    assert isinstance(text, SetParagraph)
    assert (text.keep, text.spread, [word.kind for word in text.words]) == (2, 0, ["keep"])
    for keep, kept in (("0", 2), ("3", 3)):
        (heading,) = galley_of("## 题{keep=next}\n", ("styles.heading-2.keep", keep))
        assert isinstance(heading, Slug)
        assert heading.keep == kept
        assert [(word.kind, word.unasked) for word in heading.words] == [("keep", int(keep))]


def test_a_word_for_the_spread_goes_with_its_text_to_the_unit() -> None:
    galley = galley_of("甲{spread=-2}\n\n## 题{spread=-1}\n\n乙\n")
    assert [piece.spread for piece in galley if isinstance(piece, SetParagraph | Slug)] == [-2, -1, 0]
    assert words(galley) == [("spread", 0, 3), ("spread", 1, 6)]
    (part,) = units_of(galley, 2)
    assert [unit.spread for unit in part.units] == [-2, -1, 0]


def test_words_at_one_place_go_with_what_carries_them_out() -> None:
    galley = galley_of(f"{TEXT}{{lines=+1 keep=next break=page spread=-1}}\n")
    assert words(galley) == [("break", 0, 61), ("lines", 1, 42), ("keep", 1, 51), ("spread", 1, 72)]


@pytest.mark.parametrize("before", ["> ", "- ", "::: dialogue\n问："])
def test_words_are_kept_in_quotations_lists_and_dialogue(before: str) -> None:
    galley = galley_of(f"{before}{TEXT}{{break=page keep=next}}", layout="square")
    assert [word[0] for word in words(galley)] == ["break", "keep"]
    assert next(piece for piece in pieces(galley) if not piece.startswith("space")) == "start page"
    assert max(piece.keep for piece in galley if isinstance(piece, SetParagraph)) == 2


def test_a_label_on_a_line_of_its_own_goes_with_the_text_that_begins_a_page() -> None:
    term = "很长很长很长很长很长的术语"
    found = told(f"{term}\n: 甲{{break=page}}\n")
    assert found == ["start page", term, "甲 in 1"]


# ------------------------------------------------------------------ the number of lines


def test_a_number_of_lines_that_an_editor_asks_for_is_the_only_one() -> None:
    (text,) = galley_of(f"{TEXT}{{lines=+1}}", layout="square")
    assert isinstance(text, SetParagraph)
    assert (text.lines, text.variants()) == (4, (Variant(4),))
    assert text.unasked()[0] == Variant(3), "the natural number is the first without the word"
    assert [word.kind for word in text.words] == ["lines"]


def test_a_paragraph_that_nobody_asked_for_has_its_numbers_of_lines() -> None:
    (text,) = galley_of(TEXT, layout="square")
    assert isinstance(text, SetParagraph)
    assert (text.variants()[0], text.unasked()) == (Variant(3), ())


def test_a_number_of_lines_that_cannot_be_is_no_word() -> None:
    findings = Findings()
    blocks = blocks_of(f"{TEXT}{{lines=-2 keep=next}}")
    (text,) = set_blocks(blocks, setting(layout="square", findings=findings))
    assert isinstance(text, SetParagraph)
    assert (text.lines, text.unasked(), [word.kind for word in text.words]) == (3, (), ["keep"])
    assert rules_of(findings) == ["hint-impossible"]


# ------------------------------------------------------------------ notes


def test_in_notes_words_about_pages_have_no_effect_and_that_for_lines_has() -> None:
    hints = Hints(1, "page", True, spread=-1, places=(("lines", HERE), ("break", HERE), ("keep", HERE)))
    note = (Paragraph((Text("注" * 40, HERE),), HERE, hints), Heading(3, (Text("题", HERE),), HERE, hints))
    work = Article("a", article("题").title, blocks_of("甲[^a]\n\n[^a]: 注\n"), HERE, notes=(("a", note),))
    at_end = setting(("styles.note.size", "10pt"), ("notes.place", "end"), layout="square")
    galley = set_article(work, 0, at_end).galley
    assert pieces(galley) == ["article 0", "题", "甲 in 1", "a slug of 1", "1 in 4", "题"]
    text, heading = galley[-2:]
    assert isinstance(text, SetParagraph)
    assert (text.keep, text.spread, [word.kind for word in text.words]) == (0, 0, ["lines"])
    assert isinstance(heading, Slug)
    assert (heading.spread, heading.words) == (0, ())


def test_numbers_of_lines_are_looked_for_once_however_often_pages_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    (text,) = galley_of(f"{TEXT}\n")
    assert isinstance(text, SetParagraph)
    first = text.variants()
    monkeypatch.setattr("huozi.blocks.paragraphs._variants_of", lambda *_: ())
    assert text.variants() == first
    assert first
