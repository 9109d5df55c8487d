"""A raster made ready for its pages: decoded no larger than it must be, reduced, brought to the press's inks, encoded.

CMYK is a decision of who made it and keeps its numbers; as a JPEG of a fit size it goes in byte for byte. Grey is
printed in black alone: as it is where a picture's greys have no profile, else by its tones. All else is converted by
its profile, sRGB where it has none.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal

from huozi.pictures.encoding import as_jpeg, is_flat, without_loss
from huozi.pictures.faults import Fault, fault
from huozi.pictures.headers import SIDEWAYS, opened, read_header
from huozi.pictures.ink import Ink, brought_under, ink_over, per_cent, steps
from huozi.pictures.jpeg import Frame, frame_of
from huozi.pictures.model import Raster
from huozi.pictures.press import Press
from huozi.pictures.profiles import says_srgb
from huozi.pictures.routes import Route, profile_of_inks, route_of
from huozi.pictures.strips import Canvas, plain_strips, rows_of, strips
from huozi.pictures.wishes import Wish
from huozi.records import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

NEAR = 25
"""Steps of ink below the limit within which JPEG may go over it."""

TRIES = 3
"""How often a picture is made a JPEG that keeps within the limit of ink, before it is written without loss."""

JPEGS = ("JPEG", "MPO")
"""Formats by Pillow's names: a JPEG that carries further pictures is one of several."""


class Ready(NamedTuple):
    """A raster with what was found of it on the way."""

    raster: Raster
    faults: tuple[Fault, ...]


def make_raster(path: str, wish: Wish, press: Press) -> Ready:
    """A raster ready for its pages.

    Raises ``Unusable`` with what speaks against it, ``Unfit`` where the press's profile cannot be used.
    """
    faults: list[Fault] = []
    with opened(path) as image:
        turn = read_header(image).turn
        frame = frame_of(path) if image.format in JPEGS else None
        if frame is not None and turn == 1 and _may_pass(image, frame, wish):
            image.load()  # a truncated file must be found here, not at the printer's
            return _passed(path, image, frame, press)
        width, height = (wish.height, wish.width) if turn in SIDEWAYS else (wish.width, wish.height)
        if frame is not None:
            image.draft(image.mode, (width, height))
        image.load()
        decoded = _inverted(image) if frame is not None and _is_bare(image, frame) else image
        route = route_of(decoded, wish.is_black, press, faults)
        with Canvas(route.mode, width, height) as canvas:
            is_near = _paint(canvas, decoded, route, press, faults)
            del decoded
            image.close()  # what is decoded goes before what is made of it is encoded
            made = _turned(canvas.picture(), turn)
            raster = _encoded(made, steps(press.ink_limit) if is_near else 0)
    return Ready(raster, tuple(faults))


def _may_pass(image: ImageFile, frame: Frame, wish: Wish) -> bool:
    """Whether a JPEG's own stream may stand in the file."""
    if not wish.may_pass or not frame.is_of_pdf:
        return False
    if image.mode == "CMYK":
        return not wish.is_black
    return image.mode == "L" and not image.info.get("icc_profile") and not says_srgb(image)


def _is_bare(image: Image, frame: Frame) -> bool:
    """Whether a JPEG's inks are written plainly: Pillow takes all for Adobe's, which are inverted."""
    return image.mode == "CMYK" and not frame.is_adobe


def _inverted(image: Image) -> Image:
    from PIL import ImageChops

    return ImageChops.invert(image)


def _passed(path: str, image: ImageFile, frame: Frame, press: Press) -> Ready:
    """A JPEG byte for byte, with what there is to say of its inks."""
    faults: list[Fault] = []
    space: Literal["DeviceGray", "DeviceCMYK"] = "DeviceGray"
    if image.mode == "CMYK":
        space = "DeviceCMYK"
        profile_of_inks(image, press, faults)
        ink, limit = Ink(), steps(press.ink_limit)
        for strip in plain_strips(image):
            ink += ink_over(_inverted(strip) if _is_bare(image, frame) else strip, limit)
        _tell_ink(ink, image.width * image.height, press, faults)
    with open(path, "rb") as file:
        data = file.read()
    is_inverted = image.mode == "CMYK" and frame.is_adobe
    return Ready(Raster(image.width, image.height, space, 8, "DCTDecode", data, is_inverted), tuple(faults))


def _paint(canvas: Canvas, decoded: Image, route: Route, press: Press, faults: list[Fault]) -> bool:
    """Lay a picture on a canvas, by its route; gives whether its ink comes near the limit that it is to keep."""
    limit, ink, is_near = steps(press.ink_limit), Ink(), False
    for strip in strips(decoded, canvas.width, canvas.height):
        made = route.convert(strip)
        if route.mode == "CMYK":
            if not route.is_limited:
                ink += ink_over(made, limit)
            elif ink_over(made, limit - NEAR).over:
                made, is_near = brought_under(made, limit), True
        canvas.add(made)
    _tell_ink(ink, canvas.width * canvas.height, press, faults)
    return is_near


def _tell_ink(ink: Ink, pixels: int, press: Press, faults: list[Fault]) -> None:
    """Tell of ink over the limit that stays."""
    if ink.over:
        share = f"{max(0.01, ink.over * 100 / pixels):.2g}%"
        most, limit = per_cent(ink.most), press.ink_limit
        faults.append(fault("picture-ink", most=most, limit=limit, share=share, intent=press.intent))


def _turned(image: Image, turn: int) -> Image:
    """A picture as it is looked at (EXIF's turns)."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(ways[turn]) if turn in ways else image


def _encoded(image: Image, limit: int) -> Raster:
    """A picture as its stream; ``limit``: the sum of inks that JPEG may not lead it over (0: none)."""
    if is_flat(image):
        return without_loss(image)
    raster = as_jpeg(image)
    if not limit:
        return raster
    lower = limit
    with ExitStack() as canvases:
        for _ in range(TRIES):
            over = _ink_of(raster, limit)
            if not over.over:
                return raster
            lower -= over.most - limit + 1
            canvas = canvases.enter_context(Canvas(image.mode, image.width, image.height))
            for rows in rows_of(image):
                canvas.add(brought_under(rows, lower))
            raster = as_jpeg(canvas.picture())
        return without_loss(image) if _ink_of(raster, limit).over else raster


def _ink_of(raster: Raster, limit: int) -> Ink:
    """Where a JPEG of ours is over a limit of ink when it is decoded."""
    import io

    import PIL.Image

    ink = Ink()
    with PIL.Image.open(io.BytesIO(raster.data), formats=["JPEG"]) as image:
        image.load()
        for rows in rows_of(image):
            ink += ink_over(rows, limit)
    return ink
