"""What an edition has of figures, tables, boxes and notes: from what the source says and pages made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from issues import issue, titled
from referring import FILE, figure, place, table, worded

from huozi.content.issue_model import Article, Issue
from huozi.content.model import Box, Figure, Picture, Wish
from huozi.diagnostics import Span
from huozi.display import GlyphRun, Image, Item, Page, Placed, Stand
from huozi.geometry import Size
from huozi.rounds.matter import items_of, told_of
from huozi.rounds.taking import edition_of
from huozi.structure import Element, Kind
from huozi.style.references import ReferenceStyle

STYLE = ReferenceStyle()
TRIM = Size(300_000, 400_000)
ARTICLE = Element(Kind.ARTICLE, 0, None, Span(FILE))


def glyphs(text: str) -> GlyphRun:
    xs = tuple(10_000 * at for at in range(len(text)))
    return GlyphRun("face", 10_000, tuple(range(len(text))), xs, tuple(text), 10_000 * len(text))


Row = tuple[Element | None, Item, int, int]
"""What stands on a page: its element, itself, its column, its y."""


def page(index: int, *pieces: Sequence[Row], columns: int = 1) -> Page:
    """A page of pieces of text, each of some items in a column."""
    items: list[Placed] = []
    stands: list[Stand] = []
    for piece in pieces:
        first = len(items)
        items += [Placed(0, y, item, element=element) for element, item, _, y in piece]
        element, _, column, _ = piece[0]
        span = element.span if element else Span("")
        stands.append(Stand(span, column, columns, range(first, len(items))))
    return Page(index, "right", str(index + 1), str(index + 1), TRIM, 0, tuple(items), tuple(stands))


def text(words: str, y: int, span: Span | None = None, column: int = 0) -> list[Row]:
    return [(Element(Kind.PARAGRAPH, 0, ARTICLE, span or place()), glyphs(words), column, y)]


def drawn(block: Figure, y: int, path: str = "", column: int = 0) -> list[Row]:
    """A figure with its caption below it."""
    element = Element(Kind.FIGURE, 0, ARTICLE, block.span)
    caption = Element(Kind.CAPTION, 0, element, block.span)
    picture = Image(path or "/elsewhere/a.png", Size(50_000, 30_000))
    return [(element, picture, column, y), (caption, glyphs("图1旧影"), column, y + 40_000)]


def of(*blocks: object, notes: tuple[object, ...] = ()) -> Issue:
    return issue([Article("a", titled("题", Span(FILE, 1, 8)), blocks, Span(FILE), notes=notes)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pieces", "where", "column"),
    [
        (lambda f: [drawn(f, 10_000), text("甲", 90_000)], "head", 1),
        (lambda f: [text("甲", 10_000), drawn(f, 50_000)], "foot", 1),
        (lambda f: [text("甲", 10_000), drawn(f, 50_000), text("乙", 120_000)], "text", 1),
        (lambda f: [drawn(f, 50_000)], "page", 1),
        (lambda f: [text("甲", 10_000), drawn(f, 20_000, column=1), text("乙", 90_000, column=1)], "head", 2),
        (lambda f: [[*text("甲", 10_000), *drawn(f, 10_000)], text("乙", 90_000)], "beside", 1),
    ],
)
def test_where_a_figure_stands_on_its_page(pieces: object, where: str, column: int) -> None:
    block = figure("fig-a")
    columns = 2 if column > 1 else 1
    made = page(4, *pieces(block), columns=columns)  # type: ignore[operator]  # a function
    (item,) = items_of(of(block), [made], STYLE, str)
    assert (item.page, item.last, item.where, item.column) == (4, 4, where, column)
    assert (item.article, item.kind, item.name, item.label) == ("a", "figure", "fig-a", "图 1")


def test_notes_below_a_figure_make_it_no_text_of_the_page() -> None:
    block, words = figure("fig-a"), worded("注文")
    note = [(Element(Kind.NOTE, 1, ARTICLE, words.span), glyphs("1注文"), 0, 300_000)]
    made = page(0, text("甲", 10_000), drawn(block, 200_000), note)
    found = items_of(of(block, worded("甲[^n]"), notes=(("n", (words,)),)), [made], STYLE, str)
    assert [(each.kind, each.name, each.where) for each in found] == [
        ("figure", "fig-a", "foot"),
        ("note", "n", "foot"),
    ]


def test_a_note_that_goes_on_stands_on_both_pages() -> None:
    words = worded("注文")
    note = Element(Kind.NOTE, 1, ARTICLE, words.span)
    pages = [page(at, text("甲", 10_000), [(note, glyphs("注"), 0, 300_000)]) for at in range(2)]
    (item,) = items_of(of(notes=(("n", (words,)),)), pages, STYLE, str)
    assert (item.page, item.last, item.where) == (0, 1, "foot")


def test_notes_at_an_articles_end_stand_in_the_text() -> None:
    words = worded("注文")
    note = [(Element(Kind.NOTE, 1, ARTICLE, words.span), glyphs("注"), 0, 50_000)]
    (item,) = items_of(of(notes=(("n", (words,)),)), [page(0, note, text("次篇", 90_000))], STYLE, str)
    assert item.where == "text"


def test_the_page_of_its_mention_is_that_of_the_line_that_says_its_number() -> None:
    block, says = figure("fig-a"), worded("长文见[@fig-a]。")
    own = Element(Kind.PARAGRAPH, 0, ARTICLE, says.span)
    pages = [
        page(0, [(own, glyphs("长文"), 0, 10_000)]),
        page(1, [(own, glyphs("见图\u00a01。"), 0, 10_000)], drawn(block, 90_000)),
    ]
    (item,) = items_of(of(says, block), pages, STYLE, str)
    assert (item.page, item.mention) == (1, 1)
    (unmentioned,) = items_of(of(block), pages, STYLE, str)
    assert unmentioned.mention == -1


def test_a_note_is_mentioned_where_its_call_stands() -> None:
    says, words = worded("长文甲[^n]"), worded("注")
    own = Element(Kind.PARAGRAPH, 0, ARTICLE, says.span)
    call = Element(Kind.CALL, 1, own, says.span)
    note = [(Element(Kind.NOTE, 1, ARTICLE, words.span), glyphs("1注"), 0, 90_000)]
    pages = [
        page(0, [(own, glyphs("长文"), 0, 10_000)]),
        page(1, [(own, glyphs("甲"), 0, 10_000), (call, glyphs("1"), 0, 10_000)], note),
    ]
    (item,) = items_of(of(says, notes=(("n", (words,)),)), pages, STYLE, str)
    assert (item.page, item.mention) == (1, 1)


def test_a_note_without_a_number_is_mentioned_where_its_paragraph_begins() -> None:
    says, words = worded("甲[^n]"), worded("注")
    own = Element(Kind.PARAGRAPH, 0, ARTICLE, says.span)
    note = [(Element(Kind.NOTE, 1, ARTICLE, words.span), glyphs("注"), 0, 90_000)]
    (item,) = items_of(of(says, notes=(("n", (words,)),)), [page(3, [(own, glyphs("甲"), 0, 9)], note)], STYLE, str)
    assert item.mention == 3


def test_a_picture_is_told_by_its_bytes_wherever_it_lies(tmp_path: Path) -> None:
    block = figure("fig-a")
    found = []
    for name, data in (("a", b"old"), ("b", b"old"), ("c", b"new")):
        (tmp_path / name).write_bytes(data)
        (item,) = items_of(of(block), [page(0, drawn(block, 9, str(tmp_path / name)))], STYLE, str)
        found.append(item.picture)
    assert found[0] == found[1] != found[2]
    (item,) = items_of(of(block), [page(0, drawn(block, 9, str(tmp_path / "none")))], STYLE, str)
    assert item.picture not in ("", *found)


def test_what_the_source_says_is_told_by_a_digest() -> None:
    block = figure("fig-a")
    said = [
        told_of(of(each), STYLE)[each.span].source
        for each in (
            block,
            block._replace(name="other"),
            block._replace(span=place()),
            block._replace(caption=()),
            block._replace(pictures=(Picture("images/b.png", place()),)),
            block._replace(wish=Wish(place="head")),
        )
    ]
    assert said[0] == said[1] == said[2]
    assert len(set(said[2:])) == 4


def test_tables_and_boxes_are_told_too() -> None:
    block, box = table("tab-a"), Box("aside", (worded("框"),), place())
    told = told_of(of(worded("见[@tab-a]"), block, box), STYLE)
    assert [(each.kind, each.name, each.label) for each in told.values()] == [
        ("table", "tab-a", "表 1"), ("box", "aside", ""),
    ]  # fmt: skip


def test_pictures_are_no_part_of_a_page_or_a_line(tmp_path: Path) -> None:
    block = figure("fig-a")
    digests = set()
    for room in ("one", "two"):
        (tmp_path / room).mkdir()
        path = tmp_path / room / "a.png"
        path.write_bytes(b"same")
        design = Placed(0, 0, Image(str(path), TRIM))
        made = page(0, drawn(block, 9_000, str(path)))
        made = made._replace(items=(*made.items, design))
        taken = edition_of(of(block), [made], "甲", lambda file: Path(file).name)
        digests.add((taken.pages, taken.paragraphs, taken.items))
    assert len(digests) == 1
