"""Random contents in layouts of all kinds: nothing is lost or doubled, overlaps, or stands outside the type area."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby, pairwise
from random import Random

import pytest
from issues import HOUSE, sheet
from squares import HERE

from huozi.blocks.lines import composer
from huozi.blocks.setting import Setting
from huozi.diagnostics import Findings
from huozi.display import GlyphRun, Placed, Role
from huozi.fonts.catalog import Catalog
from huozi.makeup.contents import contents_pages
from huozi.makeup.contents_texts import ContentsSetter, Entry
from huozi.structure import Kind

CHOICES = {
    "contents.authors": ("false", "true", "column", "below"),
    "contents.subtitles": ("false", "true", "below"),
    "contents.summaries": ("false", "true"),
    "contents.leader": ("dots", "none"),
    "contents.leader_to": ("folio", "authors"),
    "contents.folio_position": ("right", "before"),
    "contents.folio_template": ("{folio}", "p{folio}"),
    "contents.columns": ("1", "1", "2"),
    "contents.level": ("false", "true"),
    "contents.section_pages": ("false", "true"),
    "contents.foot": ("0", "3"),
    "contents.entry_space": ("0", "1"),
    "contents.author_separator": ("，", '"\u3000"'),
    "styles.contents-entry.hang": ("0", "1字"),
    "styles.contents-authors.size": ("", "8pt"),
    "styles.contents-subtitle.size": ("", "9pt"),
    "styles.contents-authors.align": ("", "right"),
}


FIELDS = {"year": "2030", "issue": "3", "serial": "7"}


class Kinds:
    """Han characters, each used once."""

    def __init__(self) -> None:
        self.code = 0x4E00

    def text(self, length: int) -> str:
        self.code += length
        return "".join(map(chr, range(self.code - length, self.code)))


def random_entries(random: Random) -> list[Entry]:
    kinds = Kinds()
    entries: list[Entry] = []
    for number in range(random.randint(1, 14)):
        if random.random() < 0.2:
            entries.append(Entry(kinds.text(random.randint(1, 8)), str(number), True, (), HERE))
            continue
        title = "，".join(kinds.text(random.randint(1, 16)) for _ in range(random.randint(1, 3)))
        authors = tuple(kinds.text(random.randint(2, 3)) for _ in range(random.choice((0, 1, 1, 2, 3, 9))))
        subtitle = kinds.text(random.randint(1, 12)) if random.random() < 0.3 else ""
        summary = (kinds.text(random.randint(1, 70)),) if random.random() < 0.4 else ()
        folio = str(random.choice((3, 12, 128)))
        entries.append(Entry(title, folio, False, authors, HERE, subtitle, summary))
    return entries


def han(text: str) -> Counter[str]:
    return Counter(character for character in text if "\u4e00" <= character <= "\u9fff")


def runs(page: list[Placed]) -> list[tuple[Placed, GlyphRun, str]]:
    return [(item, item.item, "".join(item.item.texts)) for item in page if isinstance(item.item, GlyphRun)]


@pytest.mark.parametrize("seed", range(120))
def test_contents_are_whole_and_inside_the_type_area(seed: int) -> None:
    random = Random(seed)  # noqa: S311  # what is drawn is to be the same every time
    asked = [(key, random.choice(values)) for key, values in CHOICES.items()]
    style = sheet("square", *((key, value) for key, value in asked if value))
    entries, findings = random_entries(random), Findings()
    set_text = composer(Setting(style, Catalog(HOUSE.fonts), findings, style.page.area.measure), HERE)
    made = contents_pages(entries, ContentsSetter(style, FIELDS, set_text, findings))
    pages = [page.items for page in made]
    assert {item.rule for item in findings} <= {"line-loose"}  # summaries in narrow columns
    contents, area = style.contents, style.page.area
    drawn = "".join(text for page in pages for _, _, text in runs(page))
    listed = "".join(
        entry.text
        + (entry.subtitle if contents.subtitles != "none" else "")
        + ("".join(entry.authors) if contents.authors != "none" else "")
        + ("".join(entry.summary) if contents.summaries else "")
        for entry in entries
    )
    missing = han(listed) - han(drawn)
    heads = han("目录年第期总")
    assert not missing and not (han(drawn) - han(listed)).keys() - heads.keys()
    for page in pages:
        rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for item, run, text in runs(page):
            assert item.x >= 0 and end(item, run) <= area.width, text
            assert 0 < item.y <= area.height + (run.size - area.size) // 2, text
            if item.role is Role.ARTIFACT:
                assert set(text) == {"."} and len(text) >= 3
            rows[item.y].append((item.x, end(item, run)))
        for row in rows.values():
            assert all(end <= start for (_, end), (start, _) in pairwise(sorted(row))), sorted(row)
        parts = [element for element, _ in groupby(item.element for item in page if item.order >= 0)]
        assert len(parts) == len(set(parts)), "what is one stands in one piece"
        orders = [item.order for item in page if item.order >= 0]
        assert orders == sorted(set(orders))
    assert len(edges(pages)) <= contents.columns


def end(item: Placed, run: GlyphRun) -> int:
    """Where a run's ink may end: a mark at a line's end gives up its second half."""
    return item.x + run.width - (run.size // 2 if run.texts[-1] in "，：" else 0)


def edges(pages: list[list[Placed]]) -> set[int]:
    """Where folios end."""
    return {
        item.x + run.width
        for page in pages
        for item, run, text in runs(page)
        if item.element and item.element.kind in (Kind.CONTENTS_ENTRY, Kind.LABEL) and text.removeprefix("p").isdigit()
    }
