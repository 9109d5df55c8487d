"""What ``proof`` writes beside the proof: pictures and a report; nothing of it where any of it fails."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from houses import house
from repositories import begun, put

from huozi.cli import main
from huozi.commands.round_files import load_round

TEXT = "一句话，不长不短，排满一行还多一点。" * 6


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return house(tmp_path, {"a": f"甲题\n{TEXT}\n\n{TEXT}", "b": f"乙题\n{TEXT * 8}"})


def made(issue: Path) -> list[str]:
    build = issue / "build"
    return sorted(path.relative_to(build).as_posix() for path in build.rglob("*") if path.is_file())


def test_pictures_and_report_stand_beside_the_proof(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(issue), "--png", "--report", "--dpi", "40"]) == 0
    out = capsys.readouterr().out
    assert "build/report.html" in out and "build/pages" in out
    assert made(issue) == [
        "pages/01-封一.png", "pages/02-封二.png", "pages/03-1.png", "pages/04-2.png", "pages/05-3.png",
        "pages/06-4.png", "pages/07-5.png", "pages/08-6.png", "pages/09-封三.png", "pages/10-封四.png",
        "proof.pdf", "report.html",
    ]  # fmt: skip


def test_since_an_earlier_edition_only_what_is_not_as_it_was_is_drawn(issue: Path) -> None:
    begun(issue.parent.parent)
    article = issue / "articles" / "a.md"
    article.write_text(article.read_text("utf-8").replace("一句话", "两句话", 1), "utf-8")
    assert main(["proof", str(issue), "--png", "--dpi", "40", "--since", "HEAD"]) == 0
    assert made(issue) == ["pages/04-2.png", "proof.pdf"]


@pytest.mark.parametrize("dpi", ["5", "601", "99999"])
def test_where_pictures_cannot_be_drawn_nothing_is_written(
    issue: Path, capsys: pytest.CaptureFixture[str], dpi: str
) -> None:
    assert main(["proof", str(issue), "--png", "--dpi", dpi, "--round", "初校"]) == 2
    assert "picture-resolution" in capsys.readouterr().out
    assert made(issue) == []
    assert not (issue / "proofs").exists()


def test_where_a_round_cannot_be_kept_no_proof_is_written(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(issue, {"proofs": "no folder"})
    assert main(["proof", str(issue), "--round", "初校"]) == 2
    assert "write-failed" in capsys.readouterr().out
    assert made(issue) == []


def test_a_list_of_findings_is_not_written_over_the_report(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = issue / "build" / "report.html"
    assert main(["proof", str(issue), "--report", "--format", "json", "--list", str(listed)]) == 2
    assert "list-over-output" in capsys.readouterr().out
    assert not listed.exists() or not listed.read_bytes().startswith(b"{")


@pytest.mark.parametrize("command", ["build", "proof"])
def test_no_file_goes_over_a_round_that_is_kept(issue: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    main(["proof", str(issue), "--round", "初校"])
    kept = issue / "proofs" / "初校.jsonl"
    before = kept.read_bytes()
    capsys.readouterr()
    assert main([command, str(issue), "-o", str(kept)]) == 2
    assert "output-is-source" in capsys.readouterr().out
    assert kept.read_bytes() == before


def test_a_full_disk_leaves_the_pictures_that_were_there(
    issue: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["proof", str(issue), "--png", "--dpi", "40"])
    before = {name: (issue / "build" / name).read_bytes() for name in made(issue)}
    flush, left = os.fsync, [3]

    def full(file: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        flush(file)

    monkeypatch.setattr(os, "fsync", full)
    assert main(["proof", str(issue), "--png", "--dpi", "60"]) == 2
    assert "disk-full" in capsys.readouterr().out
    assert {name: (issue / "build" / name).read_bytes() for name in made(issue)} == before


def test_two_runs_at_once_leave_whole_files(issue: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "huozi",
        "proof",
        str(issue),
        "--png",
        "--dpi",
        "40",
        "--report",
        "--round",
        "初校",
    ]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [run.communicate(timeout=120)[0].decode() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    once = {name: (issue / "build" / name).read_bytes() for name in made(issue)}
    assert not any(".tmp" in name or "huozi-" in name for name in once)
    kept = load_round(str(issue / "proofs" / "初校.jsonl"))
    assert main(["proof", str(issue), "--png", "--dpi", "40", "--report", "--round", "初校"]) == 0
    assert {name: (issue / "build" / name).read_bytes() for name in made(issue)} == once
    assert load_round(str(issue / "proofs" / "初校.jsonl")) == kept


def test_a_proof_without_pictures_loads_no_extra(issue: Path) -> None:
    script = (
        "import sys\nfrom huozi.cli import main\ncode = main(sys.argv[1:])\n"
        "print(code, sorted({'pypdfium2', 'pikepdf', 'huozi.report', 'huozi.output.pictures'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, "proof", str(issue)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.endswith("0 []\n")
