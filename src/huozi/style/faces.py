"""Font files for roles and weights: which file a role in a weight is set from.

A family goes by the names its makers gave it, in any language. A file may also be named after its family: without
spaces, a hyphen and its weight (``NotoSerifSC-Bold.ttf``); its name without suffix is a family of one. The house's own
folder is asked before the shipped one, whose files are named so, and are not opened to be asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.sfnt import OTHER_SUFFIXES, SUFFIXES, FontFace, FontFile, font_files, read_font
from huozi.style.cascade import Values
from huozi.style.cuts import (
    WEIGHT_CLASSES,
    Cut,
    Wanted,
    alike_first,
    as_drawn,
    cuts_in,
    cuts_of,
    lenders_of_western,
    names_beside,
    nearest_cut,
    style_of,
    wanted_as,
)
from huozi.style.keys.text import LATIN_ROWS
from huozi.style.readers import Face
from huozi.style.text_style import FaceChoice, LatinSetting

# The files shipped with Huozi and their sizes: what they hold is known by their names.
SHIPPED = {
    "LXGWWenKai-Regular.ttf": 15_679_832,
    "NotoSansSC-SemiBold.ttf": 3_330_028,
    "NotoSerifSC-Black.ttf": 3_888_128,
    "NotoSerifSC-Bold.ttf": 4_619_796,
    "NotoSerifSC-Regular.ttf": 4_620_344,
    "SourceSerif4-Black.ttf": 330_196,
    "SourceSerif4-Bold.ttf": 330_208,
    "SourceSerif4-Italic.ttf": 208_212,
    "SourceSerif4-Regular.ttf": 329_948,
}

# Roles tried for a character that a font lacks, where the layout names no fallback: large sets first.
FALLBACK_ROLES = ("song", "kai", "hei")

# Fields of LatinSetting with values of their kinds.
LatinChanges: TypeAlias = tuple[tuple[str, Any], ...]


def latin_changes(values: Values, prefix: str) -> LatinChanges:
    """What a role or style, by its path, says of Latin; the keys are those of ``LATIN_ROWS``."""
    given = ((row.path.removeprefix("latin_"), f"{prefix}.{row.path}") for row in LATIN_ROWS)
    return tuple((field, values.value(path)) for field, path in given if values.has(path))


class Shelf:
    """The font files of folders, and which of them a family is.

    Files of a house are asked for the names inside of them; the shipped ones only for a family that nothing else has.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        self.files = font_files(folders)
        self.folders = folders
        self._foreign = {key: path for key, path in self.files.items() if not is_shipped(path)}
        self._cuts: dict[str, tuple[Cut, ...]] = {}

    def cuts(self, family: str) -> tuple[Cut, ...]:
        """The weights of a family, looked up once; the house's own come first, and of one weight stand alone.

        A file's name may have its suffix.
        """
        if family not in self._cuts:
            by_file = family[: -len(SUFFIXES[0])] if family.casefold().endswith(SUFFIXES) else ""
            self._cuts[family] = self._found(family) or (self._found(by_file) if by_file else ())
        return self._cuts[family]

    def _found(self, family: str) -> tuple[Cut, ...]:
        fonts = {key: read_font(path) for key, path in self._foreign.items()}
        names = names_beside(family, fonts.values())
        own = [cut for key, font in fonts.items() for cut in cuts_in(family, key, font, names)]
        shipped = [key for key in self.files if key not in self._foreign]
        cuts = [*own, *cuts_of(family, shipped)]
        if not cuts:  # by its name in another language, perhaps
            cuts = [cut for key in shipped for cut in cuts_in(family, key, read_font(self.files[key]))]
        if not cuts:
            other = font_files(self.folders, OTHER_SUFFIXES)
            cuts = [cut for key, path in other.items() for cut in cuts_in(family, key, read_font(path))]
        alone: dict[tuple[int, int, bool, int], Cut] = {}
        for cut in cuts:
            alone.setdefault((cut.weight, cut.most, cut.italic, cut.width), cut)
        return tuple(sorted(alone.values()))

    def nameless(self) -> Iterator[FontFile]:
        """The files that cannot be used and do not say of which family they are."""
        for key, path in self._foreign.items():
            font = read_font(path)
            if font.fault and not font.faces and style_of(key) not in WEIGHT_CLASSES:
                yield font


def weights_of(face: FontFace) -> list[str]:
    """The weights that a layout can ask a face for, by their names in layouts.

    Of a variable face all between two; of another the one that is nearest.
    """
    axis = next((axis for axis in face.axes if axis.tag == "wght"), None)
    names = {name: weight for name, weight in WEIGHT_CLASSES.items() if name != "italic"}
    if axis is not None:
        return [name for name, weight in names.items() if axis.least <= weight <= axis.most]
    nearest = min(names, key=lambda name: abs(names[name] - face.weight))
    return ["italic" if face.italic and nearest == "regular" else nearest]


def is_shipped(path: str) -> bool:
    """Whether a file is one of those shipped with Huozi, by its name and size."""
    size = SHIPPED.get(os.path.basename(path))
    return size is not None and os.path.getsize(path) == size


class Faces:
    """The faces of a layout's font roles, from the files that are there; a family without a file is a finding."""

    def __init__(self, values: Values, folders: Sequence[str], findings: Findings) -> None:
        self.values = values
        self.roles = values.names("fonts")
        self.first_role = next(iter(self.roles), "")
        self._shelf = Shelf(folders)
        self._findings = findings
        self._chosen: dict[tuple[str, str, str, LatinChanges], FaceChoice] = {}
        self._told: set[tuple[str, str]] = set()
        for role in self.roles:
            self._check_role(role, findings)

    def _check_role(self, role: str, findings: Findings) -> None:
        """Report the families of a role that have no file."""
        for path in (f"fonts.{role}.han", f"fonts.{role}.latin"):
            self.check_family(role, path, self.values.text(path), findings)
        path = f"fonts.{role}.fallback"
        for name in self.values.texts(path):
            if name not in self.roles:
                self.check_family(role, path, name, findings)

    def check_family(self, role: str, path: str, family: str, findings: Findings) -> None:
        """Report a family, named at a path, that has no file, and the files that may be it and cannot be used."""
        if family and not self._shelf.cuts(family):
            folders = "、".join(self._shelf.folders)
            findings.add(
                self.values.place(path), "font-family-missing", role=role, family=family, folders=folders, key=path
            )
            for font in self._shelf.nameless():
                findings.add(Span(font.path), font.fault, reason=font.reason)

    def lacking(self, role: str, weight: str, latin: str = "") -> tuple[str, ...]:
        """The files that stand in for a weight that they have not, of a role's Han and Latin.

        Italics are the Latin's: a Han family has none, and is asked for none where the Latin has them.
        """
        families = (self.values.text(f"fonts.{role}.han"), latin or self.values.text(f"fonts.{role}.latin"))
        named = [family for family in families if family]
        wanted = wanted_as(weight)
        nearest = [cut for family in named if (cut := nearest_cut(self._shelf.cuts(family), wanted))]
        if len(nearest) < len(named) or any(cut.fault for cut in nearest):
            return ()  # a family without a file is reported, and a file that cannot be used
        if weight == "italic" and any(cut.italic for cut in nearest):
            return ()
        return tuple(dict.fromkeys(cut.key for cut in nearest if not cut.has(weight)))

    def check_weight(self, style: str, path: str, face: Face, latin: str = "") -> None:
        """Report a weight, asked for at a path, that files have not: once for the same files."""
        files = "、".join(self.lacking(face.role, face.weight, latin))
        if files and (face.weight, files) not in self._told:
            self._told.add((face.weight, files))
            self._findings.add(
                self._place(path, face.role),
                "font-weight-missing",
                style=style,
                weight=face.weight,
                role=face.role,
                files=files,
            )

    def _place(self, path: str, role: str) -> Span:
        """Where a weight is asked for; where a layout that this one extends does, where this one names a family."""
        asked = self.values.place(path)
        if not asked.line or asked.file == self.values.span.file:
            return asked
        named = (f"fonts.{role}.{script}" for script in ("han", "latin"))
        spans = (self.values.place(family) for family in named if self.values.has(family))
        return next((span for span in spans if span.file != asked.file), asked)

    def choose(self, role: str, weight: str, latin: str = "", changes: LatinChanges = ()) -> FaceChoice:
        """The faces of a role in a weight; ``latin`` is another family for Latin text, set with these ``changes``."""
        asked = (role, weight, latin, changes)
        if asked not in self._chosen:
            self._chosen[asked] = self._choose(role, weight, latin, changes)
        return self._chosen[asked]

    def _choose(self, role: str, weight: str, latin: str, changes: LatinChanges) -> FaceChoice:
        wanted = wanted_as(weight)
        own = self._cut(self.values.text(f"fonts.{role}.han"), wanted)
        own_latin = self._cut(latin or self.values.text(f"fonts.{role}.latin"), wanted)
        around = as_drawn(own, wanted)
        fallback = dict.fromkeys(
            cut.at(around.weight) for cut in self._fallback(role, around) if own is None or cut.key != own.key
        )
        han = own.at(wanted.weight) if own else ""
        keys = (han, own_latin.at(wanted.weight) if own_latin else "")
        western = self._western(role, latin, as_drawn(own_latin or own, wanted))
        setting = LatinSetting()._replace(**dict((*latin_changes(self.values, f"fonts.{role}"), *changes)))
        return FaceChoice(*keys, tuple(fallback), setting, tuple(key for key in western if key != (keys[1] or han)))

    def _fallback(self, role: str, around: Wanted) -> list[Cut]:
        """What is asked for a character that a role's Han face lacks: what looks as heavy as the text first."""
        named = self.values.texts(f"fonts.{role}.fallback") or FALLBACK_ROLES
        families = (self.values.text(f"fonts.{name}.han") if name in self.roles else name for name in named)
        return alike_first((self._cut(family, around) for family in families), around)

    def _western(self, role: str, latin: str, around: Wanted) -> Iterator[str]:
        """What is asked for a character that a role's Latin face lacks: all weights of the Latin families of its own,
        of its fallbacks and of the other roles, in this order, then its Han face and fallbacks."""
        named = self.values.texts(f"fonts.{role}.fallback") or FALLBACK_ROLES
        families = (latin, *(self.values.text(f"fonts.{name}.latin") for name in (role, *named, *self.roles)))
        cuts = [cut for family in dict.fromkeys(filter(None, families)) for cut in self._shelf.cuts(family)]
        own = self._cut(self.values.text(f"fonts.{role}.han"), around)
        han = [own, *self._fallback(role, around)] if own else self._fallback(role, around)
        return lenders_of_western(cuts, han, around)

    def _cut(self, family: str, wanted: Wanted) -> Cut | None:
        """The cut of a family that is nearest to what is wanted; one that cannot be used is a finding."""
        cut = nearest_cut(self._shelf.cuts(family), wanted) if family else None
        if cut is not None and cut.fault:
            self._findings.add(Span(cut.path), cut.fault, reason=cut.reason)
        return cut
