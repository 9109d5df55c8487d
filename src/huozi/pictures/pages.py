"""Pages of PDF files as pictures: what they are, and the page made a drawing in inks.

Loaded where an issue has such a picture, with pikepdf, which ``huozi[figures]`` brings.
"""

from __future__ import annotations

from huozi.diagnostics import Findings, Span
from huozi.geometry import Size
from huozi.pictures.model import PictureFacts, Vector
from huozi.pictures.tones import Printing, Tones


def page_facts(path: str, page: int, span: Span, findings: Findings) -> PictureFacts | None:
    """What a page of a PDF is (``page`` from 1): its size as it is looked at, its trim and bleed, the file's pages.

    Findings: ``figures-extra-missing``, ``pdf-…`` where it cannot be used; notes on what of it is not printed.
    """
    if not _has_extra(span, findings):
        return None
    from huozi.pictures.pdf import DAMAGE, NotRead, asides_of, boxes_of, opened, page_of, upright

    try:
        with opened(path) as pdf:
            held = page_of(pdf, page)
            (width, height), trim, bleed = upright(boxes_of(held))
            asides = asides_of(pdf, held)
            count = len(pdf.pages)
    except NotRead as error:
        findings.add(span, error.rule, **error.named)
        return None
    except DAMAGE:
        findings.add(span, "pdf-damaged")
        return None
    if asides.comments:
        findings.add(span, "pdf-comments", page=page, count=asides.comments)
    if asides.has_programs:
        findings.add(span, "pdf-programs")
    if asides.has_hidden_layers:
        findings.add(span, "pdf-hidden-layers")
    return PictureFacts("pdf", width, height, Size(width, height), pages=count, trim=trim, bleed=bleed)


def page_vector(
    path: str, page: int, is_black: bool, printing: Printing, span: Span, findings: Findings
) -> Vector | None:
    """A page of a PDF as a form in inks: ``printing`` gives those of colours, ``is_black`` black alone.

    Findings: those of :func:`page_facts`, ``vector-…`` for what in it cannot be printed.
    """
    if not _has_extra(span, findings):
        return None
    from huozi.pictures.copying import TooMuch
    from huozi.pictures.drawing import drawing_of
    from huozi.pictures.pdf import DAMAGE, NotRead, boxes_of, opened, page_of, sheet_of, upright

    try:
        with opened(path) as pdf:
            held = page_of(pdf, page)
            boxes = boxes_of(held)
            form = pdf.make_stream(b"")
            drawing = drawing_of(sheet_of(held, boxes), form, Tones(printing, is_black), span, findings)
            width, height = upright(boxes)[0]
    except NotRead as error:
        findings.add(span, error.rule, **error.named)
        return None
    except TooMuch as error:
        findings.add(span, f"vector-too-much-{error.what}", most=error.most)
        return None
    except DAMAGE:
        findings.add(span, "pdf-damaged")
        return None
    if drawing.is_transparent:
        findings.add(span, "vector-transparent")
    return Vector(Size(width, height), drawing.pieces, drawing.is_coloured)


def _has_extra(span: Span, findings: Findings) -> bool:
    """Whether the programs for vectors are installed; if not, that is a finding."""
    from importlib.util import find_spec

    if find_spec("pikepdf") is None:
        findings.add(span, "figures-extra-missing")
        return False
    return True
