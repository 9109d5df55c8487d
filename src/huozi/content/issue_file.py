"""Issue files: the folder of an issue to an ``Issue``.

Every error of the folder is found in one run: ``issue.yaml``, the list of articles, each article. Only the edge,
``read_issue``, raises.
"""

from __future__ import annotations

import os
import re
from datetime import date

from huozi.content.article_file import read_article
from huozi.content.fields import Fields, nearest, read_fields, read_text
from huozi.content.model import Acceptance, Article, Issue, PageCount, Section
from huozi.diagnostics import Findings, InvalidIssue, Severity, Span
from huozi.messages import severity
from huozi.positioned_yaml import Entry, Scalar, read_yaml_file
from huozi.records import NamedTuple
from huozi.source_file import quoted

ISSUE_KEYS: dict[str, bool] = {
    "journal": True,
    "year": True,
    "issue": True,
    "serial": True,
    "date": True,
    "contents": True,
    "pages": False,
    "accept": False,
    "requires": False,
}
"""Keys of ``issue.yaml``: required or not."""

SECTION_KEYS: dict[str, bool] = {"section": True, "articles": True}
MOST_PAGES = 9999
"""More inside pages no issue has."""

PAGES_KEYS: dict[str, bool] = {"multiple": False, "exactly": False}
MAX_NODES = 10_000

ARTICLE_FILE = re.compile(r"(?:[0-9]+[-_. ])?(?P<name>.+)\.(?:md|MD)")
_PLAIN_NAME = re.compile(r"\w[\w.-]*")


class _Listed(NamedTuple):
    """An article as ``contents`` lists it."""

    name: str
    span: Span


class _Listing(NamedTuple):
    """A section as ``contents`` lists it."""

    title: str
    articles: tuple[_Listed, ...]
    span: Span


class _Head(NamedTuple):
    """What ``issue.yaml`` says."""

    journal: str
    year: int
    number: int
    serial: int
    date: date
    contents: tuple[_Listing, ...]
    pages: PageCount
    journal_span: Span
    acceptances: tuple[Acceptance, ...]


def read_issue(folder: str, findings: Findings) -> Issue:
    """The issue in a folder, complete; its warnings are added to ``findings``.

    Raises ``InvalidIssue`` with everything found when there is an error among it.
    """
    issue = load_issue(folder, findings)
    if issue is None or any(severity(item) is Severity.ERROR for item in findings):
        raise InvalidIssue(findings)
    return issue


def load_issue(folder: str, findings: Findings) -> Issue | None:
    """The issue in a folder as far as it can be read; whatever is wrong is added to ``findings``.

    Missing values are 0 or empty and articles that cannot be read are left out, so that a lint still sees the rest.
    ``None`` if there is no issue to speak of.
    """
    if not _is_issue(folder, findings):
        return None
    path = os.path.join(folder, "issue.yaml")
    head = _read_head(path, folder, findings)
    files = _article_files(folder, findings)
    if head is None:
        _read_articles(sorted(files), files, folder, findings)
        return None
    listed = _check_contents(head.contents, files, findings)
    unlisted = sorted(files.keys() - set(listed))
    articles = _read_articles(listed + unlisted, files, folder, findings)
    for name in unlisted if head.contents else ():
        findings.add(Span(files[name], 1, 1), "article-not-listed", name=name)
    sections = tuple(
        Section(row.title, tuple(articles[item.name] for item in row.articles if item.name in articles), row.span)
        for row in head.contents
    )
    return Issue(
        journal=head.journal,
        year=head.year,
        number=head.number,
        serial=head.serial,
        date=head.date,
        sections=sections,
        span=Span(path, 1, 1),
        pages=head.pages,
        journal_span=head.journal_span,
        acceptances=head.acceptances,
    )


def readable_articles(folder: str) -> tuple[Article, ...]:
    """The articles of an issue that can be read, by name, for what can be said of them when the issue itself cannot."""
    unsaid = Findings()  # reading the issue has said it
    if not _is_issue(folder, unsaid):
        return ()
    files = _article_files(folder, unsaid)
    return tuple(_read_articles(sorted(files), files, folder, unsaid).values())


def _is_issue(folder: str, findings: Findings) -> bool:
    """Whether a path is the folder of an issue; a finding says what it is instead."""
    if not os.path.lexists(folder):
        findings.add(Span(folder), "no-such-folder")
    elif not os.path.isdir(folder):
        findings.add(Span(folder), "not-a-folder", parent=os.path.dirname(folder) or ".")
    elif not any(os.path.lexists(os.path.join(folder, name)) for name in ("issue.yaml", "articles")):
        findings.add(Span(folder), "not-an-issue")
    else:
        return True
    return False


# ------------------------------------------------------------------ issue.yaml


def _read_head(path: str, folder: str, findings: Findings) -> _Head | None:
    """What ``issue.yaml`` says; ``None`` after a finding if it is not there or holds no keys."""
    if not os.path.lexists(path):
        findings.add(Span(path), "issue-yaml-missing")
        return None
    own = Findings()
    node = read_yaml_file(path, folder, own, MAX_NODES)
    fields = None if node is None else read_fields(node, ISSUE_KEYS, own)
    head = None if fields is None else _head_of(fields)
    is_for_later = any(item.rule == "requires-later" for item in own)
    findings.extend(item for item in sorted(own) if not (is_for_later and item.rule == "unknown-key"))
    return head


def _head_of(fields: Fields) -> _Head:
    journal = fields.text("journal")
    if journal and not _PLAIN_NAME.fullmatch(journal):
        fields.findings.add(fields.span_of("journal"), "bad-name", name=quoted(journal))
    return _Head(
        journal=journal,
        year=fields.whole("year"),
        number=fields.whole("issue"),
        serial=fields.whole("serial"),
        date=fields.day("date"),
        contents=_read_contents(fields),
        pages=_read_pages(fields),
        journal_span=fields.span_of("journal"),
        acceptances=_read_rare(fields),
    )


def _read_rare(fields: Fields) -> tuple[Acceptance, ...]:
    """What few issues say: the version they are made for, which is checked, and the findings signed off."""
    if "requires" in fields.entries:
        from huozi.content.requirement import check_requirement

        check_requirement(fields)
    if "accept" not in fields.entries:
        return ()
    from huozi.content.acceptance import read_acceptances

    return read_acceptances(fields)


def _read_contents(fields: Fields) -> tuple[_Listing, ...]:
    sections: list[_Listing] = []
    for item in fields.filled_items("contents"):
        section = read_fields(item, SECTION_KEYS, fields.findings)
        if section is None:
            continue
        names = [(read_text(node, "articles", fields.findings), node.span) for node in section.filled_items("articles")]
        listed = tuple(_Listed(_composed(name), span) for name, span in names if name)
        sections.append(_Listing(section.text("section"), listed, section.span_of("section")))
    return tuple(sections)


def _read_pages(fields: Fields) -> PageCount:
    """What the count of inside pages must be: a multiple, an exact count, or nothing said."""
    match fields.entries.get("pages"):
        case None | Entry(value=Scalar(value=None)):
            return PageCount()
        case Entry(value=node):
            pages = read_fields(node, PAGES_KEYS, fields.findings)
    if pages is None:
        return PageCount()
    count = PageCount(_pages(pages, "multiple"), _pages(pages, "exactly"), pages.span)
    if count.multiple and count.exactly % count.multiple:
        fields.findings.add(count.span, "pages-contradict", multiple=count.multiple, exactly=count.exactly)
    return count


def _pages(pages: Fields, key: str) -> int:
    """A count of pages that an issue can have, 0 where it is missing or wrong."""
    count = pages.whole(key)
    if count > MOST_PAGES:
        pages.findings.add(pages.span_of(key), "pages-too-many", key=key, most=MOST_PAGES)
        return 0
    return count


# ------------------------------------------------------------------ articles/


def _article_files(folder: str, findings: Findings) -> dict[str, str]:
    """The article files of an issue by the articles' names; files that are none, and names used twice, are reported."""
    files: dict[str, str] = {}
    directory = os.path.join(folder, "articles")
    try:
        names = sorted(os.listdir(directory))
    except OSError:
        findings.add(Span(directory), "articles-missing")
        return files
    for file in names:
        path = os.path.join(directory, file)
        match = ARTICLE_FILE.fullmatch(file)
        if file.startswith("."):
            continue
        if not file.isprintable():
            findings.add(Span(os.path.join(directory, quoted(file)), 1, 1), "bad-file-name")
        elif not match:
            findings.add(Span(path, 1, 1), "not-an-article")
        elif (name := _composed(match["name"])) in files:
            findings.add(Span(path, 1, 1), "same-name", name=name, other=files[name])
        else:
            files[name] = path
    return files


def _composed(name: str) -> str:
    """A name with its accents composed: file systems differ in how they keep ``é``."""
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFC", name)


def _check_contents(contents: tuple[_Listing, ...], files: dict[str, str], findings: Findings) -> list[str]:
    """The names that contents lists and that have a file, each once, in order."""
    seen: dict[str, Span] = {}
    for section in contents:
        for name, span in section.articles:
            if name in seen:
                findings.add(span, "article-twice", name=quoted(name), line=seen[name].line)
            elif name not in files:
                findings.add(span, "article-missing", name=quoted(name), nearest=nearest(name, files) or "—")
            seen.setdefault(name, span)
    return [name for name in seen if name in files]


def _read_articles(names: list[str], files: dict[str, str], folder: str, findings: Findings) -> dict[str, Article]:
    articles: dict[str, Article] = {}
    for name in names:
        article = read_article(name, files[name], folder, findings)
        if article:
            articles[name] = article
    return articles
