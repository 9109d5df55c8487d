"""How much a page's text costs to read, told before it is read: pdfium carries out whatever a page says.

A content stream of a few kilobytes can hold millions of characters, and a form that draws a form that draws a form …
has no end. So the text of a page is read only where all that it draws, each form as often as it may be drawn, is not
more than a page of text comes to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pikepdf import Array, Dictionary, Object, Page, PdfError, Stream

MOST_OF_A_PAGE = 4 * 2**20
"""Bytes that a page may draw with, forms counted as often as they are drawn; a page of a journal has some 20,000."""

MOST_OF_A_FILE = 128 * 2**20
"""Bytes of all pages together."""

TOO_MUCH = 10 * MOST_OF_A_FILE

DEEPEST = 16
"""Forms within forms that are followed; deeper ones are too much."""

_DRAWN = re.compile(rb"(/[^\s/<>\[\](){}%#]+)[ \t\r\n]+Do\b")
"""The drawing of something by its name, as it is commonly written."""

DAMAGE = (PdfError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RuntimeError)


def readable_sheets(sheets: Sequence[Page], first: Iterable[int]) -> frozenset[int]:
    """The pages whose text may be read, from 0: of ``first``, then of the others, as many as are not too much."""
    weights: dict[tuple[int, int], int] = {}
    readable = set()
    total = 0
    for sheet in dict.fromkeys((*first, *range(len(sheets)))):
        weight = _of_page(sheets[sheet], weights)
        if weight <= MOST_OF_A_PAGE and total + weight <= MOST_OF_A_FILE:
            total += weight
            readable.add(sheet)
    return frozenset(readable)


def _of_page(page: Page, weights: dict[tuple[int, int], int]) -> int:
    try:
        held = page.obj.get("/Contents")
        parts = [held] if isinstance(held, Stream) else list(held) if isinstance(held, Array) else []
        data = b"\n".join(part.read_bytes() for part in parts if isinstance(part, Stream))
        return _of_content(data, page.obj.get("/Resources"), weights, 0)
    except DAMAGE:
        return TOO_MUCH


def _of_content(data: bytes, resources: Object | None, weights: dict[tuple[int, int], int], depth: int) -> int:
    """What a content comes to: itself, its fonts' tables, its forms as often as they are drawn.

    What is drawn in a way that is not understood counts as the heaviest of its forms.
    """
    if not isinstance(resources, Dictionary):
        return len(data)
    weight = len(data) + sum(_of_font(font, weights) for _, font in _items(resources, "/Font"))
    times = data.count(b"Do")  # in a text as well: rather too many than too few
    if not times:
        return weight
    drawn = Counter(name.decode("latin-1") for name in _DRAWN.findall(data))
    forms = {name: _of_form(form, weights, depth + 1) for name, form in _items(resources, "/XObject")}
    heaviest = max(forms.values(), default=0)
    weight += sum(forms.get(name, heaviest) * count for name, count in drawn.items())
    return min(weight + (times - drawn.total()) * heaviest, TOO_MUCH)


def _of_form(form: Object, weights: dict[tuple[int, int], int], depth: int) -> int:
    """What a form comes to; pictures come to nothing. One that draws itself is too much."""
    if not isinstance(form, Stream) or form.get("/Subtype") != "/Form":
        return 0
    if depth > DEEPEST:
        return TOO_MUCH
    if form.objgen not in weights:
        weights[form.objgen] = TOO_MUCH  # while it is looked at
        weights[form.objgen] = _of_content(form.read_bytes(), form.get("/Resources"), weights, depth)
    return weights[form.objgen]


def _of_font(font: Object, weights: dict[tuple[int, int], int]) -> int:
    """What a font's tables of characters come to, told once; a file of a font that is a bomb is found by opening it."""
    if not isinstance(font, Dictionary) or font.objgen in weights:
        return 0
    weight = sum(len(table.read_bytes()) for key in ("/ToUnicode", "/Encoding") if (table := _stream(font, key)))
    below = font.get("/DescendantFonts")
    for one in (font, *(below if isinstance(below, Array) else ())):
        descriptor = one.get("/FontDescriptor") if isinstance(one, Dictionary) else None
        if isinstance(descriptor, Dictionary):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if (file := _stream(descriptor, key)) is not None:
                    file.read_bytes()
    if font.objgen != (0, 0):
        weights[font.objgen] = weight
    return weight


def _stream(body: Object, key: str) -> Stream | None:
    value = body.get(key)
    return value if isinstance(value, Stream) else None


def _items(resources: Object, key: str) -> Iterator[tuple[str, Object]]:
    """The resources of a kind, with their names."""
    held = resources.get(key)
    if isinstance(held, Dictionary):
        yield from held.items()
