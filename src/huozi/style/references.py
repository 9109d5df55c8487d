"""How figures and tables are numbered, and what a reference prints of what it refers to."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.records import NamedTuple

Numbering: TypeAlias = Literal["article", "issue"]
"""Where counting begins anew."""


class ReferenceStyle(NamedTuple):
    """Numbers of figures and tables, and the texts of references, as templates of a layout.

    ``figure_label`` and ``table_label`` are what is printed with the thing itself, all below ``lead`` what is printed
    elsewhere of it. ``lead`` stands before a reference that is a clause of its own. ``numbered`` is for headings with a
    typed number, ``section`` for the others; ``issue`` for an article of an earlier issue.
    """

    figures: Numbering = "article"
    tables: Numbering = "article"
    figure_label: str = "图 {number}"
    table_label: str = "表 {number}"
    lead: str = "见"
    figure: str = "{label}"
    table: str = "{label}"
    section: str = "“{title}”"
    numbered: str = "第{number}节"
    article: str = "本期《{title}》"
    page: str = "第 {page} 页"
    both: str = "{page}{reference}"
    issue: str = "本刊 {year} 年第 {issue} 期{第 {page} 页}"
