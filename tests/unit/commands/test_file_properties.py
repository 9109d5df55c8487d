"""What a file says of itself follows from its issue and its layout: title, publisher, subject, keywords."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from houses import house

from huozi.cli import main

MORE = "theme: 渡口\n"
FIRST = "水则\nkeywords: [水则, 石壁]\nkeywords_en: [gauge, cliff]\n---\n\n水则。\n"
SECOND = "渡口\nkeywords: [渡口, 水则]\nkeywords_en: [ford, gauge]\n---\n\n渡口。\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    issue = house(tmp_path_factory.mktemp("house"), {"yi": "一\n水", "er": "二\n水"}, more=MORE)
    for name, text in (("yi", FIRST), ("er", SECOND)):
        (issue / "articles" / f"{name}.md").write_text(f"---\ntitle: {text}", encoding="utf-8")
    path = issue.parent / "a.pdf"
    assert main(["build", str(issue), "-o", str(path), "--fail-on", "never"]) == 0
    return path


def test_keywords_are_those_of_all_articles_each_once_english_ones_last(built: Path) -> None:
    wanted = "水则, 石壁, 渡口, gauge, cliff, ford"
    with pikepdf.open(built) as file, file.open_metadata() as packet:
        assert (str(file.docinfo["/Keywords"]), packet["pdf:Keywords"]) == (wanted, wanted)


def test_the_subject_has_the_theme_of_the_issue(built: Path) -> None:
    with pikepdf.open(built) as file, file.open_metadata() as packet:
        subject = str(file.docinfo["/Subject"])
        assert packet["dc:description"] == subject
    assert subject.rsplit("，", maxsplit=1)[-1] == "渡口"


def test_title_and_author_stand_in_both_places(built: Path) -> None:
    with pikepdf.open(built) as file, file.open_metadata() as packet:
        title, author = str(file.docinfo["/Title"]), str(file.docinfo["/Author"])
        assert (packet["dc:title"], packet["dc:creator"]) == (title, [author])
    assert (title, author) == ("方块月刊2030年第3期（总第7期）", "方块社")
