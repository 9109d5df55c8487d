"""Fields that the templates of a layout may name."""

from __future__ import annotations

ISSUE_FIELDS = (
    "journal", "journal_en", "organiser", "year", "volume", "issue", "serial", "label", "theme", "date", "date_cn",
)  # fmt: skip
"""Fields that a template may name anywhere: what is the same on every page of an issue."""

NAMED_FIELDS = ("section", "section_en", "section_number", "title", "title_en", "author", "authors")
"""Fields of what furniture names: the section and the article of its page; ``author`` is the first one, with 等 where
there are several."""

PAGE_FIELDS = (*ISSUE_FIELDS, *NAMED_FIELDS, "folio")
"""Fields of the furniture of a page."""

SAID_FIELDS = (
    "subtitle", "title_en", "subtitle_en", "abstract", "abstract_en", "affiliation_note", "source", "note",
    "editors_note", "editor", "translator", "clc", "document_code", "doi", "received", "revised",
)  # fmt: skip
"""Fields that are what an article's front matter says under the same key."""

ARTICLE_FIELDS = (
    "title", *SAID_FIELDS, "authors", "authors_en", "affiliations", "affiliations_en", "corresponding", "keywords",
    "keywords_en", "section", "section_en", "section_number", "article_number",
)  # fmt: skip
"""Fields of an article: ``affiliations`` are those of its authors, each once; ``corresponding`` is the author whom
readers may write to, with the address; ``article_number`` (文章编号) has the pages that it stands on."""

OPENING_FIELDS = (*ARTICLE_FIELDS, *ISSUE_FIELDS)
"""What stands at an article's head and end may name all that is known of it and of the issue."""
