"""The sheets before a proof's pages: what it is a proof of, what was found, how much there is to read, who signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from huozi.diagnostics import Language
from huozi.display import Bookmark, Page, Placed, Role
from huozi.geometry import Mpt, Point, Rect, mm
from huozi.messages import SEVERITY_NAMES
from huozi.messages.proof_words import STAGES, say
from huozi.records import NamedTuple
from huozi.sheets.changed import Changed
from huozi.sheets.hand import Hand, Manner
from huozi.sheets.legend import legend
from huozi.sheets.margin_notes import GAP, INKS, Writer, shortened
from huozi.sheets.paper import WHOLE, Paper
from huozi.sheets.remarks import Note, comment
from huozi.sheets.stamp import STAMP, Told, stamp
from huozi.sheets.tables import FIGURE, LABEL, STRONG, VALUE, Cell, Group, Maker, Piece, flow
from huozi.sheets.word_count import ALLOWED, COVER, WordCount

EDGE: Mpt = mm(14)
"""The margins of front sheets."""
GUTTER: Mpt = mm(9)
"""What is left between their columns."""
WIDEST: Mpt = mm(135)
"""No column is wider where there is paper for another one."""
LEAST_COLUMNS = 3
HEAD: Mpt = STAMP + mm(8)
"""The height of the first sheet's head."""

_TITLE = Manner(26_000, 32_000, "strong")
_SUBTITLE = Manner(11_000, 15_000, "plain")


class CountRow(NamedTuple):
    """A count of pages that the issue could have, what that costs in words; ``is_made``: it is the one that it has."""

    pages: int
    price: str
    is_made: bool


class Front(NamedTuple):
    """What the front sheets tell of an issue: facts as labels with values, sections with their folios, counts of pages.

    ``accepted`` is the number of findings that somebody has signed off, which the proof leaves out.
    """

    facts: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]
    counts: tuple[CountRow, ...]
    words: WordCount
    accepted: int = 0
    changed: Changed | None = None


class Listed(NamedTuple):
    """The notes of a proof as front sheets have them: all of them, those that found no room, those of no page.

    ``pages`` are the labels of pages by their places in the print file. ``elsewhere`` is how many findings are about
    pages that are not in the proof.
    """

    notes: tuple[Note, ...]
    left: tuple[Note, ...]
    rest: tuple[Note, ...]
    pages: dict[int, str]
    elsewhere: int = 0


class _Desk(NamedTuple):
    """What groups are made with."""

    make: Maker
    language: Language


def front_sheets(front: Front, listed: Listed, told: Told, paper: Paper, hand: Hand) -> tuple[Page, ...]:
    """The front sheets, as many as it takes, on a proof's paper."""
    width, height = paper.size
    count = max(LEAST_COLUMNS, (width - 2 * EDGE + GUTTER) // (WIDEST + GUTTER))
    measure = (width - 2 * EDGE - (count - 1) * GUTTER) // count
    lefts = [EDGE + number * (measure + GUTTER) for number in range(count)]
    first = [Rect(x, EDGE + HEAD, measure, height - 2 * EDGE - HEAD) for x in lefts]
    further = [Rect(x, EDGE, measure, height - 2 * EDGE) for x in lefts]
    desk = _Desk(Maker(hand, measure), told.language)
    sheets: dict[int, list[Placed]] = defaultdict(list)
    sheets[0] += _head(told, Rect(EDGE, EDGE, width - 2 * EDGE, STAMP), measure, hand)
    for sheet, items in flow(_groups(front, listed, desk), first, further):
        sheets[sheet] += items
    labels = [say("front-label", told.language, number="" if not at else at + 1) for at in sorted(sheets)]
    return tuple(Page(at, "right", None, label, paper.size, 0, tuple(sheets[at])) for at, label in enumerate(labels))


def _head(told: Told, room: Rect, measure: Mpt, hand: Hand) -> Iterator[Placed]:
    """The issue's title and the stamp."""
    language = told.language
    yield Placed(room.x, room.y, Bookmark(say("front", language), 0), Role.ARTIFACT, -1)
    left = room.width - measure - GUTTER
    yield from hand.line(told.title, _TITLE, room.x, room.y + mm(2), left)
    said = say("front-line", language, round=told.round_name, date=told.date)
    yield from hand.line(said, _SUBTITLE, room.x, room.y + mm(16), left)
    column = Rect(room.right - measure, room.y, measure, STAMP)
    yield from stamp(told, say("front", language), WHOLE, column, hand)


def _groups(front: Front, listed: Listed, desk: _Desk) -> Iterator[Group]:
    """All groups in their order; three of them begin a column."""
    yield _facts("issue", front.facts, desk)
    if front.sections:
        yield _table("sections", ("section", "first-page"), (Cell(84), Cell(16, FIGURE)), front.sections, desk)
    if front.counts:
        yield _counts(front.counts, desk)
    yield _rules(front, listed, desk)
    yield _words(front.words, desk)
    yield _signatures(desk)
    marks = tuple(legend(desk.make, desk.language, is_compared=front.changed is not None))
    yield Group(desk.make.heading(say("legend", desk.language)), (), marks)
    if front.changed is not None:
        yield from _changes(front.changed, desk)
    if listed.rest:
        yield _notes("rest", listed.rest, {}, desk)
    if listed.left:
        yield _notes("left", listed.left, listed.pages, desk)


def _facts(name: str, facts: Sequence[tuple[str, str]], desk: _Desk) -> Group:
    """Labels with their values."""
    cells = (Cell(30, LABEL), Cell(70, VALUE))
    rows = tuple(desk.make.row(row, cells) for row in facts if row[1])
    return Group(desk.make.heading(say(name, desk.language)), (), rows)


def _table(name: str, head: Sequence[str], cells: Sequence[Cell], rows: Sequence[Sequence[str]], desk: _Desk) -> Group:
    """A table by the names of its heading and of the labels of its columns."""
    labels = [say(label, desk.language) for label in head]
    made = tuple(desk.make.row(row, cells) for row in rows)
    return Group(desk.make.heading(say(name, desk.language)), (desk.make.head(labels, cells),), made)


def _counts(counts: Sequence[CountRow], desk: _Desk) -> Group:
    """The counts of pages and what each costs."""
    rows = [(f"→ {row.pages}" if row.is_made else str(row.pages), row.price) for row in counts]
    group = _table("counts", ("pages", "price"), (Cell(14, FIGURE), Cell(86)), rows, desk)
    return group._replace(rows=(*group.rows, desk.make.words(say("counts-note", desk.language))))


def _rules(front: Front, listed: Listed, desk: _Desk) -> Group:
    """What was found, a row a rule, the gravest first."""
    by_rule: dict[str, list[Note]] = defaultdict(list)
    for note in listed.notes:
        by_rule[note.remark.rule].append(note)
    ordered = sorted(by_rule.values(), key=lambda own: (-own[0].remark.severity, -len(own), own[0].remark.rule))
    cells = (Cell(14), Cell(40), Cell(12, FIGURE), Cell(34, LABEL))
    rows = []
    for own in ordered:
        remark = own[0].remark
        inked = STRONG._replace(ink=INKS[remark.severity])
        name = SEVERITY_NAMES[desk.language][remark.severity]
        texts = (name, remark.rule, str(len(own)), in_runs([note.number for note in own], desk.language))
        rows.append(desk.make.row(texts, (Cell(14, inked), *cells[1:])))
    labels = [say(label, desk.language) for label in ("severity", "rule", "times", "numbers")]
    if not rows:
        rows.append(desk.make.words(say("nothing", desk.language), VALUE))
    if listed.elsewhere:
        rows.append(desk.make.words(say("elsewhere", desk.language, count=listed.elsewhere)))
    if front.accepted:
        rows.append(desk.make.words(say("accepted", desk.language, count=front.accepted)))
    heading = desk.make.heading(say("found", desk.language, count=len(listed.notes)))
    return Group(heading, (desk.make.head(labels, cells),) if ordered else (), tuple(rows), new_column=True)


MOST_RUNS = 12
"""So many runs of numbers are told."""


def in_runs(numbers: Sequence[int], language: Language) -> str:
    """Numbers in order as ranges, and whether there are more.

    >>> in_runs([1, 2, 3, 7], "en")
    '1–3, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:MOST_RUNS]]
    return say("list", language).join([*shown, *(["…"] if runs[MOST_RUNS:] else [])])


def _words(words: WordCount, desk: _Desk) -> Group:
    """The count of characters, step by step, and the errors that are allowed."""
    language = desk.language
    full = say("full-page", language, characters=words.characters, lines=words.lines, furniture=words.furniture)
    covers = say("covers-value", language, count=words.covers, share=COVER, blank=words.blank_covers)
    rows: list[tuple[str, str, str]] = [
        (say("full-page-label", language), full, f"{words.full:,}"),
        (
            say("pages-label", language),
            say("pages-value", language, count=words.pages, blank=words.blank_pages),
            f"{words.full * words.pages:,}",
        ),
    ]
    if words.covers or words.blank_covers:
        rows.append((say("covers-label", language), covers, f"{words.total - words.full * words.pages:,}"))
    cells = (Cell(22, LABEL), Cell(60), Cell(18, FIGURE))
    bold = (Cell(22, LABEL), Cell(60, STRONG), Cell(18, FIGURE._replace(weight="strong")))
    made = [desk.make.row(row, cells) for row in rows]
    made.append(desk.make.row((say("total", language), "", f"{words.total:,}"), bold))
    allowed = (say("allowed", language), say("allowed-value", language, most=ALLOWED), f"{words.allowed / 10:.1f}")
    made += [desk.make.row(allowed, bold), desk.make.words(say("words-note", language))]
    return Group(desk.make.heading(say("words", language)), (), tuple(made))


SIGNED: Mpt = mm(12)
"""The height of a row to be signed in."""


def _signatures(desk: _Desk) -> Group:
    """Who reads and signs, round by round."""
    cells = (Cell(16, STRONG), Cell(28), Cell(24), Cell(32))
    names = (*STAGES, say("chief", desk.language))
    head = desk.make.head([say(label, desk.language) for label in ("round", "name", "signed-on", "opinion")], cells)
    rows = tuple(desk.make.row((name, "", "", ""), cells, SIGNED) for name in names)
    return Group(desk.make.heading(say("signatures", desk.language)), (head,), rows, new_column=True)


def _changes(changed: Changed, desk: _Desk) -> Iterator[Group]:
    """What has changed since the last round, and the table of corrections."""
    yield _facts("changes", changed.facts, desk)
    if changed.corrections:
        cells = (Cell(9), Cell(6), Cell(7), Cell(39), Cell(39))
        rows = [
            (
                each.page,
                str(each.column),
                str(each.line) if each.line > 0 else say("uncounted", desk.language),
                each.old or say("new-text", desk.language),
                each.new or say("gone-text", desk.language),
            )
            for each in changed.corrections
        ]
        yield _table("corrections", ("page", "column", "line", "old", "new"), cells, rows, desk)


def _notes(name: str, notes: Sequence[Note], pages: dict[int, str], desk: _Desk) -> Group:
    """Notes that stand on no page, each whole."""
    writer = Writer(desk.make.hand, desk.language, desk.make.measure)
    rows = tuple(_note(note, pages, writer) for note in shortened(notes))
    heading, about = desk.make.heading(say(name, desk.language)), desk.make.words(say(f"{name}-note", desk.language))
    return Group(heading, (), (about, *rows))


def _note(note: Note, pages: dict[int, str], writer: Writer) -> Piece:
    label = pages.get(note.remark.page, "") if note.remark.page is not None else ""
    page = say("on-page", writer.language, page=label) if label else ""

    def draw(x: Mpt, y: Mpt) -> Iterator[Placed]:
        yield from writer.note(note, x, y + GAP, page)
        if not page:  # those of a page have their comment there
            yield comment(note, Point(x - mm(5), y + GAP))

    return Piece(writer.depth(note) + 2 * GAP, draw)
