"""What a content stream says, and what it need not say again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from output_pages import HEI, LATIN, faces, page, run

from huozi.diagnostics import Findings
from huozi.display import BLACK, SOFT_HYPHEN, Bookmark, GlyphRun, Ink, Link, Path, Placed, Role, Rule
from huozi.output.pdf.content import Names, page_content
from huozi.output.pdf.font import make_fonts

WHITE = Ink(0, 0, 0, 0, overprint=True)
RED = Ink(0, 1000, 800, 0)


def stream(*items: Placed) -> str:
    """The content stream of a page of 100 pt by 100 pt without bleed, codes shown as the texts they stand for."""
    one = page(*items)
    fonts = make_fonts([one], faces(), Findings())
    content = page_content(one, Names(fonts, {}), 0).decode("latin-1")
    for font in fonts.values():
        for (_, text), code in font.shown.items():
            content = content.replace(code, text)
    return content


TOP = 595_276


def below(points: float) -> str:
    """A height from the foot of the page, in points, of what stands so far from its head."""
    return f"{(TOP - points * 1000) / 1000:g}"


def stretched(text: str, gaps: Sequence[int]) -> GlyphRun:
    """A run of full-width glyphs of 10 pt with these gaps after them."""
    xs = [0]
    for gap in gaps:
        xs.append(xs[-1] + 10_000 + gap)
    solid = run(text, size=10_000)
    return GlyphRun(solid.face, 10_000, solid.glyphs, tuple(xs), solid.texts, xs[-1] + 10_000)


def test_a_run_set_solid_is_one_string() -> None:
    assert stream(Placed(10_000, 20_000, run("春天"))) == "\n".join(
        ["/Over gs", "0 0 0 1 k", "/F1 12 Tf", "BT", f"10 {below(20)} Td", "(春天)Tj", "ET"]
    )


def test_a_gap_is_written_in_thousandths_of_the_size() -> None:
    assert "[(春)-100(天)250(来)]TJ" in stream(Placed(0, 0, stretched("春天来", [1_000, -2_500])))


def test_less_than_half_a_millipoint_waits_until_it_adds_up() -> None:
    assert "[(oo)-.08(oo)-.07(o)]TJ" in stream(Placed(0, 0, run("ooooo", LATIN, 10_400)))  # .4 too wide a letter


def test_runs_on_one_baseline_go_on_from_the_pen() -> None:
    content = stream(Placed(0, 0, run("春", size=10_000)), Placed(12_000, 0, run("春", HEI, 10_000)))
    assert content.count("Td") == 1
    assert content.endswith("(春)Tj\n/F2 10 Tf\n[-200(春)]TJ\nET")


def test_runs_of_one_face_and_ink_on_one_baseline_are_one_operator() -> None:
    assert stream(Placed(0, 0, run("春")), Placed(12_000, 0, run("天"))).count("Tj") == 1


def test_the_next_line_is_reached_from_the_line_before() -> None:
    content = stream(Placed(20_000, 20_000, run("春")), Placed(10_000, 38_700, run("天")))
    assert content.endswith(f"20 {below(20)} Td\n(春)Tj\n-10 -18.7 Td\n(天)Tj\nET")
    assert content.count("BT") == content.count("gs") == content.count(" k") == content.count("Tf") == 1


def test_a_hyphen_that_parts_a_word_is_drawn_and_is_no_text() -> None:
    hyphen = run("-", LATIN)._replace(texts=(SOFT_HYPHEN,))
    letters = run("ab", LATIN)
    content = stream(
        Placed(0, 0, letters), Placed(letters.width, 0, hyphen), Placed(letters.width + hyphen.width, 0, letters)
    )
    assert content.endswith(f"(ab)Tj\n/Span<</ActualText()>>BDC\n({SOFT_HYPHEN})Tj\nEMC\n(ab)Tj\nET")


def test_rise_lifts_the_baseline() -> None:
    assert f"0 {below(15)} Td" in stream(Placed(0, 20_000, run("春", rise=5_000)))


def test_text_black_is_k_alone_and_overprints() -> None:
    assert stream(Placed(0, 0, run("春"))).startswith("/Over gs\n0 0 0 1 k\n")


def test_other_inks_knock_out() -> None:
    content = stream(Placed(0, 0, run("春")), Placed(0, 0, Rule(1_000, 1_000, RED)), Placed(0, 0, run("天")))
    assert "/Knock gs\n0 1 .8 0 k\n0 594.276 1 1 re f\n/Over gs\n0 0 0 1 k" in content


def test_white_never_overprints() -> None:
    assert "Over" not in stream(Placed(0, 0, Rule(1_000, 1_000, WHITE)))


def test_a_path_is_filled_then_stroked_each_with_its_own_overprint() -> None:
    triangle = (("M", 0, 0), ("L", 10_000, 0), ("C", 1, 2, 3, 4, 5_000, 8_660), ("Z",))
    content = stream(Placed(0, TOP, Path(triangle, fill=RED, stroke=BLACK, stroke_width=250)))
    outline = "0 0 m\n10 0 l\n.001 -.002 .003 -.004 5 -8.66 c\nh"
    assert content == f"0 1 .8 0 k\n{outline} f\n/Over gs\n0 0 0 1 K\n.25 w {outline} S"


def test_half_a_millipoint_is_near_enough_on_either_side() -> None:
    letter = run("g", LATIN, 500)  # 557 thousandths of half a point: 278.5 millipoints
    for x in (278, 279):
        assert "(gg)Tj" in stream(Placed(0, 0, letter), Placed(x, 0, letter))
    for x in (277, 280):
        assert "(gg)Tj" not in stream(Placed(0, 0, letter), Placed(x, 0, letter))
    for step in (278, 279):
        assert "(gg)Tj" in stream(Placed(0, 0, run("gg", LATIN, 500)._replace(xs=(0, step))))
    for step in (277, 280):
        assert "(gg)Tj" not in stream(Placed(0, 0, run("gg", LATIN, 500)._replace(xs=(0, step))))


def test_an_empty_run_shows_nothing() -> None:
    empty = GlyphRun(LATIN, 10_000, (), (), (), 0)
    assert stream(Placed(0, 0, empty), Placed(0, 0, run("春"))) == stream(Placed(0, 0, run("春")))


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (10_000, "[(春)-123.4(天)-123.4(来)]TJ"),  # a tenth of a thousandth of 10 pt is a millipoint
        (10_001, "[(春)-123.39(天)-123.39(来)]TJ"),
        (12_000, "[(春)-102.83(天)-102.84(来)]TJ"),  # 102.8333: what the first leaves out the second makes good
        (100_000, "[(春)-12.34(天)-12.34(来)]TJ"),
        (100_001, "[(春)-12.34(天)-12.34(来)]TJ"),
        (120_000, "[(春)-10.283(天)-10.284(来)]TJ"),
    ],
)
def test_larger_type_is_moved_by_finer_parts_of_its_size(size: int, shown: str) -> None:
    solid = run("春天来", size=size)
    moved = solid._replace(xs=(0, size + 1_234, 2 * (size + 1_234)), width=3 * size + 2_468)
    assert shown in stream(Placed(0, 0, moved))


def test_a_run_that_does_not_begin_where_the_pen_is_is_reached_by_a_move() -> None:
    first = Placed(0, 0, run("春", size=10_000))
    assert "(春)-50(天)]TJ" in stream(first, Placed(10_500, 0, run("天", size=10_000)))
    assert "(春)50(天)]TJ" in stream(first, Placed(9_500, 0, run("天", size=10_000)))
    shifted = run("天", size=10_000)._replace(xs=(500,), width=10_500)
    assert "(春)-50(天)]TJ" in stream(first, Placed(10_000, 0, shifted))


def test_after_a_move_the_pen_is_where_it_was_taken_to() -> None:
    runs = [run(character, size=12_000) for character in "春天来"]
    placed = [Placed(x, 0, one) for x, one in zip((0, 12_500, 24_500), runs, strict=True)]
    assert "[(春)-41.67(天来)]TJ" in stream(*placed)


def test_a_reading_stands_at_its_place_in_a_mark_of_its_own() -> None:
    content = stream(Placed(10_000, 20_000, run("春"), Role.READING))
    assert content == "\n".join(
        [
            "/Span<</ActualText()>>BDC",
            "/Over gs",
            "0 0 0 1 k",
            "/F1 12 Tf",
            "BT",
            f"10 {below(20)} Td",
            "(春)Tj",
            "ET",
            "EMC",
        ]
    )


def test_a_size_or_a_face_is_said_where_it_changes_and_only_there() -> None:
    content = stream(
        Placed(0, 0, run("春", size=10_000)),
        Placed(0, 20_000, run("天", size=10_000)),
        Placed(0, 40_000, run("来", size=12_000)),
        Placed(0, 60_000, run("了", HEI, 12_000)),
        Placed(0, 80_000, run("吗", size=12_000)),
    )
    sizes = [line for line in content.splitlines() if line.endswith("Tf")]
    assert sizes == ["/F1 10 Tf", "/F1 12 Tf", "/F2 12 Tf", "/F1 12 Tf"]


def test_a_rule_is_drawn_from_its_lower_left_corner_and_ends_the_text() -> None:
    content = stream(Placed(0, 0, run("春")), Placed(10_000, 20_000, Rule(30_000, 500)), Placed(0, 40_000, run("天")))
    assert f"ET\n10 {below(20.5)} 30 .5 re f\nBT" in content


def test_a_link_and_a_bookmark_draw_nothing() -> None:
    assert stream(Placed(0, 0, Link(1, 1, "2")), Placed(0, 0, Bookmark("甲", 0))) == ""


def test_a_stroke_s_ink_is_said_where_it_changes_and_only_there() -> None:
    line = Path((("M", 0, 0), ("L", 1_000, 0)), stroke=RED, stroke_width=250)
    content = stream(Placed(0, 0, line), Placed(0, 0, line), Placed(0, 0, line._replace(stroke=BLACK)))
    assert [row for row in content.splitlines() if row.endswith(" K")] == ["0 1 .8 0 K", "0 0 0 1 K"]
    assert content.count(".25 w") == content.count(" S") == 3
    assert " k" not in content and " f" not in content


def test_a_glyph_of_two_texts_is_shown_by_the_code_of_each() -> None:
    dots = run("…", size=10_000)
    content = stream(Placed(0, 0, dots), Placed(10_000, 0, dots._replace(texts=("⋯",))))
    assert "(…⋯)Tj" in content


def test_what_is_turned_runs_up_the_page_and_leaves_the_state_as_it_was() -> None:
    content = stream(
        Placed(0, 0, run("春")),
        Placed(10_000, 20_000, Rule(30_000, 5_000, RED), is_turned=True),
        Placed(10_000, 40_000, run("天"), is_turned=True),
        Placed(0, 60_000, run("来")),
    )
    before, turn, rest = content.partition("q 0 1 -1 0 0 0 cm\n")
    within, _, after = rest.partition("\nQ\n")
    assert turn
    assert before.endswith("ET\n")
    # its right is up: the rule's corner is 20 points from the head and 10 from the left, and it reaches 5 to the right
    assert f"{below(20)} -15 30 5 re f" in within
    assert within.endswith(f"{below(40)} -10 Td\n(天)Tj\nET")
    assert "0 0 0 1 k" in within  # black after red, for the text
    assert after == f"BT\n0 {below(60)} Td\n(来)Tj\nET"  # face, size, ink as before the turn


def test_a_turned_outline_a_reading_and_what_follows_are_each_where_they_are() -> None:
    corners = (("M", 0, 0), ("L", 10_000, 0), ("L", 0, 5_000), ("Z",))
    content = stream(
        Placed(10_000, 20_000, Path(corners, fill=BLACK), Role.ARTIFACT, -1, is_turned=True),
        Placed(10_000, 20_000, run("春"), Role.READING, is_turned=True),
    )
    top = TOP - 20_000
    assert f"{top / 1000:g} -10 m\n{(top + 10_000) / 1000:g} -10 l\n{top / 1000:g} -15 l\nh f" in content
    assert content.endswith("(春)Tj\nET\nEMC\nQ")
