"""The figures, tables, boxes and notes of an edition: where each stands, what the source says of it, what calls it.

They go where pages have room for them, so where they stand is told of them as wholes, beside the lines that they have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from huozi.blocks.counting import label_of, numbers_in
from huozi.content.issue_model import Article, Issue
from huozi.content.model import Box, CrossRef, Figure, NoteRef, Table
from huozi.content.running_text import every_block, running_text
from huozi.diagnostics import Span
from huozi.digests import blake2b
from huozi.display import GlyphRun, Image, Page, Stand
from huozi.records import NamedTuple
from huozi.rounds.edition import EditionItem, ItemKind, Where
from huozi.rounds.sources import said
from huozi.structure import Element, Kind, lineage
from huozi.style.references import ReferenceStyle

KINDS: Mapping[Kind, ItemKind] = {
    Kind.FIGURE: "figure",
    Kind.TABLE: "table",
    Kind.BOX: "box",
    Kind.NOTE: "note",
}

DIGEST_BYTES = 6

Name: TypeAlias = Callable[[str], str]


class Told(NamedTuple):
    """What the source says of an item: its article, kind, name, label, a digest of the rest, and what mentions it.

    ``mention`` is the place of the paragraph in which it is mentioned first; no file: in none.
    """

    article: str
    kind: ItemKind
    name: str
    label: str
    source: str
    mention: Span


def items_of(issue: Issue, pages: Sequence[Page], style: ReferenceStyle, name: Name) -> tuple[EditionItem, ...]:
    """The items of an issue whose pages are made, in the order in which they begin there."""
    told = told_of(issue, style)
    found: dict[Span, _Found] = {}
    runs = _Mentions(pages, {each.mention for each in told.values() if each.mention.file})
    for page in pages:
        for span, own in _on_page(page, told).items():
            if span in found:
                found[span] = found[span]._replace(last=page.index, images=(*found[span].images, *_images(page, own)))
            else:
                where, column = _where(page, own, told[span].kind)
                found[span] = _Found(page.index, page.index, where, column, tuple(_images(page, own)))
    numbers = _numbers(pages) if any(each.kind == "note" for each in told.values()) else {}
    return tuple(
        EditionItem(
            *told[span][:3],
            numbers.get(span) or told[span].label,
            told[span].source,
            _digest_of_files(each.images),
            span._replace(file=name(span.file)),
            each.first,
            each.last,
            each.where,
            each.column,
            runs.page(told[span], numbers.get(span, "")),
        )
        for span, each in found.items()
    )


class _Found(NamedTuple):
    """An item on its pages: the first and the last, where on the first, in which column, its pictures' files."""

    first: int
    last: int
    where: Where
    column: int
    images: tuple[str, ...]


# ------------------------------------------------------------------ the source


def told_of(issue: Issue, style: ReferenceStyle) -> dict[Span, Told]:
    """What the source says of each figure, table, box and note of an issue, by their places."""
    found: dict[Span, Told] = {}
    for article in (*issue.articles, *issue.fillers):
        mentions, calls = _mentions(article)
        numbers = numbers_in(article, issue, style)
        for block in every_block((*article.blocks, *(block for _, note in article.notes for block in note))):
            match block:
                case Figure(name=key) | Table(name=key):
                    kind: ItemKind = "figure" if isinstance(block, Figure) else "table"
                    label = label_of(block, numbers[block.span], style) if block.span in numbers else ""
                    mention = mentions.get(key, Span("")) if key else Span("")
                    found[block.span] = Told(article.name, kind, key, label, _said(block), mention)
                case Box(style=key):
                    found[block.span] = Told(article.name, "box", key, "", _said(block), Span(""))
                case _:
                    pass
        for key, blocks in article.notes:
            if blocks:
                source = _digest("\0".join(said(run.inlines) for run in running_text(blocks)))
                found[blocks[0].span] = Told(article.name, "note", key, key, source, calls.get(key, Span("")))
    return found


def _mentions(article: Article) -> tuple[dict[str, Span], dict[str, Span]]:
    """The paragraphs in which names are mentioned first, and in which notes are called first."""
    mentions: dict[str, Span] = {}
    calls: dict[str, Span] = {}
    for run in running_text(article.blocks):
        for inline in run.inlines:
            match inline:
                case CrossRef(target, _, _, ""):
                    mentions.setdefault(target, run.span)
                case NoteRef(key):
                    calls.setdefault(key, run.span)
                case _:
                    pass
    return mentions, calls


def _said(block: Figure | Table | Box) -> str:
    """A digest of what the source says of a block: its texts, its pictures, how it is to stand."""
    texts = [said(run.inlines) for run in running_text((block,))]
    match block:
        case Figure(pictures):
            facts: list[object] = [(each.path, each.page, each.crop) for each in pictures]
        case Table(_, _, rows, heads, aligns):
            facts = [[(each.rows, each.columns) for each in row] for row in rows]
            facts += [heads, aligns, block.widths, block.style]
        case Box():
            facts = [block.style, block.columns]
    return _digest(repr((texts, facts, block.wish._replace(places=()))))


# ------------------------------------------------------------------ the pages


def _on_page(page: Page, told: Mapping[Span, Told]) -> dict[Span, list[int]]:
    """The items of a page that belong to each item, by the item's place; what is in several belongs to all."""
    found: dict[Span, list[int]] = {}
    known: dict[Element, tuple[Span, ...]] = {}
    for index, placed in enumerate(page.items):
        element = placed.element
        if element is None:
            continue
        if element not in known:
            known[element] = tuple(dict.fromkeys(_spans(element, told)))
        for span in known[element]:
            found.setdefault(span, []).append(index)
    return found


def _spans(element: Element, told: Mapping[Span, Told]) -> Iterator[Span]:
    """The places of the items that an element is part of."""
    for each in lineage(element):
        kind = KINDS.get(each.kind)
        if kind is not None and each.span in told and told[each.span].kind == kind:
            yield each.span


def _numbers(pages: Iterable[Page]) -> dict[Span, str]:
    """The numbers of notes as their articles count them, by their places; none of what has a mark of its own."""
    found: dict[Span, str] = {}
    for element in dict.fromkeys(placed.element for page in pages for placed in page.items):
        for each in lineage(element):
            if each.kind is Kind.NOTE and each.level:
                found[each.span] = str(each.level)
    return found


def belongs(element: Element | None) -> bool:
    """Whether something is part of a figure, a table, a box or a note."""
    return any(each.kind in KINDS for each in lineage(element))


def _where(page: Page, own: Sequence[int], kind: ItemKind) -> tuple[Where, int]:
    """Where an item stands on its page, and the number of its column from 1."""
    mine = set(own)
    stands = [stand for stand in page.stands if not mine.isdisjoint(stand.items)]
    if not stands:
        return "text", 1
    first = stands[0]
    column = first.column + 1
    if kind == "note":
        return ("foot" if not any(_is_text(page, each) for each in _after(page, stands[-1])) else "text"), column
    if any(page.items[index].element is not None and index not in mine for index in first.items):
        return "beside", column
    others = [each for each in page.stands if each not in stands and _is_text(page, each) and _meets(each, first)]
    top = _top(page, first)
    above, below = (any((_top(page, each) < top) is is_above for each in others) for is_above in (True, False))
    if not others:  # it has its column to itself, or all the page
        is_alone = not any(each not in stands and _is_text(page, each) for each in page.stands)
        return ("page" if is_alone else "head"), column
    return ("text" if above and below else "foot" if above else "head"), column


def _after(page: Page, stand: Stand) -> Iterator[Stand]:
    """The pieces of text that stand below one in its column."""
    top = _top(page, stand)
    return (each for each in page.stands if _meets(each, stand) and _top(page, each) > top)


def _meets(stand: Stand, other: Stand) -> bool:
    """Whether one piece of text may stand above another: in the same column, or one runs over all of them."""
    return stand.columns != other.columns or stand.column == other.column


def _is_text(page: Page, stand: Stand) -> bool:
    """Whether a piece of text is running text, and part of no item."""
    elements = [page.items[index].element for index in stand.items if isinstance(page.items[index].item, GlyphRun)]
    return bool(elements) and not all(map(belongs, elements))


def _top(page: Page, stand: Stand) -> int:
    return min((page.items[index].y for index in stand.items), default=0)


def _images(page: Page, own: Iterable[int]) -> Iterator[str]:
    """The files of the pictures among items of a page."""
    for index in own:
        item = page.items[index].item
        if isinstance(item, Image):
            yield item.path


class _Mentions:
    """On which page each item is mentioned: the line of the paragraph that says its label, that of a note's call, else
    that paragraph's first.

    Only paragraphs that mention something are looked at.
    """

    def __init__(self, pages: Sequence[Page], wanted: set[Span]) -> None:
        self.texts: dict[Span, dict[int, str]] = {}
        self.calls: dict[tuple[Span, str], int] = {}
        for page in pages if wanted else ():
            for placed in page.items:
                number = ""
                for each in lineage(placed.element):
                    if each.kind is Kind.CALL:
                        number = str(each.level)
                    elif each.span in wanted and isinstance(placed.item, GlyphRun):
                        if number:
                            self.calls.setdefault((each.span, number), page.index)
                        on = self.texts.setdefault(each.span, {})
                        on[page.index] = on.get(page.index, "") + "".join(placed.item.texts)
                        break

    def page(self, told: Told, number: str = "") -> int:
        """The page of an item's first mention, -1 where none is known; ``number`` is a note's."""
        if (told.mention, number) in self.calls:
            return self.calls[told.mention, number]
        texts = self.texts.get(told.mention, {})
        label = "".join(told.label.split())
        said_on = (page for page, text in texts.items() if label and told.kind != "note" and label in _plain(text))
        return next(said_on, next(iter(texts), -1))


def _plain(text: str) -> str:
    return "".join(text.split())


def _digest_of_files(paths: Iterable[str]) -> str:
    """A digest of what is in files; empty where there are none."""
    made = blake2b(digest_size=DIGEST_BYTES)
    any_read = False
    for path in dict.fromkeys(paths):
        any_read = True
        try:
            with open(path, "rb") as file:
                while piece := file.read(1 << 20):
                    made.update(piece)
        except OSError:
            made.update(b"\0missing")
    return made.hexdigest() if any_read else ""


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=DIGEST_BYTES).hexdigest()
