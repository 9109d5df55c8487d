"""The dump says all of a page, the same way everywhere."""

from __future__ import annotations

from output_pages import LATIN, issue, page, run

from huozi.display import BLACK, Bookmark, Comment, GlyphRun, Image, Ink, Link, Path, Placed, Role, Rule
from huozi.geometry import Rect, Size
from huozi.output.dump import dump


def lines(*items: Placed) -> list[str]:
    return dump([page(*items)]).splitlines()[1:]


def test_a_page_is_headed_by_what_and_where_it_is() -> None:
    assert dump([page()]) == "page 0 1 right folio 1 419.528×595.276 bleed 8.504\n"
    assert dump([page(label="封一")]).startswith("page 0 封一 right folio – ")


def test_pages_are_parted_by_an_empty_line() -> None:
    assert dump(issue()).count("\n\npage ") == 3


def test_a_run_says_face_size_advances_and_text() -> None:
    assert lines(Placed(85_039, 100_500, run("春天来了"), Role.PARAGRAPH, 3)) == [
        '    85.039    100.5 paragraph 3 NotoSerifSC-Regular 12 12×4 =48 "春天来了"'
    ]


def test_places_are_points_without_a_zero_too_many() -> None:
    places = [(-1, 1), (-8_504, 10), (120_000, 1_234_567), (0, -500)]
    assert [line.split()[:2] for line in lines(*(Placed(x, y, Rule(0, 0)) for x, y in places))] == [
        ["-0.001", "0.001"],
        ["-8.504", "0.01"],
        ["120", "1234.567"],
        ["0", "-0.5"],
    ]


def test_uneven_advances_are_told_one_by_one() -> None:
    uneven = GlyphRun(LATIN, 9_500, (1, 2, 3, 4), (500, 5_000, 9_500, 14_750), ("a", "b", "", "d"), 20_000)
    assert lines(Placed(0, 0, uneven))[0].endswith('SourceSerif4-Regular 9.5 +0.5 4.5×2 5.25×2 =20 "abd"')


def test_inks_other_than_text_black_are_told_and_overprint_marked() -> None:
    inks = (BLACK, Ink(0, 0, 0, 1000), Ink(0, 505, 0, 0, overprint=True))
    rules = lines(*(Placed(0, 0, Rule(1_000, 500, ink)) for ink in inks))
    assert [line.partition("rule ")[2] for line in rules] == ["1×0.5", "1×0.5 0/0/0/100", "1×0.5 0/50.5/0/0!"]


def test_every_kind_of_item_has_its_line() -> None:
    items = (
        Placed(0, 0, Path((("M", 0, 0), ("L", 1_000, -250), ("Z",)), Ink(0, 0, 0, 200), BLACK, 250)),
        Placed(0, 0, Image("/somewhere/湖.tif", Size(72_000, 36_000), '湖"面')),
        Placed(0, 0, Link(9_000, 1_000, "12"), Role.ARTIFACT, -1),
        Placed(0, 0, Bookmark("第一章\n岸", 0), Role.SECTION, 1),
        Placed(
            0, 0, Comment((Rect(0, 500, 9_000, 1_000),), "a.md:1:2#f", "读者", "错字", "改", (1000, 0, 0)), order=-1
        ),
    )
    assert [line[20:] for line in lines(*items)] == [
        "paragraph 0 path fill 0/0/0/20 stroke 0.25 M 0 0 L 1 -0.25 Z",
        'paragraph 0 image 72×36 湖.tif "湖\\"面"',
        "artifact – link 9×1 to 12",
        'section 1 bookmark 0 "第一章\\n岸"',
        'paragraph – comment 0,0.5 9×1 "错字" "改" "a.md:1:2#f"',
    ]


def test_a_rise_is_told() -> None:
    assert lines(Placed(0, 0, run("注", rise=4_000)))[0].endswith('12 rise 4 12 =12 "注"')


def test_a_turned_item_says_so() -> None:
    assert lines(Placed(10_000, 20_000, Rule(30_000, 500), Role.ARTIFACT, -1, is_turned=True)) == [
        "        10       20 artifact – turned rule 30×0.5"
    ]
