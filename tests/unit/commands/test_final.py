"""``huozi check --final`` and ``--explain``: in the one list, signed off as others are, loaded only when asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from houses import house, rows, told

from huozi.cli import main
from huozi.messages import MESSAGES

WRONG = {"a": "渡口三题。\n水退了。"}
"""An issue of the squares with a stop behind its title."""


def test_the_look_before_print_is_taken_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, WRONG)
    assert rows(issue, capsys, rule="title-end-mark") == []
    (row,) = rows(issue, capsys, "--final", rule="title-end-mark")
    assert (row["line"], row["column"], row["severity"], row["folio"]) == (2, 8, "warning", "2")


def test_what_it_finds_is_accepted_like_all_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = house(tmp_path, WRONG)
    (row,) = rows(issue, capsys, "--final", rule="title-end-mark")
    main(["check", str(issue), "--final", "--accept", row["fingerprint"], "--by", "江月白", "--why", "原题如此"])
    (row,) = rows(issue, capsys, "--final", rule="title-end-mark")
    assert row["accepted"] == {"by": "江月白", "why": "原题如此"}


def test_without_it_nobody_is_told_that_the_acceptance_is_idle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, WRONG)
    (row,) = rows(issue, capsys, "--final", rule="title-end-mark")
    main(["check", str(issue), "--final", "--accept", row["fingerprint"], "--by", "江月白", "--why", "原题如此"])
    assert rows(issue, capsys, rule="acceptance-idle") == []
    text = (issue / "articles" / "a.md").read_text("utf-8")
    (issue / "articles" / "a.md").write_text(text.replace("三题。", "三题"), encoding="utf-8")
    assert rows(issue, capsys, rule="acceptance-idle") == []
    assert len(rows(issue, capsys, "--final", rule="acceptance-idle")) == 1


def test_it_fails_a_run_as_other_findings_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = str(house(tmp_path, {"a": "渡口三题\n渡口在石阶的尽头，水退到第三级就不退了。"}))
    assert main(["check", issue, "--fail-on", "warning"]) == 0
    assert main(["check", issue, "--final"]) == 0
    assert main(["check", issue, "--final", "--fail-on", "warning"]) == 1  # its cover names neither year nor number
    capsys.readouterr()


def test_an_issue_that_cannot_be_made_is_told_of_its_errors_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = house(tmp_path, {"a": "渡口三题。\n# 一\n水退了。"})
    whole = told(issue, capsys, "--final")
    assert whole["made"] is None
    assert whole["counts"]["error"] == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", ["cover-year", "issn-check-digit", "yaml-tag", "number-not-next"])
def test_a_rule_is_explained(rule: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", rule, "--lang", language]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith(rule)
    assert {"zh": "怎么办：", "en": "remedy:"}[language] in said.out
    assert "{year}" in said.out or rule != "cover-year"


def test_a_check_is_explained_with_its_standard_and_its_cases(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--explain", "issn-check-digit", "--lang", "zh"])
    assert capsys.readouterr().out == (
        "issn-check-digit（警告）\n"
        "  说什么：“〈number〉”的校验码不对，前七位的校验码是 〈right〉\n"
        "  怎么办：与期刊出版许可证核对，改正写错的一位\n"
        "  依　据：GB/T 9999《中国标准连续出版物号》、ISO 3297：CN 号有一定的形式，ISSN 有校验码\n"
        "  对　的：ISSN 0317-8471\n"
        "  错　的：ISSN 0317-8474\n"
        "  每次 check 和 build 都查\n"
    )


def test_all_rules_are_listed_in_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[2:].partition("（")[0] for line in lines[:-1]] == sorted(MESSAGES)


def test_an_unknown_rule_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "cover-yaer"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "cover-year" in said.err


@pytest.mark.parametrize("rule", ["", "\x1b[31m", "a" * 10_000, "{0}", "〓"])
def test_odd_names_of_rules_are_refused_in_clear_words(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", rule]) == 2
    said = capsys.readouterr().err
    assert "rule-unknown" in said
    assert "\x1b" not in said
    assert len(said) < 1_000


def test_a_check_of_no_issue_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "issue-not-named" in capsys.readouterr().err


def test_a_check_without_it_loads_nothing_of_it(tmp_path: Path) -> None:
    issue = house(tmp_path, WRONG)
    program = f"""
import json, sys
from huozi.cli import main
main(["check", {str(issue)!r}])
print(json.dumps([name for name in sys.modules if name.startswith("huozi.inspection") or name == "difflib"]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []
