"""What is drawn on the made pages against what the issue says: covers, running heads, printed page numbers.

Layouts fill most of it in by themselves; what they type out by hand is found here, and so would be a fault of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.content.issue_model import Article, Issue
from huozi.content.plain import plain_title
from huozi.diagnostics import Findings, Span
from huozi.display import Page, Role
from huozi.inspection.subject import Line, Subject, at_page, body_pages, lines_on, squeezed
from huozi.makeup.journal_facts import is_internal
from huozi.makeup.titles import short_title
from huozi.numbering import numbers_of
from huozi.records import NamedTuple
from huozi.style.elements import CoverLinesElement
from huozi.templates import facts_of, fill, issue_fields

FRONT = "封一"
_COUNT = r"[0-9]{1,5}(?:[-–~～/][0-9]{1,4})?"
_SERIAL = rf"总第?(?P<serial>{_COUNT})[期号]"
_NUMBER = rf"第(?P<issue>{_COUNT})期"
_VOLUME = r"第(?P<volume>[0-9]{1,4})卷"
_DATE = r"(?<![0-9])(?P<year>[12][0-9]{3})年(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
_LEAST_TITLE = 4
"""Characters of a title that is told from chance in another text."""


class Said(NamedTuple):
    """A number that a drawn text says: what it counts, as in the rules' names, and its words."""

    kind: str
    text: str


def said_in(text: str) -> Iterator[Said]:
    """The numbers of an issue that a text without spaces says.

    >>> [tuple(said) for said in said_in("2026年第3卷第2期（总第14期）")]
    [('serial', '14'), ('volume', '3'), ('issue', '2'), ('year', '2026')]
    """
    for pattern in (_SERIAL, _VOLUME, _NUMBER):
        for found in re.finditer(pattern, text):
            for kind, words in found.groupdict().items():
                yield Said(kind, words)
        text = re.sub(pattern, "\0", text)
    for found in re.finditer(_DATE, text):
        yield Said("year", found["year"])
        if found["month"]:
            yield Said("date", "-".join(found[part].zfill(2) for part in ("year", "month", "day") if found[part]))


def wanted_of(issue: Issue) -> dict[str, str]:
    """What an issue says of itself, by what it counts."""
    return {
        "year": str(issue.year),
        "issue": issue.number,
        "volume": str(issue.volume or ""),
        "serial": issue.serial,
        "date": issue.date.isoformat(),
    }


def agrees(said: Said, issue: Issue) -> bool:
    """Whether a number that is drawn is the issue's: a date may be said without its day."""
    wanted = wanted_of(issue)[said.kind]
    if said.kind == "date":
        return wanted.startswith(said.text)
    if said.kind == "year":
        return said.text in (wanted, str(issue.date.year))
    drawn = numbers_of(said.text)
    return said.text == wanted or (bool(drawn) and drawn == numbers_of(wanted))


# ------------------------------------------------------------------ covers


def look_at_cover(subject: Subject, findings: Findings) -> None:
    """Report numbers on the front cover that are not the issue's, what it does not name, and wrong lines quoted."""
    front = next((page for page in subject.pages if page.label == FRONT), None)
    if front is None:
        return
    issue = subject.issue
    lines = lines_on(front)
    whole = squeezed("\n".join(line.text for line in lines))
    quoted = [article for article in issue.articles if article.name in dict(issue.cover.lines)]
    own = [issue.theme, issue.label, *(plain_title(article.title) for article in quoted)]
    for line in lines:
        text = squeezed(line.text)
        for words in filter(None, map(squeezed, own)):
            text = text.replace(words, "\0")
        for said in said_in(text):
            if not agrees(said, issue):
                place = line.element.span if line.element else subject.sheet.places.layout
                wanted = wanted_of(issue)[said.kind] or "—"
                findings.extend([at_page(front, place, f"cover-{said.kind}", drawn=said.text, wanted=wanted)])
    designers = issue.cover.file_of("front")
    if designers is not None:  # what its pixels and outlines say nobody can read here
        if not designers.has_text:
            return
    else:
        _check_named(subject, whole, front, findings)
    permit = facts_of(issue, subject.sheet.journal).get("permit", "")
    if permit and designers is None and is_internal(subject.sheet) and squeezed(permit) not in whole:
        findings.extend([at_page(front, subject.sheet.places.of("journal.permit"), "permit-not-on-cover")])
    if any(type(element) is CoverLinesElement for design in subject.sheet.covers for element in design or ()):
        _check_quoted(subject, lines, quoted, findings)


def _check_named(subject: Subject, whole: str, front: Page, findings: Findings) -> None:
    """Report what the front cover does not name of journal, year and number."""
    issue = subject.issue
    names = {"刊名": subject.sheet.journal.name, "年": str(issue.year), "期": issue.number}
    in_han = {"年": issue_fields(issue, subject.sheet.journal)["year_cn"]}
    lacking = [
        name for name, text in names.items() if squeezed(text) not in whole and in_han.get(name, text) not in whole
    ]
    if lacking:
        findings.extend([at_page(front, subject.sheet.places.layout, "cover-lacks", keys="、".join(lacking))])


def _check_quoted(subject: Subject, lines: list[Line], quoted: list[Article], findings: Findings) -> None:
    """Report articles whose title is not on the cover that is to quote it, or stands there with another page."""
    whole = "\0".join(squeezed(line.text) for line in lines)
    places = dict(subject.issue.cover.lines)
    folios = opening_folios(subject.pages)
    for article in quoted:
        title = squeezed(plain_title(article.title))
        pattern = "\0?".join(map(re.escape, title))  # turned over into lines
        found = re.search(pattern, whole)
        folio = folios.get(article.title.span, "")
        front = subject.pages[0]
        if not found:
            findings.extend([at_page(front, places[article.name], "cover-line-title", title=title)])
            continue
        number = re.match(r"\0?[^\0]*?([0-9]+)(?=\0|\Z)|(?:[^0-9]*?)([0-9]+)", whole[found.end() :])
        shown = next(filter(None, number.groups()), "") if number and _quotes_pages(subject) else ""
        if shown and folio and shown != folio:
            rule = "cover-line-page"
            findings.extend([at_page(front, places[article.name], rule, title=title, drawn=shown, folio=folio)])


def _quotes_pages(subject: Subject) -> bool:
    """Whether the first line of what is quoted has a page number, by its field or typed by hand."""
    return any(
        type(element) is CoverLinesElement and re.search("{page}|[0-9]", element.content.partition("\n")[0])
        for design in subject.sheet.covers
        for element in design or ()
    )


def opening_folios(pages: tuple[Page, ...]) -> dict[Span, str]:
    """The page number that each title and each name of a section is printed on, by its place in the source."""
    found: dict[Span, str] = {}
    for page in body_pages(pages):
        for placed in page.items:
            if placed.role in (Role.TITLE, Role.SECTION) and placed.element is not None:
                found.setdefault(placed.element.span, page.label)
    return found


# ------------------------------------------------------------------ heads and page numbers


def look_at_furniture(subject: Subject, findings: Findings) -> None:
    """Report page numbers that are not those printed, and running heads that speak of another article or issue."""
    expected = 0
    titles = {article.span.file: _titles(article) for article in subject.texts}
    before: set[str] = set()
    for page in body_pages(subject.pages):
        number = int(page.label)
        if expected and number != expected:
            findings.extend([at_page(page, _folio_place(subject), "folio-order", drawn=number, wanted=expected)])
        expected = number + 1
        here = {span.file for span in page.sources}
        lines = [line for line in lines_on(page) if line.element is None and line.order < 0]
        _check_printed(subject, page, lines, findings)
        for line in lines:
            _check_line(subject, page, (line, here | before), titles, findings)
        before = {page.sources[-1].file} if page.sources else before


def _titles(article: Article) -> tuple[str, ...]:
    """The forms of an article's title that a head may have."""
    both = (plain_title(short_title(article)), plain_title(article.title))
    return tuple(dict.fromkeys(map(squeezed, both)))


def _check_printed(subject: Subject, page: Page, lines: list[Line], findings: Findings) -> None:
    """Report a page on which numbers stand by themselves and none of them is its own."""
    numbers = [line.text.strip() for line in lines if re.search("[0-9]", line.text)]
    numbers = [number for number in numbers if not any(map(str.isalpha, number))]
    if numbers and all(re.sub("[^0-9]", "", number) != page.label for number in numbers):
        shown = {"drawn": numbers[0], "label": page.label}
        findings.extend([at_page(page, _folio_place(subject), "folio-printed", **shown)])


def _check_line(
    subject: Subject, page: Page, spoken: tuple[Line, set[str]], titles: dict[str, tuple[str, ...]], findings: Findings
) -> None:
    """Check a line of furniture: what it says of section, article and issue."""
    line, here = spoken
    text = squeezed(line.text)
    own = [title for file in here for title in titles.get(file, ())]
    for file, forms in titles.items():
        other = next((form for form in forms if len(form) >= _LEAST_TITLE and form in text), "")
        if file not in here and other and not any(other in title for title in own):
            place = subject.sheet.places.of("running.recto")
            findings.extend([at_page(page, place, "head-title", drawn=other, folio=page.label)])
    for title in own:
        text = text.replace(title, "\0")
    for said in said_in(text):
        if not agrees(said, subject.issue):
            place = subject.sheet.places.of("running.verso")
            wanted = wanted_of(subject.issue)[said.kind] or "—"
            findings.extend([at_page(page, place, "head-number", drawn=said.text, wanted=wanted, folio=page.label)])


def _folio_place(subject: Subject) -> Span:
    return subject.sheet.places.of("folio.position")


# ------------------------------------------------------------------ the file's title


def look_at_metadata(subject: Subject, findings: Findings) -> None:
    """Report a title of the file that does not name the journal, or names another issue."""
    journal, issue = subject.sheet.journal, subject.issue
    title = fill(journal.document_title, issue_fields(issue, journal))
    wrong = [said.text for said in said_in(squeezed(title)) if not agrees(said, issue)]
    names_issue = issue.number in title or (issue.serial and issue.serial in title)
    if wrong or journal.name not in title or not names_issue:
        findings.add(subject.sheet.places.of("journal.document_title"), "document-title", title=title)
