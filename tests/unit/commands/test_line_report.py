"""What ``huozi compose`` tells, as text in two languages and as JSON; every field, step and reason has its words."""

from __future__ import annotations

import json
import re
from string import Formatter
from typing import Any, get_args, get_type_hints

import pytest
from squares import PULL_IN, TESTS, composed

from huozi.commands.compose import Request, compose_text
from huozi.commands.line_report import Told, as_json, as_text, display_width, neighbours, printable, worse_at
from huozi.commands.line_words import FIELDS, OBSTACLES, PHRASES, REASONS, field_words
from huozi.diagnostics import Language
from huozi.paragraph.breaking.cost import COST_FIELDS, FIELD_BITS
from huozi.paragraph.explain import Obstacle, Reason
from huozi.paragraph.rules.spacing import COMPRESS_STEPS, EXPAND_STEPS
from huozi.style.text_style import TextStyle

TEXT = "国国，国国国（国国国国），国国国国国ABC国国；国国国国国。"
WIDE = (("text.loosest", "1em"),)
"""No line is loose: the narrow measures of these cases are not what they are about."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@pytest.fixture(autouse=True)
def in_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TESTS)


def asked(text: str, measure: str = "9字", layout: str = "square", **others: Any) -> Request:
    return Request("text.txt", text, measure, "0字", layout=layout, **others)


def paragraphs_of(request: Request) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(compose_text(request._replace(output="json")).text)["paragraphs"]
    return found


# ------------------------------------------------------------------ words


def test_every_field_of_a_cost_has_its_words_in_their_order() -> None:
    rows = [name for name in FIELDS if "/" not in name]
    assert rows == [*COST_FIELDS, "-line-start"]
    assert all(name.partition("/")[0] in rows for name in FIELDS)


@pytest.mark.parametrize("step", [*EXPAND_STEPS, *(f"-{step}" for step in COMPRESS_STEPS)])
def test_every_step_says_in_both_languages_what_it_does(step: str) -> None:
    for language in LANGUAGES:
        assert FIELDS[step].does(language).format(places=14, s="s", each="0.11")
        assert "{each}" in FIELDS[step].does(language)


def test_every_reason_and_obstacle_has_its_words() -> None:
    assert set(REASONS) == set(get_args(Reason))
    assert set(OBSTACLES) == set(get_args(get_type_hints(Obstacle)["kind"]))


@pytest.mark.parametrize("table", [REASONS, OBSTACLES, PHRASES])
def test_both_languages_say_the_same_fields(table: dict[str, dict[Language, str]]) -> None:
    for name, row in table.items():
        chinese, english = ({field for _, field, _, _ in Formatter().parse(row[la]) if field} for la in LANGUAGES)
        assert chinese == english - {"s"}, name


def test_a_field_has_other_words_where_it_means_something_else() -> None:
    assert field_words("character", "") is FIELDS["character"]
    assert field_words("character", "ragged") is FIELDS["character/ragged"]
    assert field_words("lone", "ragged") is FIELDS["lone"]


# ------------------------------------------------------------------ text


def test_the_best_rejected_end_is_told_as_editors_say_it() -> None:
    said = compose_text(asked("国国国国国国国国国国", "5字", language="en", overrides=WIDE)).text
    assert "next best  ending after 国 would stretch 3 gaps by 0.333 em; the paragraph (in 3 lines)" in said
    assert "is worse at unevenness, by 130000" in said
    chinese = compose_text(asked("国国国国国国国国国国", "5字", overrides=WIDE)).text
    assert "次选  止于“国”：字距 3 处各加 0.333 字；全段（3 行）较差在疏密不匀，多 130000" in chinese


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh", ("不可  止于“国”：下一行会以，起头", "不容  止于“，”：排不下，宽出 0.500 字", "避头尾")),
        (
            "en",
            (
                "forbidden  ending after 国 would begin the next line with ，",
                "too wide   ending after ， does not fit, by 0.500 em",
                "prohibition",
            ),
        ),
    ],
)
def test_the_fullest_line_that_is_forbidden_says_why(language: Language, wanted: tuple[str, ...]) -> None:
    said = compose_text(asked("国国国国国，国国国国国", "5字", language=language, overrides=WIDE)).text
    assert all(words in said for words in wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_of_a_line_stand_in_one_column(language: Language) -> None:
    said = compose_text(asked(TEXT, language=language, overrides=WIDE)).text
    blocks = re.split(r"^ +[0-9]+  ", said, flags=re.MULTILINE)[1:]
    assert len(blocks) > 3
    for block in blocks:
        rows = [row for row in block.splitlines()[1:] if row.startswith("     ")]
        words = [
            PHRASES[name][language] for name in ("width", "adjusted", "cost", "next-best", "forbidden", "too-wide")
        ]
        heads = [next(word for word in words if row.strip().startswith(word)) for row in rows]
        starts = {
            display_width(row) - display_width(row[5 + len(head) :].lstrip())
            for row, head in zip(rows, heads, strict=True)
        }
        assert len(starts) == 1


def test_what_would_disturb_a_terminal_is_not_printed() -> None:
    outcome = compose_text(asked("国\x1b[31m国\u202e国\udc80国", "3字"))
    assert printable(outcome.text.replace("\n", "")) == outcome.text.replace("\n", "")
    assert "character-missing" in {item.rule for item in outcome.findings}


def test_no_text_says_nothing() -> None:
    assert compose_text(asked("\n \n")).text == ""
    assert json.loads(compose_text(asked("", output="json")).text) == {"paragraphs": []}


def test_a_number_that_would_be_parted_from_its_unit_is_shown() -> None:
    request = asked("国国国国12年国国国国国国", "5字", overrides=(("text.han_latin", "0"), *WIDE))
    (paragraph,) = paragraphs_of(request)
    parted = [item["parted"] for line in paragraph["lines"] for item in line["alternatives"] if "parted" in item]
    assert parted == [["12", "年"]]
    assert "止于“12”：拆开“12|年”" in compose_text(request).text
    assert "ending after 12 would part 12|年" in compose_text(request._replace(language="en")).text


def test_of_a_word_that_would_be_parted_the_letters_alone_are_shown() -> None:
    request = asked("国国efficient国国国国国国efficient国国国国国", "3字", layout="a4-35x37")
    hyphens = (("text.hyphenate", "en"), ("text.hyphen_before", "1"), ("text.hyphen_after", "1"))
    said = compose_text(request._replace(overrides=hyphens)).text
    assert "拆开“effi|cient”" in said
    assert "行首标点" not in said


def test_a_line_that_parts_a_word_says_so() -> None:
    request = asked("国国国国hyphen\u00adation国国国国国国国国国国国国", "8字", language="en")
    assert [line["break"] for line in paragraphs_of(request)[0]["lines"]] == ["hyphen", "full", "end"]
    assert "natural (em) 7.750 → 8.000, word parted" in compose_text(request).text


# ------------------------------------------------------------------ JSON


def test_costs_add_up_to_the_paragraphs_and_name_no_empty_fields() -> None:
    (paragraph,) = paragraphs_of(asked(TEXT, overrides=(("text.fill", "pull-in"),)))
    total: dict[str, int] = {}
    for line in paragraph["lines"]:
        for field, amount in line["cost"].items():
            assert amount > 0
            total[field] = total.get(field, 0) + amount
    assert total == paragraph["cost"]
    assert total


def test_an_alternative_names_its_end_its_steps_and_where_it_loses() -> None:
    (paragraph,) = paragraphs_of(asked("国国国国国，国国国国国", "5字", overrides=WIDE))
    dearer, forbidden, wide = paragraph["lines"][0]["alternatives"]
    assert dearer == {
        "verdict": "dearer",
        "text": "国国国",
        "after": "国",
        "before": "国",
        "adjustments": [{"step": "character", "places": 2, "amount": 20_000, "em": 2.0}],
        "lines": 3,
        "cost": {"unevenness": 5_632, "character": 200_000_000},
        "worse": {"field": "unevenness", "by": 5_632 - paragraph["cost"]["unevenness"]},
    }
    assert forbidden == {
        "verdict": "forbidden",
        "text": "国国国国国",
        "after": "国",
        "before": "，",
        "reason": "line-start",
        "what": "，",
    }
    assert (wide["verdict"], wide["excess"], wide["excess_em"], wide["compressed"]) == ("too-wide", 5_000, 0.5, False)


def test_amounts_stand_in_millipoints_and_in_ems() -> None:
    (paragraph,) = paragraphs_of(asked(TEXT, overrides=(("text.fill", "pull-in"),)))
    steps = [step for line in paragraph["lines"] for step in line["adjustments"]]
    assert steps
    assert all(step["em"] == round(step["amount"] / paragraph["em"], 4) for step in steps)


def test_a_cost_that_is_no_worse_says_so() -> None:
    assert worse_at(5, 5) is None
    assert worse_at(1 << FIELD_BITS | 3, 1 << FIELD_BITS) == (COST_FIELDS[-1], 3)
    work = composed("国国国国国国", 3, PULL_IN)
    assert "alike" in PHRASES
    assert as_text([Told(work)], 30_000, "en").count("none") == 3


def test_the_characters_about_an_end_are_whole() -> None:
    def about(text: str, end: int) -> tuple[str, str]:
        return neighbours(composed(text, 99).items, end)

    assert about("国word国", 5) == ("word", "国")
    assert about("国文 国", 3) == ("文", "国")
    assert about("国文", 2) == ("文", "")
    assert about("国——国", 3) == ("——", "国")
    assert about("国" * 50 + "文国", 51) == ("文", "国")
    assert about(" 国", 1) == (" ", "国")


def test_json_of_several_paragraphs_is_one_object() -> None:
    shown = as_json([Told(composed("国", 3)), Told(composed("国国国国", 3))], 30_000)
    assert [len(paragraph["lines"]) for paragraph in json.loads(shown)["paragraphs"]] == [1, 2]


# ------------------------------------------------------------------ in a line less or more


@pytest.mark.parametrize(("looseness", "lines"), [(-1, 4), (0, 5), (1, 6)])
def test_a_paragraph_is_set_in_a_line_less_or_more(looseness: int, lines: int) -> None:
    text = "国国国，" * 8 + "国国国国国国国。"
    request = asked(text, looseness=looseness, overrides=(("text.fill", "pull-in"),))
    (paragraph,) = paragraphs_of(request)
    assert len(paragraph["lines"]) == lines
    assert [item.rule for item in compose_text(request).findings] == []


def test_what_cannot_be_set_in_so_many_lines_says_so_and_stays() -> None:
    request = asked("国国国国国国国国国国", "5字", looseness=-1)
    (item,) = compose_text(request).findings
    assert (item.rule, item.span.line, dict(item.arguments)) == (
        "looseness-impossible",
        1,
        {"lines": "2", "wanted": "1"},
    )
    assert paragraphs_of(request) == paragraphs_of(request._replace(looseness=0))


@pytest.mark.slow
def test_a_paragraph_too_long_to_compare_says_so() -> None:
    outcome = compose_text(asked("国国国国，" * 30_000, "20字"))
    assert [item.rule for item in outcome.findings] == ["paragraph-long"]
    assert outcome.code == 0


@pytest.mark.slow
def test_a_paragraph_too_long_for_another_number_of_lines_says_so_and_stays() -> None:
    outcome = compose_text(asked("国国国国，" * 4_000, "20字", looseness=1))
    assert [item.rule for item in outcome.findings] == ["looseness-long"]
    assert outcome.text == compose_text(asked("国国国国，" * 4_000, "20字")).text


def test_what_a_house_has_otherwise_than_is_usual_is_told_where_it_acts() -> None:
    rules = TextStyle(adjacent_marks="2字", digits="half")
    work = composed("国：“国”国国国国国国12国国国国国国国国", 6, rules)
    shown = as_text([Told(work, rules=rules)], 60_000, "zh")
    assert "标点相连 1 处，两个共占 2 字（text.adjacent_marks）" in shown
    assert "数字 2 个，各占半字（text.digits）" in shown
    assert shown.count("版式") == 2
    (paragraph,) = json.loads(as_json([Told(work, rules=rules)], 60_000))["paragraphs"]
    assert [line.get("house") for line in paragraph["lines"]] == [
        {"adjacent_marks": {"value": "2字", "pairs": 1}},
        {"digits": {"value": "half", "figures": 2}},
        None,
        None,
    ]
    assert "版式" not in as_text([Told(composed("国：“国”12国", 6))], 60_000, "zh")
