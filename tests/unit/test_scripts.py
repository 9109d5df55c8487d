"""What a hanzi is, a Western letter, a number in a circle."""

from __future__ import annotations

import re

import pytest

from huozi.scripts import CIRCLED, HAN, LETTERS, is_han, is_letter

HANZI = "〇一鿿㐀䶿\U00020000\U0002fffd\U00030000\U0003fffd豈\ufaff"
NO_HANZI = "\u3006\u3008䷿\ua000㏿䷀\U0001ffff\U0002fffe\U0002ffff\U0003fffe\uf8ffﬀ，あA"


@pytest.mark.parametrize("character", HANZI)
def test_a_hanzi_is_one_by_its_block(character: str) -> None:
    assert is_han(character)
    assert re.fullmatch(f"[{HAN}]", character)


@pytest.mark.parametrize("character", NO_HANZI)
def test_what_stands_beside_a_block_is_no_hanzi(character: str) -> None:
    assert not is_han(character)
    assert not re.fullmatch(f"[{HAN}]", character)


def test_the_numbers_in_a_circle_are_one_to_fifty() -> None:
    assert CIRCLED == "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


def test_letters_are_latin_greek_and_cyrillic() -> None:
    assert re.findall(f"[{LETTERS}]", "AZaz@[`{ÀÖ×ØÿöøɏɐͰϿЀԯḀῼ∑") == [*"AZazÀÖØÿöøɏͰϿЀԯḀῼ"]


def test_letters_are_told_one_by_one_as_the_pattern_tells_them() -> None:
    pattern = re.compile(f"[{LETTERS}]")
    for point in range(0x3000):
        assert is_letter(chr(point)) == bool(pattern.match(chr(point))), hex(point)
