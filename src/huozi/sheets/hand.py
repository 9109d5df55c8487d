"""What proofs write with: a few faces of the layout in the sizes and inks of proof marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias

from huozi.diagnostics import Span
from huozi.display import Ink, Path, Placed, Role, Rule
from huozi.galley import Composer, SetLine
from huozi.geometry import Mpt, baseline
from huozi.records import NamedTuple
from huozi.style.text_style import ParagraphStyle

DARK = Ink(0, 0, 0, 850)
"""The ink of words."""
GREY = Ink(0, 0, 0, 620)
"""That of what stands beside them: labels, remedies, line numbers."""
FAINT = Ink(0, 0, 0, 280)
"""That of frames."""
RED = Ink(0, 870, 780, 80)
"""That of the stamp."""
WHITE = Ink(0, 0, 0, 0)

Weight: TypeAlias = Literal["plain", "strong"]
Align: TypeAlias = Literal["left", "centre", "right"]

NOWHERE = Span("")


class Manner(NamedTuple):
    """How words are written: size and leading (Mpt), face, ink, and to which side."""

    size: Mpt
    leading: Mpt = 0
    weight: Weight = "plain"
    ink: Ink = DARK
    align: Align = "left"


class Hand:
    """Writes words with the faces of a layout: those of its body's text and of what is strong in it.

    ``composer`` sets a text in a style; ``body`` is the style whose faces and rules are taken.
    """

    def __init__(self, composer: Composer, body: ParagraphStyle) -> None:
        self._compose = composer
        self._body = body
        self._styles: dict[Manner, ParagraphStyle] = {}
        self._set: dict[tuple[str, Manner, Mpt], tuple[SetLine, ...]] = {}

    def lines(self, text: str, manner: Manner, measure: Mpt) -> tuple[SetLine, ...]:
        """A text in lines of a measure, from its left edge on; none of no text."""
        asked = (text, manner, measure)
        if asked not in self._set and text != FIGURES and text.isdecimal() and text.isascii():
            self._set[asked] = self._figures(text, manner)
        elif asked not in self._set:
            shown = "".join(letter if letter.isprintable() or letter == WIDE else " " for letter in text).strip()
            lines = self._compose(shown, self._style(manner), measure, NOWHERE) if shown else ()
            if any(line.width > measure for line in lines):  # a path, an address: it ends a line anywhere
                shown = "\u200b".join(shown)
                lines = self._compose(shown, self._style(manner), measure, NOWHERE)
            self._set[asked] = lines
        return self._set[asked]

    def _figures(self, text: str, manner: Manner) -> tuple[SetLine, ...]:
        """A number, of figures that have been set once: a proof has hundreds."""
        (_, run), *_ = self.lines(FIGURES, manner, ENDLESS)[0].runs
        if len(run.glyphs) != len(FIGURES):  # a face that joins figures
            return self._compose(text, self._style(manner), ENDLESS, NOWHERE)
        advances = [end - start for start, end in pairwise((*run.xs, run.width))]
        places = [int(figure) for figure in text]
        *xs, width = accumulate((advances[place] for place in places), initial=0)
        made = run._replace(
            glyphs=tuple(run.glyphs[place] for place in places), xs=tuple(xs), texts=tuple(text), width=width
        )
        return (SetLine(0, width, ((0, made),)),)

    def write(self, text: str, manner: Manner, x: Mpt, y: Mpt, measure: Mpt) -> list[Placed]:
        """A text whose first line's em box begins at a place, in as many lines as it needs."""
        return list(placed_lines(self.lines(text, manner, measure), manner, x, y, measure))

    def line(self, text: str, manner: Manner, x: Mpt, y: Mpt, measure: Mpt) -> list[Placed]:
        """The first line of a text at a place, made smaller where it is too long; its baseline stays."""
        lines = self.lines(text, manner, ENDLESS)
        if lines and lines[0].width > measure:
            size = max(manner.size * measure // lines[0].width, 1)
            smaller = manner._replace(size=size)
            return self.line_at(text, smaller, x, y + baseline(manner.size) - baseline(size), measure)
        return self.line_at(text, manner, x, y, measure)

    def line_at(self, text: str, manner: Manner, x: Mpt, y: Mpt, measure: Mpt) -> list[Placed]:
        """A text in one line at a place, whatever its length."""
        return list(placed_lines(self.lines(text, manner, ENDLESS)[:1], manner, x, y, measure))

    def width(self, text: str, manner: Manner) -> Mpt:
        """The width of a text in one line."""
        return max((line.x + line.width for line in self.lines(text, manner, ENDLESS)), default=0)

    def depth(self, text: str, manner: Manner, measure: Mpt) -> Mpt:
        """How deep a text is in lines of a measure."""
        return len(self.lines(text, manner, measure)) * manner.leading

    def _style(self, manner: Manner) -> ParagraphStyle:
        """The style of a manner."""
        if manner not in self._styles:
            body = self._body
            font = body.font if manner.weight == "plain" else body.strong
            self._styles[manner] = body._replace(
                name="proof",
                font=font,
                size=manner.size,
                leading=manner.leading or manner.size,
                ink=manner.ink,
                indent=0,
                align="left",
                inset_left=0,
                inset_right=0,
                letter_spacing=0,
            )
        return self._styles[manner]


FIGURES = "0123456789"

WIDE = "\u3000"
"""The space that is as wide as a hanzi."""

ENDLESS: Mpt = 4_000_000
"""A measure that every label goes into."""


def placed_lines(lines: Sequence[SetLine], manner: Manner, x: Mpt, y: Mpt, measure: Mpt) -> Iterator[Placed]:
    """Set lines at their places, to the side that their manner asks for."""
    for number, line in enumerate(lines):
        free = measure - line.width
        shift = {"left": 0, "centre": free // 2, "right": free}[manner.align]
        down = y + number * manner.leading + baseline(manner.size)
        for own, run in line.runs:
            yield Placed(x + line.x + own + shift, down, run, Role.ARTIFACT, -1)


def rule(x: Mpt, y: Mpt, width: Mpt, height: Mpt, ink: Ink) -> Placed:
    """A filled rectangle."""
    return Placed(x, y, Rule(width, height, ink), Role.ARTIFACT, -1)


def outline(x: Mpt, y: Mpt, width: Mpt, height: Mpt, ink: Ink, thickness: Mpt) -> Placed:
    """The outline of a rectangle."""
    corners = (("M", 0, 0), ("L", width, 0), ("L", width, height), ("L", 0, height), ("Z",))
    return Placed(x, y, Path(corners, stroke=ink, stroke_width=thickness), Role.ARTIFACT, -1)


def stroke(points: Sequence[tuple[Mpt, Mpt]], ink: Ink, thickness: Mpt) -> Placed:
    """A line through some points of the sheet."""
    (x, y), *rest = points
    segments = (("M", 0, 0), *(("L", right - x, down - y) for right, down in rest))
    return Placed(x, y, Path(segments, stroke=ink, stroke_width=thickness), Role.ARTIFACT, -1)
