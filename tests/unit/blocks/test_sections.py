"""How a section opens: its sink, the pieces of its head, a page of its own; pages left free; what closes an article.

A page holds fifteen lines of twenty characters, 10 pt on 16; two columns are 90 pt wide, 20 pt apart.
"""

from __future__ import annotations

import pytest
from issues import HOUSE, article, ending, heading, issue, paragraph
from matter import pieces, setting
from squares import HERE

from huozi.blocks.article import set_issue
from huozi.content.issue_model import Insert, Issue
from huozi.diagnostics import InvalidIssue
from huozi.display import BLACK, Bookmark, GlyphRun, Ink, Rule
from huozi.galley import Galley, SetParagraph, Slug
from huozi.style.load import load_stylesheet

WORK = issue([article("甲", paragraph("文" * 30))], [article("乙", paragraph("文" * 30))])
NAME = '{set: text, text: "第{section_number}辑 {section}", style: section-name}'
INKS = (
    ("colour.inks.red", "[0, 100, 80, 0]"),
    ("colour.inks.blue", "[100, 50, 0, 0]"),
    ("sections.colours", "[red, blue]"),
)
LEAF = (("designs.leaf", "[{draw: box, across: bleed, y: 100pt, height: 9pt}]"), ("sections.page", "leaf"))


def head(*elements: str) -> tuple[str, str]:
    """The key of a layout with the pieces of a section's head."""
    return "sections.opening", f"[{', '.join(elements)}]"


def galley(*keys: tuple[str, str], work: Issue = WORK, layout: str = "square") -> Galley:
    return set_issue(work, setting(*keys, layout=layout)).galley


def before(galley: Galley, what: str = "article 0") -> list[str]:
    """The pieces that stand before one of them."""
    told = pieces(galley)
    return told[: told.index(what)]


def slugs(galley: Galley) -> list[Slug]:
    return [piece for piece in galley if isinstance(piece, Slug)]


def rules(slug: Slug) -> list[tuple[int, int, int, int, Ink]]:
    """The rules of a slug: place, size, ink."""
    return [(p.x, p.y, p.item.width, p.item.height, p.item.ink) for p in slug.items if isinstance(p.item, Rule)]


def bookmarks(galley: Galley) -> list[str]:
    return [p.item.title for slug in slugs(galley) for p in slug.items if isinstance(p.item, Bookmark)]


# ------------------------------------------------------------------ the sink


def test_a_sink_holds_the_section_s_name_as_deep_as_the_layout_says() -> None:
    made = galley(("sections.sink", "5"))
    assert before(made) == ["start page", "section 0", "栏0"]
    assert (slugs(made)[0].height, slugs(made)[0].keep) == (5, 1)


def test_a_sink_is_deepened_for_its_name() -> None:
    assert slugs(galley(("sections.sink", "1")))[0].height == 3  # the name takes three lines
    lower = (("styles.section-name.before", "2"), ("styles.section-name.after", "1"))
    assert slugs(galley(("sections.sink", "3"), *lower))[0].height == 6


@pytest.mark.parametrize("keys", [(("sections.name", "false"),), (("sections.sink", "0"),)])
def test_without_name_or_sink_the_bookmark_stands_all_the_same(keys: tuple[tuple[str, str], ...]) -> None:
    made = galley(*keys)
    assert before(made)[2] == f"a slug of {3 if keys[0][0] == 'sections.name' else 0}"
    assert slugs(made)[0].keep == 1
    assert bookmarks(made) == ["栏0", "甲", "栏1", "乙"]


@pytest.mark.parametrize("keys", [(), (head(NAME),)])
def test_the_bookmark_of_a_section_is_part_of_its_name(keys: tuple[tuple[str, str], ...]) -> None:
    first = slugs(galley(*keys))[0]
    assert [type(p.item) for p in first.items] == [Bookmark, GlyphRun]
    assert first.items[0].element is first.items[1].element
    assert first.items[0].element is not None


# ------------------------------------------------------------------ a head of pieces


def test_pieces_of_a_head_stand_in_their_order_with_one_bookmark_on_the_first() -> None:
    made = galley(head("{set: space, lines: 2}", "{set: rule}", NAME))
    assert before(made) == ["start page", "section 0", "space 2", "a slug of 1", "第1辑 栏0"]
    assert bookmarks(made) == ["栏0", "甲", "栏1", "乙"]
    assert [isinstance(p.item, Bookmark) for p in slugs(made)[0].items] == [True, False]


def test_no_piece_of_a_head_ends_a_page() -> None:
    made = galley(head("{set: rule}", NAME, "{set: rule}"))
    assert [slug.keep >= 1 for slug in slugs(made)[:3]] == [True] * 3


@pytest.mark.parametrize(
    ("sink", "below"),
    [("3", []), ("6", []), ("7", ["space 1"]), ("12", ["space 6"])],
)
def test_a_head_is_sunk_to_so_many_lines_at_least(sink: str, below: list[str]) -> None:
    made = galley(head("{set: space, lines: 2}", "{set: rule}", NAME), ("sections.sink", sink))  # 2 + 1 + 3 lines
    assert before(made)[5:] == below


@pytest.mark.parametrize(
    "elements",
    [("{set: space, lines: 2}",), ('{set: text, text: "{section_en}", style: section-name}',)],
)
def test_a_head_of_nothing_is_its_sink(elements: tuple[str, ...]) -> None:
    made = galley(head(*elements), ("sections.sink", "4"))
    assert before(made) == ["start page", "section 0", "a slug of 4"]
    assert bookmarks(made)[0] == "栏0"


def test_a_running_text_in_a_head_is_kept_and_its_bookmark_stands_before_it() -> None:
    made = galley(head('{set: text, text: "{section}", style: body}'), ("sections.sink", "2"))
    assert before(made) == ["start page", "section 0", "a slug of 0", "栏 in 1", "space 1"]


def test_a_head_runs_across_all_columns() -> None:
    made = galley(head("{set: rule, width: 50%, align: right}", NAME), layout="square-columns")
    assert before(made) == [
        "start page", "section 0", "band 1", "a slug of 1", "第1辑 栏0", "band 2", "band 1",
    ]  # fmt: skip
    assert rules(slugs(made)[0]) == [(100_000, 4_750, 100_000, 500, BLACK)]  # the half of 200 pt


def test_a_piece_of_a_head_that_spans_one_column_is_as_wide_as_one() -> None:
    made = galley(head("{set: rule, span: 1}", "{set: rule}"), layout="square-columns")
    assert [rules(slug)[0][2] for slug in slugs(made)[:2]] == [90_000, 200_000]


def test_a_section_that_begins_a_column_has_its_head_in_it() -> None:
    made = galley(head("{set: rule}"), ("sections.start", "column"), layout="square-columns")
    assert before(made)[:3] == ["start column", "section 0", "a slug of 1"]
    assert rules(slugs(made)[0])[0][2] == 90_000


@pytest.mark.parametrize("field", ["title", "authors", "article_number"])
def test_a_head_that_names_what_is_an_article_s_is_an_error_at_its_text(field: str) -> None:
    asked = head(NAME, f'{{set: text, text: "{{{field}}}", style: section-name}}')
    with pytest.raises(InvalidIssue) as caught:
        load_stylesheet("square", HOUSE, [asked])
    (found,) = caught.value.findings
    assert (found.rule, dict(found.arguments)["field"]) == ("section-names-article", field)


# ------------------------------------------------------------------ colours of sections

BAND = '{set: band, text: "{section}", style: byline, colour: section, lines: 2}'


def test_bands_and_rules_have_the_colours_of_their_sections_in_turn() -> None:
    work = WORK._replace(sections=(*WORK.sections, WORK.sections[0]))
    made = galley(head(BAND, "{set: rule, colour: section 50%}"), *INKS, work=work)
    drawn = [rule[4] for slug in slugs(made) for rule in rules(slug)]
    red, blue = Ink(0, 1000, 800, 0), Ink(1000, 500, 0, 0)
    assert drawn == [red, Ink(0, 500, 400, 0), blue, Ink(500, 250, 0, 0), red, Ink(0, 500, 400, 0)]


def test_an_article_s_pieces_have_the_colour_of_its_section_too() -> None:
    asked = ("articles.opening", f"[{{set: text, text: '{{title}}', style: title}}, {BAND}]")
    made = galley(asked, *INKS)
    assert [rule[4] for slug in slugs(made) for rule in rules(slug)] == [Ink(0, 1000, 800, 0), Ink(1000, 500, 0, 0)]


def test_a_band_is_as_wide_as_its_columns_with_its_text_in_the_middle() -> None:
    for layout, width in (("square", 200_000), ("square-columns", 200_000)):
        (slug, *_) = slugs(galley(head(BAND), ("styles.byline.size", "10pt"), *INKS, layout=layout))
        assert rules(slug) == [(0, 0, width, 26_000, Ink(0, 1000, 800, 0))]  # two lines without the gap below
        text = next(p for p in slug.items if isinstance(p.item, GlyphRun))
        assert (text.x, text.y) == (91_250, 8_000 + 8_800)  # 17.5 pt wide with the gap, 10 pt deep


@pytest.mark.parametrize(("style", "taken"), [("1", 2), ("4", 4)])
def test_a_band_is_as_deep_as_the_deeper_of_its_own_and_its_style_s_lines(style: str, taken: int) -> None:
    assert slugs(galley(head(BAND), ("styles.byline.lines", style), *INKS))[0].height == taken


# ------------------------------------------------------------------ a page of its own


def test_a_section_s_own_page_is_as_deep_as_the_page_with_its_bookmark_and_no_name() -> None:
    made = galley(*LEAF)
    assert before(made) == ["start page", "section 0", "opener 0", "a slug of 15", "start page", "栏0"]
    assert bookmarks(made) == ["栏0", "甲", "栏1", "乙"]


@pytest.mark.parametrize(
    ("at", "first"), [("page", "page"), ("run-on", "page"), ("column", "page"), ("recto", "recto")]
)
def test_a_section_s_own_page_starts_where_sections_do_but_on_a_page(at: str, first: str) -> None:
    told = pieces(galley(*LEAF, ("sections.start", at)))
    assert [piece for piece in told if piece.startswith("start")] == [f"start {first}", "start page"] * 2


def test_a_section_s_own_page_is_over_all_columns() -> None:
    assert before(galley(*LEAF, layout="square-columns"))[:7] == [
        "start page", "section 0", "opener 0", "band 1", "a slug of 15", "band 2", "start page",
    ]  # fmt: skip


# ------------------------------------------------------------------ pages left free


def test_pages_are_left_free_before_between_and_behind_sections() -> None:
    work = WORK._replace(inserts=(Insert("间", 2, 1, HERE), Insert("末", 1, 2, HERE), Insert("前", 1, 0, HERE)))
    told = [piece for piece in pieces(galley(work=work)) if piece.startswith(("start", "insert", "section", "a slug"))]
    assert told == [
        "start page", "insert 2", "a slug of 15", "start page",
        "start page", "section 0",
        "start page", "insert 0", "a slug of 15", "start page", "insert 0", "a slug of 15", "start page",
        "start page", "section 1",
        "start page", "insert 1", "a slug of 15",
    ]  # fmt: skip


def test_a_page_left_free_is_over_all_columns() -> None:
    work = WORK._replace(inserts=(Insert("前", 1, 0, HERE),))
    assert before(galley(work=work, layout="square-columns"))[:6] == [
        "start page", "insert 0", "band 1", "a slug of 15", "band 2", "start page",
    ]  # fmt: skip


# ------------------------------------------------------------------ end marks


def closing(*marks: str, last: str = "文" * 3) -> list[str]:
    """The pieces of an article with end marks, from its last paragraph on."""
    work = issue([article("甲", paragraph("文"), paragraph(last))])
    return pieces(galley(ending(*marks), work=work))[-1:]


def text_of(galley: Galley) -> str:
    casts = [piece.cast(piece.lines) for piece in galley if isinstance(piece, SetParagraph)]
    runs = [p.item for lines in casts for line in lines for p in line.items if isinstance(p.item, GlyphRun)]
    return "".join("".join(run.texts) for run in runs)


def test_an_end_mark_stands_behind_the_last_word_of_the_last_paragraph() -> None:
    work = issue([article("甲", paragraph("一"), paragraph("二")), article("乙", paragraph("三"))])
    made = galley(ending('{set: end-mark, text: "（完）"}'), work=work)
    assert text_of(made) == "一二（完）三（完）"


def test_end_marks_may_be_several_and_have_a_form_of_their_own() -> None:
    work = issue([article("甲", paragraph("一"))])
    assert text_of(galley(ending('{set: end-mark, text: "完"}', "{set: end-mark}"), work=work)) == "一完■"


def test_an_end_mark_behind_what_is_no_paragraph_is_one_of_its_own() -> None:
    work = issue([article("甲", heading("末"))])
    made = galley(ending('{set: end-mark, text: "完"}'), work=work)
    assert pieces(made)[-2:] == ["末", "完 in 1"]


def test_an_article_without_text_has_no_end_mark() -> None:
    made = galley(ending('{set: end-mark, text: "完"}'), work=issue([article("甲")]))
    assert pieces(made)[-1] == "甲"


def test_an_end_mark_goes_with_the_last_line_where_that_is_full() -> None:
    assert closing('{set: end-mark, text: "完"}', last="文" * 38) == ["文 in 3"]  # two em are indented
    assert closing(last="文" * 38) == ["文 in 2"]
