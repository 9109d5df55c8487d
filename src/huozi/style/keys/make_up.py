"""How pages are made up."""

from __future__ import annotations

from huozi.style.keys.property import Property

MAKE_UP = (
    Property(
        "make_up.stretch",
        "opening",
        None,
        "为排满一页，一段各字之间至多加宽多少，0 则不变动；不写则 30 字以上的行 1/16em，不足的 1/12em",
        "How far a paragraph's gaps may be opened for its page (0: not); else 1/16em from 30 characters, or 1/12em",
    ),
    Property(
        "make_up.pull_in",
        "bool",
        False,
        "为排满一页，推出的段落也可挤进一行",
        "A paragraph may lose a line by its marks giving way, to fill a page, where lines are pushed out too",
    ),
    Property(
        "make_up.blanks",
        "choice",
        "end",
        "空白页：end 在全期之末，section 在各栏目之末",
        "Where blank pages stand: at the issue's end, or at the ends of sections",
        ("end", "section"),
    ),
    Property("make_up.columns.balance", "bool", True, "文末各栏齐平", "Columns end level where their text ends"),
    Property("make_up.columns.least", "lines", 2, "齐平时每栏至少几行", "Lines that a levelled column has at least"),
    Property(
        "make_up.columns.rule", "column-rule", "none", "栏线粗细；none 为无", "Rule between columns; none: no rule"
    ),
    Property("make_up.pages.multiple", "count", None, "内页数须是它的倍数", "Inside pages come in multiples of it"),
    Property("make_up.pages.exactly", "count", None, "内页数须正好是它", "There are just so many inside pages"),
)
