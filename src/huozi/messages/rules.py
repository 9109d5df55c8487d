"""What is said of rules themselves: their messages without a place, with their fields named."""

from __future__ import annotations

from string import Formatter

from huozi.diagnostics import Language
from huozi.messages import MESSAGES

PHRASES: dict[str, dict[Language, str]] = {
    "grave": {"zh": "（{grave}）", "en": " ({grave})"},
    "says": {"zh": "说什么：", "en": "says:     "},
    "remedy": {"zh": "怎么办：", "en": "remedy:   "},
    "reason": {"zh": "依　据：", "en": "standard: "},
    "right": {"zh": "对　的：", "en": "right:    "},
    "wrong": {"zh": "错　的：", "en": "wrong:    "},
    "final": {"zh": "付印前才查：huozi check --final", "en": "asked before print alone: huozi check --final"},
    "always": {"zh": "每次 check 和 build 都查", "en": "asked by every check and build"},
    "between": {"zh": "　", "en": "  "},
    "rules": {
        "zh": "共 {rules} 条；带 * 的 {checks} 条是付印前要看的，其中 {own} 条只有 huozi check --final 查",
        "en": "{rules} rules; the {checks} marked * belong to the look before print, {own} of them asked by "
        "huozi check --final alone",
    },
}
"""The phrases by their names, with fields in braces."""


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase with its fields filled in."""
    return PHRASES[phrase][language].format(**values)


def said_in_words(rule: str, language: Language) -> tuple[str, str]:
    """The message and the remedy of a rule, each field as its name in angle brackets.

    >>> said_in_words("heading-twice", "en")[0]
    'the heading “<text>” comes twice in the article'
    """
    row = MESSAGES[rule]
    texts = (row.zh, row.zh_hint) if language == "zh" else (row.en, row.en_hint)
    return _with_names(texts[0], language), _with_names(texts[1], language)


def _with_names(text: str, language: Language) -> str:
    one, other = "〈〉" if language == "zh" else "<>"
    parts = Formatter().parse(text)
    return "".join(before + (f"{one}{name}{other}" if name else "") for before, name, _, _ in parts)
