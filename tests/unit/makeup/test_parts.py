"""Parts solved: natural counts, fewer pages and more, paragraphs that may lose lines."""

from __future__ import annotations

from tiny_pages import article, heading, paragraph, solver

from huozi.galley import Galley, SetParagraph, Variant
from huozi.makeup.costs import fields_of
from huozi.makeup.parts import CUT_PRICE, Grid
from huozi.makeup.plans import Draft

SIX = Grid(6, 1)


def cut(lines: int) -> SetParagraph:
    return paragraph(lines)._replace(may_be_cut=True)


def solved(galley: Galley, count: int, *, cutting: bool = False) -> Draft | None:
    return solver(galley, SIX).solved(0, True, count, cut=cutting)


def test_pages_that_text_fills_to_the_last_line_are_solved() -> None:
    draft = solved((paragraph(13, (12, 5)),), 2)
    assert draft is not None
    assert draft.lines == {0: 12}
    assert solved((paragraph(13),), 2) is None


def test_more_pages_than_by_nature_leave_no_hole() -> None:
    one = solved((paragraph(5), paragraph(6), paragraph(6)), 4)
    assert one is None
    assert solved((heading(5, 0), paragraph(5, (7, 3))), 3) is not None


def test_perfect_natural_pages_are_not_varied() -> None:
    asked: list[int] = []
    text = paragraph(12, (13, 1))

    def variants() -> tuple[Variant, ...]:
        asked.append(1)
        return text.variants()

    whole = solver((text._replace(variants=variants),), SIX)
    assert whole.natural(0, True).lines == {0: 12}
    assert asked == []
    whole.shorten({(0, 0): 1})
    whole.natural(0, True)
    assert asked == [1]


def test_a_paragraph_may_lose_half_its_lines_at_a_price_that_grows_with_their_square() -> None:
    whole = solver((cut(4),), SIX)
    (unit,) = whole.varied(0, cut=True).units
    assert [(choice.lines, choice.price, choice.cut) for choice in unit.choices] == [
        (4, 0, 0),
        (3, CUT_PRICE // 4, 1),
        (2, CUT_PRICE, 2),
    ]
    assert [len(unit.choices) for unit in whole.varied(0).units] == [1]


def test_lines_are_cut_of_several_paragraphs_rather_than_of_one() -> None:
    draft = solved((cut(7), cut(7)), 2, cutting=True)
    assert draft is not None
    assert draft.lines == {0: 6, 1: 6}


def test_a_shorter_page_is_so_deep_in_every_count() -> None:
    whole = solver((paragraph(11),), SIX)
    whole.shorten({(0, 0): 1})
    assert whole.natural(0, True).depths == (5, 6)
    whole.shorten({})
    assert whole.natural(0, True).depths == (6, 6)


def test_articles_stay_on_their_pages_in_the_natural_count_alone() -> None:
    galley = (*article(0), paragraph(7, (6, 2)), *article(1), paragraph(6))
    held = solved(galley, 3)
    assert held is not None
    assert held.found.held(held.part.units) == {0: 0, 1: 1}
    fewer = solved(galley, 2)
    assert fewer is not None
    assert fewer.lines == {0: 6, 1: 6}
    assert fields_of(fewer.found.cost)["variants"] == 2
