"""Whole explanations, word for word: what ``huozi compose`` says of paragraphs in both languages and as JSON.

``python -m pytest tests/unit/commands/test_explained.py --renew`` writes them anew; git shows what changed.
"""

from __future__ import annotations

import pytest
from squares import TESTS

from huozi.commands.compose import Request, compose_text
from huozi.diagnostics import Language

REFERENCE = TESTS / "references" / "explained.txt"
PARAGRAPHS: list[tuple[str, str, dict[str, str]]] = [
    ("国国，国国国（国国国国），国国国国国ABC国国；国国国国国。", "9字", {"text.fill": "pull-in"}),
    ("国国，国国国（国国国国），国国国国国ABC国国；国国国国国。", "9字", {"text.fill": "push-out"}),
    ("国国国国国国国国12年国国国国国国——国国国“国国国国”国国。国国国国国国国国国国国国国国国", "10字", {}),
    ("国国国 international 国国 word after word 国国国国", "8字", {"text.hyphenate": "en"}),
    ("国国国国国，国国", "4字", {"text.line_end": "hang"}),
    ("国国国国（国国国国）国国，国国、国国：国", "6字", {"text.profile": "jlreq", "text.fill": "least"}),
]


def test_paragraphs_are_explained_word_for_word(monkeypatch: pytest.MonkeyPatch, renewed: bool) -> None:
    monkeypatch.chdir(TESTS)
    ways: list[tuple[str, Language]] = [("text", "zh"), ("text", "en"), ("json", "zh")]
    made = ""
    for text, measure, settings in PARAGRAPHS:
        asked = Request("text.txt", text, measure, "0字", layout="square", overrides=tuple(settings.items()))
        for output, language in ways:
            made += f"==== {text} {measure} {settings} {output} {language}\n"
            made += compose_text(asked._replace(output=output, language=language)).text + "\n"
    if renewed:
        REFERENCE.write_text(made, encoding="utf-8")
    assert made == REFERENCE.read_text(encoding="utf-8")
