"""A page's content stream: glyphs, rules, outlines and pictures, each glyph within half a millipoint of its place.

The pen's error is carried along a line and made good where it would show, so that nothing adds up. What does not
change is not said again: font, ink and overprint are tracked, and a run on the baseline of the run before goes on
from the pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import sub
from typing import assert_never

from huozi.display import (
    SOFT_HYPHEN,
    Bookmark,
    Comment,
    GlyphRun,
    Image,
    Ink,
    Item,
    Link,
    Page,
    Path,
    Placed,
    Role,
    Rule,
)
from huozi.geometry import Mpt
from huozi.output.pdf.font import EM, Font
from huozi.output.pdf.numbers import decimal, points
from huozi.output.pdf.picture import Shown, picture_operators
from huozi.pictures.model import PictureKey
from huozi.pictures.printed import key_of

HALF = 0.5
"""How far (mpt) a glyph may stand from its place."""

HYPHEN = (SOFT_HYPHEN,)
"""The text of a run that is but the hyphen of a word parted at a line's end."""

OVERPRINT = {True: "Over", False: "Knock"}
"""The graphics states a page names: ink laid over what is below, ink that knocks it out."""


UNREAD = "/Span<</ActualText()>>BDC"
"""Begins what is seen but stands for no text (ISO 32000-1, 14.9.4): text found, copied or read out goes on past it."""


class Advances(dict[int, float]):
    """The widths of a font's glyphs at a size (Mpt), worked out when first asked for; whole numbers where they are."""

    def __init__(self, widths: Mapping[int, int], size: Mpt) -> None:
        super().__init__()
        self._units = widths
        self._size = size

    def __missing__(self, glyph: int) -> float:
        whole, rest = divmod(self._units[glyph] * self._size, EM)
        self[glyph] = width = whole + rest / EM if rest else whole
        return width


class Names:
    """What the content streams of a file name: fonts by the keys of glyph runs, pictures by their keys."""

    def __init__(self, fonts: Mapping[str, Font], pictures: Mapping[PictureKey, Shown]) -> None:
        self.fonts = fonts
        self.pictures = pictures
        self._advances: dict[tuple[str, Mpt], Advances] = {}

    def advances(self, font: Font, size: Mpt) -> Advances:
        """The widths of a font's glyphs at a size."""
        asked = (font.key, size)
        if asked not in self._advances:
            self._advances[asked] = Advances(font.widths, size)
        return self._advances[asked]


def page_content(page: Page, names: Names, margin: Mpt) -> bytes:
    """The content stream of a page whose media box reaches ``margin`` beyond the trim."""
    writer = Writer(names, left=margin, top=page.trim.height + margin)
    for placed in page.items:
        writer.place(placed)
    return writer.finish()


class State:
    """The graphics state as last written; ``None`` and "" where the page has not set it."""

    __slots__ = ("fill", "font", "overprint", "size", "stroke")

    def __init__(self) -> None:
        self.fill: Ink | None = None
        self.stroke: Ink | None = None
        self.overprint = False
        self.font = ""
        self.size: Mpt = 0

    def copy(self) -> State:
        """The same state, to come back to."""
        other = State()
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        return other


def _codes(run: GlyphRun, font: Font) -> str:
    """The codes of a run's glyphs, two bytes each (a character a byte)."""
    if font.shared.isdisjoint(run.glyphs):
        return "".join(map(font.codes.__getitem__, run.glyphs))
    return "".join(map(font.shown.__getitem__, zip(run.glyphs, run.texts, strict=True)))


class Writer:
    """Writes one content stream, top down. ``left`` and ``top``: where the trim's corner is, from the bottom left."""

    def __init__(self, names: Names, left: Mpt, top: Mpt) -> None:
        self._names = names
        self._left = left
        self._top = top
        self._state = self._outside = State()
        self._is_turned = False
        self._out: list[str] = []
        self._line: tuple[Mpt, Mpt] | None = None  # start of the current text line; None outside a text object
        self._pen = 0.0
        self._shown: list[str] = []  # of the TJ under way: codes and moves

    def place(self, placed: Placed) -> None:
        """Write an item where it stands."""
        if placed.is_turned is not self._is_turned:
            self._turn(placed.is_turned)
        x, y = self._left + placed.x, self._top - placed.y
        if placed.is_turned:  # within the turn the page's up is the item's right
            x, y = y, -x
        if placed.role is Role.READING:
            self._end_text()
            self._out.append(UNREAD)
            self._draw(placed.item, x, y)
            self._end_text()
            self._out.append("EMC")
            return
        self._draw(placed.item, x, y)

    def finish(self) -> bytes:
        """The stream's bytes."""
        self._turn(False)
        return "\n".join(self._out).encode("latin-1")

    def _turn(self, is_turned: bool) -> None:
        """Begin or end what is turned a quarter to the left: one turn about the page's corner for all in a row."""
        self._end_text()
        if is_turned is self._is_turned:
            return
        if is_turned:
            self._outside = self._state.copy()
            self._out.append("q 0 1 -1 0 0 0 cm")
        else:
            self._out.append("Q")
            self._state = self._outside
        self._is_turned = is_turned

    def _draw(self, item: Item, x: Mpt, y: Mpt) -> None:
        match item:
            case GlyphRun():
                if item.glyphs:
                    self._run(item, x, y + item.rise)
            case Rule():
                self._end_text()
                self._set_ink(item.ink)
                self._out.append(f"{_rectangle(x, y - item.height, item.width, item.height)} f")
            case Path():
                self._path(item, x, y)
            case Image():
                self._picture(item, x, y)
            case Link() | Bookmark() | Comment():
                pass  # no ink: annotations and the outline are the document's
            case _:
                assert_never(item)

    # -------------------------------------------------------------- text

    def _run(self, run: GlyphRun, x: Mpt, y: Mpt) -> None:
        font = self._names.fonts[run.face]
        state = self._state
        if state.fill != run.ink or state.overprint != _overprints(run.ink):
            self._flush()
            self._set_ink(run.ink)
        if state.font != font.key or state.size != run.size:
            self._flush()
            self._out.append(f"/{font.key} {points(run.size)} Tf")
            state.font, state.size = font.key, run.size
        if self._line is None or self._line[1] != y:
            self._start_line(x, y)
        if run.texts == HYPHEN:
            self._flush()
            self._out.append("/Span<</ActualText()>>BDC")  # who reads the text gets the word whole
            self._show(run, font, x)
            self._flush()
            self._out.append("EMC")
        else:
            self._show(run, font, x)

    def _start_line(self, x: Mpt, y: Mpt) -> None:
        self._flush()
        if self._line is None:
            self._out.append("BT")
        from_x, from_y = self._line or (0, 0)
        self._out.append(f"{points(x - from_x)} {points(y - from_y)} Td")
        self._line = (x, y)
        self._pen = x

    def _show(self, run: GlyphRun, font: Font, start: Mpt) -> None:
        """Show a run's glyphs from the pen: nothing between glyphs that stand where their widths put them."""
        xs = run.xs
        codes = _codes(run, font)
        widths = list(map(self._names.advances(font, run.size).__getitem__, run.glyphs))
        steps = list(map(sub, xs[1:], xs))
        error = self._pen - start - xs[0]
        if not -HALF <= error <= HALF:
            unit, places = _finest(run.size)
            units = round(error / unit)
            error -= units * unit
            self._shown.append(_move(units, places))
        if widths[:-1] == steps:
            self._shown.append(codes)
        else:
            error = self._show_moved(codes, zip(widths, steps, strict=False), error, run.size)
        self._pen = start + xs[-1] + widths[-1] + error

    def _show_moved(self, codes: str, glyphs: Iterable[tuple[float, Mpt]], error: float, size: Mpt) -> float:
        """Show glyphs of which some do not stand where the width of the one before puts them.

        ``glyphs`` are their widths and the ways to the next; gives the error that is left at the last. Where the pen is
        off by more than half a millipoint it is taken back (or on).
        """
        done, shown = 0, self._shown.append
        unit, places = _finest(size)
        for index, (width, step) in enumerate(glyphs, 1):
            if width != step:
                error += width - step
                if not -HALF <= error <= HALF:
                    shown(codes[done : 2 * index])
                    done = 2 * index
                    units = round(error / unit)
                    error -= units * unit
                    shown(_move(units, places))
        shown(codes[done:])
        return error

    def _flush(self) -> None:
        """Write the TJ under way: ``(…)Tj`` if nothing moves in it, else ``[(…)-250(…)]TJ``."""
        if self._shown:
            shown = f"({''.join(self._shown)})"
            moves = any(part[0] == ")" for part in self._shown)
            self._out.append(f"[{shown.removeprefix('()')}]TJ" if moves else f"{shown}Tj")
            self._shown.clear()

    def _end_text(self) -> None:
        if self._line is not None:
            self._flush()
            self._out.append("ET")
            self._line = None

    # -------------------------------------------------------------- outlines and inks

    def _path(self, path: Path, x: Mpt, y: Mpt) -> None:
        """Fill, then stroke: two passes, for the two inks may differ in overprint."""
        self._end_text()
        outline = "\n".join(_segment(segment, x, y) for segment in path.segments)
        if path.fill is not None:
            self._set_ink(path.fill)
            self._out.append(f"{outline} f")
        if path.stroke is not None:
            self._set_overprint(_overprints(path.stroke))
            if self._state.stroke != path.stroke:
                self._out.append(f"{_colour(path.stroke)} K")
                self._state.stroke = path.stroke
            self._out.append(f"{points(path.stroke_width)} w {outline} S")

    def _picture(self, image: Image, x: Mpt, y: Mpt) -> None:
        """Draw a picture; one that could not be made ready leaves its place empty, and that has been told."""
        shown = self._names.pictures.get(key_of(image))
        if shown is not None:
            self._end_text()
            self._set_overprint(False)
            self._out.append(picture_operators(image, shown, x, y - image.size.height))

    def _set_ink(self, ink: Ink) -> None:
        self._set_overprint(_overprints(ink))
        if self._state.fill != ink:
            self._out.append(f"{_colour(ink)} k")
            self._state.fill = ink

    def _set_overprint(self, overprint: bool) -> None:
        if self._state.overprint != overprint:
            self._out.append(f"/{OVERPRINT[overprint]} gs")
            self._state.overprint = overprint


def _overprints(ink: Ink) -> bool:
    """Whether an ink is laid over what is below; white never is, it would vanish (preflight 24)."""
    return ink.overprint and any(ink[:4])


def _colour(ink: Ink) -> str:
    return " ".join(decimal(amount, 3) for amount in ink[:4])


@lru_cache(maxsize=4096)
def _move(units: int, places: int) -> str:
    """A TJ number between two strings; a positive one takes the pen back."""
    return f"){decimal(units, places)}("


@lru_cache(maxsize=256)
def _finest(size: Mpt) -> tuple[float, int]:
    """What the last digit of a TJ number moves at a size (mpt), and of how many decimals it is the last.

    They are as many as keep its rounding under half a millipoint.
    """
    places = 1 if size <= 10_000 else 2 if size <= 100_000 else 3
    return size / 10.0 ** (3 + places), places


def _rectangle(x: Mpt, y: Mpt, width: Mpt, height: Mpt) -> str:
    return f"{points(x)} {points(y)} {points(width)} {points(height)} re"


OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _segment(segment: tuple[str | Mpt, ...], x: Mpt, y: Mpt) -> str:
    """One operator of an outline: its points by turns from the left and down from the item's place."""
    operator, *numbers = segment
    places = [x + int(number) if index % 2 == 0 else y - int(number) for index, number in enumerate(numbers)]
    return " ".join([*(points(place) for place in places), OPERATORS[str(operator)]])
