"""The pages of a PDF drawn by PDFium, which is what Chrome shows them with.

PDFium draws one page at a time, whatever the threads: a lock sees to that. While it draws, the page before is packed
beside it; both let go of the interpreter, so that two cores are at work. Never are more than two pages held.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from ctypes import c_float
from typing import TYPE_CHECKING, Any

from huozi.diagnostics import Span, finding
from huozi.output.errors import OutputError
from huozi.output.pictures.png import png_of
from huozi.records import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Future

LEAST_DPI, USUAL_DPI, MOST_DPI = 20, 110, 600

MOST_PIXELS = 40_000_000
"""Of one page: A4 at 600 dpi has 35 million, and takes three quarters of a gigabyte while it is made."""

FEW_PIXELS = 10_000_000
"""Pages up to that (A4 at 300 dpi) are drawn while the one before is packed; larger ones wait until it is given."""

_DRAWING = threading.Lock()


class Picture(NamedTuple):
    """A page drawn: its place in the file from 0, its size in pixels, and its PNG file."""

    index: int  # type: ignore[assignment]  # tuple.index means nothing on a picture
    width: int
    height: int
    is_grey: bool
    png: bytes


def page_pictures(
    pdf: bytes, indexes: Iterable[int] | None = None, dpi: int = USUAL_DPI, *, whole: bool = False
) -> Iterator[Picture]:
    """The pictures of a PDF's pages, drawn as they are asked for.

    ``indexes``: places in the file from 0, in the order wanted; ``None``: all. ``whole``: the sheet with bleed and
    margins, else the trimmed page. Raises ``OutputError`` where the extra is missing (``proof-extra-missing``), the
    resolution out of bounds (``picture-resolution``), a page too large for it (``picture-too-large``), or the file none
    that can be read (``picture-no-pdf``).
    """
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise _refused("--dpi", "picture-resolution", dpi=dpi, least=LEAST_DPI, most=MOST_DPI)
    pdfium = _pdfium()
    return _drawn(pdfium, pdf, indexes, dpi, whole)


def _drawn(pdfium: Any, pdf: bytes, indexes: Iterable[int] | None, dpi: int, whole: bool) -> Iterator[Picture]:
    """Draw and pack; what is drawn is packed in a thread, and given in order."""
    from concurrent.futures import ThreadPoolExecutor

    with _DRAWING:
        document = _opened(pdfium, pdf)
        count = len(document)
    waiting: deque[Future[Picture]] = deque()
    try:
        with ThreadPoolExecutor(1) as packer:
            for index in range(count) if indexes is None else indexes:
                if not 0 <= index < count:
                    raise _refused("--pages", "picture-no-page", page=index + 1, pages=count)
                with _DRAWING:
                    image = _image(pdfium, document, index, dpi, whole)
                is_large = image.width * image.height > FEW_PIXELS
                waiting.append(packer.submit(_picture, index, image, dpi))
                del image
                while len(waiting) > (not is_large):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
    finally:
        with _DRAWING:
            document.close()


def _pdfium() -> Any:
    """The library of the extra."""
    try:
        import pypdfium2
    except ImportError as error:
        raise _refused("--png", "proof-extra-missing") from error
    return pypdfium2


def _opened(pdfium: Any, pdf: bytes) -> Any:
    try:
        return pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as error:
        raise _refused("PDF", "picture-no-pdf", reason=error) from error


def _image(pdfium: Any, document: Any, index: int, dpi: int, whole: bool) -> Any:
    """A page as an RGB picture of Pillow's, cut to its trim exactly: no pixel is lost to whole ones of the sheet."""
    raw = pdfium.raw
    page = raw.FPDF_LoadPage(document.raw, index)
    if not page:
        raise _refused("PDF", "picture-no-pdf", reason=f"page {index + 1}")
    try:
        left, top, width, height = _box(raw, page, whole)
        scale = dpi / 72
        across, down = max(round(width * scale), 1), max(round(height * scale), 1)
        if across * down > MOST_PIXELS:
            most = int(72 * (MOST_PIXELS / (width * height)) ** 0.5)
            raise _refused("--dpi", "picture-too-large", page=index + 1, dpi=dpi, most=most)
        bitmap = pdfium.PdfBitmap.new_native(across, down, raw.FPDFBitmap_BGR)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, across, down)
            matrix = raw.FS_MATRIX(across / width, 0, 0, down / height, -left * scale, -top * scale)
            clip = raw.FS_RECTF(0, 0, across, down)
            flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
            raw.FPDF_RenderPageBitmapWithMatrix(bitmap.raw, page, matrix, clip, flags)
            return _copied(bitmap)
        finally:
            bitmap.close()
    finally:
        raw.FPDF_ClosePage(page)


def _box(raw: Any, page: Any, whole: bool) -> tuple[float, float, float, float]:
    """Left, top, width and height in points of what is drawn, from the top left corner of the sheet as it is shown.

    A trim that is missing, turned or larger than the sheet is none.
    """
    sheet_width, sheet_height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    all_of_it = 0.0, 0.0, max(sheet_width, 1.0), max(sheet_height, 1.0)
    if whole or raw.FPDFPage_GetRotation(page):
        return all_of_it
    media, trim = _corners(raw.FPDFPage_GetMediaBox, page), _corners(raw.FPDFPage_GetTrimBox, page)
    crop = _corners(raw.FPDFPage_GetCropBox, page) or media
    if trim is None or crop is None:
        return all_of_it
    left, top = trim[0] - crop[0], crop[3] - trim[3]
    width, height = trim[2] - trim[0], trim[3] - trim[1]
    is_inside = left >= 0 and top >= 0 and left + width <= sheet_width + 0.01 and top + height <= sheet_height + 0.01
    return (left, top, width, height) if is_inside and width >= 1 and height >= 1 else all_of_it


def _corners(read: Any, page: Any) -> tuple[float, float, float, float] | None:
    """The corners of a box of a page in points: left, bottom, right, top; ``None`` where it has none."""
    left, bottom, right, top = (c_float() for _ in range(4))
    found = read(page, left, bottom, right, top)
    return (left.value, bottom.value, right.value, top.value) if found else None


def _copied(bitmap: Any) -> Any:
    """What PDFium has drawn, as a picture that stays when its memory is given back."""
    from PIL import Image

    size = bitmap.width, bitmap.height
    return Image.frombuffer("RGB", size, bitmap.buffer, "raw", "RGB", bitmap.stride, 1)  # unpacked, so a copy


def _picture(index: int, image: Any, dpi: int) -> Picture:
    png, is_grey = png_of(image, dpi)
    return Picture(index, image.width, image.height, is_grey, png)


def _refused(place: str, rule: str, **arguments: object) -> OutputError:
    """What keeps pages from being drawn, at the option that asked for it."""
    return OutputError([finding(Span(place), rule, **arguments)])
