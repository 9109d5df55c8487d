"""A picture beside text: narrow lines, nothing lost, never parted."""

from __future__ import annotations

import pytest
from figure_trial import PLACE, facts_of, figure, images, lines, surroundings

from huozi.blocks.body import set_blocks
from huozi.content.model import NO_HINTS, Block, Figure, Heading, Hints, Paragraph, Text, Wish
from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Image
from huozi.galley import Float, SetParagraph, Slug
from huozi.pictures.model import PictureFacts
from huozi.structure import Kind

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"
SPACE = (("figures.space", "8pt"), ("figures.beside_gap", "10pt"))
SET_BESIDE = Wish(place="beside", places=(("place", Span("a.md", 5, 20)),))


def said(text: str, line: int = 7, hints: Hints = NO_HINTS) -> Paragraph:
    return Paragraph((Text(text, Span("a.md", line, 1)),), Span("a.md", line, 1), hints)


def beside(
    *behind: Block, picture: PictureFacts, work: Figure | None = None, findings: Findings | None = None,
    overrides: tuple[tuple[str, str], ...] = (),
) -> list[object]:  # fmt: skip
    """The galley of a picture beside what follows it, in a column of twenty characters."""
    within = surroundings({"a.png": picture}, *SPACE, *overrides, findings=findings)
    return list(set_blocks((work or figure("a.png", wish=SET_BESIDE), *behind), within))


def text_of(slugs: tuple[Slug, ...]) -> str:
    return "".join(
        "".join(placed.item.texts)
        for slug in slugs
        for placed in slug.items
        if isinstance(placed.item, GlyphRun) and placed.element is not None and placed.element.kind is Kind.PARAGRAPH
    )


def ends(slug: Slug) -> tuple[float, float]:
    """Where a line's text starts and ends, in ems."""
    runs = [
        (placed.x, placed.item)
        for placed in slug.items
        if isinstance(placed.item, GlyphRun) and placed.element is not None and placed.element.kind is Kind.PARAGRAPH
    ]
    return min(x for x, _ in runs) / 10_000, max(x + run.width for x, run in runs) / 10_000


def test_so_many_lines_as_the_picture_is_high_are_narrow() -> None:
    (made,) = beside(said(HAN + HAN), picture=facts_of(60, 40))
    assert isinstance(made, SetParagraph)
    slugs = made.cast(made.lines)
    # 40 points and 8 of white are three lines; 200 less 60 and 10 leave thirteen characters
    assert made.solid == 3
    assert [ends(slug) for slug in slugs[:4]] == [(2, 13), (0, 13), (0, 13), (0, 20)]
    assert text_of(slugs) == HAN + HAN
    assert images(slugs[0]) == [(140, 0, 60, 40)]
    assert not any(isinstance(placed.item, Image) for slug in slugs[1:] for placed in slug.items)


@pytest.mark.parametrize(("side", "key", "x"), [("left", "right", 0), ("right", "left", 140), ("", "left", 0)])
def test_a_picture_stands_on_the_side_that_is_asked_for(side: str, key: str, x: float) -> None:
    work = figure("a.png", caption="山", wish=SET_BESIDE._replace(side=side))  # type: ignore[arg-type]
    (made,) = beside(said(HAN), picture=facts_of(60, 40), work=work, overrides=(("figures.beside", key),))
    assert isinstance(made, SetParagraph)
    first = made.cast(made.lines)[0]
    assert images(first) == [(x, 0, 60, 40)]
    left = x == 0
    assert ends(first) == ((9, 20) if left else (2, 13))
    assert lines(first)[0][:2] == (x + 25, 45)  # its caption below it, in the middle
    assert made.solid == 4  # 55 points and 8


def test_paragraphs_go_on_beside_it_and_are_one() -> None:
    (made,) = beside(said(HAN[:15]), said(HAN + HAN, 9), picture=facts_of(60, 60))
    assert isinstance(made, SetParagraph)
    slugs = made.cast(made.lines)
    assert text_of(slugs) == HAN[:15] + HAN + HAN
    assert [ends(slug)[1] for slug in slugs[:6]] == [13, 4, 13, 13, 13, 20]
    assert [ends(slug)[0] for slug in slugs[:6]] == [2, 0, 2, 0, 0, 0]
    assert made.solid == 5
    elements = {placed.element for slug in slugs for placed in slug.items if isinstance(placed.item, GlyphRun)}
    assert len(elements) == 2
    assert made.span == Span("a.md", 7, 1)


def test_a_paragraph_begun_beside_it_keeps_two_lines_there() -> None:
    (made,) = beside(said(HAN[:15]), said(HAN, 9), picture=facts_of(60, 40))
    assert isinstance(made, SetParagraph)
    assert [ends(slug)[1] for slug in made.cast(made.lines)[:4]] == [13, 4, 13, 20]
    assert made.solid == 4


def test_white_is_left_where_the_text_is_shorter() -> None:
    findings = Findings()
    heading = Heading(2, (Text("题", PLACE),), PLACE)
    made, behind = beside(said(HAN[:15]), heading, picture=facts_of(60, 60), findings=findings)
    assert isinstance(made, SetParagraph)
    slugs = made.cast(made.lines)
    assert (made.lines, made.tail, [slug.height for slug in slugs], made.solid) == (2, (4,), [1, 4], 2)
    assert isinstance(behind, Slug)
    assert [(item.rule, dict(item.arguments)["lines"]) for item in findings] == [("beside-white", "3")]


def test_other_numbers_of_lines_leave_the_narrow_ones_as_they_are() -> None:
    # a last line nearly full: opened a little, the paragraph has one more
    text = "".join("，" if at % 6 == 5 else HAN[at % len(HAN)] for at in range(93))
    (made,) = beside(said(text), picture=facts_of(60, 40), overrides=(("make_up.stretch", "1/4em"),))
    assert isinstance(made, SetParagraph)
    found = made.variants()
    assert found[0].lines == made.lines
    assert len(found) > 1
    narrow = [text_of((slug,)) for slug in made.cast(made.lines)[:3]]
    for variant in found:
        slugs = made.cast(variant.lines)
        assert len(slugs) == variant.lines
        assert [text_of((slug,)) for slug in slugs[:3]] == narrow
        assert text_of(slugs) == text


@pytest.mark.parametrize(
    ("behind", "overrides", "rule"),
    [
        ((), (), "beside-no-text"),
        ((Heading(2, (Text("题", PLACE),), PLACE), said(HAN)), (), "beside-no-text"),
        ((said(HAN),), (("page.type_area.characters", "19"),), "beside-narrow"),
    ],
)
def test_where_it_cannot_stand_beside_text_it_is_a_figure_like_others(
    behind: tuple[Block, ...], overrides: tuple[tuple[str, str], ...], rule: str
) -> None:
    findings = Findings()
    galley = beside(*behind, picture=facts_of(60, 40), findings=findings, overrides=overrides)
    assert isinstance(galley[0], Float)
    assert galley[0].places == ("head", "foot", "here", "page")
    assert [item.rule for item in findings] == [rule]


def test_text_that_begins_elsewhere_does_not_stand_beside_it() -> None:
    breaking = Hints(break_before="page", places=(("break", PLACE),))
    galley = beside(said(HAN[:15]), said(HAN, 9, breaking), picture=facts_of(60, 60))
    assert isinstance(galley[0], SetParagraph)
    assert galley[0].lines == 2
    assert len(galley) == 3  # the start of a page, and its paragraph


def test_a_number_of_lines_that_is_asked_for_is_the_whole_paragraphs() -> None:
    text = HAN * 2 + HAN[:31]
    (plain,) = beside(said(text), picture=facts_of(60, 40))
    assert isinstance(plain, SetParagraph)
    hints = Hints(lines=1, places=(("lines", PLACE),))
    (made,) = beside(said(text, hints=hints), picture=facts_of(60, 40))
    assert isinstance(made, SetParagraph)
    assert made.lines == plain.lines + 1
    slugs = made.cast(made.lines)
    assert (len(slugs), text_of(slugs)) == (made.lines, text)
    assert [ends(slug)[1] for slug in slugs[:3]] == [13, 13, 13]


def test_a_picture_leaves_the_text_some_ems() -> None:
    findings = Findings()
    wish = SET_BESIDE._replace(width=800, turned=True, places=(*SET_BESIDE.places, ("turned", PLACE)))
    (made,) = beside(said(HAN * 2), picture=facts_of(60, 40), work=figure("a.png", wish=wish), findings=findings)
    assert isinstance(made, SetParagraph)
    assert images(made.cast(made.lines)[0])[0][2] == 110
    assert sorted(item.rule for item in findings) == ["figure-too-wide", "wish-idle"]
