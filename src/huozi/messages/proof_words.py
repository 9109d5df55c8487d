"""What is printed on a proof beside the pages."""

from __future__ import annotations

from huozi.diagnostics import Language

STAGES = ("初校", "二校", "三校", "核红", "清样")
"""The rounds that an issue is read in, by their names."""

WORDS: dict[str, dict[Language, str]] = {
    # the stamp and the box that readers sign
    "not-for-print": {"zh": "校样　不得付印", "en": "PROOF · NOT FOR PRINT"},
    "title": {"zh": "{title}　校样（{round}）", "en": "{title} – proof ({round})"},
    "page": {"zh": "页", "en": "page"},
    "date": {"zh": "日期", "en": "date"},
    "revision": {"zh": "修订", "en": "revision"},
    "scale": {"zh": "比例", "en": "scale"},
    "none": {"zh": "—", "en": "—"},
    "editor": {"zh": "责任编辑", "en": "editor"},
    "reader": {"zh": "校对", "en": "proofreader"},
    "chief": {"zh": "主编", "en": "chief"},
    "signed-on": {"zh": "日期", "en": "date"},
    "as-is": {"zh": "无误", "en": "as it is"},
    "corrected": {"zh": "改后付印", "en": "print as corrected"},
    "new-proof": {"zh": "改后再出校样", "en": "new proof"},
    # front sheets
    "front": {"zh": "校样封面", "en": "front sheet"},
    "front-label": {"zh": "校样封面{number}", "en": "front{number}"},
    "front-line": {"zh": "校样（{round}）　{date}", "en": "Proof, {round}, {date}"},
    "issue": {"zh": "本期", "en": "The issue"},
    "published": {"zh": "出版日期", "en": "published"},
    "proofed": {"zh": "校样日期", "en": "proofed"},
    "page-count": {"zh": "页数", "en": "pages"},
    "page-count-value": {"zh": "内文 {inside} 页，封面 {covers} 页", "en": "{inside} inside, {covers} covers"},
    "page-count-inside": {"zh": "内文 {inside} 页", "en": "{inside} inside"},
    "in-proof": {"zh": "本校样", "en": "in this proof"},
    "in-proof-value": {"zh": "{count} 页：{pages}", "en": "{count}: {pages}"},
    "trim": {"zh": "成品尺寸", "en": "trim"},
    "trim-value": {"zh": "{width} × {height} 毫米", "en": "{width} × {height} mm"},
    "type-area": {"zh": "版心", "en": "type area"},
    "type-area-value": {"zh": "{characters} 字 × {lines} 行", "en": "{characters} characters × {lines} lines"},
    "type-area-columns": {
        "zh": "{columns} 栏，每栏 {characters} 字 × {lines} 行",
        "en": "{columns} columns of {characters} characters × {lines} lines",
    },
    "articles": {"zh": "篇数", "en": "articles"},
    "layout": {"zh": "版式", "en": "layout"},
    "made-by": {"zh": "排版", "en": "made by"},
    "sections": {"zh": "栏目", "en": "Sections"},
    "section": {"zh": "栏目", "en": "section"},
    "first-page": {"zh": "起页", "en": "page"},
    "no-section": {"zh": "（无名）", "en": "(no name)"},
    "counts": {"zh": "页数与代价", "en": "Counts of pages"},
    "pages": {"zh": "内文", "en": "inside"},
    "price": {"zh": "要付的代价", "en": "what it costs"},
    "least-cut": {"zh": "至少要删 {lines} 行", "en": "at least {lines} lines must be cut"},
    "counts-note": {
        "zh": "带箭头的是现在的排法。删哪几行好，用 huozi explain 看。",
        "en": "The arrow marks what is made. huozi explain tells which lines are best cut.",
    },
    "found": {"zh": "问题　共 {count} 处", "en": "Findings: {count}"},
    "severity": {"zh": "级别", "en": "severity"},
    "rule": {"zh": "规则", "en": "rule"},
    "times": {"zh": "处数", "en": "times"},
    "numbers": {"zh": "注号", "en": "notes"},
    "list": {"zh": "、", "en": ", "},
    "nothing": {"zh": "没有发现问题。", "en": "Nothing was found."},
    "elsewhere": {
        "zh": "另有 {count} 处在这次没有出的页上，不在这里。",
        "en": "{count} more are about pages that are not in this proof.",
    },
    "accepted": {"zh": "另有 {count} 处已经认可，不再列出。", "en": "{count} more are accepted and left out."},
    "words": {"zh": "字数与差错", "en": "Characters and errors"},
    "full-page-label": {"zh": "一面满版", "en": "a full page"},
    "full-page": {
        "zh": "每行 {characters} 字×（{lines} 行＋书眉、页码 {furniture} 行）",
        "en": "{characters} characters × ({lines} lines + {furniture} of furniture)",
    },
    "pages-label": {"zh": "编页码的面", "en": "pages"},
    "pages-value": {
        "zh": "满版×{count} 面（空白 {blank} 面不计）",
        "en": "full × {count} ({blank} blank, not counted)",
    },
    "covers-label": {"zh": "封面", "en": "covers"},
    "covers-value": {
        "zh": "满版×{share}%×{count} 面（空白 {blank} 面不计）",
        "en": "full × {share}% × {count} ({blank} blank, not counted)",
    },
    "total": {"zh": "总字数", "en": "characters"},
    "allowed": {"zh": "合格上限", "en": "limit"},
    "allowed-value": {"zh": "差错不超过万分之二（{most}/10,000）", "en": "at most {most} errors in 10,000"},
    "words-note": {
        "zh": "按《期刊编校差错率计算方法》（《报纸期刊质量管理规定》附件，2020）。",
        "en": "By the method of the regulation on the quality of newspapers and journals (China, 2020).",
    },
    "signatures": {"zh": "签字", "en": "Signatures"},
    "round": {"zh": "校次", "en": "round"},
    "name": {"zh": "姓名", "en": "name"},
    "opinion": {"zh": "意见", "en": "opinion"},
    "legend": {"zh": "图例", "en": "Legend"},
    "sample": {"zh": "文字", "en": "text"},
    "legend-numbers": {
        "zh": "行号：每栏从 1 起，注和改动都照它说；图题、表和注文不计行",
        "en": "line numbers, from 1 in each column; captions, tables and notes are not counted",
    },
    "legend-words": {
        "zh": "有问题的字，细线引到页边的注；电子版里是批注，不打印",
        "en": "words with a note in the margin; a comment in the file, which is not printed",
    },
    "legend-missing": {
        "zh": "字体里没有的字，付印前必须解决",
        "en": "a character that no font has: no print file without it",
    },
    "legend-bar": {"zh": "这一行自上一稿以来改过", "en": "a line that has changed"},
    "legend-gone": {"zh": "上一稿这里有的行，现在没有了", "en": "here stood a line that is gone"},
    "changes": {"zh": "改动", "en": "What has changed"},
    "changed-pages": {"zh": "改动的页", "en": "pages changed"},
    "affected-pages": {"zh": "牵动页", "en": "pages affected"},
    "title-changed": {"zh": "题名", "en": "title"},
    "folio-changed": {"zh": "起页", "en": "first page"},
    "furniture-changed": {"zh": "书眉等有变", "en": "furniture"},
    "corrections": {"zh": "核红表", "en": "Corrections"},
    "column": {"zh": "栏", "en": "col."},
    "line": {"zh": "行", "en": "line"},
    "old": {"zh": "原来", "en": "before"},
    "new": {"zh": "现在", "en": "now"},
    "uncounted": {"zh": "—", "en": "—"},
    "new-text": {"zh": "（新增）", "en": "(new)"},
    "gone-text": {"zh": "（删去）", "en": "(gone)"},
    "rest": {"zh": "不在某一页上的问题", "en": "Findings of no page"},
    "rest-note": {
        "zh": "讲的是整期、版式或字体。",
        "en": "They concern the issue as a whole, the layout or fonts.",
    },
    "left": {"zh": "页边排不下的注", "en": "Notes that found no room"},
    "left-note": {
        "zh": "这些页的注太多；字下的线、电子版里的批注仍在原处。",
        "en": "Their pages have too many; the words are underlined there, and have their comments.",
    },
    "as-note": {"zh": "办法同注 {number}", "en": "do as in note {number}"},
    "on-page": {"zh": "第 {page} 页", "en": "page {page}"},
}
"""The words by their names, with fields in braces."""


def say(word: str, language: Language, **values: object) -> str:
    """Words with their fields filled in."""
    return WORDS[word][language].format(**values)
