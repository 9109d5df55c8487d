"""Headings of an article: those of two lines made one, and their ranks made even.

OCR gives a heading of two lines as two headings in a row, often of different depth, and gives headings of one rank
different depths. So the depth of a heading is weak evidence, and its number (一、（一） 1.) strong evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from huozi.content.importers.desk import Desk
from huozi.content.importers.passages import Kind, Passage, text_of
from huozi.content.typed_numbers import RANKED

FIRST_LEVEL = 2  # the article's title is level 1
JOINT = " | "  # a preferred line break
UNKNOWN = 0  # the depth of a heading that lost its marks
MAX_LINES = 3  # lines of a heading; more in a row are several
MAX_LOOK = 200  # passages within which they are looked for
MIN_SIBLINGS = 2  # sub-headings that must follow the first, for it to be one

NUMBERS = tuple(map(re.compile, RANKED))


def number_kind(text: str) -> int:
    """How a heading is numbered, as a row of ``NUMBERS``; -1 where it is not."""
    return next((i for i, pattern in enumerate(NUMBERS) if pattern.match(text)), -1)


def join_headings(desk: Desk, passages: Sequence[Passage]) -> list[Passage]:
    """The passages with headings in a row made one, but where the last is plainly of a lower rank, or numbered."""
    result: list[Passage] = []
    i = 0
    while i < len(passages):
        run = _run(passages, i)
        i += max(len(run), 1)
        if not run:
            result.append(passages[i - 1])
            continue
        child = _child(run, passages[i : i + MAX_LOOK])
        for group in _groups(desk, run, child):
            result.append(_as_one(desk, group))
        if len(run) > 1 and child:
            texts = text_of(desk, run[0]), text_of(desk, run[-1])
            desk.say(run[-1].lines[0], "import-heading-separate", first=texts[0], second=texts[1])
    return result


def _run(passages: Sequence[Passage], start: int) -> list[Passage]:
    """The headings in a row from ``start``."""
    end = start
    while end < len(passages) and passages[end].kind is Kind.HEADING:
        end += 1
    return list(passages[start:end])


def _child(run: Sequence[Passage], rest: Sequence[Passage]) -> bool:
    """Whether the last of headings in a row is the first of several sub-headings below the others.

    That takes several more, each by itself: the second line of a heading is often one deeper, and so may others be.
    """
    parent, last = run[0], run[-1]
    if last.depth <= parent.depth:
        return False
    siblings = unknown = 0
    for before, passage, after in zip((run[-1], *rest), rest, (*rest[1:], None), strict=False):
        if passage.kind is not Kind.HEADING:
            continue
        if UNKNOWN < passage.depth <= parent.depth:
            break
        if before.kind is not Kind.HEADING and (after is None or after.kind is not Kind.HEADING):
            siblings += passage.depth == last.depth
            unknown += passage.depth == UNKNOWN
    return siblings > 0 and siblings + unknown >= MIN_SIBLINGS


def _groups(desk: Desk, run: Sequence[Passage], child: bool) -> list[list[Passage]]:
    groups: list[list[Passage]] = []
    for i, passage in enumerate(run):
        is_last_child = child and i == len(run) - 1
        is_other_style = i > 0 and UNKNOWN in (passage.depth, run[i - 1].depth) and passage.depth != run[i - 1].depth
        is_full = bool(groups) and len(groups[-1]) == MAX_LINES
        if not groups or is_full or is_last_child or is_other_style or number_kind(text_of(desk, passage)) >= 0:
            groups.append([])
        groups[-1].append(passage)
    return groups


def _as_one(desk: Desk, group: Sequence[Passage]) -> Passage:
    one = group[0]
    for passage in group[1:]:
        desk.say(one.lines[0], "import-heading-joined", first=text_of(desk, one), second=text_of(desk, passage))
        one = one.followed_by(passage, JOINT, "heading-joined")
    return one


def rank_headings(desk: Desk, passages: Sequence[Passage]) -> list[Passage]:
    """The passages with the depth of each heading made the level of its rank within the article."""
    headings = [passage for passage in passages if passage.kind is Kind.HEADING]
    levels = _levels(desk, passages)
    usual = {level: _usual_depth(headings, levels, level) for level in set(levels.values())}
    for heading in headings:
        level = levels[heading.lines]
        if heading.depth and heading.depth != usual[level]:
            text = text_of(desk, heading)
            desk.say(heading.lines[0], "import-heading-rank", text=text, depth=heading.depth, level="#" * level)
    return [
        passage._replace(depth=levels[passage.lines]) if passage.kind is Kind.HEADING else passage
        for passage in passages
    ]


def _levels(desk: Desk, passages: Sequence[Passage]) -> dict[tuple[int, ...], int]:
    """The level of each heading: by its kind of number where there are several kinds, else by parent and child."""
    headings = [passage for passage in passages if passage.kind is Kind.HEADING]
    kinds = {passage.lines: number_kind(text_of(desk, passage)) for passage in headings}
    used = sorted({kind for kind in kinds.values() if kind >= 0})
    if len(used) > 1:
        return _numbered_levels(kinds, used)
    levels: dict[tuple[int, ...], int] = {}
    child_depth = parent_depth = 0
    level = FIRST_LEVEL
    for before, passage in pairwise((None, *passages)):
        if passage is None or passage.kind is not Kind.HEADING:
            continue
        if passage.depth != UNKNOWN:
            if before is not None and before.kind is Kind.HEADING and passage.depth > before.depth:
                child_depth, parent_depth = passage.depth, before.depth
            elif passage.depth <= parent_depth:
                child_depth = 0
            level = FIRST_LEVEL + (1 if child_depth and passage.depth >= child_depth else 0)
        levels[passage.lines] = level
    return levels


def _numbered_levels(kinds: dict[tuple[int, ...], int], used: Sequence[int]) -> dict[tuple[int, ...], int]:
    """The levels of numbered headings: the kinds of number in their order; no level is left out on the way down."""
    levels: dict[tuple[int, ...], int] = {}
    deepest = FIRST_LEVEL - 1
    for lines, kind in kinds.items():
        wanted = FIRST_LEVEL + (used.index(kind) if kind >= 0 else 0)
        levels[lines] = deepest = min(wanted, deepest + 1)
    return levels


def _usual_depth(headings: Sequence[Passage], levels: dict[tuple[int, ...], int], level: int) -> int:
    depths = Counter(heading.depth for heading in headings if heading.depth and levels[heading.lines] == level)
    return depths.most_common(1)[0][0] if depths else 0
