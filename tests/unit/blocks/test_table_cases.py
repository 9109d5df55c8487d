"""Tables as data: what goes in, and the widths, depths, lines and places that must come out (``cases/tables``)."""

from __future__ import annotations

from typing import Any

import pytest
from matter import setting
from table_cases import CASES, HERE, cases, labelled, slugs, table, text_of

from huozi.blocks.tables import set_table
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Placed
from huozi.galley import Band, Float, Galley, Matter, SetParagraph, Slug, Space
from huozi.structure import Kind

WRITTEN = cases("cases")
EXPECTED = CASES / "expected.txt"


def told(written: dict[str, Any]) -> str:
    """What a case becomes, in words."""
    findings = Findings()
    within = setting(*written.get("set", {}).items(), layout=written.get("layout", "square"), findings=findings)
    made = table(written)
    galley = set_table(made, labelled(within, written.get("label", ""), written.get("own", {})))
    lines = [" ".join(map(shape, galley))]
    lines += [f"! {item.rule}" for item in findings]
    for number, slug in enumerate(slugs(galley)):
        lines += [f"-- {number} of {slug.height}"] if len(slugs(galley)) > 1 else []
        lines += texts(slug)
    return "\n".join(lines)


def shape(piece: Matter) -> str:
    match piece:
        case Float(height=height, columns=columns, within=within, places=places):
            return f"float of {height}, {columns} of {within}, {' '.join(places)}"
        case SetParagraph(lines=lines, tail=tail, again=again):
            return f"rows in {lines}: {'+'.join(map(str, tail))}, again {again.height if again else 'not'}"
        case Slug(height=height):
            return f"slug of {height}"
        case Space(lines=lines):
            return f"space {lines}"
        case Band(columns=columns):
            return f"band {columns}"
    return type(piece).__name__


def texts(slug: Slug) -> list[str]:
    """The lines of a slug from the top, each with its texts and where they begin, in points; rules by their ends."""
    found: dict[tuple[int, int], list[Placed]] = {}
    for placed in slug.items:
        if isinstance(placed.item, GlyphRun):
            found.setdefault((placed.y, 0), []).append(placed)
        else:
            found.setdefault((placed.y, 1), []).append(placed)
    lines = []
    for (y, is_rule), items in sorted(found.items()):
        row = sorted(items, key=lambda each: each.x)
        said = "  ".join(rule(each) if is_rule else run(each) for each in row)
        lines.append(f"{points(y)}: {said}")
    return lines


def run(placed: Placed) -> str:
    assert isinstance(placed.item, GlyphRun)
    text = "".join(placed.item.texts)
    text = text if len(text) < 24 else f"{text[:10]}…{len(text)}"
    return f"{text}@{points(placed.x + placed.item.xs[0])}{'^' if placed.is_turned else ''}"


def rule(placed: Placed) -> str:
    item = placed.item
    return f"[{points(placed.x)} {points(item.width)}×{points(item.height)}]"  # type: ignore[union-attr]


def points(length: int) -> str:
    return f"{length / 1000:g}"


def expected() -> dict[str, str]:
    if not EXPECTED.exists():
        return {}
    parts = EXPECTED.read_text(encoding="utf-8").split("\n== ")
    return {name: body.strip("\n") for name, _, body in (part.partition("\n") for part in parts[1:])}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_table_becomes_what_is_written_down(name: str) -> None:
    assert told(WRITTEN[name]) == expected().get(name)


def test_the_cases_are_written_anew_where_that_is_asked(renewed: bool) -> None:
    if renewed:
        text = "".join(f"\n== {name}\n{told(case)}\n" for name, case in WRITTEN.items())
        EXPECTED.write_text(text, encoding="utf-8", newline="\n")
    assert list(expected()) == list(WRITTEN)


@pytest.mark.parametrize("name", WRITTEN)
def test_every_cell_is_printed_once_and_is_part_of_the_table(name: str) -> None:
    written = WRITTEN[name]
    within = setting(*written.get("set", {}).items(), layout=written.get("layout", "square"))
    made = table(written)
    galley: Galley = set_table(made, labelled(within, "", written.get("own", {})))
    for row in made.rows:
        for cell in row:
            text = text_of(cell.inlines)
            own = [
                placed
                for slug in slugs(galley)
                for placed in slug.items
                if placed.element is not None
                and placed.element.kind in (Kind.TABLE_CELL, Kind.TABLE_HEAD)
                and placed.element.span == cell.span
            ]
            assert "".join("".join(each.item.texts) for each in own).replace(" ", "").startswith(text)  # type: ignore[union-attr]
            assert all(each.element.parent.parent.span == HERE for each in own)  # type: ignore[union-attr]
