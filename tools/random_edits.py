"""Random edits of an issue: whether ``huozi diff`` names what they change, and nothing else.

    python tools/random_edits.py [ISSUE] [--count 60] [--seed 1]

Each edit is made in a copy of the issue, which is then compared with the issue itself: a character, a word, a sentence
put in or taken out, a paragraph, a title, an article moved, a heading's rank, a key of the layout; and what changes
nothing: a space in YAML, a comment, a paragraph turned over elsewhere in its source. What must hold: no changed line
outside what was touched; every line outside is equal, moved or set anew; every line of what was touched that differs is
named. Without an ISSUE it is the real one, where that stands beside the checkout.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cold_runs import RunFailed
from real_issue import import_seed, seed

from huozi.commands.editions import Side, new_side
from huozi.commands.making import Request
from huozi.diagnostics import Findings, InvalidIssue
from huozi.rounds.changes import Comparison, LineChange
from huozi.rounds.comparing import compare
from huozi.rounds.edition import Edition, EditionLine

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们"
"""Characters that edits put in."""

Chance = random.Random


class Edit(NamedTuple):
    """An edit that was made: its kind, the files that it touched with their lines (none: the whole file), overrides.

    ``touches``: files (by their names within the issue) and the source lines whose text it changed; an empty set of
    lines: any of the file. ``overrides`` are keys of the layout set otherwise.
    """

    kind: str
    touches: dict[str, frozenset[int]]
    overrides: tuple[tuple[str, str], ...] = ()


class Found(NamedTuple):
    """What comparing an edit gave: its changes by kind, and what is wrong with them."""

    edit: Edit
    counts: Counter[str]
    wrong: tuple[str, ...]


# ------------------------------------------------------------------ edits


def _articles(folder: Path) -> list[Path]:
    return sorted((folder / "articles").glob("*.md"))


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """The paragraphs of plain text of an article's body: the number of their line, and the line."""
    lines = text.split("\n")
    body = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    return [
        (number, line)
        for number, line in enumerate(lines[body:], body + 1)
        if len(line) > 60 and re.match(r"[\u4e00-\u9fff]", line) and not re.search(r"[*_`\[\]|{}<>]", line)
    ]


def _edit_line(folder: Path, chance: Chance, change: Callable[[str], str]) -> dict[str, frozenset[int]]:
    """Change one paragraph of one article."""
    while True:
        path = chance.choice(_articles(folder))
        text = path.read_text(encoding="utf-8")
        found = _paragraphs(text)
        if not found:
            continue
        number, line = chance.choice(found)
        lines = text.split("\n")
        lines[number - 1] = change(line)
        path.write_text("\n".join(lines), encoding="utf-8")
        return {f"articles/{path.name}": frozenset({number})}


def _word(chance: Chance, most: int) -> str:
    return "".join(chance.choice(HAN) for _ in range(chance.randint(1, most)))


def character(folder: Path, chance: Chance) -> Edit:
    """A character replaced, put in or taken out."""

    def change(line: str) -> str:
        at = chance.randrange(1, len(line) - 1)
        return line[:at] + chance.choice((chance.choice(HAN), "")) + line[at + chance.randint(0, 1) :]

    while True:
        before = {path: path.read_text(encoding="utf-8") for path in _articles(folder)}
        touched = _edit_line(folder, chance, change)
        if any(path.read_text(encoding="utf-8") != text for path, text in before.items()):
            return Edit("character", touched)


def word(folder: Path, chance: Chance) -> Edit:
    """A word put in or taken out."""

    def change(line: str) -> str:
        at = chance.randrange(1, len(line) - 10)
        return line[:at] + (_word(chance, 6) if chance.random() < 0.5 else "") + line[at + chance.randint(1, 5) :]

    return Edit("word", _edit_line(folder, chance, change))


def sentence_in(folder: Path, chance: Chance) -> Edit:
    """A sentence put in behind another one."""
    return Edit("sentence in", _edit_line(folder, chance, lambda line: f"{line}{_word(chance, 50)}。"))


def sentence_out(folder: Path, chance: Chance) -> Edit:
    """The first half of a paragraph taken out."""
    return Edit("sentence out", _edit_line(folder, chance, lambda line: line[len(line) // 2 :]))


def paragraph_in(folder: Path, chance: Chance) -> Edit:
    """A paragraph put in; its own lines are what is touched."""
    touched = _edit_line(folder, chance, lambda line: f"{line}\n\n{_word(chance, 200)}。")
    ((file, lines),) = touched.items()
    return Edit("paragraph in", {file: frozenset(number + 2 for number in lines)})


def paragraph_out(folder: Path, chance: Chance) -> Edit:
    """A paragraph taken out."""
    return Edit("paragraph out", _edit_line(folder, chance, lambda _: ""))


def title(folder: Path, chance: Chance) -> Edit:
    """A title that says something else."""
    path = chance.choice(_articles(folder))
    text = path.read_text(encoding="utf-8")
    new = re.sub(r"^(title: ).*$", lambda found: f"{found[1]}{_word(chance, 12)}", text, count=1, flags=re.M)
    path.write_text(new, encoding="utf-8")
    line = 1 + text.split("title: ")[0].count("\n")
    return Edit("title", {f"articles/{path.name}": frozenset({line})})


def moved(folder: Path, chance: Chance) -> Edit:
    """Two articles of a section that change places."""
    path = folder / "issue.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [at for at, line in enumerate(lines) if re.match(r"\s+- [^:{]+$", line)]
    pairs = [(one, other) for one, other in pairwise(rows) if other == one + 1]
    if pairs:
        one, other = chance.choice(pairs)
        lines[one], lines[other] = lines[other], lines[one]
    else:
        at, found = chance.choice(
            [(at, found) for at, line in enumerate(lines) if (found := re.search(r"articles: \[(.+), (.+)\]", line))]
        )
        lines[at] = lines[at].replace(f"{found[1]}, {found[2]}", f"{found[2]}, {found[1]}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return Edit("article moved", {})


def rank(folder: Path, chance: Chance) -> Edit:
    """A heading of another rank."""
    while True:
        path = chance.choice(_articles(folder))
        lines = path.read_text(encoding="utf-8").split("\n")
        found = [at for at, line in enumerate(lines) if re.match(r"#{2,3} ", line)]
        if found:
            at = chance.choice(found)
            lines[at] = f"#{lines[at]}" if lines[at].startswith("## ") else lines[at][1:]
            path.write_text("\n".join(lines), encoding="utf-8")
            return Edit("rank", {f"articles/{path.name}": frozenset({at + 1})})


KEYS = (
    ("styles.body.size", "11.5pt"), ("text.fill", "pull-in"), ("text.kinsoku", "strict"), ("text.line_end", "full"),
    ("text.han_latin", "0"), ("styles.title.size", "三号"), ("articles.room", "16行"), ("sections.sink", "2行"),
    ("page.type_area.lines", "36"), ("text.adjacent_marks", "1字"),
)  # fmt: skip


def layout_key(_folder: Path, chance: Chance) -> Edit:
    """A key of the layout."""
    return Edit("layout key", {}, (chance.choice(KEYS),))


def nothing(folder: Path, chance: Chance) -> Edit:
    """What changes nothing: a space in YAML, a comment, a paragraph turned over elsewhere."""
    path = folder / "issue.yaml"
    text = path.read_text(encoding="utf-8")
    way = chance.randrange(3)
    if way == 0:
        path.write_text(text.replace("year: ", "year:   "), encoding="utf-8")
    elif way == 1:
        path.write_text(f"# 说明\n{text}\n# 说明\n", encoding="utf-8")
    else:

        def turn(line: str) -> str:
            at = next(at for at in range(20, len(line)) if all(each in HAN_RANGE for each in line[at - 1 : at + 1]))
            return f"{line[:at]}\n{line[at:]}"

        _edit_line(folder, chance, turn)
    return Edit("nothing", {})


HAN_RANGE = frozenset(map(chr, range(0x4E00, 0xA000)))

KINDS: tuple[Callable[[Path, Chance], Edit], ...] = (
    character, word, sentence_in, sentence_out, paragraph_in, paragraph_out, title, moved, rank, layout_key, nothing,
)  # fmt: skip


# ------------------------------------------------------------------ judging


def judged(edit: Edit, old: Edition, new: Edition, found: Comparison) -> Iterator[str]:
    """What is wrong with a comparison: judged by the editions themselves, not by how they were compared."""
    if edit.kind == "nothing" and not found.is_same:
        yield "something is said to have changed"
    for change in found.lines:
        if change.kind in ("changed", "gone") and not _is_touched(change, edit, new):
            yield f"{change.kind} outside what was touched: {change.place}"
    named = {change.new for change in found.lines if change.new}
    before = Counter(_seen(old, line) for _, line in _lines(old))
    for element, line in _lines(new):
        where = (new.pages[line.page].label, line.column, line.number)
        seen = _seen(new, line)
        if before[seen]:
            before[seen] -= 1
        elif where not in named:
            yield f"a line that differs is not named: {element} {where}"
    gone = {(*change.old, change.old_text) for change in found.lines if change.old}
    now = "".join(line.text for _, line in _lines(new))
    for element, line in _lines(old):
        stood = (old.pages[line.page].label, line.column, line.number, line.text)
        if line.text and line.text not in now and stood not in gone and not _is_rebroken(line, new):
            yield f"a line that is no more is not named: {element} {stood[:3]}"


def _lines(edition: Edition) -> Iterator[tuple[str, EditionLine]]:
    for paragraph in edition.paragraphs:
        for line in paragraph.lines:
            yield f"{paragraph.kind} {paragraph.place}", line


def _seen(edition: Edition, line: EditionLine) -> tuple[object, ...]:
    """All that is seen of a line: those of notes and captions are not counted, and have no number to be seen."""
    label = edition.pages[line.page].label
    return label, line.column, max(line.number, 0), line.baseline, line.text, line.setting


def _is_rebroken(line: EditionLine, new: Edition) -> bool:
    """Whether the text of a line is there still, over the ends of others."""
    return any(line.text in "".join(each.text for each in paragraph.lines) for paragraph in new.paragraphs)


def _is_touched(change: LineChange, edit: Edit, new: Edition) -> bool:
    """Whether a line stands in what was touched; an entry of the contents is where its title is."""
    lines = edit.touches.get(change.place.file)
    if lines is None:
        return False
    if change.kind == "gone":
        return change.place.line in lines
    starts = [each.place.line for each in new.paragraphs if each.place.file == change.place.file]
    own = change.place.line
    following = min((line for line in starts if line > own), default=10**9)
    return any(own <= line < following for line in lines)


# ------------------------------------------------------------------ the whole


def side_of(folder: Path, overrides: tuple[tuple[str, str], ...] = ()) -> Side:
    """The edition of an issue."""
    return new_side(Request(str(folder), overrides=overrides), Findings(), lambda _: None)


def found_of(issue: Path, old: Side, room: Path, number: int, chance: Chance) -> Found:
    """One edit, made in a copy of an issue and compared; one that leaves no sound issue is drawn anew."""
    copy = room / "house" / "issue" / issue.name
    while True:
        if copy.exists():
            shutil.rmtree(copy)
        shutil.copytree(issue, copy, ignore=shutil.ignore_patterns("build"))
        edit = KINDS[number % len(KINDS)](copy, chance)
        try:
            new = side_of(copy, edit.overrides).edition
        except InvalidIssue:  # a heading that skips a rank
            continue
        found = compare(old.edition, new)
        counts = Counter[str](change.kind for change in found.lines)
        return Found(edit, counts, tuple(judged(edit, old.edition, new, found)))


def edits_of(issue: Path, count: int, start: int) -> Iterator[Found]:
    """So many edits of an issue, drawn by chance."""
    old = side_of(issue)
    with tempfile.TemporaryDirectory() as room:
        for number in range(count):
            yield found_of(issue, old, Path(room), number, random.Random(start * 1000 + number))  # noqa: S311


def main() -> int:
    """Show what each edit gave; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description="random edits of an issue, compared")
    parser.add_argument("issue", nargs="?")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        manuscript = seed()
        if options.issue is None and manuscript is None:
            print("the real issue is not at hand")
            return 0
        try:
            issue = Path(options.issue) if options.issue or not manuscript else import_seed(manuscript, Path(folder))
        except RunFailed as failure:
            print(failure)
            return 2
        found = list(edits_of(issue, options.count, options.seed))
    for each in found:
        counts = ", ".join(f"{kind} {many}" for kind, many in sorted(each.counts.items())) or "nothing"
        print(f"{each.edit.kind:14} {counts}")
        for wrong in each.wrong[:5]:
            print(f"    WRONG {wrong}")
    bad = sum(bool(each.wrong) for each in found)
    print(f"{len(found)} edits, {len(found) - bad} as they should be")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
