"""Pictures as objects of a file: rasters as images, drawings as forms with all that they refer to.

They come ready for print (``pictures/``); here they get their numbers. A stream is fetched when it is written, so that
no more of them are held than the file itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference

from huozi.digests import blake2b
from huozi.display import Image, Page
from huozi.geometry import Mpt, Size
from huozi.output.pdf.numbers import decimal, points
from huozi.output.pdf.objects import File, Value, pdf_array, pdf_dict, pdf_name
from huozi.pictures.model import PictureKey, Piece, Prepared, Raster, Vector
from huozi.pictures.printed import key_of, whole_size
from huozi.records import NamedTuple

COMPONENTS = {"DeviceGray": 1, "DeviceCMYK": 4}


class Shown(NamedTuple):
    """A picture of a file: the name under which pages show it, a digest of it, the size of a form (none: of a unit)."""

    name: str
    digest: bytes
    size: Size | None


def shown_pictures(pages: Iterable[Page], pictures: Mapping[PictureKey, Prepared]) -> dict[PictureKey, Shown]:
    """The pictures of pages in the order in which they first stand there; such as are not ready are left out."""
    found: dict[PictureKey, Shown] = {}
    for page in pages:
        for placed in page.items:
            if isinstance(placed.item, Image) and (key := key_of(placed.item)) not in found and key in pictures:
                picture = pictures[key]
                size = picture.size if isinstance(picture, Vector) else None
                found[key] = Shown(f"P{len(found) + 1}", _digest(picture), size)
    return found


def _digest(picture: Prepared) -> bytes:
    """A digest of all that a picture is."""
    match picture:
        case Raster():
            digest = blake2b(repr((*picture[:5], picture.is_inverted)).encode(), digest_size=32)
            digest.update(picture.data)
        case Vector(size, pieces):
            digest = blake2b(repr((size, [piece.parts for piece in pieces])).encode(), digest_size=32)
            for piece in pieces:
                digest.update(piece.stream or b"")
    return digest.digest()


def add_picture(file: File, key: PictureKey, pictures: Mapping[PictureKey, Prepared]) -> PDFObjectReference:
    """Put a picture into the file; gives the reference to it."""
    picture = pictures[key]
    match picture:
        case Raster():
            return file.add(_ImageObject(key, pictures))
        case Vector(_, pieces):
            objects = [_PieceObject(piece) for piece in pieces]
            references = [file.add(made) for made in objects]
            for made in objects:
                made.references = references
            return references[0]


class _ImageObject(PDFObject):
    """An image object (ISO 32000-1, 8.9.5); it fetches its picture when it is written."""

    __RefOnly__ = 1  # reportlab's mark of what is always an object of its own

    def __init__(self, key: PictureKey, pictures: Mapping[PictureKey, Prepared]) -> None:
        self._key = key
        self._pictures = pictures

    def format(self, document: object) -> bytes:
        """The object's bytes (reportlab calls it on writing the file)."""
        picture = self._pictures[self._key]
        if not isinstance(picture, Raster):
            raise TypeError(f"{self._key}: a raster has become a drawing")
        entries: dict[str, Value] = {
            "Type": pdf_name("XObject"),
            "Subtype": pdf_name("Image"),
            "Width": picture.width,
            "Height": picture.height,
            "ColorSpace": pdf_name(picture.space),
            "BitsPerComponent": picture.bits,
            "Filter": pdf_name(picture.filter),
            "Length": len(picture.data),
        }
        if picture.is_inverted:
            entries["Decode"] = pdf_array([1, 0] * COMPONENTS[picture.space])
        head: bytes = pdfdoc.format(pdf_dict(entries), document)
        return b"".join((head, b"\nstream\n", picture.data, b"\nendstream\n"))


class _PieceObject(PDFObject):
    """An object of a drawing in its own words, its references by the numbers of this file."""

    __RefOnly__ = 1

    def __init__(self, piece: Piece) -> None:
        self._piece = piece
        self.references: list[PDFObjectReference] = []

    def format(self, document: Any) -> bytes:
        """The object's bytes."""
        parts, stream = self._piece
        refer = self.references
        written = (part.encode("latin-1") if isinstance(part, str) else refer[part].format(document) for part in parts)
        words = b"".join(written)
        if stream is None:
            return words
        head, _, rest = words.partition(b"<<")
        length = b"<</Length %d " % len(stream)
        return b"".join((head, length, rest, b"\nstream\n", stream, b"\nendstream\n"))


def picture_operators(image: Image, shown: Shown, x: Mpt, y: Mpt) -> str:
    """Draws a picture whose lower left corner is at a place; what is cut off of it lies outside of a clipping path.

    A form is drawn as it was meant where it stood alone: in black, with lines of a point (ISO 32000-1, 8.4.1).
    """
    width, height = whole_size(image)
    left, _, _, bottom = image.crop
    clip = ""
    if any(image.crop):
        clip = f"{points(x)} {points(y)} {points(image.size.width)} {points(image.size.height)} re W n "
        x, y = x - width * left // 1000, y - height * bottom // 1000
    if shown.size is None:
        return f"q {clip}{points(width)} 0 0 {points(height)} {points(x)} {points(y)} cm /{shown.name} Do Q"
    scales = (round(whole * 10**6 / max(1, own)) for whole, own in zip((width, height), shown.size, strict=True))
    across, down = (decimal(scale, 6) for scale in scales)
    return f"q {clip}0 g 0 G 1 w {across} 0 0 {down} {points(x)} {points(y)} cm /{shown.name} Do Q"
