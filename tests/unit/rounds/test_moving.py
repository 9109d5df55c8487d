"""Why entries of the contents have moved."""

from __future__ import annotations

from editions import edition, paragraph

from huozi.rounds.comparing import compare
from huozi.rounds.edition import Edition
from huozi.rounds.moving import moved_entries


def told(old: Edition, new: Edition) -> list[tuple[str, str, str, int, list[tuple[str, str, int]]]]:
    return [
        (
            each.change.name,
            each.change.old,
            each.change.new,
            each.lines,
            [(cause.kind, cause.article, cause.lines) for cause in each.causes],
        )
        for each in moved_entries(old, new, compare(old, new).folios)
    ]


def text(article: str, lines: int, source: str = "") -> tuple[str, ...]:
    return tuple(f"{source or article}{number}行字" for number in range(lines))


def test_a_paragraph_with_more_lines_moves_what_follows() -> None:
    old = edition(paragraph("一", *text("a", 3)), paragraph("二", *text("b", 3), article="b"))
    new = edition(paragraph("一改", *text("a", 5)), paragraph("二", *text("b", 3), article="b"))
    assert told(old, new) == [("b", "1", "2", 2, [("changed", "a", 2)])]


def test_what_goes_with_the_entry_before_has_no_cause_of_its_own() -> None:
    def three(first: str, lines: int) -> Edition:
        return edition(
            paragraph(first, *text("a", lines)),
            paragraph("二", *text("b", 4), article="b"),
            paragraph("三", *text("c", 4), article="c"),
        )

    assert told(three("一", 3), three("一改", 5)) == [
        ("b", "1", "2", 2, [("changed", "a", 2)]),
        ("c", "2", "3", 2, []),
    ]


def test_paragraphs_that_came_and_went_are_told_apart() -> None:
    old = edition(paragraph("一", "甲乙"), paragraph("二", *text("x", 4), at=3), paragraph("三", "末", article="b"))
    new = edition(paragraph("一", "甲乙"), paragraph("三", "末", article="b"))
    assert told(old, new) == [("b", "2", "1", -4, [("gone", "a", -4)])]
    assert told(new, old) == [("b", "1", "2", 4, [("new", "a", 4)])]


def test_the_same_words_in_another_number_of_lines_are_told_as_that() -> None:
    old = edition(paragraph("一", "甲乙", "丙", "丁"), paragraph("二", "戊", article="b"), lines=3)
    new = edition(paragraph("一", "甲乙丙丁"), paragraph("二", "戊", article="b"), lines=3)
    assert told(old, new) == [("b", "2", "1", -2, [("reset", "a", -2)])]


def test_contents_with_another_page_move_all_and_take_no_lines() -> None:
    def listed(entries: int) -> Edition:
        contents = (paragraph(f"目{at}", f"题{at}", kind="contents-entry", article="") for at in range(entries))
        return edition(*contents, paragraph("一", "甲乙", "丙丁"), lines=2)

    assert told(listed(2), listed(4)) == [("a", "2", "3", 0, [("contents", "", 1)])]


def test_what_has_not_moved_is_not_told() -> None:
    one = edition(paragraph("一", "甲乙"), paragraph("二", "戊", article="b"))
    assert told(one, one) == []


def test_articles_that_changed_places_have_no_lines_to_blame() -> None:
    a, b, c = (paragraph(name, *text(name, 4), article=name) for name in "abc")
    assert told(edition(a, b, c), edition(b, a, c)) == [("b", "2", "1", 0, []), ("a", "1", "2", 0, [])]


def test_a_whole_article_that_is_gone_is_told_where_it_stood() -> None:
    a, b, c = (paragraph(name, *text(name, 4), article=name) for name in "abc")
    assert told(edition(a, b, c), edition(a, c)) == [("c", "3", "2", -4, [("gone", "b", -4)])]


def test_a_paragraph_that_was_parted_has_its_lines_once() -> None:
    old = edition(paragraph("一二", "甲乙丙丁", "戊己庚辛", "壬癸子丑"), paragraph("三", "末", article="b"), lines=3)
    new = edition(
        paragraph("一", "甲乙丙丁", "戊己"),
        paragraph("二", "庚辛", "壬癸子丑"),
        paragraph("三", "末", article="b"),
        lines=3,
    )
    assert told(old, new) == []
    longer = edition(
        *(paragraph("一", "甲乙丙丁", "戊己"), paragraph("二", "庚辛", "壬癸子丑", "加", "加")),
        *(paragraph("三", "末", article="b"), paragraph("四", "末", article="c")),
        lines=3,
    )
    assert told(old, longer) == [("b", "2", "3", 3, [("changed", "a", -1), ("changed", "a", 4)])]
