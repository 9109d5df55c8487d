"""Font files read by their heads alone: what faces a file holds, what they are called, why one cannot be used.

Layouts name families as their makers do, so the names inside a file count, whatever the file is called. What is read
here is the table directory and the few small tables that names, weight, axes and licence stand in (OpenType 1.9: "Font
file", ``name``, ``OS/2``, ``fvar``): a twentieth of a millisecond a face, without a library.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import BinaryIO
from unicodedata import normalize

from huozi.records import NamedTuple

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
"""Names of font files that can be used."""
OTHER_SUFFIXES = (".woff", ".woff2", ".eot", ".pfb", ".pfa", ".pfm", ".dfont", ".fon", ".fnt", ".bdf", ".pcf")
"""Names of font files of kinds that cannot: looked at as well, so that nobody is told that they are missing."""

MOST_BYTES = 64 << 20
"""The largest file of one face: 65,535 glyphs, the most there can be, of a thousand bytes each."""
MOST_BYTES_OF_COLLECTION = 1 << 30
MOST_FACES = 256
MOST_NAMES = 1 << 18
"""Bytes of a name table that are looked at."""


class Axis(NamedTuple):
    """A design axis of a variable face: its tag, least, usual and greatest value."""

    tag: str
    least: float
    usual: float
    most: float


class FontFace(NamedTuple):
    """A face of a font file, as the file describes it.

    ``families`` are the names of its family in all languages, ``styled`` those of a family that it is (nearly) alone
    in: family and weight in one name, as old programs list it (``Noto Serif SC SemiBold``), or the whole name of the
    face. ``weight`` and ``width`` are the classes of OS/2 (400: regular; 5: normal), ``bold`` says that it is the bold
    one of its ``styled`` family. ``fault`` is the rule of the finding that tells why it cannot be used; else empty.
    """

    number: int
    families: tuple[str, ...] = ()
    styled: tuple[str, ...] = ()
    weight: int = 400
    width: int = 5
    bold: bool = False
    italic: bool = False
    axes: tuple[Axis, ...] = ()
    fault: str = ""


class FontFile(NamedTuple):
    """A font file: its faces, or the rule of the finding that tells why it holds none, with the system's reason."""

    path: str
    faces: tuple[FontFace, ...] = ()
    fault: str = ""
    reason: str = ""


class FaceKey(NamedTuple):
    """What the key of a face names: a file (by its name without suffix), a face of it, places on its axes."""

    file: str
    number: int = 0
    axes: tuple[tuple[str, float], ...] = ()


def face_key(key: FaceKey) -> str:
    """The key of a face as a text: the file's name alone where that says all.

    >>> face_key(FaceKey("Song", 2, (("wght", 650.0),)))
    'Song/2/wght=650'
    """
    parts = [str(key.number)] if key.number else []
    return "/".join((key.file, *parts, *(f"{tag}={value:g}" for tag, value in key.axes)))


def parse_key(text: str) -> FaceKey:
    """What a key names; a solidus stands in no file's name.

    >>> parse_key("Song/2/wght=650")
    FaceKey(file='Song', number=2, axes=(('wght', 650.0),))
    """
    file, *rest = text.split("/")
    number = int(rest[0]) if rest and "=" not in rest[0] else 0
    axes = (part.split("=") for part in rest if "=" in part)
    return FaceKey(file, number, tuple((tag, float(value)) for tag, value in axes))


def font_files(folders: Sequence[str], suffixes: tuple[str, ...] = SUFFIXES) -> dict[str, str]:
    """The font files of folders by key, in the order of the folders and of their names; the first of a key wins.

    A key is a file's name without suffix; the second file of a folder that has the same goes by its whole name.
    """
    found: dict[str, str] = {}
    for folder in folders:
        own: dict[str, str] = {}
        for name in _names(folder):
            stem, suffix = os.path.splitext(name)
            if suffix.lower() in suffixes and not name.startswith("."):
                own[name if stem in own else stem] = os.path.join(folder, name)
        found |= {key: path for key, path in own.items() if key not in found}
    return found


def _names(folder: str) -> list[str]:
    """The names in a folder, sorted; none where there is no such folder."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


@lru_cache(maxsize=4096)
def plain_family(name: str) -> str:
    """A family's name as names are compared: without spaces, hyphens and case.

    >>> plain_family("Noto Serif SC") == plain_family("NotoSerifSC")
    True
    """
    return "".join(letter for letter in normalize("NFKC", name).casefold() if letter not in " -_\u3000")


# ------------------------------------------------------------------ files


def read_font(path: str) -> FontFile:
    """What a font file says of itself, read once as long as it stays the same file."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):  # a folder, or a pipe that nobody writes to
            is_folder = stat.S_ISDIR(status.st_mode)
            return FontFile(
                path, fault="font-closed", reason=os.strerror(errno.EISDIR) if is_folder else "not a regular file"
            )
        return _read(path, status.st_size, status.st_mtime_ns)
    except OSError as error:
        return FontFile(path, fault="font-closed", reason=error.strerror or type(error).__name__)


@lru_cache(maxsize=1024)
def _read(path: str, size: int, _changed: int) -> FontFile:
    with open(path, "rb") as file:
        head = file.read(12)
        fault = file_fault(head, size)
        if fault and fault != TOO_LARGE:
            return FontFile(path, fault=fault)
        faces = (_face(file, at, index, size) for index, at in enumerate(face_offsets(file, head)))
        found = tuple(face._replace(fault=fault or face.fault) for face in faces)
        return FontFile(path, found, fault if found else DAMAGED)


TOO_LARGE, DAMAGED = "font-too-large", "font-damaged"


_OTHER_KINDS = (
    (b"wOFF", "font-web"),
    (b"wOF2", "font-web"),
    (b"%!", "font-old"),  # Type 1 as text
    (b"\x80\x01", "font-old"),  # Type 1 as bytes
    (b"\x00\x00\x01\x00\x00", "font-old"),  # a resource fork (dfont)
    (b"MZ", "font-old"),  # bitmaps in a Windows program (fon)
    (b"\x01fcp", "font-old"),  # bitmaps of X11
    (b"STARTFONT", "font-old"),
)
"""How files of other kinds begin, and the rule that says so."""

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")


def file_fault(head: bytes, size: int) -> str:
    """The rule of the finding that a file cannot be used by its first bytes and its size; empty where it may be."""
    if not size:
        return "font-empty"
    for start, fault in _OTHER_KINDS:
        if head.startswith(start):
            return fault
    if head[:4] not in _KINDS:
        return "font-none"
    if len(head) < 12:
        return DAMAGED
    most = MOST_BYTES_OF_COLLECTION if head[:4] == b"ttcf" else MOST_BYTES
    return TOO_LARGE if size > most else ""


def face_offsets(file: BinaryIO, head: bytes) -> tuple[int, ...]:
    """Where the table directories of a file's faces begin (OpenType, "Font collections")."""
    if head[:4] != b"ttcf":
        return (0,)
    count = min(int.from_bytes(head[8:12]), MOST_FACES)
    file.seek(12)
    data = file.read(4 * count)
    return struct.unpack(f">{len(data) // 4}L", data[: len(data) // 4 * 4])


# ------------------------------------------------------------------ faces

Tables = Mapping[str, tuple[int, int]]
"""Tables by tag: where in the file each begins, and how long it is."""

NEEDED = ("head", "hhea", "hmtx", "maxp", "cmap")
OUTLINES = ("glyf", "CFF ", "CFF2")


def directory(file: BinaryIO, at: int) -> Tables:
    """The tables of the face whose directory begins at a byte."""
    file.seek(at)
    head = file.read(12)
    count = int.from_bytes(head[4:6]) if len(head) == 12 else 0
    data = file.read(16 * count)
    rows = (struct.unpack_from(">4sLLL", data, row) for row in range(0, len(data) - 15, 16))
    return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in rows}


def table_fault(tables: Tables, size: int) -> str:
    """The rule of the finding that tables are missing or cut off; empty where all that is needed is there."""
    if any(offset + length > size for offset, length in tables.values()):
        return DAMAGED
    if not all(tables.get(tag, (0, 0))[1] for tag in NEEDED):
        return DAMAGED
    return "" if any(tag in tables for tag in OUTLINES) else "font-bitmap"


def _face(file: BinaryIO, at: int, index: int, size: int) -> FontFace:
    """A face by its directory; the names are read where they can be, also of one that cannot be used."""
    tables = directory(file, at)
    names = names_of(_table(file, tables, "name", MOST_NAMES))
    os2 = _table(file, tables, "OS/2", 96)
    weight, width, licence = struct.unpack_from(">3H", os2, 4) if len(os2) >= 10 else (400, 5, 0)
    selection = int.from_bytes(os2[62:64]) if len(os2) >= 64 else 0
    own, legacy = names.get(16, ()), names.get(1, ())
    return FontFace(
        index,
        own or legacy,
        tuple(dict.fromkeys((legacy if own else ()) + names.get(4, ()) + names.get(6, ()))),
        weight * 100 if 0 < weight < 10 else weight or 400,
        width or 5,
        bool(selection & BOLD),
        bool(selection & (ITALIC | OBLIQUE)),
        axes_of(_table(file, tables, "fvar", 1024)),
        table_fault(tables, size) or _content_fault(file, tables) or licence_fault(licence),
    )


ITALIC, BOLD, OBLIQUE = 1, 1 << 5, 1 << 9
"""Bits of ``fsSelection``."""

USAGE, RESTRICTED = 0x000F, 0x0002
NO_SUBSETTING, BITMAPS_ONLY = 0x0100, 0x0200
"""Bits of ``fsType``. Of several ways of use the least restrictive holds (OS/2, versions 0 to 2)."""


def licence_fault(bits: int) -> str:
    """The rule of the finding that a face may not be embedded, in part, as outlines (``fsType``); empty if it may."""
    forbidden = bits & USAGE == RESTRICTED or bits & (NO_SUBSETTING | BITMAPS_ONLY)
    return "font-restricted" if forbidden else ""


HEAD_MAGIC = 0x5F0F3CF5


def _content_fault(file: BinaryIO, tables: Tables) -> str:
    """What is wrong inside of ``head``, ``maxp`` and ``cmap`` where their places are right."""
    head = _table(file, tables, "head", 54)
    glyphs = _table(file, tables, "maxp", 6)
    if len(head) < 54 or len(glyphs) < 6 or not int.from_bytes(glyphs[4:6]):
        return DAMAGED
    magic, upem = int.from_bytes(head[12:16]), int.from_bytes(head[18:20])
    if magic != HEAD_MAGIC or not 16 <= upem <= 16384:
        return DAMAGED
    cmap = _table(file, tables, "cmap", 4 + 8 * 64)
    maps = {
        struct.unpack_from(">2H", cmap, at) for at in range(4, min(len(cmap), 4 + 8 * int.from_bytes(cmap[2:4])), 8)
    }
    return "" if any(platform == 0 or (platform, code) in UNICODE_MAPS for platform, code in maps) else "font-unmapped"


UNICODE_MAPS = ((3, 0), (3, 1), (3, 10))
"""Platforms and encodings of Windows's character maps that can be asked for Unicode (3, 0: signs)."""


def axes_of(data: bytes) -> tuple[Axis, ...]:
    """The design axes of an ``fvar`` table."""
    if len(data) < 16:
        return ()
    at, _, count, size = struct.unpack_from(">4H", data, 4)
    places = (at + size * number for number in range(count))
    rows = (struct.unpack_from(">4s3l", data, place) for place in places if size >= 20 and place + 16 <= len(data))
    return tuple(Axis(tag.decode("latin-1"), *(value / 65536 for value in values)) for tag, *values in rows)


FAMILY_NAMES = (1, 4, 6, 16)
"""Ids of names that a face may be asked for by: family, whole name, PostScript name, typographic family."""

_MAC_CODECS = {0: "mac_roman", 1: "shift_jis", 2: "big5", 3: "euc_kr", 25: "gb18030"}
_WINDOWS_CODECS = {2: "shift_jis", 3: "gb18030", 4: "big5", 5: "euc_kr"}


def names_of(data: bytes) -> dict[int, tuple[str, ...]]:
    """The names of a ``name`` table in all its languages, by id; Windows's and Unicode's first, they are the surer."""
    found: dict[int, dict[str, None]] = {}
    for name, text in sorted(_records(data), key=lambda record: record[0][0] == MAC):
        if text:
            found.setdefault(name[1], {})[text] = None
    return {name: tuple(texts) for name, texts in found.items()}


MAC = 1


def _records(data: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """The records of a name table: platform and id, and the text."""
    if len(data) < 6:
        return
    count, start = struct.unpack_from(">2H", data, 2)
    for at in range(6, min(6 + 12 * count, len(data) - 11), 12):
        platform, encoding, _, name, length, offset = struct.unpack_from(">6H", data, at)
        if name in FAMILY_NAMES:
            yield (platform, name), _name_text(data[start + offset : start + offset + length], platform, encoding)


def _name_text(data: bytes, platform: int, encoding: int) -> str:
    """A name's text; empty where it cannot be read."""
    codec = _MAC_CODECS.get(encoding, "") if platform == MAC else "utf-16-be"
    if platform == 3 and encoding in _WINDOWS_CODECS:
        data, codec = data.replace(b"\x00", b""), _WINDOWS_CODECS[encoding]  # some pad each byte to two
    try:
        return data.decode(codec).strip("\x00 ") if codec else ""
    except UnicodeDecodeError:
        return ""


def _table(file: BinaryIO, tables: Tables, tag: str, most: int) -> bytes:
    """The beginning of a table; nothing where it is not there."""
    offset, length = tables.get(tag, (0, 0))
    file.seek(offset)
    return file.read(min(length, most))
