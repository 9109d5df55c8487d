"""Page dictionaries: boxes, links, and where bookmarks lead (ISO 32000-1, 7.7.3, 12.5.6.5 and 14.11.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

from huozi.display import Bookmark, Link, Page, Placed
from huozi.geometry import Mpt
from huozi.output.pdf.numbers import points
from huozi.output.pdf.outline import Entry
from huozi.output.pdf.streams import Stream

Profile = Literal["print", "screen"]


def margin(page: Page, profile: Profile) -> Mpt:
    """How far a page's media box reaches beyond its trim: a screen shows nothing that is cut off."""
    return page.bleed if profile == "print" else 0


def add_pages(
    document: PDFDocument,
    pages: Sequence[Page],
    contents: Sequence[bytes],
    resources: PDFObjectReference,
    profile: Profile,
) -> list[PDFObjectReference]:
    """Put the pages and their tree (``document.Pages``) into the file; gives a reference to each page."""
    tree = document.Pages = PDFDictionary({"Type": PDFName("Pages"), "Count": len(pages)})
    parent = document.Reference(tree)
    leaves = [
        PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": parent,
                "Contents": document.Reference(Stream({}, content)),
                "Resources": resources,
                **_boxes(page, profile),
            }
        )
        for page, content in zip(pages, contents, strict=True)
    ]
    references = [document.Reference(leaf) for leaf in leaves]
    tree["Kids"] = PDFArray(references)
    if profile == "screen":
        _add_links(pages, leaves, references)
    return references


def bookmarks(
    pages: Sequence[Page], references: Sequence[PDFObjectReference], profile: Profile
) -> Iterator[tuple[int, Entry]]:
    """The bookmarks of all pages with their levels, in the order of the display list."""
    for page, reference in zip(pages, references, strict=True):
        for placed in page.items:
            if isinstance(placed.item, Bookmark):
                top = points(margin(page, profile) + page.trim.height - placed.y)
                destination = PDFArray([reference, PDFName("XYZ"), "null", top, "null"])
                yield placed.item.level, Entry(placed.item.title, destination)


def _boxes(page: Page, profile: Profile) -> dict[str, PDFArray]:
    """The page's boxes: the media box is the trim and its bleed on all sides; no crop box (preflight 5 to 7, 11)."""
    beyond = margin(page, profile)
    width, height = page.trim
    whole = _box(0, 0, width + 2 * beyond, height + 2 * beyond)
    trim = _box(beyond, beyond, beyond + width, beyond + height)
    return {"MediaBox": whole, "BleedBox": whole, "TrimBox": trim}


def _box(left: Mpt, bottom: Mpt, right: Mpt, top: Mpt) -> PDFArray:
    return PDFArray([points(left), points(bottom), points(right), points(top)])


def _add_links(
    pages: Sequence[Page], leaves: Sequence[PDFDictionary], references: Sequence[PDFObjectReference]
) -> None:
    """Give pages their links. One to a page that is not in the file (only some were asked for) is left out.

    A print file has none: PDF/X-4 keeps annotations off the printed area (ISO 15930-7, 6.17).
    """
    by_label = {page.label: reference for page, reference in zip(pages, references, strict=True)}
    for page, leaf in zip(pages, leaves, strict=True):
        links = [
            _annotation(page, placed, placed.item, by_label[placed.item.target])
            for placed in page.items
            if isinstance(placed.item, Link) and placed.item.target in by_label
        ]
        if links:
            leaf["Annots"] = PDFArray(links)


PRINTED = 4
"""The annotation flag PDF/A wants set and the hidden ones unset (ISO 19005-2, 6.3.2)."""


def _annotation(page: Page, placed: Placed, link: Link, target: PDFObjectReference) -> PDFDictionary:
    top = page.trim.height - placed.y
    action = PDFDictionary({"S": PDFName("GoTo"), "D": PDFArray([target, PDFName("Fit")])})
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": _box(placed.x, top - link.height, placed.x + link.width, top),
            "Border": PDFArray([0, 0, 0]),
            "F": PRINTED,
            "Contents": PDFString(link.target),
            "A": action,
        }
    )
