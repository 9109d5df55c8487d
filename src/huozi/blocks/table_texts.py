"""What stands over and under a table: its number and title, its unit, its notes, its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from huozi.blocks.calls import slug_calls
from huozi.blocks.frame import bare
from huozi.blocks.lines import compose_inlines, place_line
from huozi.blocks.setting import Setting
from huozi.blocks.table_layout import named
from huozi.content.model import Block, Cell, Inline, Markup, NoteRef, Paragraph, Script, Table, Text
from huozi.display import Placed, Role
from huozi.galley import Call
from huozi.geometry import Mpt
from huozi.paragraph.compose import Composed
from huozi.records import NamedTuple
from huozi.scripts import CIRCLED
from huozi.structure import Element, Kind
from huozi.style.tables import TableMark, TableStyle
from huozi.style.text_style import ParagraphStyle

RAISED = Markup(script=Script.SUPER)

LEAST_EMS = 16
"""Ems that notes under a narrow table may be wide."""


class Texts(NamedTuple):
    """Lines one below the other: their depth, their items from a top on, what they call."""

    depth: Mpt = 0
    items: tuple[Placed, ...] = ()
    calls: tuple[Call, ...] = ()

    def at(self, left: Mpt, top: Mpt) -> Iterable[Placed]:
        """The items at their place."""
        return (placed._replace(x=placed.x + left, y=placed.y + top) for placed in self.items)


class _Lines(NamedTuple):
    """A composed text, in a style, as part of an element."""

    composed: Composed
    style: ParagraphStyle
    element: Element | None

    def placed(self, top: Mpt) -> Texts:
        """Its lines from a top on."""
        lines = self.composed.set()
        lead = (self.style.leading - self.style.size) // 2
        tops = (top + lead + number * self.style.leading for number in range(len(lines)))
        items = (
            placed
            for line, y in zip(lines, tops, strict=True)
            for placed in place_line(self.composed, line, self.style, y, self.element)
        )
        return Texts(len(lines) * self.style.leading, tuple(items), slug_calls(self.composed, lines))


def title_texts(table: Table, style: TableStyle, setting: Setting, place: tuple[Mpt, Mpt], owner: Element) -> Texts:
    """The number and title of a table in the middle of the measure, its unit at the right edge of the table.

    ``place`` is where the table begins and ends. The unit stands beside the title's last line where there is room.
    """
    look = named(style.texts.title, setting)
    title = _lines(_titled(table, setting), look, setting, Element(Kind.CAPTION, 0, owner, table.span))
    above = title.placed(0)
    if not table.unit:
        return above._replace(depth=above.depth + style.gap if above.depth else 0)
    unit_look = bare(named(style.texts.unit, setting))._replace(align="right", indent=0)
    left, right = place
    within = setting._replace(measure=right - left)
    unit = _lines(table.unit, unit_look, within, Element(Kind.CAPTION, 0, owner, table.span))
    lines = title.composed.set()
    last = lines[-1] if lines else None
    room = right - last.x - last.width if last else 0
    top = above.depth
    if last and unit.composed.line_count == 1 and unit.composed.set()[0].width + look.size <= room:
        top -= (look.leading + unit_look.leading) // 2  # the middles of both lines stand level
    beside = unit.placed(0)
    items = (*above.items, *beside.at(left, top))
    return Texts(max(above.depth, top + beside.depth) + style.gap, items, (*above.calls, *beside.calls))


def again_texts(table: Table, style: TableStyle, setting: Setting) -> Texts:
    """What heads a further column or page that a table goes on in: its number and that it goes on."""
    label = setting.labels.get(table.span, "") if table.numbered else ""
    words = Text(f"{label}{style.texts.continued}", table.span)
    if not words.text:
        return Texts()
    found = _lines((words,), named(style.texts.title, setting), setting, None).placed(0)
    repeated = tuple(placed._replace(role=Role.ARTIFACT, order=-1) for placed in found.items)
    return found._replace(depth=found.depth + style.gap, items=repeated)


def _titled(table: Table, setting: Setting) -> tuple[Inline, ...]:
    label = setting.labels.get(table.span, "") if table.numbered else ""
    if not label:
        return table.caption
    lead = Text(f"{label}\u3000" if table.caption else label, table.span)
    return (lead, *table.caption)


def note_texts(table: Table, style: TableStyle, setting: Setting, owner: Element, own: Sequence[OwnNote]) -> Texts:
    """What stands under a table, at its measure: notes on all of it, those that its cells call, its source."""
    notes = [(Kind.NOTE, table.span, inlines) for inlines in _labelled(table.notes, style.texts.note_label, NOTES)]
    notes += [(Kind.NOTE, note.ref.span, (*_lead(note), *note.inlines)) for note in own]
    source = (table.source,) if table.source else ()
    notes += [(Kind.SOURCE, table.span, inlines) for inlines in _labelled(source, style.texts.source_label, SOURCES)]
    look = named(style.texts.note, setting)
    items: list[Placed] = []
    calls: list[Call] = []
    depth = style.gap if notes else 0
    for kind, span, inlines in notes:
        made = _lines(inlines, look, setting, Element(kind, 0, owner, span)).placed(depth)
        items += made.items
        calls += made.calls
        depth += made.depth
    return Texts(depth, tuple(items), tuple(calls))


def _lead(note: OwnNote) -> tuple[Text, Text]:
    """The mark of a note before its text."""
    return Text(note.mark, note.ref.span, markup=RAISED), Text(" ", note.ref.span)


NOTES, SOURCES = ("注", "说明", "备注", "*", "＊", "Note"), ("资料", "来源", "数据", "出处", "根据", "Source", "注")
"""What notes and sources begin with that say themselves what they are."""


def _labelled(texts: Sequence[tuple[Inline, ...]], label: str, said: tuple[str, ...]) -> Iterable[tuple[Inline, ...]]:
    """Texts, the first of them led by a label unless it says itself what it is."""
    for index, inlines in enumerate(texts):
        match inlines:
            case (Text(text, span), *_) if label and not index and not text.startswith(said):
                yield (Text(label, span), *inlines)
            case _:
                yield inlines


def _lines(inlines: Sequence[Inline], style: ParagraphStyle, setting: Setting, element: Element | None) -> _Lines:
    return _Lines(compose_inlines(setting, inlines, style), style, element)


# ------------------------------------------------------------------ notes of the table's own


class OwnNote(NamedTuple):
    """A note that stands under the table: where it is first called, its mark, its text."""

    ref: NoteRef
    mark: str
    inlines: tuple[Inline, ...]


MARKS: dict[TableMark, Callable[[int], str]] = {
    "letter": lambda number: chr(ord("a") + number - 1) if number <= LETTERS else str(number),
    "circled": lambda number: CIRCLED[number - 1] if number <= len(CIRCLED) else str(number),
    "digit": str,
}
"""The mark of a note by its number, from 1."""

LETTERS = 26


def with_own_notes(table: Table, style: TableStyle, setting: Setting) -> tuple[Table, tuple[OwnNote, ...]]:
    """A table whose calls of notes that stand under it are marks, and these notes, numbered in the order of calls."""
    if not setting.table_notes:
        return table, ()
    found: dict[str, OwnNote] = {}

    def marked(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(_mark(inline, found, style.marks, setting) for inline in inlines)

    caption = marked(table.caption)
    rows = tuple(tuple(_with_marks(cell, marked) for cell in row) for row in table.rows)
    unit = marked(table.unit)
    return table._replace(caption=caption, rows=rows, unit=unit), tuple(found.values())


def _with_marks(cell: Cell, marked: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Cell:
    return cell._replace(inlines=marked(cell.inlines))


def _mark(inline: Inline, found: dict[str, OwnNote], marks: TableMark, setting: Setting) -> Inline:
    """The mark of a note that stands under the table in the place of its call; all else as it is."""
    match inline:
        case NoteRef(name) if name in setting.table_notes:
            if name not in found:
                number = len(found) + 1
                found[name] = OwnNote(inline, MARKS[marks](number), _inlines_of(setting.table_notes[name]))
            return Text(found[name].mark, inline.span, markup=RAISED)
        case _:
            return inline


def _inlines_of(blocks: Sequence[Block]) -> tuple[Inline, ...]:
    """The paragraphs of a note one behind the other, parted by line breaks."""
    inlines: list[Inline] = []
    for block in blocks:
        match block:
            case Paragraph(own, span):
                inlines += ([Text("\n", span)] if inlines else []) + list(own)
    return tuple(inlines)
