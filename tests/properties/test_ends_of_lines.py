"""Classes and ends of lines hold for any text; both ways to them agree, and composition takes its ends from them."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from paragraphs import RULES, texts
from squares import composed
from test_text_kept import ANYTHING, ODD

from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.characters.context import find_addresses, resolve
from huozi.paragraph.characters.uax14 import NOT, TIED, line_breaks
from huozi.paragraph.rules.kinsoku import may_break
from huozi.paragraph.rules.opportunities import _codes_by_uax14, break_opportunities, pair_codes
from huozi.paragraph.rules.spacing import MAY_END
from huozi.style.text_style import TextStyle

MARKS = "".join(cc.MARKS.values())
PLAIN = st.text(st.sampled_from(MARKS + cc.PLAIN + "国字中文国字中文Ab19é "), max_size=12)
HELD = st.lists(st.text(st.sampled_from("国字图A1é（），。·-" + cc.PLAIN), max_size=5), max_size=4).map("\u00a0".join)
FOREIGN = "ー々ゃ가ก\u0301\u200b\u2060\u00a0\u00ad\u200d👍🏻🇨①→«»\"'|×ｱ｡﹁\n\t"
MIXED = st.text(st.sampled_from(MARKS + FOREIGN + "国字A1 "), max_size=12)


def ends(codes: list[str], rules: TextStyle) -> list[bool]:
    """Whether a line may end at each gap of these codes."""
    return [
        code[-1] == MAY_END if code[-1] in "+-" else may_break(code[0], code[1], rules.kinsoku, rules.profile)
        for code in codes
    ]


@settings(max_examples=500)
@given(ANYTHING | MIXED)
@example(ODD)
def test_any_text_has_a_class_a_character(text: str) -> None:
    assert len(cc.classes(text)) == len(text)
    found = resolve(text)
    assert len(found.classes) == len(text)
    assert set(found.classes) <= set(cc.ALL)


@settings(max_examples=500)
@given(ANYTHING | MIXED | texts(30), RULES)
@example(ODD, TextStyle())
@example(ODD, TextStyle(profile="unicode"))
def test_composition_takes_its_ends_of_lines_from_the_opportunities(text: str, rules: TextStyle) -> None:
    work = composed(text, 99, rules).work
    found = break_opportunities(work.items.text, rules.profile, rules.kinsoku)  # soft hyphens are hyphenation's
    assert tuple(work.measured.breaks) == found.may
    assert set(found.must) <= set(found.may)


@settings(max_examples=1000)
@given(PLAIN | HELD)
@example("见图\u00a012，字")
@example("字\u00a0字 A\u00a0字")
def test_plain_text_is_broken_alike_by_the_quick_way_and_the_other(text: str) -> None:
    found, rules = resolve(text), TextStyle()
    quick = ends(pair_codes(text, found, "clreq", "gb"), rules)
    slow = ends(pair_codes(text, found._replace(plain=False), "clreq", "gb"), rules)
    assert quick == slow


@settings(max_examples=1000)
@given(MIXED | texts(20))
def test_clreq_differs_from_uax14_at_marks_that_the_tables_name_and_in_addresses_alone(text: str) -> None:
    unicode, clreq = (set(break_opportunities(text, profile).may) for profile in ("unicode", "clreq"))
    inside = {count for start, end in find_addresses(text) for count in range(start, end + 1)}
    named = set(MARKS + "\u00ad") - {" "}
    for count in (unicode ^ clreq) - inside:
        before = "".join(character for character in text[:count] if cc.classes(character) != "u")
        nearest = {before[-1:], before.rstrip(" ")[-1:], text[count - 1], text[count]}
        assert nearest & named, (text, count)


@settings(max_examples=500)
@given(ANYTHING | MIXED)
@example(ODD)
def test_no_profile_ends_a_line_inside_a_cluster(text: str) -> None:
    inside = {count for count, sign in enumerate(line_breaks(text), 1) if sign == TIED}
    for profile in ("unicode", "clreq", "jlreq"):
        assert not inside & set(break_opportunities(text, profile).may)


@settings(max_examples=300)
@given(ANYTHING | MIXED, st.sampled_from(["gb", "strict"]))
def test_what_joins_is_never_parted(text: str, level: str) -> None:
    for joiner in "\u2060\u00a0\ufeff":
        for count, sign in enumerate(line_breaks(text), 1):
            if joiner in text[count - 1 : count + 1] and sign == NOT:
                assert count not in break_opportunities(text, "clreq").may


def test_the_other_way_is_not_the_quick_one() -> None:
    assert _codes_by_uax14("甲々", resolve("甲々"), "clreq", "gb") == ["HH-"]
    assert pair_codes("甲乙", resolve("甲乙"), "clreq", "gb") == ["HH"]
