"""The contents pages."""

from __future__ import annotations

from huozi.style.keys.property import Property

CONTENTS = (
    Property("contents.title", "text", "目录", "目录的标题", "Heading of the contents"),
    Property("contents.issue_line", "issue-template", "", "目录页的期号行", "The issue's line on the contents page"),
    Property("contents.section_pages", "bool", True, "栏目也排页码", "Sections have page numbers"),
    Property("contents.authors", "bool", False, "列出作者", "Authors are listed"),
    Property("contents.leader", "choice", "dots", "引导点", "Leaders", ("dots", "none")),
    Property("contents.leader_min", "integer", 3, "点数不足则改为空白", "Fewer dots than this become space"),
    Property("contents.leader_colour", "colour", None, "引导点的颜色", "Colour of the leaders"),
    Property("contents.section_space", "lines", 1, "栏目前空行数", "Empty lines before a section"),
    Property("contents.rule", "rule", "0pt", "目录标题下的线，0 则无", "Rule below the heading; 0: none"),
    Property("contents.entry_space", "lines", 0, "篇名间空行数", "Empty lines between entries"),
)
