"""An issue's sections and articles as one galley: openings, bodies, what stands at an article's end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from huozi.blocks.body import set_blocks
from huozi.blocks.frame import across, closed_up
from huozi.blocks.headings import ends_in_title, not_begun
from huozi.blocks.openings import at_foot, closed, kept_together, kept_with, set_pieces, title_of, unspanned
from huozi.blocks.said import NUMBER, article_number, said_in_section, said_of
from huozi.blocks.sections import inserts_before, section_opening, section_start, start_at
from huozi.blocks.setting import Paragraphs, Said, Setting
from huozi.content.issue_model import Article, Issue
from huozi.content.model import Block, NoteRef, Paragraph, Text
from huozi.diagnostics import Findings, InvalidIssue
from huozi.display import Placed, Role
from huozi.galley import Float, Galley, Mark, Matter, SetMatter, SetParagraph, Slug, StartsAt
from huozi.structure import Kind
from huozi.style.text_style import ParagraphStyle
from huozi.templates import issue_fields


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
    number, first_note = 0, 1
    through = setting.sheet.notes.numbering == "issue"
    setting = setting._replace(facts=issue_fields(issue, setting.sheet.journal))
    for index, section in enumerate(issue.sections):
        matter += inserts_before(index, issue, setting)
        within = setting.inside(Kind.SECTION, section.span)._replace(
            said=said_in_section(section, index + 1), section=index, first_note=first_note
        )
        starts = section_start(section, setting)
        above = within if starts != "column" else within._replace(columns=1)  # in its column nothing spans
        matter += section_opening(section, index, starts, above)
        for place, article in enumerate(section.articles):
            if place:
                starts = article.start or setting.sheet.opening.article_start
                matter.append(start_at(starts, setting))
            galley, found = set_article(article, number, _opened(within, starts, article.columns))
            if through and article.notes:
                from huozi.blocks.notes import numbered

                first_note += len(numbered(article, within).note_numbers)
                within = within._replace(first_note=first_note)
            matter += galley
            setting.findings.extend(found)
            number += 1
    return (*matter, *inserts_before(len(issue.sections), issue, setting))


def set_article(article: Article, number: int, setting: Setting) -> SetMatter:
    """An article: title, body, notes, affiliation and source.

    The same article, number and layout give the same lines and findings, and change nothing that is handed in.
    """
    noughts = article_number(setting.facts, 0, 0)
    said = {**setting.said, NUMBER: ((Text(noughts, article.span),),)} if noughts else setting.said
    return _set_alone(article, Mark("article", number), setting._replace(article=number, said=said))


def set_fillers(issue: Issue, setting: Setting) -> tuple[SetMatter, ...]:
    """The fillers of an issue, each by itself: what was found in it is to be told only where it stands."""
    setting = setting._replace(facts=issue_fields(issue, setting.sheet.journal))
    return tuple(_set_alone(filler, Mark("filler", number), setting) for number, filler in enumerate(issue.fillers))


def _set_alone(article: Article, mark: Mark, setting: Setting) -> SetMatter:
    """An article or a filler with its mark."""
    within = setting.inside(Kind.ARTICLE, article.span)
    if article.notes:
        from huozi.blocks.notes import numbered  # many have none

        within = numbered(article, within, is_filler=mark.kind == "filler")
    return _with_findings(within, lambda alone: _article(article, mark, alone))


def _article(article: Article, mark: Mark, setting: Setting) -> Galley:
    """The matter of an article; what is found goes into the setting's findings, which are its own."""
    if not article.columns:
        return _in_its_columns(article, mark, setting)
    from huozi.blocks.columns import banded, in_columns  # few articles ask for columns of their own

    within = in_columns(article.columns, setting, article.span)
    return closed_up(banded(_in_its_columns(article, mark, within), within, setting))


def _in_its_columns(article: Article, mark: Mark, setting: Setting) -> Galley:
    """The matter of an article in its number of columns: what opens it, its body, what ends it."""
    pieces, said = setting.sheet.opening, said_of(article, setting.sheet.opening.authors, setting.said)
    head = pieces.filler or pieces.opening if mark.kind == "filler" else pieces.opening
    feet = tuple(at_foot((*head, *pieces.ending), said, setting)) if mark.kind == "article" else ()
    opening = kept_together(set_pieces(head, _with_marks(said, feet), (), setting, title_of(head)))
    blocks = closed(article.blocks, pieces.ending)
    body = not_begun(set_blocks(blocks, setting, below_title=ends_in_title(opening)))
    is_at_end = article.notes and setting.sheet.notes.place == "end"
    ending = set_pieces(pieces.ending, said, _notes(article, mark, setting) if is_at_end else (), setting)
    matter = _marked(mark, closed_up((*opening, *(kept_with(body) if ending else body), *ending)))
    if not (feet or _calls_anything(matter)):
        return matter
    from huozi.blocks.notes import with_articles_notes  # as above

    return with_articles_notes(matter, article, feet, setting)


def _with_marks(said: Said, feet: Sequence[tuple[str, Paragraphs]]) -> Said:
    """What is said of an article, its title with the marks of what stands at the foot of its first page."""
    marks = tuple(NoteRef(mark, paragraphs[0][0].span) for mark, paragraphs in feet if mark)
    titles = said["title"]
    return {**said, "title": ((*titles[0], *marks), *titles[1:])} if marks and titles else said


def _calls_anything(matter: Galley) -> bool:
    """Whether any piece calls a note or names a float."""
    return any(isinstance(piece, Slug | SetParagraph | Float) and piece.calls for piece in matter)


def _marked(mark: Mark, matter: Galley) -> Galley:
    """Matter with a mark before its first line: what stands before that may vanish at a column's head."""
    texts = (index for index, piece in enumerate(matter) if isinstance(piece, Slug | SetParagraph))
    first = next(texts, len(matter))
    return (*matter[:first], mark, *matter[first:])


def _opened(setting: Setting, starts: StartsAt, columns: int) -> Setting:
    """The surroundings of an article that begins there: nothing of one in a column of its own runs over others.

    ``columns`` is the number that an article asks for itself: others than those around are a new band anyway.
    """
    if starts != "column" or setting.columns == 1 or columns not in (0, setting.columns):
        return setting
    opening = setting.sheet.opening
    in_column = opening._replace(opening=unspanned(opening.opening), ending=unspanned(opening.ending))
    return setting._replace(sheet=setting.sheet._replace(opening=in_column))


def _notes(article: Article, mark: Mark, setting: Setting) -> Galley:
    """The notes that are called, in the order of their numbers, below a short rule at the article's end.

    Finding: ``notes-at-end`` for a filler, which nobody asks.
    """
    if not setting.note_numbers:
        return ()
    if mark.kind == "filler":
        setting.findings.add(article.span, "notes-at-end", count=len(article.notes))
    style = setting.style("note")
    return across(style, setting, lambda within: _called_notes(article, style, within))


def _called_notes(article: Article, style: ParagraphStyle, setting: Setting) -> Galley:
    """The rule above an article's notes, and these."""
    notes, area = dict(article.notes), setting.sheet.page.area
    rule = setting.sheet.notes.rule(setting.measure, style.ink)
    matter: list[Matter] = [Slug(1, (Placed(0, area.size // 2, rule, Role.ARTIFACT, -1),), article.span, keep=1)]
    for name, number in setting.note_numbers.items():
        matter += _note(number, notes.get(name, ()), setting)
    return tuple(matter)


def _note(number: int, blocks: tuple[Block, ...], setting: Setting) -> Galley:
    """A note led by its number."""
    from huozi.blocks.marked import call_mark  # an article without notes does without

    label = f"{call_mark(number, setting, setting.style('note'))}\u3000"
    if not blocks:
        return ()
    setting = setting.inside(Kind.NOTE, blocks[0].span, level=number)
    from huozi.blocks.asked import without_pages

    match blocks:
        case (Paragraph(inlines, span, hints), *rest):
            led = Paragraph((Text(label, span), *inlines), span, hints)
            return without_pages(set_blocks((led, *rest), setting, "note"))
        case _:
            return without_pages(set_blocks(blocks, setting, "note"))
