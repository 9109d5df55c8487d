"""Tables (表格): title above, notes and source below, as floats where they fit a page, else as rows that go on.

How a table fits its room is :mod:`huozi.blocks.table_fitting`'s, how wide its columns are
:mod:`huozi.blocks.table_widths`'. A table that goes on is a paragraph of the galley whose lines are groups of rows; its
head is repeated in each further column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huozi.blocks.calls import once
from huozi.blocks.float_white import lines_with_white, shift_at
from huozi.blocks.frame import places_in
from huozi.blocks.setting import Setting
from huozi.blocks.table_drawing import Drawing, Strip
from huozi.blocks.table_fitting import Fitted, fitted, is_framed, place_of
from huozi.blocks.table_grid import MOST_COLUMNS, Grid, grid_of, unmerged
from huozi.blocks.table_layout import Laid
from huozi.blocks.table_rows import Group, atoms_of, grouped, spaced, stacked
from huozi.blocks.table_texts import Texts, again_texts, note_texts, title_texts, with_own_notes
from huozi.content.model import Table
from huozi.display import Placed
from huozi.galley import Band, Call, Float, Galley, SetParagraph, Slug, Space, Where, Word
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.tables import TableStyle

LEAST_TEXT = 2
"""Lines of text that a page with a table at its head or foot has at the least."""

MOST_OF_HEAD = 2
"""A head that takes more than one part of so many of a page is not repeated."""


class Sheet(NamedTuple):
    """A table ready to stand anywhere: what stands above and below its rows, and how they are drawn."""

    table: Table
    style: TableStyle
    fit: Fitted
    left: Mpt
    above: Texts
    below: Texts
    drawing: Drawing
    setting: Setting

    @property
    def laid(self) -> Laid:
        """Its columns and rows."""
        return self.fit.laid

    @property
    def depth(self) -> Mpt:
        """The whole of it, in one piece."""
        return self.above.depth + sum(self.laid.depths) + self.below.depth

    @property
    def calls(self) -> tuple[Call, ...]:
        """The notes and floats that it calls, in the order in which it is read."""
        rows = self.drawing.calls(range(self.laid.sized.grid.rows))
        return once((*self.above.calls, *rows, *self.below.calls))


def set_table(table: Table, setting: Setting) -> Galley:
    """A table as galley matter; none where it has no cells.

    Findings: ``table-cells-lost``, ``table-style-unknown``, ``table-beside``, ``table-head-deep``,
    ``table-cells-parted``, ``table-too-deep``, those of :func:`fitted`.
    """
    grid = grid_of(table)
    if not grid.rows or not any(cell.cell.inlines for cell in grid.cells):
        return ()
    if grid.lost:
        setting.findings.add(table.span, "table-cells-lost", lost=grid.lost, most=MOST_COLUMNS)
    style = style_of(table, setting)
    if table.wish.place == "beside":
        setting.findings.add(place_of(table, "place"), "table-beside")
    table, own = with_own_notes(table, style, setting)
    grid = grid_of(table)
    fit = fitted(table, grid, style, setting)
    element = Element(Kind.TABLE, 0, setting.part_of, table.span)
    sheet = sheet_of(table, style, fit, setting, element)
    left, width = sheet.left, sheet.laid.width
    notes = note_texts(table, style, setting._replace(measure=width), element, own)
    sheet = sheet._replace(below=Texts(notes.depth, tuple(notes.at(left, 0))))
    if fit.room.is_turned:
        return turned_matter(sheet)
    area = setting.sheet.page.area
    if sheet.depth > area.height:
        return going_on(sheet)
    return as_float(sheet) if not is_framed(setting) else in_frame(sheet)


def style_of(table: Table, setting: Setting) -> TableStyle:
    """The style of a table. Finding: ``table-style-unknown``, where the layout has none of the name."""
    styles = setting.sheet.tables
    if not table.style or table.style in styles.named:
        return styles.named.get(table.style, styles.usual)
    known = "、".join(styles.named)
    setting.findings.add(table.span, "table-style-unknown", style=table.style, known=known)
    return styles.usual


def sheet_of(table: Table, style: TableStyle, fit: Fitted, setting: Setting, element: Element) -> Sheet:
    """A table with what stands above it, in the middle of its room."""
    measure = fit.room.whole
    left = max(measure - fit.laid.width, 0) // 2
    within = setting._replace(measure=measure)
    above = title_texts(table, style, within, (left, left + fit.laid.width), element)
    return Sheet(table, style, fit, left, above, Texts(), Drawing(fit.laid, style, element), setting)


# ------------------------------------------------------------------ in one piece


def pieces(sheet: Sheet, top: Mpt) -> tuple[Placed, ...]:
    """The whole of a table from a top on."""
    strips = stacked(sheet.laid, range(sheet.laid.sized.grid.rows), top + sheet.above.depth)
    foot = top + sheet.above.depth + sum(sheet.laid.depths)
    rows = moved(sheet.drawing.drawn(strips), sheet.left, 0)
    return (*sheet.above.at(0, top), *rows, *sheet.below.at(0, foot))


def moved(items: Iterable[Placed], right: Mpt, down: Mpt) -> tuple[Placed, ...]:
    """Items at another place."""
    return tuple(placed._replace(x=placed.x + right, y=placed.y + down) for placed in items)


def as_float(sheet: Sheet) -> Galley:
    """A table that a page holds as a float, white to the text included."""
    area, room = sheet.setting.sheet.page.area, sheet.fit.room
    lines = lines_with_white(sheet.depth, sheet.style.white, area)
    is_wide = room.columns >= room.within > 1
    usual = places_in(sheet.style.places, room.columns, room.within)
    if lines > area.lines - LEAST_TEXT:
        usual = ("page",)
    asked = sheet.table.wish.place
    places = (asked,) if asked and asked != "beside" else usual
    is_here = asked == "here" and is_wide
    if is_wide and not is_here:  # among text in columns there is no place for it
        places, usual = (tuple(each for each in some if each != "here") for some in (places, usual))
        places, usual = places or ("head", "foot"), usual or ("head", "foot")

    def cast_at(where: Where) -> Slug:
        return Slug(lines, pieces(sheet, shift_at(where, lines, sheet.depth, area)), sheet.table.span)

    words = words_of(sheet.table)
    made = Float(
        str(sheet.table.span), lines, cast_at, sheet.table.span, room.columns, room.within, places,
        sheet.table.wish.on, sheet.calls, words, usual if words else (),
    )  # fmt: skip
    if is_here:  # text in columns ends above it and goes on below
        return (Band(1), made._replace(columns=1, within=1), Band(room.within))
    return (made,)


def words_of(table: Table) -> tuple[Word, ...]:
    """The words of an editor that a table's float carries out."""
    return tuple(Word("place", span) for key, span in table.wish.places if key in ("place", "on"))


def in_frame(sheet: Sheet) -> Galley:
    """A table within a frame stands in its text, where it is written."""
    area = sheet.setting.sheet.page.area
    lines = lines_with_white(sheet.depth, sheet.style.white, area)
    items = pieces(sheet, shift_at("here", lines, sheet.depth, area))
    return (Slug(lines, items, sheet.table.span, calls=sheet.calls),)


# ------------------------------------------------------------------ over columns and pages


def going_on(sheet: Sheet) -> Galley:
    """A table deeper than a page: groups of rows on whole lines of the grid, its head repeated where it goes on."""
    area, room = sheet.setting.sheet.page.area, sheet.fit.room
    gap = area.leading - area.size
    sheet = without_deep_joins(sheet, area.height // 2)
    heads = stacked(sheet.laid, range(sheet.laid.sized.grid.heads), 0)
    title = again_texts(sheet.table, sheet.style, sheet.setting._replace(measure=room.whole))
    head = Group((), area.lines_for(gap + title.depth))
    if heads:  # what whole lines leave is shared by the title and the head
        spare = spaced(heads, gap + title.depth, 0, area).lines * area.leading - gap - title.depth - sheet.laid.head
        head = spaced(heads, gap + title.depth + spare // 2, 0, area)
    is_repeated = head.lines * MOST_OF_HEAD <= area.lines
    if not is_repeated:
        sheet.setting.findings.add(sheet.table.span, "table-head-deep", lines=head.lines, page=area.lines)
    most = area.lines - (head.lines if is_repeated and heads else 0)
    first = sheet.above.depth + gap
    atoms = atoms_of(sheet.laid, most * area.leading - gap)
    atoms = [[*heads, *atoms[0]], *atoms[1:]] if atoms else [list(heads)]
    groups = grouped(atoms, len(heads), (first, sheet.below.depth), most, area)

    def cast(_: int) -> tuple[Slug, ...]:
        return tuple(slug_of(sheet, group, gap, number, len(groups)) for number, group in enumerate(groups))

    calls = calls_of_groups(sheet, groups)
    again = Slug(head.lines, moved(_again(sheet, head, title), 0, -gap), sheet.table.span)
    depths = tuple(group.lines for group in groups)
    rows = SetParagraph(len(groups), cast, sheet.table.span, tail=depths, calls=lambda _: calls)
    if is_repeated and heads:
        rows = rows._replace(again=again, parted=lambda slug: _parted_below(sheet, slug, gap))
    white = area.lines_for(max(sheet.style.white - gap, 1))
    matter: Galley = (Space(white), rows, Space(white))
    return (Band(1), *matter, Band(room.within)) if room.columns >= room.within > 1 else matter


def _parted_below(sheet: Sheet, slug: Slug, gap: Mpt) -> Slug:
    """A group of rows that goes on in the next column, closed by a rule."""
    foot = slug.height * sheet.setting.sheet.page.area.leading - gap
    return slug._replace(items=(*slug.items, *moved(sheet.drawing.parting(foot), sheet.left, 0)))


def _again(sheet: Sheet, head: Group, title: Texts) -> Iterable[Placed]:
    """The head of a table where it goes on, from the foot of the line before on."""
    gap = sheet.setting.sheet.page.area.leading - sheet.setting.sheet.page.area.size
    items = moved(title.items, 0, gap)
    lead = tuple(placed._replace(order=-1) for placed in items)
    return (*lead, *moved(sheet.drawing.drawn(head.strips, is_again=True), sheet.left, 0))


def calls_of_groups(sheet: Sheet, groups: Sequence[Group]) -> tuple[Call, ...]:
    """What the groups of rows call, by their numbers."""
    found: list[Call] = list(sheet.above.calls)
    for number, group in enumerate(groups):
        rows = sorted({strip.row for strip in group.strips if not strip.first})
        found += (call._replace(line=number) for call in sheet.drawing.calls(rows))
    return once((*found, *(call._replace(line=len(groups) - 1) for call in sheet.below.calls)))


def slug_of(sheet: Sheet, group: Group, gap: Mpt, number: int, count: int) -> Slug:
    """A group of rows as a piece of the galley: from the foot of the line before on, so that rows meet."""
    rows = moved(sheet.drawing.drawn(group.strips), sheet.left, -gap)
    above = sheet.above.at(0, group.lead) if not number else ()
    last = group.strips[-1]
    below = sheet.below.at(0, last.top + last.depth - gap) if number == count - 1 else ()
    place = sheet.drawing.cells[group.strips[-1].row][0][0].at.cell.span if number else sheet.table.span
    return Slug(group.lines, (*above, *rows, *below), place)


def without_deep_joins(sheet: Sheet, most: Mpt) -> Sheet:
    """A table whose merged cells join no more rows than pages can hold: deeper ones stand in their first row alone.

    Finding: ``table-cells-parted``.
    """
    atoms = atoms_of(sheet.laid, most)
    if all(len(atom) == 1 or sum(strip.depth for strip in atom) <= most for atom in atoms):
        return sheet
    sheet.setting.findings.add(sheet.table.span, "table-cells-parted")
    grid: Grid = unmerged(sheet.laid.sized.grid)
    fit = fitted(sheet.table, grid, sheet.style, sheet.setting)
    element = sheet.drawing.table
    return sheet_of(sheet.table, sheet.style, fit, sheet.setting, element)._replace(below=sheet.below)


# ------------------------------------------------------------------ turned a quarter


def turned_matter(sheet: Sheet) -> Galley:
    """A turned table on pages of its own, its head repeated on each: its lines run up the page (顶左底右)."""
    area, room = sheet.setting.sheet.page.area, sheet.fit.room
    depth = sheet.setting.across(0).measure if room.within > 1 else sheet.setting.measure
    heads = stacked(sheet.laid, range(sheet.laid.sized.grid.heads), 0)
    title = again_texts(sheet.table, sheet.style, sheet.setting._replace(measure=room.whole))
    parts = _parted(sheet, depth, title.depth)
    matter: list[Float] = []
    for number, strips in enumerate(parts):
        above = sheet.above if not number else title._replace(items=tuple(p._replace(order=-1) for p in title.items))
        rows = [*sheet.drawing.drawn(_from(heads, above.depth), is_again=bool(number))]
        rows += sheet.drawing.drawn(_from(strips, above.depth + sheet.laid.head))
        foot = above.depth + sheet.laid.head + sum(strip.depth for strip in strips)
        below = sheet.below if number == len(parts) - 1 else Texts()
        rows += sheet.drawing.parting(foot) if number < len(parts) - 1 else ()
        items = (*above.at(0, 0), *moved(rows, sheet.left, 0), *below.at(0, foot))
        matter.append(_turned_float(sheet, items, foot + below.depth, number))
    if len(parts) == 1 and foot + below.depth > depth:
        sheet.setting.findings.add(sheet.table.span, "table-too-deep", lines=area.lines)
    return tuple(matter)


def _parted(sheet: Sheet, depth: Mpt, again: Mpt) -> list[list[Strip]]:
    """The rows below the head, page by page: as many as a page holds."""
    parts: list[list[Strip]] = [[]]
    used = sheet.above.depth + sheet.laid.head
    atoms = atoms_of(sheet.laid, depth - again - sheet.laid.head)
    for number, atom in enumerate(atoms):
        own = sum(strip.depth for strip in atom)
        last = sheet.below.depth if number == len(atoms) - 1 else 0
        if parts[-1] and used + own + last > depth:
            parts.append([])
            used = again + sheet.laid.head
        parts[-1] += atom
        used += own
    return parts


def _from(strips: Sequence[Strip], top: Mpt) -> list[Strip]:
    """Rows one below the other from a top on."""
    placed: list[Strip] = []
    for strip in strips:
        placed.append(strip._replace(top=top))
        top += strip.depth
    return placed


def _turned_float(sheet: Sheet, items: Iterable[Placed], depth: Mpt, number: int) -> Float:
    """A page of a turned table, in the middle of the type area."""
    area, room, span = sheet.setting.sheet.page.area, sheet.fit.room, sheet.table.span
    whole = sheet.setting.across(0).measure if room.within > 1 else sheet.setting.measure
    right, down = max(whole - depth, 0) // 2, (area.height - room.measure) // 2
    turned = tuple(
        placed._replace(x=placed.y + right, y=room.measure - placed.x + down, is_turned=True) for placed in items
    )

    def cast_at(_: Where) -> Slug:
        return Slug(area.lines, turned, span)

    key = str(span) if not number else f"{span}+{number}"
    words = words_of(sheet.table) if not number else ()
    on = sheet.table.wish.on if not number else ""
    return Float(
        key, area.lines, cast_at, span, room.columns, room.within, ("page",), on,
        () if number else sheet.calls, words, ("page",) if words else (),
    )  # fmt: skip
