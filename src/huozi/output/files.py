"""Files written whole or not at all.

A file is written beside its place under a name of its own, flushed to the disk and moved over the old one in one
step: whoever looks, and whenever the process is killed, there is the old file or the new one.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Mapping
from contextlib import suppress

from huozi.diagnostics import Span, finding
from huozi.output.errors import OutputError

STALE = 24 * 60 * 60
"""Seconds after which a temporary file is nobody's, whatever process now bears its number."""

RULES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "not-writable",
    errno.EPERM: "not-writable",
    errno.EROFS: "not-writable",
    errno.ENOENT: "folder-missing",
    errno.ENOTDIR: "folder-missing",
    errno.EISDIR: "place-is-folder",
}
"""The rule for what the system says; ``write-failed`` for what no one thought of."""


HELD = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
"""What the system says where a file can be written beside another, and not put in its place."""


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Put ``data`` at ``path``, whole; the file that was there stays until the new one is, which has its permissions.

    A link leads to the file that is written. A device or a pipe is written to as it is. Raises ``OutputError`` where
    the disk is full, the folder missing or closed to us, or another program holds the file that is there.
    """
    asked = os.fspath(path)
    target = asked if _is_device(asked) else os.path.realpath(asked)
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name}.huozi-{os.getpid()}.tmp")
    try:
        if target == asked and _is_device(target):
            with open(target, "wb") as device:
                device.write(data)
            return
        try:
            _lay_beside(target, temporary, data)
            put_in_place(temporary, target, asked)
        except BaseException:
            remove(temporary)
            raise
    except OSError as error:
        raise refusal(asked, error) from error


def write_together(files: Mapping[str, bytes]) -> None:
    """Put files in their places: none of them before all are whole on the disk.

    Raises ``OutputError`` as :func:`write_whole` does. Where there is no room for one, no file that was there changes.
    """
    beside: dict[str, str] = {}
    asked = ""
    try:
        for asked, data in files.items():  # the name is told where it is refused
            target = os.path.realpath(asked)
            folder, name = os.path.split(target)
            beside[target] = os.path.join(folder, f".{name}.huozi-{os.getpid()}.tmp")
            _lay_beside(target, beside[target], data)
        for asked in files:
            target = os.path.realpath(asked)
            put_in_place(beside[target], target, asked)
    except OSError as error:
        raise refusal(asked, error) from error
    finally:
        for temporary in beside.values():
            remove(temporary)


def _lay_beside(target: str, temporary: str, data: bytes) -> None:
    """Write a file whole beside its place, with the permissions of the one that is there."""
    there = os.stat(target) if os.path.exists(target) else None
    remove_stale(target)
    with open(temporary, "wb") as file:
        if there is not None:
            os.chmod(temporary, stat.S_IMODE(there.st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(temporary: str, target: str, asked: str) -> None:
    """Move a file over the old one, which was ``asked`` for by that name; raises ``OSError`` where that cannot be.

    Raises ``OutputError`` where the old one is held: Windows lends no file that is open.
    """
    try:
        os.replace(temporary, target)
    except OSError as error:
        if error.errno in HELD and os.path.isfile(target):
            raise OutputError([finding(Span(asked), "file-held", name=os.path.basename(target))]) from error
        raise


def _is_device(path: str) -> bool:
    """Whether a path leads to something that is written to as it is: a pipe, a device, what a shell has opened."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def make_folder(path: str | os.PathLike[str]) -> None:
    """Make the folder that a file is to go to, where it is missing.

    Raises ``OutputError`` where it cannot be made.
    """
    folder = os.fspath(path)
    try:
        os.makedirs(folder or ".", exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error


def refusal(target: str, error: OSError) -> OutputError:
    """What the system says, as a finding at the file."""
    rule = RULES.get(error.errno or 0, "write-failed")
    reason = error.strerror or str(error)
    return OutputError([finding(Span(target), rule, reason=reason, folder=os.path.dirname(target) or ".")])


def remove_stale(target: str) -> None:
    """Remove what killed runs of ours left of this file."""
    folder, name = os.path.split(target)
    start, end = f".{name}.huozi-", ".tmp"
    with os.scandir(folder or ".") as entries:
        found = [entry for entry in entries if entry.name.startswith(start) and entry.name.endswith(end)]
    for entry in found:
        process = entry.name[len(start) : -len(end)]
        if process.isdecimal() and is_abandoned(entry, int(process)):
            remove(entry.path)


def remove(path: str) -> None:
    """Remove a file where there is one."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def is_abandoned(entry: os.DirEntry[str], process: int) -> bool:
    """Whether the process that made a temporary file or folder has ended, or it is too old to be any that runs."""
    try:
        age = time.time() - entry.stat().st_mtime
    except FileNotFoundError:  # its process has just moved it into place
        return False
    return age > STALE or not _alive(process)


def _alive(process: int) -> bool:
    """Whether a process runs. Windows cannot be asked without killing it: there the age alone decides."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
