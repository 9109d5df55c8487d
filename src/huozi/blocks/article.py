"""An issue's sections and articles as one galley: openings, bodies, what stands at an article's end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import assert_never

from huozi.blocks.body import set_blocks
from huozi.blocks.frame import across, closed_up, shifted, spaced
from huozi.blocks.lines import cast_whole, compose_heading, compose_inlines
from huozi.blocks.paragraphs import set_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import (
    Article,
    Block,
    Dialogue,
    Heading,
    Inline,
    Issue,
    NoteRef,
    Paragraph,
    Section,
    Text,
    TextRole,
    Title,
    plain_title,
)
from huozi.content.running_text import parts_of
from huozi.diagnostics import Findings, InvalidIssue
from huozi.display import Bookmark, Placed, Role, Rule
from huozi.galley import Band, Galley, Mark, Matter, SetMatter, Slug, Start, StartsAt
from huozi.structure import Element, Kind
from huozi.style.model import ARTICLE_FIELDS, ParagraphStyle


def set_issue(issue: Issue, setting: Setting) -> SetMatter:
    """The whole body of an issue; marks tell where sections and articles begin, numbered through the issue.

    An article is the same matter with the same findings whatever stands before and after it. Raises ``InvalidIssue``
    where a face cannot be used, with what was found until then.
    """
    return _with_findings(setting, lambda within: _issue(issue, within))


def _with_findings(setting: Setting, set_within: Callable[[Setting], Galley]) -> SetMatter:
    """What is set in these surroundings, with the findings of that alone: those handed in are left as they are."""
    found = Findings()
    try:
        galley = set_within(setting._replace(findings=found))
    except InvalidIssue as error:
        raise InvalidIssue((*found, *error.findings)) from error
    return SetMatter(galley, tuple(found))


def _issue(issue: Issue, setting: Setting) -> Galley:
    """The matter of an issue; what is found goes into the setting's findings."""
    matter: list[Matter] = []
    number = 0
    for index, section in enumerate(issue.sections):
        within = setting.inside(Kind.SECTION, section.span)
        starts = _section_start(section, setting)
        above = within if starts != "column" else within._replace(columns=1)  # in its column nothing spans
        matter += (_start(starts, setting), *_section_opening(section, index, above))
        for place, article in enumerate(section.articles):
            if place:
                starts = article.start or setting.sheet.opening.article_start
                matter.append(_start(starts, setting))
            galley, found = set_article(article, number, _opened(within, starts, article.columns))
            matter += galley
            setting.findings.extend(found)
            number += 1
    _report_unprinted(issue, setting)
    return tuple(matter)


def _report_unprinted(issue: Issue, setting: Setting) -> None:
    """What articles say of themselves and the layout prints nowhere, once for the issue."""
    opening, contents = setting.sheet.opening, setting.sheet.contents
    printed = f"{opening.byline}{opening.affiliation}{opening.source}{'{authors}' if contents.authors else ''}"
    articles = [(article, _fields(article)) for article in (*issue.articles, *issue.fillers)]
    for name in ARTICLE_FIELDS:
        if f"{{{name}}}" in printed:
            continue
        said = [
            article
            for article, fields in articles
            if fields[name] and not (name == "affiliations" and fields["affiliation_note"])  # the note names them
        ]
        if said:
            setting.findings.add(said[0].span, "field-unprinted", name=name, count=len(said))


def set_article(article: Article, number: int, setting: Setting) -> SetMatter:
    """An article: title, body, notes, affiliation and source.

    The same article, number and layout give the same lines and findings, and change nothing that is handed in.
    """
    return _set_alone(article, Mark("article", number), setting)


def set_fillers(issue: Issue, setting: Setting) -> tuple[SetMatter, ...]:
    """The fillers of an issue, each by itself: what was found in it is to be told only where it stands."""
    return tuple(_set_alone(filler, Mark("filler", number), setting) for number, filler in enumerate(issue.fillers))


def _set_alone(article: Article, mark: Mark, setting: Setting) -> SetMatter:
    """An article or a filler with its mark."""
    within = setting.inside(Kind.ARTICLE, article.span)._replace(note_numbers=note_numbers(article))
    return _with_findings(within, lambda alone: _article(article, mark, alone))


def _article(article: Article, mark: Mark, setting: Setting) -> Galley:
    """The matter of an article; what is found goes into the setting's findings, which are its own."""
    if not article.columns:
        return _in_its_columns(article, mark, setting)
    from huozi.blocks.columns import banded, in_columns  # few articles ask for columns of their own

    within = in_columns(article.columns, setting, article.span)
    return closed_up(banded(_in_its_columns(article, mark, within), within, setting))


def _in_its_columns(article: Article, mark: Mark, setting: Setting) -> Galley:
    """The matter of an article in its number of columns."""
    title = setting.style("title")
    opening = across(title, setting, lambda within: _title(article, title, within))
    byline, body = _byline(article, setting), set_blocks(article.blocks, setting)
    notes = _notes(article, setting) if article.notes else ()
    ending = _ending(article, setting)
    return _marked(mark, closed_up((*opening, *byline, *body, *notes, *ending)))


def _title(article: Article, style: ParagraphStyle, setting: Setting) -> Galley:
    """The title as one slug with its bookmark."""
    composed = compose_heading(setting, article.title.inlines, style)
    element = setting.part(Kind.TITLE, article.title.span, article.title.inlines, level=1)
    slug = cast_whole(setting, composed, style, element, style.keep_lines)
    return spaced((slug._replace(items=(_bookmark(article.title, element), *slug.items)),), style)


def note_numbers(article: Article) -> Mapping[str, int]:
    """The numbers of an article's notes by name, from 1 in the order of first calls, beginning with the title's.

    A note that another one calls comes after all that are called before that one's text.
    """
    notes, numbers = dict(article.notes), dict[str, int]()
    texts = [chain(article.title.inlines, _inlines(article.blocks))]
    for text in texts:  # which grow by the notes that they call
        for name in (inline.name for inline in text if isinstance(inline, NoteRef)):
            if name not in numbers:
                numbers[name] = len(numbers) + 1
                texts.append(chain(_inlines(notes.get(name, ()))))
    return MappingProxyType(numbers)


def _inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """The inlines of blocks in the order in which their notes are numbered: a dialogue's labels before its words."""
    for block in blocks:
        match block:
            case Paragraph(inlines) | Heading(_, inlines):
                yield from inlines
            case Dialogue(turns):
                for turn in turns:
                    yield from turn.speaker
                for turn in turns:
                    yield from _inlines(turn.blocks)
            case _:
                yield from _inlines(parts_of(block))


def _marked(mark: Mark, matter: Galley) -> Galley:
    """Matter with a mark before its first line: what stands before that may vanish at a column's head."""
    first = next(index for index, piece in enumerate(matter) if isinstance(piece, Slug))
    return (*matter[:first], mark, *matter[first:])


def _bookmark(title: Title, element: Element) -> Placed:
    """The bookmark of a title or a section's name, as deep as that is."""
    return Placed(0, 0, Bookmark(plain_title(title), element.level), Role.ARTIFACT, -1, element)


def _section_opening(section: Section, index: int, setting: Setting) -> Galley:
    """The sink above a section's first title, over all columns; it may carry the section's name."""
    opening, style = setting.sheet.opening, setting.style("section-name")
    element = setting.part(Kind.SECTION_NAME, section.span, section.title.inlines)
    bookmark = _bookmark(section.title, element)
    sunk = Slug(opening.sink, (bookmark,), section.span, keep=1)
    if opening.section_name and opening.sink:
        within = setting.across(style.span)
        composed = compose_heading(within, section.title.inlines, style)
        name = cast_whole(within, composed, style, element)
        lower = shifted(name, 0, style.lines_before * setting.sheet.page.area.leading)
        height = max(opening.sink, style.lines_before + name.height + style.lines_after)
        sunk = lower._replace(height=height, items=(bookmark, *lower.items), keep=1)
    if setting.columns == 1:
        return (Mark("section", index), sunk)
    return (Mark("section", index), Band(1), sunk, Band(setting.columns))


def _section_start(section: Section, setting: Setting) -> StartsAt:
    """Where a section begins: where its first article asks to, else as the layout says; running on, as articles do."""
    opening = setting.sheet.opening
    own = section.articles[0].start if section.articles else ""
    return own or (opening.article_start if opening.section_start == "run-on" else opening.section_start)


def _start(at: StartsAt, setting: Setting) -> Start:
    """What parts an article from the one before it."""
    match at:
        case "page" | "recto":
            return Start(at)
        case "run-on" | "column":
            return Start(at, setting.sheet.opening.room, is_article=True)
        case _:
            assert_never(at)


def _opened(setting: Setting, starts: StartsAt, columns: int) -> Setting:
    """The surroundings of an article that begins there: in a column of its own its title does not run over others.

    ``columns`` is the number that an article asks for itself: others than those around are a new band anyway.
    """
    if starts != "column" or setting.columns == 1 or columns not in (0, setting.columns):
        return setting
    for name in ("title", "byline"):
        setting = setting.with_style(name, setting.style(name)._replace(span=1))
    return setting


def _byline(article: Article, setting: Setting) -> Galley:
    """The authors below the title, where the layout shows them."""
    text = _filled(setting.sheet.opening.byline, article)
    if not text:
        return ()
    style, element = setting.style("byline"), setting.part(Kind.BYLINE, article.title.span)

    def set_within(within: Setting) -> Galley:
        composed = compose_inlines(within, (Text(text, article.title.span),), style)
        return spaced((cast_whole(within, composed, style, element, style.keep_lines),), style)

    return across(style, setting, set_within)


def _ending(article: Article, setting: Setting) -> Galley:
    """The affiliation note and the source, a paragraph each in its own style."""
    opening = setting.sheet.opening
    matter: list[Matter] = []
    for template, kind in ((opening.affiliation, Kind.AFFILIATION), (opening.source, Kind.SOURCE)):
        text = _filled(template, article)
        if text:
            matter += _end_line(
                Text(text, article.span), setting.style(kind.value), setting.part(kind, article.span), setting
            )
    return tuple(matter)


def _end_line(text: Text, style: ParagraphStyle, element: Element, setting: Setting) -> Galley:
    """A text at an article's end, in the columns that its style runs over."""
    return across(style, setting, lambda within: set_paragraph((text,), within, style, element))


NOTES_RULE = 250
"""The rule above an article's notes, in thousandths of the measure."""


def _notes(article: Article, setting: Setting) -> Galley:
    """The notes that are called, in the order of their numbers, below a short rule at the article's end."""
    if not setting.note_numbers:
        return ()
    setting.findings.add(article.span, "notes-at-end", count=len(article.notes))
    style = setting.style("note")
    return across(style, setting, lambda within: _called_notes(article, style, within))


def _called_notes(article: Article, style: ParagraphStyle, setting: Setting) -> Galley:
    """The rule above an article's notes, and these."""
    notes, area = dict(article.notes), setting.sheet.page.area
    rule = Rule(setting.measure * NOTES_RULE // 1000, setting.sheet.characters.line, style.ink)
    matter: list[Matter] = [Slug(1, (Placed(0, area.size // 2, rule, Role.ARTIFACT, -1),), article.span, keep=1)]
    for name, number in setting.note_numbers.items():
        matter += _note(number, notes.get(name, ()), setting)
    return tuple(matter)


def _note(number: int, blocks: tuple[Block, ...], setting: Setting) -> Galley:
    """A note led by its number."""
    from huozi.blocks.marked import call_text  # an article without notes does without

    faces = setting.faces(setting.style("note"), TextRole.PLAIN)
    label = f"{call_text(number, setting.sheet.characters.note_call, faces)}\u3000"
    if not blocks:
        return ()
    setting = setting.inside(Kind.NOTE, blocks[0].span)
    from huozi.blocks.asked import without_pages

    match blocks:
        case (Paragraph(inlines, span, hints), *rest):
            led = Paragraph((Text(label, span), *inlines), span, hints)
            return without_pages(set_blocks((led, *rest), setting, "note"))
        case _:
            return without_pages(set_blocks(blocks, setting, "note"))


def _filled(template: str, article: Article) -> str:
    """A template with an article's fields; empty where the fields it names are all empty."""
    fields = _fields(article)
    named = [name for name in fields if f"{{{name}}}" in template]
    return template.format_map(fields) if any(fields[name] for name in named) else ""


def _fields(article: Article) -> dict[str, str]:
    """What a template may name of an article, by :data:`~huozi.style.model.ARTICLE_FIELDS`."""
    return {
        "authors": "\u3000".join(author.name for author in article.authors),
        "affiliations": "；".join(
            dict.fromkeys(author.affiliation for author in article.authors if author.affiliation)
        ),
        "affiliation_note": article.affiliation_note,
        "source": article.source,
    }
