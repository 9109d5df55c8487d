"""Templates: what belongs to a field goes with it where the issue leaves it empty; everything else stays."""

from __future__ import annotations

import pytest

from huozi.diagnostics import Span
from huozi.style.model import Places
from huozi.templates import fill, text_place

FIELDS = {
    "journal": "纸船", "journal_en": "", "organiser": "", "year": "2026", "volume": "", "issue": "1", "serial": "",
    "label": "", "theme": "", "date": "2026-11-30", "date_cn": "2026年11月30日", "folio": "3",
}  # fmt: skip


@pytest.mark.parametrize(
    ("template", "given", "printed"),
    [
        ("{year}年第{issue}期（总第{serial}期）", {"serial": "250"}, "2026年第1期（总第250期）"),
        ("{year}年第{issue}期（总第{serial}期）", {}, "2026年第1期"),
        ("{year}年第{issue}期（总第 {serial} 期）", {}, "2026年第1期"),
        ("{journal} {year}年第{issue}期 总第 {serial} 期", {}, "纸船 2026年第1期"),
        ("总第 {serial} 期", {}, ""),
        ("总第 {serial} 期 · {journal}", {}, "纸船"),
        ("{journal}　{label}　{year}年", {}, "纸船　2026年"),
        ("{journal} · {theme} · {year}", {}, "纸船 · 2026"),
        ("{year} · {theme}", {"theme": "水"}, "2026 · 水"),
        ("第{volume}卷第{issue}期", {}, "第1期"),
        ("第{volume}卷第{issue}期", {"volume": "12"}, "第12卷第1期"),
        ("Vol.{volume}, No.{issue}", {}, "No.1"),
        ("{organiser} 主办", {}, ""),
        ("{organiser} 主办", {"organiser": "文社"}, "文社 主办"),
        ("{year}{（主题：{theme}）}", {}, "2026"),
        ("{year}{（主题：{theme}）}", {"theme": "水"}, "2026（主题：水）"),
        ("{year}年第{issue}期", {"issue": "1-2"}, "2026年第1-2期"),
        ("{journal} {year} 年第 {issue} 期", {"issue": "增刊1"}, "纸船 2026 年增刊1"),
        ("{year}年第{issue}期（总第{serial}期）", {"issue": "增刊1", "serial": "9"}, "2026年增刊1（总第9期）"),
        ("No.{issue}", {"issue": "春季号"}, "春季号"),
        ("[{folio}]", {}, "[3]"),
        ("— {folio} —", {}, "— 3 —"),
        ("（{label}）{journal}（内部资料）", {}, "纸船（内部资料）"),
        ("不写字段：总第期", {}, "不写字段：总第期"),
        ("主题：{theme}　{year}", {}, "2026"),
        ("{year}年主题：{theme}", {}, "2026年"),
        ("主办单位：{organiser}　名称：{label}　{year}", {}, "2026"),
        ("主办单位：{organiser}　名称：{label}　{year}", {"label": "秋季号"}, "名称：秋季号　2026"),
        ("{year}年第{issue}期名称：{label}", {}, "2026年第1期"),
        ("{journal}名称：{label}", {}, "纸船"),
        ("期号：{issue}（总第{serial}期）", {"issue": "增刊1"}, "期号：增刊1"),
        ("名称（本期）：{label}，{journal}", {}, "纸船"),
        ("（名称：{label}，主题：{theme}）{year}", {"label": "秋季号"}, "（名称：秋季号）2026"),
        ("（名称：{label}，主题：{theme}）{year}", {"theme": "水"}, "（主题：水）2026"),
        ("（名称：{label}，主题：{theme}）{year}", {}, "2026"),
        ("{year} 年 名称：{label}", {}, "2026 年"),
        ("名　称：{label}　{year}", {}, "2026"),
        ("纪念专号：名称：{label}　{year}", {}, "纪念专号：2026"),
        ("目录：{year}　{label}", {}, "目录：2026"),
        ("{journal}{: {theme}}{ / {year}}", {}, "纸船 / 2026"),
        ("{journal}{: {theme}}{ / {year}}", {"theme": "水"}, "纸船: 水 / 2026"),
        ("{journal}{theme}　{year}", {}, "纸船　2026"),
    ],
)
def test_a_template_is_filled(template: str, given: dict[str, str], printed: str) -> None:
    assert fill(template, FIELDS | given) == printed


CLASSED = "中图分类号：{clc}　文献标识码：{document_code}　文章编号：{article_number}"
IN_ENGLISH = "CLC number: {clc}  Document code: {document_code}  Article ID: {article_number}"


@pytest.mark.parametrize(
    ("given", "printed", "english"),
    [
        ("clc", "中图分类号：甲", "CLC number: 甲"),
        ("document_code", "文献标识码：乙", "Document code: 乙"),
        ("article_number", "文章编号：丙", "Article ID: 丙"),
        ("clc document_code", "中图分类号：甲　文献标识码：乙", "CLC number: 甲  Document code: 乙"),
        ("clc article_number", "中图分类号：甲　文章编号：丙", "CLC number: 甲  Article ID: 丙"),
        ("document_code article_number", "文献标识码：乙　文章编号：丙", "Document code: 乙  Article ID: 丙"),
        ("", "", ""),
    ],
)
def test_a_label_goes_with_the_field_that_it_leads(given: str, printed: str, english: str) -> None:
    values = {"clc": "甲", "document_code": "乙", "article_number": "丙"}
    fields = {name: value if name in given.split() else "" for name, value in values.items()}
    assert (fill(CLASSED, fields), fill(IN_ENGLISH, fields)) == (printed, english)


@pytest.mark.parametrize(
    "label",
    [
        "Article ID",
        "Article No.",
        "Foundation item",
        "Numéro d’article",
        "E-mail",
        "DOI",
        "文章编号",
        "编号ID",
        "基金项目（省）",
    ],
)
@pytest.mark.parametrize("colon", ["：", ":", ": ", " : ", "：　"])
def test_a_label_may_be_of_several_words(label: str, colon: str) -> None:
    assert fill(f"甲乙　{label}{colon}{{doi}} {{year}}", {"doi": "", "year": "2030"}) == "甲乙　2030"
    assert fill(f"{{year}} {label}{colon}{{doi}}", {"doi": "", "year": "2030"}) == "2030"


OWN, BASE, NAME, YEAR = (
    Span("own.yaml", 3, 1),
    Span("base.yaml", 9, 1),
    Span("own.yaml", 2, 9),
    Span("issue.yaml", 2, 7),
)
PLACES = Places(Span("own.yaml"), {}, (Span("base.yaml"), Span("own.yaml")))
VALUES = {"journal": NAME, "year": YEAR}


@pytest.mark.parametrize(
    ("template", "own", "name", "place"),
    [
        ("{journal}", OWN, "纸船", NAME),
        ("很长很长的几个字 {journal}", OWN, "纸船", OWN),
        ("几个字 {journal}", OWN, "很长很长很长的刊名", NAME),
        ("很长很长的几个字 {journal}", BASE, "纸船", NAME),
        ("{journal}{year}年", OWN, "船\U0001f6a2", NAME),
        ("没有字段", OWN, "纸船", OWN),
        ("纪念创刊二十年 {year}年", OWN, "纸船", OWN),
        ("纪念创刊二十年 {year}年", BASE, "纸船", YEAR),
    ],
)
def test_a_text_is_changed_where_most_of_it_stands(template: str, own: Span, name: str, place: Span) -> None:
    assert text_place(template, FIELDS | {"journal": name}, VALUES, PLACES, own) == place
