"""Keys of a layout in Chinese lead to the English ones."""

from __future__ import annotations

import pytest

from huozi.slips.key_names import meant

LAYOUT = (
    "extends",
    "page",
    "type_area",
    "margins",
    "fonts",
    "styles",
    "text",
    "characters",
    "covers",
    "designs",
    "sections",
    "make_up",
)


PLACES = ("column", "page", "recto", "run-on")


@pytest.mark.parametrize(
    ("said", "place"), [("接排", "run-on"), ("另栏", "column"), ("另页", "page"), ("右页", "recto"), ("左页", "")]
)
def test_a_place_to_start_said_in_chinese_is_the_one_that_is_meant(said: str, place: str) -> None:
    assert meant(said, PLACES) == place


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("继承", "extends"), ("基于", "extends"), ("页面", "page"), ("版面", "page"), ("版心", "type_area"),
        ("页边", "margins"), ("页边距", "margins"), ("字体", "fonts"), ("样式", "styles"), ("段落样式", "styles"),
        ("正文", "text"), ("字符", "characters"), ("封面", "covers"), ("封面设计", "designs"), ("栏目", "sections"),
        ("拼版", "make_up"), ("潮汐", ""),
    ],
)  # fmt: skip
def test_a_key_said_in_chinese_is_the_one_that_is_meant(said: str, key: str) -> None:
    assert meant(said, LAYOUT) == key
