"""``huozi fonts``: what fonts there are, what an issue's faces lack; a font checked and put in its place."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence

from huozi.commands.font_report import FORMS, Listed, Report
from huozi.commands.making import Request, make
from huozi.commands.outcome import Exit, Outcome, Progress, code_by_cause, has_errors
from huozi.diagnostics import Finding, Findings, InvalidIssue, Language, Span, finding
from huozi.fonts.borrowed import characters_set, lacked_by_face
from huozi.fonts.survey import damage, survey
from huozi.messages.fonts import say_of_font
from huozi.output.files import make_folder, write_whole
from huozi.sfnt import (
    OTHER_SUFFIXES,
    SUFFIXES,
    FaceKey,
    FontFace,
    FontFile,
    face_key,
    font_files,
    parse_key,
    plain_family,
    read_font,
)
from huozi.style.faces import is_shipped, weights_of
from huozi.style.house import House, find_house, shipped_root, upwards

ADD = "add"
"""The word that asks for a font to be put in its place; a folder of this name is asked about as ``./add``."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``fonts``."""
    parser.add_argument(
        "issue",
        nargs="?",
        default="",
        metavar="ISSUE | add",
        help="一期的文件夹：各款字体缺它的哪些字；add：放进字体 / folder of an issue: what faces lack; add: a font",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="add 后面的字体文件 / font files, after add")
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="列表的形式 / form of the list")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """List or add as the command line asks."""
    if options.issue == ADD:
        return add_fonts(options.files, find_house("."), options.lang)
    if options.files:
        raise InvalidIssue([finding(Span(options.files[0]), "fonts-usage")])
    return list_fonts(options.issue, options.format, options.lang, progress)


# ------------------------------------------------------------------ the list


def list_fonts(issue: str, form: str, language: Language, progress: Progress) -> Outcome:
    """All fonts of the house and the shipped ones; of an issue's faces, what they lack of its characters.

    Where the issue cannot be set, the fonts are listed all the same.
    """
    house = find_house(issue or ".")
    unusable = [finding(Span(font.path), _fault(font), reason=font.reason) for font in _fonts(house) if _fault(font)]
    used: dict[str, set[str]] = {}
    findings: tuple[Finding, ...] = ()
    if issue:
        try:
            used = lacked_in(issue, progress)
        except InvalidIssue as error:
            findings = error.findings
    report = Report(tuple(_listed(house, used)), unusable, bool(issue) and not findings)
    shown = unusable if form == "text" else []
    found = tuple(dict.fromkeys((*shown, *findings)))
    return Outcome(_code((*unusable, *findings)), found, FORMS[form](report, language))


def _code(findings: Sequence[Finding]) -> Exit:
    return code_by_cause(findings) if has_errors(findings) else Exit.DONE


def lacked_in(issue: str, progress: Progress) -> dict[str, set[str]]:
    """The faces that an issue's pages show or were to show, by key, and the characters that each lacked.

    Raises ``InvalidIssue`` where the issue or its layout cannot be used.
    """
    findings = Findings()
    made = make(Request(issue), findings, progress)
    return {key: set[str]() for key in characters_set(made.pages)} | lacked_by_face(findings)


def _fonts(house: House) -> Iterator[FontFile]:
    """All font files of a house, also those of kinds that cannot be used."""
    for suffixes in (SUFFIXES, OTHER_SUFFIXES):
        yield from map(read_font, font_files(house.fonts, suffixes).values())


def _fault(font: FontFile) -> str:
    """The rule of the finding that a file, or one of its faces, cannot be used."""
    return font.fault or next((face.fault for face in font.faces if face.fault), "")


def _listed(house: House, used: dict[str, set[str]]) -> Iterator[Listed]:
    """The faces that can be used, each with what it lacked; places on the axes of a variable face are one face."""
    lacked: dict[str, set[str]] = {}
    for key, characters in used.items():
        lacked.setdefault(face_key(parse_key(key)._replace(axes=())), set()).update(characters)
    for key, path in font_files(house.fonts).items():
        for surveyed in survey(read_font(path)):
            own = face_key(FaceKey(key, surveyed.face.number))
            lacks = tuple(sorted(lacked.get(own, ())))
            yield Listed(surveyed, own, path, is_shipped(path), own in lacked, lacks)


# ------------------------------------------------------------------ a font added


def add_fonts(files: Sequence[str], house: House, language: Language) -> Outcome:
    """Check fonts and put each into the house's ``fonts/``; what cannot be used stays where it is.

    Raises ``InvalidIssue`` where no file is named or there is no house.
    """
    if not files:
        raise InvalidIssue([finding(Span(ADD), "fonts-usage")])
    folder = own_folder(house)
    findings = Findings()
    lines = [line for file in files for line in _add(file, folder, house, findings, language)]
    return Outcome(_code(tuple(findings)), tuple(findings), "".join(f"{line}\n" for line in lines))


def own_folder(house: House) -> str:
    """The folder of a house's own fonts.

    Raises ``InvalidIssue`` where there is no house but the shipped one, whose files are not ours to add to.
    """
    if len(house.fonts) == 1 and shipped_root() not in upwards(os.getcwd()):
        raise InvalidIssue([finding(Span("."), "fonts-no-house")])
    return house.fonts[0]


def _add(file: str, folder: str, house: House, findings: Findings, language: Language) -> list[str]:
    """Check a font and copy it into a folder; gives what is to be said of it, nothing after an error."""
    font = read_font(file)
    fault = _fault(font)
    if fault:
        findings.add(Span(file), fault, reason=font.reason)
        return []
    reason = damage(font)
    if reason:
        findings.add(Span(file), "font-broken-inside", reason=reason)
        return []
    with open(file, "rb") as stream:
        data = stream.read()
    target = os.path.join(folder, _file_name(file, data))
    if not _has_place(file, data, target, house, findings) or _has_double(font, file, house, findings):
        return []
    make_folder(folder)
    write_whole(target, data)
    return [say_of_font("added", language, path=target), *_how_to_ask(font, target, language)]


SUFFIX_OF = {b"OTTO": ".otf", b"ttcf": ".ttc"}
"""A font's suffix by its first bytes; any other is ``.ttf``."""


def _file_name(file: str, data: bytes) -> str:
    """What a font's file is to be called: as it is, its suffix mended where it is none of a font."""
    name = os.path.basename(file).lstrip(".")
    return name if name.lower().endswith(SUFFIXES) else name + SUFFIX_OF.get(data[:4], ".ttf")


def _has_place(file: str, data: bytes, target: str, house: House, findings: Findings) -> bool:
    """Whether a font may be put in a place: nothing is written over, nothing is there twice."""
    for path in font_files(house.fonts).values():
        if os.path.getsize(path) == len(data) and _same(path, data):
            findings.add(Span(file), "font-there-already", path=path)
            return False
    if os.path.lexists(target):
        findings.add(Span(file), "font-name-taken", path=target)
        return False
    return True


def _same(path: str, data: bytes) -> bool:
    with open(path, "rb") as file:
        return file.read() == data


def _has_double(font: FontFile, file: str, house: House, findings: Findings) -> bool:
    """Whether the house's own fonts have a family's weight already; one that is shipped makes way, with a note."""
    own = {what: face.families for face in font.faces for what in _what(face)}
    for path in font_files(house.fonts).values():
        shared = [what for face in read_font(path).faces for what in _what(face) if what in own]
        for what in shared[:1]:
            told = {"family": own[what][0], "weight": what[1], "path": path}
            if not is_shipped(path):
                findings.add(Span(file), "font-double", **told)
                return True
            findings.add(Span(file), "font-replaces", **told)
    return False


def _what(face: FontFace) -> Iterator[tuple[str, int, bool, int, bool]]:
    """What a face is to those who ask for it: each of its families, weight, slope, width, whether it is variable."""
    for family in face.families:
        yield plain_family(family), face.weight, face.italic, face.width, bool(face.axes)


def _how_to_ask(font: FontFile, target: str, language: Language) -> Iterator[str]:
    """What to write in a layout for each family of a font, and the weights that there are of it."""
    stem = os.path.splitext(os.path.basename(target))[0]
    for names in dict.fromkeys(face.families or (stem,) for face in font.faces):
        faces = [face for face in font.faces if (face.families or (stem,)) == names]
        weights = "、".join(dict.fromkeys(weight for face in faces for weight in weights_of(face)))
        yield say_of_font("ask", language, family=names[-1], names=" · ".join(names), weights=weights)
