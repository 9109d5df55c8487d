"""The page: its size, type area and margins."""

from __future__ import annotations

from huozi.style.keys.property import Property

PAGE = (
    Property("page.trim", "trim", "A4", "成品尺寸", "Trimmed size"),
    Property("page.bleed", "bleed", "3mm", "出血", "What is printed beyond the trim"),
    Property(
        "page.binding",
        "choice",
        "saddle",
        "装订：saddle 骑马订，perfect 胶订，single 单页",
        "saddle stitch, perfect binding, or single leaves",
        ("saddle", "perfect", "single"),
    ),
    Property(
        "page.spine",
        "length",
        None,
        "书脊宽；不写则由页数、page.paper、page.cover_paper 算出（胶订）",
        "Width of the spine; else it follows from pages, page.paper and page.cover_paper (perfect binding)",
    ),
    Property("page.paper", "length", "0.1mm", "内文纸一张的厚度", "Thickness of a leaf"),
    Property("page.cover_paper", "length", "0.25mm", "封面纸的厚度", "Thickness of the cover"),
    Property(
        "page.type_area.characters",
        "measure",
        None,
        "每栏每行字数，或以长度给出栏宽",
        "Characters in a line of a column, or its width as a length",
        required=True,
    ),
    Property(
        "page.type_area.lines",
        "measure",
        None,
        "每页行数，或以长度给出版心高",
        "Lines of a page, or the type area's height as a length",
        required=True,
    ),
    Property("page.type_area.columns", "columns", 1, "栏数，1 至 4", "Number of columns, 1 to 4"),
    Property("page.type_area.gap", "length", "2字", "栏距（字为正文字号）", "Gap between columns (字: the body's)"),
    Property("page.margins.inner", "length", None, "订口；不写则左右居中", "Inner margin; centred where absent"),
    Property(
        "page.margins.outer", "length", None, "切口；与订口写一项即可", "Outer margin; it or the inner one is enough"
    ),
    Property("page.margins.top", "length", None, "天头；不写则略高于居中", "Top margin; else a little above centre"),
    Property(
        "page.margins.bottom", "length", None, "地脚；与天头写一项即可", "Foot margin; it or the top one is enough"
    ),
)
