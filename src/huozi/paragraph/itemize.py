"""Itemizing: a paragraph's characters to parallel lists that the breaker and the justifier run over.

One entry a character, whatever its glyphs: advance, glyph, face, and the row of the pair table between it and the next
one. The lists are plain because they are the hot part of composition; no style is looked up here twice.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from huozi.diagnostics import Findings
from huozi.display import SOFT_HYPHEN
from huozi.geometry import Mpt
from huozi.paragraph import charclass as cc
from huozi.paragraph.context import resolve
from huozi.paragraph.look import PLAIN, Reading, Worn
from huozi.paragraph.opportunities import pair_codes
from huozi.paragraph.pairs import PairTable, pair_table
from huozi.paragraph.sorts import Fount, Sort, Stretch, sorts_of
from huozi.paragraph.spacing import EM, HALF, NEVER_HANGING, line_end_spare, line_end_trim, line_start_trim
from huozi.records import NamedTuple
from huozi.style.model import TextStyle


class Hyphen(NamedTuple):
    """What parting a word after a count of characters puts in place of what stands there.

    ``head`` are the sorts that take the place of those from index ``first`` up to the line's end, the hyphen last;
    ``tail`` those that the next line begins with (where a ligature is parted; else empty).
    """

    first: int
    head: tuple[Sort, ...]
    tail: tuple[Sort, ...]


NO_LEADS: Mapping[int, Mpt] = MappingProxyType({})
NO_HYPHENS: Mapping[int, Hyphen] = MappingProxyType({})


class SetReading(NamedTuple):
    """A reading made ready: the characters of its base, its sorts and their width.

    ``lead`` and ``tail`` are the space that the base has before its first and after its last glyph.
    """

    start: int
    end: int
    reading: Reading
    sorts: tuple[Sort, ...]
    width: Mpt
    lead: Mpt = 0
    tail: Mpt = 0


class Items(NamedTuple):
    """A paragraph ready to break: parallel lists, an entry a character (lengths in Mpt).

    ``advance`` is a character's own width, ``offset`` where its glyph stands in it, ``glyph`` its glyph (-1: drawn by
    the glyph before), ``fount`` its face and size. ``codes[i]`` (the classes' letters, and what else tells gaps apart)
    stands between character i and i + 1; ``rows`` is the table of these codes. ``trim`` is what a character loses when
    it ends a line, ``lead`` what those of some indexes lose when they begin one. ``word_space`` is the Latin face's
    space in thousandths of an em. ``preferred`` and ``forced`` hold the counts where breaks of that kind stood,
    ``soft`` those where a soft hyphen did; ``hyphens`` what parting a word after a count puts there. ``worn`` holds the
    looks that are not plain, in the order of the text, and ``readings`` what stands above it. ``spare`` is what those
    of some indexes can lose at a line's end and need not (the first step of compression, where a house leaves marks at
    line ends their em).
    """

    text: str
    classes: str
    em: Mpt
    advance: Sequence[Mpt]
    offset: Sequence[Mpt]
    glyph: Sequence[int]
    fount: Sequence[Fount]
    codes: list[str]
    rows: PairTable
    trim: list[Mpt]
    lead: Mapping[int, Mpt]
    word_space: int
    preferred: tuple[int, ...]
    forced: tuple[int, ...] = ()
    soft: tuple[int, ...] = ()
    hyphens: Mapping[int, Hyphen] = NO_HYPHENS
    worn: tuple[Worn, ...] = ()
    readings: tuple[SetReading, ...] = ()
    spare: Mapping[int, Mpt] = NO_LEADS


@lru_cache(maxsize=64)
def _trims(style: TextStyle, em: Mpt, tracking: Mpt) -> dict[str, Mpt]:
    return {name: line_end_trim(name, style) * em // EM + tracking for name in cc.ALL}


def itemize(stretches: Sequence[Stretch], em: Mpt, style: TextStyle, tracking: Mpt, findings: Findings) -> Items:
    """The items of a paragraph set at ``em`` (Mpt), ``tracking`` added after each character.

    What ``take_out_hints`` takes out becomes breaks. A character that no face has is set as a geta mark (〓) and
    reported at its place.
    """
    stretches, preferred, forced, soft = take_out_hints(stretches)
    if tracking:
        stretches = [stretch._replace(faces=stretch.faces.without_ligatures()) for stretch in stretches]
    text = "".join(stretch.text for stretch in stretches)
    resolved = resolve(text)
    if any(stretch.whole for stretch in stretches):
        resolved = resolved._replace(classes=_with_code(resolved.classes, stretches))
    classes = resolved.classes
    sorts: list[Sort] = []
    for stretch in stretches:
        start = len(sorts)
        sorts += sorts_of(stretch, classes[start : start + len(stretch.text)], stretch.look.size or em, findings)
    glyph, advance, offset, fount = zip(*sorts, strict=True) if sorts else ((), (), (), ())
    if tracking:
        advance = _tracked(advance, text, tracking, resolved.plain)
    lead: Mapping[int, Mpt] = NO_LEADS
    if cc.OPENING in classes and (less := line_start_trim(cc.OPENING, style) * em // EM):
        lead = {index: less for index, name in enumerate(classes) if name == cc.OPENING}
    word_space = _word_space(stretches, em)
    codes = pair_codes(text, resolved, style.profile, style.kinsoku)
    if any(stretch.whole for stretch in stretches):
        _close_up_code(codes, stretches)
    rows = pair_table(style, word_space)
    trims = _trims(style, em, tracking)
    trim = [trims[name] for name in classes]
    _hold_marks(trim, text, style, em)
    if cc.SPACE in classes or cc.EM_SPACE in classes or cc.UNIT in classes:
        starts = {*preferred, *forced, *(index for index, code in enumerate(codes, 1) if rows[code].breakable)}
        _trim_after(trim, classes, advance, starts)
    items = Items(
        text,
        classes,
        em,
        advance,
        offset,
        glyph,
        fount,
        codes,
        rows,
        trim,
        lead,
        word_space,
        preferred,
        forced,
        soft,
        spare=_spare(classes, style, em),
    )
    if any(stretch.look is not PLAIN for stretch in stretches):
        from huozi.paragraph.marked import with_looks  # plain text does without

        items = with_looks(items, stretches, style, tracking, findings)
    return items


def _tracked(advance: Sequence[Mpt], text: str, tracking: Mpt, plain: bool) -> tuple[Mpt, ...]:
    """Advances with so much added, but after what is not seen."""
    seen = (plain or not cc.draws_nothing(each) for each in text)
    return tuple(width + tracking if drawn else 0 for width, drawn in zip(advance, seen, strict=True))


def _spare(classes: str, style: TextStyle, em: Mpt) -> Mapping[int, Mpt]:
    """What characters can lose at a line's end where marks keep their em there and lines are pulled in."""
    if style.line_end != "full" or style.fill == "push-out":
        return NO_LEADS
    return {index: room for index, name in enumerate(classes) if (room := line_end_spare(name, style) * em // EM)}


def _hold_marks(trim: list[Mpt], text: str, style: TextStyle, em: Mpt) -> None:
    """Let marks that never hang lose but the half of their em at a line's end that is blank, where others hang."""
    marks = NEVER_HANGING[style.profile] if style.line_end == "hang" else ""
    for index, mark in enumerate(text) if marks else ():
        if mark in marks:
            trim[index] -= em - HALF * em // EM


def _with_code(classes: str, stretches: Sequence[Stretch]) -> str:
    """The classes of a text with code in it: there ASCII is words throughout, its marks and hyphens too."""
    parts: list[str] = []
    start = 0
    for text, _, _, whole, _ in stretches:
        own = classes[start : start + len(text)]
        start += len(text)
        parts.append(own if not whole else "".join(map(_class_in_code, text, own)))
    return "".join(parts)


def _class_in_code(character: str, name: str) -> str:
    return cc.WESTERN if "!" <= character <= "~" else name


def _close_up_code(codes: list[str], stretches: Sequence[Stretch]) -> None:
    """Take the Han–Latin gap out of code: what is quoted is shown as it is written."""
    start = 0
    for text, _, _, whole, _ in stretches:
        if whole:
            for gap in range(start, start + len(text) - 1):
                if codes[gap] in (cc.HAN + cc.WESTERN, cc.WESTERN + cc.HAN):
                    codes[gap] = cc.HAN + cc.HAN
        start += len(text)


def _trim_after(trim: list[Mpt], classes: str, advance: Sequence[Mpt], starts: Container[int]) -> None:
    """Give spaces their trims at a line's end, all of them, and what combines with a mark the mark's.

    What would then end the line is trimmed with a space, unless a line may begin with the space.
    """
    for index, name in enumerate(classes):
        before = trim[index - 1] if index and index not in starts else 0
        if name in (cc.SPACE, cc.EM_SPACE):
            trim[index] = advance[index] + before
        elif name == cc.UNIT and index:
            trim[index] = before


def _word_space(stretches: Sequence[Stretch], em: Mpt) -> int:
    """The width of the Latin face's space in thousandths of an em."""
    if not stretches:
        return 0
    faces = stretches[0].faces
    return faces.latin.advance(faces.latin.glyph(" "), em * faces.latin_scale // 1000) * EM // em


PREFERRED_BREAK = "\ufdd0"
"""Stands for the ``|`` of a title or heading, where ``|`` is no character: a noncharacter, kept for such inner use."""
FORCED_BREAK = "\ufdd1"
"""A stretch of this alone is a forced line break; anywhere else it is a character like others."""
_HINT = re.compile(f"( *{PREFERRED_BREAK} *|^{FORCED_BREAK}$|{SOFT_HYPHEN})")


class Hinted(NamedTuple):
    """A text without what only speaks to the composer, and the character counts where each kind of it stood."""

    stretches: list[Stretch]
    preferred: tuple[int, ...] = ()
    forced: tuple[int, ...] = ()
    soft: tuple[int, ...] = ()


def take_out_hints(stretches: Sequence[Stretch]) -> Hinted:
    """The text without preferred breaks, the spaces beside them, forced breaks and soft hyphens.

    What stands on either side of a preferred break is a stretch of its own, with its place in the source.
    """
    texts = [stretch.text for stretch in stretches]
    if not any(PREFERRED_BREAK in text or SOFT_HYPHEN in text or text == FORCED_BREAK for text in texts):
        return Hinted(list(stretches))
    plain: list[Stretch] = []
    counts: dict[str, dict[int, None]] = {PREFERRED_BREAK: {}, FORCED_BREAK: {}, SOFT_HYPHEN: {}}
    count = 0
    for stretch in stretches:
        *parts, last = _HINT.split(stretch.text)
        kept: list[str] = []
        begins = ends = 0
        for part, hint in zip(parts[::2], parts[1::2], strict=True):
            count += len(part)
            kept.append(part)
            counts[hint.strip(" ")][count] = None
            ends += len(part) + len(hint)
            if PREFERRED_BREAK in hint and stretch.look is PLAIN:
                plain.append(_further(stretch, begins, "".join(kept)))
                kept, begins = [], ends
        count += len(last)
        plain.append(_further(stretch, begins, "".join((*kept, last))))
    within = range(1, count)
    preferred, forced = (tuple(filter(within.__contains__, counts[hint])) for hint in (PREFERRED_BREAK, FORCED_BREAK))
    return Hinted([stretch for stretch in plain if stretch.text], preferred, forced, tuple(counts[SOFT_HYPHEN]))


def _further(stretch: Stretch, characters: int, text: str) -> Stretch:
    """A part of a stretch that begins so many characters further on in its line, where a line is known."""
    span = stretch.span
    return stretch._replace(text=text, span=span._replace(column=span.column + characters) if span.line else span)
