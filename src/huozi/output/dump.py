"""Pages as text: the display list, an item a line, as the reference format of tests and for eyes.

The same pages give the same text on every machine. Lengths are points from the trim's top left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from huozi.display import BLACK, Bookmark, Comment, GlyphRun, Image, Ink, Item, Link, Page, Path, Placed, Rule
from huozi.geometry import Mpt


def dump(pages: Iterable[Page]) -> str:
    """The pages in order, parted by empty lines."""
    return "\n".join("".join(f"{line}\n" for line in page_lines(page)) for page in pages)


def page_lines(page: Page) -> Iterator[str]:
    """A page's heading, then its items in the order they are painted."""
    folio = page.folio or "–"
    size = f"{_pt(page.trim.width)}×{_pt(page.trim.height)} bleed {_pt(page.bleed)}"
    yield f"page {page.index} {page.label} {page.side} folio {folio} {size}"
    for placed in page.items:
        yield "  " + _line(placed)


def _line(placed: Placed) -> str:
    order = str(placed.order) if placed.order >= 0 else "–"
    turned = "turned " if placed.is_turned else ""
    return f"{_pt(placed.x):>8} {_pt(placed.y):>8} {placed.role.value} {order} {turned}{_item(placed.item)}"


def _item(item: Item) -> str:
    match item:
        case GlyphRun():
            rise = f" rise {_pt(item.rise)}" if item.rise else ""
            return f"{item.face} {_pt(item.size)}{_ink(item.ink)}{rise} {_advances(item)} {quoted(''.join(item.texts))}"
        case Rule():
            return f"rule {_pt(item.width)}×{_pt(item.height)}{_ink(item.ink)}"
        case Path():
            return f"path{_path(item)}"
        case Image():
            file = item.path.replace("\\", "/").rpartition("/")[2]  # its folders differ from place to place
            return f"image {_pt(item.size.width)}×{_pt(item.size.height)} {file} {quoted(item.alt)}"
        case Link() | Bookmark() | Comment():
            return _of_viewers(item)
        case _:
            assert_never(item)


def _of_viewers(item: Link | Bookmark | Comment) -> str:
    """What a viewer has beside the ink."""
    match item:
        case Link():
            return f"link {_pt(item.width)}×{_pt(item.height)} to {item.uri or item.target}"
        case Bookmark():
            return f"bookmark {item.level} {quoted(item.title)}"
        case Comment():
            boxes = "".join(f" {_pt(x)},{_pt(y)} {_pt(width)}×{_pt(height)}" for x, y, width, height in item.boxes)
            return f"comment{boxes} {quoted(item.subject)} {quoted(item.text)} {quoted(item.name)}"
        case _:
            assert_never(item)


def _advances(run: GlyphRun) -> str:
    """How far each glyph is from the next, and the run's width: equal ones counted, for most are.

    ``12×30 6 =366`` is thirty of 12 pt and one of 6.
    """
    edges = [*run.xs, run.width]
    counted: list[tuple[Mpt, int]] = []
    for left, right in pairwise(edges):
        advance = right - left
        if counted and counted[-1][0] == advance:
            counted[-1] = (advance, counted[-1][1] + 1)
        else:
            counted.append((advance, 1))
    first = [f"+{_pt(run.xs[0])}"] if run.xs and run.xs[0] else []
    steps = [_pt(advance) if count == 1 else f"{_pt(advance)}×{count}" for advance, count in counted]
    return " ".join([*first, *steps, f"={_pt(run.width)}"])


def _path(path: Path) -> str:
    fill = f" fill{_ink(path.fill)}" if path.fill is not None else ""
    stroke = f" stroke {_pt(path.stroke_width)}{_ink(path.stroke)}" if path.stroke is not None else ""
    outline = " ".join(value if isinstance(value, str) else _pt(value) for part in path.segments for value in part)
    return f"{fill}{stroke} {outline}"


def _ink(ink: Ink) -> str:
    """An ink in percent, ``!`` where it overprints; text black, the usual one, says nothing."""
    if ink == BLACK:
        return ""
    amounts = "/".join(f"{amount / 10:g}" for amount in ink[:4])
    return f" {amounts}{'!' if ink.overprint else ''}"


def quoted(text: str) -> str:
    r"""Text in quotes on one line, what cannot be seen written out.

    >>> print(quoted('他说"好"\n\u3000'))
    "他说\"好\"\n\u3000"
    """
    return '"' + "".join(_seen(character) for character in text) + '"'


def _seen(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")


def _pt(length: Mpt) -> str:
    """A length in points, no zero too many."""
    sign, length = ("-", -length) if length < 0 else ("", length)
    whole, rest = divmod(length, 1000)
    return f"{sign}{whole}.{rest:03}".rstrip("0").rstrip(".")
