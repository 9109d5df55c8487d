"""What rasters become: their streams, read by another decoder."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from picture_files import chart, chunk, grained, pixels, png, profile, ready, rules, turned
from PIL import Image, ImageChops

from huozi.geometry import Size
from huozi.pictures.faults import Unusable
from huozi.pictures.rasters import Ready

INKS = (10, 200, 30, 40)
INCH = Size(72_000, 72_000)


def made(folder: Path, image: Image.Image, name: str, **how: object) -> Ready:
    path = folder / name
    image.save(path, **how)  # type: ignore[arg-type]
    return ready(path)


# ---------------------------------------------------------------- as it is


@pytest.mark.parametrize("name", ["a.tif", "a.jpg"])
def test_inks_keep_their_numbers(tmp_path: Path, name: str) -> None:
    raster = made(tmp_path, Image.new("CMYK", (32, 16), INKS), name, quality=100).raster
    assert raster.space == "DeviceCMYK"
    found = pixels(raster).getpixel((9, 9))
    assert isinstance(found, tuple)
    assert max(abs(one - other) for one, other in zip(found, INKS, strict=True)) <= 1


def test_a_cmyk_jpeg_of_a_fit_size_goes_in_byte_for_byte(tmp_path: Path) -> None:
    raster = made(tmp_path, grained("CMYK"), "a.jpg").raster
    assert raster.data == (tmp_path / "a.jpg").read_bytes()
    assert (raster.filter, raster.is_inverted, raster.width, raster.height) == ("DCTDecode", True, 240, 160)


def test_a_cmyk_jpeg_of_460_dpi_is_made_anew_and_one_of_440_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    grained("CMYK", (460, 460)).save(path)
    assert ready(path, INCH).raster[:2] == (350, 350)
    grained("CMYK", (440, 440)).save(path)
    assert ready(path, INCH).raster.data == path.read_bytes()


def without_adobe(path: Path) -> bytes:
    """The inks of a JPEG as another program writes them: without Adobe's marker, not inverted."""
    data = path.read_bytes()
    start = data.index(b"\xff\xee")
    assert data[start + 4 : start + 9] == b"Adobe"
    return data[:start] + data[start + 16 :]


def test_inks_that_are_not_adobe_s_are_not_inverted(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    ImageChops.invert(Image.new("CMYK", (460, 460), INKS)).save(path, quality=100)
    path.write_bytes(without_adobe(path))
    whole = ready(path, Size(144_000, 144_000)).raster
    assert (whole.data, whole.is_inverted) == (path.read_bytes(), False)
    reduced = pixels(ready(path, INCH).raster).getpixel((90, 90))
    assert isinstance(reduced, tuple)
    assert max(abs(one - other) for one, other in zip(reduced, INKS, strict=True)) <= 2


def test_a_jpeg_that_a_pdf_cannot_decode_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    grained("CMYK").save(path)
    data = path.read_bytes()
    from huozi.pictures.jpeg import frame_of

    assert frame_of(str(path)) == (True, True)
    path.write_bytes(data.replace(b"\xff\xc0", b"\xff\xc9", 1))  # arithmetic coding
    assert frame_of(str(path)) == (False, True)


def test_a_jpeg_of_endless_scans_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    grained().save(path, progressive=True)
    path.write_bytes(path.read_bytes() + b"\xff\xda\0\2" * 300)
    with pytest.raises(Unusable) as caught:
        ready(path)
    assert caught.value.fault[0] == "picture-unreadable"


def test_a_grey_jpeg_goes_in_byte_for_byte(tmp_path: Path) -> None:
    raster = made(tmp_path, grained("L"), "a.jpg").raster
    assert (raster.space, raster.data) == ("DeviceGray", (tmp_path / "a.jpg").read_bytes())
    assert not raster.is_inverted


# ---------------------------------------------------------------- grey and line art


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_greys_say_how_much_black_they_are(tmp_path: Path, name: str) -> None:
    image = Image.frombytes("L", (4, 1), bytes((0, 77, 128, 255)))
    raster = made(tmp_path, image, name).raster
    assert (raster.space, raster.bits, raster.filter) == ("DeviceGray", 8, "FlateDecode")
    assert pixels(raster).tobytes() == bytes((0, 77, 128, 255))


def test_colours_that_are_all_alike_are_a_grey_picture(tmp_path: Path) -> None:
    for image in (grained("L").convert("RGB"), grained("L").convert("RGBA"), grained("L").convert("P")):
        found = made(tmp_path, image, "a.png")
        assert (found.raster.space, rules(found)) == ("DeviceGray", [])


def test_one_coloured_pixel_makes_a_picture_coloured(tmp_path: Path) -> None:
    image = grained("L").convert("RGB")
    image.putpixel((239, 159), (90, 91, 90))
    assert made(tmp_path, image, "a.png").raster.space == "DeviceCMYK"


def test_black_alone_among_inks_is_a_grey_picture(tmp_path: Path) -> None:
    grey = grained("L")
    none = Image.new("L", grey.size)
    raster = made(tmp_path, Image.merge("CMYK", (none, none, none, ImageChops.invert(grey))), "a.tif").raster
    assert raster.space == "DeviceGray"
    assert max(ImageChops.difference(pixels(raster).convert("L"), grey).tobytes()) <= 24, "but for what JPEG loses"


def test_line_art_stays_of_one_bit(tmp_path: Path) -> None:
    raster = made(tmp_path, Image.new("1", (9, 2), 1), "a.png").raster
    assert (raster.space, raster.bits, raster.filter) == ("DeviceGray", 1, "FlateDecode")
    assert pixels(raster).tobytes() == b"\xff\x80\xff\x80"


def test_line_art_that_a_file_holds_with_white_as_nought_is_not_inverted(tmp_path: Path) -> None:
    raster = made(tmp_path, Image.new("1", (8, 2), 0), "a.tif", tiffinfo={262: 0}).raster
    assert pixels(raster).tobytes() == b"\0\0", "black stays black"


def test_a_palette_of_black_and_white_is_line_art(tmp_path: Path) -> None:
    image = Image.new("P", (8, 1), 1)
    image.putpalette([255, 255, 255, 0, 0, 0])
    image.putpixel((0, 0), 0)
    raster = made(tmp_path, image, "a.png").raster
    assert (raster.bits, pixels(raster).tobytes()) == (1, b"\x80")


def test_line_art_is_reduced_to_1200_dpi(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    image = Image.new("1", (2400, 2400), 1)
    image.paste(0, (0, 0, 1200, 2400))
    image.save(path)
    raster = ready(path, INCH).raster
    assert raster[:2] == (1200, 1200)
    assert pixels(raster).crop((0, 600, 1200, 601)).tobytes() == bytes(75) + b"\xff" * 75


# ---------------------------------------------------------------- what files are like


@pytest.mark.parametrize("format_", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_are_rounded_to_eight(tmp_path: Path, format_: str) -> None:
    path = tmp_path / "a"
    tones = (0, 128, 129, 32_896, 65_406, 65_407, 65_535)
    Image.frombytes("I;16", (7, 1), struct.pack("<7H", *tones)).save(path, format_)
    assert pixels(ready(path).raster).tobytes() == bytes((0, 0, 1, 128, 254, 255, 255))


def test_sixteen_bits_of_colour_keep_their_upper_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(1, 1, 16, 2, [struct.pack(">3H", 0xC8C8, 0x1414, 0x1E1E)]))
    Image.new("RGB", (1, 1), (0xC8, 0x14, 0x1E)).save(tmp_path / "b.png")
    assert pixels(ready(path).raster).tobytes() == pixels(ready(tmp_path / "b.png").raster).tobytes()


def test_a_clear_grey_of_sixteen_bits_is_paper(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(2, 1, 16, 0, [struct.pack(">2H", 3000, 3001)], chunk(b"tRNS", struct.pack(">H", 3000))))
    assert pixels(ready(path).raster).tobytes() == bytes((255, 12))


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (200, 0, 0, 0)), ("RGBA", (0, 0, 0, 0)), ("LA", (9, 0))])
def test_what_is_clear_is_paper(tmp_path: Path, mode: str, colour: tuple[int, ...]) -> None:
    raster = made(tmp_path, Image.new(mode, (8, 8), colour), "a.png").raster
    assert (raster.space, pixels(raster).getextrema()) == ("DeviceGray", (255, 255))


@pytest.mark.parametrize("mode", ["L", "1", "RGB", "P"])
def test_a_colour_that_is_named_clear_is_paper(tmp_path: Path, mode: str) -> None:
    clear: object = (0, 0, 0) if mode == "RGB" else 0
    raster = made(tmp_path, Image.new(mode, (4, 4)), "a.png", transparency=clear).raster
    assert b"tRNS" in (tmp_path / "a.png").read_bytes()
    assert (raster.space, pixels(raster).convert("L").getextrema()) == ("DeviceGray", (255, 255))


def test_half_clear_is_mixed_with_paper(tmp_path: Path) -> None:
    clear = Image.new("LA", (4, 4), (55, 128))
    assert pixels(made(tmp_path, clear, "a.png").raster).getextrema() == (155, 155)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_as_it_is_looked_at(tmp_path: Path, suffix: str, turn: int) -> None:
    """Its corners, black and white, stand where a viewer that knows EXIF shows them."""
    image = Image.new("L", (64, 32), 255)
    image.paste(0, (0, 0, 16, 8))  # the corner that is at the top left in the file
    path = tmp_path / f"a.{suffix}"
    image.convert("RGB").save(path, exif=turned(turn), lossless=True)  # which WebP alone asks for
    shown = pixels(ready(path).raster).convert("L")
    corner = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[turn]
    assert shown.size == ((64, 32) if turn < 5 else (32, 64))
    dark = {(x, y) for x in (0, 1) for y in (0, 1) if _tone(shown, x, y) < 60}
    assert dark == {corner}


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_jpeg_that_is_to_be_turned_is_made_anew(tmp_path: Path, mode: str) -> None:
    raster = made(tmp_path, grained(mode, (64, 32)), "a.jpg", exif=turned(6)).raster
    assert raster[:2] == (32, 64)


def _tone(image: Image.Image, right: int, foot: int) -> int:
    found = image.getpixel((right * (image.width - 5) + 2, foot * (image.height - 5) + 2))
    assert isinstance(found, int)
    return found


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("name", ["a.jpg", "a.tif"])
def test_a_picture_is_reduced_to_350_dpi_and_looks_the_same(tmp_path: Path, mode: str, name: str) -> None:
    path = tmp_path / name
    image = grained(mode, (1400, 1050))
    image.save(path, quality=95)
    raster = ready(path, Size(72_000, 54_000)).raster
    assert raster[:2] == (350, 263)
    whole = ready(path, Size(720_000, 540_000)).raster
    small = pixels(whole).convert("CMYK" if mode != "L" else "L").resize((350, 263), Image.Resampling.LANCZOS)
    off = ImageChops.difference(pixels(raster), small)
    means = [sum(tone * count for tone, count in enumerate(band.histogram())) / (350 * 263) for band in off.split()]
    assert max(means) < 3


def test_a_picture_is_never_made_larger(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    grained(size=(90, 60)).save(path)
    assert ready(path, Size(900_000, 600_000)).raster[:2] == (90, 60)


def test_a_large_picture_is_reduced_in_strips_without_seams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps of white and black, wherever strips meet: each row is as dark as in a picture reduced in one piece."""
    monkeypatch.setattr("huozi.pictures.strips.PIXELS_A_STRIP", 4000)
    path = tmp_path / "a.tif"
    steps = Image.frombytes("L", (40, 2000), b"".join(bytes([255 * (row // 3 % 2)]) * 40 for row in range(2000)))
    steps.save(path)
    raster = ready(path, Size(round(72_000 * 28 / 350), round(72_000 * 1400 / 350))).raster
    assert (raster.width, raster.height, raster.filter) == (28, 1400, "FlateDecode")
    whole = steps.resize((28, 1400), Image.Resampling.LANCZOS)
    assert not any(ImageChops.difference(pixels(raster), whole).histogram()[2:])


def test_line_art_is_black_where_more_of_it_is_black(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    rows = b"".join(bytes([255 if row % 4 == 0 else 0]) * 300 for row in range(2400))
    Image.frombytes("1", (2400, 2400), rows).save(path)
    assert set(pixels(ready(path, Size(36_000, 36_000)).raster).tobytes()) == {0}
    Image.frombytes("1", (2400, 2400), bytes(255 - tone for tone in rows)).save(path)
    assert set(pixels(ready(path, Size(36_000, 36_000)).raster).tobytes()) == {255}


def test_a_canvas_on_the_disk_gives_what_one_in_memory_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(tmp_path, grained(), "a.png")
    monkeypatch.setattr("huozi.pictures.strips.IN_MEMORY", 100)
    assert ready(tmp_path / "a.png") == first


# ---------------------------------------------------------------- encoding


def test_photographs_are_jpegs_and_charts_lose_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, grained(), "a.png").raster.filter == "DCTDecode"
    assert made(tmp_path, chart(), "b.png").raster.filter == "FlateDecode"
    assert made(tmp_path, grained("L"), "c.png").raster.filter == "DCTDecode"


def test_colours_of_a_jpeg_are_not_sampled_down(tmp_path: Path) -> None:
    data = made(tmp_path, grained(), "a.png").raster.data
    start = data.index(b"\xff\xc0")
    assert [data[start + 11 + 3 * part] for part in range(4)] == [0x11] * 4


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    assert made(tmp_path, grained(), "a.png") == ready(tmp_path / "a.png")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_a_truncated_file_is_named(tmp_path: Path, name: str, mode: str) -> None:
    path = tmp_path / name
    grained(mode if name[2:] in ("jpg", "tif") else "RGB").save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    with pytest.raises(Unusable) as caught:
        ready(path)
    assert caught.value.fault[0] == "picture-unreadable"


def test_black_asked_for_is_grey_whatever_the_picture_is(tmp_path: Path) -> None:
    images = {
        "a.png": grained(),
        "b.tif": grained("CMYK"),
        "c.jpg": grained("CMYK"),
        "d.tif": Image.new("LAB", (40, 40), (90, 160, 90)),
    }
    for name, image in images.items():
        image.save(tmp_path / name)
        raster = ready(tmp_path / name, is_black=True).raster
        assert raster.space == "DeviceGray", name


def test_lab_goes_to_the_inks(tmp_path: Path) -> None:
    found = made(tmp_path, Image.new("LAB", (40, 40), (138, 209, 195)), "a.tif")  # L* 54, a* 81, b* 67: red of sRGB
    red = pixels(found.raster).getpixel((3, 3))
    assert isinstance(red, tuple)
    assert red[0] < 40 and red[1] > 220 and red[2] > 200 and red[3] < 20
    assert rules(found) == []


def test_a_lab_picture_without_hue_is_grey(tmp_path: Path) -> None:
    raster = made(tmp_path, Image.new("LAB", (40, 40), (255, 128, 128)), "a.tif").raster
    assert (raster.space, pixels(raster).getextrema()) == ("DeviceGray", (255, 255))


def test_a_profile_of_greys_is_respected(tmp_path: Path) -> None:
    plain = pixels(made(tmp_path, Image.new("L", (8, 8), 128), "a.png").raster).getextrema()
    tagged = pixels(made(tmp_path, Image.new("L", (8, 8), 128), "b.png", icc_profile=profile()).raster).getextrema()
    assert (plain, tagged) == ((128, 128), (97, 97)), "a middle grey of sRGB takes 62 % of black on FOGRA39"
