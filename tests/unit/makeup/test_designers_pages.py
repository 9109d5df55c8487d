"""Designers' pages: where they are laid on the trim, what is cut of them, what is told."""

from __future__ import annotations

import pytest
from issues import article, issue, pages, paragraph, sheet

from huozi.content.issue_model import CoverFile, CoverWish, Insert
from huozi.diagnostics import Findings, Span
from huozi.display import Image, Page
from huozi.geometry import Size, mm
from huozi.pictures.model import PictureFacts

PLACE = Span("issue/i/issue.yaml", 7, 9)
TRIM, BLEED = sheet().page.trim, sheet().page.bleed
WIDTH, HEIGHT = TRIM
NO_WISH = CoverWish()
Sides = tuple[int, int, int, int]


def facts(beyond_trim: int, beyond_bleed: int = 0, more: tuple[int, int] = (0, 0), pages: int = 1) -> PictureFacts:
    """A page of our trim, larger by ``more``, with so much around its trim and its bleed."""
    size = Size(WIDTH + 2 * beyond_trim + more[0], HEIGHT + 2 * beyond_trim + more[1])
    trim: Sides = (beyond_trim, beyond_trim, beyond_trim, beyond_trim)
    bleed: Sides = (beyond_bleed, beyond_bleed, beyond_bleed, beyond_bleed)
    return PictureFacts("pdf", *size, size, pages=pages, trim=trim, bleed=bleed)


def made(
    wish: CoverWish = NO_WISH,
    inserts: tuple[Insert, ...] = (),
    found: PictureFacts | None = None,
    *overrides: tuple[str, str],
) -> tuple[tuple[Page, ...], list[str]]:
    work = issue([article("题", paragraph("字"))], [article("目", paragraph("字"))])
    work = work._replace(cover=wish, inserts=inserts, span=Span("issue/i/issue.yaml", 1, 1))
    findings = Findings()
    laid = pages(work, "square", *overrides, findings=findings, pictures=lambda path, page: found)
    known = ("insert-", "cover-file", "cover-lacks")
    return laid, [item.rule for item in findings if item.rule.startswith(known) and item.rule != "insert-unlisted"]


def front(has_text: bool = False, alt: str = "") -> CoverWish:
    return CoverWish(files=(CoverFile("front", "images/c.pdf", 2, has_text, alt, PLACE),))


def images(page: Page) -> list[tuple[int, int, Image]]:
    return [(placed.x, placed.y, placed.item) for placed in page.items if isinstance(placed.item, Image)]


def test_a_page_of_our_trim_with_our_bleed_covers_the_bleed() -> None:
    laid, told = made(front(), (), facts(BLEED))
    size = Size(WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
    assert images(laid[0]) == [(-BLEED, -BLEED, Image("issue/i/images/c.pdf", size, page=2))]
    assert (len(laid[0].items), told) == (1, [])


def test_what_lies_beyond_our_bleed_is_cut_and_nothing_is_scaled() -> None:
    """Marks of 20 mm stand around the trim; thousandths of the sides are cut, never more than lies beyond."""
    around = mm(20)
    laid, told = made(front(), (), facts(around, around - BLEED))
    ((x, y, image),) = images(laid[0])
    whole = (WIDTH + 2 * around, HEIGHT + 2 * around)
    left = 1000 * (around - BLEED) // whole[0]
    top = 1000 * (around - BLEED) // whole[1]
    assert image.crop == (left, top, left, top)
    assert -BLEED - whole[0] // 1000 <= x <= -BLEED
    assert -BLEED - whole[1] // 1000 <= y <= -BLEED
    assert image.size == Size(whole[0] * (1000 - 2 * left) // 1000, whole[1] * (1000 - 2 * top) // 1000)
    assert told == []


TOLD = {
    "another trim": (facts(BLEED, more=(mm(5), 0)), ["insert-trim"]),
    "a trim that is rounded": (facts(BLEED, more=(mm(0.2), 0)), []),
    "no bleed": (facts(0), ["insert-bleed"]),
    "half of the bleed": (facts(BLEED, BLEED // 2), ["insert-bleed"]),
    "no trim of its own": (facts(0, more=(2 * BLEED, 2 * BLEED)), ["insert-trim-guessed"]),
    "a picture": (PictureFacts("raster", 100, 100, Size(100, 100)), ["insert-not-pdf"]),
    "nothing": (None, []),
}


@pytest.mark.parametrize("name", TOLD)
def test_trim_and_bleed_are_checked(name: str) -> None:
    found, rules = TOLD[name]
    laid, told = made(front(), (), found)
    assert told == rules
    assert len(images(laid[0])) == (name not in ("a picture", "nothing"))


def test_a_page_without_a_trim_of_its_own_has_the_bleed_all_round() -> None:
    laid, _ = made(front(), (), facts(0, more=(2 * BLEED, 2 * BLEED)))
    assert [(x, y) for x, y, _ in images(laid[0])] == [(-BLEED, -BLEED)]


TEXT = "{draw: text, text: 字, style: title, x: 40pt, y: 70pt, width: 60pt, height: 40pt}"
DESIGN = f"[{{draw: box, across: bleed, y: -9pt, height: 30pt}}, {TEXT}]"


def test_the_layout_s_texts_stand_over_a_designer_s_page_where_that_is_asked() -> None:
    kinds = []
    for has_text in (False, True):
        laid, _ = made(front(has_text), (), facts(BLEED), ("designs.front", DESIGN))
        kinds.append([type(placed.item).__name__ for placed in laid[0].items])
    assert kinds == [["Image"], ["Image", "GlyphRun"]]


def test_what_is_read_out_in_its_stead_makes_it_a_figure() -> None:
    laid, _ = made(front(alt="封面"), (), facts(BLEED))
    assert laid[0].items[0].order == 0
    assert laid[0].items[0].element is not None


def test_a_designer_s_page_without_a_page_of_the_cover_is_told() -> None:
    laid, told = made(front(), (), facts(BLEED), ("covers.front", "false"))
    assert told == ["cover-file-no-page"]
    assert all(not images(page) for page in laid)


def test_pages_of_an_insert_are_filled_one_by_one() -> None:
    insert = Insert("彩页", 2, 1, PLACE, "images/a.pdf", 3)
    laid, told = made(NO_WISH, (insert,), facts(BLEED, pages=4))
    filled = [image for page in laid for _, _, image in images(page)]
    assert [(image.path, image.page, image.alt) for image in filled] == [
        ("issue/i/images/a.pdf", 3, "彩页"),
        ("issue/i/images/a.pdf", 4, "彩页"),
    ]
    assert told == []
    assert all(page.folio is None for page in laid if images(page))


def test_pages_of_a_file_that_are_not_placed_are_told() -> None:
    insert = Insert("彩页", 2, 1, PLACE, "images/a.pdf")
    assert made(NO_WISH, (insert,), facts(BLEED, pages=3))[1] == ["insert-pages-left"]
    assert made(NO_WISH, (insert,), facts(BLEED, pages=2))[1] == []


def test_pages_left_free_stay_blank() -> None:
    laid, told = made(NO_WISH, (Insert("彩页", 2, 1, PLACE),), facts(BLEED))
    assert all(not images(page) for page in laid)
    assert told == []
