"""Colours of pictures against LittleCMS's own conversion; greys, profiles and ink."""

from __future__ import annotations

import io
import math
from itertools import product
from pathlib import Path

import pytest
from picture_files import (
    INTENT,
    RED,
    chart,
    grained,
    icc,
    named_profile,
    pixels,
    press,
    profile,
    ready,
    rules,
    turned,
)
from PIL import Image, ImageChops, ImageCms

from huozi.pictures.colours import black_of_grey, black_of_lightness, inks_of_colour, printing_on
from huozi.pictures.ink import brought_under, ink_over
from huozi.pictures.press import Press, Unfit
from huozi.pictures.profiles import is_same_condition, read_profile
from huozi.pictures.rasters import make_raster
from huozi.pictures.wishes import Wish

RELATIVE, COMPENSATED = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION


def opened(data: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(data))


def by_littlecms(image: Image.Image, source: bytes) -> Image.Image:
    """The inks that LittleCMS makes of a picture by itself."""
    inks = ImageCms.profileToProfile(
        image, opened(source), opened(icc()), RELATIVE, outputMode="CMYK", flags=COMPENSATED
    )
    assert inks is not None
    return inks


def lab(inks: Image.Image) -> list[tuple[float, float, float]]:
    """Inks as they look on the paper."""
    seen = ImageCms.profileToProfile(inks, opened(icc()), ImageCms.createProfile("LAB"), RELATIVE, outputMode="LAB")
    assert seen is not None
    data = seen.tobytes()
    return [(data[at] / 2.55, data[at + 1] - 128, data[at + 2] - 128) for at in range(0, len(data), 3)]


def differences(one: Image.Image, other: Image.Image) -> list[float]:
    return [math.dist(*both) for both in zip(lab(one), lab(other), strict=True)]


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp", "a.jpg"])
def test_a_chart_is_what_littlecms_makes_of_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    how = {"quality": 100, "subsampling": 0} if name == "a.jpg" else {"lossless": True} if name == "a.webp" else {}
    chart().save(path, **how)
    with Image.open(path) as image:
        expected = by_littlecms(image.convert("RGB"), profile())
    shown = pixels(ready(path).raster)
    middle = [shown.crop((patch * 16 + 4, 4, patch * 16 + 12, 12)) for patch in range(27)]
    wanted = [expected.crop((patch * 16 + 4, 4, patch * 16 + 12, 12)) for patch in range(27)]
    assert max(max(differences(*both)) for both in zip(middle, wanted, strict=True)) <= 1


def adobe_rgb() -> bytes:
    """A profile of other colours than sRGB's: its red and green are exchanged."""
    data = bytearray(profile())
    at = {bytes(data[row : row + 4]): row for row in range(132, 132 + 12 * int.from_bytes(data[128:132]), 12)}
    red, green = at[b"rXYZ"], at[b"gXYZ"]
    data[red + 4 : red + 12], data[green + 4 : green + 12] = data[green + 4 : green + 12], data[red + 4 : red + 12]
    return bytes(data)


def test_an_embedded_profile_is_respected(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    other = adobe_rgb()
    chart().save(path, icc_profile=other)
    found = ready(path)
    assert rules(found) == []
    expected = by_littlecms(chart(), other)
    assert max(differences(pixels(found.raster), expected)) <= 1
    assert max(differences(expected, by_littlecms(chart(), profile()))) > 20


@pytest.mark.parametrize(
    ("embedded", "rule"),
    [
        (b"", "picture-profile-missing"),
        (b"no profile at all", "picture-profile-wrong"),
        (icc()[:2000], "picture-profile-wrong"),
        (named_profile("Grey", b"GRAY"), "picture-profile-wrong"),
        (named_profile("Broken", b"RGB "), "picture-profile-wrong"),
    ],
)
def test_without_a_sound_profile_srgb_is_assumed_and_that_is_told(tmp_path: Path, embedded: bytes, rule: str) -> None:
    path = tmp_path / "a.png"
    chart().save(path, icc_profile=embedded or None)
    found = ready(path)
    assert found.faults == ((rule, (("assumed", "sRGB"),)),)
    assert max(differences(pixels(found.raster), by_littlecms(chart(), profile()))) <= 1


def test_a_picture_that_says_that_it_is_srgb_lacks_nothing(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 1
    chart().save(tmp_path / "a.jpg", exif=exif.tobytes())
    assert rules(ready(tmp_path / "a.jpg")) == []
    chart().save(tmp_path / "b.jpg", exif=turned(1))
    assert rules(ready(tmp_path / "b.jpg")) == ["picture-profile-missing"]


# ---------------------------------------------------------------- inks of others


@pytest.mark.parametrize(
    ("embedded", "expected"),
    [
        (None, [("picture-profile-missing", {"assumed": INTENT})]),
        (icc(), []),
        (named_profile("Coated FOGRA39 (ISO 12647-2:2004)"), []),
        (named_profile("FOGRA27L coated"), [("picture-profile-other", {"found": "FOGRA27L coated", "intent": INTENT})]),
        (named_profile("Newsprint"), [("picture-profile-other", {"found": "Newsprint", "intent": INTENT})]),
        (
            profile(),
            [
                ("picture-profile-wrong", {"assumed": INTENT}),
            ],
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_the_profile_of_inks_is_looked_at_and_their_numbers_stay(
    tmp_path: Path, name: str, embedded: bytes | None, expected: list[tuple[str, dict[str, str]]]
) -> None:
    path = tmp_path / name
    image = grained("CMYK", (32, 32), 3)
    image.save(path, icc_profile=embedded)
    found = ready(path)
    assert [(rule, dict(arguments)) for rule, arguments in found.faults] == expected
    assert max(ImageChops.difference(pixels(found.raster), image).tobytes()) < 40


@pytest.mark.parametrize(("ink", "told"), [(190, False), (193, True)])
@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_inks_over_the_limit_are_named_and_stay(tmp_path: Path, name: str, ink: int, told: bool) -> None:
    path = tmp_path / name
    Image.new("CMYK", (80, 80), (ink, ink, ink, ink)).save(path, icc_profile=icc(), quality=100)
    found = ready(path)
    assert pixels(found.raster).getpixel((9, 9)) == (ink, ink, ink, ink)
    expected = ("picture-ink", (("most", "303"), ("limit", "300"), ("share", "1e+02%"), ("intent", INTENT)))
    assert found.faults == ((expected,) if told else ())


def conditions() -> list[tuple[str, str, bool]]:
    return [
        ("Coated FOGRA39", "FOGRA39L Coated", True),
        ("PSO Coated v3", "PSOcoated_v3", True),
        ("Coated FOGRA39", "Coated FOGRA51", False),
        ("Japan Color 2011 Coated", "JapanColor2011Coated", True),
        ("U.S. Web Coated (SWOP) v2", "Coated GRACoL 2006", False),
        ("Newsprint", "Newsprint", False),
    ]


@pytest.mark.parametrize(("one", "other", "same"), conditions())
def test_conditions_are_told_by_names(one: str, other: str, same: bool) -> None:
    first, second = read_profile(named_profile(one)), read_profile(named_profile(other) + b" ")
    assert first is not None and second is not None
    assert is_same_condition(first, second) is same


# ---------------------------------------------------------------- black alone


def lightness_of_black(grey: int) -> float:
    none = Image.new("L", (1, 1))
    return lab(Image.merge("CMYK", (none, none, none, Image.new("L", (1, 1), 255 - grey))))[0][0]


def test_greys_in_black_alone_are_as_dark_as_compensation_makes_them() -> None:
    """Between paper and full black, luminance runs straight; the eye's lightness says how far off it is."""
    darkest = ((lightness_of_black(0) + 16) / 116) ** 3
    for grey in range(0, 256, 15):
        linear = grey / 255 / 12.92 if grey <= 10 else ((grey / 255 + 0.055) / 1.055) ** 2.4
        wanted = 116 * (darkest + (1 - darkest) * linear) ** (1 / 3) - 16
        assert lightness_of_black(black_of_grey(None, icc())[grey]) == pytest.approx(wanted, abs=1), grey


def test_white_is_paper_and_black_is_full() -> None:
    tones = black_of_grey(None, icc())
    assert (tones[0], tones[255], list(tones) == sorted(tones)) == (0, 255, True)
    assert black_of_lightness(icc())[::255] == (0, 255)


def test_colours_in_black_alone_are_as_dark_as_they_look(tmp_path: Path) -> None:
    Image.new("RGB", (80, 80), RED).save(tmp_path / "a.png")
    raster = ready(tmp_path / "a.png", is_black=True).raster
    grey = pixels(raster).getpixel((9, 9))
    same_lightness = next(tone for tone in range(256) if round(lightness_of(tone)) >= round(lightness_of(*RED)))
    assert abs(black_of_grey(None, icc())[same_lightness] - grey) <= 2  # type: ignore[operator]


def lightness_of(red: int, green: int | None = None, blue: int | None = None) -> float:
    """CIE lightness of a colour of sRGB, adapted to the white of print (IEC 61966-2-1, Bradford)."""
    parts = [part / 255 for part in (red, red if green is None else green, red if blue is None else blue)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = 0.2225 * light[0] + 0.7169 * light[1] + 0.0606 * light[2]
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else luminance * 903.3


# ---------------------------------------------------------------- ink


def all_inks(step: int) -> Image.Image:
    tones = range(0, 256, step)
    image = Image.new("CMYK", (len(tones) ** 2, len(tones) ** 2))
    image.putdata(list(product(tones, repeat=4)))
    return image


@pytest.mark.parametrize("limit", [382, 612, 765])
def test_ink_is_counted_and_brought_under_a_limit(limit: int) -> None:
    image = all_inks(17)
    totals = [sum(pixel) for pixel in _pixels(image)]
    found = ink_over(image, limit)
    assert (found.most, found.over) == (1020, sum(total > limit for total in totals))
    lighter = brought_under(image, limit)
    for before, after in zip(_pixels(image), _pixels(lighter), strict=True):
        if sum(before) <= limit:
            assert after == before
        else:
            assert limit - 3 <= sum(after) <= limit
            assert after[3] == before[3]
            assert all(low <= high for low, high in zip(after, before, strict=True))
    assert ink_over(lighter, limit) == (0, 0)


def _pixels(image: Image.Image) -> list[tuple[int, ...]]:
    data = image.tobytes()
    return [tuple(data[at : at + 4]) for at in range(0, len(data), 4)]


def test_colours_brought_under_300_per_cent_look_much_the_same() -> None:
    steps = range(0, 256, 15)
    colours = Image.new("RGB", (len(steps) ** 2, len(steps)))
    colours.putdata(list(product(steps, repeat=3)))
    inks = by_littlecms(colours, profile())
    off = differences(inks, brought_under(inks, 765))
    assert 0 < max(off) < 1.5
    assert sum(one > 0 for one in off) < 10, "few colours of the press come over it at all"


@pytest.mark.parametrize("limit", [300, 260, 220])
def test_a_converted_picture_keeps_within_the_limit_as_a_jpeg_too(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "a.png"
    grained(dark=6).save(path)
    found = ready(path, ink_limit=limit)
    assert found.raster.filter == "DCTDecode"
    assert "picture-ink" not in rules(found)
    most = max(sum(pixel) for pixel in _pixels(pixels(found.raster)))
    assert limit * 2.55 * 0.9 < most <= limit * 2.55


def test_single_colours_are_converted_and_limited_alike() -> None:
    inks = inks_of_colour(press())
    one = Image.new("RGB", (1, 1), RED)
    assert [round(part * 255) for part in inks(tuple(part / 255 for part in RED))] == list(  # type: ignore[arg-type]
        by_littlecms(one, profile()).tobytes()
    )
    assert sum(inks_of_colour(press(200))((0.0, 0.0, 0.1))) <= 2


def test_colours_of_drawings_are_as_dark_in_black_as_those_of_pictures(tmp_path: Path) -> None:
    printing = printing_on(press())
    for grey in (0, 51, 128, 200, 255):
        Image.new("RGB", (80, 80), (grey, grey, grey)).save(tmp_path / "a.png")
        share = pixels(ready(tmp_path / "a.png").raster).getpixel((9, 9)) / 255  # type: ignore[operator]
        assert printing.black((grey / 255,) * 3) == pytest.approx(1 - share)
    Image.new("RGB", (80, 80), RED).save(tmp_path / "a.png")
    share = pixels(ready(tmp_path / "a.png", is_black=True).raster).getpixel((9, 9)) / 255  # type: ignore[operator]
    assert printing.black(tuple(part / 255 for part in RED)) == pytest.approx(1 - share)  # type: ignore[arg-type]
    Image.new("CMYK", (80, 80), (0, 255, 255, 51)).save(tmp_path / "a.tif")
    share = pixels(ready(tmp_path / "a.tif", is_black=True).raster).getpixel((9, 9)) / 255  # type: ignore[operator]
    assert printing.black_of_inks((0, 1, 1, 0.2)) == pytest.approx(1 - share)
    assert printing.black((128 / 255,) * 3) == pytest.approx(0.62, abs=0.005), "a middle grey of a screen"


def test_greys_of_a_profile_that_is_none_are_those_of_a_press() -> None:
    greys = printing_on(press()).greys
    assert greys(b"icc") is None
    assert greys(icc()) is None, "a profile of inks"


def test_a_press_without_a_sound_profile_cannot_print_colours(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    chart().save(path)
    for bad in (b"", b"no profile", profile()):
        with pytest.raises(Unfit):
            make_raster(str(path), Wish(432, 16, True, False), Press(bad, "bad", 300))
