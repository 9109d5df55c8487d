"""What the judge of typography says of the real issue, beside nine other typesetters: ``make score``.

    python tools/score.py [--fill push-out] [--set KEY=VALUE]

The real issue is imported and built, twice for each way of filling lines: with every paragraph at its best
(``make_up.stretch: 0``, which the bounds of composition hold for), and as the layout has it, where paragraphs take a
line more or less for their pages. The judge reads the PDF alone, and the text it should hold. Judge, issue and the
others' scores stand beside the checkout; where they are not at hand, there is nothing to compare, and that is said. The
judge needs pymupdf, which is AGPL and no part of Huozi: it gets an environment of its own, ``.venv-judge``, made at
first use.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple, TypeAlias

from cold_runs import RunFailed, answer_of
from composing import setting_of
from real_issue import ROOT, SHARED, huozi, import_seed, seed

from huozi.blocks.lines import compose_inlines
from huozi.blocks.setting import Setting
from huozi.content.issue_file import read_issue
from huozi.content.model import Block, Paragraph
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings
from huozi.paragraph.compose import Composed
from huozi.paragraph.rules.spacing import EDGE_STEPS

JUDGE = SHARED / "tools" / "score_pdf.py"
PEERS = SHARED / "tools" / "peer-scores.json"
TEXT = SHARED / "tools" / "real-issue.json"
JUDGE_VENV = ROOT / ".venv-judge"
JUDGE_LOCK = ROOT / "locks" / "judge.txt"

FILLS = ("push-out", "pull-in", "least")
AT_BEST = " 0"
"""What stands after the name of a file whose paragraphs are all at their best."""
UNVARIED = "make_up.stretch=0"
BOUNDS = {
    "push-out": (0.0073, 0.0543, 0.0120),
    "pull-in": (0.0003, 0.0327, 0.0093),
    "least": (0.0011, 0.0327, 0.0079),
}
"""The mean and the greatest expansion and the texture (em) that paragraphs at their best have, by how lines are filled.

They were measured before pages had a say, and may only shrink.
"""
BOUND = (("justification", "expansion_em_mean"), ("justification", "max"), ("justification", "texture_sd_em"))
"""Where the judge has them."""

Scores: TypeAlias = Mapping[str, Any]
"""What the judge says of a file: figures in groups."""


class Figure(NamedTuple):
    """A figure shown: its name, where the judge has it, and its decimals."""

    name: str
    path: tuple[str, ...]
    decimals: int = 0


FIGURES = (
    Figure("pages", ("pages",)),
    Figure("measure, em", ("measure_em",), 1),
    Figure("body lines", ("body_lines",)),
    Figure("forbidden line starts", ("prohibition", "line_start")),
    Figure("forbidden line ends", ("prohibition", "line_end")),
    Figure("forbidden starts, wide set", ("prohibition", "line_start_wide_set")),
    Figure("forbidden ends, wide set", ("prohibition", "line_end_wide_set")),
    Figure("split dash or ellipsis", ("prohibition", "split_dash_or_ellipsis")),
    Figure("break in a number", ("breaks", "inside_number")),
    Figure("break in a Latin word", ("breaks", "inside_latin_word")),
    Figure("hyphenated words", ("breaks", "hyphenated_latin")),
    Figure("number from %", ("breaks", "number_from_percent_sign")),
    Figure("number from unit", ("breaks", "number_from_han_unit")),
    Figure("expansion mean, em", ("justification", "expansion_em_mean"), 4),
    Figure("expansion p95, em", ("justification", "p95"), 4),
    Figure("expansion max, em", ("justification", "max"), 4),
    Figure("expansion, all gaps, em", ("all_gaps", "mean"), 4),
    Figure("lines over 0.05 em", ("justification", "lines_over_0.05em")),
    Figure("texture sd, em", ("justification", "texture_sd_em"), 4),
    Figure("ragged lines", ("justification", "ragged_lines")),
    Figure("lines past the edge", ("justification", "lines_past_right_edge")),
    Figure("last line of 1 character", ("last_lines", "single_char")),
    Figure("last line of 2 characters", ("last_lines", "two_chars")),
    Figure("widows", ("page_breaks", "last_line_alone_at_top")),
    Figure("orphans", ("page_breaks", "first_line_alone_at_bottom")),
    Figure("headings at the bottom", ("page_breaks", "heading_at_bottom")),
    Figure("line-end marks half", ("punctuation", "line_end_closers", "half_width")),
    Figure("line-end marks full", ("punctuation", "line_end_closers", "full_width")),
    Figure("line-end marks hung", ("punctuation", "line_end_closers", "hanging")),
    Figure("Han–Latin gap median, em", ("han_latin_gap", "median_em"), 3),
    Figure("on the grid, share", ("grid", "on_grid_share"), 3),
    Figure("texts found verbatim", ("text", "found_verbatim")),
    Figure("… of", ("text", "source_blocks")),
)

NOTES = """\
push-out 0, …: every paragraph at its best, none with a line more or less for its page (make_up.stretch: 0).
Lengths are in em of the body. expansion: per line, the mean change between two Han characters, of its amount (the
judge's; lines of a paragraph but the last). expansion, all gaps: per such line, all that justification changed,
wherever it did, over the line's gaps: Huozi's own, of each paragraph at its best, the line-end half em not counted.
The others' scores are those that stand beside the checkout: the same text, measure and size."""


# ------------------------------------------------------------------ the judge


def judge_python() -> str:
    """The interpreter of the judge's environment, which is made where it is missing; raises ``RunFailed``."""
    python, ready = JUDGE_VENV / "bin" / "python", JUDGE_VENV / ".ready"
    if not ready.is_file():
        print(f"setting up {JUDGE_VENV.name}/ …", file=sys.stderr, flush=True)
        answer_of([sys.executable, "-m", "venv", str(JUDGE_VENV)])
        locked = ["--no-deps", "--require-hashes", "-r", str(JUDGE_LOCK)] if JUDGE_LOCK.is_file() else ["pymupdf"]
        answer_of([str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *locked])
        ready.touch()
    return str(python)


def judged(pdf: Path) -> dict[str, Any]:
    """What the judge says of a file; raises ``RunFailed``."""
    answer = answer_of([judge_python(), str(JUDGE), str(pdf), f"--source={TEXT}"])
    scores: dict[str, Any] = json.loads(answer[answer.index("{") :])  # its library may say something before it
    return scores


def missing(issue: Path | None) -> list[Path]:
    """What is not at hand of all that scoring an issue needs; ``None``: the real one, which is yet to be imported."""
    read = issue / "issue.yaml" if issue else seed() or SHARED / "seed" / "*.txt"
    return [path for path in (JUDGE, PEERS, TEXT, read) if not path.is_file()]


# ------------------------------------------------------------------ all gaps


def adjustments(composed: Composed) -> Iterator[float]:
    """Of each line of a paragraph that fills its measure: what justification changed per gap, in em."""
    for line in composed.set():
        gaps = line.end - line.start - 1
        if gaps and line.end not in composed.work.stops:
            changed = sum(abs(step.amount) for step in line.adjustments if step.step not in EDGE_STEPS)
            yield changed / gaps / composed.items.em


def paragraphs_of(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs of running text among blocks."""
    for run in running_text(blocks):
        match run:
            case Paragraph():
                yield run


def mean_over_all_gaps(folder: Path, overrides: Sequence[tuple[str, str]]) -> float:
    """The mean over full lines of an issue's body of what justification changed per gap, in em."""
    issue = read_issue(str(folder), Findings())
    setting: Setting = setting_of(issue, str(folder), overrides)
    style = setting.style("body")
    return fmean(
        change
        for article in issue.articles
        for paragraph in paragraphs_of(article.blocks)
        for change in adjustments(compose_inlines(setting, paragraph.inlines, style))
    )


# ------------------------------------------------------------------ showing


def shown(scores: Scores, figure: Figure) -> str:
    """A figure of a file as text; a dash where there is none."""
    value: Any = scores
    for key in figure.path:
        value = (value or {}).get(key)
    return "–" if value is None else f"{value:.{figure.decimals}f}"


def table(columns: Mapping[str, Scores]) -> list[str]:
    """Figures as lines, a column for each file."""
    names = max(len(figure.name) for figure in FIGURES)
    widths = {name: max(len(name), 6) for name in columns}
    ours = sum(widths[name] + 1 for name in columns if name.removesuffix(AT_BEST) in FILLS)
    lines = [f"{'':{names}} {'Huozi':{ours}}others".rstrip()]
    lines.append(" ".join(["".ljust(names), *(name.rjust(widths[name]) for name in columns)]))
    for figure in FIGURES:
        cells = (shown(scores, figure).rjust(widths[name]) for name, scores in columns.items())
        lines.append(" ".join([figure.name.ljust(names), *cells]))
    return lines


def verdicts(columns: Mapping[str, Scores]) -> Iterator[tuple[bool, str]]:
    """Whether files keep to the bounds of composition, in words too."""
    for fill, bounds in BOUNDS.items():
        scores = columns.get(fill + AT_BEST)
        if scores is None:
            continue
        found = [scores[group][name] for group, name in BOUND]
        holds = all(round(figure, 4) <= bound for figure, bound in zip(found, bounds, strict=True))
        cells = (f"{figure:.4f} (at most {bound:.4f})" for figure, bound in zip(found, bounds, strict=True))
        yield (
            holds,
            f"{fill}, mean, greatest expansion, texture: {', '.join(cells)}: {'hold' if holds else 'DO NOT HOLD'}",
        )


# ------------------------------------------------------------------ the command


def main() -> int:
    """Import, build, judge, print; 1 where a step fails or a bound does not hold."""
    options = _options()
    if absent := missing(options.issue):
        print("nothing to compare with, not at hand: " + ", ".join(path.name for path in absent))
        return 0
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-score-") as place:
            columns = _scores(options, Path(place))
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1
    bounds = [] if options.set else list(verdicts(columns))
    print("\n".join([*table(columns), "", *(said for _, said in bounds), "", NOTES]))
    return int(not all(holds for holds, _ in bounds))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The judge's figures of the real issue, beside nine typesetters.")
    parser.add_argument("--issue", type=Path, help="folder of the real issue (default: imported for this)")
    parser.add_argument("--fill", choices=FILLS, action="append", help="how lines are filled (default: every way)")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="set a layout key")
    return parser.parse_args()


def _scores(options: argparse.Namespace, place: Path) -> dict[str, Scores]:
    """The scores of Huozi's files and of the others'."""
    manuscript = seed()
    issue: Path = options.issue or import_seed(manuscript or SHARED, place)
    columns: dict[str, Scores] = {}
    for fill in options.fill or FILLS:
        keys = [f"text.fill={fill}", *options.set]
        pairs = [(key, value) for key, _, value in (text.partition("=") for text in keys)]
        gaps = {"all_gaps": {"mean": mean_over_all_gaps(issue, pairs)}}
        for name, own in ((fill + AT_BEST, [*keys, UNVARIED]), (fill, keys)):
            pdf = place / f"{name}.pdf"
            answer_of([*huozi("build", issue, "-o", pdf), *(part for key in own for part in ("--set", key))])
            columns[name] = judged(pdf) | gaps
    peers: dict[str, Scores] = json.loads(PEERS.read_text("utf-8"))
    return columns | peers


if __name__ == "__main__":
    sys.exit(main())
