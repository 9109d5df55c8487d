"""Two editions compared: which lines changed, which moved, which were set anew; which pages readers must see again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from huozi.rounds.changes import (
    Comparison,
    FolioChange,
    FurnitureChange,
    ItemChange,
    LineChange,
    LineKind,
    TitleChange,
    Where,
)
from huozi.rounds.edition import Edition, EditionLine, EditionPage, EditionParagraph
from huozi.rounds.items import item_changes
from huozi.rounds.matching import RUNNING, Pair, likeness, matched, text_of


def compare(old: Edition, new: Edition) -> Comparison:
    """All that differs between two editions of an issue.

    Where the old one has no pages (it could not be set) only what says something else is told: titles, and the lines
    of titles, headings and paragraphs whose source has changed.
    """
    if not old.pages:
        return _by_text(old, new)
    pairs = matched(old.paragraphs, new.paragraphs)
    lines = _in_order(_line_changes(old, new, pairs), old, new)
    furniture = tuple(_furniture(old.pages, new.pages))
    items = tuple(item_changes(old, new))
    changed, affected = _pages(new, lines, furniture, items)
    return Comparison(
        old.title,
        new.title,
        len(old.pages),
        len(new.pages),
        lines,
        changed,
        affected,
        furniture,
        tuple(_folios(old, new)),
        tuple(_titles(old, new)),
        items,
    )


def _by_text(old: Edition, new: Edition) -> Comparison:
    """What says something else than an edition that was never set."""
    own = {paragraph.kind for paragraph in old.paragraphs}
    there = {paragraph.source for paragraph in old.paragraphs}
    text = [each for each in new.paragraphs if each.article and (each.kind in own or each.source in there)]
    lines = tuple(
        LineChange("changed", after.article, after.kind, after.place, None, _where(new.pages, line), "", line.text)
        for before, after in matched(old.paragraphs, text)
        if after is not None and (before is None or before.source != after.source)
        for line in after.lines
    )
    changed = tuple(dict.fromkeys(change.new.page for change in lines if change.new))
    titles = tuple(_titles(old, new))
    return Comparison(old.title, new.title, 0, len(new.pages), lines, changed, titles=titles)


# ------------------------------------------------------------------ lines


def _line_changes(old: Edition, new: Edition, pairs: Sequence[Pair]) -> Iterator[LineChange]:
    """What is not the same of paragraphs that belong together.

    An old paragraph may belong to several new ones, which it was parted into: what none of them has of it is gone.
    """
    left = {id(before): list(before.lines) for before, _ in pairs if before is not None}
    now: dict[int, str] = dict.fromkeys(left, "")
    for before, after in pairs:
        if after is not None:
            yield from _of_pair(old, new, before, after, left[id(before)] if before is not None else [])
        if before is not None and after is not None:
            now[id(before)] += text_of(before) if before.source == after.source else text_of(after)
    for before in {id(each): each for each, _ in pairs if each is not None}.values():
        for line in left[id(before)]:
            if line.text not in now[id(before)]:
                where = _where(old.pages, line)
                yield LineChange("gone", before.article, before.kind, before.place, where, None, line.text, "")


def _of_pair(
    old: Edition,
    new: Edition,
    before: EditionParagraph | None,
    after: EditionParagraph,
    left: list[EditionLine],
) -> Iterator[LineChange]:
    """The lines of a new paragraph beside those of the old one; what is used of ``left`` is taken out of it."""
    is_same = before is not None and before.source == after.source
    found = _paired(after.lines, left)
    told = list(found)
    if before is not None and not is_same:
        told = _counterparts(after, found, left)
    elif before is not None:
        told = [was or _nearest(line, before.lines) for line, was in zip(after.lines, found, strict=True)]
    for line, was, stood in zip(after.lines, found, told, strict=True):
        kind = _kind(line, was, old, new, is_same=is_same)
        if kind is not None:
            there = None if stood is None else _where(old.pages, stood)
            text = "" if stood is None else stood.text
            where = _where(new.pages, line)
            yield LineChange(kind, after.article, after.kind, after.place, there, where, text, line.text)


def _counterparts(
    after: EditionParagraph, found: Sequence[EditionLine | None], left: list[EditionLine]
) -> list[EditionLine | None]:
    """The old line that each new one is told beside: its own, else the one it comes nearest to, each once.

    Of what is no running text (a title, a byline) lines come together in their order, however little is left of them.
    """
    told = list(found)
    for at, line in enumerate(after.lines):
        if told[at] is None and (near := _nearest(line, left)) is not None:
            left.remove(near)
            told[at] = near
    if after.kind not in RUNNING:
        for at in range(len(told)):
            if told[at] is None and left:
                told[at] = left.pop(0)
    return told


def _paired(lines: Sequence[EditionLine], left: list[EditionLine]) -> list[EditionLine | None]:
    """The old line of each new one: the same text set the same, else the same text; each old line once."""
    found: list[EditionLine | None] = [None] * len(lines)
    for is_strict in (True, False):
        by_key: dict[object, list[EditionLine]] = defaultdict(list)
        for line in left:
            by_key[_key(line, is_strict=is_strict)].append(line)
        for at, line in enumerate(lines):
            there = by_key.get(_key(line, is_strict=is_strict))
            if found[at] is None and there:
                found[at] = there.pop(0)
                left.remove(found[at])  # type: ignore[arg-type]  # it has just been found
    return found


def _key(line: EditionLine, *, is_strict: bool) -> object:
    return (line.text, line.setting) if is_strict else line.text


def _kind(line: EditionLine, was: EditionLine | None, old: Edition, new: Edition, *, is_same: bool) -> LineKind | None:
    """What is to be said of a line that was ``was``; nothing where it is the same."""
    if was is None:
        return "reset" if is_same else "changed"
    if was.setting != line.setting:
        return "reset" if is_same or was.look == line.look else "changed"
    return None if _stands_as(line, was, new.pages, old.pages) else "moved"


def _nearest(line: EditionLine, lines: Sequence[EditionLine]) -> EditionLine | None:
    """The line that a text comes nearest to; none where none has much of it."""
    best = max(lines, key=lambda each: likeness(each.text, line.text), default=None)
    return best if best is not None and likeness(best.text, line.text) >= ALIKE else None


ALIKE = 0.3
"""Two lines are one that was corrected where they share this part of their pairs of characters."""


def _stands_as(
    line: EditionLine, was: EditionLine, pages: Sequence[EditionPage], old_pages: Sequence[EditionPage]
) -> bool:
    """Whether a line stands where it stood and is counted alike; what an edition does not count has no number."""
    if was.number > 0 and line.number > 0 and was.number != line.number:
        return False
    there = (old_pages[was.page].label, was.column, was.baseline)
    return (pages[line.page].label, line.column, line.baseline) == there


def _where(pages: Sequence[EditionPage], line: EditionLine) -> Where:
    return Where(pages[line.page].label, line.column, line.number)


def _in_order(lines: Iterable[LineChange], old: Edition, new: Edition) -> tuple[LineChange, ...]:
    """Changes in the order of the new pages; what is gone where it was."""
    places = {page.label: at for at, page in enumerate(old.pages)}
    places |= {page.label: at for at, page in enumerate(new.pages)}

    def place(change: LineChange) -> tuple[int, int, bool, int, bool]:
        where = change.new or change.old
        assert where is not None  # a line stands somewhere  # noqa: S101
        return places[where.page], where.column, where.line < 0, abs(where.line), change.new is None

    return tuple(sorted(lines, key=place))


# ------------------------------------------------------------------ pages


def _furniture(old: Sequence[EditionPage], new: Sequence[EditionPage]) -> Iterator[FurnitureChange]:
    """Pages of the same label whose furniture or design is not the same."""
    before = {page.label: page for page in old}
    for page in new:
        was = before.get(page.label)
        if was is not None and was.rest != page.rest:
            yield FurnitureChange(page.label, was.furniture, page.furniture)


def _pages(
    new: Edition, lines: Sequence[LineChange], furniture: Sequence[FurnitureChange], items: Sequence[ItemChange]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pages with changes in their text, and those that only show the consequences."""
    labels = [page.label for page in new.pages]
    touched = {where.page for change in lines if change.kind in ("changed", "gone") for where in [_shown(change)]}
    stirred = {where.page for change in lines if change.kind in ("moved", "reset") for where in [_shown(change)]}
    stirred |= {change.page for change in furniture}
    for each in items:
        place = each.new or each.old
        if place is not None:
            (stirred if each.kind in ("moved", "renumbered") else touched).add(place.page)
    changed = tuple(label for label in labels if label in touched)
    return changed, tuple(label for label in labels if label in stirred and label not in touched)


def _shown(change: LineChange) -> Where:
    where = change.new or change.old
    assert where is not None  # noqa: S101
    return where


def _folios(old: Edition, new: Edition) -> Iterator[FolioChange]:
    """Sections and articles that begin on another page."""
    sections = dict(old.sections)
    for title, folio in new.sections:
        if sections.pop(title, "") != folio:
            yield FolioChange("", title, dict(old.sections).get(title, ""), folio)
    for title, folio in sections.items():
        yield FolioChange("", title, folio, "")
    before = {each.name: each for each in old.articles}
    for each in new.articles:
        was = before.pop(each.name, None)
        if was is None or was.folio != each.folio:
            yield FolioChange(each.name, each.title, was.folio if was else "", each.folio)
    for each in before.values():
        yield FolioChange(each.name, each.title, each.folio, "")


def _titles(old: Edition, new: Edition) -> Iterator[TitleChange]:
    """Articles whose titles are not the same, new ones and those that are gone."""
    before = {each.name: each.title for each in old.articles}
    for each in new.articles:
        was = before.pop(each.name, "")
        if was != each.title:
            yield TitleChange(each.name, was, each.title)
    for name, title in before.items():
        yield TitleChange(name, title, "")
