"""What is known of an earlier issue: its number, its articles, the pages of its latest round."""

from __future__ import annotations

from pathlib import Path

import pytest
from editions import edition, paragraph

from huozi.commands import destinations
from huozi.content import kept_facts
from huozi.content.kept_facts import earlier_issue, issue_folders, room_of
from huozi.rounds.kept import Facts, Round, round_text

ISSUE = "journal: 甲\nyear: 2030\nissue: {number}\ndate: 2030-02-28\ncontents:\n  - section: 栏\n    articles: [a, b]\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    for name, number in (("2030-02", "2"), ("2030-zk", "增刊1")):
        (tmp_path / name / "proofs").mkdir(parents=True)
        (tmp_path / name / "issue.yaml").write_text(ISSUE.format(number=number), "utf-8")
    (tmp_path / "2030-03").mkdir()
    return tmp_path


def keep(room: Path, stage: str, at: int) -> None:
    """Keep a round in which article b begins on a page."""
    facts = Facts(stage, "甲", 2030, "2", "2030-02-01", "", "0", "", ())
    made = edition(paragraph("甲", *["甲"] * (4 * (at - 1)), article="a"), paragraph("乙", "乙", article="b"))
    (room / "2030-02" / "proofs" / f"{stage}.jsonl").write_text(round_text(Round(facts, made, "", ())), "utf-8")


def test_an_issue_is_known_by_its_folder(room: Path) -> None:
    found = earlier_issue(str(room), "2030-02")
    assert found is not None
    assert found == ("2030", "2", ("a", "b"), {})
    supplement = earlier_issue(str(room), "2030-zk")
    assert supplement is not None
    assert supplement.number == "增刊1"


def test_the_latest_round_says_where_its_articles_began(room: Path) -> None:
    keep(room, "初校", 2)
    keep(room, "清样", 3)
    keep(room, "二校", 4)
    found = earlier_issue(str(room), "2030-02")
    assert found is not None
    assert found.folios == {"a": "1", "b": "3"}


@pytest.mark.parametrize(
    "name", ["2030-03", "2030-09", "..", ".", "", "../2030-02", "2030-02/", "/etc", ".git", "a\0b"]
)
def test_what_is_no_folder_of_an_issue_in_the_room_is_none(room: Path, name: str) -> None:
    assert earlier_issue(str(room / "x" / ".."), name) is None


def test_a_link_out_of_the_room_is_none(room: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("elsewhere")
    (other / "issue.yaml").write_text(ISSUE.format(number="9"), "utf-8")
    (room / "2030-09").symlink_to(other)
    assert earlier_issue(str(room), "2030-09") is None


@pytest.mark.parametrize("row", ['["article"', '["article",1,"","","9"]', "[" * 9000, '["article","b"]'])
def test_a_damaged_round_says_nothing(room: Path, row: str) -> None:
    (room / "2030-02" / "proofs" / "清样.jsonl").write_text(row.replace("[[", '["article"[[', 1) + "\n", "utf-8")
    found = earlier_issue(str(room), "2030-02")
    assert found is not None
    assert found.folios == {}


def test_the_folders_of_a_room_are_those_with_an_issue(room: Path) -> None:
    assert issue_folders(str(room)) == ["2030-02", "2030-zk"]
    assert room_of(str(room / "2030-03")) == str(room)
    assert room_of("") == ".."


def test_rounds_are_looked_for_where_they_are_kept() -> None:
    assert (kept_facts.ROUNDS, kept_facts.SUFFIX) == (destinations.ROUNDS, destinations.SUFFIX)
