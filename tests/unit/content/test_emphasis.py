"""Emphasis: what a reader takes marks for, beside every kind of character, in texts made by chance and by force."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator

import pytest

from huozi.content.markdown import read_markdown
from huozi.content.model import Paragraph, Text, TextRole
from huozi.diagnostics import Findings

MARK_RULES = {"leftover-mark", "mark-unclear"}


def read(text: str) -> tuple[list[Text], list[str]]:
    """The texts of a paragraph, and the rules that report something in it."""
    findings = Findings()
    body = read_markdown(text, "a.md", ".", findings)
    texts = [
        inline
        for block in body.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Text)
    ]
    return texts, [item.rule for item in findings]


def strong_parts(text: str) -> list[tuple[str, bool]]:
    """A text in parts that are strong or not."""
    texts, _ = read(text)
    groups = itertools.groupby(texts, lambda inline: inline.role is TextRole.STRONG)
    return [("".join(inline.text for inline in group), is_strong) for is_strong, group in groups]


# ------------------------------------------------------------------ texts whose meaning is known

INNER = [
    "闸门",
    "注意：",
    "“停航”",
    "（一）",
    "涨5%",
    "5.0+",
    "——潮",
    "潮——",
    "《闸志》",
    "A",
    "GDP",
    "12",
    "甲，乙",
    "￥30",
    "好！",
]
OUTER = [
    "后",
    "他说",
    "，",
    "。",
    "：",
    "“",
    "”",
    "（",
    "）",
    "、",
    "——",
    "……",
    "是“",
    "”的",
    "+",
    "，第",
    " 又 ",
    "（见",
    "·",
]


def known_texts(count: int) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """Texts with strong parts, and the parts."""
    chance = random.Random(20261127)  # noqa: S311
    for _ in range(count):
        parts = [(chance.choice(OUTER), False)] if chance.random() < 0.5 else []
        for _ in range(chance.randint(1, 4)):
            parts += [(chance.choice(INNER), True), (chance.choice(OUTER), False)]
        if chance.random() < 0.5:
            del parts[-1]
        yield "".join(f"**{text}**" if is_strong else text for text, is_strong in parts), parts


@pytest.mark.slow
def test_what_is_marked_strong_beside_any_mark_is_strong_and_nothing_else_is() -> None:
    for text, parts in known_texts(5_000):
        merged = [
            ("".join(part for part, _ in group), is_strong)
            for is_strong, group in itertools.groupby(parts, lambda part: part[1])
        ]
        if not parts[0][1]:
            merged[0] = (merged[0][0].lstrip(), False)
        if not merged[-1][1]:
            merged[-1] = (merged[-1][0].rstrip(), False)
        if "----" in text or merged[0] == ("", False):
            continue
        assert strong_parts(text) == [part for part in merged if part[0]], text
        assert not MARK_RULES & set(read(text)[1]), text


# ------------------------------------------------------------------ texts by force


def may_open(before: str, behind: str) -> bool:
    """Whether a reader takes marks for the beginning of what is marked."""
    return behind not in " " and (behind not in "：”" or before in " ：“”")


def may_close(before: str, behind: str) -> bool:
    return before not in " " and (before not in "“" or behind in " ：“”")


def fewest_left(text: str) -> int:
    """How many marks ``**`` are left over at the least, by trying whatever each may be."""
    places = [place for place in range(len(text)) if text.startswith("**", place)]
    sides = [(text[place - 1] if place else " ", (text[place + 2 :] + " ")[0]) for place in places]
    best = len(places)
    for roles in itertools.product("oc-", repeat=len(places)):
        kept = "".join(role for role in roles if role != "-")
        if kept.replace("oc", ""):
            continue
        fits = all(
            role == "-" or (may_open(*side) if role == "o" else may_close(*side))
            for role, side in zip(roles, sides, strict=True)
        )
        if fits:
            best = min(best, roles.count("-"))
    return best


def texts_by_force() -> Iterator[str]:
    """Texts with up to four marks, each kind of character at each side of each."""
    for count in (2, 3):
        yield from map("**".join, itertools.product(("甲", "甲：", "“甲", "甲 "), repeat=count + 1))
    chance = random.Random(3)  # noqa: S311
    pieces = ("甲", "甲：", "“甲", "甲”", " 甲", "甲 ", "甲“", "“甲”", "甲：乙")
    for _ in range(3_000):
        yield "**".join(chance.choice(pieces) for _ in range(chance.randint(2, 6)))


def test_no_more_marks_are_left_over_than_must_be() -> None:
    for text in texts_by_force():
        wanted = text.strip()
        if "“**”" in wanted:  # the name of the mark
            continue
        texts, rules = read(wanted)
        printed = "".join(inline.text for inline in texts).count("**")
        assert printed == fewest_left(wanted), wanted
        assert not printed or MARK_RULES & set(rules), wanted


SIGNS = ("*", "**", "***", "_", "__", "==", "^", "~", "`", "[", "]", "{.small}", "|", "\\")
WORDS = ("甲", "乙丙", "A", "bc", "3", "12", "，", "：", "“", "”", "（", "）", "%", "+", "-", "——", " ", "\n")


@pytest.mark.slow
def test_no_combination_loses_a_letter_or_prints_a_mark_in_silence() -> None:
    chance = random.Random(652)  # noqa: S311
    for _ in range(6_000):
        text = "甲" + "".join(chance.choice(SIGNS if chance.random() < 0.4 else WORDS) for _ in range(12))
        findings = Findings()
        body = read_markdown(text, "a.md", ".", findings)
        if not all(isinstance(block, Paragraph) for block in body.blocks):
            continue
        texts, rules = read(text)
        kept = "".join(inline.text for inline in texts)
        if not {rule for rule in rules if rule.startswith(("link", "picture", "span"))} and "{.small}" not in text:
            assert [each for each in kept if each.isalnum()] == [each for each in text if each.isalnum()], text


def test_a_clear_pair_is_set_whatever_stands_around_it() -> None:
    chance = random.Random(9)  # noqa: S311
    for _ in range(3_000):
        around = ["".join(chance.choice(WORDS[:-1]) for _ in range(chance.randint(0, 6))).strip() for _ in range(2)]
        if around[0].startswith(("-", "+", "3", "12")):
            continue
        text = f"{around[0]}**闸门**{around[1]}"
        assert ("闸门", True) in strong_parts(text), text


# ------------------------------------------------------------------ bad input


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "**甲" * 10_000,
        "*a " * 10_000,
        "*_" * 5_000 + "文",
        "**甲" * 5_000 + "乙**" * 5_000,
        "*甲**乙***丙" * 5_000,
        "***甲" * 10_000,
        "*甲_乙" * 5_000 + "丙_丁*" * 5_000,
        "*" * 10_000 + "甲" + "*" * 10_000,
        "甲**“乙”**" * 10_000,
        "甲** " * 10_000,
        "甲==乙，丙" * 10_000,
        "文==甲==且" * 10_000,
        "3*4**5^6~7_8==" * 1_000,
        "x^2+" * 20_000,
        "{x|x" * 10_000,
        "[*" * 5_000 + "甲" + "*](x)" * 5_000,
        "*[甲]{.name}" * 10_000,
        "5*[[甲" * 10_000,
        "5*{甲|" * 10_000,
        "a==b，" * 10_000,
        "5==甲*==" * 5_000,
        "~甲乙" * 10_000,
        "，_甲乙" * 10_000,
        "^2^ " * 10_000,
    ],
)
def test_ten_thousand_marks_take_no_square_of_time_and_do_not_fail(text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 10


def test_ten_thousand_right_marks_are_no_findings() -> None:
    texts, rules = read("甲**“乙”**" * 10_000)
    assert rules == []
    assert {(inline.text, inline.role) for inline in texts} == {("甲", TextRole.PLAIN), ("“乙”", TextRole.STRONG)}


# ------------------------------------------------------------------ beside spans, dots and raised text


def emphasised(text: str) -> str:
    """A text without its marks, what is emphasised in < >."""
    texts, rules = read(text)
    assert not MARK_RULES.intersection(rules), rules
    groups = itertools.groupby(texts, lambda inline: inline.role is not TextRole.PLAIN)
    parts = [("".join(inline.text for inline in group), is_set) for is_set, group in groups]
    return "".join(f"<{part}>" if is_set else part for part, is_set in parts)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("东风-3*[闸]{.small}*[==**坝**==；]{.name}", "东风-3<闸坝>；"),
        ("*[闸门]{.name}*R&D", "<闸门>R&D"),
        ("K*[闸]{.name}*T", "K<闸>T"),
        ("[*==won’t==*NO~2~^−^]{.small}", "<won’t>NO2−"),
        ("F-4*^60^Co与Co*。", "F-4<60Co与Co>。"),
        ("*==v3.1==*之后", "<v3.1>之后"),
        ("②*\\`丙\\`…*又", "②<`丙`…>又"),
        ("；_斜_[闸](https://example.org)", "；<斜>闸"),
        ("…_斜_②", "…<斜>②"),
        ("5*[a+b]*2", "5*[a+b]*2"),
        ("2*πr*h和W*H*Dα大", "2*πr*h和W*H*Dα大"),
        ("3*{x|x>0}*2", "3*{x|x>0}*2"),
    ],
)
def test_emphasis_beside_what_is_marked_in_another_way(text: str, seen: str) -> None:
    assert emphasised(text) == seen


@pytest.mark.parametrize("text", ["*==v3.1==*g*与h*", "；_斜_office", "…_斜_2"])
def test_what_opens_and_never_closes_there_is_named(text: str) -> None:
    assert MARK_RULES.intersection(read(text)[1])


@pytest.mark.parametrize("text", ["x_斜_y", "file_name_2", "_1"])
def test_underscores_of_names_are_not(text: str) -> None:
    assert not MARK_RULES.intersection(read(text)[1])
