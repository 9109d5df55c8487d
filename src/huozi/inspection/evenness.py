"""Articles beside each other: what one of them lacks that all others have, and what was left from another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from huozi.content.issue_model import Article
from huozi.content.model import Paragraph
from huozi.content.plain import plain_title
from huozi.content.prose import prose_of
from huozi.diagnostics import Findings, Span
from huozi.inspection.subject import Subject, squeezed
from huozi.inspection.texts import place_of_keywords, said

LIKELY = 5
"""So many articles at least say what is usual in an issue, all but one of them."""

LEAST_PARAGRAPH = 40
"""Characters of a paragraph that nobody writes twice by chance."""

EVEN_KEYS = (
    "source", "abstract", "abstract_en", "title_en", "doi", "clc", "document_code", "received", "editor",
    "affiliation_note",
)  # fmt: skip
OWN_KEYS = ("title_en", "subtitle_en", "abstract", "abstract_en", "doi")
"""Fields that no two articles have alike."""


def look_at_evenness(subject: Subject, findings: Findings) -> None:
    """Report what an article lacks that all others have, and what two have that only one can."""
    articles = subject.issue.articles
    for key in EVEN_KEYS:
        lacking = [article for article in articles if not article.said(key)]
        if len(lacking) == 1 and len(articles) > LIKELY:
            findings.add(lacking[0].title.span, "field-missing", key=key, count=len(articles) - 1)
    for key, lacking in (
        ("authors", [article for article in articles if not article.authors]),
        ("keywords", [article for article in articles if not article.keywords]),
    ):
        if len(lacking) == 1 and len(articles) > LIKELY:
            findings.add(lacking[0].title.span, "field-missing", key=key, count=len(articles) - 1)
    _check_own(subject.texts, findings)
    _check_fillers(subject, findings)
    _check_keywords(articles, findings)
    _check_dois(articles, findings)
    _check_paragraphs(subject.texts, findings)
    _check_sections(subject, findings)


def _check_own(articles: Sequence[Article], findings: Findings) -> None:
    for key in OWN_KEYS:
        seen: dict[str, Span] = {}
        for article in articles:
            text, place = said(article, key)
            bare = squeezed(text).casefold()
            if bare and bare in seen:
                other = seen[bare].file.rpartition("/")[2]
                findings.add(place, "field-twice", key=key, other=other, line=seen[bare].line)
            seen.setdefault(bare, place)
    seen_words: dict[tuple[str, ...], Article] = {}
    for article in articles:
        first = seen_words.setdefault(article.keywords, article)
        if article.keywords and first is not article:
            other = first.span.file.rpartition("/")[2]
            findings.add(article.title.span, "field-twice", key="keywords", other=other, line=first.title.span.line)


def _check_fillers(subject: Subject, findings: Findings) -> None:
    """Report an article that has the title of a filler; of two articles every check tells."""
    fillers = {squeezed(plain_title(filler.title)): filler for filler in subject.issue.fillers}
    for article in subject.issue.articles:
        filler = fillers.get(squeezed(plain_title(article.title)))
        if filler is not None:
            other = filler.span.file.rpartition("/")[2]
            findings.add(article.title.span, "same-title", other=other, line=filler.title.span.line)


def _check_keywords(articles: Sequence[Article], findings: Findings) -> None:
    """Report a keyword that has another counterpart in another article: mistranslated, or out of its place."""
    known: dict[str, str] = {}
    for article in articles:
        if len(article.keywords) != len(article.keywords_en):
            continue
        for word, english in zip(article.keywords, article.keywords_en, strict=True):
            first = known.setdefault(squeezed(word), english)
            if first.casefold() != english.casefold():
                findings.add(
                    place_of_keywords(article), "keyword-english-varies", word=word, english=english, other=first
                )


def _check_dois(articles: Sequence[Article], findings: Findings) -> None:
    """Report a DOI whose prefix or shape is not that of the others."""
    dois = [(said(article, "doi"), article) for article in articles if article.said("doi")]
    if len(dois) < 2:
        return
    prefixes = Counter(doi.partition("/")[0] for (doi, _), _ in dois)
    shapes = Counter(_shape(doi) for (doi, _), _ in dois)
    usual, shape = prefixes.most_common(1)[0][0], shapes.most_common(1)[0][0]
    for (doi, place), _ in dois:
        if doi.partition("/")[0] != usual:
            findings.add(place, "doi-prefix", doi=doi, usual=usual)
        elif _shape(doi) != shape and shapes[shape] > 1:
            findings.add(place, "doi-shape", doi=doi, usual=shape)


def _shape(doi: str) -> str:
    """The form of a DOI behind its prefix, figures as nines.

    >>> _shape("10.12345/huozi.2026.01.016")
    'huozi.9999.99.999'
    """
    return re.sub("[0-9]", "9", doi.partition("/")[2])


def _check_paragraphs(articles: Sequence[Article], findings: Findings) -> None:
    """Report a paragraph of some length that comes twice: pasted twice, most likely."""
    seen: dict[str, Span] = {}
    for article in articles:
        for block in article.blocks:
            match block:
                case Paragraph(inlines, span):
                    text = squeezed(prose_of(inlines).text)
                    if len(text) < LEAST_PARAGRAPH:
                        continue
                    if text in seen:
                        where = {"other": seen[text].file.rpartition("/")[2], "line": seen[text].line}
                        findings.add(span, "paragraph-twice", **where)
                    seen.setdefault(text, span)
                case _:
                    pass


def _check_sections(subject: Subject, findings: Findings) -> None:
    seen: dict[str, str] = {}
    for section in subject.issue.sections:
        name = plain_title(section.title)
        bare = squeezed(name)
        if bare in seen:
            findings.add(section.title.span, "section-twice", name=name)
        seen.setdefault(bare, name)
        english = section.name_en.casefold()
        if english and english in seen:
            findings.add(section.span, "section-twice", name=section.name_en)
        seen.setdefault(english or bare, name)
        if re.search(r"[。，；：、:;,]\Z", name):
            findings.add(section.title.span, "title-end-mark", mark=name[-1])
    named = [section for section in subject.issue.sections if section.name_en]
    if named and len(named) < len(subject.issue.sections):
        for section in subject.issue.sections:
            if not section.name_en:
                findings.add(section.span, "section-without-english", name=plain_title(section.title))
