"""What has been made of pictures, kept beside the issue: facts and streams, by what they were made of.

A file holds the digest of all that follows, a head in JSON and the streams. What is not whole or not ours counts as
not there. Everything kept can be made again: the folder may be removed, and who cannot write goes without.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeAlias

from huozi.diagnostics import InvalidIssue
from huozi.digests import blake2b
from huozi.geometry import Size
from huozi.pictures.faults import Fault
from huozi.pictures.model import PictureFacts, Piece, Prepared, Raster, Vector
from huozi.records import NamedTuple

VERSION = 3
"""Raised with every change of what pictures become: nothing kept before is looked at any more."""

MARK = b"huozi picture\n"
DIGEST = 32
"""Bytes of a digest."""

Write: TypeAlias = Callable[[str, bytes], None]
"""Puts a file in its place, whole or not at all."""


class Kept(NamedTuple):
    """What is kept of a picture: its facts, or itself as it is printed; and what was found of it on the way."""

    value: PictureFacts | Prepared
    faults: tuple[Fault, ...] = ()


def digest_of(*parts: object) -> str:
    """A name for what is made of parts, which are told apart by how Python writes them."""
    return blake2b(repr((VERSION, *parts)).encode("utf-8", "surrogatepass"), digest_size=DIGEST).hexdigest()


def file_digest(path: str) -> str:
    """The digest of a file's bytes; raises ``OSError``."""
    digest = blake2b(digest_size=DIGEST)
    with open(path, "rb") as file:
        while part := file.read(2**20):
            digest.update(part)
    return digest.hexdigest()


class Keeping:
    """The folder in which things are kept by their names; ``write`` puts a file there."""

    def __init__(self, folder: str, write: Write) -> None:
        self._folder = folder
        self._write = write

    def find(self, name: str) -> Kept | None:
        """What is kept under a name; ``None`` where that is nothing, or not what was laid there."""
        try:
            with open(os.path.join(self._folder, name), "rb") as file:
                data = file.read()
        except OSError:
            return None
        body = memoryview(data)[len(MARK) + DIGEST :]
        if not data.startswith(MARK) or blake2b(body, digest_size=DIGEST).digest() != data[len(MARK) :][:DIGEST]:
            return None
        try:
            return _read(body)
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):  # sound bytes that another program wrote
            return None

    def keep(self, name: str, kept: Kept) -> bool:
        """Keep something under a name; gives whether it could be."""
        body = _written(kept)
        with suppress(InvalidIssue, OSError):
            os.makedirs(self._folder, exist_ok=True)
            self._write(os.path.join(self._folder, name), MARK + blake2b(body, digest_size=DIGEST).digest() + body)
            return True
        return False


def _written(kept: Kept) -> bytes:
    head: dict[str, Any] = {"faults": kept.faults}
    streams: list[bytes] = []
    match kept.value:
        case PictureFacts() as facts:
            head["facts"] = facts
        case Raster() as raster:
            head["raster"] = [*raster[:5], raster.is_inverted]
            streams.append(raster.data)
        case Vector(size, pieces) as vector:
            head["vector"] = [size, [[piece.parts, piece.stream is not None] for piece in pieces], *vector[2:]]
            streams += [piece.stream for piece in pieces if piece.stream is not None]
    head["lengths"] = list(map(len, streams))
    return b"".join([json.dumps(head).encode(), b"\n", *streams])


def _read(body: memoryview) -> Kept:
    """Raises what a head of another making raises."""
    end = bytes(body[: 2**24]).index(b"\n")
    head = json.loads(bytes(body[:end]))
    streams, at = [], end + 1
    for length in head["lengths"]:
        streams.append(bytes(body[at : at + length]))
        at += length
    faults = tuple((rule, tuple((name, value) for name, value in arguments)) for rule, arguments in head["faults"])
    return Kept(_value(head, streams), faults)


def _value(head: dict[str, Any], streams: Sequence[bytes]) -> PictureFacts | Prepared:
    if "facts" in head:
        said: list[Any] = [tuple(value) if isinstance(value, list) else value for value in head["facts"]]
        facts = PictureFacts(*said)
        return facts._replace(size=Size(*facts.size))
    if "raster" in head:
        width, height, space, bits, filtered, is_inverted = head["raster"]
        return Raster(width, height, space, bits, filtered, streams[0], is_inverted)
    size, pieces, *others = head["vector"]
    at = iter(streams)
    made = (Piece(tuple(parts), next(at) if has_stream else None) for parts, has_stream in pieces)
    return Vector(Size(*size), tuple(made), *others)
