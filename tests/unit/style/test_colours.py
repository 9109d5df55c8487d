"""Colours of a layout as process inks: names, tints, what overprints, what a printer complains of."""

from __future__ import annotations

import pytest
from issues import HOUSE, sheet

from huozi.diagnostics import Findings
from huozi.display import Ink
from huozi.style.load import load_stylesheet

OWN = ("colour.inks.own", "[100, 70, 10, 30]")


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("k100", Ink(0, 0, 0, 1000, overprint=True)),
        ("k99", Ink(0, 0, 0, 990)),
        ("k0", Ink(0, 0, 0, 0)),
        ("k100 60%", Ink(0, 0, 0, 600)),
        ("k60 50%", Ink(0, 0, 0, 300)),
        ("white", Ink(0, 0, 0, 0)),
        ("own", Ink(1000, 700, 100, 300)),
        ("own 30%", Ink(300, 210, 30, 90)),
        ("own 1%", Ink(10, 7, 1, 3)),
    ],
)
def test_a_colour_is_its_inks_and_full_black_alone_overprints(colour: str, ink: Ink) -> None:
    assert sheet("a4-35x37", OWN, ("styles.title.colour", colour)).styles["title"].ink == ink


def found(*overrides: tuple[str, str]) -> list[tuple[str, dict[str, str]]]:
    findings = Findings()
    load_stylesheet("a4-35x37", HOUSE, overrides, findings)
    return [(item.rule, dict(item.arguments)) for item in findings]


@pytest.mark.parametrize(("inks", "total"), [("[100, 100, 100, 0]", None), ("[100, 100, 100, 1]", "301")])
def test_three_inks_in_full_are_as_much_as_paper_takes(inks: str, total: str | None) -> None:
    told = [(rule, arguments) for rule, arguments in found(("colour.inks.own", inks)) if rule.startswith("colour-")]
    expected = [("colour-too-much-ink", {"colour": "own", "total": total, "most": "300"})]
    assert [(rule, {key: str(text) for key, text in arguments.items()}) for rule, arguments in told] == (
        expected if total else []
    )


@pytest.mark.parametrize(
    ("size", "colour", "told"),
    [
        ("24pt", "own", False),
        ("23.9pt", "own", True),
        ("9pt", "k60", False),
        ("9pt", "cyan", False),
        ("9pt", "two", True),
    ],
)
def test_small_text_in_several_inks_is_told(size: str, colour: str, told: bool) -> None:
    inks = (OWN, ("colour.inks.cyan", "[100, 0, 0, 0]"), ("colour.inks.two", "[0, 0, 1, 1]"))
    rules = found(*inks, ("styles.title.size", size), ("styles.title.colour", colour))
    small = [arguments for rule, arguments in rules if rule == "colour-small-text"]
    assert small == ([{"style": "title", "least": "24pt"}] if told else [])


def test_one_colour_of_many_styles_is_told_once() -> None:
    rules = found(OWN, ("colour.text", "own"))
    assert [str(arguments["style"]) for rule, arguments in rules if rule == "colour-small-text"] == ["body"]
