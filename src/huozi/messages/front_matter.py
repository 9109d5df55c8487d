"""Messages on what articles and issues say of themselves: front matter, cover, imprint, pages left free."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
FIELDS: dict[str, Message] = {
    "field-too-long": Message(
        WARNING, "“{key}”有 {count} 字，少有这么长的（{most} 字以内）",
        "核对是否把别的内容写到了这里；确实这么长就不必改",
        "“{key}” has {count} characters, and few have more than {most}",
        "is something else written there? leave it if not"),
    "title-without-words": Message(
        WARNING, "标题“{title}”里没有字", "核对标题；确实如此就不必改",
        "there is no word in the title “{title}”", "is it what was meant? leave it if so"),
    "expected-paragraphs": Message(
        ERROR, "“{key}”应当是文字，不是列表或别的", "写成一段文字；有几段就用“{key}: |”，各段缩进写在下面，段间空一行",
        "“{key}” is text, no list or anything else",
        "write a text; for several paragraphs write “{key}: |” and indent them below it, blank lines between"),
    "note-in-field": Message(
        WARNING, "“{key}”里不能加注，“{mark}”不会印出", "删去它；注释标在标题、副标题、摘要、编者按或正文里",
        "no note can be called in “{key}”: “{mark}” is not printed",
        "delete it; call the note in the title, subtitle, abstract, editor's note or text"),
    "wide-in-english": Message(
        WARNING, "“{key}”是英文，里面用了全角的“{mark}”", "改成半角的“{better}”，后面空一格；别处的也一并改",
        "“{mark}” in “{key}” is full-width, and the text is English",
        "write “{better}”, a space behind it, and the same elsewhere in the text"),
    "revised-before-received": Message(
        WARNING, "修回日期 {revised} 早于收稿日期 {received}", "核对 received 和 revised，改掉写错的一个",
        "revised on {revised}, before it was received on {received}", "compare received and revised"),
    "date-after-issue": Message(
        WARNING, "“{key}”是 {date}，晚于出版日期 {issue}", "核对这个日期和 issue.yaml 里的 date",
        "“{key}” is {date}, after the issue's date {issue}", "compare it with date in issue.yaml"),
    "doi-more": Message(
        WARNING, "DOI 写成了“{typed}”", "只写“{better}”；网址和“DOI:”由版式加上",
        "the DOI is written “{typed}”", "write “{better}” alone: an address or “DOI:” is the layout's to add"),
    "doi-form": Message(
        WARNING, "“{typed}”不像 DOI", "写成 10.1234/abc.2024.12.001 的样子，中间没有空格，以“10.”开头，有一个“/”",
        "“{typed}” does not look like a DOI", "write it like 10.1234/abc.2024.12.001, without spaces"),
    "clc-form": Message(
        WARNING, "“{typed}”不像中图分类号", "写成 F832.48 的样子：大写字母加数字，每三位一点；几个之间用“;”",
        "“{typed}” does not look like a number of the Chinese Library Classification",
        "write it like F832.48: a capital, then digits; part several by “;”"),
    "document-code": Message(
        WARNING, "文献标识码没有“{typed}”", "写大写的 A、B、C、D、E 之一",
        "there is no document code “{typed}”", "write one of A, B, C, D, E"),
}

PEOPLE: dict[str, Message] = {
    "affiliation-twice": Message(
        WARNING, "一位作者的单位“{name}”写了两次，只取一次", "删去多余的一个",
        "an author's affiliation “{name}” is there twice and is taken once", "delete one of them"),
    "affiliation-alike": Message(
        WARNING, "单位“{name}”与“{other}”只差空格或标点，会当作两个单位", "同一个单位就写成完全一样",
        "the affiliations “{name}” and “{other}” differ in spaces or marks alone and are taken as two",
        "write one name in one way"),
    "email-form": Message(
        WARNING, "“{typed}”不是电子邮箱", "写成 name@example.cn 的样子，只写一个",
        "“{typed}” is no e-mail address", "write one address, like name@example.cn"),
    "english-missing": Message(
        NOTE, "有英文信息，“{key}”却没有对应的“{english}”", "补上“{english}: …”；本刊不用就不必改",
        "there is English, and no “{english}” for “{key}”", "add “{english}: …”; leave it if the journal has none"),
    "chinese-missing": Message(
        WARNING, "写了“{english}”，没有写“{key}”", "补上“{key}: …”，或删去“{english}”",
        "“{english}” is there and “{key}” is not", "add “{key}: …”, or delete “{english}”"),
    "counterpart-count": Message(
        WARNING, "“{key}”有 {count} 项，英文的有 {english} 项", "一一对照，补上缺的，删去多的",
        "“{key}” has {count} items, its English counterpart {english}", "compare the two lists"),
}

ISSUE: dict[str, Message] = {
    "expected-texts": Message(
        ERROR, "“{key}”应当是文字，或几行文字的列表", "写成一行文字；几行写成 [甲, 乙]，或每项一行、以“- ”开头",
        "“{key}” is a text or a list of texts", "write a line of text, or [a, b], or an item a line with “- ”"),
    "no-sections": Message(
        ERROR, "目录里只有插页，没有栏目", "在 contents 里加上“- section: …”和它的 articles",
        "there are inserts in the contents, and no sections", "add “- section: …” with its articles to contents"),
    "first-year-later": Message(
        WARNING, "创刊年 {first} 晚于本期的年 {year}", "核对 first_year 和 year",
        "first_year {first} is after the issue's year {year}", "compare first_year and year"),
    "cover-line-twice": Message(
        WARNING, "封面导读里“{name}”写了两次（前一次在第 {line} 行）", "删去多余的一个",
        "“{name}” is quoted twice on the cover (first in line {line})", "delete one of them"),
    "cover-line-filler": Message(
        ERROR, "封面导读里的“{name}”是补白，没有一定的页码", "换成目录里的文章，或删去它",
        "“{name}” on the cover is a filler and may have no page", "name an article of the contents, or delete it"),
    "cover-line-unlisted": Message(
        ERROR, "封面导读里的“{name}”不在目录里，没有页码", "把它加进 contents，或从 cover 的 lines 里删去",
        "“{name}” on the cover is not in the contents and has no page",
        "add it to contents, or take it out of lines of cover"),
    "cover-picture-address": Message(
        ERROR, "封面图片“{path}”是网上的地址", "下载图片放进 images 文件夹，写成 images/文件名",
        "the cover's picture “{path}” is on the network", "put the file into images and write images/name"),
    "cover-picture-path": Message(
        ERROR, "封面图片的路径“{path}”写法不对", "写成 images/文件名，用“/”分隔",
        "“{path}” is no path of a picture", "write images/name, with “/”"),
    "cover-picture-outside": Message(
        ERROR, "封面图片“{path}”不在本期文件夹里", "把图片复制到本期的 images 文件夹，写成 images/文件名",
        "the cover's picture “{path}” is outside the issue's folder", "copy it into images and write images/name"),
    "cover-picture-missing": Message(
        ERROR, "没有封面图片“{path}”这个文件", "检查文件名；路径从 issue.yaml 所在的文件夹算起，如 images/文件名",
        "there is no picture “{path}” for the cover", "check the name; the path counts from issue.yaml"),
    "page-picture-address": Message(
        ERROR, "“{path}”是网上的地址", "下载文件放进 images 文件夹，写成 images/文件名.pdf",
        "“{path}” is on the network", "put the file into images and write images/name.pdf"),
    "page-picture-path": Message(
        ERROR, "路径“{path}”写法不对", "写成 images/文件名.pdf，用“/”分隔；第二面写 images/文件名.pdf#2",
        "“{path}” is no path of a file", "write images/name.pdf, with “/”; images/name.pdf#2 for its second page"),
    "page-picture-outside": Message(
        ERROR, "“{path}”不在本期文件夹里", "把文件复制到本期的 images 文件夹，写成 images/文件名.pdf",
        "“{path}” is outside the issue's folder", "copy it into images and write images/name.pdf"),
    "page-picture-missing": Message(
        ERROR, "没有“{path}”这个文件", "检查文件名；路径从 issue.yaml 所在的文件夹算起，如 images/文件名.pdf",
        "there is no file “{path}”", "check the name; the path counts from issue.yaml"),
    "page-picture-kind": Message(
        ERROR, "整页的文件要用 PDF，“{path}”不是", "请设计者导出成 PDF/X（带 3 毫米出血），写它的文件名",
        "what fills a page is a PDF, and “{path}” is none", "have it exported as PDF/X with a bleed of 3 mm"),
    "page-picture-page": Message(
        ERROR, "“{path}”里的面数写错了", "面数从 1 起：images/文件名.pdf#1",
        "“{path}” names a page that no file has", "pages count from 1: images/name.pdf#1"),
}
# fmt: on

FRONT_MATTER: dict[str, Message] = FIELDS | PEOPLE | ISSUE
"""Messages of front matter and issue file."""
