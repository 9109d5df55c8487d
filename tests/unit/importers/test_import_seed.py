"""The real issue, where it is at hand: every block as the judge has it, every guess counted, nothing lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from manuscripts import ORACLE, SEEDS, oracle_blocks, squeezed, written_texts

from huozi.content.importers.importing import import_manuscript, read_manuscript
from huozi.content.importers.manuscript import Manuscript, first_fault, replay
from huozi.diagnostics import Severity
from huozi.messages.importing import IMPORTING

pytestmark = pytest.mark.skipif(not (SEEDS and ORACLE.exists()), reason="the real issue is not at hand (../shared)")


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    return read_manuscript(str(SEEDS[0]), {"江苏创业投资": "jiangsu-vc"})


def test_masthead_and_sections(manuscript: Manuscript) -> None:
    assert manuscript.journal == "jiangsu-vc"
    assert manuscript.masthead[:7] == (
        *("江苏创业投资", "JIANGSU VENTURE CAPITAL", "江苏省创业投资协会"),
        *("2024", "12", "250", "2024-12-31"),
    )
    assert [len(section.articles) for section in manuscript.sections] == [4, 2, 4]
    assert [article.page for article in manuscript.articles] == [2, 4, 7, 10, 13, 14, 16, 18, 20, 23]


def test_every_block_is_as_the_judge_has_it(manuscript: Manuscript) -> None:
    wanted = oracle_blocks()
    assert len(wanted) == len(manuscript.articles)
    for article, (title, blocks) in zip(manuscript.articles, wanted, strict=True):
        mine = [("heading" if block.level else "paragraph", squeezed(block.text)) for block in article.blocks]
        mine += [("byline", f"（{squeezed(article.affiliation_note)}）")] if article.affiliation_note else []
        mine += [("source", f"来源：{squeezed(article.source)}")] if article.source else []
        assert squeezed(article.title) == title
        assert mine == blocks


def test_headings_have_one_rank_in_every_article(manuscript: Manuscript) -> None:
    assert {block.level for article in manuscript.articles for block in article.blocks} == {0, 2}


def test_every_guess_is_one_that_the_print_bears_out(manuscript: Manuscript) -> None:
    counts = Counter(item.rule for item in manuscript.findings)
    assert counts["import-paragraph-joined"] == 11
    assert counts["import-heading-joined"] == 10
    warnings = [item for item in manuscript.findings if IMPORTING[item.rule].severity is Severity.WARNING]
    assert [dict(item.arguments)["words"] for item in warnings] == ["and", "and", "market"]


def test_every_character_is_accounted_for(manuscript: Manuscript) -> None:
    assert first_fault(len(manuscript.source), manuscript.edits) is None
    assert manuscript.source == SEEDS[0].read_bytes().decode()


def test_the_folder_reads_as_the_edits_replay(manuscript: Manuscript, tmp_path: Path) -> None:
    import_manuscript(str(SEEDS[0]), str(tmp_path / "issue"), layouts={"江苏创业投资": "jiangsu-vc"})
    assert written_texts(tmp_path / "issue", manuscript) == replay(manuscript.source, manuscript.edits)
