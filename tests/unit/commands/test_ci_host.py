"""What hosts tell by their variables, and the files that they read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from huozi.commands import ci_host
from huozi.commands.ci_host import HOME, Host, host_of, room_in, write_outputs, write_summary
from huozi.output.errors import OutputError

BASE, BEFORE, ZEROS = "ab" * 20, "cd" * 20, "0" * 40


def github(tmp_path: Path, event: object, **more: str) -> Host:
    path = tmp_path / "event.json"
    path.write_text(event if isinstance(event, str) else json.dumps(event), encoding="utf-8")
    return host_of({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(path), **more})


def test_at_home_nothing_is_told() -> None:
    assert host_of({"HOME": "/", "GITHUB_BASE_REF": "main", "CI_COMMIT_BEFORE_SHA": BEFORE}) == HOME


def test_a_pull_request_is_for_a_branch(tmp_path: Path) -> None:
    event = {"pull_request": {"base": {"sha": BASE}}, "before": BEFORE}  # before: what the branch itself was
    host = github(tmp_path, event, GITHUB_BASE_REF="main", GITHUB_OUTPUT="o", GITHUB_STEP_SUMMARY="s")
    assert host == Host(("refs/remotes/origin/main", "refs/heads/main", BASE), "o", "s", True)


def test_a_push_comes_after_a_commit(tmp_path: Path) -> None:
    assert github(tmp_path, {"before": BEFORE}).bases == (BEFORE,)
    assert github(tmp_path, {"before": ZEROS}).bases == (ZEROS,)
    assert github(tmp_path, {"merge_group": {"base_sha": BASE}}).bases == (BASE,)


@pytest.mark.parametrize("event", ["", "{", "[]", "null", '{"before": 1}', '{"before": "--x"}', "[" * 100_000])
def test_an_event_that_is_none_tells_nothing(tmp_path: Path, event: str) -> None:
    assert github(tmp_path, event).bases == ()


def test_an_event_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ci_host, "MOST_OF_AN_EVENT", 60)
    assert github(tmp_path, {"before": BEFORE}).bases == (BEFORE,)
    assert github(tmp_path, {"before": BEFORE, "more": "x" * 20}).bases == ()
    assert host_of({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(tmp_path)}).bases == ()


def test_gitlab_tells_commits() -> None:
    variables = {"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": ZEROS}
    assert host_of(variables) == Host((ZEROS,))
    assert host_of({**variables, "CI_MERGE_REQUEST_DIFF_BASE_SHA": BASE}) == Host((BASE, ZEROS))


def read_outputs(text: str) -> dict[str, str]:
    """The outputs as the runner reads them: a name, a word that ends it, lines up to that word."""
    lines = iter(text.split("\n"))
    found = {}
    for line in lines:
        if line:
            name, _, end = line.partition("<<")
            value = []
            for each in lines:
                if each == end:
                    break
                value.append(each)
            found[name] = "\n".join(value)
    return found


def test_a_value_of_many_lines_stays_one_value(tmp_path: Path) -> None:
    values = {"issues": '["一 期"]', "folder": "x\nEOF\nhuozi-\nstolen=1\nname<<EOF", "empty": ""}
    path = tmp_path / "outputs"
    path.write_text("there=before\n", encoding="utf-8")
    write_outputs(str(path), values)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("there=before\n")
    assert read_outputs(text.removeprefix("there=before\n")) == values


def test_a_summary_is_added_to_what_the_step_has_said_and_there_is_room_for_so_much(tmp_path: Path) -> None:
    path = tmp_path / "summary"
    assert room_in() == room_in(str(path)) == 333_333
    path.write_text("之前\n", encoding="utf-8")
    write_summary(str(path), "之后\n")
    assert path.read_text(encoding="utf-8") == "之前\n之后\n"
    path.write_bytes(b"x" * 400_000)
    assert room_in(str(path)) == 200_000
    path.write_bytes(b"x" * 2**20)
    assert room_in(str(path)) == 0


def test_a_file_of_the_host_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "none" / "file")
    with pytest.raises(OutputError) as caught:
        write_summary(path, "x")
    assert [item.rule for item in caught.value.findings] == ["folder-missing"]
    with pytest.raises(OutputError) as caught:
        write_outputs(path, {"a": "b"})
    assert [item.rule for item in caught.value.findings] == ["folder-missing"]
