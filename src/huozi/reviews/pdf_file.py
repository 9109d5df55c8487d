"""A reviewed PDF read: its annotations and the map it carries. With the weights of its pages it alone knows pikepdf.

The file is a stranger's: whatever it says may be of another type, missing, a circle, or a bomb. qpdf is told how much a
stream may hold, before the file is opened.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream, String

from huozi.geometry import PT
from huozi.records import NamedTuple
from huozi.reviews.model import Annotation, Box, ReviewedFile
from huozi.reviews.proof_map import FURTHEST, MOST_BYTES, MOST_SHEETS
from huozi.reviews.texts import MOST_TEXT, cleaned, decoded, of_rich_text
from huozi.reviews.weights import readable_sheets

MOST_ANNOTATIONS = 10_000
"""Annotations that are read: a proof with more has been made to have them."""

MOST_OF_A_STREAM = 64 * 2**20
"""Bytes that a stream may hold, decompressed: of what is read here an issue has some hundred thousand."""

MOST_QUADS = 400
"""Quadrilaterals of a mark that are looked at."""

LIMITS = {
    "flate_max_memory": MOST_OF_A_STREAM,
    "run_length_max_memory": MOST_OF_A_STREAM,
    "png_max_memory": MOST_OF_A_STREAM,
    "tiff_max_memory": MOST_OF_A_STREAM,
    "max_stream_filters": 4,
    "doc_max_warnings": 10_000,
}

COMMENTS = frozenset(
    {
        "Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Ink", "Stamp", "Square",
        "Circle", "Line", "Polygon", "PolyLine", "FileAttachment", "Sound", "Redact",
    }
)  # fmt: skip
"""Kinds of annotations that people make; links, fields and what belongs to the print are none of them."""

HIDDEN, NO_VIEW = 1 << 1, 1 << 5
"""Flags of annotations that no one sees (ISO 32000-2, table 167)."""

DAMAGE = (PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RuntimeError)
"""What reading an object may raise that is not what it should be."""

DATA_OF_OURS = "/Huozi"


class NotRead(Exception):
    """A file that cannot be read; ``rule`` is that of the finding."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        super().__init__(rule)


class _Found(NamedTuple):
    """An annotation's dictionary with its page; ``number`` is its object's, (0, 0) where it has none."""

    sheet: int
    number: tuple[int, int]
    body: Object


class _Keys(NamedTuple):
    """The keys of annotations by the numbers of their objects and by their names, for what answers them."""

    numbers: dict[tuple[int, int], int]
    names: dict[str, int]


def read_pdf(data: bytes) -> ReviewedFile:
    """The annotations of a PDF that people made, and the map it carries; raises ``NotRead``."""
    before = pikepdf.settings.get_qpdf_limits()
    _set_limits(LIMITS)
    try:
        with _opened(data) as pdf:
            return _read(pdf)
    except DAMAGE as error:
        raise NotRead("notes-damaged") from error
    finally:
        _set_limits({name: int(before[name]) for name in LIMITS})


def _set_limits(limits: dict[str, int]) -> None:
    """Tell qpdf its limits, which are those of the whole process."""
    setter: Callable[..., object] = pikepdf.settings.set_qpdf_limits
    setter(**limits)


def _opened(data: bytes) -> pikepdf.Pdf:
    """A PDF; one that is encrypted with an empty password opens as well. Raises ``NotRead``."""
    if b"%PDF-" not in data[:1024]:
        raise NotRead("notes-not-a-pdf")
    try:
        return pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError as error:
        raise NotRead("notes-encrypted") from error


def _read(pdf: pikepdf.Pdf) -> ReviewedFile:
    sheets = list(pdf.pages)[:MOST_SHEETS]
    found = list(_annotations(sheets))
    keys: dict[tuple[int, int], int] = {}
    kept: list[_Found] = []
    popups: dict[tuple[int, int], Object] = {}
    left_out = 0
    for item in found:
        subtype = _name(item.body, "/Subtype")
        if subtype == "Popup":
            popups[_number(item.body.get("/Parent"))] = item.body
        elif subtype in COMMENTS and item.number not in keys and len(kept) < MOST_ANNOTATIONS:
            if item.number != (0, 0):  # the same one may stand on its page twice
                keys[item.number] = len(kept)
            kept.append(item)
        elif subtype in COMMENTS and item.number not in keys:
            left_out += 1
    ties = _Keys(keys, _by_name(kept))
    read = [_read_one(key, item, ties, popups) for key, item in enumerate(kept)]
    annotations = tuple(item for item in read if item is not None)
    marked = dict.fromkeys(item.sheet for item in annotations)
    labels = {sheet: _label(sheets[sheet]) for sheet in marked} if "/PageLabels" in pdf.Root else {}
    data, refused = _map_data(pdf)
    unread = len(read) - len(annotations)
    readable = readable_sheets(sheets, marked)
    return ReviewedFile(len(sheets), tuple(labels.items()), annotations, data, refused, readable, unread, left_out)


def _annotations(sheets: list[pikepdf.Page]) -> Iterator[_Found]:
    for sheet, page in enumerate(sheets):
        rows = page.obj.get("/Annots")
        if not isinstance(rows, Array):
            continue
        for body in rows:
            if isinstance(body, Dictionary):
                yield _Found(sheet, body.objgen, body)


def _read_one(key: int, item: _Found, ties: _Keys, popups: dict[tuple[int, int], Object]) -> Annotation | None:
    """An annotation with its texts; ``None`` where it is damaged."""
    try:
        body = item.body
        subtype = _name(body, "/Subtype")
        flags = body.get("/F", 0)
        return Annotation(
            key=key,
            sheet=item.sheet,
            subtype=subtype,
            box=_pointed_box(body, subtype),
            boxes=tuple(_quads(_numbers(body, "/QuadPoints"))),
            text=_words(body) or _popup_words(body, popups.get(item.number) if item.number != (0, 0) else None),
            author=_text(body, "/T"),
            date=_text(body, "/M") or _text(body, "/CreationDate"),
            name=_text(body, "/NM"),
            intent=_name(body, "/IT"),
            icon=_name(body, "/Name"),
            answers=_answers(body, ties),
            grouped=_name(body, "/RT") == "Group",
            state=_text(body, "/State"),
            state_model=_text(body, "/StateModel"),
            hidden=isinstance(flags, int) and bool(flags & (HIDDEN | NO_VIEW)),
        )
    except DAMAGE:
        return None


# ------------------------------------------------------------------ texts


def _words(body: Object) -> str:
    """What a comment says: its plain text, else what its rich text says."""
    return _text(body, "/Contents") or of_rich_text(_text(body, "/RC"))


def _popup_words(body: Object, popup: Object | None) -> str:
    """The text of a comment's window: some programs write it there alone."""
    window = popup if popup is not None else body.get("/Popup")
    return _words(window) if isinstance(window, Dictionary) and not isinstance(window, Stream) else ""


def _text(body: Object, key: str) -> str:
    """A text of a dictionary; empty where there is none."""
    value = body.get(key)
    if isinstance(value, Stream):
        data = value.read_bytes()[: 20 * MOST_TEXT]
        return decoded(data, data.decode("latin-1"))
    if not isinstance(value, String):
        return ""
    data = bytes(value)[: 80 * MOST_TEXT]
    return decoded(data, str(String(data)))


def _name(body: Object, key: str) -> str:
    """A name of a dictionary, without its slash; empty where there is none."""
    value = body.get(key)
    return cleaned(str(value))[1:] if isinstance(value, Name) else ""


# ------------------------------------------------------------------ boxes


def _numbers(body: Object, key: str) -> list[float]:
    """The numbers of an array, none where one is no length that a page has."""
    value = body.get(key)
    if not isinstance(value, Array):
        return []
    numbers = [float(item) for item in value]
    return numbers if all(abs(number) <= FURTHEST for number in numbers) else []  # nor is one NaN


def _box(numbers: list[float]) -> Box | None:
    """The rectangle of two corners, whichever they are."""
    if len(numbers) != 4:
        return None
    x, y = sorted(numbers[0::2]), sorted(numbers[1::2])
    return Box(round(x[0] * PT), round(y[0] * PT), round(x[1] * PT), round(y[1] * PT))


def _quads(numbers: list[float]) -> Iterator[Box]:
    """The boxes of quadrilaterals: programs write their corners in three orders, and the text is in all of them."""
    for start in range(0, min(len(numbers) - 7, 8 * MOST_QUADS), 8):
        x, y = numbers[start : start + 8 : 2], numbers[start + 1 : start + 8 : 2]
        yield Box(round(min(x) * PT), round(min(y) * PT), round(max(x) * PT), round(max(y) * PT))


def _pointed_box(body: Object, subtype: str) -> Box | None:
    """What an annotation points at: a caret's sign, the end of a callout's line, else the rectangle."""
    if subtype == "Caret":
        return _sign_box(body)
    line = _numbers(body, "/CL") if subtype == "FreeText" else []
    if len(line) in (4, 6):  # the line begins at what it points at (ISO 32000-2, table 177)
        return _box([*line[:2], *line[:2]])
    return _box(_numbers(body, "/Rect"))


def _sign_box(body: Object) -> Box | None:
    """The box of a caret's sign: its rectangle without the differences that stand in it."""
    outer, inset = _box(_numbers(body, "/Rect")), _numbers(body, "/RD")
    if outer is None or len(inset) != 4 or min(inset) < 0:
        return outer
    left, bottom, right, top = (round(value * PT) for value in inset)
    inner = Box(outer.left + left, outer.bottom + bottom, outer.right - right, outer.top - top)
    return inner if inner.left < inner.right and inner.bottom < inner.top else outer


# ------------------------------------------------------------------ ties


def _number(value: Object | None) -> tuple[int, int]:
    """The number of an object; (0, 0) where it is none of its own."""
    return value.objgen if isinstance(value, Dictionary) else (0, 0)


def _by_name(found: list[_Found]) -> dict[str, int]:
    """The keys of annotations by their names, each name's first."""
    names: dict[str, int] = {}
    for key, item in enumerate(found):
        try:
            name = _text(item.body, "/NM")
        except DAMAGE:
            continue
        if name:
            names.setdefault(name, key)
    return names


def _answers(body: Object, ties: _Keys) -> int | None:
    """The key of what an annotation answers, -1 where that is gone; ``None`` where it answers nothing.

    A program that copies pages may leave a copy of what is answered behind, which bears the same name.
    """
    target = body.get("/IRT")
    if target is None:
        return None
    by_number = ties.numbers.get(_number(target))
    if by_number is not None:
        return by_number
    name = _text(target, "/NM") if isinstance(target, Dictionary) else _text(body, "/IRT")
    return ties.names.get(name, -1)


MOST_OF_A_LABEL = 40


def _label(page: pikepdf.Page) -> str:
    """What viewers call a page; empty where that cannot be told."""
    try:
        return cleaned(page.label)[:MOST_OF_A_LABEL]
    except DAMAGE:
        return ""


# ------------------------------------------------------------------ the map


def _map_data(pdf: pikepdf.Pdf) -> tuple[bytes | None, bool]:
    """The map of a proof as it stands in the file; and whether there is one that is too large or cannot be read."""
    try:
        held = pdf.Root.get("/PieceInfo", Dictionary()).get(DATA_OF_OURS, Dictionary()).get("/Private")
        if not isinstance(held, Stream):
            return None, held is not None
        data = held.read_bytes()
        return (data, False) if len(data) <= MOST_BYTES else (None, True)
    except (*DAMAGE, zlib.error):
        return None, True
