"""Font files for roles and weights: which file a role in a weight is set from.

A family goes by the names its makers gave it, in any language. A file may also be named after its family: without
spaces, a hyphen and its weight (``NotoSerifSC-Bold.ttf``); its name without suffix is a family of one. The house's own
folder is asked before the shipped one, whose files are named so, and are not opened to be asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any, TypeAlias

from huozi.diagnostics import Findings, Span
from huozi.records import NamedTuple
from huozi.sfnt import (
    OTHER_SUFFIXES,
    SUFFIXES,
    Axis,
    FaceKey,
    FontFace,
    FontFile,
    face_key,
    font_files,
    plain_family,
    read_font,
)
from huozi.style.cascade import Values
from huozi.style.kinds import Face
from huozi.style.model import FaceChoice, LatinSetting
from huozi.style.properties import LATIN_ROWS

# Weight names → class of weight (OpenType OS/2 usWeightClass); italic is the upright's regular to a Han family.
WEIGHT_CLASSES = {
    "thin": 100,
    "extralight": 200,
    "light": 300,
    "regular": 400,
    "italic": 400,
    "medium": 500,
    "semibold": 600,
    "bold": 700,
    "extrabold": 800,
    "black": 900,
}

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


NORMAL_WIDTH = 5
"""The class of width of a face that is neither condensed nor expanded (OS/2 usWidthClass)."""

NEAR_ENOUGH = 50
"""How far a face's class of weight may be from that of a weight's name: makers number their weights differently."""


class Cut(NamedTuple):
    """A weight of a family: its class and the key of its file or face.

    A variable face has all weights up to ``most``; ``axes`` are those it is placed on. ``path`` is its file, ``fault``
    the rule of the finding that tells why it cannot be used, with the system's ``reason``.
    """

    weight: int
    italic: bool
    key: str
    most: int = 0
    axes: tuple[Axis, ...] = ()
    width: int = NORMAL_WIDTH
    path: str = ""
    fault: str = ""
    reason: str = ""

    def distance(self, weight: int) -> int:
        """How far a weight is from what the cut has."""
        return max(self.weight - weight, weight - max(self.most, self.weight), 0)

    def has(self, weight: str) -> bool:
        """Whether it is of just this weight."""
        return self.distance(WEIGHT_CLASSES[weight]) <= NEAR_ENOUGH and self.italic == (weight == "italic")

    def at(self, weight: str) -> str:
        """The key of the face for a weight: of a variable face, the place on its axes."""
        wanted = {"wght": WEIGHT_CLASSES[weight], "ital": int(self.italic), "slnt": -90 * self.italic}
        places = (
            (axis.tag, min(max(float(wanted[axis.tag]), axis.least), axis.most))
            for axis in self.axes
            if axis.tag in wanted
        )
        return face_key(FaceKey(self.key, axes=tuple(places)))


def cuts_of(family: str, keys: Sequence[str]) -> tuple[Cut, ...]:
    """The weights of a family by the names of files, lightest first; a file's whole name is a family of one."""
    stem = plain_family(family)
    cuts = []
    for key in keys:
        name, _, weight = key.rpartition("-")
        if plain_family(key) == stem or (plain_family(name) == stem and weight.lower() in WEIGHT_CLASSES):
            cuts.append(Cut(_weight_of(key), _style_of(key) == "italic", key))
    return tuple(sorted(cuts))


def _style_of(key: str) -> str:
    return key.rpartition("-")[2].lower()


def _weight_of(key: str) -> int:
    """The weight that a file's name ends in; regular where it names none."""
    return WEIGHT_CLASSES.get(_style_of(key), WEIGHT_CLASSES["regular"])


def is_of(face: FontFace, names: Set[str]) -> bool:
    """Whether a face is of a family, by the names of that (``plain_family``)."""
    return not names.isdisjoint(map(plain_family, face.families))


def names_beside(family: str, fonts: Iterable[FontFile]) -> frozenset[str]:
    """All names of a family, where files name it in several languages: often only one of its weights has them all."""
    names = {plain_family(family)}
    for face in [face for font in fonts for face in font.faces if is_of(face, names)]:
        names.update(map(plain_family, face.families))
    return frozenset(names)


def cuts_in(family: str, key: str, font: FontFile, also: frozenset[str] = frozenset()) -> tuple[Cut, ...]:
    """The weights of a family that a file holds, by the names inside of it, else by its own.

    ``also`` are all names of the family, as far as they are known.

    >>> cuts_in("Song", "Song-Bold", FontFile("fonts/Song-Bold.ttf", fault="font-empty"))[0].fault
    'font-empty'
    """
    name = plain_family(family)
    faces = [face for face in font.faces if is_of(face, also or {name})]
    if faces:
        return tuple(cut for face in faces for cut in _cuts_of_face(face, face.weight, key, font))
    styled = [face for face in font.faces if name in map(plain_family, face.styled)]
    if styled:  # its weight stands in its name: it is the regular, or the bold, of a family of its own
        weights = (WEIGHT_CLASSES["bold" if face.bold else "regular"] for face in styled)
        return tuple(
            cut for face, weight in zip(styled, weights, strict=True) for cut in _cuts_of_face(face, weight, key, font)
        )
    named = cuts_of(family, (key,))
    if not font.faces or not named:
        return tuple(cut._replace(path=font.path, fault=font.fault, reason=font.reason) for cut in named)
    alike = [face for face in font.faces if face.families == font.faces[0].families]
    if len(alike) == 1 and _style_of(key) in WEIGHT_CLASSES:
        return tuple(
            cut for cut in _cuts_of_face(alike[0], named[0].weight, key, font) if cut.italic == named[0].italic
        )
    return tuple(cut for face in alike for cut in _cuts_of_face(face, face.weight, key, font))


def _cuts_of_face(face: FontFace, weight: int, key: str, font: FontFile) -> Iterator[Cut]:
    """What a face gives of a family: one weight, all between two on an axis, italics where an axis leads there."""
    own = face_key(FaceKey(key, face.number))
    axes = {axis.tag: axis for axis in face.axes}
    least, most = (round(axes["wght"].least), round(axes["wght"].most)) if "wght" in axes else (weight, 0)
    upright = Cut(least, face.italic, own, most, face.axes, face.width, font.path, face.fault, font.reason)
    yield upright
    slanted = any(
        (axis.tag == "ital" and axis.most >= 1) or (axis.tag == "slnt" and axis.least < 0) for axis in face.axes
    )
    if slanted and not face.italic:
        yield upright._replace(italic=True)


def nearest_cut(cuts: tuple[Cut, ...], weight: str) -> Cut | None:
    """The cut nearest to a weight (the heavier of two as near); italic only where italic is asked.

    A family that has faces of the usual width is set from these.
    """
    wanted = WEIGHT_CLASSES[weight]

    def rank(cut: Cut) -> tuple[int, bool, int, int]:
        heaviest = max(cut.weight, cut.most)
        return abs(cut.width - NORMAL_WIDTH), cut.italic != (weight == "italic"), cut.distance(wanted), -heaviest

    return min(cuts, key=rank, default=None)


def choose_cut(cuts: tuple[Cut, ...], weight: str) -> str:
    """The key of the face nearest to a weight; empty where there is none."""
    cut = nearest_cut(cuts, weight)
    return cut.at(weight) if cut else ""


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
            if font.fault and not font.faces and _style_of(key) not in WEIGHT_CLASSES:
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
        nearest = [cut for family in named if (cut := nearest_cut(self._shelf.cuts(family), weight))]
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
        han = self._take(self.values.text(f"fonts.{role}.han"), weight)
        named = self.values.texts(f"fonts.{role}.fallback") or FALLBACK_ROLES
        families = (self.values.text(f"fonts.{name}.han") if name in self.roles else name for name in named)
        fallback = dict.fromkeys(self._take(other, weight) for other in families)
        others = tuple(key for key in fallback if key and key != han)
        setting = LatinSetting()._replace(**dict((*latin_changes(self.values, f"fonts.{role}"), *changes)))
        return FaceChoice(han, self._take(latin or self.values.text(f"fonts.{role}.latin"), weight), others, setting)

    def _take(self, family: str, weight: str) -> str:
        """The key of the face of a family that is nearest to a weight; one that cannot be used is a finding."""
        cut = nearest_cut(self._shelf.cuts(family), weight) if family else None
        if cut is None:
            return ""
        if cut.fault:
            self._findings.add(Span(cut.path), cut.fault, reason=cut.reason)
        return cut.at(weight)
