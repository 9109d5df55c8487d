"""Names of people that stand in one text with something else than a comma between them."""

from __future__ import annotations

import re

from huozi import scripts

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲封储靳段富巫乌焦巴弓牧山谷车侯班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸黎"
    "薄印白怀蒲台鄂索赖卓屠蒙池乔阴胥闻党翟谭贡劳逄姬申冉宰雍桑桂牛寿通边燕冀尚温庄晏柴瞿阎闫充慕连茹习艾鱼容向古易慎戈廖"
    "庾居衡步耿满匡文寇欧沃利蔚越隆巩聂晁敖融冷訾辛简饶空曾沙养鞠丰巢关查后荆红游权盖益桓付代涂覃佟岳鹿佘"
)
"""Surnames of one character: 百家姓, and those common today that it lacks;
without rare ones that begin other words (公, 国, 水)."""

SURNAMES_OF_TWO = frozenset(
    re.findall(
        "..",
        "司马欧阳诸葛上官司徒夏侯东方皇甫尉迟公孙令狐慕容宇文长孙南宫端木百里呼延公冶申屠鲜于闻人司空淳于钟离万俟",
    )
)
"""Surnames of two characters: alone they are no name."""

OF_BODIES = frozenset("部局委院社会校系所处厅室组办台站馆团队")
"""What the names of bodies end with: 卫健委与应急局 are no people."""

MOST_OF_A_NAME = 4
"""Characters of a Chinese name, two of them its surname at the most."""

_HAN = f"[{scripts.HAN}]"
_SIGN = rf"(?<={_HAN})[ \u3000]*[/／&＆+＋][ \u3000]*(?={_HAN})"
_WORD = "[ \u3000]+|[和与及]"
_AND = re.compile(r"\s+(?:and|&)\s+")
_WESTERN_NAME = re.compile(r"[A-Z][^\s]*(?:\s[^\s]+){0,3}")


def people_of(text: str) -> list[str]:
    """The people that a text names, parted by a sign, a space or an “and”; the text alone where it is one name.

    A sign parts words of two characters or more (文/江河 is one), a space or “and” only what can be a whole Chinese
    name: 张 三, 编辑部 供稿 and 文化和旅游部 are one.

    >>> people_of("江月白/沈三桥"), people_of("江月白 沈三桥"), people_of("张 三"), people_of("文化和旅游部")
    (['江月白', '沈三桥'], ['江月白', '沈三桥'], ['张 三'], ['文化和旅游部'])
    >>> people_of("JIANG Yuebai and SHEN Sanqiao"), people_of("JIANG Yuebai")
    (['JIANG Yuebai', 'SHEN Sanqiao'], ['JIANG Yuebai'])
    """
    parts = _AND.split(text)
    if len(parts) > 1 and all(map(_WESTERN_NAME.fullmatch, parts)):
        return parts
    parts = re.split(_SIGN, text)
    if len(parts) > 1 and all(len(part) > 1 for part in parts):
        return parts
    parts = re.split(_WORD, text)
    return parts if len(parts) > 1 and all(map(_is_name, parts)) else [text]


def _is_name(word: str) -> bool:
    if not 1 < len(word) <= MOST_OF_A_NAME or word in SURNAMES_OF_TWO or word[-1] in OF_BODIES:
        return False
    if not re.fullmatch(f"{_HAN}+", word):
        return False
    return word[0] in SURNAMES or word[:2] in SURNAMES_OF_TWO
