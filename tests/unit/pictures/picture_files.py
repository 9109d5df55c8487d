"""Picture files for the tests of pictures: made here, nobody's photographs."""

from __future__ import annotations

import io
import struct
import zlib
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageCms

from huozi.geometry import Size
from huozi.pictures.headers import header_of
from huozi.pictures.model import Raster
from huozi.pictures.press import Press
from huozi.pictures.rasters import Ready, make_raster
from huozi.pictures.wishes import wish_of

ROOT = Path(__file__).parents[3]
INTENT = "FOGRA39L_coated"
RED, TEAL = (214, 32, 40), (20, 140, 150)


@lru_cache
def icc() -> bytes:
    return (ROOT / "layout" / "icc" / f"{INTENT}.icc").read_bytes()


def press(ink_limit: int = 300) -> Press:
    return Press(icc(), INTENT, ink_limit)


def profile(space: str = "sRGB") -> bytes:
    """A sound profile of a colour space that LittleCMS knows by itself."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()  # type: ignore[arg-type]


def named_profile(name: str, space: bytes = b"CMYK") -> bytes:
    """The head of a profile and its name: all that is read where nothing is converted."""
    tag = b"desc" + bytes(4) + struct.pack(">I", len(name) + 1) + name.encode("latin-1") + b"\0"
    body = struct.pack(">I", 1) + b"desc" + struct.pack(">II", 144, len(tag)) + tag
    head = bytearray(128)
    head[12:20] = b"prtr" + space
    head[36:40] = b"acsp"
    head[:4] = struct.pack(">I", 128 + len(body))
    return bytes(head) + body


def grained(mode: str = "RGB", size: tuple[int, int] = (240, 160), dark: int = 1) -> Image.Image:
    """A picture with the grain of photographs; ``dark``: so many times darker."""
    noise = Image.frombytes(
        "L", (64, 64), bytes((x * 37 + y * 91 + (x * y * 17) % 113) % 256 for y in range(64) for x in range(64))
    )
    bands = [noise.rotate(turn).resize(size, Image.Resampling.BICUBIC) for turn in (0, 90, 180, 270)]
    bands = [band.point([tone // dark for tone in range(256)]) for band in bands]
    return Image.merge("RGB", bands[:3]).convert(mode) if mode != "CMYK" else Image.merge("CMYK", bands)


def chart() -> Image.Image:
    """Twenty-seven patches of colour, sixteen pixels wide."""
    tones = (30, 130, 230)
    image = Image.new("RGB", (27 * 16, 16))
    for number, colour in enumerate((red, green, blue) for red in tones for green in tones for blue in tones):
        image.paste(colour, (number * 16, 0, number * 16 + 16, 16))
    return image


def turned(turn: int) -> bytes:
    """An EXIF block that says how a picture is to be turned."""
    exif = Image.Exif()
    exif[0x0112] = turn
    return exif.tobytes()


def png(width: int, height: int, depth: int, colour: int, rows: list[bytes], more: bytes = b"") -> bytes:
    """A PNG of rows as they stand in the file; ``more``: chunks before the data."""
    head = struct.pack(">2I5B", width, height, depth, colour, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def ready(path: Path, size: Size | None = None, *, is_black: bool = False, ink_limit: int = 300) -> Ready:
    """A picture as it goes into a file that shows it at a size (none: at 300 dpi)."""
    facts = header_of(str(path)).facts
    at = size or Size(facts.width * 240, facts.height * 240)
    return make_raster(str(path), wish_of(facts, at, is_black), press(ink_limit))


def pixels(raster: Raster) -> Image.Image:
    """What a reader of the file sees of a stream: grey, or inks as they are printed."""
    if raster.filter == "DCTDecode":
        with Image.open(io.BytesIO(raster.data)) as image:
            image.load()
            return image.copy()  # Pillow turns inverted inks the right way round
    data = zlib.decompress(raster.data)
    mode = {"DeviceGray": "1" if raster.bits == 1 else "L", "DeviceCMYK": "CMYK"}[raster.space]
    return Image.frombytes(mode, (raster.width, raster.height), data)


def rules(found: Ready) -> list[str]:
    return [rule for rule, _ in found.faults]
