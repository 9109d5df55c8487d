"""A folder of pictures, all of one run: the new ones take the place of the old together.

They are written into a folder of their own inside, and moved to their places when the last is whole: a disk that is
full in between leaves the earlier pictures as they were. What earlier runs made and this one does not is removed then;
ours are known by name and by a mark in the file (``png.OURS``), and nothing else is touched.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress

from huozi.output.errors import OutputError
from huozi.output.files import is_abandoned, make_folder, put_in_place, refusal, remove, write_whole
from huozi.output.pictures.png import HEAD, is_ours
from huozi.records import NamedTuple

OUR_NAME = re.compile(r"[0-9]{2,}-[\w-]{1,40}\.png")
"""Names that :func:`picture_name` gives."""

STAGE = re.compile(r"\.pictures\.huozi-(?P<process>[0-9]+)\.tmp")
"""The folder that a run writes into."""

LONGEST_LABEL = 40
"""Characters of a label that a name holds: Han take three bytes, and a name has 255."""


class NamedPicture(NamedTuple):
    """A file's name within the folder, and what goes into it."""

    name: str
    png: bytes


def picture_name(number: int, count: int, label: str) -> str:
    """The file's name of a page, by its number among so many and its label; safe on every system, in the pages' order.

    >>> picture_name(1, 30, "封一"), picture_name(3, 120, "1"), picture_name(4, 9, "附/录:*")
    ('01-封一.png', '003-1.png', '04-附_录.png')
    """
    digits = max(len(str(count)), 2)
    plain = re.sub(r"[^\w-]+", "_", unicodedata.normalize("NFC", label))[:LONGEST_LABEL].strip("_")
    return f"{number:0{digits}d}-{plain or 'page'}.png"


def write_pictures(folder: str, pictures: Iterable[NamedPicture]) -> tuple[str, ...]:
    """Put pictures into a folder, one after the other as they are made; gives the paths of all.

    The folder is made where it is missing. Raises ``OutputError`` where one cannot be written: then all that was in the
    folder still is. What making a picture raises leaves it so too.
    """
    make_folder(folder)
    stage = os.path.join(folder, f".pictures.huozi-{os.getpid()}.tmp")
    try:
        _remove_stages(folder, stage)
        os.mkdir(stage)
    except OSError as error:
        raise refusal(os.path.join(folder, "*.png"), error) from error
    try:
        names = []
        for name, png in pictures:
            _write(stage, folder, name, png)
            names.append(name)
        try:
            for name in names:
                place = os.path.join(folder, name)
                put_in_place(os.path.join(stage, name), place, place)
            for path in _ours(folder):
                if os.path.basename(path) not in names:
                    remove(path)
        except OSError as error:
            raise refusal(error.filename2 or error.filename or folder, error) from error
        return tuple(os.path.join(folder, name) for name in names)
    finally:
        _remove_stage(stage)


def _write(stage: str, folder: str, name: str, png: bytes) -> None:
    """Write a picture into the stage; what the system says against it is said of its place in the folder."""
    try:
        write_whole(os.path.join(stage, name), png)
    except OutputError as error:
        if isinstance(error.__cause__, OSError):
            raise refusal(os.path.join(folder, name), error.__cause__) from error
        raise


def _ours(folder: str) -> Iterator[str]:
    """The pictures in a folder that this program has made."""
    with os.scandir(folder) as entries:
        named = [each for each in entries if OUR_NAME.fullmatch(each.name) and each.is_file(follow_symlinks=False)]
    for entry in named:
        with open(entry.path, "rb") as file:
            if is_ours(file.read(HEAD)):
                yield entry.path


def _remove_stages(folder: str, own: str) -> None:
    """Remove what killed runs have left; a run of this process before it is one of them."""
    with os.scandir(folder) as entries:
        found = [(each, match) for each in entries if (match := STAGE.fullmatch(each.name))]
    for entry, match in found:
        if entry.path == own or is_abandoned(entry, int(match["process"])):
            _remove_stage(entry.path)


def _remove_stage(stage: str) -> None:
    """Remove a folder that was written into, as far as it holds pictures."""
    if os.path.islink(stage) or not os.path.isdir(stage):
        return
    with suppress(OSError):
        for name in os.listdir(stage):
            if name.endswith((".png", ".tmp")):
                remove(os.path.join(stage, name))
        os.rmdir(stage)
