"""Structure: masthead, contents page, titles, headings, paragraphs and end matter are told by form, not by words."""

from __future__ import annotations

import pytest
from manuscripts import read, rules

from huozi.content.importers.passages import ends_by_right
from huozi.diagnostics import Severity

COVER = "# 铅与火\n\n2031年第7期（总第9期）\n\n读书会 主办\n\n2031年7月5日\n\n---\n\n"
LONG = "这一段文字说的是排版的旧事，从铅字说到照排，再从照排说到今天，说得很慢，也说得很细。"
ENDED = f"{LONG}\n\n来源：旧闻录\n\n"


def blocks(body: str) -> list[tuple[int, str]]:
    """The blocks of the one article of a text: level and text."""
    manuscript = read(f"{COVER}# 题名\n\n{body}\n\n来源：旧闻录\n")
    (article,) = manuscript.articles
    return [(block.level, block.text) for block in article.blocks]


def found(body: str) -> set[str]:
    """The rules found in an article's body."""
    manuscript = read(f"{COVER}# 题名\n\n{body}\n\n来源：旧闻录\n")
    outer = {"import-contents-missing", "import-section-missing", "import-journal-unknown", "import-title-guess"}
    return set(rules(manuscript)) - outer


# ------------------------------------------------------------------ masthead


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("2031 年第 7 期（总第 90 期）\n\n2031 年 7 月 5 日", ("2031", "7", "90", "2031-07-05")),
        ("2031年第07期 总第90期 2031-7-5", ("2031", "07", "90", "2031-07-05")),
        ("第7期\n\n总90期\n\n2031.12.31", ("", "7", "90", "2031-12-31")),
        ("2031-7-5 第7期 总第90期", ("", "7", "90", "2031-07-05")),
        ("总第90期 2031年7月5日 第7期", ("", "7", "90", "2031-07-05")),
        ("2031年第7期\n\n2031年2月31日", ("2031", "7", "", "")),
    ],
)
def test_numbers_and_date_of_the_cover(lines: str, wanted: tuple[str, ...]) -> None:
    head = read(f"# 铅与火\n\n{lines}\n\n读书会 主办\n\n# 题名\n\n{LONG}\n").masthead
    assert (head.year, head.issue, head.serial, head.date) == wanted


@pytest.mark.parametrize("line", ["读书会 主办", "读书会主办", "主办：读书会", "主办单位: 读书会"])
def test_organiser(line: str) -> None:
    assert read(f"# 铅与火\n\nLEAD & FIRE\n\n{line}\n\n# 题名\n\n{LONG}\n").masthead[:3] == (
        "铅与火",
        "LEAD & FIRE",
        "读书会",
    )


def test_what_the_cover_does_not_say_is_reported() -> None:
    manuscript = read(f"# 铅与火\n\n读书会 主办\n\n# 题名\n\n{LONG}\n")
    missing = [dict(item.arguments)["field"] for item in manuscript.findings if item.rule == "import-masthead-missing"]
    assert missing == ["年份", "期号", "总期号", "出版日期"]


def test_a_line_of_the_cover_that_fits_no_field_is_kept_and_reported() -> None:
    manuscript = read(f"# 铅与火\n\n内部资料 免费交流\n\n读书会 主办\n\n# 题名\n\n{LONG}\n")
    assert manuscript.masthead.other == ("内部资料 免费交流",)
    assert "import-masthead-line" in rules(manuscript)


def test_the_layout_is_found_by_the_journals_name() -> None:
    assert read(f"{COVER}# 题名\n\n{LONG}", {"铅与火": "lead", "别的": "other"}).journal == "lead"
    assert read(f"{COVER}# 题名\n\n{LONG}", {"别的": "other"}).journal == "铅与火"


# ------------------------------------------------------------------ contents page


def test_sections_and_articles_come_from_the_contents_page() -> None:
    text = (
        f"{COVER}目录\n\n<b>旧事</b> .... 2\n第一篇 ....\t2\n第二篇\t4\n**新知** …… 6\n第三篇  6\n\n"
        f"# 第一篇\n\n{ENDED}## **第二篇**\n\n{ENDED}### 第三篇\n\n{ENDED}"
    )
    manuscript = read(text)
    assert [(s.title, [a.title for a in s.articles]) for s in manuscript.sections] == [
        ("旧事", ["第一篇", "第二篇"]),
        ("新知", ["第三篇"]),
    ]
    assert [article.page for article in manuscript.articles] == [2, 4, 6]
    assert rules(manuscript, Severity.WARNING) == ["import-journal-unknown"]


@pytest.mark.parametrize(
    ("contents", "body", "rule"),
    [
        ("第一篇 .... 2\n排版的旧闻新说 .... 4", "排版的旧闻新设", "import-contents-near"),
        ("第一篇 .... 2\n第二篇 .... 4\n没有的文章 .... 6", "第二篇", "import-contents-without-article"),
        ("第一篇 .... 2\n第二篇 .... 1", "第二篇", "import-contents-page-order"),
        ("第一篇 .... 2\n“第二”篇 .... 4", "第二篇", "import-contents-wording"),
        ("<b>栏</b> .... 2\n第一篇 .... 2\n第二篇 .... 2\n<b>空</b> .... 9", "第二篇", "import-section-empty"),
        ("栏 .... 2\n第一篇 .... 2\n第二篇 .... 4", "第二篇", "import-section-guess"),
        ("第一篇 .... 2\n第零篇 .... 4", "未列的文章", "import-article-not-in-contents"),
    ],
)
def test_the_contents_page_is_checked_against_the_articles(contents: str, body: str, rule: str) -> None:
    text = f"{COVER}{contents}\n\n# 第一篇\n\n{ENDED}# {body}\n\n{ENDED}"
    manuscript = read(text)
    assert rule in rules(manuscript)
    assert [article.title for article in manuscript.articles] == ["第一篇", body]


def test_articles_stand_in_the_order_of_the_contents() -> None:
    manuscript = read(f"{COVER}第一篇 .... 2\n第二篇 .... 4\n\n# 第二篇\n\n{ENDED}# 第一篇\n\n{ENDED}")
    assert [article.title for article in manuscript.articles] == ["第一篇", "第二篇"]
    assert "import-order-differs" in rules(manuscript)


def test_a_sections_name_above_its_first_article_is_left_out() -> None:
    text = f"{COVER}<b>旧事</b> .... 2\n第一篇 .... 2\n\n# 旧事\n\n## 第一篇\n\n{ENDED}"
    manuscript = read(text)
    assert [article.title for article in manuscript.articles] == ["第一篇"]
    assert "import-section-repeated" in rules(manuscript)


def test_a_title_on_two_lines_keeps_the_space_that_the_contents_page_has() -> None:
    contents = "第一篇 铅的来历 .... 2\n第二篇火的来历 .... 4"
    text = f"{COVER}{contents}\n\n# 第一篇\n\n# 铅的来历\n\n{ENDED}# 第二篇\n\n# 火的来历\n\n{ENDED}"
    assert [article.title for article in read(text).articles] == ["第一篇 铅的来历", "第二篇 | 火的来历"]


def test_without_a_contents_page_the_headings_behind_source_lines_are_titles() -> None:
    manuscript = read(f"{COVER}# 第一篇\n\n## 小标题\n\n{ENDED}## 第二篇\n\n{ENDED}")
    assert [article.title for article in manuscript.articles] == ["第一篇", "第二篇"]


def test_without_contents_page_and_source_lines_the_top_headings_are_titles() -> None:
    manuscript = read(f"{COVER}# 第一篇\n\n{LONG}\n\n## 小标题\n\n{LONG}\n\n# 第二篇\n\n{LONG}\n")
    assert [article.title for article in manuscript.articles] == ["第一篇", "第二篇"]


def test_text_without_a_title_becomes_an_article_that_says_so() -> None:
    manuscript = read(f"{LONG}\n\n{LONG}\n")
    assert [len(article.blocks) for article in manuscript.articles] == [2]
    assert "import-title-missing" in rules(manuscript)


# ------------------------------------------------------------------ headings


def test_two_headings_in_a_row_are_one_with_a_preferred_break() -> None:
    body = f"### 铅字的\n\n#### 来历\n\n{LONG}\n\n## 火\n\n## 与纸\n\n{LONG}"
    assert [text for level, text in blocks(body) if level] == ["铅字的 | 来历", "火 | 与纸"]
    assert {level for level, _ in blocks(body) if level} == {2}
    assert {"import-heading-joined", "import-heading-rank"} <= found(body)


def test_a_heading_with_several_sub_headings_behind_it_is_not_joined_with_the_first() -> None:
    body = "\n\n".join(["## 大题", "### 小题甲", LONG, "### 小题乙", LONG, "### 小题丙", LONG, "## 又一大题", LONG])
    wanted = [(2, "大题"), (3, "小题甲"), (3, "小题乙"), (3, "小题丙"), (2, "又一大题")]
    assert [block for block in blocks(body) if block[0]] == wanted
    assert "import-heading-separate" in found(body)


def test_numbers_of_headings_say_their_rank() -> None:
    body = "\n\n".join(["## 一、总则", "## （一）铅", LONG, "### （二）火", LONG, "#### 二、细则", LONG])
    wanted = [(2, "一、总则"), (3, "（一）铅"), (3, "（二）火"), (2, "二、细则")]
    assert [block for block in blocks(body) if block[0]] == wanted


@pytest.mark.parametrize("depths", ["## ## ##", "### ## ##", "## ### ##", "### #### ##", "##### ## ###"])
def test_ranks_are_even_inside_an_article(depths: str) -> None:
    body = "\n\n".join(f"{marks} 小题{name}\n\n{LONG}" for marks, name in zip(depths.split(), "甲乙丙", strict=True))
    assert [level for level, _ in blocks(body) if level] == [2, 2, 2]


@pytest.mark.parametrize("text", ["先看铅字——", "铅字如何？", "铅字离不开火。"])
def test_a_heading_that_ends_like_a_sentence_stays_a_heading(text: str) -> None:
    assert (2, text) in blocks(f"{LONG}\n\n### {text}\n\n{LONG}")


@pytest.mark.parametrize("text", ["**铅字的来历**", "铅字的来历"])
def test_a_heading_that_lost_its_marks_is_guessed(text: str) -> None:
    body = f"{LONG}\n\n{text}\n\n{LONG}"
    assert (2, "铅字的来历") in blocks(body)
    assert "import-heading-unmarked" in found(body)


def test_a_long_sentence_is_no_heading() -> None:
    assert (0, LONG * 2) in blocks(f"{LONG}\n\n## {LONG}{LONG}\n\n{LONG}")


# ------------------------------------------------------------------ paragraphs


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n\n", "\n\n12\n\n", "\n\n铅与火 12\n\n", "\n\n![图](a.png)\n\n"])
def test_a_paragraph_cut_by_a_page_end_is_made_whole(gap: str) -> None:
    assert blocks(f"{LONG[:30]}{gap}{LONG[30:]}") == [(0, LONG)]
    assert "import-paragraph-joined" in found(f"{LONG[:30]}{gap}{LONG[30:]}")


@pytest.mark.parametrize(
    "text", ["完。", "完！”", "如下：", "其一；", "——", "他说（笑）。", "（本刊记者）", "完……", "“好。”", 'end."']
)
def test_a_paragraph_may_end_so(text: str) -> None:
    assert ends_by_right(text)


@pytest.mark.parametrize(
    "text", ["未完", "未完，", "未完、", "称为“字王”", "印发《办法》", "某所（以下简称某）", "占30%"]
)
def test_a_paragraph_that_ends_so_is_cut(text: str) -> None:
    assert not ends_by_right(text)


def test_lines_of_verse_and_dialogue_stay_apart() -> None:
    verse = ["铅是冷的", "火是热的", "字是活的"]
    assert blocks("\n\n".join([LONG, *verse])) == [(0, text) for text in [LONG, *verse]]
    dialogue = [f"“{LONG}”", f"“{LONG}”"]
    assert blocks("\n\n".join(dialogue)) == [(0, text) for text in dialogue]


def test_a_paragraph_is_not_joined_across_a_heading_or_with_a_numbered_one() -> None:
    cut = LONG[:30]
    assert blocks(f"{cut}\n\n## 小题\n\n{LONG}") == [(0, cut), (2, "小题"), (0, LONG)]
    assert blocks(f"{cut}\n\n（二）{LONG}") == [(0, cut), (0, f"（二）{LONG}")]
    assert "import-paragraph-open" in found(f"{cut}\n\n（二）{LONG}")


def test_lines_in_a_row_are_one_paragraph() -> None:
    assert blocks("铅字是冷的，\n火是热的。") == [(0, "铅字是冷的，火是热的。")]
    assert blocks("the art of\nprinting is 活字") == [(0, "the art of printing is活字")]


def test_lines_in_a_row_that_end_sentences_are_paragraphs() -> None:
    assert blocks("铅字是冷的。\n火是热的。") == [(0, "铅字是冷的。"), (0, "火是热的。")]
    assert blocks("铅字是冷的，\n　　火是热的。") == [(0, "铅字是冷的，"), (0, "火是热的。")]


# ------------------------------------------------------------------ end matter


@pytest.mark.parametrize("line", ["来源：旧闻录", "来源:旧闻录", "（来源：旧闻录）", "稿源： 旧闻录"])
def test_source_line(line: str) -> None:
    (article,) = read(f"{COVER}# 题名\n\n{LONG}\n\n{line}\n").articles
    assert (article.source, len(article.blocks)) == ("旧闻录", 1)


@pytest.mark.parametrize("gap", ["", "\n\n"])
def test_note_on_the_authors(gap: str) -> None:
    text = f"{COVER}# 题名\n\n{LONG}\n\n(作者系某大学教授;{gap}本文系2031年课题阶段性成果)\n\n来源：旧闻录\n"
    (article,) = read(text).articles
    assert article.affiliation_note == "作者系某大学教授；本文系2031年课题阶段性成果"
    assert [block.text for block in article.blocks] == [LONG]


def test_a_second_source_line_stays_in_the_text_and_is_reported() -> None:
    text = f"{COVER}# 题名\n\n{LONG}\n\n来源：旧闻录\n\n来源：新知\n"
    (article,) = read(text).articles
    assert (article.source, article.blocks[-1].text) == ("旧闻录", "来源：新知")
    assert "import-end-matter-twice" in rules(read(text))


@pytest.mark.parametrize("heading", ["《铅与火》联系方式：\n\n", "## 联系我们\n\n", ""])
def test_contact_block(heading: str) -> None:
    text = f"{COVER}# 题名\n\n{ENDED}{heading}读书会\n\n地址：铅条路 8 号\n\n网址: <http://www.a.example/>\n"
    contact = read(text).contact
    assert contact is not None
    assert contact.heading == heading.strip("# \n")
    assert contact.lines == ("读书会", "地址：铅条路8号", "网址：http://www.a.example")


def test_an_article_that_ends_in_short_lines_is_no_contact_block() -> None:
    assert read(f"{COVER}# 题名\n\n{LONG}\n\n铅是冷的\n\n火是热的\n").contact is None


def test_every_guess_names_its_line() -> None:
    body = f"{LONG[:30]}\n\n{LONG[30:]}\n\n## 铅\n\n## 火\n\n{LONG}"
    manuscript = read(f"{COVER}# 题名\n\n{body}\n")
    lines = {item.rule: item.span.line for item in manuscript.findings}
    source = manuscript.source.split("\n")
    assert source[lines["import-paragraph-joined"] - 1] == LONG[:30]
    assert source[lines["import-heading-joined"] - 1] == "## 铅"
