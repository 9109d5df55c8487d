"""The bookmarks of a file: its display list's ``Bookmark`` items as an outline (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFObjectReference, PDFString

from huozi.geometry import Mpt


@dataclass(slots=True)
class Entry:
    """A bookmark: its words, its destination and the entries below it."""

    title: str
    destination: PDFObject
    below: list[Entry] = field(default_factory=list)


def nest(entries: Iterable[tuple[int, Entry]]) -> list[Entry]:
    """Entries hung below one another by their levels; a level that jumps hangs below the entry before it."""
    top: list[Entry] = []
    trail: list[Entry] = []
    for level, entry in entries:
        del trail[level:]
        (trail[-1].below if trail else top).append(entry)
        trail.append(entry)
    return top


def add_outline(document: PDFDocument, entries: Sequence[Entry]) -> PDFObjectReference:
    """Put the outline's objects into the file, all entries open; gives the reference to its root."""
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = document.Reference(root)
    _hang(document, root, reference, entries)
    return reference


def _hang(document: PDFDocument, parent: PDFDictionary, reference: PDFObjectReference, entries: Sequence[Entry]) -> int:
    """Link entries to their parent and to each other; gives how many they are with all below them."""
    nodes = [
        PDFDictionary({"Title": PDFString(entry.title), "Parent": reference, "Dest": entry.destination})
        for entry in entries
    ]
    references = [document.Reference(node) for node in nodes]
    count = len(entries)
    for entry, node, own in zip(entries, nodes, references, strict=True):
        if entry.below:
            count += _hang(document, node, own, entry.below)
    for node, following in zip(nodes, references[1:], strict=False):
        node["Next"] = following
    for node, preceding in zip(nodes[1:], references, strict=False):
        node["Prev"] = preceding
    parent["First"], parent["Last"], parent["Count"] = references[0], references[-1], count
    return count
