"""Boxes, lines of programs, rules between parts: what each style of boxes says, what dividers look like."""

from __future__ import annotations

from typing import get_args

from huozi.style.boxes import DividerKind, PictureAt
from huozi.style.keys.property import Property

BOX_ROWS = (
    Property("tint", "colour", None, "底色；不写则无", "Tint beneath the box; else none"),
    Property("top", "rule", "0.5pt", "上边的线，0 则无", "Rule at its top; 0: none"),
    Property("bottom", "rule", "0.5pt", "下边的线，0 则无", "Rule at its foot; 0: none"),
    Property("left", "rule", "0", "左边的线，0 则无", "Rule at its left; 0: none"),
    Property("right", "rule", "0", "右边的线，0 则无", "Rule at its right; 0: none"),
    Property("colour", "colour", None, "线的颜色；不写则同正文", "Colour of its rules; else that of text"),
    Property(
        "pad_across",
        "length",
        "0",
        "文字与左右边的距离，凑成正文的整字",
        "Room beside its text, made whole ems of the body",
    ),
    Property("pad_down", "length", "1/2行", "文字与上下边的距离，凑成半行", "Room above and below, made half lines"),
    Property("space", "length", "1/2行", "与上下正文至少的距离，凑成半行", "Least white to the text, made half lines"),
    Property("columns", "columns", 1, "框内分几栏", "Columns of its own text"),
    Property("gap", "length", "2字", "框内的栏距（字为正文的）", "Gap between its own columns"),
    Property("span", "span", 1, "分栏时占几栏：1、2……，all 通栏", "Columns of the page that it runs over"),
    Property(
        "places",
        "float-places",
        None,
        "可以放的位置，愿意的在先：head 页首，foot 页末，here 文中，page 单占一页；不写则只在文中",
        "Where it may stand, the dearest first: head, foot, here (in the text), page (its own); if absent here alone",
    ),
    Property("width", "part", "40%", "排在文字旁边时占栏宽的多少", "Share of the column where it stands beside text"),
    Property(
        "picture",
        "choice",
        "none",
        "开头的图排在文字的哪一边：left 左，right 右，none 在文字上面",
        "Side of its text that the picture stands at which it begins with; none: above it",
        get_args(PictureAt),
    ),
    Property("picture_width", "length", "7字", "这幅图的宽（字为正文的）", "How wide that picture is"),
    Property("label", "text", "", "加在第一段前面的字（编者按：），空则无", "Leads its first paragraph, if any"),
    Property("text_style", "name", "box-text", "框内文字的样式", "Style of its text"),
    Property("title_style", "name", "box-title", "标题的样式", "Style of its title"),
)
"""What each style of boxes says."""

TEXTS_OF_BOXES = ("text_style", "title_style")
"""The keys that name the paragraph styles of a box's texts."""

BOXES = (
    *(row._replace(path=f"box_styles.*.{row.path}") for row in BOX_ROWS),
    Property(
        "dividers.draw",
        "choice",
        "rule",
        "文中的分隔（* * *）：rule 居中短线，stars 三个星号，space 只空行",
        "What parts an article (* * *): a short centred rule, three stars, empty lines alone",
        get_args(DividerKind),
    ),
    Property("dividers.lines", "count", 2, "分隔占几行", "Grid lines that it takes"),
    Property("dividers.width", "length", "5字", "短线的长", "Length of the rule"),
    Property("dividers.thickness", "rule", "0.5pt", "短线粗细", "Thickness of the rule"),
    Property("dividers.colour", "colour", None, "颜色；不写则同正文", "Its colour; else that of text"),
)
