"""Hyphens and minus signs by what stands before them, and numbers that are typed full-width in part."""

from __future__ import annotations

import pytest
from squares import EM, composed, lines

from huozi.paragraph.rules.opportunities import break_opportunities
from huozi.style.text_style import Fill, TextStyle


def parts(text: str) -> str:
    """A text with a bar wherever one of its lines may end."""
    may = break_opportunities(text).may
    return "|".join(text[start:end] for start, end in zip((0, *may), may, strict=False))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("见表-3乙", "见|表-3|乙"),
        ("鲲龙-600机", "鲲|龙-600|机"),
        ("安－26机", "安－26|机"),
        ("铀-235和", "铀-235|和"),
        ("灵犀-X2型", "灵|犀-X2|型"),
        ("维-C片", "维-C|片"),
        ("版本-4.1编", "版|本-4.1|编"),
        ("华为-3Com", "华|为-3Com"),
        ("冬至-2号", "冬|至-2|号"),
        ("雷达-9型", "雷|达-9|型"),
        ("为-3级", "为-3|级"),
        ("天和-1号", "天|和-1|号"),
        ("中国-ASEAN会", "中|国-|ASEAN|会"),
        ("Ｘ-射线", "Ｘ-|射|线"),
        ("X-射线", "X-|射|线"),
        ("一九三七-〇七", "一|九|三|七-|〇|七"),
        ("HJ－1A星", "HJ－1A|星"),
        ("5－8页", "5－|8|页"),
        ("《渡口》-3", "《渡|口》-3"),
        ("图‑3示", "图‑3|示"),
        ("第3-2节", "第|3-2|节"),
        ("见表4－3乙", "见|表|4－3|乙"),
        ("附录B2－1", "附|录|B2－1"),
        ("安–26机", "安–26|机"),
        ("苏—7B机", "苏—7B|机"),
    ],
)
def test_a_hyphen_belongs_to_what_stands_before_it_and_a_type_is_whole(text: str, broken: str) -> None:
    assert parts(text) == broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("气温-5℃呢", "气|温|-5℃|呢"),
        ("低谷-12.5 ℃呢", "低|谷|-12.5 ℃|呢"),
        ("夜间-5～-3℃", "夜|间|-5～|-3℃"),
        ("同比-3.2％呢", "同|比|-3.2％|呢"),
        ("北纬-5度呢", "北|纬|-5|度|呢"),
        ("得数为-3呢", "得|数|为|-3|呢"),
        ("降到-12呢", "降|到|-12|呢"),
        ("从5至-3呢", "从|5|至|-3|呢"),
        ("取3和-3呢", "取|3|和|-3|呢"),
        ("得，-4呢", "得，|-4|呢"),
        ("（-5，-6）", "（-5，|-6）"),
        ("为－7呢", "为|－7|呢"),
        ("为−7呢", "为|−7|呢"),
    ],
)
def test_a_minus_belongs_to_its_number_and_may_begin_a_line(text: str, broken: str) -> None:
    assert parts(text) == broken


@pytest.mark.parametrize("text", ["鲲龙-600", "安－26", "图‑3"])
def test_beside_a_hyphen_there_is_no_gap_and_none_is_made(text: str) -> None:
    work = composed(f"国{text}国A国国国国国国国国国国国国国国", 10.9)
    line, at = work.set()[0], 1 + text.index(next(mark for mark in text if mark in "-－‑"))
    assert line.width == 10.9 * EM
    for index in (at - 1, at):
        assert line.xs[index + 1] - line.xs[index] == work.items.advance[index]


def test_a_minus_keeps_its_gap_to_the_hanzi_before_it() -> None:
    work = composed("国温-5℃国", 99)
    line = work.set()[0]
    assert line.xs[2] - line.xs[1] == 1.25 * EM


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("占７．４％的", "占|７．４％|的"),
        ("占7．4％的", "占|7．4％|的"),
        ("占７.4%的", "占|７.4%|的"),
        ("在２１:４０前", "在|２１:４０|前"),
        ("约５°呢", "约|５°|呢"),
        ("占7．４％的", "占|7．４％|的"),
        ("在21：40开", "在|21：40|开"),
        ("在２１：４０开", "在|２１：４０|开"),
        ("按1：50000画", "按|1：50000|画"),
        ("计１，２３４．５％呢", "计|１，２３４．５％|呢"),
        ("在１９３７年", "在|１９３７|年"),
        ("价￥１２．５呢", "价|￥１２．５|呢"),
        ("得＋３呢", "得|＋３|呢"),
        ("占１／３呢", "占|１／３|呢"),
        ("计140，000块", "计|140，000|块"),
        ("有12，35，40呢", "有|12，|35，|40|呢"),
        ("有３，５，７呢", "有|３，|５，|７|呢"),
        ("有" + "，".join(["１２３"] * 7), "有|" + "，|".join(["１２３"] * 7)),
        ("第5：甲", "第|5：|甲"),
    ],
)
def test_a_number_in_mixed_or_full_width_is_whole_and_a_list_is_not(text: str, broken: str) -> None:
    assert parts(text) == broken


@pytest.mark.parametrize(
    ("number", "ems"),
    [("１，２３４．５％", 8), ("１９３７", 4), ("２１：４０", 5), ("21：40", 2.5), ("7．4％", 2.5), ("140，000", 3.5)],
)
@pytest.mark.parametrize("fill", ["pull-in", "push-out"])
def test_nothing_within_a_number_is_widened_or_gives_way(number: str, ems: float, fill: Fill) -> None:
    for measure in (11.3, 12.1, 12.8):
        work = composed(f"国，国国{number}国，国国国国国国国国国国国国国国", measure, TextStyle(fill=fill))
        at = work.items.text.index(number)
        (line,) = [line for line in work.set() if line.start <= at < line.end]
        first, last = line.xs[at - line.start], line.xs[at + len(number) - 1 - line.start]
        assert last + work.items.advance[at + len(number) - 1] - first == ems * EM


def test_a_long_number_of_full_width_digits_is_broken_as_a_last_remedy() -> None:
    assert lines("１２３４５６７８９０", 4) == ["１２３４", "５６７８", "９０"]
    assert lines("国型-1234567890123456国", 5) == ["国型-12345", "6789012345", "6国"]
