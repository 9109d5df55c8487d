"""What a file must hold and may hold by what it is for: a row each, which writers read.

PDF/X-4 (ISO 15930-7) is what printers ask for, PDF/A-2u (ISO 19005-2) what libraries keep; a print file is both. A
proof is neither: comments are drawn so that what lies below shines through, and are not printed.
"""

from __future__ import annotations

from huozi.display import StandardName
from huozi.records import NamedTuple


class Standard(NamedTuple):
    """What the files of one purpose differ in from those of another.

    ``pdfx`` is the version of PDF/X that a file names, empty for none; ``pdfa``: it names PDF/A-2u. ``intents`` are the
    kinds of its output intents, for PDF/X and PDF/A each ask for one of their own. ``bleed``: its pages reach beyond
    the trim. ``links``: it has active ones, which PDF/X keeps off the printed area (ISO 15930-7, 6.17). ``comments``:
    it has those of its pages. ``facing``: a viewer shows two of them side by side. ``despite_errors``: it is written
    whatever was found; else an error keeps it from being written.
    """

    pdfx: str
    intents: tuple[str, ...]
    bleed: bool
    links: bool
    despite_errors: bool
    pdfa: bool = True
    comments: bool = False
    facing: bool = True


STANDARDS: dict[StandardName, Standard] = {
    "print": Standard("PDF/X-4", ("GTS_PDFX", "GTS_PDFA1"), bleed=True, links=False, despite_errors=False),
    "screen": Standard("", ("GTS_PDFA1",), bleed=False, links=True, despite_errors=True),
    "proof": Standard("", (), bleed=False, links=True, despite_errors=True, pdfa=False, comments=True, facing=False),
}
"""The standards by what a file is for."""

PROFILES: tuple[StandardName, ...] = ("print", "screen")
"""Those that a build makes (``--profile``)."""
