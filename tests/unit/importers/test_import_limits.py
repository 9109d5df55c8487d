"""How long, how many, how like: what is told by a measure is told on both sides of it."""

from __future__ import annotations

import pytest
from manuscripts import read, rules
from test_import_structure import COVER, ENDED, LONG, blocks, found

FILLER = "铅字排成行行成版版印成纸纸订成册册到读者手中一版又一版一年又一年"


def han(count: int) -> str:
    """So many hanzi, and no mark among them."""
    return (FILLER * (count // len(FILLER) + 1))[:count]


@pytest.mark.parametrize(("count", "levels"), [(50, [2, 0]), (51, [0, 0])])
def test_a_heading_that_ends_a_sentence_has_fifty_characters_at_most(count: int, levels: list[int]) -> None:
    assert [level for level, _ in blocks(f"## {han(count - 1)}。\n\n{LONG}")] == levels


@pytest.mark.parametrize(("count", "levels"), [(25, [2, 0]), (26, [0])])
def test_a_heading_that_lost_its_marks_has_twenty_five_characters_at_most(count: int, levels: list[int]) -> None:
    assert [level for level, _ in blocks(f"{han(count)}\n\n{LONG}")] == levels


@pytest.mark.parametrize(("count", "levels"), [(26, [2, 0]), (25, [0, 0])])
def test_what_follows_a_heading_that_lost_its_marks_is_longer_than_one(count: int, levels: list[int]) -> None:
    assert [level for level, _ in blocks(f"旧闻\n\n{han(count - 1)}。")] == levels


@pytest.mark.parametrize(("count", "levels"), [(50, [2, 0]), (51, [0])])
def test_a_bold_line_of_fifty_characters_is_a_heading_still(count: int, levels: list[int]) -> None:
    assert [level for level, _ in blocks(f"**{han(count)}**\n\n{LONG}")] == levels


@pytest.mark.parametrize(("count", "paragraphs"), [(20, 1), (19, 2)])
def test_a_page_ends_on_a_full_line(count: int, paragraphs: int) -> None:
    assert len(blocks(f"{LONG}\n\n{han(count)}\n\n{han(22)}。")) == paragraphs + 1


@pytest.mark.parametrize(("lines", "headings"), [(2, 1), (3, 1), (4, 2), (6, 2)])
def test_a_heading_has_three_lines_at_most(lines: int, headings: int) -> None:
    text = "\n\n".join(f"## {han(5 + at)}" for at in range(lines))
    assert [level for level, _ in blocks(f"{text}\n\n{LONG}")] == [2] * headings + [0]


@pytest.mark.parametrize(("siblings", "levels"), [(1, [2]), (2, [2, 3])])
def test_two_sub_headings_more_make_the_first_one(siblings: int, levels: list[int]) -> None:
    more = "".join(f"\n\n### 旧闻{at}甲\n\n{LONG}" for at in range(siblings))
    headings = [level for level, _ in blocks(f"## 排版旧事\n\n### 铅字\n\n{LONG}{more}") if level]
    assert headings[: len(levels)] == levels
    assert len(headings) == len(levels) + siblings


@pytest.mark.parametrize(("count", "kept"), [(60, True), (61, False)])
def test_a_line_of_the_cover_has_sixty_characters_at_most(count: int, kept: bool) -> None:
    manuscript = read(f"# 铅与火\n\n{han(count)}\n\n读书会 主办\n\n2031年第7期\n\n# 题名\n\n{LONG}\n")
    assert (manuscript.masthead.other == (han(count),)) is kept


@pytest.mark.parametrize(("count", "dropped"), [(60, True), (61, False)])
def test_a_running_head_has_sixty_characters_at_most(count: int, dropped: bool) -> None:
    spaces = " " * (count - len("铅与火2031年第7期"))
    assert ("import-running-head" in found(f"{LONG}\n\n铅与火{spaces}2031年第7期\n\n{LONG}")) is dropped


@pytest.mark.parametrize(("count", "lines"), [(80, 3), (81, 0)])
def test_a_line_of_the_contact_block_has_eighty_characters_at_most(count: int, lines: int) -> None:
    address = "地址：" + han(count - 3)
    manuscript = read(f"{COVER}# 题名\n\n{ENDED}联系我们：\n\n电话：010\n\n邮编：100\n\n{address}\n")
    assert len(manuscript.contact.lines if manuscript.contact else ()) == lines


@pytest.mark.parametrize(("labels", "lines"), [(1, 0), (2, 2)])
def test_a_contact_block_has_two_labels_at_least(labels: int, lines: int) -> None:
    block = "\n\n".join(["电话：010", "邮编：100"][:labels])
    manuscript = read(f"{COVER}# 题名\n\n{ENDED}联系我们：\n\n{block}\n")
    assert len(manuscript.contact.lines if manuscript.contact else ()) == lines


@pytest.mark.parametrize(
    ("lines", "heading"),
    [(["书社", "电话：010"], ""), (["联系我们", "电话：010"], "联系我们"), (["# 书社", "电话：010"], "书社")],
)
def test_the_house_stands_above_the_first_label_and_is_a_heading_where_it_looks_like_one(
    lines: list[str], heading: str
) -> None:
    contact = read(f"{COVER}# 题名\n\n{ENDED}" + "\n\n".join([*lines, "邮编：100"])).contact
    assert contact is not None
    assert contact.heading == heading
    assert contact.lines[-2:] == ("电话：010", "邮编：100")
    assert len(contact.lines) == (2 if heading else 3)


def test_a_contents_page_has_two_entries_at_least() -> None:
    assert "import-contents-missing" in rules(read(f"{COVER}第一篇 .... 2\n\n# 第一篇\n\n{LONG}\n"))
    two = read(f"{COVER}第一篇 .... 2\n第二篇 .... 4\n\n# 第一篇\n\n{LONG}\n\n# 第二篇\n\n{LONG}\n")
    assert "import-contents-missing" not in rules(two)


@pytest.mark.parametrize(("between", "pages"), [(0, [2, 4, 6, 8]), (2, [2, 4, 6, 8]), (3, [2, 4, None, None])])
def test_two_lines_without_a_number_may_stand_between_two_entries(between: int, pages: list[int | None]) -> None:
    gap = "".join(f"铅字{at}\n" for at in range(between))
    contents = f"第一篇 .... 2\n第二篇 .... 4\n{gap}第三篇 .... 6\n第四篇 .... 8"
    body = "".join(f"# 第{name}篇\n\n{ENDED}" for name in "一二三四")
    articles = read(f"{COVER}{contents}\n\n{body}").articles
    page_of = {article.title: article.page for article in articles}
    assert [page_of[f"第{name}篇"] for name in "一二三四"] == pages


@pytest.mark.parametrize(("alike", "is_title"), [(6, False), (7, True)])
def test_a_heading_is_a_title_where_more_than_six_tenths_agree(alike: int, is_title: bool) -> None:
    entry = "铅字排行成版印纸订册"
    title = entry[:alike] + "甲乙丙丁戊己庚辛"[: 10 - alike]
    text = f"{COVER}第一篇 .... 2\n{entry} .... 4\n\n# 第一篇\n\n{LONG}\n\n# {title}\n\n{LONG}\n"
    assert ("import-contents-near" in rules(read(text))) is is_title


@pytest.mark.parametrize(("alike", "is_title"), [(8, False), (9, True)])
def test_a_line_without_marks_is_a_title_where_more_than_eight_tenths_agree(alike: int, is_title: bool) -> None:
    entry = "铅字排行成版印纸订册"
    title = entry[:alike] + "甲乙丙丁戊己庚辛"[: 10 - alike]
    text = f"{COVER}第一篇 .... 2\n{entry} .... 4\n\n# 第一篇\n\n{ENDED}{title}\n\n{LONG}\n"
    assert ("import-contents-near" in rules(read(text))) is is_title


@pytest.mark.parametrize(("count", "entries"), [(12, 3), (11, 4)])
def test_an_entry_of_twelve_characters_goes_on_in_the_next_line(count: int, entries: int) -> None:
    contents = f"第一篇 .... 2\n{han(count)}\n而后如何 .... 4\n第四篇 .... 6"
    manuscript = read(f"{COVER}{contents}\n\n# 第一篇\n\n{ENDED}# 第四篇\n\n{ENDED}")
    missing = [dict(item.arguments) for item in manuscript.findings if item.rule == "import-contents-without-article"]
    assert missing == ([{"entry": han(12) + "而后如何"}] if entries == 3 else [{"entry": "而后如何"}])


@pytest.mark.parametrize("articles", [1, 2])
def test_a_sections_name_with_a_text_of_its_own_is_an_article_that_the_contents_does_not_name(articles: int) -> None:
    names = ["第一篇", "第二篇"][:articles]
    contents = "<b>旧事</b> .... 2\n" + "".join(f"{name} .... {at + 2}\n" for at, name in enumerate(names))
    body = "# 旧事\n\n这一栏说的都是旧事。\n\n" + "".join(f"## {name}\n\n{ENDED}" for name in names)
    manuscript = read(f"{COVER}{contents}\n{body}")
    assert [(section.title, [article.title for article in section.articles]) for section in manuscript.sections] == [
        ("旧事", ["旧事", *names])
    ]
    assert "import-article-not-in-contents" in rules(manuscript)


def test_a_section_without_articles_on_the_contents_page_is_the_article_of_that_name() -> None:
    contents = "<b>卷首</b> .... 2\n<b>旧事</b> .... 3\n第一篇 .... 3\n"
    manuscript = read(f"{COVER}{contents}\n# 卷首\n\n{ENDED}# 第一篇\n\n{ENDED}")
    assert [(section.title, [article.title for article in section.articles]) for section in manuscript.sections] == [
        ("卷首", ["卷首"]),
        ("旧事", ["第一篇"]),
    ]
    assert "import-article-not-in-contents" not in rules(manuscript)


@pytest.mark.parametrize(
    ("second", "title"), [("# 另一行", "未列的 | 另一行"), ("## 另一行", "未列的"), (LONG, "未列的")]
)
def test_a_title_that_no_entry_names_has_two_lines_where_the_next_is_a_heading_as_large(
    second: str, title: str
) -> None:
    contents = "第一篇 .... 2\n第二篇 .... 4\n"
    body = f"# 第一篇\n\n{ENDED}# 未列的\n\n{second}\n\n{ENDED}# 第二篇\n\n{ENDED}"
    manuscript = read(f"{COVER}{contents}\n{body}")
    assert [article.title for article in manuscript.articles] == ["第一篇", title, "第二篇"]


@pytest.mark.parametrize(("count", "paragraphs"), [(200, 2), (201, 1)])
def test_a_bold_line_of_two_hundred_characters_begins_a_paragraph(count: int, paragraphs: int) -> None:
    assert len(blocks(f"{han(22)}\n**{han(count - 4)}**")) == paragraphs


def test_two_entries_of_one_name_are_not_one_article() -> None:
    contents = "第一篇 .... 2\n短讯 .... 4\n第三篇 .... 5\n短讯 .... 6\n"
    one, three = f"# 第一篇\n\n{ENDED}# 短讯\n\n{ENDED}", f"# 第三篇\n\n{ENDED}"
    found = read(f"{COVER}{contents}\n{one}{three}")
    assert [(article.title, article.page) for article in found.articles] == [("第一篇", 2), ("短讯", 4), ("第三篇", 5)]
    assert "import-contents-without-article" in rules(found)
    found = read(f"{COVER}{contents}\n{one}{three}# 短讯\n\n{ENDED}")
    assert [article.page for article in found.articles] == [2, 4, 5, 6]
