"""Inside pages in black ink alone, and which of them carry colour where they may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from huozi.display import Bookmark, Comment, GlyphRun, Image, Ink, Item, Link, Page, Path, Placed, Rule

FULL = 1000
WEIGHTS = (300, 590, 110)
"""What cyan, magenta and yellow weigh in a grey (ISO 32000-1, 10.3.3), in thousandths."""


def in_black(ink: Ink) -> Ink:
    """An ink as dark in black alone.

    >>> in_black(Ink(0, 1000, 1000, 0))[:4], in_black(Ink(200, 0, 0, 900))[:4]
    ((0, 0, 0, 700), (0, 0, 0, 960))
    """
    if not any(ink[:3]):
        return ink
    grey = sum(weight * part for weight, part in zip(WEIGHTS, ink[:3], strict=True)) // FULL
    return ink._replace(cyan=0, magenta=0, yellow=0, black=min(FULL, grey + ink.black))


def inside_in_black(pages: Iterable[Page], covers: Iterable[str]) -> tuple[Page, ...]:
    """Pages, all but those with a cover's label in black alone: text, rules, tints, outlines and pictures."""
    outside = frozenset(covers)
    return tuple(page if page.label in outside else _black_page(page) for page in pages)


def _black_page(page: Page) -> Page:
    return page._replace(items=tuple(map(_black_placed, page.items)))


def _black_placed(placed: Placed) -> Placed:
    item = _black_item(placed.item)
    return placed if item is placed.item else placed._replace(item=item)


def _black_item(item: Item) -> Item:
    match item:
        case GlyphRun() | Rule():
            return item._replace(ink=in_black(item.ink)) if any(item.ink[:3]) else item
        case Path(fill=fill, stroke=stroke):
            return item._replace(
                fill=None if fill is None else in_black(fill), stroke=None if stroke is None else in_black(stroke)
            )
        case Image():
            return item._replace(is_black=True)
        case Link() | Bookmark() | Comment():
            return item
        case _:
            assert_never(item)


def pages_in_colour(
    pages: Iterable[Page], covers: Iterable[str], is_coloured: Callable[[Image], bool] = bool
) -> tuple[Page, ...]:
    """The inside pages that carry another ink than black; ``is_coloured`` tells that of pictures."""
    outside = frozenset(covers)
    return tuple(
        page
        for page in pages
        if page.label not in outside and any(_has_colour(placed.item, is_coloured) for placed in page.items)
    )


def _has_colour(item: Item, is_coloured: Callable[[Image], bool]) -> bool:
    match item:
        case GlyphRun() | Rule():
            return any(item.ink[:3])
        case Path(fill=fill, stroke=stroke):
            return any(ink is not None and any(ink[:3]) for ink in (fill, stroke))
        case Image():
            return is_coloured(item)
        case Link() | Bookmark() | Comment():
            return False
        case _:
            assert_never(item)


def told_pages(pages: Sequence[Page]) -> str:
    """Pages by what is printed on them, as people write them: ``3–5, 8``."""
    rows: list[list[Page]] = []
    for page in pages:
        if rows and rows[-1][-1].index + 1 == page.index:
            rows[-1].append(page)
        else:
            rows.append([page])
    return ", ".join(row[0].label if len(row) == 1 else f"{row[0].label}–{row[-1].label}" for row in rows)
