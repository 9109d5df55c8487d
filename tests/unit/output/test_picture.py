"""Pictures in the file: images and drawings as they come, each once, cropped by clipping; turned items."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from output_pages import TARGET, faces, icc, page, run

from huozi.display import BLACK, Image, Ink, Link, Placed, Role, Rule, Target
from huozi.geometry import Size, mm
from huozi.output.pdf import pdf_bytes
from huozi.pictures.model import PictureKey, Piece, Prepared, Raster, Vector

INKS = (10, 200, 30, 40)
INKED = Raster(8, 4, "DeviceCMYK", 8, "FlateDecode", b"x" * 20)
GREY = Raster(4, 2, "DeviceGray", 8, "DCTDecode", b"\xff\xd8grey")
SIZE = Size(72_000, 36_000)
RED_HALF = b"0 1 1 0 k 0 0 40 20 re f"
"""The left half of a drawing of 80 × 20 points."""

DRAWING = Vector(
    Size(80_000, 20_000),
    (
        Piece(
            (
                "<</Type/XObject/Subtype/Form/BBox[0 0 80 20]/Resources<</ExtGState<</G ",
                1,
                ">>/XObject<</X ",
                2,
                ">>>>>>",
            ),
            RED_HALF,
        ),
        Piece(("<</Type/ExtGState/OP false>>",)),
        Piece(("<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Back ", 1, ">>"), b""),
    ),
)


def file_of(*items: Placed, pictures: dict[PictureKey, Prepared], target: Target = TARGET) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf_bytes([page(*items)], target, faces(), icc(), pictures=pictures)))


def placed(path: str = "a", size: Size = SIZE, **how: object) -> Placed:
    return Placed(20_000, 30_000, Image(path, size, **how))  # type: ignore[arg-type]


def content(file: pikepdf.Pdf) -> str:
    return file.pages[0].Contents.read_bytes().decode("latin-1")


def test_an_image_says_what_it_is_and_holds_its_stream() -> None:
    with file_of(placed(), pictures={PictureKey("a"): INKED}) as file:
        image = file.pages[0].Resources.XObject.P1
        assert image.read_raw_bytes() == b"x" * 20
        facts = {key: str(value) for key, value in image.items() if key != "/Length"}
        assert facts == {
            "/Type": "/XObject",
            "/Subtype": "/Image",
            "/Width": "8",
            "/Height": "4",
            "/ColorSpace": "/DeviceCMYK",
            "/BitsPerComponent": "8",
            "/Filter": "/FlateDecode",
        }
        assert "q 72 0 0 36 28.504 537.78 cm /P1 Do Q" in content(file)


@pytest.mark.parametrize(("space", "count"), [("DeviceCMYK", 4), ("DeviceGray", 1)])
def test_inverted_components_are_named(space: str, count: int) -> None:
    raster = Raster(8, 4, space, 8, "DCTDecode", b"\xff\xd8", is_inverted=True)  # type: ignore[arg-type]
    with file_of(placed(), pictures={PictureKey("a"): raster}) as file:
        image = file.pages[0].Resources.XObject.P1
        assert [int(value) for value in image.Decode] == [1, 0] * count


def test_pictures_have_names_in_the_order_of_their_pages_and_stand_there_once() -> None:
    pictures: dict[PictureKey, Prepared] = {PictureKey("a"): INKED, PictureKey("b"): GREY}
    made = [page(placed("b"), placed("b")), page(placed("a"), index=1, label="2")]
    with pikepdf.open(io.BytesIO(pdf_bytes(made, TARGET, faces(), icc(), pictures=pictures))) as file:
        objects = file.pages[0].Resources.XObject
        assert {str(name): int(objects[str(name)].Width) for name in objects} == {"/P1": 4, "/P2": 8}
        assert [file.pages[0].Contents.read_bytes().count(b"/P1 Do"), content(file).count("/P2 Do")] == [2, 0]
        assert file.pages[1].Contents.read_bytes().count(b"/P2 Do") == 1


def test_the_same_file_in_colour_and_in_black_are_two_pictures() -> None:
    pictures: dict[PictureKey, Prepared] = {PictureKey("a"): INKED, PictureKey("a", 1, True): GREY}
    with file_of(placed(), placed(is_black=True), placed(page=2), pictures=pictures) as file:
        assert [name in content(file) for name in ("/P1 Do", "/P2 Do", "/P3 Do")] == [True, True, False]


def test_a_picture_that_is_not_ready_leaves_its_place_empty() -> None:
    with file_of(placed(), Placed(60_000, 70_000, run("春")), pictures={}) as file:
        assert "Do" not in content(file)
        assert "/XObject" not in file.pages[0].Resources


def test_what_is_cropped_is_clipped_from_the_whole() -> None:
    crop = (250, 0, 0, 500)  # three quarters of the width, the upper half
    with file_of(placed(crop=crop), pictures={PictureKey("a"): INKED}) as file:
        assert "q 28.504 537.78 72 36 re W n 96 0 0 72 4.504 501.78 cm /P1 Do Q" in content(file)


def test_a_drawing_is_a_form_with_all_that_it_refers_to() -> None:
    with file_of(placed(), pictures={PictureKey("a"): DRAWING}) as file:
        form = file.pages[0].Resources.XObject.P1
        assert form.read_bytes() == RED_HALF
        assert str(form.Resources.ExtGState.G.Type) == "/ExtGState"
        assert form.Resources.XObject.X.Back.objgen == form.Resources.ExtGState.G.objgen
        assert "q 0 g 0 G 1 w .9 0 0 1.8 28.504 537.78 cm /P1 Do Q" in content(file)


def seen(*items: Placed, pictures: dict[PictureKey, Prepared]) -> list[tuple[int, int]]:
    """Where a page is not white: the extent of it across and down, in points from the trim's corner."""
    data = pdf_bytes([page(*items)], TARGET, faces(), icc(), pictures=pictures)
    drawn = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("L").point(lambda tone: 255 - tone)
    left, top, right, foot = drawn.getbbox() or (0, 0, 0, 0)
    corner = mm(3) / 1000
    return [(round(left / 4 - corner), round(right / 4 - corner)), (round(top / 4 - corner), round(foot / 4 - corner))]


def test_a_drawing_stands_where_it_is_placed() -> None:
    drawn = seen(placed(size=Size(160_000, 40_000)), pictures={PictureKey("a"): DRAWING})
    assert drawn == [(20, 100), (30, 70)]


def test_a_cropped_drawing_shows_what_is_left_of_it() -> None:
    cropped = placed(size=Size(80_000, 40_000), crop=(250, 0, 250, 0))
    assert seen(cropped, pictures={PictureKey("a"): DRAWING}) == [(20, 60), (30, 70)]


def test_turned_items_run_up_the_page_from_their_places() -> None:
    turned = Placed(100_000, 300_000, Image("a", Size(160_000, 40_000)), is_turned=True)
    assert seen(turned, pictures={PictureKey("a"): DRAWING}) == [(100, 140), (220, 300)]
    rule = Placed(100_000, 300_000, Rule(50_000, 10_000), is_turned=True)
    assert seen(rule, pictures={}) == [(100, 110), (250, 300)]
    text = Placed(100_000, 300_000, run("一一一一", size=20_000), is_turned=True)
    (left, right), (top, foot) = seen(text, pictures={})
    assert 85 < left < right < 100 and 220 <= top < 224 and 296 < foot <= 300


def test_what_follows_a_turned_item_stands_as_ever() -> None:
    """Ink and font are said again where a turn has ended: they went with it."""
    red = Ink(0, 1000, 1000, 0)
    items = (
        Placed(60_000, 70_000, run("春", ink=red)),
        Placed(100_000, 300_000, run("夏", ink=BLACK), is_turned=True),
        Placed(120_000, 300_000, run("秋"), is_turned=True),
        Placed(60_000, 90_000, run("冬", ink=red)),
    )
    with file_of(*items, pictures={}) as file:
        shown = content(file)
    assert shown.count("q 0 1 -1 0 0 0 cm") == shown.count("\nQ") == 1
    before, within = shown.split("q 0 1 -1 0 0 0 cm")
    within, after = within.split("\nQ")
    assert ("0 1 1 0 k" in before, "0 0 0 1 k" in within, " k" in after, " Tf" in after) == (True, True, False, False)
    text = pypdfium2.PdfDocument(pdf_bytes([page(*items)], TARGET, faces(), icc()))[0].get_textpage().get_text_bounded()
    assert set("春夏秋冬") <= set(text)


def test_a_turned_link_covers_what_is_turned() -> None:
    link = Placed(100_000, 300_000, Link(50_000, 10_000, "", "https://example.org/"), Role.ARTIFACT, -1, is_turned=True)
    with file_of(link, pictures={}, target=TARGET._replace(profile="screen")) as file:
        left, bottom, right, top = (float(number) for number in file.pages[0].Annots[0].Rect)
    height = mm(210) / 1000
    assert (left, right) == (100, 110)
    assert (bottom, top) == pytest.approx((height - 300, height - 250))


@pytest.mark.parametrize(
    "other",
    [
        INKED._replace(data=b"y" * 20),
        INKED._replace(is_inverted=True),
        INKED._replace(width=4, height=8),
        DRAWING,
        DRAWING._replace(pieces=(DRAWING.pieces[0]._replace(stream=b"f"), *DRAWING.pieces[1:])),
    ],
)
def test_the_same_page_with_another_picture_has_another_identity(other: Prepared) -> None:
    identities = []
    for picture in (INKED, other, INKED):
        with file_of(placed(), pictures={PictureKey("a"): picture}) as file:
            identities.append(bytes(file.trailer.ID[0]))
    assert identities[0] == identities[2] != identities[1]


def test_the_same_pictures_give_the_same_bytes() -> None:
    pictures: dict[PictureKey, Prepared] = {PictureKey("a"): DRAWING, PictureKey("b"): GREY}
    made = [page(placed("a"), placed("b"))]
    assert len({pdf_bytes(made, TARGET, faces(), icc(), pictures=pictures) for _ in range(2)}) == 1
