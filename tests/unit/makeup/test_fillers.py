"""Which fillers stand on what white, and where: by preference, below articles first, few whites left, bounded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from random import Random

import pytest

from huozi.makeup import fillers as rules
from huozi.makeup.fillers import NOWHERE, White, share_out, stand, widest_left
from huozi.makeup.plans import Stood

DEPTH = 12
END, LOWER, BLANK = White(0, 6, 6), White(1, 3, 9), White(2, 0, DEPTH)


def best_of_all(needs: tuple[int, ...], whites: tuple[White, ...]) -> tuple[int, ...]:
    """The best of all ways there are, by the definitions."""
    best = None
    for way in product(range(NOWHERE, len(whites)), repeat=len(needs)):
        left = [white.lines for white in whites]
        for need, place in zip(needs, way, strict=True):
            if place != NOWHERE:
                left[place] -= need
        if min(left, default=0) < 0:
            continue
        idle = [place == NOWHERE for place in way]
        alone = sum(white.line == 0 and place in way for place, white in enumerate(whites))
        key = (idle, alone, sum(lines > 0 for lines in left), sorted(-lines for lines in left), way)
        best = key if best is None or key < best else best
    assert best is not None
    return best[-1]


def chances(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # the same each time


def white(random: Random, page: int) -> White:
    line = random.choice((0, *range(1, DEPTH)))
    return White(page, line, DEPTH - line)


@pytest.mark.parametrize("seed", range(20))
def test_what_stands_and_where_is_the_best_of_all_ways(seed: int) -> None:
    random = chances(seed)
    for _ in range(40):
        whites = tuple(white(random, page) for page in range(random.randint(0, 4)))
        needs = tuple(random.randint(2, DEPTH + 1) for _ in range(random.randint(0, 4)))
        assert share_out(needs, whites) == best_of_all(needs, whites), (needs, whites)


def test_a_filler_stands_below_an_empty_line_on_white_that_holds_both() -> None:
    assert stand((5,), (END,)) == (Stood(0, 0, 7),)
    assert stand((6,), (END,)) == ()
    assert stand((3,), (White(4, 11, 1), White(5, 9, 3))) == (), "a line is lacking"


def test_on_a_blank_page_a_filler_stands_at_the_head() -> None:
    assert stand((11,), (BLANK,)) == (Stood(0, 2, 0),)
    assert stand((12,), (BLANK,)) == (), "the line more is asked of any white"


def test_several_stand_on_one_white_in_their_order_each_below_a_line_of_its_own() -> None:
    assert stand((2, 1, 2), (LOWER,)) == (Stood(0, 1, 4), Stood(1, 1, 7), Stood(2, 1, 9))
    assert stand((4, 5), (BLANK,)) == (Stood(0, 2, 0), Stood(1, 2, 5))


def test_what_is_preferred_stands_though_two_others_would_fill_the_white_better() -> None:
    assert share_out((5, 3, 3), (END,)) == (0, NOWHERE, NOWHERE)
    assert share_out((3, 3, 5), (END,)) == (0, 0, NOWHERE)


def test_one_that_stands_gives_way_to_another_where_both_find_a_place() -> None:
    assert share_out((4, 9), (END, LOWER)) == (0, 1)
    assert share_out((9, 4), (END, LOWER)) == (1, 0)
    assert share_out((5, 4, 6), (LOWER, END)) == (0, 0, 1), "the first two share the deeper white"


def test_a_filler_stands_below_an_article_before_it_stands_on_a_page_of_its_own() -> None:
    assert share_out((6,), (BLANK, END)) == (1,)
    assert share_out((6, 6), (END, BLANK)) == (0, 1)
    assert share_out((3, 3), (BLANK, BLANK._replace(page=3))) == (0, 0), "as few such pages as can be"


def test_of_whites_that_stay_few_are_left_and_the_largest() -> None:
    assert share_out((6,), (LOWER, END)) == (1,), "no line of it is left"
    assert share_out((5,), (LOWER, END)) == (1,), "nine lines are left of the other"
    assert share_out((3, 3), (END, END._replace(page=1))) == (0, 0)


def test_of_ways_that_are_as_good_the_first_white_is_taken() -> None:
    assert share_out((4,), (END, END._replace(page=1))) == (0,)


@pytest.mark.parametrize("seed", range(10))
def test_more_fillers_put_none_out(seed: int) -> None:
    random = chances(seed)
    for _ in range(20):
        whites = tuple(white(random, page) for page in range(random.randint(1, 5)))
        needs = tuple(random.randint(2, DEPTH) for _ in range(6))
        ways = [share_out(needs[:count], whites) for count in range(7)]
        there = [[place != NOWHERE for place in way] for way in ways]
        assert all(more[:-1] == fewer for fewer, more in pairwise(there))


@pytest.mark.parametrize(("count", "least", "most"), [(12, 3, 5), (39, 4, 7), (300, 2, 5)])
def test_the_work_is_bounded_whatever_there_is_to_share_out(
    monkeypatch: pytest.MonkeyPatch, count: int, least: int, most: int
) -> None:
    random = chances(count)
    whites = tuple(white(random, page) for page in range(60))
    needs = tuple(random.randint(least, most) for _ in range(count))
    looked: list[int] = []
    key = rules._Search._key

    def counted(self: rules._Search, left: Sequence[int], where: Sequence[int], rest: int) -> rules._Key:
        looked.append(rest)
        return key(self, left, where, rest)

    monkeypatch.setattr(rules._Search, "_key", counted)
    way = share_out(needs, whites)
    assert len(looked) <= 5_002
    left = [each.lines for each in whites]
    for need, place in zip(needs, way, strict=True):
        left[place] -= need if place != NOWHERE else 0
    assert min(left) >= 0


def test_where_the_tries_are_spent_the_best_found_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "TRIES", 0)
    assert share_out((5, 4, 6), (LOWER, END)) == (1, 0, NOWHERE), "nothing is moved"
    assert share_out((6, 6), (END, BLANK)) == (0, 1)
    assert share_out((6,), (BLANK, END)) == (1,), "below an article all the same"


def test_very_many_fillers_are_shared_out_without_comparing_all_ways() -> None:
    whites = tuple(White(page, 1, 39) for page in range(100))
    assert NOWHERE not in share_out((2,) * 1_500, whites)


def test_the_widest_white_left_counts_what_stands_on_it() -> None:
    whites = (END, LOWER)
    assert widest_left((3,), whites, ()) == 9
    assert widest_left((3, 4), whites, (Stood(1, 1, 4),)) == 6
    assert widest_left((8, 4), whites, (Stood(0, 1, 4), Stood(1, 0, 7))) == 1
    assert widest_left((3,), (), ()) == 0
