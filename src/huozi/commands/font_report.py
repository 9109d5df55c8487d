"""The list of ``huozi fonts``: families and their faces, for people or as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence

from huozi.diagnostics import Finding, Language
from huozi.fonts.survey import CHARACTER_SETS, Survey, coverage
from huozi.messages import texts
from huozi.messages.fonts import say_of_font
from huozi.records import NamedTuple
from huozi.sfnt import BITMAPS_ONLY, NO_SUBSETTING, USAGE, licence_fault
from huozi.style.faces import weights_of


class Listed(NamedTuple):
    """A face in the list: as surveyed, its key, its file, whether it is a shipped one.

    ``used``: pages of the issue asked about show it; ``lacks``: characters of the issue that it was asked for in vain.
    """

    survey: Survey
    key: str
    path: str
    shipped: bool
    used: bool = False
    lacks: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The first of its family's names; the file's where it has none."""
        return next(iter(self.survey.face.families), os.path.basename(self.path))


class Report(NamedTuple):
    """What there is: faces, findings on files that cannot be used, whether an issue was asked about."""

    faces: Sequence[Listed]
    unusable: Sequence[Finding]
    of_issue: bool


USES = {0: "installable", 2: "restricted", 4: "preview-print", 8: "editable"}
"""Ways of embedding by the bits of ``fsType``; of several, the least restrictive holds."""


def embedding(bits: int) -> list[str]:
    """What the bits of embedding say, by the names of the table of words.

    >>> embedding(0x0104)
    ['preview-print', 'no-subsetting']
    """
    found = [bit for bit in (8, 4, 2) if bits & bit]
    limits = {"no-subsetting": NO_SUBSETTING, "bitmaps-only": BITMAPS_ONLY}
    return [USES[found[0] if bits & USAGE and found else 0], *(name for name, bit in limits.items() if bits & bit)]


# ------------------------------------------------------------------ text


def as_text(report: Report, language: Language) -> str:
    """The faces by family, what each is and covers; then what an issue's faces lack."""
    lines: list[str] = []
    for names, faces in _by_family(report.faces).items():
        lines.append(" · ".join(names))
        for listed in faces:
            lines += [f"  {part}" for part in _face_lines(listed, language)]
        lines.append("")
    lacking = [listed for listed in report.faces if listed.lacks]
    for listed in lacking:
        shown = "".join(listed.lacks)
        lines.append(say_of_font("lacks", language, face=listed.key, count=len(listed.lacks), characters=shown))
    if report.of_issue and not lacking:
        lines.append(say_of_font("lacks-nothing", language))
    return "".join(f"{line}\n" for line in lines)


def _by_family(faces: Sequence[Listed]) -> Mapping[tuple[str, ...], list[Listed]]:
    """Faces by the names of their families, each family once under all its names, in the order of their first names."""
    names: dict[str, dict[str, None]] = {}
    groups: dict[str, list[Listed]] = {}
    for listed in sorted(faces, key=lambda listed: (listed.family.casefold(), listed.survey.face.weight, listed.key)):
        groups.setdefault(listed.family, []).append(listed)
        names.setdefault(listed.family, {}).update(dict.fromkeys(listed.survey.face.families or (listed.family,)))
    return {tuple(names[family]): found for family, found in groups.items()}


def _face_lines(listed: Listed, language: Language) -> Iterator[str]:
    """A face in three lines: style and weights, file; version, licence, embedding; coverage."""
    survey = listed.survey
    weights = weights_of(listed.survey.face)
    shown = "…".join(dict.fromkeys((weights[0], weights[-1]))) if weights else str(survey.face.weight)
    marks = [say_of_font("shipped" if listed.shipped else "own", language)]
    marks += [say_of_font("used", language)] if listed.used else []
    yield f"{survey.style or shown}  weight: {shown}  {listed.path}{_number(listed)}  [{', '.join(marks)}]"
    allowed = say_of_font("between", language).join(say_of_font(name, language) for name in embedding(survey.embedding))
    licence = survey.licence or say_of_font("no-licence", language)
    yield f"  {survey.version}  {licence}  {allowed} (fsType {survey.embedding:#06x})"
    sets = (f"{CHARACTER_SETS[codec]} {has}/{of}" for codec, (has, of) in coverage(survey.characters).items())
    yield f"  {'  '.join(sets)}  {say_of_font('characters', language, count=len(survey.characters))}"


def _number(listed: Listed) -> str:
    """Which face of a collection it is, from 1."""
    return f" #{listed.survey.face.number + 1}" if "/" in listed.key or listed.path.lower().endswith("c") else ""


# ------------------------------------------------------------------ JSON


def as_json(report: Report, language: Language) -> str:
    """The list as an object: ``fonts``, a row a face, and ``unusable``, a row a file; ``version`` counts its forms."""
    fonts = [_face_data(listed) for listed in report.faces]
    unusable = [
        {"file": item.span.file, "rule": item.rule, "message": texts(item, language)[0]} for item in report.unusable
    ]
    data = {"version": 1, "fonts": fonts, "unusable": unusable}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _face_data(listed: Listed) -> dict[str, object]:
    survey = listed.survey
    face = survey.face
    return {
        "family": listed.family,
        "families": list(face.families),
        "style": survey.style,
        "weight": face.weight,
        "weights": weights_of(listed.survey.face),
        "italic": face.italic,
        "axes": {axis.tag: [axis.least, axis.usual, axis.most] for axis in face.axes},
        "key": listed.key,
        "file": listed.path,
        "face": face.number,
        "shipped": listed.shipped,
        "version": survey.version,
        "licence": survey.licence,
        "licence_url": survey.licence_url,
        "fs_type": survey.embedding,
        "embedding": embedding(survey.embedding),
        "embeddable": not licence_fault(survey.embedding),
        "glyphs": survey.glyphs,
        "characters": len(survey.characters),
        "coverage": {codec: {"has": has, "of": of} for codec, (has, of) in coverage(survey.characters).items()},
        "used": listed.used,
        "lacks": list(listed.lacks),
    }


FORMS = {"text": as_text, "json": as_json}
"""What ``--format`` takes."""
