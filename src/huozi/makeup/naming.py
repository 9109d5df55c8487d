"""Of which section and article the furniture of a page speaks, and which pages are opening pages."""

from __future__ import annotations

from collections.abc import Mapping

from huozi.content.issue_model import Article, Issue
from huozi.diagnostics import Span
from huozi.makeup.plans import PagePlan
from huozi.makeup.titles import head_title, short_title
from huozi.records import NamedTuple
from huozi.style.furniture import Naming, Openings
from huozi.style.keys.fields import NAMED_FIELDS

AND_OTHERS = "等"
"""Stands behind the first author of several (GB/T 3179)."""

NONE = -1

BARE = ("opener", "insert")
"""Kinds of marks whose pages have no furniture: a section's own design, a page left free."""


class InForce(NamedTuple):
    """A section and an article, or a filler in its stead, by their numbers in the issue; ``NONE`` where there is none.

    A filler that heads a page is what the page speaks of. ``is_opened``: the section has had a page of its own, and
    none of its articles has begun.
    """

    section: int = NONE
    article: int = NONE
    filler: int = NONE
    is_opened: bool = False


class Named(NamedTuple):
    """What is in force after a page, and of what its furniture speaks."""

    after: InForce
    spoken: InForce


def names_on(plan: PagePlan, before: InForce, names: Naming) -> Named:
    """What furniture names on a page, what was in force before it."""
    heading = plan.standing[0].marks if plan.standing else ()
    state, begun = before, list[InForce]()
    for mark in plan.marks:
        match mark.kind:
            case "section":
                state = state._replace(section=mark.key)
            case "article":
                state = InForce(state.section, mark.key)
                begun.append(state)
            case "filler" if heading[:1] == (mark,):  # below an article the page stays that article's
                state = state._replace(filler=mark.key)
                begun.append(state)
            case "opener":
                state = state._replace(is_opened=True)
            case _:
                pass
    if names == "last" or not begun:
        return Named(state, state)
    goes_on = names == "first" and not heading and not before.is_opened
    return Named(state, before if goes_on else begun[0])


def is_bare(plan: PagePlan) -> bool:
    """Whether a page has no furniture."""
    return any(mark.kind in BARE for mark in plan.marks)


def opens(plan: PagePlan, before: InForce, openings: Openings) -> bool:
    """Whether a page is an opening page, after what was in force before it."""
    is_any = openings == "any" or before.is_opened
    marks = tuple(plan.marks) if is_any or not plan.standing else plan.standing[0].marks
    return any(mark.kind in ("section", "article") for mark in marks)


def names_of(spoken: InForce, issue: Issue, separator: str) -> tuple[Mapping[str, str], Mapping[str, Span]]:
    """The fields of what is spoken of, and where their values stand; ``separator`` parts authors."""
    fields: dict[str, str] = dict.fromkeys(NAMED_FIELDS, "")
    places: dict[str, Span] = {}
    if spoken.section != NONE:
        section = issue.sections[spoken.section]
        fields |= {"section": head_title(section.title), "section_en": section.name_en}
        fields["section_number"] = str(spoken.section + 1)
        places |= dict.fromkeys(("section", "section_en", "section_number"), section.span)
    article = _spoken_of(spoken, issue)
    if article is not None:
        english = article.said("title_en")
        fields |= {"title": head_title(short_title(article)), "title_en": " ".join(map(head_title, english))}
        fields |= {"author": first_author(article), "authors": separator.join(each.name for each in article.authors)}
        places |= {"title": short_title(article).span, "title_en": english[0].span if english else article.span}
        places |= dict.fromkeys(("author", "authors"), article.authors[0].span if article.authors else article.span)
    return fields, places


def _spoken_of(spoken: InForce, issue: Issue) -> Article | None:
    if spoken.filler != NONE:
        return issue.fillers[spoken.filler]
    return issue.articles[spoken.article] if spoken.article != NONE else None


def first_author(article: Article) -> str:
    """The first author, and that there are others."""
    names = [author.name for author in article.authors]
    return "".join(names[:1]) + AND_OTHERS * (len(names) > 1)
