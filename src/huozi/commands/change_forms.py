"""The forms of a comparison: text for people, a table for spreadsheets, a page to print, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import TypeAlias, get_args

from huozi.commands.editions import Side
from huozi.commands.ranges import in_runs
from huozi.diagnostics import Language
from huozi.messages.changes import say
from huozi.records import NamedTuple
from huozi.rounds.changes import Comparison, LineChange, LineKind, Where
from huozi.rounds.differing import parts_of

KINDS: tuple[LineKind, ...] = get_args(LineKind)
CORRECTED: tuple[LineKind, ...] = ("changed", "gone")
"""The kinds that the table of corrections lists; the others follow from them."""


class Compared(NamedTuple):
    """Two editions and all that differs between them."""

    old: Side
    new: Side
    comparison: Comparison

    @property
    def is_unset(self) -> bool:
        """Whether the old one could not be set, so that its text alone was compared."""
        return bool(self.old.failed)

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return self.comparison.is_same and not self.is_unset


Form: TypeAlias = Callable[[Compared, Language], str]


# ------------------------------------------------------------------ text


def as_text(compared: Compared, language: Language) -> str:
    """What has changed, in the order in which readers want it: how much, which pages, then line by line."""
    return "".join(f"{line}\n" for line in _lines(compared, language))


def _lines(compared: Compared, language: Language) -> Iterator[str]:
    found = compared.comparison
    yield say("sides", language, old=_named(compared.old, language), new=_named(compared.new, language))
    if compared.is_same:
        yield say("same", language)
        return
    if compared.is_unset:
        yield say("unset", language)
    yield from summary_of(found, language, is_unset=compared.is_unset)
    for phrase, rows in (("titles", titles_told(found, language)), ("folios", folios_told(found, language))):
        yield from _block(say(phrase, language), rows)
    yield from _block(say("furniture", language), _furniture(found, language))
    yield from _block(say("table", language), _corrections(found, language))


def _named(side: Side, language: Language) -> str:
    if side.revision is None:
        return side.asked
    return say("revision", language, asked=side.asked, short=side.revision.short, day=side.revision.day)


def summary_of(found: Comparison, language: Language, *, is_unset: bool = False) -> Iterator[str]:
    """How many lines of each kind there are, which pages were changed and which are only affected."""
    counted = Counter(change.kind for change in found.lines)
    if counted:
        told = (
            say("count", language, kind=say(kind, language), count=counted[kind]) for kind in KINDS if counted[kind]
        )
        yield say("counts", language, lines=say("between", language).join(told))
    if is_unset:
        return
    if found.changed_pages:
        yield say("pages-changed", language, pages=pages_told(found.changed_pages, language))
    if found.affected_pages:
        yield say("pages-affected", language, pages=pages_told(found.affected_pages, language))
    if found.old_pages != found.new_pages:
        yield say("page-count", language, old=found.old_pages, new=found.new_pages)


def pages_told(labels: Sequence[str], language: Language) -> str:
    """Pages by their labels, those that follow one another together."""
    numbers = [int(label) for label in labels if label.isdecimal()]
    return say("list", language).join([*(each for each in labels if not each.isdecimal()), *in_runs(numbers)])


def _block(heading: str, rows: Iterable[str]) -> Iterator[str]:
    lines = list(rows)
    if lines:
        yield f"\n{heading}"
        yield from (f"  {line}" for line in lines)


def titles_told(found: Comparison, language: Language) -> Iterator[str]:
    """The titles that are not as they were, a line each."""
    for change in found.titles:
        yield f"{change.name}: {_from(change.old, change.new, language)}"


def folios_told(found: Comparison, language: Language) -> Iterator[str]:
    """What begins on another page than it did, a line each."""
    for change in found.folios:
        yield f"{change.title}: {_from(change.old, change.new, language)}"


def _furniture(found: Comparison, language: Language) -> Iterator[str]:
    for page, old, new in found.furniture:
        if old == new:
            yield f"{page}: {say('drawn-otherwise', language)}"
            continue
        lost, won = (Counter(old) - Counter(new)), (Counter(new) - Counter(old))
        yield f"{page}: {_from(' / '.join(lost), ' / '.join(won), language)}"


def _from(old: str, new: str, language: Language) -> str:
    none = say("none", language)
    return say("from", language, old=old or none, new=new or none)


def _corrections(found: Comparison, language: Language) -> Iterator[str]:
    """Every line that was changed, with the old one above it."""
    columns = has_columns(found)
    for change in found.lines:
        if change.kind in CORRECTED:
            yield f"{place_told(change, language, columns=columns)} {change.place} [{say(change.kind, language)}]"
            if change.old_text:
                yield f"  − {change.old_text}"
            if change.new_text:
                yield f"  ＋ {change.new_text}"


def has_columns(found: Comparison) -> bool:
    """Whether any line stands in a second column: only then are columns told."""
    return any(where.column > 1 for change in found.lines for where in (change.old, change.new) if where)


def place_told(change: LineChange, language: Language, *, columns: bool) -> str:
    """Where a line stands, or stood."""
    where = change.new or change.old or Where("", 0, 0)
    return say("place-column" if columns else "place", language, **where._asdict())


# ------------------------------------------------------------------ CSV

COLUMNS = (
    "kind", "page", "column", "line", "was-page", "was-column", "was-line", "was-text", "is-text", "article", "file",
    "source-line",
)  # fmt: skip


def as_csv(compared: Compared, language: Language) -> str:
    """Every line that differs, a row each, for spreadsheets: with the mark by which they know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(name, language) for name in COLUMNS])
    for change in compared.comparison.lines:
        new, old = change.new or ("", "", ""), change.old or ("", "", "")
        texts = (change.old_text, change.new_text, change.article, change.place.file)
        row = [say(change.kind, language), *new, *old, *map(_harmless, texts), change.place.line]
        writer.writerow(row)
    return "\ufeff" + out.getvalue()


FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula, and carry out."""


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULAS) else text


# ------------------------------------------------------------------ HTML


def as_html(compared: Compared, language: Language) -> str:
    """A page that stands alone, to be read or printed: the same as the text, with what differs in each line marked."""
    found = compared.comparison
    heading = escape(f"{say('heading', language)} · {found.new_title}")
    sides = say("sides", language, old=_named(compared.old, language), new=_named(compared.new, language))
    body = [f"<h1>{heading}</h1>", f"<p>{escape(sides)}</p>"]
    if compared.is_same:
        body.append(f"<p>{escape(say('same', language))}</p>")
    if compared.is_unset:
        body.append(f"<p><strong>{escape(say('unset', language))}</strong></p>")
    body += [f"<p>{escape(line)}</p>" for line in summary_of(found, language, is_unset=compared.is_unset)]
    for phrase, rows in (("titles", titles_told), ("folios", folios_told), ("furniture", _furniture)):
        items = [f"<li>{escape(row)}</li>" for row in rows(found, language)]
        if items:
            body += [f"<h2>{escape(say(phrase, language))}</h2>", "<ul>", *items, "</ul>"]
    corrected = [change for change in found.lines if change.kind in CORRECTED]
    if corrected:
        body += [f"<h2>{escape(say('table', language))}</h2>", *_html_table(corrected, language)]
    lang = "zh-CN" if language == "zh" else "en"
    return HTML.format(lang=lang, title=heading, body="\n".join(body))


HTML = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 1rem/1.6 serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }}
h1 {{ font-size: 1.4rem; }} h2 {{ font-size: 1.1rem; margin-top: 2rem; }}
table {{ border-collapse: collapse; width: 100%; border-top: 2px solid; border-bottom: 2px solid; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8886; }}
th {{ border-bottom: 1px solid; font-weight: normal; }}
td.number {{ white-space: nowrap; }}
del {{ color: #b3261e; }} ins {{ color: #0b6b3a; text-decoration: underline; }}
@media (prefers-color-scheme: dark) {{ del {{ color: #ff9d94; }} ins {{ color: #7fdca4; }} }}
@media print {{ body {{ margin: 0; max-width: none; }} tr {{ break-inside: avoid; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def _html_table(changes: Iterable[LineChange], language: Language) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(say(name, language))}</th>' for name in HTML_COLUMNS)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for change in changes:
        where = change.new or change.old or Where("", 0, 0)
        old, new = parts_of(change.old_text, change.new_text)
        cells = [*(f'<td class="number">{escape(str(each))}</td>' for each in where)]
        cells += [f"<td>{_marked(old, 'del')}</td>", f"<td>{_marked(new, 'ins')}</td>"]
        cells.append(f'<td class="number">{escape(f"{change.place.file}:{change.place.line}")}</td>')
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


HTML_COLUMNS = ("page", "column", "line", "was-text", "is-text", "file")


def _marked(parts: Iterable[tuple[str, bool]], tag: str) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" if differs else escape(text) for text, differs in parts)


# ------------------------------------------------------------------ JSON

VERSION = 1
"""The version of the JSON: it counts up when a key changes its meaning or goes."""


def as_json(compared: Compared, _language: Language) -> str:
    """The comparison as one JSON object (docs/diff.md, ``huozi schema diff``)."""
    return json.dumps(as_data(compared), ensure_ascii=False, indent=1) + "\n"


def as_data(compared: Compared) -> dict[str, object]:
    """The comparison as the values of that object."""
    from huozi import __version__

    found = compared.comparison
    counted = Counter(change.kind for change in found.lines)
    return {
        "version": VERSION,
        "huozi": __version__,
        "old": _side_data(compared.old),
        "new": _side_data(compared.new),
        "same": compared.is_same,
        "compared": "text" if compared.is_unset else "pages",
        "counts": {kind: counted[kind] for kind in KINDS},
        "pages": {
            "old": found.old_pages,
            "new": found.new_pages,
            "changed": list(found.changed_pages),
            "affected": list(found.affected_pages),
        },
        "titles": [each._asdict() for each in found.titles],
        "folios": [each._asdict() for each in found.folios],
        "furniture": [{"page": page, "old": list(old), "new": list(new)} for page, old, new in found.furniture],
        "lines": [_line_data(change) for change in found.lines],
    }


def _side_data(side: Side) -> dict[str, object]:
    return {
        "asked": side.asked,
        "title": side.edition.title,
        "revision": side.revision.name if side.revision else None,
        "date": side.revision.day if side.revision else (side.round.facts.day if side.round else None),
        "round": side.round.facts.name if side.round else None,
    }


def _line_data(change: LineChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "article": change.article,
        "element": change.element,
        "file": change.place.file,
        "source_line": change.place.line,
        "old": change.old._asdict() if change.old else None,
        "new": change.new._asdict() if change.new else None,
        "old_text": change.old_text,
        "new_text": change.new_text,
    }


FORMS: dict[str, Form] = {"text": as_text, "csv": as_csv, "html": as_html, "json": as_json}
"""What ``--format`` takes."""
