"""ICC profiles as far as their header and their name tell: which colours they are of, what printing they describe.

Read without LittleCMS, which is loaded only where colours are converted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from huozi.records import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

HEAD = 128
"""Bytes of a profile's header (ICC.1, 7.2)."""

MOST_TAGS = 1000

SPACES: Mapping[str, tuple[str, ...]] = {
    "RGB": ("RGB ",),
    "L": ("GRAY", "RGB "),
    "CMYK": ("CMYK",),
    "LAB": ("Lab ",),
}
"""The colours that a profile may be of by the mode of its picture; a grey one may name the colours its greys are of."""

CONDITION = re.compile(
    r"(fogra|gracol|swop|japan ?color|snap|ifra|wan-ifra|cgats|pso ?coated|pso ?uncoated)\W*(v?\d*)", re.I
)
"""Names of printing conditions within names of profiles."""

EXIF_BLOCK, COLOUR_SPACE, SRGB = 0x8769, 0xA001, 1


class Profile(NamedTuple):
    """A profile: its bytes, the colours it is of as ICC names them (``RGB ``), its name."""

    data: bytes
    space: str
    name: str


def read_profile(data: bytes) -> Profile | None:
    """A profile by its header (ICC.1, 7.2); ``None`` where it is none or is cut short."""
    if len(data) <= HEAD or data[36:40] != b"acsp" or int.from_bytes(data[:4]) > len(data):
        return None
    return Profile(data, data[16:20].decode("latin-1"), _name(data))


def _name(data: bytes) -> str:
    """The name of a profile (tag ``desc``, ICC.1 9.2.41), empty where it has none that can be read."""
    count = min(int.from_bytes(data[HEAD : HEAD + 4]), MOST_TAGS)
    for at in range(HEAD + 4, HEAD + 4 + count * 12, 12):
        if data[at : at + 4] != b"desc":
            continue
        start, size = int.from_bytes(data[at + 4 : at + 8]), int.from_bytes(data[at + 8 : at + 12])
        tag = data[start : start + size]
        if tag[:4] == b"desc":
            text = tag[12 : 12 + int.from_bytes(tag[8:12])].decode("latin-1")
        elif tag[:4] == b"mluc" and len(tag) >= 28:
            length, place = int.from_bytes(tag[20:24]), int.from_bytes(tag[24:28])
            text = tag[place : place + length].decode("utf-16-be", "replace")
        else:
            return ""
        return "".join(letter for letter in text if letter.isprintable()).strip()[:80]
    return ""


def is_same_condition(one: Profile, other: Profile) -> bool:
    """Whether two profiles describe the same printing: they are the same, or name the same condition.

    >>> coated = Profile(b"1", "CMYK", "Coated FOGRA39 (ISO 12647-2:2004)")
    >>> is_same_condition(coated, Profile(b"2", "CMYK", "FOGRA39L_coated"))
    True
    >>> is_same_condition(coated, Profile(b"2", "CMYK", "U.S. Web Coated (SWOP) v2"))
    False
    """
    if one.data == other.data:
        return True
    return bool(_conditions(one.name) & _conditions(other.name))


def _conditions(name: str) -> set[tuple[str, str]]:
    return {(made.lower().replace(" ", ""), number.lower()) for made, number in CONDITION.findall(name)}


def says_srgb(image: Image) -> bool:
    """Whether a picture without a profile says that its colours are those of sRGB (PNG ``sRGB``, EXIF)."""
    import PIL.Image

    if "srgb" in image.info:
        return True
    if not (written := image.info.get("exif")):
        return False
    exif = PIL.Image.Exif()
    try:
        exif.load(written)
        return bool(exif.get_ifd(EXIF_BLOCK).get(COLOUR_SPACE) == SRGB)
    except Exception:  # a broken block may raise whatever reading TIFF tags raises
        return False
