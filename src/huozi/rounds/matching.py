"""Which paragraph of an old edition is which of a new one, though text has come, gone and moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from huozi.rounds.edition import EditionParagraph

Pair = tuple[EditionParagraph | None, EditionParagraph | None]

ALIKE = 0.25
"""A paragraph is one that was corrected where the two share this part of their pairs of characters."""


def matched(old: Sequence[EditionParagraph], new: Sequence[EditionParagraph]) -> list[Pair]:
    """Every paragraph of both with its counterpart (``None``: it has none), the new ones in order, then what is gone.

    Those that say the same come together: first those in the same order within their article, then wherever they went.
    What is left comes together by its likeness, within the same article; one that was parted is the counterpart of all
    its parts.
    """
    found: dict[int, int] = {}
    names_now = {each.article for each in new}
    for article in dict.fromkeys(each.article for each in old):
        if article in names_now:
            found |= _aligned(_of(old, article), _of(new, article))
    taken = set(found.values())
    found |= _elsewhere(old, new, found, taken)
    taken = set(found.values())
    found |= _corrected(old, new, found, taken)
    taken = set(found.values())
    pairs: list[Pair] = [(old[found[at]] if at in found else None, each) for at, each in enumerate(new)]
    return pairs + [(each, None) for at, each in enumerate(old) if at not in taken]


Numbered = list[tuple[int, EditionParagraph]]


def _of(paragraphs: Sequence[EditionParagraph], article: str) -> Numbered:
    return [(at, each) for at, each in enumerate(paragraphs) if each.article == article]


def _aligned(old: Numbered, new: Numbered) -> dict[int, int]:
    """What says the same in the same order: new by old, by their places."""
    matcher = SequenceMatcher(None, [each.source for _, each in old], [each.source for _, each in new], autojunk=False)
    return {new[at.b + step][0]: old[at.a + step][0] for at in matcher.get_matching_blocks() for step in range(at.size)}


def _elsewhere(
    old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], found: dict[int, int], taken: set[int]
) -> dict[int, int]:
    """What says the same at another place of its article, or in another article."""
    there: dict[Hashable, list[int]] = defaultdict(list)
    for at, each in enumerate(old):
        if at not in taken:
            there[each.source].append(at)
    more: dict[int, int] = {}
    for at, each in enumerate(new):
        if at not in found and there.get(each.source):
            places = there[each.source]
            own = next((place for place in places if old[place].article == each.article), places[0])
            places.remove(own)
            more[at] = own
    return more


def _corrected(
    old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], found: dict[int, int], taken: set[int]
) -> dict[int, int]:
    """What is most alike of what has no counterpart yet; of one that has, the further parts it was cut into.

    What is no running text and has no counterpart by then comes together by its kind: a byline is that of its article,
    however little is left of it.
    """
    left = [at for at in range(len(old)) if at not in taken]
    wanting = [at for at in range(len(new)) if at not in found]
    scored = [(-score, at, place) for at in wanting for place, score in _scores(old, new[at], left)]
    more: dict[int, int] = {}
    used: set[int] = set()
    for _, at, place in sorted(scored):
        if at not in more and place not in used:
            more[at] = place
            used.add(place)
    for at in wanting:
        if at not in more and new[at].kind not in RUNNING:
            of_kind = (place for place in left if place not in used and _is_same_part(old[place], new[at]))
            for place in of_kind:
                more[at] = place
                used.add(place)
                break
    for _, at, place in sorted(scored):
        more.setdefault(at, place)
    return more


RUNNING = frozenset({"paragraph", "heading"})
"""Kinds of which an article has many: only likeness tells which is which."""

ENTRY = "contents-entry"


def _is_same_part(old: EditionParagraph, new: EditionParagraph) -> bool:
    """Whether two pieces have the same part in their article; entries of the contents are told by what they list."""
    is_same = (old.article, old.kind) == (new.article, new.kind)
    return is_same and (new.kind != ENTRY or old.place.file == new.place.file)


def _scores(
    old: Sequence[EditionParagraph], new: EditionParagraph, places: Sequence[int]
) -> Iterator[tuple[int, float]]:
    """How alike each old paragraph of the same article is, where it is alike at all, or one is a part of the other."""
    text = text_of(new)
    for place in places:
        each = old[place]
        if each.article != new.article:
            continue
        was = text_of(each)
        score = likeness(was, text)
        if score >= ALIKE or max(_part(was, text), _part(text, was)) >= PART:
            yield place, score if each.kind == new.kind else score * OTHER_KIND


OTHER_KIND = 0.9
"""A paragraph that has become a heading is still that paragraph; one of the same kind comes before it."""

PART = 0.6
"""A piece of a paragraph has this part of its own pairs of characters from it."""


def _part(old: str, new: str) -> float:
    """The part of a text's pairs of characters that another has: that of a piece cut off is near 1."""
    own, other = _pairs(new), _pairs(old)
    return (own & other).total() / own.total() if own else 0.0


def text_of(paragraph: EditionParagraph) -> str:
    """The text of a paragraph, its lines joined."""
    return "".join(line.text for line in paragraph.lines)


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1: the part of their pairs of characters that both have.

    >>> likeness("春风又绿江南岸", "春风又到江南岸")
    0.6666666666666666
    """
    own, others = _pairs(one), _pairs(other)
    total = own.total() + others.total()
    return 2 * (own & others).total() / total if total else 1.0


@lru_cache(maxsize=8192)
def _pairs(text: str) -> Counter[str]:
    """The pairs of characters side by side; of a single character that itself."""
    return Counter(map("".join, pairwise(text))) if len(text) > 1 else Counter(text)
