"""What ``issue.yaml`` lists: articles by sections, fillers by preference, each by the name of its file."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from collections.abc import Mapping as Table

from huozi.content.fields import Fields, Line, parts_of, read_fields, read_text, report_mark
from huozi.content.issue_model import Article, Insert
from huozi.content.titles import report_markup
from huozi.diagnostics import Findings, Span
from huozi.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence
from huozi.records import NamedTuple
from huozi.source_file import quoted

SECTION_KEYS: dict[str, bool] = {"section": True, "name_en": False, "articles": True}
INSERT_KEYS: dict[str, bool] = {"insert": True, "pages": False, "file": False}
MOST_INSERTED = 32
"""Pages of an insert; more make an issue of its own."""

ARTICLE_FILE = re.compile(r"(?:[0-9]+[-_. ])?(?P<name>.+)\.(?:md|MD)")
_BETWEEN = r"[^\w.-]+|\.(?!md\b)\s*|[和与及]"
"""What may stand between two names of articles in one text."""


class Listed(NamedTuple):
    """An article as a list names it."""

    name: str
    span: Span


class Listing(NamedTuple):
    """A section as ``contents`` lists it."""

    name: Line
    articles: tuple[Listed, ...]
    span: Span
    name_en: str = ""


class Lists(NamedTuple):
    """The articles that an issue lists, and the pages left free between its sections.

    ``whole``: every list could be read, so that what is in none is in none.
    """

    contents: tuple[Listing, ...]
    fillers: tuple[Listed, ...]
    whole: bool
    inserts: tuple[Insert, ...] = ()

    @property
    def names(self) -> tuple[Listed, ...]:
        """The articles of the contents, in order."""
        return tuple(item for section in self.contents for item in section.articles)

    @property
    def reserve(self) -> tuple[Listed, ...]:
        """The fillers, each once; what the contents have is none."""
        own = {item.name: item for item in reversed(self.fillers)}
        taken = {item.name for item in self.names}
        return tuple(item for item in self.fillers if own[item.name] is item and item.name not in taken)


def read_lists(fields: Fields, names: Collection[str]) -> Lists:
    """The sections with the articles listed, and the fillers; ``names`` are those that have a file."""
    sections: list[Listing] = []
    inserts: list[Insert] = []
    whole = True
    for item in fields.filled_items("contents"):
        if _is_insert(item):
            inserts += _inserts(item, len(sections), fields.findings)
            continue
        section = read_fields(item, SECTION_KEYS, fields.findings)
        if section is None:
            continue
        whole = whole and _is_list(section, "articles")
        listed = items_of(section.filled_items("articles"), "articles", names, fields.findings)
        name_en = _plain(section, "name_en")
        sections.append(Listing(section.line("section"), listed, section.span_of("section"), name_en))
    if inserts and not sections:
        fields.findings.add(fields.span_of("contents"), "no-sections")
    fillers: tuple[Listed, ...] = ()
    match fields.entries.get("fillers"):
        case None | Entry(value=Scalar(value=None)):
            pass
        case _:
            whole = whole and _is_list(fields, "fillers")
            fillers = items_of(fields.items("fillers"), "fillers", names, fields.findings)
    return Lists(tuple(sections), fillers, whole and bool(sections), tuple(inserts))


def _is_insert(item: Node) -> bool:
    """Whether an entry of the contents is one of pages left free, in English or in Chinese."""
    match item:
        case Mapping(entries=entries):
            keys = {entry.key for entry in entries}
        case _:
            return False
    if "insert" in keys or not keys.isdisjoint(SECTION_KEYS):
        return keys.isdisjoint(SECTION_KEYS)
    from huozi.slips.key_names import meant

    return any(meant(key, INSERT_KEYS) == "insert" for key in keys)


def _inserts(item: Node, before: int, findings: Findings) -> list[Insert]:
    """The pages left free that an entry of the contents asks for, before a section of a number."""
    insert = read_fields(item, INSERT_KEYS, findings)
    name = _plain(insert, "insert") if insert else ""
    if not insert or not name:
        return []
    free = Insert(name, insert.up_to("pages", MOST_INSERTED) or 1, before, insert.span_of("insert"))
    written = insert.optional_text("file")
    if not written:
        return [free]
    from huozi.content.page_files import path_and_page  # few inserts have one

    span = insert.span_of("file")
    file, first = path_and_page(written, span, os.path.dirname(span.file), findings)
    return [free._replace(file=file, first=first)]


def _plain(fields: Fields, key: str) -> str:
    """A line that is printed as it is typed, empty where it is not there; one that must be there is not empty."""
    line = fields.line(key) if key == "insert" else fields.optional_line(key)
    report_markup(line, key, fields.findings)
    return line.text


def _is_list(fields: Fields, key: str) -> bool:
    match fields.entries.get(key):
        case Entry(value=Sequence()):
            return True
        case _:
            return False


def items_of(nodes: Iterable[Node], key: str, names: Collection[str], findings: Findings) -> tuple[Listed, ...]:
    """The articles that a list under a key names; ``names`` are those that have a file."""
    return tuple(one for node in nodes for one in _listed(node, key, names, findings))


def _listed(node: Node, key: str, names: Collection[str], findings: Findings) -> list[Listed]:
    """An article of a list; several where something else than a comma makes them one."""
    match node:
        case Sequence(items=items, span=span):
            findings.add(span, "expected-text", key=key)
            return [one for item in items for one in _listed(item, key, names, Findings())]
        case Scalar(text=text, quoted=False, span=span) if (bare := text.strip("“”‘’＂＇")) != text:
            findings.add(span, "full-width-mark", typed="“ ”", instead='" "')
            node = Scalar(bare, bare, False, span)
    name = composed(read_text(node, key, findings))
    parts = _names_in(name, names)
    if len(parts) > 1:
        findings.add(node.span, "list-comma", typed=quoted(name), instead=quoted(", ".join(parts)))
    elif parts:
        report_mark(name, parts[0], node.span, findings)
    return [Listed(part, node.span) for part in parts]


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


def composed(name: str) -> str:
    """A name with its accents composed: file systems differ in how they keep ``é``."""
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFC", name)


def check_lists(lists: Lists, files: Table[str, str], findings: Findings) -> tuple[list[str], list[str]]:
    """The names listed that have a file, each once, in order; and the names of files that surely are in no list.

    Findings: ``article-twice``, ``article-missing``, ``article-unheard``.
    """
    seen: dict[str, Span] = {}
    mistyped: set[str] = set()
    for name, span in (*lists.names, *lists.fillers):
        if name in seen:
            findings.add(span, "article-twice", name=quoted(name), line=seen[name].line)
        elif name not in files:
            mistyped.add(report_missing(name, span, files, findings))
        seen.setdefault(name, span)
    unlisted = sorted(files.keys() - seen.keys() - mistyped) if lists.whole else []
    return [name for name in seen if name in files], unlisted


def report_missing(name: str, span: Span, files: Table[str, str], findings: Findings) -> str:
    """Report an article that has no file; gives the one that is meant, empty where none is near."""
    from huozi.slips.key_names import near

    bare = _bare(name)
    meant = bare if bare in files else near(name, files)
    if meant:
        findings.add(span, "article-missing", name=quoted(name), nearest=meant)
    else:
        findings.add(span, "article-unheard", name=quoted(name))
    return meant


def check_kinds(lists: Lists, articles: Table[str, Article], findings: Findings) -> None:
    """Report fillers among the articles of the contents, and articles among the fillers.

    Findings: ``filler-in-contents``, ``filler-kind``.
    """
    for name, span in lists.names:
        if name in articles and articles[name].kind == "filler":
            findings.add(span, "filler-in-contents", name=name)
    for name, span in lists.reserve:
        if name in articles and articles[name].kind != "filler":
            findings.add(span, "filler-kind", name=name, file=os.path.basename(articles[name].span.file))
