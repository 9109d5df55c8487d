"""Pixels as a PDF stream: photographs as JPEG, flat art and line art without loss.

Colours are never sampled down: in four inks that costs three times the error of a lower quality. What is flat is told
by what it takes without loss: rows picked over the whole picture are tried.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from deflate import zlib_compress

from huozi.pictures.model import Raster

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 90
LEVEL = 6
"""Of libdeflate, as for all else in the file."""

FLAT = {"L": 0.25, "CMYK": 0.6}
"""Bytes a pixel under which a picture is written without loss; as JPEG photographs take about as many."""

SAMPLES, ROWS = 16, 16
"""Strips that are tried, and rows of each."""

SIDE = 65_500
"""Pixels that a side of a JPEG may have (libjpeg)."""


def without_loss(image: Image) -> Raster:
    """A picture of ``1``, ``L`` or ``CMYK`` as it is."""
    data = bytes(zlib_compress(image.tobytes(), LEVEL))
    return Raster(image.width, image.height, _space(image), 1 if image.mode == "1" else 8, "FlateDecode", data)


def as_jpeg(image: Image) -> Raster:
    """A picture of ``L`` or ``CMYK`` as JPEG; in four inks Adobe's way, inverted."""
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY, subsampling=0)
    space = _space(image)
    return Raster(image.width, image.height, space, 8, "DCTDecode", file.getvalue(), is_inverted=image.mode == "CMYK")


def is_flat(image: Image) -> bool:
    """Whether a picture is better written without loss: line art, charts, screenshots, small ones."""
    if image.mode == "1" or max(image.size) > SIDE:
        return True
    step = max(ROWS, image.height // SAMPLES)
    tops = range(0, image.height, step)
    rows = [image.crop((0, top, image.width, min(top + ROWS, image.height))) for top in tops]
    taken = sum(len(zlib_compress(strip.tobytes(), LEVEL)) for strip in rows)
    return taken < FLAT[image.mode] * sum(strip.width * strip.height for strip in rows)


def _space(image: Image) -> Literal["DeviceGray", "DeviceCMYK"]:
    return "DeviceCMYK" if image.mode == "CMYK" else "DeviceGray"
