"""Messages of the manuscript lint (``huozi check``): slips of typing, all of them warnings."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

WARNING = Severity.WARNING

# fmt: off
MANUSCRIPT: dict[str, Message] = {
    "half-width-mark": Message(
        WARNING, "汉字旁边用了半角的“{mark}”", "改成全角的“{better}”",
        "a half-width “{mark}” beside Han", "use the full-width “{better}”"),
    "straight-quote": Message(
        WARNING, "汉字旁边用了直引号 {mark}", "改成弯引号“ ”或‘ ’",
        "a straight quote {mark} beside Han", "use “ ” or ‘ ’"),
    "typed-space": Message(
        WARNING, "汉字与西文之间打了空格", "删去空格，间距由排版自动加上",
        "a typed space between Han and Latin", "delete it; the gap is made in composition"),
    "space-at-mark": Message(
        WARNING, "标点旁边打了空格", "删去空格，标点自带空白",
        "a typed space beside a Chinese mark", "delete it; the mark has its own space"),
    "doubled-mark": Message(
        WARNING, "“{mark}”两个标点连用，像是笔误", "只留一个",
        "“{mark}”: two marks in a row look like a slip", "keep one"),
    "stray-word": Message(
        WARNING, "汉字之间夹着西文小写的“{word}”，像是漏译或识别的错误", "对照原稿核对",
        "“{word}” in small letters between Han looks untranslated or misread", "compare the manuscript"),
    "mark-not-closed": Message(
        WARNING, "“{mark}”没有与它配对的另一半", "在本段内补上另一半，或删去这一半",
        "“{mark}” has no partner in its paragraph", "add the partner or delete it"),
    "placeholder": Message(
        WARNING, "这篇文章还没有写：正文是新建时的一句话", "写上正文，或从目录里拿掉这篇",
        "this article is not written yet: its text is what it began with", "write it, or take it out of contents"),
    "outer-space": Message(
        WARNING, "段首或段末有空格", "删去空格；首行缩进由版式自动加上",
        "spaces at the start or end of a paragraph", "delete them; the layout indents paragraphs"),
}
# fmt: on
