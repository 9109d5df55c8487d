"""What stands beside the pages as markup: findings, the table of corrections and other changes, facts of the issue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from huozi.diagnostics import Language
from huozi.records import NamedTuple
from huozi.report.markup import both, escaped, lines, marked, option
from huozi.report.model import Both, Report, ReportFinding
from huozi.report.sheets import GRADES, name_of
from huozi.report.words import word
from huozi.rounds.changes import Comparison, LineChange, Where
from huozi.rounds.item_words import items_told

# ------------------------------------------------------------------ findings


def finding_items(findings: Mapping[int, ReportFinding], places: Mapping[str, int], report: Report) -> str:
    """The findings by their numbers as rows of a list; ``places`` are the numbers of pages by their labels."""
    folios = {page.label: page.folio for page in report.pages}
    return lines(_finding(number, each, places, folios) for number, each in findings.items())


def _finding(number: int, each: ReportFinding, places: Mapping[str, int], folios: Mapping[str, str]) -> str:
    page, grade = places.get(each.label, 0), GRADES[each.severity]
    start = marked(
        "li",
        class_=f"entry finding {grade}" + (" accepted" if each.is_accepted else ""),
        id=f"f{number}",
        data_grade=grade,
        data_rule=each.rule,
        data_article=each.article,
        data_page=str(page),
        data_accepted=each.is_accepted,
        data_new=each.is_new,
        tabindex="-1",
    )
    target = f"m{number}" if page and each.boxes else f"p{page}" if page else ""
    number_and_grade = (
        f'<span class="number" aria-hidden="true">{number}</span>'
        f'<span class="unseen">{number} {both(word(grade))} </span>'
    )
    message = f'{number_and_grade}<bdi class="message">{both(each.message)}</bdi>'
    head = f'<a class="to-page" href="#{target}">{message}</a>' if target else f'<span class="to-page">{message}</span>'
    return lines(
        (
            start,
            f"<p>{head}</p>",
            f'<p class="hint"><bdi>{both(each.hint)}</bdi></p>',
            _rest(each, page, folios),
            "</li>",
        )
    )


def _rest(each: ReportFinding, page: int, folios: Mapping[str, str]) -> str:
    """Page, place, rule and fingerprint of a finding, and who has accepted it."""
    where = name_of(each.label, folios[each.label]) if page else word("no-page")
    place = each.file + (f":{each.line}:{each.column}" if each.line else "")
    badge = f'<span class="badge new">{both(word("new"))}</span>' if each.is_new else ""
    parts = [
        '<p class="facts">',
        f'<span class="where">{both(where)}</span>{badge}',
        f"<code>{escaped(place)}</code>" if place else "",
        f'<code class="rule">{escaped(each.rule)}</code>',
    ]
    if not each.is_accepted:
        named = f'<span class="unseen">{both(word("fingerprint"))} </span>'
        parts.append(f'{named}<code class="fingerprint">{escaped(each.fingerprint)}</code>')
    parts.append("</p>")
    if each.is_accepted:
        said = both(word("accepted-by", by=each.accepted_by, why=each.accepted_why))
        parts.append(f'<p class="signed"><bdi>{said}</bdi></p>')
    return lines(parts)


def rule_options(findings: Iterable[ReportFinding], language: str) -> str:
    """The rules that were broken, to choose from."""
    rules = sorted({each.rule for each in findings})
    first = option("", word("all-rules"), language)
    return lines((first, *(option(rule, Both(rule, rule), language) for rule in rules)))


def article_options(report: Report, language: str) -> str:
    """The articles, to choose from."""
    rows = (option(each.name, Both(each.title, each.title), language) for each in report.articles)
    return lines((option("", word("all-articles"), language), *rows))


# ------------------------------------------------------------------ changes


class Places(NamedTuple):
    """The numbers of pages by their labels, those of changes that have a bar, and whether columns are to be named."""

    pages: Mapping[str, int]
    barred: Collection[int]
    columned: bool


SHOWN_AT_ONCE = ("changed", "gone")
"""Kinds of changes that a table shows; the others only follow from them."""


def changes(comparison: Comparison, numbered: Mapping[int, LineChange], places: Places) -> str:
    """All that differs from the other edition."""
    compared = word("compared", old=comparison.old_title, new=comparison.new_title)
    pages = word("counts-of-pages", old=comparison.old_pages, new=comparison.new_pages)
    facts = f'<p class="editions"><bdi>{both(compared)}</bdi> · {both(pages)}</p>'
    if comparison.is_same:
        return lines((facts, f'<p class="quiet">{both(word("same"))}</p>'))
    main = {number: each for number, each in numbered.items() if each.kind in SHOWN_AT_ONCE}
    rest = {number: each for number, each in numbered.items() if each.kind not in SHOWN_AT_ONCE}
    return lines(
        (
            facts,
            _pages_named("changed-pages", comparison.changed_pages, places.pages),
            _pages_named("affected-pages", comparison.affected_pages, places.pages),
            _section("table", _table(main, places)) if main else "",
            _pairs("folios", ((each.title or each.name, each.old, each.new) for each in comparison.folios)),
            _pairs("titles", ((each.name, each.old, each.new) for each in comparison.titles)),
            _items(comparison),
            _pairs("furniture", ((each.page, " ".join(each.old), " ".join(each.new)) for each in comparison.furniture)),
            _folded("moved-lines", _table(rest, places), len(rest)) if rest else "",
        )
    )


def _section(name: str, inside: str) -> str:
    return f"<h3>{both(word(name))}</h3>\n{inside}"


def _folded(name: str, inside: str, count: int) -> str:
    """What is only shown when it is asked for."""
    return f'<details class="moved-lines"><summary>{both(word(name))} ({count})</summary>\n{inside}\n</details>'


def _pages_named(name: str, labels: Sequence[str], places: Mapping[str, int]) -> str:
    """Pages by their labels, each a link where it is among those shown."""
    if not labels:
        return ""
    named = ", ".join(_page_link(label, places) for label in labels)
    return f'<p class="labels"><span class="name">{both(word(name))}</span> {named}</p>'


def _page_link(label: str, places: Mapping[str, int]) -> str:
    page = places.get(label)
    return f'<a href="#p{page}">{escaped(label)}</a>' if page else escaped(label)


def _table(numbered: Mapping[int, LineChange], places: Places) -> str:
    """The lines that are not what they were: where, and the text then and now."""
    head = (
        f'<thead><tr><th scope="col">{both(word("place"))}</th><th scope="col">{both(word("text"))}</th></tr></thead>'
    )
    rows = lines(_change(number, each, places) for number, each in numbered.items())
    return f'<table class="corrections">\n{head}\n<tbody>\n{rows}\n</tbody>\n</table>'


def _change(number: int, each: LineChange, places: Places) -> str:
    where = each.new or each.old
    page = places.pages.get(each.new.page, 0) if each.new else 0
    start = marked(
        "tr",
        class_=f"entry change {each.kind}",
        id=f"c{number}",
        data_page=str(page),
        data_article=each.article,
        tabindex="-1",
    )
    place = _where(where, places)
    if page:
        target = f"b{number}" if number in places.barred else f"p{page}"
        place = f'<a class="to-page" href="#{target}">{place}</a>'
    moved = each.kind in ("moved", "reset")
    kind = "" if not moved else both(word("moved" if each.kind == "moved" else "reset-line"))
    came = f'<span class="came">← {_where(each.old, places)}</span>' if moved and each.old else ""
    badge = f'<span class="badge {each.kind}">{kind}</span>' if kind else ""
    return f'{start}<th scope="row">{place}{badge}{came}</th><td>{_texts(each)}</td></tr>'


def _where(where: Where | None, places: Places) -> str:
    """A line's place as readers say it; in one column, a column is not named."""
    if where is None:
        return both(word("nowhere"))
    page = both(name_of(where.page, where.page if where.page.isdecimal() else ""))
    name = "uncounted" if where.line < 0 else "column" if places.columned else "line"
    at = word(name, column=where.column, line=where.line)
    return f'{page} <span class="at">{both(at)}</span>'


def _texts(each: LineChange) -> str:
    """The old and the new text of a line, what differs made plain; once where they are the same."""
    if each.kind in ("moved", "reset") and each.old_text == each.new_text:
        return f"<bdi>{escaped(each.new_text)}</bdi>"
    before, old, new, after = parted(each.old_text, each.new_text)
    rows = []
    if each.old_text:
        rows.append(
            f'<del><span class="unseen">{both(word("old"))} </span><bdi>{_core(before, old, after)}</bdi></del>'
        )
    if each.new_text:
        rows.append(
            f'<ins><span class="unseen">{both(word("now-text"))} </span><bdi>{_core(before, new, after)}</bdi></ins>'
        )
    return "".join(rows)


def _core(before: str, core: str, after: str) -> str:
    """A text whose part that differs is marked."""
    return escaped(before) + (f"<mark>{escaped(core)}</mark>" if core else "") + escaped(after)


def parted(old: str, new: str) -> tuple[str, str, str, str]:
    """What two texts have in common at their start, what differs in each, and what they have in common at their end.

    >>> parted("水鸟飞来了", "水鸟又来了")
    ('水鸟', '飞', '又', '来了')
    >>> parted("甲甲", "甲")
    ('甲', '甲', '', '')
    """
    least = min(len(old), len(new))
    start = next((at for at in range(least) if old[at] != new[at]), least)
    most = least - start
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    return old[:start], old[start : len(old) - end], new[start : len(new) - end], old[len(old) - end :]


def _pairs(name: str, rows: Iterable[tuple[str, str, str]]) -> str:
    """Things that were otherwise, a row each."""
    written = [
        f'<li><bdi class="name">{escaped(what)}</bdi> <del>{_or_none(old)}</del> → <ins>{_or_none(new)}</ins></li>'
        for what, old, new in rows
    ]
    return _section(name, lines(('<ul class="pairs">', *written, "</ul>"))) if written else ""


LANGUAGES: tuple[Language, Language] = ("zh", "en")


def _items(comparison: Comparison) -> str:
    """What differs in figures, tables, boxes and notes, a row each."""
    told = zip(*(items_told(comparison, language) for language in LANGUAGES), strict=True)
    rows = [f"<li>{both(Both(*each))}</li>" for each in told]
    return _section("items", lines(('<ul class="pairs">', *rows, "</ul>"))) if rows else ""


def _or_none(text: str) -> str:
    return f"<bdi>{escaped(text)}</bdi>" if text else both(word("nowhere"))


# ------------------------------------------------------------------ the issue


def issue_facts(report: Report, places: Mapping[str, int]) -> str:
    """What is said of the issue, and its articles with the pages they begin on."""
    facts = (f"<div><dt>{both(each.name)}</dt><dd><bdi>{escaped(each.value)}</bdi></dd></div>" for each in report.facts)
    parts = ['<dl class="facts">', *facts, "</dl>"] if report.facts else []
    if report.articles:
        parts.append(_section("contents", lines(('<ol class="contents">', *_contents(report, places), "</ol>"))))
    return lines(parts)


def _contents(report: Report, places: Mapping[str, int]) -> Iterator[str]:
    section = ""
    for each in report.articles:
        if each.section != section:
            section = each.section
            yield f'<li class="section"><bdi>{escaped(section)}</bdi></li>'
        folio = f'<span class="folio">{_page_link(each.label, places)}</span>' if each.label else ""
        yield f"<li><bdi>{escaped(each.title)}</bdi>{folio}</li>"
