"""Content of pages and forms rewritten: operators of colour become inks, all else stays byte for byte.

A lexer of our own goes through it: memory is that of the text, whatever it holds, and what is not understood is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from huozi.pictures.copying import TooMuch
from huozi.pictures.spaces import CMYK, GREY, PATTERN, RGB, SHORT, Space, initial_inks, inks_of, space_of
from huozi.pictures.tones import Cmyk, Tones
from huozi.records import NamedTuple

_SPACE = rb"\x00\t\n\f\r "
_TOKEN = re.compile(
    rb"(?P<gap>[" + _SPACE + rb"]+|%[^\r\n]*)"
    rb"|(?P<text>\()"
    rb"|(?P<mark><<|>>|[\[\]{}]|<[^<>]*>|[<>)])"
    rb"|(?P<name>/[^" + _SPACE + rb"()<>\[\]{}/%]*)"
    rb"|(?P<word>[^" + _SPACE + rb"()<>\[\]{}/%]+)"
)
_ENDS = rb"(?=[" + _SPACE + rb"/\[(<%]|\Z)"
_NUMBERS = rb"(?:[-+.0-9]++[" + _SPACE + rb"]++)"
_DRAWING = re.compile(
    rb"(?:[" + _SPACE + rb"]*+" + _NUMBERS + rb"*+"
    rb"(?:re|[mlcvyhSsnWFfBbwJjMi]|[fBbW]\*|cm|BT|ET|T[dDmcwzLrs*])" + _ENDS + rb")++"
)
"""Operators that draw and move, whatever their numbers are: most of a content."""

_COLOUR = re.compile(rb"[" + _SPACE + rb"]*+(" + _NUMBERS + rb"{1,4}+)(g|G|rg|RG|k|K|scn?|SCN?)" + _ENDS)
"""An operator of colour with its numbers."""

_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_END_OF_PICTURE = re.compile(rb"[" + _SPACE + rb"]EI(?=[" + _SPACE + rb"][\x20-\x7e\s]{0,8}|\Z)")
_NUMBER = re.compile(rb"[+-]*(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_VALUE = re.compile(_NUMBER.pattern + rb"|true|false|null")

FULL = {b"g": GREY, b"rg": RGB, b"k": CMYK}
"""Operators that name a colour with its space; those of strokes are the same in capitals."""

MARKED = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP"})
"""Marks of structure and layers, which mean nothing outside the file they were made for."""

SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
"""Operators that set text."""

MOST_SAVED = 512
"""Graphics states that are saved one within the other."""

MOST_OPERANDS = 40
"""Operands of an operator that are kept in mind: one of colour has no more."""

UNCOLOURED = b"/HuoziUncoloured"
"""The name, in resources, of the space of patterns that get their colour where they are used."""


MOST_TAKEN = 400_000
"""Operators of colour, text and state, with what they are given, that are looked at one by one."""

MOST_NESTED = 512
"""Brackets within brackets of a string."""


class Colouring(NamedTuple):
    """How a content is rewritten: the resources' colour spaces (a dictionary or nothing), the tones, and what is told
    of a space that cannot be printed and of a picture within the content. ``most`` things are looked at one by one.
    """

    named: object
    tones: Tones
    refuse: Callable[[Space], None]
    see_picture: Callable[[Space], None]
    most: int = MOST_TAKEN


class Inked(NamedTuple):
    """A content rewritten; ``uncoloured``: it colours patterns that have no colour of their own; ``is_coloured``: it
    has another ink than black. ``names`` are the resources that it names; fonts are those that something is set in.
    ``taken`` is how many things were looked at one by one.
    """

    data: bytes
    uncoloured: bool
    is_coloured: bool
    names: frozenset[str]
    taken: int


def inked(content: bytes, colouring: Colouring) -> Inked:
    """A content whose colours are inks, its saved states balanced, without marks of structure. Raises ``TooMuch``."""
    return _Pen(content, colouring).written()


class _Pen:
    """A content on its way: the spaces in force, operands since the last operator, what is written so far."""

    def __init__(self, content: bytes, colouring: Colouring) -> None:
        self._content = content
        self._colouring = colouring
        self._spaces: tuple[Space, Space] = (GREY, GREY)  # of fills, of strokes
        self._font: tuple[int, bytes] | None = None  # the place of its operator in what is written, its name
        self._saved: list[tuple[tuple[Space, Space], tuple[int, bytes] | None]] = []
        self._operands: list[bytes] = []
        self._out: list[bytes] = []
        self._copied = 0
        self._uncoloured = False
        self._is_coloured = False
        self._names: set[bytes] = set()
        self._taken = 0
        self._known: dict[bytes, Space] = {}
        self._idle: set[int] = set()  # places of fonts that nothing has been set in yet

    def written(self) -> Inked:
        """The content rewritten: what draws and moves is passed over in one go, colours are taken whole."""
        content, at, start = self._content, 0, 0  # start: of the operands of the next operator
        while at < len(content):
            self._taken += 1
            if self._taken > self._colouring.most:
                raise TooMuch("operators", MOST_TAKEN)
            if not self._operands:
                if found := _DRAWING.match(content, at):
                    at = found.end()
                if found := _COLOUR.match(content, at):
                    self._operands += found[1].replace(b"\x00", b" ").split()
                    self._operator(found[2], found.start(1), found.end())
                    self._operands.clear()
                    at = found.end()
                    continue
            found = _TOKEN.match(content, at)
            if found is None:  # the end: every byte is of a class
                break
            start = start if self._operands else found.start()
            at = self._take(found, start)
        self._out.append(content[self._copied :])
        for place in self._idle:  # a font that sets nothing need not be in the file
            self._out[place] = b""
        self._out.append(b"\nQ" * len(self._saved))
        names = frozenset(map(plain_name, self._names))
        return Inked(b"".join(self._out), self._uncoloured, self._is_coloured, names, self._taken)

    def _take(self, found: re.Match[bytes], start: int) -> int:
        """Take a token, an operator with the operands from ``start`` on; gives where the next one begins."""
        begin, end = found.span()
        match found.lastgroup:
            case "gap":
                return end
            case "text":
                end = _text_end(self._content, end)
            case "word" if not _VALUE.fullmatch(self._content, begin, end):
                name = self._content[begin:end]
                self._operator(name, start, end)
                self._operands.clear()
                if name == b"ID":  # the data of an inline picture are passed over
                    data = _END_OF_PICTURE.search(self._content, end)
                    return data.end() if data else len(self._content)
                return end
            case _:
                pass
        if len(self._operands) < MOST_OPERANDS:
            self._operands.append(self._content[begin:end])
        return end

    def _operator(self, name: bytes, start: int, end: int) -> None:
        low, is_stroke = name.lower(), name.isupper()
        if name != b"Tf" and self._operands:
            self._names.update(each for each in self._operands if each.startswith(b"/"))
        if low in FULL and name in (low, low.upper()):
            self._colour(is_stroke, FULL[low], start, end)
        elif name in (b"cs", b"CS"):
            self._enter(is_stroke, start, end)
        elif name in (b"sc", b"SC", b"scn", b"SCN"):
            self._colour(is_stroke, self._spaces[is_stroke], start, end)
        elif name in (b"q", b"Q"):
            self._save_or_restore(name, start, end)
        elif name in MARKED:
            self._replace(start, end, b"")
        elif name == b"ID":
            self._colouring.see_picture(self._picture_space())
        else:
            self._text(name, start, end)

    def _save_or_restore(self, name: bytes, start: int, end: int) -> None:
        """A state is saved or comes back; what is not saved does not."""
        if name == b"q" and len(self._saved) < MOST_SAVED:
            self._saved.append((self._spaces, self._font))
        elif name == b"Q" and self._saved:
            self._spaces, self._font = self._saved.pop()
        else:
            self._replace(start, end, b"")

    def _text(self, name: bytes, start: int, end: int) -> None:
        """A font is chosen, or text set in the one that is."""
        if name == b"Tf" and self._operands:
            self._replace(start, end, self._content[start:end])
            self._font = (len(self._out) - 2, self._operands[0])
            self._idle.add(self._font[0])
        elif name in SHOWS and self._font is not None:
            self._idle.discard(self._font[0])
            self._names.add(self._font[1])

    def _enter(self, is_stroke: bool, start: int, end: int) -> None:
        """A space is entered: what becomes ink needs no space, only the colour that it begins with."""
        name = self._operands[-1] if self._operands else b""
        space = self._known.get(name)
        if space is None:
            space = self._known[name] = space_of_name(plain_name(name), self._colouring.named)
        self._set(is_stroke, space)
        if space.kind == "other":
            self._colouring.refuse(space)
        elif space.kind == "pattern":
            self._replace(start, end, b"/Pattern " + (b"CS" if is_stroke else b"cs"))
        else:
            inks = initial_inks(space, self._colouring.tones)
            self._replace(start, end, self._ink_words(inks, is_stroke) if inks else b"")

    def _colour(self, is_stroke: bool, space: Space, start: int, end: int) -> None:
        self._set(is_stroke, space)
        numbers = _numbers(self._operands)
        if space.kind == "pattern":
            self._pattern(is_stroke, space, numbers, start, end)
            return
        inks = inks_of(space, numbers, self._colouring.tones)
        if inks is not None:
            self._replace(start, end, self._ink_words(inks, is_stroke))
        elif space.kind != "other":  # no colour of its space
            self._replace(start, end, b"")

    def _pattern(self, is_stroke: bool, space: Space, numbers: list[float], start: int, end: int) -> None:
        """A pattern without colour of its own gets inks; one that has colour stays."""
        if space.base is None or not numbers:
            if space.base is not None:
                self._set(is_stroke, PATTERN)
            return
        inks = inks_of(space.base, numbers, self._colouring.tones)
        if inks is None:
            self._colouring.refuse(space.base)
            return
        self._uncoloured = True
        self._is_coloured |= any(inks[:3])
        enter, colour = (b"CS", b"SCN") if is_stroke else (b"cs", b"scn")
        words = (UNCOLOURED, enter, *map(number_text, inks), self._operands[-1], colour)
        self._replace(start, end, b" ".join(words))

    def _ink_words(self, inks: Cmyk, is_stroke: bool) -> bytes:
        self._is_coloured |= any(inks[:3])
        return b" ".join((*map(number_text, inks), b"K" if is_stroke else b"k"))

    def _picture_space(self) -> Space:
        """The space of an inline picture, by its keys."""
        keys = dict(zip(self._operands[::2], self._operands[1::2], strict=False))
        if b"true" in (keys.get(b"/IM"), keys.get(b"/ImageMask")):
            return GREY
        name = keys.get(b"/CS") or keys.get(b"/ColorSpace") or b""
        short = SHORT.get(plain_name(name))
        return Space(short) if short else space_of_name(plain_name(name), self._colouring.named)

    def _set(self, is_stroke: bool, space: Space) -> None:
        self._spaces = (self._spaces[0], space) if is_stroke else (space, self._spaces[1])

    def _replace(self, start: int, end: int, words: bytes) -> None:
        """Write something in the place of what stands between two bytes."""
        self._out += (self._content[self._copied : start], b" ", words, b" ")
        self._copied = end


def space_of_name(name: str, named: object = None) -> Space:
    """The space of a name as it stands in a content."""
    from pikepdf import Name, Object

    if not name.startswith("/") or len(name) < 2:
        return Space("other", name)
    return space_of(Name(name), named if isinstance(named, Object) else None)


def plain_name(written: bytes) -> str:
    """A name as dictionaries have it, its characters by number made plain (ISO 32000-1, 7.3.5).

    >>> plain_name(b"/A#20B")
    '/A B'
    """
    if b"#" in written:
        written = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), written)
    return written.decode("utf-8", "surrogateescape")


def _text_end(content: bytes, at: int) -> int:
    """The end of a string whose bracket opens before ``at``; the content's where none closes it."""
    depth = 1
    for found in _BRACKET.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
        if depth > MOST_NESTED:
            break
    return len(content)


def _numbers(operands: list[bytes]) -> list[float]:
    """The numbers among operands."""
    return [_number(each) for each in operands if _NUMBER.fullmatch(each)]


def _number(text: bytes) -> float:
    sign = -1 if b"-" in text else 1
    return sign * float(text.lstrip(b"+-"))


def number_text(value: float) -> bytes:
    """A share of ink as a content has it."""
    return f"{value:.4f}".rstrip("0").rstrip(".").encode()
