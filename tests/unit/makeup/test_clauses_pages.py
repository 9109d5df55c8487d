"""Clauses of CLREQ, GB/T 3179 and GB/T 13417 that no other test shows by itself: see docs/clauses.md.

A page holds fifteen lines of twenty characters, 10 pt on 16.
"""

from __future__ import annotations

import pytest
from drawn import composer, texts
from issues import HOUSE, SIGNED, article, heading, issue, pages, paragraph, sheet, shown

from huozi.content.issue_model import Author, Issue
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Page, Role
from huozi.fonts.catalog import Catalog
from huozi.makeup.cover_sheet import spine_of
from huozi.makeup.cover_text import CoverSetter
from huozi.structure import Kind
from huozi.style.load import load_stylesheet
from huozi.templates import issue_fields

OPEN = (("sections.start", "run-on"), ("sections.sink", "0"), ("sections.name", "false"))


def front(template: str) -> tuple[tuple[str, str], ...]:
    """A front cover with nothing but a line."""
    words = f"{{draw: text, text: '{template}', style: contact-line, x: 40pt, y: 60pt, width: 250pt, height: 20pt}}"
    return (("designs.plain", f"[{words}]"), ("covers.front", "plain"))


def labelled(work: Issue, label: str, *keys: tuple[str, str]) -> str:
    """The text of the page with a label."""
    return next(shown(page) for page in pages(work, "square", *keys) if page.label == label)


def of_kind(page: Page, kind: Kind) -> list[tuple[int, int, str]]:
    """The texts of elements of a kind: how large, how far right of the type area in points, what they say."""
    style = sheet("square").page.margins
    left = style.left if page.side == "right" else style.right
    return [
        (placed.item.size // 1000, (placed.x - left) // 1000, "".join(placed.item.texts))
        for placed in page.items
        if isinstance(placed.item, GlyphRun) and placed.element is not None and placed.element.kind is kind
    ]


# ------------------------------------------------------------------ CLREQ: headings


def test_ranks_of_headings_have_sizes_faces_and_indents_of_their_own() -> None:
    ranks = [
        key
        for level, size, indent in ((2, 14, 0), (3, 12, 10), (4, 11, 20))
        for key in (
            (f"styles.heading-{level}.size", f"{size}pt"),
            (f"styles.heading-{level}.inset_left", f"{indent}pt"),
        )
    ]
    work = issue([article("题", heading("大"), paragraph("文"), heading("中", 3), heading("小", 4), paragraph("文"))])
    (page,) = (page for page in pages(work, "square", *OPEN, *ranks) if page.label == "2")
    assert of_kind(page, Kind.HEADING) == [(14, 0, "大"), (12, 10, "中"), (11, 20, "小")]
    style = load_stylesheet("a4-35x37", HOUSE, [], Findings())
    faces = [style.styles[f"heading-{level}"].font.han for level in (2, 3, 4)]
    assert faces == ["NotoSansSC-SemiBold", "NotoSerifSC-Bold", "LXGWWenKai-Regular"]


def test_the_page_before_a_new_page_is_left_open() -> None:
    text = paragraph("文" * 38)  # two lines
    work = issue([article("题", text), article("目", text)._replace(start="page")])
    first, second = (page for page in pages(work, "square", *OPEN) if page.label in "23")
    lines = sorted({placed.y for placed in first.items if placed.role is Role.PARAGRAPH})
    assert lines[1] - lines[0] == 16_000
    assert len(lines) == 2
    assert "目" in shown(second)


def test_columns_before_a_new_page_are_level_and_the_last_is_short() -> None:
    work = issue([article("题", paragraph("文" * 43)), article("目", paragraph("文"))._replace(start="page")])
    (page,) = (page for page in pages(work, "square-columns", *OPEN) if page.label == "2")
    places = [(placed.x, placed.y) for placed in page.items if placed.role is Role.PARAGRAPH]
    left = min(x for x, _ in places)
    counts = [len({y for x, y in places if (x < left + 100_000) is is_left}) for is_left in (True, False)]
    assert counts == [3, 2]  # five lines of nine characters


# ------------------------------------------------------------------ GB/T 3179: covers


def test_a_cover_names_year_volume_and_number() -> None:
    work = issue([article("题", paragraph("文"))])._replace(volume=12)
    keys = front("{journal} {journal_en} {year}年第{volume}卷第{issue}期")
    assert labelled(work, "封一", *keys) == "方块月刊 SQUARES 2030年第12卷第3期"
    without = work._replace(volume=0)
    assert labelled(without, "封一", *keys) == "方块月刊 SQUARES 2030年第3期"


def test_a_spine_names_journal_volume_number_and_year() -> None:
    words = "{draw: text, text: '{journal} {year} 第{volume}卷 第{issue}期', style: contact-line, vertical: true, "
    keys = (
        ("designs.back", f"[{words} x: 0, y: 20pt, width: 100%, height: 360pt}}]"), ("covers.spine", "back"),
        ("page.spine", "20mm"),
    )  # fmt: skip
    style = sheet("square", *keys)
    work = issue([article("题", paragraph("文"))])._replace(volume=12)
    fields = issue_fields(work, style.journal)
    setter = CoverSetter(fields, {}, style, composer(style), Findings(), face_of=Catalog(HOUSE.fonts).face)
    spine = spine_of(style.spine, 96, setter)
    said = "".join("".join(p.item.texts) for p in spine.items if isinstance(p.item, GlyphRun))
    assert said.replace(" ", "") == "方块月刊2030第12卷第3期"


def test_a_double_number_is_joined_by_a_hyphen_everywhere() -> None:
    work = issue([article("题", paragraph("文"))])._replace(number="9-10", serial="19-20")
    keys = (
        *front("第{issue}期"),
        ("contents.issue_line", "第{issue}期（总第{serial}期）"),
        ("running.verso", "第{issue}期"),
    )
    assert labelled(work, "封一", *keys) == "第9-10期"
    assert "第9-10期（总第19-20期）" in labelled(work, "1", *keys)
    assert "第9-10期" in labelled(work, "2", *keys)


@pytest.mark.parametrize("label", ["卷终", ""])
def test_the_last_of_a_volume_says_so_on_cover_and_contents(label: str) -> None:
    work = issue([article("题", paragraph("文"))])._replace(volume=12, label=label)
    line = ("contents.issue_line", "{journal} {year}年第{volume}卷第{issue}期 {label}")
    keys = (*front("{year}年第{issue}期（{label}）"), line)
    assert labelled(work, "封一", *keys) == f"2030年第3期{'（卷终）' if label else ''}"
    said = labelled(work, "1", *keys)
    assert f"方块月刊 2030年第12卷第3期{' 卷终' if label else ''}" in said
    assert ("卷终" in said) is bool(label)


# ------------------------------------------------------------------ authors

NINE = tuple(Author(f"{name}某") for name in "一二三四五六七八九")


def test_all_authors_stand_at_their_article_and_in_the_contents() -> None:
    work = issue([article("题", paragraph("文"))._replace(authors=NINE)])
    keys = (SIGNED, ("contents.authors", "below"), ("contents.author_separator", "，"))
    assert "一某二某三某四某五某六某七某八某九某" in labelled(work, "2", *keys).replace("\u3000", "")  # two lines
    assert "，".join(author.name for author in NINE) in labelled(work, "1", *keys)


# ------------------------------------------------------------------ GB/T 13417: the contents


@pytest.mark.parametrize("first", ["contents", "body"])
def test_the_contents_has_pages_of_its_own_before_the_body(first: str) -> None:
    work = issue([article("题", paragraph("文" * 400))], [article("目", paragraph("文"))])
    made = [page for page in pages(work, "square", ("folio.first", first)) if page.label[:1] != "封"]
    is_contents = [any(placed.role is Role.CONTENTS for placed in page.items) for page in made]
    is_text = [any(placed.role is Role.PARAGRAPH for placed in page.items) for page in made]
    assert is_contents.index(True) == 0
    assert sum(is_contents) == 1
    assert not any(one and other for one, other in zip(is_contents, is_text, strict=True))
    assert texts(made[0].items)[0][2] == "目录"
