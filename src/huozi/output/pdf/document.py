"""Pages to the bytes of a file: PDF/X-4 and PDF/A-2u in one for print, PDF/A-2u with links for the screen.

What a print file may not hold is not there by construction: colours are DeviceCMYK, no operator makes transparency,
every font is embedded. reportlab numbers and writes the objects; what they say is said here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from huozi import __version__
from huozi.diagnostics import Findings, Span
from huozi.display import Bookmark, Link, Page, Target
from huozi.fonts.face import Face
from huozi.output.errors import OutputError
from huozi.output.pdf.content import OVERPRINT, Names, page_content
from huozi.output.pdf.font import Font, add_font, make_fonts
from huozi.output.pdf.intent import is_cmyk_printer_profile, output_intent
from huozi.output.pdf.labels import page_labels
from huozi.output.pdf.outline import add_outline, nest
from huozi.output.pdf.page import add_pages, bookmarks, margin
from huozi.output.pdf.picture import load_pictures
from huozi.output.pdf.streams import Stream
from huozi.output.pdf.xmp import Facts, xmp_packet

# a user's own reportlab settings must not change a byte of the file
rl_config.invariant = 1
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0

VERSION = (1, 6)
"""PDF/X-4 allows no later one (ISO 15930-7, 6.1)."""

PRODUCER = f"Huozi {__version__} (reportlab)"

MIDNIGHT = "T00:00:00+08:00"
"""The hour of an issue's date, which has none: files are dated by their issue, not by the clock."""


class Parts(NamedTuple):
    """What pages are made with: fonts by the keys of glyph runs, pictures by their paths, the ICC profile."""

    fonts: Mapping[str, Font]
    pictures: Mapping[str, Stream]
    icc: bytes


def pdf_bytes(pages: Sequence[Page], target: Target, faces: Mapping[str, Face], icc: bytes) -> bytes:
    """The file of these pages. ``faces`` by the keys of glyph runs, ``icc`` the profile of ``target.output_intent``.

    The same pages, target, faces and profile give the same bytes. Raises ``OutputError`` with every reason why no
    sound file can be made: a face that may not be embedded, a picture that print cannot take, a wrong profile.
    """
    parts = gather_parts(pages, target, faces, icc)
    document = PDFDocument(invariant=1, pdfVersion=VERSION)
    intents = _add_intents(document, parts, target)
    pictures = {path: f"P{number}" for number, path in enumerate(parts.pictures, start=1)}
    resources = _add_resources(document, parts, pictures)
    contents = [page_content(page, Names(parts.fonts, pictures), margin(page, target.profile)) for page in pages]
    digest = fingerprint(pages, target, contents, parts)
    document.signature = hashlib.md5(digest, usedforsecurity=False)  # the trailer's ID is made of it
    facts = _facts(target)
    document.info = PDFDictionary(_information(facts, target))
    leaves = add_pages(document, pages, contents, resources, target.profile)
    packet = xmp_packet(facts, uuid(digest), for_print=target.profile == "print")
    catalog = {
        "Type": PDFName("Catalog"),
        "Pages": document.Reference(document.Pages),
        "Lang": PDFString(target.language),
        "PageLabels": document.Reference(page_labels(page.label for page in pages)),
        "PageLayout": PDFName(LAYOUTS[pages[0].side if pages else "right"]),
        "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
        "OutputIntents": intents,
        "Metadata": document.Reference(Stream(METADATA, packet, deflated=False)),
    }
    entries = nest(bookmarks(pages, leaves, target.profile))
    if entries:
        catalog |= {"Outlines": add_outline(document, entries), "PageMode": PDFName("UseOutlines")}
    document.Catalog = PDFDictionary(catalog)
    data: bytes = document.format()
    return data


def gather_parts(pages: Sequence[Page], target: Target, faces: Mapping[str, Face], icc: bytes) -> Parts:
    """Everything the pages name, made ready; raises ``OutputError`` with all that is unfit for print."""
    findings = Findings()
    fonts = make_fonts(pages, faces)
    for font in fonts.values():
        if not font.facts.may_embed:
            findings.add(Span(font.path), "font-not-embeddable", name=font.facts.name)
    pictures = load_pictures(pages, findings)
    if not is_cmyk_printer_profile(icc):
        findings.add(Span(target.output_intent), "profile-not-cmyk")
    if findings:
        raise OutputError(findings)
    return Parts(fonts, pictures, icc)


METADATA = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}

LAYOUTS = {"right": "TwoPageRight", "left": "TwoPageLeft"}
"""Pages side by side as in the bound issue, by the side of the first (ISO 32000-1, table 28)."""


def fingerprint(pages: Sequence[Page], target: Target, contents: Sequence[bytes], parts: Parts) -> bytes:
    """A digest of all that the file shows and says."""
    said = [
        (page.label, page.side, page.trim, page.bleed, [p for p in page.items if isinstance(p.item, Bookmark | Link)])
        for page in pages
    ]
    digest = hashlib.sha256(repr((target, said)).encode())
    for font in parts.fonts.values():
        digest.update(font.program + font.to_unicode)
    for picture in parts.pictures.values():
        digest.update(picture.source)
    for content in contents:
        digest.update(content)
    digest.update(parts.icc)
    return digest.digest()


def _add_resources(document: PDFDocument, parts: Parts, pictures: Mapping[str, str]) -> PDFObjectReference:
    """The one resource dictionary all pages share."""
    fonts = document.idToObject[BasicFonts]  # reportlab's own dictionary of fonts, empty without its canvas
    for font in parts.fonts.values():
        fonts[font.key] = add_font(document, font)
    states = {
        name: PDFDictionary({"Type": PDFName("ExtGState"), "OP": _bool(over), "op": _bool(over), "OPM": int(over)})
        for over, name in OVERPRINT.items()
    }
    entries = {"Font": document.Reference(fonts, BasicFonts), "ExtGState": PDFDictionary(states)}
    if pictures:
        objects = {name: document.Reference(parts.pictures[path]) for path, name in pictures.items()}
        entries["XObject"] = PDFDictionary(objects)
    return document.Reference(PDFDictionary(entries))


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _add_intents(document: PDFDocument, parts: Parts, target: Target) -> PDFArray:
    """PDF/X and PDF/A each ask for their own output intent; both must name the same profile (ISO 19005-2, 6.2.3)."""
    profile = document.Reference(Stream({"N": 4}, parts.icc))
    subtypes = ("GTS_PDFX", "GTS_PDFA1") if target.profile == "print" else ("GTS_PDFA1",)
    return PDFArray([document.Reference(output_intent(subtype, target.output_intent, profile)) for subtype in subtypes])


def _facts(target: Target) -> Facts:
    plain = [" ".join(text.split()) for text in (target.title, target.author, target.subject)]
    return Facts(*plain, target.language, f"{target.date}{MIDNIGHT}", f"Huozi {__version__}", PRODUCER)


def _information(facts: Facts, target: Target) -> dict[str, object]:
    """The document information dictionary: what the packet says, in its older form."""
    date = f"D:{target.date.replace('-', '')}000000+08'00'"
    texts = {"Title": facts.title, "Author": facts.author, "Subject": facts.subject}
    entries: dict[str, object] = {key: PDFString(text) for key, text in texts.items() if text}
    entries |= {"Creator": PDFString(facts.creator), "Producer": PDFString(facts.producer)}
    entries |= {"CreationDate": PDFString(date), "ModDate": PDFString(date), "Trapped": PDFName("False")}
    if target.profile == "print":
        entries["GTS_PDFXVersion"] = PDFString("PDF/X-4")
    return entries


def uuid(digest: bytes) -> str:
    """A UUID of a digest (RFC 9562, version 8: made by a rule of one's own).

    >>> uuid(bytes(32))
    '00000000-0000-8000-8000-000000000000'
    """
    code = bytearray(digest[:16])
    code[6] = code[6] & 0x0F | 0x80
    code[8] = code[8] & 0x3F | 0x80
    text = code.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
