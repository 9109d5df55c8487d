"""The trial: the author's articles built to one file, and what each reader finds of every block."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from as_meant.compare import by_marker, is_read, is_shuffled, spans_by_marker
from as_meant.matter import Article, Meant, articles
from as_meant.piece import BOTH, EMPHASIS, HAN, PLAIN, STRONG
from as_meant.readers import READERS, at_hand, faces

LAYOUT = """\
extends: a4-35x37
journal: {name: 试排, name_en: TRIAL, organiser: 试排社}
page: {binding: single}
covers: {front: false, inside_front: false, inside_back: false, back: false}
folio: {position: none}
running: {verso: "", recto: "", rule: 0}
sections: {name: false}
notes: {place: end}
table_styles: {three-rule: {places: [here]}}
"""
"""Notes and tables stand where they are written, so that what is read between two marks is what stands there."""
ISSUE = """\
journal: trial
year: 2030
issue: 1
date: 2030-01-31
contents:
  - section: 试排
    articles: [{names}]
"""
MOST_BUILDS = 8
"""Errors of the manuscript are found before those of the layout: a few builds find all."""

SAYS_NOTHING_OF_LOSS = frozenset({
    "two-roles", "half-width-mark", "wide-digits", "space-at-mark", "doubled-mark", "digit-comma", "ellipsis", "dash",
    "straight-quote", "line-loose", "line-short", "han-space", "name-line-touches", "dots-touch", "reading-touches",
    "lowered-touches", "column-short", "page-of-one-line", "heading-at-foot", "heading-at-foot-anyhow",
    "line-alone-at-foot", "line-alone-at-foot-anyhow", "line-alone-at-head", "line-alone-at-head-anyhow",
})  # fmt: skip
"""Warnings that are no excuse for a text that is not set as meant: they speak of how it looks, not of what it is."""


class Named(NamedTuple):
    """A finding of a warning's or an error's severity."""

    file: str
    line: int
    rule: str
    severity: str
    message: str


ROLES = {"NotoSerifSC": PLAIN, "NotoSansSC": STRONG, "LXGWWenKai": EMPHASIS}
"""How a hanzi is set, by the family of its face."""


class Outcome(NamedTuple):
    """A block: what was meant, what each reader read, and the findings at its lines.

    ``roles`` says of each hanzi how it is set, as its face tells.
    """

    meant: Meant
    read: dict[str, str | None]
    named: tuple[Named, ...]
    roles: str = ""

    @property
    def misplaced(self) -> str:
        """The hanzi that are set otherwise than was meant."""
        piece = self.meant.piece
        pairs = zip(HAN.findall(piece.text), piece.roles, self.roles, strict=True)
        return "".join(
            letter for letter, meant, found in pairs if found not in (STRONG + EMPHASIS if meant == BOTH else meant)
        )

    @property
    def misread(self) -> list[str]:
        """The readers who did not read what was meant."""
        text, readings = self.meant.text, self.meant.piece.readings
        found = [name for name, read in self.read.items() if read is None or not is_read(read, text, readings)]
        if found == ["pdfium"] and len(self.read) > 1 and is_shuffled(self.read["pdfium"] or "", text, readings):
            return []  # it goes by places, and takes a quote and a bracket in two faces, whose ems overlap, for columns
        return found

    @property
    def excused(self) -> bool:
        """Whether a finding says that something is not set as it is written."""
        return any(item.rule not in SAYS_NOTHING_OF_LOSS for item in self.named)

    def shown(self) -> str:
        """Where the block stands, its source, what was meant, and what was read instead."""
        meant = self.meant
        lines = [
            f"{meant.file}:{meant.first}: {meant.kind}, of {', '.join(sorted(meant.piece.tags))}",
            *(f"  written    {line}" for line in meant.source.split("\n")),
            f"  meant      {meant.text}",
            *(f"  {name:10} {self.read[name]}" for name in self.misread),
            *([f"  set otherwise: {self.misplaced}"] if not self.misread and self.misplaced else []),
            *(f"  {item.rule}: {item.message}" for item in self.named),
        ]
        return "\n".join(lines)


class Trial(NamedTuple):
    """All blocks with what came of them, the articles, and the file."""

    outcomes: tuple[Outcome, ...]
    articles: tuple[Article, ...]
    file: Path


def run_trial(house: Path, seed: int) -> Trial:
    """Write the articles of a seed, build them, read the file with every reader that is at hand."""
    written = tuple(articles(seed))
    issue = house / "issue" / "trial"
    (house / "layout").mkdir(parents=True)
    (issue / "articles").mkdir(parents=True)
    (house / "layout" / "trial.yaml").write_text(LAYOUT, "utf-8")
    names = ", ".join(article.name.partition("-")[2] for article in written)
    (issue / "issue.yaml").write_text(ISSUE.format(names=names), "utf-8")
    for article in written:
        (issue / "articles" / f"{article.name}.md").write_text(article.source, "utf-8")
    blocks = {mark: meant for article in written for mark, meant in article.meant.items()}
    file = house / "trial.pdf"
    named = _built(issue, blocks, file)
    read = {name: by_marker(reader(file)) for name, reader in READERS.items() if at_hand(name)}
    roles = _roles(file)
    outcomes = tuple(
        Outcome(
            meant,
            {name: found.get(mark) for name, found in read.items()},
            tuple(item for item in named if item.file == meant.file and meant.first <= item.line <= meant.last),
            roles.get(mark, ""),
        )
        for mark, meant in blocks.items()
    )
    return Trial(outcomes, written, file)


def _roles(file: Path) -> dict[str, str]:
    """How the hanzi before each marker are set."""
    text, found = faces(file)
    by_face = {face: next((ROLES[name] for name in ROLES if name in face), "?") for face in set(found)}
    return {
        mark: "".join(by_face[found[index]] for index in range(start, end) if HAN.match(text[index]))
        for mark, (start, end) in spans_by_marker(text).items()
    }


def _built(issue: Path, blocks: dict[str, Meant], file: Path) -> list[Named]:
    """Build, blocks with errors taken out where they keep pages from being made; gives all that was found."""
    named: dict[Named, None] = {}
    taken: list[str] = []
    for _ in range(MOST_BUILDS):
        made, found = _build(issue, file)
        named |= dict.fromkeys(found)
        if made:
            return list(named)
        for mark, meant in blocks.items():
            faults = (item for item in found if item.severity == "error" and item.file == meant.file)
            if taken.count(mark) < 2 and any(meant.first <= item.line <= meant.last for item in faults):
                _take_out(issue / meant.file, meant, wholly=mark in taken)
                taken.append(mark)
    raise AssertionError("not built:\n" + "\n".join(f"{item}" for item in found if item.severity == "error"))


def _build(issue: Path, file: Path) -> tuple[bool, list[Named]]:
    """Whether the file was made (for the screen: it is, whatever a glyph lacks), and what was found."""
    command = [
        sys.executable,
        "-m",
        "huozi",
        "build",
        str(issue),
        "--profile",
        "screen",
        "--format",
        "json",
        "-o",
        str(file),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    found = [
        Named(_within(item["file"], issue), item["line"], item["rule"], item["severity"], item["message"])
        for item in answer["findings"]
        if item["severity"] != "note" and item["line"]
    ]
    return answer["made"] is not None, found


def _within(path: str, issue: Path) -> str:
    """A path as it is in the issue's folder."""
    return Path(path).name if path.endswith(".yaml") else f"articles/{Path(path).name}"


_CALL = re.compile(r"\[\^z\d+\](?!:)")


def _take_out(path: Path, meant: Meant, wholly: bool) -> None:
    """Leave out a block, but (where it is not to go ``wholly``) for the notes that it calls: these keep their numbers.

    No line moves.
    """
    lines = path.read_text("utf-8").split("\n")
    if wholly:
        lines[meant.first - 1 : meant.last] = [""] * (meant.last - meant.first + 1)
        path.write_text("\n".join(lines), "utf-8")
        return
    match meant.kind:
        case "title":
            text = "title: 略"
        case "note" | "heading":
            text = meant.source.partition(" ")[0] + " 略"
        case _:
            text = "略" + "".join(_CALL.findall(meant.source))
    kept = [lines[meant.last - 1]] if meant.kind == "note" else [""] * (meant.last - meant.first)  # a note's marker
    lines[meant.first - 1 : meant.last] = [text + "\\" * (meant.kind == "note"), *kept]
    path.write_text("\n".join(lines), "utf-8")


def kinds(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many blocks have each kind of thing in them, most first."""
    counts: dict[str, int] = {}
    for outcome in outcomes:
        for tag in (outcome.meant.kind, *outcome.meant.piece.tags):
            counts[tag] = counts.get(tag, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def told(outcomes: Sequence[Outcome], most: int = 12) -> str:
    """Some of the blocks, the shortest first, and what kinds of thing are in all of them."""
    shortest = sorted(outcomes, key=lambda outcome: len(outcome.meant.source))[:most]
    counts = ", ".join(f"{tag} {count}" for tag, count in kinds(outcomes).items())
    return "\n".join([f"{len(outcomes)} blocks: {counts}", *(outcome.shown() for outcome in shortest)])
