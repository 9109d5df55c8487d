"""A comparison as a page of HTML that stands alone: nothing in it runs, and it asks for nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from huozi.commands.change_words import (
    CORRECTED,
    Compared,
    PagePair,
    folios_told,
    furniture_told,
    line_told,
    side_told,
    summary_of,
    titles_told,
)
from huozi.diagnostics import Language
from huozi.messages.changes import say
from huozi.rounds.changes import LineChange, Where
from huozi.rounds.differing import parts_of
from huozi.rounds.item_words import items_told


def html_page(compared: Compared, language: Language) -> str:
    """A page that stands alone, to be read or printed: the same as the text, with what differs in each line marked."""
    found = compared.comparison
    heading = escape(f"{say('heading', language)} · {found.new_title}")
    sides = say("sides", language, old=side_told(compared.old, language), new=side_told(compared.new, language))
    body = [f"<h1>{heading}</h1>", f"<p>{escape(sides)}</p>"]
    if compared.is_same:
        body.append(f"<p>{escape(say('same', language))}</p>")
    if compared.is_unset:
        body.append(f"<p><strong>{escape(say('unset', language))}</strong></p>")
    body += [f"<p>{escape(line)}</p>" for line in summary_of(found, language, is_unset=compared.is_unset)]
    for phrase, rows in LISTED:
        items = [f"<li>{escape(row)}</li>" for row in rows(found, language)]
        if items:
            body += [f"<h2>{escape(say(phrase, language))}</h2>", "<ul>", *items, "</ul>"]
    corrected = [change for change in found.lines if change.kind in CORRECTED]
    if corrected:
        body += [f"<h2>{escape(say('table', language))}</h2>", *_html_table(corrected, language)]
    if compared.pictures:
        body += [f"<h2>{escape(say('pictures', language))}</h2>", *_figures(compared.pictures, language)]
    lang = "zh-CN" if language == "zh" else "en"
    return HTML.format(lang=lang, title=heading, body="\n".join(body))


LISTED = (("titles", titles_told), ("folios", folios_told), ("items", items_told), ("furniture", furniture_told))
"""What is told in lists, each under its heading."""

HTML = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{title}</title>
<style>
body {{ font: 1rem/1.6 serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }}
h1 {{ font-size: 1.4rem; }} h2 {{ font-size: 1.1rem; margin-top: 2rem; }}
table {{ border-collapse: collapse; width: 100%; border-top: 2px solid; border-bottom: 2px solid; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8886; }}
th {{ border-bottom: 1px solid; font-weight: normal; }}
td.number {{ white-space: nowrap; }}
figure {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }}
figure {{ margin: 1rem 0; }}
figure figcaption {{ grid-column: 1 / -1; }}
figure img {{ width: 100%; border: 1px solid #8886; background: #fff; }}
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
        told = (where.page, str(where.column), line_told(change, where, language))
        cells = [f'<td class="number">{escape(each)}</td>' for each in told]
        cells += [f"<td>{_marked(old, 'del')}</td>", f"<td>{_marked(new, 'ins')}</td>"]
        cells.append(f'<td class="number">{escape(f"{change.place.file}:{change.place.line}")}</td>')
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


HTML_COLUMNS = ("page", "column", "line", "was-text", "is-text", "file")


def _figures(pairs: Iterable[PagePair], language: Language) -> Iterator[str]:
    """Pages as they were beside what they are."""
    for pair in pairs:
        yield f"<figure><figcaption>{escape(say('page-named', language, page=pair.label))}</figcaption>"
        for phrase, png in (("old", pair.old), ("new", pair.new)):
            if png:
                name = escape(f"{say('page-named', language, page=pair.label)} · {say(phrase, language)}")
                yield f'<img alt="{name}" src="data:image/png;base64,{b64encode(png).decode()}">'
        yield "</figure>"


def _marked(parts: Iterable[tuple[str, bool]], tag: str) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" if differs else escape(text) for text, differs in parts)
