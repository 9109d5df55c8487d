"""What ``issue.yaml`` says of cover and imprint: the picture and the articles quoted, facts that differ this once.

Loaded only for an issue that says any of it.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Table

from huozi.content.fields import Fields, line_of, read_fields, read_text
from huozi.content.issue_model import Article, CoverFile, CoverSide, CoverWish
from huozi.content.listed import Listed, Lists, items_of, report_missing
from huozi.content.page_files import path_and_page
from huozi.content.pictures import path_in_issue
from huozi.content.titles import report_markup
from huozi.diagnostics import Findings, Span
from huozi.positioned_yaml import Entry, Node, Scalar, Sequence
from huozi.source_file import quoted

SIDES: tuple[CoverSide, ...] = ("front", "inside_front", "inside_back", "back")
COVER_KEYS: dict[str, bool] = {"picture": False, "lines": False, **dict.fromkeys(SIDES, False)}
FILE_KEYS: dict[str, bool] = {"file": True, "text": False, "alt": False}

IMPRINT_KEYS: dict[str, bool] = dict.fromkeys(
    (
        "organiser", "cn", "issn", "permit", "supervisor", "co_organiser", "publisher", "editors", "address",
        "postal_code", "phone", "email", "url", "price", "distribution", "printer", "print_run", "first_year",
        "frequency",
    ),
    False,
)  # fmt: skip
"""What a layout says of its journal and an issue may say otherwise, by the same keys."""


def read_imprint(fields: Fields) -> tuple[tuple[str, tuple[str, ...], Span], ...]:
    """The facts of the imprint that differ this once, each a text or a list of texts, in the order of the file."""
    imprint = _mapping(fields, "imprint", IMPRINT_KEYS)
    if imprint is None:
        return ()
    said = ((key, _texts(imprint, key), imprint.span_of(key)) for key in imprint.entries)
    return tuple(row for row in said if row[1])


def _mapping(fields: Fields, key: str, keys: Table[str, bool]) -> Fields | None:
    """The mapping under a key; ``None`` where there is none, or after a finding."""
    match fields.entries.get(key):
        case None | Entry(value=Scalar(value=None)):
            return None
        case Entry(value=node):
            return read_fields(node, keys, fields.findings)


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    """A text, or a list of texts."""
    match fields.entries[key].value:
        case Scalar(value=None):
            return ()
        case Scalar() as node:
            nodes: tuple[Node, ...] = (node,)
        case Sequence(items=items, span=span):
            nodes = items
            if not items:
                fields.findings.add(span, "empty-list", key=key)
        case node:
            fields.findings.add(node.span, "expected-texts", key=key)
            return ()
    texts: list[str] = []
    for node in nodes:
        text = read_text(node, key, fields.findings)
        report_markup(line_of(node, text), key, fields.findings)
        texts += [text] if text else []
    return tuple(texts)


def read_cover(fields: Fields, folder: str, names: Collection[str]) -> CoverWish:
    """What an issue in a folder wants on its cover; ``names`` are the articles that have a file.

    Findings: those of paths of pictures, those of names in lists.
    """
    cover = _mapping(fields, "cover", COVER_KEYS)
    if cover is None:
        return CoverWish()
    lines: tuple[Listed, ...] = ()
    match cover.entries.get("lines"):
        case None | Entry(value=Scalar(value=None)):
            pass
        case _:
            lines = items_of(cover.items("lines"), "lines", names, cover.findings)
    files = tuple(file for side in SIDES if (file := _file(cover, side, folder)) is not None)
    return CoverWish(_picture(cover, folder), tuple((each.name, each.span) for each in lines), cover.span, files)


def _file(cover: Fields, side: CoverSide, folder: str) -> CoverFile | None:
    """A designer's page of a side: a file, or a mapping that says more of it."""
    match cover.entries.get(side):
        case None | Entry(value=Scalar(value=None)):
            return None
        case Entry(value=Scalar() as node):
            text, span, fields = read_text(node, side, cover.findings), node.span, None
        case Entry(value=node):
            fields = read_fields(node, FILE_KEYS, cover.findings)
            if fields is None:
                return None
            text, span = fields.text("file"), fields.span_of("file")
    path, page = path_and_page(text, span, folder, cover.findings)
    if not path:
        return None
    has_text = fields.flag("text", default=False) if fields else False
    return CoverFile(side, path, page, has_text, fields.optional_text("alt") if fields else "", span)


def _picture(cover: Fields, folder: str) -> str:
    """The picture's path within the issue's folder, empty where there is none."""
    written = cover.optional_text("picture")
    if not written:
        return ""
    span = cover.span_of("picture")
    path, rule = path_in_issue(written, "", folder)
    if rule:
        cover.findings.add(span, f"cover-{rule}", path=quoted(written))
    return "" if rule else path


def check_cover(
    cover: CoverWish, lists: Lists, files: Table[str, str], articles: Table[str, Article], findings: Findings
) -> None:
    """Report what a cover cannot quote: articles that are not there, are not in the contents, or are fillers.

    Findings: ``article-missing``, ``article-unheard``, ``cover-line-twice``, ``cover-line-filler``,
    ``cover-line-unlisted``.
    """
    listed = {item.name for item in lists.names}
    seen: dict[str, Span] = {}
    for name, span in cover.lines:
        if name in seen:
            findings.add(span, "cover-line-twice", name=quoted(name), line=seen[name].line)
        elif name not in files:
            report_missing(name, span, files, findings)
        elif name in articles and articles[name].kind == "filler":
            findings.add(span, "cover-line-filler", name=name)
        elif name not in listed:
            findings.add(span, "cover-line-unlisted", name=name)
        seen.setdefault(name, span)
