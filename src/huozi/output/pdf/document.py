"""Pages to the bytes of a file: PDF/X-4 and PDF/A-2u in one for print, PDF/A-2u with links for the screen, a proof.

What a print file may not hold is not there by construction: colours are DeviceCMYK, no operator makes transparency,
every font is embedded. reportlab numbers and writes the objects; what they say is said here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference

from huozi import __version__
from huozi.diagnostics import Findings, Span
from huozi.display import Bookmark, Comment, Link, Page, Target
from huozi.fonts.face import Face
from huozi.output.errors import OutputError
from huozi.output.pdf.content import OVERPRINT, Names, page_content
from huozi.output.pdf.font import Font, add_font, make_fonts
from huozi.output.pdf.intent import is_cmyk_printer_profile, output_intent
from huozi.output.pdf.labels import page_labels
from huozi.output.pdf.objects import HINTS, File, Stream, Value, pdf_array, pdf_dict, pdf_name, pdf_text
from huozi.output.pdf.outline import add_outline, nest
from huozi.output.pdf.page import add_pages, bookmarks, margin
from huozi.output.pdf.picture import Shown, add_picture, shown_pictures
from huozi.output.pdf.xmp import Facts, MadeWith, xmp_packet
from huozi.output.standards import STANDARDS, Standard
from huozi.pictures.model import NO_PICTURES, PictureKey, Prepared
from huozi.records import NamedTuple

CREATOR = f"Huozi {__version__}"
PRODUCER = f"Huozi {__version__} (reportlab)"

MIDNIGHT = "T00:00:00+08:00"
"""The hour of an issue's date, which has none: files are dated by their issue, not by the clock."""


class Parts(NamedTuple):
    """What pages are made with: fonts by the keys of glyph runs, pictures by their keys, the ICC profile."""

    fonts: Mapping[str, Font]
    pictures: Mapping[PictureKey, Shown]
    icc: bytes


def pdf_bytes(
    pages: Sequence[Page],
    target: Target,
    faces: Mapping[str, Face],
    icc: bytes,
    private: bytes = b"",
    pictures: Mapping[PictureKey, Prepared] = NO_PICTURES,
) -> bytes:
    """The file of these pages. ``faces`` by the keys of glyph runs, ``icc`` the profile of ``target.output_intent``.

    ``icc`` is not looked at where the standard has no output intent. ``private`` is what our own programs read from the
    file (``PieceInfo``, ISO 32000-1, 14.5). ``pictures`` are those of the pages that are ready; others leave their
    place empty, for why they are not has been told. The same of all these give the same bytes. Raises ``OutputError``
    with every reason why no sound file can be made: a face that may not be embedded, a wrong profile.
    """
    standard = STANDARDS[target.profile]
    parts = gather_parts(pages, target, faces, icc)._replace(pictures=shown_pictures(pages, pictures))
    file = File()
    intents = _add_intents(file, parts, target.output_intent, standard)
    resources = _add_resources(file, parts, pictures)
    names = Names(parts.fonts, parts.pictures)
    contents = [Stream({}, page_content(page, names, margin(page, standard))) for page in pages]
    digest = fingerprint(pages, target, contents, parts, private)
    facts = _facts(target)
    made_with = MadeWith(__version__, target.layout, fonts_digest(parts.fonts.values()))
    packet = xmp_packet(facts, made_with, uuid(digest), standard)
    date = pdf_date(target.date)
    tree, leaves = add_pages(file, pages, contents, resources, standard, date)
    catalog: dict[str, Value] = {
        "Type": pdf_name("Catalog"),
        "Pages": tree,
        "Lang": pdf_text(target.language),
        "PageLabels": file.add(page_labels(page.label for page in pages)),
        "PageLayout": pdf_name(LAYOUTS[pages[0].side if pages else "right"] if standard.facing else "SinglePage"),
        "ViewerPreferences": pdf_dict({"DisplayDocTitle": "true"}),
        "Metadata": file.add(Stream(METADATA, packet, deflated=False)),
    }
    if standard.intents:
        catalog["OutputIntents"] = intents
    if private:
        piece = {"LastModified": pdf_text(date), "Private": file.add(Stream({}, private))}
        catalog["PieceInfo"] = pdf_dict({PIECE: pdf_dict(piece)})
    entries = nest(bookmarks(pages, leaves, standard))
    if entries:
        catalog |= {"Outlines": add_outline(file, entries), "PageMode": pdf_name("UseOutlines")}
    return file.write(pdf_dict(catalog), pdf_dict(_information(facts, date, standard)), digest)


def gather_parts(pages: Sequence[Page], target: Target, faces: Mapping[str, Face], icc: bytes) -> Parts:
    """Everything the pages name, made ready; raises ``OutputError`` with all that is unfit for print."""
    findings = Findings()
    fonts = make_fonts(pages, faces, findings)
    for font in fonts.values():
        if not font.facts.may_embed:
            findings.add(Span(font.path), "font-not-embeddable", name=font.facts.name)
    if STANDARDS[target.profile].intents and not is_cmyk_printer_profile(icc):
        findings.add(Span(target.output_intent), "profile-not-cmyk")
    if findings:
        raise OutputError(findings)
    return Parts(fonts, {}, icc)


PIECE = "Huozi"
"""The name under which our programs find what is theirs."""

METADATA = {"Type": pdf_name("Metadata"), "Subtype": pdf_name("XML")}

LAYOUTS = {"right": "TwoPageRight", "left": "TwoPageLeft"}
"""Pages side by side as in the bound issue, by the side of the first (ISO 32000-1, table 28)."""


def fingerprint(
    pages: Sequence[Page], target: Target, contents: Sequence[Stream], parts: Parts, private: bytes = b""
) -> bytes:
    """A digest of all that the file shows and says."""
    said = ", ".join(
        f"({page.label!r}, {page.side!r}, {page.trim!r}, {page.bleed!r}, [{_marks_told(page)}])" for page in pages
    )
    digest = hashlib.blake2b(f"({target!r}, [{said}])".encode())
    for font in parts.fonts.values():
        digest.update(font.program + font.to_unicode)
    for picture in parts.pictures.values():
        digest.update(picture.digest)
    for content in contents:
        digest.update(content.source)
    digest.update(parts.icc + private)
    return digest.digest()


def _marks_told(page: Page) -> str:
    """What a page has beside its ink, for its file's digest; what that is part of shows nowhere in the file."""
    marks = (placed for placed in page.items if isinstance(placed.item, Bookmark | Link | Comment))
    return ", ".join(f"{placed.x} {placed.y} {placed.item!r}" for placed in marks)


FONT_HEAD = 4096
"""Bytes at the beginning of a font file that hold the directory of its tables, with a checksum of each (OpenType)."""


def fonts_digest(fonts: Iterable[Font]) -> str:
    """A digest of the files that fonts come from, in 32 digits; of their heads, for those tell any other file apart.

    Raises ``OSError`` where a file is gone.
    """
    digest = hashlib.blake2b(digest_size=16)
    for name, path in sorted({(font.facts.name, font.path) for font in fonts}):
        with open(path, "rb") as file:
            digest.update(f"{name}\0".encode() + file.read(FONT_HEAD))
    return digest.hexdigest()


def _add_resources(file: File, parts: Parts, pictures: Mapping[PictureKey, Prepared]) -> PDFObjectReference:
    """The one resource dictionary all pages share."""
    for font in parts.fonts.values():
        file.fonts[font.key] = add_font(file, font)
    states = {
        name: pdf_dict({"Type": pdf_name("ExtGState"), "OP": _bool(over), "op": _bool(over), "OPM": int(over)})
        for over, name in OVERPRINT.items()
    }
    entries = {"Font": file.add(file.fonts), "ExtGState": pdf_dict(states)}
    if parts.pictures:
        objects = {shown.name: add_picture(file, key, pictures) for key, shown in parts.pictures.items()}
        entries["XObject"] = pdf_dict(objects)
    return file.add(pdf_dict(entries))


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _add_intents(file: File, parts: Parts, name: str, standard: Standard) -> PDFObject:
    """The output intents of a standard, which must all name the same profile (ISO 19005-2, 6.2.3)."""
    if not standard.intents:
        return pdf_array(())
    profile = file.add(Stream({"N": 4}, parts.icc))
    return pdf_array([file.add(output_intent(subtype, name, profile)) for subtype in standard.intents])


def _facts(target: Target) -> Facts:
    return Facts(
        title=_plain(target.title),
        author=_plain(target.author),
        subject=_plain(target.subject),
        keywords=_plain(target.keywords),
        language=target.language,
        date=f"{target.date}{MIDNIGHT}",
        creator=CREATOR,
        producer=PRODUCER,
    )


def _plain(words: str) -> str:
    """Words on one line without hints for its end and control characters: XMP has no way to write those."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words.translate(HINTS)).split())


def pdf_date(day: str) -> str:
    """The beginning of a day (``2031-03-31``) as PDF writes a time (ISO 32000-1, 7.9.4).

    >>> pdf_date("2031-03-31")
    "D:20310331000000+08'00'"
    """
    return f"D:{day.replace('-', '')}000000+08'00'"


def _information(facts: Facts, date: str, standard: Standard) -> dict[str, Value]:
    """The document information dictionary: what the packet says, in its older form."""
    texts = {"Title": facts.title, "Author": facts.author, "Subject": facts.subject, "Keywords": facts.keywords}
    entries: dict[str, Value] = {key: pdf_text(text) for key, text in texts.items() if text}
    entries |= {"Creator": pdf_text(facts.creator), "Producer": pdf_text(facts.producer)}
    entries |= {"CreationDate": pdf_text(date), "ModDate": pdf_text(date), "Trapped": pdf_name("False")}
    if standard.pdfx:
        entries["GTS_PDFXVersion"] = pdf_text(standard.pdfx)
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
