"""The folder that a run's files go to: one an issue, in which nothing of an earlier run is taken for the new one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from huozi.commands.destinations import is_source
from huozi.commands.file_places import ISSUE_FILE
from huozi.output.files import make_folder, refusal, remove, write_together
from huozi.style.house import find_house

USUAL = os.path.join("build", "ci")
"""Where it is where nobody says: from the top of the repository."""

_OURS = re.compile(r"(?:print|proof|diff|report)\.(?:pdf|html|csv|json)|(?:pages|before)/[0-9]{2,}-[\w-]{1,60}\.png")
"""Files that steps make. Nothing else is ever removed."""


def may_hold(folder: str, issues: Iterable[str], names: Iterable[str]) -> bool:
    """Whether files of a run over issues may go to a folder: not among what these are made of, nor into one of them."""
    for issue in issues:
        house = find_house(issue)
        rooms = (*house.layouts, *house.fonts)
        if is_source(issue, folder) or any(_is_in(folder, room) for room in rooms):
            return False
    return not any(os.path.lexists(os.path.join(folder, name, ISSUE_FILE)) for name in names)


def _is_in(path: str, folder: str) -> bool:
    place, room = os.path.realpath(path), os.path.realpath(folder)
    return place == room or place.startswith(room + os.sep)


def put(folder: str, files: Mapping[str, bytes]) -> None:
    """Put an issue's files (by their names, ``/`` between parts) into its folder, all or none.

    What earlier runs left there and this one has not made goes. Raises ``OutputError``.
    """
    targets = {os.path.join(folder, *name.split("/")): data for name, data in files.items()}
    for room in dict.fromkeys((folder, *map(os.path.dirname, targets))):
        make_folder(room)
    write_together(targets)
    try:
        for name in list(_left_from_before(folder)):
            if name not in files:
                remove(os.path.join(folder, *name.split("/")))
        for room in ("pages", "before"):
            with suppress(OSError):  # not there, or not empty
                os.rmdir(os.path.join(folder, room))
    except OSError as error:
        raise refusal(folder, error) from error


def _left_from_before(folder: str) -> Iterable[str]:
    """The names of files in an issue's folder that steps have made."""
    for room in ("", "pages", "before"):
        inside = os.path.join(folder, room)
        names = os.listdir(inside) if os.path.isdir(inside) else []
        yield from (name for each in names if _OURS.fullmatch(name := f"{room}/{each}" if room else each))
