"""Pictures in designs: where they stand, what is cut of them, what is told; words over them; the sheet of covers."""

from __future__ import annotations

from pathlib import Path

import pytest
from issues import article, issue, pages, paragraph

from huozi.content.issue_model import CoverWish
from huozi.diagnostics import Findings, Span
from huozi.display import Image, Placed, Role
from huozi.geometry import Size
from huozi.makeup.cover_sheet import cut_image
from huozi.pictures.model import PictureFacts

WIDE = PictureFacts("raster", 400, 200, Size(400_000, 200_000))
TALL = PictureFacts("raster", 200, 400, Size(200_000, 400_000))
AREA = "x: 30pt, y: 60pt, width: 100pt, height: 80pt"
COVER = CoverWish("images/a.png", (), Span("issue.yaml", 9, 8))
WORK = issue([article("题", paragraph("字"))])._replace(cover=COVER, span=Span("issue/i/issue.yaml", 1, 1))


def drawn(
    elements: str, facts: PictureFacts | None, findings: Findings | None = None, cover: CoverWish = COVER
) -> tuple[Placed, ...]:
    """What a front cover of these elements shows where every picture is as the facts say."""

    def look_at(path: str, page: int) -> PictureFacts | None:
        asked.append((path, page))
        return facts

    asked.clear()
    work = WORK._replace(cover=cover)
    return pages(work, "square", ("designs.front", f"[{elements}]"), findings=findings, pictures=look_at)[0].items


asked: list[tuple[str, int]] = []


def picture(more: str = "", file: str = "'{cover_picture}'") -> str:
    return f"{{draw: picture, file: {file}, {AREA}{more}}}"


# the area is 100 × 80 pt at (30, 60)
PLACED: dict[str, tuple[str, PictureFacts, tuple[int, int, int, int], tuple[int, int, int, int]]] = {
    "wide, cut": ("", WIDE, (30_000, 60_000, 100_000, 80_000), (187, 0, 188, 0)),
    "wide, cut on the right": (", align: left", WIDE, (30_000, 60_000, 100_000, 80_000), (0, 0, 375, 0)),
    "wide, cut on the left": (", align: right", WIDE, (30_000, 60_000, 100_000, 80_000), (375, 0, 0, 0)),
    "tall, cut": ("", TALL, (30_000, 60_000, 100_000, 80_000), (0, 300, 0, 300)),
    "tall, cut at the foot": (", valign: top", TALL, (30_000, 60_000, 100_000, 80_000), (0, 0, 0, 600)),
    "tall, cut at the head": (", valign: bottom", TALL, (30_000, 60_000, 100_000, 80_000), (0, 600, 0, 0)),
    "wide, whole": (", fit: fit", WIDE, (30_000, 75_000, 100_000, 50_000), (0, 0, 0, 0)),
    "wide, at the head": (", fit: fit, valign: top", WIDE, (30_000, 60_000, 100_000, 50_000), (0, 0, 0, 0)),
    "wide, at the foot": (", fit: fit, valign: bottom", WIDE, (30_000, 90_000, 100_000, 50_000), (0, 0, 0, 0)),
    "tall, whole": (", fit: fit", TALL, (60_000, 60_000, 40_000, 80_000), (0, 0, 0, 0)),
    "tall, on the left": (", fit: fit, align: left", TALL, (30_000, 60_000, 40_000, 80_000), (0, 0, 0, 0)),
    "tall, on the right": (", fit: fit, align: right", TALL, (90_000, 60_000, 40_000, 80_000), (0, 0, 0, 0)),
}


@pytest.mark.parametrize("name", PLACED)
def test_a_picture_fills_its_place_or_stands_in_it(name: str) -> None:
    more, facts, (x, y, width, height), crop = PLACED[name]
    image = Image("issue/i/images/a.png", Size(width, height), crop=crop)
    assert drawn(picture(more), facts) == (Placed(x, y, image, Role.ARTIFACT, -1),)
    assert asked == [("images/a.png", 1)]


def test_the_path_by_which_pages_name_it_is_the_shelf_s_where_that_says_one() -> None:
    (placed,) = drawn(picture(), WIDE._replace(path="elsewhere/a.png"))
    assert isinstance(placed.item, Image)
    assert placed.item.path == "elsewhere/a.png"


def test_a_picture_with_a_text_in_its_stead_is_read() -> None:
    (placed,) = drawn(picture(", alt: 海边"), WIDE)
    assert (placed.role, placed.order) == (Role.PARAGRAPH, 0)
    assert placed.element is not None
    assert isinstance(placed.item, Image)
    assert placed.item.alt == "海边"


def test_an_issue_without_a_picture_for_the_cover_is_told() -> None:
    findings = Findings()
    assert drawn(picture(), WIDE, findings, CoverWish()) == ()
    assert "cover-picture-none" in {item.rule for item in findings}


def test_a_picture_of_which_nothing_is_known_is_left_out() -> None:
    assert drawn(picture(), None) == ()


def test_a_cover_picture_without_a_place_is_told() -> None:
    findings = Findings()
    drawn("", WIDE, findings)
    assert [item.span for item in findings if item.rule == "cover-picture-unprinted"] == [COVER.span]
    findings = Findings()
    drawn(picture(), WIDE, findings)
    assert "cover-picture-unprinted" not in {item.rule for item in findings}


TEXT = "{draw: text, text: 字, style: title, x: 40pt, y: 70pt, width: 60pt, height: 60pt}"


def told(elements: str) -> set[str]:
    findings = Findings()
    drawn(elements, WIDE, findings)
    return {item.rule for item in findings if item.rule in ("cover-too-light", "cover-hidden")}


def test_nobody_can_say_whether_words_on_a_picture_can_be_read() -> None:
    box = f"{{draw: box, {AREA}, colour: k100}}"
    assert told(f"{box}, {TEXT}") == {"cover-too-light"}
    assert told(f"{box}, {picture()}, {TEXT}") == set()
    assert told(f"{picture()}, {box}, {TEXT}") == {"cover-too-light"}


def test_words_under_a_picture_are_hidden() -> None:
    assert told(f"{TEXT}, {picture()}") == {"cover-hidden"}


# ------------------------------------------------------------------ at the folds

IMAGE = Image("a", Size(100_000, 50_000), crop=(100, 0, 100, 200))


def test_a_picture_is_cut_at_the_folds() -> None:
    """800 thousandths of it show over 100 pt: a quarter of them are cut on the left, an eighth on the right."""
    half = Image("a", Size(62_500, 50_000), crop=(300, 0, 200, 200))
    assert cut_image(IMAGE, 25_000, 87_500) == (25_000, half)
    assert cut_image(IMAGE, -5_000, 200_000) == (0, IMAGE)


@pytest.mark.parametrize(("left", "right"), [(100_000, 200_000), (-50_000, 0), (50_000, 50_000)])
def test_nothing_is_left_of_a_picture_beyond_the_folds(left: int, right: int) -> None:
    assert cut_image(IMAGE, left, right) is None


# ------------------------------------------------------------------ a layout's own


def own(folder: Path, file: str) -> tuple[list[str], tuple[Placed, ...]]:
    from issues import HOUSE

    from huozi.diagnostics import InvalidIssue
    from huozi.fonts.catalog import Catalog
    from huozi.pipeline import set_and_made_up
    from huozi.style.house import House
    from huozi.style.load import load_stylesheet

    layout = folder / "layout"
    layout.mkdir(exist_ok=True)
    (layout / "own.yaml").write_text(
        f"extends: square\ndesigns:\n  front:\n    - {{draw: picture, file: '{file}', {AREA}}}\n", encoding="utf-8"
    )
    findings = Findings()
    try:
        sheet = load_stylesheet("own", House((str(layout), *HOUSE.layouts), HOUSE.fonts), (), findings)
    except InvalidIssue as error:
        return [item.rule for item in error.findings], ()

    def look_at(path: str, page: int) -> PictureFacts | None:
        asked.append((path, page))
        return WIDE

    asked.clear()
    made = set_and_made_up(WORK, sheet, Catalog(HOUSE.fonts), findings, None, look_at)[1]
    return [], made[0].items


def test_a_layout_s_own_picture_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "layout" / "marks").mkdir(parents=True)
    (tmp_path / "layout" / "marks" / "a.svg").write_bytes(b"")
    found, items = own(tmp_path, "marks/a.svg")
    assert (found, asked) == ([], [(str(tmp_path / "layout" / "marks" / "a.svg"), 1)])
    assert [type(placed.item) for placed in items] == [Image]


@pytest.mark.parametrize(
    ("file", "rule"),
    [
        ("../a.svg", "design-picture-path"),
        ("/etc/passwd", "design-picture-path"),
        ("https://example.org/a.svg", "design-picture-path"),
        ("link/a.svg", "design-picture-path"),
        ("no.svg", "design-picture-missing"),
    ],
)
def test_a_layout_s_picture_does_not_lead_out_of_its_folder(file: str, rule: str, tmp_path: Path) -> None:
    (tmp_path / "layout").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.svg").write_bytes(b"")
    (tmp_path / "a.svg").write_bytes(b"")
    (tmp_path / "layout" / "link").symlink_to(tmp_path / "outside")
    assert own(tmp_path, file)[0] == [rule]
