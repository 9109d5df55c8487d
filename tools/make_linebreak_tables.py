"""Make ``src/huozi/paragraph/characters/unicode_data.py`` from the Unicode data files (15.0).

``python tools/make_linebreak_tables.py [FOLDER]``; the folder is Debian's ``/usr/share/unicode`` (package
``unicode-data``) where none is given. Two tables are written, a letter for every code point in runs: the line breaking
class of UAX #14 after its rule LB1, and the composition class that the character has where no table of
``charclass`` names it.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from huozi.paragraph.characters import charclass as cc  # noqa: E402
from huozi.paragraph.characters.uax14 import LETTERS  # noqa: E402

FOLDER = Path("/usr/share/unicode")
TARGET = ROOT / "src" / "huozi" / "paragraph" / "characters" / "unicode_data.py"
CODE_POINTS = 0x110000
UNASSIGNED = (
    (0x20A0, 0x20CF, "PR"),
    (0x3400, 0x4DBF, "ID"),
    (0x4E00, 0x9FFF, "ID"),
    (0xF900, 0xFAFF, "ID"),
    (0x1F000, 0x1FAFF, "ID"),
    (0x1FC00, 0x1FFFD, "ID"),
    (0x20000, 0x2FFFD, "ID"),
    (0x30000, 0x3FFFD, "ID"),
)
"""Classes of code points not yet assigned, as the head of LineBreak.txt gives them."""

HEAD = '''\
"""Unicode {version}: classes by code point, in runs: their letters, and how long each is. A file of data.

Made by ``tools/make_linebreak_tables.py`` from LineBreak.txt, EastAsianWidth.txt, UnicodeData.txt,
DerivedCoreProperties.txt and emoji-data.txt; nobody edits it by hand. It is read when a text holds what the tables of
``charclass`` do not name, and not before.
"""

from __future__ import annotations

UNICODE_VERSION = "{version}"
'''


def property_of(path: Path, default: str, wanted: str = "") -> list[str]:
    """A property by code point; with ``wanted``, that value where a line names it and the default elsewhere."""
    values = [default] * CODE_POINTS
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) > 1 and (not wanted or fields[1] == wanted):
            first, _, last = fields[0].partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                values[code] = fields[1]
    return values


def kinds_of(path: Path) -> list[tuple[str, str]]:
    """General category and kind of decomposition by code point; ranges stand there as a first and a last line."""
    values = [("Cn", "")] * CODE_POINTS
    start = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        code, name, category, _, _, decomposition, *_ = line.split(";")
        at = int(code, 16)
        start = at if not name.endswith(", Last>") else start
        kind = decomposition.partition(">")[0].removeprefix("<") if decomposition.startswith("<") else ""
        for each in range(start, at + 1):
            values[each] = (category, kind)
    return values


def line_break_letter(found: str, category: str, width: str, pictograph: bool) -> str:
    """The letter of a line breaking class, with what rules LB1, LB30 and LB30b ask of other properties put in."""
    match found:
        case "AI" | "SG" | "XX":
            found = "AL"
        case "SA":
            found = "CM" if category in ("Mn", "Mc") else "AL"
        case "OP" | "CP" if width in ("F", "W", "H"):
            found = f"{found}_WIDE"
    if pictograph and category == "Cn":
        found = f"{found}_PICTOGRAPH"
    return LETTERS[found]


BY_LINE_BREAK = {
    "OP": cc.WESTERN_OPENING,
    "CL": cc.WESTERN_CLOSING,
    "CP": cc.WESTERN_CLOSING,
    "EX": cc.WESTERN_CLOSING,
    "IS": cc.WESTERN_CLOSING,
    "PR": cc.PREFIX,
    "PO": cc.POSTFIX,
}
"""Half-width signs: composition follows their line breaking class."""

PARTS_OF_WORDS = ("super", "sub", "fraction")
"""How characters decompose that belong to the word or number beside them (H₂O, 10⁻⁶, 1½, ™)."""

TIED = ("CM", "ZWJ", "ZW", "WJ")
HANGUL = ("JL", "JV", "JT", "H2", "H3")
LATIN_END = 0x2B0


class Facts(NamedTuple):
    """What the data files say of a character: general category, width, kind of decomposition, whether it draws."""

    category: str
    width: str
    decomposition: str
    ignorable: bool


def composition_letter(code: int, found: str, facts: Facts) -> str:
    """The composition class of a character that no table of ``charclass`` names."""
    if facts.category in ("Cn", "Cc", "Cs", "Co", "Zl", "Zp"):
        return cc.HAN
    if found in TIED or facts.ignorable or facts.category in ("Mn", "Mc", "Me"):
        return cc.UNIT
    if facts.category == "Zs":
        return cc.EM_SPACE
    if found in HANGUL:
        return cc.WESTERN  # Hangul has words and spaces between them
    return cc.HAN if facts.width in ("W", "F") else _of_narrow(code, found, facts)


def _of_narrow(code: int, found: str, facts: Facts) -> str:
    """Letters are Western writing; signs stand in an em, and so do numbers that East Asian fonts make wide."""
    if found in BY_LINE_BREAK:
        return BY_LINE_BREAK[found]
    if facts.width == "H":
        return cc.HAN
    if code < LATIN_END or facts.category[0] == "L" or facts.category in ("Nd", "Sk"):
        return cc.WESTERN
    if facts.decomposition in PARTS_OF_WORDS:
        return cc.WESTERN
    if facts.category == "Sm":
        return cc.SIGN
    return cc.HAN if facts.width == "A" or facts.category in ("So", "Sc") else cc.WESTERN


def as_source(name: str, letters: list[str]) -> str:
    """Letters in runs, as Python: the letter of each run, and how many there are of it."""
    counted = [(letter, len(list(group))) for letter, group in groupby(letters)]
    found = _lines(f"{name}_LETTERS", "".join(letter for letter, _ in counted))
    return found + _lines(f"{name}_COUNTS", " ".join(str(count) for _, count in counted))


def _lines(name: str, text: str) -> str:
    """A long string as lines of Python."""
    width = 112
    parts = "\n".join(f'    "{text[at : at + width]}"' for at in range(0, len(text), width))
    return f"\n{name} = (\n{parts}\n)\n"


def main(folder: Path) -> None:
    """Write the module."""
    line_breaks = property_of(folder / "LineBreak.txt", "XX")
    for first, last, value in UNASSIGNED:
        for code in range(first, last + 1):
            line_breaks[code] = value if line_breaks[code] == "XX" else line_breaks[code]
    widths = property_of(folder / "EastAsianWidth.txt", "N")
    kinds = kinds_of(folder / "UnicodeData.txt")
    ignorable = property_of(folder / "DerivedCoreProperties.txt", "", "Default_Ignorable_Code_Point")
    pictographs = property_of(folder / "emoji" / "emoji-data.txt", "", "Extended_Pictographic")
    version = (folder / "LineBreak.txt").read_text(encoding="utf-8").split("-", 1)[1].split(".txt", 1)[0]
    codes = range(CODE_POINTS)
    breaking = [
        line_break_letter(line_breaks[code], kinds[code][0], widths[code], bool(pictographs[code])) for code in codes
    ]
    composing = [
        composition_letter(
            code, line_breaks[code], Facts(kinds[code][0], widths[code], kinds[code][1], bool(ignorable[code]))
        )
        for code in codes
    ]
    text = HEAD.format(version=version)
    text += as_source("LINE_BREAK", breaking) + as_source("COMPOSITION", composing)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
