"""Numbers typed at the head of a heading."""

from __future__ import annotations

import pytest

from huozi.content.typed_numbers import typed_number

NUMBERS: list[tuple[str, int, int]] = [
    # text, characters of the number with the gap behind it, what it counts (0: not plain)
    ("一、铅字", 2, 1),
    ("十二、铅字", 3, 12),
    ("二十、铅字", 3, 20),
    ("一百零一、铅字", 0, 0),
    ("（三）铅字", 3, 3),
    ("(三) 铅字", 4, 3),
    ("1. 铅字", 3, 1),
    ("1．铅字", 2, 1),
    ("12、铅字", 3, 12),
    ("1）铅字", 2, 1),
    ("（1）铅字", 3, 1),
    ("1.1 铅字", 4, 0),
    ("1.1.12　铅字", 7, 0),
    ("①铅字", 1, 0),
    ("㊿ 铅字", 2, 0),
    ("第一章　铅字", 4, 1),
    ("第12节 铅字", 5, 12),
    ("第三篇：铅字", 3, 3),
    ("第一章", 3, 1),
    ("Ⅳ. 铅字", 3, 0),
    ("II. 铅字", 4, 0),
    ("A. 铅字", 3, 0),
]

TEXTS = ("铅字", "第一节课", "1.5亿元", "2026年", "A.I.时代", "一月", "三、", "U.S. trade", "")


@pytest.mark.parametrize(("text", "length", "value"), NUMBERS)
def test_a_number_ends_where_the_text_behind_it_begins(text: str, length: int, value: int) -> None:
    number = typed_number(text)
    assert (number.length, number.value) == (length, value) if number else not length


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_no_number_of_a_heading_is_text(text: str) -> None:
    number = typed_number(text)
    assert number is None or number.length == len(text)
