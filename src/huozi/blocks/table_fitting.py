"""How a table fits: over how many columns, how large, upright or turned; the least bad where nothing else is left."""

from __future__ import annotations

from huozi.blocks.setting import Setting
from huozi.blocks.table_grid import Grid
from huozi.blocks.table_layout import (
    SMALLER,
    Laid,
    Sized,
    crammed,
    forced,
    laid,
    least_width,
    natural_width,
    sized,
    smaller,
    tightened,
)
from huozi.content.model import Table
from huozi.diagnostics import Findings, Span
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.lengths import show_mm, show_size
from huozi.style.tables import TableStyle

ROOMIEST = 2
"""A table is made no wider than so many times what its cells need, where the layout leaves it open."""


class Room(NamedTuple):
    """The room of a table: columns that it runs over of those side by side, and its measure.

    ``is_framed``: it stands in a frame, out of which nothing runs. ``is_turned``: its lines run up the page.
    """

    columns: int
    within: int
    measure: Mpt
    is_framed: bool = False
    is_turned: bool = False


class Fitted(NamedTuple):
    """A table as it fits its room."""

    laid: Laid
    room: Room


def is_framed(setting: Setting) -> bool:
    """Whether text is set in from the edges of its column here."""
    return setting.measure != setting.sheet.page.area.measure_in(setting.columns)


def place_of(table: Table, key: str) -> Span:
    """Where a word on a table's place stands; the table's own place where it is not said."""
    return dict(table.wish.places).get(key, table.span)


def rooms_of(table: Table, setting: Setting) -> tuple[Room, ...]:
    """The rooms that a table may have upright, the narrowest first. Finding: ``table-span``."""
    count, asked = setting.columns, table.wish.span
    if asked > count or (asked > 1 and is_framed(setting)):
        setting.findings.add(place_of(table, "span"), "table-span", asked=asked, columns=count)
        asked = 0
    if count == 1:
        return (_narrowed(Room(1, 1, setting.measure, is_framed(setting)), table),)
    spans = range(1, count + 1) if asked < 0 else (asked or count,)
    return tuple(_narrowed(Room(span, count, setting.across(span).measure), table) for span in spans)


def _narrowed(room: Room, table: Table) -> Room:
    """A room as wide as an author asks for."""
    width = table.wish.width
    return room._replace(measure=room.measure * width // 1000) if 0 < width < 1000 else room


def turned_room(setting: Setting) -> Room:
    """The room of a table that is turned a quarter: the height of the type area."""
    return Room(setting.columns, setting.columns, setting.sheet.page.area.height, is_turned=True)


def fitted(table: Table, grid: Grid, style: TableStyle, setting: Setting) -> Fitted:
    """A table in the room where it fits best: at its own size if it can be, else smaller, else turned.

    Findings: ``table-smaller``, ``table-turned``, ``table-too-wide``, ``table-span``, those of its cells.
    """
    upright = rooms_of(table, setting)
    may_turn = style.may_turn and not is_framed(setting) and table.wish.place in ("", "page") and table.wish.span < 1
    rooms = (turned_room(setting),) if table.wish.turned and not is_framed(setting) else upright
    own = sized(table, grid, style, setting)
    made = _at_own_size(table, own, rooms, style, setting) or _made_smaller(table, own, rooms, style, setting)
    if made is None and may_turn and rooms is upright:
        turned = (turned_room(setting),)
        made = _at_own_size(table, own, turned, style, setting) or _made_smaller(table, own, turned, style, setting)
        if made is not None:
            setting.findings.add(table.span, "table-turned")
    if made is not None:
        return made
    least = list(smaller(own.faces, style))[-1:]
    last = sized(table, grid, style, setting._replace(findings=Findings()), least[0]) if least else own
    last, room = crammed(last), rooms[-1]
    setting.findings.add(
        table.span, "table-too-wide", needed=show_mm(least_width(last)), measure=show_mm(room.measure),
        columns=grid.columns,
    )  # fmt: skip
    return Fitted(forced(last, room.measure, setting), room)


def _at_own_size(
    table: Table, own: Sized, rooms: tuple[Room, ...], style: TableStyle, setting: Setting
) -> Fitted | None:
    """A table at its own size in the room that it takes least of; ``None`` where none holds it."""
    ways: list[tuple[Mpt, int, Laid, Room, Findings]] = []
    for room in rooms:
        for each in (own, tightened(own)):
            found = Findings()
            made = _in_room(table, each, room, style, setting._replace(findings=found))
            if made is not None:
                ways.append((room.columns * sum(made.depths), room.columns, made, room, found))
                break
        if ways and natural_width(own, room.measure) <= room.measure:
            break  # in more columns it would be as deep
    if not ways:
        return None
    best = min(ways, key=lambda way: way[:2])
    setting.findings.extend(best[-1])
    return Fitted(best[2], best[3])


def _in_room(table: Table, made: Sized, room: Room, style: TableStyle, setting: Setting) -> Laid | None:
    """A table in a room; ``None`` where it does not fit."""
    measure = room.measure
    if style.width == "auto" and not any(table.widths):
        measure = min(measure, ROOMIEST * natural_width(made, measure))
    return laid(made, measure, setting, table.widths, full=style.width != "natural")


def _made_smaller(
    table: Table, own: Sized, rooms: tuple[Room, ...], style: TableStyle, setting: Setting
) -> Fitted | None:
    """A table at the largest smaller size that fits a room. Finding: ``table-smaller``."""
    widest = rooms[-1].measure
    needed, size = least_width(crammed(own)), own.faces.cell.size
    without = setting._replace(findings=Findings())  # what its cells lack has been told
    for faces in smaller(own.faces, style):
        if needed * faces.cell.size // size > widest + own.grid.columns * faces.cell.size:
            continue  # far from fitting: it need not be composed
        made = sized(table, own.grid, style, without, faces)
        is_last = faces.cell.size - SMALLER < style.least
        ways = [(each, room) for each in (tightened(made), *((crammed(made),) if is_last else ())) for room in rooms]
        for each, room in ways:
            found = Findings()
            fits = _in_room(table, each, room, style, setting._replace(findings=found))
            if fits is not None:
                setting.findings.add(table.span, "table-smaller", size=show_size(faces.cell.size))
                setting.findings.extend(found)
                return Fitted(fits, room)
    return None
