"""A decoded picture from top to bottom in strips: made plain, reduced, handed on; nothing whole is kept twice.

A strip is reduced with some rows of its neighbours, so that the whole is what it would be in one piece. What strips
become is laid in a canvas, which lies on the disk where it is large.
"""

from __future__ import annotations

import math
import mmap
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from PIL.Image import Image

PIXELS_A_STRIP = 1_000_000
NEIGHBOURS = 4
"""Rows of a reduced picture that a strip needs of its neighbours: Lanczos' filter reaches three."""

IN_MEMORY = 24 * 2**20
"""Bytes of a canvas that are kept in memory."""

WHITE = 255


def plain_mode(image: Image) -> str:
    """The mode that a picture's strips are made plain in: ``1``, ``L``, ``RGB``, ``CMYK``, ``LAB``."""
    from huozi.pictures.headers import is_line_art

    if is_line_art(image) and "transparency" not in image.info:
        return "1"
    if image.mode in ("1", "L", "LA", "La") or image.mode.startswith("I;16"):
        return "L"
    return image.mode if image.mode in ("CMYK", "LAB") else "RGB"


def made_plain(strip: Image, mode: str) -> Image:
    """A strip in a plain mode: eight bits a component, see-through parts on white; line art becomes greys for now."""
    import PIL.Image

    if strip.mode.startswith("I;16"):
        return _of_sixteen_bits(strip)
    if mode == "1":
        return strip.convert("L")
    if mode in ("CMYK", "LAB"):
        return strip
    if not _has_alpha(strip):
        return strip if strip.mode == mode else strip.convert(mode)
    with_alpha = "LA" if mode == "L" else "RGBA"
    for step in ({"La": "LA", "RGBa": "RGBA"}.get(strip.mode, strip.mode), with_alpha):
        strip = strip if strip.mode == step else strip.convert(step)
    white = PIL.Image.new(mode, strip.size, WHITE if mode == "L" else (WHITE, WHITE, WHITE))
    return PIL.Image.composite(strip.convert(mode), white, strip.getchannel("A"))


def _has_alpha(image: Image) -> bool:
    return image.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in image.info


def _of_sixteen_bits(strip: Image) -> Image:
    """Greys of sixteen bits in eight, rounded: Pillow's own way cuts off all that is over 255."""
    import PIL.Image
    from PIL import ImageMath

    wide = strip.convert("I")
    eight: Image = ImageMath.lambda_eval(lambda bands: bands["convert"]((bands["wide"] + 128) / 257, "L"), wide=wide)
    clear = strip.info.get("transparency")
    if not isinstance(clear, int):
        return eight
    seen = ImageMath.lambda_eval(lambda bands: bands["convert"]((bands["wide"] != clear) * 255, "L"), wide=wide)
    return PIL.Image.composite(eight, PIL.Image.new("L", strip.size, WHITE), seen)


def rows_of(image: Image) -> Iterator[Image]:
    """A picture as it is, some rows at a time."""
    rows = max(16, PIXELS_A_STRIP // image.width)
    for top in range(0, image.height, rows):
        yield image.crop((0, top, image.width, min(image.height, top + rows)))


def plain_strips(image: Image) -> Iterator[Image]:
    """A decoded picture as it is, strip by strip, in its plain mode."""
    mode = plain_mode(image)
    for rows in rows_of(image):
        yield made_plain(rows, mode)


def strips(image: Image, width: int, height: int) -> Iterator[Image]:
    """A decoded picture reduced to a width and a height (or as it is), strip by strip, in its plain mode.

    Line art comes as greys.
    """
    import PIL.Image

    if image.size == (width, height):
        yield from plain_strips(image)
        return
    mode = plain_mode(image)
    rows = max(16, PIXELS_A_STRIP * height // (image.width * image.height))
    scale = image.height / height
    for top in range(0, height, rows):
        bottom = min(height, top + rows)
        above, below = max(0, top - NEIGHBOURS), min(height, bottom + NEIGHBOURS)
        first, last = math.floor(above * scale), min(image.height, math.ceil(below * scale))
        strip = made_plain(image.crop((0, first, image.width, last)), mode)
        box = (0, above * scale - first, image.width, min(below * scale - first, last - first))
        reduced = strip.resize((width, below - above), PIL.Image.Resampling.LANCZOS, box=box)
        yield reduced.crop((0, top - above, width, bottom - above))


class Canvas:
    """Rows of pixels as they become ready, and the picture that they make."""

    def __init__(self, mode: str, width: int, height: int) -> None:
        self.mode, self.width, self.height = mode, width, height
        row = (width + 7) // 8 if mode == "1" else width * (4 if mode == "CMYK" else 1)
        self._memory = bytearray()
        is_large = row * height > IN_MEMORY
        self._file: BinaryIO | None = tempfile.TemporaryFile() if is_large else None  # noqa: SIM115  # closed at exit
        self._map: mmap.mmap | None = None

    def __enter__(self) -> Canvas:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._map is not None:
            with suppress(BufferError):  # the picture still looks at it: it is closed with that
                self._map.close()
        if self._file is not None:
            self._file.close()

    def add(self, strip: Image) -> None:
        """Lay the next rows."""
        if self._file is None:
            self._memory += strip.tobytes()
        else:
            self._file.write(strip.tobytes())

    def picture(self) -> Image:
        """The whole, which is as long as the canvas."""
        import PIL.Image

        size = (self.width, self.height)
        if self._file is None:
            data: Any = self._memory
        else:
            self._file.flush()
            data = self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        if self.mode == "1":
            return PIL.Image.frombytes("1", size, bytes(data))
        return PIL.Image.frombuffer(self.mode, size, data, "raw", self.mode, 0, 1)
