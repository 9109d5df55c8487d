"""The command line as people and shells see it: exit codes, streams, progress, what is said of bad arguments."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from squares import TESTS

from huozi import cli
from huozi.cli import main
from huozi.commands.outcome import Exit, Outcome

SMALL = str(TESTS / "cases" / "issues" / "small")


def run(*arguments: str, given: bytes = b"", output: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "huozi", *arguments],
        input=given,
        stdout=output,
        stderr=subprocess.PIPE,
        cwd=TESTS,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.fixture(autouse=True)
def in_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TESTS)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["build"],
        ["build", SMALL, "--page-count", "0"],
        ["build", SMALL, "--page-count", "10000"],
        ["build", SMALL, "--page-count", "x"],
        ["build", SMALL, "--pages", "x"],
        ["build", SMALL, "--pages", "-"],
        ["build", SMALL, "--pages", "3-5-8"],
        ["check", SMALL, "--pages", "3-8"],
        ["build", SMALL, "--profile", "web"],
        ["check", SMALL, "--format", "xml"],
        ["check", SMALL, "--fail-on", "notes"],
        ["build", SMALL, "--format", "xml"],
        ["build", SMALL, "--accept", "0123456789ab"],
        ["schema", "nothing"],
        ["compose"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        (["build", "nowhere"], "no-such-folder"),
        (["check", "nowhere"], "no-such-folder"),
        (["build", SMALL, "--layout", "nowhere"], "layout-file-missing"),
        (["build", SMALL, "--set", "text.fill"], "option-without-value"),
        (["build", SMALL, "--set", "text.fil=push-out"], "layout-key"),
        (["build", SMALL, "--set", "text.fill=sideways"], "layout-value"),
        (["build", SMALL, "-o", "nowhere/at/all.pdf"], "folder-missing"),
        (["compose", "nowhere.txt"], "unreadable-file"),
        (["compose", "conftest.py", "--measure", "wide"], "length-unreadable"),
        (["compose", "conftest.py", "--indent", "wide"], "length-unreadable"),
        (["compose", "conftest.py", "--style", "nothing"], "style-unknown"),
    ],
)
def test_wrong_usage_and_paths_exit_with_2_and_name_the_rule(
    arguments: list[str], rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("zh", "en"):
        assert main([*arguments, "--lang", language]) == 2
        said = capsys.readouterr()
        list_, other = (said.err, said.out) if arguments[0] == "compose" else (said.out, said.err)
        assert f" {rule}: " in list_
        assert other == ""


def test_a_fault_of_ours_exits_with_3_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: object) -> Outcome:
        raise RuntimeError("boom")

    monkeypatch.setattr("huozi.commands.schema.run", break_down)
    assert main(["schema", "--lang", "en"]) == 3
    said = capsys.readouterr().err
    assert "boom" in said
    assert "a fault of Huozi" in said


def test_an_interrupt_exits_as_shells_expect(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr("huozi.commands.schema.run", interrupt)
    assert main(["schema"]) == 130


def test_exit_codes_are_those_of_the_epilogue() -> None:
    assert (Exit.DONE, Exit.FINDINGS, Exit.USAGE, Exit.OUR_FAULT) == (0, 1, 2, 3)
    assert (cli.USAGE, cli.OUR_FAULT) == (2, 3)
    for code in Exit:
        assert f"{code:d} " in cli.EPILOG.splitlines()[0]


@pytest.mark.parametrize(
    ("terminal", "seconds", "said"),
    [(True, 1.5, "setting and making up …\n"), (True, 0.5, ""), (False, 1.5, "")],
)
def test_progress_is_told_to_a_terminal_alone_and_after_a_second(
    terminal: bool, seconds: float, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([100.0, 100.0 + seconds])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    cli._progress("en")("set")
    assert capsys.readouterr().err == said


def test_every_stage_that_is_told_has_its_words() -> None:
    assert set(cli.STAGES) == {"read", "set", "write", "import"}


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_reader_that_goes_away_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    done = run("schema", output=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_text_comes_from_the_standard_input() -> None:
    done = run("compose", "-", "--layout", "square", "--format", "json", given="甲乙".encode())
    assert done.returncode == 0
    assert [line["text"] for line in json.loads(done.stdout)["paragraphs"][0]["lines"]] == ["甲乙"]


def test_version_and_help_come_without_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--version", "--help"):
        with pytest.raises(SystemExit) as caught:
            main([option])
        assert caught.value.code == 0
        assert "huozi" in capsys.readouterr().out


@pytest.mark.parametrize("command", list(cli.COMMANDS))
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert "--lang" in capsys.readouterr().out


def test_import_refuses_a_folder_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "text.txt"
    source.write_text("# 没有什么可看的\n", encoding="utf-8")
    (tmp_path / "issue").mkdir()
    (tmp_path / "issue" / "kept.txt").write_text("kept", encoding="utf-8")
    assert main(["import", str(source), "-o", str(tmp_path / "issue")]) == 2
    assert capsys.readouterr().err
    assert (tmp_path / "issue" / "kept.txt").read_text(encoding="utf-8") == "kept"


# ------------------------------------------------------------------ streams that are closed, texts too long


@pytest.mark.skipif(os.name == "nt", reason="a shell of another kind")
@pytest.mark.parametrize(
    ("arguments", "closed", "code"),
    [
        (f"build {SMALL} -o OUT", "2>&-", 0),
        (f"build {SMALL} -o OUT", "2>&- >&- <&-", 0),
        ("build nowhere", "2>&-", 2),
        ("check nowhere", "2>&-", 2),
        ("compose conftest.py", "2>&-", 0),
        ("schema", ">&-", 2),
        ("compose -", "<&-", 2),
    ],
)
def test_a_closed_stream_is_no_fault_of_ours(arguments: str, closed: str, code: int, tmp_path: Path) -> None:
    arguments = arguments.replace(SMALL, f"'{SMALL}'").replace("OUT", f"'{tmp_path / 'out.pdf'}'")
    command = f"'{sys.executable}' -m huozi {arguments} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=TESTS, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="this system has no name for the output")
def test_a_file_written_to_the_standard_output_stands_there_alone(tmp_path: Path) -> None:
    done = run("build", SMALL, "-o", "/dev/stdout")
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.endswith(b"%%EOF\n")
    assert "/dev/stdout：共 12 页".encode() in done.stderr
    into = tmp_path / "out.pdf"
    with into.open("wb") as file:
        run("build", SMALL, "-o", str(into), output=file.fileno())
    assert into.read_bytes() == done.stdout


def test_a_text_longer_than_the_limit_is_refused_and_says_so() -> None:
    done = run("compose", "-", "--layout", "square", "--lang", "en", given=b"a " * (2 << 20) + b"a")
    assert done.returncode == 2
    assert b"file-too-large" in done.stderr
    assert done.stdout == b""


def test_bytes_that_are_no_text_are_refused_at_the_standard_input_too() -> None:
    done = run("compose", "-", "--layout", "square", given="甲".encode() * 9 + b"\xed\xa0\x80")
    assert done.returncode == 1
    assert b"bad-utf8" in done.stderr
    assert "甲".encode() in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_what_the_output_cannot_write_is_written_as_its_number(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "huozi", "compose", "-", "--layout", "square", "--format", "json"],
        input="甲𠮷€".encode(),
        capture_output=True,
        cwd=TESTS,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        check=False,
    )
    assert json.loads(done.stdout.decode(encoding))["paragraphs"][0]["lines"][0]["text"] == "甲𠮷€"


@pytest.mark.parametrize("value", ["2", "-2", "x"])
def test_looseness_is_a_line_less_or_more(value: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["compose", "conftest.py", "--looseness", value])
    assert caught.value.code == 2


# ------------------------------------------------------------------ consoles that cannot write everything

CONSOLES = ("gbk", "cp936", "gb2312", "big5", "ascii", "cp1252", "latin-1")


def on_a_console(encoding: str, *arguments: str, cwd: Path = TESTS) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "huozi", *arguments],
        capture_output=True,
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


@pytest.mark.slow
@pytest.mark.parametrize("encoding", CONSOLES)
def test_no_console_breaks_a_command(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "怪.txt").write_text("国½𠮷–•ñ\u202e💡。\n", encoding="utf-8")
    odd = str(tmp_path / "怪.txt")
    for arguments, codes in (
        (["--help"], {0}),
        (["build", "--help"], {0}),
        (["new", "journal", "--help"], {0}),
        (["schema", "keys"], {0}),
        (["compose", odd], {0, 1}),
        (["compose", odd, "--format", "json"], {0, 1}),
        (["check", SMALL], {0}),
        (["check", SMALL, "--format", "json"], {0}),
        (["check", str(tmp_path / "没有–💡")], {2}),
        (["build", SMALL, "-o", str(tmp_path / "样–💡.pdf")], {0}),
        (["new", "journal", str(tmp_path / "刊–💡")], {0}),
    ):
        assert on_a_console(encoding, *arguments)[0] in codes, arguments


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("gbk", "没有这个文件夹"),
        ("utf-8", "没有这个文件夹"),
        ("big5", "no such folder"),
        ("ascii", "no such folder"),
        ("cp1252", "no such folder"),
    ],
)
def test_messages_are_in_a_language_that_the_console_can_write(encoding: str, said: str) -> None:
    assert said in "".join(on_a_console(encoding, "check", "nowhere")[1:])
    assert "没有这个文件夹" in "".join(on_a_console("utf-8", "check", "nowhere", "--lang", "zh")[1:])


VIEWER = """
import os

def held(source, target, **_):
    raise PermissionError(13, "Access is denied", source, 5, target)

os.replace = held
from huozi.cli import run
run()
"""


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_pdf_that_a_viewer_holds_is_told_with_its_name_and_what_to_do(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "样刊.pdf"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", VIEWER, "build", SMALL, "-o", str(path)],
        capture_output=True,
        cwd=TESTS,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        check=False,
    )
    said = (done.stdout + done.stderr).decode(encoding)
    assert done.returncode == 2
    assert "样刊.pdf" in said and "阅读器" in said and "-o" in said
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["样刊.pdf"]
