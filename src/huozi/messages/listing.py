"""What a list of findings says beside the findings themselves."""

from __future__ import annotations

from huozi.diagnostics import Language

PHRASES: dict[str, dict[Language, str]] = {
    "folio": {"zh": "（第 {folio} 页）", "en": " (page {folio})"},
    "more": {"zh": "另有 {count} 处", "en": "and {count} more"},
    "counts": {
        "zh": "共 {error} 处错误，{warning} 处警告，{note} 处提示",
        "en": "{error} errors, {warning} warnings, {note} notes",
    },
    "counts-accepted": {
        "zh": "共 {error} 处错误，{warning} 处警告，{note} 处提示；已认可 {accepted} 处",
        "en": "{error} errors, {warning} warnings, {note} notes; {accepted} accepted",
    },
    "nothing": {"zh": "没有发现问题", "en": "nothing found"},
    "written": {"zh": "{path}：共 {pages} 页", "en": "{path}: {pages} pages"},
    "folios": {"zh": "（页码 {folios}）", "en": " (folios {folios})"},
    "made-up": {"zh": "排成 {pages} 页，没有写文件", "en": "{pages} pages made up, no file written"},
    "others": {"zh": "；另有：{paths}", "en": "; also: {paths}"},
    "covers": {"zh": "；封面：{path}", "en": "; cover: {path}"},
    "sections": {"zh": "；栏目页码：{sections}", "en": "; sections: {sections}"},
    "section": {"zh": "{title} {folio}", "en": "{title} {folio}"},
    "between": {"zh": "，", "en": ", "},
    "no-folio": {"zh": "（无页码）", "en": "(no folio)"},
    "known": {
        "zh": "；{revision} 已有的 {known} 处没有列出",
        "en": "; {known} that {revision} had already are not listed",
    },
    "accepted-by": {"zh": "（{by} 认可：{why}）", "en": " (accepted by {by}: {why})"},
    "not-annotated": {
        "zh": "另有 {count} 处没有标出：GitHub 一步里每级只显示 {most} 处",
        "en": "{count} more are not annotated: GitHub shows {most} of a level in a step",
    },
    "root": {"zh": "仓库的根", "en": "The root of the repository"},
    "heading": {"zh": "活字：{issue}", "en": "Huozi: {issue}"},
    "columns": {"zh": "级别|位置|页|问题|怎么办", "en": "Level|Place|Page|What is wrong|What to do"},
    "notes": {"zh": "提示 {count} 处", "en": "{count} notes"},
    "more-issues": {"zh": "另有 {count} 期没有列出", "en": "and {count} more issues"},
    "none-made": {"zh": "没有排成，没有写文件", "en": "no pages made, no file written"},
}
"""The phrases by their names, with fields in braces."""


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase with its fields filled in."""
    return PHRASES[phrase][language].format(**values)
