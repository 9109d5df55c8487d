"""An issue's file as reviewers send it back: printed anew by their program, with marks on its words."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

TEXT = (
    "守桥的老人数着灯影，记下水位，又在石栏上刻了一道浅浅的痕迹。第二天清早有人来问水涨了多少，他指着那道痕迹不说话。"
    "\n\n又过三天，水退到桥墩以下，渡口重新开了，卖豆腐的挑子照旧从桥上过去。"
)
"""An article of two paragraphs, which the squares' layout sets in five lines below two headings."""


def printed_anew(data: bytes) -> bytes:
    """A file's pages at seven fifths of their size, two on a sheet of A3, behind a page with nothing on it."""
    source = pikepdf.open(BytesIO(data))
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(1191, 842))
    for at, page in enumerate(source.pages):
        if at % 2 == 0:
            sheet = pdf.add_blank_page(page_size=(1191, 842))
        left = 60 if at % 2 == 0 else 620
        width, height = (float(side) * 1.4 for side in page.mediabox[2:])
        sheet.add_overlay(page, pikepdf.Rectangle(left, 90, left + width, 90 + height))
    written = BytesIO()
    pdf.save(written)
    return written.getvalue()


def struck(data: bytes, words: Sequence[str]) -> bytes:
    """A file with a strike-out on the first of each of some words."""
    pdf = pikepdf.open(BytesIO(data))
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document):
        text_page = page.get_textpage()
        for word in words:
            found = text_page.search(word).get_next()
            if found is None:
                continue
            boxes = [text_page.get_charbox(at, loose=True) for at in range(found[0], sum(found))]
            left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
            right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
            mark = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.StrikeOut,
                Rect=[left, bottom, right, top],
                QuadPoints=[left, top, right, top, left, bottom, right, bottom],
                Contents=pikepdf.String("多余"),
                T=pikepdf.String("王编辑"),
                M=pikepdf.String("D:20301120103000+08'00'"),
            )
            target = pdf.pages[number].obj
            target["/Annots"] = pikepdf.Array([*target.get("/Annots", []), pdf.make_indirect(mark)])
        text_page.close()
        page.close()
    document.close()
    written = BytesIO()
    pdf.save(written)
    return written.getvalue()


def written(path: Path, data: bytes) -> str:
    """A file's name, after its bytes have been written."""
    path.write_bytes(data)
    return str(path)
