"""Messages on what editors ask of the pages: hints at a paragraph's end, columns."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING

# fmt: off
HINTS: dict[str, Message] = {
    "hint-value": Message(
        ERROR, "“{hint}”不能这样写", "可以写的：{known}",
        "“{hint}” cannot be asked for", "what can be written: {known}"),
    "hint-key": Message(
        ERROR, "“{hint}”里的键不认识，不起作用", "可以写的键：{known}，写成 {{lines=-1}}、{{break=page}} 的样子",
        "the key of “{hint}” is not known and has no effect",
        "known keys: {known}; write {{lines=-1}} or {{break=page}}"),
    "hint-twice": Message(
        ERROR, "“{hint}”的键写了两次，这一次不起作用", "只留一个",
        "the key of “{hint}” is there twice; this one has no effect", "keep one of them"),
    "hint-heading": Message(
        WARNING, "标题的行数不能由“{hint}”增减，不起作用", "删去它；标题在哪里换行用“|”指定",
        "“{hint}” has no effect on a heading", "delete it; “|” says where a heading's lines end"),
    "hint-contradicts": Message(
        WARNING, "“{hint}”和 {{start=recto}} 写在一处，以 {{start=recto}} 为准", "只留一个",
        "“{hint}” stands beside {{start=recto}}, which wins", "keep one of them"),
    "hint-parted": Message(
        WARNING, "{{keep=next}} 要求与下一段连在一起，下一段却写了“{hint}”，以后者为准", "删去其中一个",
        "{{keep=next}} holds to a block that says “{hint}”, which wins", "delete one of them"),
    "hint-in-note": Message(
        WARNING, "“{hint}”写在注文里，不起作用", "删去它，或写到正文段落的末尾",
        "“{hint}” has no effect in a note", "delete it, or write it at the end of a paragraph of the text"),
    "hint-place": Message(
        WARNING, "“{hint}”不在段落或标题的末尾，不起作用，会原样印出",
        "移到它所说的段落或标题的末尾，同在一段里；本来就是文字时写成“\\{{”",
        "“{hint}” is not at the end of a paragraph or heading, has no effect and is printed as it stands",
        "move it to the end of the paragraph or heading that it is for, or write “\\{{” if it is text"),
    "hint-mark": Message(
        WARNING, "“{hint}”像是“{meant}”的误写，会原样印出", "写成“{meant}”，用半角；本来就是文字时在前面加“\\”",
        "“{hint}” looks like “{meant}” and is printed as it stands",
        "write “{meant}”, or put “\\” before it if it is text"),
}

COLUMNS: dict[str, Message] = {
    "div-columns": Message(
        ERROR, "栏数“{value}”不能用", "栏数写 1 至 {most}，如“::: {{columns=2}}”",
        "“{value}” is no number of columns", "write 1 to {most}, as in “::: {{columns=2}}”"),
    "div-columns-place": Message(
        ERROR, "换栏数的“:::”套在别的块里，不起作用",
        "把它移到文章的最外层；样式和栏数可以写在一处：::: {{columns=1 style=名称}}",
        "a “:::” that changes the columns stands within another block and has no effect",
        "move it to the article's outermost level; style and columns may stand together: ::: {{columns=1 style=name}}"),
}
# fmt: on

ASKED: dict[str, Message] = HINTS | COLUMNS
"""Messages on what editors ask of the pages."""
