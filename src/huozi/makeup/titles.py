"""Titles and names of sections where make-up sets them: lines of the contents, fields of running heads."""

from __future__ import annotations

from huozi.content.model import BAR, Title, title_text
from huozi.paragraph.items.hints import PREFERRED_BREAK


def contents_title(title: Title) -> str:
    """A title as a line of the contents, where its preferred breaks hold too."""
    return title_text(title).replace("|", PREFERRED_BREAK).replace(BAR, "|")
