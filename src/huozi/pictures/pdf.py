"""PDF files of strangers opened within bounds, and what a page of one is before anything is drawn with it.

Whatever such a file says may be of another type, missing, a circle, or a bomb. qpdf is told how much a stream may hold
before the file is opened.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream

from huozi.geometry import PT
from huozi.pictures.drawing import Sheet
from huozi.records import NamedTuple

MOST_OF_A_FILE = 512 * 2**20
"""Bytes of a file that is opened."""

MOST_OF_A_STREAM = 64 * 2**20
LIMITS = {
    "flate_max_memory": MOST_OF_A_STREAM,
    "run_length_max_memory": MOST_OF_A_STREAM,
    "png_max_memory": MOST_OF_A_STREAM,
    "tiff_max_memory": MOST_OF_A_STREAM,
    "max_stream_filters": 4,
    "doc_max_warnings": 10_000,
}

DAMAGE = (
    PdfError, pikepdf.ForeignObjectError, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError,
    ArithmeticError, RuntimeError, RecursionError, NotImplementedError,
)  # fmt: skip
"""What reading an object may raise that is not what it should be."""

DEEPEST_TREE = 64
"""How far up the tree of pages what a page inherits is looked for."""

LONGEST = 14_400.0
"""The longest side that a page may have, in points."""

LEAST = 1.0

NO_COMMENT = frozenset({"/Link", "/Popup", "/PrinterMark", "/TrapNet"})
"""Annotations that nobody would see on paper or miss there."""


class NotRead(Exception):
    """A file or a page that cannot be used; ``rule`` is that of the finding, ``named`` what it names."""

    def __init__(self, rule: str, **named: object) -> None:
        self.rule = rule
        self.named = named
        super().__init__(rule)


class Boxes(NamedTuple):
    """The boxes of a page in points, in the file's own directions: what is shown of it, its trim, its bleed.

    ``turn`` is how often it is turned a quarter to the right, ``unit`` how many points its unit has.
    """

    shown: tuple[float, float, float, float]
    trim: tuple[float, float, float, float]
    bleed: tuple[float, float, float, float]
    turn: int
    unit: float


class Asides(NamedTuple):
    """What a file has beside what is printed: ``comments`` on the page, programs, layers that are hidden."""

    comments: int
    has_programs: bool
    has_hidden_layers: bool


@contextmanager
def opened(source: str | bytes) -> Iterator[pikepdf.Pdf]:
    """A PDF by its path or its bytes, opened within bounds. Raises ``NotRead``.

    One that is encrypted is not used even where its password is empty: what it forbids is not ours to judge.
    """
    before = pikepdf.settings.get_qpdf_limits()
    _set_limits(LIMITS)
    try:
        if isinstance(source, str) and os.path.getsize(source) > MOST_OF_A_FILE:
            raise NotRead("pdf-too-large", most=MOST_OF_A_FILE >> 20)
        with pikepdf.open(source if isinstance(source, str) else BytesIO(source)) as pdf:
            if pdf.is_encrypted:
                raise NotRead("pdf-encrypted")
            yield pdf
    except pikepdf.PasswordError as error:
        raise NotRead("pdf-encrypted") from error
    except OSError as error:
        raise NotRead("pdf-unreadable", reason=error.strerror or "?") from error
    except DAMAGE as error:
        raise NotRead("pdf-damaged") from error
    finally:
        _set_limits({name: int(before[name]) for name in LIMITS})


def _set_limits(limits: dict[str, int]) -> None:
    """Tell qpdf its limits, which are those of the whole process."""
    setter: Callable[..., object] = pikepdf.settings.set_qpdf_limits
    setter(**limits)


def page_of(pdf: pikepdf.Pdf, number: int) -> Object:
    """A page by its number from 1. Raises ``NotRead``."""
    count = len(pdf.pages)
    if not 1 <= number <= count:
        raise NotRead("pdf-no-page", page=number, pages=count)
    return pdf.pages[number - 1].obj


def boxes_of(page: Object) -> Boxes:
    """The boxes of a page, each within its media box (ISO 32000-1, 14.11.2). Raises ``NotRead``.

    What is shown is what a viewer shows, and what bleeds beyond that.
    """
    media = _box(_inherited(page, "/MediaBox"))
    if media is None:
        raise NotRead("pdf-no-size")
    crop = _within(_box(_inherited(page, "/CropBox")), media) or media
    trim = _within(_box(page.get("/TrimBox")), media) or crop
    bleed = _within(_box(page.get("/BleedBox")), media) or crop
    unit = page.get("/UserUnit", 1)
    scale = float(unit) if not isinstance(unit, Object) and 0 < float(unit) <= 100 else 1.0
    shown = (min(crop[0], bleed[0]), min(crop[1], bleed[1]), max(crop[2], bleed[2]), max(crop[3], bleed[3]))
    sides = ((shown[2] - shown[0]) * scale, (shown[3] - shown[1]) * scale)
    if not all(LEAST <= side <= LONGEST for side in sides):
        raise NotRead("pdf-no-size")
    turn = _inherited(page, "/Rotate")
    return Boxes(shown, trim, bleed, turn // 90 % 4 if isinstance(turn, int) else 0, scale)


def _inherited(page: Object, key: str) -> object:
    """What a page says under a key, or the nodes of the tree above it (ISO 32000-1, 7.7.3.4)."""
    node: object = page
    for _ in range(DEEPEST_TREE):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def _box(written: object) -> tuple[float, float, float, float] | None:
    """A rectangle by its lower left and upper right corner, whichever are written."""
    if not isinstance(written, Array) or len(written) != 4:
        return None
    x1, y1, x2, y2 = (float(each) for each in written)
    if not all(abs(each) <= 1e6 for each in (x1, y1, x2, y2)):
        return None
    box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    return box if box[2] - box[0] > 0 and box[3] - box[1] > 0 else None


def _within(
    box: tuple[float, float, float, float] | None, outer: tuple[float, float, float, float]
) -> tuple[float, float, float, float] | None:
    if box is None:
        return None
    cut = (max(box[0], outer[0]), max(box[1], outer[1]), min(box[2], outer[2]), min(box[3], outer[3]))
    return cut if cut[0] < cut[2] and cut[1] < cut[3] else None


def upright(boxes: Boxes) -> tuple[tuple[int, int], tuple[int, int, int, int], tuple[int, int, int, int]]:
    """Width and height of what is shown as it is looked at (Mpt); how much of it lies beyond the trim, and how much
    beyond the bleed, on the left, at the top, on the right, at the foot.
    """
    left, foot, right, top = boxes.shown
    width, height = right - left, top - foot

    def beyond(box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
        sides = (box[0] - left, top - box[3], right - box[2], box[1] - foot)
        turned = _turned(sides, boxes.turn)
        a, b, c, d = (max(round(side * boxes.unit * PT), 0) for side in turned)
        return (a, b, c, d)

    size = (height, width) if boxes.turn % 2 else (width, height)
    return (round(size[0] * boxes.unit * PT), round(size[1] * boxes.unit * PT)), beyond(boxes.trim), beyond(boxes.bleed)


def _turned(sides: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """Left, top, right and foot after so many quarter turns to the right: what was the foot is then on the left."""
    for _ in range(turn):
        sides = (sides[3], sides[0], sides[1], sides[2])
    return sides


def sheet_of(page: Object, boxes: Boxes) -> Sheet:
    """A page as what is drawn with."""
    held = page.get("/Contents")
    parts = [held] if isinstance(held, Stream) else list(held) if isinstance(held, Array) else []
    content = b"\n".join(part.read_bytes() for part in parts if isinstance(part, Stream))
    resources = _inherited(page, "/Resources")
    own = resources if isinstance(resources, Dictionary) else Dictionary()
    return Sheet(content, own, boxes.shown, _matrix(boxes))


def _matrix(boxes: Boxes) -> tuple[float, float, float, float, float, float]:
    """What brings a page's box upright to the origin."""
    left, foot, right, top = boxes.shown
    unit = boxes.unit
    match boxes.turn:
        case 1:
            return (0, -unit, unit, 0, -foot * unit, right * unit)
        case 2:
            return (-unit, 0, 0, -unit, right * unit, top * unit)
        case 3:
            return (0, unit, -unit, 0, top * unit, -left * unit)
        case _:
            return (unit, 0, 0, unit, -left * unit, -foot * unit)


def asides_of(pdf: pikepdf.Pdf, page: Object) -> Asides:
    """What a page's file has that does not come to paper, or would though nobody sees it."""
    rows = page.get("/Annots")
    notes = list(rows) if isinstance(rows, Array) else []
    kinds = [str(each.get("/Subtype")) for each in notes if isinstance(each, Dictionary)]
    names = pdf.Root.get("/Names")
    programs = isinstance(names, Dictionary) and "/JavaScript" in names
    opening = pdf.Root.get("/OpenAction")
    programs = programs or (isinstance(opening, Dictionary) and opening.get("/S") == Name("/JavaScript"))
    programs = programs or "/AA" in pdf.Root or "/AA" in page
    layers = pdf.Root.get("/OCProperties")
    shown = layers.get("/D") if isinstance(layers, Dictionary) else None
    hidden = False
    if isinstance(shown, Dictionary):
        off = shown.get("/OFF")
        hidden = (isinstance(off, Array) and len(off) > 0) or shown.get("/BaseState") == Name("/OFF")
    return Asides(sum(kind not in NO_COMMENT for kind in kinds), programs, hidden)
