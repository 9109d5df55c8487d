"""The bookmarks of a file: its display list's ``Bookmark`` items as an outline (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference

from huozi.output.pdf.objects import File, pdf_dict, pdf_name, pdf_text


class Entry:
    """A bookmark: its words, its destination and the entries below it."""

    __slots__ = ("below", "destination", "title")

    def __init__(self, title: str, destination: PDFObject) -> None:
        self.title = title
        self.destination = destination
        self.below: list[Entry] = []


def nest(entries: Iterable[tuple[int, Entry]]) -> list[Entry]:
    """Entries hung below one another by their levels; a level that jumps hangs below the entry before it."""
    top: list[Entry] = []
    trail: list[tuple[int, Entry]] = []
    for level, entry in entries:
        while trail and trail[-1][0] >= level:
            trail.pop()
        (trail[-1][1].below if trail else top).append(entry)
        trail.append((level, entry))
    return top


def add_outline(file: File, entries: Sequence[Entry]) -> PDFObjectReference:
    """Put the outline's objects into the file, all entries open; gives the reference to its root."""
    root = pdf_dict({"Type": pdf_name("Outlines")})
    reference = file.add(root)
    _hang(file, root, reference, entries)
    return reference


def _hang(file: File, parent: PDFDictionary, reference: PDFObjectReference, entries: Sequence[Entry]) -> int:
    """Link entries to their parent and to each other; gives how many they are with all below them."""
    nodes = [
        pdf_dict({"Title": pdf_text(entry.title), "Parent": reference, "Dest": entry.destination}) for entry in entries
    ]
    references = [file.add(node) for node in nodes]
    count = len(entries)
    for entry, node, own in zip(entries, nodes, references, strict=True):
        if entry.below:
            count += _hang(file, node, own, entry.below)
    for node, following in zip(nodes, references[1:], strict=False):
        node["Next"] = following
    for node, preceding in zip(nodes[1:], references, strict=False):
        node["Prev"] = preceding
    parent["First"], parent["Last"], parent["Count"] = references[0], references[-1], count
    return count
