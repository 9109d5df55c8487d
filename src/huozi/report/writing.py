"""The report as one HTML file: a template filled, its style and script inside, its pictures as data.

Nothing in it is asked for from anywhere, and its Content-Security-Policy forbids it: only the style and the script
that were written here run, by their sums (CSP 3, 6.7.2.4). Without a script (where a host of artifacts forbids any) all
of it is there to be read, and links lead to and fro.
"""

from __future__ import annotations

import base64
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from string import Template

from huozi.diagnostics import Language
from huozi.report.lists import Places, article_options, changes, finding_items, issue_facts, rule_options
from huozi.report.markup import LANGUAGES, both, data_block, escaped, in_turn, lines
from huozi.report.model import Both, Report, ReportFinding
from huozi.report.sheets import GRADES, Numbered, Shown, barred_lines, leaf, name_of, opening_of, openings
from huozi.report.words import SAID, WORDS, word
from huozi.rounds.changes import LineChange

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "parts")
SCRIPTS = ("state.js", "pages.js", "entries.js", "keys.js")
"""The parts of the script, in their order."""

KEYS = (
    ("← →", "keys-page"),
    ("j k", "keys-finding"),
    ("+ − 0 1", "keys-zoom"),
    ("s", "keys-spreads"),
    ("b", "keys-before"),
    ("f /", "keys-filter"),
    ("t", "keys-tabs"),
    ("d", "keys-dark"),
    ("l", "keys-language"),
    ("?", "keys-help"),
    ("Esc", "keys-leave"),
)
"""The keys that the script takes, as its help lists them."""


def report_html(report: Report, language: Language = "zh") -> bytes:
    """The file of a report, which opens in a language; the same report gives the same bytes."""
    shown = _shown(report)
    places = {page.label: number for number, page in enumerate(report.pages, 1)}
    style, script = _part("report.css"), _script()
    texts = {
        "lang": LANGUAGES[language],
        "language": language,
        "policy": _policy(style, script),
        "style": style,
        "script": script,
        "data": data_block(_data(report)),
        "title": escaped(report.title),
        "report": escaped(WORDS["report"].zh if language == "zh" else WORDS["report"].en),
        "summary": both(_summary(report)),
        "search_hint": in_turn("placeholder", word("search-hint"), language),
        "program": both(word("program", program=report.program)) if report.program else "",
        "thumbs": lines(_thumbs(shown)),
        "pages": lines(_openings(shown, language)),
        "findings": finding_items(_all_findings(report), places, report),
        "count_findings": str(sum(not each.is_accepted for each in report.findings)),
        "rules": rule_options(report.findings, language),
        "articles": article_options(report, language),
        "changes": changes(report.comparison, _all_changes(report), _places_of_changes(shown, places))
        if report.comparison
        else "",
        "count_changes": str(_count_changes(report)),
        "facts": issue_facts(report, places),
        "keys": lines(f"<div><dt>{_keys(keys)}</dt><dd>{both(word(name))}</dd></div>" for keys, name in KEYS),
        "with": " ".join(_with(report)),
    }
    words = {f"w_{name.replace('-', '_')}": both(each) for name, each in WORDS.items() if "{" not in each.zh}
    return Template(_part("report.html")).substitute(words, **texts).encode("utf-8", "replace")


def _part(name: str) -> str:
    """A file of the report's, its lines ended alike on every system."""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


def _script() -> str:
    """The parts of the script as one, in a scope of their own."""
    return "(() => {\n'use strict';\n" + "".join(map(_part, SCRIPTS)) + "})();\n"


def _policy(style: str, script: str) -> str:
    """What the page may do: show its pictures, its one style, its one script, and no more."""
    return "; ".join(
        (
            "default-src 'none'",
            "img-src data:",
            f"style-src '{_sum(style)}'",
            f"script-src '{_sum(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _sum(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _data(report: Report) -> dict[str, object]:
    """What the script needs to know beside what stands in the page."""
    return {
        "said": {name: {"zh": each.zh, "en": each.en} for name, each in SAID.items()},
        "labels": [page.label for page in report.pages],
    }


def _with(report: Report) -> Iterator[str]:
    """What the report has, as classes by which the style shows what belongs to it."""
    if report.comparison:
        yield "with-comparison"
    if any(page.old_picture for page in report.pages):
        yield "with-before"
    if any(each.is_accepted for each in report.findings):
        yield "with-accepted"
    if any(each.is_new for each in report.findings):
        yield "with-new"
    if not report.findings:
        yield "without-findings"


def _summary(report: Report) -> Both:
    """How many findings there are of each severity, how many are accepted, how much has changed."""
    counts = Counter(GRADES[each.severity] for each in report.findings if not each.is_accepted)
    accepted = sum(each.is_accepted for each in report.findings)
    parts = [word("counts", **{grade: counts[grade] for grade in GRADES.values()})]
    if accepted:
        parts.append(word("and-accepted", accepted=accepted))
    if report.comparison:
        changed = sum(each.kind in ("changed", "gone") for each in report.comparison.lines)
        parts.append(word("and-changed", pages=len(report.comparison.changed_pages), lines=changed))
    return Both("".join(part.zh for part in parts), "".join(part.en for part in parts))


def _all_findings(report: Report) -> dict[int, ReportFinding]:
    return dict(enumerate(report.findings, 1))


def _all_changes(report: Report) -> dict[int, LineChange]:
    return dict(enumerate(report.comparison.lines, 1)) if report.comparison else {}


def _count_changes(report: Report) -> int:
    """How many lines have changed or are gone; those that only moved are not counted."""
    return sum(each.kind in ("changed", "gone") for each in report.comparison.lines) if report.comparison else 0


def _places_of_changes(shown: Sequence[Shown], places: dict[str, int]) -> Places:
    """What the table of changes needs to know of the pages; a column is named where any page has several."""
    barred = frozenset(number for each in shown for number in barred_lines(each))
    columned = any(line.column > 1 for each in shown for line in each.page.lines)
    return Places(places, barred, columned)


def _shown(report: Report) -> list[Shown]:
    """The pages with what is on each."""
    comparison = report.comparison
    on = {page.label: Numbered({}, {}) for page in report.pages}
    for number, finding in _all_findings(report).items():
        if finding.label in on:
            on[finding.label].findings[number] = finding
    for number, change in _all_changes(report).items():
        if change.new is not None and change.new.page in on:
            on[change.new.page].changes[number] = change
    changed = frozenset(comparison.changed_pages if comparison else ())
    affected = frozenset(comparison.affected_pages if comparison else ())
    return [
        Shown(number, page, on[page.label], page.label in changed, page.label in affected)
        for number, page in enumerate(report.pages, 1)
    ]


def _openings(shown: Sequence[Shown], language: Language) -> Iterator[str]:
    for together in openings([each.page for each in shown]):
        yield opening_of(leaf(shown[at], language) for at in together)


def _thumbs(shown: Sequence[Shown]) -> Iterator[str]:
    """A link to each page, with what is to be seen on it in dots; the script draws it small."""
    for each in shown:
        grades = sorted({item.severity for item in each.on_it.findings.values() if not item.is_accepted}, reverse=True)
        dots = "".join(f'<span class="dot {GRADES[grade]}"></span>' for grade in grades)
        state = " changed" if each.is_changed else " affected" if each.is_affected else ""
        said = "".join(f'<span class="unseen"> {both(word(name))}</span>' for name in _states(each))
        name = both(name_of(each.page.label, ""))
        yield (
            f'<li class="{each.page.side}{state}" data-page="{each.number}"><a href="#p{each.number}">'
            f'<span class="small"></span><span class="label">{name}{dots}</span>{said}</a></li>'
        )


def _states(shown: Shown) -> Iterator[str]:
    """What has come to a page and is said of its thumbnail."""
    if shown.is_changed or shown.is_affected:
        yield "changed" if shown.is_changed else "affected"
    if any(not item.is_accepted for item in shown.on_it.findings.values()):
        yield "findings"


def _keys(keys: str) -> str:
    return " ".join(f"<kbd>{escaped(key)}</kbd>" for key in keys.split())
