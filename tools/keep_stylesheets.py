"""Keep the stylesheets of shipped layouts, as Python modules, when the wheel is made (``huozi.style.kept`` finds them).

    python tools/keep_stylesheets.py FOLDER

It is a build hook of hatchling too (``[tool.hatch.build.targets.wheel.hooks.custom]``), which puts the modules into the
wheel. An editable install and a checkout have none: there the layouts are read.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parents[1]
HEAD = '"""The layout {layout}, resolved. Made by tools/keep_stylesheets.py; nobody edits it by hand."""\n'


class Source:
    """Values as Python source: each different record once, as a variable, in an order in which they can be made."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files
        self.imports: set[tuple[str, str]] = set()
        self.lines: list[str] = []
        self._known: dict[tuple[type, Any], str] = {}

    def of(self, value: Any) -> str:
        """The source of a value; raises ``TypeError`` for what is no value of a stylesheet."""
        match value:
            case None | bool() | int() | str():
                return repr(value)
            case Enum():
                self.imports.add((type(value).__module__, type(value).__name__))
                return f"{type(value).__name__}.{value.name}"
            case dict():
                return "{" + ", ".join(f"{self.of(key)}: {self.of(each)}" for key, each in value.items()) + "}"
            case tuple():
                return self._tuple(value)
            case _:
                raise TypeError(f"no value of a stylesheet: {value!r}")

    def _tuple(self, value: tuple[Any, ...]) -> str:
        kind = type(value)
        if kind is tuple:
            inside = "".join(f"{self.of(each)}, " for each in value)
            return f"({inside.strip()})"
        if kind.__name__ == "Span" and value[0] in self.files:
            name, line, column = self.files[value[0]], value[1], value[2]
            return f"at({name!r}, {line}, {column})"
        made = f"{kind.__name__}({', '.join(map(self.of, value))})"
        key = (kind, made)
        if key not in self._known:
            self.imports.add((kind.__module__, kind.__name__))
            self._known[key] = f"v{len(self._known)}"
            self.lines.append(f"    {self._known[key]} = {made}\n")
        return self._known[key]


def source_of(layout: str) -> str:
    """The module of a shipped layout; raises ``ValueError`` where the layout has findings, which none may have."""
    from huozi import __version__
    from huozi.diagnostics import Findings, Span
    from huozi.style.house import House
    from huozi.style.kept import digest_of_file
    from huozi.style.load import load_stylesheet, read_chain

    house = House((str(ROOT / "layout"),), (str(ROOT / "fonts"),))
    findings = Findings()
    sheet = load_stylesheet(layout, house, (), findings)
    if len(findings):
        raise ValueError(f"{layout} has findings")
    paths, _ = read_chain(layout, Span(layout), house, findings)
    source = Source({path: Path(path).stem for path in paths})
    profile = Path(sheet.colour.profile).name
    made = source.of(sheet._replace(colour=sheet.colour._replace(profile="")))
    chain = tuple((Path(path).stem, digest_of_file(path)) for path in paths)
    lines = [
        HEAD.format(layout=layout),
        *sorted(f"from {module} import {name}\n" for module, name in source.imports),
        f"\nVERSION = {__version__!r}\nCHAIN = {chain!r}\nPROFILE = {profile!r}\n",
        "\n\ndef sheet(at, profile):\n",
        *source.lines,
        f"    made = {made}\n",
        "    return made._replace(colour=made.colour._replace(profile=profile))\n",
    ]
    return "".join(lines)


def keep(folder: Path) -> Iterator[Path]:
    """Write the modules of all shipped layouts, and of the package they are in; gives the files."""
    from huozi.style.kept import module_name

    folder.mkdir(parents=True, exist_ok=True)
    sources = {module_name(path.stem): source_of(path.stem) for path in sorted((ROOT / "layout").glob("*.yaml"))}
    sources["__init__"] = '"""Shipped layouts, resolved when the wheel was made."""\n'
    for name, text in sources.items():
        path = folder / f"{name}.py"
        path.write_text(text, encoding="utf-8", newline="\n")
        yield path


class KeepStylesheets(BuildHookInterface):  # type: ignore[type-arg]  # whatever its configuration
    """Puts the modules into a wheel that is no editable install's."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the modules in a folder that lasts until the wheel is written."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT / "src"))
        self._folder = tempfile.TemporaryDirectory()
        for path in keep(Path(self._folder.name)):
            build_data["force_include"][str(path)] = f"huozi/kept/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the folder down."""
        if version != "editable":
            self._folder.cleanup()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    print(*keep(Path(sys.argv[1])), sep="\n")
