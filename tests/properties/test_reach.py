"""How far the breaker looks: far enough in every paragraph, and no further in a long one than in a short one."""

from __future__ import annotations

from random import Random

import pytest
from seeded import HAN, WORDS, style_from
from squares import EM, PULL_IN, stretch

from huozi.diagnostics import Findings
from huozi.paragraph.breaking import linebreak
from huozi.paragraph.breaking.linebreak import Breakable, Shape, break_best, breakable, search
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.measure import measure_items
from huozi.style.text_style import TextStyle


def matter_of(text: str, ems: float, rules: TextStyle) -> Breakable:
    items = itemize([stretch(text)], EM, rules, 0, Findings())
    width = int(ems * EM)
    return breakable(items, measure_items(items), Shape(width - 2 * EM, width, "justify", False), rules)


def text_from(random: Random, count: int) -> str:
    return "".join(random.choices([*HAN * 8, *"，。、“”（）", *WORDS, "press ", "letters "], k=count))[:count]


@pytest.mark.parametrize("seed", range(60))
def test_nothing_better_lies_beyond_the_reach(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    work = matter_of(text_from(random, random.randint(200, 900)), random.uniform(6, 30), style_from(random))
    widest = max(work.shape.first, work.shape.rest)
    assert break_best(work).cost == search(work, lambda *_: widest).best


@pytest.mark.parametrize("loosest", [0, 125])
def test_lines_tried_grow_as_the_text_does(monkeypatch: pytest.MonkeyPatch, loosest: int) -> None:
    tried = 0
    plain = linebreak.line_to

    def counted(work: Breakable, at: int, end: int, slack: int, last: bool) -> tuple[int, int, int] | None:
        nonlocal tried
        tried += 1
        return plain(work, at, end, slack, last)

    monkeypatch.setattr(linebreak, "line_to", counted)
    counts = []
    for length in (8_000, 80_000):
        tried = 0
        break_best(matter_of(text_from(Random(length), length), 35, PULL_IN._replace(loosest=loosest)))  # noqa: S311
        counts.append(tried)
    assert counts[1] < 11 * counts[0]
