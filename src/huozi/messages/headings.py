"""Messages on headings: their ranks, and what a layout wants of them."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

HEADINGS: dict[str, Message] = {
    "heading-rank-uneven": Message(
        Severity.WARNING,
        "“{text}”是“{found}”标题，编号却接着“{before}”，那是“{wanted}”标题",
        "同一级的标题用同样多的“#”：改成“{wanted}”，或改编号",
        "“{text}” is a heading of “{found}”, yet its number counts on from “{before}”, one of “{wanted}”",
        "give headings of one rank as many “#”: use “{wanted}”, or another number",
    ),
    "heading-rank-unseen": Message(
        Severity.NOTE,
        "这一级标题（“{found}”）在版式里没有自己的样式，排得与“{shown}”一样",
        "少用一级标题，或在版式的 styles 里写上 heading-5",
        "headings of this rank (“{found}”) have no style of their own and look like those of “{shown}”",
        "use a rank less, or give the layout's styles a heading-5",
    ),
    "heading-long": Message(
        Severity.WARNING,
        "这个标题有 {count} 个字符，像是一段正文",
        "若是正文，去掉前面的“#”；若是标题，缩短它",
        "this heading has {count} characters and looks like a paragraph",
        "take off the “#” if it is one, else shorten it",
    ),
    "heading-without-words": Message(
        Severity.WARNING,
        "这个标题里没有文字，只有“{text}”",
        "写上标题的文字，或删去这一行",
        "this heading has no words in it, only “{text}”",
        "write the heading's words, or delete the line",
    ),
    "run-in-alone": Message(
        Severity.WARNING,
        "这个标题按版式（styles.{style}.run_in）应接排在段落之首，但其后没有段落，于是单独成行",
        "在它后面写一段正文，或换成别的级别的标题",
        "the layout has this heading begin a paragraph (styles.{style}.run_in), but none follows: it has its own line",
        "write a paragraph behind it, or give the heading another rank",
    ),
}
