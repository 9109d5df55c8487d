"""Numbers of figures and tables, known before anything is composed: by article, or through the issue.

Those of fillers are counted by themselves: whether they stand at all is known when the pages are.
"""

from __future__ import annotations

from collections.abc import Iterable

from huozi.content.issue_model import Article, Issue
from huozi.content.model import Figure, Table
from huozi.content.running_text import every_block
from huozi.diagnostics import Span
from huozi.style.references import ReferenceStyle
from huozi.templates import fill


def numbers_in(article: Article, issue: Issue | None, style: ReferenceStyle) -> dict[Span, str]:
    """The numbers of an article's numbered figures and tables, by their places.

    ``issue`` is the one that it is part of; without one it is counted by itself.
    """
    figures, tables = _before(article, issue, style)
    numbers: dict[Span, str] = {}
    for block in matter_of(article):
        if isinstance(block, Figure):
            figures += 1
        else:
            tables += 1
        numbers[block.span] = str(figures if isinstance(block, Figure) else tables)
    return numbers


def label_of(block: Figure | Table, number: str, style: ReferenceStyle) -> str:
    """What a numbered figure or table is called (图 2)."""
    return fill(style.figure_label if isinstance(block, Figure) else style.table_label, {"number": number})


def matter_of(article: Article) -> list[Figure | Table]:
    """The figures and tables of an article that are numbered, in the order in which they are written.

    What has neither a caption nor a name is looked at and not spoken of: a picture beside a story bears no number.
    """
    blocks = (*article.blocks, *(block for _, note in article.notes for block in note))
    return [block for block in every_block(blocks) if isinstance(block, Figure | Table) and _is_counted(block)]


def _is_counted(block: Figure | Table) -> bool:
    return block.numbered and bool(block.caption or block.name)


def _before(article: Article, issue: Issue | None, style: ReferenceStyle) -> tuple[int, int]:
    """The numbered figures and tables that stand before an article and are counted with its own."""
    before: Iterable[Article] = ()
    if issue is not None and "issue" in (style.figures, style.tables) and article.kind != "filler":
        names = [each.name for each in issue.articles]
        before = issue.articles[: names.index(article.name)] if article.name in names else ()
    matter = [block for each in before for block in matter_of(each)]
    figures = sum(isinstance(block, Figure) for block in matter)
    tables = len(matter) - figures
    return figures * (style.figures == "issue"), tables * (style.tables == "issue")
