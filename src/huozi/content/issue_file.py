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
from huozi.content.fields import Fields, Line, parts_of, read_fields, read_text, report_mark
from huozi.content.model import Acceptance, Article, Issue, PageCount, Section
from huozi.content.titles import read_section_name, report_markup
from huozi.diagnostics import Findings, InvalidIssue, Severity, Span
from huozi.messages import severity
from huozi.numbering import read_name, read_number
from huozi.positioned_yaml import MAX_BYTES, Entry, Node, Scalar, Sequence, shown
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
    "volume": False,
    "label": False,
    "theme": False,
    "accept": False,
    "requires": False,
}
"""Keys of ``issue.yaml``: required or not."""

SECTION_KEYS: dict[str, bool] = {"section": True, "articles": True}
MOST_PAGES = 9999
"""More inside pages no issue has."""

PAGES_KEYS: dict[str, bool] = {"multiple": False, "exactly": False}
KEYS = frozenset((*ISSUE_KEYS, *SECTION_KEYS, *PAGES_KEYS))
"""Every key of ``issue.yaml``, at whatever depth."""

UNKNOWN_KEYS = ("unknown-key", "no-such-key", "key-not-read")
"""What is said of keys that a later version may know."""

MAX_NODES = 10_000

ARTICLE_FILE = re.compile(r"(?:[0-9]+[-_. ])?(?P<name>.+)\.(?:md|MD)")
_JOURNAL = r"\s*(?:journal|刊名|版式)[\s:：=]+[\"'“]?([\w-]+)"
_BETWEEN = r"[^\w.-]+|\.(?!md\b)\s*|[和与及]"
"""What may stand between two names of articles in one text."""

_PLAIN_NAME = re.compile(r"\w[\w.-]*")


class _Listed(NamedTuple):
    """An article as ``contents`` lists it."""

    name: str
    span: Span


class _Listing(NamedTuple):
    """A section as ``contents`` lists it."""

    name: Line
    articles: tuple[_Listed, ...]
    span: Span


class _Head(NamedTuple):
    """What ``issue.yaml`` says: an issue without its articles, and how its contents lists them.

    ``whole``: every list of the contents could be read, so that what is in none is in none.
    """

    issue: Issue
    contents: tuple[_Listing, ...]
    whole: bool


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
    listed, unlisted = _check_contents(head, files, findings)
    rest = sorted(files.keys() - set(listed))
    articles = _read_articles(listed + rest, files, folder, findings)
    for name in unlisted:
        findings.add(Span(files[name], 1, 1), "article-not-listed", name=name)
    sections = tuple(
        Section(
            read_section_name(row.name, findings),
            tuple(articles[item.name] for item in row.articles if item.name in articles),
            row.span,
        )
        for row in head.contents
    )
    issue = head.issue._replace(sections=sections)
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
    reader = Reader(Span(path, 1, 1), lambda node, found: _head_of(node, names, found), lambda: KEYS, MAX_NODES)
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
    contents, whole = _read_contents(fields, names)
    return _Head(issue, contents, whole)


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


def _read_contents(fields: Fields, names: Collection[str]) -> tuple[tuple[_Listing, ...], bool]:
    """Sections with the articles listed; and whether all the lists could be read."""
    sections: list[_Listing] = []
    whole = True
    for item in fields.filled_items("contents"):
        section = read_fields(item, SECTION_KEYS, fields.findings)
        if section is None:
            continue
        match section.entries.get("articles"):
            case Entry(value=Sequence()):
                pass
            case _:
                whole = False
        listed = [one for node in section.filled_items("articles") for one in _listed(node, names, fields.findings)]
        sections.append(_Listing(section.line("section"), tuple(listed), section.span_of("section")))
    return tuple(sections), whole and bool(sections)


def _listed(node: Node, names: Collection[str], findings: Findings) -> list[_Listed]:
    """An article of a list; several where something else than a comma makes them one."""
    match node:
        case Sequence(items=items, span=span):
            findings.add(span, "expected-text", key="articles")
            return [one for item in items for one in _listed(item, names, Findings())]
        case Scalar(text=text, quoted=False, span=span) if (bare := text.strip("“”‘’＂＇")) != text:
            findings.add(span, "full-width-mark", typed="“ ”", instead='" "')
            node = Scalar(bare, bare, False, span)
    name = _composed(read_text(node, "articles", findings))
    parts = _names_in(name, names)
    if len(parts) > 1:
        findings.add(node.span, "list-comma", typed=quoted(name), instead=quoted(", ".join(parts)))
    elif parts:
        report_mark(name, parts[0], node.span, findings)
    return [_Listed(part, node.span) for part in parts]


def _names_in(text: str, names: Collection[str]) -> list[str]:
    """The names in a text: itself where a file is called so, what Chinese commas part, what else is between files."""
    if text in names:
        return [text]
    parts = parts_of(text)
    if len(parts) != 1 or parts[0] in names:
        return parts
    between = [part for part in re.split(_BETWEEN, text) if part]
    return between if all(_bare(part) in names for part in between) and len(between) > 1 else parts


def _bare(name: str) -> str:
    """An article's name without the number, suffix and folder of its file."""
    file = name.rpartition("/")[2]
    match = ARTICLE_FILE.fullmatch(file if file.lower().endswith(".md") else f"{file}.md")
    return match["name"] if match else file


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


def _check_contents(head: _Head, files: dict[str, str], findings: Findings) -> tuple[list[str], list[str]]:
    """The names that contents lists and that have a file, each once, in order; and the files that it surely lacks."""
    seen: dict[str, Span] = {}
    mistyped: set[str] = set()
    for section in head.contents:
        for name, span in section.articles:
            if name in seen:
                findings.add(span, "article-twice", name=quoted(name), line=seen[name].line)
            elif name not in files:
                mistyped.add(_report_missing(name, span, files, findings))
            seen.setdefault(name, span)
    unlisted = sorted(files.keys() - seen.keys() - mistyped) if head.whole else []
    return [name for name in seen if name in files], unlisted


def _report_missing(name: str, span: Span, files: dict[str, str], findings: Findings) -> str:
    """Report an article that has no file; gives the one that is meant, empty where none is near."""
    from huozi.slips.key_names import near

    bare = _bare(name)
    meant = bare if bare in files else near(name, files)
    if meant:
        findings.add(span, "article-missing", name=quoted(name), nearest=meant)
    else:
        findings.add(span, "article-unheard", name=quoted(name))
    return meant


def _read_articles(names: list[str], files: dict[str, str], folder: str, findings: Findings) -> dict[str, Article]:
    articles: dict[str, Article] = {}
    for name in names:
        article = read_article(name, files[name], folder, findings)
        if article:
            articles[name] = article
    return articles
