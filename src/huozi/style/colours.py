"""Inks of a layout: colours by name, made process colours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from huozi.diagnostics import Findings
from huozi.display import BLACK, Ink
from huozi.geometry import PT, Mpt
from huozi.style.cascade import Values, nearest
from huozi.style.kinds import Paint
from huozi.style.lengths import divide, show_length
from huozi.style.model import ParagraphStyle

GREY = re.compile(r"k(\d{1,3})")

WHITE = Ink(0, 0, 0, 0)
"""Paper: no ink, and never overprinting."""

MOST_INK = 3000
"""Total ink, in thousandths of one, above which a printer complains (print.md, preflight 34: 300 %)."""

SMALLEST_COLOUR: Mpt = 24 * PT
"""Below this size, text in several inks shows every slip of the register (print.md, preflight 25)."""


def ink_of(values: Values, path: str, findings: Findings) -> Ink:
    """The ink that a path names: ``k0`` to ``k100``, ``white``, or one of ``colour.inks``; a tint thins it.

    Full black alone overprints, nothing else does (print.md, preflight 22 to 24).
    """
    paint = values.paint(path)
    full = full_ink(values, paint)
    if full is None:
        known = ("k100", "white", *values.names("colour.inks"))
        findings.add(values.place(path), "colour-unknown", key=path, colour=paint.ink, known=nearest(paint.ink, known))
        return BLACK
    cyan, magenta, yellow, black = (divide(part * paint.tint, 100) for part in full[:4])
    return Ink(cyan, magenta, yellow, black, overprint=(cyan, magenta, yellow, black) == BLACK[:4])


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
    """Report inks that lay more colour on the paper than it takes."""
    for name in values.names("colour.inks"):
        path = f"colour.inks.{name}"
        total = sum(values.inks(path)[:4])
        if total > MOST_INK:
            findings.add(values.place(path), "colour-too-much-ink", colour=name, total=total // 10, most=MOST_INK // 10)


def check_small_colour(values: Values, styles: Iterable[ParagraphStyle], findings: Findings) -> None:
    """Report styles that set small text in several inks."""
    for style in styles:
        if style.size < SMALLEST_COLOUR and sum(part > 0 for part in style.ink[:4]) > 1:
            place = values.place(f"styles.{style.name}.colour")
            findings.add(place, "colour-small-text", style=style.name, least=show_length(SMALLEST_COLOUR))
