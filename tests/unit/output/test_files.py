"""Files are written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from huozi.diagnostics import Severity
from huozi.messages import render, severity
from huozi.output.errors import OutputError
from huozi.output.files import STALE, write_together, write_whole

POSIX = pytest.mark.skipif(os.name == "nt", reason="processes cannot be asked for on Windows")


def rules(path: Path, data: bytes = b"new") -> list[str]:
    with pytest.raises(OutputError) as caught:
        write_whole(path, data)
    for found in caught.value.findings:
        assert severity(found) is Severity.ERROR
        assert str(path) in render(found) and render(found, "en")
    return [found.rule for found in caught.value.findings]


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["print.pdf"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert rules(tmp_path / "none" / "print.pdf") == ["folder-missing"]


def test_a_file_for_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    assert rules(tmp_path / "build" / "print.pdf") == ["folder-missing"]


def test_a_folder_in_the_file_s_place_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "print.pdf").mkdir()
    assert rules(tmp_path / "print.pdf") == ["place-is-folder"]
    assert os.listdir(tmp_path) == ["print.pdf"]


def test_a_closed_folder_is_named_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    path.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write anywhere")
        assert rules(path) == ["not-writable"]
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"old"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for 64 kB."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small file system")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(small_disk: Path) -> None:
    path = small_disk / "print.pdf"
    write_whole(path, b"old")
    assert rules(path, bytes(1_000_000)) == ["disk-full"]
    assert path.read_bytes() == b"old"
    assert os.listdir(small_disk) == ["print.pdf"]


def test_files_are_put_together_or_not_at_all(small_disk: Path) -> None:
    paths = {name: str(small_disk / name) for name in ("a", "b")}
    write_together({paths["a"]: b"old", paths["b"]: b"old"})
    with pytest.raises(OutputError) as caught:
        write_together({paths["a"]: b"new", paths["b"]: bytes(1_000_000)})
    assert [(item.rule, item.span.file) for item in caught.value.findings] == [("disk-full", paths["b"])]
    assert [Path(path).read_bytes() for path in paths.values()] == [b"old", b"old"]
    assert sorted(os.listdir(small_disk)) == ["a", "b"]
    write_together({paths["a"]: b"new"})
    assert [Path(path).read_bytes() for path in paths.values()] == [b"new", b"old"]


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "print.pdf", b"new")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_a_file_that_a_viewer_holds_is_named_and_stays(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "样刊.pdf"
    path.write_bytes(b"old")

    def held(source: str, target: str) -> None:
        raise OSError(number, "used by another process", source, 32, target)

    monkeypatch.setattr(os, "replace", held)
    assert rules(path) == ["file-held"]
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["样刊.pdf"]
    with pytest.raises(OutputError) as caught:
        write_whole(path, b"new")
    assert "样刊.pdf 换不成新的" in render(caught.value.findings[0])


def test_a_new_file_that_cannot_be_put_in_place_is_held_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(source: str, target: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", source, None, target)

    monkeypatch.setattr(os, "replace", refuses)
    assert rules(tmp_path / "print.pdf") == ["not-writable"]
    assert os.listdir(tmp_path) == []


HANGING = """
import os, sys, time
from pathlib import Path
from huozi.output.files import write_whole

def hang(number):
    Path(sys.argv[2]).touch()
    time.sleep(60)

os.fsync = hang
write_whole(sys.argv[1], b"new" * 100_000)
"""


def killed_write(path: Path, flag: Path) -> None:
    """Write in another process and kill it when the data is out but not in place."""
    with subprocess.Popen([sys.executable, "-c", HANGING, str(path), str(flag)]) as process:
        deadline = time.monotonic() + 30
        while not flag.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert flag.exists()


@POSIX
def test_a_killed_run_leaves_the_old_file_whole_and_the_next_run_cleans_up(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    folder.mkdir()
    path = folder / "print.pdf"
    write_whole(path, b"old")
    killed_write(path, tmp_path / "flag")
    assert path.read_bytes() == b"old"
    assert len(os.listdir(folder)) == 2
    write_whole(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert os.listdir(folder) == ["print.pdf"]


def leftover(folder: Path, process: int, *, age: float = 0) -> Path:
    path = folder / f".print.pdf.huozi-{process}.tmp"
    path.write_bytes(b"half")
    os.utime(path, (time.time() - age,) * 2)
    return path


@POSIX
def test_another_run_at_work_is_left_alone(tmp_path: Path) -> None:
    theirs = leftover(tmp_path, os.getppid())
    write_whole(tmp_path / "print.pdf", b"new")
    assert theirs.exists()


def test_what_is_a_day_old_is_nobody_s(tmp_path: Path) -> None:
    old = leftover(tmp_path, os.getppid(), age=STALE + 60)
    write_whole(tmp_path / "print.pdf", b"new")
    assert not old.exists()


def test_files_that_are_not_ours_are_left_alone(tmp_path: Path) -> None:
    others = [".print.pdf.swp", ".print.pdf.huozi-x.tmp", ".proof.pdf.huozi-999999999.tmp", "print.pdf.huozi-1.tmp"]
    for name in others:
        (tmp_path / name).write_bytes(b"")
    write_whole(tmp_path / "print.pdf", b"new")
    assert sorted(os.listdir(tmp_path)) == sorted([*others, "print.pdf"])


def test_a_link_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "shared" / "print.pdf", tmp_path / "print.pdf"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert os.listdir(real.parent) == ["print.pdf"]


def test_the_new_file_has_the_permissions_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes by name")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(path, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert not path.is_file()
    assert os.listdir(tmp_path) == ["pipe"]


@POSIX
def test_what_a_shell_has_opened_is_written_to() -> None:
    reader, writer = os.pipe()
    write_whole(f"/dev/fd/{writer}", b"new")
    os.close(writer)
    assert os.read(reader, 10) == b"new"
    os.close(reader)
