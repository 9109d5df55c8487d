"""Sorts: characters to the glyphs they are set with, each in the width that the rules give it.

Hanzi have their nominal glyphs, marks the form that Chinese has of them, each looked up once; Latin words and units of
two ems are shaped. A character that a face lacks is lent by another, its neighbours stay where they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional

from huozi.diagnostics import Findings, Span
from huozi.fonts.borrowed import report_borrowed
from huozi.fonts.catalog import GETA, FaceSet
from huozi.fonts.face import Face
from huozi.fonts.shaping import HAN, form_of, shape
from huozi.geometry import IDEOGRAPHIC_ASCENT, Mpt
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.items.look import PLAIN, Look
from huozi.paragraph.rules.spacing import BOX, EM, stands_centred
from huozi.records import NamedTuple
from huozi.scripts import is_han

_PAUSES = cc.PAUSE + cc.STOP
_SHAPED = re.compile(f"[{cc.WESTERN_TEXT}{cc.SPACE}]+|{cc.DASH}{cc.UNIT}+")


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


class _HanCase(dict[str, Sort]):
    """The sorts of a set of faces at a size, in the forms that Chinese has, in their boxes.

    ``missing`` holds the characters met that no face has, ``borrowed`` those that only a fallback has, ``reversed``
    those that are written from right to left, ``centred`` the marks that stand in the middle of their em;
    ``selects``: a variation selector has been met.
    """

    def __init__(self, faces: FaceSet, em: Mpt) -> None:
        super().__init__()
        self.faces = faces
        self.em = em
        self.missing: set[str] = set()
        self.borrowed: set[str] = set()
        self.centred: set[str] = set()
        self.reversed: set[str] = set()
        self.selects = False
        self.rises: dict[str, Mpt] = {}
        self.han = faces.han
        self.fount = _fount(faces.han.key, em)
        self.latin = _fount(faces.latin.key, em * faces.latin_scale // 1000, em * faces.latin_shift // 1000)
        self["\u3000"] = Sort(self.faces.han.glyph("\u3000"), em, 0, self.fount)

    def __missing__(self, character: str) -> Sort:
        if "\u4e00" <= character <= "\u9fff":  # most are hanzi, in no box
            glyph, advance = self.han.nominal(character, self.em)
            if glyph:
                sort = self[character] = Sort(glyph, advance, 0, self.fount)
                return sort
        lent = cc.CLASSES[character].upper() in cc.WESTERN_TEXT and not self.faces.latin.glyph(character)
        face = self._lender(character) if lent else self._covering(character)
        if bidirectional(character) in FROM_THE_RIGHT:
            self.reversed.add(character)
        if is_selector(character):
            self.selects = True
        if character in cc.BLANKS:
            sort = self._blank(cc.BLANKS[character])
        elif face is None and cc.draws_nothing(character):
            sort = self._blank(0)
        elif face is None:
            self.missing.add(character)
            sort = Sort(self.han.glyph(GETA), self.em, 0, self.fount)
        else:
            if lent or (face is not self.han and (face is not self.faces.latin or is_han(character))):
                self.borrowed.add(character)
            sort = _boxed(character, self._form(character, face), face, self.em)
        self[character] = sort
        return sort

    def _covering(self, character: str) -> Face | None:
        """The face of a Han character or mark; a dash of several ems is taken from a face where it is so long."""
        box = BOX.get(character, 0)
        if box > EM and not self.han.glyph(character):
            for face in self.faces.chain():
                if (glyph := form_of(face, character)) and face.advance(glyph, EM) == box:
                    return face
        return self.faces.covering(character)

    def _lender(self, character: str) -> Face | None:
        """The face that lends a Western character which the Latin one lacks; ``None`` where no face has it."""
        return next((face for face in self.faces.lenders() if face.glyph(character)), None)

    def _form(self, character: str, face: Face) -> int:
        """The glyph of a character in the form that Chinese has.

        A pause or stop mark that its face centres stays so: a face is chosen for that.
        """
        name = cc.CLASSES[character].upper()
        if name in _PAUSES and stands_centred(face.ink(character)):
            self.centred.add(character)
            return face.glyph(character)
        return face.glyph(character) if name in cc.WESTERN_TEXT else form_of(face, character)

    def rise_of(self, mark: str) -> Mpt:
        """How far a connector must be raised to stand at half the height of hanzi, as —— does; 0 where it stands so.

        A short one that a face has for Latin letters alone stands at half the height of these.
        """
        if mark not in self.rises:
            glyph, _, _, fount = self[mark]
            face = next((face for face in self.faces.chain() if face.key == fount.face), self.han)
            dash = form_of(face, "—")
            lower = (face.middle(dash) if dash else IDEOGRAPHIC_ASCENT - EM // 2) - face.middle(glyph)
            self.rises[mark] = lower * self.em // EM if lower > OFF_AXIS else 0
        return self.rises[mark]

    def _blank(self, width: int) -> Sort:
        """Nothing drawn in so many thousandths of an em."""
        face = self.faces.han
        return Sort(face.glyph(" "), width * self.em // EM, 0, _fount(face.key, self.em))


def _boxed(character: str, glyph: int, face: Face, em: Mpt) -> Sort:
    """A character in the width that the rule gives it, its glyph centred in its box or (quotes) in its half."""
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


def sorts_of(stretch: Stretch, classes: str, em: Mpt, findings: Findings) -> tuple[list[Sort], str]:
    """The sorts of a stretch: nominal glyphs for Han and marks, shaped runs for Latin and for units like ——.

    Its classes come back as the faces have them: a mark that stands in the middle of its em is ``CENTRED``.
    """
    case = _han_case(stretch.faces, em)
    sorts = list(map(case.__getitem__, stretch.text))
    for run in _SHAPED.finditer(classes):
        start, end = run.span()
        sorts[start:end] = _shaped(stretch.text[start:end], classes[start], case, em)
    if cc.EM_SPACE in classes:
        for index, name in enumerate(classes):
            if name == cc.EM_SPACE and stretch.text[index] not in cc.BLANKS:
                sorts[index] = case["\u3000"]
    if cc.CONNECTOR in classes:
        _raise_to_axis(sorts, stretch.text, classes, case)
    if case.selects:
        _select(sorts, stretch, classes, findings)
    if case.missing or case.borrowed or case.reversed:
        _report(stretch, classes, sorts, case, findings)
    if case.centred:
        pairs = zip(stretch.text, classes, strict=True)
        classes = "".join(cc.CENTRED if mark in case.centred and name in _PAUSES else name for mark, name in pairs)
    return sorts, classes


OFF_AXIS = 50
"""How far below the axis of hanzi a connector may stand (thousandths of an em): what is not seen is left alone."""


def _raise_to_axis(sorts: list[Sort], text: str, classes: str, case: _HanCase) -> None:
    """Stand connectors among hanzi at half their height (GB/T 15834, 5.1.8); beside letters they stay with these."""
    for found in re.finditer(cc.CONNECTOR, classes):
        index = found.start()
        around = classes[max(index - 1, 0)] + classes[min(index + 1, len(classes) - 1)]
        if not (around[0] in cc.WESTERN_TEXT or around[1] in cc.WESTERN_TEXT) and (rise := case.rise_of(text[index])):
            sorts[index] = sorts[index]._replace(fount=_fount(sorts[index].fount.face, case.em, rise))


FROM_THE_RIGHT = ("R", "AL")
"""The classes of letters that are written from right to left (UAX #9)."""

TEXT_OR_EMOJI = "\ufe0e\ufe0f"
"""Selectors that choose between letter and picture, which is the face's doing."""


def is_selector(character: str) -> bool:
    """Whether a character chooses the form of the one before it (The Unicode Standard 15.0, 23.4)."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _select(sorts: list[Sort], stretch: Stretch, classes: str, findings: Findings) -> None:
    """Give characters the form that the selector after them asks for.

    Marks keep the form whose ink the rules of space know. Finding: ``variant-missing``.
    """
    faces = {face.key: face for face in stretch.faces.chain()}
    for index, selector in enumerate(stretch.text):
        if not index or not is_selector(selector) or selector in TEXT_OR_EMOJI:
            continue
        character, sort = stretch.text[index - 1], sorts[index - 1]
        glyph = faces[sort.fount.face].variant(character, selector)
        if glyph and classes[index - 1] == cc.HAN:
            sorts[index - 1] = sort._replace(glyph=glyph)
        elif glyph != sort.glyph:
            place = stretch.span._replace(column=stretch.span.column + index)
            code = f"U+{ord(selector):04X}"
            findings.add(place, "variant-missing", character=character, code=code, face=sort.fount.face)


def _shaped(text: str, first_class: str, case: _HanCase, em: Mpt) -> list[Sort]:
    """The sorts of a run that HarfBuzz shapes, of Western text or of a unit like ——."""
    if first_class != cc.DASH:
        return western_sorts(text, case.faces, case.latin, em)
    face = case.faces.han
    if not all(map(face.glyph, text)) and not all(face.glyph(each) or cc.draws_nothing(each) for each in text):
        return [case[character] for character in text]
    fount = _fount(face.key, em)
    sorts = [Sort(glyph, advance, offset, fount) for glyph, advance, offset, _ in shape(face, text, em, HAN)]
    if sum(sort.advance for sort in sorts) != em * len(text):
        return [case[character] for character in text]
    return sorts


def western_sorts(text: str, faces: FaceSet, fount: Fount, em: Mpt) -> list[Sort]:
    """The sorts of Western text, of a fount of the Latin face; a character that this one lacks is lent by another.

    ``em`` is the size of what a Han face lends. What no face has is a geta mark.
    """
    has = faces.latin.glyph
    if all(map(has, text)) or all(has(each) or cc.draws_nothing(each) for each in text):
        return _in_fount(text, faces.latin, fount, faces)
    from huozi.paragraph.items.lent import runs_by_face  # most text does without

    sorts: list[Sort] = []
    for face, run in runs_by_face(text, faces):
        if face is None:
            sorts += [_not_lent(character, faces.han, em) for character in run]
        elif face is not faces.latin and (face is faces.han or face in faces.fallback):
            sorts += _in_fount(run, face, _fount(face.key, em), faces)
        else:
            sorts += _in_fount(run, face, fount._replace(face=face.key), faces)
    return sorts


def _in_fount(text: str, face: Face, fount: Fount, faces: FaceSet) -> list[Sort]:
    """The sorts of Western text that a face has."""
    return [
        Sort(glyph, advance, offset, fount._replace(rise=fount.rise + rise) if rise else fount)
        for glyph, advance, offset, rise in shape(face, text, fount.size, faces.manner)
    ]


def _not_lent(character: str, face: Face, em: Mpt) -> Sort:
    """A character in Western text that no face has: a blank in its width, nothing, or a geta mark."""
    if character in cc.BLANKS or cc.draws_nothing(character):
        return Sort(face.glyph(" "), cc.BLANKS.get(character, 0) * em // EM, 0, _fount(face.key, em))
    return Sort(face.glyph(GETA), em, 0, _fount(face.key, em))


def _report(stretch: Stretch, classes: str, sorts: list[Sort], case: _HanCase, findings: Findings) -> None:
    """Report what a stretch holds of characters that are missing, borrowed, or written from right to left."""
    if case.missing:
        _report_missing(stretch, sorts, case.missing, findings)
    if case.borrowed:
        _report_borrowed(stretch, classes, sorts, case.borrowed, findings)
    if case.reversed:
        _report_reversed(stretch, case.reversed, findings)


def _report_reversed(stretch: Stretch, letters: set[str], findings: Findings) -> None:
    """A finding for each word of the stretch that is written from right to left, at its place in the source."""
    for word in re.finditer(r"\S+", stretch.text):
        places = [index for index in range(*word.span()) if stretch.text[index] in letters]
        if places:
            place = stretch.span._replace(column=stretch.span.column + places[0])
            findings.add(place, "right-to-left", text=stretch.text[places[0] : places[-1] + 1][:24])


def _report_borrowed(stretch: Stretch, classes: str, sorts: list[Sort], borrowed: set[str], findings: Findings) -> None:
    """A finding for each character of the stretch that is set from a fallback, at its place in the source.

    A hanzi or mark is missed in the Han face, anything Western in the Latin one.
    """
    faces = stretch.faces
    for index, character in enumerate(stretch.text):
        if character not in borrowed:
            continue
        lender = sorts[index].fount.face
        wanted = faces.latin if classes[index] in cc.WESTERN_TEXT else faces.han
        if lender != wanted.key:
            place = stretch.span._replace(column=stretch.span.column + index) if stretch.span.line else stretch.span
            report_borrowed(place, (wanted.key, lender), character, findings)


def _report_missing(stretch: Stretch, sorts: list[Sort], missing: set[str], findings: Findings) -> None:
    """A finding for each character of the stretch that no face has, at its place in the source.

    A mark that a letter is drawn together with is not missed.
    """
    for index, character in enumerate(stretch.text):
        if character in missing and sorts[index].glyph != -1:
            place = stretch.span._replace(column=stretch.span.column + index)
            findings.add(
                place,
                "character-missing",
                character=character if character.isprintable() else repr(character)[1:-1],
                code=f"U+{ord(character):04X}",
                face=stretch.faces.han.key,
            )
