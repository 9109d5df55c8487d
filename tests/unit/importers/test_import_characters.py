"""What kind of character the importers take a character for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from huozi.content.importers.characters import (
    is_hanlike,
    is_invisible,
    is_unprintable,
    is_visible,
    is_western,
    normalised,
)

KINDS: list[tuple[Callable[[str], bool], str, str]] = [
    (is_hanlike, "国〇“‘（《【〈「『〔”’）》】〉」』〕，。、；：？！—…·～", "aA1,.()-あ　 "),
    (is_western, "aZ9éα１Ａ", "国，. "),
    (is_unprintable, "\x00\x1f\x7f\x9f\ud800\u2028\u2029\ufffe\uffff", " a国\u200b\ufffd"),
    (is_invisible, "\u200b\u200d\ufeff\u00ad\u202e", " a\x00\u2028"),
    (is_visible, "a国，·", " \u3000\n\x00\u200b\u2028"),
]


@pytest.mark.parametrize(("kind", "told", "others"), KINDS, ids=[kind.__name__ for kind, _, _ in KINDS])
def test_a_kind_of_characters(kind: Callable[[str], bool], told: str, others: str) -> None:
    assert [character for character in told if not kind(character)] == []
    assert [character for character in others if kind(character)] == []


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("《第 一篇》（上）", "第一篇上"),
        ("ＡＢＣ１２３！～", "abc123"),
        ("A_b-C", "abc"),
        ("STRASSE ß", "strassess"),
        ("……", ""),
    ],
)
def test_texts_are_compared_without_marks_widths_and_case(text: str, same: str) -> None:
    assert normalised(text) == same
