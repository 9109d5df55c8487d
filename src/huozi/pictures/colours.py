"""Colours of pictures brought to the press by LittleCMS: relative colorimetric, with black-point compensation.

Colour goes to the four inks of the output intent's profile, grey to black ink alone: its tones are those that look the
same between the white of the paper and the full black (the same compensation, for one ink).
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from huozi.pictures.ink import FULL, brought_under, steps
from huozi.pictures.press import Press, Unfit
from huozi.pictures.profiles import SPACES, Profile, read_profile
from huozi.pictures.tones import Cmyk, Printing, Rgb

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsProfile

Convert: TypeAlias = Callable[["Image"], "Image"]


def is_of(profile: Profile | None, mode: str) -> bool:
    """Whether a profile says what the numbers of a picture in a mode mean."""
    return profile is not None and profile.space in SPACES[mode]


def to_inks(source: Profile | None, mode: str, icc: bytes) -> Convert:
    """The conversion of pictures in a mode (RGB, LAB, L) to CMYK; ``None``: from sRGB.

    Raises ``Unfit`` where a profile cannot be used.
    """
    from PIL import ImageCms

    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    try:
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        made = ImageCms.buildTransform(_opened(source, mode), _open(icc), mode, "CMYK", intent, flags)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        raise Unfit(str(error)) from error
    return lambda image: _applied(made, image)


def printing_on(press: Press) -> Printing:
    """What a press makes of single colours, as of pictures. Raises ``Unfit`` where its profile cannot be used."""

    @lru_cache(maxsize=8)
    def greys(data: bytes) -> tuple[int, ...] | None:
        profile = read_profile(data)
        if profile is None or profile.space != "GRAY":
            return None
        try:
            return black_of_grey(profile, press.icc)
        except Unfit:
            return None

    return Printing(inks_of_colour(press), _black_of("RGB", press.icc), _black_of("CMYK", press.icc), greys)


def _black_of(mode: str, icc: bytes) -> Callable[[tuple[float, ...]], float]:
    """How much black alone is as dark as a colour in a mode, in shares of one; raises ``Unfit``."""
    import PIL.Image

    lightness = to_lightness(read_profile(icc) if mode == "CMYK" else None, mode)
    tones = black_of_lightness(icc)

    @lru_cache(maxsize=4096)
    def black(colour: tuple[float, ...]) -> float:
        one = PIL.Image.new(mode, (1, 1), tuple(_step(part) for part in colour))
        return 1 - tones[lightness(one).tobytes()[0]] / FULL

    return black


def _step(part: float) -> int:
    return min(FULL, max(0, round(part * FULL)))


def inks_of_colour(press: Press) -> Callable[[Rgb], Cmyk]:
    """What gives the inks of single colours of sRGB, all as shares of one, within the press's limit of ink.

    Raises ``Unfit`` where the press's profile cannot be used.
    """
    import PIL.Image

    convert, limit = to_inks(None, "RGB", press.icc), steps(press.ink_limit)

    @lru_cache(maxsize=4096)
    def inks(colour: Rgb) -> Cmyk:
        red, green, blue = map(_step, colour)
        made = brought_under(convert(PIL.Image.new("RGB", (1, 1), (red, green, blue))), limit)
        cyan, magenta, yellow, black = made.tobytes()
        return cyan / FULL, magenta / FULL, yellow / FULL, black / FULL

    return inks


def to_lightness(source: Profile | None, mode: str) -> Convert:
    """The conversion of pictures in a mode (RGB, CMYK, LAB, L) to their lightness, 255 for white.

    Raises ``Unfit``.
    """
    from PIL import ImageCms

    if mode == "LAB":
        return lambda image: image.getchannel("L")
    try:
        made = ImageCms.buildTransform(
            _opened(source, mode), ImageCms.createProfile("LAB"), mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        raise Unfit(str(error)) from error
    return lambda image: _applied(made, image).getchannel("L")


def _applied(transform: object, image: Image) -> Image:
    from PIL import ImageCms

    made = ImageCms.applyTransform(image, transform)  # type: ignore[arg-type]
    if made is None:  # only where it is done in place
        raise Unfit("nothing converted")
    return made


def _opened(source: Profile | None, mode: str) -> ImageCmsProfile:
    """The profile that a picture is read by: its own, else sRGB, else Lab."""
    from PIL import ImageCms

    if source is None:
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))
    return _open(source.data)


def _open(icc: bytes) -> ImageCmsProfile:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(io.BytesIO(icc))


def grey_ramp() -> Image:
    """All tones from black to white, as a picture of one row."""
    import PIL.Image

    return PIL.Image.frombytes("L", (256, 1), bytes(range(256)))


@lru_cache(maxsize=8)
def black_of_lightness(icc: bytes) -> tuple[int, ...]:
    """The grey (255 for no ink) printed in black alone by the profile for each of 256 steps of lightness.

    Luminance is stretched from that of full black to that of the paper, as black-point compensation does. Raises
    ``Unfit``.
    """
    import PIL.Image

    white = PIL.Image.new("L", (256, 1), 0)
    ramp = PIL.Image.merge("CMYK", (white, white, white, grey_ramp()))
    printed = to_lightness(read_profile(icc), "CMYK")(ramp).tobytes()
    luminance = [_luminance(tone) for tone in printed]  # by so many steps of black, falling
    paper, full = luminance[0], luminance[-1]
    if paper <= full:
        raise Unfit("black is no darker than paper")
    tones = []
    for lightness in range(256):
        wanted = full + (paper - full) * _luminance(lightness)
        ink = min(range(256), key=lambda step: abs(luminance[step] - wanted))
        tones.append(255 - ink)
    return tuple(tones)


def _luminance(lightness: int) -> float:
    """The luminance of a lightness of 255 steps, 1 for white (CIE 15)."""
    star = lightness * 100 / 255
    return ((star + 16) / 116) ** 3 if star > 8 else star * 27 / 24389


def black_of_grey(source: Profile | None, icc: bytes) -> tuple[int, ...]:
    """The grey printed in black alone for each of the 256 greys of a profile (``None``: of sRGB). Raises ``Unfit``."""
    import PIL.Image

    ramp = grey_ramp()
    if source is not None and source.space == "GRAY":
        lightness = to_lightness(source, "L")(ramp)
    else:
        lightness = to_lightness(source, "RGB")(PIL.Image.merge("RGB", (ramp, ramp, ramp)))
    tones = black_of_lightness(icc)
    return tuple(tones[tone] for tone in lightness.tobytes())
