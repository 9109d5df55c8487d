"""The pictures of an issue for its commands: where they are kept, where they stand in the source, what they become."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from huozi.content.issue_model import Issue
from huozi.content.model import Block, Figure, Picture
from huozi.content.running_text import parts_of
from huozi.diagnostics import Findings, Span
from huozi.display import Page
from huozi.output.files import write_whole
from huozi.pictures.kept import Keeping
from huozi.pictures.press import Press
from huozi.pictures.shelf import Pictures, Shelf
from huozi.style.house import House
from huozi.style.model import Stylesheet

KEPT = os.path.join("build", "pictures")
"""The folder in an issue's in which what its pictures become is kept; it may be removed."""


def shelf_of(folder: str, issue: Issue, house: House) -> Shelf:
    """The pictures of an issue's folder."""

    @cache
    def places() -> Mapping[str, Span]:
        return dict(reversed([*_places(issue)]))  # where one is named first

    return Shelf(folder, Keeping(os.path.join(folder, KEPT), write_whole), lambda path: places().get(path), house.fonts)


def _places(issue: Issue) -> Iterator[tuple[str, Span]]:
    """The picture files of an issue, and where each is named, as it is read."""
    yield from ((each.file, each.span) for each in issue.cover.files)
    yield from ((each.file, each.span) for each in issue.inserts if each.file)
    if issue.cover.picture:
        yield issue.cover.picture, issue.cover.span
    yield from ((picture.path, picture.span) for picture in _pictures(issue))


def _pictures(issue: Issue) -> Iterator[Picture]:
    """The pictures of an issue's articles."""
    for article in (*issue.articles, *issue.fillers):
        yield from _pictures_of(article.blocks)
        for _, blocks in article.notes:
            yield from _pictures_of(blocks)


def _pictures_of(blocks: Iterable[Block]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Figure):
            yield from block.pictures
        else:
            yield from _pictures_of(parts_of(block))


def prepared(shelf: Shelf, pages: Iterable[Page], sheet: Stylesheet, findings: Findings) -> Pictures:
    """The pictures of pages, ready for a file of them, with all that is found of them.

    None are ready where the output intent's profile cannot be read: that is told where the file is made.
    """
    colour = sheet.colour
    try:
        with open(colour.profile, "rb") as file:
            press = Press(file.read(), colour.output_intent, colour.ink_limit)
    except OSError:
        return Pictures()
    pictures = shelf.prepare(pages, press)
    shelf.tell(findings)
    return pictures
