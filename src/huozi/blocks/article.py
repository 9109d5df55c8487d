"""An issue's sections and articles as one galley: openings, bodies, what stands at an article's end."""

from __future__ import annotations

from huozi.blocks.body import set_blocks, set_paragraph
from huozi.blocks.setting import Setting
from huozi.content.model import Article, Issue, Paragraph, Section, Text
from huozi.diagnostics import Span
from huozi.display import Bookmark, Placed, Role
from huozi.galley import BreakCost, Galley, Mark, Matter, Slug, Space


def set_issue(issue: Issue, setting: Setting) -> Galley:
    """The whole body of an issue; marks tell where sections and articles begin, numbered through the issue."""
    matter: list[Matter] = []
    number = 0
    for index, section in enumerate(issue.sections):
        matter += _section_opening(section, index, setting)
        for place, article in enumerate(section.articles):
            if place:
                matter.append(_article_break(setting))
            matter += set_article(article, number, setting)
            number += 1
    return tuple(matter)


def set_article(article: Article, number: int, setting: Setting) -> Galley:
    """An article: title, body, affiliation and source."""
    title = setting.style("title")
    composed = setting.compose((Text(article.title, article.title_span),), title)
    bookmark = Placed(0, 0, Bookmark(plain_title(article.title), 1), Role.ARTIFACT, -1)
    opening = setting.slug(composed, title, Role.TITLE, article.title_span, title.keep_lines)
    opening = Slug(opening.height, (bookmark, *opening.items), opening.span, opening.keep)
    matter: list[Matter] = [Mark("article", number), opening]
    matter += set_blocks(article.blocks, setting)
    matter += _ending(article, setting)
    return tuple(matter)


def plain_title(title: str) -> str:
    """A title as one line of text: the preferred breaks taken out.

    >>> plain_title("从铅字 | 到版面")
    '从铅字到版面'
    """
    return "".join(part.strip() for part in title.split("|"))


def _section_opening(section: Section, index: int, setting: Setting) -> list[Matter]:
    """A section's start: a new page, and the sink above its first title, which may carry the section's name."""
    opening = setting.sheet.opening
    start: list[Matter] = [BreakCost(page=True)] if opening.section_start == "page" else [_article_break(setting)]
    bookmark = Placed(0, 0, Bookmark(section.title, 0), Role.ARTIFACT, -1)
    matter: list[Matter] = [*start, Mark("section", index)]
    if opening.section_name and opening.sink:
        style = setting.style("section-name")
        composed = setting.compose((Text(section.title, section.span),), style)
        name = setting.slug(composed, style, Role.SECTION, section.span)
        below = max(opening.sink - name.height, 0)
        matter.append(Slug(name.height + below, (bookmark, *name.items), section.span, keep=1))
        return matter
    matter.append(Slug(opening.sink, (bookmark,), section.span, keep=1))
    return matter


def _article_break(setting: Setting) -> BreakCost:
    """What parts an article from the one before it."""
    opening = setting.sheet.opening
    return BreakCost(page=True) if opening.article_start == "page" else BreakCost(room=opening.room)


def _ending(article: Article, setting: Setting) -> list[Matter]:
    """The affiliation note and the source, a paragraph each in its own style."""
    matter: list[Matter] = []
    for text, name, rule in (
        (article.affiliation_note, "affiliation", "（{}）"),
        (article.source, "source", "来源：{}"),
    ):
        if text:
            span = Span(article.span.file, article.span.line, article.span.column)
            block = Paragraph((Text(rule.format(text), span),), span)
            matter += set_paragraph(block.inlines, setting, setting.style(name), block)
    return matter


__all__ = ["Space", "plain_title", "set_article", "set_issue"]
