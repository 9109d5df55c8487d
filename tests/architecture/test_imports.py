"""The directions of import, and what a build must not load: the contracts stand in pyproject.toml."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = ROOT / "issue" / "specimen"
HEAVY = (
    "PIL.ImageCms",
    "PIL.ImageFile",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "PIL.TiffImagePlugin",
    "PIL.WebPImagePlugin",
    "asyncio",
    "difflib",
    "email",
    "fontTools",
    "http",
    "csv",
    "huozi.content.importers",
    "huozi.inspection",
    "huozi.output.pictures",
    "huozi.pictures.colours",
    "huozi.pictures.drawing",
    "huozi.pictures.rasters",
    "huozi.report",
    "huozi.reviews",
    "huozi.revisions",
    "huozi.rounds",
    "huozi.sheets",
    "budoux",
    "huozi.paragraph.breaking.hyphenation",
    "huozi.style.reference",
    "huozi.style.schema",
    "importlib.metadata",
    "json",
    "logging",
    "lxml",
    "markdown_it",
    "multiprocessing",
    "numpy",
    "pikepdf",
    "pydantic",
    "pyphen",
    "pypdfium2",
    "socket",
    "ssl",
    "subprocess",
    "typst",
    "unittest",
    "urllib.request",
    "xml",
)
"""What takes long to import and no build of text needs: start-up is half of its time.

(``PIL.Image`` itself is imported by reportlab; the formats of pictures are not.)
"""

HYPHENATION = {"huozi.paragraph.breaking.hyphenation", "pyphen", "pyphen.dictionaries"}
"""What a paragraph loads whose style lets words be parted."""

RARE = (
    "huozi.blocks.definitions",
    "huozi.blocks.dialogue",
    "huozi.blocks.lists",
    "huozi.blocks.marked",
    "huozi.blocks.quotes",
    "huozi.blocks.styled",
    "huozi.blocks.tables",
    "huozi.blocks.verse",
    "huozi.commands.printed_pictures",
    "huozi.content.attributes",
    "huozi.content.boxes",
    "huozi.content.code_blocks",
    "huozi.content.csv_files",
    "huozi.content.divs",
    "huozi.content.figures",
    "huozi.content.headings",
    "huozi.content.hints",
    "huozi.content.matter",
    "huozi.content.references",
    "huozi.content.structures",
    "huozi.content.table_grid",
    "huozi.content.table_words",
    "huozi.content.tables",
    "huozi.content.wishes",
    "huozi.content.yaml_tables",
    "huozi.paragraph.lines.decorate",
    "huozi.pictures.shelf",
)
"""What only an article with lists, styles, marked text or pictures loads."""

CORNERS = (
    "ast",
    "bz2",
    "gettext",
    "inspect",
    "ipaddress",
    "locale",
    "lzma",
    "pathlib",
    "platform",
    "reportlab.lib.rl_safe_eval",
    "shutil",
    "urllib.parse",
    "yaml.constructor",
    "yaml.reader",
    "yaml.resolver",
)
"""What libraries import and use in a corner that no build comes to (``huozi.imports``)."""

OF_NAMED_TUPLES = {"ast"} if sys.version_info >= (3, 14) else set()
"""What Python itself uses for the named tuples of HarfBuzz's binding."""

PLAIN_SECTION, ESSAY = "付印", "mo-xiang"
"""A section of the specimen whose articles are paragraphs and headings alone, but for the essay at its end."""

BUILD = """
import sys
from huozi.imports import process_is_ours
process_is_ours()
from huozi.cli import main
code = main(sys.argv[1:])
print(*sys.modules, sep="\\n")
sys.exit(code)
"""


def modules_loaded_by_a_build(issue: Path, output: Path) -> list[str]:
    """The names of all modules that are there after a build in a process of its own."""
    command = [sys.executable, "-c", BUILD, "build", str(issue), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.split()


def test_imports_go_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run(
        [*command, "--no-cache"],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def loaded_of(loaded: Iterable[str], modules: Iterable[str]) -> set[str]:
    """Those loaded that are among modules, or inside of one."""
    return {name for name in loaded if f"{name}.".startswith(tuple(f"{module}." for module in modules))}


PHRASES = ("budoux", "json")
"""What tells phrases apart, for titles that no mark parts where they turn over; the specimen has some."""


def test_a_build_loads_nothing_heavy(tmp_path: Path) -> None:
    modules_loaded_by_a_build(SPECIMEN, tmp_path / "print.pdf")  # what its pictures become is kept from now on
    loaded = modules_loaded_by_a_build(SPECIMEN, tmp_path / "print.pdf")
    assert "huozi.output.pdf.document" in loaded
    assert loaded_of(loaded, HEAVY) - loaded_of(loaded, PHRASES) == HYPHENATION


def test_plain_text_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    contents = yaml.safe_load((SPECIMEN / "issue.yaml").read_text("utf-8"))
    contents = {key: value for key, value in contents.items() if key not in ("cover", "fillers")}
    contents["contents"] = [row for row in contents["contents"] if row["section"] == PLAIN_SECTION]
    contents["contents"][0]["articles"].remove(ESSAY)
    issue = tmp_path / "issue" / "plain"
    (issue / "articles").mkdir(parents=True)
    (issue / "issue.yaml").write_text(yaml.safe_dump(contents, allow_unicode=True), "utf-8")
    for name in contents["contents"][0]["articles"]:
        (article,) = (SPECIMEN / "articles").glob(f"[0-9][0-9]-{name}.md")
        shutil.copy(article, issue / "articles")
    for folder in ("layout", "fonts"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    loaded = modules_loaded_by_a_build(issue, tmp_path / "print.pdf")
    assert "huozi.output.pdf.document" in loaded
    assert loaded_of(loaded, (*HEAVY, *RARE, *CORNERS)) - OF_NAMED_TUPLES == set()
