"""A new journal: a house with its layout and a first issue that can be built as it stands."""

from __future__ import annotations

import os
import re
from datetime import date

from huozi.diagnostics import Findings, InvalidIssue, Span, finding
from huozi.new.places import make_whole, refuse_taken
from huozi.new.texts import filled, word
from huozi.records import NamedTuple
from huozi.source_file import quoted
from huozi.style.house import find_house, shipped_root
from huozi.style.load import find_layout
from huozi.style.readers import NAME

MOST_IN_A_NAME = 40
"""More characters no journal's name has."""

ARTICLES = ("xiezai-qianmian", "yipian-wenzhang", "xiayiqi")
"""The articles of a first issue."""

_NOT_IN_NAMES = re.compile(r"[^\w]+")

SPECIMEN = "specimen"
"""The issue that is shipped with Huozi, its handbook."""


class Identity(NamedTuple):
    """What a journal is: its name in both languages, who publishes it, the layout it is built on, its kind."""

    name: str = ""
    name_en: str = ""
    organiser: str = ""
    base: str = "a4-35x37"
    kind: str = "periodical"


def new_journal(folder: str, identity: Identity, day: date, number: int, serial: int) -> tuple[str, list[str]]:
    """Make a journal's house; gives the folder of its first issue and the paths of all files.

    Raises ``InvalidIssue`` where it cannot be made; nothing is written then.
    """
    refuse_taken(folder)
    own_name = os.path.basename(os.path.realpath(folder))
    name = " ".join((identity.name or own_name).split())
    if not name.isprintable() or not name.strip("-_. ") or len(name) > MOST_IN_A_NAME:
        raise InvalidIssue([finding(Span("--name"), "new-journal-name", name=quoted(name), most=MOST_IN_A_NAME)])
    findings = Findings()
    find_layout(identity.base, find_house(folder), Span("--base"), findings)
    if len(findings):
        raise InvalidIssue(findings)
    layout = next(filter(NAME.fullmatch, (own_name, _NOT_IN_NAMES.sub("-", name).strip("-"))), "journal")
    organiser = identity.organiser or f"{name}编辑部"
    values = {
        "title": name,
        "base": identity.base,
        "name": word(name),
        "name_en": f"name_en: {word(identity.name_en)}" if identity.name_en else "# name_en: 英文刊名",
        "organiser": word(organiser),
        "kind": identity.kind,
        "journal": layout,
        "year": day.year,
        "number": number,
        "serial": serial,
        "date": day.isoformat(),
    }
    issue = f"issue/{day.year}-{number:02}"
    files = {
        f"layout/{layout}.yaml": filled("layout.yaml", values),
        f"{issue}/issue.yaml": filled("issue.yaml", values),
    }
    for at, article in enumerate(ARTICLES, start=1):
        files[f"{issue}/articles/{at:02}-{article}.md"] = filled(f"{article}.md", values)
    files[".gitignore"] = filled("gitignore", values)
    make_whole(folder, files)
    return os.path.join(folder, *issue.split("/")), [os.path.join(folder, *path.split("/")) for path in files]


def specimen_files() -> dict[str, str]:
    """The files of the issue shipped with Huozi: paths below its folder, and texts."""
    root = os.path.join(shipped_root(), "issue", SPECIMEN)
    names = ["issue.yaml", *(f"articles/{name}" for name in sorted(os.listdir(os.path.join(root, "articles"))))]
    files = {}
    for name in names:
        with open(os.path.join(root, *name.split("/")), encoding="utf-8") as file:
            files[name] = file.read()
    return files
