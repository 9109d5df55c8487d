"""Random paragraphs drawn from a seed: the same ten thousand in every run, under styles of all kinds.

What a style may be is read from the style model, so that a new profile, level or way of filling joins by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from random import Random
from typing import Any, NamedTuple, get_args, get_type_hints

from paragraphs import PIECES
from squares import EM, HERE, squares

from huozi.diagnostics import Findings
from huozi.paragraph.items.hints import FORCED_BREAK
from huozi.paragraph.items.itemize import itemize
from huozi.paragraph.items.look import PLAIN, Look, Reading
from huozi.paragraph.items.measure import measure_items
from huozi.paragraph.items.sorts import Stretch
from huozi.style.text_style import TextStyle

PARAGRAPHS = 10_000
PER_STYLE = 25
"""Paragraphs set in one style before the next is drawn: tables are made once a style."""

HAN = "国字中文书报"
WORDS = ("hyphenation", "organization", "dif\u00adferent", "well-established", "12年", "5%", "a", "of", "——", "……")

_OTHERS: dict[str, tuple[object, ...]] = {
    "han_latin": (0, 125, 250),
    "han_latin_max": (250, 333, 500),
    "loosest": (0, 60, 125, 125, 250, 1000),
    "hyphenate": ("none",),
    "hyphen_before": (2,),
    "hyphen_after": (3,),
}
"""What fields may be that are no choice of a few, or of which a few are enough."""


def choices(field: str) -> tuple[object, ...]:
    """What a field of the style of text may be."""
    hint: Any = get_type_hints(TextStyle)[field]
    if field in _OTHERS:
        return _OTHERS[field]
    return (True, False) if hint is bool else get_args(hint) or (TextStyle._field_defaults[field],)


CHOICES = {field: choices(field) for field in TextStyle._fields}


def style_from(random: Random) -> TextStyle:
    """A style of text, every field drawn."""
    drawn: dict[str, Any] = {field: random.choice(found) for field, found in CHOICES.items()}
    return TextStyle(**drawn)


def text_from(random: Random, most: int, more: tuple[str, ...] = ()) -> str:
    """A text of up to so many pieces, as much Han as anything else."""
    pieces = [*PIECES, *more, *HAN * (len(PIECES) // len(HAN))]
    return "".join(random.choices(pieces, k=random.randint(1, most)))


def pliant_text_from(random: Random, most: int) -> str:
    """A text of up to so many pieces, most of them with a mark that gives way."""
    return "".join(random.choices(("国，", "字、", "报。", "（中", "书", "A"), k=random.randint(3, most)))


def measure_from(random: Random, most: int) -> int:
    """A measure of up to so many ems, as often a whole number of them as not."""
    return random.randint(1, most) * EM if random.random() < 0.5 else random.randint(EM, most * EM)


def scant_measure(random: Random, text: str, rules: TextStyle) -> int:
    """A measure at which a text fills some lines and a little more: compressing may save the last."""
    items = itemize([Stretch(text, squares(), HERE)], EM, rules, 0, Findings())
    measured = measure_items(items)
    room = sum(map(measured.columns.able.__getitem__, items.codes))
    return max((measured.end[-1] - random.randint(room // 2, room + EM // 2)) // random.randint(1, 3), EM)


class Case(NamedTuple):
    """A paragraph to be set: its text in stretches, the rules, the measure and the first line's indent."""

    stretches: tuple[Stretch, ...]
    rules: TextStyle
    measure: int
    indent: int

    @property
    def text(self) -> str:
        """The characters that are no hints."""
        return "".join(part.text for part in self.stretches if part.text != FORCED_BREAK).replace("\u00ad", "")


def short_cases(seed: int) -> Iterator[Case]:
    """Ten thousand paragraphs short enough that every breaking of them can be tried."""
    random = Random(seed)  # noqa: S311
    for rules in islice((style_from(random) for _ in count()), PARAGRAPHS // PER_STYLE):
        for _ in range(PER_STYLE):
            if random.random() < 0.5:
                text, measure = text_from(random, 11), measure_from(random, 8)
            else:
                text = pliant_text_from(random, 8)
                measure = scant_measure(random, text, rules)
            parts = [Stretch(text, squares(), HERE)]
            if random.random() < 0.1:
                parts += [Stretch(FORCED_BREAK, squares(), HERE), Stretch(text_from(random, 4), squares(), HERE)]
            yield Case(tuple(parts), rules, measure, random.choice((0, 0, min(EM, measure - 1))))


def marked_cases(seed: int) -> Iterator[Case]:
    """Ten thousand paragraphs of some lines each, half of them with marked text or words that may be parted."""
    random = Random(seed)  # noqa: S311
    for rules in islice((style_from(random) for _ in count()), PARAGRAPHS // PER_STYLE):
        parted = rules._replace(hyphenate="en") if random.random() < 0.3 else rules
        for _ in range(PER_STYLE):
            measure = measure_from(random, 13)
            parts = tuple(_stretches(random)) if random.random() < 0.3 else (_stretch(text_from(random, 30, WORDS)),)
            yield Case(parts, parted, measure, random.choice((0, 0, EM)))


def _stretch(text: str, look: Look = PLAIN) -> Stretch:
    return Stretch(text, squares(), HERE, look=look)


def _stretches(random: Random) -> Iterator[Stretch]:
    """Text with small, raised and annotated parts, and line breaks."""
    for _ in range(random.randint(1, 6)):
        yield _stretch(text_from(random, 6, WORDS))
        match random.choice(("small", "raised", "call", "reading", "break", "")):
            case "small":
                yield _stretch(text_from(random, 4), Look(size=random.choice((5_000, 8_000, 8_571))))
            case "raised":
                yield _stretch(random.choice(("2", "ab", "国")), Look(size=6_000, rise=3_300, clings="script"))
            case "call":
                yield _stretch("1", Look(size=6_000, rise=4_000, clings="call"))
            case "reading":
                said = Reading(random.choice(("a", "pin", "chuang")), squares(), HERE, 5_000, 9_000, 1_250, 2_500)
                yield _stretch("".join(random.choices(HAN, k=random.randint(1, 3))), Look(reading=said))
            case "break":
                yield _stretch(FORCED_BREAK)
            case _:
                pass
