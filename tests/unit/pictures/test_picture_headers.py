"""What a raster's header says; what cannot be used is named before anything is decoded."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from picture_files import chunk, grained, png, turned
from PIL import Image

from huozi.geometry import Size
from huozi.pictures.faults import Unusable
from huozi.pictures.headers import Header, header_of, raster_format


def saved(folder: Path, image: Image.Image, name: str, **how: object) -> Header:
    path = folder / name
    image.save(path, **how)  # type: ignore[arg-type]
    return header_of(str(path))


def refused(path: Path) -> tuple[str, dict[str, str]]:
    with pytest.raises(Unusable) as caught:
        header_of(str(path))
    rule, arguments = caught.value.fault
    return rule, dict(arguments)


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "webp"])
def test_a_picture_has_its_pixels_and_its_size_at_72_dpi(tmp_path: Path, suffix: str) -> None:
    facts = saved(tmp_path, grained(size=(144, 72)), f"a.{suffix}").facts
    assert (facts.kind, facts.width, facts.height, facts.is_line_art) == ("raster", 144, 72, False)
    assert facts.size == Size(144_000, 72_000)


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_a_resolution_that_is_named_gives_the_size(tmp_path: Path, suffix: str) -> None:
    header = saved(tmp_path, grained(size=(300, 150)), f"a.{suffix}", dpi=(300, 300))
    assert header.facts.size == Size(72_000, 36_000)
    assert header.faults == ()


@pytest.mark.parametrize("dpi", [(0.5, 0.5), (1, 1), (90_000, 90_000)])
def test_a_resolution_that_cannot_be_is_not_believed(tmp_path: Path, dpi: tuple[float, float]) -> None:
    assert saved(tmp_path, grained(size=(144, 72)), "a.tif", dpi=dpi).facts.size == Size(144_000, 72_000)


def test_a_fax_whose_pixels_are_no_squares_is_told(tmp_path: Path) -> None:
    header = saved(tmp_path, Image.new("1", (204, 98)), "a.tif", dpi=(204, 98))
    assert header.faults == (("picture-not-square", (("across", "204"), ("down", "98"))),)
    assert header.facts.size == Size(72_000, 34_588)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
def test_a_picture_is_as_wide_as_it_is_looked_at(tmp_path: Path, suffix: str, turn: int) -> None:
    header = saved(tmp_path, grained(size=(40, 24)), f"a.{suffix}", exif=turned(turn))
    assert (header.facts.width, header.facts.height) == ((24, 40) if turn >= 5 else (40, 24))


def test_a_broken_exif_block_turns_nothing(tmp_path: Path) -> None:
    header = saved(tmp_path, grained(size=(40, 24)), "a.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert (header.facts.width, header.turn) == (40, 1)


def test_two_tones_make_line_art(tmp_path: Path) -> None:
    palette = Image.new("P", (8, 8))
    palette.putpalette([255, 255, 255, 0, 0, 0])
    red = palette.copy()
    red.putpalette([255, 255, 255, 255, 0, 0])
    assert saved(tmp_path, Image.new("1", (8, 8)), "a.png").facts.is_line_art
    assert saved(tmp_path, palette, "b.png").facts.is_line_art
    assert not saved(tmp_path, red, "c.png").facts.is_line_art
    assert not saved(tmp_path, palette, "d.png", transparency=0).facts.is_line_art
    assert not saved(tmp_path, Image.new("L", (8, 8)), "e.png").facts.is_line_art


@pytest.mark.parametrize("suffix", ["webp", "png", "tif"])
def test_of_several_pictures_in_a_file_the_first_is_meant_and_that_is_told(tmp_path: Path, suffix: str) -> None:
    first, second = grained(size=(40, 24)), grained(size=(40, 24), dark=3)
    header = saved(tmp_path, first, f"a.{suffix}", save_all=True, append_images=[second])
    assert header.faults == (("picture-several", ()),)


def test_a_photograph_that_carries_a_preview_is_one_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    grained(size=(40, 24)).save(path, "MPO", save_all=True, append_images=[grained(size=(20, 12))])
    assert header_of(str(path)).faults == ()


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "picture-format"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "picture-format"),
        (b"GIF89a\1\0\1\0\0\0\0;", "picture-format"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "picture-format"),
        (b"\x89PNG\r\n\x1a\n", "picture-unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "picture-unreadable"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture-unreadable"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "picture-unreadable"),
        (b"II*\0\x08\0\0\0", "picture-kind"),
        (b"MM\0*\xff\xff\xff\xff", "picture-kind"),
    ],
)
def test_what_is_no_picture_is_named(tmp_path: Path, data: bytes, rule: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert refused(path)[0] == rule


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.png") == ("picture-unreadable", {"reason": "No such file or directory"})


@pytest.mark.parametrize(
    ("width", "height", "depth", "colour"),
    [(60_000, 60_000, 8, 2), (12_000, 9_000, 8, 2), (30_000, 15_000, 1, 0), (16_000, 15_000, 16, 0)],
)
def test_a_picture_of_too_many_pixels_is_not_opened(
    tmp_path: Path, width: int, height: int, depth: int, colour: int
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(width, height, depth, colour, []))
    assert refused(path) == ("picture-too-many-pixels", {"width": str(width), "height": str(height)})


def test_fine_line_art_of_a_large_page_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(14_031, 19_843, 1, 0, []))
    assert header_of(str(path)).facts.is_line_art


def tiff(bits: int, samples: int, photometric: int) -> bytes:
    """A TIFF of one pixel."""
    data = bytes(bits // 8 * samples)
    entries = [(256, 3, 1, 1), (257, 3, 1, 1), (258, 3, 1, bits), (259, 3, 1, 1), (262, 3, 1, photometric)]
    entries += [(273, 4, 1, 8), (277, 3, 1, samples), (278, 3, 1, 1), (279, 4, 1, len(data))]
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<I", 8 + len(data)) + data + struct.pack("<H", len(entries)) + rows + bytes(4)


@pytest.mark.parametrize(("bits", "samples", "photometric"), [(16, 3, 8), (8, 5, 5), (8, 6, 5)])
def test_lab_in_sixteen_bits_and_five_channels_are_named(
    tmp_path: Path, bits: int, samples: int, photometric: int
) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(bits, samples, photometric))
    assert refused(path) == ("picture-kind", {})


@pytest.mark.parametrize("mode", ["I", "F"])
def test_more_than_sixteen_bits_have_no_known_white(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.tif"
    Image.new(mode, (4, 4)).save(path)
    assert refused(path) == ("picture-deep", {"mode": mode})


def test_a_profile_that_unpacks_without_end_is_not_unpacked(tmp_path: Path) -> None:
    import zlib

    bomb = chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(2**26)))
    path = tmp_path / "a.png"
    path.write_bytes(png(1, 1, 8, 2, [b"\1\2\3"], bomb))
    assert refused(path)[0] == "picture-unreadable"


def test_the_bound_of_pillow_is_as_it_was(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    saved(tmp_path, grained(size=(8, 8)), "a.png")
    with pytest.raises(Unusable):
        header_of(str(tmp_path / "none.png"))
    assert before == Image.MAX_IMAGE_PIXELS


def test_formats_are_told_by_their_first_bytes() -> None:
    assert [raster_format(head) for head in (b"MM\0*", b"\xff\xd8\xff\xe1", b"\xc5\xd0\xd3\xc6")] == [
        "TIFF",
        "JPEG",
        "",
    ]
