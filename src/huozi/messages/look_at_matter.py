"""Messages of the look before print: figures and tables."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
LOOK_AT_MATTER: dict[str, Message] = {
    "matter-unmentioned": Message(
        WARNING, "文中没有提到{label}", "在说到它的地方写 [@名称]；不必提到的，写上 numbered=false",
        "no text mentions {label}",
        "write [@name] where it is spoken of, or numbered=false where it needs no number"),
    "mention-order": Message(
        WARNING, "{label}在{before}之前先提到，编号次序倒了", "按文中提到的先后排列图表，编号跟着变",
        "{label} is mentioned before {before}: their numbers are out of order",
        "put figures and tables into the order of their mentions; the numbers follow"),
    "matter-before-mention": Message(
        WARNING, "{label}排在第 {page} 页，第 {mention} 页才提到它", "把它移到提到它的那一段之后",
        "{label} stands on page {page} and is mentioned on page {mention} only",
        "move it behind the paragraph that mentions it"),
    "number-typed": Message(
        WARNING, "文中写“{typed}”，本篇没有这个编号", "改成 [@名称]，编号自动跟着变；说的是别处的图表，认可这一条",
        "the text says “{typed}”, and the article has no such number",
        "write [@name], whose number follows; accept it where another work's is meant"),
    "caption-missing": Message(
        WARNING, "“{name}”有编号，没有题名", "写上题名；不必编号的写上 numbered=false",
        "“{name}” has a number and no title", "give it a title, or numbered=false"),
    "table-without-source": Message(
        WARNING, "这个表没有写资料来源，本期有 {count} 个表写了", "补上 source",
        "this table names no source, and {count} tables of the issue do", "add its source"),
    "unit-in-cells": Message(
        NOTE, "这一列各格都写了单位“{unit}”", "单位写在表头里（水位/米），或写 unit，格里只留数",
        "all cells of a column bear the unit “{unit}”", "put it into the head or above the table"),
    "table-mark-alone": Message(
        WARNING, "表里的呼应号“{mark}”在表下没有注", "在表下补上这一条注，或删去呼应号",
        "the mark “{mark}” of the table has no note below it", "add the note, or delete the mark"),
    "table-note-alone": Message(
        WARNING, "表下有“{mark}”的注，表里没有这个呼应号", "在格里补上呼应号，或删去这条注",
        "a note below the table has the mark “{mark}”, which no cell has", "add the mark, or delete the note"),
}
# fmt: on
"""Messages on figures and tables."""
