"""Sixty issues made of the real one's paragraphs: their best pages beside those of the plain paginator: ``make sixty``.

    python tools/sixty_issues.py [--seeds 1 2 3] [--issues 20]

An issue has three sections, as the real one has, each of two to six articles. An article is built like one of the real
issue's articles, drawn by chance: a heading where that has one, a paragraph where that has one. All texts (names of
sections, titles, headings, paragraphs, lines of sources) are dealt from packs of all that the real issue has, shuffled,
and shuffled anew when they are used up; the starts of articles and their room are the real ones. Each issue is paged as
a journal's body is that follows one page of contents, lines pushed out, pushed out with ``make_up.pull_in: true``, and
pulled in. *Short* are the lines that columns end short whose text runs on, *unequal* those that facing pages differ by.
The issue stands beside the checkout; where it is not at hand, there is nothing to page, and that is said.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Generic, NamedTuple, TypeVar

from cold_runs import RunFailed
from composing import setting_of
from real_issue import import_seed, seed

from huozi.blocks.article import set_issue
from huozi.content.issue_file import read_issue
from huozi.diagnostics import Findings
from huozi.galley import Galley, Mark, Matter, SetParagraph, Slug, Start
from huozi.makeup.costs import BROKEN, field_of
from huozi.makeup.goals import Paging, natural_plan
from huozi.makeup.parts import Grid, Solver
from huozi.makeup.search import Found
from huozi.makeup.units import units_of

SECTIONS = 3
ARTICLES = (2, 6)
"""The fewest and the most articles of a section; the real issue's have two and four."""

T = TypeVar("T")


class Way(NamedTuple):
    """A way of filling lines: its name, the layout's keys, and the share of greedy's lines it may leave, in per cent.

    ``short`` and ``unequal`` are these shares.
    """

    name: str
    keys: tuple[tuple[str, str], ...]
    short: int
    unequal: int


WAYS = (
    Way("push-out", (("text.fill", "push-out"),), 55, 15),
    Way("push-out, pull_in", (("text.fill", "push-out"), ("make_up.pull_in", "true")), 25, 5),
    Way("pull-in", (("text.fill", "pull-in"),), 25, 5),
)


def way_of(name: str) -> Way:
    """A way of filling lines by its name."""
    return next(way for way in WAYS if way.name == name)


class Article(NamedTuple):
    """An article as it is built: ``True`` for each heading, ``False`` for each paragraph; whether a source ends it."""

    built: tuple[bool, ...]
    has_source: bool


class Texts(NamedTuple):
    """What the real issue is made of: names of sections, titles, headings, paragraphs, sources, how articles are built.

    ``starts`` are the starts of a section and of an article that is not its first.
    """

    names: tuple[Slug, ...]
    titles: tuple[Slug, ...]
    headings: tuple[Slug, ...]
    paragraphs: tuple[SetParagraph, ...]
    sources: tuple[SetParagraph, ...]
    articles: tuple[Article, ...]
    starts: tuple[Start, Start]


class Pages(NamedTuple):
    """What is counted of an issue's pages."""

    pages: int = 0
    short: int = 0
    squared: int = 0
    unequal: int = 0
    broken: int = 0


class Paged(NamedTuple):
    """An issue paged: plainly and at its best, the articles and how many left their page, states and seconds."""

    plain: Pages
    best: Pages
    articles: int
    moved: int
    varied: int
    states: int
    seconds: float


# ------------------------------------------------------------------ making


class Pack(Generic[T]):
    """Deals all of some things in a chance order, again and again."""

    def __init__(self, things: Sequence[T], chance: random.Random) -> None:
        self._things, self._chance = things, chance
        self._left: list[T] = []

    def deal(self) -> T:
        """The next one."""
        if not self._left:
            self._left = self._chance.sample(self._things, len(self._things))
        return self._left.pop()


def texts_of(galley: Galley) -> Texts:
    """The texts of an issue's galley, each kind by itself."""
    slugs: dict[str, list[Slug]] = {"section": [], "article": [], "heading": []}
    paragraphs: list[SetParagraph] = []
    sources: list[SetParagraph] = []
    articles: list[Article] = []
    starts: dict[str, Start] = {}
    kind = "heading"
    for matter in galley:
        match matter:
            case Start():
                starts.setdefault(matter.at, matter)
            case Mark():
                kind = matter.kind
                articles += [Article((), has_source=False)] if kind == "article" else []
            case Slug():
                slugs[kind].append(matter)
                if kind == "heading":
                    articles[-1] = articles[-1]._replace(built=(*articles[-1].built, True))
                kind = "heading"
            case SetParagraph(may_be_cut=True):
                paragraphs.append(matter)
                articles[-1] = articles[-1]._replace(built=(*articles[-1].built, False))
            case SetParagraph():
                sources.append(matter)
                articles[-1] = articles[-1]._replace(has_source=True)
            case _:
                raise ValueError(f"the real issue has no {matter!r}")
    return Texts(
        tuple(slugs["section"]),
        tuple(slugs["article"]),
        tuple(slugs["heading"]),
        tuple(paragraphs),
        tuple(sources),
        tuple(articles),
        (starts["page"], starts["run-on"]),
    )


def issues_of(texts: Texts, chance: random.Random) -> Iterator[Galley]:
    """Issues without end, made by chance of texts."""
    names, titles, headings = (Pack(pack, chance) for pack in (texts.names, texts.titles, texts.headings))
    paragraphs, sources = Pack(texts.paragraphs, chance), Pack(texts.sources, chance)
    while True:
        matter: list[Matter] = []
        article = 0
        for section in range(SECTIONS):
            matter += [texts.starts[0], Mark("section", section), names.deal()]
            for place in range(chance.randint(*ARTICLES)):
                matter += [texts.starts[1]] if place else []
                matter += [Mark("article", article), titles.deal()]
                article += 1
                built = chance.choice(texts.articles)
                matter += [headings.deal() if is_heading else paragraphs.deal() for is_heading in built.built]
                matter += [sources.deal()] if built.has_source else []
        yield tuple(matter)


# ------------------------------------------------------------------ paging


def counted(ways: Sequence[Found]) -> Pages:
    """What is counted of the pages of parts."""
    costs = [step.cost for found in ways for _, step in found.way]
    short = [field_of(cost, "short") for cost in costs]
    unequal = sum(field_of(cost, "unequal") for cost in costs)
    broken = sum(cost >> BROKEN != 0 for cost in costs)
    return Pages(sum(found.pages for found in ways), sum(short), sum(each**2 for each in short), unequal, broken)


def paged(galley: Galley, grid: Grid) -> Paged:
    """An issue's pages, plainly and at their best."""
    began = perf_counter()
    solver = Solver(units_of(galley, grid.columns), galley, grid)
    plan = natural_plan(solver, Paging(1))
    seconds = perf_counter() - began
    plain: list[Found] = []
    articles = moved = varied = 0
    number = 2
    for part, draft in enumerate(plan.drafts):
        found = solver.plain(part, number % 2 == 1)
        number += draft.found.pages
        plain.append(found)
        units = draft.part.units
        there, here = found.held(units), draft.found.held(units)
        articles += len(there)
        moved += sum(here.get(unit) != page for unit, page in there.items())
        varied += sum(lines != units[item].choices[0].lines for item, lines in draft.lines.items())
    best = counted([draft.found for draft in plan.drafts])
    return Paged(counted(plain), best, articles, moved, varied, solver.places, seconds)


def remembering(piece: Matter) -> Matter:
    """A paragraph that looks for other numbers of lines once, in however many issues it stands."""
    return piece._replace(variants=cache(piece.variants)) if isinstance(piece, SetParagraph) else piece


def set_real(folder: Path, way: Way) -> tuple[Galley, Grid]:
    """An issue set in a way, and the grid of its pages."""
    issue = read_issue(str(folder), Findings())
    setting = setting_of(issue, str(folder), way.keys)
    area, style = setting.sheet.page.area, setting.sheet.make_up
    return set_issue(issue, setting).galley, Grid(area.lines, area.columns, style.least, style.balance)


# ------------------------------------------------------------------ showing

HEAD = (
    *("issues", "pages", "short: greedy", "best", "%", "squared: greedy", "best", "unequal: greedy", "best", "%"),
    *("broken", "articles", "moved", "varied", "most states", "ms an issue"),
)


def share(part: int, whole: int) -> float:
    """How much of a whole a part is, in per cent; of nothing it is 0, or all."""
    return 100 * part / whole if whole else 100.0 * bool(part)


def row(issues: Sequence[Paged]) -> tuple[str, ...]:
    """The figures of issues, summed."""
    plain = Pages(*(sum(values) for values in zip(*(issue.plain for issue in issues), strict=True)))
    best = Pages(*(sum(values) for values in zip(*(issue.best for issue in issues), strict=True)))
    sums = Counter[str]()
    for issue in issues:
        sums.update(articles=issue.articles, moved=issue.moved, varied=issue.varied)
    return (
        *(str(len(issues)), str(best.pages) if best.pages == plain.pages else f"{best.pages} ({plain.pages})"),
        *(str(plain.short), str(best.short), f"{share(best.short, plain.short):.1f}"),
        *(str(plain.squared), str(best.squared)),
        *(str(plain.unequal), str(best.unequal), f"{share(best.unequal, plain.unequal):.1f}"),
        *(str(best.broken), str(sums["articles"]), str(sums["moved"]), str(sums["varied"])),
        *(
            str(max(issue.states for issue in issues)),
            f"{1000 * sum(each.seconds for each in issues) / len(issues):.0f}",
        ),
    )


def keeps(issues: Sequence[Paged], way: Way) -> bool:
    """Whether pages break no rule, leave every article on its page, and keep to a way's shares of greedy's lines."""
    plain, best = (Counter[str](), Counter[str]())
    for issue in issues:
        plain.update(issue.plain._asdict())
        best.update(issue.best._asdict())
    return (
        not best["broken"]
        and not any(issue.moved for issue in issues)
        and 100 * best["short"] <= way.short * plain["short"]
        and 100 * best["unequal"] <= way.unequal * plain["unequal"]
    )


def report(folder: Path, seeds: Sequence[int], count: int) -> bool:
    """The figures of all ways and seeds, printed; gives whether every bound is kept."""
    print(" | ".join(["way", "seed", *HEAD]))
    kept = True
    for way in WAYS:
        galley, grid = set_real(folder, way)
        texts = texts_of(tuple(map(remembering, galley)))
        everything: list[Paged] = []
        for number in seeds:
            chance = random.Random(number)  # noqa: S311  # chance, no secret
            issues = [paged(issue, grid) for issue, _ in zip(issues_of(texts, chance), range(count), strict=False)]
            everything += issues
            print(" | ".join([way.name, str(number), *row(issues)]), flush=True)
        holds = keeps(everything, way)
        kept = kept and holds
        print(" | ".join([way.name, "all", *row(everything)]))
        print(f"  bounds: short at most {way.short} % of greedy's, unequal {way.unequal} %, no rule broken, no article")
        print(f"  elsewhere: {'held' if holds else 'NOT HELD'}", flush=True)
    return kept


def main() -> int:
    """Make, page, print; 1 where a bound is not kept or the issue cannot be imported."""
    parser = argparse.ArgumentParser(description="Best pages beside plain ones, of issues made of the real one.")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--issues", type=int, default=20, help="issues of each seed (default 20)")
    options = parser.parse_args()
    manuscript = seed()
    if manuscript is None:
        print("nothing to page, not at hand: ../shared/seed/*.txt")
        return 0
    try:
        with tempfile.TemporaryDirectory(prefix="huozi-sixty-") as place:
            return int(not report(import_seed(manuscript, Path(place)), options.seeds, options.issues))
    except RunFailed as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
