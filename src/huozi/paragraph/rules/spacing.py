"""Spaces between characters, as tables: what a pair adds or takes, and what each step may change.

Widths are thousandths of an em. A full-width mark is one em: its ink in one half, space in the other. Space at a mark
is therefore a property of the *gap* beside it, and so are the Han–Latin gap and every step of the adjustment.
Source: CLREQ, "Compression of punctuation", "Han–Latin spacing", "Line adjustment"; GB/T 15834-2011, 5; for the profile
jlreq JLREQ, 3.8.3 "Procedures for inter-character space reduction" (the order of JIS X 4051) and 3.8.4 "… expansion".
"""

from __future__ import annotations

from itertools import pairwise

from huozi.paragraph.characters.charclass import (
    CENTRED,
    CLOSING,
    CONNECTOR,
    EM_SPACE,
    HAN,
    INTERPUNCT,
    OPENING,
    PAUSE,
    POSTFIX,
    PREFIX,
    SIGN,
    SOLIDUS,
    SPACE,
    STOP,
    UNIT,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WIDE_POSTFIX,
    WIDE_PREFIX,
)
from huozi.paragraph.rules.kinsoku import UNITS, may_break
from huozi.records import NamedTuple
from huozi.style.text_style import LineEnd, Marks, Profile, TextStyle

EM = 1000
HALF = 500

SPACE_BEFORE = {OPENING: HALF}
"""Space inside a mark's em before its ink."""
SPACE_AFTER = {CLOSING: HALF, PAUSE: HALF, STOP: HALF}
"""Space inside a mark's em after its ink."""

BOX: dict[str, int] = {
    "·": HALF,
    "‧": HALF,
    "・": HALF,
    "•": HALF,
    "∙": HALF,
    "⋅": HALF,
    "–": HALF,
    "/": HALF,
    "—": EM,
    "―": EM,
    "～": EM,
    "〜": EM,
    "…": EM,
    "⸺": 2 * EM,
    "⸻": 3 * EM,
} | dict.fromkeys("“”‘’", EM)
"""Widths that the rule sets where fonts differ (typography.md, Widths); the glyph is centred in its half or its box."""

HALF_OVERLAP = 50
"""How far ink may reach into the half of its em that a mark gives up (thousandths): a heavy ？ does by a little."""
CENTRE = (400, 600)
"""Where the middle of a mark's ink lies that stands in the middle of its em, in thousandths of it."""
FRAME = 850
"""Ink wider than this is no mark's but a frame: what a face shows for want of a glyph says nothing."""


def stands_centred(ink: tuple[int, int, int]) -> bool:
    """Whether a pause or stop mark fills the half of its em that marks of the mainland have blank.

    ``ink`` is from where to where its ink reaches, and its em, in thousandths of the size. Bringing such a mark to
    half an em, or letting half of it go at a line's end, would cut into it.

    >>> stands_centred((360, 640, 1000)), stands_centred((80, 230, 1000))
    (True, False)
    """
    left, right, width = ink
    if left >= right or right - left > FRAME:
        return False
    middle = (left + right) * EM // (2 * max(width, 1))
    return right > width - HALF + HALF_OVERLAP or CENTRE[0] < middle < CENTRE[1]


HALF_WIDTH_MARKS: dict[Marks, str] = {
    "quanjiao": "",
    "kaiming": PAUSE + OPENING + CLOSING,
    "banjiao": PAUSE + STOP + OPENING + CLOSING,
}
"""Classes that stand in half an em inside a line, by style of marks."""

BRACKETS = OPENING + CLOSING
"""Of two marks in a row one must be of these for them to share an em and a half."""

COMPRESS_STEPS = ("line-end", "western-space", "interpunct", "bracket", "pause", "han-latin", "stop")
EDGE_STEPS = ("line-start", "line-end")
"""What happens at a line's edges however it is filled."""
EXPAND_STEPS = ("western-space", "han-latin", "character", "beyond", "connector")
"""The order of adjustment (先挤进后推出): every step is used up before the next one begins.

``character`` opens all other gaps alike, as far as the style's loosest line; from there on the gaps of the first two
steps go ``beyond`` their ceilings, until they are opened by as much as the others, and then with them. Gaps beside a
connector (3～5) are widened only where a line has no others."""

WIDEST = 1000
"""No gap is opened by more than so many thousandths of an em: a line that would need it is left short."""

_CLREQ_COMPRESS = {OPENING: 3, CLOSING: 3, PAUSE: 4, STOP: 6, INTERPUNCT: 2}

COMPRESS_OF: dict[Profile, dict[str, int]] = {
    "clreq": _CLREQ_COMPRESS,
    "jlreq": {INTERPUNCT: 2, OPENING: 3, CLOSING: 3, PAUSE: 3},
    "unicode": _CLREQ_COMPRESS,
}
"""The compression step (index of ``COMPRESS_STEPS``) of the space that belongs to a mark; without one it is kept.

JLREQ gives way at middle dots, then at brackets and commas together, then at the Han–Latin gap; the space after a full
stop parts sentences and stays.
"""

INTERPUNCT_SIDE: dict[Profile, int] = {"clreq": 0, "jlreq": 250, "unicode": 0}
"""What stands on each side of an interpunct beside its own half em: JLREQ's middle dot has a whole one."""

_NO_EXPANSION_AFTER: dict[Profile, str] = {
    "clreq": "",
    "jlreq": OPENING + CLOSING + PAUSE + STOP + CENTRED + INTERPUNCT + CONNECTOR,
    "unicode": "",
}
_NO_EXPANSION_BEFORE: dict[Profile, str] = {
    "clreq": "",
    "jlreq": OPENING + CLOSING + PAUSE + STOP + CENTRED + INTERPUNCT + CONNECTOR,
    "unicode": "",
}
"""Beside these no gap is widened (JLREQ, table 6: their rows and columns are empty)."""

_IN_FORMULA = WESTERN_OPENING + WESTERN_CLOSING + POSTFIX + WIDE_POSTFIX + WIDE_PREFIX
"""Nor between these and a sign of mathematics: a formula has one spacing, as a word has."""

HAN_LATIN_FLOOR = 125
"""The Han–Latin gap is compressed to an eighth of an em."""
WORD_SPACE_FLOOR = 250
"""A Western word space is compressed to a quarter of an em, and never made wider by it."""
WESTERN_SPACE_CEILING = 500

_LATIN_SIDE = WESTERN + PREFIX + POSTFIX


class Pair(NamedTuple):
    """What stands between two neighbouring classes.

    ``space`` is added to (negative: taken from) the sum of their widths; ``breakable`` whether a line may end here.
    ``compress`` is what each compression step may take here (index, thousandths), ``expand`` the step of
    ``EXPAND_STEPS`` that may widen it (-1: none may) and ``ceiling`` how far (0: without limit).
    """

    space: int
    breakable: bool
    compress: tuple[tuple[int, int], ...]
    expand: int
    ceiling: int


def pair(before: str, after: str, style: TextStyle, word_space: int, closed: str = "") -> Pair:
    """The row of the table for two classes under a style; ``word_space`` is the Latin face's space.

    ``closed`` holds ``TIGHT`` where what stands before is half an em wide, ``SNUG`` where what stands after is.
    """
    breakable = may_break(before, after, style.kinsoku, style.profile)
    if (before, after) in UNITS or after == UNIT:
        return Pair(0, breakable, (), -1, 0)
    if after == SPACE:
        return Pair(0, breakable, (), -1, 0)
    if before == SPACE:
        return _after_word_space(breakable, word_space)
    if _is_han_latin(before, after):
        gap = style.han_latin
        room = max(0, gap - HAN_LATIN_FLOOR)
        return Pair(gap, breakable, ((5, room),) if room else (), 1, max(0, style.han_latin_most - gap))
    row = _beside_marks(before, after, style, breakable, closed)
    return row if after != EM_SPACE else row._replace(compress=(), expand=-1)  # it may end the line: trimmed then


def _is_han_latin(before: str, after: str) -> bool:
    """Han beside Western writing, in either order; marks and spaces make no gap."""
    return (before == HAN and after in _LATIN_SIDE) or (before in _LATIN_SIDE and after == HAN)


def _after_word_space(breakable: bool, width: int) -> Pair:
    """A Western space gives and takes at the gap after it (of several in a row, the last)."""
    room = max(0, width - WORD_SPACE_FLOOR)
    return Pair(0, breakable, ((1, room),) if room else (), 0, max(0, WESTERN_SPACE_CEILING - width))


def _beside_marks(before: str, after: str, style: TextStyle, breakable: bool, closed: str) -> Pair:
    """Space between two marks or a mark and a character: the style's widths, then what it has for two in a row."""
    narrow = HALF_WIDTH_MARKS[style.marks]
    left = 0 if TIGHT in closed or before in narrow else SPACE_AFTER.get(before, 0)
    right = 0 if SNUG in closed or after in narrow else SPACE_BEFORE.get(after, 0)
    taken = (SPACE_AFTER.get(before, 0) - left) + (SPACE_BEFORE.get(after, 0) - right)
    neighbours = _MARKS_IN_A_ROW
    if before in neighbours and after in neighbours and (before in BRACKETS or after in BRACKETS):
        if style.adjacent_marks == "1字":
            left, right, taken = 0, 0, taken + left + right
        elif style.adjacent_marks == "1.5字":
            left, right, taken = _share(before, after, left, right, taken)
    side = INTERPUNCT_SIDE[style.profile]
    left, right = (side if before == INTERPUNCT else left), (side if after == INTERPUNCT else right)
    given = side * (before == INTERPUNCT) + side * (after == INTERPUNCT)
    step_of = COMPRESS_OF[style.profile]
    merged: dict[int, int] = {}
    for name, room in ((before, left), (after, right)):
        if room and name in step_of:
            merged[step_of[name]] = merged.get(step_of[name], 0) + room
    return Pair(given - taken, breakable, tuple(sorted(merged.items())), _expansion(before, after, style.profile), 0)


_CHARACTER, _CONNECTOR = EXPAND_STEPS.index("character"), EXPAND_STEPS.index("connector")
_BETWEEN = CONNECTOR + SOLIDUS
"""What joins or parts two things that belong together: 3～5, 甲/乙."""


def _expansion(before: str, after: str, profile: Profile) -> int:
    """The expansion step between two characters of which none is a space: one of the last two, or none."""
    if before in _NO_EXPANSION_AFTER[profile] or after in _NO_EXPANSION_BEFORE[profile]:
        return -1
    if (before == SIGN and after in _IN_FORMULA) or (after == SIGN and before in _IN_FORMULA):
        return -1
    return _CONNECTOR if before in _BETWEEN or after in _BETWEEN else _CHARACTER


_MARKS_IN_A_ROW = OPENING + CLOSING + PAUSE + STOP + CENTRED


def _share(before: str, after: str, left: int, right: int, taken: int) -> tuple[int, int, int]:
    """Two marks in a row, one of them a bracket or quote: 2 em become 1.5 em, the bracket hugs its content."""
    if before == OPENING:  # （“ : the second one's leading half goes
        return left, 0, taken + right
    if after == OPENING and right and (left or before == CENTRED):  # ，“ or ”“ : half an em stays between them
        return left, 0, taken + right
    if after == OPENING:
        return left, right, taken
    return 0, right, taken + left  # ”。 : the first one's trailing half goes


TIGHT, SNUG = "t", "s"
MAY_END, MAY_NOT_END = "+", "-"
"""What may follow the two letters of a code: the mark before is half an em wide, or the one after; a line may end, or
may not, whatever the row says (``opportunities`` puts it there)."""
WHOLE = "w"
"""The same for a gap inside one thing, a number or the name of a type: no line ends there, and nothing is widened,
narrowed or parted by a gap between Han and Latin."""


def within_a_whole(row: Pair) -> Pair:
    """A row of the table as it is inside one thing; what it takes from a mark it still takes."""
    return Pair(min(row.space, 0), False, (), -1, 0)


HANGING: dict[LineEnd, str] = {"half": "", "full": "", "hang": PAUSE + STOP}
"""Classes of which one mark hangs out of the measure at a line's end."""


NEVER_HANGING: dict[Profile, str] = {"clreq": "", "jlreq": "：；？！‼⁇⁈⁉﹔﹕﹖﹗", "unicode": ""}
"""Marks of these classes that hang nowhere (JIS X 4051 hangs 、 。 ， ． alone)."""


def line_start_trim(name: str, style: TextStyle) -> int:
    """What a mark of a class loses at a line's start, after the indent too, in thousandths of an em.

    A mark that is half an em wide inside the line is so at its start, whatever the house does with the others.
    """
    if style.line_start == "full" and name not in HALF_WIDTH_MARKS[style.marks]:
        return 0
    return SPACE_BEFORE.get(name, 0)


def line_end_spare(name: str, style: TextStyle) -> int:
    """What a mark of a class can lose at a line's end where it has not lost it yet, in thousandths of an em."""
    return 0 if name in HALF_WIDTH_MARKS[style.marks] else SPACE_AFTER.get(name, 0) - line_end_trim(name, style)


def line_end_trim(name: str, style: TextStyle) -> int:
    """What a mark of a class loses at a line's end (行末半角), in thousandths of an em.

    A mark that is half an em wide inside the line is so at its end, whatever the house does with the others.
    """
    if name in HANGING[style.line_end]:
        return EM
    if style.line_end == "full" and name not in HALF_WIDTH_MARKS[style.marks]:
        return 0
    return SPACE_AFTER.get(name, 0)


_BLANK_AFTER = CLOSING + PAUSE + STOP


def close_up_marks(codes: list[str], classes: str) -> None:
    """Change the codes of the gaps so that two marks side by side, one a bracket or quote, take one em together.

    The blank between them is the table's to take; here goes that at their outer side, where their ink leaves it: after
    the second of two that close (”。), before the first of two that open (（“).
    """
    for gap in range(len(codes)):
        before, after = classes[gap], classes[gap + 1]
        if before not in BRACKETS and after not in BRACKETS:
            continue
        if before in _BLANK_AFTER and after in _BLANK_AFTER and gap + 1 < len(codes):
            codes[gap + 1] = codes[gap + 1][:2] + TIGHT + codes[gap + 1][2:]
        elif before == OPENING and after == OPENING and gap:
            codes[gap - 1] = codes[gap - 1][:2] + SNUG + codes[gap - 1][2:]


def marks_side_by_side(classes: str) -> int:
    """How many pairs of marks there are of which one is a bracket or quote."""
    pairs = pairwise(classes)
    both = [pair for pair in pairs if pair[0] in _MARKS_IN_A_ROW and pair[1] in _MARKS_IN_A_ROW]
    return sum(before in BRACKETS or after in BRACKETS for before, after in both)
