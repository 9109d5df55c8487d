"""How notes are called, numbered and set."""

from __future__ import annotations

from typing import get_args

from huozi.style.keys.property import Property
from huozi.style.notes import Marks, NotesPlace, Numbering

NOTES = (
    Property(
        "notes.place",
        "choice",
        "foot",
        "注文排在何处：foot 在引用处所在一栏的栏脚，end 在篇末",
        "Where notes stand: at the foot of the column that calls them, or at the article's end",
        get_args(NotesPlace),
    ),
    Property(
        "notes.numbering",
        "choice",
        "article",
        "注码从何处起重新编：article 每篇，page 每页，issue 全期连续",
        "Where their numbers begin anew: in each article, on each page, or nowhere in the issue",
        get_args(Numbering),
    ),
    Property(
        "notes.marks",
        "choice",
        "digit",
        "注码：digit 上标数字，circled 上标圈码，star 星号、剑号等",
        "Calls of notes: raised digits, raised digits in circles, or stars and daggers",
        get_args(Marks),
    ),
    Property(
        "notes.rule.length", "share", "25%", "注线长：栏宽的几分之几", "Length of the rule, as a share of the measure"
    ),
    Property("notes.rule.thickness", "rule", "0.5pt", "注线粗细；0 为无", "Thickness of the rule; 0: none"),
    Property(
        "notes.rule.above", "length", "4pt", "正文与注线之间至少空多少", "White between text and rule, at the least"
    ),
    Property("notes.rule.below", "length", "4pt", "注线与注文之间空多少", "White between the rule and the notes"),
)
