"""The real issue with figures, tables and notes: what stands on its pages, counted by element: ``make matter``.

    python tools/matter_trial.py [--seeds 1] [--layout NAME …] [--figures 20] [--tables 10] [--notes 100] [--json FILE]

``with_matter`` adds so much by a seed; the issue is set in each layout without and with it, its best pages and plain
ones (page after page filled, without a look ahead). Counted are widows, orphans, headings at a foot and last lines of
one character at a head, columns that end short, how far each float stands from its mention, whether notes begin in the
column of their call, findings by severity, texts lost or doubled, what readers of the file find, and lines on the grid.
The exit code is 1 where a bound is missed. The issue stands beside the checkout; else the specimen is taken.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import NamedTuple

from cold_runs import RunFailed
from matter_counts import Afar, Faults, NotesStand, faults_of, floats_of, notes_of, on_grid, read_pages
from matter_texts import Read, Texts, kept, read_by_all
from real_issue import SPECIMEN, import_seed, seed
from with_matter import Added, with_matter

from huozi.commands.documents import document_bytes
from huozi.commands.making import Made, Request, examine
from huozi.diagnostics import Findings, Severity
from huozi.makeup.parts import Solver
from huozi.makeup.plans import Draft
from huozi.messages import severity, texts

LAYOUTS = ("jiangsu-vc", "a4-two-columns", "a4-three-columns")
FAR_OF_THIRTY = 2
"""Of thirty floats so many may stand farther off than on the spread of their mention or the page after it."""
LEAST_ON_GRID = 0.99


class Tried(NamedTuple):
    """An issue set in a way, and what was counted on its pages."""

    pages: int
    seconds: float
    faults: Faults
    lone_anywhere: int
    floats: tuple[Afar, ...]
    notes: NotesStand
    errors: tuple[str, ...]
    severities: dict[str, int]
    adrift: int
    texts: Texts
    readers: tuple[Read, ...]
    grid: float

    @property
    def near(self) -> int:
        """The floats on the spread of their mention or the page after it."""
        return sum(each.where in ("spread", "next") for each in self.floats)


class Case(NamedTuple):
    """An issue by seed and layout: without matter, with it, and with it on plain pages."""

    seed: int
    layout: str
    without: Tried
    best: Tried
    plain: Tried


# ------------------------------------------------------------------ setting


@contextmanager
def plain_pages() -> Iterator[None]:
    """While this lasts, issues have the pages of the plain paginator."""
    kept_solved = Solver.solved

    def solved(self: Solver, part: int, right: bool, count: int, *, cut: bool = False) -> Draft | None:
        found = self.plain(part, right)
        if cut or found.pages != count:
            return None
        return Draft(self.parts[part], found, self._depths(part, count))

    Solver.solved = solved  # type: ignore[method-assign]
    try:
        yield
    finally:
        Solver.solved = kept_solved  # type: ignore[method-assign]


def tried(folder: Path, layout: str, *, readers: bool = True) -> Tried:
    """An issue set in a layout, and counted. Raises ``RunFailed`` where it has no pages."""
    findings = Findings()
    began = process_time()
    made = examine(Request(str(folder), layout=layout), findings, lambda _stage: None).made
    seconds = process_time() - began
    if made is None:
        raise RunFailed("\n".join(f"{item.span}: {item.rule}: {texts(item, 'en')[0]}" for item in findings))
    return counted(made, findings, seconds, readers=readers)


def counted(made: Made, findings: Findings, seconds: float, *, readers: bool) -> Tried:
    """What stands on the pages that were made."""
    read = read_pages(made.pages, made.sheet.page)
    errors = [item for item in findings if severity(item) is Severity.ERROR]
    ends = {id(line.element): line.text for line in read.lines}
    file = document_bytes(made, made.pages, "print") if readers and not errors else b""
    return Tried(
        sum(page.folio is not None for page in made.pages),
        seconds,
        faults_of(read),
        sum(len(text.strip("。！？」』”’）》")) == 1 for text in ends.values()),
        tuple(floats_of(read, findings)),
        notes_of(read),
        tuple(f"{item.span}: {item.rule}" for item in errors),
        dict(Counter(severity(item).name.lower() for item in findings)),
        sum(item.rule == "note-adrift" for item in findings),
        kept(made.issue, made.pages),
        tuple(read_by_all(made.pages, file)) if file else (),
        on_grid(read),
    )


def case_of(folder: Path, added: Path, layout: str, number: int) -> Case:
    """An issue without and with matter, at its best and plainly."""
    without, best = tried(folder, layout, readers=False), tried(added, layout)
    with plain_pages():
        return Case(number, layout, without, best, tried(added, layout, readers=False))


# ------------------------------------------------------------------ bounds


def bounds(case: Case, added: Added) -> Iterator[tuple[str, bool]]:
    """What the pages must show, and whether they do."""
    best, without = case.best, case.without
    yield "no finding of severity error", not best.errors
    for name in ("widows", "orphans", "headings", "lone"):
        mine, other = getattr(best.faults, name), getattr(without.faults, name)
        yield f"{name} no worse than without ({mine}, {other})", mine <= other
    wanted = len(best.floats)
    yield f"every float is there ({wanted})", wanted >= added.figures + added.tables
    far = [each for each in best.floats if each.where not in ("spread", "next")]
    yield f"near their mention: {best.near} of {wanted}", 30 * len(far) <= FAR_OF_THIRTY * wanted
    yield "none before its mention's spread", all(each.where not in ("earlier", "absent") for each in far)
    yield "those that stand late are named", all(each.reason for each in far)
    notes = best.notes
    yield f"notes begin below their call ({notes.in_column} of {notes.notes})", len(notes.elsewhere) <= best.adrift
    yield "no note without call, no call without note", not notes.absent
    yield (
        f"texts lost {len(best.texts.lost)}, doubled {len(best.texts.doubled)}",
        not (best.texts.lost or best.texts.doubled),
    )
    for read in best.readers:
        yield f"{read.reader}: lines lacking {len(read.lacking)} of {read.lines}", not read.lacking
    yield f"lines on the grid {best.grid:.4f}", best.grid >= LEAST_ON_GRID


# ------------------------------------------------------------------ showing


def rows(case: Case) -> Iterator[tuple[str, ...]]:
    """The counts of a case, a column each for the issue without matter, with it, and with it on plain pages."""
    yield (f"seed {case.seed}, {case.layout}", "without", "with", "with, plain")
    ways = (case.without, case.best, case.plain)
    yield ("pages", *(str(way.pages) for way in ways))
    yield ("seconds of the process", *(f"{way.seconds:.2f}" for way in ways))
    for name in Faults._fields:
        yield (name.replace("_", " "), *(str(getattr(way.faults, name)) for way in ways))
    yield ("last lines of one character", *(str(way.lone_anywhere) for way in ways))
    for where in ("spread", "next", "later", "earlier", "absent"):
        yield (f"floats: {where}", *(str(sum(each.where == where for each in way.floats)) for way in ways))
    yield ("notes", *(str(way.notes.notes) for way in ways))
    yield ("notes begun in their column", *(str(way.notes.in_column) for way in ways))
    yield ("notes going on", *(str(way.notes.going_on) for way in ways))
    yield ("notes begun elsewhere", *(str(len(way.notes.elsewhere)) for way in ways))
    for grade in ("error", "warning", "note"):
        yield (f"findings: {grade}", *(str(way.severities.get(grade, 0)) for way in ways))
    yield ("texts lost, doubled", *(f"{len(way.texts.lost)}, {len(way.texts.doubled)} of {way.texts.texts}"
                                    for way in ways))  # fmt: skip
    for read in case.best.readers:
        yield (f"{read.reader}: lines lacking", "", f"{len(read.lacking)} of {read.lines}", "")
        yield (f"{read.reader}: characters off", "", str(read.characters), "")
    yield ("lines on the grid", *(f"{way.grid:.4f}" for way in ways))


def shown(case: Case, added: Added) -> Iterator[str]:
    """A case as lines: its counts, floats that stand late, bounds missed."""
    for name, *cells in rows(case):
        yield name.ljust(34) + "".join(cell.rjust(18) for cell in cells)
    for way, floats in (("with", case.best.floats), ("plain", case.plain.floats)):
        for each in floats:
            if each.where not in ("spread", "next"):
                yield f"  {way}: {each.kind} {each.place} on {each.page}, mentioned on {each.mention}: {each.reason}"
    for number, texts_off in (("lost", case.best.texts.lost), ("doubled", case.best.texts.doubled)):
        yield from (f"  {number}: {text[:40]}" for text in texts_off[:5])
    for read in case.best.readers:
        yield from (f"  {read.reader} lacks: {line[:40]}" for line in read.lacking[:3])
    yield from (f"  error: {error}" for error in case.best.errors[:10])
    yield from (f"  note begun elsewhere: {each}" for each in case.best.notes.elsewhere)
    for bound, holds in bounds(case, added):
        yield f"  {'holds' if holds else 'DOES NOT HOLD'}: {bound}"
    yield ""


def as_data(value: object) -> object:
    """Counts as JSON has them: by name."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: as_data(each) for name, each in value._asdict().items()}
    return [as_data(each) for each in value] if isinstance(value, tuple) else value


# ------------------------------------------------------------------ the command


def report(issue: Path, place: Path, options: argparse.Namespace) -> bool:
    """All cases, printed; gives whether every bound is kept. Raises ``RunFailed``."""
    added = Added(options.figures, options.tables, options.notes)
    cases: list[Case] = []
    kept_all = True
    for number in options.seeds:
        folder = with_matter(issue, place / f"seed-{number}", added, number)
        for layout in options.layout or LAYOUTS:
            cases.append(case_of(issue, folder, layout, number))
            print("\n".join(shown(cases[-1], added)), flush=True)
            kept_all = kept_all and all(holds for _, holds in bounds(cases[-1], added))
    if options.json:
        options.json.write_text(json.dumps([as_data(case) for case in cases], ensure_ascii=False, indent=1), "utf-8")
    print("every bound holds" if kept_all else "a bound is missed")
    return kept_all


def at_hand(place: Path) -> Path:
    """The real issue imported below a place, else a copy of the specimen there; raises ``RunFailed``."""
    manuscript = seed()
    if manuscript is not None:
        print("issue: the real issue, imported", flush=True)
        return import_seed(manuscript, place)
    print("issue: the specimen (the real issue is not beside the checkout)", flush=True)
    return Path(shutil.copytree(SPECIMEN, place / "specimen", ignore=shutil.ignore_patterns("build")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Add, set, count, print; 1 where a bound is missed or there are no pages."""
    parser = argparse.ArgumentParser(description="What stands on pages with figures, tables and notes.")
    parser.add_argument("--issue", type=Path, help="folder of an issue (default: the real issue, else the specimen)")
    parser.add_argument("--layout", action="append", metavar="NAME", help="a layout; may be given again")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--figures", type=int, default=20)
    parser.add_argument("--tables", type=int, default=10)
    parser.add_argument("--notes", type=int, default=100)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the counts to FILE too")
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-matter-") as folder:
            place = Path(folder)
            return int(not report(options.issue or at_hand(place), place, options))
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
