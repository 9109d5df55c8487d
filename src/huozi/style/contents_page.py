"""The contents, resolved from a layout's keys."""

from __future__ import annotations

from typing import cast

from huozi.style.cascade import Values
from huozi.style.colours import ink_of
from huozi.style.contents import (
    AuthorsAt,
    ContentsStyle,
    ContentsStyles,
    ContentsTexts,
    FolioAt,
    Leader,
    LeaderTo,
    SubtitlesAt,
)
from huozi.style.designs import Sheet, resolve_design
from huozi.style.elements import Design
from huozi.style.pages import absolute, one_line


def resolve_contents(sheet: Sheet) -> ContentsStyle:
    """The contents pages. Findings: ``contents-no-room``, ``design-unknown``, those of designs."""
    values, styles = sheet.values, sheet.styles
    leader, body = "contents.leader_colour", styles["body"]
    style = ContentsStyle(
        texts=resolve_texts(values),
        styles=resolve_contents_styles(sheet),
        section_pages=values.truth("contents.section_pages"),
        authors=cast(AuthorsAt, values.text("contents.authors")),
        authors_width=absolute(values, "contents.authors_width", body.size, body.leading),
        subtitles=cast(SubtitlesAt, values.text("contents.subtitles")),
        summaries=values.truth("contents.summaries"),
        english=values.truth("contents.english"),
        leader=cast(Leader, values.text("contents.leader")),
        leader_to=cast(LeaderTo, values.text("contents.leader_to")),
        leader_min=values.integer("contents.leader_min"),
        leader_ink=ink_of(values, leader if values.has(leader) else "colour.text", sheet.findings),
        folio_at=cast(FolioAt, values.text("contents.folio_position")),
        section_space=values.integer("contents.section_space"),
        entry_space=values.integer("contents.entry_space"),
        rule=absolute(values, "contents.rule", body.size, body.leading),
        columns=values.integer("contents.columns"),
        level=values.truth("contents.level"),
        head=values.integer("contents.head"),
        foot=values.integer("contents.foot"),
        design=contents_design(sheet),
    )
    lines = sheet.page.area.lines
    if style.head + style.foot >= lines:
        place = values.blame("contents.head", "contents.foot", "page.type_area.lines")
        sheet.findings.add(place, "contents-no-room", head=style.head, foot=style.foot, lines=lines)
    return style


def resolve_texts(values: Values) -> ContentsTexts:
    """The contents' own words. What leads and parts keeps its spaces."""
    return ContentsTexts(
        title=one_line(values, "contents.title"),
        issue_line=one_line(values, "contents.issue_line"),
        title_again=one_line(values, "contents.title_again"),
        title_en=one_line(values, "contents.title_en"),
        inserts=one_line(values, "contents.inserts"),
        folio=one_line(values, "contents.folio_template"),
        authors_before=one_line(values, "contents.authors_before"),
        authors_before_en=one_line(values, "contents.authors_before_en"),
        author_separator=one_line(values, "contents.author_separator"),
        subtitle_before=one_line(values, "contents.subtitle_before"),
    )


def resolve_contents_styles(sheet: Sheet) -> ContentsStyles:
    """The styles of the contents, those that a layout may do without replaced by what they go with."""
    styles = sheet.styles
    return ContentsStyles(
        heading=styles["contents-title"],
        heading_en=styles.get("contents-title-en", styles["contents-title"]),
        line=styles["contents-line"],
        section=styles["contents-section"],
        entry=styles["contents-entry"],
        folio=styles["contents-folio"],
        subtitle=styles.get("contents-subtitle"),
        authors=styles.get("contents-authors"),
        summary=styles.get("contents-summary"),
    )


def contents_design(sheet: Sheet) -> Design | None:
    """What is drawn on the first page of the contents."""
    path = "contents.design"
    name, known = sheet.values.text(path), sheet.values.names("designs")
    if not name:
        return None
    if name not in known:
        from huozi.slips.key_names import suggested  # a mistake alone pays for it

        sheet.findings.add(sheet.values.place(path), "design-unknown", design=name, known=suggested(name, known))
        return None
    return tuple(resolve_design(name, sheet))
