"""Where a place of the source stands on its page: the words that a finding is about, as boxes around their glyphs.

A place belongs to the line that begins last before it. Where that line has the words in question, the box is theirs, by
the places of their glyphs. Marks of the source that are not set (``**``, ``{拼|pīn}``) shift columns, so words are told
by how often they have stood in the source since the line's beginning. Where they were set otherwise, the box is the
line's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.diagnostics import Span
from huozi.display import SOFT_HYPHEN, GlyphRun, Page, Placed, Role, on_page
from huozi.geometry import Rect
from huozi.records import NamedTuple
from huozi.sheets.lines import TextLine


class Passage(NamedTuple):
    """What a finding is about: its place, the line of the source file that it stands in, how many characters of that.

    ``length`` 0: it concerns the line on the page as a whole.
    """

    span: Span
    source: str = ""
    length: int = 0

    @property
    def words(self) -> str:
        """The characters in question."""
        start = max(self.span.column - 1, 0)
        return self.source[start : start + self.length]

    def earlier(self, since: Span) -> int:
        """How often the words have stood before their place, since another one or the beginning of their line."""
        start = since.column - 1 if since.line == self.span.line else 0
        return self.source.count(self.words, max(start, 0), max(self.span.column - 1, 0))


class _Cell(NamedTuple):
    """A character's advance in its line, by the line's number among those looked at."""

    line: int
    box: Rect


def boxes_of(page: Page, lines: Sequence[TextLine], passage: Passage) -> tuple[Rect, ...]:
    """The boxes of a passage on a page, one a line, in Mpt from the trim's corner; none where it does not stand there.

    ``lines`` are those of the page (:func:`huozi.sheets.lines.lines_of`).
    """
    own = _lines_at(lines, passage.span)
    if not own:
        return ()
    if passage.words:
        found = _boxes_of_words(page.items, [*own, *_rest_of(lines, own[-1])], len(own), passage)
        if found:
            return found
    return tuple(line.box for line in own)


def _lines_at(lines: Sequence[TextLine], span: Span) -> list[TextLine]:
    """The line that begins last before a place; several where they are known by one place (a title of two lines)."""
    before = [line for line in lines if line.span.file == span.file and line.span.line and line.span <= span]
    last = max((line.span for line in before), default=None)
    found = [line for line in before if line.span == last]
    return [line for line in found if line.element == found[0].element]


def _rest_of(lines: Sequence[TextLine], last: TextLine) -> list[TextLine]:
    """The lines that follow a line in its paragraph, on whose account words may run over the line's end."""
    at = lines.index(last)
    rest = []
    for line in lines[at + 1 :]:
        if line.element is None or line.element != last.element:
            break
        rest.append(line)
    return rest


def _boxes_of_words(items: Sequence[Placed], lines: Sequence[TextLine], own: int, passage: Passage) -> tuple[Rect, ...]:
    """The boxes of a passage's words, which begin in the first ``own`` of some lines; none where they do not."""
    text, cells, within = "", list[_Cell](), 0
    for number, line in enumerate(lines):
        for characters, cell in _cells(items, line, number):
            text += characters
            cells += [cell] * len(characters)
        if number < own:
            within = len(text)
    starts = [at for at in range(within) if text.startswith(passage.words, at)]
    before = passage.earlier(lines[0].span)
    if not starts:
        return ()
    start = starts[min(before, len(starts) - 1)]
    taken = cells[start : start + len(passage.words)]
    return tuple(
        _box(line, [cell for cell in taken if cell.line == number])
        for number, line in enumerate(lines)
        if any(cell.line == number for cell in taken)
    )


def _box(line: TextLine, cells: Sequence[_Cell]) -> Rect:
    if line.turned is not None:
        top, bottom = min(cell.box.y for cell in cells), max(cell.box.bottom for cell in cells)
        return line.box._replace(y=top, height=bottom - top)
    left, right = min(cell.box.x for cell in cells), max(cell.box.right for cell in cells)
    return line.box._replace(x=left, width=right - left)


def _cells(items: Sequence[Placed], line: TextLine, number: int) -> Iterator[tuple[str, _Cell]]:
    """The texts of a line's glyphs in reading order, each with its advance; a hyphen that parts a word is none."""
    for index in line.items:
        placed = items[index]
        if not isinstance(placed.item, GlyphRun) or placed.role in (Role.READING, Role.ARTIFACT):
            continue
        run = placed.item
        ends = (*run.xs[1:], run.width)
        for text, x, end in zip(run.texts, run.xs, ends, strict=True):
            if text != SOFT_HYPHEN:
                yield text, _Cell(number, on_page(placed, Rect(x, 0, max(end - x, 0), 0)))
