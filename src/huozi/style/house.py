"""The house: the folders in which layouts, colour profiles and fonts are looked for."""

from __future__ import annotations

from pathlib import Path

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
    at = Path(folder).resolve()
    own = [root for root in (at, *at.parents) if (root / "layout").is_dir()][:1]
    roots = [shown_path(root) for root in dict.fromkeys((*own, shipped_root()))]
    return House(tuple(str(root / "layout") for root in roots), tuple(str(root / "fonts") for root in roots))


def shipped_root() -> Path:
    """The folder of the layouts and fonts shipped with Huozi: in the package, or above ``src`` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "house"
    return installed if installed.is_dir() else package.parent.parent


def shown_path(path: Path) -> Path:
    """A path as people name it: from where they stand, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def folder_with(name: str, folders: tuple[str, ...]) -> str:
    """The first folder that holds a file; empty where none does."""
    return next((folder for folder in folders if Path(folder, name).is_file()), "")


def layout_names(house: House) -> list[str]:
    """The layouts there are, in the order of their names."""
    folders = (Path(folder) for folder in house.layouts)
    return sorted({file.stem for folder in folders if folder.is_dir() for file in folder.glob(f"*{SUFFIX}")})
