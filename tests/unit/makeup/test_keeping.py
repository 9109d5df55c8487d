"""A plan that is kept: pages begin where they began, whatever was corrected, and what cannot hold is told.

A page has 15 lines, a section's first one 9 below its title.
"""

from __future__ import annotations

import pytest
from issues import issue
from kept_pages import Done, article, made

from huozi.content.issue_model import Issue
from huozi.makeup.kept import Form, KeptArticle, KeptPiece, KeptPlan

FIRST = (("天", 6), ("地", 6), ("人", 6), ("日", 6), ("月", 6), ("星", 6))
SECOND = (("山", 8), ("水", 8))
PAGES = ["天6地3", "地3人6日6", "月6星6", "山8", "水8"]


def of(*first: tuple[str, int], second: tuple[tuple[str, int], ...] = SECOND) -> Issue:
    """An issue of two sections of an article each."""
    return issue([article("甲", *first)], [article("乙", *second)])


def with_lines(**changed: int) -> list[tuple[str, int]]:
    """The first article with some of its paragraphs in other lengths; without lines they are gone."""
    return [(letter, changed.get(letter, count)) for letter, count in FIRST if changed.get(letter, count)]


@pytest.fixture(scope="module")
def plan() -> KeptPlan:
    done = made(of(*FIRST))
    assert done.pages[:5] == PAGES
    return done.plan


def moved(done: Done) -> list[tuple[str, str, str]]:
    return [(fact["folio"], fact["line"], fact["now"]) for fact in done.facts("plan-page-moved")]


# ------------------------------------------------------------------------------------------------- what is written down


def test_a_plan_says_the_lines_of_every_piece_and_where_pages_begin(plan: KeptPlan) -> None:
    assert plan.form == Form("square", 2030, "3", 20, 15, 1)
    assert plan.body == 2
    assert [article.name for article in plan.articles] == ["甲", "乙"]
    first, second = ([(piece.lines, piece.pages) for piece in article.pieces] for article in plan.articles)
    opening = [(1, ((2, 1),)), (1, ())]  # the sink, the title
    assert first == [*opening, (6, ()), (6, ((3, 4),)), (6, ()), (6, ()), (6, ((4, 1),)), (6, ())]
    assert second == [(1, ((5, 1),)), (1, ()), (8, ()), (8, ((6, 1),))]


def test_pieces_are_told_by_their_text_alone() -> None:
    one, other = made(of(*FIRST)).plan, made(of(("天", 7), *FIRST[1:])).plan
    digests = [[piece.digest for piece in article.pieces] for article in (*one.articles, *other.articles)]
    assert digests[0][:2] + digests[0][3:] == digests[2][:2] + digests[2][3:]
    assert digests[0][2] != digests[2][2]
    assert len(set(digests[0][1:])) == 7
    assert digests[1] == digests[3]


# ---------------------------------------------------------------------------------------------------------- what holds


def test_the_same_issue_has_the_same_pages_and_plan(plan: KeptPlan) -> None:
    done = made(of(*FIRST), plan)
    assert (done.pages[:5], done.plan, done.found) == (PAGES, plan, [])


def test_a_correction_within_its_lines_moves_nothing(plan: KeptPlan) -> None:
    done = made(of(FIRST[0], ("火", 6), *FIRST[2:]), plan)
    assert done.pages[:5] == ["天6火3", "火3人6日6", *PAGES[2:]]
    assert done.found == []


def test_the_hole_that_a_cut_leaves_stays_on_its_page(plan: KeptPlan) -> None:
    done = made(of(*with_lines(天=4)), plan)
    assert done.pages[:5] == ["天4地3", *PAGES[1:]]
    assert done.rules == ["column-short"]
    assert made(of(*with_lines(天=4))).pages[0] == "天4地4", "without the plan it is filled, but for the last two lines"


def test_what_was_added_stays_on_a_page_that_has_room_for_it(plan: KeptPlan) -> None:
    done = made(of(*with_lines(月=8)), plan)
    assert (done.pages[:5], done.found) == ([*PAGES[:2], "月8星6", *PAGES[3:]], [])


def test_a_page_that_cannot_hold_is_named_and_the_next_ones_hold(plan: KeptPlan) -> None:
    done = made(of(*with_lines(人=7)), plan)
    assert done.pages[:5] == ["天6地3", "地3人7日4", "日2月6星6", "山8", "水8"]
    assert moved(done) == [("4", "1", "4")]
    done = made(of(*with_lines(天=7)), plan)
    assert done.pages[:5] == ["天7地2", "地4人6日4", "日2月6星6", "山8", "水8"]
    assert moved(done) == [("3", "4", "3"), ("4", "1", "4")]


def test_a_page_within_a_corrected_paragraph_may_begin_by_the_lines_before_it_or_after_it(plan: KeptPlan) -> None:
    """Five lines of it where there were six: three stay before the page as they did, or three behind."""
    done = made(of(*with_lines(地=5)), plan)
    assert done.pages[:3] in (["天6地3", "地2人6日6", "月6星6"], ["天6地2", "地3人6日6", "月6星6"])
    assert done.rules == []
    done = made(of(*with_lines(地=7)), plan)  # no room for the line that is more, before the page or on it
    assert done.pages[:3] == ["天6地3", "地4人6日4", "日2月6星6"]
    assert moved(done) == [("4", "1", "4")]


def test_where_a_pages_first_text_is_gone_it_begins_with_what_followed(plan: KeptPlan) -> None:
    done = made(of(*with_lines(地=0)), plan)
    assert done.pages[:5] == ["天6", "人6日6", *PAGES[2:]]
    assert done.rules == ["column-short", "column-short", "plan-page-gone"]
    assert done.facts("plan-page-gone") == [{"folio": "3"}]


def test_where_all_of_a_page_is_gone_the_rest_of_its_part_is_free(plan: KeptPlan) -> None:
    done = made(of(*with_lines(地=0, 人=0, 日=0)), plan)
    assert done.pages[:4] == ["天6月3", "月3星6", "山8", "水8"]
    assert done.facts("plan-page-lost") == [{"folio": "3"}]
    assert done.facts("plan-part-moved") == [{"was": "5", "now": "4"}]


def test_a_parted_paragraph_holds_its_page_by_its_lines(plan: KeptPlan) -> None:
    done = made(of(FIRST[0], ("地", 3), ("火", 3), *FIRST[2:]), plan)
    assert (done.pages[:3], done.found) == (["天6地3", "火3人6日6", "月6星6"], [])


def test_joined_paragraphs_hold_their_page_by_their_lines(plan: KeptPlan) -> None:
    done = made(of(("地", 12), *FIRST[2:]), plan)
    assert (done.pages[:3], done.found) == (["地9", "地3人6日6", "月6星6"], [])


def test_a_page_that_began_with_a_paragraph_begins_within_what_that_was_joined_to(plan: KeptPlan) -> None:
    done = made(of(*FIRST[:3], ("日", 12), FIRST[5]), plan)
    assert (done.pages[:3], done.found) == (["天6地3", "地3人6日6", "日6星6"], [])
    done = made(of(*FIRST[:4], ("月", 12)), plan)
    assert (done.pages[:3], done.found) == ([*PAGES[:2], "月12"], [])


def test_what_stands_on_other_pages_now_is_told_with_its_page(plan: KeptPlan) -> None:
    done = made(of(FIRST[0], ("木", 15), *FIRST[1:]), plan)
    assert done.pages[:6] == ["天6木3", "木12地3", "地3人6日6", "月6星6", "山8", "水8"]
    assert moved(done) == [("3", "4", "4"), ("4", "1", "5")]


def test_an_article_of_which_less_than_half_is_left_is_another_one(plan: KeptPlan) -> None:
    """The sink above the title and three of six paragraphs are half of eight pieces."""
    same, others = FIRST[:3], (("木", 6), ("火", 6), ("土", 6))
    half = issue([article("丙", *same, *others)], [article("乙", *SECOND)])
    assert made(half, plan).plan.articles[0].pieces[3].pages == ((3, 4),)
    assert "plan-page-lost" not in made(half, plan).rules
    less = issue([article("丙", *same[:2], ("金", 6), *others)], [article("乙", *SECOND)])
    assert made(less, plan).facts("plan-page-lost") == [{"folio": "2"}, {"folio": "3"}, {"folio": "4"}]


def test_an_article_of_another_name_is_known_by_its_text(plan: KeptPlan) -> None:
    renamed = issue([article("丙", *with_lines(天=4))], [article("丁", *SECOND)])
    assert made(renamed, plan).pages[:5] == ["天4地3", *PAGES[1:]]


def test_an_article_that_is_new_leaves_the_pages_before_it(plan: KeptPlan) -> None:
    work = issue([article("甲", *with_lines(天=4)), article("新", ("木", 12))], [article("乙", *SECOND)])
    done = made(work, plan)
    assert done.pages[:3] == ["天4地3", *PAGES[1:3]]
    assert "plan-part-moved" in done.rules


# ------------------------------------------------------------------------------------------------------ counts of pages


def pieces(*rows: tuple[str, int, tuple[tuple[int, int], ...]], of_plan: KeptPlan) -> tuple[KeptPiece, ...]:
    """The pieces of the first article with other pages beginning in them."""
    known = of_plan.articles[0].pieces
    return (*known[:2], *(piece._replace(pages=pages) for piece, (_, _, pages) in zip(known[2:], rows, strict=True)))


def spread(plan: KeptPlan) -> KeptPlan:
    """The first article on four pages, though it goes on three."""
    first = [
        ("天", 6, ()),
        ("地", 6, ((3, 4),)),
        ("人", 6, ()),
        ("日", 6, ((4, 1),)),
        ("月", 6, ()),
        ("星", 6, ((5, 1),)),
    ]
    return plan._replace(articles=(KeptArticle("甲", pieces(*first, of_plan=plan)), later(plan, 1)))


def later(plan: KeptPlan, pages: int) -> KeptArticle:
    """The second article so many pages later."""
    return plan.articles[1]._replace(
        pieces=tuple(
            piece._replace(pages=tuple((number + pages, line) for number, line in piece.pages))
            for piece in plan.articles[1].pieces
        )
    )


def test_the_count_of_pages_is_that_of_the_plan_though_it_would_be_another_by_itself(plan: KeptPlan) -> None:
    done = made(of(*FIRST), spread(plan))
    assert done.pages[:6] == ["天6地3", "地3人6", "日6月6", "星6", "山8", "水8"]
    assert set(done.rules) == {"column-short"}


def test_where_the_text_does_not_go_on_as_many_pages_they_are_more(plan: KeptPlan) -> None:
    done = made(of(*with_lines(星=10)), plan)
    assert done.pages[:6] == [*PAGES[:2], "月6星8", "星2", "山8", "水8"]
    assert done.facts("plan-pages-changed") == [{"was": "3", "now": "4", "folio": "2"}]
    assert done.facts("plan-part-moved") == [{"was": "5", "now": "6"}]
    assert moved(done) == []


def test_a_count_that_is_asked_for_beats_the_plan(plan: KeptPlan) -> None:
    kept = spread(plan)
    assert made(of(*FIRST), kept).plan.articles[1].pieces[0].pages == ((6, 1),)
    done = made(of(*FIRST), kept, pages=6)
    assert done.pages[:5] == PAGES
    assert done.facts("plan-pages-changed") == [{"was": "4", "now": "3", "folio": "2"}]


@pytest.mark.parametrize("before", [0, 1])
def test_blank_pages_stay_where_they_were(plan: KeptPlan, before: int) -> None:
    kept = plan._replace(articles=(plan.articles[0], later(plan, before)))
    done = made(of(*with_lines(天=4)), kept, ("make_up.blanks", "section"), pages=7)
    assert done.pages[:4] == ["天4地3", *PAGES[1:3], "" if before else "山8"]
    assert "plan-part-moved" not in done.rules


# ------------------------------------------------------------------------------------------------ plans of other pages


@pytest.mark.parametrize("other", [{"journal": "circle"}, {"year": 2029}, {"issue": "4"}])
def test_nothing_is_held_of_another_issues_plan(plan: KeptPlan, other: dict[str, object]) -> None:
    kept = spread(plan)
    done = made(of(*FIRST), kept._replace(form=kept.form._replace(**other)))  # type: ignore[arg-type]
    assert (done.pages[:5], done.rules) == (PAGES, ["plan-other-issue"])
    assert done.found[0].span.file == "kept.plan"


@pytest.mark.parametrize("other", [{"characters": 21}, {"lines": 16}, {"columns": 2}])
def test_nothing_is_held_of_the_plan_of_another_type_area(plan: KeptPlan, other: dict[str, int]) -> None:
    kept = spread(plan)
    done = made(of(*FIRST), kept._replace(form=kept.form._replace(**other)))  # type: ignore[arg-type]
    assert (done.pages[:5], done.rules) == (PAGES, ["plan-other-page"])


def test_a_plan_of_which_nothing_is_left_leaves_the_pages_as_they_come(plan: KeptPlan) -> None:
    work = issue([article("丙", ("木", 6))], [article("丁", ("火", 6))])
    done = made(work, plan)
    assert done.pages[:2] == ["木6", "火6"]
    assert set(done.rules) <= {"plan-page-lost", "plan-part-moved", "plan-page-gone"}


def test_columns_are_held_too() -> None:
    work = issue([article("甲", *((letter, 12) for letter, _ in FIRST))])
    done = made(work, layout="square-columns")
    again = made(work, done.plan, layout="square-columns")
    assert (again.pages, again.plan, again.found) == (done.pages, done.plan, done.found)
