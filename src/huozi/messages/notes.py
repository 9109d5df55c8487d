"""Messages about reviewed proofs, and the words that comments are told in."""

from __future__ import annotations

from huozi.diagnostics import Language, Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

NOTES: dict[str, Message] = {
    "notes-need-extra": Message(
        ERROR, "读 PDF 里的批注要另装程序库（缺 {name}）", "运行 pip install 'huozi[proof]'",
        "reading the comments of a PDF needs libraries that are not installed ({name} is missing)",
        "run pip install 'huozi[proof]'"),
    "notes-unreadable": Message(
        ERROR, "文件读不出（{reason}）", "看看路径对不对、有没有权限、是不是一个文件",
        "the file cannot be read ({reason})", "check the path, your permissions, and that it is a file"),
    "notes-too-large": Message(
        ERROR, "文件有 {size} MiB，超过上限 {limit} MiB", "看看是不是校样；图片多时请审稿人用原来的校样批注",
        "the file has {size} MiB, the limit is {limit} MiB",
        "is it the proof? ask the reviewer to comment on the proof as it was sent"),
    "notes-not-a-pdf": Message(
        ERROR, "这不是 PDF", "给出审稿人批注过的 PDF；Word、WPS 文字、图片里的批注读不了",
        "this is no PDF", "name the PDF that the reviewer commented on; comments in other kinds of files are not read"),
    "notes-damaged": Message(
        ERROR, "PDF 已损坏，读不下去", "请审稿人重新保存一份，或重新下载附件",
        "the PDF is damaged", "ask the reviewer to save it once more, or download it again"),
    "notes-encrypted": Message(
        ERROR, "PDF 要密码才能打开", "请审稿人去掉密码后重新保存",
        "the PDF opens with a password only", "ask the reviewer to save it without one"),
    "notes-over-source": Message(
        ERROR, "不能写到这里：这是批注所在的 PDF，或稿件自己的文件", "在 -o 后面换一个文件名",
        "this is the commented PDF, or part of the issue, and is not written over", "name another file after -o"),
    "notes-other-issue": Message(
        ERROR, "这是另一期的校样：{theirs}，不是 {ours}", "换成这一期的 PDF，或把 --issue 改成那一期的文件夹",
        "this is a proof of another issue: {theirs}, not {ours}",
        "name this issue's PDF, or the other issue's folder after --issue"),
    "notes-map-damaged": Message(
        WARNING, "校样里记录各行位置的数据已损坏，批注只列到页",
        "加上 --issue 和这一期的文件夹，各行的位置就重新算出来",
        "the proof's record of its lines is damaged; comments are listed by their pages",
        "name the issue's folder after --issue: places of lines are then found again"),
    "notes-map-later": Message(
        WARNING, "校样是更新的版本做的，这一版读不懂它记录的各行位置，批注只列到页",
        "升级活字，或加上 --issue 和这一期的文件夹",
        "a later version has made this proof, and its record of lines cannot be read; "
        "comments are listed by their pages",
        "update Huozi, or name the issue's folder after --issue"),
    "notes-map-misfit": Message(
        WARNING, "PDF 只有 {sheets} 页，校样本来至少有 {wanted} 页：有人删过页，各行位置对不上了，批注只列到页",
        "请审稿人在完整的校样上批注，或加上 --issue 和这一期的文件夹",
        "the PDF has {sheets} pages, the proof had {wanted} at least: pages are gone, and lines cannot be told; "
        "comments are listed by their pages",
        "ask for comments on the whole proof, or name the issue's folder after --issue"),
    "notes-pages-moved": Message(
        WARNING, "校样自带的提示不在它们原来的页上：有人插过、移过页，各行位置对不上了，批注只列到页",
        "请审稿人在原来的校样上批注，或加上 --issue 和这一期的文件夹",
        "the proof's own findings are not on the pages they were put on: pages were put in or moved, and lines "
        "cannot be told; comments are listed by their pages",
        "ask for comments on the proof as it was, or name the issue's folder after --issue"),
    "notes-no-map": Message(
        NOTE, "PDF 里没有各行的位置（不是活字的校样，或审稿人的程序重写了文件），批注只列到页和旁边的文字",
        "是校样，就加上 --issue 和这一期的文件夹",
        "the PDF tells no places of lines (it is no proof of Huozi, or was written anew); comments are listed with "
        "their pages and the words beside them",
        "where it is a proof, name the issue's folder after --issue"),
    "notes-not-found": Message(
        WARNING, "PDF 上的文字与这一期对不上，批注只列到页",
        "看看 --issue 是不是这一期；校样之后文字改动很多时，用当时的校样",
        "the PDF's text is not that of this issue; comments are listed by their pages",
        "is it the right issue after --issue? where the text has changed much since, use the proof as it was"),
    "notes-some-unread": Message(
        WARNING, "有 {count} 条批注已损坏，读不出", "用审稿人的程序打开 PDF，看看这些批注",
        "{count} comments are damaged and cannot be read", "look at them in the reviewer's program"),
    "notes-too-many": Message(
        WARNING, "批注太多，只读了前 {most} 条，另有 {count} 条没有读", "把 PDF 分成几份再读",
        "there are too many comments: the first {most} were read, {count} were not", "part the PDF and read each part"),
    "notes-wordless": Message(
        WARNING, "有 {count} 条批注没有列出所标的文字：批注太多，或所在的页内容太多",
        "在 PDF 里看这几条；批注很多时把 PDF 分成几份",
        "{count} comments are told without the words they mark: there are too many, or their pages hold too much",
        "look at them in the PDF; where there are thousands, part it"),
}  # fmt: skip
"""Rules by their ids."""

WORDS: dict[str, tuple[str, str]] = {
    # places
    "page": ("第 {label} 页", "page {label}"),
    "sheet": ("PDF 第 {sheet} 页", "PDF page {sheet}"),
    "column": ("第 {column} 栏", "column {column}"),
    "line": ("第 {line} 行", "line {line}"),
    "near": ("附近", "(near)"),
    # what is asked for
    "note": ("批注", "note"),
    "highlight": ("标出", "highlight"),
    "underline": ("画线", "underline"),
    "squiggly": ("画波浪线", "squiggly underline"),
    "delete": ("删去", "delete"),
    "insert": ("插入", "insert"),
    "replace": ("改动", "replace"),
    "text": ("文字框", "text box"),
    "callout": ("带引线的文字框", "callout"),
    "typewriter": ("打字", "typewriter"),
    "ink": ("手写", "ink"),
    "stamp": ("图章", "stamp"),
    "shape": ("图形", "shape"),
    "other": ("其他批注", "other comment"),
    "finding": ("校样的提示", "finding of the proof"),
    "quote": ("“{text}”", "“{text}”"),
    "of": ("{kind}{quote}", "{kind} {quote}"),
    "replaced": ("把{old}改为{new}", "replace {old} with {new}"),
    "replaced-unknown": ("改为{new}", "replace with {new}"),
    "replaced-nothing": ("改动{old}（没有写改成什么）", "replace {old} (it does not say with what)"),
    "between": ("在{before}与{after}之间插入{new}", "insert {new} between {before} and {after}"),
    "before": ("在{after}之前插入{new}", "insert {new} before {after}"),
    "after": ("在{before}之后插入{new}", "insert {new} after {before}"),
    "new-unknown": ("（没有写插入什么）", "(it does not say what)"),
    "beside": ("（旁边的文字：{text}）", " (beside: {text})"),
    "hidden": ("（已隐藏）", " (hidden)"),
    "orphan": ("（所回复的批注已删去）", " (what it answers is gone)"),
    # who and when
    "by": ("（{who}）", " ({who})"),
    "comma": ("，", ", "),
    "colon": ("：", ": "),
    "nobody": ("未署名", "unsigned"),
    # states of a review
    "Accepted": ("接受", "accepted"),
    "Rejected": ("拒绝", "rejected"),
    "Cancelled": ("取消", "cancelled"),
    "Completed": ("完成", "completed"),
    "None": ("撤回意见", "no opinion any more"),
    "Marked": ("打勾", "marked"),
    "Unmarked": ("取消打勾", "unmarked"),
    # the whole
    "title": ("批注：{file}", "Comments: {file}"),
    "proof": ("校样：{title}", "Proof: {title}"),
    "revision": ("版本 {revision}", "revision {revision}"),
    "count": ("共 {count} 条批注", "{count} comments"),
    "none": ("没有批注", "no comments"),
    "own": (
        "；校样自带的提示 {count} 条没有列出（--all 全部列出）",
        "; {count} findings of the proof left out (--all lists them)",
    ),
    "written": ("{path}：{count} 条批注", "{path}: {count} comments"),
}
"""What comments are told with, in both languages."""


def word(name: str, language: Language, **fields: object) -> str:
    """One of the ``WORDS``, its fields filled."""
    return WORDS[name][0 if language == "zh" else 1].format_map(fields)
