"""Messages of what keyboards make of YAML, and of facts in it that contradict each other."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# fmt: off
KEYBOARD: dict[str, Message] = {
    "full-width-mark": Message(
        ERROR, "这里用了全角（中文）的“{typed}”，要用半角", "换成英文输入法，改成“{instead}”；冒号和逗号后面空一格",
        "“{typed}” is full-width (Chinese) where YAML wants half-width",
        "type “{instead}”; a space follows colon and comma"),
    "missing-space": Message(
        ERROR, "“{typed}”后面少了一个空格", "在“{typed}”后加一个半角空格",
        "no space after “{typed}”", "add a space after “{typed}”"),
    "missing-colon": Message(
        ERROR, "键“{typed}”后面没有冒号（现在是“{instead}”）", "写成“{typed}: ”，半角冒号加一个空格",
        "no colon after the key “{typed}” (“{instead}” stands there)", "write “{typed}: ”, a colon and a space"),
    "yaml-space": Message(
        ERROR, "冒号旁边是全角空格或别的特殊空格（{typed}）", "换成一个半角空格",
        "a full-width or other odd space ({typed}) beside the colon", "make it a plain space"),
    "yaml-indent-space": Message(
        ERROR, "这一行的缩进用了制表符、全角空格或别的特殊空格（{typed}）", "缩进全部用半角空格，同级的各行对齐",
        "this line is indented with a tab, a full-width or another odd space ({typed})",
        "indent with plain spaces, and align lines of one level"),
    "yaml-after-close": Message(
        ERROR, "值以“{typed}”开头，合上以后又有别的文字",
        "整个值用一对单引号括起来（'…'），或把里面的引号、括号改成全角",
        "the value begins with “{typed}” and goes on behind its closing",
        "put the whole value in single quotes ('…'), or make the marks within it full-width"),
    "hash-cut": Message(
        WARNING, "空格后面的“{typed}”被当作注释，不会印出", "是文字就用引号把整个值括起来；是注释就在“#”后空一格",
        "“{typed}” stands after a space and is taken for a comment: it is not printed",
        "put the whole value in quotes if it is text; write a space after # if it is a comment"),
    "hash-taken": Message(
        ERROR, "“{typed}”前面有空格，被当作注释，这里因此读不通",
        "是文字就用引号把整个值括起来；是注释就移到行末或另起一行",
        "“{typed}” stands after a space and is taken for a comment, which leaves nothing to be read",
        "put the whole value in quotes if it is text; move a comment to the line's end or a line of its own"),
    "hash-wide": Message(
        WARNING, "全角的“{typed}”不是注释，会原样印出", "是注释就用半角“# ”；是文字就用引号把整个值括起来",
        "the full-width “{typed}” begins no comment and is printed",
        "type “# ” for a comment; quote the value if it is text"),
    "key-in-text": Message(
        ERROR, "“{typed}”后面的冒号是全角，这一行成了上面那个值的文字", "改成半角冒号加空格，并与同级的键对齐",
        "the colon after “{typed}” is full-width: this line is but text of the value above",
        "write a half-width colon and a space, and align the line with the keys beside it"),
    "list-comma": Message(
        ERROR, "这里是几项连成的一项：“{typed}”", "各项之间用半角逗号加空格，写成 [{instead}]",
        "several items stand here as one: “{typed}”", "part them with a comma and a space: [{instead}]"),
    "item-mark": Message(
        ERROR, "“{typed}”带着分隔各项的标点", "只写“{instead}”；各项之间用半角逗号加空格，每项一行时什么也不用写",
        "“{typed}” holds the mark that parts items",
        "write “{instead}” alone; items are parted by a comma and a space, those on lines of their own by nothing"),
    "one-of-many": Message(
        WARNING, "“{key}”里的“{typed}”像是几项连在一起，会当作一项", "各项分开写：[{instead}]；确是一项就不用改",
        "“{typed}” in “{key}” looks like several items and is taken as one",
        "part them: [{instead}]; leave it if it is one"),
    "quotes-printed": Message(
        WARNING, "“{key}”整个用中文引号括着，引号会印出",
        "不要印出就删去引号，或改用半角引号；要印出就在外面再加一对半角引号",
        "“{key}” stands in Chinese quotation marks, which are printed",
        "delete them or use half-width ones; to print them, put the whole in half-width quotes"),
    "fence-full-width": Message(
        ERROR, "文章信息前后的横线写成了“{typed}”", "改成三个半角减号“---”，独占一行，前面不留空格",
        "the line about the front matter is “{typed}”",
        "write three hyphens “---” alone in the line, no space before them"),
    "fence-not-first": Message(
        ERROR, "文章信息的“---”前面有空行", "“---”要在文件的第一行，删去前面的空行",
        "empty lines before the front matter", "“---” is to be the first line of the file: delete the lines above"),
}

KEYS: dict[str, Message] = {
    "unknown-key": Message(
        ERROR, "不认识的键“{key}”", "最接近的键是“{nearest}”；可用的键：{known}",
        "unknown key “{key}”", "the nearest known key is “{nearest}”; known keys: {known}"),
    "no-such-key": Message(
        ERROR, "没有“{key}”这个键", "可用的键：{known}",
        "there is no key “{key}”", "known keys: {known}"),
}

FACTS: dict[str, Message] = {
    "expected-number": Message(
        ERROR, "“{key}”不能写成“{value}”", "用阿拉伯数字写，例如 {key}: 250；合刊写成 250-251；没有就删去这一行",
        "“{key}” cannot be “{value}”",
        "write it in digits: {key}: 250, of a double number 250-251; delete it if there is none"),
    "expected-issue": Message(
        ERROR, "“{key}”不能写成“{value}”", "写成 {key}: 12；合刊写成 1-2；不计期数的写成 增刊1、专刊、春季号",
        "“{key}” cannot be “{value}”",
        "write {key}: 12; 1-2 for a double number; 增刊1, 专刊, 春季号 for one without a number"),
    "number-backwards": Message(
        ERROR, "“{key}”从 {first} 到 {last}，前大后小", "小的写在前面",
        "“{key}” runs from {first} to {last}, backwards", "write the smaller number first"),
    "date-not-of-year": Message(
        WARNING, "日期是 {date}，年却是 {year}", "改掉写错的一个；跨年出版确是如此就不用改",
        "the date is {date}, the year {year}",
        "mend the wrong one; leave it where an issue does appear in another year"),
    "date-before-issue": Message(
        WARNING, "日期是 {date}，那时一年还出不到第 {issue} 期", "核对日期和期号",
        "the date is {date}, too early in the year for number {issue}", "compare date and number"),
    "serial-below-issue": Message(
        WARNING, "总期号 {serial} 小于当年的期号 {issue}", "核对总期号和期号",
        "the number in all, {serial}, is below that in the year, {issue}", "compare the two"),
    "issue-not-of-folder": Message(
        WARNING, "文件夹叫“{folder}”，这里写的却是 {year} 年第 {issue} 期", "改掉写错的一个（多半是照抄了上一期）",
        "the folder is “{folder}”, but this says number {issue} of {year}",
        "mend the wrong one: copied from the last issue?"),
    "same-title": Message(
        WARNING, "标题与 {other} 第 {line} 行的相同", "核对是否放错了标题，或同一篇放了两次",
        "the title is that of {other}, line {line}", "is it another article's, or the same article twice?"),
}
# fmt: on

SLIPS: dict[str, Message] = KEYBOARD | KEYS | FACTS
"""Messages of slips, keys and facts."""
