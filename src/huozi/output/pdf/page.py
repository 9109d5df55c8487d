"""Page dictionaries: boxes, links, and where bookmarks lead (ISO 32000-1, 7.7.3, 12.5.6.5 and 14.11.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from huozi.display import Bookmark, Page
from huozi.geometry import Mpt
from huozi.output.pdf.annotations import Annotator, box
from huozi.output.pdf.numbers import points
from huozi.output.pdf.objects import HINTS, File, Stream, pdf_array, pdf_dict, pdf_name
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
    date: str,
) -> tuple[PDFObjectReference, list[PDFObjectReference]]:
    """Put the pages and their tree into the file; gives the references to the tree and to each page.

    ``date`` is that of comments, as PDF writes it.
    """
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
    if standard.links or standard.comments:
        by_label = {page.label: reference for page, reference in zip(pages, references, strict=True)}
        annotator = Annotator(file, by_label, date)
        for page, leaf in zip(pages, leaves, strict=True):
            if annotations := annotator.annotations(page, standard):
                leaf["Annots"] = pdf_array(annotations)
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
    whole = box(0, 0, width + 2 * beyond, height + 2 * beyond)
    trim = box(beyond, beyond, beyond + width, beyond + height)
    return {"MediaBox": whole, "BleedBox": whole, "TrimBox": trim}
