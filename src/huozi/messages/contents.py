"""Findings of the contents."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

CONTENTS: dict[str, Message] = {
    "contents-unstable": Message(
        Severity.ERROR,
        "目录的页码排了 {passes} 遍仍未稳定",
        "缩短目录里最长的标题，或减小目录的行数",
        "the page numbers of the contents are not stable after {passes} passes",
        "shorten the longest title in the contents",
    ),
    "contents-without-english": Message(
        Severity.NOTE,
        "有 {count} 篇没有英文题名，不列入英文目录，第一篇是“{title}”",
        "在文章信息里写上 title_en；不必列入时不用改动",
        "{count} articles have no English title and are not in the English contents; the first is “{title}”",
        "give them title_en in their front matter; where they need not be listed, nothing need be done",
    ),
    "contents-section-without-english": Message(
        Severity.NOTE,
        "有 {count} 个栏目没有英文名，英文目录里不排栏目名，第一个是“{section}”",
        "在 issue.yaml 的栏目下写上 name_en",
        "{count} sections have no English name and are not named in the English contents; the first is “{section}”",
        "give them name_en in issue.yaml",
    ),
}
