"""Cover lines (导读): articles of the issue quoted on its cover, with the pages that they begin on."""

from __future__ import annotations

from huozi.content.issue_model import Issue, Title
from huozi.makeup.contents import Numbers
from huozi.makeup.cover_checks import SPARE, Words
from huozi.makeup.cover_text import CoverSetter, Quoted, fill_lines, set_across
from huozi.makeup.fitting import Room
from huozi.makeup.titles import contents_title, head_title
from huozi.paragraph.items.hints import without_hints
from huozi.source_file import quoted
from huozi.style.elements import CoverLinesElement


def quoted_articles(issue: Issue, numbers: Numbers) -> tuple[Quoted, ...]:
    """The articles that an issue wants on its cover, in its order; names of none are passed over here."""
    places = {article.name: at for at, article in enumerate(issue.articles)}
    sections = [head_title(section.title) for section in issue.sections for _ in section.articles]
    found: list[Quoted] = []
    for name, span in issue.cover.lines:
        if name not in places:
            continue
        at = places[name]
        article = issue.articles[at]
        fields = {
            "title": contents_title(article.title),
            "subtitle": _said(article.said("subtitle")),
            "authors": "\u3000".join(author.name for author in article.authors),
            "abstract": _said(article.said("abstract")),
            "section": sections[at],
            "page": str(numbers.articles.get(at, "")),
        }
        found.append(Quoted(fields, span))
    return tuple(found)


def _said(words: tuple[Title, ...]) -> str:
    """What a field says, its paragraphs in one."""
    return "".join(head_title(paragraph) for paragraph in words)


def cover_lines(element: CoverLinesElement, setter: CoverSetter) -> list[Words]:
    """The articles one below the other, as many as go into the area, in the order of the issue.

    Finding: ``cover-line-left-out`` for each of the others.
    """
    area, y = element.area, element.area.y
    words: list[Words] = []
    is_full = False
    for article in setter.quoted:
        drawn, depth = _lines_of(article, element, y, setter)
        is_full = is_full or y + depth > area.bottom + element.style.size // SPARE
        if is_full:
            title = quoted(without_hints(article.fields["title"]))
            setter.findings.add(article.span, "cover-line-left-out", title=title)
            continue
        words += drawn
        y += depth + element.gap
    return words


def _lines_of(article: Quoted, element: CoverLinesElement, top: int, setter: CoverSetter) -> tuple[list[Words], int]:
    """What is said of an article, from a place down, and how deep that is."""
    fields = {**setter.fields, **article.fields}
    y, depth = top, 0
    words: list[Words] = []
    for number, line in enumerate(element.content.split("\n")):
        style = element.lines_style if number else element.style
        room = Room(element.area._replace(y=y), element.span, article.span)
        for drawn in set_across(fill_lines(line, fields), style, room, setter.set_text):
            words.append(drawn._replace(area=element.area))
            depth = y - top + (len(drawn.lines) - 1) * style.leading + style.size
            y += len(drawn.lines) * style.leading
    return words, depth
