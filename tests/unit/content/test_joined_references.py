"""A reference directly behind the call of a note."""

from __future__ import annotations

from huozi.content.markdown import read_markdown
from huozi.content.model import CrossRef, NoteRef, Paragraph, Text
from huozi.diagnostics import Findings, Span


def test_a_call_and_a_reference_stand_side_by_side(tmp_path: object) -> None:
    findings = Findings()
    body = read_markdown("甲[^1][@fig-a]乙(@丙)\n\n[^1]: 注\n", "a.md", str(tmp_path), findings)
    (paragraph,) = body.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (
        Text("甲", Span("a.md", 1, 1)),
        NoteRef("1", Span("a.md", 1, 2)),
        CrossRef("fig-a", Span("a.md", 1, 7)),
        Text("乙(@丙)", Span("a.md", 1, 14)),
    )
    assert not list(findings)
