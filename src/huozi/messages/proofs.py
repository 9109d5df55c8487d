"""What is found in making a proof."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

PROOFS: dict[str, Message] = {
    "proof-date": Message(
        Severity.ERROR,
        "“{value}”不是日期，没有出校样",
        "写成 2026-11-27 这样的形式；不写就用本期的出版日期",
        "{value!r} is no date; no proof was made",
        "write it like 2026-11-27; without one the issue's own date is taken",
    ),
    "proof-article-unknown": Message(
        Severity.ERROR,
        "本期没有“{name}”这篇文章，没有出校样",
        "写文章的文件名（不带 .md）或题目；名字相近的：{near}",
        "the issue has no article {name!r}; no proof was made",
        "name it by its file (without .md) or by its title; names that are near: {near}",
    ),
    "proof-article-nowhere": Message(
        Severity.ERROR,
        "“{name}”没有排在要出的页上，没有出校样",
        "补白要有空白才排得下；看看是不是 --pages 把它排除了",
        "{name!r} stands on none of the pages that are asked for; no proof was made",
        "a filler needs white to stand on; or see whether --pages leaves it out",
    ),
}
"""The rules, with their words."""
