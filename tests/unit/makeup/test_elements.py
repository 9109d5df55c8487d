"""What each item of a page is part of: lines of one paragraph share it, and it leads up to the article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pytest
from issues import SIGNED, is_body, issue, pages, said, titled
from squares import HERE, ROOT

from huozi.blocks.setting import language_of
from huozi.commands.making import Request, make
from huozi.content.issue_model import Article, Author, Section
from huozi.content.markdown import read_markdown
from huozi.content.model import Paragraph
from huozi.diagnostics import Findings
from huozi.display import Bookmark, GlyphRun, Link, Path, Placed, Role, Rule
from huozi.structure import Element, Kind, lineage, of_text

BODY = """\
开头一段。

## 第一节 | 再说

### 其一

1. 先量

   再量

2. 后锯
   - 粗
   - 细

3.
4. 收工

> 量两次。
>
> > 锯一次。
>
> ——木匠

::: verse
窗下纸，
灯下字。

早

——匿名
:::

::: dialogue
问：{雨|yǔ}呢[^a]？

答：停了。

又落了。
:::

松
: 软木
: 也直

::: {style=byline}
另一副面孔
:::

![图一](images/a.tif){#fig-a}

[^a]: 雨水。

    在二月。
"""

SHOWN = """\
section
  section-name “栏0”
  article
    title 1 “题目”
    byline “方木”
    paragraph “开头一段。”
    heading 2 “第一节再说”
    heading 3 “其一”
    list 1
      list-item
        label “1.”
        paragraph “先量”
        paragraph “再量”
      list-item
        label “2.”
        paragraph “后锯”
        list 2
          list-item
            label “•”
            paragraph “粗”
          list-item
            label “•”
            paragraph “细”
      list-item
        label “3.”
      list-item
        label “4.”
        paragraph “收工”
    quote
      paragraph “量两次。”
      quote
        paragraph “锯一次。”
      attribution “——木匠”
    verse
      stanza “窗下纸，灯下字。”
      stanza “早”
      attribution “——匿名”
    figure “”
      caption “图 1　图一”
    dialogue
      turn
        label “问：”
        paragraph “雨呢”
          call 1 “1”
      turn
        label “答：”
        paragraph “停了。”
        paragraph “又落了。”
    definitions
      definition
        label “松”
        paragraph “软木”
        paragraph “也直”
    paragraph “另一副面孔”
    affiliation “（作者系木工组）”
    source “来源：来信”
    note 1
      label “1”
      paragraph “雨水。”
      paragraph “在二月。”
"""


def outline(items: Iterable[Placed]) -> list[str]:
    """A line for every element in reading order with its text, set in below what it is part of."""
    lines: list[str] = []
    trail: list[Element] = []
    for element, group in groupby((placed for placed in items if placed.order >= 0), lambda placed: placed.element):
        text = "".join("".join(placed.item.texts) for placed in group if isinstance(placed.item, GlyphRun))
        branch = [*lineage(element)][::-1]
        for depth, own in enumerate(branch):
            if own not in trail:
                level = f" {own.level}" if own.level else ""
                shown = f" “{text}”" if own is element else ""
                lines.append(f"{'  ' * depth}{own.kind.value}{level}{shown}")
        trail = branch
    return lines


def article_of(markdown: str) -> Article:
    """An article of a Markdown text, with all that stands around a text."""
    read = read_markdown(markdown, "articles/a.md", ".", Findings())
    authors, fields = (Author("方木"),), said(affiliation_note="作者系木工组", source="来信")
    return Article("a", titled("题目"), read.blocks, HERE, authors, notes=read.notes, fields=fields)


def placed_in(markdown: str, *overrides: tuple[str, str]) -> list[Placed]:
    """All that stands on the body's pages of an issue of one article."""
    made = pages(issue([article_of(markdown)]), "square", ("sections.name", "true"), *overrides)
    return [placed for page in made if is_body(page) for placed in page.items]


def with_text(items: Iterable[Placed], text: str) -> Placed:
    """The one item that shows a text."""
    (found,) = (placed for placed in items if isinstance(placed.item, GlyphRun) and "".join(placed.item.texts) == text)
    return found


def element_of(items: Iterable[Placed], text: str) -> Element:
    """What the one item that shows a text is part of."""
    found = with_text(items, text).element
    assert found is not None
    return found


def test_every_kind_of_block_is_told() -> None:
    assert outline(placed_in(BODY, SIGNED)) == SHOWN.splitlines()


def test_every_element_knows_its_place() -> None:
    items = placed_in(BODY, SIGNED)
    lines = {
        text: [(own.kind.value, own.span.line, own.span.column) for own in lineage(element_of(items, text))][:-2]
        for text in ("再量", "3.", "细", "——木匠", "灯下字。", "问：", "又落了。", "也直", "图 1\u3000图一", "在二月。")
    }
    assert lines == {
        "再量": [("paragraph", 9, 4), ("list-item", 7, 1), ("list", 7, 1)],
        "3.": [("label", 15, 1), ("list-item", 15, 1), ("list", 7, 1)],
        "细": [("paragraph", 13, 6), ("list-item", 13, 4), ("list", 12, 4), ("list-item", 11, 1), ("list", 7, 1)],
        "——木匠": [("attribution", 22, 3), ("quote", 18, 1)],
        "灯下字。": [("stanza", 25, 1), ("verse", 25, 1)],
        "问：": [("label", 34, 1), ("turn", 34, 1), ("dialogue", 33, 1)],
        "又落了。": [("paragraph", 38, 1), ("turn", 36, 1), ("dialogue", 33, 1)],
        "也直": [("paragraph", 43, 3), ("definition", 41, 1), ("definitions", 41, 1)],
        "图 1\u3000图一": [("caption", 49, 1), ("figure", 49, 1)],
        "在二月。": [("paragraph", 53, 5), ("note", 51, 7)],
    }


def test_lines_of_one_paragraph_share_it_from_page_to_page() -> None:
    items = placed_in("\n\n".join(["长" * 300] * 2))
    found = [(element, len(list(group))) for element, group in groupby(items, lambda placed: placed.element)]
    assert [(element and element.kind.value, count) for element, count in found] == [
        ("section-name", 2),  # a bookmark and the text
        ("title", 2),
        ("paragraph", 9),
        (None, 3),  # running head and folio
        ("paragraph", 7),
        ("paragraph", 8),
        (None, 3),
        ("paragraph", 8),
        ("affiliation", 1),
        ("source", 1),
        (None, 3),
    ]
    assert found[2][0] is found[4][0]
    assert found[5][0] is found[7][0] is not found[4][0]


def test_what_stands_beside_the_glyphs_is_part_of_their_paragraph() -> None:
    items = placed_in("平常。\n\n[点]{.dots}、[名]{.name}、{字|zì}、[网](https://a.cn)。")
    (whole,) = {placed.element for placed in items if isinstance(placed.item, Link | Path)} - {None}
    assert whole is not None
    assert (whole.kind, whole.span.line) == (Kind.PARAGRAPH, 3)
    assert {type(placed.item) for placed in items if placed.element is whole} == {GlyphRun, Link, Path, Rule}
    assert element_of(items, "zì") is whole


def test_a_bookmark_is_part_of_its_title_and_as_deep() -> None:
    found = [
        (placed.item.title, placed.item.level, placed.element.kind, placed.element.level)
        for placed in placed_in("甲")
        if isinstance(placed.item, Bookmark) and placed.element
    ]
    assert found == [("栏0", 0, Kind.SECTION_NAME, 0), ("题目", 1, Kind.TITLE, 1)]


def test_a_label_with_a_line_of_its_own_is_a_part_of_what_it_leads() -> None:
    speaker = "很长很长很长很长很长名字："
    items = placed_in(f"::: dialogue\n{speaker}好。\n\n答：好？\n:::")
    label, words = element_of(items, speaker), element_of(items, "好。")
    assert with_text(items, "好。").y - with_text(items, speaker).y == 16_000
    assert (label.kind, words.kind, label.parent) == (Kind.LABEL, Kind.PARAGRAPH, words.parent)
    assert label.parent is not element_of(items, "好？").parent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[Le ciel]{lang=fr}", "fr"),
        ("[Le ciel]{lang=fr}[^1]", "fr"),
        ("[Le ciel]{lang=fr}\\\n[est bleu]{lang=fr}", "fr"),
        ("[Le ciel]{lang=fr} [est bleu]{lang=fr}", "fr"),
        ("[Le ciel]{lang=fr} [ist blau]{lang=de}", ""),
        ("[Le ciel]{lang=fr}是蓝的", ""),
        ("天是[bleu]{lang=fr}", ""),
        ("[天]{.dots}", ""),
        ("天是蓝的", ""),
    ],
)
def test_a_block_has_the_language_that_all_of_it_is_marked_with(text: str, language: str) -> None:
    (block,) = read_markdown(f"{text}\n\n[^1]: 注。", "articles/a.md", ".", Findings()).blocks
    assert isinstance(block, Paragraph)
    assert language_of(block.inlines) == language


def test_blocks_tell_their_language() -> None:
    items = placed_in("## [Le titre]{lang=fr}\n\n[Le ciel]{lang=fr}\n\n天\n\n- [Der Himmel]{lang=de}")
    found = {text: element_of(items, text).lang for text in ("Le titre", "Le ciel", "天", "Der Himmel")}
    assert found == {"Le titre": "fr", "Le ciel": "fr", "天": "", "Der Himmel": "de"}


def test_the_contents_are_told() -> None:
    sections = [Section(titled(name), (article_of("甲。"),), HERE) for name in ("木作", "石作")]
    made = pages(issue()._replace(sections=tuple(sections)), "square", ("contents.issue_line", "{year}"))
    (contents,) = (page for page in made if any(placed.role is Role.CONTENTS for placed in page.items))
    assert outline(contents.items) == [
        "contents",
        "  title 1 “目录”",
        "  paragraph “2030”",
        "  contents-entry 1 “木作2”",
        "  contents-entry 2 “题目2”",
        "  contents-entry 1 “石作3”",
        "  contents-entry 2 “题目3”",
    ]
    links = [placed.element for placed in contents.items if isinstance(placed.item, Link)]
    assert [element and element.level for element in links] == [1, 2, 1, 2]


KINDS = {
    Role.TITLE: {Kind.TITLE},
    Role.SECTION: {Kind.SECTION_NAME},
    Role.HEADING: {Kind.HEADING},
    Role.CONTENTS: {
        Kind.TITLE,
        Kind.PARAGRAPH,
        Kind.CONTENTS_ENTRY,
        Kind.SUBTITLE,
        Kind.BYLINE,
        Kind.ABSTRACT,
        Kind.LABEL,
    },
    Role.PARAGRAPH: set(Kind) - {Kind.TITLE, Kind.SECTION_NAME, Kind.HEADING, Kind.CONTENTS_ENTRY},
}
"""What items of a role can be part of."""


AT_ENDS = (Kind.NOTE, Kind.FIGURE, Kind.TABLE, Kind.BOX)
"""Kinds of what may part a paragraph: it stands where a column begins or ends."""


def test_all_text_of_the_specimen_is_part_of_an_element() -> None:
    made = make(Request(str(ROOT / "issue" / "specimen")), Findings(), lambda _stage: None).pages
    seen: set[Element] = set()
    before: Element | None = None
    assert all(placed.element or placed.role is Role.ARTIFACT for page in made for placed in page.items)
    for on_body, placed in ((is_body(page), placed) for page in made for placed in page.items):
        if placed.order < 0:
            continue
        element = placed.element
        assert element is not None, placed
        assert placed.role is Role.READING or element.kind in KINDS[placed.role], placed
        roots = [own.kind for own in lineage(element)][-2:]
        if on_body:
            of_section = ([Kind.SECTION_NAME, Kind.SECTION], [Kind.FACTS, Kind.SECTION])  # its name in two languages
            is_of_filler = roots[-1] is Kind.ARTICLE  # fillers stand in no section
            assert is_of_filler or roots in ([Kind.ARTICLE, Kind.SECTION], *of_section), placed
        elif placed.role is not Role.CONTENTS:
            assert roots == [Kind.PARAGRAPH], placed
        whole = of_text(element)
        assert whole is not None
        # floats and notes stand at heads and feet, whatever paragraph goes on overleaf; notes go on there too
        goes_on = any(each.kind is Kind.NOTE for each in lineage(whole))
        is_parted = goes_on or (before is not None and any(each.kind in AT_ENDS for each in lineage(before)))
        assert whole is before or whole not in seen or is_parted, "what is one stands in one piece"
        before = whole
        seen.add(whole)
