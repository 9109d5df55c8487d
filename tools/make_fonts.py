"""Remake the files in ``fonts/`` from their sources.

The Noto faces are cut to the characters that a Chinese journal needs and their
overlapping contours are merged; the other faces are copied byte for byte, since
their names are reserved.  The same sources and the same versions of the tools
give the same bytes.

    python tools/make_fonts.py --source node_modules/@expo-google-fonts \\
        --kai LXGWWenKai-Regular.ttf --unihan Unihan_OtherMappings.txt.bz2 --out fonts

Needs fonttools, skia-pathops (only to merge contours) and uharfbuzz (to check).
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import version as installed_version
from pathlib import Path

import uharfbuzz
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.removeOverlaps import removeOverlaps

KAI_PACKAGE = "Debian fonts-lxgw-wenkai 1.250+repack-1"
UNIHAN_PACKAGE = "Debian unicode-data 15.0.0-1"
KAI_LICENCE_FROM = "source-serif-4"

#: Everything the font has in these ranges, the Han characters apart.  Left out
#: on purpose: Hangul, and the CJK radicals (U+2E80 to U+2FDF), which in a
#: manuscript are always mistakes for the ordinary characters.
SYMBOL_RANGES: tuple[tuple[int, int], ...] = (
    (0x0020, 0x10FF),  # Latin, Greek, Cyrillic, combining marks
    (0x1200, 0x2E7F),  # punctuation, letterlike, numbers, arrows, maths, boxes
    (0x2FF0, 0x312F),  # CJK punctuation, kana, bopomofo
    (0x3190, 0x33FF),  # bopomofo extended, strokes, enclosed, CJK compatibility
    (0xFB00, 0xFB06),  # Latin ligatures
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE6F),  # CJK compatibility forms, small forms
    (0xFF00, 0xFF9F),  # full-width and half-width forms
    (0xFFE0, 0xFFEF),
    (0x1F100, 0x1F2FF),  # enclosed letters, numbers and ideographs
)

#: The selectors by which a text asks for its punctuation in the corner or in
#: the middle of the square.
VARIATION_SELECTORS = frozenset({0xFE00, 0xFE01})

#: Layout features kept.  ``aalt`` is left out: it only lists the others.
FEATURES: tuple[str, ...] = (
    "ccmp", "locl", "liga", "dlig", "mark", "kern", "palt", "halt", "chws",
    "vert", "vrt2", "vkrn", "vpal", "vhal", "vchw", "fwid", "hwid", "pwid", "ruby",
)  # fmt: skip

TWO_EM_DASH = "\u2014\u2014"


class Han(Enum):
    """The Han characters that a face holds."""

    GB2312 = "GB 2312"
    GB2312_TGH = "GB 2312 + 通用规范汉字表"
    WHOLE = "whole"


@dataclass(frozen=True)
class Face:
    """One file of ``fonts/``: what it is made from and how far it is cut."""

    file: str
    package: str
    source: str
    han: Han

    @property
    def postscript_name(self) -> str:
        """The PostScript name, which is also the name of the file."""
        return Path(self.file).stem


FACES: tuple[Face, ...] = (
    Face(
        "NotoSerifSC-Regular.ttf",
        "noto-serif-sc",
        "400Regular/NotoSerifSC_400Regular.ttf",
        Han.GB2312_TGH,
    ),
    Face(
        "NotoSerifSC-Bold.ttf",
        "noto-serif-sc",
        "700Bold/NotoSerifSC_700Bold.ttf",
        Han.GB2312_TGH,
    ),
    Face(
        "NotoSerifSC-Black.ttf",
        "noto-serif-sc",
        "900Black/NotoSerifSC_900Black.ttf",
        Han.GB2312,
    ),
    Face(
        "NotoSansSC-SemiBold.ttf",
        "noto-sans-sc",
        "600SemiBold/NotoSansSC_600SemiBold.ttf",
        Han.GB2312_TGH,
    ),
    Face(
        "SourceSerif4-Regular.ttf",
        "source-serif-4",
        "400Regular/SourceSerif4_400Regular.ttf",
        Han.WHOLE,
    ),
    Face(
        "SourceSerif4-Bold.ttf",
        "source-serif-4",
        "700Bold/SourceSerif4_700Bold.ttf",
        Han.WHOLE,
    ),
    Face(
        "SourceSerif4-Black.ttf",
        "source-serif-4",
        "900Black/SourceSerif4_900Black.ttf",
        Han.WHOLE,
    ),
    Face(
        "SourceSerif4-Italic.ttf",
        "source-serif-4",
        "400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
        Han.WHOLE,
    ),
    Face("LXGWWenKai-Regular.ttf", "", "", Han.WHOLE),
)


@dataclass(frozen=True)
class Inputs:
    """What the files are made from, and whether contours are merged."""

    packages: Path
    kai: Path
    tgh: frozenset[int]
    merge: bool

    def origin(self, face: Face) -> Path:
        """The file that a face is made from."""
        return self.packages / face.package / face.source if face.package else self.kai


LICENCES: dict[str, str] = {
    "noto-serif-sc": "OFL-NotoSerifSC.txt",
    "noto-sans-sc": "OFL-NotoSansSC.txt",
    "source-serif-4": "OFL-SourceSerif4.txt",
    "": "OFL-LXGWWenKai.txt",
}


# Which characters


def gb2312() -> frozenset[int]:
    """The 7,445 characters of GB 2312.

    The standard does not say which Unicode character its middle dot and its
    dash are; Python's table and GBK's differ, so both readings are taken.
    """
    found: set[int] = set()
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            pair = bytes((lead, trail))
            char = pair.decode("gb2312", "ignore")
            if char:
                found.add(ord(char))
                found.add(ord(pair.decode("gbk")))
    return frozenset(found)


def standard_characters(unihan: Path) -> frozenset[int]:
    """The 8,105 characters of 通用规范汉字表: those with kTGH in Unihan."""
    raw = unihan.read_bytes()
    if unihan.suffix == ".bz2":
        raw = bz2.decompress(raw)
    pattern = re.compile(r"^U\+([0-9A-F]+)\tkTGH\t", re.MULTILINE)
    found = frozenset(int(code, 16) for code in pattern.findall(raw.decode("utf-8")))
    if len(found) != 8105:
        raise SystemExit(f"{unihan.name}: kTGH has {len(found)} characters, not 8105")
    return found


def symbols(available: Iterable[int]) -> Iterator[int]:
    """The characters of a font that fall in SYMBOL_RANGES."""
    for code in available:
        if any(first <= code <= last for first, last in SYMBOL_RANGES):
            yield code


def wanted(face: Face, available: frozenset[int], tgh: frozenset[int]) -> set[int]:
    """The characters that a cut face keeps."""
    chosen = set(symbols(available)) | gb2312() | VARIATION_SELECTORS
    if face.han is Han.GB2312_TGH:
        chosen |= tgh
    missing = chosen - available
    if missing & (gb2312() | tgh):
        raise SystemExit(f"{face.file}: the source lacks {show(missing)}")
    return chosen


def show(codes: Iterable[int]) -> str:
    """Code points for a message."""
    return " ".join(f"U+{code:04X}" for code in sorted(codes))


# Making the files


def cut(face: Face, inputs: Inputs, target: Path) -> None:
    """Write a cut face: fewer characters, no hints, contours merged."""
    font = TTFont(inputs.origin(face), recalcTimestamp=False, lazy=False)
    subsetter = subset.Subsetter(options=cutting_options())
    available = frozenset(int(code) for code in font.getBestCmap())
    subsetter.populate(unicodes=wanted(face, available, inputs.tgh))
    subsetter.subset(font)
    if inputs.merge:
        removeOverlaps(font, removeHinting=True)
    font.save(target, reorderTables=True)
    font.close()


def cutting_options() -> subset.Options:
    """Options for the cut: keep names, languages and the chosen features."""
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.layout_scripts = ["*"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.name_legacy = True
    options.glyph_names = False
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables = [*options.drop_tables, "STAT"]
    options.recalc_timestamp = False
    options.canonical_order = True
    return options


def make_face(face: Face, inputs: Inputs, out: Path) -> None:
    """Cut or copy one face into the output folder."""
    target = out / face.file
    if face.han is Han.WHOLE:
        shutil.copyfile(inputs.origin(face), target)
    else:
        part = target.with_suffix(".part")
        cut(face, inputs, part)
        part.replace(target)


def kai_licence(out: Path, template: str) -> str:
    """The licence of the Kai: its own notices, then the text of the OFL.

    The Debian package holds the licence only inside its copyright file, so the
    notice is read from the font and the OFL's text from a sister package.
    """
    names = TTFont(out / "LXGWWenKai-Regular.ttf", lazy=True)["name"]
    notice = str(names.getDebugName(0)).strip().replace("\r\n", "\n")
    reserved = 'Reserved Font Names "霞鹜" and "LXGW".'
    statement = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    _, _, text = template.partition(statement)
    return f"{notice}\n{reserved}\n\n{statement}{text}"


def write_licences(source: Path, out: Path) -> None:
    """Put the licence texts beside the fonts."""
    for package, file in LICENCES.items():
        if package:
            shutil.copyfile(source / package / "LICENSE_FONT", out / file)
    template = (source / KAI_LICENCE_FROM / "LICENSE_FONT").read_text("utf-8")
    (out / LICENCES[""]).write_text(kai_licence(out, template), "utf-8", newline="\n")


# Checking


def shape(font: uharfbuzz.Font, text: str) -> list[tuple[int, int]]:
    """Shape Chinese text: (glyph, advance) pairs."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Hani"
    buffer.language = "zh-Hans"
    uharfbuzz.shape(font, buffer, {})
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions or [], strict=True)
    return [(info.codepoint, place.x_advance) for info, place in pairs]


def check(face: Face, out: Path, tgh: frozenset[int]) -> list[str]:
    """What is wrong with a finished file; empty if nothing is."""
    path = out / face.file
    loaded = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    font = TTFont(path, lazy=True)
    faults: list[str] = []
    if font["name"].getDebugName(6) != face.postscript_name:
        faults.append(f"PostScript name is {font['name'].getDebugName(6)}")
    if font["OS/2"].fsType & 0x000E:
        faults.append(f"fsType {font['OS/2'].fsType} restricts embedding")
    if face.han is not Han.WHOLE:
        faults += check_cut(face, loaded, tgh)
    return [f"{face.file}: {fault}" for fault in faults]


def check_cut(face: Face, loaded: uharfbuzz.Face, tgh: frozenset[int]) -> list[str]:
    """Check the characters and the two-em dash of a cut face."""
    needed = gb2312() | (tgh if face.han is Han.GB2312_TGH else frozenset())
    missing = needed - set(loaded.unicodes)
    faults = [f"lacks {show(missing)}"] if missing else []
    dash = shape(uharfbuzz.Font(loaded), TWO_EM_DASH)
    if [advance for _, advance in dash] != [2 * loaded.upem]:
        faults.append(f"the two-em dash is shaped as {dash}")
    return faults


# The README


def readme(inputs: Inputs, out: Path) -> str:
    """The text of fonts/README.md."""
    merged = "overlapping contours merged" if inputs.merge else "overlapping contours left (harmless in fills)"
    option = "" if inputs.merge else " --keep-overlaps"
    tools = f"fonttools {installed_version('fonttools')}"
    if inputs.merge:
        tools += f" and skia-pathops {installed_version('skia-pathops')}"
    rows = "\n".join(row(face, inputs.packages, out) for face in FACES)
    return f"""# Fonts

| file | family | version | licence | from | kept | glyphs | bytes |
|---|---|---|---|---|---|---|---|
{rows}

All are under the SIL Open Font License 1.1; the texts are the `OFL-*.txt` files. Checksums (SHA-256):

```
{checksums(out)}```

## How they were made

```
python tools/make_fonts.py --source node_modules/@expo-google-fonts \\
    --kai LXGWWenKai-Regular.ttf --unihan Unihan_OtherMappings.txt.bz2 --out fonts{option}
```

with {tools}, npm packages of the versions above,
the Kai of {KAI_PACKAGE} and the Unihan data (property kTGH: 通用规范汉字表) of {UNIHAN_PACKAGE}.
The same versions give the same bytes.

* The Noto faces are cut to the Han characters named in the table and to all their letters, numbers, punctuation,
  kana, symbols, vertical and full-width forms; hints, glyph names and the STAT table dropped;
  {merged}.
  Layout features kept: {" ".join(FEATURES)}.
  Left out: traditional and rare characters outside these lists, Hangul, CJK radicals.
* Noto has no reserved font name of its own ("Source", reserved in the notice of Noto Sans SC, is not in its name), so
  the cut faces keep their names.
* Source Serif 4 and LXGW WenKai reserve theirs ("Source"; "LXGW", "霞鹜"): their files are whole, byte for byte.
  The reservation for Source Serif 4 stands in the font's copyright notice, not in the licence file of its package.
"""


def row(face: Face, source: Path, out: Path) -> str:
    """One line of the table."""
    path = out / face.file
    font = TTFont(path, lazy=True)
    names = font["name"]
    family = str(names.getDebugName(16) or names.getDebugName(1))
    style = str(names.getDebugName(17) or names.getDebugName(2))
    release = re.sub(r"^Version ([0-9.]+).*$", r"\1", str(names.getDebugName(5)))
    cells = (
        f"`{face.file}`",
        f"{family} {style}",
        release,
        f"[OFL 1.1]({LICENCES[face.package]})",
        origin_name(face, source),
        face.han.value,
        f"{font['maxp'].numGlyphs:,}",
        f"{path.stat().st_size:,}",
    )
    return "| " + " | ".join(cells) + " |"


def origin_name(face: Face, source: Path) -> str:
    """The package and version that a face came from."""
    if not face.package:
        return KAI_PACKAGE
    data = json.loads((source / face.package / "package.json").read_text("utf-8"))
    return f"npm {data['name']} {data['version']}"


def checksums(out: Path) -> str:
    """SHA-256 of every font, in the form that sha256sum reads."""
    return "".join(f"{hashlib.sha256((out / face.file).read_bytes()).hexdigest()}  {face.file}\n" for face in FACES)


# Command line


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--source", type=Path, required=True, help="folder that holds the npm packages")
    parser.add_argument("--kai", type=Path, required=True, help="LXGWWenKai-Regular.ttf")
    parser.add_argument("--unihan", type=Path, required=True, help="Unihan_OtherMappings.txt or .txt.bz2")
    parser.add_argument("--out", type=Path, required=True, help="output folder")
    parser.add_argument("--keep-overlaps", action="store_true", help="do not merge overlapping contours")
    return parser.parse_args()


def main() -> int:
    """Make every file, check it, write the licences and the README."""
    args = arguments()
    tgh = standard_characters(args.unihan)
    inputs = Inputs(args.source, args.kai, tgh, merge=not args.keep_overlaps)
    args.out.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    for face in FACES:
        make_face(face, inputs, args.out)
        faults += check(face, args.out, tgh)
        print(f"{face.file}: {(args.out / face.file).stat().st_size:,} bytes", flush=True)
    write_licences(args.source, args.out)
    (args.out / "README.md").write_text(readme(inputs, args.out), "utf-8", newline="\n")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
