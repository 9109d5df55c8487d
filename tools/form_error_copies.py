"""Copies of sound issues that errors are put into, one at a time: the specimen, it as a periodical, the real issue."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from huozi.content.importers.importing import import_manuscript
from huozi.style.house import find_house
from huozi.style.load import journal_names

ROOT = Path(__file__).resolve().parent.parent
BEFORE = "journal: jiangsu-vc\nyear: 2024\nissue: 11\nserial: 249\ndate: 2024-11-30\ncontents: []\n"
"""The file of the issue before the real one, as the house of a monthly has it."""

AS_PERIODICAL = (
    ("  kind: internal\n", "  kind: periodical\n  cn: 11-1234/TS\n  issn: 1234-5679\n  frequency: 年刊\n"),
    ("  permit: 字城内资字第0001号\n", ""),
    ('{draw: text, text: "{permit_line}"', '{draw: text, text: "{cn}　{issn}　{frequency}"'),
    ("        {permit_line}\n", "        {cn}　{issn}\n"),
)
"""What makes a periodical of the specimen's layout."""


class Copy(NamedTuple):
    """A sound issue in a house of its own with its layout, all of which may be changed."""

    name: str
    issue: Path
    layout: Path

    @property
    def file(self) -> Path:
        """The issue's ``issue.yaml``."""
        return self.issue / "issue.yaml"

    @property
    def articles(self) -> list[Path]:
        """The articles of the contents and the fillers, in the order of their names."""
        return sorted((self.issue / "articles").glob("*.md"))

    def with_key(self, key: str) -> list[Path]:
        """The articles whose front matter has a key."""
        return [path for path in self.articles if re.search(rf"(?m)^{key}:", path.read_text("utf-8"))]


class Edit(NamedTuple):
    """A file with an error in it, and what the error is."""

    path: Path
    text: str
    said: str


def sound_copies(folder: Path, manuscript: Path | None) -> list[Copy]:
    """The copies, each in a folder of its own; without the real issue where its manuscript is not at hand."""
    specimen = ROOT / "issue" / "specimen"
    copies = []
    for name, changes in (("specimen", ()), ("periodical", AS_PERIODICAL)):
        house = folder / name
        target = house / "issue" / "2026-01"
        shutil.copytree(specimen, target, ignore=shutil.ignore_patterns("build"))
        copies.append(Copy(name, target, _own_layout(house, "huozi-specimen", changes)))
    if manuscript is not None:
        house = folder / "real"
        layout = _own_layout(house, "jiangsu-vc", ())
        target = house / "issue" / "2024-12"
        import_manuscript(str(manuscript), str(target), layouts=journal_names(find_house(str(ROOT))))
        before = house / "issue" / "2024-11"
        before.mkdir()
        (before / "issue.yaml").write_text(BEFORE, "utf-8")
        copies.append(Copy("real", target, layout))
    return copies


def _own_layout(house: Path, name: str, changes: Sequence[tuple[str, str]]) -> Path:
    """The layout of an issue as the house's own, with changes."""
    text = (ROOT / "layout" / f"{name}.yaml").read_text("utf-8")
    for old, new in changes:
        if old not in text:
            raise ValueError(f"{name} has no {old!r}")
        text = text.replace(old, new)
    path = house / "layout" / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


# ------------------------------------------------------------------ small changes of a text


def replaced(path: Path, old: str, new: str, said: str, *, nth: int = 0) -> Edit | None:
    """A file with the nth of a text replaced; ``None`` where it is not there or nothing changes."""
    text = path.read_text("utf-8")
    places = [found.start() for found in re.finditer(re.escape(old), text)]
    if nth >= len(places) or old == new:
        return None
    at = places[nth]
    return Edit(path, text[:at] + new + text[at + len(old) :], f"{path.name}: {said}: {_short(old)} → {_short(new)}")


def with_value(path: Path, key: str, value: str, said: str = "") -> Edit | None:
    """A file whose key says something else; empty where the line goes."""
    text = path.read_text("utf-8")
    found = re.search(rf"(?m)^( *){key}:.*\n(?:\1 +.*\n)*", text)
    if found is None:
        return None
    line = f"{found[1]}{key}: {value}\n" if value else ""
    made = text[: found.start()] + line + text[found.end() :]
    return Edit(path, made, f"{path.name}: {said or key}: {_short(found[0])} → {_short(line)}")


def value_of(path: Path, key: str) -> str:
    """What a key says in one line; empty where it is not there."""
    found = re.search(rf"(?m)^ *{key}: *(.*)$", path.read_text("utf-8"))
    return re.sub(r"\s+#.*", "", found[1]).strip() if found else ""


def items_of(path: Path, key: str) -> list[str]:
    """The items of a list that is written in one line."""
    return [item.strip() for item in value_of(path, key).strip("[]").split(",") if item.strip()]


def as_list(items: Sequence[str]) -> str:
    """A list in one line."""
    return f"[{', '.join(items)}]"


def paragraphs(path: Path) -> list[str]:
    """The plain paragraphs of an article's body, outside of all divisions."""
    body = path.read_text("utf-8").split("\n---\n", 1)[-1]
    found, depth = [], 0
    for part in body.split("\n\n"):
        opens = len(re.findall(r"(?m)^:::+ *\S", part))
        closes = len(re.findall(r"(?m)^:::+ *$", part))
        if not depth and not opens and re.match("[\u3400-\u9fff“《]", part.strip()) and len(part) > 60:
            found.append(part.strip("\n"))
        depth += opens - closes
    return found


def headings(path: Path) -> list[str]:
    """The lines of an article's headings."""
    return re.findall(r"(?m)^#{2,5} .*$", path.read_text("utf-8"))


def other_han(rng: random.Random, text: str) -> tuple[int, str]:
    """A place of a hanzi in a text, and another hanzi for it."""
    places = [at for at, mark in enumerate(text) if "\u4e00" <= mark <= "\u9fff"]
    at = rng.choice(places)
    other = rng.choice([mark for mark in COMMON if mark != text[at]])
    return at, other


def mistyped(rng: random.Random, text: str) -> str:
    """A text with one hanzi mistyped."""
    at, other = other_han(rng, text)
    return text[:at] + other + text[at + 1 :]


COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工"
    "也能下过子说产种面而方后多定行学法所民得经"
)
"""Hanzi that stand in for one another when a keyboard slips: the most frequent ones."""


def digits_swapped(rng: random.Random, text: str) -> str:
    """A number with two neighbouring digits changed round, or one of them another."""
    pairs = [at for at in range(len(text) - 1) if text[at : at + 2].isdecimal() and text[at] != text[at + 1]]
    if pairs and rng.random() < 0.5:
        at = rng.choice(pairs)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    at = rng.choice([at for at, mark in enumerate(text) if mark.isdecimal()])
    return text[:at] + rng.choice([mark for mark in "0123456789" if mark != text[at]]) + text[at + 1 :]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) < 50 else f"{line[:46]} …"


def shuffled(rng: random.Random, paths: Sequence[Path]) -> Iterator[Path]:
    """Files in a random order."""
    return iter(rng.sample(list(paths), len(paths)))
