"""Messages of what stands beside running text: pictures, figures, tables, boxes, code, names and references."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
PICTURE_FILES: dict[str, Message] = {
    "picture-in-text": Message(
        ERROR, "图片“{address}”夹在文字中间，不能排", "让图片单独成段，前后各空一行",
        "the picture “{address}” stands within text", "give it a paragraph of its own, blank lines around it"),
    "picture-address": Message(
        ERROR, "图片“{path}”是网上的地址", "下载图片放进 images 文件夹，写成 ../images/文件名",
        "the picture “{path}” is on the network", "put the file into images and write ../images/name"),
    "picture-path": Message(
        ERROR, "图片路径“{path}”写法不对", "写成 ../images/文件名，用“/”分隔",
        "“{path}” is no path of a picture", "write ../images/name, with “/”"),
    "picture-outside": Message(
        ERROR, "图片“{path}”不在本期文件夹里", "把图片复制到本期的 images 文件夹，写成 ../images/文件名",
        "the picture “{path}” is outside the issue's folder", "copy it into images and write ../images/name"),
    "picture-missing": Message(
        ERROR, "没有图片文件“{path}”", "检查文件名；路径从文章所在的文件夹算起，如 ../images/文件名",
        "there is no picture “{path}”", "check the name; the path counts from the article, as ../images/name"),
    "picture-without-alt": Message(
        NOTE, "图片没有替代文字，看不见图的读者不知道图上是什么", "加上 alt=\"图上是什么\"；只作装饰的图写 alt=\"\"",
        "the picture has no alternative text for readers who cannot see it",
        "write alt=\"what it shows\", or alt=\"\" if it only adorns the page"),
    "picture-title": Message(
        WARNING, "图片路径后面引号里的“{title}”不会印出", "题名写在方括号里，替代文字写 alt=\"…\"，出处写 credit=\"…\"",
        "“{title}” in quotation marks behind the picture's path is not printed",
        "write a caption in the brackets, or alt=\"…\", or credit=\"…\""),
}

ATTRIBUTES: dict[str, Message] = {
    "unknown-attribute": Message(
        ERROR, "这里没有“{key}”这个属性", "可以写的属性：{known}",
        "there is no attribute “{key}” here", "attributes that may be written: {known}"),
    "bad-attribute": Message(
        ERROR, "属性“{text}”写法不对", "写成 {{#名称 width=80% credit=\"…\"}}，各项之间用空格，有空格的值加引号",
        "“{text}” is no attribute",
        "write {{#name width=80% credit=\"…\"}}, with spaces between and quotation marks around a value with spaces"),
    "attribute-twice": Message(
        ERROR, "“{key}”写了不止一次，以第一次为准", "只留一个；几张图并排时，对整组的要求只写一次",
        "“{key}” is said more than once: the first counts", "keep one; of pictures side by side say it at one of them"),
    "attribute-value": Message(
        ERROR, "“{key}”不能是“{value}”", "可以写的：{known}",
        "“{key}” cannot be “{value}”", "what can be written: {known}"),
    "attribute-share": Message(
        ERROR, "“{key}”应当是 1% 至 100%，现在是“{value}”", "写占栏宽的百分之几，如 {key}=80%",
        "“{key}” is a part from 1% to 100%, not “{value}”", "write it in per cent of the columns' width, as {key}=80%"),
    "wish-side": Message(
        ERROR, "side 只用于排在文字旁边的（place=beside），这里不起作用", "删去 side，或把 place 改成 beside",
        "side is for what stands beside text (place=beside) and has no effect here",
        "delete it, or write place=beside"),
    "name-form": Message(
        ERROR, "名称“{name}”无法引用", "名称用字母、汉字、数字和“-”“_”，以字母或汉字开头，如 #fig-a",
        "nothing can refer to the name “{name}”", "use letters, digits, - and _, a letter or digit first: #fig-a"),
    "name-twice": Message(
        ERROR, "名称“{name}”用了两次（第 {line} 行已经用过），引用都指向前一处", "改掉其中一个",
        "the name “{name}” is used twice (in line {line} already): references lead to the first", "change one of them"),
    "reference-form": Message(
        ERROR, "引用没有“{form}”这种形式，照编号印出", "可以写的：{known}",
        "there is no form “{form}” of a reference; its number is printed", "what can be written: {known}"),
}

FIGURES: dict[str, Message] = {
    "group-block": Message(
        ERROR, "“::: group”里只能有图片，这一段排在图的后面", "移到“:::”之外；整组的题名写 caption=\"…\"",
        "“::: group” holds pictures alone; this is set behind them",
        "move it out of the “:::” block; a caption of all is caption=\"…\""),
    "group-empty": Message(
        ERROR, "“::: group”里没有图片", "放进图片，每张写成 ![题名](../images/文件名)，或删去“:::”两行",
        "there is no picture in “::: group”", "put pictures in, or delete both “:::” lines"),
    "group-large": Message(
        ERROR, "{count} 张图放在一起，最多 {most} 张，从这一张起没有排",
        "分成几组",
        "{count} pictures stand together, the most is {most}: those from here on are left out", "make several groups"),
    "caption-numbered": Message(
        WARNING, "题名里写了编号“{mark}”，会和自动编的号重复",
        "删去编号；要引用就加名称，如 {{#fig-a}}，文中写 [@fig-a]",
        "the caption has the number “{mark}”, which is counted as well",
        "delete it; give it a name to refer to: {{#fig-a}} and [@fig-a]"),
    "caption-typed": Message(
        WARNING, "“{mark}”在表格前面，像是表题，照正文排了", "写成“表: 题名 {{#tab-a}}”，编号自动加",
        "“{mark}” stands before a table like its caption, and is set as text",
        "write “表: caption {{#tab-a}}”; the number is counted"),
    "matter-in-note": Message(
        ERROR, "脚注里不能放图、表和框，照文字印出", "移到正文里，注文里引用它",
        "no figure, table or box can stand in a note; it is printed as written",
        "move it to the text and refer to it from the note"),
}

TABLES: dict[str, Message] = {
    "table-block": Message(
        ERROR, "“::: table”里只能有一个表和它的题名、单位、注，这一段排在表的后面", "移到“:::”之外",
        "“::: table” holds one table with its caption, unit and notes; this is set behind it", "move it out"),
    "table-empty": Message(
        ERROR, "“::: table”里没有表", "写上竖线表，或 rows: 各行，或 file=../data/文件名.csv",
        "there is no table in “::: table”", "write a pipe table, or rows: in YAML, or file=../data/name.csv"),
    "table-row-short": Message(
        WARNING, "第 {row} 行只有 {cells} 格，表有 {columns} 栏，缺的格空着", "补上“|”和内容；本来空着的格也写出“|”",
        "row {row} has {cells} cells of {columns}; the others are empty", "write a “|” for each cell, empty ones too"),
    "table-row-long": Message(
        ERROR, "第 {row} 行比表头多出“{text}”，没有排（表有 {columns} 栏）",
        "表头加一栏，或删去多出的格；文字里的竖线写成“\\|”",
        "row {row} has “{text}” beyond the {columns} columns of the head, which is left out",
        "add a column to the head, or write “\\|” for a bar of the text"),
    "table-ragged": Message(
        WARNING, "第 {row} 行有 {cells} 格，表有 {columns} 栏；共有 {count} 行不够，缺的格空着",
        "检查是否漏了格或多了格",
        "row {row} has {cells} cells, the table {columns} columns; {count} rows are short and made up by empty cells",
        "is a cell missing, or one too many?"),
    "table-columns": Message(
        ERROR, "表有 {columns} 栏，最多 {most} 栏，多出的没有排", "拆成几个表，或行列对调",
        "the table has {columns} columns, the most is {most}: those beyond are left out", "split it or turn it around"),
    "table-rows": Message(
        ERROR, "表有 {rows} 行，最多排 {most} 行，后面的没有排", "只留要印的行，全部数据放到网上；或拆成几个表",
        "the table has {rows} rows, the most is {most}: those behind are left out",
        "keep what is to be printed, or split it"),
    "table-merge-overlaps": Message(
        ERROR, "要横跨 {columns} 栏的格只有 {room} 栏的地方，与上面跨行的格重叠或超出表的右边",
        "改 columns，或改上面那一格的 rows",
        "a cell over {columns} columns has room for {room}: it meets a cell from above or the table's edge",
        "change columns:, or rows: of the cell above"),
    "table-merge-outside": Message(
        ERROR, "要竖跨 {rows} 行的格下面只有 {room} 行（表头和表身分开算）", "改 rows",
        "a cell over {rows} rows has {room} rows (head and body are apart)", "change rows:"),
    "table-columns-said": Message(
        ERROR, "align 或 widths 写了 {count} 项，表只有 {columns} 栏", "按栏数写",
        "align or widths have {count} items, the table {columns} columns", "write as many as there are columns"),
    "table-widths": Message(
        ERROR, "widths 写法不对", "每栏写百分数，合起来不超过 100%，不规定的写“-”，如 widths: [30%, -, 20%]",
        "widths cannot be read", "write a percentage for each column, 100% in all, “-” for any: widths: [30%, -, 20%]"),
    "table-row-form": Message(
        ERROR, "“{key}”的每一行应当是列表", "写成 - [甲, 1, 2]",
        "each row of “{key}” is a list", "write - [a, 1, 2]"),
    "table-cell-form": Message(
        ERROR, "这一格应当是文字，或 {{text: 文字, columns: 2}}", "改成其中一种；有逗号、冒号的文字加引号",
        "a cell is a text, or {{text: words, columns: 2}}", "write one of them; quote a text with commas or colons"),
    "table-rows-twice": Message(
        ERROR, "表的各行既写在这里，又有 file=，文件里的没有排", "只留一处",
        "the rows stand here and in file=, which is left out", "keep one of them"),
    "table-file-address": Message(
        ERROR, "表格文件“{path}”是网上的地址", "下载后放进本期的 data 文件夹，写成 ../data/文件名",
        "the table “{path}” is on the network", "put the file into data and write ../data/name"),
    "table-file-path": Message(
        ERROR, "表格文件的路径“{path}”写法不对", "写成 ../data/文件名，用“/”分隔",
        "“{path}” is no path of a table", "write ../data/name, with “/”"),
    "table-file-outside": Message(
        ERROR, "表格文件“{path}”不在本期文件夹里", "复制到本期的 data 文件夹，写成 ../data/文件名",
        "the table “{path}” is outside the issue's folder", "copy it into data and write ../data/name"),
    "table-file-missing": Message(
        ERROR, "没有表格文件“{path}”", "检查文件名；路径从文章所在的文件夹算起，如 ../data/文件名",
        "there is no table “{path}”", "check the name; the path counts from the article, as ../data/name"),
    "table-file-kind": Message(
        ERROR, "“{path}”是电子表格文件，读不了", "在电子表格里另存为 CSV（UTF-8）",
        "“{path}” is a spreadsheet", "save it as CSV (UTF-8) in the spreadsheet program"),
    "table-file-empty": Message(
        ERROR, "表格文件“{path}”是空的", "检查文件", "the table “{path}” is empty", "check the file"),
    "table-encoding": Message(
        NOTE, "文件不是 UTF-8，按 GB18030（GBK）读了", "核对表里的字；另存为 CSV UTF-8 就不再提示",
        "the file is not UTF-8 and was read as GB18030", "check its characters; saved as UTF-8 it is not named"),
    "table-not-text": Message(
        ERROR, "文件既不是 UTF-8，也不是 GB18030，读不了", "在电子表格里另存为 CSV（UTF-8）",
        "the file is neither UTF-8 nor GB18030", "save it as CSV (UTF-8) in the spreadsheet program"),
    "table-quote": Message(
        WARNING, "这一格以引号开头而没有结束的引号，照原样读", "补上结束的引号；引号本身写两个",
        "a cell begins with a quotation mark that is not closed, and is read as it stands",
        "close it; a quotation mark of the text is doubled"),
}

CODE: dict[str, Message] = {
    "indented-text": Message(
        ERROR, "段首的空格或制表符把这一段变成了代码",
        "删去段首的空格，首行缩进由版式自动加上；本来是代码就放在两行“```”之间",
        "the spaces or the tab before this paragraph make it code",
        "delete them, the layout indents paragraphs; put what is code between two lines “```”"),
    "code-empty": Message(
        WARNING, "代码块是空的", "填上内容，或删去这几行", "this block of code is empty", "fill it in or delete it"),
}
# fmt: on

MATTER: dict[str, Message] = PICTURE_FILES | ATTRIBUTES | FIGURES | TABLES | CODE
"""Rules by their ids."""
