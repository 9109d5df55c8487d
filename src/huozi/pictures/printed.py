"""Which pictures pages show, and how large each of them is printed."""

from __future__ import annotations

from collections.abc import Iterable

from huozi.diagnostics import Span
from huozi.display import Image, Page
from huozi.geometry import Size
from huozi.pictures.faults import Fault, fault
from huozi.pictures.model import PictureFacts, PictureKey
from huozi.records import NamedTuple

THOUSAND = 1000
INCH = 72_000

LEAST = {False: (300, 200), True: (800, 550)}
"""Pixels an inch under which a picture is told of, and under which it is unfit, by whether it is line art (print.md,
preflight 29 and 30)."""


class Printed(NamedTuple):
    """The largest size that all of a picture has on a page, whatever is cut off of it there; and where that is said."""

    size: Size
    span: Span


def key_of(image: Image) -> PictureKey:
    """What tells the picture of an image apart."""
    return PictureKey(image.path, image.page, image.is_black)


def whole_size(image: Image) -> Size:
    """The size of all of a picture of which an image shows a part."""
    left, top, right, bottom = image.crop
    width, height = max(1, THOUSAND - left - right), max(1, THOUSAND - top - bottom)
    return Size(image.size.width * THOUSAND // width, image.size.height * THOUSAND // height)


def printed(pages: Iterable[Page]) -> dict[PictureKey, Printed]:
    """The pictures of pages in the order in which they first stand there, each at its largest."""
    found: dict[PictureKey, Printed] = {}
    for page in pages:
        for placed in page.items:
            if not isinstance(placed.item, Image):
                continue
            key, size = key_of(placed.item), whole_size(placed.item)
            span = placed.element.span if placed.element is not None else Span("")
            before = found.get(key)
            if before is None or size.width > before.size.width or size.height > before.size.height:
                if before is not None:
                    size = Size(max(size.width, before.size.width), max(size.height, before.size.height))
                found[key] = Printed(size, span)
    return found


def of_resolution(facts: PictureFacts, size: Size) -> tuple[Fault, ...]:
    """What there is to say of a picture's resolution at a size; nothing of a drawing's."""
    if facts.kind != "raster" or not size.width or not size.height:
        return ()
    dpi = min(facts.width * INCH // size.width, facts.height * INCH // size.height)
    wanted, least = LEAST[facts.is_line_art]
    if dpi < least:
        return (fault("picture-too-coarse", dpi=dpi, least=least),)
    return (fault("picture-coarse", dpi=dpi, least=wanted),) if dpi < wanted else ()
