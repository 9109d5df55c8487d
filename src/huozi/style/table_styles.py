"""Styles of tables, resolved from a layout's keys."""

from __future__ import annotations

from typing import cast

from huozi.display import Ink
from huozi.style.colours import ink_of
from huozi.style.designs import Sheet
from huozi.style.keys.tables import TEXTS_OF_TABLES
from huozi.style.pages import one_line
from huozi.style.tables import (
    CellsAt,
    TableMark,
    TablePlace,
    TableRules,
    TableStyle,
    TableStyles,
    TableTexts,
    TableWidth,
)

ROOM = "table_styles"


def resolve_tables(sheet: Sheet) -> TableStyles:
    """The styles of tables and the usual one. Findings: ``table-style-unknown``, ``style-undefined``, those of colours.

    A layout that has none of its own has the three rules.
    """
    values, usual = sheet.values, sheet.values.text("tables.style")
    named = {name: resolve_table(name, sheet) for name in values.names(ROOM)}
    if usual in named:
        return TableStyles(named[usual], named)
    if values.has("tables.style"):
        from huozi.slips.key_names import suggested  # a mistake alone pays for it

        sheet.findings.add(
            values.place("tables.style"), "table-style-unknown", style=usual, known=suggested(usual, (*named,))
        )
    return TableStyles(resolve_table(usual, sheet), named)


def resolve_table(name: str, sheet: Sheet) -> TableStyle:
    """A style of tables; 字 are those of its cells, 行 those of the body."""
    values, own, area = sheet.values, f"{ROOM}.{name}", sheet.page.area
    texts = resolve_texts(own, sheet)
    em = (sheet.styles.get(texts.cell) or sheet.styles["body"]).size

    def length(key: str) -> int:
        return values.length(f"{own}.{key}").resolve(em=em, line=area.leading)

    return TableStyle(
        name=name,
        rules=TableRules(
            top=length("top"),
            bottom=length("bottom"),
            head=length("under_head"),
            merged=length("under_merged"),
            rows=length("between_rows"),
            columns=length("between_columns"),
            sides=length("sides"),
            ink=ink_of(values, f"{own}.colour" if values.has(f"{own}.colour") else "colour.text", sheet.findings),
        ),
        texts=texts,
        pad_across=length("pad_across"),
        pad_down=length("pad_down"),
        gap=length("gap"),
        white=length("white"),
        head_tint=_tint(f"{own}.head_tint", sheet),
        odd_tint=_tint(f"{own}.odd_tint", sheet),
        width=cast(TableWidth, values.text(f"{own}.width")),
        cells=cast(CellsAt, values.text(f"{own}.cells")),
        marks=cast(TableMark, values.text(f"{own}.marks")),
        least=cast(int, values.value(f"{own}.least")),
        may_turn=values.truth(f"{own}.turned"),
        places=cast("tuple[TablePlace, ...]", values.value(f"{own}.places")),
    )


def resolve_texts(own: str, sheet: Sheet) -> TableTexts:
    """The names of the styles of a table's texts, and the layout's words. Finding: ``style-undefined``."""
    values = sheet.values
    for key in TEXTS_OF_TABLES:
        name, path = values.text(f"{own}.{key}"), f"{own}.{key}"
        if values.has(path) and name not in sheet.styles:
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            sheet.findings.add(values.place(path), "style-undefined", style=name, known=suggested(name, sheet.styles))
    return TableTexts(
        **{key.removesuffix("_style"): values.text(f"{own}.{key}") for key in TEXTS_OF_TABLES},
        continued=one_line(values, f"{own}.continued"),
        note_label=one_line(values, f"{own}.note_label"),
        source_label=one_line(values, f"{own}.source_label"),
    )


def _tint(path: str, sheet: Sheet) -> Ink | None:
    return ink_of(sheet.values, path, sheet.findings) if sheet.values.has(path) else None
