"""The outline read back: what hangs below what, in which order, how many entries a viewer counts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from output_pages import SCREEN, TARGET, page, pdf

from huozi.display import Bookmark, Page, Placed, Role, Target


@contextmanager
def outline_of(*pages: Page, target: Target = TARGET) -> Iterator[pikepdf.Object]:
    with pikepdf.open(io.BytesIO(pdf(*pages, target=target))) as file:
        yield file.Root.Outlines


def marks(*entries: tuple[str, int]) -> list[Placed]:
    """Bookmarks one below the other, 10 pt apart."""
    return [
        Placed(0, 10_000 * number, Bookmark(title, level), Role.ARTIFACT, -1)
        for number, (title, level) in enumerate(entries)
    ]


def below(entry: pikepdf.Object) -> list[pikepdf.Object]:
    """The entries right below one, by their chain from the first to the last."""
    found = []
    at = entry.get("/First")
    while at is not None:
        found.append(at)
        at = at.get("/Next")
    return found


def tree(entry: pikepdf.Object) -> list[object]:
    """Titles with how many entries are told to be below each, ``None`` where nothing is told."""
    return [
        (str(one.Title), int(one.Count) if "/Count" in one else None, tree(one)) if "/First" in one else str(one.Title)
        for one in below(entry)
    ]


ISSUE = marks(("栏甲", 0), ("一", 1), ("小节", 2), ("又一小节", 2), ("二", 1), ("栏乙", 0), ("三", 1))


def test_entries_hang_below_the_nearest_of_a_higher_level() -> None:
    with outline_of(page(*ISSUE)) as root:
        assert tree(root) == [
            ("栏甲", 4, [("一", 2, ["小节", "又一小节"]), "二"]),
            ("栏乙", 1, ["三"]),
        ]


def test_all_entries_are_open_and_counted_with_all_below_them() -> None:
    with outline_of(page(*ISSUE)) as root:
        assert int(root.Count) == 7
        assert root.Type == "/Outlines"
        leaves = [one for one in below(below(root)[0]) if "/First" not in one]
        assert all("/Count" not in leaf for leaf in leaves)


def test_neighbours_are_linked_both_ways_and_to_what_they_hang_below() -> None:
    with outline_of(page(*marks(("甲", 0), ("乙", 0), ("丙", 0)))) as root:
        first, second, third = below(root)
        assert [one.Parent.objgen for one in (first, second, third)] == [root.objgen] * 3
        assert root.Last.objgen == third.objgen
        assert "/Prev" not in first and "/Next" not in third
        assert (second.Prev.objgen, third.Prev.objgen) == (first.objgen, second.objgen)


def test_an_outline_that_begins_with_a_lower_level_keeps_every_entry() -> None:
    with outline_of(page(*marks(("一", 1), ("二", 2), ("栏", 0), ("三", 1)))) as root:
        assert tree(root) == [("一", 1, ["二"]), ("栏", 1, ["三"])]


def test_entries_of_several_pages_are_one_outline() -> None:
    pages = [page(*marks(("栏", 0))), page(*marks(("一", 1)), index=1, label="2")]
    with pikepdf.open(io.BytesIO(pdf(*pages))) as file:
        (top,) = below(file.Root.Outlines)
        (one,) = below(top)
        assert (top.Dest[0].objgen, one.Dest[0].objgen) == tuple(sheet.obj.objgen for sheet in file.pages)
        assert file.Root.PageMode == "/UseOutlines"


def test_an_entry_leads_to_the_height_of_its_place_and_keeps_the_zoom() -> None:
    mark = Placed(30_000, 70_000, Bookmark("甲", 0), Role.ARTIFACT, -1)
    # 595.276 pt of trim and 8.504 of bleed below it, which a screen file has not
    for target, height in ((TARGET, 533.78), (SCREEN, 525.276)):
        with outline_of(page(mark), target=target) as root:
            _, kind, left, top, zoom = root.First.Dest
            assert kind == "/XYZ" and left is None and zoom is None
            assert float(top) == height


def test_titles_are_utf_16_where_latin_does_not_do() -> None:
    with outline_of(page(*marks(("湖", 0), ("𠮷", 0), ("plain", 0)))) as root:
        assert [bytes(one.Title) for one in below(root)] == [
            b"\xfe\xff\x6e\x56",
            b"\xfe\xff\xd8\x42\xdf\xb7",
            b"plain",
        ]


def test_hints_for_the_ends_of_lines_are_no_part_of_a_title() -> None:
    with outline_of(page(*marks(("typo\u00adgraphy", 0), ("甲\u200b乙\u2060丙", 0), ("甲\u3000乙", 0)))) as root:
        assert tree(root) == ["typography", "甲乙丙", "甲\u3000乙"]


def test_a_file_without_bookmarks_has_no_outline() -> None:
    with pikepdf.open(io.BytesIO(pdf(page()))) as file:
        assert "/Outlines" not in file.Root and "/PageMode" not in file.Root
