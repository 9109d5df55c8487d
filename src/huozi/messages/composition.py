"""Messages of composition and make-up: fonts, lines, pages."""

from huozi.diagnostics import Message, Severity

COMPOSITION: dict[str, Message] = {
    "font-missing": Message(
        Severity.ERROR,
        "找不到字体文件“{font}”（查找过以上文件夹）",
        "把 {font}.ttf 放进 fonts/，或在版式的 fonts 里换一款已有的字体",
        "no font file {font!r} in these folders",
        "put {font}.ttf into fonts/, or choose a face that is there in the layout's fonts",
    ),
    "font-unreadable": Message(
        Severity.ERROR,
        "字体文件“{font}”读不出：{reason}",
        "换上完好的 TrueType 或 OpenType 文件（.ttf、.otf）",
        "the font file {font!r} cannot be read: {reason}",
        "replace it by a sound TrueType or OpenType file (.ttf, .otf)",
    ),
    "figures-missing": Message(
        Severity.WARNING,
        "字体 {font} 没有版式要的数字（{figures}，OpenType 特性 {feature}），仍用它原来的数字",
        "换一款有这种数字的西文字体，或在版式里去掉 figures、figure_width",
        "the font {font} has no {figures} figures (OpenType feature {feature}); its own are set",
        "choose a Latin font that has them, or take figures and figure_width out of the layout",
    ),
    "character-missing": Message(
        Severity.ERROR,
        "字体 {face} 及其后备字体里都没有“{character}”（{code}）；样张上以〓代替",
        "换成通行的字，或在版式的 fonts 里给这个角色加一款有此字的后备字体（fallback）",
        "neither {face} nor its fallbacks have {character!r} ({code}); a proof shows 〓 in its place",
        "use a character the faces have, or add a fallback face that has it to the layout's fonts",
    ),
    "line-overfull": Message(
        Severity.WARNING,
        "有一行比版心宽 {excess} 磅，其中没有可断之处：“{text}”",
        "在这串文字中间加空格或改短",
        "a line runs over its measure by {excess} pt and cannot be broken: {text!r}",
        "put a space into this run of characters, or shorten it",
    ),
    "prohibition-relaxed": Message(
        Severity.WARNING,
        "标点连用，一行排不下，只好在“{text}”里不顾避头尾换行",
        "减少连用的标点",
        "marks in a row are wider than the line: it had to end among them, in {text!r}, against the prohibitions",
        "use fewer marks in a row",
    ),
    "word-broken": Message(
        Severity.WARNING,
        "西文单词或数字比一行还长，只好在“{text}”处拆开",
        "在适当的地方加空格，或改短",
        "a Western word is longer than the line and had to be broken in {text!r}",
        "put a space where it may be parted, or shorten it",
    ),
    "page-break-forced": Message(
        Severity.WARNING,
        "此处排满一栏（{lines} 行）也没有允许分页的地方，只好硬分",
        "减少连续的小标题，或把相邻的段落拆开",
        "a column of {lines} lines is full here without a place where it may be broken",
        "put text between headings in a row, or part the paragraph before it",
    ),
    "page-too-deep": Message(
        Severity.ERROR,
        "这一整块比一栏（{lines} 行）还高，排不下",
        "缩短标题，或在版式里减小它的字号和占行",
        "this piece is deeper than a column of {lines} lines",
        "shorten the title, or give it a smaller size or fewer lines in the layout",
    ),
    "contents-unstable": Message(
        Severity.ERROR,
        "目录的页码排了 {passes} 遍仍未稳定",
        "缩短目录里最长的标题，或减小目录的行数",
        "the page numbers of the contents are not stable after {passes} passes",
        "shorten the longest title in the contents",
    ),
    "page-count-filled": Message(
        Severity.WARNING,
        "内文 {count} 页，补白页 {blanks} 页，共 {total} 页",
        "若不要白页，可增补稿件，或删去 issue.yaml 里的 pages",
        "{count} inside pages; {blanks} blank ones added to make {total}",
        "add matter to fill them, or take pages out of issue.yaml",
    ),
    "page-count-odd": Message(
        Severity.NOTE,
        "内文 {count} 页，一张纸有两面，末尾补一页白页",
        "若不要白页，可增补一页的稿件",
        "{count} inside pages; a leaf has two sides, so a blank page is added at the end",
        "add matter for a page to do without it",
    ),
    "page-count-exceeded": Message(
        Severity.ERROR,
        "内文排成 {count} 页，超过要求的 {wanted} 页",
        "删减稿件，或把 pages 改为 {count} 以上",
        "the inside comes to {count} pages, more than the {wanted} asked for",
        "cut some text, or ask for {count} pages or more",
    ),
}
