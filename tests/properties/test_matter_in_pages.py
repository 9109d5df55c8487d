"""Floats and notes in the pages of larger parts: nothing is lost, nothing stands before or without what calls it."""

from __future__ import annotations

from random import Random

import pytest
from paging.small import Kind
from paging.small_matter import Drawn, SmallMatter, small_matter
from paging.walked import FLOWS, ColumnKey, Walked

from huozi.makeup.costs import field_of
from huozi.makeup.greedy import greedy_pages
from huozi.makeup.search import Found, best_pages
from huozi.makeup.steps import Rules

KINDS = {
    "one": (Kind(1, 60), Drawn(12, 30, 7, 9, fitting=True)),
    "two": (Kind(2, 16, 0.15), Drawn(4, 15, 7, 9, fitting=True)),
    "three": (Kind(3, 5, 0.1), Drawn(4, 8, 7, 9, fitting=True)),
}
BUDGET = 150
"""Places looked at before ways behind are put aside: whether pages are the best is not asked here."""


def large_part(seed: int, kind: Kind, drawn: Drawn) -> tuple[SmallMatter, Rules]:
    """A larger part of a kind, and rules by which it may take as many pages as it needs."""
    random = Random(seed)  # noqa: S311
    part = small_matter(random, kind, drawn)
    floats = tuple(each._replace(on="") for each in part.matters.floats)
    part = part._replace(matters=part.matters._replace(floats=floats), asked=part.asked._replace(balance=True))
    depths = (random.randint(10, 40),) * 90
    return part, part.rules._replace(depths=depths, held={}, kept={}, forbidden=None, exactly=False)


CASES = [
    *(("one", start, 100) for start in range(0, 600, 100)),
    *(("two", start, 50) for start in range(0, 300, 50)),
    *(("three", start, 25) for start in range(0, 100, 25)),
]


@pytest.mark.parametrize(("kind", "start", "count"), CASES)
def test_nothing_is_lost_and_nothing_stands_where_it_must_not(kind: str, start: int, count: int) -> None:
    filled = searched = 0
    for seed in range(start, start + count):
        part, rules = large_part(seed, *KINDS[kind])
        plain = greedy_pages(part.units, rules)
        if plain.way[-1][1].place[1] == len(part.units):
            check(part, rules, plain, seed)
            filled += 1
        found = best_pages(part.units, rules, BUDGET) if not seed % 4 else None
        if found is not None:
            check(part, rules, found, seed)
            searched += 1
    assert filled == count
    assert searched > count // 20


def deepened(part: SmallMatter, rules: Rules, seed: int) -> SmallMatter:
    """The part with two units deeper than any page."""
    random = Random(seed)  # noqa: S311
    units = list(part.units)
    texts = [at for at, unit in enumerate(units) if unit.depth and not unit.idle]
    for at in random.sample(texts, min(2, len(texts))):
        units[at] = units[at]._replace(depth=rules.depths[0] + random.randint(1, 9), tail=())
    return part._replace(units=tuple(units))


@pytest.mark.parametrize("kind", KINDS)
def test_all_is_set_even_what_is_deeper_than_a_page(kind: str) -> None:
    """Whatever stands in the last resort's way would be text that is lost, or no pages at all."""
    for seed in range(400):
        part, rules = large_part(seed, *KINDS[kind])
        part = deepened(part, rules, seed)
        for asked in (rules, rules._replace(floats=(), notes=())):
            units = part.units
            if asked is not rules:
                units = tuple(unit._replace(calls=None) for unit in units if unit.depth)
            found = greedy_pages(units, asked)
            set_to = [0] * len(units)
            for place, step in found.way:
                if step.lines:
                    set_to[place[1]] += step.lines
            for item, unit in enumerate(units):
                if unit.depth and not unit.idle:
                    assert set_to[item] in [choice.lines for choice in unit.choices], f"{kind} {seed}"


def check(part: SmallMatter, rules: Rules, found: Found, seed: int) -> None:
    """Hold pages found against what every page must keep to."""
    seen = Walked(part.units, rules, found.way)
    check_text(part, seen, seed)
    check_floats(part, seen, rules.right, seed)
    broken = field_of(found.cost, "adrift")
    check_notes(part, seen, [key for key in seen.columns if key[1] < 0], seed, broken=broken)
    check_notes(part, seen, [key for key in seen.columns if key[1] >= 0], seed, broken=broken)
    check_room(part, seen, rules.depths[0], seed)


def check_text(part: SmallMatter, seen: Walked, seed: int) -> None:
    """Every line stands once, in order, in a number of lines that its unit may take."""
    for item, unit in enumerate(part.units):
        if unit.depth and not unit.idle:
            lines = [line for line, _ in seen.lines[item]]
            assert lines == list(range(seen.of[item])), (seed, item)
            assert len(lines) in {choice.lines for choice in unit.choices}, (seed, item)
    assert seen.order == sorted(seen.order), seed


def check_floats(part: SmallMatter, seen: Walked, is_right: bool, seed: int) -> None:
    """Every float stands once, in order, in none of its articles' following ones, not before its mention's spread."""
    assert [each.number for each in seen.floats] == list(range(len(part.matters.floats))), seed
    first = 0
    for each in seen.floats:
        item = part.matters.floats[each.number]
        first = max(first, (seen.anchor(each.number)[0] + is_right) // 2)
        assert (each.key[0] + is_right) // 2 >= first, (seed, each)
        set_at_end = each.where == "here"
        assert each.where in item.places or set_at_end, (seed, each)
        assert item.is_wide or each.where in ("page", "here") or each.key[1] != FLOWS, (seed, each)


def check_notes(part: SmallMatter, seen: Walked, columns: list[ColumnKey], seed: int, *, broken: int) -> None:
    """Notes stand in the column that calls them, and go on in the next as much as they may."""
    notes, due, free, adrift = part.matters.notes, 0, 0, 0
    for key in columns:
        for note in seen.called[key]:
            due += notes[note].lines
            free = notes[note].lines - 2 if notes[note].lines >= 4 else 0
        go_on = due - seen.feet[key]
        assert go_on >= 0, (seed, key)
        over = max(go_on - free, 0)
        adrift += over
        due, free = go_on, go_on if over else max(go_on - 2, 0) * (go_on >= 4)
    assert not due, seed
    assert adrift <= broken, seed


def check_room(part: SmallMatter, seen: Walked, depth: int, seed: int) -> None:
    """Text, floats and notes of each column and page together take no more than these have."""
    floats, units = part.matters.floats, part.units
    depths = part.matters.depths

    def note_depth(lines: int) -> int:
        return depths[lines] if lines < len(depths) else depths[-1] + lines - len(depths) + 1

    of_page = [0] * seen.pages
    reserved: dict[ColumnKey, int] = {}
    for number, where, (page, top, column) in seen.floats:
        if where in ("head", "foot") and top < 0:
            of_page[page] += floats[number].height
        elif where in ("head", "foot"):
            for beside in range(floats[number].over):
                key = (page, top, column + beside)
                reserved[key] = reserved.get(key, 0) + floats[number].height
    for page in range(seen.pages):
        flow = (page, FLOWS, 0)
        of_page[page] += note_depth(seen.feet[flow])
        closed = {key[1]: limit for key, limit in seen.bands.items() if key[0] == page}
        assert of_page[page] + sum(closed.values()) + seen.used[flow] <= depth, (seed, page)
    most = max(unit.columns for unit in units)
    for key in seen.columns:
        if key[1] >= 0 and key in seen.used:
            room = seen.bands.get(key, depth - of_page[key[0]] - key[1])
            assert seen.used[key] + reserved.get(key, 0) + note_depth(seen.feet[key]) <= room, (seed, key)
            assert key[2] < most, seed
