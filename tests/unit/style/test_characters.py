"""How marked text is set, as a layout says it."""

from __future__ import annotations

import pytest
from issues import HOUSE, sheet

from huozi.diagnostics import Findings, InvalidIssue
from huozi.style.load import load_stylesheet


def test_a_layout_that_says_nothing_has_the_usual_ratios() -> None:
    characters = sheet("a4-35x37").characters
    assert (characters.small, characters.script, characters.ruby) == (750, 600, 500)
    assert (characters.line, characters.small_align) == (500, "centre")


def test_ratios_are_shares_and_a_thickness_is_a_length() -> None:
    wanted = (("characters.small", "2/3em"), ("characters.ruby_gap", "50%"), ("characters.line", "1/20em"))
    characters = sheet("a4-35x37", *wanted).characters
    assert (characters.small, characters.ruby_gap, characters.line) == (667, 500, 600)


@pytest.mark.parametrize(("key", "value"), [("small", "-1"), ("smal", "1/2em"), ("dot", "2pt")])
def test_what_cannot_be_set_is_refused(key: str, value: str) -> None:
    with pytest.raises(InvalidIssue):
        sheet("a4-35x37", (f"characters.{key}", value))


def test_readings_have_the_faces_of_the_style_or_of_the_body() -> None:
    styles = sheet("a4-35x37").styles
    assert {style.ruby.han for style in styles.values()} == {"LXGWWenKai-Regular"}
    own = load_stylesheet("a4-35x37", HOUSE, [("styles.quote.ruby", "hei")], Findings()).styles
    assert own["quote"].ruby.han == "NotoSansSC-SemiBold"
