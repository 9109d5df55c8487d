"""What articles say and the layout prints nowhere is told once for the issue, at the first that says it."""

from __future__ import annotations

import pytest
from issues import (
    BYLINE,
    NOTES,
    SIGNED,
    TITLE,
    article,
    ending,
    issue,
    opening,
    pages,
    paragraph,
    said,
    sheet,
    text_piece,
)

from huozi.content.issue_model import Article, Author, Insert, Issue
from huozi.diagnostics import Findings, Span
from huozi.makeup.unprinted import report_unprinted

NAMED = article("题", paragraph("甲"))._replace(
    authors=(Author("张三", ("甲校",)),), fields=said(affiliation_note="作者单位：甲校", source="某报")
)


def found(work: Issue, *keys: tuple[str, str]) -> Findings:
    findings = Findings()
    report_unprinted(work, sheet("square", *keys), findings)
    return findings


def unprinted(*articles: Article, keys: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    """The fields that are told, each with the number of articles that have it."""
    findings = found(issue(articles), *keys)
    told = [dict(found.arguments) for found in findings if found.rule == "field-unprinted"]
    assert len(told) == len(findings)
    return {found["name"]: found["count"] for found in told}


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ((), ["authors"]),
        ((("contents.authors", "true"),), []),
        ((SIGNED,), []),
        ((SIGNED, ending(NOTES, text_piece("{affiliation_note}", "affiliation"))), ["source"]),
        ((SIGNED, ending()), ["affiliation_note", "source", "affiliations"]),
        ((opening(TITLE, text_piece("{authors}（{affiliations}）{source}", "byline")), ending()), ["affiliation_note"]),
        ((("running.recto", "{title}"),), ["authors"]),
    ],
)
def test_a_field_is_printed_where_a_piece_or_the_contents_name_it(
    keys: tuple[tuple[str, str], ...], told: list[str]
) -> None:
    assert list(unprinted(NAMED, keys=keys)) == told


def test_it_is_told_once_with_the_number_of_articles_at_the_first_of_them() -> None:
    findings = Findings()
    plain = article("无", paragraph("乙"))
    places = [each._replace(span=Span(f"{at}.md", 1, 1)) for at, each in enumerate((plain, NAMED, NAMED))]
    report_unprinted(issue(places[:2], places[2:]), sheet(), findings)
    (found,) = findings
    assert (found.rule, found.span) == ("field-unprinted", Span("1.md", 1, 1))
    assert dict(found.arguments) == {"name": "authors", "count": "2"}


def test_affiliations_need_not_be_printed_where_a_note_says_them() -> None:
    bare = NAMED._replace(fields=())
    authors = (("contents.authors", "true"),)
    assert unprinted(NAMED, bare, keys=authors) == {"affiliations": "1"}
    assert unprinted(NAMED, bare, keys=(*authors, ending(NOTES, text_piece("{source}", "source")))) == {
        "affiliations": "2",
        "affiliation_note": "1",
    }


@pytest.mark.parametrize(
    ("work", "name"),
    [
        (article("题")._replace(keywords=("水",)), "keywords"),
        (article("题")._replace(keywords_en=("water",)), "keywords_en"),
        (article("题")._replace(authors_en=(Author("ZHANG San"),)), "authors_en"),
        *((article("题")._replace(fields=said(**{name: "字"})), name) for name in ("abstract", "doi", "title_en")),
    ],
)
def test_every_field_has_to_be_printed(work: Article, name: str) -> None:
    assert unprinted(work) == {name: "1"}
    assert unprinted(work, keys=(opening(TITLE, BYLINE, text_piece(f"甲{{{name}}}", "byline")),)) == {}
    assert unprinted(work, keys=(ending(NOTES, text_piece(f"甲{{{name}}}", "byline")),)) == {}


def test_fillers_are_articles_too() -> None:
    findings = Findings()
    report_unprinted(issue([article("题")])._replace(fillers=(NAMED._replace(kind="filler"),)), sheet(), findings)
    assert [dict(found.arguments)["name"] for found in findings] == ["authors"]


def test_pages_that_are_made_up_are_told_of_it() -> None:
    findings = Findings()
    pages(issue([NAMED]), "square", findings=findings)
    assert [dict(found.arguments)["name"] for found in findings if found.rule == "field-unprinted"] == ["authors"]


def band(template: str) -> str:
    return f'{{set: band, text: "{template}", style: byline}}'


def test_bands_and_heads_of_sections_print_fields_too() -> None:
    bare = article("题")._replace(fields=said(abstract="字", clc="字"))
    assert unprinted(bare, keys=(opening(TITLE, band("{abstract}"), band("{clc}")),)) == {}
    assert unprinted(bare, keys=(opening(TITLE, band("甲")),)) == {"abstract": "1", "clc": "1"}


SHORT = article("题")._replace(fields=said(short_title="短"))


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ((), {"short_title": "1"}),
        ((("running.recto", "{section}"),), {"short_title": "1"}),
        ((("running.recto", "{title}"),), {}),
        ((("running.opening", "{title}"),), {}),
        ((opening(TITLE, BYLINE),), {"short_title": "1"}),
    ],
)
def test_a_short_title_is_printed_where_a_running_head_names_the_title(
    keys: tuple[tuple[str, str], ...], told: dict[str, str]
) -> None:
    assert unprinted(SHORT, keys=keys) == told


def test_an_address_that_no_template_prints_is_told() -> None:
    one, other = Author("甲", email="a@example.org", is_corresponding=True), Author("乙", email="b@example.org")
    piece = opening(TITLE, BYLINE, text_piece("{corresponding}", "byline"))
    assert unprinted(article("题")._replace(authors=(one,)), keys=(piece,)) == {}
    assert unprinted(article("题")._replace(authors=(one, other)), keys=(piece,)) == {"email": "1"}
    assert unprinted(article("题")._replace(authors=(one,)), keys=(SIGNED,)) == {"corresponding": "1"}


SECTION_HEAD = ("sections.opening", f"[{text_piece('{section}　{section_en}', 'section-name')}]")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (None, [("section-english-unprinted", "2")]),
        (("running.verso", "{section_en}"), []),
        (("contents.english", "true"), []),
        (SECTION_HEAD, []),
        (("sections.opening", f"[{text_piece('{section}', 'section-name')}]"), [("section-english-unprinted", "2")]),
    ],
)
def test_english_names_of_sections_are_told_once(key: tuple[str, str] | None, told: list[tuple[str, str]]) -> None:
    work = issue([article("题")], [article("目")], [article("字")])
    first, second, third = work.sections
    work = work._replace(sections=(first, second._replace(name_en="TWO"), third._replace(name_en="THREE")))
    findings = found(work, *([key] if key else []))
    assert [(each.rule, dict(each.arguments)["count"]) for each in findings] == told


def test_inserts_that_the_contents_do_not_list_are_told_once() -> None:
    inserts = tuple(Insert(name, 1, at, Span("issue.yaml", at + 7, 1)) for at, name in enumerate(("广告", "彩页")))
    work = issue([article("题")])._replace(inserts=inserts)
    (told,) = found(work)
    assert (told.rule, told.span.line, dict(told.arguments)) == ("insert-unlisted", 7, {"count": "2"})
    assert list(found(work, ("contents.inserts", "插页"))) == []
