"""The house: the folders in which layouts, colour profiles and fonts are looked for."""

from __future__ import annotations

import os
from collections.abc import Iterator

from huozi.records import NamedTuple

SUFFIX = ".yaml"


class House(NamedTuple):
    """Folders searched for layouts and for fonts: the house's own first, then the shipped ones."""

    layouts: tuple[str, ...]
    fonts: tuple[str, ...]


def find_house(folder: str) -> House:
    """The house that a folder (an issue's) stands in, then the shipped one.

    A house is the nearest folder upwards that holds ``layout/``; its ``fonts/`` is its own too.
    """
    own = [root for root in upwards(os.path.realpath(folder)) if os.path.isdir(os.path.join(root, "layout"))][:1]
    roots = [shown_path(root) for root in dict.fromkeys((*own, shipped_root()))]
    layouts, fonts = (tuple(os.path.join(root, room) for root in roots) for room in ("layout", "fonts"))
    return House(layouts, fonts)


def upwards(folder: str) -> Iterator[str]:
    """A folder, the one it lies in, and so on up to the root."""
    yield folder
    while (above := os.path.dirname(folder)) != folder:
        folder = above
        yield folder


def shipped_root() -> str:
    """The folder of the layouts and fonts shipped with Huozi: in the package, or above ``src`` in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    installed = os.path.join(package, "house")
    return installed if os.path.isdir(installed) else os.path.dirname(os.path.dirname(package))


def is_shipped(path: str) -> bool:
    """Whether a file is one shipped with Huozi, which nobody is sent to for what is theirs."""
    return shipped_root() in upwards(os.path.realpath(path))


def shown_path(path: str) -> str:
    """A path as people name it: from where they stand, where it lies below."""
    here = os.getcwd()
    if here not in upwards(path):
        return path
    return "" if path == here else os.path.relpath(path, here)


def folder_with(name: str, folders: tuple[str, ...]) -> str:
    """The first folder that holds a file; empty where none does."""
    return next((folder for folder in folders if os.path.isfile(os.path.join(folder, name))), "")


def icc_folders(house: House) -> tuple[str, ...]:
    """Where colour profiles are looked for."""
    return tuple(os.path.join(folder, "icc") for folder in house.layouts)


def layout_names(house: House) -> list[str]:
    """The layouts there are, in the order of their names."""
    files = (name for folder in house.layouts if os.path.isdir(folder) for name in os.listdir(folder))
    return sorted({name.removesuffix(SUFFIX) for name in files if name.endswith(SUFFIX)})
