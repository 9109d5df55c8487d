"""What articles say of themselves and the layout prints nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.content.model import Article, Issue
from huozi.diagnostics import Findings
from huozi.makeup.reports import head_templates
from huozi.style.contents import ContentsStyle
from huozi.style.keys.fields import SAID_FIELDS
from huozi.style.model import Stylesheet
from huozi.style.openings import TextPiece
from huozi.templates import fields_of

OTHERS_SAY_IT = {"affiliations": "affiliation_note"}
"""Fields that need not be printed where another one that says the same is."""


def report_unprinted(issue: Issue, sheet: Stylesheet, findings: Findings) -> None:
    """Report each field that articles have and no template of the layout names, once for the issue."""
    printed = frozenset(_printed(sheet))
    articles = (*issue.articles, *issue.fillers)
    for name in dict.fromkeys(field for article in articles for field in _said(article)):
        if name in printed:
            continue
        said = [article for article in articles if name in _said(article)]
        if OTHERS_SAY_IT.get(name, "") in printed:
            said = [article for article in said if not article.said(OTHERS_SAY_IT[name])]
        if said:
            findings.add(said[0].span, "field-unprinted", name=name, count=len(said))


def _said(article: Article) -> list[str]:
    """The fields that an article fills, but for its title, which is always printed."""
    lists = {
        "authors": article.authors,
        "authors_en": article.authors_en,
        "affiliations": [each for author in article.authors for each in author.affiliations],
        "affiliations_en": [each for author in article.authors_en for each in author.affiliations],
        "keywords": article.keywords,
        "keywords_en": article.keywords_en,
    }
    return [name for name in SAID_FIELDS if article.said(name)] + [name for name, said in lists.items() if said]


def _printed(sheet: Stylesheet) -> Iterator[str]:
    """The fields of articles that a layout's templates name."""
    for piece in (*sheet.opening.opening, *sheet.opening.ending):
        match piece:
            case TextPiece(template):
                yield from fields_of(template)
    named = [name for template in head_templates(sheet) for name in fields_of(template)]
    yield from named
    if "title" in named:
        yield "short_title"
    yield from _listed(sheet.contents)


def _listed(contents: ContentsStyle) -> Iterator[str]:
    """The fields of articles that the contents list."""
    is_listed = {
        "authors": contents.authors != "none",
        "subtitle": contents.subtitles != "none",
        "abstract": contents.summaries,
    }
    listed = [name for name, is_shown in is_listed.items() if is_shown]
    yield from listed
    if contents.english:
        yield from (f"{name}_en" for name in ("title", *listed))
