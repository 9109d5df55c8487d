"""The specimen's pages, the first that a newcomer makes: full and level, with nothing to warn of."""

from __future__ import annotations

from pathlib import Path

import pytest

from huozi.cli import main
from huozi.commands.making import Request, make
from huozi.diagnostics import Findings
from huozi.makeup.reasons import PageReason, page_reasons

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = ROOT / "issue" / "specimen"
INSIDE = range(1, 50)
"""The pages of the body, which the contents stand before."""

NOTE_GOES_ON = (19, "notes", 2)
"""A note that shows how one goes on: two lines of it, on the next page."""


@pytest.fixture(scope="module")
def reasons() -> list[PageReason]:
    """What is told of each page, without other ends of it."""
    made = make(Request(str(SPECIMEN)), Findings(), lambda _stage: None)
    up = made.made_up
    return list(page_reasons(up.decision.plan, up.solver, up.paging, INSIDE, most=0))


def test_every_page_keeps_every_rule(reasons: list[PageReason]) -> None:
    assert [page.number for page in reasons] == list(INSIDE)
    broken = [(page.number + 1, rule.rule, rule.amount) for page in reasons for rule in page.rules if rule.amount]
    assert broken == [NOTE_GOES_ON], "add or cut a few words on these folios, as `huozi explain issue/specimen` says"


def test_samples_of_a_style_are_set_as_the_style_says(reasons: list[PageReason]) -> None:
    varied = [each.span for page in reasons for each in page.varied]
    assert varied, "some paragraph is a line longer for its page: what the articles tell of can be seen"
    for span in varied:
        above = Path(span.file).read_text("utf-8").splitlines()[span.line - 2]
        assert not above.startswith(":::"), f"{span.file}:{span.line}"


def test_nothing_of_the_specimen_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang", "en", "--fail-on", "warning", str(SPECIMEN)]) == 0
    assert "0 errors, 0 warnings, 2 notes; 1 accepted" in capsys.readouterr().out
