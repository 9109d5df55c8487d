"""The real issue in two and three columns: what is wrong at feet and heads, beside Typst's: ``make columns``.

    python tools/columns.py [--set KEY=VALUE]

Built in each setting are Huozi's file, lines pushed out and pulled in, and Typst's two: with columns of the page, in
which titles stand too, and with titles over all columns and each article's text in columns below them. An independent
judge of pages (``../shared/tools/count_pages.py``) counts in the files alone; ``score`` tells of its surroundings. A
row that counts a fault and on which a file of Huozi's has more than one of Typst's is marked. Issue and judge stand
beside the checkout; where they are not at hand, there is nothing to compare, and that is said.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cold_runs import RunFailed, answer_of
from real_issue import ROOT, SHARED, huozi, import_seed, seed
from score import judge_python

JUDGE = SHARED / "tools" / "count_pages.py"
TOOLS = ROOT / "tools"
FILLS = ("push-out", "pull-in")
TYPST = {"Typst, columns of the page": (), "Typst, titles over all": ("--spans",)}

NAMES = "styles.section-name.size=小三"
"""The judge takes what is hardly larger than the body for no opening where pages have columns."""


class Setting(NamedTuple):
    """Columns on an A4 page: its name, and the layout's keys."""

    name: str
    keys: tuple[str, ...]


def setting(columns: int, characters: int, lines: int, *, gap: str, size: str, leading: str) -> Setting:
    """So many columns of so many characters and lines; ``size`` and ``leading`` are the body's."""
    area = {"columns": columns, "characters": characters, "lines": lines, "gap": gap}
    keys = [f"page.type_area.{key}={value}" for key, value in area.items()]
    body = (f"styles.body.size={size}", f"styles.body.leading={leading}", NAMES)
    return Setting(f"{columns} × {characters} × {lines}, {size}", (*keys, *body))


SETTINGS = (
    setting(2, 17, 37, gap="1字", size="小四", leading="18.7pt"),
    setting(2, 20, 40, gap="2字", size="五号", leading="16.5pt"),
    setting(2, 22, 44, gap="2字", size="小五", leading="16pt"),
    setting(3, 14, 44, gap="2字", size="五号", leading="16pt"),
)

Counts: TypeAlias = Mapping[str, float]
"""What the judge counts in a file, by name."""

FACTS = ("pages", "body_lines", "paragraphs", "feet", "spreads", "closings", "titles")
"""What is no fault."""
FAULTS = (
    *("widow", "orphan", "heading_foot", "heading_1", "lone", "feet_short", "short", "short_max", "holes"),
    *("facing", "facing_lines", "columns", "columns_lines", "closing", "closing_avoidable", "closing_lines"),
    *("titles_in_column", "titles_off", "off_grid"),
)
"""What is one; ``count_pages.py`` says what each counts."""


# ------------------------------------------------------------------ counting


def judged(pdfs: Sequence[Path]) -> list[Counts]:
    """What the judge counts in files; raises ``RunFailed``."""
    answer = answer_of([judge_python(), str(JUDGE), "--json", *map(str, pdfs)])
    counts: list[Counts] = json.loads(answer[answer.index("[") :])  # its library may say something before it
    return counts


def built(issue: Path, keys: Sequence[str], place: Path) -> dict[str, Path]:
    """Files of an issue in a setting, by who made them; raises ``RunFailed``."""
    files: dict[str, Path] = {}
    sets = [part for key in keys for part in ("--set", key)]
    for fill in FILLS:
        files[f"Huozi, {fill}"] = place / f"{fill}.pdf"
        answer_of([*huozi("build", issue, "-o", files[f"Huozi, {fill}"]), *sets, "--set", f"text.fill={fill}"])
    for name, options in TYPST.items():
        target = place / f"typst{''.join(options)}"
        answer_of([sys.executable, str(TOOLS / "typst_document.py"), str(issue), str(target), *sets, *options])
        files[name] = target / "main.pdf"
        typst = (str(TOOLS / "typst_build.py"), str(target / "main.typ"), str(files[name]), str(target / "fonts"))
        answer_of([sys.executable, *typst])
    return files


# ------------------------------------------------------------------ showing


def is_worse(row: str, counts: Mapping[str, Counts]) -> bool:
    """Whether a file of Huozi's has more of a fault than one of Typst's."""
    ours = [count[row] for name, count in counts.items() if name.startswith("Huozi")]
    theirs = [count[row] for name, count in counts.items() if not name.startswith("Huozi")]
    return row in FAULTS and max(ours) > min(theirs)


def table(name: str, counts: Mapping[str, Counts]) -> Iterator[str]:
    """The counts of a setting as lines, a column for each file."""
    yield " ".join([name.ljust(20), *(head.rjust(27) for head in counts)])
    for row in (*FACTS, *FAULTS):
        cells = (f"{count[row]:g}".rjust(27) for count in counts.values())
        yield " ".join([row.ljust(20), *cells]) + ("  MORE" if is_worse(row, counts) else "")


def report(issue: Path, place: Path, keys: Sequence[str]) -> int:
    """The tables, printed; gives on how many rows Huozi has more. Raises ``RunFailed``."""
    more = 0
    for number, each in enumerate(SETTINGS):
        folder = place / str(number)
        folder.mkdir()
        files = built(issue, (*each.keys, *keys), folder)
        counts = dict(zip(files, judged(list(files.values())), strict=True))
        print("\n".join([*table(each.name, counts), ""]), flush=True)
        more += sum(is_worse(row, counts) for row in FAULTS)
    print(f"rows on which a file of Huozi's counts more of a fault than one of Typst's: {more}")
    return more


def main() -> int:
    """Import, build, count, print; 1 where Huozi has more of a fault, or a step fails."""
    parser = argparse.ArgumentParser(description="Faults at feet and heads of columns, beside Typst's.")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="set a layout key")
    options = parser.parse_args()
    manuscript = seed()
    if manuscript is None or not JUDGE.is_file():
        print("nothing to compare, not at hand: ../shared/seed/*.txt or ../shared/tools/count_pages.py")
        return 0
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-columns-") as folder:
            place = Path(folder)
            return int(report(import_seed(manuscript, place), place, options.set) > 0)
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
