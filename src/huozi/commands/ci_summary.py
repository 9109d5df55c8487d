"""What ``huozi ci`` tells: of each issue its pages, findings new and gone, what has changed, where its files are.

As text for a terminal or a log, and as Markdown for a comment or the summary of a job, in as much room as these have.
All that comes from an issue stays text in it (:func:`huozi.commands.forms.markdown.plain`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from huozi.commands.change_forms import as_text
from huozi.commands.change_words import CORRECTED, folios_told, has_columns, summary_of, titles_told
from huozi.commands.ci_run import IssueRun
from huozi.commands.file_places import Repository, relative
from huozi.commands.forms import Manner, in_form
from huozi.commands.forms.markdown import LINE, SPARE, findings_table, length, plain, table
from huozi.commands.listing import Entry
from huozi.commands.outcome import SEVERITIES
from huozi.diagnostics import Finding, Language, Severity
from huozi.messages import render, texts
from huozi.messages.ci import say
from huozi.records import NamedTuple
from huozi.rounds.changes import Comparison, LineChange, Where


class Run(NamedTuple):
    """All that a run tells of: what it was compared with (empty: nothing), its issues, what was amiss with the run."""

    base: str
    issues: Sequence[IssueRun]
    warnings: Sequence[Finding] = ()

    def all_warnings(self) -> tuple[Finding, ...]:
        """What was amiss with the run and with the comparing of its issues."""
        return (*self.warnings, *(item for run in self.issues for item in run.warnings))


FEW = 3
"""Changed files that are named; the rest are counted."""

ROWS = 6
"""Titles and first pages that are named in a line; the rest are counted."""

LINES = 60
"""Lines of a comparison that a log shows; the file has them all."""


# ------------------------------------------------------------------ what both say


def _facts(run: IssueRun, base: str, language: Language) -> Iterator[str]:
    """How many pages there are, how many findings of each kind."""
    made, found = run.listing.made, run.compared.comparison if run.compared else None
    if made is None:
        yield say("not-made", language)
    elif run.compared is None or run.compared.is_unset or found is None or found.old_pages == made.pages:
        yield say("pages", language, pages=made.pages)
    else:
        change = made.pages - found.old_pages
        yield say("pages-otherwise", language, pages=made.pages, old=found.old_pages, change=change)
    if made is not None and not made.path:
        yield say("not-printable", language)
    yield from _counts(run, language)
    if run.state == "new":
        yield say("new-issue", language)
    if run.issue.was:
        yield say("moved-issue", language, was=run.issue.was)
    if base and run.compared is not None:
        yield say("since", language, base=base)


def _counts(run: IssueRun, language: Language) -> Iterator[str]:
    """How many findings are new, gone, or were there before."""
    open_ones = [entry for entry in run.listing.entries if entry.accepted is None]
    new = [entry for entry in open_ones if run.fresh is None or entry.fingerprint in run.fresh]
    counts = Counter(SEVERITIES[entry.severity] for entry in new)
    numbers = {name: counts[name] for name in SEVERITIES.values()}
    if new or run.fresh is None:
        yield say("found" if run.fresh is None else "new", language, **numbers)
    else:
        yield say("none-new", language)
    old = len(open_ones) - len(new)
    errors = sum(entry.severity is Severity.ERROR for entry in open_ones) - counts["error"]
    if errors:
        yield say("old-errors", language, count=errors)
    if old > errors:
        yield say("known", language, count=old - errors)
    if run.gone:
        yield say("gone", language, count=len(run.gone))


def _changes(run: IssueRun, language: Language) -> Iterator[str]:
    """Which pages were changed and which are affected, titles and first pages that are others now."""
    if run.compared is None:
        return
    found = run.compared.comparison
    if run.compared.is_same:
        yield say("same", language)
    if run.compared.is_unset:
        yield say("unset", language)
    yield from summary_of(found, language, is_unset=run.compared.is_unset)
    for phrase, rows in (("titles", titles_told(found, language)), ("folios", folios_told(found, language))):
        yield from _in_a_line(phrase, list(rows), language)


def _in_a_line(phrase: str, rows: Sequence[str], language: Language) -> Iterator[str]:
    if rows:
        told = say("between", language).join(rows[:ROWS])
        if len(rows) > ROWS:
            told = say("rows-more", language, rows=told, count=len(rows) - ROWS)
        yield say(phrase, language, rows=told)


def _because(run: IssueRun, language: Language) -> Iterator[str]:
    files = run.issue.because
    if files:
        told = say("list", language).join(files[:FEW])
        if len(files) > FEW:
            told = say("more-files", language, files=told, count=len(files) - FEW)
        yield say("because", language, files=told)


def _files(run: IssueRun, language: Language) -> Iterator[str]:
    """Where the files are, pictures counted; what was left out."""
    plain_names = [name for name in run.files if "/" not in name]
    pictures = len(run.files) - len(plain_names)
    told = [*plain_names, *([say("pictures", language, count=pictures)] if pictures else [])]
    if told:
        yield say("files", language, folder=f"{relative(run.room)}/", files=say("list", language).join(told))
    for step, item in run.left_out:
        yield say("left-out", language, step=step, reason="".join(texts(item, language)[:1]))


# ------------------------------------------------------------------ text


def as_lines(run: Run, language: Language, fail_on: str) -> str:
    """What is told as text, for people."""
    lines = [render(item, language) for item in run.all_warnings()]
    for each in run.issues:
        lines += _issue_in_text(each, run.base, Manner(language, fail_on))
    return "".join(f"{line}\n" for line in lines)


def _issue_in_text(run: IssueRun, base: str, manner: Manner) -> Iterator[str]:
    language = manner.language
    yield f"== {run.listing.issue} =="
    yield from _because(run, language)
    yield say("between", language).join(_facts(run, base, language))
    told = run.told(base)
    if told.entries:
        yield in_form("text", [told], manner).rstrip("\n")
    if run.compared is not None and not run.compared.is_same:
        lines = as_text(run.compared, language).splitlines()
        yield from lines[:LINES]
        if len(lines) > LINES:
            yield say("lines-more", language, count=len(lines) - LINES, file=f"{relative(run.room)}/diff.html")
    yield from _files(run, language)


# ------------------------------------------------------------------ Markdown


def as_markdown(run: Run, language: Language, most: int) -> str:
    """What is told as Markdown, in at most so many characters as hosts count them.

    Every issue has the same room for its tables, with what the ones before have left of theirs; where not even what
    stands before them has room, the issues left are counted.
    """
    warnings = "".join(
        f"> {plain(say('warning', language, text=_told(item, language)), LINE)}\n>\n" for item in run.all_warnings()
    )
    parts = [warnings] if warnings and length(warnings) < most // 2 else []
    room = most - SPARE - sum(map(length, parts))
    for at, each in enumerate(run.issues):
        left = len(run.issues) - at
        part = _issue_in_markdown(each, run.base, language, room // left)
        if not part:
            parts.append(f"{say('more-issues', language, count=left)}\n")
            break
        parts.append(part)
        room -= length(part) + 1
    return "\n".join(parts)


def _told(item: Finding, language: Language) -> str:
    return "".join(texts(item, language))


def _issue_in_markdown(run: IssueRun, base: str, language: Language, room: int) -> str:
    """What is told of an issue; empty where its head has no room."""
    facts = plain(say("between", language).join(_facts(run, base, language)), LINE)
    rows = [*_changes(run, language), *_files(run, language), *_because(run, language)]
    head = f"### {say('title', language)} · {plain(relative(run.listing.issue))}\n\n**{facts}**\n"
    head += "".join(f"{'' if at else chr(10)}- {plain(row, LINE)}\n" for at, row in enumerate(rows))
    room -= length(head) + 3 * SPARE
    if room < 0:
        return ""
    body = _findings(run, base, language, 2 * room // 3)
    found = run.compared.comparison if run.compared else None
    return head + body + (_corrections(found, language, room - length(body)) if found else "")


def _findings(run: IssueRun, base: str, language: Language, room: int) -> str:
    """What is new, worst first, notes folded; then what is gone, folded."""
    repository = Repository(run.listing.issue)
    entries = sorted((each for each in run.told(base).entries if each.accepted is None), key=_rank)
    grave = [entry for entry in entries if entry.severity is not Severity.NOTE]
    text = findings_table(grave, repository, language, room)
    for phrase, some in (("notes", entries[len(grave) :]), ("gone", sorted(run.gone, key=_rank))):
        inside = findings_table(some, repository, language, room - length(text))
        text += _folded(say(phrase, language, count=len(some)), inside)
    return text


def _rank(entry: Entry) -> int:
    return -entry.severity


def _corrections(found: Comparison, language: Language, room: int) -> str:
    """The table of corrections, folded: every line that was changed, as many as there is room for."""
    lines = [change for change in found.lines if change.kind in CORRECTED]
    keeps = [0, 1, 2, 3, 4, 5] if has_columns(found) else [0, 2, 3, 4, 5]
    titles = say("columns", language).split("|")
    cells = ([row[at] for at in keeps] for row in map(_row, lines))
    inside = table([titles[at] for at in keeps], cells, len(lines), room, language)
    return _folded(say("corrections", language, count=len(lines)), inside)


def _row(change: LineChange) -> tuple[str, ...]:
    where = change.new or change.old or Where("", 0, 0)
    texts_of = (change.old_text, change.new_text)
    return (*map(str, where), *texts_of, f"{change.place.file}:{change.place.line}")


def _folded(summary: str, inside: str) -> str:
    return f"\n<details>\n<summary>{summary}</summary>\n{inside}\n</details>\n" if inside else ""


# ------------------------------------------------------------------ numbers for later steps


def changed_pages(runs: Iterable[IssueRun]) -> dict[str, list[str]]:
    """The labels of changed and affected pages of each issue, by its path."""
    return {
        run.issue.path: [*run.compared.comparison.changed_pages, *run.compared.comparison.affected_pages]
        for run in runs
        if run.compared is not None
    }
