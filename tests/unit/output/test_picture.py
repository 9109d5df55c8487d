"""Pictures: what print takes goes in as it is, the rest is a finding with its file."""

from __future__ import annotations

import io
import warnings
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
