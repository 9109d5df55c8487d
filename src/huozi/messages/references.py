"""Messages on references: what they refer to, and the pages that they quote."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING

# fmt: off
REFERENCES: dict[str, Message] = {
    "reference-unknown": Message(
        ERROR, "本篇没有叫“{name}”的图、表、标题，本期也没有叫这个名字的文章", "改成有的名字：{nearest}",
        "there is no figure, table, heading of this article called “{name}”, nor an article of this issue",
        "write a name that is there: {nearest}"),
    "reference-without-number": Message(
        ERROR, "“{name}”没有编号，也没有题名，引用处无字可印", "给它加上题名，或改引它的页码（{{.page}}）",
        "“{name}” has neither a number nor a caption, so there is nothing to print of it",
        "give it a caption, or refer to its page ({{.page}})"),
    "reference-issue-unknown": Message(
        ERROR, "找不到“{issue}”这一期，或读不了它的 issue.yaml", "改成同一文件夹里有的期：{nearest}",
        "there is no issue “{issue}”, or its issue.yaml cannot be read",
        "write the folder of an issue that lies beside this one: {nearest}"),
    "reference-article-unknown": Message(
        ERROR, "“{issue}”这一期没有叫“{name}”的文章", "改成那一期有的文章：{nearest}",
        "the issue “{issue}” has no article called “{name}”", "write the name of one that it has: {nearest}"),
    "reference-page-unknown": Message(
        WARNING, "“{issue}”没有留存校次，不知道“{name}”在第几页，只印了期号",
        "用 huozi proof 给那一期留存一个校次，或不引页码",
        "no round of “{issue}” is kept that says on which page “{name}” is: its number alone is printed",
        "keep a round of that issue with huozi proof, or do without the page"),
    "reference-on-no-page": Message(
        ERROR, "引用的 {target} 没有排在任何一页上，页码无从印起", "看它自己的提示，排出来以后再引",
        "{target}, which this refers to, stands on no page, so there is no page to print",
        "see what was found there, and refer to it once it stands"),
    "reference-unstable": Message(
        ERROR, "这里印的是第 {page} 页，排 {passes} 遍后所引的在第 {got} 页：页码随页码变动，定不下来",
        "改引编号或标题，或在附近增减几个字",
        "this says page {page}, and after {passes} passes what it refers to is on {got}: the numbers move the pages",
        "refer to its number or its heading instead, or change some words nearby"),
}
# fmt: on
"""Rules of references."""
