"""Messages of the content room: files, YAML, the folder of an issue, front matter, Markdown."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity
from huozi.messages.asked import ASKED
from huozi.messages.front_matter import FRONT_MATTER
from huozi.messages.lists import LISTS
from huozi.messages.manuscript import MANUSCRIPT
from huozi.messages.matter import MATTER

ERROR = Severity.ERROR
WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
FILES: dict[str, Message] = {
    "outside-folder": Message(
        ERROR, "文件通过符号链接指到了本期文件夹之外，不予读取", "把文件本身复制到本期文件夹里，替换这个链接",
        "the file is a link that leads outside the issue's folder", "copy the file itself into the issue's folder"),
    "not-a-file": Message(
        ERROR, "这里应当是一个文件，现在却不是", "换成普通的文本文件",
        "this should be a file and is none", "put a plain text file here"),
    "file-too-large": Message(
        ERROR, "文件有 {size} MiB，超过上限 {limit} MiB", "检查是否误放了别的文件；文章过长时分成几篇",
        "the file has {size} MiB, the limit is {limit} MiB", "is it the right file? split an article that is too long"),
    "unreadable-file": Message(
        ERROR, "文件无法读取（{reason}）", "检查文件是否存在、是否有读取权限",
        "the file cannot be read ({reason})", "check that it exists and that you may read it"),
    "other-encoding": Message(
        ERROR, "文件不是 UTF-8 编码（多半是 GBK 或 UTF-16），没有继续读取", "用编辑器另存为 UTF-8 编码",
        "the file is not UTF-8 (GBK or UTF-16, most likely) and was not read", "save it as UTF-8 in your editor"),
    "bad-utf8": Message(
        ERROR, "这里的字节 {byte} 不是 UTF-8（全文件共 {count} 处）", "补上此处丢失的字，另存为 UTF-8 编码",
        "byte {byte} is not UTF-8 here ({count} in the file)", "type the lost character again and save as UTF-8"),
    "control-character": Message(
        ERROR, "有看不见的控制字符 {code}，不能付印", "删去这个字符（多半是从别的软件粘贴来的）",
        "an invisible control character {code} cannot be printed", "delete it; it was pasted from another program"),
    "bidi-character": Message(
        WARNING, "有改变文字方向的隐藏字符 {code}", "删去这个字符",
        "a hidden character {code} changes the direction of the text", "delete it"),
    "zero-width-character": Message(
        WARNING, "有零宽的隐藏字符 {code}", "删去这个字符，它会妨碍断行和查找",
        "a hidden character {code} of no width", "delete it: it disturbs line breaks and searching"),
    "lost-character": Message(
        WARNING, "有“�”（{code}）：这个字在以前转换文件时丢失了", "对照原稿补上丢失的字",
        "“�” ({code}): a character was lost when the file was converted", "restore it from the manuscript"),
}

YAML: dict[str, Message] = {
    "yaml-too-large": Message(
        ERROR, "内容层次太深或条目太多（上限 {what}）", "减少嵌套的层次和条目的数目",
        "too deep or too many entries (limit {what})", "nest less deeply, use fewer entries"),
    "yaml-colon": Message(
        ERROR, "这里多了一个冒号加空格，或者这一行的缩进不对",
        "值里面有“: ”时给整个值加引号；否则让这一行与同级的键对齐；键后要用半角冒号加空格",
        "a colon and space too many, or a line that is indented wrongly",
        "quote a value that contains “: ”, or align the line with the keys beside it"),
    "yaml-no-colon": Message(
        ERROR, "这个键后面没有“: ”", "键后写半角冒号加一个空格，不能用全角冒号“：”",
        "no “: ” after this key", "write a half-width colon and a space after a key"),
    "yaml-first-character": Message(
        ERROR, "这里不能以这个字符开头（制表符、@、`、% 等）", "缩进改用空格；以这类字符开头的值加上引号",
        "nothing may begin with this character (tab, @, `, %…)", "indent with spaces; quote a value that begins so"),
    "yaml-open-quote": Message(
        ERROR, "这里的引号一直没有合上", "在值的末尾补上同样的引号",
        "this quote is never closed", "close the value with the same quote"),
    "yaml-escape": Message(
        ERROR, "双引号里的“\\”后面不能接这个字符", "整个值改用一对单引号括起来（'…'），或把“\\”写成“\\\\”",
        "within double quotes “\\” does not go with this character",
        "put the value in single quotes ('…'), or write “\\\\” for “\\”"),
    "yaml-open-bracket": Message(
        ERROR, "这里的方括号或花括号没有合上，或者里面少了逗号", "补上“]”或“}}”，各项之间用半角逗号",
        "this bracket is not closed, or a comma is missing in it", "add “]” or “}}”, and commas between the items"),
    "yaml-indent": Message(
        ERROR, "这一行的缩进或括号与上文接不上", "让同级的各行左端对齐，检查括号是否成对",
        "this line's indent or bracket does not fit what is above", "align lines of one level, pair the brackets"),
    "yaml-syntax": Message(
        ERROR, "YAML 写法有误（{problem}）", "对照格式说明检查这一行和上一行",
        "not valid YAML ({problem})", "compare this line and the one above with the description of the format"),
    "yaml-documents": Message(
        ERROR, "一个文件里只能有一份内容，这里用“---”又开了一份", "删去这个“---”和它后面多余的内容",
        "a file holds one document, another begins here", "delete this “---” and what follows it"),
    "yaml-alias": Message(
        ERROR, "以 & 或 * 开头的值是引用，这里不支持", "如果本来就是文字，给整个值加上引号；否则把内容写全",
        "a value that begins with & or * is a reference, which is not supported",
        "quote the value if it is text, or write it out"),
    "yaml-tag": Message(
        ERROR, "以 ! 开头的是类型标记，这里不支持", "如果本来就是文字，给整个值加上引号；否则删去标记",
        "a value that begins with ! is tagged, which is not supported",
        "quote the value if it is text, or delete the tag"),
    "yaml-key": Message(
        ERROR, "键“{key}”不是文字", "键要写成文字；数字、日期、true 一类作键时加引号",
        "the key “{key}” is not text", "use text as a key, in quotes if it looks like a number or a date"),
    "duplicate-key": Message(
        ERROR, "键“{key}”写了两次（前一次在第 {line} 行）", "只留一个",
        "the key “{key}” is there twice (first in line {line})", "keep one of them"),
}

VALUES: dict[str, Message] = {
    "missing-key": Message(
        ERROR, "缺少键“{key}”", "补上一行“{key}: …”",
        "the key “{key}” is missing", "add a line “{key}: …”"),
    "expected-mapping": Message(
        ERROR, "这里应当是“键: 值”的形式", "写成“键: 值”，冒号用半角、后面空一格；可用的键：{keys}",
        "keys and values are expected here", "write “key: value”; known keys: {keys}"),
    "expected-list": Message(
        ERROR, "“{key}”应当是一个列表，现在是“{value}”", "写成 [甲, 乙]，或者每项一行、以“- ”开头",
        "“{key}” is a list, not “{value}”", "write [a, b], or an item a line, each beginning with “- ”"),
    "expected-text": Message(
        ERROR, "“{key}”应当是一行文字", "写成一行文字，必要时加引号",
        "“{key}” is a line of text", "write a line of text, in quotes if need be"),
    "expected-whole": Message(
        ERROR, "“{key}”应当是大于零的整数，现在是“{value}”", "用阿拉伯数字写，例如 {key}: 12",
        "“{key}” is a whole number above zero, not “{value}”", "write it in digits, for example {key}: 12"),
    "pages-too-many": Message(
        ERROR, "“{key}”太大，一期不会有这么多页", "写不大于 {most} 的页数",
        "“{key}” is more than an issue can have", "write {most} or fewer"),
    "expected-date": Message(
        ERROR, "“{key}”应当是日期，现在是“{value}”", "写成“年-月-日”，例如 2024-12-31",
        "“{key}” is a date, not “{value}”", "write year-month-day, for example 2024-12-31"),
    "expected-author": Message(
        ERROR, "作者“{value}”写法不对", "写成 {{name: 姓名, affiliation: 单位}}",
        "“{value}” is not an author", "write {{name: …, affiliation: …}}"),
    "date-quoted": Message(
        ERROR, "日期“{value}”加了引号，成了文字", "去掉引号",
        "the date “{value}” stands in quotes and is a text", "take the quotes away"),
    "impossible-date": Message(
        ERROR, "日历上没有“{value}”这一天", "改成真实的日期，写成“年-月-日”",
        "there is no such day as “{value}”", "write a day of the calendar as year-month-day"),
    "empty-value": Message(
        ERROR, "“{key}”是空的", "填上内容",
        "“{key}” is empty", "fill it in"),
    "empty-list": Message(
        ERROR, "“{key}”里一项也没有", "至少列出一项，或者整段删去",
        "“{key}” has no items", "list at least one, or delete the whole entry"),
    "bad-name": Message(
        ERROR, "“{name}”不能用作名称", "只用字母、汉字、数字、“-”“_”“.”，不写路径",
        "“{name}” is no name", "use letters, digits, “-”, “_” and “.”, and no path"),
    "pages-contradict": Message(
        ERROR, "要求恰好 {exactly} 页，又要求是 {multiple} 的倍数，两者矛盾", "改掉其中一个，或只留一个",
        "exactly {exactly} pages and a multiple of {multiple} contradict each other", "change one or keep one"),
}

FOLDER: dict[str, Message] = {
    "no-such-folder": Message(
        ERROR, "没有这个文件夹", "检查路径；本期的文件夹一般是 issue/年-期",
        "there is no such folder", "check the path; an issue's folder is usually issue/year-number"),
    "not-a-folder": Message(
        ERROR, "这是一个文件，不是本期的文件夹", "给出装着 issue.yaml 的文件夹，例如 {parent}",
        "this is a file, not an issue's folder", "give the folder that holds issue.yaml, for example {parent}"),
    "not-an-issue": Message(
        ERROR, "这个文件夹不是一期刊物：里面既没有 issue.yaml，也没有 articles 文件夹",
        "给出装着 issue.yaml 的文件夹；新的一期用 huozi new issue 建立",
        "this folder is no issue: it has neither issue.yaml nor articles",
        "give the folder that holds issue.yaml, or make a new one with huozi new issue"),
    "issue-yaml-missing": Message(
        ERROR, "本期文件夹里没有 issue.yaml", "建立 issue.yaml，写明版式、年、期、日期和目录",
        "the issue's folder has no issue.yaml", "add it: journal, year, issue, date, contents"),
    "articles-missing": Message(
        ERROR, "本期没有能读取的 articles 文件夹", "建立 articles 文件夹，把文章放进去",
        "the issue has no articles folder that can be read", "add the folder articles and put the articles there"),
    "article-missing": Message(
        ERROR, "issue.yaml 列出的文章“{name}”没有文件", "检查名称（文件名去掉编号和 .md）；最接近的是“{nearest}”",
        "the article “{name}” listed in issue.yaml has no file",
        "check the name (the file's without number and .md); the nearest is “{nearest}”"),
    "article-unheard": Message(
        ERROR, "issue.yaml 列出的文章“{name}”没有文件", "检查名称（文件名去掉编号和 .md），或把文件放进 articles",
        "the article “{name}” listed in issue.yaml has no file",
        "check the name (the file's without number and .md), or put the file into articles"),
    "article-twice": Message(
        ERROR, "文章“{name}”列了两次（前一次在第 {line} 行）", "删去多余的一次",
        "the article “{name}” is listed twice (first in line {line})", "delete one of them"),
    "article-not-listed": Message(
        ERROR, "文章“{name}”没有列入目录，不会印出", "在 issue.yaml 的 contents 里加上“{name}”，或把文件移出 articles",
        "the article “{name}” is not in the contents and would not be printed",
        "add “{name}” to contents in issue.yaml, or move the file out of articles"),
    "same-name": Message(
        ERROR, "文章名“{name}”与 {other} 相同", "改掉其中一个文件名（编号和 .md 不算在名称里）",
        "the article's name “{name}” is that of {other}", "rename one file; number and .md are not part of the name"),
    "bad-file-name": Message(
        ERROR, "文件名里有不能显示的字符", "给文件改名",
        "the file's name has characters that cannot be shown", "rename the file"),
    "not-an-article": Message(
        WARNING, "articles 里的这个文件不是 .md，没有读取", "文章另存为 .md；别的文件移出 articles",
        "this file in articles is no .md and was not read", "save an article as .md, move other files out of articles"),
}

ARTICLE: dict[str, Message] = {
    "front-matter-missing": Message(
        ERROR, "文章开头没有文章信息", "文件第一行写“---”，接着写“title: 标题”，再写一行“---”",
        "the article has no front matter", "begin the file with “---”, then “title: …”, then a line “---”"),
    "front-matter-open": Message(
        ERROR, "文章信息没有结束：缺第二个“---”", "在文章信息之后、正文之前加一行“---”",
        "the front matter does not end: the second “---” is missing", "add a line “---” before the body"),
    "empty-article": Message(
        ERROR, "这篇文章没有正文", "补上正文，或从目录和 articles 里拿掉这篇",
        "the article has no body", "add it, or take the article out of the contents and of articles"),
    "more-findings": Message(
        WARNING, "这篇文章的问题共 {count} 处，只列出了 {shown} 处", "先改已列出的，再检查一遍",
        "the article has {count} findings, of which {shown} are listed", "mend those, then check again"),
    "too-deep": Message(
        ERROR, "列表、引文或强调套了 {depth} 层以上，更深的内容被略去", "减少嵌套的层次",
        "lists, quotes or emphases more than {depth} deep: what is deeper was left out", "nest less deeply"),
    "heading-level-1": Message(
        ERROR, "正文里不能用一级标题“#”", "改成“##”，它下面的各级小标题也各加一个“#”；文章标题写在 title 里",
        "“#” is the article's title and not for the body",
        "use “##”, and one more “#” for the headings below it; the title is in the front matter"),
    "heading-skips": Message(
        ERROR, "标题跳了级：这里是“{found}”，应当是“{wanted}”或更高一级", "改成“{wanted}”",
        "a level of headings is left out: “{found}” where “{wanted}” or above is expected", "use “{wanted}”"),
    "heading-space": Message(
        WARNING, "“{mark}”后面没有半角的空格，这一行不是标题，会原样印出", "在“{mark}”后加一个半角的空格",
        "no space after “{mark}”: this is no heading and is printed as it stands", "add a space after “{mark}”"),
    "underlined-heading": Message(
        WARNING, "下一行的“---”或“===”把这一段变成了标题", "要标题就写成“{mark} …”；不要就在横线前空一行或删去横线",
        "the “---” or “===” below makes this a heading", "write “{mark} …”, or delete the line below"),
    "empty-heading": Message(
        ERROR, "标题是空的", "写上标题，或删去这一行",
        "the heading is empty", "fill it in or delete the line"),
    "leftover-mark": Message(
        WARNING, "标记“{mark}”没有起作用，会原样印出",
        "标记要成对，开头的后面和结尾的前面没有空格；补上另一半，或写成 [文字]{{.strong}}；是文字就在前面加“\\”",
        "the mark “{mark}” has no effect and is printed as it stands",
        "marks come in pairs without spaces inside: add the other one, write [so]{{.strong}}, or put “\\” before text"),
    "backslash-lost": Message(
        WARNING, "路径里的“{mark}”会少印一个反斜杠", "每个反斜杠都写两个“\\\\”，或把整条路径写成代码 `…`",
        "a backslash of “{mark}” in a path is not printed", "write each backslash twice, or the path as code: `…`"),
    "mark-unclear": Message(
        WARNING, "“{mark}”是标记还是文字，看不出来，会原样印出",
        "是文字就在记号前加“\\”；是标记就写成 [文字]{{.strong}}，类名按意思取 strong、emphasis、dots、sup、sub",
        "“{mark}” may be marks or text and is printed as it stands",
        "put “\\” before text; write marks as [so]{{.strong}}, with emphasis, dots, sup or sub for strong"),
    "span-class-unknown": Message(
        ERROR, "文字没有“.{name}”这个类", "可以写的类：{known}",
        "text has no class “.{name}”", "classes that may be written: {known}"),
    "span-attribute-unknown": Message(
        ERROR, "文字没有“{key}”这个属性", "可以写的属性：{known}",
        "text has no attribute “{key}”", "attributes that may be written: {known}"),
    "span-attribute-bad": Message(
        ERROR, "文字的属性“{text}”写法不对", "类名前加点，写成 [文字]{{.类名}}，各项之间用空格；可以写的类：{known}",
        "“{text}” is no attribute of text",
        "write a class with its point: [text]{{.class}}, spaces between; known classes: {known}"),
    "span-empty": Message(
        WARNING, "“{mark}”里没有文字", "补上文字，或删去这个标记",
        "there is no text in “{mark}”", "fill it in, or delete it"),
    "attributes-alone": Message(
        ERROR, "属性“{mark}”前面没有方括号括起的文字，会原样印出", "写成 [文字]{mark}；本来就是文字时写成“\\{{”",
        "the attributes “{mark}” stand after no text in brackets and are printed as they are",
        "write [text]{mark}, or “\\{{” if they are text"),
    "ruby-broken": Message(
        WARNING, "注音“{mark}”写法不对，会原样印出", "在同一行里写成 {{字|读音}}，两边都不能空；是文字就写成“\\{{”",
        "“{mark}” is no ruby and is printed as it stands",
        "write {{base|reading}} within a line, or “\\{{” if it is text"),
    "raised-in-vain": Message(
        WARNING, "“{mark}”不会排成上标，会原样印出",
        "^…^ 里只能是数字、西文字母或加减号；汉字写成 [汉字]{{.sup}}；是文字就写成“\\^”",
        "“{mark}” is not raised and is printed as it stands",
        "^…^ raises digits, Latin letters and signs; write [text]{{.sup}} for others, or “\\^” if it is text"),
    "two-roles": Message(
        WARNING, "一处文字用了两种强调，只能取一种", "只留一种标记",
        "two kinds of emphasis at one place, of which one is kept", "keep one kind of marks"),
    "link-address": Message(
        NOTE, "链接的网址不会印出：{address}", "需要印出网址时，把它写进正文",
        "the address of a link is not printed: {address}", "write it into the text if it should be"),
    "link-not-web": Message(
        WARNING, "链接“{address}”不是网址，点了没有去处", "写成 https:// 开头的网址，或去掉链接只留文字",
        "the link “{address}” is no address on the web and leads nowhere",
        "write an address with https://, or text alone"),
    "link-definition": Message(
        ERROR, "“{name}”这一行被当作链接的定义，不会印出",
        "注释写成脚注“[^1]: …”，链接写成“[文字](网址)”，普通文字在“[”前加“\\”",
        "the line “{name}” is taken as the definition of a link and not printed",
        "write a note as [^1]: …, a link as [text](address), or put “\\” before “[”"),
    "comment-left-out": Message(
        WARNING, "这条批注（<!-- … -->）不会印出", "批注处理完以后删去",
        "this comment (<!-- … -->) is not printed", "delete it when it is dealt with"),
    "tab": Message(
        WARNING, "文字中间有制表符", "改成空格或删去；要列表格请用表格写法",
        "a tab within the text", "make it a space or delete it"),
    "note-missing": Message(
        ERROR, "脚注“{mark}”没有注文", "另起一段写“{mark}: 注文”",
        "the note “{mark}” has no text", "add a paragraph “{mark}: …”"),
    "markup-printed": Message(
        WARNING, "“{key}”里的标记不起作用，“{mark}”会原样印出",
        "删去标记；上标、下标可以直接写 ²、₂，注释加在标题或正文里",
        "marks mean nothing in “{key}”, and “{mark}” is printed as it stands",
        "delete the marks; write ² and ₂ themselves, and call notes in the title or the text"),
    "note-in-section": Message(
        WARNING, "栏目名不能带注释，“{mark}”不会印出", "删去它；注释标在文章的标题或正文里，注文写在那篇文章里",
        "the name of a section calls no note: “{mark}” is not printed",
        "delete it; call the note in an article's title or text, and write it there"),
    "note-colon": Message(
        ERROR, "“{mark}”在段首，像是注文，后面却没有冒号", "写成“{mark}: 注文”",
        "“{mark}” at the start of a paragraph looks like a note's text, and has no colon", "write “{mark}: …”"),
    "note-twice": Message(
        ERROR, "脚注“{name}”有两条注文", "改掉其中一条的编号",
        "the note “{name}” has two texts", "number one of them anew"),
    "note-uncalled": Message(
        ERROR, "正文没有引用脚注“{name}”，注文不会印出", "在正文该加注的地方写“[^{name}]”，或删去注文",
        "nothing calls the note “{name}”, which would not be printed", "write “[^{name}]” in the text, or delete it"),
    "div-open": Message(
        ERROR, "“::: {name}”没有结束", "在它的最后一行后面加一行“:::”",
        "“::: {name}” does not end", "add a line “:::” after its last line"),
    "div-not-open": Message(
        ERROR, "这里的“:::”没有要结束的块", "删去这一行，或在前面补上开头，如“::: verse”",
        "this “:::” ends nothing", "delete the line, or begin the block with a line like “::: verse”"),
    "div-not-alone": Message(
        WARNING, "“:::”没有独占一行，会原样印出", "让它独占一行，前面不放别的记号；本来就是文字时在前面加“\\”",
        "“:::” is not alone in its line and is printed as it stands",
        "give it a line of its own, or put “\\” before it if it is meant as text"),
    "div-empty": Message(
        WARNING, "“:::”块是空的", "填上内容，或删去这两行",
        "this “:::” block is empty", "fill it in or delete both lines"),
    "div-unknown": Message(
        ERROR, "没有“{name}”这种块", "可用的有：{known}",
        "there is no kind of block “{name}”", "known kinds: {known}"),
    "div-too-deep": Message(
        ERROR, "“:::”块套了 {depth} 层以上，这一层不起作用", "减少嵌套的层次",
        "“:::” blocks more than {depth} deep: this one has no effect", "nest less deeply"),
    "verse-block": Message(
        ERROR, "诗里只能有诗行，这里是别的内容", "移到“:::”之外；以“-”“#”“>”或数字加点开头的诗行，在记号前加“\\”",
        "verse holds lines alone; this is something else",
        "move it out of the “:::” block, or put “\\” before a mark that begins a line of verse"),
    "dialogue-no-speaker": Message(
        WARNING, "问答的第一段没有说话人", "段首写上说话人和冒号，如“问：”；或把这一段移到“::: dialogue”之前",
        "the first paragraph of the dialogue has no speaker",
        "begin it with a short label and a colon, or move it before “::: dialogue”"),
    "dialogue-only-label": Message(
        WARNING, "说话人后面没有话", "补上内容，或删去这一行",
        "nothing is said after this label", "fill it in or delete the line"),
    "definition-empty": Message(
        WARNING, "“:”后面没有解释", "补上解释，或删去这一行",
        "there is no meaning after “:”", "fill it in or delete the line"),
}

NOT_SET_YET: dict[str, Message] = {
    "not-set-yet-html": Message(
        ERROR, "HTML 标签不能排",
        "删去标签（上标写 ^2^，下标写 ~2~，强调写 **…**，换行在行末写“\\”）；文字里的“<”写成“\\<”",
        "HTML cannot be set",
        "delete the tags (^2^ raises, ~2~ lowers, **…** is strong, “\\” ends a line); a “<” of the text is “\\<”"),
    "not-set-yet-math": Message(
        ERROR, "公式还不能排", "改写成文字；本来就是美元符号时写成“\\$”",
        "formulas cannot be set yet", "write words, or “\\$” for a dollar sign"),
}
# fmt: on

CONTENT: dict[str, Message] = (
    FILES | YAML | VALUES | FRONT_MATTER | FOLDER | ARTICLE | ASKED | LISTS | MATTER | NOT_SET_YET | MANUSCRIPT
)
"""Messages of the content room."""
