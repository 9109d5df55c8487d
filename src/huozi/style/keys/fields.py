"""Fields that the templates of a layout may name, and words that they are filled with."""

from __future__ import annotations

FACT_FIELDS = (
    "organiser", "cn", "issn", "permit", "supervisor", "co_organiser", "publisher", "editors", "address",
    "postal_code", "phone", "email", "url", "price", "distribution", "printer", "print_run", "first_year", "frequency",
)  # fmt: skip
"""Fields that are what a layout says of its journal, or an issue under ``imprint`` instead, under the same key."""

ISSUE_FIELDS = (
    "journal", "journal_en", "year", "year_cn", "volume", "issue", "issue_2", "serial", "label", "theme", "date",
    "date_cn", *FACT_FIELDS, "permit_line",
)  # fmt: skip
"""Fields that a template may name anywhere: what is the same on every page of an issue.

``year_cn`` is 二〇二四, ``issue_2`` has two figures at least (03); ``permit_line`` is the permit of an internal
publication with the words that it must carry.
"""

COVER_FIELDS = (*ISSUE_FIELDS, "pages", "article_count", "parameters")
"""Fields of designs, which are drawn when the pages are made: ``pages`` are the inside ones, ``parameters`` is the line
of 期刊基本参数."""

NAMED_FIELDS = ("section", "section_en", "section_number", "title", "title_en", "author", "authors")
"""Fields of what furniture names: the section and the article of its page; ``author`` is the first one, with 等 where
there are several."""

PAGE_FIELDS = (*ISSUE_FIELDS, *NAMED_FIELDS, "folio")
"""Fields of the furniture of a page."""

DESIGN_FIELDS = (*COVER_FIELDS, *NAMED_FIELDS, "folio")
"""Fields of designs; those of a page and of what stands on it are for designs of inside pages alone."""

SAID_FIELDS = (
    "subtitle", "title_en", "subtitle_en", "abstract", "abstract_en", "affiliation_note", "source", "note",
    "editors_note", "editor", "translator", "clc", "document_code", "doi", "received", "revised",
)  # fmt: skip
"""Fields that are what an article's front matter says under the same key."""

ARTICLE_FIELDS = (
    "title", *SAID_FIELDS, "authors", "authors_en", "affiliations", "affiliations_en", "corresponding", "keywords",
    "keywords_en", "section", "section_en", "section_number", "article_number",
)  # fmt: skip
"""Fields of an article: ``affiliations`` are those of its authors, each once; ``corresponding`` are the authors whom
readers may write to, with their addresses; ``article_number`` (文章编号) has the pages that it stands on."""

SECTION_FIELDS = ("section", "section_en", "section_number")
"""Those of them that a section's own head may name: the others are of one article."""

OPENING_FIELDS = (*ARTICLE_FIELDS, *ISSUE_FIELDS)
"""What stands at an article's head and end may name all that is known of it and of the issue."""

LINE_FIELDS = ("title", "subtitle", "authors", "abstract", "section", "page", *ISSUE_FIELDS)
"""Fields of the lines of a cover (导读): what is said there of an article, and the page that it begins on."""

LABEL_FIELDS = ("number",)
"""Fields of what a figure or a table is called."""

REFERENCE_FIELDS = {
    "float": ("label", "number"),
    "title": ("title",),
    "number": ("number",),
    "page": ("page",),
    "both": ("page", "reference"),
    "issue": ("year", "issue", "page"),
}
"""Fields of references by what they refer to: ``label`` is what a figure is called, ``reference`` what would be printed
without the page; ``page`` is empty where nobody asked for it."""

JOURNAL_KINDS = {"periodical": "期刊", "internal": "连续性内部资料"}
"""What a publication is, and the words in which the file's properties say so."""
