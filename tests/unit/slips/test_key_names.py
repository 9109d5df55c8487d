"""Keys of a layout in Chinese lead to the English ones."""

from __future__ import annotations

import pytest

from huozi.content.authors import AUTHOR_KEYS
from huozi.content.front_matter import FRONT_MATTER_KEYS
from huozi.content.issue_file import all_keys
from huozi.slips.key_names import MEANT, meant

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


FRONT_MATTER = (*FRONT_MATTER_KEYS,)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("标题", "title"), ("副标题", "subtitle"), ("短标题", "short_title"), ("英文标题", "title_en"),
        ("英文副标题", "subtitle_en"), ("作者", "authors"), ("英文作者", "authors_en"), ("关键词", "keywords"),
        ("英文关键词", "keywords_en"), ("摘要", "abstract"), ("英文摘要", "abstract_en"),
        ("作者简介", "affiliation_note"),
        ("来源", "source"), ("基金", "note"), ("基金项目", "note"), ("收稿日期", "received"), ("修回日期", "revised"),
        ("中图分类号", "clc"), ("文献标识码", "document_code"), ("编者按", "editors_note"), ("责任编辑", "editor"),
        ("译者", "translator"), ("栏数", "columns"), ("subject", "keywords"), ("tags", "keywords"),
        ("keyword", "keywords"), ("author", "authors"), ("en_title", "title_en"), ("title-en", "title_en"),
        ("titleEn", "title_en"), ("abstract-en", "abstract_en"), ("funding", "note"), ("editorsNote", "editors_note"),
        ("DOI", "doi"), ("ｄｏｉ", "doi"), ("shortTitle", "short_title"), ("running head", "short_title"),
    ],
)  # fmt: skip
def test_a_key_of_a_front_matter_said_otherwise_is_the_one_that_is_meant(said: str, key: str) -> None:
    assert meant(said, FRONT_MATTER) == key


def test_every_key_of_articles_and_issues_has_a_chinese_name() -> None:
    keys = {*FRONT_MATTER, *AUTHOR_KEYS, *all_keys()}
    assert sorted(key for key in keys if not any(not word.isascii() for word in MEANT.get(key, ()))) == []


def test_no_word_stands_for_two_keys_of_a_front_matter() -> None:
    words = [word for key in FRONT_MATTER for word in MEANT.get(key, ())]
    assert sorted({word for word in words if words.count(word) > 1}) == []
