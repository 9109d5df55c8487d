"""Every message of Huozi, as tables: rule id → severity, text and remedy in Chinese and English.

One module a room; ``lookup`` finds a rule in all of them. A field in braces is an argument of the finding.
"""

from __future__ import annotations

from huozi.diagnostics import Finding, Language, Message, Severity
from huozi.messages.acceptance import ACCEPTANCE
from huozi.messages.ci import CI
from huozi.messages.command import COMMAND
from huozi.messages.composition import COMPOSITION
from huozi.messages.content import CONTENT
from huozi.messages.contents import CONTENTS
from huozi.messages.covers import COVERS
from huozi.messages.figures import FIGURES
from huozi.messages.floats import FLOATS
from huozi.messages.fonts import FONTS
from huozi.messages.footnotes import FOOTNOTES
from huozi.messages.furniture import FURNITURE
from huozi.messages.headings import HEADINGS
from huozi.messages.importing import IMPORTING
from huozi.messages.look import LOOK
from huozi.messages.look_at_articles import LOOK_AT_ARTICLES
from huozi.messages.new import NEW
from huozi.messages.notes import NOTES
from huozi.messages.output import OUTPUT
from huozi.messages.picture_files import PICTURE_FILES
from huozi.messages.pictures import PICTURES
from huozi.messages.plans import PLANS
from huozi.messages.proofs import PROOFS
from huozi.messages.revisions import REVISIONS
from huozi.messages.slips import SLIPS
from huozi.messages.style import STYLE
from huozi.messages.tables import TABLES

ROOMS: tuple[dict[str, Message], ...] = (
    CONTENT,
    SLIPS,
    STYLE,
    IMPORTING,
    COMPOSITION,
    FONTS,
    FIGURES,
    OUTPUT,
    COMMAND,
    ACCEPTANCE,
    NEW,
    PLANS,
    PROOFS,
    HEADINGS,
    FURNITURE,
    COVERS,
    CONTENTS,
    REVISIONS,
    PICTURES,
    PICTURE_FILES,
    NOTES,
    CI,
    LOOK,
    LOOK_AT_ARTICLES,
    FOOTNOTES,
    FLOATS,
    TABLES,
)
"""The tables of rules, one a room."""

MESSAGES: dict[str, Message] = {rule: message for room in ROOMS for rule, message in room.items()}


def severity(item: Finding) -> Severity:
    """The severity of a finding by its rule."""
    return MESSAGES[item.rule].severity


def texts(item: Finding, language: Language) -> tuple[str, str]:
    """The message and the remedy of a finding, its fields filled."""
    row = MESSAGES[item.rule]
    text, hint = (row.zh, row.zh_hint) if language == "zh" else (row.en, row.en_hint)
    fields = dict(item.arguments)
    return text.format_map(fields), hint.format_map(fields)


def render(item: Finding, language: Language = "zh", after: str = "", after_hint: str = "") -> str:
    """A finding as a line and its remedy: ``file:line:column: severity rule-id: message`` and the hint below it.

    ``after`` is said behind the message (the page), ``after_hint`` behind the remedy (what the finding is told by).
    """
    text, hint = texts(item, language)
    name = SEVERITY_NAMES[language][MESSAGES[item.rule].severity]
    return f"{item.span}: {name} {item.rule}: {text}{after}\n    {hint}{after_hint}"


SEVERITY_NAMES: dict[Language, tuple[str, str, str]] = {
    "zh": ("提示", "警告", "错误"),
    "en": ("note", "warning", "error"),
}
