"""A round as it is kept: its text, and what is no such text."""

from __future__ import annotations

import random

import pytest
from editions import edition, paragraph

from huozi.diagnostics import Span
from huozi.rounds.kept import Damaged, Facts, KeptFinding, Round, read_round, round_text

FACTS = Facts("二校", "square", 2030, "1-2", "2030-03-31", "abc1234", "0.2.0", "digest", (("articles/a.md", "00ff"),))
KEPT = Round(
    FACTS,
    edition(paragraph("一", "甲“乙”\\丙", "丁\u2028戊"), paragraph("二", "己", kind="heading", at=9)),
    "huozi-plan 1\njournal square\nend\n",
    (KeptFinding("aabbcc", "line-loose", "warning", Span("articles/a.md", 3, 7)),),
)


def test_a_round_is_read_as_it_was_written() -> None:
    assert read_round(round_text(KEPT)) == KEPT


def test_its_text_is_a_fact_a_line() -> None:
    lines = round_text(KEPT).split("\n")
    assert lines[:4] == ['["huozi-round",1]', '["name","二校"]', '["journal","square"]', '["year",2030]']
    assert '["plan","journal square"]' in lines
    assert '["page","1","1","rest","1"]' in lines
    assert '["text","a","heading",0,"二","articles/a.md",9,1]' in lines
    assert '["line",0,1,3,32000,"己","look","setting"]' in lines
    assert '["finding","aabbcc","line-loose","warning","articles/a.md",3,7]' in lines
    assert lines[-2:] == ['["end"]', ""]


@pytest.mark.parametrize("text", ["", "huozi-plan 1\n", "{}", '["huozi-round",3]\n["end"]\n', "\0", '["huozi-round",1'])
def test_what_is_no_round_or_of_another_version_is_told(text: str) -> None:
    with pytest.raises(Damaged) as caught:
        read_round(text)
    assert caught.value.line in (0, 1)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('["year",2030]', '["year","2030"]', 4),
        ('["year",2030]', '["year",-1]', 4),
        ('["day","2030-03-31"]', '["day"]', 6),
        ('["file","articles/a.md","00ff"]', '["file","articles/a.md"]', 11),
        ('["line",0,1,1,0,', '["line",7,1,1,0,', 19),
        ('["line",0,1,1,0,', '["line",0,0,1,0,', 19),
        ('["line",0,1,1,0,', '["line",0,1,1,true,', 19),
        ('["page","1","1","rest","1"]', '["leaf"]', 17),
        ('["page","1","1","rest","1"]', '"page"', 17),
        ('["page","1","1","rest","1"]', "[]", 17),
        ('["page","1","1","rest","1"]', "[" * 100_000, 17),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(old: str, new: str, line: int) -> None:
    text = round_text(KEPT)
    assert old in text
    with pytest.raises(Damaged) as caught:
        read_round(text.replace(old, new, 1))
    assert caught.value.line == line


def test_a_file_that_was_cut_off_is_known() -> None:
    lines = round_text(KEPT).split("\n")[:-1]
    for count in range(1, len(lines)):
        with pytest.raises(Damaged):
            read_round("\n".join(lines[:count]))
    with pytest.raises(Damaged):
        read_round("\n".join([*lines, lines[-2]]))


@pytest.mark.parametrize("seed", range(200))
def test_whatever_is_done_to_a_file_it_is_read_or_named(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # drawn the same every time
    text = list(round_text(KEPT))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        text[at] = chance.choice(["", "]", "[", '"', "9", "\n", "null", "1e999", text[chance.randrange(len(text))]])
    try:
        read_round("".join(text))
    except Damaged as damage:
        assert 0 <= damage.line <= len("".join(text).split("\n")) + 1
