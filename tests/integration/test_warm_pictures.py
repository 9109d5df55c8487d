"""A build that finds its pictures made loads nothing that makes them, and writes the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

sys.path.append(str(ROOT / "tools"))
from with_matter import Added, with_matter  # a tool of the repository

MAKERS = (
    *("PIL.ImageCms", "PIL._imagingcms", "PIL.ImageFile", "PIL.JpegImagePlugin", "PIL.PngImagePlugin"),
    *("pikepdf", "typst", "numpy", "huozi.pictures.colours", "huozi.pictures.rasters", "huozi.pictures.profiles"),
)
BUILD = """
import sys
from huozi.imports import process_is_ours
process_is_ours()
from huozi.cli import main
code = main(sys.argv[1:])
import json
print("\\n" + json.dumps(sorted(sys.modules)))
sys.exit(code)
"""


def modules_of_a_build(issue: Path, output: Path) -> set[str]:
    command = [sys.executable, "-c", BUILD, "build", str(issue), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_warm_build_loads_nothing_that_makes_pictures(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    (plain / "articles").mkdir(parents=True)
    sentence = "排字房的灯到了后半夜也不熄，校样一张一张晾在绳子上，等着天亮以后再看一遍。"
    body = "\n\n".join([sentence * 3] * 8)
    (plain / "articles" / "01-lamp.md").write_text(f"---\ntitle: 排字房的灯\n---\n\n{body}\n", "utf-8")
    head = "journal: jiangsu-vc\nyear: 2030\nissue: 3\nserial: 7\ndate: 2030-03-31\n"
    (plain / "issue.yaml").write_text(f"{head}contents:\n  - section: 旧事\n    articles: [lamp]\n", "utf-8")
    issue = with_matter(plain, tmp_path / "with", Added(2, 1, 4), 1)
    first, warm = tmp_path / "first.pdf", tmp_path / "warm.pdf"
    assert modules_of_a_build(issue, first) >= {"PIL._imagingcms", "huozi.pictures.colours"}
    loaded = modules_of_a_build(issue, warm)
    assert "huozi.blocks.tables" in loaded
    assert loaded & set(MAKERS) == set()
    assert first.read_bytes() == warm.read_bytes()
