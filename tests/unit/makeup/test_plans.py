"""Plans: the lines cast that stand on pages decided on, each at its place, with the marks that must know their page."""

from __future__ import annotations

from tiny_pages import article, heading, lines_of, pages_of, paragraph

from huozi.galley import Band, Galley, Mark, SetParagraph, Slug, Space, Start
from huozi.makeup.parts import Grid
from huozi.makeup.plans import PagePlan
from huozi.makeup.units import units_of


def plans(galley: Galley, lines: int, columns: int = 1) -> tuple[PagePlan, ...]:
    return pages_of(galley, Grid(lines, columns))


def test_slugs_stand_on_the_lines_below_those_before_them() -> None:
    (page,) = plans((Space(2), heading(2), paragraph(1), Space(1), paragraph(1)), 5)
    assert [(each.line, each.slug.height, each.item, each.row) for each in page.standing] == [
        (0, 2, 1, 0),
        (2, 1, 2, 0),
        (4, 1, 4, 0),
    ]


def test_a_paragraph_goes_on_overleaf_with_its_next_line() -> None:
    first, second = plans((paragraph(3), paragraph(6)), 6)
    assert [(each.line, each.item, each.row) for each in first.standing][3:] == [(3, 1, 0), (4, 1, 1), (5, 1, 2)]
    assert [(each.line, each.item, each.row) for each in second.standing] == [(0, 1, 3), (1, 1, 4), (2, 1, 5)]
    assert [each.slug.span.line for each in second.standing] == [4, 5, 6]


def test_a_paragraph_is_cast_once_and_in_the_lines_decided_on() -> None:
    asked: list[int] = []

    def cast(count: int) -> tuple[Slug, ...]:
        asked.append(count)
        return lines_of(count)

    varied = paragraph(9, (10, 3))._replace(cast=cast)
    plain = paragraph(3)._replace(cast=cast)
    pages = plans((varied, plain), 8)
    assert asked == [10, 3]
    assert [len(page.standing) for page in pages] == [8, 5]


def test_lines_of_other_depths_stand_where_their_depths_put_them() -> None:
    def cast(count: int) -> tuple[Slug, ...]:
        return tuple(
            slug._replace(height=height) for slug, height in zip(lines_of(count), (1, 1, 1, 2, 3), strict=True)
        )

    paragraph_with_tail = SetParagraph(5, cast, lines_of(1)[0].span, depth=1, tail=(2, 3))
    first, second = plans((paragraph_with_tail,), 5)
    assert [each.line for each in first.standing] == [0, 1, 2]
    assert [each.line for each in second.standing] == [0, 2]
    (whole,) = plans((paragraph_with_tail, paragraph(2)), 10)
    assert [each.line for each in whole.standing] == [0, 1, 2, 3, 5, 8, 9]


def test_marks_stand_with_the_first_line_of_what_follows_them() -> None:
    section, first, second = Mark("section", 0), Mark("article", 0), Mark("article", 1)
    galley = (section, first, paragraph(2), second, Space(1), paragraph(2))
    (page,) = plans(galley, 8)
    assert [each.marks for each in page.standing] == [(section, first), (), (second,), ()]
    assert list(page.marks) == [section, first, second]


def test_marks_go_overleaf_with_what_they_mark() -> None:
    first, second = plans((*article(0), paragraph(4), *article(1, 4), heading(), paragraph(3)), 5)
    assert ([mark.key for mark in first.marks], [mark.key for mark in second.marks]) == ([0], [1])


def test_a_page_knows_its_depth_its_side_and_its_columns() -> None:
    galley = (Band(1), heading(), Band(2), paragraph(6))
    (page,) = plans(galley, 8, columns=2)
    assert (page.side, page.depth) == ("left", 8)
    assert [(each.column, each.columns, each.band) for each in page.standing][::3] == [(0, 1, 0), (0, 2, 1), (1, 2, 1)]
    assert [[each.line for each in column] for column in page.columns()] == [[0], [1, 2, 3], [1, 2, 3]]


def test_kept_space_takes_lines_and_leaves_nothing_on_the_page() -> None:
    (page,) = plans((Space(3, kept=True), paragraph(2)), 8)
    assert [each.line for each in page.standing] == [3, 4]


def test_parts_go_on_from_side_to_side() -> None:
    pages = plans((paragraph(2), Start("page"), paragraph(2), Start("recto"), paragraph(2)), 8)
    assert [(page.side, len(page.standing)) for page in pages] == [("left", 2), ("right", 2), ("left", 0), ("right", 2)]
    assert len(units_of((paragraph(2), Start("page"), paragraph(2)), 1)) == 2
