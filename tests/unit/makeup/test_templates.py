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
    ],
)
def test_a_template_is_filled(template: str, given: dict[str, str], printed: str) -> None:
    assert fill(template, FIELDS | given) == printed


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
