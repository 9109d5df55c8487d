"""Kept stylesheets: shipped layouts as they resolve, made when the wheel is made, so that a build need not read them.

Reading and resolving a layout takes longer than reading the manuscripts of an issue, and most issues have a shipped
one. What is kept is found again by the bytes of the layout's files and the program's version: a layout that a house has
changed, one of its own, keys set on the command line and a checkout take the long way, :mod:`huozi.style.load`, with
the same outcome. Kept are layouts without findings alone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from huozi import __version__
from huozi.diagnostics import Findings, Span
from huozi.digests import blake2b
from huozi.style.house import SUFFIX, House, folder_with, icc_folders, shipped_root
from huozi.style.model import Stylesheet

PACKAGE = "huozi.kept"
"""Where the wheel has them: a module a layout, with ``VERSION``, ``CHAIN`` and ``sheet(at, profile)``.

``CHAIN`` are the names of the layout and of all it extends, each with the digest of its file. ``at(name, line,
column)`` gives places in them, and ``profile`` is the path of the output intent's profile.
"""


def stylesheet_of(
    layout: str,
    house: House,
    overrides: Sequence[tuple[str, str]] = (),
    findings: Findings | None = None,
    asked: Span | None = None,
) -> Stylesheet:
    """The layout of a name, resolved: the kept one where there is one, else as :func:`load.load_stylesheet` does it."""
    sheet = None if overrides else kept_stylesheet(layout, house)
    if sheet is not None:
        return sheet
    from huozi.style.load import load_stylesheet  # a kept layout does without

    return load_stylesheet(layout, house, overrides, findings, asked)


def kept_stylesheet(layout: str, house: House) -> Stylesheet | None:
    """The kept stylesheet of a layout; ``None`` where none is kept of just these files, fonts and program."""
    try:
        kept: Any = import_module(f"{PACKAGE}.{module_name(layout)}")
        files = {name: os.path.join(folder_with(name + SUFFIX, house.layouts), name + SUFFIX) for name, _ in kept.CHAIN}
        if __version__ != kept.VERSION or any(digest_of_file(files[name]) != digest for name, digest in kept.CHAIN):
            return None
        icc = folder_with(kept.PROFILE, icc_folders(house))
        if not icc or not same_fonts(house):
            return None
        profile = os.path.join(icc, kept.PROFILE)
        sheet: Stylesheet = kept.sheet(lambda name, line, column: Span(files[name], line, column), profile)
    except Exception:  # whatever is amiss with it, the long way says what there is to say
        return None
    return sheet


def module_name(layout: str) -> str:
    """The name of the module in which a layout is kept."""
    return "".join(each if each.isalnum() and each.isascii() else f"_{ord(each):x}_" for each in layout)


def digest_of_file(path: str) -> str:
    """A digest of a file's bytes."""
    with open(path, "rb") as file:
        return blake2b(file.read(), digest_size=16).hexdigest()


def same_fonts(house: House) -> bool:
    """Whether a house has no fonts of its own besides the shipped ones: which files set a role is then known."""
    shipped = os.path.join(shipped_root(), "fonts")
    known = sizes_of_files(shipped)
    own = (folder for folder in house.fonts if os.path.realpath(folder) != os.path.realpath(shipped))
    return all(sizes_of_files(folder).items() <= known.items() for folder in own)


def sizes_of_files(folder: str) -> dict[str, int]:
    """The files of a folder by name, each with its size; none where there is no such folder."""
    if not os.path.isdir(folder):
        return {}
    with os.scandir(folder) as entries:
        return {entry.name: entry.stat().st_size for entry in entries if entry.is_file()}
