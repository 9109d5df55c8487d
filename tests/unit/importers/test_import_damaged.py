"""A manuscript made from the specimen and damaged in fifteen ways imports as the specimen says it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from manuscripts import SPECIMEN, import_text, read, rules, squeezed, written_texts

from huozi.content.importers.manuscript import Manuscript, first_fault, replay

from make_damaged_manuscript import DAMAGES, INVENTED_WORDS, Truth, main, make_manuscript  # isort: skip

WITH_CONTENTS = tuple(name for name in DAMAGES if name != "no-contents")


def assert_true(manuscript: Manuscript, truth: Truth) -> None:
    """What was read is what the manuscript was made from, but for spaces and the marks of preferred breaks."""
    head = manuscript.masthead
    assert (head.name, head.name_en, head.organiser) == (truth.name, truth.name_en, truth.organiser)
    assert head.date == truth.date
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


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("damage", [None, *DAMAGES])
def test_each_kind_of_damage_is_put_right(damage: str | None, seed: int) -> None:
    text, truth = make_manuscript(SPECIMEN, [damage] if damage else [], seed)
    assert_true(read(text), truth)


@pytest.mark.parametrize("sections", [1, 2, 3])
@pytest.mark.parametrize("seed", range(8))
def test_kinds_of_damage_together_are_put_right(seed: int, sections: int) -> None:
    damages = random.Random(seed).sample(list(DAMAGES), 5) if seed else list(WITH_CONTENTS)  # noqa: S311
    text, truth = make_manuscript(SPECIMEN, damages, seed, sections)
    assert_true(read(text), truth)


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_folder_holds_what_the_edits_replay_to(damage: str, tmp_path: Path) -> None:
    text, _ = make_manuscript(SPECIMEN, [damage], 1)
    manuscript = import_text(text, tmp_path)
    assert written_texts(tmp_path / "issue", manuscript) == replay(manuscript.source, manuscript.edits)


def test_ranks_are_even_where_an_article_has_one() -> None:
    text, truth = make_manuscript(SPECIMEN, ["heading-depths", "split-headings"], 1)
    wanted = [article for _, articles in truth.sections for article in articles]
    for article, item in zip(read(text).articles, wanted, strict=True):
        if len({level for level, _ in item.blocks if level}) == 1:
            assert {block.level for block in article.blocks if block.level} == {2}


def test_sub_headings_that_follow_their_heading_keep_their_rank() -> None:
    text, truth = make_manuscript(SPECIMEN, ["split-headings"], 1, 1)
    levels = [level for level, _ in truth.sections[0][1][0].blocks if level]
    assert [block.level for block in read(text).articles[0].blocks if block.level] == levels


def test_every_invented_word_is_reported_and_kept() -> None:
    plain, _ = make_manuscript(SPECIMEN, [], 4)
    text, _ = make_manuscript(SPECIMEN, ["latin-words"], 4)
    invented = sum(text.count(f" {word} ") - plain.count(f" {word} ") for word in INVENTED_WORDS)
    found = rules(read(text)).count("import-latin-word") - rules(read(plain)).count("import-latin-word")
    assert invented > 10
    assert found == invented


def test_a_misread_contents_page_is_reported() -> None:
    text, _ = make_manuscript(SPECIMEN, ["misread-contents"], 2)
    assert "import-contents-near" in rules(read(text))


def test_a_missing_contents_page_is_reported() -> None:
    manuscript = read(make_manuscript(SPECIMEN, ["no-contents"], 2)[0])
    assert {"import-contents-missing", "import-section-missing", "import-title-guess"} <= set(rules(manuscript))


def test_the_tool_gives_the_same_bytes_for_the_same_seed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / "one.txt", tmp_path / "other.txt"]
    for file in files:
        assert main([str(SPECIMEN), "-o", str(file), "--damage", "all", "--seed", "7"]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert main([str(SPECIMEN), "--sections", "1"]) == 0
    assert capsys.readouterr().out.startswith("# 铅与火月刊\n")


def test_every_kind_of_damage_changes_the_text() -> None:
    plain, _ = make_manuscript(SPECIMEN, [], 1)
    assert all(make_manuscript(SPECIMEN, [damage], 1)[0] != plain for damage in DAMAGES)
