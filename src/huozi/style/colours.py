"""Inks of a layout: colours by name, made process colours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from huozi.diagnostics import Findings, Span
from huozi.display import BLACK, Ink
from huozi.geometry import PT, Mpt
from huozi.style.cascade import RawElement, Values
from huozi.style.contrast import WHITE, is_fraction, reads_well
from huozi.style.lengths import show_length
from huozi.style.readers import Paint
from huozi.style.text_style import ParagraphStyle
from huozi.style.tints import tinted

GREY = re.compile(r"k(\d{1,3})")

SMALLEST_COLOUR: Mpt = 24 * PT
"""Below this size, text in several inks shows every slip of the register (print.md, preflight 25)."""


def ink_of(values: Values, path: str, findings: Findings) -> Ink:
    """The ink that a path names: ``k0`` to ``k100``, ``white``, or one of ``colour.inks``; a tint thins it.

    Full black alone overprints, nothing else does (print.md, preflight 22 to 24).
    """
    return ink_of_paint(values, values.paint(path), path, findings)


def section_inks(values: Values, findings: Findings) -> tuple[Ink, ...]:
    """The colours of sections, in turn; none where the layout gives none."""
    path = "sections.colours"
    return tuple(ink_of_paint(values, paint, path, findings) for paint in values.paints(path))


def ink_of_paint(values: Values, paint: Paint, path: str, findings: Findings) -> Ink:
    """The ink of a colour as it is written at a path; finding: ``colour-unknown``."""
    full = full_ink(values, paint)
    if full is None:
        known = ("k100", "white", *values.names("colour.inks"))
        from huozi.slips.key_names import suggested  # a mistake alone pays for it

        findings.add(
            values.place(path), "colour-unknown", key=path, colour=paint.ink, known=suggested(paint.ink, known)
        )
        return BLACK
    return tinted(full, paint.tint)


SECTION = "section"
"""The colour of the section in force, where elements of pages and pieces of openings name it."""

COLOURED = ("box", "rule", "frame", "circle", "band")
"""Elements that may have it."""


def of_section(raw: RawElement, values: Values, findings: Findings) -> tuple[RawElement, int]:
    """An element and how much of its section's ink it has, in per cent; 0 where it has an ink of its own.

    One that has is black until its section is known. Finding: ``section-colours-missing``.
    """
    if raw.kind not in COLOURED or values.has(f"colour.inks.{SECTION}"):
        return raw, 0
    paint = raw.values.paint("colour")
    if paint.ink != SECTION:
        return raw, 0
    if not values.has("sections.colours"):
        findings.add(raw.values.place("colour"), "section-colours-missing")
    black = raw.values.layer["colour"]._replace(value=paint._replace(ink="k100"))
    return raw._replace(values=Values(raw.values.layer | {"colour": black}, raw.values.rows, raw.span)), paint.tint


def full_ink(values: Values, paint: Paint) -> Ink | None:
    """The ink that a colour names, at full strength; ``None`` where there is no such name."""
    own = f"colour.inks.{paint.ink}"
    if values.has(own):
        return values.inks(own)
    if paint.ink == "white":
        return WHITE
    grey = GREY.fullmatch(paint.ink)
    return Ink(0, 0, 0, int(grey[1]) * 10) if grey and int(grey[1]) <= 100 else None


def check_inks(values: Values, findings: Findings) -> None:
    """Report inks that lay more colour on the paper than it takes (print.md, preflight 34)."""
    most = values.integer("colour.ink_limit")
    for name in values.names("colour.inks"):
        path = f"colour.inks.{name}"
        ink = values.inks(path)
        total = sum(ink[:4])
        if is_fraction(ink):
            findings.add(values.place(path), "ink-fraction", colour=name)
        if total > most * 10:
            findings.add(values.place(path), "colour-too-much-ink", colour=name, total=total // 10, most=most)


def check_too_light(values: Values, styles: Iterable[ParagraphStyle], findings: Findings) -> None:
    """Report styles whose text can hardly be seen on bare paper, once for each place where a colour is given."""
    told: set[Span] = set()
    for style in styles:
        if not reads_well(style.ink, WHITE, style.size):
            place = _colour_place(values, style.name)
            if place not in told:
                findings.add(place, "type-too-light", style=style.name)
            told.add(place)


def _colour_place(values: Values, style: str, *others: str) -> Span:
    """Where the colour of a style can be changed: at the style, at the body's, at the ink that it names."""
    own, body = f"styles.{style}.colour", "styles.body.colour"
    given = next((path for path in (own, body) if values.has(path)), "colour.text")
    ink = f"colour.inks.{values.paint(given).ink}"
    return values.blame(given, *others, ink)


def check_small_colour(values: Values, styles: Iterable[ParagraphStyle], findings: Findings) -> None:
    """Report styles that set small text in several inks, once for each place where a colour or a size is given."""
    told: set[Span] = set()
    for style in styles:
        if style.size < SMALLEST_COLOUR and sum(part > 0 for part in style.ink[:4]) > 1:
            place = _colour_place(values, style.name, f"styles.{style.name}.size")
            if place in told:
                continue
            told.add(place)
            findings.add(place, "colour-small-text", style=style.name, least=show_length(SMALLEST_COLOUR))
