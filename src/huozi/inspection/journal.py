"""What a journal says of itself, in its layout and in the issue: permit, words that it may not use, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from huozi.content.plain import plain_title
from huozi.content.prose import prose_of
from huozi.content.running_text import running_text
from huozi.diagnostics import Findings, Span
from huozi.inspection.subject import Subject
from huozi.makeup.journal_facts import is_internal
from huozi.makeup.reports import piece_templates, templates_of
from huozi.style.model import Stylesheet
from huozi.templates import facts_of, field_places, fields_of, fill, issue_fields

INTERNAL = ("organiser", "printer", "distribution")
"""What an internal publication says of itself beside its permit: who edits, who prints, who receives it."""

PERIODICAL = ("organiser", "editors", "printer")
"""What a periodical says of itself beside its CN number."""

STATED = ("permit", "editors", "address", "printer", "distribution", "print_run", "publisher", "frequency")
"""Facts of which one at least is stated where a layout has an imprint at all."""

_NAME = r"(?:报|刊|杂志|周刊|月刊|季刊|学报|画报|导刊|通报)\Z"
_FORBIDDEN = (
    "期刊社|杂志社|报社|刊号|本刊记者|本报记者|本报讯|本刊讯|本刊编辑部|定价|售价|零售价|订阅|征订|邮发代号"
    "|广告部|广告刊例|广告经营许可证|刊登广告|招商热线"
)
_ADVERTISEMENT = r"广告|招商|推广页|advert"
_PERMIT_LABEL = r"准印证|许可证|编号[:：]|内部资料|免费交流"

_EMAIL = r"[^\s@<>，；、:：]+@[^\s@<>，；、]+"
_RIGHT_EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
_URL = r"(?:https?://|www\.)[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?::[0-9]+)?(?:/\S*)?"
_PHONE = (
    r"(?:\+?[0-9]{1,3}[- ])?(?:[(（]?0[0-9]{2,3}[)）]?[-— ]?)?[0-9]{7,8}(?:[-转*][0-9]{1,6})?"
    r"|1[3-9][0-9]{9}|400[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}"
)


def look_at_journal(subject: Subject, findings: Findings) -> None:
    """Report facts of the journal that are missing or ill formed, and words that it may not use."""
    issue, sheet = subject.issue, subject.sheet
    facts, places = facts_of(issue, sheet.journal), field_places(issue, sheet.places)
    if is_internal(sheet):
        _check_permit(facts, places, sheet, findings)
        _check_words(subject, findings)
    elif not facts.get("cn"):
        findings.add(sheet.places.of("journal.kind"), "periodical-without-cn")
    _check_imprint(facts | {"organiser": sheet.journal.organiser or facts.get("organiser", "")}, sheet, findings)
    _check_forms(facts, places, findings)
    _check_contact(subject, facts, findings)


def _check_permit(facts: Mapping[str, str], places: Mapping[str, Span], sheet: Stylesheet, findings: Findings) -> None:
    permit = facts.get("permit", "").strip()
    if not any(facts.get(key) for key in STATED):  # the layout says nothing of all this: it is on the printer's sheet
        return
    if not permit:
        findings.add(sheet.places.of("journal.kind"), "permit-missing")
    elif re.search(_PERMIT_LABEL, permit):
        findings.add(places["permit"], "permit-label", permit=permit)
    elif not re.search("[0-9]{2,}", permit) or not _is_paired(permit) or re.search("[０-９]", permit):
        findings.add(places["permit"], "permit-form", permit=permit)


def _check_imprint(facts: Mapping[str, str], sheet: Stylesheet, findings: Findings) -> None:
    """Report what an imprint lacks, where a layout has one at all."""
    wanted = INTERNAL if is_internal(sheet) else PERIODICAL
    lacking = [key for key in wanted if not facts.get(key)]
    if lacking and any(facts.get(key) for key in STATED):
        findings.add(sheet.places.of("journal.kind"), "imprint-lacks", keys="、".join(lacking))


def _is_paired(text: str) -> bool:
    return all(text.count(one) == text.count(other) for one, other in ("（）", "()", "〔〕", "[]"))


def _check_words(subject: Subject, findings: Findings) -> None:
    """Report a name that says 报 or 刊, and words of the trade in newspapers and periodicals."""
    issue, sheet = subject.issue, subject.sheet
    if found := re.search(_NAME, sheet.journal.name.strip()):
        findings.add(sheet.places.of("journal.name"), "internal-name", name=sheet.journal.name, word=found[0])
    for text, span in _words_of(subject):
        for found in re.finditer(_FORBIDDEN, text):
            findings.add(span, "internal-words", word=found[0])
    for insert in issue.inserts:
        if re.search(_ADVERTISEMENT, insert.name):
            findings.add(insert.span, "internal-advertising", name=insert.name)


def _words_of(subject: Subject) -> Iterator[tuple[str, Span]]:
    """The texts that a publication says of itself in, each with its place."""
    issue, sheet = subject.issue, subject.sheet
    known = issue_fields(issue, sheet.journal)
    for template in (*templates_of(sheet), *piece_templates(sheet)):
        fields = {name: known.get(name, "") for name in fields_of(template)}
        yield fill(template, fields), sheet.places.layout  # a label goes with a field that is empty
    for line in (sheet.journal.contact.heading, *sheet.journal.contact.lines):
        yield line, sheet.places.of("journal.contact.lines")
    for key, text in sheet.journal.facts:
        yield text, sheet.places.of(f"journal.{key}")
    yield sheet.journal.organiser, sheet.places.of("journal.organiser")
    yield from ((text, span) for _, texts, span in issue.imprint for text in texts)
    yield from ((issue.label, issue.place("label")), (issue.theme, issue.place("theme")))
    yield from ((plain_title(section.title), section.title.span) for section in issue.sections)
    for article in subject.texts:
        for words in article.said("editors_note"):
            yield plain_title(words), words.span
        for run in running_text(article.blocks):
            prose = prose_of(run.inlines)
            yield from ((found[0], prose.span(found.start())) for found in re.finditer(_SELF, prose.text))


_SELF = r"本[报刊](?:记者|讯|编辑部)"


def _check_forms(facts: Mapping[str, str], places: Mapping[str, Span], findings: Findings) -> None:
    """Report post codes, e-mail and web addresses, telephone numbers that cannot be right."""
    forms = {"postal_code": "[0-9]{6}", "email": _RIGHT_EMAIL, "url": _URL, "phone": rf"(?:{_PHONE})"}
    for key, form in forms.items():
        for text in filter(None, re.split("[、，；;,]", facts.get(key, ""))):
            if not re.fullmatch(form, text.strip()):
                findings.add(places[key], "address-form", key=key, typed=text.strip())


def _check_contact(subject: Subject, facts: Mapping[str, str], findings: Findings) -> None:
    """Report addresses of the contact block that are ill formed, or others than the layout's own facts."""
    place = subject.sheet.places.of("journal.contact.lines")
    for line in subject.sheet.journal.contact.lines:
        for key, text, form in _addresses_in(line):
            if not re.fullmatch(form, text):
                findings.add(place, "address-form", key=key, typed=text)
            elif facts.get(key) and text not in facts[key]:
                findings.add(place, "contact-differs", key=key, typed=text, other=facts[key])


def _addresses_in(line: str) -> Iterator[tuple[str, str, str]]:
    """The post code, addresses and numbers of a line: their key, their text, the form that they must have."""
    if found := re.search(r"(?:邮编|邮政编码)[:：]?\s*([0-9]+)", line):
        yield "postal_code", found[1], "[0-9]{6}"
    if found := re.search(rf"(?:E-?mail|邮箱|电子邮件|信箱)[:：]\s*([^\s，；、]+)|({_EMAIL})", line, re.IGNORECASE):
        yield "email", found[1] or found[2], _RIGHT_EMAIL
    if found := re.search(r"(?:https?:[/\\]*|www\.)[^\s，；、]+", line):
        yield "url", found[0], _URL
    if found := re.search(r"(?:电话|手机|传真)[:：]\s*([^\s，；、]+)", line):
        yield "phone", found[1], rf"(?:{_PHONE})"
