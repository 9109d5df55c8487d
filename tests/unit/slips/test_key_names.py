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
)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("继承", "extends"), ("基于", "extends"), ("页面", "page"), ("版面", "page"), ("版心", "type_area"),
        ("页边", "margins"), ("页边距", "margins"), ("字体", "fonts"), ("样式", "styles"), ("段落样式", "styles"),
        ("正文", "text"), ("字符", "characters"), ("封面", "covers"), ("封面设计", "designs"), ("栏目", "sections"),
        ("潮汐", ""),
    ],
)  # fmt: skip
def test_a_key_said_in_chinese_is_the_one_that_is_meant(said: str, key: str) -> None:
    assert meant(said, LAYOUT) == key
