"""Messages of the command line."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

COMMAND: dict[str, Message] = {
    "profile-unreadable": Message(
        Severity.ERROR,
        "ICC 文件读不出：{reason}",
        "换上完好的 ICC 文件，或在版式的 colour.output_intent 里另选一个",
        "the ICC profile cannot be read: {reason}",
        "replace the file, or choose another profile in the layout's colour.output_intent",
    ),
    "system-refuses": Message(
        Severity.ERROR,
        "系统不让读写：{reason}",
        "看看磁盘是否已满、文件夹是否可写",
        "the system refuses: {reason}",
        "see whether the disk is full or the folder closed to you",
    ),
    "style-unknown": Message(
        Severity.ERROR,
        "版式里没有名为“{name}”的样式",
        "可用的样式：{names}",
        "the layout has no style named {name!r}",
        "styles there are: {names}",
    ),
    "length-unreadable": Message(
        Severity.ERROR,
        "“{value}”不是长度",
        "写成 20字、240pt 或 85mm 这样的形式",
        "{value!r} is no length",
        "write it like 20字, 240pt or 85mm",
    ),
    "length-too-small": Message(
        Severity.ERROR,
        "“{value}”太小",
        "行长要大于零，缩进不小于零",
        "{value!r} is too small",
        "a measure is more than nothing, an indent not less",
    ),
    "option-without-value": Message(
        Severity.ERROR,
        "“{value}”里没有等号",
        "写成 键=值，例如 text.kinsoku=strict",
        "{value!r} holds no equals sign",
        "write KEY=VALUE, for example text.kinsoku=strict",
    ),
    "issue-not-named": Message(
        Severity.ERROR,
        "没有说是哪一期",
        "写出一期的文件夹，如 huozi check issue/2026-01；只问一条规则，用 --explain 规则名",
        "no issue is named",
        "name the folder of an issue, as huozi check issue/2026-01; to ask of a rule alone, --explain RULE",
    ),
    "rule-unknown": Message(
        Severity.ERROR,
        "没有“{rule}”这条规则",
        "相近的有：{nearest}；huozi check --explain all 列出全部",
        "there is no rule {rule!r}",
        "near to it: {nearest}; huozi check --explain all lists them all",
    ),
    "pages-not-there": Message(
        Severity.ERROR,
        "没有页码在 {wanted} 之内的页，没有写文件",
        "有的页码：{there}；封面和没有页码的页不在其中",
        "no page has a folio of {wanted}; no file was written",
        "folios there are: {there}; covers and pages without a number have none",
    ),
    "list-over-source": Message(
        Severity.ERROR,
        "问题列表不能写到这里：这是稿件、版式或字体的文件",
        "在 --list 后面另写一个文件名",
        "the list of findings is not written over the issue, its layouts or its fonts",
        "name another file after --list",
    ),
    "list-over-output": Message(
        Severity.ERROR,
        "问题列表和这次要用的另一个文件同名，两个都没有写",
        "在 --list 后面另写一个文件名",
        "the list of findings has the place of another file of this run; neither was written",
        "name another file after --list",
    ),
    "option-of-one-issue": Message(
        Severity.ERROR,
        "这里给了 {count} 期，{option} 只用于一期",
        "去掉 {option}，或一期一期地做",
        "{option} is for one issue, and {count} are given",
        "leave it out, or take the issues one by one",
    ),
    "looseness-impossible": Message(
        Severity.WARNING,
        "这一段排成 {wanted} 行排不出来，仍排 {lines} 行",
        "改动文字，或换一种行长、齐行方式",
        "this paragraph cannot be set in {wanted} lines; it stays at {lines}",
        "change the text, the measure or the way lines are filled",
    ),
    "paragraph-long": Message(
        Severity.NOTE,
        "这一段有 {count} 字，太长，只列各行的排法，不与别的断行方案比较",
        "要看比较，就把它分成几段",
        "this paragraph of {count} characters is too long to be compared with other breakings",
        "its lines are listed alone; part it into several to see them compared",
    ),
    "looseness-long": Message(
        Severity.WARNING,
        "这一段有 {count} 字，太长，没有试着少排或多排一行",
        "把它分成几段",
        "this paragraph of {count} characters is too long to be set in a line less or more",
        "part it into several",
    ),
}
