"""What is shipped: the source package makes the wheel, and the wheel sets an issue where there is nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = ROOT / "issue" / "specimen"
NO_NETWORK = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|NameResolutionError|ProxyError|Network is unreachable"
    r"|Temporary failure in name resolution|getaddrinfo failed|Connection refused"
)
"""What pip says where it reaches no package index."""

REPORT_PARTS = ("report.html", "report.css", "state.js", "pages.js", "entries.js", "keys.js")
TEMPLATES = ("article.md", "gitignore", "issue.yaml", "layout.yaml", "xiayiqi.md", "xiezai-qianmian.md")
"""What ``huozi new`` begins files with."""

BUILD = "import sys; from hatchling import build; print(getattr(build, 'build_' + sys.argv[1])(sys.argv[2]))"


def run(*command: str | Path, cwd: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A finished process, without this checkout on its path."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=surroundings | {"PYTHONIOENCODING": "utf-8"} | settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def made(kind: str, source: Path, target: Path) -> Path:
    """The ``sdist`` or ``wheel`` of a source tree."""
    done = run(sys.executable, "-c", BUILD, kind, target, cwd=source)
    assert done.returncode == 0, done.stdout + done.stderr
    return target / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source package alone."""
    pytest.importorskip("hatchling", reason="hatchling (locks/build.txt) is not installed")
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "tarfile", "-e", made("sdist", ROOT, folder), folder, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (source,) = (path for path in folder.iterdir() if path.is_dir())
    return made("wheel", source, folder)


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``huozi`` in a fresh environment that holds the wheel and what is locked for run time."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (binaries / "python", "-m", "pip", "--disable-pip-version-check", "install", "--no-deps")
    locks = ROOT / "locks" / "runtime.txt"
    done = run(*pip, "--retries", "1", "--timeout", "15", "--require-hashes", "-r", locks, cwd=folder)
    if done.returncode and NO_NETWORK.search(done.stdout + done.stderr):
        pytest.skip("no package index can be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    done = run(*pip, "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return binaries / "huozi"


def test_the_wheel_carries_layouts_fonts_and_licences(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("layout", "fonts", "issue/specimen"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "build" not in path.relative_to(ROOT).parts:
                assert f"huozi/house/{path.relative_to(ROOT).as_posix()}" in carried
    assert "huozi/py.typed" in carried
    assert {f"huozi/new/templates/{name}" for name in TEMPLATES} <= carried
    assert {f"huozi/report/parts/{name}" for name in REPORT_PARTS} <= carried
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in carried)
    assert not [name for name in carried if not name.startswith("huozi")]


def test_the_wheel_sets_an_issue_in_an_empty_folder(command: Path, tmp_path: Path) -> None:
    shutil.copytree(SPECIMEN, tmp_path / "issue", ignore=shutil.ignore_patterns("build"))
    done = run(command, "build", "issue", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    here = tmp_path / "here.pdf"
    done = run(sys.executable, "-m", "huozi", "build", SPECIMEN, "-o", here, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "issue" / "build" / "print.pdf").read_bytes() == here.read_bytes()


BARE = {"HOME": "", "LC_ALL": "C", "LANG": "C"}
"""Surroundings without a home folder, in the locale C."""


def test_the_wheel_carries_the_specimen_for_whoever_asks(command: Path, printed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "期刊 排印"
    folder.mkdir()
    assert run(command, "new", "specimen", "样刊", cwd=folder, **BARE).returncode == 0
    assert run(command, "build", "样刊", "-o", "样刊.pdf", cwd=folder, **BARE).returncode == 0
    assert (folder / "样刊.pdf").read_bytes() == printed.read_bytes()


def test_the_wheel_begins_a_journal_and_its_next_issue(command: Path, tmp_path: Path) -> None:
    for words in (
        ("new", "journal", "我们的 刊", "--name", "我们的刊", "--date", "2026-12-31", "--issue", "12"),
        ("build", "我们的 刊/issue/2026-12"),
        ("new", "issue", "我们的 刊"),
        ("new", "article", "我们的 刊/issue/2027-01", "xinzuo"),
        ("build", "我们的 刊/issue/2027-01"),
    ):
        done = run(command, *words, cwd=tmp_path, **BARE)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "我们的 刊" / "issue" / "2027-01" / "build" / "print.pdf").is_file()


def test_a_house_that_may_not_be_written_is_built_elsewhere(command: Path, printed: Path, tmp_path: Path) -> None:
    house = tmp_path / "house"
    for name in ("layout", "issue"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("build"))
    folders = [house, *(path for path in house.rglob("*") if path.is_dir())]
    before = sorted(house.rglob("*"))
    for path in folders:
        path.chmod(0o555)
    try:
        done = run(command, "build", "house/issue/specimen", "-o", "out.pdf", cwd=tmp_path, **BARE)
    finally:
        for path in folders:
            path.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.pdf").read_bytes() == printed.read_bytes()
    kept = house / "issue" / "specimen" / "build"  # root may write all the same: what is kept of pictures
    made = (path for path in house.rglob("*") if os.geteuid() or kept not in (path, *path.parents))
    assert sorted(made) == before


def test_the_wheel_finds_its_layouts_without_an_issue(command: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("逗号，不在行首。\n", encoding="utf-8")
    done = run(command, "compose", "--measure", "5字", "text.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "逗号，" in done.stdout


KEPT = """
from huozi.style.house import find_house
from huozi.style.kept import kept_stylesheet
from huozi.style.load import load_stylesheet
for layout in ("a4-35x37", "jiangsu-vc", "huozi-specimen", "smoke-two-columns"):
    assert kept_stylesheet(layout, find_house(".")) == load_stylesheet(layout, find_house(".")), layout
print("kept")
"""


def test_the_wheel_keeps_its_layouts_as_they_resolve(command: Path, tmp_path: Path) -> None:
    done = run(command.with_name("python"), "-c", KEPT, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("kept\n", "")
