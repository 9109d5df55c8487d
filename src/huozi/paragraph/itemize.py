"""Itemizing: a paragraph's characters to parallel lists that the breaker and the justifier run over.

One entry a character, whatever its glyphs: advance, glyph, face, and the row of the pair table between it and the next
one. The lists are plain because they are the hot part of composition; no style is looked up here twice.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from huozi.diagnostics import Findings, Span
from huozi.display import SOFT_HYPHEN
from huozi.fonts.catalog import GETA, FaceSet
from huozi.fonts.face import Face
from huozi.fonts.shaping import HAN, shape
from huozi.geometry import Mpt
from huozi.paragraph import charclass as cc
from huozi.paragraph.context import resolve
from huozi.paragraph.look import PLAIN, Look, Reading, Worn
from huozi.paragraph.opportunities import pair_codes
from huozi.paragraph.pairs import PairTable, pair_table
from huozi.paragraph.spacing import BOX, EM, line_end_trim, line_start_trim
from huozi.records import NamedTuple
from huozi.style.model import TextStyle

_LATIN_SIDES = cc.WESTERN + cc.WESTERN_OPENING + cc.WESTERN_CLOSING + cc.PREFIX + cc.POSTFIX
_SHAPED = re.compile(f"[{_LATIN_SIDES}{cc.SPACE}]+|{cc.DASH}{cc.UNIT}+")


class Stretch(NamedTuple):
    """Text in one set of faces and one look, with its place in the source; ``whole``: never hyphenated (code)."""

    text: str
    faces: FaceSet
    span: Span
    whole: bool = False
    look: Look = PLAIN


class Fount(NamedTuple):
    """A face in one size, by its key; ``rise`` is how far its glyphs stand above the baseline."""

    face: str
    size: Mpt
    rise: Mpt = 0


@lru_cache(maxsize=1024)
def _fount(face: str, size: Mpt, rise: Mpt = 0) -> Fount:
    """A fount, always the same object: runs of one fount are found by identity."""
    return Fount(face, size, rise)


class Sort(NamedTuple):
    """One character made ready (a sort, as in movable type): glyph, advance, offset of the glyph, its fount."""

    glyph: int
    advance: Mpt
    offset: Mpt
    fount: Fount


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
    looks that are not plain, in the order of the text, and ``readings`` what stands above it.
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
    if tracking:  # nothing is added after what is not seen
        plain = resolved.plain
        advance = tuple(
            width + tracking if plain or not cc.draws_nothing(each) else 0
            for width, each in zip(advance, text, strict=True)
        )
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
    if cc.SPACE in classes or cc.EM_SPACE in classes or cc.UNIT in classes:
        starts = {*preferred, *forced, *(index for index, code in enumerate(codes, 1) if rows[code].breakable)}
        _trim_after(trim, classes, advance, starts)
    items = Items(
        text, classes, em, advance, offset, glyph, fount, codes, rows, trim, lead, word_space, preferred, forced, soft
    )
    if any(stretch.look is not PLAIN for stretch in stretches):
        from huozi.paragraph.marked import with_looks  # plain text does without

        items = with_looks(items, stretches, style, tracking, findings)
    return items


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


class _HanCase(dict[str, Sort]):
    """The sorts of a set of faces at a size: nominal glyphs in their boxes; ``missing`` holds what no face has."""

    def __init__(self, faces: FaceSet, em: Mpt) -> None:
        super().__init__()
        self.faces = faces
        self.em = em
        self.missing: set[str] = set()
        self.han = faces.han
        self.fount = _fount(faces.han.key, em)
        self.latin = _fount(faces.latin.key, em * faces.latin_scale // 1000, em * faces.latin_shift // 1000)
        self["\u3000"] = Sort(self.faces.han.glyph("\u3000"), em, 0, self.fount)

    def __missing__(self, character: str) -> Sort:
        if "\u4e00" <= character <= "\u9fff" and (glyph := self.han.glyph(character)):  # most are hanzi, in no box
            sort = self[character] = Sort(glyph, self.han.advance(glyph, self.em), 0, self.fount)
            return sort
        face = self.faces.covering(character)
        if character in cc.BLANKS:
            sort = self._blank(cc.BLANKS[character])
        elif face is None and cc.draws_nothing(character):
            sort = self._blank(0)
        elif face is None:
            self.missing.add(character)
            face = self.faces.han
            sort = Sort(face.glyph(GETA), self.em, 0, _fount(face.key, self.em))
        else:
            sort = _boxed(character, face, self.em)
        self[character] = sort
        return sort

    def _blank(self, width: int) -> Sort:
        """Nothing drawn in so many thousandths of an em."""
        face = self.faces.han
        return Sort(face.glyph(" "), width * self.em // EM, 0, _fount(face.key, self.em))


def _boxed(character: str, face: Face, em: Mpt) -> Sort:
    """A character in the width that the rule gives it, its glyph centred in its box or (quotes) in its half."""
    glyph = face.glyph(character)
    own = face.advance(glyph, em)
    box = BOX.get(character, 0) * em // EM
    fount = _fount(face.key, em)
    if not box or box == own:
        return Sort(glyph, own, 0, fount)
    half = box // 2
    if character in "“‘":
        return Sort(glyph, box, half + (half - own) // 2, fount)
    if character in "”’":
        return Sort(glyph, box, (half - own) // 2, fount)
    return Sort(glyph, box, (box - own) // 2, fount)


@lru_cache(maxsize=256)
def _han_case(faces: FaceSet, em: Mpt) -> _HanCase:
    return _HanCase(faces, em)


def sorts_of(stretch: Stretch, classes: str, em: Mpt, findings: Findings) -> list[Sort]:
    """The sorts of a stretch: nominal glyphs for Han and marks, shaped runs for Latin and for units like ——."""
    case = _han_case(stretch.faces, em)
    sorts = list(map(case.__getitem__, stretch.text))
    for run in _SHAPED.finditer(classes):
        start, end = run.span()
        sorts[start:end] = _shaped(stretch.text[start:end], classes[start], case, em)
    if cc.EM_SPACE in classes:
        for index, name in enumerate(classes):
            if name == cc.EM_SPACE and stretch.text[index] not in cc.BLANKS:
                sorts[index] = case["\u3000"]
    if case.missing:
        _report_missing(stretch, case.missing, findings)
    return sorts


def _shaped(text: str, first_class: str, case: _HanCase, em: Mpt) -> list[Sort]:
    """The sorts of a run that HarfBuzz shapes; characters that the face lacks come from the chain, one by one."""
    if first_class != cc.DASH:
        return western_sorts(text, case.faces, case.latin) or [case[character] for character in text]
    face = case.faces.han
    if not all(map(face.glyph, text)) and not all(face.glyph(each) or cc.draws_nothing(each) for each in text):
        return [case[character] for character in text]
    fount = _fount(face.key, em)
    sorts = [Sort(glyph, advance, offset, fount) for glyph, advance, offset, _ in shape(face, text, em, HAN)]
    if sum(sort.advance for sort in sorts) != em * len(text):
        return [_boxed(character, face, em) for character in text]
    return sorts


def western_sorts(text: str, faces: FaceSet, fount: Fount) -> list[Sort]:
    """The sorts of Western text in the Latin face of a set, of a fount; empty where the face lacks a character."""
    has = faces.latin.glyph
    if not all(map(has, text)) and not all(has(each) or cc.draws_nothing(each) for each in text):
        return []
    return [
        Sort(glyph, advance, offset, fount._replace(rise=fount.rise + rise) if rise else fount)
        for glyph, advance, offset, rise in shape(faces.latin, text, fount.size, faces.manner)
    ]


def _report_missing(stretch: Stretch, missing: set[str], findings: Findings) -> None:
    """A finding for each character of the stretch that no face has, at its place in the source."""
    for index, character in enumerate(stretch.text):
        if character in missing:
            place = stretch.span._replace(column=stretch.span.column + index)
            findings.add(
                place,
                "character-missing",
                character=character if character.isprintable() else repr(character)[1:-1],
                code=f"U+{ord(character):04X}",
                face=stretch.faces.han.key,
            )
