"""How Latin is set beside Han, as a layout says it: for a font role, and otherwise for a style."""

from __future__ import annotations

import pytest
from squares import ROOT

from huozi.diagnostics import Findings, InvalidIssue
from huozi.style.house import find_house
from huozi.style.load import load_stylesheet
from huozi.style.text_style import MATCHED, LatinSetting, ParagraphStyle

HOUSE = find_house(str(ROOT))


def styles(*overrides: tuple[str, str]) -> dict[str, ParagraphStyle]:
    return load_stylesheet("a4-35x37", HOUSE, overrides, Findings()).styles


def test_without_a_word_latin_is_set_as_its_face_is() -> None:
    assert {style.font.setting for style in styles().values()} == {LatinSetting()}


def test_what_a_role_says_holds_wherever_the_role_is_used() -> None:
    found = styles(("fonts.song.figures", "oldstyle"), ("fonts.song.latin_scale", "match"))
    assert found["body"].font.setting == LatinSetting(scale=MATCHED, figures="oldstyle")
    assert found["title"].font.setting == found["body"].font.setting
    assert found["byline"].font.setting == LatinSetting(), "another role"


def test_what_a_style_says_goes_before_its_role_and_holds_for_its_strong_text_too() -> None:
    found = styles(
        ("fonts.song.figures", "oldstyle"), ("styles.body.figures", "lining"), ("fonts.song.kerning", "false")
    )
    assert found["body"].font.setting == LatinSetting(figures="lining", kerning=False)
    assert found["body"].strong.setting == LatinSetting(figures="lining")
    assert found["title"].font.setting == LatinSetting(figures="oldstyle", kerning=False), "a style's word is its own"


def test_a_style_based_on_another_takes_over_what_it_says_of_latin() -> None:
    found = styles(("styles.body.ligatures", "false"), ("styles.quote.based_on", "body"))
    assert not found["quote"].font.setting.ligatures


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        ("scale", "105%", 1050), ("scale", "1.08em", 1080), ("scale", "match", MATCHED), ("scale", "200%", 2000),
        ("shift", "-3%", -30), ("shift", "1/25em", 40), ("shift", "0", 0), ("shift", "-0.5em", -500),
    ],
)  # fmt: skip
def test_sizes_and_places_are_given_as_shares(key: str, written: str, value: int) -> None:
    setting = styles((f"fonts.song.latin_{key}", written))["body"].font.setting
    assert setting == (LatinSetting(scale=value) if key == "scale" else LatinSetting(shift=value))


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("latin_scale", "0"), ("latin_scale", "49%"), ("latin_scale", "201%"), ("latin_scale", "12pt"),
        ("latin_scale", "-100%"), ("latin_scale", "matched"), ("latin_shift", "51%"), ("latin_shift", "--3%"),
        ("latin_shift", "2pt"), ("figures", "old"), ("figure_width", "mono"), ("ligatures", "sometimes"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_the_key(key: str, written: str) -> None:
    with pytest.raises(InvalidIssue) as caught:
        styles((f"fonts.song.{key}", written))
    (item,) = caught.value.findings
    assert (item.rule, dict(item.arguments)["key"]) == ("layout-value", f"fonts.song.{key}")


@pytest.mark.parametrize(
    ("layout", "style", "overrides", "most"),
    [
        ("jiangsu-vc", "body", (), 333),
        ("jiangsu-vc", "body", (("text.fill", "pull-in"),), 500),
        ("jiangsu-vc", "body", (("text.fill", "pull-in"), ("text.han_latin_max", "0.4em")), 400),
        ("huozi-specimen", "narrow", (), 333),
        ("huozi-specimen", "narrow-pull-in", (), 500),
        ("huozi-specimen", "narrow-pull-in", (("text.han_latin_max", "0.4em"),), 400),
        ("huozi-specimen", "narrow-pull-in", (("text.han_latin_max", "333/1000em"),), 333),
    ],
)
def test_how_wide_gaps_become_goes_by_the_way_of_filling(
    layout: str, style: str, overrides: tuple[tuple[str, str], ...], most: int
) -> None:
    sheet = load_stylesheet(layout, HOUSE, overrides, Findings())
    assert sheet.styles[style].text.han_latin_most == most
