"""Messages of boxes: styles that are not there, places that a box cannot have."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

WARNING = Severity.WARNING

BOXES: dict[str, Message] = {
    "box-style-unknown": Message(
        WARNING,
        "版式里没有框的样式“{style}”，按普通的框排",
        "已有的样式：{known}；框的样式写在版式的 box_styles 下",
        "the layout has no style of boxes {style}: it is set as a plain box",
        "there are: {known}; styles of boxes stand under box_styles of the layout",
    ),
    "box-nested": Message(
        WARNING,
        "框里又有框，里面的一个只排文字，不加底色和线",
        "把里面的框移到外面，或去掉它的 :::",
        "a box within a box: the inner one is set as plain text",
        "move the inner box out of the other, or take away its :::",
    ),
    "box-too-deep": Message(
        WARNING,
        "这个框高 {lines} 行，一页（{page} 行）放不下，改为排在文中，单栏，可以转栏、转页",
        "缩短框里的文字，或让它跨更多的栏（span=all）；确要转页，就去掉 place 和 columns",
        "this box of {lines} lines does not go into a page of {page}: it stands in the text in one column and goes on",
        "shorten it or let it run across (span=all); to have it go on, take away place and columns",
    ),
    "box-not-beside": Message(
        WARNING,
        "这个框不能排在文字旁边，按一般的位置排",
        "框后面要紧接一段正文，栏宽至少 {ems} 字，框里没有注；否则把 place 改为 here、head 或 foot",
        "this box cannot stand beside text: it stands where such boxes do",
        "a paragraph must follow it in columns of {ems} characters or more, without notes in the box; "
        "else make place here, head or foot",
    ),
    "box-span": Message(
        WARNING,
        "这里只有 {columns} 栏，框不能跨 {asked} 栏",
        "把 span 改为 {columns} 以下，或写 all",
        "there are {columns} columns here: a box cannot run over {asked}",
        "make span no more than {columns}, or all",
    ),
    "box-here-across": Message(
        WARNING,
        "这个框跨 {columns} 栏，不能排在文中，排在页首或页末",
        "把 place 改为 head 或 foot，或让它通栏（span=all）",
        "this box runs over {columns} columns and cannot stand in the text: it stands at a head or foot",
        "make place head or foot, or let it run over all columns (span=all)",
    ),
    "box-in-frame": Message(
        WARNING,
        "列表、引文里的框只能排在原处",
        "把框移到列表、引文外面，或去掉 place",
        "a box in a list or a quotation stands where it is written",
        "move the box out of it, or take away place",
    ),
    "box-float": Message(
        WARNING,
        "框里的图和表只能排在框里的原处，place 不起作用",
        "去掉这里的 place，或把图、表移到框外",
        "figures and tables in a box stand where they are written in it: place has no effect",
        "take away place, or move the figure or table out of the box",
    ),
}
