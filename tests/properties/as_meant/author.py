"""The author: writes a sentence with markup anywhere in it, and knows what its reader should see."""

from __future__ import annotations

from random import Random

from as_meant import words
from as_meant.piece import BOTH, CALL, EMPHASIS, PLAIN, STRONG, Piece, clash, joined, plain

STARS = ("strong", "emphasis")
WRAPS = (
    "strong",
    "strong",
    "strong",
    "emphasis",
    "emphasis",
    "dots",
    "name",
    "book",
    "small",
    "strong-span",
    "link",
    "pair",
    "pair",
)


class Author:
    """Draws what comes next from a seed; keeps the notes and the last heading's level of the article at hand."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311
        self.notes: list[tuple[str, Piece]] = []
        self.depth = 1
        self._notes_ever = 0

    def begin(self) -> None:
        """Begin an article."""
        self.notes.clear()
        self.depth = 1

    # -------------------------------------------------------------- pieces

    def han(self) -> Piece:
        """A phrase."""
        return plain(self.random.choice(words.HAN))

    def literal(self, kind: str = "") -> Piece:
        """A text that no mark stands in, whatever it looks like."""
        kind = kind or self.random.choice(tuple(words.LITERALS))
        text = self.random.choice(words.LITERALS[kind])
        bars = " ".join(bar for sign, bar in words.BARS.items() if sign in text)
        return plain(text, kind, bars)

    def of(self, kind: str, table: tuple[tuple[str, str], ...]) -> Piece:
        """A row of a table of what is written and what is seen."""
        source, text = self.random.choice(table)
        bars = {"dots"} if "==" in source else set()
        if "[" in source:
            bars |= {"span", "link"}
        if "|" in source:
            bars.add("heading")
        return Piece(source, text, tags=frozenset({kind}), bars=frozenset(bars))

    def reading(self) -> Piece:
        """A base with its reading."""
        source, text, reading = self.random.choice(words.READINGS)
        return Piece(source, text, reading, frozenset({"reading"}), bars=frozenset({"heading"}))

    def link(self) -> Piece:
        """A link, or an address that is its own text."""
        if self.random.random() < 0.4:
            address = self.random.choice(("https://example.org/a?b=1&c=2", "https://example.org/x_y_z"))
            return Piece(f"<{address}>", address, tags=frozenset({"address-link"}), bars=frozenset({"link", "span"}))
        return self.wrapped("link", self.han())

    def note(self) -> Piece:
        """The call of a note, whose text is a sentence."""
        self._notes_ever += 1
        name = f"z{self._notes_ever}"
        self.notes.append((name, self.sentence(3, notes=False)))
        return Piece(f"[^{name}]", CALL, tags=frozenset({"note"}), bars=frozenset({"span", "link", "note"}))

    def slip(self) -> Piece:
        """What a keyboard or another dialect of Markdown makes of markup."""
        kind = self.random.choice(tuple(words.SLIPS))
        source, text = self.random.choice(words.SLIPS[kind])
        bars = frozenset({"span", "link", "emphasis", "strong", "dots", "pair", "heading", "note"})
        return Piece(source, text, "", frozenset({kind}), slip=True, bars=bars)

    def chunk(self, *, notes: bool) -> Piece:
        """Anything but a mark."""
        draw = self.random.random()
        rows = (
            (0.44, self.han),
            (0.52, lambda: plain(self.random.choice(words.LATIN), "latin")),
            (0.72, self.literal),
            (0.78, lambda: self.of("script", words.SCRIPTS)),
            (0.82, self.reading),
            (0.86, lambda: self.of("code", words.CODE)),
            (0.89, lambda: self.of("escape", words.ESCAPED)),
            (0.92, lambda: self.of("entity", words.ENTITIES)),
            (0.96, self.link),
        )
        for most, make in rows:
            if draw < most:
                return make()
        return self.note() if notes else self.han()

    # -------------------------------------------------------------- what stands around pieces

    def wrapped(self, kind: str, inner: Piece) -> Piece:
        """Pieces within marks of a kind."""
        match kind:
            case "strong":
                return _around("**", inner, "**", kind)
            case "emphasis":
                return _around("*", inner, "*", kind)
            case "dots":
                return _around("==", inner, "==", kind)
            case "link":
                return _around("[", inner, "](https://example.org/l)", kind)
            case "pair":
                fit = [pair for pair in words.PAIRS if not inner.text.startswith(pair[0])]
                if inner.source.startswith("http"):
                    fit = [pair for pair in fit if pair not in ("《》", "〈〉")]
                pair = self.random.choice(fit)
                if inner.text.startswith("http") and pair in ("《》", "〈〉"):
                    pair = "“”"  # an address between < and > is a link, and so keyboards write these
                return joined([plain(pair[0]), inner, plain(pair[1])])
            case _:
                return _around("[", inner, f"]{{.{kind.removesuffix('-span')}}}", "span")

    def bars(self, kind: str) -> set[str]:
        """What must not be barred, for marks of a kind to stand around something."""
        if kind in ("name", "book", "small", "strong-span"):
            return {"span"}
        return {kind}

    def marked(self, pieces: list[Piece], within: frozenset[str] = frozenset(), depth: int = 0) -> list[Piece]:
        """Pieces of which some in a row stand in marks, and of these some again."""
        if not pieces or depth > 2 or self.random.random() < 0.25 * depth:
            return pieces
        kind = self.random.choice([wrap for wrap in WRAPS if not self.bars(wrap) & within])
        first = self.random.randrange(len(pieces))
        last = min(len(pieces), first + self.random.choice((1, 1, 1, 2, 2, 3, 5)))
        inside = pieces[first:last]
        if inside[0].source in words.MARKS:
            return pieces  # what is marked ends with a mark, and seldom begins with one
        if any(self.bars(kind) & piece.bars for piece in inside) or not self.fit(kind, inside):
            return pieces
        inside = self.apart(self.marked(inside, within | self.bars(kind), depth + 1))
        if not self.fit(kind, inside):
            return pieces
        return [*pieces[:first], self.wrapped(kind, joined(inside)), *pieces[last:]]

    def fit(self, kind: str, inside: list[Piece]) -> bool:
        """Whether marks of a kind can stand around pieces without running into those at their edges."""
        source, text, *_ = joined(inside)
        if not any(map(str.isalnum, text)):
            return False  # nobody marks a comma
        if kind == "dots":
            return not (source.startswith("=") or source.endswith("="))
        if kind in STARS:
            return not (source.startswith("**") and source.endswith("**")) or kind == "emphasis"
        return not (source.endswith("\\") or source.startswith("^"))  # [^56^Fe] calls a note

    def apart(self, pieces: list[Piece]) -> list[Piece]:
        """Pieces with a hanzi between those that may not touch."""
        found: list[Piece] = []
        for piece in pieces:
            if found and clash(found[-1].source, piece.source):
                found.append(plain("和"))
            found.append(piece)
        return found

    # -------------------------------------------------------------- sentences

    def sentence(self, most: int, *, notes: bool = True, ends: bool = True, without: str = "") -> Piece:
        """A sentence of up to so many chunks, marks between them, markup around some."""
        pieces: list[Piece] = []
        for number in range(self.random.randint(max(1, most // 3), most)):
            if number and self.random.random() < 0.45:
                pieces.append(plain(self.random.choice(words.MARKS)))
            chunk = self.chunk(notes=notes)
            pieces.append(chunk if without not in chunk.bars else self.han())
        if ends and self.random.random() < 0.8:
            pieces.append(plain(self.random.choice("。？！…；")))
        for _ in range(self.random.choice((1, 1, 2, 3))):
            pieces = self.marked(pieces)
        return joined(self.spaced(self.apart(pieces)))

    def spaced(self, pieces: list[Piece]) -> list[Piece]:
        """Pieces with a space typed between some: nobody sees it there."""
        found = pieces[:1]
        for piece in pieces[1:]:
            if self.random.random() < 0.03 and not piece.slip and not found[-1].slip:
                found.append(plain(" "))
            found.append(piece)
        return found


_WITHIN = {
    "**": {PLAIN: STRONG, EMPHASIS: BOTH},
    "]{.strong}": {PLAIN: STRONG, EMPHASIS: BOTH},
    "*": {PLAIN: EMPHASIS, STRONG: BOTH},
}
"""How a hanzi is set within marks, by the mark that closes and by how it is set already."""


def _around(opening: str, inner: Piece, closing: str, kind: str) -> Piece:
    within = "".join(_WITHIN.get(closing, {}).get(role, role) for role in inner.roles)
    bars = inner.bars | {kind}
    return inner._replace(source=opening + inner.source + closing, tags=inner.tags | {kind}, bars=bars, within=within)
