"""What a raster's header says of it: pixels, resolution, turn, tones; nothing is decoded.

Formats are named explicitly, for Pillow would hand an EPS to Ghostscript. How many pixels may be decoded is decided
here from the header: what a file of strangers claims is never believed with memory.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from huozi.geometry import Size
from huozi.pictures.faults import Fault, Unusable, fault
from huozi.pictures.model import PictureFacts
from huozi.records import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

MAGIC: dict[bytes, str] = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"II+\0": "TIFF",
    b"MM\0+": "TIFF",
    b"RIFF": "WEBP",
}
"""How files of the formats begin that are read."""

MOST_DECODED = 400 * 2**20
"""Bytes that a picture may take when it is decoded: a hundred megapixels in colour, A3 line art at 1,200 dpi."""

BYTES_A_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2, "LA": 4, "PA": 4}
"""Bytes that Pillow takes for a pixel; four for all modes that are not here."""

DEEP = frozenset({"I", "F", "I;16S", "I;16BS"})
"""Modes whose white is not known."""

USUAL_DPI = 72
LEAST_DPI, MOST_DPI = 10, 20_000
"""Between these a resolution is believed."""

ORIENTATION = 0x0112
SIDEWAYS = (5, 6, 7, 8)
"""The turns of EXIF that exchange width and height."""


def raster_format(head: bytes) -> str:
    """The format that a file's first bytes tell, empty where it is none of those that are read.

    >>> raster_format(b"RIFF....WEBPVP8 "), raster_format(b"%!PS-Adobe-3.0 EPSF-3.0")
    ('WEBP', '')
    """
    found = next((name for magic, name in MAGIC.items() if head.startswith(magic)), "")
    return "" if found == "WEBP" and head[8:12] != b"WEBP" else found


class Header(NamedTuple):
    """What a header says beside the facts: the turn that is still to be made when the picture has been decoded."""

    facts: PictureFacts
    turn: int
    faults: tuple[Fault, ...]


@contextmanager
def opened(path: str) -> Iterator[ImageFile]:
    """A picture file with its header read, for as long as the context lasts.

    Raises ``Unusable`` for all that Pillow raises, then and while it is decoded.
    """
    import PIL.Image

    most = PIL.Image.MAX_IMAGE_PIXELS
    PIL.Image.MAX_IMAGE_PIXELS = None  # our own bound is asked before anything is decoded
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of broken tags: what matters of them fails below
            with open(path, "rb") as file:
                kind = raster_format(file.read(16))
                if not kind:
                    raise Unusable("picture-format")
                file.seek(0)
                with PIL.Image.open(file, formats=[kind]) as image:
                    yield image
    except PIL.UnidentifiedImageError as error:
        if kind == "TIFF":
            raise Unusable("picture-kind") from error
        raise Unusable("picture-unreadable", reason=f"{kind}: no sound header") from error
    except MemoryError as error:
        raise Unusable("picture-unreadable", reason="out of memory") from error
    except OSError as error:
        raise Unusable("picture-unreadable", reason=error.strerror or str(error)) from error
    except (ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, OverflowError) as error:
        # what Pillow raises of broken files
        raise Unusable("picture-unreadable", reason=f"{type(error).__name__}: {error}") from error
    finally:
        PIL.Image.MAX_IMAGE_PIXELS = most


def header_of(path: str) -> Header:
    """What a raster is, from its header alone; raises ``Unusable`` where it cannot be printed."""
    with opened(path) as image:
        return read_header(image)


def read_header(image: ImageFile) -> Header:
    """What the header of an open picture says; raises ``Unusable``."""
    turn = _turn(image)
    width, height = _as_written(image)
    if turn in SIDEWAYS:
        width, height = height, width
    if width * height * BYTES_A_PIXEL.get(image.mode, 4) > MOST_DECODED:
        raise Unusable("picture-too-many-pixels", width=width, height=height)
    if image.mode in DEEP:
        raise Unusable("picture-deep", mode=image.mode)
    faults: list[Fault] = []
    if image.format in ("PNG", "WEBP", "TIFF") and getattr(image, "is_animated", False):
        faults.append(fault("picture-several"))
    across, down = _resolution(image)
    if abs(across - down) * 50 > across:  # two per cent (print.md, preflight 32)
        faults.append(fault("picture-not-square", across=across, down=down))
    size = Size(round(width * 72_000 / across), round(height * 72_000 / across))
    facts = PictureFacts("raster", width, height, size, is_line_art(image))
    return Header(facts, 1 if image.format == "TIFF" else turn, tuple(faults))  # Pillow turns TIFFs itself


def is_line_art(image: Image) -> bool:
    """Whether a picture has two tones, black and white."""
    if image.mode == "1":
        return True
    if image.mode != "P" or "transparency" in image.info:
        return False
    tones = image.getpalette() or []
    return len(tones) <= 6 and set(tones) == {0, 255} and all(len(set(tones[at : at + 3])) == 1 for at in (0, 3))


def _as_written(image: ImageFile) -> tuple[int, int]:
    """Width and height of the rows as a file holds them: some versions of Pillow tell those of a TIFF turned."""
    tags = getattr(image, "tag_v2", None)
    if image.format == "TIFF" and tags is not None:
        return int(tags[256]), int(tags[257])
    return image.width, image.height


def _turn(image: ImageFile) -> int:
    """How EXIF says a picture is to be turned (1: not at all); what cannot be read turns nothing."""
    import PIL.Image

    tags = getattr(image, "tag_v2", None)
    if image.format == "TIFF" and tags is not None:
        said = tags.get(ORIENTATION, 1)
    elif written := image.info.get("exif"):
        exif = PIL.Image.Exif()
        try:
            exif.load(written)
            said = exif.get(ORIENTATION, 1)
        except Exception:  # a broken block may raise whatever reading TIFF tags raises
            said = 1
    else:
        said = 1
    return said if isinstance(said, int) and 1 <= said <= 8 else 1


def _resolution(image: ImageFile) -> tuple[int, int]:
    """Pixels an inch that a picture names, across and down; the usual ones where it names none that can be."""
    try:
        across, down = (round(float(value)) for value in image.info.get("dpi", ()))
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return USUAL_DPI, USUAL_DPI
    if not (LEAST_DPI <= across <= MOST_DPI and LEAST_DPI <= down <= MOST_DPI):
        return USUAL_DPI, USUAL_DPI
    return across, down
