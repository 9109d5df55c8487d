"""Which headings are titles of articles: those the contents page names or, without one, those behind end matter.

The contents page says what is a section and what an article; the body says how a title is worded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from huozi.content.importers.characters import normalised
from huozi.content.importers.contents_page import ContentsPage, Entry
from huozi.content.importers.desk import Desk, is_heading
from huozi.content.importers.endmatter import is_source_line
from huozi.content.importers.source import Line
from huozi.records import NamedTuple

NEAR = 0.6  # how much of a heading must agree with an entry to be its title
NEAR_BARE = 0.8  # the same for a line without the marks of a heading
MAX_COMPARED = 100  # headings an entry without a heading of its own is compared with
MAX_TITLE_LINES = 3
MAX_BARE_TITLE = 40  # characters of a title without the marks of a heading
LONG_ENTRY = 12  # characters of a line of the contents page that is too long for a section's name


class Title(NamedTuple):
    """The title of an article: its lines in the body, and its entry of the contents page where there is one."""

    lines: tuple[int, ...]
    entry: Entry | None


class SectionPlan(NamedTuple):
    """A section: its entry of the contents page (``None``: it has no name in the source) and its articles' titles."""

    entry: Entry | None
    titles: tuple[Title, ...]


class Candidate(NamedTuple):
    """Headings in a row that may be one title."""

    lines: tuple[int, ...]
    name: str


def plan_sections(desk: Desk, page: ContentsPage | None, body: Sequence[Line]) -> tuple[SectionPlan, ...]:
    """The sections with the titles of their articles, in the order of the contents page."""
    candidates = _candidates(body)
    entries = _unwrapped(page.entries, candidates) if page else ()
    matched = _exact(entries, candidates)
    _match_near(desk, entries, matched, candidates)
    if not any(lines for lines in matched):
        desk.say(
            page.first if page else body[0].index, "import-contents-unmatched" if page else "import-contents-missing"
        )
        return _without_contents(desk, body)
    sections = _section_entries(desk, entries, matched)
    titles = {lines[0]: Title(lines, entry) for entry, lines in zip(entries, matched, strict=True) if lines}
    for index, following in pairwise((*sections, len(entries))):
        if matched[index] and following > index + 1:  # the section's name stands in the body too, above its articles
            del titles[matched[index][0]]
    taken = {line for title in titles.values() for line in title.lines}
    for line in _unnamed(body, taken):
        taken.add(line)
        titles[line] = Title(_whole_title(body, line, taken), None)
        desk.say(line, "import-article-not-in-contents", title=desk.lines[line].plain)
    return _grouped(desk, entries, sections, [titles[line] for line in sorted(titles)])


def _candidates(body: Sequence[Line]) -> tuple[Candidate, ...]:
    """Every line, and every two or three headings in a row, as a title may be worded."""
    found: list[Candidate] = []
    for i, line in enumerate(body):
        found.append(Candidate((line.index,), normalised(line.plain) if len(line.plain) < 100 else ""))
        run = [line]
        for other in body[i + 1 : i + MAX_TITLE_LINES]:
            if not (is_heading(line) and is_heading(other)):
                break
            run.append(other)
            name = normalised("".join(item.plain for item in run))
            found.append(Candidate(tuple(item.index for item in run), name))
    return tuple(candidate for candidate in found if candidate.name)


def _unwrapped(entries: Sequence[Entry], candidates: Sequence[Candidate]) -> tuple[Entry, ...]:
    """The entries, with those made one that stand on two lines."""
    names = {candidate.name for candidate in candidates}
    result: list[Entry] = []
    for entry in entries:
        last = result[-1] if result else None
        if last and not last.page and _is_wrapped(last, entry, names):
            lines = last.lines + entry.lines
            result[-1] = entry._replace(lines=lines, title=last.title + entry.title)
        else:
            result.append(entry)
    return tuple(result)


def _is_wrapped(first: Entry, second: Entry, names: set[str]) -> bool:
    """Whether two entries are one on two lines: a title says so, or no title says either and the first is long."""
    if normalised(first.title + second.title) in names:
        return True
    is_unknown = normalised(first.title) not in names and normalised(second.title) not in names
    return is_unknown and not first.is_marked and second.page > 0 and len(first.title) >= LONG_ENTRY


def _exact(entries: Sequence[Entry], candidates: Sequence[Candidate]) -> list[tuple[int, ...]]:
    """For each entry the lines that say the same, the next in the body first; no line twice."""
    by_name: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_name.setdefault(candidate.name, []).append(candidate)
    reached = -1
    taken: set[int] = set()
    result: list[tuple[int, ...]] = []
    for entry in entries:
        free = [item for item in by_name.get(normalised(entry.title), ()) if taken.isdisjoint(item.lines)]
        best = min(free, key=lambda item: (item.lines[0] <= reached, item.lines), default=None)
        result.append(best.lines if best else ())
        if best:
            taken.update(best.lines)
            reached = max(reached, best.lines[-1])
    return result


def _match_near(
    desk: Desk, entries: Sequence[Entry], matched: list[tuple[int, ...]], candidates: Sequence[Candidate]
) -> None:
    """Give each entry left over the heading most like it between its neighbours' titles, with a finding."""
    headings = [item for item in candidates if is_heading(desk.lines[item.lines[0]])]
    bare = [item for item in candidates if not is_heading(desk.lines[item.lines[0]])]
    for i, entry in enumerate(entries):
        if matched[i]:
            continue
        low = max((lines[-1] for lines in matched[:i] if lines), default=-1)
        high = min((lines[0] for lines in matched[i + 1 :] if lines), default=len(desk.lines))
        name = normalised(entry.title)
        best = _nearest(name, _window(headings, low, high), NEAR) or _nearest(name, _window(bare, low, high), NEAR_BARE)
        if best:
            matched[i] = best.lines
            wording = " ".join(desk.lines[line].plain for line in best.lines)
            desk.say(best.lines[0], "import-contents-near", entry=entry.title, title=wording)


def _window(candidates: Sequence[Candidate], low: int, high: int) -> list[Candidate]:
    """The candidates, in the order of the body, that lie between two lines; not more than are worth comparing."""
    start = bisect_right(candidates, low, key=lambda item: item.lines[0])
    window = candidates[start : start + MAX_COMPARED]
    return [item for item in window if item.lines[-1] < high]


def _nearest(name: str, window: Sequence[Candidate], near: float) -> Candidate | None:
    from difflib import SequenceMatcher  # needed for an entry without a heading of its own alone

    matcher = SequenceMatcher(b=name, autojunk=False)
    best, best_ratio = None, near
    for candidate in window:
        matcher.set_seq1(candidate.name)
        if matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio:
            ratio = matcher.ratio()
            if ratio > best_ratio:
                best, best_ratio = candidate, ratio
    return best


def _section_entries(desk: Desk, entries: Sequence[Entry], matched: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Which entries name sections: the bold ones; where the bold is lost, those without an article at its page."""
    marked = [i for i, entry in enumerate(entries) if entry.is_marked]
    if len(marked) == len(entries):
        marked = []
    found = set(marked)
    pages = [entry.page for entry in entries]
    for i, entry in enumerate(entries):
        if i in found or matched[i]:
            continue
        if i + 1 < len(entries) and i + 1 not in found and pages[i] in (0, pages[i + 1]):
            found.add(i)
            desk.say(entry.lines[-1], "import-section-guess", title=entry.title)
        else:
            desk.say(entry.lines[-1], "import-contents-without-article", entry=entry.title)
    return tuple(sorted(found))


def _unnamed(body: Sequence[Line], named: set[int]) -> Iterator[int]:
    """Headings that must be titles though no entry names them: behind an article's source line, or before all."""
    if body and body[0].index not in named and is_heading(body[0]):
        yield body[0].index
    for line, following in pairwise(body):
        if is_source_line(line.plain) and is_heading(following) and following.index not in named:
            yield following.index


def _whole_title(body: Sequence[Line], start: int, taken: set[int]) -> tuple[int, ...]:
    """The lines of a title that no entry words: with the heading of the same depth right behind it, its second line."""
    place = next(i for i, line in enumerate(body) if line.index == start)
    pair = body[place : place + 2]
    is_pair = len(pair) == 2 and pair[0].depth == pair[1].depth > 0 and pair[1].index not in taken
    return (pair[0].index, pair[1].index) if is_pair else (start,)


def _grouped(
    desk: Desk, entries: Sequence[Entry], sections: Sequence[int], titles: Sequence[Title]
) -> tuple[SectionPlan, ...]:
    """The titles by section, in the order of the contents; one without an entry follows the title before it."""
    places = {entry.lines: i for i, entry in enumerate(entries)}
    order: list[tuple[int, int, Title]] = []
    place = 0
    for title in titles:
        place = places[title.entry.lines] if title.entry else place
        order.append((place, title.lines[0], title))
    order.sort(key=lambda item: item[:2])
    if [item[1] for item in order] != [title.lines[0] for title in titles]:
        desk.say(titles[0].lines[0], "import-order-differs")
    starts = [-1, *sections, len(entries)]
    plans = [
        SectionPlan(entries[start] if start >= 0 else None, tuple(t for at, _, t in order if start <= at < end))
        for start, end in pairwise(starts)
    ]
    return _with_articles(desk, plans)


def _with_articles(desk: Desk, plans: Sequence[SectionPlan]) -> tuple[SectionPlan, ...]:
    for plan in plans:
        if plan.entry and not plan.titles:
            desk.say(plan.entry.lines[-1], "import-section-empty", title=plan.entry.title)
    return tuple(plan for plan in plans if plan.titles)


def _without_contents(desk: Desk, body: Sequence[Line]) -> tuple[SectionPlan, ...]:
    """One section without a name: titles are the first heading and those behind source lines, or the top headings."""
    headings = [line for line in body if is_heading(line)]
    starts = [line.index for line in body[:1] if _may_be_title(line)] or [line.index for line in headings[:1]]
    starts += [other.index for line, other in pairwise(body) if is_source_line(line.plain) and _may_be_title(other)]
    if len(starts) == 1 and headings:
        top = min(line.depth for line in headings)
        starts = [line.index for line in headings if line.depth == top]
    titles = tuple(Title(_whole_title(body, line, set(starts)), None) for line in sorted(set(starts)))
    for title in titles:
        desk.say(title.lines[0], "import-title-guess", title=desk.lines[title.lines[0]].plain)
    return (SectionPlan(None, titles),)


def _may_be_title(line: Line) -> bool:
    """Whether a line where an article begins is its title: a heading, or a short line that is no sentence or note."""
    is_short = len(line.plain) <= MAX_BARE_TITLE and line.plain[-1] not in "。；，、）)"
    return is_heading(line) or (is_short and not is_source_line(line.plain))
