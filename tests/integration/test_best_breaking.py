"""The real issue's paragraphs: that none has a better breaking is proved by looking at every line there could be.

The proof knows nothing of how the searches work: it goes through all places where a line may begin and all where it may
end, as short as it likes, in all numbers of lines. What it shares with them is what a line costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import pytest

from huozi.blocks.lines import compose_inlines
from huozi.blocks.setting import Setting
from huozi.commands.making import Request, make
from huozi.content.importers.importing import import_manuscript
from huozi.content.model import Paragraph
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.paragraph.breaking.cost import CONTRAST, EVEN, MISFIT, UNEVENNESS
from huozi.paragraph.breaking.linebreak import Breakable, line_to
from huozi.paragraph.compose import Composed
from huozi.paragraph.lines.justify import Line
from huozi.style.house import find_house
from huozi.style.load import journal_names
from huozi.style.text_style import Fill

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))

pytestmark = pytest.mark.skipif(not SEEDS, reason="the real issue's text is not beside the checkout (../shared/seed)")

FILLS: tuple[Fill, ...] = ("pull-in", "push-out")
WORST = 8
"""Lines of each way of filling whose paragraphs are proved in every number of lines."""

MEAN_BAR, MOST_BAR = 0.0003, 0.0345
"""Expansion between two Han in em, of the lines that fill their measure, in four decimals: mean, maximum (pull-in)."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("house") / "issue" / "real"
    import_manuscript(str(SEEDS[0]), str(place), layouts=journal_names(find_house(str(ROOT))))
    return str(place)


@cache
def paragraphs(folder: str, fill: Fill) -> tuple[Composed, ...]:
    """The paragraphs of the issue's body, composed."""
    findings = Findings()
    request = Request(folder, layout="jiangsu-vc", overrides=(("text.fill", fill),))
    made = make(request, findings, lambda _stage: None)
    catalog = Catalog(made.house.fonts)
    setting = Setting(made.sheet, catalog, findings, made.sheet.page.area.measure)
    style = setting.style("body")
    return tuple(
        compose_inlines(setting, run.inlines, style)
        for article in made.issue.articles
        for run in running_text(article.blocks)
        if isinstance(run, Paragraph)
    )


class Filled(NamedTuple):
    """A line that fills its measure, with its paragraph and what justification changed between two Han, in em."""

    composed: Composed
    line: Line
    expansion: float


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def filled(composed: Composed) -> Iterator[Filled]:
    """The lines of a paragraph but the last that have two Han side by side."""
    items = composed.items
    for line in composed.set()[:-1]:
        changes = [
            (line.xs[at + 1] - line.xs[at] - items.em) / items.em
            for at in range(line.end - line.start - 1)
            if is_han(items.text[line.start + at]) and is_han(items.text[line.start + at + 1])
        ]
        if changes:
            yield Filled(composed, line, fmean(changes))


# ------------------------------------------------------------------ the proof


class Lines:
    """Every line that a paragraph could be set in: from each place, where it may end, its cost and its class."""

    def __init__(self, work: Breakable) -> None:
        self.work = work
        self.places = (0, *work.measured.breaks)
        self.from_place = {at: list(self._from(at)) for at in self.places[:-1]}

    def _from(self, at: int) -> Iterator[tuple[int, int, int]]:
        measured, shape, stops = self.work.measured, self.work.shape, self.work.stops
        edge = measured.start[at] + (shape.rest if at else shape.first)
        for end in self.places:
            if end > at and not any(at < stop < end for stop in stops):
                line = line_to(self.work, at, end, edge - measured.end[end], end in stops)
                if line is not None:
                    yield line

    def best(self) -> int:
        """The least that the paragraph costs, in however many lines: from the text's end back to its start."""

        costs: dict[int, dict[int, int]] = {self.places[-1]: dict.fromkeys(range(4), 0)}
        for at in reversed(self.places[:-1]):
            found: dict[int, int] = {}
            for before in range(4):
                ways = [
                    line + contrast(at, before, kind) + costs[end][kind]
                    for end, line, kind in self.from_place[at]
                    if kind in costs[end]
                ]
                if ways:
                    found[before] = min(ways)
            costs[at] = found
        return costs[0][EVEN]

    def best_in_every_number(self) -> dict[int, int]:
        """The least that it costs in each number of lines: line after line, every place that a line can end at."""
        layer = {(0, EVEN): 0}
        count, best = 0, {}
        while layer:
            count += 1
            following: dict[tuple[int, int], int] = {}
            for (at, before), cost in layer.items():
                for end, line, kind in self.from_place.get(at, ()):
                    total = cost + line + contrast(at, before, kind)
                    following[end, kind] = min(total, following.get((end, kind), total))
            ended = [cost for (at, _), cost in following.items() if at == self.places[-1]]
            if ended:
                best[count] = min(ended)
            layer = following
        return best


def contrast(at: int, before: int, kind: int) -> int:
    return CONTRAST << UNEVENNESS if at and abs(kind - before) > 1 else 0


@pytest.mark.parametrize("fill", FILLS)
def test_no_paragraph_has_a_better_breaking(folder: str, fill: Fill) -> None:
    for composed in paragraphs(folder, fill):
        if composed.line_count > 1:
            assert composed.best is not None
            assert composed.best.cost == Lines(composed.work).best()


@pytest.mark.parametrize("fill", FILLS)
def test_paragraphs_of_the_worst_lines_have_no_better_breaking_in_any_number_of_lines(folder: str, fill: Fill) -> None:
    lines = [line for composed in paragraphs(folder, fill) for line in filled(composed)]
    worst = sorted(lines, key=lambda line: -abs(line.expansion))[:WORST]
    assert worst[0].expansion > 0
    for composed in {id(line.composed): line.composed for line in worst}.values():
        best = Lines(composed.work).best_in_every_number()
        assert composed.best is not None
        assert composed.best.cost == min(best.values()) == best[composed.line_count]
        for looseness in (-1, 1):
            wanted = best.get(composed.line_count + looseness)
            found = composed.breaking(looseness)
            assert (found and found.cost) == (None if wanted is None or wanted >> MISFIT else wanted)


# ------------------------------------------------------------------ the bars of pull-in


def test_han_are_hardly_ever_moved_apart(folder: str) -> None:
    lines = [line for composed in paragraphs(folder, "pull-in") for line in filled(composed)]
    assert len(lines) > 500
    assert round(fmean(abs(line.expansion) for line in lines), 4) <= MEAN_BAR
    assert round(max(abs(line.expansion) for line in lines), 4) <= MOST_BAR


COUNTED = "年月日个家人户名位次项条件种类届期倍元万亿千百台套辆座号时分秒点岁页册章节只支"


def test_no_number_is_parted_from_its_unit_and_no_last_line_is_one_character(folder: str) -> None:
    for composed in paragraphs(folder, "pull-in"):
        text = composed.items.text
        ends = [line.end for line in composed.set()[:-1]]
        assert not [text[end - 4 : end + 1] for end in ends if text[end - 1].isdigit() and text[end] in COUNTED]
        if ends:
            assert len(re.sub(r"[\W_]", "", text[ends[-1] :])) > 1
