"""Surnames in pinyin: enough to tell whose name an English one is, and silence where that cannot be told."""

from __future__ import annotations

import pytest

from huozi.inspection.surnames import SURNAMES, latin_words, readings


@pytest.mark.parametrize(
    ("name", "english", "may_be"),
    [
        ("江月白", "JIANG Yuebai", True),
        ("江月白", "Yuebai Jiang", True),
        ("江月白", "JANG Yuebai", False),
        ("欧阳清源", "OUYANG Qingyuan", True),
        ("欧阳清源", "Ou-yang Qingyuan", True),
        ("欧冶子", "OU Yezi", True),
        ("吕行", "LÜ Xing", True),
        ("吕行", "LYU Xing", True),
        ("单远", "SHAN Yuan", True),
        ("翟明", "ZHAI Ming", True),
        ("王力", "Wáng Lì", True),
        ("王力", "WEI Ming", False),
    ],
)
def test_a_surname_is_known_by_its_pinyin(name: str, english: str, may_be: bool) -> None:
    assert (not set(readings(name)).isdisjoint(latin_words(english))) == may_be


@pytest.mark.parametrize("name", ["玛丽", "本刊编辑部", "J. Smith", "江"])
def test_of_other_names_nothing_is_said(name: str) -> None:
    assert readings(name) == ()


def test_the_common_surnames_are_there() -> None:
    hundred = (
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
        "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
    )
    assert [name for name in hundred if name not in SURNAMES] == []
