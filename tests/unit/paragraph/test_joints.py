"""Joints: a path, a compound, a word with a solidus parted as it stands, before a line is spoilt; numbers never."""

from __future__ import annotations

from itertools import pairwise

import pytest
from squares import BODY, composed, lines

from huozi.paragraph.breaking.cost import cost_fields
from huozi.paragraph.breaking.joints import joints
from huozi.paragraph.characters.context import resolve
from huozi.paragraph.lines.runs import glyph_runs


def parts(text: str) -> list[str]:
    places = [0, *joints(text, resolve(text).classes), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize(
    "word",
    [
        ["share/", "fonts"],
        ["/usr/", "local/", "lib/", "x/", "y2"],
        ["src\\", "page\\", "make.py"],
        ["either/", "or"],
        ["TCP/", "IP"],
        ["step-", "by-", "step"],
        ["well‐", "known"],
    ],
)
def test_words_have_joints_after_their_solidus_and_hyphen(word: list[str]) -> None:
    assert parts("".join(word)) == word


@pytest.mark.parametrize(
    "word",
    [
        "2024/25", "2024/12/31", "24/7", "3/4", "I/O", "n/a", "60km/h", "60 km/h", "5 mg/kg", "12kJ/mol", "F-16",
        "COVID-19", "X-ray", "e-mail", "-x", "a--b", "2019-nCoV", "和/或", "HTTP/2", "ab/", "/ab", "--long",
        "kg/m³", "cd/m²",
    ],
)  # fmt: skip
def test_numbers_quantities_types_and_single_letters_have_none(word: str) -> None:
    assert parts(word) == [word]


def test_a_joint_is_used_where_the_line_would_be_spoilt_and_left_alone_where_it_is_not() -> None:
    assert lines("国国国国国国国国国share/fonts国国国国国国国国国国国国", 12.5) == [
        "国国国国国国国国国share/",
        "fonts国国国国国国国国国",
        "国国国",
    ]
    fine = "国国国国国国国国国国国国share/fonts国国国"
    assert lines(fine, 12)[0] == "国" * 12


def test_nothing_is_added_where_a_word_is_parted_at_its_joint() -> None:
    work = composed("国国国国国国国国国share/fonts国国国国国国国国国国国国", 12.5)
    first = work.set()[0]
    assert not work.items.hyphens
    assert (
        "".join("".join(run.texts) for _, run in glyph_runs(work.items, first, BODY.ink)) == "国国国国国国国国国share/"
    )


def test_a_word_parted_at_its_joint_costs_half_a_hyphen() -> None:
    work = composed("国国国国国国国国国share/fonts国国国国国国国国国国国国", 12).work
    found = work.cost_of(0, 15, 0, False)
    assert found is not None
    assert cost_fields(found)["unevenness"] == 6 * 256
