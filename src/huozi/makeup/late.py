"""What follows from the pages an article stands on, once they are known: its number, which has them (文章编号)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from huozi.galley import Slug
from huozi.makeup.plans import PagePlan


def article_pages(plans: Sequence[PagePlan], first: int) -> dict[int, tuple[int, int]]:
    """The first folio of each article and how many pages it stands on; ``first`` is the folio of the first plan."""
    pages: dict[int, tuple[int, int]] = {}
    article = -1
    for folio, plan in enumerate(plans, first):
        for standing in plan.standing:
            for mark in standing.marks:
                article = mark.key if mark.kind == "article" else -1
            if article >= 0:
                begun = pages.get(article, (folio, 0))[0]
                pages[article] = (begun, folio - begun + 1)
    return pages


def settled(slug: Slug, pages: Mapping[int, tuple[int, int]]) -> Slug:
    """A slug with the items that follow from its article's pages."""
    if slug.late is None or slug.late.article not in pages:
        return slug
    return slug._replace(items=slug.late.make(*pages[slug.late.article]))
