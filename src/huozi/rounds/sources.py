"""What the source says of each piece of text, whatever a layout makes of it: the ground of what counts as changed.

Spaces in YAML, comments and where a line of Markdown is turned over are no part of it; marks of emphasis, readings and
links are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from huozi.content.issue_model import Article, Issue, Title
from huozi.content.model import Block, Code, CrossRef, Figure, Heading, Inline, NoteRef, Paragraph, Ruby, Text
from huozi.content.running_text import parts_of
from huozi.diagnostics import Span

Sources = dict[Span, str]
"""What stands at a place of the source, as a text that is the same where the same is said."""


def sources_of(issue: Issue) -> Sources:
    """What the source says at the places of sections, titles, fields, headings and paragraphs."""
    found: Sources = {}
    for section in issue.sections:
        found[section.span] = said(section.title.inlines)
    for article in (*issue.articles, *issue.fillers):
        found[article.title.span] = said(article.title.inlines)
        for _, words in article.fields:
            found.update((each.span, said(each.inlines)) for each in words)
        add_blocks(found, article.blocks)
        for _, note in article.notes:
            add_blocks(found, note)
    return found


def entries_of(issue: Issue) -> Sources:
    """What the contents may list of sections, articles and inserts, by the places that their entries have."""
    found: Sources = {}
    for section in issue.sections:
        found[section.span] = f"{said(section.title.inlines)}\0{section.name_en}"
    for article in (*issue.articles, *issue.fillers):
        listed = _listed(article)
        found[article.title.span] = listed
        for english in article.said("title_en")[:1]:
            found[english.span] = listed
    for insert in issue.inserts:
        found[insert.span] = f"{insert.name}\0{insert.pages}"
    return found


LISTED = ("title_en", "subtitle", "subtitle_en", "abstract", "abstract_en")
"""The fields that a contents may list beside title and authors."""


def _listed(article: Article) -> str:
    words: list[Title] = [article.title, *(each for key in LISTED for each in article.said(key))]
    names = [author.name for author in (*article.authors, *article.authors_en)]
    return "\0".join([*(said(each.inlines) for each in words), *names])


def said(inlines: Sequence[Inline]) -> str:
    """Inlines as one text: pieces that are marked alike and stand side by side are one, wherever lines end."""
    pieces: list[tuple[object, str]] = []
    for inline in inlines:
        look, text = _piece(inline)
        if pieces and pieces[-1][0] == look:
            pieces[-1] = (look, pieces[-1][1] + text)
        else:
            pieces.append((look, text))
    return "".join(text if look == _PLAIN else f"\1{look}\2{text}\3" for look, text in pieces)


def _piece(inline: Inline) -> tuple[object, str]:
    """How a piece is marked, and its text."""
    match inline:
        case Text(text=text, role=role, markup=markup):
            line = markup.underline
            return repr((role.value, markup._replace(underline=None), line and line.kind)), text
        case Ruby(base=base, reading=reading, role=role):
            return f"ruby {role.value} {reading}", base
        case NoteRef(name=name):
            return "note", name
        case CrossRef(target, _, form, issue):
            return f"reference {form}", f"{issue}/{target}"
        case _:
            assert_never(inline)


_PLAIN = _piece(Text("", Span("")))[0]


def add_blocks(found: Sources, blocks: Iterable[Block]) -> None:
    """Add the text of blocks; what stands at one place, a term and its meaning, a figure and its caption, is one."""
    for block in blocks:
        match block:
            case Paragraph(inlines, span):
                _add(found, span, said(inlines))
            case Heading(level, inlines, span):
                _add(found, span, f"{level}\0{said(inlines)}")
            case Code(lines, span):
                _add(found, span, "\n".join(lines))
            case Figure(pictures, span=span):
                shown = ("\2".join((each.path, str(each.page), str(each.crop), each.alt)) for each in pictures)
                _add(found, span, "\1picture\2" + "\1".join(shown))
                add_blocks(found, parts_of(block))
            case _:
                add_blocks(found, parts_of(block))


def _add(found: Sources, span: Span, text: str) -> None:
    found[span] = f"{found[span]}\0{text}" if span in found else text
