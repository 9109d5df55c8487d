"""Pages of a layout, resolved: the type area and where it stands, contents, make-up."""

from __future__ import annotations

from typing import Literal, cast

from huozi.diagnostics import Findings
from huozi.geometry import Insets, Mpt, mm
from huozi.records import NamedTuple
from huozi.style.cascade import Values
from huozi.style.figures import Across, CaptionTurn, CreditAt, FiguresStyle, FloatPlace
from huozi.style.keys.fields import FACT_FIELDS, JOURNAL_KINDS
from huozi.style.lengths import show_mm
from huozi.style.make_up import MakeUpStyle
from huozi.style.model import (
    Contact,
    Journal,
    PageTemplate,
    Stylesheet,
    TypeArea,
)
from huozi.style.notes import Marks, NotesPlace, NotesStyle
from huozi.style.notes import Numbering as NotesNumbering
from huozi.style.references import Numbering, ReferenceStyle

SAFE: Mpt = mm(3)
"""How far inside the trim all text must stand (print.md, preflight 9)."""

SLACK: Mpt = mm(0.1)
"""How far lengths written in millimetres may miss an edge that they mean."""

ABOVE = 45
"""The share of the free height that stands above the type area, in per cent: a little above the centre."""


GEOMETRY = (
    "page.type_area.characters", "page.type_area.lines", "page.trim", "page.type_area.columns", "page.type_area.gap",
    "page.margins.inner", "page.margins.top", "page.margins.outer", "page.margins.bottom",
    "styles.body.size", "styles.body.leading",
)  # fmt: skip
"""What the type area and its place on the page follow from."""


def resolve_journal(values: Values) -> Journal:
    """The journal's identity."""
    lines = tuple(" ".join(line.split("\n")) for line in values.texts("journal.contact.lines"))
    return Journal(
        one_line(values, "journal.name"),
        one_line(values, "journal.name_en"),
        one_line(values, "journal.organiser"),
        JOURNAL_KINDS[values.text("journal.kind")],
        one_line(values, "journal.document_title"),
        Contact(one_line(values, "journal.contact.heading"), lines),
        tuple((key, text) for key in FACT_FIELDS[1:] if (text := values.text(f"journal.{key}"))),
    )


def one_line(values: Values, path: str) -> str:
    """A text that is set in a line, its own line ends made spaces."""
    return " ".join(values.text(path).split("\n"))


def resolve_page(values: Values, size: Mpt, leading: Mpt, findings: Findings) -> PageTemplate:
    """The page and its type area; a type area too large for the trim is a finding."""
    trim = values.trim("page.trim")
    area = resolve_type_area(values, size, leading)
    free_width, free_height = trim.width - area.width, trim.height - area.height
    across = Margins("page.margins.inner", "page.margins.outer", free_width, free_width // 2)
    down = Margins("page.margins.top", "page.margins.bottom", free_height, free_height * ABOVE // 100)
    left, top = (placed(values, pair, (size, leading), findings) for pair in (across, down))
    margins = Insets(top, free_width - left, free_height - top, left)
    place = values.blame(*GEOMETRY)
    if free_width < 0 or free_height < 0:
        findings.add(
            place, "type-area-too-large",
            width=show_mm(area.width), height=show_mm(area.height),
            trim_width=show_mm(trim.width), trim_height=show_mm(trim.height),
        )  # fmt: skip
    elif min(margins) < SAFE:
        given = [path for path in GEOMETRY if path.startswith("page.margins.") and values.has(path)]
        place = values.blame(*given, *GEOMETRY)
        rule = "type-area-unsafe" if min(margins) >= 0 else "type-area-outside"
        findings.add(place, rule, least=show_mm(abs(min(margins))), safe=show_mm(SAFE))
    paper, cover_paper = (
        value._replace(numerator=value.numerator * 1000).resolve(em=size, line=leading)
        for value in (values.length("page.paper"), values.length("page.cover_paper"))
    )
    return PageTemplate(
        trim=trim,
        bleed=absolute(values, "page.bleed", size, leading),
        binding=values.text("page.binding"),
        margins=margins,
        area=area,
        spine=absolute(values, "page.spine", size, leading) if values.has("page.spine") else None,
        paper=paper,
        cover_paper=cover_paper,
    )


def resolve_type_area(values: Values, size: Mpt, leading: Mpt) -> TypeArea:
    """The type area: characters × lines, or as many as fit the lengths given."""
    across, down = values.measure("page.type_area.characters"), values.measure("page.type_area.lines")
    characters, lines = across.number, down.number
    if not characters:
        characters = max(1, across.length.resolve(em=size, line=leading) // size)
    if not lines:
        lines = max(1, (down.length.resolve(em=size, line=leading) - size) // leading + 1)
    gap = absolute(values, "page.type_area.gap", size, leading)
    return TypeArea(characters, lines, values.integer("page.type_area.columns"), gap, size, leading)


def absolute(values: Values, path: str, size: Mpt, leading: Mpt) -> Mpt:
    """A length of the page: 字 and 行 are the body's."""
    return values.length(path).resolve(em=size, line=leading)


class Margins(NamedTuple):
    """Two margins that face each other: their keys, what the type area leaves them both, what the first has by rule."""

    one: str
    other: str
    free: Mpt
    usual: Mpt


def placed(values: Values, pair: Margins, units: tuple[Mpt, Mpt], findings: Findings) -> Mpt:
    """The first margin of a pair: as the layout gives it, or what the second leaves of the free length.

    Of two that are given, that of the later layer counts; in one layer the first, and where they do not add up that is
    a finding: ``margins-contradict``.
    """
    size, leading = units
    given = [path for path in (pair.one, pair.other) if values.has(path)]
    if not given:
        return pair.usual
    places = {values.place(path): path for path in reversed(given)}
    first = places[values.latest([values.place(path) for path in given])]
    found = {path: absolute(values, path, size, leading) for path in given}
    if len(given) > 1 and len({place.file for place in places}) == 1 and abs(sum(found.values()) - pair.free) > SLACK:
        shown = {"sum": show_mm(sum(found.values())), "free": show_mm(pair.free)}
        findings.add(values.place(pair.other), "margins-contradict", one=pair.one, other=pair.other, **shown)
    return found[first] if first == pair.one else pair.free - found[first]


def resolve_figures(values: Values, size: Mpt, leading: Mpt) -> FiguresStyle:
    """How figures are set."""
    return FiguresStyle(
        places=cast("tuple[FloatPlace, ...]", values.texts("figures.places")) or FiguresStyle().places,
        span=cast("Across", values.text("figures.span")),
        height=values.integer("figures.height"),
        large=values.integer("figures.large"),
        least_scale=values.integer("figures.least_scale"),
        space=absolute(values, "figures.space", size, leading),
        gap=absolute(values, "figures.gap", size, leading),
        row=values.integer("figures.row"),
        caption_space=absolute(values, "figures.caption_space", size, leading),
        caption_turn=cast("CaptionTurn", values.text("figures.caption_turn")),
        credit=cast("CreditAt", values.text("figures.credit")),
        beside=cast('Literal["left", "right"]', values.text("figures.beside")),
        beside_gap=absolute(values, "figures.beside_gap", size, leading),
        needs_alt=values.text("figures.alt") == "required",
    )


def check_lines(values: Values, sheet: Stylesheet, findings: Findings) -> None:
    """Report lines asked for that no page has. Findings: ``room-too-large``, ``least-too-large``."""
    lines, opening, make_up = sheet.page.area.lines, sheet.opening, sheet.make_up
    if opening.room > lines and opening.article_start in ("run-on", "column"):
        place = values.blame("articles.room", "page.type_area.lines")
        findings.add(place, "room-too-large", room=opening.room, lines=lines)
    if make_up.least > lines and make_up.balance:
        place = values.blame("make_up.columns.least", "page.type_area.lines")
        findings.add(place, "least-too-large", least=make_up.least, lines=lines)


def resolve_make_up(values: Values, size: Mpt, leading: Mpt, findings: Findings) -> MakeUpStyle:
    """How pages are made up. Finding: ``pages-contradict``."""
    multiple, exactly = "make_up.pages.multiple", "make_up.pages.exactly"
    style = MakeUpStyle(
        stretch=cast("int | None", values.value("make_up.stretch")),
        pull_in=values.truth("make_up.pull_in"),
        blanks=cast(Literal["end", "section"], values.text("make_up.blanks")),
        balance=values.truth("make_up.columns.balance"),
        least=values.integer("make_up.columns.least"),
        rule=absolute(values, "make_up.columns.rule", size, leading),
        multiple=values.integer(multiple),
        exactly=values.integer(exactly),
    )
    if style.multiple and style.exactly % style.multiple:
        place = values.blame(exactly, multiple)
        findings.add(place, "pages-contradict", multiple=style.multiple, exactly=style.exactly)
    return style


def resolve_references(values: Values) -> ReferenceStyle:
    """What a layout says of numbers and references."""
    texts = ("lead", "figure", "table", "section", "numbered", "article", "page", "both", "issue")
    return ReferenceStyle(
        cast(Numbering, values.text("figures.numbering")),
        cast(Numbering, values.text("tables.numbering")),
        values.text("figures.label"),
        values.text("tables.label"),
        *(values.text(f"references.{name}") for name in texts),
    )


def resolve_notes(values: Values, size: Mpt, leading: Mpt) -> NotesStyle:
    """How notes are called, numbered and set; 字 and 行 are the body's."""
    return NotesStyle(
        place=cast(NotesPlace, values.text("notes.place")),
        numbering=cast(NotesNumbering, values.text("notes.numbering")),
        marks=cast(Marks, values.text("notes.marks")),
        length=values.integer("notes.rule.length"),
        thickness=absolute(values, "notes.rule.thickness", size, leading),
        above=absolute(values, "notes.rule.above", size, leading),
        below=absolute(values, "notes.rule.below", size, leading),
    )
