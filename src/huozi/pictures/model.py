"""What is known of a picture file before it is decoded, and what it is once it is ready for a page.

Setting needs the facts alone; they come from a file's header. What goes into a PDF is made ready once, when the pages
stand and the size is known that a picture is printed at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from huozi.geometry import Size
from huozi.records import NamedTuple

PictureKind: TypeAlias = Literal["raster", "svg", "pdf"]


class PictureFacts(NamedTuple):
    """What a picture file is.

    ``width`` and ``height`` are as it is looked at (an EXIF turn applied): pixels of a raster, millipoints of an SVG or
    a page of a PDF. ``size`` is its size at the resolution that it names, 72 dpi where it names none (Mpt).
    ``is_line_art``: it has two tones. ``pages`` is how many a PDF has. ``path`` is
    the file's whole path, by which pages name it.
    """

    kind: PictureKind
    width: int
    height: int
    size: Size
    is_line_art: bool = False
    pages: int = 1
    path: str = ""


LookAt: TypeAlias = Callable[[str, int], PictureFacts | None]
"""The facts of a picture by its path within the issue's folder and its page; ``None`` after a finding."""


class Raster(NamedTuple):
    """A picture as its PDF stream: pixels, colour space (``DeviceGray``, ``DeviceCMYK``), bits a component, the name of
    the filter its ``data`` is encoded by (``DCTDecode``, ``FlateDecode``).

    ``is_inverted``: its components are written inverted (CMYK JPEGs of Adobe's programs).
    """

    width: int
    height: int
    space: Literal["DeviceGray", "DeviceCMYK"]
    bits: int
    filter: Literal["DCTDecode", "FlateDecode"]
    data: bytes
    is_inverted: bool = False


class Piece(NamedTuple):
    """An object of a drawing in PDF's own words: ``parts`` are joined, a number among them stands for a reference to
    the piece of that place. ``stream`` is its data as encoded; the dictionary in ``parts`` then lacks its ``Length``.
    """

    parts: tuple[str | int, ...]
    stream: bytes | None = None


class Vector(NamedTuple):
    """A drawing as a form XObject: the first of ``pieces``, its box of the ``size`` from the origin (Mpt).

    ``is_coloured``: another ink than black is in it.
    """

    size: Size
    pieces: tuple[Piece, ...]
    is_coloured: bool = True


Prepared: TypeAlias = Raster | Vector


class PictureKey(NamedTuple):
    """What tells pictures of a file apart: their file, page, and whether they are printed in black alone."""

    path: str
    page: int = 1
    is_black: bool = False


NO_PICTURES: Mapping[PictureKey, Prepared] = MappingProxyType({})
"""What is ready where no page shows a picture."""
