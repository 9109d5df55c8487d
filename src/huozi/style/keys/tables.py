"""Tables: the usual style, and what each style of tables says."""

from __future__ import annotations

from typing import get_args

from huozi.style.keys.property import Property
from huozi.style.tables import CellsAt, TableMark, TableWidth

TABLE_ROWS = (
    Property("top", "rule", "1pt", "顶线粗细，0 则无", "Rule above the table; 0: none"),
    Property("bottom", "rule", "1pt", "底线粗细，0 则无", "Rule below the table; 0: none"),
    Property("under_head", "rule", "0.5pt", "表头下的线，0 则无", "Rule below its head; 0: none"),
    Property(
        "under_merged",
        "rule",
        "0.5pt",
        "多层表头中跨栏的格下面的线，0 则无",
        "Rule below merged cells of a head of several rows; 0: none",
    ),
    Property("between_rows", "rule", "0", "行线，0 则无", "Rules between its rows; 0: none"),
    Property("between_columns", "rule", "0", "栏线，0 则无", "Rules between its columns; 0: none"),
    Property("sides", "rule", "0", "左右墙线，0 则无", "Rules at its left and right; 0: none"),
    Property("colour", "colour", None, "线的颜色；不写则同正文", "Colour of its rules; else that of text"),
    Property("head_tint", "colour", None, "表头的底色；不写则无", "Tint beneath its head; else none"),
    Property("odd_tint", "colour", None, "隔行的底色；不写则无", "Tint beneath every other row; else none"),
    Property("pad_across", "length", "1/2em", "文字与栏边的距离（字为格内文字的）", "Room beside the text of a cell"),
    Property("pad_down", "length", "1pt", "文字与行边的距离", "Room above and below the text of a cell"),
    Property("gap", "length", "3pt", "表与表题、表注的距离", "Room between the table and its title or notes"),
    Property("white", "length", "3/4行", "表与上下正文至少的距离", "Least white between it and the text"),
    Property(
        "width",
        "choice",
        "auto",
        "表宽：full 与栏齐宽，natural 依内容而定，auto 与栏齐宽但不超过内容的两倍",
        "As wide as the column of text, as its cells need, or as the column but at most twice as wide as they need",
        get_args(TableWidth),
    ),
    Property(
        "cells",
        "choice",
        "middle",
        "格内文字在较高的行中居中（middle）还是居上（top）",
        "Where cells stand in deeper rows: in the middle or at the top",
        get_args(CellsAt),
    ),
    Property(
        "marks",
        "choice",
        "letter",
        "表注的编号：letter 为 a、b、c，circled 为 ①②③，digit 为 1、2、3",
        "How a table's notes are marked: letters, circled or plain digits",
        get_args(TableMark),
    ),
    Property("least", "size", "六号", "排不下时格内文字最小的字号", "Smallest size of cells that do not fit"),
    Property("turned", "bool", True, "太宽的表可以侧排（顶左底右）", "A table too wide may be turned a quarter"),
    Property(
        "places",
        "float-places",
        "head foot here page",
        "可以排在哪里，先写的优先：head 页首，foot 页尾，here 文中，page 独页",
        "Where it may stand, the best first: head or foot of a page, in the text, on a page of its own",
    ),
    Property("continued", "text", "（续）", "转到下栏、下页时加在表号后", "Stands behind its number where it goes on"),
    Property("note_label", "text", "注：", "表注前的字；已写了的不加，空则无", "Leads its notes; empty: nothing"),
    Property(
        "source_label", "text", "资料来源：", "出处前的字；已写了的不加，空则无", "Leads its source; empty: nothing"
    ),
    Property("title_style", "name", "table-title", "表题的样式", "Style of its title"),
    Property("head_style", "name", "table-head", "表头的样式", "Style of its head"),
    Property("cell_style", "name", "table-cell", "格内文字的样式", "Style of its cells"),
    Property("note_style", "name", "table-note", "表注、出处的样式", "Style of its notes and source"),
    Property("unit_style", "name", "table-unit", "计量单位的样式", "Style of its unit"),
)
"""What each style of tables says."""

TEXTS_OF_TABLES = ("title_style", "head_style", "cell_style", "note_style", "unit_style")
"""The keys that name the paragraph styles of a table's texts."""

TABLES = (
    Property("tables.style", "name", "three-rule", "表的样式（table_styles 里的名称）", "Usual style (table_styles)"),
    *(row._replace(path=f"table_styles.*.{row.path}") for row in TABLE_ROWS),
)
