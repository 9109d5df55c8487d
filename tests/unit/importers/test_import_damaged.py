"""A manuscript made from the specimen and damaged in fifteen ways imports as the specimen says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from manuscripts import SPECIMEN, import_text, read, rules, squeezed, written_texts

from huozi.content.importers.manuscript import Manuscript, first_fault, replay

from make_damaged_manuscript import DAMAGES, Truth, make_manuscript

KEEPS_RANKS = frozenset(DAMAGES) - {"heading-depths", "split-headings", "lost-marks"}


def assert_true(manuscript: Manuscript, truth: Truth) -> None:
    """What was read is what the manuscript was made from, but for spaces and the marks of preferred breaks."""
    head = manuscript.masthead
    assert (head.name, head.name_en, head.organiser, head.date) == (
        truth.name,
        truth.name_en,
        truth.organiser,
        truth.date,
    )
    if truth.sections[0][0]:
        assert [section.title for section in manuscript.sections] == [name for name, _ in truth.sections]
    wanted = [article for _, articles in truth.sections for article in articles]
    assert [squeezed(article.title) for article in manuscript.articles] == [squeezed(item.title) for item in wanted]
    for article, item in zip(manuscript.articles, wanted, strict=True):
        assert [(block.level > 0, squeezed(block.text)) for block in article.blocks] == [
            (level > 0, squeezed(text)) for level, text in item.blocks
        ]
        assert (article.affiliation_note, article.source) == (item.affiliation_note, item.source)
    assert manuscript.contact is not None
    assert (manuscript.contact.heading, *manuscript.contact.lines) == truth.contact
    assert first_fault(len(manuscript.source), manuscript.edits) is None


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("damage", [None, *DAMAGES])
def test_each_kind_of_damage_is_put_right(damage: str | None, seed: int) -> None:
    text, truth = make_manuscript(SPECIMEN, [damage] if damage else [], seed)
    assert_true(read(text), truth)
