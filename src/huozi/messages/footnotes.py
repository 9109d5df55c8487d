"""Messages about notes: what they hold, how long they are, what they are called by."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

FOOTNOTES: dict[str, Message] = {
    "note-long": Message(
        WARNING, "注文“{name}”有 {lines} 行，比 {columns} 栏还长，要接排到好几栏的栏脚",
        "缩短注文，或把它写进正文、排成附录；也可以让这篇的注文都排在篇末",
        "the note “{name}” has {lines} lines, more than {columns} columns hold: it goes on at the foot of several",
        "shorten it, make it part of the text or an appendix, or have this article's notes at its end"),
    "note-holds-float": Message(
        ERROR, "注文里的图、表、文框没有排出来", "移到正文里，在注文中写“见图……”",
        "a figure, table or box within a note is not printed", "move it into the text, and refer to it in the note"),
    "note-marks-many": Message(
        NOTE, "第 {folio} 页有 {count} 条注文，这样的注码不够用，这一页改用 1、2、3……",
        "不必改动；想用原来的注码，就合并或删减这一页的注文",
        "page {folio} has {count} notes, more than there are such marks: on it they are 1, 2, 3 …",
        "nothing need be done; to have the marks, join or delete notes of this page"),
    "note-mark-wide": Message(
        NOTE, "第 {folio} 页的注码 {mark} 比留给它的位置宽，可能碰到后面的字",
        "把版式的 notes.marks 改成 circled，或减少这一页的注文",
        "the mark {mark} on page {folio} is wider than its place, and may touch what follows",
        "set notes.marks to circled in the layout, or have fewer notes on this page"),
    "note-called-again": Message(
        WARNING, "第 {folio} 页又引用了第 {other} 页的注文，注码每页重新编，读者在这一页找不到它",
        "在这里另写一条注文，如“同第 {other} 页注 {mark}”，或让注码按篇编（notes.numbering: article）",
        "page {folio} calls a note of page {other} again; with numbers by page readers will not find it here",
        "write another note here (“as note {mark} on page {other}”), or number by article (notes.numbering: article)"),
}  # fmt: skip
