"""Pages as markup: the picture, over it the lines' text (to be searched, copied, read out), bars and marks.

What stands over a picture is SVG in points of the page, so that it fits the picture at every size, and needs no script:
a mark is a link to its finding, a bar one to its change.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence

from huozi.diagnostics import Severity
from huozi.geometry import Mpt, Rect
from huozi.output.pictures.png import size_of
from huozi.records import NamedTuple
from huozi.report.markup import both, escaped, in_turn, lines, marked, points
from huozi.report.model import Both, ReportFinding, ReportPage
from huozi.report.words import word
from huozi.rounds.changes import LineChange
from huozi.sheets.lines import TextLine

GRADES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
"""How severities are called in classes and filters."""

TAG = 6_500
"""Half the size of a mark's number in the margin."""

OFF = 15_000
"""How far from the text it stands; the bar of a change half as far."""

BAR = 1_600
"""How wide the bar of a change is."""

SPREAD = 1_000
"""How far a mark goes beyond the glyphs."""


class Numbered(NamedTuple):
    """Findings and changes by the numbers that a report gives them, from 1."""

    findings: dict[int, ReportFinding]
    changes: dict[int, LineChange]


class Shown(NamedTuple):
    """A page that is to be written: its number from 1, what is on it, and what it has come to."""

    number: int
    page: ReportPage
    on_it: Numbered
    is_changed: bool
    is_affected: bool


def name_of(label: str, folio: str) -> Both:
    """What a page is called: by its folio, else by its label."""
    return word("page", label=folio) if folio else word("cover", label=label)


def opening_of(openings: Iterable[str]) -> str:
    """Pages that lie open together."""
    leaves = list(openings)
    lone = " lone" if len(leaves) == 1 else ""
    return f'<div class="opening{lone}">\n{lines(leaves)}\n</div>'


def leaf(shown: Shown, language: str) -> str:
    """A page with its heading, its pictures and what stands over them."""
    number, page = shown.number, shown.page
    start = marked(
        "section",
        class_=f"leaf {page.side}" + (" compared" if page.old_picture else ""),
        id=f"p{number}",
        data_page=str(number),
        data_width=points(page.size.width),
        data_height=points(page.size.height),
        data_changed=shown.is_changed or shown.is_affected,
        aria_labelledby=f"h{number}",
        tabindex="-1",
    )
    head = f'<h3 id="h{number}">{both(name_of(page.label, page.folio))}</h3>{_badges(shown)}'
    return lines((start, f'<div class="leaf-head">{head}</div>', _sheet(shown, language), "</section>"))


def _badges(shown: Shown) -> str:
    """What has come to a page, in words."""
    if shown.is_changed:
        return f'<span class="badge changed">{both(word("changed"))}</span>'
    return f'<span class="badge affected">{both(word("affected"))}</span>' if shown.is_affected else ""


def _sheet(shown: Shown, language: str) -> str:
    page = shown.page
    now = _image("now", page.picture, in_turn("alt", _alt(page), language))
    before = ""
    if page.old_picture:
        before = _image("before", page.old_picture, in_turn("alt", word("before-alt", label=page.label), language))
        named = f"""<span class="unseen">{both(word("swipe-at"))}</span>"""
        swipe = '<input type="range" class="swipe-at" min="0" max="100" value="50">'
        before += f'\n<label class="swipe">{named}{swipe}</label>'
    return lines(('<div class="sheet">', before, '<div class="paper">', now, overlay(shown), "</div>", "</div>"))


def _image(kind: str, png: bytes, alt: str) -> str:
    width, height = size_of(png)
    data = base64.b64encode(png).decode("ascii")
    return f'<img class="{kind}" width="{width}" height="{height}" {alt} src="data:image/png;base64,{data}">'


MOST_WORDS = 300
"""Characters of a cover that are read out in its picture's stead."""


def _alt(page: ReportPage) -> Both:
    """What is read out of a picture: of a page with lines only that they are there, for they are read themselves."""
    if page.lines:
        return word("page-alt", label=page.label, count=len(page.lines))
    if page.words:
        return word("cover-alt", label=page.label, words=page.words[:MOST_WORDS])
    return word("bare-alt", label=page.label)


# ------------------------------------------------------------------ over the picture


def overlay(shown: Shown) -> str:
    """What stands over a page's picture."""
    page = shown.page
    box = f"0 0 {points(page.size.width)} {points(page.size.height)}"
    parts = (*_texts(page), *_bars(shown), *_marks(shown))
    return f'<svg class="over" viewBox="{box}">\n{lines(parts)}\n</svg>'


def _texts(page: ReportPage) -> Iterator[str]:
    """The lines as text that is not seen, each as wide as it stands."""
    for line in page.lines:
        if line.text.strip() and line.right > line.left:
            place = f'x="{points(line.left)}" y="{points(line.baseline)}" font-size="{points(line.size)}"'
            width = f'textLength="{points(line.right - line.left)}" lengthAdjust="spacingAndGlyphs"'
            yield f"<text {place} {width}>{escaped(line.text)}</text>"


def barred_lines(shown: Shown) -> dict[int, TextLine]:
    """The lines that have a bar, by the numbers of their changes."""
    places = {(line.column, line.number): line for line in shown.page.lines}
    found = {}
    for number, change in shown.on_it.changes.items():
        line = places.get((change.new.column, change.new.line)) if change.new else None
        if line is not None:
            found[number] = line
    return found


def _bars(shown: Shown) -> Iterator[str]:
    """Bars beside the lines that are not what they were."""
    for number, line in barred_lines(shown).items():
        kind = shown.on_it.changes[number].kind
        left = min(other.left for other in shown.page.lines if other.column == line.column)
        box = line.box
        bar = Rect(left - OFF // 2, box.y - SPREAD, BAR, box.height + 2 * SPREAD)
        reach = _rect(bar._replace(x=bar.x - BAR, width=3 * BAR), "reach")
        title = f"<title>{escaped(f'{number} {kind}')}</title>"
        yield f'<a class="bar {kind}" href="#c{number}" id="b{number}">{title}{reach}{_rect(bar)}</a>'


def _marks(shown: Shown) -> Iterator[str]:
    """The boxes of findings with their numbers in the margin, which stand under each other where they would meet."""
    edges = _edges(shown.page)
    lowest = dict.fromkeys(edges, -TAG * 2)
    placed = sorted((finding.boxes[0].y, number) for number, finding in shown.on_it.findings.items() if finding.boxes)
    for _, number in placed:
        finding = shown.on_it.findings[number]
        first = finding.boxes[0]
        edge = min(edges, key=lambda x: abs(x - (first.x + first.width // 2)))
        y = max(first.y + first.height // 2, lowest[edge] + 2 * TAG + SPREAD)
        lowest[edge] = y
        boxes = "".join(_rect(_wider(box)) for box in finding.boxes)
        tag = _tag(edge, y, str(number))
        title = f"<title>{escaped(f'{number} {finding.rule}')}</title>"
        classes = f"mark {GRADES[finding.severity]}" + (" accepted" if finding.is_accepted else "")
        yield f'<a class="{classes}" href="#f{number}" id="m{number}">{title}{boxes}{tag}</a>'


def _edges(page: ReportPage) -> tuple[Mpt, ...]:
    """Where numbers stand in the margins: outside of the text, in one column on the page's outer side alone."""
    if not page.lines:
        return (OFF,)
    left = min(line.left for line in page.lines) - OFF
    right = max(line.right for line in page.lines) + OFF
    if len({line.column for line in page.lines}) > 1:
        return left, right
    return (left,) if page.side == "left" else (right,)


def _tag(x: Mpt, y: Mpt, text: str) -> str:
    circle = f'<circle cx="{points(x)}" cy="{points(y)}" r="{points(TAG)}"/>'
    size = points(TAG * (9 if len(text) < 3 else 7) // 6)
    return f'{circle}<text class="tag" x="{points(x)}" y="{points(y)}" font-size="{size}" dy=".36em">{text}</text>'


def _wider(box: Rect) -> Rect:
    """A box with a little room around it, never so narrow that it cannot be seen."""
    wide = max(box.width, 2 * SPREAD)
    return Rect(box.x - SPREAD, box.y - SPREAD, wide + 2 * SPREAD, box.height + 2 * SPREAD)


def _rect(box: Rect, name: str = "") -> str:
    given = f' class="{name}"' if name else ""
    place = f'x="{points(box.x)}" y="{points(box.y)}" width="{points(box.width)}" height="{points(box.height)}"'
    return f"<rect{given} {place}/>"


def openings(pages: Sequence[ReportPage]) -> tuple[tuple[int, ...], ...]:
    """Which of some pages lie open together, as they are bound: a left page with the right one that follows it."""
    found: list[tuple[int, ...]] = []
    for number, page in enumerate(pages):
        before = pages[number - 1] if number else page
        if before.side == "left" and page.side == "right" and before.at + 1 == page.at:
            found[-1] = (number - 1, number)
        else:
            found.append((number,))
    return tuple(found)
