"""Contents rewritten: operators of colour to inks, the rest byte for byte."""

from __future__ import annotations

import pytest
from drawings import PLAIN
from pikepdf import Array, Dictionary, Name, Pdf, String

from huozi.pictures.inked import Colouring, Inked, inked
from huozi.pictures.spaces import Space
from huozi.pictures.tones import Tones

PDF = Pdf.new()
PROFILE = {width: PDF.make_stream(b"icc", N=width) for width in (1, 3, 4)}
FUNCTION = Dictionary(FunctionType=2, Domain=[0, 1], N=1)
SPACES = Dictionary(
    {
        "/rgb": Array([Name.ICCBased, PROFILE[3]]),
        "/grey": Array([Name.ICCBased, PROFILE[1]]),
        "/inks": Array([Name.ICCBased, PROFILE[4]]),
        "/cal": Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])]),
        "/black": Array([Name.Separation, Name.Black, Name.DeviceCMYK, FUNCTION]),
        "/two": Array([Name.DeviceN, Array([Name.Magenta, Name("/None"), Name.Cyan]), Name.DeviceCMYK, FUNCTION]),
        "/gold": Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK, FUNCTION]),
        "/lab": Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]),
        "/few": Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\xff\x00\x00\x00\x00\xff")]),
        "/free": Array([Name.Pattern, Name.DeviceRGB]),
        "/A B": Name.DeviceRGB,
    }
)

CASES: dict[str, tuple[bytes, bytes]] = {
    "rgb": (b"1 0 0 rg", b"0 1 1 0 k"),
    "rgb stroke": (b"0 .5 1 RG", b"1 0.5 0 0 K"),
    "grey": (b"0.25 g", b"0 0 0 0.75 k"),
    "grey stroke": (b"0 G", b"0 0 0 1 K"),
    "grey in rgb": (b"0.2 0.2 0.2 rg", b"0 0 0 0.8 k"),
    "nearly grey in rgb": (b"0.2 0.204 0.2 rg", b"0 0 0 0.7987 k"),
    "inks": (b"0.1 0.2 0.3 0.4 k", b"0.1 0.2 0.3 0.4 k"),
    "beyond": (b"2 -1 0 rg", b"0 1 1 0 k"),
    "numbers": (b"+1 .0 0. rg", b"0 1 1 0 k"),
    "close": (b"1 0 0 rg/F 1 Tf(a)Tj", b"0 1 1 0 k /F 1 Tf (a)Tj"),
    "profile": (b"/rgb cs 1 0 0 scn", b"0 0 0 1 k 0 1 1 0 k"),
    "profile stroke": (b"/rgb CS 1 0 0 SCN", b"0 0 0 1 K 0 1 1 0 K"),
    "grey profile": (b"/grey cs 0.5 sc", b"0 0 0 1 k 0 0 0 0.5 k"),
    "profile of inks": (b"/inks cs 0.5 0 0 0 sc", b"0 0 0 1 k 0.5 0 0 0 k"),
    "calibrated": (b"/cal cs 0 1 1 sc", b"0 0 0 1 k 1 0 0 0 k"),
    "named black": (b"/black cs 0.3 scn", b"0 0 0 1 k 0 0 0 0.3 k"),
    "named inks": (b"/two cs 0.1 0.2 0.3 scn", b"1 1 0 0 k 0.3 0.1 0 0 k"),
    "palette": (b"/few cs 1 sc", b"0 1 1 0 k 1 1 0 0 k"),
    "palette beyond": (b"/few cs 9 sc", b"0 1 1 0 k 1 1 0 0 k"),
    "name by number": (b"/A#20B cs 1 0 0 sc", b"0 0 0 1 k 0 1 1 0 k"),
    "state": (b"q /rgb cs Q 0.5 sc", b"q 0 0 0 1 k Q 0 0 0 0.5 k"),
    "pattern": (b"/Pattern cs /p scn", b"/Pattern cs /p scn"),
    "free pattern": (b"/free cs 1 0 0 /p scn", b"/Pattern cs /HuoziUncoloured cs 0 1 1 0 /p scn"),
    "wrong count": (b"1 0 rg 1 w", b"1 w"),
    "in a string": (b"(1 0 0 rg (\\) 1 g) 0 g) Tj", b"(1 0 0 rg (\\) 1 g) 0 g) Tj"),
    "string within a string": (b"((a)(b)) Tj 0 g", b"((a)(b)) Tj 0 0 0 1 k"),
    "in a comment": (b"% 1 0 0 rg\n1 w", b"% 1 0 0 rg\n1 w"),
    "in hex": (b"<31 67> Tj 0 g", b"<31 67> Tj 0 0 0 1 k"),
    "marks": (b"/OC /MC0 BDC 1 w EMC /Artifact BMC EMC /a MP", b"1 w"),
    "too many restored": (b"q Q Q 1 w", b"q Q 1 w"),
    "too few restored": (b"q q 1 w", b"q q 1 w\nQ\nQ"),
    "idle font": (b"BT /F 12 Tf ET", b"BT ET"),
    "used font": (b"BT /F 12 Tf [(a) 1] TJ ET", b"BT /F 12 Tf [(a) 1] TJ ET"),
    "font restored": (b"/F 1 Tf q /G 2 Tf Q (a) Tj", b"/F 1 Tf q Q (a) Tj"),
    "inline picture": (
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 1 0 0 rg EI 0 g",
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 1 0 0 rg EI 0 0 0 1 k",
    ),
    "open string": (b"0 g (abc", b"0 0 0 1 k (abc"),
    "nothing": (b"", b""),
}  # fmt: skip


def rewritten(content: bytes, is_black: bool = False) -> tuple[Inked, list[Space], list[Space]]:
    refused: list[Space] = []
    pictures: list[Space] = []
    tones = Tones(PLAIN, is_black)
    return inked(content, Colouring(SPACES, tones, refused.append, pictures.append)), refused, pictures


@pytest.mark.parametrize("name", CASES)
def test_operators_of_colour_become_inks(name: str) -> None:
    before, after = CASES[name]
    done, refused, _ = rewritten(before)
    assert done.data.split() == after.split()
    assert refused == []


BLACK = {
    b"1 0 0 rg": b"0 0 0 0.701 k",
    b"0 0 1 RG": b"0 0 0 0.886 K",
    b"0 1 1 0 k": b"0 0 0 0.701 k",
    b"1 0 0 0.5 k": b"0 0 0 0.6495 k",
    b"0 0 0 0.5 k": b"0 0 0 0.5 k",
    b"0.25 g": b"0 0 0 0.75 k",
}


@pytest.mark.parametrize("content", BLACK)
def test_all_goes_to_black_where_that_is_asked(content: bytes) -> None:
    done, _, _ = rewritten(content, is_black=True)
    assert done.data.split() == BLACK[content].split()
    assert not done.is_coloured


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"/gold cs 1 scn", "Gold"), (b"/lab cs 1 0 0 scn", "Lab"), (b"/unknown cs 1 scn", "unknown")],
)
def test_spot_colours_and_unknown_spaces_are_told_and_stay(content: bytes, name: str) -> None:
    done, refused, _ = rewritten(content)
    assert done.data.split() == content.split()
    assert [space.name for space in refused] == [name]


def test_the_space_of_inline_pictures_is_handed_over() -> None:
    *_, pictures = rewritten(b"BI /CS /RGB ID x EI BI /IM true /CS /RGB ID x EI BI /ColorSpace /rgb ID x EI")
    assert [space.kind for space in pictures] == ["rgb", "grey", "rgb"]


def test_what_is_named_and_whether_it_has_colour() -> None:
    done, *_ = rewritten(b"/x Do /g gs /s sh /F 1 Tf /G 1 Tf (a) Tj 0 g")
    assert done.names == {"/x", "/g", "/s", "/G"}
    assert not done.is_coloured
    assert rewritten(b"1 0 0 rg")[0].is_coloured


def test_time_grows_with_the_content_alone() -> None:
    hostile = (b"(" * 50_000, b"q " * 50_000, b"<" * 50_000, b"[" * 50_000, b"/a " * 50_000, b"BI ID " * 20_000)
    for content in hostile:
        assert rewritten(content)[0].data.count(b"q") <= 50_000
