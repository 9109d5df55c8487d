"""Pages of PDFs: their boxes, what is told of them, the drawing in inks; files that mean harm."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from drawings import PLACE, PLAIN, content_of, file_of, is_clean, pdf_bytes, printed_inks, rules, written
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from huozi.diagnostics import Findings
from huozi.geometry import Size
from huozi.pictures import pages
from huozi.pictures.model import PictureFacts, Vector
from huozi.pictures.pages import page_facts, page_vector

NONE = (0, 0, 0, 0)
TRIMMED = {"TrimBox": (10.0, 5.0, 80.0, 45.0), "BleedBox": (7.0, 2.0, 83.0, 48.0)}

SIZES: dict[str, tuple[bytes, tuple[int, int], tuple[int, ...], tuple[int, ...]]] = {
    "plain": (pdf_bytes(), (100_000, 50_000), NONE, NONE),
    "cropped": (pdf_bytes(boxes={"CropBox": (10, 5, 60, 45)}), (50_000, 40_000), NONE, NONE),
    "corners": (pdf_bytes(boxes={"CropBox": (60, 45, 10, 5)}), (50_000, 40_000), NONE, NONE),
    "trimmed": (
        pdf_bytes(boxes=TRIMMED),
        (100_000, 50_000),
        (10_000, 5_000, 20_000, 5_000),
        (7_000, 2_000, 17_000, 2_000),
    ),
    "turned": (
        pdf_bytes(boxes=TRIMMED, Rotate=90),
        (50_000, 100_000),
        (5_000, 10_000, 5_000, 20_000),
        (2_000, 7_000, 2_000, 17_000),
    ),
    "upside down": (
        pdf_bytes(boxes=TRIMMED, Rotate=-180),
        (100_000, 50_000),
        (20_000, 5_000, 10_000, 5_000),
        (17_000, 2_000, 7_000, 2_000),
    ),
    "unit": (
        pdf_bytes(boxes={"TrimBox": (10, 5, 80, 45)}, UserUnit=2),
        (200_000, 100_000),
        (20_000, 10_000, 40_000, 10_000),
        NONE,
    ),
    "bleed beyond what is shown": (
        pdf_bytes(boxes={"CropBox": (10, 5, 90, 45), "BleedBox": (7, 2, 93, 48)}),
        (86_000, 46_000),
        (3_000, 3_000, 3_000, 3_000),
        NONE,
    ),
    "box outside": (pdf_bytes(boxes={"TrimBox": (200, 200, 300, 300)}), (100_000, 50_000), NONE, NONE),
}


@pytest.mark.parametrize("name", SIZES)
def test_a_page_is_as_large_as_it_is_looked_at(name: str, tmp_path: Path) -> None:
    data, (width, height), trim, bleed = SIZES[name]
    findings = Findings()
    facts = page_facts(written(tmp_path / "a.pdf", data), 1, PLACE, findings)
    assert facts == PictureFacts("pdf", width, height, Size(width, height), trim=trim, bleed=bleed)  # type: ignore[arg-type]
    assert rules(findings) == []


# ------------------------------------------------------------------ files that cannot be used


def encrypted(user: str) -> bytes:
    with pikepdf.open(BytesIO(pdf_bytes())) as pdf:
        out = BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=user))
        return out.getvalue()


def changed(change: object, data: bytes | None = None) -> bytes:
    """A file after a change of its document."""
    with pikepdf.open(BytesIO(pdf_bytes() if data is None else data)) as pdf:
        change(pdf)  # type: ignore[operator]
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def _loop_of_pages(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


UNUSABLE = {
    "password": (encrypted("secret"), 1, ["pdf-encrypted"]),
    "restrictions": (encrypted(""), 1, ["pdf-encrypted"]),
    "page missing": (pdf_bytes(pages=2), 3, ["pdf-no-page"]),
    "nine hundred pages": (pdf_bytes(pages=900), 901, ["pdf-no-page"]),
    "empty": (b"", 1, ["pdf-damaged"]),
    "no PDF": (b"GIF89a", 1, ["pdf-damaged"]),
    "cut off": (pdf_bytes(b"0 g " * 500)[:150], 1, ["pdf-damaged"]),
    "pages in a circle": (changed(_loop_of_pages), 2, ["pdf-damaged"]),
    "too long": (pdf_bytes(boxes={"MediaBox": (0, 0, 20_000, 50)}), 1, ["pdf-no-size"]),
    "no width": (pdf_bytes(boxes={"MediaBox": (5, 0, 5, 50)}), 1, ["pdf-no-size"]),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_cannot_be_used_is_told(name: str, tmp_path: Path) -> None:
    data, page, expected = UNUSABLE[name]
    path = written(tmp_path / "a.pdf", data)
    findings, again = Findings(), Findings()
    assert page_facts(path, page, PLACE, findings) is None
    assert page_vector(path, page, False, PLAIN, PLACE, again) is None
    assert (rules(findings), rules(again)) == (expected, expected)


def test_the_last_of_nine_hundred_pages_is_found(tmp_path: Path) -> None:
    facts = page_facts(written(tmp_path / "a.pdf", pdf_bytes(pages=900)), 900, PLACE, Findings())
    assert facts is not None
    assert facts.pages == 900


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    findings = Findings()
    assert page_facts(str(tmp_path / "no.pdf"), 1, PLACE, findings) is None
    assert rules(findings) == ["pdf-unreadable"]


def test_limits_of_the_process_are_as_before(tmp_path: Path) -> None:
    before = pikepdf.settings.get_qpdf_limits()
    page_facts(written(tmp_path / "a.pdf", b"no"), 1, PLACE, Findings())
    assert pikepdf.settings.get_qpdf_limits() == before


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    findings = Findings()
    assert pages.page_facts("a.pdf", 1, PLACE, findings) is None
    assert pages.page_vector("a.pdf", 1, False, PLAIN, PLACE, findings) is None
    assert rules(findings) == ["figures-extra-missing"]


# ------------------------------------------------------------------ what is beside the page


def _noted(pdf: pikepdf.Pdf) -> None:
    rows = [
        Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[0, 0, 9, 9]) for kind in ("Text", "Link", "Stamp")
    ]
    pdf.pages[0].obj.Annots = Array(rows)


def _with_program(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _with_layers(pdf: pikepdf.Pdf, *off: bool) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="a"))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer] if off else []))


ASIDES = {
    "comments": (_noted, ["pdf-comments"]),
    "program": (_with_program, ["pdf-programs"]),
    "layers": (_with_layers, []),
    "hidden layer": (lambda pdf: _with_layers(pdf, True), ["pdf-hidden-layers"]),
}


@pytest.mark.parametrize("name", ASIDES)
def test_what_is_not_printed_is_told(name: str, tmp_path: Path) -> None:
    change, expected = ASIDES[name]
    findings = Findings()
    assert page_facts(written(tmp_path / "a.pdf", changed(change)), 1, PLACE, findings) is not None
    assert rules(findings) == expected
    if name == "comments":
        assert dict(next(iter(findings)).arguments)["count"] == "2"


# ------------------------------------------------------------------ the drawing


def drawn(path: str, is_black: bool = False) -> tuple[Vector | None, list[str]]:
    findings = Findings()
    return page_vector(path, 1, is_black, PLAIN, PLACE, findings), rules(findings)


def test_a_page_is_drawn_in_inks(tmp_path: Path) -> None:
    content = b"1 0 0 rg 0 0 50 50 re f 0 0 0 rg 50 0 25 50 re f"
    vector, found = drawn(written(tmp_path / "a.pdf", pdf_bytes(content)))
    assert vector is not None
    assert found == []
    assert (vector.size, vector.is_coloured) == (Size(100_000, 50_000), True)
    assert is_clean(file_of(vector), tmp_path)
    assert printed_inks(file_of(vector), tmp_path) == pytest.approx((0, 0.5, 0.5, 0.25), abs=0.01)


def test_a_page_is_drawn_in_black_where_that_is_asked(tmp_path: Path) -> None:
    content = b"1 0 0 rg 0 0 50 50 re f"
    vector, _ = drawn(written(tmp_path / "a.pdf", pdf_bytes(content)), is_black=True)
    assert vector is not None
    assert not vector.is_coloured
    assert printed_inks(file_of(vector), tmp_path) == pytest.approx((0, 0, 0, 0.35), abs=0.01)


@pytest.mark.parametrize(("turn", "corner"), [(0, (0, 0)), (90, (0, 100)), (180, (100, 50)), (270, (50, 0))])
def test_a_turned_page_stands_upright_at_the_origin(turn: int, corner: tuple[int, int], tmp_path: Path) -> None:
    """Where the file's lower left corner comes to lie."""
    vector, _ = drawn(written(tmp_path / "a.pdf", pdf_bytes(boxes={"MediaBox": (7, 9, 107, 59)}, Rotate=turn)))
    assert vector is not None
    with pikepdf.open(BytesIO(file_of(vector))) as pdf:
        a, b, c, d, e, f = (float(each) for each in pdf.pages[0].Resources.XObject.P1.Matrix)
    assert (a * 7 + c * 9 + e, b * 7 + d * 9 + f) == corner
    assert vector.size == (Size(50_000, 100_000) if turn % 180 else Size(100_000, 50_000))


def test_a_page_begins_with_a_state_of_its_own(tmp_path: Path) -> None:
    vector, _ = drawn(written(tmp_path / "a.pdf", pdf_bytes(b"0 0 9 9 re f")))
    assert vector is not None
    assert content_of(vector).startswith(b"/HuoziPlain gs 0 0 0 1 k 0 0 0 1 K ")


def test_the_same_file_gives_the_same_drawing(tmp_path: Path) -> None:
    path = written(tmp_path / "a.pdf", pdf_bytes(b"1 0 0 rg 0 0 9 9 re f"))
    assert drawn(path) == drawn(path)


FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
TEXT = b"BT /F 12 Tf (a) Tj ET"


def with_objects(content: bytes, add: object) -> bytes:
    """A file whose resources are made within it."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources = add(pdf)  # type: ignore[operator]

    return changed(change, pdf_bytes(content))


def _picture(space: object, data: bytes = b"\x00\x00\x00", **more: object) -> object:
    def add(pdf: pikepdf.Pdf) -> Dictionary:
        made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
        if space is not None:
            made["/ColorSpace"] = space
        for key, value in more.items():
            made[f"/{key}"] = pdf.make_stream(value) if isinstance(value, bytes) else value
        return Dictionary(XObject=Dictionary(P=made))

    return add


def _gold(_: pikepdf.Pdf) -> Dictionary:
    function = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 0.2, 0.8, 0])
    return Dictionary(ColorSpace=Dictionary(G=Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK, function])))


def _state(**entries: object) -> object:
    return lambda _: Dictionary(ExtGState=Dictionary(G=Dictionary({f"/{key}": each for key, each in entries.items()})))


def _gradient(space: Name, function: Dictionary, kind: int = 2) -> object:
    shading = Dictionary(ShadingType=kind, ColorSpace=space, Coords=[0, 0, 100, 0], Function=function)
    return lambda _: Dictionary(Shading=Dictionary(S=shading))


RED_TO_BLUE = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[1, 0, 0], C1=[0, 0, 1], Range=[0, 1, 0, 1, 0, 1])
PALETTE = Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\xff\x00\x00\x00\x00\xff")])
CALCULATED = Dictionary(FunctionType=4, Domain=[0, 1])

TOLD: dict[str, tuple[bytes, object, list[str]]] = {
    "font not embedded": (TEXT, lambda _: Dictionary(Font=Dictionary(F=FONT)), ["vector-font-missing"]),
    "font not used": (b"BT /F 12 Tf ET", lambda _: Dictionary(Font=Dictionary(F=FONT)), []),
    "picture in RGB": (b"/P Do", _picture(Name.DeviceRGB), ["vector-picture-colour"]),
    "picture not used": (b"", _picture(Name.DeviceRGB), []),
    "picture in inks": (b"/P Do", _picture(Name.DeviceCMYK, b"\x00\x00\x00\x00"), []),
    "grey picture": (b"/P Do", _picture(Name.DeviceGray, b"\x00"), []),
    "palette": (b"/P Do", _picture(PALETTE, b"\x00"), []),
    "picture in Lab": (
        b"/P Do",
        _picture(Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])])),
        ["vector-picture-colour"],
    ),
    "mask of a shape": (b"/P Do", _picture(None, b"\x00", ImageMask=True), []),
    "transparent picture": (b"/P Do", _picture(Name.DeviceGray, b"\x00", SMask=b"\x00"), ["vector-transparent"]),
    "inline picture in RGB": (
        b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI",
        lambda _: Dictionary(),
        ["vector-picture-colour"],
    ),
    "spot colour": (b"/G cs 1 scn 0 0 9 9 re f", _gold, ["vector-spot-colour"]),
    "opaque": (b"/G gs", _state(ca=1, CA=1, BM=Name.Normal, SMask=Name("/None")), []),
    "half": (b"/G gs", _state(ca=pikepdf.Object.parse(b"0.5")), ["vector-transparent"]),
    "multiplied": (b"/G gs", _state(BM=Name.Multiply), ["vector-transparent"]),
    "state not used": (b"", _state(BM=Name.Multiply), []),
    "gradient": (b"/S sh", _gradient(Name.DeviceRGB, RED_TO_BLUE), []),
    "calculated gradient": (b"/S sh", _gradient(Name.DeviceRGB, CALCULATED), ["vector-shading"]),
    "calculated gradient in inks": (b"/S sh", _gradient(Name.DeviceCMYK, CALCULATED), []),
    "plane": (b"/S sh", _gradient(Name.DeviceRGB, RED_TO_BLUE, kind=1), ["vector-shading"]),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_cannot_be_printed_is_told(name: str, tmp_path: Path) -> None:
    content, add, expected = TOLD[name]
    vector, found = drawn(written(tmp_path / "a.pdf", with_objects(content, add)))
    assert vector is not None
    assert found == expected
    assert is_clean(file_of(vector), tmp_path)


def test_a_picture_in_inks_is_told_where_the_inside_is_black(tmp_path: Path) -> None:
    data = with_objects(b"/P Do", _picture(Name.DeviceCMYK, b"\x00\x00\x00\x00"))
    assert drawn(written(tmp_path / "a.pdf", data), is_black=True)[1] == ["vector-picture-black"]


@pytest.mark.parametrize(("packed", "share"), [("plain", 0.25), ("photograph", 0.5)])
def test_a_grey_picture_with_a_profile_is_as_dark_as_it_says(packed: str, share: float, tmp_path: Path) -> None:
    """The profile's greys are all a quarter black; a picture that is packed as a photograph keeps its numbers."""

    def add(pdf: pikepdf.Pdf) -> Dictionary:
        space = Array([Name.ICCBased, pdf.make_stream(b"profile", N=1)])
        picture = pdf.make_stream(
            b"\x80", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=space
        )
        if packed == "photograph":
            held = BytesIO()
            Image.new("L", (1, 1), 128).save(held, "JPEG", quality=100)
            picture.write(held.getvalue(), filter=Name.DCTDecode)
        return Dictionary(XObject=Dictionary(P=picture))

    path = written(tmp_path / "a.pdf", with_objects(b"100 0 0 100 0 0 cm /P Do", add))
    printing = PLAIN._replace(greys=lambda data: [191] * 256 if data == b"profile" else None)
    vector = page_vector(path, 1, False, printing, PLACE, Findings())
    assert vector is not None
    assert is_clean(file_of(vector), tmp_path)
    cyan, magenta, yellow, black = printed_inks(file_of(vector), tmp_path)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black == pytest.approx(share, abs=0.01)


def test_a_gradient_keeps_its_stops(tmp_path: Path) -> None:
    """Red is magenta and yellow, blue cyan and magenta: half of the page has each of the two, all of it magenta."""
    vector, _ = drawn(written(tmp_path / "a.pdf", with_objects(b"/S sh", _gradient(Name.DeviceRGB, RED_TO_BLUE))))
    assert vector is not None
    assert printed_inks(file_of(vector), tmp_path) == pytest.approx((0.5, 1, 0.5, 0), abs=0.02)


# ------------------------------------------------------------------ harm


def _form(pdf: pikepdf.Pdf, content: bytes, **entries: object) -> Stream:
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], **entries)


def _draws_itself(pdf: pikepdf.Pdf) -> Dictionary:
    form = _form(pdf, b"/P Do 1 0 0 rg 0 0 9 9 re f")
    form.Resources = Dictionary(XObject=Dictionary(P=form))
    return Dictionary(XObject=Dictionary(P=form))


def _deep(pdf: pikepdf.Pdf) -> Dictionary:
    form = _form(pdf, b"")
    for _ in range(60):
        form = _form(pdf, b"/P Do", Resources=Dictionary(XObject=Dictionary(P=form)))
    return Dictionary(XObject=Dictionary(P=form))


def _bomb(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(XObject=Dictionary(P=_form(pdf, b"0 g " * 5_000_000)))


def _busy(pdf: pikepdf.Pdf) -> Dictionary:
    """Two forms, each of which alone would not be too much."""
    forms = Dictionary(Q=_form(pdf, b"q Q " * 120_000), R=_form(pdf, b"q  Q " * 120_000))
    return Dictionary(XObject=Dictionary(P=_form(pdf, b"/Q Do /R Do", Resources=Dictionary(XObject=forms))))


def _elsewhere(pdf: pikepdf.Pdf) -> Dictionary:
    form = _form(pdf, b"0 0 9 9 re f", F=pikepdf.String("/etc/passwd"), Ref=Dictionary(F=pikepdf.String("a.pdf")))
    return Dictionary(XObject=Dictionary(P=form))


def _of_wrong_types(pdf: pikepdf.Pdf) -> Dictionary:
    bad = Dictionary(ca=pikepdf.String("x"), BM=Array([1, 2]))
    return Dictionary(ExtGState=Dictionary(P=bad), XObject=Dictionary(P=5), Font=Array([]), ColorSpace=Name.A)


HARM: dict[str, tuple[object, list[str]]] = {
    "form draws itself": (_draws_itself, []),
    "forms within forms": (_deep, ["vector-too-much-depth"]),
    "content bomb": (_bomb, ["vector-too-much-content"]),
    "operators": (_busy, ["vector-too-much-operators"]),
    "wrong types": (_of_wrong_types, ["pdf-damaged"]),
}


@pytest.mark.parametrize("name", HARM)
def test_harm_is_bounded(name: str, tmp_path: Path) -> None:
    add, expected = HARM[name]
    _, found = drawn(written(tmp_path / "a.pdf", with_objects(b"/P Do /P gs", add)))
    assert found == expected


def test_nothing_that_leads_out_of_the_file_is_copied(tmp_path: Path) -> None:
    vector, _ = drawn(written(tmp_path / "a.pdf", with_objects(b"/P Do", _elsewhere)))
    assert vector is not None
    words = "".join(str(part) for piece in vector.pieces for part in piece.parts)
    assert "/F " not in words
    assert "/Ref" not in words
    assert "passwd" not in words
