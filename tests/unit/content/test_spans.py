"""Spans in Markdown: what no case file can say — depth, length, what pairs with what."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huozi.content.markdown import read_markdown
from huozi.content.model import Paragraph, Ruby, Script, Text
from huozi.diagnostics import Findings


def inlines(text: str, findings: Findings | None = None) -> list[Text | Ruby]:
    body = read_markdown(text, "a.md", ".", Findings() if findings is None else findings)
    return [
        inline
        for block in body.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Text | Ruby)
    ]


def test_a_thousand_spans_in_each_other_are_read() -> None:
    (text,) = inlines("[" * 1_000 + "字" + "]{.small}" * 1_000)
    assert isinstance(text, Text)
    assert (text.text, text.markup.small) == ("字", True)
    assert text.span.column == 1_001


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "==字" * 20_000,
        "[字]{.name}" * 20_000,
        "[" * 20_000 + "字" + "]{.name}" * 20_000,
        "[==字" * 20_000 + "]{.x}" * 20_000,
        "字^1^H~2~" * 20_000,
        "{字|" * 20_000,
        "{" * 20_000 + "|" * 20_000 + "}" * 20_000,
        "[字" * 10_000 + " == " * 10_000,
        "]{.name}" * 20_000,
    ],
)
def test_no_text_takes_a_square_of_time(text: str) -> None:
    began = time.process_time()
    inlines(text)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "text", ["1~2~3", "10~20和30~40", "第3~5~7页", "^_^", "^o^", "x^ 2^", "2^10", "~~删~~", "a == b == c"]
)
def test_ranges_powers_and_smileys_stay_text(text: str) -> None:
    assert "".join(inline.text for inline in inlines(text) if isinstance(inline, Text)) == text


@pytest.mark.parametrize(
    ("text", "raised"), [("m^2^", "2"), ("x^n+1^", "n+1"), ("字^[1,2]^", "[1,2]"), ("字^①^", "①"), ("`a`^2^", "2")]
)
def test_powers_and_citations_are_raised(text: str, raised: str) -> None:
    found = [inline for inline in inlines(text) if isinstance(inline, Text) and inline.markup.script is Script.SUPER]
    assert [inline.text for inline in found] == [raised]


MARKUP = st.text(st.sampled_from("甲乙a2=[]{}|.^~* \n\\"), max_size=40)


@given(
    st.lists(
        st.one_of(MARKUP, st.sampled_from(["]{.name}", "==", "[甲", "{乙|yǐ}", "^2^", "]{.dots}", "**"])), max_size=8
    )
)
def test_every_character_keeps_its_place(parts: list[str]) -> None:
    text = "".join(parts)
    source = text.split("\n")
    for inline in inlines(text):
        if isinstance(inline, Text) and inline.text not in ("\n", " "):
            line = source[inline.span.line - 1]
            written = inline.text.rstrip(" ")  # a line break between Latin words is a space at the end
            assert line[inline.span.column - 1 :].startswith(written)
        elif isinstance(inline, Ruby):
            line = source[inline.span.line - 1]
            assert line[inline.span.column - 1 :].startswith(inline.base)


@given(MARKUP)
def test_no_han_is_lost(text: str) -> None:
    findings = Findings()
    body = read_markdown(text, "a.md", ".", findings)
    if any(re.match("span-attribute|span-class|link|picture", item.rule) for item in findings):
        return
    kept = "".join(
        inline.text if isinstance(inline, Text) else inline.base + inline.reading for inline in inlines(text)
    )
    if all(isinstance(block, Paragraph) for block in body.blocks):
        assert re.findall("[甲乙]", kept) == re.findall("[甲乙]", text)


def shown(text: str) -> str:
    """The text with what is raised in ^ ^, lowered in ~ ~, under dots in = =."""
    marks = {(Script.SUPER, False): "^", (Script.SUB, False): "~", (Script.NORMAL, True): "="}
    found = [one for one in inlines(text) if isinstance(one, Text)]
    return "".join(
        f"{marks.get((one.markup.script, one.markup.dots), '')}{one.text}"
        f"{marks.get((one.markup.script, one.markup.dots), '')}"
        for one in found
    )


def named(text: str) -> list[str]:
    findings = Findings()
    read_markdown(text, "a.md", ".", findings)
    return [item.rule for item in findings]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("^40^K衰变", "^40^K衰变"),
        ("测得 ^40^K 的量", "测得 ^40^K 的量"),
        ("~19~^40^K衰变", "~19~^40^K衰变"),
        ("其中，~19~^40^K衰变", "其中，~19~^40^K衰变"),
        ("^40^~19~K衰变", "^40^~19~K衰变"),
        ("^2^某某研究所", "^2^某某研究所"),
        ("笑 ^0^ 了", "笑 ^0^ 了"),
        ("^_^笑", "^_^笑"),
    ],
)
def test_numbers_before_a_word_are_raised_wherever_it_stands(text: str, seen: str) -> None:
    assert shown(text) == seen
    assert "mark-unclear" not in named(text)


def test_a_number_raised_alone_is_asked_about() -> None:
    assert named("共 ^3^ 处") == ["mark-unclear"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("伊尔-76==T==，", "伊尔-76=T=，"),
        ("g(t)==**慢**==", "g(t)=慢="),
        ("4G==信号？==", "4G=信号？="),
        ("==红====黄==", "=红==黄="),
        ("若p==q，r==s", "若p==q，r==s"),
        ("若p==q，则停。", "若p==q，则停。"),
        ("写作“p==q”或“==”", "写作“p==q”或“==”"),
    ],
)
def test_dots_begin_behind_a_letter_where_they_end_clearly(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize("text", ["已~作废~改", "~作废~", "，~不用了~。"])
def test_text_between_single_tildes_is_asked_about(text: str) -> None:
    assert named(text) == ["mark-unclear"]


@pytest.mark.parametrize(
    "text", ["二月~四月和六月~八月", "周二~周三和周四~周五", "2月~4月、6月~8月", "甲~乙~丙", "H~2~O", "~~~", "约~5个"]
)
def test_ranges_with_tildes_are_not_asked_about(text: str) -> None:
    assert "mark-unclear" not in named(text)


def test_a_formula_of_tex_in_lines_of_its_own_is_named() -> None:
    assert named("\\[\na^2\n\\]") == ["not-set-yet-math"]
    assert named("\\[甲\\]") == []
