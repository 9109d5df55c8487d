"""The edition of an issue whose pages are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from huozi.content.issue_model import Issue
from huozi.content.model import Heading
from huozi.content.plain import plain_title
from huozi.content.running_text import running_text
from huozi.diagnostics import Span
from huozi.digests import blake2b
from huozi.display import Bookmark, Comment, GlyphRun, Image, Link, Page, Path, Placed, Rule, on_line
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.rounds.edition import Edition, EditionArticle, EditionLine, EditionPage, EditionParagraph
from huozi.rounds.sources import Sources, add_blocks, entries_of, said, sources_of
from huozi.sheets.lines import TextLine, lines_of
from huozi.structure import Element, Kind, lineage

DIGEST_BYTES = 6

Name = Callable[[str], str]
"""The name of a file that is the same wherever its folder lies."""


class _Texts(NamedTuple):
    """What the source says of text, and of entries of the contents; articles by their files."""

    sources: Sources
    entries: Sources
    articles: dict[str, str]


class _Line(NamedTuple):
    """A line with its page."""

    page: int
    line: TextLine
    look: str
    setting: str


def edition_of(issue: Issue, pages: Iterable[Page], title: str, name: Callable[[str], str]) -> Edition:
    """The edition of an issue.

    ``title``: what it calls itself. ``name`` gives files their names (:class:`huozi.commands.fingerprints.Roots`).
    """
    pages = tuple(pages)
    filed = {article.span.file: article.name for article in (*issue.articles, *issue.fillers)}
    texts = _Texts(sources_of(issue), entries_of(issue), filed)
    lines = {page.index: lines_of(page) for page in pages}
    folios = _folios(pages)
    return Edition(
        title,
        tuple(_page(page, lines[page.index]) for page in pages),
        tuple(_paragraphs(pages, lines, texts, name)),
        tuple(
            EditionArticle(
                each.name, plain_title(each.title), plain_title(section.title), folios.get(each.span.file, "")
            )
            for section in issue.sections
            for each in section.articles
        ),
        tuple((plain_title(section.title), _section_folio(pages, section.span)) for section in issue.sections),
    )


def unset_edition(issue: Issue, title: str, name: Callable[[str], str]) -> Edition:
    """What there is to compare of an issue that can be read and not set: its titles, headings and paragraphs."""
    paragraphs: list[EditionParagraph] = []
    for article in (*issue.articles, *issue.fillers):
        texts: Sources = {article.title.span: said(article.title.inlines)}
        kinds = {article.title.span: (Kind.TITLE.value, 1)}
        add_blocks(texts, article.blocks)
        for run in running_text(article.blocks):
            is_heading = isinstance(run, Heading)
            kinds.setdefault(run.span, (Kind.HEADING.value if is_heading else Kind.PARAGRAPH.value, 0))
        for span, told in texts.items():
            kind, level = kinds[span]
            place = span._replace(file=name(span.file))
            paragraphs.append(EditionParagraph(article.name, kind, level, source_digest(kind, told), place, ()))
    articles = tuple(
        EditionArticle(each.name, plain_title(each.title), plain_title(section.title), "")
        for section in issue.sections
        for each in section.articles
    )
    return Edition(
        title, (), tuple(paragraphs), articles, tuple((plain_title(each.title), "") for each in issue.sections)
    )


def source_digest(kind: str, said: str) -> str:
    """What the source says of a piece of text, as a digest."""
    return _digest(f"{kind}\0{said}")


def _folios(pages: Iterable[Page]) -> dict[str, str]:
    """The folio of the first page that each article stands on, by its file."""
    found: dict[str, str] = {}
    for page in pages:
        for stand in page.stands:
            if stand.span.file.endswith(".md"):
                found.setdefault(stand.span.file, page.folio or "")
    return found


def _section_folio(pages: Iterable[Page], span: Span) -> str:
    return next((page.folio or "" for page in pages for stand in page.stands if stand.span == span), "")


def _paragraphs(
    pages: Iterable[Page], lines: dict[int, tuple[TextLine, ...]], texts: _Texts, name: Name
) -> Iterator[EditionParagraph]:
    """What belongs together in the source, in the order in which it begins on the pages."""
    grouped: dict[Element, list[_Line]] = {}
    elements: dict[Element, dict[Element, None]] = {}
    for page in pages:
        for line in lines[page.index]:
            if line.element is None:
                continue
            grouped.setdefault(line.element, []).append(
                _Line(page.index, line, _look(page, line), _setting(page, line))
            )
            seen = elements.setdefault(line.element, {line.element: None})
            for index in line.items:
                element = page.items[index].element
                if element is not None:
                    seen.setdefault(element)
    for element, own in grouped.items():
        told = "\0".join(filter(None, (_said(part, own, texts, is_own=part is element) for part in elements[element])))
        place = element.span._replace(file=name(element.span.file))
        article = next((texts.articles.get(each.span.file, "") for each in lineage(element)), "")
        yield EditionParagraph(
            "" if _is_quoted(element) else article,
            element.kind.value,
            element.level,
            source_digest(element.kind.value, told),
            place,
            tuple(
                EditionLine(page, line.column, line.number, line.baseline, line.text, look, setting)
                for page, line, look, setting in own
            ),
        )


def _is_quoted(element: Element) -> bool:
    """Whether text is part of the contents, which quote what stands elsewhere."""
    return any(each.kind in (Kind.CONTENTS, Kind.CONTENTS_ENTRY) for each in lineage(element))


def _said(element: Element, lines: Iterable[_Line], texts: _Texts, *, is_own: bool) -> str:
    """What the source says of an element; of one without a text of its own, what its lines show."""
    if _is_quoted(element):
        told = texts.entries.get(element.span)
    elif element.kind is Kind.LABEL:
        told = ""
    else:
        told = texts.sources.get(element.span)
    if told is not None:
        return told
    return "".join("".join(line.text.split()) for _, line, _, _ in lines) if is_own else ""


def _look(page: Page, line: TextLine) -> str:
    """A digest of what a line looks like, wherever its glyphs stand: its faces, sizes and inks, what decorates it."""
    told: list[object] = []
    for index in line.items:
        match page.items[index].item:
            case GlyphRun(face=face, size=size, texts=texts, ink=ink, rise=rise):
                told.append((face, size, "".join(texts), ink, rise))
            case Link() | Bookmark() | Comment():
                pass
            case Rule() | Path() | Image() as drawn:
                told.append(type(drawn).__name__)
            case never:
                assert_never(never)
    return _digest(repr(told))


def _setting(page: Page, line: TextLine) -> str:
    """A digest of how a line is set: what it is made of, each at its place from the edge of its column.

    Links are no part of it: where they lead follows from other pages.
    """
    items = (page.items[index] for index in line.items)
    told = [
        _shown(placed, placed.x - line.edge, placed.y - line.baseline)
        for placed in items
        if not isinstance(placed.item, Link)
    ]
    return _digest(repr(told))


def _shown(placed: Placed, x: Mpt, y: Mpt) -> tuple[object, ...]:
    """What is drawn at a place: a picture by the name of its file, for folders differ from machine to machine."""
    item = placed.item
    if isinstance(item, Image):
        item = item._replace(path=item.path.replace("\\", "/").rpartition("/")[2])
    return (x, y, item, "turned") if placed.is_turned else (x, y, item)


def _page(page: Page, lines: Iterable[TextLine]) -> EditionPage:
    own = {index for line in lines for index in line.items}
    rest = [placed for index, placed in enumerate(page.items) if index not in own]
    drawn = [_shown(placed, placed.x, placed.y) for placed in rest if not isinstance(placed.item, Link)]
    return EditionPage(
        page.label, page.folio or "", tuple(_furniture(rest)), _digest(repr((page.side, page.trim, drawn)))
    )


def _furniture(items: Iterable[Placed]) -> Iterator[str]:
    """The texts of what is no line, those on one baseline together."""
    rows: dict[tuple[Mpt, bool], str] = {}
    for placed in items:
        if isinstance(placed.item, GlyphRun):
            row = on_line(placed)[0], placed.is_turned
            rows[row] = rows.get(row, "") + "".join(placed.item.texts)
    yield from rows.values()


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=DIGEST_BYTES).hexdigest()
