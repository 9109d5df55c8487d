"""Notes as galley matter: each behind what calls it first, set for the column of its call on a leading of its own.

A note hangs by its mark. What a note calls itself is called where that one is, and stands behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from huozi.blocks.asked import without_pages
from huozi.blocks.body import set_blocks
from huozi.blocks.calls import calls_of, led
from huozi.blocks.frame import LEAST_MEASURE, Frame
from huozi.blocks.labels import Label, make_label, set_labelled
from huozi.blocks.marked import call_mark
from huozi.blocks.setting import Paragraphs, Setting, note_key
from huozi.content.issue_model import Article
from huozi.content.model import Block, Dialogue, Heading, Inline, NoteRef, Paragraph, Text
from huozi.content.running_text import parts_of
from huozi.diagnostics import Span
from huozi.galley import Band, Call, Float, Galley, Matter, Note, SetParagraph, Slug, Space
from huozi.records import NamedTuple
from huozi.structure import Kind
from huozi.style.openings import Pieces, texts_of
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fields_of

Blocks: TypeAlias = tuple[Block, ...]

LONGEST = 2
"""Columns: a note that is deeper than so many of them is reported."""


class ArticleNote(NamedTuple):
    """A note of an article: its blocks, its number (0: none), its mark (empty: none), its place, how it is named."""

    blocks: Blocks
    number: int
    mark: str
    span: Span
    name: str


Notes: TypeAlias = Mapping[str, ArticleNote]
"""The notes of an article by the keys that the galley has for them."""


# ------------------------------------------------------------------ an article's


def numbered(article: Article, setting: Setting, *, is_filler: bool = False) -> Setting:
    """The surroundings of an article with the numbers of its notes, and with where they stand.

    A filler has them at its end. Numbers begin with the title's; those of fields count that the layout prints. Notes at
    an article's end are numbered by article where the layout numbers them by page.
    """
    sheet, opening = setting.sheet, setting.sheet.opening
    style = sheet.notes._replace(place="end" if is_filler else article.notes_place or sheet.notes.place)
    if style.place == "end" and style.numbering == "page":
        style = style._replace(numbering="article")
    texts = (
        article.title.inlines,
        *_said(article, opening.filler or opening.opening if is_filler else opening.opening),
        inlines_of(article.blocks),
        *_said(article, opening.ending),
    )
    first = setting.first_note if style.numbering == "issue" else 1
    numbers = numbers_of(texts, dict(article.notes), first, at_foot=style.place == "foot")
    return setting._replace(sheet=sheet._replace(notes=style), note_numbers=MappingProxyType(numbers))


def _said(article: Article, pieces: Pieces) -> Iterator[Iterable[Inline]]:
    """What pieces print of an article's fields."""
    for piece in texts_of(pieces):
        for name in fields_of(piece.template):
            yield from (words.inlines for words in article.said(name))


def with_articles_notes(
    galley: Galley, article: Article, feet: Sequence[tuple[str, Paragraphs]], setting: Setting
) -> Galley:
    """An article's matter with its notes among it; ``feet`` are those of its first page, which its title calls."""
    notes: dict[str, ArticleNote] = {}
    for at, (mark, paragraphs) in enumerate(feet):
        said = tuple(Paragraph(inlines, inlines[0].span) for inlines in paragraphs)
        notes[f"{setting.article}^^{at}"] = ArticleNote(said, 0, mark, said[0].span, mark)
    galley = called_by_title(galley, tuple(notes))
    if setting.sheet.notes.place == "foot":
        texts = dict(article.notes)
        for name, number in setting.note_numbers.items():
            if blocks := texts.get(name, ()):
                mark = call_mark(number, setting, setting.style("note"))
                notes[note_key(setting, name)] = ArticleNote(blocks, number, mark, blocks[0].span, name)
    return with_notes(galley, notes, setting)


# ------------------------------------------------------------------ numbers


def numbers_of(
    texts: Iterable[Iterable[Inline]], notes: Mapping[str, Blocks], first: int, *, at_foot: bool
) -> dict[str, int]:
    """The numbers of notes by name, in the order of first calls in texts.

    A note that another one calls comes behind it at a column's foot, and at an article's end after all that are called
    before that one's text.
    """
    numbers: dict[str, int] = {}
    waiting: list[Iterator[Inline]] = [chain.from_iterable(texts)]
    while waiting:
        text = waiting.pop(0)
        for name in _called_by(text):
            if name not in numbers:
                numbers[name] = first + len(numbers)
                further = iter(tuple(inlines_of(notes.get(name, ()))))
                if at_foot:
                    waiting[:0] = [further, text]
                    break
                waiting.append(further)
    return numbers


def _called_by(text: Iterable[Inline]) -> Iterator[str]:
    return (inline.name for inline in text if isinstance(inline, NoteRef))


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    """The inlines of blocks in the order in which their notes are numbered: a dialogue's labels before its words."""
    for block in blocks:
        match block:
            case Paragraph(inlines) | Heading(_, inlines):
                yield from inlines
            case Dialogue(turns):
                for turn in turns:
                    yield from turn.speaker
                for turn in turns:
                    yield from inlines_of(turn.blocks)
            case _:
                yield from inlines_of(parts_of(block))


# ------------------------------------------------------------------ among the matter that calls them


def with_notes(galley: Galley, notes: Notes, setting: Setting) -> Galley:
    """An article's matter with each note behind the piece that calls it first; no note or float is called twice.

    Calls of notes that are not among these are dropped. A note that no piece calls goes with the last one.
    """
    walk = _Walk(notes, setting)
    matter: list[Matter] = []
    columns = setting.columns
    last = max((at for at, piece in enumerate(galley) if isinstance(piece, Slug | SetParagraph)), default=-1)
    for at, written in enumerate(galley):
        if isinstance(written, Band):
            columns = written.columns
        piece = _calling(written, walk.uncalled(galley)) if at == last else written
        called, keys = walk.first_calls(piece, calls_of(piece))
        matter.append(called)
        matter += (set_note(key, notes[key], columns, setting) for key in keys)
    return tuple(matter)


class _Walk:
    """A walk through a galley: what has been called, and what the notes call themselves."""

    __slots__ = ("_notes", "_seen", "_setting")

    def __init__(self, notes: Notes, setting: Setting) -> None:
        self._notes, self._setting = notes, setting
        self._seen: set[tuple[str, str]] = set()

    def first_calls(self, piece: Matter, calls: Sequence[Call]) -> tuple[Matter, list[str]]:
        """A piece that calls only what nothing before it has called, and the keys of the notes that it calls."""
        if not calls:
            return piece, []
        fresh: dict[tuple[str, str], list[str]] = {}
        for call in calls:
            which = (call.kind, call.key)
            if which not in self._seen and (call.kind == "float" or call.key in self._notes):
                self._seen.add(which)
                fresh[which] = [call.key, *self._within(call.key)] if call.kind == "note" else []

        def first(calls: Iterable[Call]) -> tuple[Call, ...]:
            kept: list[Call] = []
            for call in calls:
                which = (call.kind, call.key)
                if which in fresh:
                    kept += (call._replace(key=key) for key in fresh[which]) if fresh[which] else (call,)
            return tuple(kept)

        return _with_calls(piece, first if fresh else None), [key for keys in fresh.values() for key in keys]

    def _within(self, key: str) -> Iterator[str]:
        """The notes that a note calls, and those that these do."""
        for name in _called_by(inlines_of(self._notes[key].blocks)):
            called = note_key(self._setting, name)
            if called in self._notes and ("note", called) not in self._seen:
                self._seen.add(("note", called))
                yield called
                yield from self._within(called)

    def uncalled(self, galley: Galley) -> tuple[Call, ...]:
        """Calls of the notes that no piece of a galley calls, and no note that a piece calls."""
        seen = {call.key for piece in galley for call in calls_of(piece) if call.kind == "note"}
        reached = list(seen)
        for key in reached:  # which grows
            note = self._notes.get(key)
            further = (note_key(self._setting, name) for name in _called_by(inlines_of(note.blocks if note else ())))
            new = [each for each in further if each not in seen]
            seen.update(new)
            reached += new
        return tuple(Call(0, "note", key) for key in self._notes if key not in seen)


def _with_calls(piece: Matter, change: Callable[[Iterable[Call]], tuple[Call, ...]] | None) -> Matter:
    """A piece with its calls changed; ``None``: it has none."""
    match piece:
        case Slug(calls=calls) | Float(calls=calls):
            return piece._replace(calls=change(calls) if change is not None else ())
        case SetParagraph(calls=by_lines):
            if change is None or by_lines is None:
                return piece._replace(calls=None)
            return piece._replace(calls=lambda lines: change(by_lines(lines)))
        case _:
            return piece


def _calling(piece: Matter, calls: tuple[Call, ...]) -> Matter:
    """A piece that calls these as well; a paragraph in its first line."""
    match piece:
        case Slug():
            return piece._replace(calls=(*piece.calls, *calls))
        case SetParagraph():
            return piece._replace(calls=led(piece.calls, calls))
        case _:
            return piece


def called_by_title(opening: Galley, keys: Iterable[str]) -> Galley:
    """An opening whose title calls these notes; its first text where it has no title."""
    calls = tuple(Call(0, "note", key) for key in keys)
    texts = [at for at, piece in enumerate(opening) if isinstance(piece, Slug | SetParagraph)]
    titles = (at for at in texts if _is_title(opening[at]))
    at = next(titles, texts[0] if texts else -1)
    return (*opening[:at], _calling(opening[at], calls), *opening[at + 1 :]) if calls and texts else opening


def _is_title(piece: Matter) -> bool:
    match piece:
        case Slug(items=items):
            return any(placed.element is not None and placed.element.kind is Kind.TITLE for placed in items)
        case _:
            return False


# ------------------------------------------------------------------ one note


def set_note(key: str, note: ArticleNote, columns: int, setting: Setting) -> Note:
    """A note set for a column of so many. Findings: ``note-long``, ``note-holds-float``."""
    within = _in_notes(setting, columns)
    galley = without_pages(_led_by_mark(note, within.inside(Kind.NOTE, note.span, level=note.number)))
    for piece in galley:
        if isinstance(piece, Float):
            setting.findings.add(piece.span, "note-holds-float")
    pieces = tuple(piece for piece in galley if isinstance(piece, Slug | SetParagraph | Space))
    lines = sum(map(_height, pieces))
    area = setting.sheet.page.area
    if setting.sheet.note_grid.depth(lines) > LONGEST * area.lines:
        setting.findings.add(note.span, "note-long", name=note.name, lines=lines, columns=LONGEST)
    leading = within.sheet.page.area.leading

    def cast_lines() -> tuple[Slug, ...]:
        return tuple(line for piece in pieces for slug in _slugs(piece, note.span) for line in _rows(slug, leading))

    return Note(key, lines, cast_lines, note.span, columns)


def _in_notes(setting: Setting, columns: int) -> Setting:
    """The surroundings of a note: its own leading is the grid, and what looks like the body looks like the note."""
    sheet = setting.sheet
    note, body, area = sheet.styles["note"], sheet.styles["body"], sheet.page.area
    grid = sheet.note_grid
    styles = {
        name: style._replace(
            size=note.size,
            leading=grid.line,
            font=note.font if style.font == body.font else style.font,
        )
        if style.size == body.size
        else style
        for name, style in sheet.styles.items()
    }
    own = sheet._replace(
        page=sheet.page._replace(area=area._replace(size=note.size, leading=grid.line)),
        styles=styles | {"note": note},
    )
    return setting._replace(sheet=own, measure=area.measure_in(columns), columns=1)


def _led_by_mark(note: ArticleNote, setting: Setting) -> Galley:
    """The blocks of a note hung by its mark; the room of the mark takes what whole ems leave of the measure."""
    style = setting.style("note")
    if not note.mark:
        return set_blocks(note.blocks, setting, "note")
    label = make_label((Text(note.mark, note.span),), setting, style, note.span)
    room = setting.measure - style.inset_left - style.inset_right
    rest = (room - label.width - _gap(label, style)) // style.size * style.size
    if rest < LEAST_MEASURE * style.size:
        return set_blocks(_begun(note), setting, "note")
    hang = room - rest
    frame = Frame(setting._replace(measure=rest), style.inset_left + hang, hang)
    return set_labelled(label, hang, note.blocks, frame, style, set_blocks)


def _gap(label: Label, style: ParagraphStyle) -> int:
    """The least white between a mark and its note: a circled number brings some of its own."""
    return style.size // 4 if label.is_full else style.size // 2


def _begun(note: ArticleNote) -> Blocks:
    """The blocks of a note that begins with its mark: in a column too narrow to hang it."""
    match note.blocks:
        case (Paragraph(inlines, span, hints), *rest):
            return (Paragraph((Text(f"{note.mark}\u3000", span), *inlines), span, hints), *rest)
        case blocks:
            return (Paragraph((Text(note.mark, note.span),), note.span), *blocks)


def _height(piece: Slug | SetParagraph | Space) -> int:
    match piece:
        case Slug(height):
            return height
        case SetParagraph(lines, depth=depth, tail=tail):
            return depth * (lines - len(tail)) + sum(tail)
        case Space(lines):
            return lines


def _slugs(piece: Slug | SetParagraph | Space, span: Span) -> tuple[Slug, ...]:
    match piece:
        case Slug():
            return (piece,)
        case SetParagraph(lines, cast):
            return cast(lines)
        case Space(lines):
            return (Slug(lines, (), span),)


def _rows(slug: Slug, leading: int) -> Iterator[Slug]:
    """A slug line by line of the notes' leading: what stands in it goes with the line that it stands in."""
    if slug.height == 1:
        yield slug
        return
    rows: list[list[int]] = [[] for _ in range(slug.height)]
    for at, placed in enumerate(slug.items):
        rows[min(max(placed.y // leading, 0), slug.height - 1)].append(at)
    for number, row in enumerate(rows):
        items = tuple(slug.items[at]._replace(y=slug.items[at].y - number * leading) for at in row)
        yield Slug(1, items, slug.span)
