"""Messages of figures: what becomes of a wish that a page cannot grant, and of pictures too large for it."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

FIGURES: dict[str, Message] = {
    "figure-too-wide": Message(
        Severity.WARNING,
        "插图 {name} 要宽 {wanted}，排不下，缩到 {width}",
        "width 不要超过 100%；一栏太窄就写 span=all，太宽就写 turned（侧排）",
        "the figure {name} is asked to be {wanted} wide, which is more than there is: it is {width} wide",
        "ask for a width of 100% at most; let it run over all columns (span=all), or turn it (turned)",
    ),
    "figure-too-tall": Message(
        Severity.WARNING,
        "插图 {name} 宽 {wanted} 就高过 {depth}，缩到宽 {width}",
        "裁去上下多余的部分（crop），缩短图题，或写 place=page 让它单占一页",
        "the figure {name} would be deeper than {depth} if it were {wanted} wide: it is {width} wide",
        "crop what is not needed of it, shorten its caption, or give it a page of its own (place=page)",
    ),
    "figure-small": Message(
        Severity.WARNING,
        "插图 {name} 缩到原大的 {share}，图里的字可能看不清",
        "按排印的大小重画，或分成几幅；认可这个大小就写明 width",
        "the figure {name} is reduced to {share} of its size: what is written in it may be too small to read",
        "draw it at the size of the page, or as several; if it is good as it is, say its width",
    ),
    "figure-turned": Message(
        Severity.NOTE,
        "插图 {name} 太宽，侧排（顶左底右），单占一页",
        "要它横着排，就写明 width",
        "the figure {name} is too wide for the page: it is turned a quarter to the left, on a page of its own",
        "say its width to have it upright",
    ),
    "figure-span": Message(
        Severity.NOTE,
        "要插图占 {asked} 栏，这里只有 {columns} 栏，排成通栏",
        "写成 span=all，或不大于栏数的数",
        "a figure is to run over {asked} columns where there are {columns}: it runs over all",
        "write span=all, or no more columns than there are",
    ),
    "figure-here-across": Message(
        Severity.WARNING,
        "占 {columns} 栏的插图不能放在文中（place=here），放在页首或页末",
        "改成占一栏（span=column）或通栏（span=all），或写 place=head、place=foot",
        "a figure over {columns} columns cannot stand within the text (place=here): it stands at a head or foot",
        "let it run over one column (span=column) or all (span=all), or ask for head or foot",
    ),
    "wish-idle": Message(
        Severity.NOTE,
        "{key} 在这里不起作用",
        "删去 {key}；side 只用于串文的图（place=beside），串文的图跟着段落走，不理会 on、span、turned",
        "{key} has no effect here",
        "take {key} away; side is for pictures beside text (place=beside), which stand by their paragraph whatever on, "
        "span and turned say",
    ),
    "beside-narrow": Message(
        Severity.WARNING,
        "栏宽不到 {ems} 字，图不能串文，照一般插图排",
        "去掉 place=beside，或把文章改排成较少的栏",
        "a column of less than {ems} ems has no room for a picture beside text: it is set like other figures",
        "take place=beside away, or set the article in fewer columns",
    ),
    "beside-no-text": Message(
        Severity.WARNING,
        "要串文的图后面没有段落可以串，照一般插图排",
        "把图移到要串的段落之前，或去掉 place=beside",
        "no paragraph follows the picture that is to stand beside text: it is set like other figures",
        "move it before the paragraph that it is to stand beside, or take place=beside away",
    ),
    "picture-alt-required": Message(
        Severity.ERROR,
        "图片没有替代文字，而版式要求有（figures.alt: required）",
        '在图后写 {{alt="图上有什么"}}；只作装饰的写 {{alt=""}}',
        "a picture says nothing to be read out in its stead, and the layout asks for it (figures.alt: required)",
        'write {{alt="what it shows"}} behind it; for an ornament {{alt=""}}',
    ),
    "beside-white": Message(
        Severity.NOTE,
        "图旁的文字比图短，图旁空 {lines} 行",
        "把图缩小（width），或移到长一些的段落之前",
        "the text beside the picture is shorter than it: {lines} lines stay empty",
        "make the picture smaller (width), or move it before a longer paragraph",
    ),
}
