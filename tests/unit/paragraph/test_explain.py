"""Why a line ends where it ends, as ``huozi compose`` says it."""

from __future__ import annotations

import pytest
from squares import BODY, EM, PULL_IN, PUSH_OUT, composed, stretch

from huozi.diagnostics import Findings
from huozi.paragraph.compose import compose
from huozi.paragraph.explain import break_reason, characters
from huozi.style.model import TextStyle


@pytest.mark.parametrize(
    ("text", "ems", "rules", "reason"),
    [
        ("国国国国国国国国", 5, PUSH_OUT, "full"),
        ("国国国国国，国国国国", 5, PUSH_OUT, "kinsoku"),
        ("国国国国（国国国国国", 5, PUSH_OUT, "kinsoku"),
        ("国国国ABCDEFGH国国国", 6, PUSH_OUT, "unit"),
        ("国国国国——国国国国国", 5, PUSH_OUT, "unit"),
        ("国，国（国国国）国国国国国国国", 8.5, PULL_IN, "pull-in"),
        ("国国国国国国", 5, PUSH_OUT, "total-fit"),
        ("国国国", 5, PUSH_OUT, "end"),
    ],
)
def test_the_reason_a_line_ends(text: str, ems: float, rules: TextStyle, reason: str) -> None:
    work = composed(text, ems, rules)
    assert break_reason(work, work.set()[0]) == reason


def test_a_bar_forces_a_line_to_end() -> None:
    work = compose([stretch("国国\ufdd0国")], BODY, 9 * EM, Findings(), break_at_bars=True)
    assert [break_reason(work, line) for line in work.set()] == ["forced", "end"]


@pytest.mark.parametrize("ems", [1, 3, 7.3, 20])
def test_advances_add_up_to_the_width_and_texts_to_the_text(ems: float) -> None:
    work = composed("国国，“国AB 1.5”——国……（国）国·国，", ems, PULL_IN)
    for line in work.set():
        found = characters(work, line)
        assert sum(character.advance for character in found) == line.width
        assert "".join(character.text for character in found) == work.items.text[line.start : line.end]
        assert [found[0].x + sum(c.advance for c in found[:at]) for at in range(len(found))] == [c.x for c in found]
