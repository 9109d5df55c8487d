from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import tool_path  # noqa: F401
from composing import inlines_of
from issue_copies import han_of, rotated, write_copies
from real_issue import SPECIMEN

from huozi.content.issue_file import read_issue
from huozi.content.issue_model import Article, Issue
from huozi.content.model import Text
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings


def texts(article: Article) -> list[str]:
    return [plain_title(article.title), *(part.text for part in inlines_of(article.blocks) if isinstance(part, Text))]


def copies_of_specimen(place: Path, count: int) -> list[list[list[str]]]:
    """The texts of each article of each copy."""
    write_copies(SPECIMEN, place / "issue", count)
    articles = read_issue(str(place / "issue"), Findings()).articles
    size = len(articles) // count
    return [[texts(article) for article in articles[start : start + size]] for start in range(0, len(articles), size)]


def specimen() -> Issue:
    return read_issue(str(SPECIMEN), Findings())


def test_a_rotation_changes_every_han_character_and_nothing_else() -> None:
    alphabet = han_of(["活字，Huozi", "12 个字"])
    assert alphabet == ["个", "字", "活"]
    assert rotated("活字，Huozi 12个", alphabet, 1) == "个活，Huozi 12字"
    assert rotated("活字", alphabet, 3) == "活字"
    assert rotated("CMYK", [], 5) == "CMYK"


def test_the_first_copy_is_the_issue_itself(tmp_path: Path) -> None:
    first, _ = copies_of_specimen(tmp_path, 2)
    assert first == [texts(article) for article in specimen().articles]


def test_copies_share_no_han_text_but_all_structure(tmp_path: Path) -> None:
    copies = copies_of_specimen(tmp_path, 4)
    for one, other in combinations(copies, 2):
        for article, same_article in zip(one, other, strict=True):
            for text, same_text in zip(article, same_article, strict=True):
                assert re.sub("[\u4e00-\u9fff]", "字", text) == re.sub("[\u4e00-\u9fff]", "字", same_text)
                assert text != same_text or not han_of([text])


def test_a_copied_issue_has_the_sections_so_many_times_over(tmp_path: Path) -> None:
    write_copies(SPECIMEN, tmp_path / "issue", 3)
    sections = read_issue(str(tmp_path / "issue"), Findings()).sections
    assert [len(section.articles) for section in sections] == [len(part.articles) for part in specimen().sections] * 3
    assert len({plain_title(section.title) for section in sections}) == len(sections)


def test_the_same_copies_are_written_twice(tmp_path: Path) -> None:
    write_copies(SPECIMEN, tmp_path / "a", 2)
    write_copies(SPECIMEN, tmp_path / "b", 2)
    assert written(tmp_path / "a") == written(tmp_path / "b")


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
