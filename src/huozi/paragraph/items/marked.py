"""Marked text among the items of a paragraph: gaps, trims and widths as its looks want them.

The gaps of small text scale with it, raised text clings to what it follows or to the symbol before which it stands, a
base is as wide as its reading needs. All of it is said in the items' own lists, so that measuring, breaking and
justifying know nothing of looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from huozi.diagnostics import Findings
from huozi.geometry import Mpt
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.look import PLAIN, Worn
from huozi.paragraph.items.model import Items
from huozi.paragraph.items.readings import set_readings, widen_bases
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.rules.pairs import pair_table
from huozi.paragraph.rules.spacing import EM, Pair, line_end_trim
from huozi.style.text_style import TextStyle

_MARKS = cc.OPENING + cc.CLOSING + cc.PAUSE + cc.STOP + cc.CENTRED + cc.INTERPUNCT
_SPACES = cc.SPACE + cc.EM_SPACE
_LATIN = cc.WESTERN + cc.WESTERN_CLOSING + cc.POSTFIX

SCALED, CLINGING, AFTER, WITHIN = "·", "^", ">", "~"
"""What a gap's code is marked with where its row is not the table's: its columns are summed apart from the others."""


def with_looks(
    items: Items, stretches: Sequence[Stretch], style: TextStyle, tracking: Mpt, findings: Findings
) -> Items:
    """The items with what the looks of their stretches ask for."""
    worn = tuple(worn_by(stretches))
    codes, trim, lead, spare = items.codes.copy(), items.trim.copy(), dict(items.lead), dict(items.spare)
    rows: dict[str, Pair] = {}
    for gap, mark, row in _changed_gaps(items, worn, style):
        codes[gap] += mark
        rows[codes[gap]] = row
    for first, last, look in worn:
        if look.size:
            for index in range(first, last):
                if items.classes[index] not in _SPACES:
                    trim[index] = line_end_trim(items.classes[index], style) * look.size // EM + tracking
            for room, all_of in ((lead, items.lead), (spare, items.spare)):
                room |= {index: less * look.size // items.em for index, less in all_of.items() if first <= index < last}
    items = items._replace(codes=codes, rows=items.rows.with_rows(rows), trim=trim, lead=lead, spare=spare, worn=worn)
    readings = set_readings(worn, findings)
    return widen_bases(items, readings, tracking) if readings else items


def worn_by(stretches: Sequence[Stretch]) -> Iterator[Worn]:
    """The looks that are not plain, with the characters that wear them."""
    start = 0
    for stretch in stretches:
        end = start + len(stretch.text)
        if stretch.look != PLAIN and end > start:
            yield Worn(start, end, stretch.look)
        start = end


def _changed_gaps(items: Items, worn: Sequence[Worn], style: TextStyle) -> Iterator[tuple[int, str, Pair]]:
    """The gaps whose rows differ from the table's: each with the mark of its code, and its row."""
    sizes = [items.em] * len(items.text)
    clinging = dict.fromkeys(range(len(items.text)), "")
    inside: set[int] = set()
    for first, last, look in worn:
        sizes[first:last] = [look.size or items.em] * (last - first)
        clinging |= dict.fromkeys(range(first, last), look.clings)
        if look.reading is not None:
            inside.update(range(first, last - 1))
    for first, last in _prescripts(items, clinging):
        clinging |= dict.fromkeys(range(first, last), "")
    table = pair_table(style, items.word_space)
    gaps = {gap for first, last, _ in worn for gap in range(max(first - 1, 0), min(last, len(items.codes)))}
    for gap in sorted(gaps):
        before, after = items.codes[gap][0], items.codes[gap][1]
        row, mark = items.rows[items.codes[gap]], ""
        if clinging[gap + 1] and before not in _SPACES:
            row, mark = (
                table[before + cc.CLOSING]._replace(breakable=False, compress=(), expand=-1, ceiling=0),
                CLINGING,
            )
        elif clinging[gap] and row.space > 0 and (clinging[gap] == "call" or not _follows_latin(items, clinging, gap)):
            row, mark = table[cc.HAN + cc.HAN], AFTER
        elif gap in inside:
            row, mark = row._replace(breakable=False), WITHIN
        scale = _scale(before, after, sizes[gap] * EM // items.em, sizes[gap + 1] * EM // items.em)
        if scale != EM:
            row, mark = _scaled(row, scale), f"{mark}{SCALED}{scale}"
        if mark:
            yield gap, mark, row


_OF_A_SYMBOL = re.compile("(?:[0-9]{1,3}m?|[a-z]{1,2}){1,2}")
_SYMBOL = re.compile("[A-Z][a-z]?(?![a-z])")
"""A mass number (with an atomic number), or a letter, before the symbol of an element or a group: ²³⁵U, ⁹⁹ᵐTc, ᵗBu."""
_MAY_END_IN_A_CALL = cc.HAN + cc.STOP + cc.CLOSING + cc.CENTRED
"""Behind these a raised number may be a note's, typed by hand, though a letter follows."""


def _prescripts(items: Items, clinging: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Raised and lowered text that belongs to the letter after it and not to what stands before it: first and end."""
    first = 0
    for index in range(len(items.text)):
        if clinging[index] != "script":
            if first < index and items.text[index].isalpha() and items.classes[index] == cc.WESTERN:
                before = items.classes[first - 1] if first else cc.SPACE
                named = _OF_A_SYMBOL.fullmatch(items.text, first, index) and _SYMBOL.match(items.text, index)
                if before not in _LATIN and (named or before not in _MAY_END_IN_A_CALL):
                    yield first, index
            first = index + 1


def _follows_latin(items: Items, clinging: dict[int, str], index: int) -> bool:
    """Whether raised text that ends at an index stands at a Western word: the word's gap is then after it."""
    while index >= 0 and clinging[index]:
        index -= 1
    return index >= 0 and items.classes[index] in _LATIN


def _scale(before: str, after: str, left: int, right: int) -> int:
    """The size (thousandths) that a gap goes by: that of the mark whose space it is, of the Han beside Latin."""
    if left == right or before in _SPACES:
        return left
    if before in _MARKS:
        return min(left, right) if after in _MARKS else left
    if after in _MARKS:
        return right
    return {cc.HAN + cc.WESTERN: left, cc.WESTERN + cc.HAN: right}.get(before + after, max(left, right))


def _scaled(row: Pair, scale: int) -> Pair:
    return row._replace(
        space=_share(row.space, scale),
        compress=tuple((step, _share(room, scale)) for step, room in row.compress),
        ceiling=max(_share(row.ceiling, scale), 1) if row.ceiling else 0,
    )


def _share(amount: int, scale: int) -> int:
    return (2 * amount * scale + EM) // (2 * EM)
