"""The tables of messages and the code that makes findings agree, rule by rule and field by field."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from huozi.messages import MESSAGES, ROOMS

SOURCE = Path(__file__).resolve().parents[2] / "src" / "huozi"
CODE = [path for path in sorted(SOURCE.rglob("*.py")) if path.parent.name != "messages"]
LANGUAGES = ("_zh", "_en")
"""What the name of a field ends in that has a text in each language."""


class Call(NamedTuple):
    """A finding made in the code: where, its rule as written there, the fields given (``None``: not all are seen)."""

    place: str
    rule: str
    fields: frozenset[str] | None


def calls() -> Iterator[Call]:
    """Every ``….add(span, "rule", …)`` and ``finding(span, "rule", …)`` whose rule is written out."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and makes_a_finding(node.func) and len(node.args) > 1:
                names = [keyword.arg for keyword in node.keywords]
                given = None if None in names else frozenset(name for name in names if name)
                for rule in strings(node.args[1]):
                    yield Call(f"{path.relative_to(SOURCE)}:{node.lineno}", rule, given)


def makes_a_finding(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(attr="add") | ast.Name(id="finding"):
            return True
    return False


def strings(value: ast.expr) -> Iterator[str]:
    """The texts an expression may come to, as far as they are written in it."""
    match value:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from strings(body)
            yield from strings(other)


def fields(*texts: str) -> set[str]:
    """The names in braces."""
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


def without_language(names: set[str]) -> set[str]:
    for language in LANGUAGES:
        names = {name.removesuffix(language) for name in names}
    return names


def test_no_rule_stands_in_two_tables() -> None:
    count = Counter(rule for table in ROOMS for rule in table)
    assert not [rule for rule, times in count.items() if times > 1]
    assert set(count) == set(MESSAGES)


def test_every_rule_of_the_code_has_a_message() -> None:
    assert not [call for call in calls() if call.rule not in MESSAGES]


def test_every_message_is_used() -> None:
    nodes = [node for path in CODE for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    written = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    beginnings = {
        node.values[0].value  # f"import-{reason}": the rest is written somewhere too
        for node in nodes
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant)
    }
    put_together = {
        rule
        for rule in MESSAGES
        for begin in beginnings
        if rule.startswith(str(begin)) and rule.removeprefix(str(begin)) in written
    }
    assert sorted(MESSAGES.keys() - written - put_together) == []


def test_every_finding_fills_all_fields_of_its_message() -> None:
    short = []
    for call in calls():
        wanted = fields(*MESSAGES[call.rule][1:]) if call.rule in MESSAGES else set()
        if call.fields is not None and wanted - call.fields:
            short.append((call.place, call.rule, sorted(wanted - call.fields)))
    assert short == []


@pytest.mark.parametrize("rule", sorted(MESSAGES))
def test_both_languages_say_the_same(rule: str) -> None:
    row = MESSAGES[rule]
    assert without_language(fields(row.zh, row.zh_hint)) == without_language(fields(row.en, row.en_hint))


@pytest.mark.parametrize("rule", sorted(MESSAGES))
def test_a_message_says_what_is_wrong_and_what_to_do(rule: str) -> None:
    assert all(MESSAGES[rule][1:])
