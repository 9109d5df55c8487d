"""Which way the colours of a picture go: as they are, to black ink alone, to the four inks of the press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from huozi.pictures.colours import (
    Convert,
    black_of_grey,
    black_of_lightness,
    is_of,
    to_inks,
    to_lightness,
)
from huozi.pictures.faults import Fault, fault
from huozi.pictures.press import Press, Unfit
from huozi.pictures.profiles import Profile, is_same_condition, read_profile, says_srgb
from huozi.pictures.strips import plain_mode, plain_strips
from huozi.records import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

SRGB = "sRGB"
HALF = 128


class Route(NamedTuple):
    """What becomes of a picture's plain strips: the mode they end in, and how.

    ``is_limited``: they are brought under the limit of ink; else what is over it is told.
    """

    mode: Literal["1", "L", "CMYK"]
    convert: Convert
    is_limited: bool = False


def route_of(image: Image, is_black: bool, press: Press, faults: list[Fault]) -> Route:
    """The way of a decoded picture; what is found of its profile is added to ``faults``.

    Raises ``Unfit`` where the press's profile cannot be used.
    """
    match mode := plain_mode(image):
        case "1":
            return Route("1", _two_tones)
        case "L":
            return _of_greys(image, press, faults)
        case "CMYK":
            return _of_inks(image, is_black, press, faults)
        case _:
            return _of_colours(image, mode, is_black, press, faults)


def _two_tones(greys: Image) -> Image:
    return greys.point(lambda value: 255 if value >= HALF else 0, "1")


def _as_it_is(image: Image) -> Image:
    return image


def _by_table(tones: tuple[int, ...]) -> Convert:
    return lambda image: image.point(tones)


def _of_greys(image: Image, press: Press, faults: list[Fault]) -> Route:
    """Greys with a profile by their tones; others say how much black ink they are."""
    profile = own_profile(image, "L", "K", faults)
    if profile is None and not says_srgb(image):
        return Route("L", _as_it_is)
    return Route("L", _by_table(_greys_by(profile, press, faults)))


def _greys_by(profile: Profile | None, press: Press, faults: list[Fault]) -> tuple[int, ...]:
    try:
        return black_of_grey(profile, press.icc)
    except Unfit:
        if profile is None:
            raise
        faults.append(fault("picture-profile-wrong", assumed=SRGB))
        return black_of_grey(None, press.icc)


def _of_inks(image: Image, is_black: bool, press: Press, faults: list[Fault]) -> Route:
    """Inks keep their numbers; black alone among them is a grey picture."""
    if all(not any(high for _, high in _extrema(strip)[:3]) for strip in plain_strips(image)):
        return Route("L", _black_alone)
    profile = profile_of_inks(image, press, faults)
    if not is_black:
        return Route("CMYK", _as_it_is)
    return _to_black(profile or read_profile(press.icc), "CMYK", press, faults)


def _black_alone(image: Image) -> Image:
    from PIL import ImageChops

    return ImageChops.invert(image.getchannel("K"))


def profile_of_inks(image: Image, press: Press, faults: list[Fault]) -> Profile | None:
    """The profile of a CMYK picture; told: none, a wrong one, one of another printing condition."""
    profile = own_profile(image, "CMYK", press.intent, faults)
    if not image.info.get("icc_profile"):
        faults.append(fault("picture-profile-missing", assumed=press.intent))
    wanted = read_profile(press.icc)
    if profile is not None and wanted is not None and not is_same_condition(profile, wanted):
        faults.append(fault("picture-profile-other", found=profile.name or "ICC", intent=press.intent))
    return profile


def _of_colours(image: Image, mode: str, is_black: bool, press: Press, faults: list[Fault]) -> Route:
    """Colours go to the inks of the press, or to black; those without any hue are a grey picture."""
    profile = own_profile(image, mode, SRGB, faults) if mode == "RGB" else None
    if all(_is_grey(strip, mode) for strip in plain_strips(image)):
        if mode == "LAB":
            return _to_black(None, mode, press, faults)
        table = _by_table(_greys_by(profile, press, faults))
        return Route("L", lambda strip: table(strip.getchannel("R")))
    if mode == "RGB" and not image.info.get("icc_profile") and not says_srgb(image):
        faults.append(fault("picture-profile-missing", assumed=SRGB))
    if is_black:
        return _to_black(profile, mode, press, faults)
    try:
        return Route("CMYK", to_inks(profile, mode, press.icc), is_limited=True)
    except Unfit:
        if profile is None:
            raise
        faults.append(fault("picture-profile-wrong", assumed=SRGB))
        return Route("CMYK", to_inks(None, mode, press.icc), is_limited=True)


def _to_black(profile: Profile | None, mode: str, press: Press, faults: list[Fault]) -> Route:
    tones = black_of_lightness(press.icc)
    try:
        lightness = to_lightness(profile, mode)
    except Unfit:
        if profile is None:
            raise
        faults.append(fault("picture-profile-wrong", assumed=press.intent if mode == "CMYK" else SRGB))
        lightness = to_lightness(read_profile(press.icc) if mode == "CMYK" else None, mode)
    return Route("L", lambda image: lightness(image).point(tones))


def _is_grey(strip: Image, mode: str) -> bool:
    """Whether a strip has no hue: channels are equal; of Lab, both are in the middle."""
    from PIL import ImageChops

    if mode == "LAB":
        return all(extent == (HALF, HALF) for extent in _extrema(strip)[1:])
    red, green, blue = strip.split()
    return not (ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox())


def _extrema(image: Image) -> list[tuple[int, int]]:
    """The least and the greatest value of each component."""
    return [(int(low), int(high)) for low, high in image.getextrema()]  # type: ignore[misc]  # of several bands


def own_profile(image: Image, mode: str, assumed: str, faults: list[Fault]) -> Profile | None:
    """The profile that a picture carries, where it can be of the picture; one that cannot is told."""
    written = image.info.get("icc_profile")
    if not written:
        return None
    profile = read_profile(written)
    if is_of(profile, mode):
        return profile
    faults.append(fault("picture-profile-wrong", assumed=assumed))
    return None
