"""Page labels: what a viewer shows for a page is what is printed on it (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlab.pdfbase.pdfdoc import PDFDictionary

from huozi.output.pdf.objects import Value, pdf_array, pdf_dict, pdf_name, pdf_text


def page_labels(labels: Iterable[str]) -> PDFDictionary:
    """The PageLabels number tree for the labels of all pages in order: numbers as ranges, others one by one."""
    entries: list[Value] = []
    for index, label, start in label_ranges(labels):
        entries.append(index)
        if start is None:
            entries.append(pdf_dict({"P": pdf_text(label)}))
        else:
            entries.append(pdf_dict({"S": pdf_name("D"), "St": start}))
    return pdf_dict({"Nums": pdf_array(entries)})


def label_ranges(labels: Iterable[str]) -> Iterator[tuple[int, str, int | None]]:
    """Where a range of labels begins: page index, its label and, for numbers that count on from it, the first.

    >>> list(label_ranges(["封一", "1", "2", "4"]))
    [(0, '封一', None), (1, '1', 1), (3, '4', 4)]
    """
    expected = None
    for index, label in enumerate(labels):
        if label.isascii() and label.isdigit() and str(int(label)) == label and label != "0":
            if expected != int(label):
                yield index, label, int(label)
            expected = int(label) + 1
        else:
            yield index, label, None
            expected = None
