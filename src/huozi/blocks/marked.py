"""Marked text to stretches: what the editors said of it, and the layout says it looks like, in millipoints."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from huozi.blocks.setting import Setting, note_key
from huozi.content.model import CrossRef, Markup, NoteRef, Ruby, Script, Text, TextRole
from huozi.fonts.catalog import FaceSet
from huozi.geometry import IDEOGRAPHIC_ASCENT, Mpt, baseline
from huozi.paragraph.items.look import PLAIN, Called, Dots, Look, NameLine, Reading
from huozi.paragraph.items.sorts import Stretch
from huozi.scripts import is_han
from huozi.style.notes import MOST, Marks, mark_text
from huozi.style.text_style import Characters, ParagraphStyle

CALL = Markup(script=Script.SUPER)
"""The call of a note is raised like other text."""


def marked_stretches(
    inline: Text | Ruby | NoteRef | CrossRef, style: ParagraphStyle, setting: Setting
) -> list[Stretch]:
    """The stretches of an inline in a style: one, or one for each character that has a reading of its own."""
    characters = setting.sheet.characters
    match inline:
        case Text(text, span, role, markup):
            look = look_of(markup, style.size, characters)
            return [Stretch(text, setting.faces(style, role), span, role is TextRole.CODE, look)]
        case Ruby():
            return _bases(inline, style, setting)
        case NoteRef(name, span):
            faces = setting.faces(style, TextRole.PLAIN)
            number = setting.note_numbers.get(name)
            text = name if number is None else call_mark(number, setting, style)
            called = None if number is None else Called("note", note_key(setting, name), span, number)
            look = look_of(CALL, style.size, characters)._replace(clings="call", calls=called)
            return [Stretch(text, faces, span, look=look)]
        case CrossRef(target, span):
            named = setting.names.get(target)
            look = PLAIN if named is None or not named.key else Look(calls=Called("float", named.key, span))
            return [Stretch(target, setting.faces(style, TextRole.PLAIN), span, look=look)]
        case _:
            assert_never(inline)


def _bases(ruby: Ruby, style: ParagraphStyle, setting: Setting) -> list[Stretch]:
    """The bases of a ruby, each with its reading."""
    characters = setting.sheet.characters
    look = look_of(ruby.markup, style.size, characters)
    faces, above = setting.faces(style, ruby.role), setting.catalog.faces(style.ruby)
    em = look.size or style.size
    size = max(em * characters.ruby // 1000, 1)
    rise = look.rise + em * (IDEOGRAPHIC_ASCENT + characters.ruby_distance) // 1000
    gap, overhang = size * characters.ruby_gap // 1000, size * characters.ruby_overhang // 1000
    stretches: list[Stretch] = []
    column = ruby.span.column
    for base, text in ruby_units(ruby.base, ruby.reading):
        span = ruby.span._replace(column=column)
        column += len(base)
        reading = Reading(text, above, span, size, rise, gap, overhang)
        stretches.append(Stretch(base, faces, span, look=look._replace(reading=reading)))
    return stretches


def ruby_units(base: str, reading: str) -> list[tuple[str, str]]:
    """A base with its reading; as many pairs as it has Han, where the reading has a syllable for each.

    >>> ruby_units("活字", "huó zì")
    [('活', 'huó'), ('字', 'zì')]
    >>> ruby_units("活字", "huózì")
    [('活字', 'huózì')]
    """
    syllables = reading.split()
    if len(syllables) == len(base) and all(map(is_han, base)):
        return list(zip(base, syllables, strict=True))
    return [(base, " ".join(syllables))]


def call_mark(number: int, setting: Setting, style: ParagraphStyle) -> str:
    """The mark of a note as it is composed in a style.

    Where notes are numbered by page that is the widest that an article's notes can have, so that no line depends on its
    page; make-up puts the page's number in its place.
    """
    faces, marks = setting.faces(style, TextRole.PLAIN), setting.sheet.notes.marks
    if setting.sheet.notes.numbering == "page":
        return _widest(faces, marks, min(len(setting.note_numbers), MOST[marks]))
    return mark_text(number, marks, lambda character: faces.covering(character) is not None)


@lru_cache(maxsize=64)
def _widest(faces: FaceSet, marks: Marks, most: int) -> str:
    """The widest of the marks of so many notes; the first of several."""

    def has(character: str) -> bool:
        return faces.covering(character) is not None

    def width(mark: str) -> int:
        found = ((faces.covering(character), character) for character in mark)
        return sum(face.advance(face.glyph(character), 1000) for face, character in found if face is not None)

    return max((mark_text(number, marks, has) for number in range(1, max(most, 1) + 1)), key=width)


@lru_cache(maxsize=256)
def look_of(markup: Markup, em: Mpt, characters: Characters) -> Look:
    """How marked text looks in a paragraph of a size."""
    size, rise = em, 0
    if markup.small:
        size = max(em * characters.small // 1000, 1)
        if characters.small_align == "centre":  # the middle of the em box stays where it is
            rise = baseline(em) - em // 2 - (baseline(size) - size // 2)
    if markup.script is not Script.NORMAL:
        rise += size * (characters.script_rise if markup.script is Script.SUPER else -characters.script_drop) // 1000
        size = max(size * characters.script // 1000, 1)
    kind = markup.underline
    line = kind and NameLine(
        kind.kind,
        kind.span,
        characters.line,
        em * characters.line_distance // 1000,
        em * characters.line_inset // 1000,
        em * characters.wave // 1000,
    )
    dots = Dots(size * characters.dot // 1000, em * characters.dot_distance // 1000) if markup.dots else None
    return Look(
        size=0 if size == em else size,
        rise=rise,
        clings="" if markup.script is Script.NORMAL else "script",
        dots=dots,
        line=line,
        link=markup.link,
    )
