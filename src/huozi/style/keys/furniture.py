"""What stands on a page beside its text."""

from __future__ import annotations

from typing import get_args

from huozi.style.furniture import Naming, Openings, Position
from huozi.style.keys.property import Property

FURNITURE = (
    Property(
        "folio.position",
        "choice",
        "foot-centre",
        "页码位置：地脚（foot）或天头（head），居中、外侧、内侧；none 不排",
        "Where the page number stands: at foot or head, centred, outer, inner; or none",
        get_args(Position),
    ),
    Property(
        "folio.opening",
        "choice",
        "same",
        "篇首页的页码位置：same 与别页相同，none 不排",
        "Where it stands on opening pages: the same as on others, elsewhere, or none",
        ("same", *get_args(Position)),
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
    Property(
        "folio.distance",
        "length",
        "1行",
        "版心到页码的距离；与书眉同在一端时随书眉，两者同一基线",
        "From the type area to the number; beside running heads it stands on their baseline",
    ),
    Property("running.verso", "template", "", "左页书眉", "Running head of left pages"),
    Property("running.recto", "template", "", "右页书眉", "Running head of right pages"),
    Property(
        "running.opening",
        "template",
        None,
        '篇首页的书眉；不写与别页相同，写 "" 不排',
        'Running head of opening pages; none with "", as on other pages where absent',
    ),
    Property(
        "running.position",
        "choice",
        "head-outer",
        "书眉位置：天头（head）或地脚（foot），外侧、居中、内侧",
        "Where running heads stand: at head or foot, outer, centred, inner",
        tuple(position for position in get_args(Position) if position != "none"),
    ),
    Property(
        "running.names",
        "choice",
        "last",
        "书眉所指的栏目和文章：first 页首的，last 页内最后起排的，begins 页内最先起排的；都不起排时承前页",
        "Section, title, author in heads: what stands first on the page, begins last on it, or begins first on it; "
        "where none begins, what goes on",
        get_args(Naming),
    ),
    Property("running.distance", "length", "14pt", "书眉到版心的距离", "From the running head to the type area"),
    Property("running.rule", "rule", "0.5pt", "书眉线粗细；0 为无", "Thickness of the rule; 0: none"),
    Property("running.rule_distance", "length", "3pt", "书眉到书眉线的距离", "From the running head to its rule"),
    Property("running.contents", "bool", False, "目录页排书眉", "The contents page has a running head"),
    Property(
        "furniture.openings",
        "choice",
        "head",
        "哪些是篇首页：head 页首就是一篇开头的，any 页内有文章起排的",
        "Which pages are opening pages: those at whose head an article opens, or those on which any does",
        get_args(Openings),
    ),
    Property(
        "furniture.verso",
        "name",
        None,
        "左页文字下面画什么：一份 designs 里的设计；none 不画",
        "What is drawn beneath the text of left pages: a design; or none",
    ),
    Property(
        "furniture.recto",
        "name",
        None,
        "右页文字下面画什么：一份 designs 里的设计；none 不画",
        "What is drawn beneath the text of right pages: a design; or none",
    ),
    Property(
        "furniture.opening",
        "name",
        None,
        "篇首页改画什么；不写与别页相同，none 不画",
        "What is drawn on opening pages instead; or none; as on others where absent",
    ),
)
