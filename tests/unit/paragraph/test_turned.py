"""Titles turned over: where their lines end in each shape (typography.md, headings), by titles written for this."""

from __future__ import annotations

import random
import sys
from itertools import pairwise

import pytest
from squares import EM, composed

from huozi.diagnostics import Findings
from huozi.paragraph.breaking import phrases
from huozi.paragraph.breaking.turned import turned
from huozi.paragraph.items.hints import PREFERRED_BREAK
from huozi.paragraph.rules.opportunities import break_opportunities
from huozi.style.text_style import TitleShape


def lines(title: str, ems: float, shape: TitleShape = "even") -> list[str]:
    """The lines of a title, at a measure of so many ems."""
    whole = composed(title.replace("|", PREFERRED_BREAK), ems, align="center", findings=Findings())
    ends = turned(whole.work, shape)
    broken = whole if ends is None else whole.broken_at(ends)
    return [whole.items.text[line.start : line.end].rstrip() for line in broken.set()]


TITLES: list[tuple[str, float, TitleShape, str]] = [
    ("桥与路的对话 | 水乡交通一百年", 10, "even", "桥与路的对话/水乡交通一百年"),
    ("桥与路的对话 | 水乡交通一百年", 10, "longer-first", "桥与路的对话/水乡交通一百年"),
    ("桥与路的对话 | 水乡交通一百年", 10, "longer-last", "桥与路的对话/水乡交通一百年"),
    ("桥与路的对话|水乡交通一百年", 10, "even", "桥与路的对话/水乡交通一百年"),
    ("论河 | 一座城市和它的水道变迁史", 14, "even", "论河/一座城市和它的水道变迁史"),
    ("水道变迁 | 与一座小城的记忆 | 及其他", 12, "even", "水道变迁/与一座小城的记忆 及其他"),
    ("全面加强知识产权保护 助推科技创新驱动发展", 18, "even", "全面加强知识产权保护/助推科技创新驱动发展"),
    ("全面加强知识产权保护 助推科技创新驱动发展", 18, "longer-first", "全面加强知识产权保护/助推科技创新驱动发展"),
    ("全面加强知识产权保护 助推科技创新驱动发展", 18, "longer-last", "全面加强知识产权保护/助推科技创新驱动发展"),
    ("江南水网 与地方社会的三百年变迁", 12, "even", "江南水网/与地方社会的三百年变迁"),
    ("谁来照顾山里的孩子：一项关于留守儿童的调查", 18, "even", "谁来照顾山里的孩子：/一项关于留守儿童的调查"),
    ("谁来照顾山里的孩子：一项关于留守儿童的调查", 18, "longer-first", "谁来照顾山里的孩子：/一项关于留守儿童的调查"),
    ("谁来照顾山里的孩子：一项关于留守儿童的调查", 18, "longer-last", "谁来照顾山里的孩子：/一项关于留守儿童的调查"),
    ("稻谷入仓了吗？来自六个产粮县的观察", 12, "even", "稻谷入仓了吗？/来自六个产粮县的观察"),
    ("先修路，再造桥，后通船：一个村庄的选择", 12, "even", "先修路，再造桥，后通船：/一个村庄的选择"),
    ("河还在，船已经不来了", 8, "even", "河还在，/船已经不来了"),
    ("城市更新中的旧厂房——保护、改造与再利用", 14, "even", "城市更新中的旧厂房——/保护、改造与再利用"),
    ("清末民初江南市镇米行的经营方式与信用网络", 18, "even", "清末民初江南市镇米行的/经营方式与信用网络"),
    ("清末民初江南市镇米行的经营方式与信用网络", 18, "longer-first", "清末民初江南市镇米行的/经营方式与信用网络"),
    ("清末民初江南市镇米行的经营方式与信用网络", 18, "longer-last", "清末民初江南市镇/米行的经营方式与信用网络"),
    ("壮大耐心资本助力专精特新企业培育发展", 14, "even", "壮大耐心资本助力/专精特新企业培育发展"),
    ("壮大耐心资本助力专精特新企业培育发展", 14, "longer-first", "壮大耐心资本助力专精特新/企业培育发展"),
    ("壮大耐心资本助力专精特新企业培育发展", 14, "longer-last", "壮大耐心资本助力/专精特新企业培育发展"),
    ("苏州高新区为构建现代化产业体系积蓄动能", 14, "even", "苏州高新区为构建现代化/产业体系积蓄动能"),
    ("苏州高新区为构建现代化产业体系积蓄动能", 14, "longer-first", "苏州高新区为构建现代化/产业体系积蓄动能"),
    ("苏州高新区为构建现代化产业体系积蓄动能", 14, "longer-last", "苏州高新区/为构建现代化产业体系积蓄动能"),
    ("以新质生产力发展推动提升产业链供应链韧性", 14, "even", "以新质生产力发展推动/提升产业链供应链韧性"),
    ("算力支撑让人工智能在中国行稳致远", 12, "even", "算力支撑让人工智能/在中国行稳致远"),
    ("算力支撑让人工智能在中国行稳致远", 12, "longer-first", "算力支撑让人工智能/在中国行稳致远"),
    ("算力支撑让人工智能在中国行稳致远", 12, "longer-last", "算力支撑/让人工智能在中国行稳致远"),
    ("基于深度学习的遥感影像建筑物提取方法综述", 16, "even", "基于深度学习的/遥感影像建筑物提取方法综述"),
    ("基于深度学习的遥感影像建筑物提取方法综述", 16, "longer-first", "基于深度学习的遥感影像建筑物/提取方法综述"),
    ("基于深度学习的遥感影像建筑物提取方法综述", 16, "longer-last", "基于深度学习的/遥感影像建筑物提取方法综述"),
    ("老年人社区居家养老服务需求及其影响因素分析", 16, "even", "老年人社区居家养老服务/需求及其影响因素分析"),
    ("稻田养殖小龙虾对土壤养分和微生物群落的影响", 16, "even", "稻田养殖小龙虾对土壤养分/和微生物群落的影响"),
    ("一座小城的秋天和它的三家书店", 12, "even", "一座小城的秋天/和它的三家书店"),
    ("推动城乡融合发展促进共同富裕的实践与思考", 14, "even", "推动城乡融合发展促进/共同富裕的实践与思考"),
    ("钢筋混凝土框架结构抗震性能试验研究进展", 14, "even", "钢筋混凝土框架结构/抗震性能试验研究进展"),
    ("论《红楼梦》中人物对话的叙事功能", 12, "even", "论《红楼梦》中人物/对话的叙事功能"),
    ("从《申报》广告看民国上海市民的日常消费", 14, "even", "从《申报》广告看民国/上海市民的日常消费"),
    ("“双碳”目标下煤电机组灵活性改造的成本与收益", 18, "even", "“双碳”目标下煤电机组灵活性/改造的成本与收益"),
    ("论“中国式现代化”的理论内涵与实践路径", 14, "even", "论“中国式现代化”的/理论内涵与实践路径"),
    ("成都青羊航空新城：科技创新助力产业“展翅高飞”", 18, "even", "成都青羊航空新城：/科技创新助力产业“展翅高飞”"),
    ("截至2024年江苏省30家企业的调查", 12, "even", "截至2024年江苏省/30家企业的调查"),
    ("第十二届全国桥梁学术会议综述", 12, "even", "第十二届全国/桥梁学术会议综述"),
    ("使用 Python 的计算语言学导论", 10, "even", "使用 Python 的/计算语言学导论"),
    ("COVID-19 疫情期间的社区治理经验", 12, "even", "COVID-19 疫情期间的/社区治理经验"),
    (
        "The Great Wall of China and its restoration in the twentieth century",
        20,
        "even",
        "The Great Wall of China and its/restoration in the twentieth century",
    ),
    (
        "The Great Wall of China and its restoration in the twentieth century",
        20,
        "longer-first",
        "The Great Wall of China and its/restoration in the twentieth century",
    ),
    (
        "The Great Wall of China and its restoration in the twentieth century",
        20,
        "longer-last",
        "The Great Wall of China and its/restoration in the twentieth century",
    ),
    (
        "A History of Bridges: Water Towns of the Lower Yangtze",
        16,
        "even",
        "A History of Bridges:/Water Towns of the Lower Yangtze",
    ),
    (
        "1. 东海大学 文学院；2. 南渡大学 历史系；3. 北山图书馆",
        24,
        "even",
        "1. 东海大学 文学院；/2. 南渡大学 历史系；3. 北山图书馆",
    ),
    ("河源大学 法学院，河源；西陵大学 法学院，西陵", 14, "even", "河源大学 法学院，河源；/西陵大学 法学院，西陵"),
    ("A History of Bridges; Water Towns", 12, "even", "A History of Bridges;/Water Towns"),
    ("江南运河沿线古桥的类型、分布与保护利用研究", 18, "even", "江南运河沿线古桥的类型、/分布与保护利用研究"),
    ("新时代高校思想政治教育工作的现实困境与破解之道", 18, "even", "新时代高校思想政治教育/工作的现实困境与破解之道"),
    (
        "新时代高校思想政治教育工作的现实困境与破解之道",
        18,
        "longer-first",
        "新时代高校思想政治教育工作的/现实困境与破解之道",
    ),
    (
        "新时代高校思想政治教育工作的现实困境与破解之道",
        18,
        "longer-last",
        "新时代高校思想政治教育/工作的现实困境与破解之道",
    ),
    ("长三角生态绿色一体化发展示范区水环境治理（上）", 16, "even", "长三角生态绿色一体化/发展示范区水环境治理（上）"),
    (
        "把一行填满的学问：先挤进、后推出，再为整段算一笔总账",
        14,
        "even",
        "把一行填满的学问：先挤进、/后推出，再为整段算一笔总账",
    ),
    (
        "“一带一路”建设中的桥梁工程标准与国际合作机制研究",
        14,
        "even",
        "“一带一路”建设中的桥梁/工程标准与国际合作机制研究",
    ),
]


@pytest.mark.parametrize(("title", "ems", "shape", "expected"), TITLES)
def test_titles_are_turned_over_by_sense_in_the_shape_asked_for(
    title: str, ems: float, shape: TitleShape, expected: str
) -> None:
    assert "/".join(lines(title, ems, shape)) == expected


def test_a_title_that_goes_into_a_line_is_left_alone_and_shows_its_bars_space() -> None:
    whole = composed(f"古桥 {PREFERRED_BREAK} 流水", 12, align="center")
    assert turned(whole.work, "even") is None
    assert whole.items.text == "古桥 流水"
    assert whole.set()[0].width == 5 * EM


def test_all_bars_are_never_forced() -> None:
    assert lines("春|夏|秋|冬的河流与它的两岸人家", 12) == ["春夏秋", "冬的河流与它的两岸人家"]


def test_a_word_wider_than_the_line_is_left_to_the_last_remedies() -> None:
    findings = Findings()
    whole = composed("a" * 80, 12, align="center", findings=findings)
    assert turned(whole.work, "even") is None
    assert "".join(lines("a" * 80, 12)) == "a" * 80
    assert len(findings)


@pytest.mark.parametrize("title", ["。", "|", " | ", "　", "《", "—— | ……"])
def test_titles_without_words_are_no_trouble(title: str) -> None:
    assert "".join(lines(title, 3)).replace(" ", "") == title.replace("|", "").replace(" ", "").strip("　")


def test_places_at_marks_do_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_parsers", lambda: pytest.fail("the model is asked"))
    assert lines("谁来照顾山里的孩子：一项关于留守儿童的调查", 14) == ["谁来照顾山里的孩子：", "一项关于留守儿童的调查"]


def test_without_the_model_lines_are_even_and_small_words_hold_to_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    phrases._parsers.cache_clear()
    monkeypatch.setitem(sys.modules, "budoux", None)
    try:
        assert lines("清末民初江南市镇米行的经营方式与信用网络", 14) == ["清末民初江南市镇米", "行的经营方式与信用网络"]
        assert lines("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳", 12) == ["甲乙丙丁戊己庚辛", "壬癸子丑寅卯辰巳"]
    finally:
        phrases._parsers.cache_clear()


MATTER = "河桥水乡古镇人家春秋的与和在研究历史第三卷，。、：；！？《》“”（）—— |A1 "


@pytest.mark.parametrize("seed", range(120))
def test_no_text_is_lost_prohibitions_hold_and_lines_are_but_one_more_than_needed(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    title = "".join(dice.choices(MATTER, k=dice.randint(1, 60)))
    shapes: tuple[TitleShape, ...] = ("even", "longer-first", "longer-last")
    whole = composed(title.replace("|", PREFERRED_BREAK), dice.randint(8, 24), align="center")
    ends = turned(whole.work, dice.choice(shapes))
    if ends is None:
        return
    text = whole.items.text
    assert ends[-1] == len(text)
    assert all(before < after for before, after in pairwise(ends))
    assert set(ends) <= set(break_opportunities(text).may)
    broken = whole.broken_at(ends)
    assert all(line.width <= whole.measure for line in broken.set())
    assert len(ends) <= whole.line_count + 1


def test_a_title_of_three_hundred_characters_is_turned_over() -> None:
    title = "".join(random.Random(3).choices("河桥水乡古镇人家春秋的与和在研究", k=300))  # noqa: S311
    assert "".join(lines(title, 20)) == title
