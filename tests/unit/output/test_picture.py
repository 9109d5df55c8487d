"""Pictures: what print takes goes in as it is, the rest is a finding with its file."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from pathlib import Path

import pikepdf
import pytest
from output_pages import page, pdf
from PIL import Image as Pillow

from huozi.display import Image, Placed
from huozi.geometry import Size
from huozi.output.errors import OutputError

INKS = (10, 200, 30, 40)


def placed(path: Path) -> Placed:
    return Placed(20_000, 30_000, Image(str(path), Size(72_000, 36_000), "湖面"))


def embedded(path: Path) -> tuple[pikepdf.Object, str]:
    """The image object of a picture and the page's content."""
    with pikepdf.open(io.BytesIO(pdf(page(placed(path))))) as file:
        picture = file.pages[0].Resources.XObject.P1
        facts = pikepdf.Dictionary({key: value for key, value in picture.items() if key != "/Length"})
        facts["/Data"] = pikepdf.String(
            picture.read_raw_bytes() if "DCT" in str(picture.Filter) else picture.read_bytes()
        )
        return facts, file.pages[0].Contents.read_bytes().decode("latin-1")


@pytest.mark.parametrize(
    ("mode", "colour", "space", "bits", "data"),
    [
        ("CMYK", INKS, "/DeviceCMYK", 8, bytes(INKS) * 32),
        ("L", 77, "/DeviceGray", 8, b"\x4d" * 32),
        ("1", 1, "/DeviceGray", 1, b"\xff" * 4),
    ],
)
def test_a_tiff_goes_in_sample_by_sample(
    tmp_path: Path, mode: str, colour: int, space: str, bits: int, data: bytes
) -> None:
    path = tmp_path / "a.tif"
    Pillow.new(mode, (8, 4), colour).save(path)
    picture, content = embedded(path)
    assert picture.ColorSpace == space and int(picture.BitsPerComponent) == bits
    assert bytes(picture.Data) == data
    assert "q 72 0 0 36 28.504 537.78 cm /P1 Do Q" in content


def test_a_cmyk_jpeg_goes_in_whole_with_its_inversion_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new("CMYK", (8, 8), INKS).save(path)
    picture, _ = embedded(path)
    assert bytes(picture.Data) == path.read_bytes()
    assert picture.Filter == "/DCTDecode"
    assert [int(value) for value in picture.Decode] == [1, 0] * 4


def test_a_cmyk_jpeg_that_is_not_adobe_s_goes_in_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new("CMYK", (8, 8), INKS).save(path)
    data = path.read_bytes()
    start = data.index(b"\xff\xee")  # Adobe's marker: sixteen bytes, of which two are the marker's own
    assert data[start + 4 : start + 9] == b"Adobe"
    path.write_bytes(data[:start] + data[start + 16 :])
    picture, _ = embedded(path)
    assert picture.ColorSpace == "/DeviceCMYK"
    assert "/Decode" not in picture


def test_a_grey_jpeg_goes_in_whole_and_is_not_inverted(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Pillow.new("L", (8, 4), 77).save(path)
    picture, _ = embedded(path)
    assert bytes(picture.Data) == path.read_bytes()
    assert (str(picture.ColorSpace), str(picture.Filter)) == ("/DeviceGray", "/DCTDecode")
    assert (int(picture.Width), int(picture.Height), int(picture.BitsPerComponent)) == (8, 4, 8)
    assert "/Decode" not in picture


def png(width: int, height: int, depth: int, colour: int, rows: list[bytes], *, adam7: bool = False) -> bytes:
    """A PNG of rows as they stand in the file, each led by a filter byte."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">2I5B", width, height, depth, colour, 0, 0, int(adam7))
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_an_interlaced_png_goes_in_with_its_rows_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    # 2 × 3 grey pixels 1 … 6 in the seven passes of Adam7: 1; 5; 2; 6; 3 4 (pass 7 holds the odd rows)
    path.write_bytes(png(2, 3, 8, 0, [b"\x01", b"\x05", b"\x02", b"\x06", b"\x03\x04"], adam7=True))
    picture, _ = embedded(path)
    assert bytes(picture.Data) == bytes([1, 2, 3, 4, 5, 6])
    assert (int(picture.Width), int(picture.Height)) == (2, 3)


def test_line_art_that_a_file_holds_with_white_as_nought_is_not_inverted(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    white_is_nought = {262: 0}
    Pillow.new("1", (8, 2), 0).save(path, tiffinfo=white_is_nought)
    picture, _ = embedded(path)
    assert bytes(picture.Data) == b"\0\0", "black stays black"


def test_a_picture_of_a_width_that_is_no_whole_bytes_has_whole_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Pillow.new("1", (9, 2), 1).save(path)
    picture, _ = embedded(path)
    assert bytes(picture.Data) == b"\xff\x80\xff\x80"


@pytest.mark.parametrize("mode", ["L", "1", "RGB", "P"])
def test_a_png_in_which_a_colour_is_see_through_is_refused(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.png"
    Pillow.new(mode, (4, 4)).save(path, transparency=(0, 0, 0) if mode == "RGB" else 0)
    assert b"tRNS" in path.read_bytes()
    assert refused(path) == ["picture-transparent"]


@pytest.mark.parametrize(
    ("colour", "samples", "rule"), [(0, 1, "picture-deep"), (2, 3, "picture-not-cmyk"), (4, 2, "picture-transparent")]
)
def test_a_png_of_sixteen_bits_is_refused(tmp_path: Path, colour: int, samples: int, rule: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(1, 1, 16, colour, [b"\x12\x34" * samples]))
    assert refused(path) == [rule]


def refused(path: Path) -> list[str]:
    """The rules that a picture breaks."""
    with pytest.raises(OutputError) as caught:
        pdf(page(placed(path)))
    assert {found.span.file for found in caught.value.findings} == {str(path)}
    return [found.rule for found in caught.value.findings]


def test_a_picture_object_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Pillow.new("CMYK", (8, 4), INKS).save(path)
    picture, _ = embedded(path)
    assert (str(picture.Type), str(picture.Subtype)) == ("/XObject", "/Image")
    assert (int(picture.Width), int(picture.Height), str(picture.Filter)) == (8, 4, "/FlateDecode")


def test_two_pictures_have_two_names_in_the_order_of_their_pages(tmp_path: Path) -> None:
    first, second = tmp_path / "b.png", tmp_path / "a.png"
    Pillow.new("L", (8, 8), 1).save(first)
    Pillow.new("L", (4, 4), 2).save(second)
    with pikepdf.open(io.BytesIO(pdf(page(placed(first)), page(placed(second), index=1, label="2")))) as file:
        objects = file.pages[0].Resources.XObject
        assert [int(objects[name].Width) for name in ("/P1", "/P2")] == [8, 4]
        shown = [sheet.Contents.read_bytes() for sheet in file.pages]
    assert [b"/P1 Do" in content for content in shown] == [True, False]
    assert [b"/P2 Do" in content for content in shown] == [False, True]


def test_the_same_page_with_another_picture_has_another_identity(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    identities = []
    for grey in (1, 2, 1):
        Pillow.new("L", (8, 8), grey).save(path)
        with pikepdf.open(io.BytesIO(pdf(page(placed(path))))) as file:
            identities.append(bytes(file.trailer.ID[0]))
    assert identities[0] == identities[2] != identities[1]


def test_a_picture_placed_twice_is_one_object(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Pillow.new("L", (8, 8)).save(path)
    with pikepdf.open(io.BytesIO(pdf(page(placed(path), placed(path))))) as file:
        assert list(file.pages[0].Resources.XObject.keys()) == ["/P1"]


@pytest.mark.parametrize(
    ("mode", "suffix", "rule"),
    [
        ("RGB", "jpg", "picture-not-cmyk"),
        ("P", "png", "picture-not-cmyk"),
        ("LAB", "tif", "picture-not-cmyk"),
        ("RGBA", "png", "picture-transparent"),
        ("LA", "png", "picture-transparent"),
        ("I;16", "tif", "picture-deep"),
        ("L", "gif", "picture-format"),
    ],
)
def test_a_picture_that_print_cannot_take_is_a_finding(tmp_path: Path, mode: str, suffix: str, rule: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Pillow.new(mode, (8, 8)).save(path)
    with pytest.raises(OutputError) as caught:
        pdf(page(placed(path)))
    assert [(found.span.file, found.rule) for found in caught.value.findings] == [(str(path), rule)]


def test_fine_line_art_is_no_cause_for_alarm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.tif"
    Pillow.new("1", (8, 8)).save(path)
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", 50)  # 64 pixels: more than Pillow likes, less than it refuses
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert int(embedded(path)[0].Width) == 8
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", 20)
    with pytest.raises(OutputError) as caught:
        pdf(page(placed(path)))
    assert [found.rule for found in caught.value.findings] == ["picture-format"]


def test_every_bad_picture_is_named_at_once(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    Pillow.effect_noise((64, 64), 50).save(broken)
    broken.write_bytes(broken.read_bytes()[:600])
    with pytest.raises(OutputError) as caught:
        pdf(page(placed(tmp_path / "none.tif"), placed(broken)))
    assert [found.rule for found in caught.value.findings] == ["picture-unreadable"] * 2
