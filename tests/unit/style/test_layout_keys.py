"""Each line of ``tests/cases/style/keys.txt`` is a key of a layout: its default, what it takes, what it refuses.

So is each line of ``elements.txt``, of what the design of a page may draw, and of ``pieces.txt``, of what may stand at
an article's head and end.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from huozi.diagnostics import Finding, Findings, InvalidIssue
from huozi.style.house import House
from huozi.style.load import load_stylesheet
from huozi.style.reference import layout_reference

ROOT = Path(__file__).parents[3]
HOUSE = House((str(ROOT / "layout"),), (str(ROOT / "fonts"),))
WRONG = {"layout-value", "layout-shape", "layout-key", "colour-unknown"}


class Key(NamedTuple):
    """A line: the key as the reference names it, its default as a layout writes it, values taken, the one refused."""

    path: str
    default: str
    taken: list[str]
    refused: str

    @property
    def named(self) -> str:
        """The key of a font, a style, an ink that there is."""
        names = {"fonts": "song", "styles": "body", "colour": "accent"}
        return self.path.replace("*", names[self.path.partition(".")[0]]) if "*" in self.path else self.path


def read_keys(name: str) -> list[Key]:
    text = (ROOT / "tests/cases/style" / name).read_text(encoding="utf-8")
    fields = [(line + " ").split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    rows = [[field.strip(" ").removesuffix(" |") for field in (*row, "")] for row in fields]
    return [Key(path, default, taken.split("; "), refused) for path, default, taken, refused, *_ in rows]


KEYS = read_keys("keys.txt")
ELEMENT_KEYS, PIECE_KEYS = read_keys("elements.txt"), read_keys("pieces.txt")


def wrong(values: list[tuple[str, str]]) -> set[str]:
    """The keys whose value is refused where all these are set."""
    findings = Findings()
    found: list[Finding]
    try:
        load_stylesheet("a4-35x37", HOUSE, values, findings)
        found = list(findings)
    except InvalidIssue as error:
        found = list(error.findings)
    return {dict(item.arguments).get("key", item.rule) for item in found if item.rule in WRONG}


def defaults(part: str) -> dict[str, str]:
    """The defaults by key in a part of the reference."""
    rows = [line.split("|") for line in part.splitlines() if line.startswith("| `")]
    return {row[1].strip(" `"): row[-3].strip(" `") for row in rows}


def test_a_key_that_is_not_set_has_its_default() -> None:
    shown = defaults(layout_reference("en").partition("## ")[0])
    assert {key.path: shown.get(key.path) for key in KEYS} == {key.path: key.default for key in KEYS}


@pytest.mark.parametrize("at", range(max(len(key.taken) for key in KEYS)))
def test_a_key_takes_its_values(at: int) -> None:
    assert wrong([(key.named, key.taken[at % len(key.taken)]) for key in KEYS if key.path != "extends"]) == set()


def test_a_key_refuses_what_is_none_of_its_values() -> None:
    values = [(key.named, key.refused) for key in KEYS if key.refused and key.path != "extends"]
    assert wrong(values) == {name for name, _ in values}


@pytest.mark.parametrize(("what", "keys"), [("draw", ELEMENT_KEYS), ("set", PIECE_KEYS)])
def test_a_key_of_an_element_that_is_not_set_has_its_default(what: str, keys: list[Key]) -> None:
    parts = layout_reference("en").split(f": {what}: ")[1:]
    shown = {f"{part.split()[0]}.{key}": text for part in parts for key, text in defaults(part.split("##")[0]).items()}
    assert shown == {key.path: key.default for key in keys}


REQUIRED = {
    "text": {"text": "甲", "style": "title"},
    "cover-lines": {"style": "title"},
    "band": {"text": "甲", "style": "title"},
    "foot-note": {"text": "甲"},
}
"""What must be said of an element."""


def listing(where: str, what: str, key: Key, value: str) -> list[tuple[str, str]]:
    """A list with one element, and in it a value for a key."""
    element, _, name = key.path.partition(".")
    own = REQUIRED.get(element, {}) | {name: value}
    return [(where, "[{" + ", ".join(f"{key}: {text}" for key, text in {what: element, **own}.items()) + "}]")]


LISTED = [("designs.own", "draw", key) for key in ELEMENT_KEYS] + [
    (where, "set", key) for where in ("articles.opening", "articles.ending") for key in PIECE_KEYS
]


@pytest.mark.parametrize(("where", "what", "key"), LISTED, ids=[f"{where}-{key.path}" for where, _, key in LISTED])
def test_a_key_of_an_element_takes_its_values_and_no_others(where: str, what: str, key: Key) -> None:
    assert [wrong(listing(where, what, key, value)) for value in key.taken] == [set()] * len(key.taken)
    if key.refused:
        assert wrong(listing(where, what, key, key.refused)) == {key.path.partition(".")[2]}


@pytest.mark.parametrize(
    ("where", "value", "rule", "what"),
    [
        ("designs.own", "{draw: box}", "design-list", "draw"),
        ("designs.own", "[{x: 3mm}]", "design-element", "draw"),
        ("designs.own", "[{draw: space}]", "design-element", "draw"),
        ("articles.opening", "{set: space}", "design-list", "set"),
        ("articles.opening", "[{lines: 3}]", "design-element", "set"),
        ("articles.ending", "[{set: box}]", "design-element", "set"),
        ("articles.ending", "[notes]", "design-element", "set"),
    ],
)
def test_what_is_no_list_of_elements_is_told_by_the_key_that_says_what_each_is(
    where: str, value: str, rule: str, what: str
) -> None:
    with pytest.raises(InvalidIssue) as raised:
        load_stylesheet("a4-35x37", HOUSE, [(where, value)], Findings())
    (found,) = (dict(item.arguments) for item in raised.value.findings if item.rule == rule)
    known = {
        "draw": "box、text、rule、picture、frame、circle、cover-lines、contact、bars",
        "set": "text、band、rule、space、notes、foot-note、end-mark",
    }[what]
    assert found == {"key": what, "known": known}
