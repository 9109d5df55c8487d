"""What ``huozi explain`` tells of the figures, tables, boxes and notes of a page: where they stand, far from what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.commands.page_words import say
from huozi.diagnostics import Language
from huozi.display import Page
from huozi.records import NamedTuple
from huozi.rounds.edition import EditionItem


class Matter(NamedTuple):
    """The figures, tables, boxes and notes of an issue, with the labels of all its pages in the order of the file."""

    items: tuple[EditionItem, ...]
    labels: tuple[str, ...]

    def on(self, page: Page) -> tuple[EditionItem, ...]:
        """Those that stand on a page, or go on there."""
        return tuple(each for each in self.items if each.page <= page.index <= each.last)

    def mention(self, item: EditionItem) -> str:
        """The label of the page of an item's mention; empty where none is known."""
        return self.labels[item.mention] if item.mention >= 0 else ""


NO_MATTER = Matter((), ())


def matter_lines(matter: Matter, page: Page, language: Language) -> Iterator[str]:
    """A line for figures, tables and boxes of a page, one for its notes, where it has any."""
    for phrase, kinds in (("floats-on", ("figure", "table", "box")), ("notes-on", ("note",))):
        told = [_told(each, matter, page, language) for each in matter.on(page) if each.kind in kinds]
        if told:
            yield say(phrase, language, items=say("then", language).join(told))


def _told(item: EditionItem, matter: Matter, page: Page, language: Language) -> str:
    """What is said of an item: its number, where it stands, whether its mention is elsewhere, whether it goes on."""
    name = item.label or say(f"a-{item.kind}", language, name=item.name).strip()
    told = [name] if item.kind == "note" else [say(f"stands-{item.where}", language, name=name)]
    if page.index > item.page:
        told.append(say("gone-on", language, page=matter.labels[item.page]))
    elif item.mention >= 0 and item.mention != item.page:
        told.append(say("mentioned-on", language, page=matter.mention(item)))
    if page.index < item.last:
        told.append(say("goes-on", language))
    return told[0] + (say("of-item", language, told=say("list", language).join(told[1:])) if told[1:] else "")


def matter_data(matter: Matter, page: Page) -> list[dict[str, object]]:
    """The same as values of JSON."""
    return [
        {
            "kind": each.kind,
            "label": each.label,
            "name": each.name,
            "file": each.place.file,
            "line": each.place.line,
            "where": each.where,
            "column": each.column,
            "mention": matter.mention(each) or None,
            "begins": each.page == page.index,
            "goes_on": page.index < each.last,
        }
        for each in matter.on(page)
    ]


def labels_of(pages: Sequence[Page]) -> tuple[str, ...]:
    """The labels of pages in the order of the file."""
    return tuple(page.label for page in pages)
