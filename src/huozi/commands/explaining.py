"""``huozi check --explain``: what a rule says, how grave it is, what to do, and why it is a rule."""

from __future__ import annotations

from huozi.commands.outcome import Exit, Outcome
from huozi.diagnostics import Language, Span, finding
from huozi.inspection.cases_in_english import IN_ENGLISH
from huozi.inspection.check import Check
from huozi.inspection.table import CHECKS
from huozi.messages import MESSAGES, SEVERITY_NAMES
from huozi.messages.rules import said_in_words, say
from huozi.source_file import quoted

ALL = "all"
"""Asks for a list of the rules."""

NEAREST = 3


def explain_rule(rule: str, language: Language) -> Outcome:
    """What there is to say of a rule, or a line of each. Finding: ``rule-unknown``, with the nearest names."""
    if rule == ALL:
        return Outcome(Exit.DONE, text=_list_of_rules(language))
    if rule in MESSAGES:
        return Outcome(Exit.DONE, text=_explained(rule, language))
    from difflib import get_close_matches  # only for a name that is wrong

    near = get_close_matches(rule.strip().lower().replace("_", "-"), MESSAGES, NEAREST, 0.4)
    nearest = "、".join(near) if language == "zh" else ", ".join(near)
    unknown = finding(Span("--explain"), "rule-unknown", rule=quoted(rule), nearest=nearest or "—")
    return Outcome(Exit.USAGE, (unknown,))


def _explained(rule: str, language: Language) -> str:
    """A rule in full."""
    message, hint = said_in_words(rule, language)
    lines = [_heading(rule, language), *(f"  {say(name, language)}{text}" for name, text in (
        ("says", message), ("remedy", hint),
    ))]  # fmt: skip
    row = next((check for check in CHECKS if check.rule == rule), None)
    lines += _of_table(row, language) if row else []
    return "\n".join(lines) + "\n"


def _heading(rule: str, language: Language) -> str:
    grave = SEVERITY_NAMES[language][MESSAGES[rule].severity]
    return f"{rule}{say('grave', language, grave=grave)}"


def _of_table(row: Check, language: Language) -> list[str]:
    """What the table of the look before print says of a rule."""
    reason, cases = row.reason.zh, (row.right, row.wrong)
    if language == "en":
        reason, cases = row.reason.en, IN_ENGLISH.get(row.rule, cases)
    said = (("reason", reason), ("right", cases[0]), ("wrong", cases[1]))
    lines = [f"  {say(name, language)}{text}" for name, text in said]
    return [*lines, f"  {say('final' if row.look else 'always', language)}"]


def _list_of_rules(language: Language) -> str:
    """A line of each rule, in the order of their names; those of the look before print are marked."""
    marked = {check.rule for check in CHECKS}
    lines = []
    for rule in sorted(MESSAGES):
        mark = "*" if rule in marked else " "
        lines.append(f"{mark} {_heading(rule, language)}{say('between', language)}{said_in_words(rule, language)[0]}")
    own = sum(1 for check in CHECKS if check.look)
    counts = {"rules": len(lines), "checks": len(marked), "own": own}
    return "\n".join([*lines, say("rules", language, **counts)]) + "\n"
