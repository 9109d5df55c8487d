"""What is said to have changed between two editions."""

from __future__ import annotations

from editions import edition, paragraph

from huozi.diagnostics import Span
from huozi.rounds.changes import FolioChange, FurnitureChange, TitleChange
from huozi.rounds.comparing import compare
from huozi.rounds.edition import Edition, EditionParagraph

Told = tuple[str, str, str, str, str]


def told(old: Edition, new: Edition) -> list[Told]:
    """Each change: its kind, page.line then and now, text then and now."""
    found = compare(old, new)
    return [
        (
            each.kind,
            f"{each.old.page}.{each.old.line}" if each.old else "",
            f"{each.new.page}.{each.new.line}" if each.new else "",
            each.old_text,
            each.new_text,
        )
        for each in found.lines
    ]


def test_two_that_are_alike_differ_in_nothing() -> None:
    one = edition(paragraph("一", "甲乙丙", "丁戊"), paragraph("二", "己庚"))
    found = compare(one, one)
    assert (found.lines, found.changed_pages, found.affected_pages, found.is_same) == ((), (), (), True)


def test_a_correction_within_a_line_changes_that_line_alone() -> None:
    old = edition(paragraph("一", "甲乙丙丁", "戊己"), paragraph("二", "庚辛"))
    new = edition(paragraph("一改", "甲乙癸丁", "戊己"), paragraph("二", "庚辛"))
    assert told(old, new) == [("changed", "1.1", "1.1", "甲乙丙丁", "甲乙癸丁")]


def test_what_follows_a_line_more_has_moved() -> None:
    old = edition(paragraph("一", "甲乙丙丁", "戊己"), paragraph("二", "庚辛", "壬癸", "子丑"))
    new = edition(paragraph("一改", "甲乙丙丁", "戊己加字", "尾"), paragraph("二", "庚辛", "壬癸", "子丑"))
    assert told(old, new) == [
        ("changed", "1.2", "1.2", "戊己", "戊己加字"),
        ("changed", "", "1.3", "", "尾"),
        ("moved", "1.3", "1.4", "庚辛", "庚辛"),
        ("moved", "1.4", "2.1", "壬癸", "壬癸"),
        ("moved", "2.1", "2.2", "子丑", "子丑"),
    ]


def test_a_page_that_only_shows_the_consequences_is_affected() -> None:
    old = edition(paragraph("一", "甲"), paragraph("二", *"乙丙丁戊己庚辛"))
    new = edition(paragraph("一改", "甲子", "丑寅"), paragraph("二", *"乙丙丁戊己庚辛"))
    found = compare(old, new)
    assert (found.changed_pages, found.affected_pages) == (("1",), ("2", "3"))
    assert (found.old_pages, found.new_pages) == (2, 3)


def test_the_same_source_broken_elsewhere_is_set_anew_and_loses_nothing() -> None:
    old = edition(paragraph("一", "甲乙丙", "丁戊", "己"))
    new = edition(paragraph("一", "甲乙", "丙丁戊己"))
    assert [(kind, new) for kind, _, new, _, _ in told(old, new)] == [("reset", "1.1"), ("reset", "1.2")]
    assert compare(old, new).affected_pages == ("1",)


def test_the_same_text_in_another_setting_is_set_anew() -> None:
    old = edition(paragraph("一", "甲乙丙"))
    wider = old.paragraphs[0].lines[0]._replace(setting="wider")
    new = old._replace(paragraphs=(old.paragraphs[0]._replace(lines=(wider,)),))
    assert [kind for kind, *_ in told(old, new)] == ["reset"]


def test_a_line_that_an_author_marks_anew_has_changed_though_its_text_is_the_same() -> None:
    old = edition(paragraph("一", "甲乙丙", "丁"))
    bold = old.paragraphs[0].lines[0]._replace(look="bold", setting="bold")
    new = old._replace(
        paragraphs=(old.paragraphs[0]._replace(source="一改", lines=(bold, *old.paragraphs[0].lines[1:])),)
    )
    assert told(old, new) == [("changed", "1.1", "1.1", "甲乙丙", "甲乙丙")]


def test_a_paragraph_taken_out_is_gone_line_by_line() -> None:
    old = edition(paragraph("一", "甲乙"), paragraph("二", "丙丁", "戊己"), paragraph("三", "庚辛"))
    new = edition(paragraph("一", "甲乙"), paragraph("三", "庚辛"))
    assert told(old, new) == [
        ("moved", "1.4", "1.2", "庚辛", "庚辛"),
        ("gone", "1.2", "", "丙丁", ""),
        ("gone", "1.3", "", "戊己", ""),
    ]


def test_a_paragraph_parted_in_two_keeps_the_lines_that_stayed() -> None:
    old = edition(paragraph("一二", "甲乙丙丁", "戊己庚辛", "壬癸子丑"))
    new = edition(paragraph("一", "甲乙丙丁", "戊己"), paragraph("二", "庚辛壬癸", "子丑"))
    kinds = [(kind, where) for kind, _, where, _, _ in told(old, new)]
    assert ("changed", "1.1") not in kinds
    assert [where for kind, where in kinds if kind == "changed"] == ["1.2", "1.3", "1.4"]


def test_an_article_moved_has_moved_and_not_changed() -> None:
    one, two = paragraph("一", "甲乙", "丙丁", article="a"), paragraph("二", "戊己", article="b")
    assert {kind for kind, *_ in told(edition(one, two), edition(two, one))} == {"moved"}


def test_a_file_that_has_another_name_is_known_by_its_text() -> None:
    old = edition(paragraph("一", "甲乙", "丙丁", article="a"))
    new = edition(paragraph("一", "甲乙", "丙丁", article="b"))
    assert told(old, new) == []


def test_a_title_that_says_something_else_is_told_beside_the_old_one() -> None:
    old = edition(paragraph("题", "旧的题名", kind="title"), paragraph("一", "甲乙"))
    new = edition(paragraph("新", "全不一样", kind="title"), paragraph("一", "甲乙"))
    assert told(old, new) == [("changed", "1.1", "1.1", "旧的题名", "全不一样")]


def test_words_that_come_twice_stay_where_they_are() -> None:
    old = edition(*(paragraph("来源", "来源：报", article=name) for name in "abc"))
    assert told(old, old) == []
    new = edition(*(paragraph("来源", "来源：报", article=name) for name in "ac"))
    assert told(old, new) == [("moved", "1.3", "1.2", "来源：报", "来源：报"), ("gone", "1.2", "", "来源：报", "")]


def test_articles_that_begin_elsewhere_and_other_titles_are_told() -> None:
    old = edition(paragraph("一", *"甲乙丙"), paragraph("二", "丁", article="b"))
    new = edition(paragraph("一改", *"甲乙丙子丑"), paragraph("二", "丁", article="b"))
    new = new._replace(articles=(new.articles[0]._replace(title="改了"), *new.articles[1:]))
    found = compare(old, new)
    assert found.folios == (FolioChange("b", "b", "1", "2"),)
    assert found.titles == (TitleChange("a", "a", "改了"),)


def test_an_article_that_comes_and_one_that_goes_are_told() -> None:
    found = compare(edition(paragraph("一", "甲")), edition(paragraph("二", "乙", article="b")))
    assert found.titles == (TitleChange("b", "", "b"), TitleChange("a", "a", ""))
    assert found.folios == (FolioChange("b", "b", "", "1"), FolioChange("a", "a", "1", ""))


def test_other_furniture_affects_its_page() -> None:
    old = edition(paragraph("一", "甲"))
    new = old._replace(pages=(old.pages[0]._replace(furniture=("新书眉",), rest="other"),))
    found = compare(old, new)
    assert found.furniture == (FurnitureChange("1", ("1",), ("新书眉",)),)
    assert (found.changed_pages, found.affected_pages, found.is_same) == ((), ("1",), False)


def test_of_two_that_say_the_same_the_one_that_stayed_in_order_is_meant() -> None:
    old = edition(paragraph("来源", "来源：报"), paragraph("一", "甲乙"), paragraph("来源", "来源：报"))
    new = edition(paragraph("一", "甲乙"), paragraph("来源", "来源：报"))
    assert told(old, new) == [
        ("moved", "1.2", "1.1", "甲乙", "甲乙"),
        ("gone", "1.1", "", "来源：报", ""),
        ("moved", "1.3", "1.2", "来源：报", "来源：报"),
    ]


def test_a_new_line_is_told_beside_no_old_one_that_is_unlike_it() -> None:
    old = edition(paragraph("一", "甲乙丙丁", "戊己庚辛"))
    new = edition(paragraph("一改", "甲乙丙丁", "子丑寅卯"))
    assert told(old, new) == [("changed", "", "1.2", "", "子丑寅卯"), ("gone", "1.2", "", "戊己庚辛", "")]


def test_lines_of_bylines_and_the_like_come_together_in_their_order() -> None:
    old = edition(*(paragraph(name, f"{name}某某", kind="affiliation") for name in ("甲", "乙")))
    new = edition(*(paragraph(name, f"{name}全新", kind="affiliation") for name in ("丙", "丁")))
    assert told(old, new) == [
        ("changed", "1.1", "1.1", "甲某某", "丙全新"),
        ("changed", "1.2", "1.2", "乙某某", "丁全新"),
    ]


def test_an_entry_with_another_page_number_is_set_anew_and_loses_nothing() -> None:
    def listed(folio: str) -> Edition:
        return edition(paragraph("目", f"题名……{folio}", kind="contents-entry", article=""))

    assert told(listed("3"), listed("4")) == [("reset", "1.1", "1.1", "题名……3", "题名……4")]


def test_what_is_left_of_a_long_paragraph_is_that_paragraph() -> None:
    long = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张"
    old, new = edition(paragraph("一", long)), edition(paragraph("二", long[:6]))
    (first, *_) = compare(old, new).lines
    assert first.kind == "changed"
    (first, *_) = compare(new, old).lines
    assert (first.kind, len(compare(new, old).lines)) == ("changed", 1)


def test_what_is_gone_knows_what_it_was_part_of() -> None:
    old = edition(paragraph("一", "甲乙"), paragraph("小", "标题", kind="heading", at=7))
    (gone,) = compare(old, edition(paragraph("一", "甲乙"))).lines
    assert (gone.article, gone.element, str(gone.place), gone.new) == ("a", "heading", "articles/a.md:7:1", None)


def test_beside_an_edition_that_was_never_set_only_words_count() -> None:
    new = edition(
        paragraph("目", "甲……3", kind="contents-entry", article=""),
        paragraph("题", "甲", kind="title"),
        paragraph("人", "方木", kind="byline"),
        paragraph("一", "国国"),
        paragraph("二改", "文文", "字"),
    )
    words = (paragraph("题", kind="title"), paragraph("一"), paragraph("二"))
    old = Edition("甲刊", (), words, new.articles, ())
    found = compare(old, new)
    assert [(each.kind, each.new_text, each.old) for each in found.lines] == [
        ("changed", "文文", None), ("changed", "字", None),
    ]  # fmt: skip
    assert (found.old_pages, found.affected_pages, found.folios) == (0, (), ())


def test_entries_of_the_contents_are_told_by_what_they_list() -> None:
    def entry(source: str, text: str, file: str) -> EditionParagraph:
        made = paragraph(source, text, kind="contents-entry", article="")
        return made._replace(place=Span(file, 2, 8))

    old = edition(entry("一", "春江", "a.md"), entry("二", "秋水", "b.md"))
    new = edition(entry("三", "夏雨", "b.md"), entry("四", "冬雪", "a.md"))
    assert told(old, new) == [
        ("changed", "1.2", "1.1", "秋水", "夏雨"),
        ("changed", "1.1", "1.2", "春江", "冬雪"),
    ]


def test_a_byline_is_not_taken_for_a_title_that_is_gone() -> None:
    old = edition(paragraph("一", "甲乙丙", kind="title"), paragraph("二", "国国"))
    new = edition(paragraph("三", "子丑寅", kind="byline"), paragraph("二", "国国"))
    assert told(old, new) == [("changed", "", "1.1", "", "子丑寅"), ("gone", "1.1", "", "甲乙丙", "")]


def test_sections_that_come_go_and_move_are_told_by_their_names() -> None:
    one = edition(paragraph("一", "甲"))
    old, new = (
        one._replace(sections=each) for each in ((("理论", "2"), ("园区", "9")), (("理论", "4"), ("随笔", "9")))
    )
    assert compare(old, new).folios == (
        FolioChange("", "理论", "2", "4"), FolioChange("", "随笔", "", "9"), FolioChange("", "园区", "9", ""),
    )  # fmt: skip
