"""Objects of a PDF copied out of their file: each once, in the order in which they are met, in PDF's own words."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from huozi.pictures.model import Piece

MOST_OF_STREAMS = 96 * 2**20
"""Bytes of all streams of a drawing as they are encoded."""

MOST_PIECES = 40_000
"""Objects of a drawing; a page of an advertisement has some hundred."""

DEEPEST = 24
"""Forms within forms, and values within values, that are followed."""

NO_USE = frozenset(
    {"/Parent", "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/OC", "/OPI", "/Ref",
     "/AF", "/Alternates", "/Measure", "/PtData", "/F", "/FFilter", "/FDecodeParms", "/DL", "/Name", "/Length"}
)  # fmt: skip
"""Keys of streams that mean nothing on our page or lead out of the file."""


class TooMuch(Exception):
    """A drawing beyond a bound; ``rule`` is that of the finding, ``most`` what it names."""

    def __init__(self, what: str, most: int) -> None:
        self.what = what
        self.most = most
        super().__init__(what)


def copied(root: Stream) -> tuple[Piece, ...]:
    """A form and all that it refers to. Raises ``TooMuch``."""
    return _Copy(root).pieces()


class _Copy:
    """A copy under way: the objects met so far, and their places."""

    def __init__(self, root: Stream) -> None:
        self._numbers: dict[tuple[int, int], int] = {root.objgen: 0}
        self._met: list[Object] = [root]
        self._room = MOST_OF_STREAMS

    def pieces(self) -> tuple[Piece, ...]:
        """Every object met, those that it refers to behind it."""
        pieces: list[Piece] = []
        while len(pieces) < len(self._met):
            held = self._met[len(pieces)]
            parts: list[str | int] = []
            if isinstance(held, Stream):
                entries = {key: value for key, value in held.items() if key not in NO_USE}
                self._write_entries(entries, parts, 0)
                pieces.append(Piece(_joined(parts), self._data_of(held)))
            else:
                self._write(held, parts, 0)
                pieces.append(Piece(_joined(parts)))
        return tuple(pieces)

    def _data_of(self, stream: Stream) -> bytes:
        data: bytes = stream.read_raw_bytes()
        self._room -= len(data)
        if self._room < 0:
            raise TooMuch("streams", MOST_OF_STREAMS >> 20)
        return data

    def _write(self, held: Object | float | None, parts: list[str | int], depth: int) -> None:
        """A value in PDF's words; ``depth`` 0 is an object of its own."""
        if depth > DEEPEST:
            raise TooMuch("depth", DEEPEST)
        match held:
            case Object() if depth and held.is_indirect:
                parts.append(self._number_of(held))
            case Dictionary():
                self._write_entries(dict(held.items()), parts, depth)
            case Array():
                parts.append("[")
                for each in held:
                    self._write(each, parts, depth + 1)
                    parts.append(" ")
                parts.append("]")
            case _:
                parts.append(_plain(held))

    def _write_entries(self, entries: dict[str, Object], parts: list[str | int], depth: int) -> None:
        parts.append("<<")
        for key in sorted(entries):
            parts += [Name(key).unparse().decode("latin-1"), " "]
            self._write(entries[key], parts, depth + 1)
            parts.append(" ")
        parts.append(">>")

    def _number_of(self, held: Object) -> int:
        """The place of an object, which is met now if it was not before."""
        number = self._numbers.get(held.objgen)
        if number is None:
            number = self._numbers[held.objgen] = len(self._met)
            self._met.append(held)
            if len(self._met) > MOST_PIECES:
                raise TooMuch("pieces", MOST_PIECES)
        return number


def _plain(held: Object | float | None) -> str:
    """A value that holds no others."""
    match held:
        case String():
            return f"<{bytes(held).hex()}>"
        case bool():
            return "true" if held else "false"
        case Object():
            return held.unparse().decode("latin-1")
        case None:
            return "null"
        case int():
            return str(held)
        case _:
            return f"{held:f}"


def _joined(parts: list[str | int]) -> tuple[str | int, ...]:
    """Words that follow each other as one."""
    joined: list[str | int] = []
    words: list[str] = []
    for part in parts:
        if isinstance(part, str):
            words.append(part)
        else:
            joined += ["".join(words), part]
            words = []
    return (*joined, "".join(words))
