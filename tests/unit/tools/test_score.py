from __future__ import annotations

from pathlib import Path

import pytest
import tool_path  # noqa: F401
from composing import setting_of
from real_issue import SPECIMEN
from score import FIGURES, Figure, adjustments, main, mean_over_all_gaps, paragraphs_of, shown, table, verdicts

from huozi.blocks.lines import compose_inlines
from huozi.content.issue_file import read_issue
from huozi.content.model import ListBlock, Paragraph, Quote, Text
from huozi.diagnostics import Findings, Span
from huozi.paragraph.compose import Composed

SPAN = Span("a.md", 1, 1)


def composed(text: str) -> Composed:
    setting = setting_of(read_issue(str(SPECIMEN), Findings()), str(SPECIMEN))
    return compose_inlines(setting, (Text(text, SPAN),), setting.style("body"))


def test_lines_of_han_alone_need_no_adjustment() -> None:
    assert list(adjustments(composed("字" * 33 + "字" * 35 + "字" * 5))) == [0, 0]


def test_an_adjustment_is_spread_over_all_gaps_of_its_line() -> None:
    text = "字" * 30 + "ab" + "字" * 40  # nothing but the two gaps beside the letters can give before all gaps do
    paragraph = composed(text)
    line = paragraph.set()[0]
    assert line.adjustments
    amount = sum(abs(step.amount) for step in line.adjustments)
    assert next(adjustments(paragraph)) == pytest.approx(amount / 12_000 / (line.end - line.start - 1))


def test_a_last_line_is_not_counted() -> None:
    assert list(adjustments(composed("一行不满。"))) == []


def test_paragraphs_within_lists_and_quotations_are_counted() -> None:
    inner = Paragraph((Text("一", SPAN),), SPAN)
    assert list(paragraphs_of([inner, ListBlock(((inner,),), (), SPAN), Quote((inner,), SPAN)])) == [inner] * 3


def test_a_layout_key_changes_the_mean() -> None:
    assert mean_over_all_gaps(SPECIMEN, ()) != mean_over_all_gaps(SPECIMEN, [("text.fill", "pull-in")])


def test_a_figure_that_a_file_lacks_is_a_dash() -> None:
    figure = Figure("gap", ("han_latin_gap", "median_em"), 3)
    assert shown({"han_latin_gap": {"median_em": 0.25}}, figure) == "0.250"
    assert shown({"han_latin_gap": None}, figure) == "–"
    assert shown({}, figure) == "–"


def test_the_table_has_a_column_for_each_file_and_a_line_for_each_figure() -> None:
    lines = table({"push-out 0": {"pages": 31}, "push-out": {"pages": 30}, "typst": {"pages": 27}})
    assert len(lines) == 2 + len(FIGURES)
    assert lines[0].index("others") > lines[0].index("Huozi")
    assert lines[0].index("others") == lines[1].index(" typst")
    assert lines[1].split() == ["push-out", "0", "push-out", "typst"]
    assert lines[2].split() == ["pages", "31", "30", "27"]


def scores(mean: float, greatest: float, texture: float) -> dict[str, dict[str, float]]:
    return {"justification": {"expansion_em_mean": mean, "max": greatest, "texture_sd_em": texture}}


@pytest.mark.parametrize(
    ("found", "holds"),
    [
        ((0.0003, 0.0327, 0.0093), True),
        ((0.0004, 0.0327, 0.0093), False),
        ((0.0003, 0.0328, 0.0093), False),
        ((0.0003, 0.0327, 0.0094), False),
    ],
)
def test_bounds_hold_for_paragraphs_at_their_best(found: tuple[float, float, float], holds: bool) -> None:
    ((kept, said),) = verdicts({"pull-in 0": scores(*found), "pull-in": scores(1, 1, 1), "typst": scores(1, 1, 1)})
    assert kept is holds
    assert said.endswith(": hold" if holds else ": DO NOT HOLD")
    assert said.startswith("pull-in, mean, greatest expansion, texture: ")


def test_scoring_says_what_is_not_at_hand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("score.JUDGE", tmp_path / "score_pdf.py")
    monkeypatch.setattr("sys.argv", ["score.py"])
    assert main() == 0
    assert "score_pdf.py" in capsys.readouterr().out
