"""Text beside pictures, whatever the text: every character once, narrow lines first and as they are in all variants."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Literal

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "unit" / "blocks"))

from figure_trial import facts_of, figure, surroundings

from huozi.blocks.body import set_blocks
from huozi.content.model import Block, Paragraph, Ruby, Text, TextRole, Wish
from huozi.diagnostics import Span
from huozi.display import GlyphRun, Role
from huozi.galley import SetParagraph, Slug
from huozi.structure import Kind

HALF = 0.501
"""What a mark that is cut at a line's edge has beyond it, in ems: half of its box, without ink."""

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"
MARKS = "，。、；：？！"
WORDS = ("letter", "type", "OCR", "2024", "3.14", "《千字文》", "“活字”", "——", "……", "（版）")


def some_text(random: Random, length: int) -> str:
    """Han with marks, words, numbers and brackets."""
    pieces: list[str] = []
    while sum(map(len, pieces)) < length:
        kind = random.random()
        if kind < 0.75 or not pieces:
            pieces.append("".join(random.choices(HAN, k=random.randint(1, 5))))
        elif kind < 0.87 and pieces[-1][-1] in HAN:
            pieces.append(random.choice(MARKS))
        else:
            pieces.append(random.choice(WORDS))
    return "".join(pieces)


def paragraph(random: Random, line: int) -> tuple[Paragraph, str]:
    """A paragraph in several pieces, and what it says."""
    at = Span("a.md", line, 1)
    inlines: list[Text | Ruby] = []
    for _ in range(random.randint(1, 3)):
        role = random.choice((TextRole.PLAIN, TextRole.STRONG, TextRole.EMPHASIS))
        inlines.append(Text(some_text(random, random.randint(1, 60)), at, role))
        if random.random() < 0.2:
            inlines.append(Ruby("活字", "huó zì", at))
    said = "".join(inline.text if isinstance(inline, Text) else inline.base for inline in inlines)
    return Paragraph(tuple(inlines), at), said


def lines_of(slugs: tuple[Slug, ...]) -> list[tuple[float, float, str]]:
    """The lines of text: where each starts and ends (ems), what it says."""
    found = []
    for slug in slugs:
        runs = [
            (placed.x, placed.item)
            for placed in slug.items
            if isinstance(placed.item, GlyphRun) and placed.role is not Role.READING
            and placed.element is not None and placed.element.kind is Kind.PARAGRAPH
        ]  # fmt: skip
        text = "".join("".join(run.texts) for _, run in runs)
        right = max(x + run.width for x, run in runs)
        found.append((min(x for x, _ in runs) / 10_000, right / 10_000, text))
    return found


@pytest.mark.parametrize("seed", range(150))
def test_text_beside_a_picture_is_whole_and_its_first_lines_are_narrow(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    side: Literal["left", "right"] = "left" if random.random() < 0.5 else "right"
    width, height = random.randint(30, 100), random.randint(10, 120)
    within = surroundings(
        {"a.png": facts_of(width, height)}, ("figures.beside_gap", "10pt"), ("make_up.stretch", "1/8em")
    )
    said = [paragraph(random, line) for line in range(7, 7 + random.randint(1, 4))]
    blocks: list[Block] = [figure("a.png", wish=Wish(place="beside", side=side)), *(block for block, _ in said)]
    galley = set_blocks(blocks, within)
    made = galley[0]
    assert isinstance(made, SetParagraph)
    rest = [piece for piece in galley[1:] if isinstance(piece, SetParagraph)]
    whole = "".join(text for _, text in said)
    measure, room = (200 - width - 10) // 10, -(-(height * 2 + 16) // 32)
    natural = lines_of(made.cast(made.lines))[:room]
    counts = {variant.lines for variant in made.variants()}
    assert made.lines in counts
    for count in counts:
        slugs = made.cast(count)
        assert len(slugs) == count
        lines = lines_of(slugs)
        told = "".join(text for _, _, text in (*lines, *lines_of(tuple(s for p in rest for s in p.cast(p.lines)))))
        assert told.replace("\u00ad", "") == whole
        assert lines[:room] == natural
        for start, end, _ in lines[:room]:
            left = 20 - measure if side == "left" else 0
            assert left - HALF <= start < end <= left + measure + HALF
    depths = [made.depth] * (made.lines - len(made.tail)) + list(made.tail)
    assert sum(depths) >= room
    assert sum(depths[: made.solid]) >= room
