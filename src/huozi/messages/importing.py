"""Messages of the importing room, and the reasons that its edits give.

A note is a guess of the importer's, made visible; a warning is a question to the editor; an error stops the import.
"""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
FILES: dict[str, Message] = {
    "import-unreadable": Message(
        ERROR, "稿件无法读取（{reason}）", "检查文件是否存在、是否有读取权限",
        "the manuscript cannot be read ({reason})", "check that it exists and that you may read it"),
    "import-unknown-format": Message(
        ERROR, "不认识这种稿件：“{suffix}”", "可以导入的有：{known}；别的格式请先另存为其中一种",
        "no importer for “{suffix}”", "importers exist for: {known}; save the manuscript as one of these"),
    "import-too-large": Message(
        ERROR, "文件超过 {megabytes} MB，不像一期刊物的文字", "检查是否选错了文件",
        "the file is larger than {megabytes} MB, which is no issue's text", "check that it is the right file"),
    "import-bad-utf8": Message(
        ERROR, "这里的字节 {byte} 不是 UTF-8（文件的第 {at} 字节，从 0 数起）", "用编辑器另存为 UTF-8 编码后再导入",
        "byte {byte} is not UTF-8 (offset {at} in the file)", "save the file as UTF-8 in your editor and import again"),
    "import-empty": Message(
        ERROR, "稿件里没有找到任何文章", "检查文件内容；文章要有题名或正文",
        "no article was found in the manuscript", "check the file: an article has a title or text"),
    "import-not-a-file": Message(
        ERROR, "来稿不是文件（是文件夹、管道或设备）", "先把来稿存成文件",
        "the manuscript is no file (but a folder, a pipe or a device)", "save it to a file first"),
    "import-target-missing": Message(
        ERROR, "没有说写成哪个文件夹", "在 -o 后面写上文件夹，例如 -o issue/2026-02",
        "no folder to write is named", "name one after -o, for example -o issue/2026-02"),
    "import-target-exists": Message(
        ERROR, "目标“{target}”已经存在", "换一个目录；确要覆盖这一期，加 --force",
        "the target “{target}” exists", "name another folder; to replace this issue, add --force"),
    "import-target-foreign": Message(
        ERROR, "目标“{target}”不是一期的文件夹（里面没有 issue.yaml），不敢覆盖", "换一个目录",
        "the target “{target}” is no issue's folder (it holds no issue.yaml) and is not replaced",
        "name another folder"),
    "import-unwritable": Message(
        ERROR, "无法写入“{target}”（{reason}）", "检查磁盘空间和写入权限；原有的文件没有动",
        "“{target}” cannot be written ({reason})", "check room and permission; nothing that was there has changed"),
}

MASTHEAD: dict[str, Message] = {
    "import-journal-unknown": Message(
        WARNING, "没有刊名为“{name}”的版式，issue.yaml 里暂写 {key}",
        "建一个 layout/{key}.yaml（可用 import-journal.yaml 里的资料），或改成已有版式的名字",
        "no layout is for a journal named “{name}”; issue.yaml says {key} for now",
        "make layout/{key}.yaml (import-journal.yaml has the data), or name a layout that exists"),
    "import-masthead-missing": Message(
        WARNING, "封面文字里没有找到{field}", "在 issue.yaml 里补上（刊名在 import-journal.yaml）",
        "the cover's text does not say: {field}", "add it to issue.yaml (the name to import-journal.yaml)"),
    "import-masthead-line": Message(
        WARNING, "封面上这一行不知属于哪一项：“{text}”", "它记在 import-journal.yaml 的 other 里，请编辑决定去留",
        "a line of the cover that fits no field: “{text}”", "it is kept in import-journal.yaml as other; decide on it"),
    "import-contact": Message(
        NOTE, "从这里到文末认作联系方式（{count} 行）", "内容在 import-journal.yaml，应与版式里的 contact 一致",
        "taken for the contact block, to the end of the text ({count} lines)",
        "it is in import-journal.yaml and should agree with the layout's contact"),
}

CONTENTS: dict[str, Message] = {
    "import-contents-missing": Message(
        WARNING, "没有找到目录页，题名和栏目只能按标题的层次推断", "对照原刊目录核对 issue.yaml 的 contents",
        "no contents page was found; titles are inferred from the headings' depth", "check contents in issue.yaml"),
    "import-contents-unmatched": Message(
        WARNING, "这里像是目录页，但正文里没有一个标题与它相符，没有采用", "对照原刊目录核对 issue.yaml 的 contents",
        "this looks like a contents page, but no heading answers to it; it was not used",
        "check contents in issue.yaml"),
    "import-contents-near": Message(
        WARNING, "目录作“{entry}”，正文作“{title}”，按正文录入", "对照原刊，定下哪个字对",
        "the contents page has “{entry}”, the body “{title}”; the body's wording is kept", "find out which is right"),
    "import-contents-wording": Message(
        NOTE, "目录作“{entry}”，正文作“{title}”，只有标点或空格不同，按正文录入", "不对就改文章的 title",
        "the contents page has “{entry}”, the body “{title}”; marks and spaces alone differ; the body's is kept",
        "if it is wrong, change the article's title"),
    "import-contents-without-article": Message(
        WARNING, "目录里有“{entry}”，正文里没有找到这一篇", "看原稿是否缺页，或题名识别错误太多",
        "the contents page has “{entry}”, the body has no such article", "are pages missing, or is the title misread?"),
    "import-contents-page-order": Message(
        NOTE, "目录里“{entry}”的页码 {page} 比前一条小", "页码不录入，只供核对；多半是识别错误",
        "the page of “{entry}”, {page}, is before that of the entry above", "pages are not copied; likely misread"),
    "import-article-not-in-contents": Message(
        WARNING, "目录里没有这一篇：“{title}”，归入它前面一篇所在的栏目", "核对栏目；若只是小标题，并入前一篇",
        "the contents page has no “{title}”; it joins the section of the article before",
        "check the section; if it is a sub-heading, move it to the article before"),
    "import-order-differs": Message(
        WARNING, "文章在正文里的次序与目录不同，按目录排", "核对 issue.yaml 的 contents",
        "the articles' order in the body differs from the contents page, whose order is kept", "check contents"),
    "import-section-guess": Message(
        NOTE, "目录里“{title}”没有加粗，按页码认作栏目名", "若是文章，请核对正文",
        "“{title}” is not bold in the contents; by its page it is taken for a section", "check it"),
    "import-section-missing": Message(
        WARNING, "从这里起的文章没有栏目名，暂作“{name}”", "在 issue.yaml 里改成真正的栏目名",
        "the articles from here have no section; it is called “{name}” for now", "put the real name in issue.yaml"),
    "import-section-empty": Message(
        WARNING, "栏目“{title}”下没有找到文章，没有写入", "核对目录与正文",
        "the section “{title}” has no article and was left out", "check the contents page against the body"),
    "import-section-repeated": Message(
        NOTE, "正文里重复的栏目名“{text}”没有录入", "栏目名由版式加在栏目开头",
        "the section's name “{text}”, repeated in the body, was left out", "the layout sets it"),
}

TITLES: dict[str, Message] = {
    "import-title-missing": Message(
        WARNING, "这些文字前面没有题名，暂记为一篇无题的文章", "给文章补上题名，或并入别的文章",
        "text without a title; it is an article without one for now", "give it a title or move it"),
    "import-title-guess": Message(
        NOTE, "没有目录可据，认作一篇的题名：“{title}”", "若只是小标题，并入前一篇",
        "taken for an article's title, without a contents page: “{title}”",
        "if it is a sub-heading, move it to the article before"),
    "import-title-joined": Message(
        NOTE, "连着的几个标题合为一个题名：“{title}”", "不对就改文章的 title",
        "headings in a row made one title: “{title}”", "if it is wrong, change the article's title"),
    "import-article-empty": Message(
        WARNING, "这一篇只有题名，没有正文", "看原稿是否缺页，或它只是栏目名",
        "an article with a title and no text", "are pages missing, or is it a section's name?"),
    "import-heading-joined": Message(
        NOTE, "“{first}”与“{second}”两个标题相连，合为一个，中间以 | 记下原来的换行", "若是两级标题，请拆开",
        "“{first}” and “{second}”, two headings in a row, made one with | between",
        "if they are two ranks, part them"),
    "import-heading-separate": Message(
        NOTE, "“{first}”与“{second}”两个标题相连，后者以下还有同级标题，认作两级", "若本是一个标题，请合并",
        "“{first}” and “{second}” follow each other; more of the second's rank follow, so they are two ranks",
        "if they are one heading, join them"),
    "import-heading-rank": Message(
        NOTE, "标题“{text}”在原稿里是 {depth} 级，按同篇同类标题定为 {level}", "层次不对就改 # 的个数",
        "the heading “{text}” has depth {depth} in the source; made {level} like its fellows",
        "if the rank is wrong, change the number of #"),
    "import-heading-unmarked": Message(
        NOTE, "“{text}”没有标题记号，按位置和长度认作小标题", "若是正文，删去前面的 ##",
        "“{text}” has no heading marks; by place and length it is taken for a heading", "if it is text, remove the ##"),
    "import-heading-long": Message(
        NOTE, "以“{text}”开头的标题太长，又以句号等结尾，认作正文", "若是标题，前面加 ##",
        "the heading that begins “{text}” is long and ends a sentence; it is taken for text",
        "if it is a heading, put ## before it"),
}

TEXT: dict[str, Message] = {
    "import-paragraph-joined": Message(
        NOTE, "“{end}”处没有收尾标点，认作换页截断，与“{start}”接成一段", "若是两段，请分开",
        "no stop at “{end}”: taken for a page's end, joined with “{start}”", "if they are two paragraphs, part them"),
    "import-paragraph-open": Message(
        WARNING, "这一段到“{end}”为止，没有收尾标点", "看原稿是否缺字、缺行",
        "a paragraph ends at “{end}” without a stop", "is something missing?"),
    "import-lines-split": Message(
        NOTE, "没有空行隔开，按句末标点或缩进从“{text}”另起一段", "若是同一段，请合并",
        "a paragraph begins at “{text}” by stop or indent, without a blank line", "if it goes on, join them"),
    "import-end-matter-twice": Message(
        WARNING, "这一篇有第二处来源或作者说明：“{text}”，留在正文里", "核对是否两篇连在了一起",
        "a second source line or note on the authors: “{text}”; it stays in the text", "have two articles become one?"),
    "import-running-head": Message(
        NOTE, "认作混入正文的书眉，没有录入：“{text}”", "若是正文，请补回",
        "taken for a running head, left out: “{text}”", "if it is text, put it back"),
    "import-folio": Message(
        NOTE, "认作混入正文的页码，没有录入：“{text}”", "若是正文，请补回",
        "taken for a page number, left out: “{text}”", "if it is text, put it back"),
    "import-picture": Message(
        WARNING, "这里有一幅图，没有录入：{text}", "把图片放进 images 文件夹，在这里写上 ![题名](../images/文件名)",
        "a picture was left out here: {text}", "put it into images and write ![caption](../images/name) here"),
    "import-han-space": Message(
        NOTE, "删去了汉字之间的空格：“{near}”", "若空格是有意的，请补回",
        "a space between Han was removed: “{near}”", "if it was meant, put it back"),
    "import-bold-dropped": Message(
        NOTE, "正文里的加粗记号不成对或不合规则，去掉了：“{near}”", "若要强调，请用 **…** 标出",
        "marks of bold text that do not pair were removed: “{near}”", "to stress words, mark them **so**"),
    "import-strong-kept": Message(
        NOTE, "正文里“{words}”原稿加粗，照样保留", "若是识别造成的，删去 **",
        "“{words}” is bold in the source and stays so", "if the OCR made it so, remove **"),
    "import-url-slash": Message(
        NOTE, "网址末尾的斜线没有录入：“{near}”", "若要保留，请补回",
        "the slash at the end of an address was left out: “{near}”", "if it matters, put it back"),
}

LEFTOVERS: dict[str, Message] = {
    "import-latin-word": Message(
        WARNING, "汉字之间夹着“{words}”：“…{near}…”，照录未改", "多半是识别时造出来的词，请对照原稿改正",
        "“{words}” between Han: “…{near}…”; kept as it is", "the OCR may have made it up; compare with the print"),
    "import-markup-left": Message(
        WARNING, "残留的标记“{words}”照录未改", "对照原稿，改成文字或删去",
        "markup is left: “{words}”; kept as it is", "make it text or remove it"),
    "import-character": Message(
        WARNING, "有无法识别的字：“…{near}…”", "对照原稿补上这个字",
        "a character that stands for none: “…{near}…”", "restore it from the print"),
    "import-quote-left": Message(
        WARNING, "直引号 {words} 配不成对，照录未改：“…{near}…”", "改成弯引号，补上缺的一半",
        "a straight quotation mark {words} that does not pair: “…{near}…”; kept", "curl it and add its partner"),
    "import-half-width-left": Message(
        NOTE, "半角的“{words}”照录未改：“…{near}…”", "若在中文里，改成全角",
        "the half-width “{words}” stays: “…{near}…”", "make it full-width if the text is Chinese"),
    "import-unplaced": Message(
        WARNING, "这一行不知归于何处，没有录入：“{text}”", "请手工补入文章",
        "a line that fits nowhere was left out: “{text}”", "put it where it belongs by hand"),
}

IMPORTING: dict[str, Message] = FILES | MASTHEAD | CONTENTS | TITLES | TEXT | LEFTOVERS
# fmt: on

REASONS: dict[str, str] = {
    "text": "文字照录",
    "half-width": "半角标点改全角",
    "bracket": "半角括号改全角",
    "quote": "直引号改弯引号",
    "ellipsis": "省略号改正",
    "dash": "破折号改正",
    "full-width-letter": "全角数字、字母改半角",
    "heading-joined": "两行标题合一",
    "title-joined": "两行题名合一",
    "line-joined": "同段的换行接上",
    "date-form": "日期改写成 年-月-日",
    "strong-tag": "加粗标签改写成 **",
    "entity": "转义写法还原",
    "escape": "转义写法的反斜线",
    "title-missing": "原稿无题，补上占位的题名",
    "section-missing": "原稿无栏目名，补上占位的栏目",
    "han-latin-space": "汉字与西文、数字之间的空格（由版式加间距）",
    "punctuation-space": "标点旁的空格",
    "han-space": "汉字之间的空格",
    "unit-space": "数字与单位符号之间的空格",
    "space-run": "多余的空格",
    "indent": "行首的缩进",
    "trailing-space": "行末的空格",
    "bold-mark": "标题、栏目名里的加粗记号",
    "body-bold-mark": "正文里的加粗记号",
    "heading-mark": "标题的 # 记号（改由文件格式表示）",
    "autolink": "网址外的尖括号",
    "url-slash": "网址末尾的斜线",
    "paragraph-joined": "换页截断的段落接上",
    "line-end": "行末换行",
    "blank-line": "段间空行",
    "blank-run": "成片空行（换页或图片处）",
    "page-break": "换页符",
    "rule": "分隔线",
    "picture": "图片",
    "folio": "混入的页码",
    "running-head": "混入的书眉",
    "section-repeated": "正文里重复的栏目名",
    "masthead-wording": "封面上由版式排出的字（年、第、期、主办等）",
    "contents-heading": "目录页的标题",
    "contents-entry": "目录条目（只与文章核对，不录入）",
    "contents-leader": "栏目名后的引导点和页码",
    "byline-bracket": "作者说明外的括号（由版式加）",
    "source-label": "“来源：”字样（由版式加）",
    "bom": "文件开头的字节顺序标记",
    "control": "控制字符",
    "invisible": "看不见的字符",
    "unplaced": "未能归属的文字",
}
"""Why an edit was made, in the report's words."""
