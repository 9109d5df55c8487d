"""The maps a font carries beside its program: code → Unicode, code → glyph.

Syntax: Adobe TN 5014; use: ISO 32000-1, 9.7.5 and 9.10.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import TypeAlias

ROWS_AT_ONCE = 100
"""No more mappings in one block of a CMap."""

MAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def
/CMapName /{name} def
/CMapType {kind} def
/WMode 0 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


Row: TypeAlias = tuple[int, int, int, str]
"""What one code of a font shows: code, glyph in the cut program, its width (1/100,000 em), its source text."""


def unicode_map(rows: Iterable[Row]) -> bytes:
    """The ToUnicode map; a glyph whose text the glyph before it carries maps to no character."""
    lines = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, _, _, text in rows]
    blocks = "\n".join(_blocks(lines, "bfchar"))
    return MAP.format(ordering="UCS", name="Adobe-Identity-UCS", kind=2, blocks=blocks).encode("ascii")


def glyph_codes(rows: Iterable[Row]) -> bytes:
    """An encoding that leads codes to glyphs, for programs that no CIDToGIDMap can stand before (CFF)."""
    lines = [f"<{code:04x}> {glyph}" for code, glyph, _, _ in rows]
    blocks = "\n".join(_blocks(lines, "cidchar"))
    return MAP.format(ordering="Identity", name=CODES_NAME, kind=1, blocks=blocks).encode("ascii")


CODES_NAME = "Huozi-Codes"
"""The name of the encoding ``glyph_codes`` makes, in its stream and its dictionary."""


def glyph_map(rows: Iterable[Row]) -> bytes:
    """The CIDToGIDMap of a TrueType program: the glyph of each code, two bytes each."""
    glyphs = {code: glyph for code, glyph, _, _ in rows}
    count = max(glyphs, default=0) + 1
    return struct.pack(f">{count}H", *[glyphs.get(code, 0) for code in range(count)])


def _blocks(lines: list[str], kind: str) -> Iterator[str]:
    for start in range(0, len(lines), ROWS_AT_ONCE):
        block = lines[start : start + ROWS_AT_ONCE]
        yield f"{len(block)} begin{kind}\n" + "\n".join(block) + f"\nend{kind}"
