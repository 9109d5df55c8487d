"""README and ARCHITECTURE name what there is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from huozi.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^):]+)\)", re.sub(r"`[^`\n]*`", "", README + ARCHITECTURE))  # in code none is a link
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make(?: PYTHON=\S+)? ([a-z]+)", README, re.MULTILINE))
    assert named
    assert named <= targets


def test_every_command_is_named_and_every_command_named_exists() -> None:
    assert set(re.findall(r"^huozi (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_the_directions_of_import_are_told_as_they_are_held() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = [layer for layer in layers if not layer.startswith("__")]
    told = re.search(r"^`(cli ›.*?)`$", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert told is not None
    assert " ".join(told[1].split()) == " › ".join(rooms)


def test_rooms_named_exist_and_all_are_named() -> None:
    source = ROOT / "src" / "huozi"
    rooms = {path.name.removesuffix(".py") for path in source.iterdir() if not path.name.startswith(("_", "py.typed"))}
    table = ARCHITECTURE.partition("## Rooms")[2].partition("Imports go one way")[0]
    first_column = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    assert {name.removesuffix(".py").removesuffix("/") for name in re.findall(r"`([^`]+)`", first_column)} == rooms
