"""What is printed on a proof beside the pages, and what is found in making one."""

from __future__ import annotations

from huozi.diagnostics import Language, Message, Severity

STAGES = ("初校", "二校", "三校", "核红", "清样")
"""The rounds that an issue is read in, by their names."""

PROOFS: dict[str, Message] = {
    "proof-date": Message(
        Severity.ERROR,
        "“{value}”不是日期",
        "写成 2026-11-27 这样的形式；不写就用本期的出版日期",
        "{value!r} is no date",
        "write it like 2026-11-27; without one the issue's own date is taken",
    ),
    "proof-article-unknown": Message(
        Severity.ERROR,
        "本期没有“{name}”这篇文章{nearest_zh}",
        "写文章的文件名（不带 .md）或题目",
        "the issue has no article {name!r}{nearest_en}",
        "name an article by its file (without .md) or by its title",
    ),
    "proof-article-nowhere": Message(
        Severity.ERROR,
        "“{name}”没有排在任何一页上",
        "补白要有空白才排得下；去掉 --article 看全部校样",
        "{name!r} stands on no page",
        "a filler needs white to stand on; leave --article out for the whole proof",
    ),
}
"""The rules, with their words."""

WORDS: dict[str, dict[Language, str]] = {
    "not-for-print": {"zh": "校样　不得付印", "en": "PROOF · NOT FOR PRINT"},
    "title": {"zh": "{title}　校样（{round}）", "en": "{title} – proof ({round})"},
    "page": {"zh": "页", "en": "page"},
    "date": {"zh": "日期", "en": "date"},
    "revision": {"zh": "修订", "en": "revision"},
    "scale": {"zh": "比例", "en": "scale"},
    "none": {"zh": "—", "en": "—"},
    "editor": {"zh": "责任编辑", "en": "editor"},
    "reader": {"zh": "校对", "en": "proofreader"},
    "chief": {"zh": "主编", "en": "editor in chief"},
    "signed-on": {"zh": "日期", "en": "date"},
    "verdicts": {"zh": "□ 无误　□ 改后付印　□ 改后再出校样", "en": "□ as is　□ print as corrected　□ new proof"},
}
"""The words by their names, with fields in braces."""


def say(word: str, language: Language, **values: object) -> str:
    """Words with their fields filled in."""
    return WORDS[word][language].format(**values)
