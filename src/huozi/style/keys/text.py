"""Fonts, and how characters are set and become lines."""

from __future__ import annotations

from typing import get_args

from huozi.style.keys.property import Property
from huozi.style.text_style import (
    AdjacentMarks,
    Digits,
    Figures,
    FigureWidth,
    Fill,
    Hyphenate,
    Kinsoku,
    LineEnd,
    LineStart,
    Marks,
    Profile,
    SmallAlign,
)

LATIN_ROWS = (
    Property(
        "latin_scale", "scale", "100%", "西文字号与中文字号之比；match 为配合中文字体", "Size of Latin beside Han"
    ),
    Property(
        "latin_shift", "shift", "0", "西文基线抬高（正）或降低（负）", "Latin raised above the baseline, or lowered"
    ),
    Property(
        "figures",
        "choice",
        "default",
        "西文数字：default 字体自定，lining 等高，oldstyle 旧体",
        "Figures: the face's own, lining or old-style",
        get_args(Figures),
    ),
    Property(
        "figure_width",
        "choice",
        "default",
        "数字宽度：default 字体自定，proportional 比例，tabular 等宽",
        "Widths of figures: the face's own, proportional or tabular",
        get_args(FigureWidth),
    ),
    Property("ligatures", "bool", True, "西文合字（fi、fl 等）", "Ligatures of Latin letters"),
    Property("kerning", "bool", True, "西文字偶间距", "Kerning of Latin letters"),
)
"""How a role's Latin is set, as a role has it and as a style may have it otherwise (``LatinSetting``)."""

FONTS = (
    Property(
        "fonts.*.han", "text", None, "中文字体：字族名或文件名", "Font of Han text: family or file", required=True
    ),
    Property("fonts.*.latin", "text", "", "西文字体；不写则用中文字体的", "Font of Latin text; else the Han font's"),
    Property(
        "fonts.*.fallback",
        "names",
        None,
        "缺字时改用的字体，粗细相近的在先",
        "Fonts or roles tried for missing characters, as heavy ones first",
    ),
    *(row._replace(path=f"fonts.*.{row.path}") for row in LATIN_ROWS),
)

TEXT_ROWS = (
    Property(
        "profile",
        "choice",
        "clreq",
        "排字所依的规则：clreq 中文排版需求，jlreq 日文排版需求，unicode 只按 UAX #14 断行",
        "The rules of composition: those of CLREQ, of JLREQ, or lines broken by UAX #14 alone",
        get_args(Profile),
    ),
    Property("kinsoku", "choice", "gb", "避头尾的宽严", "Level of line start and end prohibition", get_args(Kinsoku)),
    Property(
        "marks",
        "choice",
        "quanjiao",
        "标点宽度：全角式、开明式、全部半角式",
        "Widths of marks: quanjiao, kaiming, banjiao",
        get_args(Marks),
    ),
    Property(
        "adjacent_marks",
        "choice",
        "1.5字",
        "标点相连（其一为引号、括号）共占几字：1.5字，1字 都贴紧，2字 各占一字",
        "Two marks side by side, one a quote or bracket: 1.5 em, 1 em (both closed up), 2 em (each keeps its own)",
        get_args(AdjacentMarks),
    ),
    Property(
        "line_start",
        "choice",
        "half",
        "行首的前引号、前括号：half 半角，full 全角",
        "Opening marks at the line's start: half or full",
        get_args(LineStart),
    ),
    Property(
        "line_end",
        "choice",
        "half",
        "行末标点：half 半角，full 全角，hang 悬挂",
        "Marks at the line's end: half, full, or hanging",
        get_args(LineEnd),
    ),
    Property(
        "fill",
        "choice",
        "push-out",
        "齐行：先挤进、推出，或字移动最少",
        "How lines are filled: pull in, push out, or least movement",
        get_args(Fill),
    ),
    Property(
        "digits",
        "choice",
        "proportional",
        "阿拉伯数字：proportional 字体自身的宽度，half 每个占半字",
        "Figures: as wide as the face has them, or half an em each",
        get_args(Digits),
    ),
    Property("han_latin", "gap", "1/4em", "汉字与西文、数字之间的空隙", "Gap between Han and Latin or digits"),
    Property(
        "han_latin_max",
        "gap",
        None,
        "撑满一行时该空隙的上限；不写则推出时 1/3em，否则 1/2em",
        "How wide that gap may become; where absent 1/3em when pushing out, else 1/2em",
    ),
    Property(
        "loosest",
        "gap",
        "1/8em",
        "撑满一行时各字之间至多加宽多少；再宽，推出时先压缩标点，仍过宽则提示",
        "How far all gaps of a line may be opened; pushing out, marks give way before more, and what is more is told",
    ),
    Property("lone_character", "bool", True, "孤字不成行", "Keep a last line of one character from standing"),
    Property(
        "hyphenate",
        "choice",
        "none",
        "西文在行末断词所依的语言；none 不断",
        "Language whose words are hyphenated at a line's end",
        get_args(Hyphenate),
    ),
    Property("hyphen_before", "count", 2, "断词处前至少几个字母", "Letters that must stand before a hyphen"),
    Property("hyphen_after", "count", 3, "断词处后至少几个字母", "Letters that must follow on the next line"),
)

TEXT = tuple(row._replace(path=f"text.{row.path}") for row in TEXT_ROWS)

CHARACTER_ROWS = (
    Property("small", "ratio", "75%", "行中小字与正文字号之比", "Size of small text to the text around it"),
    Property(
        "small_align",
        "choice",
        "centre",
        "行中小字：centre 居字身之中，baseline 同基线",
        "Small text in the middle of the em box, or on the baseline",
        get_args(SmallAlign),
    ),
    Property("script", "ratio", "60%", "上标、下标与正文字号之比", "Size of raised and lowered text"),
    Property("script_rise", "share", "0.34em", "上标抬高", "How far raised text is raised"),
    Property("script_drop", "share", "0.12em", "下标降低", "How far lowered text is lowered"),
    Property("dot", "share", "0.16em", "着重号的直径", "Diameter of an emphasis dot"),
    Property("dot_distance", "share", "0.07em", "字身到着重号的距离", "From the em box to the dot"),
    Property("line", "rule", "0.5pt", "专名号、书名号的粗细", "Thickness of lines below names"),
    Property("line_distance", "share", "0.08em", "字身到专名号、书名号的距离", "From the em box to the line"),
    Property(
        "line_inset",
        "share",
        "0.06em",
        "线两端各缩进多少，相邻两名由此分开",
        "How much shorter a line is at either end",
    ),
    Property("wave", "share", "0.1em", "浪线的高度", "Height of the wave below a book's title"),
    Property("ruby", "ratio", "1/2em", "注音与正文字号之比", "Size of readings to the text below them"),
    Property("ruby_distance", "share", "0.14em", "字身到注音基线的距离", "From the em box to the reading's baseline"),
    Property("ruby_gap", "share", "1/4em", "相邻注音至少相距（注音字号）", "Least gap of readings (of their own size)"),
    Property(
        "ruby_overhang",
        "share",
        "1/2em",
        "注音可以伸到邻字上方多少（注音字号）",
        "How far a reading may reach over a neighbour without one (of its own size)",
    ),
)

CHARACTERS = tuple(row._replace(path=f"characters.{row.path}") for row in CHARACTER_ROWS)
