"""Figures: how large they are, where they may stand, what stands around them."""

from __future__ import annotations

from typing import get_args

from huozi.style.figures import Across, CaptionTurn, CreditAt
from huozi.style.keys.property import Property

FIGURES = (
    Property(
        "figures.places",
        "float-places",
        None,
        "插图可以放的位置，愿意的在先：head 页首，foot 页末，here 文中，page 单占一页；不写则依这个次序",
        "Where figures may stand, the dearest first: head, foot, here (in the text), page (of their own); so if absent",
    ),
    Property(
        "figures.span",
        "choice",
        "auto",
        "分栏时插图占几栏：auto 一栏排得下的占一栏，否则通栏；column 一栏；all 通栏",
        "In columns: one where the picture goes into it, else all (auto); always one; always all",
        get_args(Across),
    ),
    Property(
        "figures.height", "part", "85%", "插图连图题至多占版心高的多少", "Most of the type area's height that one takes"
    ),
    Property(
        "figures.large",
        "part",
        "60%",
        "占页面高这么多以上的插图，先试单占一页",
        "A figure that takes more of a page is rather given a page of its own",
    ),
    Property(
        "figures.least_scale",
        "part",
        "60%",
        "矢量图缩到原大的多少以下，字就看不清：先试侧排，再不行就提示",
        "A drawing reduced to less of its size cannot be read: it is turned, or else it is told",
    ),
    Property("figures.space", "length", "0.5行", "插图与正文之间至少空多少", "Least white between a figure and text"),
    Property("figures.gap", "length", "1字", "并排的图之间的距离", "Gap of pictures side by side"),
    Property(
        "figures.row",
        "integer",
        0,
        "几幅图并排时每行至多几幅；0 为依宽度而定（四幅在窄栏里排成两行）",
        "Pictures in a row at most; 0: as the width suits (four stand in two rows of a narrow column)",
    ),
    Property("figures.caption_space", "length", "0.5字", "图与图题的距离", "From a picture to its caption"),
    Property(
        "figures.caption_turn",
        "choice",
        "text",
        "图题转行：text 与图号后的文字对齐，edge 顶格，center 各行居中",
        "Turned lines of a caption: behind the number, from the edge, or centred",
        get_args(CaptionTurn),
    ),
    Property(
        "figures.credit",
        "choice",
        "after",
        "图片来源：after 在图题之后的括号里，right 在图的右下方",
        "Credits: in brackets behind the caption, or at the right below the picture",
        get_args(CreditAt),
    ),
    Property(
        "figures.beside",
        "choice",
        "right",
        "串文的图没有写在哪一边时放在：left 左边，right 右边",
        "The side of a picture beside text that does not say which",
        ("left", "right"),
    ),
    Property("figures.beside_gap", "length", "1字", "串文的图与文字的距离", "Gap between text and a picture beside it"),
    Property(
        "figures.alt",
        "choice",
        "optional",
        "图片的替代文字：optional 没有就提示，required 没有就算错（要求无障碍的刊物）",
        "What is read out in a picture's stead: its lack is a note, or an error (required, where access is asked for)",
        ("optional", "required"),
    ),
)
