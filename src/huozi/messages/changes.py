"""What ``huozi diff`` and proofs say of changes: phrases with fields in braces."""

from __future__ import annotations

from huozi.diagnostics import Language

CHANGES: dict[str, dict[Language, str]] = {
    "old": {"zh": "旧", "en": "old"},
    "new": {"zh": "新", "en": "new"},
    "sides": {"zh": "旧：{old}；新：{new}", "en": "old: {old}; new: {new}"},
    "revision": {"zh": "{asked}（{short}，{day}）", "en": "{asked} ({short}, {day})"},
    "same": {"zh": "两稿排出来完全一样。", "en": "both are set exactly alike."},
    "unset": {
        "zh": "旧稿现在排不成，只比了题名和正文：没有页、行可比，下面只列改了的段落。",
        "en": "the old one cannot be set any more: titles and text alone were compared, by paragraphs.",
    },
    "counts": {"zh": "行：{lines}", "en": "lines: {lines}"},
    "changed": {"zh": "改动", "en": "changed"},
    "gone": {"zh": "删去", "en": "gone"},
    "moved": {"zh": "挪动", "en": "moved"},
    "reset": {"zh": "重排", "en": "reset"},
    "count": {"zh": "{kind} {count}", "en": "{count} {kind}"},
    "between": {"zh": "，", "en": ", "},
    "list": {"zh": "、", "en": ", "},
    "pages-changed": {"zh": "改动的页：{pages}", "en": "pages changed: {pages}"},
    "pages-affected": {"zh": "牵动页：{pages}", "en": "pages affected: {pages}"},
    "page-count": {"zh": "总页数：{old} → {new}", "en": "pages: {old} → {new}"},
    "titles": {"zh": "题名", "en": "titles"},
    "folios": {"zh": "起页", "en": "first pages"},
    "furniture": {"zh": "书眉、页码、封面等", "en": "running heads, folios, covers"},
    "drawn-otherwise": {"zh": "字一样，样子不同", "en": "same words, drawn otherwise"},
    "table": {"zh": "核红表", "en": "corrections"},
    "others": {"zh": "挪动、重排的行", "en": "lines moved or reset"},
    "pictures": {"zh": "前后对照", "en": "before and after"},
    "page-named": {"zh": "第 {page} 页", "en": "page {page}"},
    "none": {"zh": "（无）", "en": "(none)"},
    "place": {"zh": "第 {page} 页第 {line} 行", "en": "page {page} line {line}"},
    "place-column": {"zh": "第 {page} 页第 {column} 栏第 {line} 行", "en": "page {page} column {column} line {line}"},
    "place-uncounted": {"zh": "第 {page} 页{what}", "en": "page {page}, {what}"},
    "in-caption": {"zh": "图题、表题", "en": "a caption"},
    "in-figure": {"zh": "图中", "en": "a figure"},
    "in-table": {"zh": "表中", "en": "a table"},
    "in-note": {"zh": "注文", "en": "a note"},
    "from": {"zh": "{old} → {new}", "en": "{old} → {new}"},
    "kind": {"zh": "类别", "en": "kind"},
    "page": {"zh": "页", "en": "page"},
    "column": {"zh": "栏", "en": "column"},
    "line": {"zh": "行", "en": "line"},
    "was-page": {"zh": "原页", "en": "old page"},
    "was-column": {"zh": "原栏", "en": "old column"},
    "was-line": {"zh": "原行", "en": "old line"},
    "was-text": {"zh": "原文", "en": "old text"},
    "is-text": {"zh": "改后", "en": "new text"},
    "article": {"zh": "文章", "en": "article"},
    "file": {"zh": "稿件", "en": "file"},
    "source-line": {"zh": "稿件行", "en": "source line"},
    "lines-more": {"zh": "另有 {count} 行", "en": "and {count} more"},
    "none-moved": {"zh": "同 {since} 比，各篇的起页都没有变", "en": "no entry begins on another page than in {since}"},
    "entries-moved": {"zh": "同 {since} 比，起页变了的：", "en": "entries that begin on another page than in {since}:"},
    "entry-moved": {"zh": "{title}：第 {old} 页 → 第 {new} 页", "en": "{title}: page {old} → page {new}"},
    "parted-otherwise": {
        "zh": "前面各段的行数没有变：文章的次序、版式或分页的取舍变了",
        "en": "no paragraph before it takes more or fewer lines: order, layout or the choice of pages is another one",
    },
    "with-the-last": {"zh": "跟着上一篇挪（累计 {lines} 行）", "en": "goes with the one before ({lines} lines in all)"},
    "lines-in-all": {
        "zh": "上一篇里 {own} 行，累计 {lines} 行：",
        "en": "{own} lines in the one before, {lines} in all:",
    },
    "cause-changed": {"zh": "{place} 改了，{lines} 行", "en": "{place} changed, {lines} lines"},
    "cause-new": {"zh": "{place} 是新加的，{lines} 行", "en": "{place} is new, {lines} lines"},
    "cause-gone": {"zh": "{place}（旧稿）删了，{lines} 行", "en": "{place} (old) is gone, {lines} lines"},
    "cause-reset": {
        "zh": "{place} 字没有变，排成另外的行数，{lines} 行",
        "en": "{place} has the same words, {lines} lines",
    },
    "cause-contents": {"zh": "目录的页数变了，{lines} 页", "en": "the contents have another count of pages, {lines}"},
    "causes-more": {"zh": "另有 {count} 处", "en": "and {count} more"},
    "heading": {"zh": "改动清单", "en": "What has changed"},
}
"""The phrases by their names."""


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase with its fields filled in."""
    return CHANGES[phrase][language].format(**values)
