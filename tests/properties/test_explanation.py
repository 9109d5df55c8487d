"""What is told of a line holds for every text: its characters fill it, its reasons are there, its costs add up."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphs import RULES, texts
from squares import EM, composed

from huozi.paragraph.explain import Dearer, Forbidden, TooWide, characters, explain
from huozi.style.text_style import Align, TextStyle


@settings(max_examples=200)
@given(texts(30), RULES, st.integers(EM, 12 * EM))
def test_no_advance_is_negative_and_they_add_up(text: str, rules: TextStyle, measure: int) -> None:
    work = composed(text, measure / EM, rules)
    for line in work.set():
        found = characters(work, line)
        assert all(character.advance >= 0 for character in found)
        assert sum(character.advance for character in found) == line.width
        assert found[0].x == line.x


@settings(max_examples=200)
@given(texts(30), RULES, st.integers(EM, 12 * EM), st.sampled_from(["justify", "justify", "left"]))
def test_what_was_rejected_is_dearer_forbidden_or_too_wide(
    text: str, rules: TextStyle, measure: int, align: Align
) -> None:
    work = composed(text, measure / EM, rules, align=align)
    lines, cost = explain(work)
    breaks = set(work.work.measured.breaks)
    assert len(lines) == 1 or sum(line.cost for line in lines) == cost
    for line in lines:
        for item in line.rejected:
            match item:
                case Dearer(other, _, more):
                    assert more >= cost
                    assert other.start == line.line.start
                    assert other.end != line.line.end
                case Forbidden(end, what):
                    assert end not in breaks
                    assert what.text in work.items.text
                case TooWide(end, excess, _):
                    assert end in breaks
                    assert excess > 0
                    assert end > line.line.end
