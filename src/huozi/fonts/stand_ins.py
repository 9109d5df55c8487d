"""Stand-ins: characters that are drawn with the glyph of another one where a face lacks their own.

Only such as look the same in any face: another one would be borrowed for nothing. What the text says is not touched.
"""

from __future__ import annotations

from unicodedata import normalize

STAND_INS = {
    "\u00a0": " ",  # no-break space (6.2, "Space Characters")
    "\u2010": "-",  # hyphen (6.2, "Dashes and Hyphens")
    "\u2011": "-\u2010",  # non-breaking hyphen: the hyphen but for breaks (6.2); Han faces have one of a whole em too
    "\u02bc": "\u2019",  # modifier letter apostrophe (6.2, "Apostrophes")
    "\u02bb": "\u2018",  # modifier letter turned comma, as in ʻokina (7.8)
    "\u2219": "\u00b7",  # bullet operator, dot operator: centred points both (6.2, "Other Dots"; 22.5)
    "\u22c5": "\u00b7",
    "\u00b5": "\u03bc",  # micro sign and Greek mu (<compat>): some faces have one of them alone
    "\u03bc": "\u00b5",
    "\u03a9": "\u2126",  # the ohm sign is Omega (canonical), and some faces have the sign alone
    "\u00c5": "\u212b",
}
"""Characters with those that look like them, of which a face's first is taken (clauses of The Unicode Standard 15.0).

The last three pairs are equal by the Unicode Character Database; what is equal the other way is found without a table.
"""


def stand_ins(character: str) -> str:
    """What may stand in for a character: by the table, else the one that it is canonically equal to (Å for U+212B).

    >>> stand_ins("\\u2011"), stand_ins("\\u212b"), stand_ins("字")
    ('-‐', 'Å', '')
    """
    listed = STAND_INS.get(character, "")
    if listed:
        return listed
    equal = normalize("NFC", character)
    return equal if len(equal) == 1 and equal != character else ""
