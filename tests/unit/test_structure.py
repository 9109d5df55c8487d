"""Elements: equal to themselves alone, each with what it is part of."""

from __future__ import annotations

from huozi.diagnostics import Span
from huozi.structure import Element, Kind, lineage

PLACE = Span("layout.yaml", 3, 1)


def test_two_paragraphs_made_of_one_field_are_two() -> None:
    first, second = (Element(Kind.PARAGRAPH, 0, None, PLACE) for _ in range(2))
    assert tuple(first) == tuple(second)
    assert (first == second, first != second, first == first, first != first) == (False, True, True, False)  # noqa: PLR0124
    assert {first: "一", second: "二"} == {first: "一", second: "二"}
    assert len({first, second, first}) == 2
    assert first != (Kind.PARAGRAPH, 0, None, PLACE, "")


def test_a_lineage_begins_with_the_innermost() -> None:
    article = Element(Kind.ARTICLE, 0, None, PLACE)
    item = Element(Kind.LIST_ITEM, 0, Element(Kind.LIST, 1, article, PLACE), PLACE)
    assert [element.kind for element in lineage(item)] == [Kind.LIST_ITEM, Kind.LIST, Kind.ARTICLE]
    assert list(lineage(None)) == []
