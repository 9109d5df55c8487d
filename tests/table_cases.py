"""Tables written down as data, made content; and what becomes of them in words: what tests and pictures share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from squares import TESTS

from huozi.blocks.setting import Setting
from huozi.content.model import Cell, Inline, Markup, NoteRef, Paragraph, Script, Table, Text, Wish
from huozi.diagnostics import Span
from huozi.galley import Float, Galley, Matter, SetParagraph, Slug

CASES = TESTS / "cases" / "tables"
HERE = Span("a.md", 1, 1)


def cases(name: str) -> dict[str, dict[str, Any]]:
    """The cases of a file, by their names."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def inlines(text: object, place: Span = HERE) -> tuple[Inline, ...]:
    """A text as inlines: ``/`` alone parts its paragraphs, ``^…^`` is raised, ``[^name]`` calls a note."""
    return tuple(_inlines("" if text is None else str(text), place))


def _inlines(text: str, place: Span) -> Iterator[Inline]:
    for number, part in enumerate(text.split(" / ")):
        if number:
            yield Text("\n", place)
        for at, piece in enumerate(part.split("^")):
            if piece.startswith("!"):
                yield NoteRef(piece[1:], place)
            elif piece:
                yield Text(piece, place, markup=Markup(script=Script.SUPER) if at % 2 else Markup())


def cell(written: Any, place: Span) -> Cell:
    """A cell: its text, or that with what it covers and how it is aligned."""
    if not isinstance(written, dict):
        return Cell(inlines(written, place), place)
    rows, columns, align = written.get("rows", 1), written.get("columns", 1), written.get("align", "")
    return Cell(inlines(written.get("text"), place), place, rows, columns, align)


def table(written: dict[str, Any]) -> Table:
    """A table as it is written down."""
    rows = [row if isinstance(row, list) else str(row).split("|") for row in written["rows"]] * written.get("times", 1)
    made = tuple(
        tuple(
            cell(each.strip() if isinstance(each, str) else each, Span("a.md", 2 + at, 1 + column))
            for column, each in enumerate(row)
        )
        for at, row in enumerate(rows)
    )
    wish = {**written.get("wish", {})}
    return Table(
        inlines(written.get("caption")),
        "",
        made,
        written.get("heads", 1),
        tuple(written.get("aligns", ())),
        HERE,
        tuple(written.get("widths", ())),
        inlines(written.get("unit")),
        tuple(inlines(note) for note in written.get("notes", ())),
        inlines(written.get("source")),
        written.get("style", ""),
        Wish(**wish, places=tuple((key, HERE) for key in wish)),
    )


def labelled(setting: Setting, label: str, notes: dict[str, str]) -> Setting:
    """The surroundings of a table that is numbered, with the notes that it calls."""
    texts = {name: (Paragraph(inlines(text), HERE),) for name, text in notes.items()}
    return setting._replace(labels={HERE: label}, table_notes=texts)


def slugs(galley: Galley) -> list[Slug]:
    """All that stands in a galley, a table that goes on with its repeated head once."""
    found: list[Slug] = []
    for piece in galley:
        found += _slugs(piece)
    return found


def _slugs(piece: Matter) -> list[Slug]:
    match piece:
        case Slug():
            return [piece]
        case Float(cast_at=cast_at, places=places):
            return [cast_at(places[0])]
        case SetParagraph(lines, cast, again=again):
            return [*cast(lines), *([again] if again else [])]
        case _:
            return []


def sample_files() -> list[Path]:
    """The files of cases."""
    return sorted(CASES.glob("*.yaml"))
