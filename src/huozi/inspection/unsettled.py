"""What somebody meant to settle and has not: marks that stand for text, words to the editors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.content.issue_model import Article, Title
from huozi.content.plain import plain_title
from huozi.content.prose import prose_of
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings, Span
from huozi.inspection.subject import Subject

MARKS = (
    r"(?<![A-Za-z])[Xx]{3,}(?![A-Za-z])|×{3,}|(?<![以用作成为是])〓+|■{2,}|□{2,}|\?{2,}|(?<![A-Za-z])(?:TODO|FIXME|TBD|TKTK|xxx)(?![A-Za-z])"
    r"|[（(【\[]?(?:页码|数据|日期|姓名|单位|标题|题目|作者|图|表)?(?:待定|待补|待查|待核|待填|待续编|暂缺)[）)】\]]?"
    r"|[（(【\[](?:略|此处[^）)】\]]{0,12}|空|编辑[：:][^）)】\]]{0,20}|请[^）)】\]]{0,12}核[^）)】\]]{0,6})[）)】\]]"
    r"|[Ll]orem ipsum|此处(?:插入|填写|补充)|第[ 　_＿○〇Xx]{1,4}[期页]|_{3,}|＿{2,}|○{3,}"
)
"""Marks and words that stand for what is not settled yet. A text may speak of 〓 (缺字以〓代替)."""

FIELD_MARKS = r"[？?]{2,}|无题|未命名|[Uu]ntitled|标题|测试|test"
"""What a title or a name says that is none (the last ones only as the whole)."""


def look_at_unsettled(subject: Subject, findings: Findings) -> None:
    """Report marks that stand for text: in titles, fields, bodies, names of sections, facts of the journal."""
    for article in subject.texts:
        for text, span in _fields_of(article):
            _check(text, span, findings)
            if re.fullmatch(FIELD_MARKS, text.strip()):
                findings.add(span, "unsettled", typed=text.strip())
        for run in running_text((*article.blocks, *(block for _, blocks in article.notes for block in blocks))):
            prose = prose_of(run.inlines)
            for found in marks_in(prose.text):
                findings.add(prose.span(found.start()), "unsettled", typed=found[0])
    for text, span in _said_of_issue(subject):
        _check(text, span, findings)


def marks_in(text: str) -> Iterator[re.Match[str]]:
    """The marks in a text that stand for something; one in quotation marks of its own is spoken of."""
    for found in re.finditer(MARKS, text):
        around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        if around not in ("“”", "‘’", "「」", "《》"):
            yield found


def _check(text: str, span: Span, findings: Findings) -> None:
    for found in marks_in(text):
        findings.add(span, "unsettled", typed=found[0])


def _said_of_issue(subject: Subject) -> Iterator[tuple[str, Span]]:
    """What the issue and its journal say of themselves, each with its place."""
    issue, journal, places = subject.issue, subject.sheet.journal, subject.sheet.places
    for section in issue.sections:
        yield from ((plain_title(section.title), section.title.span), (section.name_en, section.span))
    yield from (("、".join(texts), span) for _, texts, span in issue.imprint)
    yield from ((text, places.of(f"journal.{key}")) for key, text in journal.facts)
    yield from ((line, places.of("journal.contact.lines")) for line in journal.contact.lines)
    yield from ((issue.label, issue.place("label")), (issue.theme, issue.place("theme")))


def _fields_of(article: Article) -> Iterator[tuple[str, Span]]:
    """The texts of a front matter, each with its place."""
    titles: list[Title] = [article.title, *(words for _, said in article.fields for words in said)]
    yield from ((plain_title(title), title.span) for title in titles)
    for author in (*article.authors, *article.authors_en):
        for text in (author.name, *author.affiliations):
            yield text, author.span
    for word in (*article.keywords, *article.keywords_en):
        yield word, article.title.span
