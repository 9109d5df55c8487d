"""Texts of designs: what they are set with, their lines filled and set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from huozi.diagnostics import Findings, Span
from huozi.display import Placed, Role
from huozi.fonts.face import Face
from huozi.galley import Composer
from huozi.geometry import baseline
from huozi.makeup.cover_checks import Words
from huozi.makeup.fitting import Room, fitted
from huozi.pictures.model import LookAt, no_pictures
from huozi.records import NamedTuple
from huozi.structure import Element, Kind
from huozi.style.model import Stylesheet
from huozi.style.text_style import ParagraphStyle
from huozi.templates import fill


class Quoted(NamedTuple):
    """An article that is quoted on the cover (导读): its fields, and where the issue names it."""

    fields: Mapping[str, str]
    span: Span


class PicturesOf(NamedTuple):
    """The pictures of an issue in a ``folder``: ``cover`` is the one for its cover, within that; ``look_at`` tells what
    a picture file is.
    """

    folder: str
    cover: str
    look_at: LookAt


NO_PICTURES = PicturesOf("", "", no_pictures)


class CoverSetter(NamedTuple):
    """The surroundings of a design: fields of templates and where they stand, the layout, composer, findings.

    ``quoted`` are the articles that the issue wants on its cover; ``face_of`` opens faces, where that can be;
    ``pictures`` are those that designs may draw.
    """

    fields: Mapping[str, str]
    places: Mapping[str, Span]
    sheet: Stylesheet
    set_text: Composer
    findings: Findings
    quoted: tuple[Quoted, ...] = ()
    face_of: Callable[[str], Face] | None = None
    pictures: PicturesOf = NO_PICTURES

    def has(self, style: ParagraphStyle, character: str) -> bool:
        """Whether the faces of a style have a character."""
        face_of = self.face_of
        return face_of is not None and any(
            face_of(key).glyph(character) for key in (style.font.han, *style.font.fallback)
        )


def fill_lines(template: str, fields: Mapping[str, str]) -> list[str]:
    """A template of several lines filled, each by itself; the ends of lines in what is filled in count as well."""
    return [part for line in template.split("\n") for part in parts_of(fill(line, fields))]


def parts_of(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [part.strip() for part in text.split("\n") if part.strip()]


def set_across(parts: Sequence[str], style: ParagraphStyle, room: Room, set_text: Composer) -> list[Words]:
    """Lines of text in their area, turned over where they are too long; no words where there are none."""
    if not parts:
        return []
    area = room.area
    used, needed = fitted(parts, style, room, set_text)
    lines = [line for part in parts for line in set_text(part, used, area.width, room.text)]
    if not lines:
        return []
    own = Element(Kind.PARAGRAPH, 0, None, room.text)
    top = room.top((len(lines) - 1) * used.leading + used.size) + baseline(used.size)
    placed = tuple(
        tuple(
            Placed(area.x + line.x + x, top + number * used.leading, run, Role.PARAGRAPH, element=own)
            for x, run in line.runs
        )
        for number, line in enumerate(lines)
    )
    words = Words(" ".join(parts), used.name, used.size, used.ink, area, placed, room.text, room.element, 0, 0)
    return [words._replace(shrunk=used.size < style.size, needed=needed)]
