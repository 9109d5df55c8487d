"""The characters of a PDF's pages with their places. The only module that knows pypdfium2.

``get_text_bounded`` gives all characters that a box so much as touches: of a mark drawn by hand, or by a program whose
boxes are a tenth of a point too wide, the neighbours as well. So the characters are taken with the boxes that their
type has, and whoever asks goes by their middles (:mod:`huozi.reviews.beneath`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from huozi.geometry import PT
from huozi.records import NamedTuple
from huozi.reviews.model import Box

MOST_SIGNS = 200_000
"""Characters of a page that are looked at."""

HYPHEN = "\ufffe"
"""What pdfium says of a hyphen at a line's end."""


class Sign(NamedTuple):
    """A character at its place; spaces and line ends that pdfium adds have boxes of no width."""

    text: str
    box: Box


SignsOf: TypeAlias = Callable[[int], tuple[Sign, ...]]
"""The characters of a page of the file (from 0), in the order in which it writes them; none where it has no text."""


class Pages:
    """The pages of a PDF, whose characters are read when they are first asked for; closed at the end of ``with``.

    ``readable`` are the pages whose text may be read: of others there is none.
    """

    def __init__(self, data: bytes, readable: frozenset[int]) -> None:
        self._readable = readable
        self._signs: dict[int, tuple[Sign, ...]] = {}
        self._document: Any = None
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:  # what qpdf could mend and pdfium cannot: comments are told without their words
            return

    def __enter__(self) -> Pages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._document is not None:
            self._document.close()

    def signs(self, sheet: int) -> tuple[Sign, ...]:
        """The characters of a page, as ``SignsOf`` says."""
        if sheet not in self._signs:
            self._signs[sheet] = self._read(sheet)
        return self._signs[sheet]

    def _read(self, sheet: int) -> tuple[Sign, ...]:
        if self._document is None or sheet not in self._readable or sheet >= len(self._document):
            return ()
        try:
            page = self._document[sheet]
            page.set_rotation(0)  # turned, its lines would come in another order; places are the same
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            return ()
        signs = tuple(_signs_of(text_page.raw, min(text_page.count_chars(), MOST_SIGNS)))
        text_page.close()
        page.close()
        return signs


def _signs_of(page: Any, count: int) -> list[Sign]:
    """The characters of a page that is open; pairs of surrogates are one."""
    rect = pdfium.FS_RECTF()
    signs: list[Sign] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(page, index)
        pdfium.FPDFText_GetLooseCharBox(page, index, ctypes.byref(rect))
        edges = [
            round(edge * PT) if abs(edge) < 10**6 else 0 for edge in (rect.left, rect.bottom, rect.right, rect.top)
        ]
        box = Box(min(edges[0::2]), min(edges[1::2]), max(edges[0::2]), max(edges[1::2]))
        if 0xDC00 <= code < 0xE000 and signs and "\ud800" <= signs[-1].text < "\udc00":
            high = signs.pop()
            code = 0x10000 + ((ord(high.text) - 0xD800) << 10) + (code - 0xDC00)
        signs.append(Sign(chr(code) if 0 < code < 0x110000 else "\ufffd", box))
    return signs
