"""Characters that no text should hold, one by one: each is drawn, is known to draw nothing, or is reported in place.

Whatever it is, no text is lost, what is seen stands where it should, and what belongs to a character stays with it.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

import pytest
from squares import BODY, EM, HERE, ROOT, rules_of

from huozi.diagnostics import Findings
from huozi.display import SOFT_HYPHEN
from huozi.fonts.catalog import Catalog, FaceSet
from huozi.fonts.shaping import LONGEST, shape
from huozi.paragraph.characters import charclass as cc
from huozi.paragraph.compose import Composed, compose
from huozi.paragraph.items.sorts import Stretch
from huozi.paragraph.lines.runs import glyph_runs
from huozi.style.text_style import FaceChoice

CONTROLS = "".join(map(chr, chain(range(0x20), range(0x7F, 0xA0)))) + "\u2028\u2029"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\ufe00\ufe0f\U000e0001\U000e0041\U000e0100"
SURROGATES = "\ud800\udbff\udc80\udfff"
UNASSIGNED = "\u0378\u2fe0\U0003fffd\U000e0fff"
PRIVATE = "\ue000\uf8ff\U000f0000\U0010fffd"
NONCHARACTERS = "\ufdd2\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
FOREIGN = "אชे한ᄒ👍🇨①☃﷽𝄞𠀀"

EVERY = CONTROLS + BIDI + UNSEEN + SURROGATES + UNASSIGNED + PRIVATE + NONCHARACTERS + FOREIGN

AROUND = ("国{}国国", "{}国国", "国国{}", "，{}，国", "（{}）", "a{}b a", "12{}年", "{}")


@cache
def faces() -> FaceSet:
    choice = FaceChoice("NotoSerifSC-Regular", "SourceSerif4-Regular", ("LXGWWenKai-Regular",))
    return Catalog([str(ROOT / "fonts")]).faces(choice)


def made(text: str, ems: float, findings: Findings | None = None) -> Composed:
    into = Findings() if findings is None else findings
    return compose([Stretch(text, faces(), HERE)], BODY, round(ems * EM), into)


def texts(work: Composed) -> list[str]:
    return [work.items.text[line.start : line.end] for line in work.set()]


def drawn(work: Composed) -> str:
    return "".join("".join(run.texts) for line in work.set() for _, run in glyph_runs(work.items, line, BODY.ink))


@pytest.mark.parametrize("character", EVERY, ids=lambda character: f"U+{ord(character):04X}")
def test_a_character_is_drawn_or_draws_nothing_or_is_reported_at_its_place(character: str) -> None:
    for around in AROUND:
        text = around.format(character)
        for ems in (1, 2.5, 20):
            findings = Findings()
            work = made(text, ems, findings)
            assert "".join(texts(work)) == text
            assert drawn(work).replace(" ", "") == text.replace(" ", "")
            reported = {
                (item.span.column, dict(item.arguments)["code"])
                for item in findings
                if item.rule == "character-missing"
            }
            place = (text.index(character) + 1, f"U+{ord(character):04X}")
            seen = faces().covering(character) is not None or cc.draws_nothing(character) or character in cc.BLANKS
            assert reported == (set() if seen else {place})
            over = any(line.width > work.measure for line in work.set())
            assert ("line-overfull" in rules_of(findings)) == over


@pytest.mark.parametrize("character", UNSEEN + BIDI, ids=lambda character: f"U+{ord(character):04X}")
def test_what_draws_nothing_takes_no_room(character: str) -> None:
    plain, other = made("国国国国", 20), made(f"国国{character}国国", 20)
    assert plain.set()[0].width == other.set()[0].width


SEQUENCES = {
    "variation of a hanzi": "葛\U000e0100",
    "standardised variation": "葛\ufe00",
    "variation of a mark": "。\ufe00",
    "family": "👨\u200d👩\u200d👧\u200d👦",
    "skin": "👍🏽",
    "flag": "🇨🇳",
    "flag by tags": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "keycap": "1\ufe0f\u20e3",
    "voiced kana": "か\u3099",
    "jamo": "\u1112\u1161\u11ab",
    "Thai": "ก็",
    "accents": "e\u0301\u0302",
    "accents on a hanzi": "国\u0301\u0302",
    "a thousand accents": "e" + "\u0301" * 1_000,
    "a thousand accents on a hanzi": "国" + "\u0301" * 1_000,
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_a_sequence_is_never_parted(name: str) -> None:
    sequence = SEQUENCES[name]
    text = f"国国{sequence}国{sequence}国国国"
    for halves in range(2, 16):
        lines = texts(made(text, halves / 2))
        assert "".join(lines) == text
        assert sum(line.count(sequence) for line in lines) == 2


@pytest.mark.parametrize("name", ["variation of a hanzi", "standardised variation", "a thousand accents on a hanzi"])
def test_what_follows_a_hanzi_leaves_its_lines_as_they_are(name: str) -> None:
    sequence = SEQUENCES[name]
    plain = [len(line) for line in texts(made("国文，" * 30, 7))]
    other = texts(made(f"{sequence}文，" * 30, 7))
    assert [len(line.replace(sequence, "国")) for line in other] == plain


def test_inner_signs_are_hints_or_characters_never_both() -> None:
    assert made("国\ufdd0文", 20).items.preferred == (1,)
    findings = Findings()
    assert texts(made("国\ufdd1文", 20, findings)) == ["国\ufdd1文"]
    assert rules_of(findings) == ["character-missing"]


@pytest.mark.parametrize("letter", ["a", "ab ", "—", "…", "e\u0301"])
def test_a_run_longer_than_can_be_shaped_at_once_is_shaped_whole(letter: str) -> None:
    text = (letter * (6 * LONGEST))[: 6 * LONGEST]
    face = faces().han if letter in "—…" else faces().latin
    assert len(shape(face, text, EM)) == len(text)


@pytest.mark.parametrize("text", ["office af ", "—", "office"])
def test_a_long_run_is_shaped_as_a_short_one(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    face = faces().han if text == "—" else faces().latin
    whole = shape(face, text * 60, EM)
    monkeypatch.setattr("huozi.fonts.shaping.LONGEST", 6 * len(text))
    assert shape(face, text * 60, EM) == whole


def test_a_measure_of_less_than_a_character_sets_each_by_itself() -> None:
    findings = Findings()
    assert texts(made("国字ab，文", 0.1, findings)) == ["国", "字", "a", "b，", "文"]
    assert rules_of(findings) == ["line-overfull", "word-broken"]


def test_soft_hyphens_alone_are_no_text() -> None:
    assert texts(made(SOFT_HYPHEN * 1_000, 3)) == []


def test_a_selector_chooses_the_form_that_the_face_has() -> None:
    findings = Findings()
    plain, chosen = made("礼郎", 10), made("礼\ufe00郎\ufe00", 10, findings)
    assert not findings
    glyphs = [glyph for glyph, text in zip(chosen.items.glyph, chosen.items.text, strict=True) if text in "礼郎"]
    assert len(set(glyphs) & set(plain.items.glyph)) == 0
    assert drawn(chosen) == "礼\ufe00郎\ufe00"


@pytest.mark.parametrize("text", ["葛\U000e0100", "，\ufe01", "“\ufe01"])
def test_a_form_that_is_not_set_is_reported(text: str) -> None:
    findings = Findings()
    work = made(f"国{text}国", 10, findings)
    assert rules_of(findings) == ["variant-missing"]
    assert work.items.glyph[1] == made(f"国{text[0]}国", 10).items.glyph[1]


@pytest.mark.parametrize("text", ["，\ufe00", "1\ufe0f国", "\ufe00国"])
def test_a_selector_that_asks_for_what_is_set_is_not_reported(text: str) -> None:
    findings = Findings()
    made(text, 10, findings)
    assert not findings


def test_words_from_right_to_left_are_reported_once_each() -> None:
    findings = Findings()
    made("国שלום，שלום עולם", 20, findings)
    found = [item for item in findings if item.rule == "right-to-left"]
    assert [(item.span.column, dict(item.arguments)["text"]) for item in found] == [(2, "שלום，שלום"), (12, "עולם")]
