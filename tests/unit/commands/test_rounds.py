"""Rounds: ``proof --round``, what is kept, what the next compares with, and a round's plan held by ``build``."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdf
import pytest
from houses import house, rows
from repositories import begun, put
from squares import TESTS

from huozi.cli import main
from huozi.commands.round_files import load_round, place_of_round, round_before
from huozi.diagnostics import InvalidIssue

TEXT = "一句话，不长不短，排满一行还多一点。" * 6
BODY = "题目\n" + "\n\n".join(f"{letter}：{TEXT}" for letter in "甲乙丙丁戊己庚辛")


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return house(tmp_path, {"a": BODY})


def edit(issue: Path, was: str, now: str) -> None:
    path = issue / "articles" / "a.md"
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), "utf-8")


def title_of(proof: Path) -> str:
    with pikepdf.open(proof) as pdf:
        return str(pdf.docinfo["/Title"])


def test_a_round_is_kept_as_text_beside_the_issue(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(issue), "--round", "二校"]) == 0
    assert "proofs/二校.jsonl" in capsys.readouterr().out
    kept = load_round(str(issue / "proofs" / "二校.jsonl"))
    assert (kept.facts.name, kept.facts.journal, kept.facts.year, kept.facts.issue) == ("二校", "square", 2030, "3")
    assert [name for name, _ in kept.facts.files] == ["issue.yaml", "articles/a.md"]
    assert kept.plan.startswith("huozi-plan 1\n") and kept.plan.endswith("\nend\n")
    first = (issue / "proofs" / "二校.jsonl").read_bytes()
    assert main(["proof", str(issue), "--round", "二校"]) == 0
    assert (issue / "proofs" / "二校.jsonl").read_bytes() == first
    assert "round-replaced" not in capsys.readouterr().out
    assert "二校" in title_of(issue / "build" / "proof.pdf")


def test_another_text_under_the_same_name_is_told(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["proof", str(issue), "--round", "二校"])
    edit(issue, "甲：一句", "子：一句")
    capsys.readouterr()
    assert main(["proof", str(issue), "--round", "二校"]) == 0
    assert "round-replaced" in capsys.readouterr().out
    assert main(["proof", str(issue), "--stage", "核红"]) == 0
    assert main(["proof", str(issue), "--round", "三校"]) == 0
    assert sorted(path.name for path in (issue / "proofs").iterdir()) == ["三校.jsonl", "二校.jsonl"]


def test_the_next_round_is_compared_with_the_one_before(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["proof", str(issue), "--round", "初校"])
    edit(issue, "丙：一句", "丑：一句")
    main(["proof", str(issue), "--round", "三校"])
    capsys.readouterr()
    assert main(["diff", "初校", str(issue)]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[-3:] == [
        "  第 3 页第 4 行 articles/a.md:9:1 [改动]",
        "    − 丙：一句话，不长不短，排满一行还多一",
        "    ＋ 丑：一句话，不长不短，排满一行还多一",
    ]
    assert main(["diff", "三校", str(issue)]) == 0


def test_the_round_before_is_the_latest_that_is_kept(issue: Path) -> None:
    assert round_before("二校", str(issue)) is None
    put(issue, {"proofs/初校.jsonl": "", "proofs/三校.jsonl": ""})
    assert round_before("二校", str(issue)) == "初校"
    assert round_before("核红", str(issue)) == "三校"
    assert round_before("初校", str(issue)) is None
    assert round_before("加校", str(issue)) == "三校"


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", "", " ", "二校:", "a\nb", "con?"])
def test_a_name_that_no_file_can_have_is_refused(name: str, issue: Path) -> None:
    with pytest.raises(InvalidIssue) as caught:
        place_of_round(name, str(issue))
    assert [item.rule for item in caught.value.findings] == ["round-name"]


def test_with_a_name_that_is_refused_nothing_is_written(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(issue), "--round", "../外"]) == 2
    assert "round-name" in capsys.readouterr().out
    assert not (issue / "build").exists()


def test_a_round_s_pages_are_held_by_its_name(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["proof", str(issue), "--round", "三校"])
    edit(issue, TEXT[:40], "")
    capsys.readouterr()
    plan, other = issue / "build" / "kept.plan", issue / "build" / "other.plan"
    assert main(["build", str(issue), "--keep-plan", "三校", "--plan", str(plan)]) == 0
    assert main(["build", str(issue), "--keep-plan", str(issue / "proofs" / "三校.jsonl"), "--plan", str(other)]) == 0
    assert plan.read_bytes() == other.read_bytes()
    begun_on = [line.split()[2:] for line in plan.read_text("utf-8").splitlines() if ":" in line]
    kept = load_round(str(issue / "proofs" / "三校.jsonl")).plan
    assert begun_on == [line.split()[2:] for line in kept.splitlines() if ":" in line]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "三校.jsonl:1:1: 错误 round-damaged"),
        ('["huozi-round",1]\n["name"', "三校.jsonl:2:1: 错误 round-damaged"),
        ("%PDF-1.4", "三校.jsonl:1:1: 错误 round-unknown"),
    ],
)
def test_a_damaged_round_keeps_nothing_from_being_told(
    text: str, told: str, issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(issue, {"proofs/三校.jsonl": text})
    assert main(["build", str(issue), "--keep-plan", "三校"]) == 2
    assert told in capsys.readouterr().out
    assert not (issue / "build" / "print.pdf").exists()
    assert main(["proof", str(issue), "--round", "核红"]) == 2


def test_findings_since_a_round_are_those_that_are_new(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(issue, "甲：一句话，", "甲：一句话,")
    main(["proof", str(issue), "--round", "初校"])
    edit(issue, "乙：一句话，", "乙：一句话,")
    assert {row["line"] for row in rows(issue, capsys)} == {1, 5, 7}
    assert {row["line"] for row in rows(issue, capsys, "--since", "初校")} == {7}


def test_what_was_found_is_kept_with_its_place(issue: Path) -> None:
    edit(issue, "甲：一句话，", "甲：一句话,")
    main(["proof", str(issue), "--round", "初校"])
    found = load_round(str(issue / "proofs" / "初校.jsonl")).findings
    assert [(each.rule, each.severity, str(each.place)) for each in found if each.place.line == 5] == [
        ("half-width-mark", "warning", "articles/a.md:5:6")
    ]
    assert all(len(each.fingerprint) == 12 for each in found)


def test_an_old_edition_that_cannot_be_set_is_compared_by_its_words(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = issue.parent.parent
    (root / "layout").unlink()
    put(root, {"layout/square.yaml": "extends: nowhere\n"})
    begun(root)
    (root / "layout" / "square.yaml").unlink()
    (root / "layout").rmdir()
    (root / "layout").symlink_to(TESTS / "layout")
    edit(issue, "丙：一句", "丑：一句")
    assert main(["proof", str(issue), "--since", "HEAD", "-o", str(root / "p.pdf")]) == 0
    assert "丑：一句话" in "".join(page.extract_text() for page in pypdf.PdfReader(root / "p.pdf").pages[:3])


def test_the_day_of_a_proof_is_that_of_its_revision(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun(issue.parent.parent)
    main(["proof", str(issue), "--round", "初校"])
    kept = load_round(str(issue / "proofs" / "初校.jsonl"))
    assert (kept.facts.day, kept.facts.revision.endswith("+")) == ("2030-03-31", False)
    edit(issue, "甲：一句", "子：一句")
    main(["proof", str(issue), "--round", "二校"])
    assert load_round(str(issue / "proofs" / "二校.jsonl")).facts.revision.endswith("+")
