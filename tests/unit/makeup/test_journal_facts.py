"""What a journal says of itself: fields of templates, numbers in their form, what internal publications may not say."""

from __future__ import annotations

import pytest
from issues import article, issue, pages, paragraph, sheet, shown
from squares import HERE

from huozi.content.issue_model import Issue
from huozi.diagnostics import Findings, Span
from huozi.geometry import Size, mm
from huozi.makeup.journal_facts import check_digit, parameters, trim_name
from huozi.templates import fill, issue_fields

WORK = issue([article("题", paragraph("字")), article("目", paragraph("字"))])
PLACE = "x: 30pt, y: 60pt, width: 240pt, height: 100pt"
THIS_ONCE = Span("issue.yaml", 9, 3)


def found(front: str, *facts: tuple[str, str], work: Issue = WORK) -> list[tuple[str, dict[str, str]]]:
    """What is found fault with where a front cover prints a text."""
    design = f"[{{draw: text, text: '{front}', style: contents-title, {PLACE}}}]"
    findings = Findings()
    told = [(f"journal.{key}", value) for key, value in facts]
    pages(work, "square", ("designs.front", design), *told, findings=findings)
    rules = ("cn-", "issn-", "internal-", "permit-", "parameters-", "journal-", "issue-field")
    return [(item.rule, dict(item.arguments)) for item in findings if item.rule.startswith(rules)]


def printed(template: str, *facts: tuple[str, str], work: Issue = WORK) -> str:
    style = sheet("square", *[(f"journal.{key}", value) for key, value in facts])
    return fill(template, issue_fields(work, style.journal))


PERIODICAL = ("kind", "periodical")


@pytest.mark.parametrize(
    ("template", "facts", "text"),
    [
        ("{publisher}", [("publisher", "方块出版社")], "方块出版社"),
        ("{editors}", [("editors", "[甲, 乙]")], "[甲, 乙]"),  # on the command line a text is a text
        ("{cn}　{issn}", [("cn", "32-1234/F"), ("issn", "ISSN 1050-124X")], "CN 32-1234/F　ISSN 1050-124X"),
        ("{cn}", [("cn", "cn：32-1234/F")], "CN 32-1234/F"),
        ("地址：{address}　邮编：{postal_code}", [("address", "方块路1号")], "地址：方块路1号"),
        ("地址：{address}　邮编：{postal_code}", [("postal_code", "210013")], "邮编：210013"),
        ("地址：{address}　邮编：{postal_code}", [], ""),
        ("{year_cn}年第{issue_2}期", [], "二〇三〇年第03期"),
        (
            "{permit_line}",
            [("permit", "苏连内2030第1号")],
            "准印证号：苏连内2030第1号　内部资料　免费交流",
        ),
        ("{permit_line}", [], ""),
        ("{permit_line}", [("permit", "苏连内2030第1号"), PERIODICAL], ""),
    ],
)
def test_templates_name_the_facts_of_the_journal(template: str, facts: list[tuple[str, str]], text: str) -> None:
    assert printed(template, *facts) == text


def test_an_issue_says_otherwise_this_once() -> None:
    work = WORK._replace(imprint=(("price", ("20元",), THIS_ONCE), ("editors", ("甲", "乙"), THIS_ONCE)))
    assert printed("{price}，{editors}", ("price", "10元"), work=work) == "20元，甲、乙"


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        ("CN 32-1234/F", []),
        ("32-1234/TP", []),
        ("32-1234/G2", []),
        ("32-1234", ["cn-form"]),
        ("32-123/F", ["cn-form"]),
        ("32－1234/F", ["cn-form"]),
    ],
)
def test_a_cn_number_has_its_form(number: str, rules: list[str]) -> None:
    assert [rule for rule, _ in found("{cn}", PERIODICAL, ("cn", number))] == rules


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0317-8471", []),
        ("ISSN 1050-124X", []),
        ("0317-8472", [("issn-check-digit", {"number": "ISSN 0317-8472", "right": "1"})]),
        ("03178471", [("issn-form", {"number": "ISSN 03178471"})]),
    ],
)
def test_an_issn_has_its_form_and_its_check_digit(number: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert found("{issn}", PERIODICAL, ("issn", number)) == expected


def test_the_check_digit_of_ten_is_an_x() -> None:
    assert [check_digit(seven) for seven in ("0317847", "1050124", "0000000")] == ["1", "X", "0"]


@pytest.mark.parametrize(
    ("front", "facts", "expected"),
    [
        ("{price}", [("price", "10元")], [("internal-priced", {})]),
        ("{price}", [("price", "10元"), PERIODICAL], []),
        ("{cn}{issn}", [("issn", "0317-8471")], [("internal-numbered", {"keys": "issn"})]),
        ("{permit}", [("permit", "苏1号")], [("permit-wording", {})]),
        ("{permit}（内部资料）", [("permit", "苏1号")], []),
        ("{permit_line}", [("permit", "苏1号")], []),
        ("{cn}", [("cn", "32-1234/F"), ("url", "example.org"), PERIODICAL], [("journal-unprinted", {"keys": "url"})]),
        ("{year}", [("phone", "1"), ("email", "a")], [("journal-unprinted", {"keys": "phone、email"})]),
        (
            "{parameters}",
            [("cn", "32-1234/F"), ("price", "9元"), ("frequency", "m"), PERIODICAL],
            [("parameters-incomplete", {"keys": "first_year、print_run"})],
        ),
    ],
)
def test_what_a_journal_may_not_say_or_leaves_unprinted_is_told(
    front: str, facts: list[tuple[str, str]], expected: list[tuple[str, dict[str, str]]]
) -> None:
    assert found(front, *facts) == expected


def test_an_imprint_of_the_issue_that_is_not_printed_is_told_there() -> None:
    work = WORK._replace(imprint=(("printer", ("印厂",), THIS_ONCE),))
    assert found("{year}", work=work) == [("issue-field-unprinted", {"name": "printer"})]


FULL = (
    PERIODICAL, ("cn", "32-1234/F"), ("first_year", "1977"), ("frequency", "m"), ("price", "12.00元"),
    ("print_run", "3000"),
)  # fmt: skip


def test_the_basic_parameters_stand_in_one_line() -> None:
    style = sheet("square", *[(f"journal.{key}", value) for key, value in FULL], ("page.trim", "A4"))
    assert parameters(WORK, style, 26) == "CN 32-1234/F*1977*m*A4*26*zh*P*¥12.00*3000*2*2030-03"
    assert parameters(WORK, sheet(), 26) == ""
    assert parameters(WORK._replace(number="1-2"), style, 52).endswith("*52*zh*P*¥12.00*3000*2*2030-01/02")


def test_a_cover_knows_the_pages_that_were_made() -> None:
    design = f"[{{draw: text, text: '{{parameters}}；{{pages}}；{{article_count}}', style: contents-title, {PLACE}}}]"
    facts = [(f"journal.{key}", value) for key, value in FULL]
    made = pages(WORK, "square", ("designs.front", design), *facts)
    inside = [page for page in made if not page.label.startswith("封")]
    assert len(inside) == 4
    assert shown(made[0]) == "CN 32-1234/F*1977*m*105.8mm×141.1mm*4*zh*P*¥12.00*3000*2*2030-03；4；2"


@pytest.mark.parametrize(
    ("trim", "name"),
    [
        (Size(mm(210), mm(297)), "A4"),
        (Size(mm(185), mm(260)), "16"),
        (Size(mm(210), mm(285)), "大16"),
        (Size(mm(185), mm(261)), "185mm×261mm"),
    ],
)
def test_a_trim_has_its_name_in_the_parameters(trim: Size, name: str) -> None:
    assert trim_name(trim) == name


def test_facts_are_lists_in_a_layout_and_are_joined() -> None:
    from huozi.positioned_yaml import Mapping, read_yaml
    from huozi.style.kinds import KINDS

    node = read_yaml("key: [甲, '乙\n\n  丙']\n", HERE.file, Findings())
    assert isinstance(node, Mapping)
    assert KINDS["fact"].read(node.entries[0].value) == "甲、乙 丙"
