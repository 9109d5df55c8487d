"""What lies over a page for a viewer: links, and the comments of a proof (ISO 32000-1, 12.5).

A comment brings its own appearance, so that every viewer shows the same: a highlight lets the words shine through, a
note is a small leaf. It is not printed: what it says stands in the proof's margin too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference

from huozi.display import Comment, Link, Page, Placed, box_of, on_page
from huozi.geometry import PT, Mpt, Rect
from huozi.output.pdf.numbers import decimal, points
from huozi.output.pdf.objects import File, Stream, Value, pdf_array, pdf_dict, pdf_name, pdf_text
from huozi.output.standards import Standard


def box(left: Mpt, bottom: Mpt, right: Mpt, top: Mpt) -> str:
    """A rectangle by its corners, as the file has it."""
    return f"[{points(left)} {points(bottom)} {points(right)} {points(top)}]"


class Annotator:
    """Makes the annotations of a file's pages; what comments are drawn with is put into the file once.

    ``by_label`` are the file's pages by their labels, ``date`` that of the comments, as PDF writes one.
    """

    def __init__(self, file: File, by_label: Mapping[str, PDFObjectReference], date: str) -> None:
        self._file = file
        self._by_label = by_label
        self._date = date
        self._drawn: dict[bytes, PDFObjectReference] = {}

    def annotations(self, page: Page, standard: Standard) -> list[Value]:
        """Those of a page. A link to a page that is not in the file (only some were asked for) is left out."""
        made: list[Value] = []
        for placed in page.items:
            match placed.item:
                case Link() as link if standard.links:
                    if (action := self._action(link)) is not None:
                        made.append(_link(page, placed, link, action))
                case Comment() as comment if standard.comments:
                    made.append(self._comment(page, placed, comment))
                case _:
                    pass
        return made

    def _action(self, link: Link) -> PDFDictionary | None:
        """Where a link leads: to an address, to a page (ISO 32000-1, 12.6.4.7 and 12.6.4.2), or nowhere."""
        if link.uri:
            from urllib.parse import quote  # print files have no links

            return pdf_dict({"S": pdf_name("URI"), "URI": pdf_text(quote(link.uri, safe=URI_CHARACTERS))})
        if link.target in self._by_label:
            return pdf_dict({"S": pdf_name("GoTo"), "D": pdf_array([self._by_label[link.target], pdf_name("Fit")])})
        return None

    def _comment(self, page: Page, placed: Placed, comment: Comment) -> PDFObjectReference:
        """A comment: a highlight over its words, or a note at its place."""
        colour = [decimal(amount, 3) for amount in comment.colour]
        entries: dict[str, Value] = {
            "Type": pdf_name("Annot"),
            "NM": pdf_text(comment.name),
            "T": pdf_text(comment.author),
            "Subj": pdf_text(comment.subject),
            "Contents": pdf_text(comment.text),
            "M": pdf_text(self._date),
            "CreationDate": pdf_text(self._date),
            "C": pdf_array(colour),
        }
        left, top = placed.x, page.trim.height - placed.y
        if comment.boxes:
            entries |= self._highlight([on_page(placed, each) for each in comment.boxes], page.trim.height, colour)
        else:
            rectangle = box(left, top - LEAF_HEIGHT, left + LEAF_WIDTH, top)
            leaf = self._form(LEAF.format(colour=" ".join(colour)), box(0, 0, LEAF_WIDTH, LEAF_HEIGHT), PLAIN)
            entries |= {"Subtype": pdf_name("Text"), "Name": pdf_name("Comment"), "F": UPRIGHT}
            entries |= {"Rect": rectangle, "AP": pdf_dict({"N": leaf})}
        return self._file.add(pdf_dict(entries))

    def _highlight(self, boxes: Sequence[Rect], foot: Mpt, colour: Sequence[str]) -> dict[str, Value]:
        """What makes a comment a highlight: the boxes of its words on a page whose foot is so far down."""
        rows = [(each.x, foot - each.bottom, each.right, foot - each.y) for each in boxes]
        quads = " ".join(
            f"{points(left)} {points(top)} {points(right)} {points(top)} "
            f"{points(left)} {points(bottom)} {points(right)} {points(bottom)}"
            for left, bottom, right, top in rows
        )
        lefts, bottoms, rights, tops = zip(*rows, strict=True)
        rectangle = box(min(lefts), min(bottoms), max(rights), max(tops))
        ink = f"/Light gs {' '.join(colour)} rg"
        if len(rows) == 1:  # a form is made as large as its annotation (12.5.5): all of one ink share a square
            appearance = self._form(f"{ink} 0 0 1 1 re f", box(0, 0, PT, PT), TINTED)
        else:
            fields = (
                f"{points(left)} {points(bottom)} {points(right - left)} {points(top - bottom)} re"
                for left, bottom, right, top in rows
            )
            appearance = self._form(f"{ink} {' '.join(fields)} f", rectangle, TINTED)
        return {
            "Subtype": pdf_name("Highlight"),
            "F": 0,
            "Rect": rectangle,
            "QuadPoints": f"[{quads}]",
            "AP": pdf_dict({"N": appearance}),
        }

    def _form(self, drawing: str, bounds: str, entries: Mapping[str, Value]) -> PDFObjectReference:
        """A form that is drawn in some bounds; the same one is put into the file once."""
        content = drawing.encode("ascii")
        if content not in self._drawn:
            own = {"Type": pdf_name("XObject"), "Subtype": pdf_name("Form"), "BBox": bounds, **entries}
            self._drawn[content] = self._file.add(Stream(own, content, deflated=False))
        return self._drawn[content]


SHINING_THROUGH = pdf_dict({"Type": pdf_name("ExtGState"), "BM": pdf_name("Multiply"), "ca": "0.4"})
"""The state that a highlight is drawn in: a light tint that leaves the words as dark as they are."""

TINTED: dict[str, Value] = {
    "Group": pdf_dict({"S": pdf_name("Transparency")}),
    "Resources": pdf_dict({"ExtGState": pdf_dict({"Light": SHINING_THROUGH})}),
}
PLAIN: dict[str, Value] = {"Resources": pdf_dict({})}

LEAF_WIDTH: Mpt = 12_000
LEAF_HEIGHT: Mpt = 14_000

LEAF = """\
{colour} rg .3 w .25 G
.5 .5 11 13 re B
1 G .8 w
2.5 10 m 9.5 10 l 2.5 7 m 9.5 7 l 2.5 4 m 7 4 l S"""
"""A leaf of paper with three lines on it."""

UPRIGHT = 8 + 16
"""Flags of a note: it neither grows nor turns with the page (ISO 32000-1, table 165); the one for print is not set."""

URI_CHARACTERS = ":/?#[]@!$&'()*+,;=%~"
"""What stays as it is in an address; all other than letters and digits is written as bytes (RFC 3986)."""

PRINTED = 4
"""The annotation flag PDF/A wants set and the hidden ones unset (ISO 19005-2, 6.3.2)."""


def _link(page: Page, placed: Placed, link: Link, action: PDFDictionary) -> PDFObject:
    area, foot = box_of(placed), page.trim.height
    return pdf_dict(
        {
            "Type": pdf_name("Annot"),
            "Subtype": pdf_name("Link"),
            "Rect": box(area.x, foot - area.bottom, area.right, foot - area.y),
            "Border": pdf_array([0, 0, 0]),
            "F": PRINTED,
            "Contents": pdf_text(link.uri or link.target),
            "A": action,
        }
    )
