"""Messages on what editors ask of the pages: hints at a paragraph's end, columns, fillers, how an article starts."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING
NOTE = Severity.NOTE

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
    "span-idle": Message(
        NOTE, "样式“{style}”的 span 不起作用：这一期没有分栏的地方", "不必改动；以后也不分栏，就删去它",
        "span has no effect in the style {style}: nothing in this issue is set in columns",
        "nothing need be done; delete it if there never will be columns"),
    "span-too-wide": Message(
        NOTE, "样式“{style}”要跨 {span} 栏，这一期至多分 {columns} 栏，改为通栏",
        "写 span: all，或改成 {columns} 以内的数",
        "the style {style} is to span {span} columns and there are {columns} at the most: it spans them all",
        "write span: all, or a number up to {columns}"),
    "expected-up-to": Message(
        ERROR, "“{key}”应当是 1 至 {most} 的整数，现在是“{value}”", "写 1 至 {most}，例如 {key}: 2",
        "“{key}” is a whole number from 1 to {most}, not “{value}”", "write 1 to {most}, for example {key}: 2"),
}

ARTICLES: dict[str, Message] = {
    "expected-one-of": Message(
        ERROR, "“{key}”不能是“{value}”", "可以写的：{known}",
        "“{key}” cannot be “{value}”", "what can be written: {known}"),
    "expected-flag": Message(
        ERROR, "“{key}”应当是 true 或 false，现在是“{value}”", "是写 true，否写 false，不加引号",
        "“{key}” is true or false, not “{value}”", "write true for yes, false for no, without quotes"),
    "filler-in-contents": Message(
        ERROR, "“{name}”是补白（kind: filler），却列在目录 contents 里",
        "移到 issue.yaml 的 fillers 里；要当文章排就删去它的“kind: filler”",
        "“{name}” is a filler (kind: filler) and stands in contents",
        "move it to fillers in issue.yaml, or delete its “kind: filler” if it is an article"),
    "filler-kind": Message(
        ERROR, "“{name}”列在 fillers 里，自己却没有说是补白",
        "在 {file} 的文章信息里加一行“kind: filler”，或移到 contents 里",
        "“{name}” is listed in fillers and does not say that it is one",
        "add a line “kind: filler” to the front matter of {file}, or move it to contents"),
    "filler-not-listed": Message(
        WARNING, "补白“{name}”没有列入 fillers，不会用上",
        "在 issue.yaml 的 fillers 里加上“{name}”，或把文件移出 articles",
        "the filler “{name}” is not in fillers and would not be used",
        "add “{name}” to fillers in issue.yaml, or move the file out of articles"),
    "filler-only": Message(
        WARNING, "补白只排在文章末尾的空处，“{key}”对它不起作用", "删去这一行",
        "a filler stands on what white is left: “{key}” has no effect on it", "delete the line"),
    "filler-unplaced": Message(
        NOTE, "这篇补白没有用上：连同上面的一行空行要 {lines} 行，余下最大的空白是 {widest} 行",
        "要用就把它缩短，或在 issue.yaml 的 fillers 里往前移；不用就从 fillers 里删去",
        "the filler has no place: with an empty line above it takes {lines} lines, the widest white left has {widest}",
        "shorten it or move it up in fillers of issue.yaml to have it; take it out of fillers to do without it"),
    "filler-unsettled": Message(
        NOTE, "这篇补白没有用上：它要列入目录，目录因此多出一页，它所在的空白就没有了",
        "要用就删去文章信息里的“contents: true”，或把目录缩短一行",
        "the filler has no place: listed in the contents it makes them a page longer, and its own white is gone",
        "delete “contents: true” from its front matter to have it, or make the contents a line shorter"),
}
# fmt: on

ASKED: dict[str, Message] = HINTS | COLUMNS | ARTICLES
"""Messages on what editors ask of the pages."""
