"""The specimen's page of styles: one paragraph in thirteen styles, each group's set in ways that all differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from huozi.blocks.lines import compose_inlines
from huozi.blocks.setting import Setting
from huozi.content.issue_file import read_issue
from huozi.content.model import Paragraph, Styled, Text
from huozi.diagnostics import Findings
from huozi.fonts.catalog import Catalog
from huozi.style.house import find_house
from huozi.style.load import load_stylesheet
from huozi.style.text_style import Fill, Kinsoku, LineEnd, Marks

SPECIMEN = Path(__file__).resolve().parents[2] / "issue" / "specimen"
GROUPS = {"marks": get_args(Marks), "line-end": get_args(LineEnd), "fill": get_args(Fill), "kinsoku": get_args(Kinsoku)}


class Sample(NamedTuple):
    """A sample: its text, and its lines but the last one, each with where its glyphs stand."""

    text: str
    lines: tuple[tuple[int, int, tuple[tuple[str, int], ...]], ...]


@pytest.fixture(scope="module")
def samples() -> dict[str, Sample]:
    return dict(_samples())


def _samples() -> Iterator[tuple[str, Sample]]:
    """Each styled paragraph of the article with its style's name."""
    issue = read_issue(str(SPECIMEN), Findings())
    house = find_house(str(SPECIMEN))
    sheet = load_stylesheet(issue.journal, house, (), Findings())
    setting = Setting(sheet, Catalog(house.fonts), Findings(), sheet.page.area.measure)
    for block in issue.articles[0].blocks:
        match block:
            case Styled(name, (Paragraph(inlines),)):
                composed = compose_inlines(setting, inlines, sheet.styles[name])
                lines = [
                    (line.start, line.end, tuple((step.step, step.amount) for step in line.adjustments))
                    for line in composed.set()
                ]
                text = "".join(inline.text for inline in inlines if isinstance(inline, Text))
                yield name, Sample(text, tuple(lines[:-1]))


def test_every_style_of_marks_line_end_fill_and_level_has_its_sample(samples: dict[str, Sample]) -> None:
    assert {f"{group}-{value}" for group, values in GROUPS.items() for value in values} <= set(samples)
    assert sum(len(values) for values in GROUPS.values()) == 13


def test_all_samples_are_the_same_paragraph(samples: dict[str, Sample]) -> None:
    texts = {samples[f"{group}-{value}"].text for group, values in GROUPS.items() for value in values}
    assert len(texts) == 1


@pytest.mark.parametrize("group", GROUPS)
def test_each_sample_shows_what_its_style_does(group: str, samples: dict[str, Sample]) -> None:
    for one, other in combinations(GROUPS[group], 2):
        assert samples[f"{group}-{one}"].lines != samples[f"{group}-{other}"].lines, (one, other)


def test_the_sample_of_hanging_marks_hangs_one(samples: dict[str, Sample]) -> None:
    em = 12_000
    steps = [step for _, _, adjustments in samples["line-end-hang"].lines for step in adjustments]
    assert ("line-end", -em) in steps
