"""What has changed since an earlier edition, as a proof shows it: bars beside lines, marks where lines are gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from huozi.display import Ink, Page, Path, Placed, Role
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.sheets.hand import rule
from huozi.sheets.lines import TextLine
from huozi.sheets.numbers import CLEAR, Numbering
from huozi.sheets.paper import scaled

CHANGE = Ink(550, 900, 0, 50)
"""The ink of what tells changes."""

BAR: Mpt = 1_800
"""The thickness of a bar."""

OUT: Mpt = 13_000
"""How far a bar stands beyond the clear space of line numbers."""

CARET: Mpt = 6_000
"""The height of the mark where lines are gone."""


class Spot(NamedTuple):
    """A line that changed, or the place of one that is gone, as readers say it: the page's label, column and line."""

    kind: Literal["changed", "gone"]
    page: str
    column: int
    line: int


class Correction(NamedTuple):
    """A row of the table of corrections: where, the old text (empty: it is new), the new one (empty: it is gone).

    ``line`` is below 0 where readers do not count it.
    """

    page: str
    column: int
    line: int
    old: str
    new: str


class Changed(NamedTuple):
    """All that a proof tells of changes: the spots in the text, facts as labels with values, the corrections."""

    spots: tuple[Spot, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    corrections: tuple[Correction, ...] = ()


def change_marks(page: Page, lines: Sequence[TextLine], spots: Sequence[Spot], how: Numbering) -> Iterator[Placed]:
    """The bars and marks of a page."""
    there = {(line.column, line.number): line for line in lines}
    last = {line.column: line for line in sorted(lines, key=lambda line: line.is_counted)}
    columns_at = {index: stand.columns for stand in page.stands for index in stand.items}
    for spot in spots:
        if spot.page != page.label or spot.column not in last:
            continue
        line = there.get((spot.column, spot.line))
        is_below = line is None
        line = line or last[spot.column]
        x = how.corner.x + scaled(_beside(line, columns_at[line.items[0]], how), how.scale)
        top, bottom = line.baseline - line.size * 21 // 20, line.baseline + line.size // 2
        if line.is_turned:
            top, bottom = line.box.y, line.box.bottom
        if spot.kind == "changed" and not is_below:
            height = scaled(bottom - top, how.scale)
            yield rule(x, how.corner.y + scaled(top, how.scale), BAR, height, CHANGE)
        elif spot.kind == "gone":
            yield caret(x, how.corner.y + scaled(bottom if is_below else top - line.size // 5, how.scale))


def _beside(line: TextLine, columns: int, how: Numbering) -> Mpt:
    """The x of a bar on the page: outside of the line numbers; between columns, close to the text."""
    if columns > 1 and line.column == columns:
        return line.edge + how.area.measure_in(columns) + CLEAR + OUT
    if line.column > 1:
        return line.edge - 2 * BAR
    return line.edge - CLEAR - OUT


def caret(x: Mpt, y: Mpt) -> Placed:
    """A mark that points between two lines."""
    corners = (("M", 0, -CARET // 2), ("L", CARET, 0), ("L", 0, CARET // 2), ("Z",))
    return Placed(x - CARET // 2, y, Path(corners, fill=CHANGE), Role.ARTIFACT, -1)
