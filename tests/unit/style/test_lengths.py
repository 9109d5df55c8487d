"""Lengths as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huozi.geometry import Size, mm
from huozi.style.lengths import (
    SIZES,
    TRIMS,
    divide,
    parse_length,
    parse_lines,
    parse_size,
    parse_thousandths,
    parse_trim,
    show_length,
    show_mm,
    show_size,
)

CHINESE_SIZES = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15, "四号": 14,
    "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
}  # fmt: skip


@pytest.mark.parametrize(("name", "points"), CHINESE_SIZES.items())
def test_chinese_sizes_have_their_points(name: str, points: float) -> None:
    short = name.removesuffix("号")
    assert parse_size(name) == parse_size(short) == points * 1000


def test_all_chinese_sizes_are_tested() -> None:
    assert {name.removesuffix("号") for name in CHINESE_SIZES} == set(SIZES)


@pytest.mark.parametrize(("text", "points"), [("一号(28)", 28), ("一(26)", 26), ("六号（8）", 8), ("六(8pt)", 8)])
def test_a_size_with_variants_takes_the_one_in_brackets(text: str, points: int) -> None:
    assert parse_size(text) == points * 1000


@pytest.mark.parametrize(("text", "size"), [("5号", 10500), ("小4号", 12000), ("小４", 12000), ("10.5pt", 10500)])
def test_a_size_may_be_written_with_digits_or_in_points(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["小九", "一号(27)", "12", "2字", "0pt", "-3pt", "小七", "大号", ""])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_size(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("12pt", 12000), ("18.7pt", 18700), (".5pt", 500), ("１２ｐｔ", 12000), ("0", 0), ("-3mm", -8504),
        ("1 in", 72000), ("148mm", 419528), ("2.54cm", 72000), ("5毫米", 14173), ("9磅", 9000),
        ("2字", 20000), ("2em", 20000), ("1/4em", 2500), ("½em", 5000), ("1.5行", 28050), ("2 lines", 37400),
        ("50%", 500),
    ],
)  # fmt: skip
def test_lengths_resolve_to_whole_millipoints(text: str, length: int) -> None:
    assert parse_length(text).resolve(em=10000, line=18700, whole=1000) == length


@pytest.mark.parametrize(
    "text", ["", "12", "pt", ".", "12furlong", "1.2.3pt", "1/0em", "1/2/3em", "12 pt pt", "--1pt", "9999999999999pt"]
)
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_length(text)


@given(st.integers(-(10**9), 10**9))
def test_a_length_shown_in_points_reads_back_the_same(length: int) -> None:
    assert parse_length(show_length(length)).resolve() == length


@given(st.integers(0, 10**6))
def test_hundredths_of_millimetres_are_exact_to_the_millipoint(hundredths: int) -> None:
    length = parse_length(f"{hundredths // 100}.{hundredths % 100:02}mm").resolve()
    assert abs(length - hundredths * 72000 / 2540) <= 0.5
    assert abs(length - mm(hundredths / 100)) <= 1


@given(st.integers(1, 10**6))
def test_a_size_shown_reads_back_the_same(size: int) -> None:
    assert parse_size(show_size(size)) == size


@given(st.integers(1, 400), st.integers(1, 99), st.integers(1, 100_000))
def test_a_fraction_of_an_em_loses_nothing_before_it_is_rounded(over: int, under: int, em: int) -> None:
    assert parse_length(f"{over}/{under}em").resolve(em=em) == divide(over * em, under)


@given(st.text(max_size=12))
def test_no_text_makes_the_parsers_fail_otherwise_than_by_refusing(text: str) -> None:
    for parse in (parse_length, parse_size, parse_trim, parse_lines, parse_thousandths):
        try:
            parse(text)
        except ValueError:
            continue


PAPER = {
    "A3": (841_890, 1_190_551), "A4": (595_276, 841_890), "A5": (419_528, 595_276), "A6": (297_638, 419_528),
    "B4": (708_661, 1_000_630), "B5": (498_898, 708_661), "B6": (354_331, 498_898),
    "8开": (737_008, 1_048_819), "16开": (524_409, 737_008), "大16开": (595_276, 807_874),
    "32开": (368_504, 521_575), "大32开": (396_850, 575_433),
}  # fmt: skip


@pytest.mark.parametrize(("name", "size"), PAPER.items())
def test_a_named_trim_is_that_of_its_standard(name: str, size: tuple[int, int]) -> None:
    assert parse_trim(name) == Size(*size)


def test_all_named_trims_are_tested() -> None:
    assert set(PAPER) == set(TRIMS)


def test_a_trim_is_written_as_name_or_as_width_and_height() -> None:
    assert parse_trim("a4") == Size(595276, 841890)
    assert parse_trim("大 16 开") == parse_trim("210mm*285mm")


@pytest.mark.parametrize("text", ["A9", "210mm", "210 x 297", "0mm x 10mm", "2字 x 3字", "99m x 1m", "6000mm x 10mm"])
def test_what_is_no_trim_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_trim(text)


@pytest.mark.parametrize(("text", "lines"), [("14行", 14), ("14", 14), ("１４ 行", 14), ("1 line", 1), ("3 lines", 3)])
def test_lines_are_whole(text: str, lines: int) -> None:
    assert parse_lines(text) == lines


@pytest.mark.parametrize("text", ["1.5行", "-1行", "行", "3pt", "99999"])
def test_parts_of_lines_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_lines(text)


@pytest.mark.parametrize(("text", "share"), [("1/4em", 250), ("1/3字", 333), ("12.5%", 125), ("0", 0)])
def test_shares_of_an_em_are_thousandths(text: str, share: int) -> None:
    assert parse_thousandths(text) == share


def test_millimetres_are_shown_to_a_tenth() -> None:
    assert [show_mm(length) for length in (420000, -8504, 0)] == ["148.2mm", "-3.0mm", "0.0mm"]
