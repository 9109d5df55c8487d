"""What stands at an article's head and end: each kind of piece, where it stands, what it is to a reader."""

from __future__ import annotations

import pytest
from issues import (
    BYLINE,
    NOTES,
    SOURCE,
    TITLE,
    article,
    ending,
    issue,
    opening,
    pages,
    paragraph,
    said,
    shown,
    text_piece,
)
from matter import blocks_of, pieces, setting
from squares import EM, HERE

from huozi.blocks.article import set_article, set_fillers, set_issue
from huozi.content.issue_model import Article, Author
from huozi.content.model import Paragraph, Text
from huozi.display import Bookmark, GlyphRun, Role, Rule
from huozi.galley import Galley, Mark, Matter, SetParagraph, Slug
from huozi.structure import Element, Kind

GRID = 16_000
STYLES = (
    ("styles.mid.align", "center"),
    ("styles.run.align", "justify"),
    ("styles.run.indent", "2字"),
    ("styles.run.keep", "0"),
)
ABSTRACT = "要" * 30


def work(**fields: str) -> Article:
    return article("题", paragraph("文"))._replace(fields=said(**fields))


def head(of: Article, *listed: str, layout: str = "square", keys: tuple[tuple[str, str], ...] = ()) -> Galley:
    """An article's head below its title, with the article's text."""
    within = setting(opening(TITLE, *listed), ("styles.title.span", "1"), *STYLES, *keys, layout=layout)
    galley = set_article(of, 0, within).galley
    assert pieces(galley)[:2] == ["article 0", "题"]
    return galley[2:]


def lines_of(matter: Matter) -> list[str]:
    """The text of each line of a paragraph or a slug."""
    slugs = matter.cast(matter.lines) if isinstance(matter, SetParagraph) else (matter,)
    return [
        "".join("".join(placed.item.texts) for placed in slug.items if isinstance(placed.item, GlyphRun))
        for slug in slugs
        if isinstance(slug, Slug)
    ]


def element_of(matter: Matter) -> Element:
    """What the text of a piece is part of."""
    slugs = matter.cast(matter.lines) if isinstance(matter, SetParagraph) else (matter,)
    (found,) = {
        placed.element for slug in slugs if isinstance(slug, Slug) for placed in slug.items if placed.order >= 0
    }
    assert found is not None
    return found


# ------------------------------------------------------------------ texts


def test_a_text_that_is_not_justified_is_one_piece() -> None:
    text, body = head(work(abstract=ABSTRACT), text_piece("{abstract}", "mid"))
    assert isinstance(text, Slug)
    assert (text.height, lines_of(text)) == (2, [ABSTRACT])
    assert lines_of(body) == ["文"]


@pytest.mark.parametrize(
    ("size", "text", "height"),
    [("10pt", "要", 1), ("15pt", "要", 1), ("17pt", "要", 2), ("10pt", ABSTRACT, 2), ("10.5pt", ABSTRACT, 3)],
)
def test_one_line_takes_the_room_of_running_text_and_several_that_of_a_block(size: str, text: str, height: int) -> None:
    piece, _ = head(work(abstract=text), text_piece("{abstract}", "mid"), keys=(("styles.mid.size", size),))
    assert isinstance(piece, Slug)
    assert piece.height == height
    deeper = (("styles.mid.size", size), ("styles.mid.lines", "4"))
    piece, _ = head(work(abstract=text), text_piece("{abstract}", "mid"), keys=deeper)
    assert isinstance(piece, Slug)
    assert piece.height == 4


def test_a_justified_text_runs_and_pages_may_part_it() -> None:
    text, _ = head(work(abstract=ABSTRACT), text_piece("{abstract}", "run"))
    assert isinstance(text, SetParagraph)
    assert lines_of(text) == ["要" * 18, "要" * 12], "with the style's indent"


def test_a_label_leads_the_first_paragraph_in_the_strong_face() -> None:
    keys = (("fonts.dark", "{han: Noto Sans SC, latin: Noto Sans SC, fallback: [hei]}"), ("styles.run.strong", "dark"))
    first, second, _ = head(work(abstract="一段\n又一段"), text_piece("{abstract}", "run", "摘要："), keys=keys)
    assert [lines_of(first), lines_of(second)] == [["摘要：一段"], ["又一段"]]
    assert isinstance(first, SetParagraph)
    runs = [placed.item for placed in first.cast(1)[0].items if isinstance(placed.item, GlyphRun)]
    faces = {run.face: "".join(run.texts) for run in runs}
    assert list(faces.values()) == ["摘要：", "一段"]
    assert [face.startswith("NotoSansSC") for face in faces] == [True, False]


@pytest.mark.parametrize("style", ["run", "mid"])
def test_paragraphs_of_a_field_stand_one_below_the_other(style: str) -> None:
    listed = head(work(abstract="一段\n又一段\n三段"), text_piece("{abstract}", style))
    assert [lines_of(matter) for matter in listed] == [["一段"], ["又一段"], ["三段"], ["文"]]


def test_spaces_of_a_style_are_those_around_all_its_paragraphs() -> None:
    spaces = (("styles.run.before", "1行"), ("styles.run.after", "2行"))
    listed = head(work(abstract="一段\n又一段"), text_piece("{abstract}", "run"), keys=spaces)
    assert pieces(listed) == ["space 1", "一 in 1", "又 in 1", "space 2", "文 in 1"]


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{abstract}", []),
        ("摘要：{abstract}", []),
        ("{abstract}　{editor}", []),
        ("{abstract}，{year}", []),
        ("DOI：{doi}　（编辑：{editor}）", ["DOI：10"]),
        ("编辑：{editor}　DOI：{doi}", ["DOI：10"]),
        ("{year}年第{issue}期", ["2030年第3期"]),
        ("{section}·{title}", ["栏0·题"]),
        ("原文", ["原文"]),
        ("文章编号：{article_number}", []),
    ],
)
def test_what_belongs_to_an_empty_field_goes_with_it(template: str, printed: list[str]) -> None:
    listed = opening(TITLE, text_piece(template, "mid", "注："))
    galley = set_issue(issue([work(doi="10")]), setting(listed, *STYLES, layout="square")).galley
    texts = [line for matter in galley for line in lines_of(matter)][2:]
    assert texts == [*(f"注：{line}" for line in printed), "文"]


def test_fillers_have_the_facts_of_the_issue_too() -> None:
    filler = work(doi="10")._replace(kind="filler")
    within = setting(opening(TITLE, text_piece("{year}年　{section}　DOI：{doi}", "mid")), *STYLES, layout="square")
    (made,) = set_fillers(issue([work()])._replace(fillers=(filler,)), within)
    assert [line for matter in made.galley for line in lines_of(matter)] == ["题", "2030年　DOI：10", "文"]


# ------------------------------------------------------------------ rules and spaces


def rule_of(matter: Matter) -> tuple[float, int, float, Rule]:
    """A rule: its left in ems, its top, how deep its slug is, itself."""
    assert isinstance(matter, Slug)
    (placed,) = matter.items
    assert isinstance(placed.item, Rule)
    assert (placed.role, placed.order) == (Role.ARTIFACT, -1)
    return placed.x / EM, placed.y, matter.height, placed.item


@pytest.mark.parametrize(("align", "left"), [("left", 0), ("center", 6), ("right", 12)])
def test_a_rule_stands_left_in_the_middle_or_right(align: str, left: int) -> None:
    rule, _ = head(work(), f"{{set: rule, width: 40%, thickness: 1pt, align: {align}, colour: k50}}")
    found = rule_of(rule)
    assert (found[0], found[3][:2]) == (left, (8 * EM, 1_000))
    assert found[3].ink.black == 500


@pytest.mark.parametrize(("lines", "top"), [(1, 4_500), (2, 12_500), (3, 20_500)])
def test_a_rule_stands_in_the_middle_of_its_lines(lines: int, top: int) -> None:
    """Lines are 16 pt apart and 10 pt high: the gap below the last is not part of them."""
    rule, _ = head(work(), f"{{set: rule, thickness: 1pt, lines: {lines}}}")
    assert rule_of(rule)[:3] == (0, top, lines)


def test_a_rule_runs_across_all_columns_unless_its_piece_says_otherwise() -> None:
    for span, width in (("all", 20), ("1", 9)):
        found = head(work(), f"{{set: rule, span: {span}}}", layout="square-columns")
        (rule,) = (matter for matter in found if isinstance(matter, Slug) and not lines_of(matter)[0])
        assert rule_of(rule)[3].width == width * EM
    assert pieces(head(work(), "{set: rule}", layout="square-columns")) == [
        *("band 1", "a slug of 1", "band 2", "文 in 1"),
    ]


def test_a_space_is_so_many_lines_and_the_deeper_of_two_counts() -> None:
    assert pieces(head(work(), "{set: space}"))[0] == "space 1"
    assert pieces(head(work(), "{set: space, lines: 3}"))[0] == "space 3"
    spaced = (("styles.mid.before", "2行"),)
    assert pieces(head(work(doi="10"), "{set: space}", text_piece("{doi}", "mid"), keys=spaced))[0] == "space 2"


# ------------------------------------------------------------------ the end


END = ["a slug of 1", "1 in 1"]
"""The notes with the rule above them."""


def noted() -> Article:
    body = blocks_of("文[^a]\n\n[^a]: 注\n")
    notes = (("a", (Paragraph((Text("注", HERE),), HERE),)),)
    return Article("a", article("题").title, body, HERE, notes=notes, fields=said(source="某报", note="省基金"))


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ((NOTES, SOURCE), [*END, "来源：某报"]),
        ((SOURCE, NOTES), ["来源：某报", *END]),
        ((SOURCE,), [*END, "来源：某报"]),
        ((), END),
        (
            (NOTES, "{set: space}", text_piece("{note}", "run", "基金：")),
            ["a slug of 1", "1 in 1", "space 1", "基 in 1"],
        ),
    ],
)
def test_notes_stand_where_the_end_has_a_place_for_them_else_first(listed: tuple[str, ...], found: list[str]) -> None:
    galley = set_article(noted(), 0, setting(ending(*listed), *STYLES, ("notes.place", "end"), layout="square")).galley
    assert pieces(galley)[3:] == found


# ------------------------------------------------------------------ columns

SIGNED_WORK = work(doi="10")._replace(authors=(Author("张三"),))


def test_pieces_of_an_opening_run_across_all_columns_in_one_band() -> None:
    listed = opening(TITLE, BYLINE, "{set: rule}", "{set: space}", text_piece("DOI：{doi}", "mid"))
    galley = set_article(SIGNED_WORK, 0, setting(listed, *STYLES)).galley
    assert pieces(galley) == [
        *("band 1", "article 0", "题", "张三", "a slug of 1", "space 1", "DOI：10", "band 2", "文 in 1"),
    ]


def test_a_piece_whose_style_does_not_span_stands_in_its_column() -> None:
    listed = (opening(TITLE, text_piece("DOI：{doi}", "mid")), ("styles.mid.span", "1"))
    galley = set_article(SIGNED_WORK, 0, setting(*listed, *STYLES)).galley
    assert pieces(galley) == ["band 1", "article 0", "题", "band 2", "DOI：10", "文 in 1"]
    (doi,) = (matter for matter in galley if lines_of(matter) == ["DOI：10"])
    assert isinstance(doi, Slug)
    assert doi.items[0].x == 27_500, "three and a half ems in the middle of nine"


def test_in_a_column_that_an_article_begins_nothing_spans() -> None:
    listed = opening(TITLE, BYLINE, "{set: rule}", text_piece("DOI：{doi}", "mid"))
    work_in_columns = issue([article("甲", paragraph("文")), SIGNED_WORK])
    galley = set_issue(work_in_columns, setting(("articles.start", "column"), listed, *STYLES)).galley
    second = galley[galley.index(Mark("article", 1)) :]
    assert pieces(second) == ["article 1", "题", "张三", "a slug of 1", "DOI：10", "文 in 1"]
    assert rule_of(second[3])[3].width == 9 * EM


# ------------------------------------------------------------------ pages


def test_no_piece_of_an_opening_is_the_last_thing_on_its_page() -> None:
    listed = opening(TITLE, BYLINE, "{set: rule}", text_piece("{abstract}", "run"), "{set: rule}")
    of, within = work(abstract=ABSTRACT)._replace(authors=(Author("张三"),)), setting(listed, *STYLES, layout="square")
    galley = set_article(of, 0, within).galley
    *head_matter, body = (matter for matter in galley if isinstance(matter, Slug | SetParagraph))
    assert [matter.keep for matter in head_matter] == [2, 2, 1, 1, 1]
    assert body.keep == 0


def test_a_line_of_the_text_stays_above_what_ends_its_article() -> None:
    within = setting(ending(SOURCE), layout="square")
    kept = {
        name: [matter.keep for matter in set_article(of, 0, within).galley if isinstance(matter, SetParagraph)]
        for name, of in (("signed", work(source="某报")), ("bare", work()))
    }
    assert kept == {"signed": [1], "bare": [0]}


@pytest.mark.parametrize("before", range(8, 15))
def test_a_signature_is_never_alone_at_a_pages_head(before: int) -> None:
    """A page holds 15 lines: wherever the article ends, a line of its text is on the page of its source."""
    of = article("甲", paragraph("字" * (20 * before - 2)))._replace(fields=said(source="某报"))
    keys = (("sections.sink", "0"), ("sections.name", "false"), ("styles.title.lines", "1"))
    made = pages(issue([of]), "square", ending(SOURCE), *keys)
    (at,) = (page for page in made if "某报" in shown(page, Role.PARAGRAPH))
    assert "字" in shown(at, Role.PARAGRAPH)


@pytest.mark.parametrize("before", range(4, 13))
def test_an_opening_at_a_pages_foot_goes_overleaf(before: int) -> None:
    """A page holds 15 lines: wherever the second article begins, a line of its text is on the page of its rule."""
    listed = opening(TITLE, "{set: rule}", text_piece("{abstract}", "mid"), "{set: rule, thickness: 2pt}")
    first = article("甲", paragraph("字" * (20 * before - 2)))
    second = article("乙", paragraph("文" * 58))._replace(fields=said(abstract="要"))
    keys = (("articles.room", "1行"), ("sections.sink", "0"), ("styles.title.lines", "1"), *STYLES)
    made = pages(issue([first, second]), "square", listed, *keys)
    (at,) = (page for page in made if "乙" in shown(page, Role.TITLE))
    assert "文" in shown(at, Role.PARAGRAPH)
    assert shown(at, Role.PARAGRAPH).count("要") == 1


# ------------------------------------------------------------------ what it is to a reader

KINDS = {
    "subtitle": Kind.SUBTITLE, "title_en": Kind.SUBTITLE, "abstract": Kind.ABSTRACT, "abstract_en": Kind.ABSTRACT,
    "affiliation_note": Kind.AFFILIATION, "source": Kind.SOURCE, "note": Kind.NOTE, "clc": Kind.FACTS,
    "doi": Kind.FACTS, "editor": Kind.FACTS, "received": Kind.FACTS,
}  # fmt: skip


@pytest.mark.parametrize(("field", "kind"), KINDS.items())
@pytest.mark.parametrize("style", ["run", "mid"])
def test_a_text_is_what_its_first_field_is(field: str, kind: Kind, style: str) -> None:
    text, *_ = head(work(**{field: "字", "editor": "某"}), text_piece(f"甲{{{field}}}（{{editor}}）", style))
    found = element_of(text)
    assert (found.kind, found.level) == (kind, 0)


@pytest.mark.parametrize(
    ("template", "lang"),
    [
        ("{abstract_en}", "en"),
        ("Abstract: {abstract_en}", "en"),
        ("{title_en}, {subtitle_en}", "en"),
        ("{abstract}", ""),
        ("{abstract}　{abstract_en}", ""),
        ("Abstract", ""),
    ],
)
@pytest.mark.parametrize("style", ["run", "mid"])
def test_a_text_is_english_where_all_its_fields_are(template: str, lang: str, style: str) -> None:
    of = work(abstract_en="a", title_en="b", subtitle_en="c", abstract="字")
    text, _ = head(of, text_piece(template, style))
    assert element_of(text).lang == lang


def bookmarks(galley: Galley) -> list[tuple[str, int]]:
    slugs = (matter for matter in galley if isinstance(matter, Slug))
    return [
        (placed.item.title, placed.item.level)
        for slug in slugs
        for placed in slug.items
        if isinstance(placed.item, Bookmark)
    ]


@pytest.mark.parametrize("align", ["center", "left", "justify"])
@pytest.mark.parametrize("template", ["{title}", "【{section}】{title}", "{title}（{doi}）"])
def test_a_title_has_its_bookmark_once_whatever_stands_beside_and_however_it_is_aligned(
    template: str, align: str
) -> None:
    own = text_piece(template, "title", "文：")
    quoting = text_piece("{title}，{year}", "mid")
    keys = (opening(own, quoting), ending(NOTES, quoting), ("styles.title.align", align), *STYLES)
    galley = set_issue(issue([work(doi="10")]), setting(*keys, layout="square")).galley
    assert bookmarks(galley) == [("栏0", 0), ("题", 1)]
    kinds = [element_of(matter).kind for matter in galley if isinstance(matter, Slug | SetParagraph)]
    assert kinds == [Kind.SECTION_NAME, Kind.TITLE, Kind.FACTS, Kind.PARAGRAPH, Kind.FACTS]
