"""Notes: how they are called and numbered, and how deep they are at a column's foot.

Notes stand on a leading of their own; their area takes whole lines of the body's grid, rounded up once for all of them,
and its last line stands at the column's foot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from huozi.display import Ink, Rule
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.scripts import CIRCLED

NotesPlace: TypeAlias = Literal["foot", "end"]
"""At the foot of the column that calls them, or at the article's end."""

Numbering: TypeAlias = Literal["article", "page", "issue"]
"""Where numbers begin anew; *issue*: nowhere."""

Marks: TypeAlias = Literal["digit", "circled", "star"]
"""What a call looks like: 1, ①, or the signs of ``STARS``."""

STARS = "*†‡§"
"""The signs that notes are called by where they are not numbered; after the last they are doubled."""

MOST: dict[Marks, int] = {"digit": 99, "circled": 20, "star": 2 * len(STARS)}
"""The most notes of a page that its marks can tell apart; where there are more they are digits."""


class NotesStyle(NamedTuple):
    """How a layout wants its notes.

    The rule above them: ``length`` is in thousandths of the measure, ``thickness`` 0: there is none; ``above`` is the
    least white above it, ``below`` what stands between it and the notes (Mpt).
    """

    place: NotesPlace = "foot"
    numbering: Numbering = "article"
    marks: Marks = "digit"
    length: int = 250
    thickness: Mpt = 500
    above: Mpt = 4_000
    below: Mpt = 4_000

    def rule(self, measure: Mpt, ink: Ink) -> Rule:
        """The rule above notes of a measure."""
        return Rule(measure * self.length // 1000, self.thickness, ink)


def sign_of(number: int) -> str:
    """The sign of a note where notes are called by stars and daggers.

    >>> [sign_of(number) for number in (1, 2, 5)]
    ['*', '†', '**']
    """
    times, at = divmod(number - 1, len(STARS))
    return STARS[at] * (times + 1)


def mark_text(number: int, marks: Marks, has: Callable[[str], bool]) -> str:
    """The mark of a note; digits where the faces (``has``) lack that which is wanted, or there is none for its number.

    >>> [mark_text(number, "circled", lambda character: True) for number in (1, 51)]
    ['①', '51']
    """
    wanted = ""
    if marks == "circled" and number <= len(CIRCLED):
        wanted = CIRCLED[number - 1]
    elif marks == "star" and number <= MOST["star"]:
        wanted = sign_of(number)
    return wanted if wanted and all(map(has, wanted)) else str(number)


class Standing(NamedTuple):
    """Where things stand in an area of notes, from its top down (Mpt).

    ``rule`` is the top of the rule (it may stand in the white above the area), ``tops`` those of the em boxes of lines.
    """

    rule: Mpt
    tops: tuple[Mpt, ...]


class NoteGrid(NamedTuple):
    """Lines of notes in whole lines of the grid: how many these are, and where each stands in their area.

    ``em`` and ``leading`` are the grid's, ``size`` and ``line`` the size and leading of notes. The area of so many grid
    lines begins at the top of the first one's em box and ends at the foot of the last one's, where the last note does.
    """

    em: Mpt
    leading: Mpt
    size: Mpt
    line: Mpt
    style: NotesStyle = NotesStyle()

    def depth(self, lines: int) -> int:
        """The grid lines that so many lines of notes take at a column's foot, with their rule and its white.

        The white above the rule is counted from the em box of the text above.
        """
        if not lines:
            return 0
        style = self.style
        needed = style.above + style.thickness + style.below + (lines - 1) * self.line + self.size
        return -(-needed // self.leading)

    def most(self, depth: int) -> int:
        """The most lines of notes that go into so many grid lines.

        >>> grid = NoteGrid(12_000, 18_700, 9_000, 14_000)
        >>> grid.depth(2), grid.most(2), grid.most(1), grid.most(0)
        (2, 2, 1, 0)
        """
        style = self.style
        room = depth * self.leading - style.above - style.thickness - style.below - self.size
        return room // self.line + 1 if room >= 0 else 0

    def standing(self, lines: int) -> Standing:
        """Where so many lines of notes and their rule stand in the area of ``depth(lines)`` grid lines."""
        foot = self.depth(lines) * self.leading - (self.leading - self.em)
        tops = tuple(foot - self.size - (lines - 1 - at) * self.line for at in range(lines))
        return Standing(tops[0] - self.style.below - self.style.thickness if tops else 0, tops)
