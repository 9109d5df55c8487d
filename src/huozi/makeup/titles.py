"""Titles and names of sections where make-up sets them: lines of the contents, fields of running heads.

Both are texts; what is raised or lowered in them stays so (``H₂O``), all other markup and the calls of notes are gone.
"""

from __future__ import annotations

from huozi.content.issue_model import BAR, Article, Title
from huozi.content.model import Script
from huozi.content.plain import title_text, without_breaks
from huozi.paragraph.items.hints import LEVEL, LOWERED, PREFERRED_BREAK, RAISED


def contents_title(title: Title) -> str:
    """A title as a line of the contents, where its preferred breaks hold too."""
    return title_text(title, _hinted).replace("|", PREFERRED_BREAK).replace(BAR, "|")


def short_title(article: Article) -> Title:
    """The title of an article that goes into a running head: the short one that it says, else its own."""
    said = article.said("short_title")
    return said[0] if said else article.title


def head_title(title: Title) -> str:
    """A title as a running head has it, in one line."""
    return without_breaks(title_text(title, _hinted))


def _hinted(text: str, script: Script) -> str:
    return f"{RAISED if script is Script.SUPER else LOWERED}{text}{LEVEL}"
