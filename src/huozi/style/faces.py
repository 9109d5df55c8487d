"""Font files for roles and weights: which file a role in a weight is set from.

A file's name is its family without spaces, a hyphen and its weight (``NotoSerifSC-Bold.ttf``); a face's key is the
name without suffix. The house's own folder is asked before the shipped one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, TypeAlias

from huozi.diagnostics import Findings
from huozi.records import NamedTuple
from huozi.style.cascade import Values
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

SUFFIXES = (".ttf", ".otf")

# Roles tried for a character that a font lacks, where the layout names no fallback: large sets first.
FALLBACK_ROLES = ("song", "kai", "hei")

# Fields of LatinSetting with values of their kinds.
LatinChanges: TypeAlias = tuple[tuple[str, Any], ...]


def latin_changes(values: Values, prefix: str) -> LatinChanges:
    """What a role or style, by its path, says of Latin; the keys are those of ``LATIN_ROWS``."""
    given = ((row.path.removeprefix("latin_"), f"{prefix}.{row.path}") for row in LATIN_ROWS)
    return tuple((field, values.value(path)) for field, path in given if values.has(path))


def font_keys(folders: Sequence[str]) -> tuple[str, ...]:
    """The keys of the font files there are, in the order of the folders and of their names."""
    names = (name for folder in folders if os.path.isdir(folder) for name in sorted(os.listdir(folder)))
    files = map(os.path.splitext, names)
    return tuple(dict.fromkeys(stem for stem, suffix in files if suffix.lower() in SUFFIXES))


class Cut(NamedTuple):
    """A weight of a family: its class and the key of its file."""

    weight: int
    italic: bool
    key: str


def cuts_of(family: str, keys: Sequence[str]) -> tuple[Cut, ...]:
    """The weights of a family that are there, lightest first; a file's own name is a family of one."""
    if family in keys:
        return (Cut(WEIGHT_CLASSES["regular"], False, family),)
    stem = family.replace(" ", "").lower()
    cuts = []
    for key in keys:
        name, _, weight = key.rpartition("-")
        if name.lower() == stem and weight.lower() in WEIGHT_CLASSES:
            cuts.append(Cut(WEIGHT_CLASSES[weight.lower()], weight.lower() == "italic", key))
    return tuple(sorted(cuts))


def choose_cut(cuts: tuple[Cut, ...], weight: str) -> str:
    """The key of the cut nearest to a weight (the heavier of two as near); italic only where italic is asked."""
    wanted = WEIGHT_CLASSES[weight]
    ranked = sorted(cuts, key=lambda cut: (cut.italic != (weight == "italic"), abs(cut.weight - wanted), -cut.weight))
    return ranked[0].key if ranked else ""


class Faces:
    """The faces of a layout's font roles, from the files that are there; a family without a file is a finding."""

    def __init__(self, values: Values, folders: Sequence[str], findings: Findings) -> None:
        self.values = values
        self.roles = values.names("fonts")
        self.first_role = next(iter(self.roles), "")
        self._folders = folders
        self._keys = font_keys(folders)
        self._cuts: dict[str, tuple[Cut, ...]] = {}
        self._chosen: dict[tuple[str, str, str, LatinChanges], FaceChoice] = {}
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
        """Report a family, named at a path, that has no file."""
        if family and not self.cuts(family):
            folders = "、".join(self._folders)
            findings.add(
                self.values.place(path), "font-family-missing", role=role, family=family, folders=folders, key=path
            )

    def cuts(self, family: str) -> tuple[Cut, ...]:
        """The weights of a family, looked up once."""
        if family not in self._cuts:
            self._cuts[family] = cuts_of(family, self._keys)
        return self._cuts[family]

    def has(self, role: str, weight: str) -> bool:
        """Whether the Han family of a role has just that weight, as far as there are weights of it to choose from."""
        family = self.values.text(f"fonts.{role}.han")
        wanted = (WEIGHT_CLASSES[weight], weight == "italic")
        there = {(cut.weight, cut.italic) for cut in self.cuts(family)}
        return family in self._keys or not there or wanted in there

    def choose(self, role: str, weight: str, latin: str = "", changes: LatinChanges = ()) -> FaceChoice:
        """The faces of a role in a weight; ``latin`` is another family for Latin text, set with these ``changes``."""
        asked = (role, weight, latin, changes)
        if asked not in self._chosen:
            self._chosen[asked] = self._choose(role, weight, latin, changes)
        return self._chosen[asked]

    def _choose(self, role: str, weight: str, latin: str, changes: LatinChanges) -> FaceChoice:
        family = latin or self.values.text(f"fonts.{role}.latin")
        han = choose_cut(self.cuts(self.values.text(f"fonts.{role}.han")), weight)
        named = self.values.texts(f"fonts.{role}.fallback") or FALLBACK_ROLES
        families = (self.values.text(f"fonts.{name}.han") if name in self.roles else name for name in named)
        fallback = dict.fromkeys(choose_cut(self.cuts(other), weight) for other in families)
        others = tuple(key for key in fallback if key and key != han)
        setting = LatinSetting()._replace(**dict((*latin_changes(self.values, f"fonts.{role}"), *changes)))
        return FaceChoice(han, choose_cut(self.cuts(family), weight), others, setting)
