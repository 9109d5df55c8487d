"""SVG drawings: what they are, and the drawing in inks as typst draws it.

The file is read through first (``svg_reading``), so that typst is handed nothing that leads out of it or has no end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from huozi.diagnostics import Findings, Span
from huozi.geometry import PT, Size
from huozi.pictures.model import PictureFacts, Vector
from huozi.pictures.svg_reading import Refused, SvgFacts, read_svg
from huozi.pictures.tones import Printing, Tones
from huozi.records import NamedTuple
from huozi.sfnt import SUFFIXES


class SvgHouse(NamedTuple):
    """What drawings are drawn with: the folders of the house's fonts, and the press."""

    fonts: tuple[str, ...]
    printing: Printing


def svg_facts(data: bytes, span: Span, findings: Findings) -> PictureFacts | None:
    """What an SVG is, by its own words, without anything being drawn.

    Findings: ``svg-…`` where it cannot be used, and for what of it is not printed (scripts, what moves).
    """
    read = _read(data, span, findings)
    if read is None:
        return None
    for is_there, rule in (
        (read.has_scripts, "svg-scripts"),
        (read.has_moving, "svg-moving"),
        (read.has_foreign, "svg-html"),
        (read.lacks_size, "svg-size-unsaid"),
    ):
        if is_there:
            findings.add(span, rule)
    size = _size(read)
    return PictureFacts("svg", size.width, size.height, size)


def _read(data: bytes, span: Span, findings: Findings) -> SvgFacts | None:
    try:
        return read_svg(data)
    except Refused as error:
        findings.add(span, error.rule, **error.named)
        return None


def _size(read: SvgFacts) -> Size:
    return Size(round(read.width * PT), round(read.height * PT))


MAIN = """#set page(width: {width:.3f}pt, height: {height:.3f}pt, margin: 0pt)
#image("drawing.svg", width: {width:.3f}pt, height: {height:.3f}pt, fit: "stretch")"""


def svg_vector(data: bytes, house: SvgHouse, is_black: bool, span: Span, findings: Findings) -> Vector | None:
    """An SVG as a form in inks, ``is_black`` in black alone.

    Findings: those of :func:`svg_facts`, ``figures-extra-missing``, ``svg-font-unknown`` (another font stands in),
    ``svg-not-drawn``, ``vector-…`` for what in it cannot be printed.
    """
    read = _read(data, span, findings)
    if read is None or not _has_extra(span, findings):
        return None
    fonts = _fonts(house.fonts, _state(house.fonts))
    known = {family.lower() for family in fonts.families()}
    for family in read.families:
        if family.lower() not in known:
            findings.add(span, "svg-font-unknown", family=family)
    page = _drawn(read, fonts, span, findings)
    return None if page is None else _inked(page, read, Tones(house.printing, is_black), span, findings)


def _drawn(read: SvgFacts, fonts: Any, span: Span, findings: Findings) -> bytes | None:
    """The drawing as typst's page of a PDF; it is handed the two files that it may read and no others."""
    import typst

    from huozi.pictures.svg_fonts import with_stand_ins

    drawing = with_stand_ins(read.text, fonts.families())
    sources = {"main.typ": MAIN.format(width=read.width, height=read.height).encode(), "drawing.svg": drawing}
    try:
        page: bytes = typst.compile(sources, font_paths=fonts, timestamp=0, pdf_standards="1.7", pdf_tags=False)
    except typst.TypstError as error:
        findings.add(span, "svg-not-drawn", reason=str(error.message).splitlines()[0][:200])
        return None
    return page


def _inked(page: bytes, read: SvgFacts, tones: Tones, span: Span, findings: Findings) -> Vector | None:
    from huozi.pictures.copying import TooMuch
    from huozi.pictures.drawing import drawing_of
    from huozi.pictures.pdf import NotRead, boxes_of, opened, page_of, sheet_of

    try:
        with opened(page) as pdf:
            held = page_of(pdf, 1)
            sheet = sheet_of(held, boxes_of(held))
            drawing = drawing_of(sheet, pdf.make_stream(b""), tones, span, findings)
    except NotRead as error:
        findings.add(span, error.rule, **error.named)
        return None
    except TooMuch as error:
        findings.add(span, f"vector-too-much-{error.what}", most=error.most)
        return None
    if drawing.is_transparent:
        findings.add(span, "vector-transparent")
    return Vector(_size(read), drawing.pieces, drawing.is_coloured)


def _has_extra(span: Span, findings: Findings) -> bool:
    """Whether the programs for vectors are installed; if not, that is a finding."""
    from importlib.util import find_spec

    if any(find_spec(name) is None for name in ("typst", "pikepdf")):
        findings.add(span, "figures-extra-missing")
        return False
    return True


@lru_cache(maxsize=2)
def _fonts(folders: tuple[str, ...], _: tuple[tuple[str, int, int], ...]) -> Any:
    """The house's fonts as typst knows them, and no others: what looks the same everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))


def _state(folders: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """The font files there are, with what tells that one has changed."""
    return tuple(sorted(_files(folders)))


def _files(folders: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    for folder in folders:
        if os.path.isdir(folder):
            for entry in os.scandir(folder):
                if entry.name.lower().endswith(SUFFIXES) and entry.is_file():
                    facts = entry.stat()
                    yield entry.path, facts.st_size, facts.st_mtime_ns
