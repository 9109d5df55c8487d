"""The legend of a proof's marks, each drawn as it is on the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from huozi.diagnostics import Language, Severity
from huozi.display import Placed
from huozi.geometry import Mpt, Rect
from huozi.messages.proof_words import say
from huozi.sheets.changed import BAR, CHANGE, caret
from huozi.sheets.hand import DARK, GREY, Manner, rule
from huozi.sheets.margin_notes import INKS, UNDER, ring
from huozi.sheets.numbers import SIZE
from huozi.sheets.tables import LABEL, PAD, Maker, Piece

SAMPLE: Mpt = 26_000
"""The room of a sample."""


def legend(make: Maker, language: Language, *, is_compared: bool) -> Iterator[Piece]:
    """A row for each mark; those of changes where an earlier edition is compared with."""
    hand = make.hand
    number, word = Manner(SIZE, 0, "strong", GREY), Manner(8_500, 0, "plain", DARK)

    def numbers(x: Mpt, y: Mpt) -> Iterator[Placed]:
        yield from hand.line_at("12", number, x, y + 1_500, SAMPLE)

    def words(x: Mpt, y: Mpt) -> Iterator[Placed]:
        yield from hand.line_at(say("sample", language), word, x, y, SAMPLE)
        yield rule(x, y + 9_600, hand.width(say("sample", language), word), UNDER, INKS[Severity.WARNING])

    def missing(x: Mpt, y: Mpt) -> Iterator[Placed]:
        yield from hand.line_at("〓", word, x + 1_500, y, SAMPLE)
        yield from ring(Rect(x + 1_500, y, 8_500, 8_800), INKS[Severity.ERROR])

    def bar(x: Mpt, y: Mpt) -> Iterator[Placed]:
        yield rule(x, y - 1_000, BAR, 11_500, CHANGE)

    def gone(x: Mpt, y: Mpt) -> Iterator[Placed]:
        yield caret(x + 3_000, y + 4_500)

    samples = {"numbers": numbers, "words": words, "missing": missing}
    if is_compared:
        samples |= {"bar": bar, "gone": gone}
    for name, sample in samples.items():
        yield _row(make, sample, say(f"legend-{name}", language))


def _row(make: Maker, sample: Callable[[Mpt, Mpt], Iterator[Placed]], text: str) -> Piece:
    measure = make.measure - SAMPLE

    def draw(x: Mpt, y: Mpt) -> Iterator[Placed]:
        yield from sample(x, y + PAD + 1_000)
        yield from make.hand.write(text, LABEL, x + SAMPLE, y + PAD, measure)

    return Piece(make.hand.depth(text, LABEL, measure) + 2 * PAD, draw)
