"""Messages of tables: what does not fit, and what was done so that it does."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

WARNING, NOTE = Severity.WARNING, Severity.NOTE

TABLES: dict[str, Message] = {
    "table-smaller": Message(
        NOTE,
        "这个表按原来的字号排不下，表内文字改为 {size}",
        "嫌小，就减少栏数、缩短文字，或让它跨更多的栏（span=all）、侧排（turned=true）",
        "this table does not fit at its own size: its cells are set in {size}",
        "if that is too small, take fewer columns or shorter texts, or let it run across (span=all) or be turned",
    ),
    "table-turned": Message(
        NOTE,
        "这个表太宽，侧排在单独的页上（顶左底右）",
        "不愿侧排，就减少栏数或缩短文字；版式里写 turned: false 则一律不侧排",
        "this table is too wide and stands turned on a page of its own",
        "to have it upright, take fewer columns or shorter texts; turned: false in the layout forbids it",
    ),
    "table-too-wide": Message(
        WARNING,
        "这个表有 {columns} 栏，至少要宽 {needed}，只有 {measure}：有的词或数拆成了两行，或伸出栏外",
        "拆成两个表，行列互换，或缩短最长的词和数",
        "this table of {columns} columns needs {needed} and has {measure}: words or numbers are broken or run over",
        "part it in two, exchange rows and columns, or shorten the longest words and numbers",
    ),
    "table-span": Message(
        WARNING,
        "这里只有 {columns} 栏，表不能跨 {asked} 栏",
        "把 span 改为 {columns} 以下，或写 all",
        "there are {columns} columns here: a table cannot run over {asked}",
        "make span no more than {columns}, or all",
    ),
    "table-beside": Message(
        WARNING,
        "表不排在文字旁边，按一般的位置排",
        "把 place 改为 here、head、foot 或 page",
        "tables do not stand beside text: this one stands where tables do",
        "make place one of here, head, foot, page",
    ),
    "table-head-deep": Message(
        WARNING,
        "表头连同表题高 {lines} 行，超过一页（{page} 行）的一半，转页时不重复",
        "缩短表头的文字，或减少表头的行数",
        "the head of this table takes {lines} lines, more than half a page of {page}: it is not repeated",
        "shorten the texts of the head, or give it fewer rows",
    ),
    "table-cells-parted": Message(
        WARNING,
        "表里跨行的格太高，一页排不下：它的文字只排在第一行里",
        "把跨行的格拆成几格，每页重写一次",
        "merged cells of this table are deeper than half a page: their text stands in their first row alone",
        "part them into several cells",
    ),
    "table-too-deep": Message(
        WARNING,
        "侧排的表比版心（{lines} 行）的宽还高，会伸出版心",
        "缩短表头或各行的文字，或不侧排（turned=false）",
        "this turned table is deeper than the type area of {lines} lines is wide: it runs over",
        "shorten its head or its rows, or do not turn it",
    ),
}
