"""What an article says of itself as texts: authors with their marks, affiliations, and templates filled with them."""

from __future__ import annotations

import pytest
from issues import article, said, titled
from squares import HERE

from huozi.blocks.said import filled, said_in_section, said_of
from huozi.blocks.setting import Paragraphs
from huozi.content.issue_model import Article, Author, Section, Title
from huozi.content.model import Script, Text
from huozi.diagnostics import Span
from huozi.style.openings import AuthorsStyle

NUMBERED, PLAIN = AuthorsStyle(marks="always"), AuthorsStyle(marks="never")
OWN = (Author("张三", ("甲校",)), Author("李四", ("乙社", "甲校")), Author("王五", ("乙社",)))
ENGLISH = (Author("ZHANG San"), Author("LI Si"), Author("WANG Wu"))
WRITING = Author("李四", email="li@example.org", is_corresponding=True)


def by(authors: tuple[Author, ...], english: tuple[Author, ...] = (), **fields: str) -> Article:
    return article("题")._replace(authors=authors, authors_en=english, fields=said(**fields))


def shown(paragraphs: Paragraphs) -> str:
    """Paragraphs as they read, what is raised in braces."""
    lines = []
    for inlines in paragraphs:
        texts = [inline for inline in inlines if isinstance(inline, Text)]
        assert len(texts) == len(inlines)
        marked = [f"{{{text.text}}}" if text.markup.script is Script.SUPER else text.text for text in texts]
        lines.append("".join(marked))
    return " / ".join(lines)


def told(work: Article, key: str, style: AuthorsStyle | None = None) -> str:
    return shown(said_of(work, style or AuthorsStyle())[key])


# ------------------------------------------------------------------ authors and their affiliations


@pytest.mark.parametrize(
    ("authors", "line", "affiliations"),
    [
        ((), "", ""),
        ((Author("张三"),), "张三", ""),
        ((Author("张三", ("甲校",)),), "张三", "甲校"),
        ((Author("张三", ("甲校", "乙社")),), "张三{1,2}", "1. 甲校；2. 乙社"),
        ((Author("张三", ("甲校",)), Author("李四", ("甲校",))), "张三\u3000李四", "甲校"),
        ((Author("张三", ("甲校",)), Author("李四", ("乙社",))), "张三{1}\u3000李四{2}", "1. 甲校；2. 乙社"),
        (OWN, "张三{1}\u3000李四{1,2}\u3000王五{2}", "1. 甲校；2. 乙社"),
        ((Author("张三", ("甲校", "乙社")), Author("李四")), "张三{1,2}\u3000李四", "1. 甲校；2. 乙社"),
    ],
)
def test_raised_numbers_lead_from_authors_to_two_affiliations_or_more(
    authors: tuple[Author, ...], line: str, affiliations: str
) -> None:
    work = by(authors)
    assert (told(work, "authors"), told(work, "affiliations")) == (line, affiliations)


def test_a_layout_may_always_have_the_numbers_or_never() -> None:
    one = by((Author("张三", ("甲校",)), Author("李四")))
    assert (told(one, "authors", NUMBERED), told(one, "affiliations", NUMBERED)) == ("张三{1}\u3000李四", "1. 甲校")
    several = by(OWN)
    assert told(several, "authors", PLAIN) == "张三\u3000李四\u3000王五"
    assert told(several, "affiliations", PLAIN) == "甲校；乙社"


def test_what_parts_authors_and_affiliations_is_the_layouts() -> None:
    style = AuthorsStyle("、", " and ", "，", " / ")
    work = by(OWN, (Author("A", ("X",)), Author("B", ("Y",))))
    assert told(work, "authors", style) == "张三{1}、李四{1,2}、王五{2}"
    assert told(work, "affiliations", style) == "1. 甲校，2. 乙社"
    assert told(work, "authors_en", style) == "A{1} and B{2}"
    assert told(work, "affiliations_en", style) == "1. X / 2. Y"


@pytest.mark.parametrize(
    ("authors", "style", "line"),
    [
        ((WRITING,), AuthorsStyle(), "李四{*}"),
        ((WRITING,), AuthorsStyle(corresponding="✉"), "李四{✉}"),
        ((WRITING,), AuthorsStyle(corresponding=""), "李四"),
        ((OWN[0], WRITING._replace(affiliations=("乙社",))), AuthorsStyle(), "张三{1}\u3000李四{2,*}"),
        ((OWN[0], WRITING._replace(affiliations=("乙社",))), PLAIN, "张三\u3000李四{*}"),
    ],
)
def test_the_author_whom_readers_may_write_to_has_a_mark(
    authors: tuple[Author, ...], style: AuthorsStyle, line: str
) -> None:
    assert told(by(authors), "authors", style) == line


@pytest.mark.parametrize(
    ("authors", "line"),
    [
        (OWN, ""),
        ((*OWN, WRITING), "李四，li@example.org"),
        ((WRITING._replace(email=""),), "李四"),
        ((Author("张三", email="z@example.org"),), ""),
    ],
)
def test_readers_are_told_whom_to_write_to_and_where(authors: tuple[Author, ...], line: str) -> None:
    assert told(by(authors), "corresponding") == line


# ------------------------------------------------------------------ in English


def test_as_many_english_authors_have_the_marks_of_the_chinese_ones() -> None:
    work = by((*OWN[:2], WRITING._replace(name="王五")), ENGLISH)
    assert told(work, "authors_en") == "ZHANG San{1}, LI Si{1,2}, WANG Wu{*}"
    assert told(work, "affiliations_en") == ""


def test_english_authors_with_affiliations_have_marks_of_their_own() -> None:
    english = (Author("ZHANG San", ("College B",)), Author("LI Si", ("Press A",), is_corresponding=True))
    work = by(OWN, english)
    assert told(work, "authors_en") == "ZHANG San{1}, LI Si{2,*}"
    assert told(work, "affiliations_en") == "1. College B; 2. Press A"
    same = by(OWN, (*english, Author("WANG Wu", ("College B",))))
    assert told(same, "authors_en") == "ZHANG San{1}, LI Si{2,*}, WANG Wu{1}"


def test_other_numbers_of_english_authors_have_no_marks() -> None:
    assert told(by(OWN, ENGLISH[:2]), "authors_en") == "ZHANG San, LI Si"


def test_every_author_stands_at_their_own_place() -> None:
    at = [Span("a.md", 3, 11), Span("a.md", 3, 20), Span("a.md", 9, 5), Span("a.md", 9, 9)]
    own, english = (
        tuple(Author(name, ("甲",), span=span) for name, span in zip("AB", at[i:], strict=False)) for i in (0, 2)
    )
    found = said_of(by(own, tuple(each._replace(affiliations=()) for each in english)), NUMBERED)
    assert [inline.span for inline in found["authors"][0]] == [at[0], at[0], at[1], at[1], at[1]]
    assert [inline.span for inline in found["authors_en"][0]] == [at[2], at[2], at[3], at[3], at[3]]


# ------------------------------------------------------------------ other fields


def test_an_article_says_what_its_front_matter_does() -> None:
    work = by((), abstract="一段\n又一段", doi="10.1/a")._replace(
        keywords=("水", "桥"), keywords_en=("water", "bridge")
    )
    found = said_of(work, AuthorsStyle(), {"section": ((Text("栏", HERE),),)})
    assert {key: shown(paragraphs) for key, paragraphs in found.items() if paragraphs} == {
        "title": "题",
        "section": "栏",
        "abstract": "一段 / 又一段",
        "doi": "10.1/a",
        "keywords": "水；桥",
        "keywords_en": "water; bridge",
    }


@pytest.mark.parametrize(("english", "shown_en"), [("", ""), ("Theory", "Theory")])
def test_a_section_gives_its_articles_name_and_number(english: str, shown_en: str) -> None:
    found = said_in_section(Section(titled("理论"), (), HERE, english), 3)
    assert {key: shown(paragraphs) for key, paragraphs in found.items()} == {
        "section": "理论",
        "section_en": shown_en,
        "section_number": "3",
    }


# ------------------------------------------------------------------ templates

FACTS = {"year": "2030", "theme": ""}


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{abstract}", "一段 / 又一段"),
        ("摘要：{abstract}", "摘要：一段 / 又一段"),
        ("{abstract}（完）", "一段 / 又一段（完）"),
        ("{doi}{abstract}{doi}", "10一段 / 又一段10"),
        ("{source}", ""),
        ("来源：{source}，{year}", ""),
        ("来源：{source}　DOI：{doi}", "DOI：10"),
        ("DOI：{doi}（来源：{source}）", "DOI：10"),
        ("{doi}，主题：{theme}", "10"),
        ("{doi}{，{theme}}", "10"),
        ("{year}年", "2030年"),
        ("本刊", "本刊"),
        ("{theme}", ""),
    ],
)
def test_a_template_is_filled_with_what_is_said_and_what_belongs_to_nothing_goes(template: str, printed: str) -> None:
    words = said_of(by((), abstract="一段\n又一段", doi="10"), AuthorsStyle())
    assert shown(filled(template, words, FACTS, HERE)) == printed


def test_the_words_of_a_template_stand_where_the_first_field_does_that_is_filled() -> None:
    place, own = Span("a.md", 4, 9), Span("b.yaml", 2, 7)
    words = {"source": (), "doi": ((Text("10", place),),)}
    assert [inline.span for inline in filled("见{source}DOI：{doi}", words, FACTS, own)[0]] == [place, place]
    assert [inline.span for inline in filled("{year}年", words, FACTS, own)[0]] == [own]


def test_marked_words_stay_marked() -> None:
    marked = Text("2", HERE, markup=Text("", HERE).markup._replace(script=Script.SUB))
    title = Title((Text("CO", HERE), marked), HERE)
    words = said_of(article("题")._replace(fields=(("title_en", (title,)),)), AuthorsStyle())
    assert filled("[{title_en}]", words, FACTS, HERE)[0][1:3] == title.inlines


@pytest.mark.parametrize(
    ("template", "subtitle", "printed"),
    [
        ("——{subtitle}", "——以水为例", "——以水为例"),
        ("——{subtitle}", "以水为例", "——以水为例"),
        ("{subtitle}", "——以水为例", "——以水为例"),
        ("副题——{subtitle}", "——以水为例", "副题——以水为例"),
        ("——{subtitle}", "以水——为例", "——以水——为例"),
    ],
)
def test_a_dash_before_a_field_that_brings_its_own_stands_once(template: str, subtitle: str, printed: str) -> None:
    words = said_of(by((), subtitle=subtitle), AuthorsStyle())
    assert shown(filled(template, words, FACTS, HERE)) == printed


def test_everyone_whom_readers_may_write_to_is_named() -> None:
    other = WRITING._replace(name="王五", email="")
    assert told(by((WRITING, Author("张三"), other)), "corresponding") == "李四，li@example.org；王五"
