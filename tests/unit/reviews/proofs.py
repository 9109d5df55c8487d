"""Small proofs, and comments put on them by three libraries: what annotations say is data here, the same for each."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pypdf
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, FloatObject, NameObject, NumberObject
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

SIZE = 12
FILES = ["articles/01-hedeng.md", "articles/02-qiaodun.md"]


class Line(NamedTuple):
    """A line of a proof: its page of the PDF, its page's label, column and number; where it stands; its source."""

    sheet: int
    label: str
    column: int
    number: int
    x: float
    y: float
    text: str
    file: int
    line: int
    col: int


LINES = (
    Line(1, "4", 1, 1, 100, 700, "河灯顺流而下", 0, 5, 1),
    Line(1, "4", 1, 2, 100, 680, "守桥的的老人数着灯影", 0, 7, 1),
    Line(1, "4", 1, 3, 100, 660, "记下水位和 river level", 0, 7, 11),
    Line(1, "4", 1, 4, 100, 640, "marks 又过三天", 0, 7, 29),
    # a spread: two pages on one sheet, the first in two columns
    Line(2, "5", 1, 1, 60, 700, "左栏起头的一行", 1, 3, 1),
    Line(2, "5", 1, 2, 60, 680, "左栏末尾的一行", 1, 3, 8),
    Line(2, "5", 2, 1, 200, 700, "右栏起头的一行", 1, 5, 1),
    Line(2, "5", 2, 2, 200, 680, "右栏末尾的一行", 1, 5, 8),
    Line(2, "6", 1, 1, 400, 700, "另一页上的石桥", 1, 9, 1),
    Line(2, "6", 1, 2, 400, 680, "另一页上的桥墩", 1, 11, 1),
)
SHEETS = 3
BOX = (0, 0, 600, 800)


def line_at(label: str, number: int, column: int = 1) -> Line:
    return next(line for line in LINES if (line.label, line.column, line.number) == (label, column, number))


def advance(text: str) -> float:
    """The width of a text: hanzi are one em wide, of the other characters the font knows."""
    return float(pdfmetrics.stringWidth(text, "STSong-Light", SIZE))


def box_of(label: str, number: int, words: str, column: int = 1) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of words on a line."""
    line = line_at(label, number, column)
    left = line.x + advance(line.text[: line.text.index(words)])
    return left, line.y - 3, left + advance(words), line.y + 9


def map_json() -> dict[str, Any]:
    """The map as a proof carries it."""
    pages: dict[tuple[int, str], list[list[object]]] = {}
    for line in LINES:
        row = [line.x, line.y - 3, line.x + advance(line.text), line.y + 9, line.column, line.number]
        pages.setdefault((line.sheet, line.label), []).append([*row, line.file, line.line, line.col])
    return {
        "version": 1,
        "journal": "hedeng",
        "year": 2030,
        "issue": "3",
        "title": "河灯 2030 年第 3 期",
        "round": "二校",
        "revision": "1a2b3c4",
        "files": FILES,
        "pages": [{"sheet": s, "label": label, "folio": label, "lines": rows} for (s, label), rows in pages.items()],
    }


# ------------------------------------------------------------------ what annotations say


class N(NamedTuple):
    """A name."""

    name: str


class R(NamedTuple):
    """A reference to another annotation, by its place among them."""

    to: int


class Note(NamedTuple):
    """An annotation: its page of the PDF and its dictionary; texts are bytes."""

    sheet: int
    body: dict[str, Any]


def utf16(text: str) -> bytes:
    return b"\xfe\xff" + text.encode("utf-16-be")


def annotation(sheet: int, subtype: str, rect: Sequence[float], **more: Any) -> Note:
    """An annotation; ``more`` are its other keys."""
    return Note(sheet, {"Type": N("Annot"), "Subtype": N(subtype), "Rect": list(rect), **more})


def note(label: str, number: int, text: str = "", **more: Any) -> Note:
    """A text note whose sign stands on a line's first character."""
    line = line_at(label, number)
    rect = (line.x, line.y - 6, line.x + 20, line.y + 14)
    return annotation(line.sheet, "Text", rect, Contents=utf16(text), **more)


Z_ORDER, SPEC_ORDER, FROM_BELOW = (0, 1, 3, 2), (3, 2, 1, 0), (3, 2, 0, 1)
"""In which order programs write the corners top left, top right, bottom right, bottom left."""


def quad(box: Sequence[float], order: Sequence[int] = Z_ORDER) -> list[float]:
    """The corners of a box in an order."""
    left, bottom, right, top = box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return [edge for at in order for edge in corners[at]]


def mark(subtype: str, label: str, number: int, words: str, column: int = 1, **more: Any) -> Note:
    """A mark on words."""
    box = box_of(label, number, words, column)
    more.setdefault("QuadPoints", quad(box))
    return annotation(line_at(label, number, column).sheet, subtype, box, **more)


# ------------------------------------------------------------------ three libraries


def pages(notes: Sequence[Note] = ()) -> bytes:
    """The pages of a proof, with annotations, all written by reportlab."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=BOX[2:], invariant=True)
    document: Any = canvas._doc  # type: ignore[attr-defined]
    names = [f"note{at}" for at in range(len(notes))]
    for sheet in range(SHEETS):
        rows: Any = canvas._annotationrefs  # type: ignore[attr-defined]
        canvas.setFont("STSong-Light", SIZE)
        for line in LINES:
            if line.sheet == sheet:
                canvas.drawString(line.x, line.y, line.text)
        for name, item in zip(names, notes, strict=True):
            if item.sheet == sheet:
                document.Reference(_Literal(item.body, names), name)
                rows.append(pdfdoc.PDFObjectReference(name))
        canvas.showPage()
    canvas.save()
    return written.getvalue()


class _Literal(pdfdoc.PDFObject):
    """An object written as its text says."""

    __PDFObject__ = True

    def __init__(self, body: dict[str, Any], names: Sequence[str]) -> None:
        self._body, self._names = body, names

    def format(self, document: Any) -> bytes:
        return _literal(self._body, lambda at: _reference(document, self._names[at])).encode("latin-1")


def _reference(document: Any, name: str) -> str:
    made = pdfdoc.PDFObjectReference(name).format(document)
    return made.decode("latin-1") if isinstance(made, bytes) else str(made)


def _literal(value: Any, reference: Callable[[int], str]) -> str:
    match value:
        case N(name):
            return f"/{name}"
        case R(to):
            return reference(to)
        case bytes():
            return f"<{value.hex()}>"
        case dict():
            return f"<< {' '.join(f'/{key} {_literal(item, reference)}' for key, item in value.items())} >>"
        case list():
            return f"[{' '.join(_literal(item, reference) for item in value)}]"
    return str(value)


def by_reportlab(notes: Sequence[Note]) -> bytes:
    return pages(notes)


def by_pikepdf(notes: Sequence[Note]) -> bytes:
    pdf = pikepdf.open(BytesIO(pages()))
    made = [pdf.make_indirect(pikepdf.Dictionary()) for _ in notes]

    def of(value: Any) -> Any:
        match value:
            case N(name):
                return pikepdf.Name(f"/{name}")
            case R(to):
                return made[to]
            case bytes():
                return pikepdf.String(value)
            case dict():
                return pikepdf.Dictionary({f"/{key}": of(item) for key, item in value.items()})
            case list():
                return pikepdf.Array([of(item) for item in value])
        return value

    for empty, item in zip(made, notes, strict=True):
        for key, value in item.body.items():
            empty[f"/{key}"] = of(value)
    for sheet in {item.sheet for item in notes}:
        rows = [empty for empty, item in zip(made, notes, strict=True) if item.sheet == sheet]
        pdf.pages[sheet].obj["/Annots"] = pikepdf.Array(rows)
    written = BytesIO()
    pdf.save(written, deterministic_id=True)
    return written.getvalue()


def by_pypdf(notes: Sequence[Note]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pages()))
    made = [writer._add_object(DictionaryObject()) for _ in notes]

    def of(value: Any) -> Any:
        match value:
            case N(name):
                return NameObject(f"/{name}")
            case R(to):
                return made[to]
            case bytes():
                return ByteStringObject(value)
            case dict():
                return DictionaryObject({NameObject(f"/{key}"): of(item) for key, item in value.items()})
            case list():
                return ArrayObject([of(item) for item in value])
        return FloatObject(value) if isinstance(value, float) else NumberObject(value)

    for reference, item in zip(made, notes, strict=True):
        body: Any = reference.get_object()
        body.update({NameObject(f"/{key}"): of(value) for key, value in item.body.items()})
        page = writer.pages[item.sheet]
        rows: Any = page.get("/Annots", ArrayObject())
        page[NameObject("/Annots")] = ArrayObject([*rows, reference])
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


LIBRARIES: dict[str, Callable[[Sequence[Note]], bytes]] = {
    "pikepdf": by_pikepdf,
    "pypdf": by_pypdf,
    "reportlab": by_reportlab,
}


def with_map(pdf: bytes, proof_map: object = None, **save: Any) -> bytes:
    """A PDF with a map in its catalog: the proof's own, or what a test puts in its place (bytes: as they are)."""
    whole = map_json() if proof_map is None else proof_map
    data = whole if isinstance(whole, bytes) else json.dumps(whole, ensure_ascii=False).encode()
    opened = pikepdf.open(BytesIO(pdf))
    stream = opened.make_stream(b"")
    stream.write(zlib.compress(data), filter=pikepdf.Name("/FlateDecode"))
    held = pikepdf.Dictionary(LastModified=pikepdf.String("D:20300331"), Private=stream)
    opened.Root.PieceInfo = pikepdf.Dictionary(Huozi=held)
    written = BytesIO()
    opened.save(written, **save)
    return written.getvalue()


def proof(*notes: Note) -> bytes:
    """A proof with its map and annotations that pikepdf has put on it."""
    return with_map(by_pikepdf(notes))
