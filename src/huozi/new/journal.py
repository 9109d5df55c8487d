"""A new journal: a house with its layout and a first issue that can be built as it stands."""

from __future__ import annotations

import os
import re
from datetime import date

from huozi.diagnostics import InvalidIssue, Span, finding
from huozi.new.own_layout import Identity, Likeness, likeness, own_layout
from huozi.new.places import make_whole, refuse_taken
from huozi.new.texts import filled, word
from huozi.source_file import quoted
from huozi.style.house import find_house, shipped_root
from huozi.style.readers import NAME

MOST_IN_A_NAME = 40
"""More characters no journal's name has."""

ARTICLES = ("xiezai-qianmian", "yipian-wenzhang", "xiayiqi")
"""The articles of a first issue."""

LIKE = Span("--like")
"""Where the layout is asked for that a new journal is to be like."""

_NOT_IN_NAMES = re.compile(r"[^\w]+")

SPECIMEN = "specimen"
"""The issue that is shipped with Huozi, its handbook."""


def new_journal(folder: str, identity: Identity, day: date, number: int, serial: int) -> tuple[str, list[str]]:
    """Make a journal's house; gives the folder of its first issue and the paths of all files.

    Raises ``InvalidIssue`` where it cannot be made; nothing is written then.
    """
    refuse_taken(folder)
    own_name = os.path.basename(os.path.realpath(folder))
    name = " ".join((identity.name or own_name).split())
    if not name.isprintable() or not name.strip("-_. ") or len(name) > MOST_IN_A_NAME:
        raise InvalidIssue([finding(Span("--name"), "new-journal-name", name=quoted(name), most=MOST_IN_A_NAME)])
    # A new journal is a house of its own: the layouts of a house around it are out of its reach.
    like = likeness(identity.like, find_house(shipped_root()), LIKE)
    layout = _layout_name(own_name, name, like)
    identity = identity._replace(name=name, organiser=identity.organiser or f"{name}编辑部")
    values = {
        "title": name,
        "organiser": word(identity.organiser),
        "journal": layout,
        "year": day.year,
        "number": number,
        "serial": serial,
        "date": day.isoformat(),
    }
    issue = f"issue/{day.year}-{number:02}"
    files = {
        f"layout/{layout}.yaml": own_layout(identity, like),
        f"{issue}/issue.yaml": filled("issue.yaml", values),
    }
    for at, article in enumerate(ARTICLES, start=1):
        files[f"{issue}/articles/{at:02}-{article}.md"] = filled(f"{article}.md", values)
    files[".gitignore"] = filled("gitignore", values)
    make_whole(folder, files)
    return os.path.join(folder, *issue.split("/")), [os.path.join(folder, *path.split("/")) for path in files]


def _layout_name(folder: str, name: str, like: Likeness) -> str:
    """The name of the journal's own layout: its folder's or its own, where that can be one.

    Never that of a layout it extends, which would then extend itself.
    """
    plain = _NOT_IN_NAMES.sub("-", name).strip("-")
    wanted = filter(NAME.fullmatch, (folder, plain, "journal", f"{like.names[0]}-own"))
    return next(each for each in wanted if each not in like.names)


def specimen_files() -> dict[str, bytes]:
    """The files of the issue shipped with Huozi, pictures too: paths below its folder, and what they hold."""
    root = os.path.join(shipped_root(), "issue", SPECIMEN)
    folders = {name: sorted(os.listdir(os.path.join(root, name))) for name in ("articles", "images")}
    names = ["issue.yaml", *(f"{folder}/{name}" for folder, held in folders.items() for name in held)]
    files = {}
    for name in names:
        with open(os.path.join(root, *name.split("/")), "rb") as file:
            files[name] = file.read()
    return files
