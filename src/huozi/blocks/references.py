"""What references print: the number of a figure, a table or a section, a page, an article of this issue or another.

``[@fig-a]`` alone in brackets is 见图 2, as part of a sentence 图 2: an author's own 见 is never doubled, and what a
sentence says with a reference (如[@fig-a]所示) stays a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from huozi.blocks.counting import label_of, matter_of, numbers_in
from huozi.blocks.setting import Named, Reference, Setting
from huozi.content.issue_model import Article, Title
from huozi.content.model import Block, Box, CrossRef, Figure, Heading, Inline, NoteRef, Ruby, Table, Text
from huozi.content.plain import plain_title
from huozi.content.running_text import every_block, parts_of, running_text
from huozi.content.typed_numbers import typed_number
from huozi.diagnostics import Span
from huozi.galley import Referral
from huozi.source_file import quoted
from huozi.templates import fill

UNKNOWN_PAGE = "00"
"""Stands for a page that is not known yet: as wide as most are."""

OPENS = frozenset("（([［〔【「“‘—…。，；：！？,;:!?\n")
"""What a clause of its own begins behind, beside the beginning of a text."""

ENDS = frozenset("）)]］〕】」”’…。，；！？,;.!?\n")
"""What a clause of its own ends before, beside the end of a text."""

JOINTS = ("、", "，", ",", "；", ";", "和", "与", "及", "以及", "或", "至", "到", "-", "–", "—", "~", "～", "")
"""What may stand between references that go together."""


def referring(article: Article, setting: Setting) -> Setting:
    """The surroundings of an article with what its figures and tables are called, and what its references print.

    Findings: ``reference-…`` for what refers to nothing.
    """
    style = setting.sheet.references
    numbers = numbers_in(article, setting.issue, style)
    labels = {block.span: label_of(block, numbers[block.span], style) for block in matter_of(article)}
    within = setting._replace(labels=labels)
    within = within._replace(names=_names(article, within, numbers))
    return within._replace(references=dict(_references(article, within)))


def referrals_of(setting: Setting) -> tuple[Referral, ...]:
    """The references of an article that lead somewhere, as they were set in its surroundings."""
    return tuple(
        Referral(
            each.span,
            shown.target,
            None if each.form == "number" else setting.quoted.get(shown.target, ""),
            setting.article,
        )
        for each, shown in setting.references.items()
        if shown.target.file
    )


# ------------------------------------------------------------------ names


def _names(article: Article, setting: Setting, numbers: Mapping[Span, str]) -> dict[str, Named]:
    """What the names of an article stand for; of two alike, which reading has reported, the first."""
    names: dict[str, Named] = {}
    for block in every_block(article.blocks):
        match block:
            case Figure(name=name) | Table(name=name) | Heading(name=name) if name:
                names.setdefault(name, _named(block, setting, numbers.get(block.span, "")))
            case _:
                pass
    return names


def _named(block: Figure | Table | Heading, setting: Setting, number: str) -> Named:
    """What the name of a block stands for."""
    style, page = setting.sheet.references, setting.quoted.get(block.span, "")
    match block:
        case Heading(_, inlines, span):
            return Named("section", _of_heading(plain_title(Title(inlines, span)), setting), "", page, span)
        case Figure(span=span):
            return Named("figure", _of_float(block, number, style.figure, setting), str(span), page, span)
        case Table(span=span):
            return Named("table", _of_float(block, number, style.table, setting), str(span), page, span)
        case _:
            assert_never(block)


def _of_heading(title: str, setting: Setting) -> str:
    """What is printed of a heading: its number where one is typed, else its text."""
    style, number = setting.sheet.references, typed_number(title)
    if number is None:
        return fill(style.section, {"title": title})
    typed = title[: number.length].strip(" \u3000\u2002\u2003、.．:：")
    return typed if typed.startswith("第") else fill(style.numbered, {"number": typed})


def _of_float(block: Figure | Table, number: str, template: str, setting: Setting) -> str:
    """What is printed of a figure or a table: its number, of one without a number its caption; empty without both."""
    if number:
        return fill(template, {"label": setting.labels[block.span], "number": number})
    title = plain_title(Title(block.caption, block.span))
    return fill(setting.sheet.references.section, {"title": title}) if title else ""


# ------------------------------------------------------------------ references


def _references(article: Article, setting: Setting) -> Iterator[tuple[CrossRef, Reference]]:
    """What is printed of each reference of an article."""
    mentioned: set[str] = set()
    for inlines in _texts_of(article):
        for each, is_clause in _clauses(inlines):
            yield each, _shown(each, setting, is_clause=is_clause)
    for inlines in _running(article):
        for each, is_clause in _clauses(inlines):
            shown = _shown(each, setting, is_clause=is_clause)
            key = "" if each.issue or each.target not in setting.names else setting.names[each.target].key
            yield each, shown._replace(key="" if key in mentioned else key)
            mentioned.add(key)


def _running(article: Article) -> Iterator[Sequence[Inline]]:
    """The texts of an article's body that are set line by line among which figures and tables find their places."""
    outer: list[Block] = [block for block in article.blocks if not isinstance(block, Figure | Table | Box)]
    while outer:
        block = outer.pop(0)
        match block:
            case Heading(_, inlines):
                yield inlines
            case Figure() | Table() | Box():
                pass
            case _:
                inner = list(parts_of(block))
                if inner:
                    outer[:0] = inner
                else:
                    yield from (run.inlines for run in running_text((block,)))


def _texts_of(article: Article) -> Iterator[Sequence[Inline]]:
    """All other texts of an article: its title and fields, its captions, cells and boxes, its notes."""
    yield article.title.inlines
    yield from (words.inlines for _, field in article.fields for words in field)
    inside = (block for block in every_block(article.blocks) if isinstance(block, Figure | Table | Box))
    yield from (run.inlines for run in running_text(inside))
    yield from (run.inlines for _, blocks in article.notes for run in running_text(blocks))


def _clauses(inlines: Sequence[Inline]) -> Iterator[tuple[CrossRef, bool]]:
    """The references of a text, each with whether it begins a clause of its own."""
    at = 0
    while at < len(inlines):
        if not isinstance(inlines[at], CrossRef):
            at += 1
            continue
        last = at
        while (further := _next_of(inlines, last)) is not None:
            last = further
        before, after = _last_sign(inlines[:at]), _first_sign(inlines[last + 1 :])
        is_clause = (not before or before in OPENS) and (not after or after in ENDS)
        for place in range(at, last + 1):
            match inlines[place]:
                case CrossRef() as each:
                    yield each, is_clause and place == at
        at = last + 1


def _next_of(inlines: Sequence[Inline], at: int) -> int | None:
    """The place of the reference that goes together with one; ``None`` where none does."""
    match inlines[at + 1 : at + 3]:
        case [CrossRef(), *_]:
            return at + 1
        case [Text(text), CrossRef()] if text.strip() in JOINTS:
            return at + 2
        case _:
            return None


def _last_sign(inlines: Sequence[Inline]) -> str:
    """The last character of a text, spaces left out; empty where there is none."""
    for inline in reversed(inlines):
        sign = _text(inline)
        if sign.strip(" \u3000"):
            return sign.strip(" \u3000")[-1]
    return ""


def _first_sign(inlines: Sequence[Inline]) -> str:
    """The first character of a text, spaces left out; empty where there is none."""
    for inline in inlines:
        sign = _text(inline)
        if sign.strip(" \u3000"):
            return sign.strip(" \u3000")[0]
    return ""


def _text(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Ruby(base):
            return base
        case NoteRef():
            return ""
        case CrossRef():
            return "〇"  # what stands beside a reference begins no clause
        case _:
            assert_never(inline)


def _shown(each: CrossRef, setting: Setting, *, is_clause: bool) -> Reference:
    """What is printed of a reference; its name, after a finding, where it refers to nothing."""
    found = _of_issue(each, setting) if each.issue else _of_article(each, setting)
    if found is None:
        return Reference(each.target)
    lead = setting.sheet.references.lead if is_clause else ""
    return found._replace(text=lead + found.text)


def _of_article(each: CrossRef, setting: Setting) -> Reference | None:
    """What is printed of a name of the article, or of another article of the issue."""
    named = setting.names.get(each.target) or _named_article(each.target, setting)
    if named is None:
        _report_unknown(each, setting)
        return None
    if not named.label and each.form != "page":
        setting.findings.add(each.span, "reference-without-number", name=quoted(each.target))
        return None
    return Reference(_told(_held(named.label), named.page, each, setting), named.span)


def _told(label: str, page: str, each: CrossRef, setting: Setting) -> str:
    """A label, a page or both, as a reference asks for them."""
    style = setting.sheet.references
    if each.form == "number":
        return label
    told = _held(fill(style.page, {"page": page or UNKNOWN_PAGE}))
    return told if each.form == "page" else fill(style.both, {"page": told, "reference": label})


def _held(text: str) -> str:
    """A short text in which no line ends at a space: 图 2."""
    return text.replace(" ", "\u00a0")


def _named_article(name: str, setting: Setting) -> Named | None:
    """What the name of an article of this issue stands for."""
    for article in setting.issue.articles if setting.issue else ():
        if article.name == name:
            label = fill(setting.sheet.references.article, {"title": plain_title(article.title)})
            place = article.title.span
            return Named("article", label, "", setting.quoted.get(place, ""), place)
    return None


def _of_issue(each: CrossRef, setting: Setting) -> Reference | None:
    """What is printed of an article of an earlier issue.

    Findings: ``reference-issue-unknown``, ``reference-article-unknown``, ``reference-page-unknown``.
    """
    import os

    from huozi.content.kept_facts import earlier_issue, issue_folders, room_of

    room = room_of(os.path.dirname(setting.issue.span.file) if setting.issue else "")
    issue = earlier_issue(room, each.issue)
    if issue is None:
        near = _nearest(each.issue, issue_folders(room))
        setting.findings.add(each.span, "reference-issue-unknown", issue=quoted(each.issue), nearest=near)
        return None
    if each.target not in issue.articles:
        near = _nearest(each.target, issue.articles)
        arguments = {"name": quoted(each.target), "issue": quoted(each.issue), "nearest": near}
        setting.findings.add(each.span, "reference-article-unknown", **arguments)
        return None
    page = issue.folios.get(each.target, "") if each.form != "number" else ""
    if each.form != "number" and not page:
        name, folder = quoted(each.target), quoted(each.issue)
        setting.findings.add(each.span, "reference-page-unknown", name=name, issue=folder)
    fields = {"year": issue.year, "issue": issue.number, "page": page}
    return Reference(fill(setting.sheet.references.issue, fields))


def _report_unknown(each: CrossRef, setting: Setting) -> None:
    known = [*setting.names, *(article.name for article in (setting.issue.articles if setting.issue else ()))]
    near = _nearest(each.target, known)
    setting.findings.add(each.span, "reference-unknown", name=quoted(each.target), nearest=near)


def _nearest(name: str, known: Sequence[str]) -> str:
    """What is proposed for a name that is not known."""
    from huozi.slips.key_names import suggested

    return suggested(name, known) or NOTHING_KNOWN


NOTHING_KNOWN = "—"
"""Stands where there is no name that could be meant."""
