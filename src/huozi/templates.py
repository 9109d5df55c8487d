"""Templates of running heads, folios and covers: text with fields that the issue fills.

What belongs to a field goes with it where the issue leaves it empty, so that nobody prints ``总第  期``: its counters
(总第 … 期), the label before it (文章编号：), brackets that would hold nothing, a separator that would part nothing.
Other words that are to go with a field stand in braces with it: ``{刊于{source}}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from huozi.content.issue_model import Issue
from huozi.diagnostics import Span
from huozi.numbering import in_two_figures, numbers_of
from huozi.style.keys.fields import FACT_FIELDS, JOURNAL_KINDS
from huozi.style.model import Journal, Places

COUNTERS: dict[str, tuple[str, str]] = {
    "serial": (r"(?:总第|总|第|No\.|№)", r"(?:期|号)"),
    "issue": (r"(?:第|No\.|№)", r"(?:期|号)"),
    "volume": (r"(?:总第|第|Vol\.|vol\.)", r"(?:卷)"),
    "theme": (r"(?:本期)?(?:主题|专题)[：:]", r""),
    "organiser": (r"(?:主办单位[：:]?|主办[：:])", r"(?:主办|编印|编)"),
}
"""What is said with a field and means nothing without it: before it and behind it (patterns)."""

LABEL = r"[^\W_（(]{1,12}[：:]"
"""What leads a fact (邮编：) and goes with it."""

_FIELD = re.compile(r"\{(\w+)\}")
# Patterns are texts: most issues leave no field empty, and compiling takes a while.
_OPTIONAL = r"\{((?:[^{}]*\{\w+\})+[^{}]*)\}"
_BRACKETED = r"[（(〔【［\[]([^（(〔【［\[）)〕】］\]]*)[）)〕】］\]]"
_GONE = "\0"
_SEPARATORS = r"[ \u3000·・•|｜/／,，、:：\-–—]*"
_AT_AN_EDGE = (
    rf"(?:^|(?<=[（(〔【［\[])){_SEPARATORS}{_GONE}{_SEPARATORS}"
    rf"|{_SEPARATORS}{_GONE}{_SEPARATORS}(?:$|(?=[）)〕】］\]]))"
)
_WITHIN = rf"({_SEPARATORS}){_GONE}({_SEPARATORS})"


# A label is words up to a colon: several in Latin letters, two characters set apart to align with others (摘　要), else
# the text from the last space, separator or bracket on; what it says in brackets is part of it.
_LATIN = r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.&'’-]*"
_APART = r"[\u4e00-\u9fff]\u3000{1,2}[\u4e00-\u9fff]"
_OTHER = rf"[^\s{{}}（(〔【［\[）)〕】］\]·・•|｜/／,，、：:；;。–—{_GONE}]+"
_SAID = r"(?P<said>\}[年月日期号卷]?)?"
_LABEL = rf"{_SAID}(?:{_LATIN}(?: {_LATIN})+|{_APART}|{_OTHER})(?:[（(][^（()）{{}}]*[）)])?[ \u3000]?[：:][ \u3000]*"
"""The label before a field; ``said`` is the end of a field before that, with what is said behind it."""
HAN_FIGURES = str.maketrans("0123456789", "〇一二三四五六七八九")
"""Years as they are read out: 二〇二四."""


def issue_fields(issue: Issue, journal: Journal) -> dict[str, str]:
    """The fields that stand for the same text all through an issue."""
    fields = dict.fromkeys(FACT_FIELDS, "") | {
        "journal": journal.name,
        "journal_en": journal.name_en,
        "organiser": journal.organiser,
        "year": str(issue.year),
        "year_cn": str(issue.year).translate(HAN_FIGURES),
        "volume": str(issue.volume or ""),
        "issue": issue.number,
        "issue_2": in_two_figures(issue.number),
        "serial": issue.serial,
        "label": issue.label,
        "theme": issue.theme,
        "date": issue.date.isoformat(),
        "date_cn": f"{issue.date.year}年{issue.date.month}月{issue.date.day}日",
        "permit_line": "",
    }
    return fields | facts_of(issue, journal)


def facts_of(issue: Issue, journal: Journal) -> dict[str, str]:
    """The facts of the journal as they are printed, those of the issue's imprint before the layout's.

    CN and ISSN are led by their names, however they were written.
    """
    facts = dict(journal.facts) | {key: "、".join(texts) for key, texts, _ in issue.imprint}
    for key in NAMED_NUMBERS:
        if number := facts.get(key):
            name = key.upper()
            facts[key] = f"{name} {re.sub(rf'^{name}[ :：]*', '', number.strip(), flags=re.IGNORECASE)}"
    if facts.get("permit") and journal.kind == JOURNAL_KINDS["internal"]:
        facts["permit_line"] = f"准印证号：{facts['permit']}\u3000{PERMIT_WORDS}"
    return facts


NAMED_NUMBERS = ("cn", "issn")
"""Facts that are printed with their names (CN 32-1234/F)."""

PERMIT_WORDS = "内部资料\u3000免费交流"
"""What an internal publication says of itself beside its permit (print.md, journal rules)."""


def fill(template: str, fields: Mapping[str, str]) -> str:
    """A template with its fields filled; the layout's loader has made sure that each is known.

    >>> fill("{year}年第{issue}期（总第{serial}期）", {"year": "2026", "issue": "增刊1", "serial": ""})
    '2026年增刊1'
    """
    if "{" not in template:
        return template
    named = fields_of(template)
    bare = {name for name in named if not fields[name]}
    uncounted = {"issue"} if "issue" in named and fields["issue"] and not numbers_of(fields["issue"]) else set()
    if not bare and not uncounted and len(named) == template.count("{"):
        return template.format_map(fields)
    if named and len(bare) == len(set(named)):
        return ""
    template = re.sub(_OPTIONAL, lambda part: _kept(part[1], bare, part[1]), template)
    template = re.sub(_BRACKETED, lambda part: _GONE if _holds_nothing(part[1], bare) else part[0], template)
    for name in (*sorted(bare), *uncounted):
        template = _without_counters(template, name, _GONE if name in bare else f"{{{name}}}")
    text = template.format_map(fields)
    while _GONE in text and (found := re.search(_AT_AN_EDGE, text)):
        text = text[: found.start()] + text[found.end() :]
    return re.sub(_WITHIN, lambda gone: gone[1] or gone[2], text)


def _kept(part: str, bare: set[str], whole: str) -> str:
    """An optional part of a template, gone where a field in it is empty."""
    return _GONE if bare.intersection(_FIELD.findall(part)) else whole


def _holds_nothing(part: str, bare: set[str]) -> bool:
    """Whether brackets hold fields, and all of them are empty."""
    named = _FIELD.findall(part)
    return bool(named) and bare.issuperset(named)


def _without_counters(template: str, name: str, instead: str) -> str:
    """A template with a field and what is said with it replaced."""
    before, after = COUNTERS.get(name, ("", ""))
    field = rf"\{{{name}\}}(?:[ \u3000]*{after})?" if after else rf"\{{{name}\}}"
    if before:
        template = re.sub(rf"{before}[ \u3000]*{field}", lambda _: instead, template)
    if instead == _GONE:
        template = re.sub(rf"{_LABEL}{field}", lambda found: (found["said"] or "") + _GONE, template)
    return re.sub(field, lambda _: instead, template)


@cache
def fields_of(template: str) -> tuple[str, ...]:
    """The fields that a template names, in order."""
    return tuple(_FIELD.findall(template))


def field_places(issue: Issue, places: Places) -> dict[str, Span]:
    """Where the values of fields stand: in the issue's file, or among the layout's keys."""
    found = {f"journal{end}": places.of(f"journal.name{end}") for end in ("", "_en")}
    found |= {key: places.of(f"journal.{key}") for key in FACT_FIELDS}
    found |= {key: span for key, _, span in issue.imprint}
    found["permit_line"] = found["permit"]
    found |= {key: issue.place(key) for key in ("year", "volume", "issue", "serial", "label", "theme", "date")}
    return found | {"date_cn": found["date"], "year_cn": found["year"], "issue_2": found["issue"]}


def text_place(template: str, fields: Mapping[str, str], values: Mapping[str, Span], places: Places, own: Span) -> Span:
    """Where a text made of a template can be changed: at the value that makes most of it, else at the template.

    A value with a character that few fonts have comes first: of that, findings speak. A template of a layout that the
    journal's own extends is not the journal's to change: then the longest value is to blame in any case.
    """
    words = _FIELD.sub("", template)
    named = [name for name in fields_of(template) if name in values and fields[name]]
    odd = [name for name in named if _has_rare(fields[name])]
    if odd and not _has_rare(words):
        return values[odd[0]]
    longest = max(named, key=lambda name: len(fields[name]), default="")
    if longest:
        is_another_s = own.file != places.layout.file and places.latest(own, values[longest]) != own
        if is_another_s or len(fields[longest]) > len(words):
            return values[longest]
    return own


_COMMON = (
    (0x4E00, 0x9FFF),
    (0x20, 0x7E),
    (0x3000, 0x303F),
    (0xFF01, 0xFF5E),
    (0x2010, 0x2026),
    (0xB7, 0xB7),
    (0xFDD0, 0xFDD5),
)
"""Code points that fonts have: common hanzi, ASCII, marks; and those that speak to the composer."""


@cache
def _has_rare(text: str) -> bool:
    """Whether a text has a character that few fonts have."""
    return not all(any(first <= code <= last for first, last in _COMMON) for code in map(ord, text))
