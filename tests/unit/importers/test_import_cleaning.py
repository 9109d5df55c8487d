"""Cleaning: what OCR did to punctuation, spaces and marks is put right, and nothing else is touched."""

from __future__ import annotations

import pytest

from huozi.content.importers.cleaning import Mode, Piece, cells_of, clean
from huozi.content.importers.leftovers import leftovers
from huozi.content.importers.manuscript import first_fault, replay


def cleaned(text: str, mode: Mode) -> str:
    cells = cells_of(text, [Piece(0, 0, len(text))])
    clean(cells, mode)
    edits = cells.edits("x").get(0, ())
    assert first_fault(len(text), edits) is None
    assert replay(text, edits).get("x", "") == cells.text()
    return cells.text()


BODY = {
    # half-width marks beside Han
    "铅字,铜模;纸型:都有?有!": "铅字，铜模；纸型：都有？有！",
    "占总数的38.4%,新字占一半": "占总数的38.4%，新字占一半",
    "排版(活字)术": "排版（活字）术",
    "效率(PUE)降至一成": "效率（PUE）降至一成",
    "一共（甲、乙)两种": "一共（甲、乙）两种",
    "先排版.再印刷.": "先排版。再印刷。",
    "长到 30%.": "长到30%。",
    # what a number, time, ratio or address holds stays
    "共3,000册,每册12.5元": "共3,000册，每册12.5元",
    "每天10:30开机,比例3:2": "每天10:30开机，比例3:2",
    "见 http://a.example/x,y?z=1,再看": "见http://a.example/x,y?z=1，再看",
    "写信给a.b@c.example,谢谢": "写信给a.b@c.example，谢谢",
    "一.总则": "一.总则",
    "1.总则": "1.总则",
    "用f(x, y)算": "用f（x, y）算",
    # typed spaces
    "第 12 期,2024 年,A 轮": "第12期，2024年，A轮",
    "排 版": "排版",
    "甲　乙": "甲　乙",
    "用 Adobe  InDesign 排": "用Adobe InDesign排",
    "占 65 %,高": "占65%，高",
    "那一年, 铅字": "那一年，铅字",
    "　　首行缩进。  ": "首行缩进。",
    # quotation marks, ellipses, dashes
    '他说:"好的."': "他说：“好的。”",
    "“外\"内'里'字": "“外”内‘里’字",
    '不成对的"引号': '不成对的"引号',
    "it's排版": "it's排版",
    "等等...": "等等……",
    "等等。。。": "等等……",
    "活字--铅的": "活字——铅的",
    "见--set项": "见--set项",
    "活字――铅的": "活字——铅的",
    # letters and marks
    "２０２４年Ａ版": "2024年A版",
    "占６．２％，计１，２３４．５": "占6.2％，计1,234.5",
    "占6．2％，时２１：４０": "占6.2％，时21:40",
    "有５，６，７。１．甲：２乙": "有5，6，7。1．甲：2乙",
    "零\u200b宽\ufeff的\x07字": "零宽的字",
    "甲&amp;乙&lt;丙\\*丁": "甲&乙<丙*丁",
    "网址: <http://www.a.example/>": "网址：http://www.a.example",
    "网址:<http://www.a.example/x/>": "网址：http://www.a.example/x/",
    # strong text that Markdown reads stays, other marks of it go
    "**重点**在此": "**重点**在此",
    "<b>重点</b>在此": "**重点**在此",
    "说**“重点”**在此": "说**“重点”**在此",
    "甲**和乙**": "甲**和乙**",
    "**重点**，另**一处": "**重点**，另一处",
    "3**2与2**5": "32与25",
    "不成**对": "不成对",
    "****空": "空",
    # every entity, mark, unit, dash
    "甲&amp;&lt;&gt;&quot;乙&#39;&nbsp;丙": "甲&<>\"乙'丙",
    "&ldquo;丁&rdquo;&middot;&mdash;&mdash;&hellip;&hellip;": "“丁”·——……",
    "甲,乙;丙:丁?戊!己": "甲，乙；丙：丁？戊！己",
    "65%,65‰,65℃,65°,65％,高": "65%，65‰，65℃，65°，65％，高",
    "─字―": "—字—",
    "字０９ＡＺａｚ／": "字09AZaz／",
    # a mark is judged by both its sides
    "一百二十三四.总": "一百二十三四.总",
    "一百二十三四五.总": "一百二十三四五。总",
    "国A.": "国A。",
    "国..字": "国..字",
    "国.A": "国.A",
    "A.国": "A.国",
    "国.国": "国。国",
    "甲,A": "甲，A",
    "A,甲": "A，甲",
    ",甲": ",甲",
    "(国)": "（国）",
    "(A)国": "（A）国",
    "国(A)": "国（A）",
    "A(国)B": "A（国）B",
    "(A(国)B)": "（A（国）B）",
    "国)": "国）",
    "(国": "（国",
    "国...A": "国……A",
    "A...国": "A……国",
    "国---A": "国---A",
    "---国": "——国",
    "国---": "国——",
    '“国"': "“国”",
    "国'": "国'",
    "80's字": "80's字",
    "甲\\*\\(乙\\a": "甲*（乙\\a",
    "见https://a.example/x.,再": "见https://a.example/x.，再",
    "信<a@b.example>": "信a@b.example",
    "信<www.a.example>": "信<www.a.example>",
    "甲 \u00a0乙\t丙": "甲乙丙",
    # a text without Han keeps its western marks
    'He said, "Fine." (Really?)': 'He said, "Fine." (Really?)',
}
HEADINGS = {
    "**告别 2024 年铅字**": "告别2024年铅字",
    "旧事重提 再说“铅与火”": "旧事重提 再说“铅与火”",
    "“铅与火” 共同告别": "“铅与火” 共同告别",
    "铅字如何?": "铅字如何？",
    "办法: 先看": "办法：先看",
    "<b>两行</b>": "两行",
    "__两行__": "两行",
}
TITLES = {
    "**活字印刷 重新发现**": "活字印刷 重新发现",
    "2024 年的活字,纸型": "2024 年的活字,纸型",
    "  活字　印刷  ": "活字　印刷",
    "<b>活字</b>": "活字",
}


@pytest.mark.parametrize(("text", "wanted"), BODY.items())
def test_body(text: str, wanted: str) -> None:
    assert cleaned(text, Mode.BODY) == wanted


@pytest.mark.parametrize(("text", "wanted"), HEADINGS.items())
def test_heading_keeps_the_space_between_two_phrases(text: str, wanted: str) -> None:
    assert cleaned(text, Mode.HEADING) == wanted


@pytest.mark.parametrize(("text", "wanted"), TITLES.items())
def test_title_loses_nothing_but_the_marks(text: str, wanted: str) -> None:
    assert cleaned(text, Mode.TITLE) == wanted


@pytest.mark.parametrize("text", sorted({*BODY.values()} - {"甲&乙<丙*丁"}))
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    assert cleaned(text, Mode.BODY) == text


def test_a_passage_of_two_lines_is_cleaned_as_one() -> None:
    source = "活字,\n铅字"
    cells = cells_of(source, [Piece(0, 0, 3), Piece(1, 4, 6)], [""])
    clean(cells, Mode.BODY)
    assert cells.text() == "活字，铅字"
    assert [(line, edits[-1].end, edits[-1].output) for line, edits in cells.edits("x").items()] == [
        (0, 3, "，"),
        (1, 6, ""),
    ]


@pytest.mark.parametrize(
    ("first", "second", "joint", "wanted"),
    [
        ("等等...", "字", "", "等等……字"),
        ("等等..", "..字", "", "等等....字"),  # what a line's end parts was no ellipsis
        ("活字--", "字", "", "活字——字"),
        ("活字-", "-字", "", "活字--字"),
    ],
)
def test_a_change_never_reaches_over_the_end_of_a_line(first: str, second: str, joint: str, wanted: str) -> None:
    source, start = f"{first}\n{second}", len(first) + 1
    cells = cells_of(source, [Piece(0, 0, len(first)), Piece(1, start, len(source))], [joint])
    clean(cells, Mode.BODY)
    assert cells.text() == wanted


LEFTOVERS = {
    "铅字街and铜模巷": ["import-latin-word"],
    "铅字街 of the 铜模巷": ["import-latin-word"],
    "水泵GB标准，gb级": [],
    "重5kg的铅": [],
    "残留<sub>2</sub>的": ["import-markup-left"] * 2,
    "排放$CO_2$少": ["import-markup-left"],
    "缺\ufffd字": ["import-character"],
    '不成对的"引号': ["import-quote-left"],
    "用AI, 5G的厂": ["import-half-width-left"],
    "共3,000册": [],
    "**重点**": ["import-strong-kept"],
    "plain, english": [],
}


@pytest.mark.parametrize(("text", "wanted"), LEFTOVERS.items())
def test_leftovers(text: str, wanted: list[str]) -> None:
    assert [leftover.rule for leftover in leftovers(text)] == wanted
