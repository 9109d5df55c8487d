"""Numbers of figures and tables, and what a reference prints of what it refers to."""

from __future__ import annotations

from huozi.style.keys.property import Property

NUMBERING = ("article", "issue")

REFERENCES = (
    Property(
        "figures.numbering",
        "choice",
        "article",
        "图的编号：article 每篇从 1 起，issue 全期连续",
        "Figures are numbered from 1 in each article, or through the issue",
        NUMBERING,
    ),
    Property(
        "figures.label", "label-template", "图 {number}", "图的编号怎样印", "How the number of a figure is printed"
    ),
    Property(
        "tables.numbering",
        "choice",
        "article",
        "表的编号：article 每篇从 1 起，issue 全期连续",
        "Tables are numbered from 1 in each article, or through the issue",
        NUMBERING,
    ),
    Property("tables.label", "label-template", "表 {number}", "表的编号怎样印", "How the number of a table is printed"),
    Property(
        "references.lead",
        "text",
        "见",
        "引用自成一句时（如单独写在括号里）冠在前面的字；作者已写了“见”或引用是句子的成分时不加",
        "What leads a reference that is a clause of its own (alone in brackets); none where it is part of a sentence",
    ),
    Property(
        "references.figure",
        "float-reference-template",
        "{label}",
        "引用一图时印什么",
        "What a reference to a figure prints",
    ),
    Property(
        "references.table",
        "float-reference-template",
        "{label}",
        "引用一表时印什么",
        "What a reference to a table prints",
    ),
    Property(
        "references.section",
        "title-reference-template",
        "“{title}”",
        "引用没有编号的标题时印什么",
        "What a reference to a heading without a number prints",
    ),
    Property(
        "references.numbered",
        "number-reference-template",
        "第{number}节",
        "引用有编号的标题时印什么",
        "What a reference to a numbered heading prints",
    ),
    Property(
        "references.article",
        "title-reference-template",
        "本期《{title}》",
        "引用本期另一篇时印什么",
        "What a reference to an article of the same issue prints",
    ),
    Property(
        "references.page",
        "page-reference-template",
        "第 {page} 页",
        "引用页码时印什么",
        "What a reference to a page prints",
    ),
    Property(
        "references.both",
        "both-reference-template",
        "{page}{reference}",
        "页码和编号都引用时印什么；{page} 是 references.page 的话",
        "What a reference to a page and a number prints; {page} is what references.page says",
    ),
    Property(
        "references.issue",
        "issue-reference-template",
        "本刊 {year} 年第 {issue} 期{第 {page} 页}",
        "引用以前各期的一篇时印什么",
        "What a reference to an article of an earlier issue prints",
    ),
)
