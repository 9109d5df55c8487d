"""Covers, and what designs may draw."""

from __future__ import annotations

from huozi.style.keys.property import Property

COVERS = (
    Property("covers.front", "cover", False, "封一", "Front cover"),
    Property("covers.inside_front", "cover", False, "封二", "Inside front cover"),
    Property("covers.inside_back", "cover", False, "封三", "Inside back cover"),
    Property("covers.back", "cover", False, "封四", "Back cover"),
    Property(
        "covers.spine",
        "cover",
        False,
        "书脊；只印在 build --covers 写的封面上",
        "The spine, which stands on the sheet of covers alone (build --covers)",
    ),
    Property("designs.*", "design", None, "封面设计：画什么、在何处", "A page design: what is drawn where"),
)

PLACE_ROWS = (
    Property(
        "across",
        "choice",
        None,
        "横向与出血、成品或版心齐宽，或占满切口（outer）、订口（inner）一侧的空白",
        "As wide as the bleed, the trim or the type area; or the outer or inner margin",
        ("bleed", "trim", "type-area", "outer", "inner"),
    ),
    Property(
        "x",
        "place",
        "0",
        "左边到裁切线的距离（% 为页宽）；用在内页（furniture）时从订口量起",
        "From the trim's left (%: of the page's width); on pages of the inside (furniture) from the spine",
    ),
    Property("y", "place", "0", "上边到裁切线的距离（% 为页高）", "From the trim's top (%: of the page's height)"),
    Property("width", "extent", "100%", "宽", "Width"),
    Property("height", "extent", "100%", "高", "Height"),
)

STEP = Property(
    "step",
    "place",
    "0",
    "用在内页（furniture）时，每往后一个栏目下移多少（栏目标记）",
    "On pages of the inside (furniture), how much lower it stands for each section before (thumb index)",
)

ELEMENTS: dict[str, tuple[Property, ...]] = {
    "box": (
        *PLACE_ROWS,
        Property(
            "colour", "colour", "k100", "颜色；section 为本栏目的颜色（内页）", "Colour; section: the section's own"
        ),
        STEP,
    ),
    "text": (
        *PLACE_ROWS,
        Property("text", "design-template", None, "文字", "The text", required=True),
        Property("style", "name", None, "样式", "Its style", required=True),
        Property(
            "fit",
            "fit",
            False,
            "排不下则缩小字号：width（true）只看最宽的一行，box 可以转行，看宽和高",
            "Made smaller to fit: its longest line the width (width, true), or all lines, turned over, the box (box)",
        ),
        Property("least", "size", None, "缩小不小于", "The smallest size that fit may take"),
        Property(
            "valign",
            "choice",
            "top",
            "上下位置：top 上，middle 中，bottom 下",
            "Where it stands in the height",
            ("top", "middle", "bottom"),
        ),
        Property(
            "vertical",
            "bool",
            False,
            "竖排：字自上而下直立，短的数字、西文横排在列中",
            "Set downwards: characters upright, short groups of figures and letters across the column",
        ),
        STEP,
    ),
    "rule": (
        *PLACE_ROWS,
        Property("thickness", "rule", "0.5pt", "粗细", "Thickness"),
        Property("vertical", "bool", False, "竖线，长为 height；否则横线，长为 width", "Upright, as long as height"),
        Property("colour", "colour", "k100", "颜色", "Colour"),
        STEP,
    ),
    "picture": (
        *PLACE_ROWS,
        Property(
            "file",
            "picture-file",
            None,
            "图片文件，从版式所在的文件夹算起；{cover_picture} 为本期 issue.yaml 里 cover: picture 写的图片",
            "The picture's file, from the layout's folder; {cover_picture}: the issue's own (cover: picture)",
            required=True,
        ),
        Property(
            "fit",
            "choice",
            "crop",
            "crop 铺满这块地方，裁去多出的；fit 整幅放进去，不裁",
            "crop: it fills the place, and what is over is cut off; fit: all of it is shown",
            ("crop", "fit"),
        ),
        Property(
            "align",
            "choice",
            "center",
            "左右位置：fit 时靠哪边，crop 时留哪边",
            "Where it stands across (fit), or which part of it is kept (crop)",
            ("left", "center", "right"),
        ),
        Property(
            "valign",
            "choice",
            "middle",
            "上下位置：fit 时靠哪边，crop 时留哪边",
            "Where it stands in the height (fit), or which part of it is kept (crop)",
            ("top", "middle", "bottom"),
        ),
        Property(
            "alt",
            "text",
            "",
            "朗读时代替它的文字；只是装饰就不写",
            "What is read out in its stead; nothing for ornaments",
        ),
        STEP,
    ),
    "frame": (
        *PLACE_ROWS,
        Property("thickness", "rule", "0.5pt", "线粗，画在框内", "Thickness of its lines, inside its area"),
        Property("colour", "colour", "k100", "颜色", "Colour"),
        STEP,
    ),
    "circle": (
        *PLACE_ROWS,
        Property("colour", "colour", "k100", "颜色", "Colour"),
        STEP,
    ),
    "cover-lines": (
        *PLACE_ROWS,
        Property(
            "text",
            "line-template",
            "{title}　{page}",
            "每篇的文字，一行一项；写哪些文章在 issue.yaml 的 cover: lines 里",
            "What is said of an article, line by line; which articles: cover: lines in issue.yaml",
        ),
        Property("style", "name", None, "样式", "Its style", required=True),
        Property("lines_style", "name", None, "第二行起的样式；不写则同第一行", "The style of all lines but the first"),
        Property("gap", "length", "1行", "篇与篇的间隔", "Gap between articles"),
    ),
    "contact": (*PLACE_ROWS,),
    "bars": (
        *PLACE_ROWS,
        Property("count", "count", 12, "条数", "Number of bars"),
        Property("gap", "length", "3mm", "间隔", "Gap between them"),
        Property("first", "share", "20%", "第一条的高度", "Height of the first"),
        Property("last", "share", "100%", "最后一条的高度", "Height of the last"),
        Property("colour", "colour", "k100", "颜色", "Colour"),
        Property("highlight", "issue-template", "", "突出第几条", "Which one is set off"),
        Property("highlight_colour", "colour", "k100", "突出的颜色", "Colour of that one"),
    ),
}
"""What a design may draw, by the value of ``draw``, and the keys of each."""
