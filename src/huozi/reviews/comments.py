"""Threads to comments: what kind each is, the words it is about, where it stands; in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from huozi.diagnostics import Span
from huozi.records import NamedTuple
from huozi.reviews.beneath import before_mark, beside, chosen, neighbours, words
from huozi.reviews.model import Annotation, Box, Comment, Kind, Place, Thread
from huozi.reviews.placing import Known, first_box, in_folder, is_own, own_place, place_of
from huozi.reviews.signs import Sign, SignsOf
from huozi.reviews.sources import Sources
from huozi.reviews.texts import date_of
from huozi.reviews.threads import GONE, PAIR

KINDS: dict[str, Kind] = {
    "Text": "note",
    "Highlight": "highlight",
    "Underline": "underline",
    "Squiggly": "squiggly",
    "StrikeOut": "delete",
    "Caret": "insert",
    "FreeText": "text",
    "Ink": "ink",
    "Stamp": "stamp",
    "Square": "shape",
    "Circle": "shape",
    "Line": "shape",
    "Polygon": "shape",
    "PolyLine": "shape",
}
"""What an annotation is to an editor, by its subtype; others are ``other``."""

INTENTS: dict[str, Kind] = {
    "FreeTextCallout": "callout",
    "FreeTextTypeWriter": "typewriter",
    "FreeTextTypewriter": "typewriter",
}
"""Kinds of free text, by what a program says it is meant for (ISO 32000-2, table 177)."""

MARKING = frozenset(("highlight", "underline", "squiggly", "delete", "replace"))
"""Kinds that mark words."""

MOST_LOOKS = 100_000_000
"""Characters that are looked at for the words of all comments; beyond, comments are told without them."""


class Reviewed(NamedTuple):
    """Comments in the order of reading, and how many are told without their words, as there are too many."""

    comments: tuple[Comment, ...]
    wordless: int = 0


class _Words(NamedTuple):
    """The words that a comment is about, and the column of its source that they begin at (0: not known)."""

    marked: str = ""
    before: str = ""
    after: str = ""
    beside: str = ""
    column: int = 0


def comments_of(
    threads: Sequence[Thread], known: Known, signs_of: SignsOf, sources: Sources, *, all_of_them: bool
) -> Reviewed:
    """The comments of a file: those of reviewers; of the proof's own those with answers, or all."""
    wanted = [thread for thread in threads if all_of_them or thread.replies or not is_own(thread.head)]
    looks, wordless = 0, 0
    found: list[tuple[tuple[int, ...], Comment]] = []
    for thread in wanted:
        place, line = place_of(thread, known)
        signs = signs_of(thread.head.sheet)
        looks += len(signs)
        if looks > MOST_LOOKS:
            wordless += 1
            signs = ()
        comment = _comment(thread, place, line, signs, sources)
        own = own_place(thread.head.name) if comment.kind == "finding" else None
        if own is not None:  # what it is about may stand between two lines: its name says where
            comment = comment._replace(place=comment.place._replace(span=in_folder(own, known.folder)))
        found.append((_order(place, thread), comment))
    found.sort(key=lambda item: item[0])
    return Reviewed(tuple(item._replace(number=n) for n, (_, item) in enumerate(found, 1)), wordless)


def _order(place: Place, thread: Thread) -> tuple[int, ...]:
    """Page, column, line, along the line; without a line from the head of the page down; then as the file has them."""
    box = next((box for item in (thread.head, *thread.members) if (box := first_box(item)) is not None), None)
    down, across = (0, 0) if box is None else (-box.top, box.left)
    return place.sheet, place.part, place.column, place.line, 0 if place.line else down, across, thread.head.key


def _comment(thread: Thread, place: Place, line: Box | None, signs: Sequence[Sign], sources: Sources) -> Comment:
    head = thread.head
    kind = kind_of(thread)
    said = _words_of(thread, kind, place.span, (line, signs), sources)
    span = place.span._replace(column=said.column) if said.column else place.span
    text = _text_of(thread, kind)
    if said.marked and "".join(text.split()) == "".join(said.marked.split()):
        text = ""  # programs may copy the words that are marked
    return Comment(
        number=0,
        kind=kind,
        place=place._replace(span=span),
        author=head.author,
        date=date_of(head.date),
        text=text,
        marked=said.marked,
        before=said.before,
        after=said.after,
        beside=said.beside,
        icon=_icon(head, kind),
        replies=tuple(reply._replace(date=date_of(reply.date)) for reply in thread.replies),
        hidden=head.hidden,
        orphan=head.answers == GONE,
    )


def kind_of(thread: Thread) -> Kind:
    """What a thread is to an editor; a caret and a strike-out together are a replacement."""
    head = thread.head
    if is_own(head):
        return "finding"
    if {head.subtype, *(item.subtype for item in thread.members)} >= PAIR:
        return "replace"
    return INTENTS.get(head.intent) or KINDS.get(head.subtype, "other")


def _text_of(thread: Thread, kind: Kind) -> str:
    """What a comment says: of a replacement the caret's text, else the first that any of its annotations has."""
    items: Iterable[Annotation] = (thread.head, *thread.members)
    if kind == "replace":
        items = sorted(items, key=lambda item: item.subtype != "Caret")
    return next((item.text for item in items if item.text), "")


def _icon(head: Annotation, kind: Kind) -> str:
    """The name of a stamp, without what programs put before it; of what is no kind of its own, what it is."""
    if kind == "other":
        return head.subtype
    return _BEFORE_A_STAMP.sub("", head.icon) if kind == "stamp" else ""


_BEFORE_A_STAMP = re.compile("^(?:SB|SH|#D?)(?=[A-Z])")
"""What Acrobat puts before the name of a stamp of its own: business, sign here, with the date of the day."""


def _words_of(
    thread: Thread, kind: Kind, span: Span, page: tuple[Box | None, Sequence[Sign]], sources: Sources
) -> _Words:
    """The words that a thread is about, and where in the source they begin."""
    line, signs = page
    head = thread.head
    boxes = [box for item in (head, *thread.members) if item.subtype != "Caret" for box in _marked_boxes(item, kind)]
    places = chosen(signs, boxes)
    if places:
        marked = words(signs, places)
        column = sources.column_of(span, marked, before_mark(signs, places[0]))
        return _Words(marked, column=column)
    if head.box is None:
        return _Words()
    told = _Words(beside=beside(signs, head.box, line))
    if kind != "insert":
        return told
    left, right = neighbours(signs, head.box, line)
    before, after = ("" if at is None else signs[at].text for at in (left, right))
    column = 0 if right is None else sources.column_of(span, after, before_mark(signs, right))
    return told._replace(before=before, after=after, column=column)


def _marked_boxes(item: Annotation, kind: Kind) -> tuple[Box, ...]:
    """The boxes of marked words; a mark that names none has its rectangle."""
    if item.boxes or kind not in MARKING or item.box is None:
        return item.boxes
    return (item.box,)
