"""Fonts in the file: a code for every (glyph, source text) pair, so that extraction gives the source back.

A face becomes one Type0 font with codes of 16 bits, in the order of its glyphs. Codes of one glyph that stand for
different texts (… and ⋯ share one in Noto Serif SC) join at the glyph, and ``ToUnicode`` gives each its own text
(ISO 32000-1, 9.7 and 9.10.3).
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import TypeAlias

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference

from huozi.diagnostics import Findings, Span
from huozi.display import GlyphRun, Page
from huozi.fonts.embed import FontFacts, Outlines, cut_face, font_facts
from huozi.fonts.face import Face
from huozi.output.pdf.cmap import CODES_NAME, Row, glyph_codes, glyph_map, unicode_map
from huozi.output.pdf.numbers import decimal
from huozi.output.pdf.objects import File, Stream, Value, pdf_array, pdf_dict, pdf_name, pdf_text
from huozi.records import NamedTuple

EM = 100_000
"""Widths are in hundredths of a thousandth of the em: exact for 1,000 units to the em, near enough for any other."""

PLAIN_BYTES = [byte for byte in range(256) if byte not in b"()\\\r"]
"""Bytes that stand for themselves in a literal string; codes are made of these alone, so that none is escaped."""

Pair: TypeAlias = tuple[int, str]
"""A glyph id and the source text it stands for."""


class Font(NamedTuple):
    """A face as it goes into the file.

    ``key`` names it in resources, ``name`` in the world, ``path`` is its file. ``shown`` gives for each pair the two
    bytes of its code (a character each), ``codes`` the same for each glyph that stands for one text alone, ``shared``
    the glyphs that stand for several; ``widths`` are the glyphs' in 1/100,000 em.
    """

    key: str
    name: str
    path: str
    facts: FontFacts
    program: bytes
    shown: dict[Pair, str]
    codes: dict[int, str]
    shared: frozenset[int]
    widths: dict[int, int]
    rows: Sequence[Row]
    to_unicode: bytes


def pairs_shown(pages: Iterable[Page]) -> dict[str, list[Pair]]:
    """Every pair that each face shows, in the order of its glyphs; faces in the order they come up."""
    seen: dict[str, set[Pair]] = {}
    for page in pages:
        for placed in page.items:
            run = placed.item
            if isinstance(run, GlyphRun) and run.glyphs:
                seen.setdefault(run.face, set()).update(zip(run.glyphs, run.texts, strict=True))
    return {face: sorted(pairs) for face, pairs in seen.items()}


def make_fonts(pages: Iterable[Page], faces: Mapping[str, Face], findings: Findings) -> dict[str, Font]:
    """The fonts of a file by the keys of its glyph runs: what its pages show of each face, and no more.

    Finding: ``font-unreadable`` for a file that is damaged where nothing has looked before.
    """
    fonts: dict[str, Font] = {}
    for number, (key, pairs) in enumerate(pairs_shown(pages).items(), start=1):
        try:
            fonts[key] = make_font(f"F{number}", faces[key], pairs)
        except DAMAGED as error:
            findings.add(Span(faces[key].path), "font-unreadable", font=key, reason=f"{type(error).__name__}: {error}")
    return fonts


DAMAGED = (struct.error, RuntimeError, KeyError, IndexError, ValueError)
"""What reading and cutting a damaged face raises."""


def make_font(key: str, face: Face, pairs: Iterable[Pair]) -> Font:
    """A face cut to what these pairs show of it, named by a tag of its content (ISO 32000-1, 9.6.4)."""
    facts = font_facts(face)
    program, new = cut_face(face, {glyph for glyph, _ in pairs})
    advance, upem = face.hb_font.get_glyph_h_advance, face.upem
    shown: dict[Pair, str] = {}
    codes: dict[int, str] = {}
    shared: set[int] = set()
    widths: dict[int, int] = {}
    rows: list[Row] = []
    numbers = islice(product(PLAIN_BYTES, repeat=2), 1, None)  # code 0 is .notdef's
    for pair, (high, low) in zip(pairs, numbers, strict=False):
        glyph, text = pair
        if glyph in codes:
            shared.add(glyph)
        else:
            widths[glyph] = round(advance(glyph) * EM / upem)
        shown[pair] = codes[glyph] = chr(high) + chr(low)
        rows.append((high * 256 + low, new[glyph], widths[glyph], text))
    name = f"{subset_tag(program)}+{facts.name}"
    parts = (shown, codes, frozenset(shared), widths, rows, unicode_map(rows))
    return Font(key, name, face.path, facts, program, *parts)


def subset_tag(program: bytes) -> str:
    """Six capital letters that differ wherever the program does.

    >>> subset_tag(b"")
    'LUOLOJ'
    """
    number = int.from_bytes(hashlib.blake2b(program).digest()[:8])
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))


def add_font(file: File, font: Font) -> PDFObjectReference:
    """Put a font's objects into the file; gives the reference to its Type0 dictionary."""
    kind = KINDS[font.facts.outlines]
    widths = {(glyph if kind.by_glyph else code): width for code, glyph, width, _ in font.rows}
    usual = Counter(widths.values()).most_common(1)[0][0] if widths else EM
    descendant: dict[str, Value] = {
        "Type": pdf_name("Font"),
        "Subtype": pdf_name(kind.subtype),
        "BaseFont": pdf_name(font.name),
        "CIDSystemInfo": _system(),
        "FontDescriptor": file.add(_descriptor(file, font, kind)),
        "DW": decimal(usual, 2),
        "W": f"[{' '.join(width_runs(widths, usual))}]",
    }
    encoding: Value = pdf_name("Identity-H")
    if kind.by_glyph:
        entries: dict[str, Value] = {
            "Type": pdf_name("CMap"),
            "CMapName": pdf_name(CODES_NAME),
            "CIDSystemInfo": _system(),
        }
        encoding = file.add(Stream(entries, glyph_codes(font.rows)))
    else:
        descendant["CIDToGIDMap"] = file.add(Stream({}, glyph_map(font.rows)))
    type0: dict[str, Value] = {
        "Type": pdf_name("Font"),
        "Subtype": pdf_name("Type0"),
        "BaseFont": pdf_name(font.name),
        "Encoding": encoding,
        "DescendantFonts": pdf_array([file.add(pdf_dict(descendant))]),
        "ToUnicode": file.add(Stream({}, font.to_unicode)),
    }
    return file.add(pdf_dict(type0))


class Kind(NamedTuple):
    """What differs between font programs: the CIDFont's subtype, the key of the program's stream.

    ``by_glyph``: CIDs are glyph ids, and the encoding leads codes to them.
    """

    subtype: str
    key: str
    by_glyph: bool


KINDS: dict[Outlines, Kind] = {
    "truetype": Kind("CIDFontType2", "FontFile2", by_glyph=False),
    "cff": Kind("CIDFontType0", "FontFile3", by_glyph=True),
}


def width_runs(widths: dict[int, int], usual: int) -> Iterator[str]:
    """The W array's parts: widths other than the usual, neighbouring CIDs together.

    >>> list(width_runs({1: 50000, 2: 100000, 4: 60000, 5: 70050}, 100000))
    ['1[500]', '4[600 700.5]']
    """
    run: list[str] = []
    first = last = -2
    for cid in sorted(cid for cid, width in widths.items() if width != usual):
        if cid != last + 1 and run:
            yield f"{first}[{' '.join(run)}]"
            run = []
        if not run:
            first = cid
        run.append(decimal(widths[cid], 2))
        last = cid
    if run:
        yield f"{first}[{' '.join(run)}]"


def _system() -> PDFDictionary:
    return pdf_dict({"Registry": pdf_text("Adobe"), "Ordering": pdf_text("Identity"), "Supplement": 0})


SYMBOLIC, FIXED_PITCH = 4, 1


def _descriptor(file: File, font: Font, kind: Kind) -> PDFDictionary:
    facts = font.facts
    if facts.outlines == "cff":
        program = Stream({"Subtype": pdf_name("CIDFontType0C")}, font.program)
    else:
        program = Stream({"Length1": len(font.program)}, font.program)
    return pdf_dict(
        {
            "Type": pdf_name("FontDescriptor"),
            "FontName": pdf_name(font.name),
            "Flags": SYMBOLIC + FIXED_PITCH * facts.fixed_pitch,
            "FontBBox": pdf_array(facts.box),
            "ItalicAngle": decimal(round(facts.italic_angle * 100), 2),
            "Ascent": facts.ascent,
            "Descent": facts.descent,
            "CapHeight": facts.cap_height,
            "StemV": facts.stem,
            kind.key: file.add(program),
        }
    )
