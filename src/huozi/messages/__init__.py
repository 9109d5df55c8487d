"""Every message of Huozi, as tables: rule id → severity, text and remedy in Chinese and English.

One module a room; ``lookup`` finds a rule in all of them. A field in braces is an argument of the finding.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from huozi.diagnostics import Finding, Language, Message, Severity

if TYPE_CHECKING:
    ROOMS: tuple[dict[str, Message], ...]
    """The tables of rules, one a room."""
    MESSAGES: dict[str, Message]
    """All rules of all rooms."""

NAMES: Final = (
    "slips", "content", "composition", "fonts", "style", "covers", "picture_files", "furniture", "headings", "floats",
    "contents", "output", "acceptance", "figures", "tables", "footnotes", "boxes", "references", "vectors",
    "plans", "command", "look", "look_at_articles", "look_at_matter", "importing", "new", "notes", "proofs", "pictures",
    "revisions", "ci",
)  # fmt: skip
"""The modules of the rooms, those first that most issues have a finding of: a table is loaded when a rule is looked for
that stands in none before it. Each holds one table, named as its module is.
"""

_loaded: dict[str, Message] = {}
_waiting: list[str] = list(reversed(NAMES))


def _load(name: str) -> dict[str, Message]:
    """The table of a room."""
    table: dict[str, Message] = getattr(import_module(f"huozi.messages.{name}"), name.upper())
    return table


def _row(rule: str) -> Message:
    """The row of a rule; raises ``KeyError`` where there is none."""
    while rule not in _loaded and _waiting:
        _loaded.update(_load(_waiting.pop()))
    return _loaded[rule]


def __getattr__(name: str) -> object:
    """``ROOMS`` and ``MESSAGES``, which load every table."""
    if name == "ROOMS":
        return tuple(map(_load, NAMES))
    if name == "MESSAGES":
        return {rule: message for room in map(_load, NAMES) for rule, message in room.items()}
    raise AttributeError(name)


def severity(item: Finding) -> Severity:
    """The severity of a finding by its rule."""
    return _row(item.rule).severity


def texts(item: Finding, language: Language) -> tuple[str, str]:
    """The message and the remedy of a finding, its fields filled."""
    row = _row(item.rule)
    text, hint = (row.zh, row.zh_hint) if language == "zh" else (row.en, row.en_hint)
    fields = dict(item.arguments)
    return text.format_map(fields), hint.format_map(fields)


def render(item: Finding, language: Language = "zh", after: str = "", after_hint: str = "") -> str:
    """A finding as a line and its remedy: ``file:line:column: severity rule-id: message`` and the hint below it.

    ``after`` is said behind the message (the page), ``after_hint`` behind the remedy (what the finding is told by).
    """
    text, hint = texts(item, language)
    name = SEVERITY_NAMES[language][_row(item.rule).severity]
    return f"{item.span}: {name} {item.rule}: {text}{after}\n    {hint}{after_hint}"


SEVERITY_NAMES: dict[Language, tuple[str, str, str]] = {
    "zh": ("提示", "警告", "错误"),
    "en": ("note", "warning", "error"),
}
