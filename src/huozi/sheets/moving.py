"""The items of a page taken over to a sheet: moved, made smaller where the paper is, and otherwise as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import assert_never

from huozi.display import Bookmark, Comment, GlyphRun, Image, Item, Link, Path, Placed, Rule, box_of
from huozi.geometry import Mpt, Point, Rect, Size
from huozi.makeup.folds import cut_path
from huozi.sheets.paper import WHOLE, scaled

Scaling = Callable[[Mpt], Mpt]


def moved(items: Iterable[Placed], corner: Point, scale: int, labels: Mapping[str, str]) -> Iterator[Placed]:
    """Items of a page whose trim's corner comes to a place. ``labels`` are those of the sheets by those of pages."""
    for placed in items:
        item = placed.item
        if isinstance(item, Link) and not item.uri:
            item = item._replace(target=labels.get(item.target, item.target))
        if scale == WHOLE:
            yield placed._replace(x=placed.x + corner.x, y=placed.y + corner.y, item=item)
            continue
        x, y = corner.x + scaled(placed.x, scale), corner.y + scaled(placed.y, scale)
        yield placed._replace(x=x, y=y, item=_scaled(item, lambda length: scaled(length, scale)))


def within(items: Iterable[Placed], left: Mpt | None, right: Mpt | None) -> Iterator[Placed]:
    """Items of a page cut where another one stands beside it (``None``: none does). Words are not cut."""
    for each in items:
        placed = upright(each) if each.is_turned else each
        start = None if left is None else left - placed.x
        end = None if right is None else right - placed.x
        match placed.item:
            case Rule(width, height, ink):
                first = 0 if start is None else max(start, 0)
                last = width if end is None else min(end, width)
                if first < last:
                    yield placed._replace(x=placed.x + first, item=Rule(last - first, height, ink))
            case Path() as path:
                cut = cut_path(path, -FAR if start is None else start, FAR if end is None else end)
                if cut is not None:
                    yield placed._replace(item=cut)
            case _:
                yield placed


def upright(placed: Placed) -> Placed:
    """A turned rule or outline as one that is not turned and stands where it lies; all else as it is."""
    match placed.item:
        case Rule(ink=ink):
            x, y, width, height = box_of(placed)
            return placed._replace(x=x, y=y, item=Rule(width, height, ink), is_turned=False)
        case Path(segments) as path:
            turned = tuple(_turned(segment) for segment in segments)
            return placed._replace(item=path._replace(segments=turned), is_turned=False)
        case _:
            return placed


def _turned(segment: tuple[str | Mpt, ...]) -> tuple[str | Mpt, ...]:
    """A part of an outline, its points turned a quarter to the left."""
    operator, *numbers = segment
    places = [int(number) for number in numbers]
    return (operator, *(each for x, y in zip(places[::2], places[1::2], strict=True) for each in (y, -x)))


FAR: Mpt = 10**8
"""No page reaches that far."""


def _scaled(item: Item, to: Scaling) -> Item:
    """An item at a scale."""
    match item:
        case GlyphRun():
            xs = tuple(map(to, item.xs))
            return item._replace(size=to(item.size), xs=xs, width=to(item.width), rise=to(item.rise))
        case Rule() | Link():
            return item._replace(width=to(item.width), height=to(item.height))
        case Path():
            segments = tuple(
                tuple(value if isinstance(value, str) else to(value) for value in part) for part in item.segments
            )
            return item._replace(segments=segments, stroke_width=to(item.stroke_width))
        case Image():
            return item._replace(size=Size(*map(to, item.size)))
        case Comment():
            return item._replace(boxes=tuple(Rect(*map(to, each)) for each in item.boxes))
        case Bookmark():
            return item
        case _:
            assert_never(item)
