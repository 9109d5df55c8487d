"""How good a place is for the end of a title's line: at a bar, a space, after a mark, between phrases, in a word.

Loaded only for a title that is too long for its line and whose style asks for more than full lines. Where phrases part
is BudouX's to say (Google's model of a few kilobytes, made for titles that are turned over); it is asked three times,
each time to be surer. What small words lean on is a table: 的 begins no line, 与 ends none. Without BudouX every place
between two hanzi is as good as another, but for that table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from huozi.imports import alone, preload
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.model import Items
from huozi.records import NamedTuple

if TYPE_CHECKING:
    from budoux import Parser


class Place(NamedTuple):
    """What ending a line at a place is like.

    ``rank`` is 0 at a bar, and each rank is worse than all before it; ``broken`` counts what must not be parted;
    ``doubt`` is how uneven lines may rather be (in squares of ems) than end here.
    """

    rank: int
    broken: int = 0
    doubt: int = 0


BAR, ITEM, SPACE, STOP, MARK = Place(0), Place(1), Place(2), Place(3), Place(4)
RANKS = 5
"""Ranks that a place between phrases is worse than."""
SURE, FAIR, UNSURE, WEAK = Place(RANKS), Place(RANKS, 0, 2), Place(RANKS, 0, 25), Place(RANKS, 0, 80)
WITHIN_WORD = Place(RANKS, 2)
WITHIN_NAME = 1
"""What a place in a name, a quotation or brackets is broken more than elsewhere."""

SURENESS = ((0, WEAK), (600, UNSURE), (1000, FAIR), (2500, SURE))
"""What a place is that BudouX parts phrases at, by how many thousandths more it must be sure of it.

Seen on titles of articles: above 2500 are parts of a sentence, below 1000 half of what it says is wrong."""

STOPS = frozenset("：。！？…—:?!")
"""Marks after which a title has its pause: the title proper is told from what explains it."""
ITEMS = frozenset("；;")
"""Marks between items that may have spaces and pauses in them: affiliations with their places."""
PAUSES = frozenset("，,")
ENCLOSED = frozenset("、》〉”’」』）】〕)")
"""Marks after which one may stop, yet what stands on both sides belongs together: no better than between phrases."""

_NOT_FIRST = "的 地 得 之 了 着 过 们 中 上 下 里 内 外 间 等 者 性 化 吗 呢 吧 以来 之间 之后"
NOT_FIRST = frozenset(_NOT_FIRST.split())
"""Words that lean on what stands before them, unless that ends in one of ``AFTER_ITSELF``."""
AFTER_ITSELF = STOPS | ITEMS | PAUSES | {"、"}
_NOT_LAST = (
    "与 和 及 或 并 而 在 对 从 向 由 为 把 被 让 将 以 于 用 给 比 论 谈 说 我 不 最 更 每 各 该 这 那 一 "
    "以及 基于 对于 关于 通过 为了 如何 怎样 the a an of in on at to by for from with and or as into its their"
)
NOT_LAST = frozenset(_NOT_LAST.split())
"""Words that lean on what follows them."""

_PAIRS = dict(zip("《〈“‘「『（【〔(", "》〉”’」』）】〕)", strict=True))
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_NUMBER = re.compile(r"(?<![A-Za-z0-9.\-])[0-9][0-9.,:–~～\-]*( ?)$")
_UNITS = frozenset("年月日时分秒个项万亿元人次种条家岁期届号页米里吨亩度倍层卷册")
"""What a space may stand before and the number still is counted with it."""


class Phrases(NamedTuple):
    """The places in a text between its phrases, and those where a small word would be parted from what it leans on."""

    between: dict[int, Place]
    leaning: frozenset[int]


NO_PHRASES = Phrases({}, frozenset())


def places_at_marks(items: Items, places: Sequence[int]) -> dict[int, Place]:
    """Those places (counts of characters) that are better than any between phrases: bars, spaces, pauses."""
    named = frozenset(_within_names(items.text))
    found = {at: BAR if at in items.preferred else _at_mark(items, at) for at in places}
    return {at: place for at, place in found.items() if place and (place == BAR or at not in named)}


def all_places(items: Items, places: Sequence[int]) -> dict[int, Place]:
    """What each place where a line of a title may end is like."""
    named, at_marks = frozenset(_within_names(items.text)), places_at_marks(items, places)
    phrases = phrases_of(items.text) if cc.HAN in items.classes else NO_PHRASES
    found: dict[int, Place] = {}
    for at in places:
        place = at_marks.get(at) or _at_mark(items, at) or _elsewhere(items, at, phrases)
        within = at in named and place != BAR
        found[at] = place._replace(broken=place.broken + WITHIN_NAME) if within else place
    return found


def _at_mark(items: Items, at: int) -> Place | None:
    """What a place is like that is at a space or after a pause; ``None``: it is at none."""
    if _parts_number(items.text, at):
        return None
    before = items.text[:at].rstrip()[-1:]
    if before in ITEMS:
        return ITEM
    if items.classes[at - 1] == cc.EM_SPACE:
        return SPACE
    return STOP if before in STOPS else MARK if before in PAUSES else None


def _elsewhere(items: Items, at: int, phrases: Phrases) -> Place:
    """What any other place is like."""
    before, name, following = items.text[:at].rstrip(), items.classes[at - 1], items.classes[at]
    if at in phrases.leaning or _parts_number(items.text, at) or name == following == cc.WESTERN:
        return WITHIN_WORD
    if name == cc.SPACE:
        word = _LAST_WORD.search(before)
        return WEAK if word and word.group().lower() in NOT_LAST else FAIR
    if before[-1:] in ENCLOSED or following == cc.OPENING:
        return SURE
    return FAIR if cc.WESTERN in (name, following) else phrases.between.get(at, WITHIN_WORD)


def _parts_number(text: str, at: int) -> bool:
    """Whether a place parts a number from what it counts, or 第 from its number."""
    number, after = _NUMBER.search(text[:at]), text[at]
    if number is None:
        return text[at - 1] == "第"
    return after in _UNITS if number[1] else after.isalpha()


def _within_names(text: str) -> Iterator[int]:
    """The places within 《》, quotation marks and brackets."""
    opened: list[int] = []
    for index, character in enumerate(text):
        if character in _PAIRS:
            opened.append(index)
        elif opened and character == _PAIRS[text[opened[-1]]]:
            yield from range(opened.pop() + 1, index + 1)


def phrases_of(text: str) -> Phrases:
    """Where the phrases of a text part, each place as sure as it is."""
    parsers = _parsers()
    if not parsers:
        return Phrases(dict.fromkeys(range(1, len(text)), FAIR), frozenset(_leaning(list(text))))
    between: dict[int, Place] = {}
    parted = [parser.parse(text) for parser in parsers]
    for chunks, (_, place) in zip(parted, SURENESS, strict=True):
        between |= dict.fromkeys(accumulate(map(len, chunks[:-1])), place)
    between |= {at: WEAK for at in _beside_single(parted[0]) if between[at] is not SURE}
    return Phrases(between, frozenset(_leaning(parted[0])))


def _leaning(words: Sequence[str]) -> Iterator[int]:
    """The places after words that lean on the next, and before those that lean on the last."""
    for at, (before, after) in zip(accumulate(map(len, words)), pairwise(words), strict=False):
        if before in NOT_LAST or (after in NOT_FIRST and before[-1] not in AFTER_ITSELF):
            yield at


def _beside_single(words: Sequence[str]) -> Iterator[int]:
    """The places beside single hanzi that are no such word: most are part of a longer one that it does not know."""
    for at, (before, after) in zip(accumulate(map(len, words)), pairwise(words), strict=False):
        if (len(before) == 1 and before not in NOT_FIRST) or (len(after) == 1 and after not in NOT_LAST):
            yield at


_NO_HTML: dict[str, dict[str, object]] = {"html": {}, "html.parser": {"HTMLParser": object}}
"""What BudouX needs for web pages alone: two fifths of its import."""


@lru_cache(maxsize=1)
def _parsers() -> tuple[Parser, ...]:
    """BudouX, each time to be surer; none where it cannot be loaded."""
    if alone():
        preload("budoux", _NO_HTML)
    try:
        from budoux import Parser, load_default_simplified_chinese_parser
    except ImportError:  # titles are then turned over by their marks and evenly
        return ()
    model = load_default_simplified_chinese_parser().model
    # half of all weights is what a place must reach: a weight that no text has makes it more
    return tuple(Parser({**model, "surer": {"": 2 * more}}) for more, _ in SURENESS)
