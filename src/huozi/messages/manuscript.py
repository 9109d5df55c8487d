"""Messages of the manuscript lint: slips of typing. What is a matter of taste, or may well be meant, is a note."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
MANUSCRIPT: dict[str, Message] = {
    "half-width-mark": Message(
        WARNING, "汉字旁边用了半角的“{mark}”", "改成全角的“{better}”",
        "a half-width “{mark}” beside Han", "use the full-width “{better}”"),
    "half-width-point": Message(
        WARNING, "汉字旁边用了半角的“{mark}”", "句末改成全角的句号，人名中间改成“·”，序号后面改成“、”",
        "a half-width “{mark}” beside Han", "use the full-width stop, “·” within a name, “、” after a number"),
    "ellipsis": Message(
        WARNING, "省略号打成了“{mark}”", "改成“{better}”",
        "“{mark}” stands for an ellipsis", "use “{better}”"),
    "dash": Message(
        WARNING, "破折号打成了“{mark}”", "改成“{better}”",
        "“{mark}” stands for a dash", "use “{better}”"),
    "wide-markup": Message(
        WARNING, "“{mark}”像是用全角标点打的标记，不起作用，会原样印出", "改成“{better}”",
        "“{mark}” looks like a mark typed in full width: it has no effect and is printed as it stands",
        "write “{better}”"),
    "picture-unread": Message(
        ERROR, "“{mark}”像是图片，写法不对，不会排成图片", "写成 ![图题](../images/文件名)：标记都用半角，单独成段",
        "“{mark}” looks like a picture, and is none as it is written",
        "write ![caption](../images/name), its marks half-width, in a paragraph of its own"),
    "other-markup": Message(
        WARNING, "“{mark}”是别的软件的标记，在这里不起作用，会原样印出",
        "删去标记；强调写成 **…**，目录、分页、字样由版式定；本来就是文字则不必改",
        "“{mark}” is a mark of other software: it has no effect and is printed as it stands",
        "delete it; emphasis is **…**, contents, pages and looks are the layout's; leave it if it is text"),
    "task-mark": Message(
        WARNING, "“{mark}”是任务清单的方框，会原样印出", "删去，或改成“□”“☑”",
        "“{mark}” is the box of a task list and is printed as it stands", "delete it, or write “□” or “☑”"),
    "wiki-link": Message(
        WARNING, "“{mark}”是笔记软件的链接，会连同括号印出", "只留文字；链接写成 [文字](https://…)",
        "“{mark}” is a wiki's link and is printed with its brackets", "keep its words, or write [text](https://…)"),
    "comment-printed": Message(
        WARNING, "“{mark}”像是批注，会原样印出", "删去；不印的批注写成 <!-- … -->",
        "“{mark}” looks like a comment and is printed", "delete it; a comment is <!-- … -->"),
    "note-elsewhere": Message(
        WARNING, "“{mark}”像是注释或引文的标记，会原样印出",
        "在这里写“[^1]”，另起一段写“[^1]: 注文”；引用图、表、标题写“[@名称]”，只写在正文和图表里",
        "“{mark}” looks like a note or a citation and is printed as it stands",
        "write [^1] here, and a paragraph “[^1]: …”; in text and captions [@name] refers to a figure"),
    "table-broken": Message(
        WARNING, "这一行像表格，竖线会原样印出",
        "表头的下一行写 |---|---|，各行的竖线用半角“|”；不是表格就在竖线前加“\\”",
        "this looks like a table; its lines are printed as they stand",
        "write |---|---| below its head and half-width bars; “\\|” where none is meant"),
    "rule-typed": Message(
        WARNING, "“{mark}”像是分隔线或标题下的横线，会原样印出",
        "分隔线写成单独一行的“* * *”；标题写成“## …”；本来多余就删去",
        "“{mark}” looks like a rule and is printed as it stands",
        "a rule is a line “* * *” of its own, a heading “## …”; or delete the line"),
    "lines-joined": Message(
        WARNING, "这一行以空格开头，与上一行之间却没有空行，两行会连成一段", "另起一段就在前面空一行；空格删去",
        "this line begins with spaces and no blank line is before it: it is joined to the line above",
        "put a blank line before it if it is a paragraph; delete the spaces"),
    "list-joined": Message(
        WARNING, "这一行像“{mark}”开头的一项，与上一行之间却没有空行，几行会连成一段",
        "各成一段就在行间空一行；要排成列表就写成“1. ”或“- ”，后面有一个半角的空格",
        "this line begins with “{mark}” as an item does, without a blank line before it: it is joined to that above",
        "put a blank line between, or begin the lines of a list with “1. ” or “- ”, the space with it"),
    "list-mark": Message(
        WARNING, "“{mark}”后面没有半角的空格，不是列表，会原样印出",
        "要排成列表，就在“{mark}”后加一个半角的空格；破折号写成“——”",
        "no space after “{mark}”: this is no list and is printed as it stands",
        "add a space after “{mark}” if a list is meant; a dash is “——”"),
    "list-space": Message(
        NOTE, "“{mark}”后面没有空格，排成普通的段落", "要排成列表，就在“{mark}”后加一个空格；不要列表就不必改",
        "no space after “{mark}”: set as a plain paragraph",
        "add a space after “{mark}” if a list is meant; otherwise leave it"),
    "wide-digits": Message(
        WARNING, "数字“{mark}”用了全角", "改成半角的“{better}”",
        "“{mark}”: a number in full width", "use the half-width “{better}”"),
    "digit-comma": Message(
        WARNING, "数字“{mark}”里用了中文的逗号或顿号", "是一个数就写成“{better}”；是几个数，中间用顿号",
        "“{mark}”: a Chinese comma within a number", "write “{better}” for one number, “、” between several"),
    "digit-point": Message(
        WARNING, "数字“{mark}”里用了句号", "小数点用半角：“{better}”",
        "“{mark}”: a full stop within a number", "the decimal point is half-width: “{better}”"),
    "digit-letter": Message(
        WARNING, "数字“{mark}”里混着字母", "对照原稿，把 O、l、I 改成数字",
        "“{mark}”: letters among the digits of a number", "compare the manuscript; write digits for O, l, I"),
    "han-zero": Message(
        WARNING, "汉字数字里的“{mark}”不是“〇”", "改成“{better}”",
        "“{mark}” among Han numerals is no “〇”", "write “{better}”"),
    "straight-quote": Message(
        WARNING, "汉字旁边用了直引号 {mark}", "改成弯引号“ ”或‘ ’",
        "a straight quote {mark} beside Han", "use “ ” or ‘ ’"),
    "han-space": Message(
        WARNING, "汉字之间打了空格，会印成空白", "删去空格；要停顿就用标点",
        "a typed space between Han is printed as a gap", "delete it, or use a mark"),
    "typed-space": Message(
        NOTE, "汉字与西文之间打了空格", "删去空格，间距由排版自动加上",
        "a typed space between Han and Latin", "delete it; the gap is made in composition"),
    "space-at-mark": Message(
        WARNING, "标点旁边打了空格", "删去空格，标点自带空白",
        "a typed space beside a Chinese mark", "delete it; the mark has its own space"),
    "doubled-mark": Message(
        WARNING, "“{mark}”两个标点连用，像是笔误", "只留一个",
        "“{mark}”: two marks in a row look like a slip", "keep one"),
    "stray-word": Message(
        NOTE, "汉字之间夹着西文小写的“{word}”，像是漏译或识别的错误", "对照原稿核对；本来如此就不必改",
        "“{word}” in small letters between Han looks untranslated or misread",
        "compare the manuscript; leave what is meant"),
    "mark-not-closed": Message(
        WARNING, "“{mark}”没有与它配对的另一半", "在本段内补上另一半，或删去这一半",
        "“{mark}” has no partner in its paragraph", "add the partner or delete it"),
    "placeholder": Message(
        WARNING, "这篇文章还没有写：正文是新建时的一句话", "写上正文，或从目录里拿掉这篇",
        "this article is not written yet: its text is what it began with", "write it, or take it out of contents"),
    "mark-turned": Message(
        WARNING, "“{mark}”的方向像是反了", "改成“{better}”",
        "“{mark}” seems to point the wrong way", "use “{better}”"),
    "outer-space": Message(
        WARNING, "段首或段末有空格", "删去空格；首行缩进由版式自动加上",
        "spaces at the start or end of a paragraph", "delete them; the layout indents paragraphs"),
}
# fmt: on
