"""Itemizing: a paragraph's characters to parallel lists that the breaker and the justifier run over.

One entry a character, whatever its glyphs: advance, glyph, face, and the row of the pair table between it and the next
one. The lists are plain because they are the hot part of composition; no style is looked up here twice.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache

from huozi.diagnostics import Findings
from huozi.geometry import Mpt
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.characters.context import resolve
from huozi.paragraph.items.figures import set_on_half_ems, with_tabular_figures
from huozi.paragraph.items.hints import take_out_hints
from huozi.paragraph.items.look import PLAIN
from huozi.paragraph.items.model import NO_LEADS, Items
from huozi.paragraph.items.sorts import Sort, Stretch, sorts_of
from huozi.paragraph.rules.opportunities import pair_codes
from huozi.paragraph.rules.pairs import pair_table
from huozi.paragraph.rules.spacing import (
    EM,
    HALF,
    MAY_END,
    MAY_NOT_END,
    NEVER_HANGING,
    close_up_marks,
    line_end_spare,
    line_end_trim,
    line_start_trim,
)
from huozi.style.text_style import TextStyle


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
    if style.digits == "half":
        stretches = with_tabular_figures(stretches)
    sorts, classes = _sorts_and_classes(stretches, resolved.classes, em, findings)
    if style.digits == "half":
        set_on_half_ems(sorts, stretches, em)
    resolved = resolved._replace(classes=classes)
    glyph, advance, offset, fount = zip(*sorts, strict=True) if sorts else ((), (), (), ())
    advance, closed = _tracked(advance, text, tracking, classes, stretches) if tracking else (advance, ())
    lead: Mapping[int, Mpt] = NO_LEADS
    if cc.OPENING in classes and (less := line_start_trim(cc.OPENING, style) * em // EM):
        lead = {index: less for index, name in enumerate(classes) if name == cc.OPENING}
    word_space = _word_space(stretches, em)
    codes = pair_codes(text, resolved, style.profile, style.kinsoku)
    if (cc.SPACE in classes or cc.EM_SPACE in classes) and cc.HAN in classes:
        advance = _as_gaps(codes, resolved.classes, advance, stretches)
    _close_up(codes, resolved.classes, stretches, style)
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
        from huozi.paragraph.items.marked import with_looks  # plain text does without

        items = with_looks(items, stretches, style, tracking, findings)
    _not_tracked(items.trim, tracking, closed)
    return items


def _not_tracked(trim: list[Mpt], tracking: Mpt, closed: Sequence[int]) -> None:
    """Take what is not added from what a character loses at a line's end: a word may be parted there."""
    for index in closed:
        trim[index] -= tracking


def _tracked(
    advance: Sequence[Mpt], text: str, tracking: Mpt, classes: str, stretches: Sequence[Stretch]
) -> tuple[tuple[Mpt, ...], Sequence[int]]:
    """Advances with so much added, and the places after which nothing is."""
    from huozi.paragraph.items.tracking import closed_after, tracked  # most text is not spaced

    closed = closed_after(classes, stretches)
    return tracked(advance, text, tracking, closed), closed


def _close_up(codes: list[str], classes: str, stretches: Sequence[Stretch], style: TextStyle) -> None:
    """Change the codes of the gaps where code is shown as it is written, and where a house closes marks up."""
    if any(stretch.whole for stretch in stretches):
        _close_up_code(codes, stretches)
    if style.adjacent_marks == "1字":
        close_up_marks(codes, classes)


def _sorts_and_classes(
    stretches: Sequence[Stretch], classes: str, em: Mpt, findings: Findings
) -> tuple[list[Sort], str]:
    """The sorts of all stretches, and the classes as they are set: a mark that its face centres has another."""
    sorts: list[Sort] = []
    for stretch in stretches:
        start, end = len(sorts), len(sorts) + len(stretch.text)
        own, as_set = sorts_of(stretch, classes[start:end], stretch.look.size or em, findings)
        sorts += own
        if as_set != classes[start:end]:
            classes = classes[:start] + as_set + classes[end:]
    return sorts, classes


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


def _as_gaps(codes: list[str], classes: str, advance: tuple[Mpt, ...], stretches: Sequence[Stretch]) -> tuple[Mpt, ...]:
    """Advances and codes in which a space typed between Han and Latin is the gap that stands there by itself.

    In code, and where there are several in a row, spaces are left as they are.
    """
    if not (found := [space.start() for space in _TYPED_GAP.finditer(classes)]):
        return advance
    text = "".join(stretch.text for stretch in stretches)
    in_code: set[int] = set()
    start = 0
    for own, _, _, whole, _ in stretches:
        in_code.update(range(start, start + len(own)) if whole else ())
        start += len(own)
    widths = list(advance)
    for at in found:
        if text[at] in " \u00a0" and at not in in_code and _is_gap(codes, text, at):
            sign = codes[at][-1] if codes[at][-1] in (MAY_END, MAY_NOT_END) else ""
            codes[at] = codes[at - 1][0] + codes[at][1] + sign
            widths[at] = 0
    return tuple(widths)


def _is_gap(codes: Sequence[str], text: str, at: int) -> bool:
    """Whether a space that may be a gap is one: it stands before no hyphen but a minus, behind no stop."""
    if codes[at][1] == cc.CONNECTOR:
        return False
    return codes[at - 1][0] != cc.WESTERN_CLOSING or text[at - 1] in ")]}"


_LATIN = cc.WESTERN + cc.PREFIX + cc.POSTFIX
_BEGINS = f"[{_LATIN}{cc.WIDE_PREFIX}{cc.WESTERN_OPENING}{cc.CONNECTOR}]|{cc.SIGN}[{cc.WESTERN}{cc.PREFIX}{cc.HAN}]"
"""What a number, a word or a bracket begins with."""
_ENDS = _LATIN + cc.WIDE_POSTFIX + cc.WESTERN_CLOSING
_TYPED_GAP = re.compile(
    f"(?<={cc.HAN})[{cc.SPACE}{cc.EM_SPACE}](?={_BEGINS})|(?<=[{_ENDS}])[{cc.SPACE}{cc.EM_SPACE}](?={cc.HAN})"
)


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
