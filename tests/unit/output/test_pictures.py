"""Pictures of pages: their pixels, their files, what is refused, and a folder that holds those of one run."""

from __future__ import annotations

import io
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import PIL.Image
import pytest
from output_pages import A5, SCREEN, TARGET, pdf, run

from huozi.commands.outcome import Exit, code_by_cause
from huozi.display import BLACK, Ink, Page, Placed, Rule
from huozi.geometry import mm
from huozi.output.errors import OutputError
from huozi.output.files import STALE
from huozi.output.pictures.drawing import Picture, page_pictures
from huozi.output.pictures.folder import NamedPicture, picture_name, write_pictures
from huozi.output.pictures.png import is_ours, png_of, size_of

RED = Ink(0, 1000, 1000, 0)
PAGES = (
    Page(0, "right", "1", "1", A5, mm(3), (Placed(mm(20), mm(20), Rule(mm(10), mm(5))),)),
    Page(1, "left", "2", "2", A5, mm(3), (Placed(mm(20), mm(20), Rule(mm(10), mm(5), RED)),)),
    Page(2, "right", "3", "3", A5, mm(3), (Placed(60_000, 70_000, run("湖畔")),)),
)


@pytest.fixture(scope="module")
def file() -> bytes:
    return pdf(*PAGES)


@pytest.fixture(scope="module")
def pictures(file: bytes) -> list[Picture]:
    return list(page_pictures(file, dpi=127))


def opened(picture: Picture) -> PIL.Image.Image:
    return PIL.Image.open(io.BytesIO(picture.png))


def refused(*arguments: object) -> tuple[str, Exit]:
    with pytest.raises(OutputError) as caught:
        list(page_pictures(*arguments))  # type: ignore[arg-type]
    (found,) = caught.value.findings
    return found.rule, code_by_cause(caught.value.findings)


def test_a_picture_is_the_trimmed_page_at_its_resolution(pictures: list[Picture]) -> None:
    assert [(each.index, each.width, each.height) for each in pictures] == [
        (0, 740, 1050),
        (1, 740, 1050),
        (2, 740, 1050),
    ]
    assert [opened(each).size for each in pictures] == [(740, 1050)] * 3
    assert size_of(pictures[0].png) == (740, 1050)


def test_what_stands_at_a_place_is_drawn_there(pictures: list[Picture]) -> None:
    image = opened(pictures[0])  # 127 dpi: five pixels a millimetre
    dark = [(x, y) for x in (99, 100, 149, 150) for y in (99, 100, 124, 125) if image.getpixel((x, y)) != 255]
    assert dark == [(100, 100), (100, 124), (149, 100), (149, 124)]


def test_the_whole_sheet_has_its_bleed(file: bytes) -> None:
    (picture,) = page_pictures(file, [0], 127, whole=True)
    assert (picture.width, picture.height) == (770, 1080)
    assert opened(picture).getpixel((114, 114)) == 255
    assert opened(picture).getpixel((116, 116)) != 255


def test_a_file_without_bleed_is_drawn_the_same(pictures: list[Picture]) -> None:
    (picture,) = page_pictures(pdf(*PAGES[:1], target=SCREEN), dpi=127)
    assert opened(picture).tobytes() == opened(pictures[0]).tobytes()


@pytest.mark.parametrize(
    "key, value, size",
    [
        ("/Rotate", 90, (1080, 770)),  # turned: the sheet as it is shown
        ("/TrimBox", [0, 0, 9999, 9999], (770, 1080)),
        ("/TrimBox", [30, 30, 30, 30], (770, 1080)),
        ("/CropBox", [0, 0, 300, 400], (529, 706)),
        ("/MediaBox", [0, 0, 9, 9], (16, 16)),
    ],
)
def test_boxes_of_strangers_are_drawn_as_far_as_they_make_sense(
    key: str, value: object, size: tuple[int, int], file: bytes
) -> None:
    with pikepdf.open(io.BytesIO(file)) as changed:
        changed.pages[0].obj[key] = value
        data = io.BytesIO()
        changed.save(data)
    (picture,) = page_pictures(data.getvalue(), [0], 127)
    assert (picture.width, picture.height) == size


def test_a_page_in_black_alone_is_grey_and_one_in_colour_is_not(pictures: list[Picture]) -> None:
    assert [(each.is_grey, opened(each).mode) for each in pictures] == [(True, "L"), (False, "RGB"), (True, "L")]
    assert opened(pictures[1]).getpixel((110, 110)) == pytest.approx((237, 28, 36), abs=12)


def test_a_picture_says_its_resolution_and_whose_it_is(pictures: list[Picture]) -> None:
    image = opened(pictures[0])
    assert [round(value) for value in image.info["dpi"]] == [127, 127]
    assert image.info["Software"] == "Huozi"
    assert is_ours(pictures[0].png[:64])


def test_the_same_file_gives_the_same_bytes(file: bytes, pictures: list[Picture]) -> None:
    assert list(page_pictures(file, dpi=127)) == pictures


def test_only_the_pages_asked_for_are_drawn_in_that_order(file: bytes, pictures: list[Picture]) -> None:
    assert list(page_pictures(file, [2, 0], 127)) == [pictures[2], pictures[0]]
    assert list(page_pictures(file, [], 127)) == []


def test_pictures_half_taken_can_be_left(file: bytes, pictures: list[Picture]) -> None:
    taken = page_pictures(file, dpi=127)
    assert next(taken) == pictures[0]
    del taken
    assert next(page_pictures(file, [1], 127)) == pictures[1]


def photograph(mode: str) -> PIL.Image.Image:
    return PIL.Image.linear_gradient("L").resize((90, 70)).convert(mode)


def test_a_picture_in_colour_comes_back_pixel_by_pixel() -> None:
    image = PIL.Image.merge("RGB", (photograph("L"), photograph("L").rotate(180), photograph("L")))
    png, is_grey = png_of(image, 72)
    back = PIL.Image.open(io.BytesIO(png))
    assert not is_grey
    assert back.tobytes() == image.tobytes()
    assert len(png) < 2_000  # the rows of a tint that runs differ little


def test_a_shade_that_no_eye_sees_is_no_colour() -> None:
    tinted = [PIL.Image.new("RGB", (3, 3), (100, 100, blue)) for blue in (108, 109)]
    assert [png_of(image, 72)[1] for image in tinted] == [True, False]


def test_what_cannot_be_drawn_is_refused_with_words(file: bytes) -> None:
    assert refused(b"no file", None, 110) == ("picture-no-pdf", Exit.USAGE)
    assert refused(file, [3], 110) == ("picture-no-page", Exit.USAGE)
    assert refused(file, [0], 19) == ("picture-resolution", Exit.USAGE)
    assert refused(file, [0], 601) == ("picture-resolution", Exit.USAGE)


def test_a_page_too_large_for_a_resolution_says_which_one_it_would_take() -> None:
    wide = pdf(PAGES[0]._replace(trim=A5._replace(width=mm(2000))))
    with pytest.raises(OutputError) as caught:
        next(page_pictures(wide, dpi=600))
    assert dict(caught.value.findings[0].arguments) == {"page": "1", "dpi": "600", "most": "247"}
    (picture,) = page_pictures(wide, dpi=20)
    assert picture.width == 1575


def test_without_the_extra_it_is_named(file: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert refused(file) == ("proof-extra-missing", Exit.USAGE)


# ------------------------------------------------------------------ the folder


def ours(name: str, grey: int = 0) -> NamedPicture:
    return NamedPicture(name, png_of(PIL.Image.new("RGB", (2, 2), (grey, grey, grey)), 72)[0])


@pytest.mark.parametrize(
    "number, count, label, name",
    [
        (1, 30, "封一", "01-封一.png"),
        (3, 30, "1", "03-1.png"),
        (7, 1200, "目1", "0007-目1.png"),
        (1, 1, 'a/b\\c:*?"<>|', "01-a_b_c.png"),
        (2, 2, "..", "02-page.png"),
        (2, 2, "增刊" * 40, f"02-{'增刊' * 20}.png"),
    ],
)
def test_names_are_safe_and_in_the_order_of_pages(number: int, count: int, label: str, name: str) -> None:
    assert picture_name(number, count, label) == name


def test_pictures_are_written_and_those_of_an_earlier_run_are_gone(tmp_path: Path) -> None:
    folder = str(tmp_path / "build" / "pages")
    write_pictures(folder, [ours("01-1.png"), ours("02-2.png"), ours("03-3.png")])
    assert write_pictures(folder, [ours("02-2.png", 9)]) == (os.path.join(folder, "02-2.png"),)
    assert os.listdir(folder) == ["02-2.png"]
    assert Path(folder, "02-2.png").read_bytes() == ours("", 9).png


def test_what_others_have_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / "01-photo.png").write_bytes(b"\x89PNG\r\n\x1a\n of an editor")
    (tmp_path / "notes.txt").write_text("notes")
    (tmp_path / "cover.png").write_bytes(ours("").png)
    (tmp_path / "02-folder.png").mkdir()
    write_pictures(str(tmp_path), [ours("01-1.png")])
    assert sorted(os.listdir(tmp_path)) == ["01-1.png", "01-photo.png", "02-folder.png", "cover.png", "notes.txt"]


def test_pictures_that_fail_half_way_leave_the_folder_as_it_was(tmp_path: Path) -> None:
    def failing() -> Iterator[NamedPicture]:
        yield ours("01-1.png", 9)
        raise OSError("a page that cannot be drawn")

    write_pictures(str(tmp_path), [ours("01-1.png"), ours("02-2.png")])
    with pytest.raises(OSError, match="a page"):
        write_pictures(str(tmp_path), failing())
    assert sorted(os.listdir(tmp_path)) == ["01-1.png", "02-2.png"]
    assert (tmp_path / "01-1.png").read_bytes() == ours("").png


def test_a_full_disk_is_told_of_the_picture_and_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pictures(str(tmp_path), [ours("01-1.png")])
    so_far: list[int] = []

    def full(descriptor: int) -> None:
        so_far.append(descriptor)
        if len(so_far) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write_pictures(str(tmp_path), [ours("01-1.png", 9), ours("02-2.png")])
    (found,) = caught.value.findings
    assert (found.rule, found.span.file) == ("disk-full", str(tmp_path / "02-2.png"))
    assert dict(found.arguments)["folder"] == str(tmp_path)
    assert os.listdir(tmp_path) == ["01-1.png"]
    assert (tmp_path / "01-1.png").read_bytes() == ours("").png


def test_a_file_in_the_folder_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "pages").write_bytes(b"")
    with pytest.raises(OutputError):
        write_pictures(str(tmp_path / "pages"), [ours("01-1.png")])


def test_what_a_killed_run_left_is_removed_and_a_running_one_is_let_be(tmp_path: Path) -> None:
    old, running = tmp_path / ".pictures.huozi-99999999.tmp", tmp_path / f".pictures.huozi-{os.getppid()}.tmp"
    for stage in (old, running):
        stage.mkdir()
        (stage / "01-1.png").write_bytes(b"half")
    long_ago = old.stat().st_mtime - 2 * STALE
    os.utime(old, (long_ago, long_ago))
    write_pictures(str(tmp_path), [ours("01-1.png")])
    assert sorted(os.listdir(tmp_path)) == [running.name, "01-1.png"]


def test_the_header_says_eight_bits_a_channel(pictures: list[Picture]) -> None:
    headers = [struct.unpack(">BBBBB", each.png[24:29]) for each in pictures]
    assert headers == [(8, 0, 0, 0, 0), (8, 2, 0, 0, 0), (8, 0, 0, 0, 0)]


def test_overprinting_black_is_drawn_dark(pictures: list[Picture]) -> None:
    assert BLACK.overprint and TARGET.profile == "print"
    assert opened(pictures[0]).getpixel((120, 110)) == 31
