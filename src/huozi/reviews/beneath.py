"""What stands beneath a comment and beside it: words from the characters of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from huozi.geometry import Mpt
from huozi.reviews.model import Box
from huozi.reviews.signs import HYPHEN, Sign
from huozi.scripts import is_letter

MOST_MARKED = 400
"""Characters of a marked text that are told; whoever marks a page means the page."""

BESIDE = 8
"""Characters told on either side of a comment that marks no words."""

CONTEXT = 6
"""Characters before a mark by which its place is found in the source."""

SLACK: Mpt = 200
"""How far a mark may end within a character that belongs to it: a fifth of a point."""

SOFT_HYPHEN = "\u00ad"


def chosen(signs: Sequence[Sign], boxes: Iterable[Box]) -> list[int]:
    """The places of the characters whose middle a mark covers, in the order of the file, each once.

    A strike-out may be as thin as its line: it is enough that its middle runs through a character's height.
    """
    marks = tuple(boxes)
    if not marks:
        return []
    # thousands of comments on a page: what is beyond all boxes of this one is left out first
    bottom, top = min(mark.bottom for mark in marks), max(mark.top for mark in marks)
    return [
        index
        for index, (text, box) in enumerate(signs)
        if box.bottom <= top and box.top >= bottom and box.left < box.right and text not in "\r\n"
        if any(_covers(mark, box) for mark in marks)
    ]


def _covers(mark: Box, box: Box) -> bool:
    within = mark.left - SLACK <= box.x <= mark.right + SLACK
    return within and (mark.bottom <= box.y <= mark.top or box.bottom <= mark.y <= box.top)


def words(signs: Sequence[Sign], places: Sequence[int]) -> str:
    """The text of characters: no line end within it, a space between Western words alone, parted words in one piece."""
    parts: list[str] = []
    for at, index in enumerate(places):
        text = signs[index].text
        if text in (HYPHEN, SOFT_HYPHEN):
            continue
        if at and parts and _parted(signs, places[at - 1], index):
            parts.append(" ")
        parts.append(" " if text.isspace() and text != "\u3000" else text)
    text = "".join(parts).strip()
    return text if len(text) <= MOST_MARKED else text[:MOST_MARKED] + "…"


def _parted(signs: Sequence[Sign], first: int, second: int) -> bool:
    """Whether a space belongs between two characters that follow each other in a mark."""
    left, right = signs[first].text, signs[second].text
    if not (_is_western(left) and _is_western(right)):
        return False
    between = [sign.text for sign in signs[first + 1 : second]]
    return any(text.isspace() for text in between) and not any(text in (HYPHEN, SOFT_HYPHEN) for text in between)


def _is_western(text: str) -> bool:
    return is_letter(text) or (text.isascii() and not text.isspace())


def row_of(signs: Sequence[Sign], box: Box) -> list[int]:
    """The characters of the line that a box stands on or nearest to, from the left; none on an empty page."""
    near = _nearest(signs, box)
    if near is None:
        return []
    band = signs[near].box
    row = [index for index, sign in enumerate(signs) if _is_ink(sign) and band.bottom <= sign.box.y <= band.top]
    return sorted(row, key=lambda index: signs[index].box.x)


def _nearest(signs: Sequence[Sign], box: Box) -> int | None:
    """The character nearest to the middle of a box; what stands above and below counts as far as it is."""
    inked = ((_distance(sign.box, box), index) for index, sign in enumerate(signs) if _is_ink(sign))
    found = min(inked, default=None)
    return None if found is None else found[1]


def _distance(sign: Box, box: Box) -> int:
    across = max(sign.left - box.x, 0, box.x - sign.right)
    up = max(sign.bottom - box.y, 0, box.y - sign.top)
    return across * across + up * up


def _is_ink(sign: Sign) -> bool:
    return sign.box.left < sign.box.right and not sign.text.isspace()


def neighbours(signs: Sequence[Sign], caret: Box, line: Box | None) -> tuple[int | None, int | None]:
    """The characters before and after a caret by their places: on the line that it stands on, where that is known."""
    row = _on_line(signs, tip_of(caret), line)
    before = [index for index in row if signs[index].box.x <= caret.x]
    after = [index for index in row if signs[index].box.x > caret.x]
    return before[-1] if before else None, after[0] if after else None


def _on_line(signs: Sequence[Sign], box: Box, line: Box | None) -> list[int]:
    """The characters of a line from the left; where it is not known, of the one nearest to a box."""
    if line is None:
        return row_of(signs, box)
    there = [index for index, sign in enumerate(signs) if _is_ink(sign) and _is_on(sign.box, line)]
    return sorted(there, key=lambda index: signs[index].box.x)


def _is_on(sign: Box, line: Box) -> bool:
    """Whether a character stands on a line: a fifth of its height away from its ends at the most."""
    slack = (line.top - line.bottom) // 5
    return line.bottom <= sign.y <= line.top and line.left - slack <= sign.x <= line.right + slack


def tip_of(caret: Box) -> Box:
    """Where a caret points: at its head, for the sign hangs below the line that it is about."""
    y = caret.bottom + (caret.top - caret.bottom) * 3 // 4
    return Box(caret.x, y, caret.x, y)


def beside(signs: Sequence[Sign], box: Box, line: Box | None) -> str:
    """The words nearest to a comment that marks none: on its line, where that is known."""
    row = _on_line(signs, box, line)
    if not row:
        return ""
    at = min(range(len(row)), key=lambda place: abs(signs[row[place]].box.x - box.x))
    return words(signs, _run(row, at))


def _run(row: Sequence[int], at: int) -> list[int]:
    return list(row[max(at - BESIDE, 0) : at + BESIDE])


def before_mark(signs: Sequence[Sign], first: int) -> Iterator[str]:
    """What stands before a character in the file, ever less of it, by which its place is found in the source."""
    start = max(first - 4 * CONTEXT, 0)
    text = "".join(sign.text for sign in signs[start:first] if not sign.text.isspace() and sign.text != HYPHEN)
    for length in range(CONTEXT, -1, -1):
        if length <= len(text):
            yield text[len(text) - length :]
