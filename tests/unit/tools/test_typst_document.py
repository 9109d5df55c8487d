from __future__ import annotations

from pathlib import Path

import pytest
import tool_path  # noqa: F401
from issues import sheet
from real_issue import SPECIMEN
from typst_document import FontName, font_arguments, write_document
from typst_markup import blocks, broken_at_bars, markup, piece_markup, title_markup

from huozi.commands.making import Request
from huozi.content.model import (
    Definition,
    DefinitionList,
    Dialogue,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Text,
    TextRole,
    Turn,
    Verse,
)
from huozi.diagnostics import Span
from huozi.style.openings import TextPiece
from huozi.style.text_style import FaceChoice

pytestmark = pytest.mark.slow

SPAN = Span("a.md", 1, 1)


def text(content: str, role: TextRole = TextRole.PLAIN) -> Text:
    return Text(content, SPAN, role)


def test_markup_never_reads_an_issue_s_text_as_its_own() -> None:
    assert markup([text("= 1. #let $x$ *y* _z_ <a> @b // http://")]) == (
        r"\= 1\. \#let \$x\$ \*y\* \_z\_ \<a\> \@b \/\/ http\:\/\/"
    )


def test_roles_of_text_become_functions() -> None:
    inlines = [text("甲"), text("乙", TextRole.STRONG), text("丙", TextRole.EMPHASIS), text("\n"), text("丁")]
    assert markup(inlines) == "甲#strong[乙]#emph[丙]#linebreak()丁"


def test_a_heading_is_parted_at_its_bars() -> None:
    heading = Heading(2, (text("从铅字 | 到版面"),), SPAN)
    assert list(blocks([heading])) == ["=== 从铅字#linebreak()到版面", ""]
    assert broken_at_bars("不分") == "不分"


def test_a_title_is_one_line_and_its_spaces_are_one_em() -> None:
    assert title_markup("从铅字 | 到版面") == "从铅字到版面"
    assert title_markup("避头尾四级 从不设防") == "避头尾四级\u3000从不设防"
    assert title_markup("排版 CMYK 四色") == "排版 CMYK 四色"


def test_lists_and_quotations_hold_their_blocks() -> None:
    inner = (Paragraph((text("一"),), SPAN),)
    assert next(iter(blocks([ListBlock((inner, inner), (), SPAN)]))) == "#list([一\n], [一\n])"
    numbered = ListBlock((inner, inner), ("3", "5"), SPAN)
    assert next(iter(blocks([numbered]))) == "#enum(enum.item(3)[一\n], enum.item(5)[一\n])"
    assert next(iter(blocks([Quote(inner, SPAN)]))) == "#quotation[一\n]"


def test_verse_dialogue_and_definitions_keep_their_text() -> None:
    words = (Paragraph((text("三"),), SPAN),)
    assert next(iter(blocks([Verse((((text("一"),), (text("二"),)),), (), SPAN)]))) == "一#linebreak()二"
    assert "\n".join(blocks([Dialogue((Turn((text("问："),), words, SPAN),), SPAN)])).split() == ["问：", "三"]
    entry = Definition(((text("一"),), (text("二"),)), (words,), SPAN)
    assert next(iter(blocks([DefinitionList((entry,), SPAN)]))) == "#terms(([一#linebreak()二], [三\n]))"
    assert next(iter(blocks([Quote(words, SPAN, (text("谁"),))]))) == "#quotation[三\n谁]"


def test_a_line_at_an_article_s_end_stands_where_its_field_is_filled() -> None:
    said = {"source": ((text("活字工作室"),),), "abstract": ((text("一"),), (text("二"),)), "affiliation_note": ()}

    body = sheet().styles["body"]

    def shown(template: str, style: str, label: str = "") -> list[str]:
        return list(piece_markup(TextPiece(template, body._replace(name=style), label), said, {"year": "2030"}))

    assert shown("来源：{source}，{year}", "source") == ["#set-source[来源：活字工作室，2030]"]
    assert shown("（{affiliation_note}）", "affiliation") == []
    assert shown("{abstract}", "own", "摘要：") == ["#set-own[#strong[摘要：]一]", "#set-own[二]"]


def test_western_characters_come_from_the_western_face() -> None:
    fonts = {"S": FontName("Song", 400), "L": FontName("Latin", 400)}
    assert font_arguments(FaceChoice("S", "L"), fonts) == (
        'font: ((name: "Latin", covers: "latin-in-cjk"), "Song",), weight: 400'
    )
    assert font_arguments(FaceChoice("S", ""), fonts) == 'font: ("Song",), weight: 400'


def test_typst_makes_as_many_pages_of_the_specimen(tmp_path: Path) -> None:
    typst = pytest.importorskip("typst", reason="typst is not installed (the bench extra)")
    facts = write_document(Request(str(SPECIMEN)), tmp_path)
    pages = typst.compile(
        str(tmp_path / "main.typ"), format="svg", font_paths=[str(tmp_path / "fonts")], ignore_system_fonts=True
    )
    assert facts.pages == pytest.approx(len(pages), abs=2)
    assert sorted(path.stem for path in (tmp_path / "fonts").iterdir()) == sorted(facts.fonts)


IN_COLUMNS = Request(
    str(SPECIMEN),
    overrides=(
        ("page.type_area.columns", "3"),
        ("page.type_area.characters", "11"),
        ("page.type_area.gap", "1字"),
        ("styles.body.size", "小四"),
    ),
)


@pytest.mark.parametrize(("spans", "page", "articles"), [(False, 1, 0), (True, 0, 22)])
def test_columns_are_the_page_s_or_those_of_each_article(tmp_path: Path, spans: bool, page: int, articles: int) -> None:
    pytest.importorskip("typst", reason="typst is not installed (the bench extra)")
    write_document(IN_COLUMNS, tmp_path, spans=spans)
    lines = (tmp_path / "main.typ").read_text("utf-8").splitlines()
    assert lines.count("#set page(columns: 3)") == lines.count("#set columns(gutter: 12pt)") == page
    assert lines.count("#columns(3, gutter: 12pt)[") == articles
    opened = [number for number, line in enumerate(lines) if line.startswith("#columns")]
    assert all(line.startswith(("== ", "#set-byline[", "#v(")) for line in (lines[number - 1] for number in opened))
