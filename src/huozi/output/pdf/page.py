"""Page dictionaries: boxes, links, and where bookmarks lead (ISO 32000-1, 7.7.3, 12.5.6.5 and 14.11.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference

from huozi.display import Bookmark, Link, Page, Placed
from huozi.geometry import Mpt
from huozi.output.pdf.numbers import points
from huozi.output.pdf.objects import HINTS, File, Stream, pdf_array, pdf_dict, pdf_name, pdf_text
from huozi.output.pdf.outline import Entry
from huozi.output.standards import Standard


def margin(page: Page, standard: Standard) -> Mpt:
    """How far a page's media box reaches beyond its trim: a screen shows nothing that is cut off."""
    return page.bleed if standard.bleed else 0


def add_pages(
    file: File,
    pages: Sequence[Page],
    contents: Sequence[Stream],
    resources: PDFObjectReference,
    standard: Standard,
) -> tuple[PDFObjectReference, list[PDFObjectReference]]:
    """Put the pages and their tree into the file; gives the references to the tree and to each page."""
    tree = pdf_dict({"Type": pdf_name("Pages"), "Count": len(pages)})
    root = file.add(tree)
    leaves = [
        pdf_dict(
            {
                "Type": pdf_name("Page"),
                "Parent": root,
                "Contents": file.add(content),
                "Resources": resources,
                **_boxes(page, standard),
            }
        )
        for page, content in zip(pages, contents, strict=True)
    ]
    references = [file.add(leaf) for leaf in leaves]
    tree["Kids"] = pdf_array(references)
    if standard.links:
        _add_links(pages, leaves, references)
    return root, references


def bookmarks(
    pages: Sequence[Page], references: Sequence[PDFObjectReference], standard: Standard
) -> Iterator[tuple[int, Entry]]:
    """The bookmarks of all pages with their levels, in the order of the display list."""
    for page, reference in zip(pages, references, strict=True):
        for placed in page.items:
            if isinstance(placed.item, Bookmark):
                top = points(margin(page, standard) + page.trim.height - placed.y)
                destination = pdf_array([reference, pdf_name("XYZ"), "null", top, "null"])
                yield placed.item.level, Entry(placed.item.title.translate(HINTS), destination)


def _boxes(page: Page, standard: Standard) -> dict[str, str]:
    """The page's boxes: the media box is the trim and its bleed on all sides; no crop box (preflight 5 to 7, 11)."""
    beyond = margin(page, standard)
    width, height = page.trim
    whole = _box(0, 0, width + 2 * beyond, height + 2 * beyond)
    trim = _box(beyond, beyond, beyond + width, beyond + height)
    return {"MediaBox": whole, "BleedBox": whole, "TrimBox": trim}


def _box(left: Mpt, bottom: Mpt, right: Mpt, top: Mpt) -> str:
    return f"[{points(left)} {points(bottom)} {points(right)} {points(top)}]"


def _add_links(
    pages: Sequence[Page], leaves: Sequence[PDFDictionary], references: Sequence[PDFObjectReference]
) -> None:
    """Give pages their links. One to a page that is not in the file (only some were asked for) is left out."""
    by_label = {page.label: reference for page, reference in zip(pages, references, strict=True)}
    for page, leaf in zip(pages, leaves, strict=True):
        links = [
            _annotation(page, placed, placed.item, action)
            for placed in page.items
            if isinstance(placed.item, Link) and (action := _action(placed.item, by_label)) is not None
        ]
        if links:
            leaf["Annots"] = pdf_array(links)


URI_CHARACTERS = ":/?#[]@!$&'()*+,;=%~"
"""What stays as it is in an address; all other than letters and digits is written as bytes (RFC 3986)."""

PRINTED = 4
"""The annotation flag PDF/A wants set and the hidden ones unset (ISO 19005-2, 6.3.2)."""


def _action(link: Link, by_label: Mapping[str, PDFObjectReference]) -> PDFDictionary | None:
    """Where a link leads: to an address, to a page (ISO 32000-1, 12.6.4.7 and 12.6.4.2), or nowhere."""
    if link.uri:
        from urllib.parse import quote  # print files have no links

        return pdf_dict({"S": pdf_name("URI"), "URI": pdf_text(quote(link.uri, safe=URI_CHARACTERS))})
    if link.target in by_label:
        return pdf_dict({"S": pdf_name("GoTo"), "D": pdf_array([by_label[link.target], pdf_name("Fit")])})
    return None


def _annotation(page: Page, placed: Placed, link: Link, action: PDFDictionary) -> PDFDictionary:
    top = page.trim.height - placed.y
    return pdf_dict(
        {
            "Type": pdf_name("Annot"),
            "Subtype": pdf_name("Link"),
            "Rect": _box(placed.x, top - link.height, placed.x + link.width, top),
            "Border": pdf_array([0, 0, 0]),
            "F": PRINTED,
            "Contents": pdf_text(link.uri or link.target),
            "A": action,
        }
    )
