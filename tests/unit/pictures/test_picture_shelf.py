"""The shelf: pictures looked at and made ready once, kept by what they were made of, told where they stand."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from picture_files import INTENT, chart, grained, icc, press
from PIL import Image as Pillow

from huozi.diagnostics import Finding, Findings, Span
from huozi.display import Image, Page, Placed
from huozi.geometry import Size, mm
from huozi.output.errors import OutputError
from huozi.output.files import write_whole
from huozi.pictures import shelf as shelf_module
from huozi.pictures.kept import Keeping, Kept
from huozi.pictures.model import PictureFacts, PictureKey, Piece, Raster, Vector
from huozi.pictures.press import Press
from huozi.pictures.shelf import Pictures, Shelf, kind_of
from huozi.structure import Element, Kind

PLACE = Span("articles/01-a.md", 7, 1)
SMALL = Size(36_000, 24_000)


class House:
    """An issue's folder with pictures, and what its shelf says of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept = folder / "build" / "pictures"
        (folder / "images").mkdir()

    def path(self, name: str) -> str:
        return str(self.folder / "images" / name)

    def save(self, name: str, image: Pillow.Image, **how: object) -> None:
        image.save(self.path(name), **how)  # type: ignore[arg-type]

    def shelf(self) -> Shelf:
        places = {"images/a.png": PLACE}
        return Shelf(str(self.folder), Keeping(str(self.kept), write_whole), places.get)

    def ready(self, *images: Image, on: Press | None = None) -> tuple[Pictures, list[Finding]]:
        shelf, findings = self.shelf(), Findings()
        pictures = shelf.prepare([page(*images)], on or press())
        shelf.tell(findings)
        return pictures, list(findings)

    def looked_at(self, path: str) -> tuple[PictureFacts | None, list[Finding]]:
        shelf, findings = self.shelf(), Findings()
        facts = shelf.look_at(path)
        shelf.tell(findings)
        return facts, list(findings)

    @property
    def files(self) -> dict[str, bytes]:
        return {each.name: each.read_bytes() for each in sorted(self.kept.iterdir())} if self.kept.exists() else {}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def page(*images: Image, element: Element | None = None) -> Page:
    items = tuple(Placed(0, 0, image, element=element) for image in images)
    return Page(0, "right", "1", "1", Size(mm(148), mm(210)), mm(3), items)


def rules(found: list[Finding]) -> list[str]:
    return [item.rule for item in found]


def test_a_picture_is_known_by_its_path_within_the_folder(house: House) -> None:
    house.save("a.png", grained())
    facts, found = house.looked_at("images/a.png")
    assert facts == PictureFacts("raster", 240, 160, Size(240_000, 160_000), path=house.path("a.png"))
    assert found == []


def test_what_is_found_is_told_where_the_picture_stands_with_its_file(house: House) -> None:
    Path(house.path("a.png")).write_bytes(b"GIF89a")
    Path(house.path("b.png")).write_bytes(b"")
    assert house.looked_at("images/a.png") == (
        None,
        [Finding(PLACE, "picture-format", (("file", "images/a.png"),))],
    )
    facts, (found,) = house.looked_at("images/b.png")
    assert (facts, found.rule, found.span) == (None, "picture-empty", Span(house.path("b.png")))


def test_a_pipe_is_not_waited_for(house: House) -> None:
    os.mkfifo(house.path("a.png"))
    facts, found = house.looked_at("images/a.png")
    assert (facts, rules(found)) == (None, ["picture-unreadable"])


def test_a_file_of_more_bytes_than_any_picture_is_not_read(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.save("a.png", grained())
    monkeypatch.setattr(shelf_module, "MOST_BYTES", 1000)
    monkeypatch.setattr(shelf_module, "MEGABYTE", 100)
    facts, (found,) = house.looked_at("images/a.png")
    assert (facts, found.rule, dict(found.arguments)["most"]) == (None, "picture-too-heavy", "10")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xef\xbb\xbf<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b"<!-- " + b"a" * 5000, "svg"),
        (b"<html><body>", None),
        (b"junk\n%PDF-1.4", "pdf"),
        (b"\xc5\xd0\xd3\xc6", None),
        (b"\xff\xd8\xff\xdb", "raster"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, kind: str | None) -> None:
    assert kind_of(head, "a.svg" if head.startswith(b"<!--") else "a.jpg") == kind


# ---------------------------------------------------------------- kept


def everything(house: House) -> tuple[list[object], list[Finding]]:
    """Pictures of each sort, as they are ready, with what is found of them."""
    pictures, found = house.ready(
        Image(house.path("a.png"), Size(mm(20), mm(14))),
        Image(house.path("b.tif"), SMALL),
        Image(house.path("a.png"), Size(mm(20), mm(14)), is_black=True),
        Image(house.path("c.png"), SMALL),
    )
    return [(key, pictures[key]) for key in pictures], found


@pytest.fixture
def full(house: House) -> House:
    house.save("a.png", grained())
    house.save("b.tif", Pillow.new("CMYK", (150, 100), (200, 200, 200, 200)))
    house.save("c.png", chart().resize((150, 100)))
    return house


def test_what_is_kept_is_what_is_made(full: House) -> None:
    made, found = everything(full)
    assert {"picture-ink", "picture-profile-missing"} <= set(rules(found))
    kept = full.files
    assert len(kept) == 7, "the facts of three files, four streams"
    assert everything(full) == (made, found)
    assert full.files == kept


def test_what_is_kept_is_looked_for_before_any_picture_is_opened(full: House, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = everything(full)

    def none(*_: object, **__: object) -> None:
        raise AssertionError("a picture was opened")

    monkeypatch.setattr(Pillow, "open", none)
    assert everything(full) == expected


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[:-1],
    "empty": lambda data: b"",
    "one bit": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "another program's": lambda data: b"%PDF-1.4" + data,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_stream_is_noticed_and_made_again(full: House, damage: str) -> None:
    expected, kept = everything(full), full.files
    for name, data in kept.items():
        (full.kept / name).write_bytes(DAMAGE[damage](data))
    assert everything(full) == expected
    assert full.files == kept


def test_what_is_kept_may_be_removed(full: House) -> None:
    expected, kept = everything(full), full.files
    shutil.rmtree(full.folder / "build")
    assert everything(full) == expected
    assert full.files == kept


def test_sound_bytes_that_say_something_else_are_made_again(full: House) -> None:
    expected, kept = everything(full), full.files
    keeping = Keeping(str(full.kept), write_whole)
    for name in kept:
        keeping.keep(name, Kept(PictureFacts("raster", 1, 1, Size(1, 1))))
    _, found = everything(full)
    assert "picture-coarse" in rules(found) or "picture-too-coarse" in rules(found), "facts are believed"
    for name in kept:
        (full.kept / name).unlink()
    assert everything(full) == expected


def refuse(path: str, data: bytes) -> None:
    raise OutputError([])


def test_who_cannot_write_goes_without(full: House, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = everything(full)
    for name in full.files:
        (full.kept / name).unlink()
    monkeypatch.setattr("test_picture_shelf.write_whole", refuse)
    assert everything(full) == expected
    assert full.files == {}


def change_the_file(house: House) -> Press:
    house.save("a.png", grained(dark=2))
    return press()


def change_the_limit(house: House) -> Press:
    return press(250)


def change_the_profile(house: House) -> Press:
    return press()._replace(icc=icc() + b"\0")


def change_the_intent(house: House) -> Press:
    return press()._replace(intent="other")


@pytest.mark.parametrize("change", [change_the_file, change_the_limit, change_the_profile, change_the_intent])
def test_what_is_made_of_something_else_is_not_taken(house: House, change: object) -> None:
    assert callable(change)
    house.save("a.png", grained())
    image = Image(house.path("a.png"), SMALL)
    house.ready(image)
    before = set(house.files)
    house.ready(image, on=change(house))
    assert set(house.files) - before


def test_a_larger_print_of_a_picture_is_made_anew_and_a_smaller_one_beside_it_is_not(house: House) -> None:
    house.save("a.png", grained(size=(1400, 933)))
    large, small = (Image(house.path("a.png"), Size(mm(width), mm(width * 2 / 3))) for width in (40, 20))
    alone, _ = house.ready(small)
    both, _ = house.ready(small, large)
    other_way, _ = house.ready(large, small)
    (key,) = both
    widths = [picture.width for picture in (alone[key], both[key], other_way[key]) if isinstance(picture, Raster)]
    assert widths == [276, 552, 552]


def test_streams_beyond_what_is_at_hand_are_fetched_when_asked_for(
    full: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = everything(full)
    monkeypatch.setattr(shelf_module, "AT_HAND", 0)
    assert everything(full) == expected
    pictures, _ = full.ready(Image(full.path("b.tif"), SMALL))
    before = pictures[PictureKey(full.path("b.tif"))]
    for name in full.files:
        (full.kept / name).unlink()
    assert pictures[PictureKey(full.path("b.tif"))] == before, "made again, for it has gone meanwhile"


# ---------------------------------------------------------------- what is found of pages


@pytest.mark.parametrize(
    ("mode", "pixels", "rule"),
    [
        ("RGB", 299, "picture-coarse"),
        ("RGB", 300, ""),
        ("RGB", 200, "picture-coarse"),
        ("RGB", 199, "picture-too-coarse"),
        ("1", 799, "picture-coarse"),
        ("1", 800, ""),
        ("1", 550, "picture-coarse"),
        ("1", 549, "picture-too-coarse"),
    ],
)
def test_the_resolution_at_its_printed_size_is_told(house: House, mode: str, pixels: int, rule: str) -> None:
    house.save("a.png", Pillow.new(mode, (pixels, pixels)))
    _, found = house.ready(Image(house.path("a.png"), Size(72_000, 72_000)))
    assert [item.rule for item in found if "coarse" in item.rule] == ([rule] if rule else [])
    if rule:
        assert dict(found[0].arguments)["dpi"] == str(pixels)
        assert found[0].span == PLACE


def test_a_part_of_a_picture_has_the_resolution_of_the_whole(house: House) -> None:
    house.save("a.png", grained(size=(300, 300)))
    _, found = house.ready(Image(house.path("a.png"), Size(36_000, 36_000), crop=(500, 0, 0, 500)))
    assert [item.rule for item in found if "coarse" in item.rule] == []
    _, found = house.ready(Image(house.path("a.png"), Size(72_000, 36_000), crop=(0, 500, 0, 0)))
    assert [item.rule for item in found if "coarse" in item.rule] == []
    _, found = house.ready(Image(house.path("a.png"), Size(72_000, 36_000), crop=(100, 500, 0, 0)))
    assert [item.rule for item in found if "coarse" in item.rule] == ["picture-coarse"]


def test_findings_stand_at_the_figure_that_shows_the_picture_largest(house: House) -> None:
    house.save("a.png", grained(size=(100, 100)))
    spans = [Span("articles/01-a.md", line, 1) for line in (3, 9)]
    shelf, findings = house.shelf(), Findings()
    pages = [
        page(Image(house.path("a.png"), Size(side, side)), element=Element(Kind.FIGURE, 0, None, span))
        for side, span in zip((20_000, 40_000), spans, strict=True)
    ]
    shelf.prepare(pages, press())
    shelf.tell(findings)
    assert {item.span for item in findings} == {spans[1]}


def test_a_broken_picture_is_left_out_after_a_finding(house: House) -> None:
    house.save("a.png", grained())
    house.save("b.jpg", grained())
    path = Path(house.path("b.jpg"))
    path.write_bytes(path.read_bytes()[:2000])
    pictures, found = house.ready(Image(house.path("a.png"), SMALL), Image(str(path), SMALL))
    assert list(pictures) == [PictureKey(house.path("a.png"))]
    assert "picture-unreadable" in rules(found)
    again, same = house.ready(Image(house.path("a.png"), SMALL), Image(str(path), SMALL))
    assert (list(again), same) == (list(pictures), found)


def test_a_profile_of_no_press_is_named(house: House) -> None:
    house.save("a.png", grained())
    pictures, found = house.ready(Image(house.path("a.png"), SMALL), on=Press(b"", INTENT, 300))
    assert list(pictures) == []
    assert [(item.rule, item.span) for item in found] == [("profile-not-cmyk", Span(INTENT))]


def test_which_pictures_are_coloured_is_known_without_their_streams(full: House) -> None:
    full.save("d.png", grained("L"))
    images = [
        Image(full.path("a.png"), SMALL),
        Image(full.path("a.png"), SMALL, is_black=True),
        Image(full.path("d.png"), SMALL),
    ]
    pictures, _ = full.ready(*images)
    assert [pictures.is_coloured(key) for key in pictures] == [True, False, False]


# ---------------------------------------------------------------- the file of what is kept


def things() -> Iterator[Kept]:
    yield Kept(PictureFacts("pdf", 3, 4, Size(3, 4), False, 9))
    faults = (("picture-ink", (("most", "301"),)),)
    yield Kept(Raster(2, 1, "DeviceCMYK", 8, "FlateDecode", b"\0\xff\n" * 9, True), faults)
    yield Kept(Raster(2, 1, "DeviceGray", 1, "DCTDecode", b""))
    pieces = (Piece(("<</A ", 1, " 0 R>>"), b"stream"), Piece(("[1 2]",)), Piece(("",), b""))
    yield Kept(Vector(Size(5, 6), pieces, False))


@pytest.mark.parametrize("number", range(4))
def test_what_is_laid_down_is_found_again(tmp_path: Path, number: int) -> None:
    kept = list(things())[number]
    keeping = Keeping(str(tmp_path / "build" / "pictures"), write_whole)
    assert keeping.find("a") is None
    assert keeping.keep("a", kept)
    assert keeping.find("a") == kept
    assert not [name for name in os.listdir(tmp_path / "build" / "pictures") if name != "a"]
