"""The contents pages."""

from __future__ import annotations

from typing import get_args

from huozi.style.contents import FolioAt, Leader, LeaderTo
from huozi.style.keys.property import Property

CONTENTS = (
    Property("contents.title", "text", "目录", "目录的标题", "Heading of the contents"),
    Property("contents.title_again", "text", "", "第二页起页首的一行，空则无", "Line heading later pages; empty: none"),
    Property("contents.issue_line", "issue-template", "", "目录页的期号行", "The issue's line on the contents page"),
    Property("contents.section_pages", "bool", True, "栏目也排页码", "Sections have page numbers"),
    Property(
        "contents.authors",
        "authors-at",
        False,
        "列出作者：true 在篇名后，column 自成一栏（太窄则排下一行），below 在篇名下一行",
        "Authors are listed: behind the title (true), in a column of their own where there is room, on a line below it",
    ),
    Property("contents.authors_before", "text", "／", "篇名与作者之间", "Between a title and its authors"),
    Property("contents.authors_before_en", "text", " / ", "英文目录的同一项", "The same in the English contents"),
    Property("contents.author_separator", "text", "\u3000", "作者之间", "Between authors"),
    Property(
        "contents.authors_width", "length", "0", "作者栏的宽；0 为依作者而定", "Width of their column; 0: as is needed"
    ),
    Property(
        "contents.subtitles",
        "subtitles-at",
        False,
        "列出副题：true 在篇名后，below 在下一行",
        "Subtitles are listed: behind the title (true), on a line below it",
    ),
    Property("contents.subtitle_before", "text", "——", "副题前面", "What leads a subtitle"),
    Property("contents.summaries", "bool", False, "篇名下排摘要", "Abstracts stand below their titles"),
    Property("contents.leader", "choice", "dots", "引导点", "Leaders", get_args(Leader)),
    Property(
        "contents.leader_to",
        "choice",
        "folio",
        "有作者栏时引导点引到哪里：folio 页码，authors 作者",
        "Where leaders lead if authors have a column: to the page number or to the authors",
        get_args(LeaderTo),
    ),
    Property("contents.leader_min", "dots", 3, "点数不足则改为空白", "Fewer dots than this become space"),
    Property("contents.leader_colour", "colour", None, "引导点的颜色", "Colour of the leaders"),
    Property("contents.folio_template", "folio-template", "{folio}", "页码的写法", "How page numbers are written"),
    Property(
        "contents.folio_position",
        "choice",
        "right",
        "页码排在行末（right）还是篇名前（before）",
        "Page numbers at the right or before the titles",
        get_args(FolioAt),
    ),
    Property("contents.section_space", "lines", 1, "栏目前空行数", "Empty lines before a section"),
    Property("contents.rule", "rule", "0pt", "目录标题下的线，0 则无", "Rule below the heading; 0: none"),
    Property("contents.entry_space", "lines", 0, "篇名间空行数", "Empty lines between entries"),
    Property("contents.columns", "columns", 1, "目录分几栏", "Columns of the contents"),
    Property("contents.level", "bool", False, "末页各栏齐平", "Columns of the last page end level"),
    Property("contents.head", "lines", 0, "第一页上部留空的行数", "Lines kept free at the first page's head"),
    Property(
        "contents.foot",
        "lines",
        0,
        "第一页下部留空的行数",
        "Lines kept free at the first page's foot",
    ),
    Property(
        "contents.design", "name", None, "第一页上画的设计（designs）", "Design drawn on the first page (designs)"
    ),
    Property("contents.english", "bool", False, "另列英文目录", "A second contents in English"),
    Property("contents.title_en", "text", "CONTENTS", "英文目录的标题", "Heading of the English contents"),
    Property(
        "contents.inserts", "text", "", "插页、广告另列的标题，空则不列", "Heading over inserts; empty: not listed"
    ),
)
