"""Pages to the bytes of a file: PDF/X-4 and PDF/A-2u in one for print, PDF/A-2u with links for the screen.

What a print file may not hold is not there by construction: colours are DeviceCMYK, no operator makes transparency,
every font is embedded. reportlab numbers and writes the objects; what they say is said here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
from huozi.output.pdf.content import OVERPRINT, Resources, page_content
from huozi.output.pdf.font import CutFont, add_font, cut_font
from huozi.output.pdf.intent import is_cmyk_printer_profile, output_intent
from huozi.output.pdf.labels import page_labels
from huozi.output.pdf.outline import add_outline, nest
from huozi.output.pdf.page import add_pages, bookmarks, margin
from huozi.output.pdf.picture import load_picture
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


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a file is made of, before any object has a number."""

    pages: Sequence[Page]
    contents: Sequence[bytes]
    fonts: Mapping[str, CutFont]
    pictures: Mapping[str, Stream]
    icc: bytes
    target: Target


def pdf_bytes(pages: Sequence[Page], target: Target, faces: Mapping[str, Face], icc: bytes) -> bytes:
    """The file of these pages. ``faces`` by the keys of glyph runs, ``icc`` the profile of ``target.output_intent``.

    The same pages, target, faces and profile give the same bytes. Raises ``OutputError`` with every reason why no
    sound file can be made: a face that may not be embedded, a picture that print cannot take, a wrong profile.
    """
    findings = Findings()
    resources = Resources(faces)
    contents = [page_content(page, resources, margin(page, target.profile)) for page in pages]
    fonts = {name: cut_font(codes) for name, codes in resources.fonts.values()}
    for font in fonts.values():
        if not font.facts.may_embed:
            findings.add(Span(font.facts.name), "font-not-embeddable", name=font.facts.name)
    pictures = {}
    for path, name in resources.pictures.items():
        picture = load_picture(path, findings)
        if picture is not None:
            pictures[name] = picture
    if not is_cmyk_printer_profile(icc):
        findings.add(Span(target.output_intent), "profile-not-cmyk", name=target.output_intent)
    if findings:
        raise OutputError(findings)
    return assemble(Parts(pages, contents, fonts, pictures, icc, target))


def assemble(parts: Parts) -> bytes:
    """The objects of a file, numbered and written."""
    target, digest = parts.target, fingerprint(parts)
    facts = _facts(target)
    document = PDFDocument(invariant=1, pdfVersion=VERSION)
    document.signature = hashlib.md5(digest, usedforsecurity=False)  # the trailer's ID is made of it
    document.info = PDFDictionary(_information(facts, target))
    pages = add_pages(document, parts.pages, parts.contents, _resources(document, parts), target.profile)
    packet = xmp_packet(facts, _uuid(digest), for_print=target.profile == "print")
    metadata = Stream({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, packet, deflated=False)
    catalog = {
        "Type": PDFName("Catalog"),
        "Pages": document.Reference(document.Pages),
        "Lang": PDFString(target.language),
        "PageLabels": document.Reference(page_labels(page.label for page in parts.pages)),
        "PageLayout": PDFName(LAYOUTS[parts.pages[0].side if parts.pages else "right"]),
        "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
        "OutputIntents": _intents(document, parts),
        "Metadata": document.Reference(metadata),
    }
    entries = nest(bookmarks(parts.pages, pages, target.profile))
    if entries:
        catalog["Outlines"] = add_outline(document, entries)
        catalog["PageMode"] = PDFName("UseOutlines")
    document.Catalog = PDFDictionary(catalog)
    data: bytes = document.format()
    return data


LAYOUTS = {"right": "TwoPageRight", "left": "TwoPageLeft"}
"""Pages side by side as in the bound issue, by the side of the first (ISO 32000-1, table 28)."""


def fingerprint(parts: Parts) -> bytes:
    """A digest of all that the file shows and says."""
    said = [
        (page.label, page.side, page.trim, page.bleed, *(p for p in page.items if isinstance(p.item, Bookmark | Link)))
        for page in parts.pages
    ]
    digest = hashlib.sha256(repr((parts.target, said)).encode())
    for content in parts.contents:
        digest.update(content)
    for font in parts.fonts.values():
        digest.update(font.program + font.to_unicode)
    for picture in parts.pictures.values():
        digest.update(picture.content)
    digest.update(parts.icc)
    return digest.digest()


def _resources(document: PDFDocument, parts: Parts) -> PDFObjectReference:
    """The one resource dictionary all pages share."""
    fonts = document.idToObject[BasicFonts]
    for name, font in parts.fonts.items():
        fonts[name] = add_font(document, font)
    states = {
        name: PDFDictionary(
            {"Type": PDFName("ExtGState"), "OP": _bool(over), "op": _bool(over), "OPM": 1 if over else 0}
        )
        for over, name in OVERPRINT.items()
    }
    entries = {"Font": document.Reference(fonts, BasicFonts), "ExtGState": PDFDictionary(states)}
    if parts.pictures:
        pictures = {name: document.Reference(picture) for name, picture in parts.pictures.items()}
        entries["XObject"] = PDFDictionary(pictures)
    return document.Reference(PDFDictionary(entries))


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _intents(document: PDFDocument, parts: Parts) -> PDFArray:
    """PDF/X and PDF/A each ask for their own output intent; both must name the same profile (ISO 19005-2, 6.2.3)."""
    profile = document.Reference(Stream({"N": 4}, parts.icc))
    subtypes = ("GTS_PDFX", "GTS_PDFA1") if parts.target.profile == "print" else ("GTS_PDFA1",)
    return PDFArray(
        [document.Reference(output_intent(subtype, parts.target.output_intent, profile)) for subtype in subtypes]
    )


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


def _uuid(digest: bytes) -> str:
    """A UUID of a digest (RFC 9562, version 8: made by a rule of one's own).

    >>> _uuid(bytes(32))
    '00000000-0000-8000-8000-000000000000'
    """
    code = bytearray(digest[:16])
    code[6] = code[6] & 0x0F | 0x80
    code[8] = code[8] & 0x3F | 0x80
    text = code.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
