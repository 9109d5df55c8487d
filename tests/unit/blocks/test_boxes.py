"""Boxes in the square layout: 20 characters of 10 pt in a line, lines 16 pt apart, the box set in by a character."""

from __future__ import annotations

import pytest
from galleys import galley, setting

from huozi.blocks.body import set_blocks
from huozi.blocks.box_columns import Line, balanced
from huozi.content.markdown import read_markdown
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Ink, Role, Rule
from huozi.galley import Band, Float, Galley, SetParagraph, Slug, Space
from huozi.structure import Kind, lineage

TINT = Ink(0, 0, 0, 80)


def slugs_of(matter: Galley) -> list[Slug]:
    """All lines of matter, paragraphs in their natural number."""
    found: list[Slug] = []
    for piece in matter:
        match piece:
            case Slug():
                found.append(piece)
            case SetParagraph(lines, cast):
                found += cast(lines)
    return found


def text(slug: Slug) -> str:
    return "".join("".join(placed.item.texts) for placed in slug.items if isinstance(placed.item, GlyphRun))


def rules(slug: Slug) -> list[tuple[int, int, int, int]]:
    """The rules and tints of a line: left, top, width, height."""
    return [(item.x, item.y, item.item.width, item.item.height) for item in slug.items if isinstance(item.item, Rule)]


def rules_found(findings: Findings) -> list[str]:
    return [item.rule for item in findings]


def test_a_box_goes_on_line_by_line_over_slices_of_its_tint() -> None:
    found = slugs_of(galley("::: box\n" + "字" * 54 + "\n:::\n"))
    assert [text(slug) for slug in found] == ["", "字" * 18, "字" * 18, "字" * 18]
    assert [slug.height for slug in found] == [1, 1, 1, 2]
    # half a line of padding and half the gap above the first line, from there on a line each; at the foot the same
    assert rules(found[0]) == [(0, 16_000 - 8_000 - 3_000, 200_000, 8_000 + 3_000 + 500)]
    assert rules(found[1]) == [(0, 0, 200_000, 16_500)]
    assert rules(found[2]) == [(0, -3_000, 200_000, 19_500)]
    assert rules(found[3]) == [(0, -3_000, 200_000, 3_000 + 10_000 + 3_000 + 8_000)]
    assert found[1].items[-1].x == 10_000


def test_what_hangs_below_a_line_is_not_covered_by_the_next_slice() -> None:
    found = slugs_of(galley("::: box\n" + "[" + "字" * 18 + "]{.dots}" + "字" * 18 + "\n:::\n"))
    assert rules(found[2])[0][1] == 0


def test_a_panel_is_no_part_of_the_text_and_its_text_is_part_of_a_box() -> None:
    items = [placed for slug in slugs_of(galley("::: box\n字\n:::\n")) for placed in slug.items]
    panels = [placed for placed in items if isinstance(placed.item, Rule)]
    assert {(placed.role, placed.order, placed.element) for placed in panels} == {(Role.ARTIFACT, -1, None)}
    assert {placed.item.ink for placed in panels if isinstance(placed.item, Rule)} == {TINT}
    kinds = [[each.kind for each in lineage(placed.element)] for placed in items if placed not in panels]
    assert kinds == [[Kind.PARAGRAPH, Kind.BOX]]


def test_a_title_stays_with_its_text() -> None:
    matter = galley('::: box {title="题目"}\n字字字\n:::\n')
    first = next(piece for piece in matter if isinstance(piece, Slug))
    assert (text(first), first.height, first.keep) == ("题目", 2, 2)


def test_rules_stand_at_the_edges_of_a_ruled_box() -> None:
    found = slugs_of(galley("::: {box=ruled}\n字\n:::\n"))
    assert rules(found[0]) == [(0, 5_000, 200_000, 750)]
    assert rules(found[1]) == [(0, 10_000 + 3_000 + 8_000 - 750, 200_000, 750)]


def test_white_beyond_the_padding_vanishes_at_the_head_of_a_column() -> None:
    matter = galley("::: box\n字\n:::\n", ("box_styles.box.space", "1行"))
    assert [piece for piece in matter if isinstance(piece, Space)] == [Space(1), Space(1)]


def test_a_label_leads_the_editors_note() -> None:
    found = slugs_of(galley("::: editors-note\n字字\n:::\n"))
    assert [text(slug) for slug in found] == ["", "编者按：字字"]


def test_columns_of_its_own_are_balanced() -> None:
    markdown = "::: box {columns=2 place=here}\n" + "字" * 48 + "\n:::\n"
    matter = galley(markdown)
    assert len(matter) == 1
    piece = matter[0]
    assert isinstance(piece, Slug)
    # 18 ems with two between: columns of eight, three lines each, half a line of padding and half of white around
    runs = [(placed.x, placed.y) for placed in piece.items if isinstance(placed.item, GlyphRun)]
    assert [x // 1000 for x, _ in runs] == [10, 10, 10, 110, 110, 110]
    assert [y - runs[0][1] for _, y in runs] == [0, 16_000, 32_000, 0, 16_000, 32_000]
    assert piece.height == 5


def test_a_box_at_a_head_is_flush_with_the_type_area() -> None:
    markdown = "::: box {place=head}\n字\n:::\n"
    (piece,) = galley(markdown)
    assert isinstance(piece, Float)
    assert (piece.height, piece.places, piece.key) == (3, ("head",), "a.md:1:1")
    head, foot = piece.cast_at("head"), piece.cast_at("foot")
    assert rules(head) == [(0, 0, 200_000, 16_000 + 10_000 + 3_000 + 8_000)]
    assert rules(foot)[0][1] + rules(foot)[0][3] == 2 * 16_000 + 10_000


def test_a_box_over_all_columns_ends_the_band_above() -> None:
    style = setting(layout="square-columns")
    within = style._replace(columns=style.sheet.page.area.columns)
    blocks = read_markdown("::: box {span=all}\n字\n:::\n", "a.md", ".", Findings()).blocks
    matter = set_blocks(blocks, within)
    assert (matter[0], matter[-1]) == (Band(1), Band(2))
    assert rules(slugs_of(matter)[1])[0][2] == style.sheet.page.area.width


def test_a_quote_beside_text_narrows_its_lines() -> None:
    found = slugs_of(galley("::: pullquote {place=beside}\n言言言言\n:::\n" + "字" * 60))
    ems = [len(text(slug).replace("言", "")) for slug in found]
    # eight ems of quotation and one between leave eleven for as many lines as it is deep
    assert ems[:3] == [9, 11, 11]
    assert ems[3] == 20


def test_notes_of_a_box_are_called_from_its_lines() -> None:
    matter = galley("::: box {place=head}\n字[^a]\n:::\n\n[^a]: 注\n")
    assert isinstance(matter[0], Float)
    assert not matter[0].calls  # nothing numbers notes outside of an article


def test_a_box_deeper_than_a_page_goes_on() -> None:
    findings = Findings()
    matter = galley("::: box {place=head}\n" + "字" * 18 * 20 + "\n:::\n", findings=findings)
    assert not any(isinstance(piece, Float) for piece in matter)
    assert rules_found(findings) == ["box-too-deep"]


@pytest.mark.parametrize(
    ("markdown", "expected", "printed"),
    [
        ("::: box\n甲\n\n::: box\n乙\n:::\n:::\n", ["box-nested"], "甲乙"),
        ("::: {box=nobody}\n甲\n:::\n", ["box-style-unknown"], "甲"),
        ("* 甲\n* 丙\n\n  ::: box {place=head}\n  乙\n  :::\n", ["box-in-frame"], "•甲•丙乙"),
        ("::: pullquote {place=beside}\n甲\n:::\n", ["box-not-beside"], "甲"),
        ("::: box {span=3}\n甲\n:::\n", ["box-span"], "甲"),
        ("::: box {turned=true}\n甲\n:::\n", ["wish-idle"], "甲"),
        ("::: box {columns=4 place=here}\n甲\n:::\n", ["columns-too-narrow"], "甲"),
    ],
)
def test_what_cannot_be_is_told_and_its_text_is_printed(markdown: str, expected: list[str], printed: str) -> None:
    findings = Findings()
    found = slugs_of(galley(markdown, findings=findings))
    assert rules_found(findings) == expected
    assert "".join(map(text, found)) == printed


def _lines(*heights: int) -> list[Line]:
    return [Line(Slug(height, (), Span("a.md"))) for height in heights]


@pytest.mark.parametrize(
    ("heights", "columns", "depths"),
    [((1, 1, 1, 1), 2, [2, 2]), ((1, 1, 1), 2, [2, 1]), ((3, 1, 1, 1), 2, [3, 3]), ((1, 1, 1, 1, 1), 3, [2, 2, 1])],
)
def test_columns_are_as_shallow_as_can_be(heights: tuple[int, ...], columns: int, depths: list[int]) -> None:
    found = balanced(_lines(*heights), columns)
    assert [sum(line.slug.height for line in column) for column in found] == depths


def test_a_column_ends_where_it_may() -> None:
    first, second, third = _lines(1, 1, 1)
    found = balanced([first, second._replace(may_end=False), third], 2)
    assert [len(column) for column in found] == [1, 2]


PORTRAIT = '::: portrait\n![](a.png){alt="像"}\n\n' + "字" * 33 + "\n:::\n"


def test_a_portrait_stands_beside_its_text() -> None:
    piece = galley(PORTRAIT, ("box_styles.portrait.picture_width", "4字"))[0]
    assert isinstance(piece, Slug)
    found = [(placed.x, "".join(placed.item.texts)) for placed in piece.items if isinstance(placed.item, GlyphRun)]
    # four ems of picture, one between, fifteen of text
    assert found == [(50_000, "字" * 15), (50_000, "字" * 15), (50_000, "字" * 3)]


def test_a_portrait_too_wide_for_its_column_stands_above_the_text() -> None:
    found = slugs_of(galley(PORTRAIT, ("box_styles.portrait.picture_width", "12字")))
    assert [len(text(slug)) for slug in found if "字" in text(slug)] == [20, 13]
