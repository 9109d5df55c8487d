"""What articles say of themselves and the layout prints nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from huozi.content.issue_model import Article, Issue
from huozi.diagnostics import Findings
from huozi.makeup.reports import head_templates, piece_templates
from huozi.style.contents import ContentsStyle
from huozi.style.keys.fields import SAID_FIELDS
from huozi.style.model import Stylesheet
from huozi.templates import fields_of

OTHERS_SAY_IT = {"affiliations": "affiliation_note"}
"""Fields that need not be printed where another one that says the same is."""


EMAIL = "email"
"""The address of an author whom readers are not asked to write to: no template prints it."""

SECTION_EN = "section_en"

SHORT_TITLE = "short_title"
"""A field that no template names: it stands for ``{title}`` in running heads."""


def report_unprinted(issue: Issue, sheet: Stylesheet, findings: Findings) -> None:
    """Report what articles and sections say and no template of the layout names, each field once for the issue.

    Findings: ``field-unprinted``, ``section-english-unprinted``, ``insert-unlisted``.
    """
    printed = frozenset(_printed(sheet))
    _report_sections(issue, sheet, printed, findings)
    articles = (*issue.articles, *issue.fillers)
    for name in dict.fromkeys(field for article in articles for field in _said(article)):
        if name in printed:
            continue
        said = [article for article in articles if name in _said(article)]
        if OTHERS_SAY_IT.get(name, "") in printed:
            said = [article for article in said if not article.said(OTHERS_SAY_IT[name])]
        if said:
            findings.add(said[0].span, "field-unprinted", name=name, count=len(said))


def _report_sections(issue: Issue, sheet: Stylesheet, printed: frozenset[str], findings: Findings) -> None:
    """Report English names of sections, and names of inserts, that are printed nowhere."""
    english = [section for section in issue.sections if section.name_en]
    if english and SECTION_EN not in printed:
        findings.add(english[0].span, "section-english-unprinted", count=len(english))
    if issue.inserts and not sheet.contents.texts.inserts:
        findings.add(issue.inserts[0].span, "insert-unlisted", count=len(issue.inserts))


def _said(article: Article) -> list[str]:
    """The fields that an article fills, but for its title, which is always printed."""
    lists = {
        "authors": article.authors,
        "authors_en": article.authors_en,
        "affiliations": [each for author in article.authors for each in author.affiliations],
        "affiliations_en": [each for author in article.authors_en for each in author.affiliations],
        "keywords": article.keywords,
        "keywords_en": article.keywords_en,
        "corresponding": [author for author in article.authors if author.is_corresponding],
        EMAIL: [author for author in article.authors if author.email and not author.is_corresponding],
    }
    said_fields = [name for name in (*SAID_FIELDS, SHORT_TITLE) if article.said(name)]
    return said_fields + [name for name, said in lists.items() if said]


def _printed(sheet: Stylesheet) -> Iterator[str]:
    """The fields of articles that a layout's templates name."""
    for template in piece_templates(sheet):
        yield from fields_of(template)
    named = [name for template in head_templates(sheet) for name in fields_of(template)]
    yield from named
    if "title" in named:
        yield SHORT_TITLE
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
        yield SECTION_EN
        yield from (f"{name}_en" for name in ("title", *listed))
