"""The contents of a layout, resolved."""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.display import Ink
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.elements import Design
from huozi.style.text_style import ParagraphStyle

AuthorsAt: TypeAlias = Literal["none", "behind", "column", "below"]
SubtitlesAt: TypeAlias = Literal["none", "behind", "below"]
Leader: TypeAlias = Literal["dots", "none"]
LeaderTo: TypeAlias = Literal["folio", "authors"]
FolioAt: TypeAlias = Literal["right", "before"]


class ContentsTexts(NamedTuple):
    """The contents' own words: headings of the first page, of the English part and of the inserts.

    ``title_again`` is a line at the head of later pages. ``issue_line`` and ``folio`` are templates, ``…_before`` what
    leads authors and subtitles, ``author_separator`` what parts authors. An empty one is not printed.
    """

    title: str
    issue_line: str
    title_again: str
    title_en: str
    inserts: str
    folio: str
    authors_before: str
    authors_before_en: str
    author_separator: str
    subtitle_before: str


class ContentsStyles(NamedTuple):
    """The styles of the contents; subtitles, authors, summaries without one of their own (``None``) are as entries.

    Insets of these are counted from where lines of the title begin that are turned over.
    """

    heading: ParagraphStyle
    heading_en: ParagraphStyle
    line: ParagraphStyle
    section: ParagraphStyle
    entry: ParagraphStyle
    folio: ParagraphStyle
    subtitle: ParagraphStyle | None
    authors: ParagraphStyle | None
    summary: ParagraphStyle | None


class ContentsStyle(NamedTuple):
    """The contents pages.

    ``rule`` is the thickness of the rule below the heading; ``…_space``, ``head`` and ``foot`` are grid lines, the
    latter two those kept free on the first page, where ``design`` is drawn. ``authors_width`` is that of the authors'
    column (0: what they need). ``level``: columns of the last page end at one depth.
    """

    texts: ContentsTexts
    styles: ContentsStyles
    section_pages: bool
    authors: AuthorsAt
    authors_width: Mpt
    subtitles: SubtitlesAt
    summaries: bool
    english: bool
    leader: Leader
    leader_to: LeaderTo
    leader_min: int
    leader_ink: Ink
    folio_at: FolioAt
    section_space: int
    entry_space: int
    rule: Mpt
    columns: int
    level: bool
    head: int
    foot: int
    design: Design | None = None
