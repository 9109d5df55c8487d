"""Issue files: the folder of an issue to an ``Issue``.

Every error of the folder is found in one run: ``issue.yaml``, the list of articles, each article. Only the edge,
``read_issue``, raises.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection

from huozi.content.article_file import read_article
from huozi.content.facts import check_facts
from huozi.content.fields import Fields, read_fields
from huozi.content.issue_model import Acceptance, Article, Issue, PageCount, Section
from huozi.content.listed import (
    ARTICLE_FILE,
    INSERT_KEYS,
    SECTION_KEYS,
    Lists,
    check_kinds,
    check_lists,
    composed,
    read_lists,
)
from huozi.content.titles import read_section_name, report_markup
from huozi.diagnostics import Findings, InvalidIssue, Severity, Span
from huozi.messages import severity
from huozi.numbering import read_name, read_number
from huozi.positioned_yaml import MAX_BYTES, Entry, Node, Scalar, shown
from huozi.records import NamedTuple
from huozi.slips.mending import Reader, read_mended
from huozi.source_file import quoted, read_source

ISSUE_KEYS: dict[str, bool] = {
    "journal": True,
    "year": True,
    "issue": True,
    "serial": False,
    "date": True,
    "contents": True,
    "pages": False,
    "fillers": False,
    "volume": False,
    "label": False,
    "theme": False,
    "cover": False,
    "imprint": False,
    "accept": False,
    "requires": False,
}
"""Keys of ``issue.yaml``: required or not."""

MOST_PAGES = 9999
"""More inside pages no issue has."""

PAGES_KEYS: dict[str, bool] = {"multiple": False, "exactly": False}

UNKNOWN_KEYS = ("unknown-key", "no-such-key")
"""What is said of keys that a later version may know."""

MAX_NODES = 10_000

_JOURNAL = r"\s*(?:journal|刊名|版式)[\s:：=]+[\"'“]?([\w-]+)"
_PLAIN_NAME = re.compile(r"\w[\w.-]*")


def all_keys() -> frozenset[str]:
    """Every key of ``issue.yaml``, at whatever depth."""
    from huozi.content.imprint import (  # few files say any of these, and few are asked
        COVER_KEYS,
        FILE_KEYS,
        IMPRINT_KEYS,
    )

    keys = (ISSUE_KEYS, SECTION_KEYS, INSERT_KEYS, PAGES_KEYS, COVER_KEYS, FILE_KEYS, IMPRINT_KEYS)
    return frozenset(key for table in keys for key in table)


class _Head(NamedTuple):
    """What ``issue.yaml`` says: an issue without its articles, and the lists of them."""

    issue: Issue
    lists: Lists


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
    of_files = Findings()
    files = _article_files(folder, of_files)
    head = _read_head(path, folder, files.keys(), findings)
    findings.extend(of_files)  # behind those of issue.yaml
    if head is None:
        _read_articles(sorted(files), files, folder, findings)
        return None
    listed, unlisted = check_lists(head.lists, files, findings)
    rest = sorted(files.keys() - set(listed))
    articles = _read_articles(listed + rest, files, folder, findings)
    for name in unlisted:
        is_filler = name in articles and articles[name].kind == "filler"
        findings.add(Span(files[name], 1, 1), "filler-not-listed" if is_filler else "article-not-listed", name=name)
    check_kinds(head.lists, articles, findings)
    sections = tuple(
        Section(
            read_section_name(row.name, findings),
            tuple(articles[item.name] for item in row.articles if item.name in articles),
            row.span,
            row.name_en,
        )
        for row in head.lists.contents
    )
    fillers = tuple(articles[item.name] for item in head.lists.reserve if item.name in articles)
    issue = head.issue._replace(sections=sections, fillers=fillers, inserts=head.lists.inserts)
    if issue.cover.lines:
        from huozi.content.imprint import check_cover

        check_cover(issue.cover, head.lists, files, articles, findings)
    check_facts(issue, folder, findings)
    return issue


def named_journal(folder: str) -> tuple[str, Span]:
    """The layout that an issue names and where, as far as that can be seen in an ``issue.yaml`` that cannot be read."""
    path = os.path.join(folder, "issue.yaml")
    text = read_source(path, folder, MAX_BYTES, Findings()) if os.path.isfile(path) else None
    for row, line in enumerate((text or "").split("\n"), 1):
        if found := re.match(_JOURNAL, line):
            return found[1], Span(path, row, found.start(1) + 1)
    return "", Span(path)


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


def _read_head(path: str, folder: str, names: Collection[str], findings: Findings) -> _Head | None:
    """What ``issue.yaml`` says; ``None`` after a finding if it is not there or holds no keys.

    ``names`` are those of the articles that have a file.
    """
    if not os.path.lexists(path):
        findings.add(Span(path), "issue-yaml-missing")
        return None
    own = Findings()
    text = read_source(path, folder, MAX_BYTES, own)
    reader = Reader(Span(path, 1, 1), lambda node, found: _head_of(node, names, found), all_keys, MAX_NODES)
    head = None if text is None else read_mended(text, reader, own)
    is_for_later = any(item.rule == "requires-later" for item in own)
    findings.extend(item for item in sorted(own) if not (is_for_later and item.rule in UNKNOWN_KEYS))
    return head


def _head_of(node: Node, names: Collection[str], findings: Findings) -> _Head | None:
    fields = read_fields(node, ISSUE_KEYS, findings)
    if fields is None:
        return None
    journal = fields.text("journal").removesuffix(".yaml")
    if journal and not _PLAIN_NAME.fullmatch(journal):
        findings.add(fields.span_of("journal"), "bad-name", name=quoted(journal))
    issue = Issue(
        journal=journal,
        year=fields.whole("year"),
        number=_read_number(fields, "issue"),
        serial=_read_number(fields, "serial"),
        date=fields.day("date"),
        sections=(),
        span=Span(node.span.file, 1, 1),
        pages=_read_pages(fields),
        journal_span=fields.span_of("journal"),
        acceptances=_read_rare(fields),
        volume=fields.whole("volume"),
        label=fields.optional_text("label"),
        theme=fields.optional_text("theme"),
        places=tuple((key, entry.value.span) for key, entry in fields.entries.items()),
    )
    for key in ("label", "theme"):
        report_markup(fields.optional_line(key), key, findings)
    return _Head(_with_imprint(issue, fields, names), read_lists(fields, names))


def _with_imprint(issue: Issue, fields: Fields, names: Collection[str]) -> Issue:
    """An issue with what its file says of cover and imprint."""
    if fields.entries.keys().isdisjoint(("cover", "imprint")):
        return issue
    from huozi.content.imprint import read_cover, read_imprint

    folder = os.path.dirname(issue.span.file)
    return issue._replace(cover=read_cover(fields, folder, names), imprint=read_imprint(fields))


def _read_rare(fields: Fields) -> tuple[Acceptance, ...]:
    """What few issues say: the version they are made for, which is checked, and the findings signed off."""
    if "requires" in fields.entries:
        from huozi.content.requirement import check_requirement

        check_requirement(fields)
    if "accept" not in fields.entries:
        return ()
    from huozi.content.acceptance import read_acceptances

    return read_acceptances(fields)


def _read_number(fields: Fields, key: str) -> str:
    """A number as the journal prints it, empty where it is missing or wrong; an issue may have a name instead."""
    match fields.entries.get(key):
        case None:
            return ""
        case Entry(value=Scalar(value=int() | str() as value, text=text)) if not isinstance(value, bool):
            number = read_number(text.strip()) or (read_name(text.strip()) if key == "issue" else "")
            if number:
                return number
        case Entry(value=Scalar(value=None)) if not ISSUE_KEYS[key]:
            return ""
    rule = "expected-issue" if key == "issue" else "expected-number"
    fields.findings.add(fields.span_of(key), rule, key=key, value=shown(fields.entries[key].value))
    return ""


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
        elif (name := composed(match["name"])) in files:
            findings.add(Span(path, 1, 1), "same-name", name=name, other=files[name])
        else:
            files[name] = path
    return files


def _read_articles(names: list[str], files: dict[str, str], folder: str, findings: Findings) -> dict[str, Article]:
    articles: dict[str, Article] = {}
    for name in names:
        article = read_article(name, files[name], folder, findings)
        if article:
            articles[name] = article
    return articles
