"""PNG files of pages: grey where a page has no colour, else RGB; the same picture gives the same bytes.

libdeflate packs a page of text in a third of zlib's time. Text packs best as it is (filter *None*); of a page in colour
the filter *Up* is tried too, which halves photographs and tints that run (PNG 3, 9.2 and 12.7).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import deflate

if TYPE_CHECKING:
    import PIL.Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"

LEVEL = 6
"""libdeflate's: level 9 takes twice the time for a hundredth of the size."""

NEUTRAL = 8
"""Channels that differ by no more are grey: black ink alone is drawn as 35, 31, 32."""

GREY, RGB = 0, 2
"""Colour types of the header (PNG 3, 11.2.1)."""

NONE, UP = b"\0", b"\2"
"""Filters of a row."""

OURS = b"tEXtSoftware\0Huozi"
"""What the files of ours carry behind their header, by which they are known."""

HEAD = 64
"""So many bytes of a file hold that."""


def png_of(image: PIL.Image.Image, dpi: int) -> tuple[bytes, bool]:
    """The file of an RGB picture, which says its resolution, and whether it is grey."""
    grey = _grey(image)
    packed = _packed(_rows(grey, NONE)) if grey is not None else _packed_colour(image)
    kind = RGB if grey is None else GREY
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, kind, 0, 0, 0)
    a_metre = round(dpi / 0.0254)
    chunks = (
        _chunk(b"IHDR" + header),
        _chunk(OURS),
        _chunk(b"pHYs" + struct.pack(">IIB", a_metre, a_metre, 1)),
        _chunk(b"IDAT" + packed),
        _chunk(b"IEND"),
    )
    return SIGNATURE + b"".join(chunks), grey is not None


def is_ours(head: bytes) -> bool:
    """Whether a file that begins so was made here."""
    return head.startswith(SIGNATURE) and OURS in head[:HEAD]


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height in pixels of a file made here."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _grey(image: PIL.Image.Image) -> PIL.Image.Image | None:
    """The one channel that tells all of a picture without colour; ``None`` where there is some."""
    from PIL import ImageChops

    red, green, blue = image.split()
    for one, other in ((red, green), (blue, green), (red, blue)):
        _, most = ImageChops.difference(one, other).getextrema()
        if not isinstance(most, (int, float)) or most > NEUTRAL:
            return None
    return green


def _packed_colour(image: PIL.Image.Image) -> bytes:
    """A picture in colour by the filter that makes it smaller; the plain one where both are alike."""
    from PIL import Image, ImageChops

    above = Image.new(image.mode, image.size)
    above.paste(image, (0, 1))
    plain, up = _rows(image, NONE), _rows(ImageChops.subtract_modulo(image, above), UP)
    return min(_packed(plain), _packed(up), key=len)


def _rows(image: PIL.Image.Image, filtered: bytes) -> bytes:
    """The rows of a picture, each behind its filter."""
    data = image.tobytes()
    length = len(data) // image.height
    return b"".join(_each_row(data, length, filtered))


def _each_row(data: bytes, length: int, filtered: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), length):
        yield filtered
        yield data[start : start + length]


def _packed(rows: bytes) -> bytes:
    return bytes(deflate.zlib_compress(rows, LEVEL))


def _chunk(named: bytes) -> bytes:
    """A chunk of a name and its data, with its length and sum (PNG 3, 5.3)."""
    return struct.pack(">I", len(named) - 4) + named + struct.pack(">I", zlib.crc32(named))
