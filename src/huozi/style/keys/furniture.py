"""What stands on a page beside its text."""

from __future__ import annotations

from huozi.style.keys.property import Property

FURNITURE = (
    Property(
        "folio.position",
        "choice",
        "foot-centre",
        "页码位置：地脚居中、地脚外侧、不排",
        "Where the page number stands",
        ("foot-centre", "foot-outer", "none"),
    ),
    Property(
        "folio.first",
        "choice",
        "contents",
        "第 1 页从何处数起：contents 目录，body 正文（目录不编页码，凑足双数页）",
        "What is page 1: the contents, or the body's first page (the contents then has no folios and whole leaves)",
        ("contents", "body"),
    ),
    Property("folio.template", "template", "{folio}", "页码的写法", "How the number is written"),
    Property("folio.distance", "length", "1行", "版心到页码的距离", "From the type area's foot to the number"),
    Property("running.verso", "template", "", "左页书眉", "Running head of left pages"),
    Property("running.recto", "template", "", "右页书眉", "Running head of right pages"),
    Property("running.distance", "length", "14pt", "书眉到版心的距离", "From the running head to the type area"),
    Property("running.rule", "rule", "0.5pt", "书眉线粗细；0 为无", "Thickness of the rule; 0: none"),
    Property("running.rule_distance", "length", "3pt", "书眉到书眉线的距离", "From the running head to its rule"),
    Property("running.contents", "bool", False, "目录页排书眉", "The contents page has a running head"),
)
