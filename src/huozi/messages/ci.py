"""What ``huozi ci`` finds amiss with its own run, and what it says of issues."""

from __future__ import annotations

from huozi.diagnostics import Language, Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

CI: dict[str, Message] = {
    "ci-shallow": Message(
        WARNING,
        "这是浅克隆，没有 {revision} 以来的历史，没有比较改动；各期都照做",
        "请取回全部历史：GitHub 的 checkout 写 fetch-depth: 0，GitLab 写 GIT_DEPTH: 0，本机用 git fetch --unshallow",
        "this is a shallow clone without the history since {revision}: nothing was compared, all issues were made",
        "get all of it: fetch-depth: 0 for checkout on GitHub, GIT_DEPTH: 0 on GitLab, git fetch --unshallow at home",
    ),
    "ci-no-repository": Message(
        WARNING,
        "没有比较改动，各期都照做：{reason}",
        "要看改动，请把稿件放进 git 版本库",
        "nothing was compared, all issues were made: {reason}",
        "to see what a change does, keep the journal in a git repository",
    ),
    "ci-not-compared": Message(
        WARNING,
        "这一期没有（或没有完全）同 {revision} 比较：{reason}",
        "这不妨碍检查和排版；要比较，请看那个版本的稿件和版式是否齐全",
        "this issue was not, or not wholly, compared with {revision}: {reason}",
        "checks and pages do not suffer; to compare, see whether that revision has all of its files",
    ),
    "ci-no-issues": Message(
        ERROR,
        "这里没有一期期刊：找不到 issue.yaml",
        "请写一期的文件夹，或各期所在的文件夹，例如 huozi ci issue",
        "there is no issue here: no issue.yaml was found",
        "name the folder of an issue, or one that holds issues, such as huozi ci issue",
    ),
    "ci-too-many-files": Message(
        ERROR,
        "这个文件夹不在版本库里，里面的文件超出 {most} 个，没有逐个去找",
        "请写明期刊的文件夹，例如 huozi ci 我们的刊",
        "this folder is in no repository and holds more than {most} files: they were not looked through",
        "name the journal's own folder, such as huozi ci our-journal",
    ),
    "ci-two-repositories": Message(
        ERROR,
        "这个文件夹不在 {top} 这个版本库里",
        "一次只做一个版本库里的；请分开运行",
        "this folder is not in the repository {top}",
        "a run is over one repository: run it for each",
    ),
    "ci-output": Message(
        ERROR,
        "做出的文件不能放到这里：这是稿件、版式、字体或一期的文件夹",
        "在 --output 后面另写一个文件夹，例如 build/ci",
        "what is made is not put here: this is the folder of an issue, of its manuscripts, layouts or fonts",
        "name another folder after --output, such as build/ci",
    ),
}
"""The rules by their ids."""

PHRASES: dict[str, dict[Language, str]] = {
    "untouched": {"zh": "同 {base} 比，改动不涉及任何一期。", "en": "since {base} no issue is touched."},
    "no-issues": {"zh": "这里没有一期期刊，没有做什么。", "en": "there is no issue here; nothing was made."},
    "title": {"zh": "活字", "en": "Huozi"},
    "since": {"zh": "同 {base} 比", "en": "compared with {base}"},
    "new-issue": {"zh": "新的一期", "en": "a new issue"},
    "moved-issue": {"zh": "原在 {was}", "en": "was {was}"},
    "because": {"zh": "因为改了：{files}", "en": "because of: {files}"},
    "more-files": {"zh": "{files}，另有 {count} 个文件", "en": "{files} and {count} more"},
    "pages": {"zh": "共 {pages} 页", "en": "{pages} pages"},
    "pages-otherwise": {
        "zh": "共 {pages} 页（原 {old} 页，{change:+d}）",
        "en": "{pages} pages (were {old}, {change:+d})",
    },
    "not-made": {"zh": "没有排成", "en": "no pages could be made"},
    "not-printable": {"zh": "有错误，没有写付印的文件", "en": "not written for print: there are errors"},
    "new": {
        "zh": "新出的问题：{error} 处错误，{warning} 处警告，{note} 处提示",
        "en": "new findings: {error} errors, {warning} warnings, {note} notes",
    },
    "found": {
        "zh": "问题：{error} 处错误，{warning} 处警告，{note} 处提示",
        "en": "findings: {error} errors, {warning} warnings, {note} notes",
    },
    "old-errors": {"zh": "以前就有的错误 {count} 处", "en": "{count} errors that were there before"},
    "gone": {"zh": "不再有的问题 {count} 处", "en": "{count} findings gone"},
    "known": {"zh": "以前就有的 {count} 处没有列出", "en": "{count} that were there before are not listed"},
    "none-new": {"zh": "没有新出的问题", "en": "no new findings"},
    "between": {"zh": "；", "en": "; "},
    "list": {"zh": "、", "en": ", "},
    "same": {"zh": "排出来同原来完全一样", "en": "set exactly as before"},
    "unset": {
        "zh": "原来的现在排不成，只比了题名和正文",
        "en": "the old issue cannot be set any more: titles and text alone were compared",
    },
    "titles": {"zh": "题名改了：{rows}", "en": "titles: {rows}"},
    "folios": {"zh": "起页变了：{rows}", "en": "first pages: {rows}"},
    "rows-more": {"zh": "{rows}；另有 {count} 处", "en": "{rows}; and {count} more"},
    "notes": {"zh": "提示 {count} 处", "en": "{count} notes"},
    "corrections": {"zh": "核红表（{count} 行）", "en": "corrections ({count} lines)"},
    "columns": {"zh": "页|栏|行|原文|改后|稿件", "en": "Page|Column|Line|Old text|New text|Source"},
    "lines-more": {"zh": "  ……另有 {count} 行，见 {file}", "en": "  … and {count} more lines, in {file}"},
    "files": {"zh": "文件：{folder}：{files}", "en": "files: {folder}: {files}"},
    "pictures": {"zh": "{count} 幅页面图片", "en": "{count} pictures of pages"},
    "left-out": {"zh": "没有做 {step}：{reason}", "en": "{step} left out: {reason}"},
    "warning": {"zh": "注意：{text}", "en": "Note: {text}"},
    "more-issues": {"zh": "另有 {count} 期没有列出", "en": "and {count} more issues"},
    "stage": {"zh": "自动", "en": "CI"},
}
"""The phrases by their names, with fields in braces."""


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase with its fields filled in."""
    return PHRASES[phrase][language].format(**values)
