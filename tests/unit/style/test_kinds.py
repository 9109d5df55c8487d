"""What each kind of value reads, on both sides of its bounds; its JSON Schema takes what the reader takes."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from test_schema import errors

from huozi.diagnostics import Findings
from huozi.display import Ink
from huozi.geometry import Size
from huozi.positioned_yaml import Mapping, read_yaml
from huozi.style.kinds import KINDS
from huozi.style.lengths import Length
from huozi.style.readers import Cover, Face, Measure, Paint

ZERO = Length(0, 1, "mpt")

TAKEN: list[tuple[str, str, object]] = [
    ("text", "甲 乙", "甲 乙"),
    ("text", "12", "12"),
    ("texts", "甲", ("甲",)),
    ("texts", "[甲, 乙]", ("甲", "乙")),
    ("fact", "甲社", "甲社"),
    ("fact", "[甲社, 乙社]", "甲社、乙社"),
    ("article-fields", "abstract", ("abstract",)),
    ("article-fields", "[abstract, doi]", ("abstract", "doi")),
    ("numbers", "一、", ("一、",)),
    ("numbers", "[1., （1）, ①, a), A.]", ("1.", "（1）", "①", "a)", "A.")),
    ("name", "a4-35x37", "a4-35x37"),
    ("layout", "a4-35x37", "a4-35x37"),
    ("layout", "a4-35x37.yaml", "a4-35x37"),
    ("names", "[kai, hei]", ("kai", "hei")),
    ("template", "'{title}　{folio}'", "{title}　{folio}"),
    ("article-template", "'{authors}（{affiliations}）'", "{authors}（{affiliations}）"),
    ("issue-template", "'{year}.{issue}'", "{year}.{issue}"),
    ("design-template", "'{parameters}，{cn}'", "{parameters}，{cn}"),
    ("line-template", "'{title}　{page}'", "{title}　{page}"),
    ("float-places", "head", ("head",)),
    ("fit", "true", "width"),
    ("fit", "width", "width"),
    ("fit", "box", "box"),
    ("fit", "false", "none"),
    ("folio-template", "（{folio}）", "（{folio}）"),
    ("authors-at", "true", "behind"),
    ("authors-at", "false", "none"),
    ("authors-at", "column", "column"),
    ("subtitles-at", "below", "below"),
    ("dots", "3", 3),
    ("design-template", "'{section_number} {folio}'", "{section_number} {folio}"),
    ("length", "0", ZERO),
    ("length", "1/4em", Length(1, 4, "em")),
    ("offset", "-1字", Length(-1, 1, "em")),
    ("place", "-3pt", Length(-3000, 1, "mpt")),
    ("place", "55%", Length(55, 100, "part")),
    ("extent", "45%", Length(45, 100, "part")),
    ("size", "小四", 12_000),
    ("trim", "B5", Size(498_898, 708_661)),
    ("part", "10%", 100),
    ("part", "100%", 1000),
    ("float-places", "[page, head]", ("page", "head")),
    ("float-places", "here", ("here",)),
    ("ratio", "20%", 200),
    ("ratio", "150%", 1500),
    ("gap", "0", 0),
    ("gap", "1em", 1000),
    ("opening", "0", 0),
    ("opening", "1/16em", 625),
    ("opening", "1/12字", 833),
    ("opening", "6%", 600),
    ("opening", "1em", 10_000),
    ("columns", "1", 1),
    ("columns", "4", 4),
    ("span", "all", 0),
    ("span", "1", 1),
    ("span", "4", 4),
    ("column-rule", "none", ZERO),
    ("column-rule", "0", ZERO),
    ("column-rule", "20pt", Length(20_000, 1, "mpt")),
    ("rule", "20pt", Length(20_000, 1, "mpt")),
    ("bleed", "71pt", Length(71_000, 1, "mpt")),
    ("share", "1/4em", 250),
    ("scale", "match", 0),
    ("scale", "50%", 500),
    ("scale", "200%", 2000),
    ("shift", "50%", 500),
    ("shift", "-50%", -500),
    ("shift", "-1/4em", -250),
    ("lines", "3行", 3),
    ("lines", "0", 0),
    ("heading-lines", "3行", (3,)),
    ("heading-lines", "0", (0,)),
    ("heading-lines", "[2, 3行, 4]", (2, 3, 4)),
    ("measure", "1", Measure(1, ZERO)),
    ("measure", "9999", Measure(9999, ZERO)),
    ("measure", "20pt", Measure(0, Length(20_000, 1, "mpt"))),
    ("integer", "0", 0),
    ("integer", "9999", 9999),
    ("count", "1", 1),
    ("bool", "true", True),
    ("bool", "false", False),
    ("colour", "k100", Paint("k100", 100)),
    ("colour", "deep-blue 30%", Paint("deep-blue", 30)),
    ("colour", "deep-blue 100%", Paint("deep-blue", 100)),
    ("colours", "k100", (Paint("k100", 100),)),
    ("colours", "[k100, deep-blue 30%]", (Paint("k100", 100), Paint("deep-blue", 30))),
    ("inks", "[100, 70.5, 0, 30]", Ink(1000, 705, 0, 300)),
    ("face", "song bold", Face("song", "bold")),
    ("face", "kai", Face("kai", "")),
    ("cover", "true", Cover("own", "")),
    ("cover", "false", Cover("none", "")),
    ("cover", "none", Cover("none", "")),
    ("cover", "blank", Cover("blank", "")),
    ("cover", "contact", Cover("named", "contact")),
]

REFUSED: list[tuple[str, str]] = [
    ("article-fields", "folio"),
    ("article-fields", "[abstract, 摘要]"),
    ("text", "[甲]"),
    ("texts", "{甲: 乙}"),
    ("numbers", "[]"),
    ("numbers", "[甲]"),
    ("numbers", "[1.1]"),
    ("name", "a/b"),
    ("name", "../a"),
    ("layout", "../a"),
    ("layout", "a.txt"),
    ("template", "'{affiliations}'"),
    ("template", "'{folio'"),
    ("template", "folio}"),
    ("article-template", "'{folio}'"),
    ("issue-template", "'{title}'"),
    ("issue-template", "'{pages}'"),
    ("line-template", "'{folio}'"),
    ("fact", "{甲: 乙}"),
    ("fit", "height"),
    ("float-places", "top"),
    ("float-places", "[]"),
    ("folio-template", "第页"),
    ("folio-template", "'{title}{folio}'"),
    ("authors-at", "none"),
    ("authors-at", "behind"),
    ("subtitles-at", "column"),
    ("dots", "2"),
    ("design-template", "'{affiliations}'"),
    ("length", "-1pt"),
    ("length", "50%"),
    ("offset", "50%"),
    ("extent", "-3mm"),
    ("size", "2字"),
    ("trim", "12pt"),
    ("part", "9.9%"),
    ("part", "100.1%"),
    ("float-places", "[]"),
    ("float-places", "[head, top]"),
    ("float-places", "[head, head]"),
    ("ratio", "19.9%"),
    ("ratio", "150.1%"),
    ("gap", "100.1%"),
    ("opening", "100.1%"),
    ("opening", "-1/16em"),
    ("opening", "0.5pt"),
    ("opening", "1行"),
    ("columns", "0"),
    ("columns", "5"),
    ("columns", "all"),
    ("span", "0"),
    ("span", "5"),
    ("span", "both"),
    ("column-rule", "20.001pt"),
    ("column-rule", "thick"),
    ("rule", "20.001pt"),
    ("rule", "2字"),
    ("rule", "2行"),
    ("bleed", "71.001pt"),
    ("share", "3mm"),
    ("scale", "49.9%"),
    ("scale", "200.1%"),
    ("shift", "50.1%"),
    ("shift", "-50.1%"),
    ("lines", "3mm"),
    ("lines", "-1"),
    ("heading-lines", "3mm"),
    ("heading-lines", "[2, -1]"),
    ("heading-lines", "[]"),
    ("measure", "0"),
    ("measure", "10000"),
    ("measure", "0pt"),
    ("integer", "-1"),
    ("integer", "10000"),
    ("integer", "1.0"),
    ("count", "0"),
    ("bool", "1"),
    ("colour", "k 101%"),
    ("colour", "k30%%"),
    ("colours", "[]"),
    ("colours", "[k100, k 101%]"),
    ("inks", "[100, 70, 10]"),
    ("inks", "[100, 70, 10, 101]"),
    ("inks", "[-1, 70, 10, 30]"),
    ("face", "song huge"),
    ("cover", "a/b"),
]

SEEN_BY_THE_READER_ALONE = {
    "article-fields",
    "numbers", "template", "article-template", "issue-template", "design-template", "line-template",
    "folio-template",
    "trim", "part", "ratio", "gap", "rule", "bleed", "share",
    "opening", "column-rule",
    "scale", "shift", "measure", "length", "offset", "extent", "lines", "heading-lines", "size", "cover",
    "colour", "face", "colours",
}  # fmt: skip
"""Kinds whose schema is wider than what is read: a pattern says how a length is written, not how long it may be."""


def read(kind: str, text: str) -> object:
    node = read_yaml(f"key: {text}\n", "layout.yaml", Findings())
    assert isinstance(node, Mapping)
    return KINDS[kind].read(node.entries[0].value)


def breaks(kind: str, text: str) -> list[str]:
    schema: Any = KINDS[kind].schema
    return errors(yaml.safe_load(text), schema, schema)


@pytest.mark.parametrize(("kind", "text", "value"), TAKEN)
def test_a_kind_reads_its_values(kind: str, text: str, value: object) -> None:
    assert read(kind, text) == value
    assert type(read(kind, text)) is type(value)
    assert breaks(kind, text) == []


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_a_kind_refuses_what_is_none_of_its_values(kind: str, text: str) -> None:
    with pytest.raises(ValueError):
        read(kind, text)
    if kind not in SEEN_BY_THE_READER_ALONE:
        assert breaks(kind, text)


def test_every_kind_is_tested() -> None:
    assert {kind for kind, _, _ in TAKEN} == set(KINDS)


@pytest.mark.parametrize(
    "kind", sorted(kind for kind in KINDS if not kind.endswith("template") and kind not in ("inks", "cover"))
)
def test_the_examples_of_a_kind_are_values_of_it(kind: str) -> None:
    shown, _, bounds = KINDS[kind].accepted.partition(" (")
    examples = (
        [shown] if shown.startswith("[") and kind != "numbers" else re.split(r", (?![^\[]*\])", shown.replace(" …", ""))
    )
    for example in examples if kind != "numbers" else ["[1., （1）, ①]", "一、", "a)"]:
        read(kind, example)
    for bound in bounds.rstrip(")").removeprefix("≤ ").split(" – ") if kind != "colour" and bounds else ():
        read(kind, bound)


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("part", "(10% – 100%)"),
        ("ratio", "(20% – 150%)"),
        ("gap", "(0 – 1em)"),
        ("opening", "(0 – 1em)"),
        ("rule", "(≤ 20pt)"),
        ("column-rule", "(≤ 20pt)"),
        ("bleed", "(≤ 25mm)"),
    ],
)
def test_the_bounds_of_a_kind_are_shown(kind: str, shown: str) -> None:
    assert KINDS[kind].accepted.endswith(shown)
