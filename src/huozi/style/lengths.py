"""Lengths, sizes and trims as people write them, made whole millipoints.

``12pt``, ``148mm``, ``2字``, ``1.5行``, ``小四``, ``1/4em``, ``A4``, ``210mm x 297mm``. A number is kept as an exact
fraction until it is resolved, so that nothing is lost on the way. Every parser raises ``ValueError`` for what it
cannot read; the loader makes a finding of it, with the place and with what is accepted.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, TypeAlias

from huozi.geometry import Mpt, Size
from huozi.records import NamedTuple

Unit: TypeAlias = Literal["mpt", "em", "line", "part"]

# One of each unit in what it resolves to; absolute ones in millipoints, exactly (1 in = 72 pt = 25.4 mm).
UNITS: dict[str, tuple[int, int, Unit]] = {
    "pt": (1000, 1, "mpt"),
    "磅": (1000, 1, "mpt"),
    "mm": (360000, 127, "mpt"),
    "毫米": (360000, 127, "mpt"),
    "cm": (3600000, 127, "mpt"),
    "in": (72000, 1, "mpt"),
    "em": (1, 1, "em"),
    "字": (1, 1, "em"),
    "行": (1, 1, "line"),
    "lines": (1, 1, "line"),
    "line": (1, 1, "line"),
    "%": (1, 100, "part"),
}

# Chinese type sizes in millipoints (typography.md, Paragraphs); a second value is the variant some houses cast.
SIZES: dict[str, tuple[Mpt, ...]] = {
    "初": (42000,),
    "小初": (36000,),
    "一": (26000, 28000),
    "小一": (24000,),
    "二": (22000,),
    "小二": (18000,),
    "三": (16000,),
    "小三": (15000,),
    "四": (14000,),
    "小四": (12000,),
    "五": (10500,),
    "小五": (9000,),
    "六": (7500, 8000),
    "小六": (6500,),
    "七": (5500,),
    "八": (5000,),
}

# Trimmed sizes in millimetres: ISO 216, and the 开 of full sheets of 787 × 1092 and (大) 889 × 1194.
TRIMS: dict[str, tuple[int, int]] = {
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "A6": (105, 148),
    "B4": (250, 353),
    "B5": (176, 250),
    "B6": (125, 176),
    "8开": (260, 370),
    "16开": (185, 260),
    "大16开": (210, 285),
    "32开": (130, 184),
    "大32开": (140, 203),
}

LARGEST: Mpt = 14_400_000
"""The largest side a PDF page can have (ISO 32000, annex C: 14,400 units)."""

LENGTH = re.compile(r"([+-]?)\s*(?:(\d+)\s*/\s*(\d+)|(\d*)\.?(\d*))\s*([^\W\d]+|%)?")
SIZE_NAME = re.compile(r"(小?[初一二三四五六七八1-8])号?(?:\s*\(\s*(\d+)\s*(?:pt)?\s*\))?")
DIGITS = str.maketrans("12345678", "一二三四五六七八")


class Length(NamedTuple):
    """A length as written: a fraction of a unit. An ``em`` or a ``line`` knows its size only where it is used."""

    numerator: int
    denominator: int
    unit: Unit

    def resolve(self, em: Mpt = 0, line: Mpt = 0, whole: Mpt = 0) -> Mpt:
        """The length in millipoints: ``em`` is the size of the style, ``line`` its leading, ``whole`` what 100 % is.

        >>> parse_length("2字").resolve(em=12000)
        24000
        """
        one = {"mpt": 1, "em": em, "line": line, "part": whole}[self.unit]
        return divide(self.numerator * one, self.denominator)


def divide(numerator: int, denominator: int) -> int:
    """The quotient rounded to the nearest whole number, halves upwards."""
    return (2 * numerator + denominator) // (2 * denominator)


def parse_length(text: str) -> Length:
    """A length from ``12pt``, ``148mm``, ``2字``, ``1.5行``, ``1/4em``, ``55%`` or ``0``.

    >>> parse_length("1/4em")
    Length(numerator=1, denominator=4, unit='em')
    """
    found = LENGTH.fullmatch(plain(text))
    if not found:
        raise ValueError(text)
    sign, over, under, whole, decimals, unit = found.groups(default="")
    if over:
        numerator, denominator = int(over), int(under)
    elif whole or decimals:
        numerator, denominator = int(whole + decimals), 10 ** len(decimals)
    else:
        raise ValueError(text)
    if not denominator or len(whole + decimals + over + under) > 12:
        raise ValueError(text)
    if not unit and not numerator:
        unit = "pt"  # nothing is nothing in every unit
    if unit not in UNITS:
        raise ValueError(text)
    per, parts, kind = UNITS[unit]
    return Length(-numerator * per if sign == "-" else numerator * per, denominator * parts, kind)


def plain(text: str) -> str:
    """The text with full-width letters and digits made plain, as an input method may leave them."""
    return unicodedata.normalize("NFKC", text).replace("⁄", "/").strip()


def parse_size(text: str) -> Mpt:
    """A size of type from a Chinese name or an absolute length.

    >>> parse_size("小四"), parse_size("六号(8)"), parse_size("10.5pt")
    (12000, 8000, 10500)
    """
    named = SIZE_NAME.fullmatch(plain(text))
    if not named:
        return absolute(text)
    sizes = SIZES.get(named[1].translate(DIGITS), ())
    for size in sizes:
        if not named[2] or int(named[2]) * 1000 == size:
            return size
    raise ValueError(text)


def parse_trim(text: str) -> Size:
    """A trimmed size from its name (``A4``, ``16开``) or as width × height.

    >>> parse_trim("A4") == parse_trim("210mm x 297mm")
    True
    """
    written = plain(text)
    named = TRIMS.get(written.upper().replace(" ", ""))
    if named:
        width, height = (parse_length(f"{side}mm").resolve() for side in named)
        return Size(width, height)
    sides = re.split(r"\s*[x×*]\s*", written)
    if len(sides) != 2:
        raise ValueError(text)
    unit = re.search(r"[^\W\d]+$", sides[1])
    if unit and re.fullmatch(r"[\d.]+", sides[0]):
        sides[0] += unit[0]  # 210 × 297 mm
    width, height = (absolute(side) for side in sides)
    if max(width, height) > LARGEST:
        raise ValueError(text)
    return Size(width, height)


def absolute(text: str) -> Mpt:
    """A length above zero that needs no size to be known."""
    length = parse_length(text)
    if length.unit != "mpt" or length.numerator <= 0:
        raise ValueError(text)
    return length.resolve()


def parse_thousandths(text: str) -> int:
    """A share of an em or of a whole in thousandths, from ``1/4em``, ``0.25字`` or ``25%``.

    >>> parse_thousandths("1/4em")
    250
    """
    length = parse_length(text)
    if length.numerator < 0 or (length.numerator and length.unit not in ("em", "part")):
        raise ValueError(text)
    return divide(1000 * length.numerator, length.denominator)


def parse_lines(text: str) -> int:
    """A whole number of lines from ``14行``, ``14 lines`` or ``14``.

    >>> parse_lines("14行")
    14
    """
    found = re.fullmatch(r"(\d{1,4})\s*(?:行|lines?)?", plain(text))
    if not found:
        raise ValueError(text)
    return int(found[1])


def show_length(length: Mpt) -> str:
    """A length in points, as short as it is exact.

    >>> show_length(18700), show_length(-500)
    ('18.7pt', '-0.5pt')
    """
    whole, rest = divmod(abs(length), 1000)
    decimals = f".{rest:03}".rstrip("0").rstrip(".")
    return f"{'-' if length < 0 else ''}{whole}{decimals}pt"


def show_mm(length: Mpt) -> str:
    """A length in millimetres to a tenth, for messages.

    >>> show_mm(420000)
    '148.2mm'
    """
    tenths = divide(abs(length) * 1270, 360000)
    return f"{'-' if length < 0 else ''}{tenths // 10}.{tenths % 10}mm"


def show_size(size: Mpt) -> str:
    """A size by its Chinese name, or in points where it has none.

    >>> show_size(12000), show_size(8000), show_size(11000)
    ('小四', '六(8)', '11pt')
    """
    for name, sizes in SIZES.items():
        if size == sizes[0]:
            return name
        if size in sizes:
            return f"{name}({size // 1000})"
    return show_length(size)
