"""The catalogue: font files by key, and the faces of a font role with its chain of fallbacks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from huozi.diagnostics import Finding, InvalidIssue, Span, finding
from huozi.fonts.face import Face, open_face
from huozi.style.model import FaceChoice

SUFFIXES = (".ttf", ".otf")
GETA = "〓"
"""The geta mark: what printers from movable type put where a sort is missing. It marks missing characters in proofs."""


class FaceSet(NamedTuple):
    """The faces of a font role: Han, Latin, and the chain that is asked when a character is in neither."""

    han: Face
    latin: Face
    fallback: tuple[Face, ...]

    def covering(self, character: str) -> Face | None:
        """The first face of the chain that has a character, ``None`` where none has it."""
        for face in (self.han, self.latin, *self.fallback):
            if face.glyph(character):
                return face
        return None


class Catalog:
    """The font files of the folders given, the first folder winning; faces are opened when first asked for."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._folders = tuple(folders)
        self._paths: dict[str, str] = {}
        self._sets: dict[FaceChoice, FaceSet] = {}
        for folder in reversed(self._folders):
            self._paths.update(_font_files(folder))

    def face(self, key: str) -> Face:
        """The face of a key.

        Raises ``InvalidIssue`` with a finding where there is no such file or it is not a font.
        """
        path = self._paths.get(key)
        if path is None:
            raise InvalidIssue([finding(Span(", ".join(self._folders)), "font-missing", font=key)])
        try:
            return open_face(path, key)
        except (OSError, ValueError) as error:
            raise InvalidIssue([finding(Span(path), "font-unreadable", font=key, reason=error)]) from error

    def faces(self, choice: FaceChoice) -> FaceSet:
        """The faces of a font role and weight.

        Raises ``InvalidIssue`` naming every file of the choice that is missing.
        """
        if choice not in self._sets:
            missing: list[Finding] = []
            opened: list[Face] = []
            for key in (choice.han, choice.latin or choice.han, *choice.fallback):
                try:
                    opened.append(self.face(key))
                except InvalidIssue as error:
                    missing.extend(error.findings)
            if missing:
                raise InvalidIssue(missing)
            self._sets[choice] = FaceSet(opened[0], opened[1], tuple(opened[2:]))
        return self._sets[choice]


def _font_files(folder: str) -> dict[str, str]:
    """Font files of a folder by key (file name without suffix); none where there is no such folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return {}
    return {os.path.splitext(name)[0]: os.path.join(folder, name) for name in names if name.lower().endswith(SUFFIXES)}
