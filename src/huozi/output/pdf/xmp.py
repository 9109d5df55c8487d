"""The XMP packet: what the file is, in the words of PDF/X-4 and PDF/A-2u where it is one of them.

Everything here says the same as the document information dictionary (ISO 19005-2, 6.6.2.3 wants both alike).
"""

from __future__ import annotations

from huozi.output.standards import Standard
from huozi.records import NamedTuple

PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"{pdfa_names}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{optional}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{identity}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>{rendition}</xmpMM:RenditionClass>{pdfa}
</rdf:Description>{extension}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

PDFA_NAMES = """
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/\""""
PDFA = """
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>"""
"""PDF/A's own marks."""

PDFX = """
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfxid:GTS_PDFXVersion>{version}</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description>"""
"""PDF/X's own marks."""

MADE_WITH = """
<rdf:Description rdf:about="" xmlns:huozi="{uri}">
<huozi:Version>{version}</huozi:Version>
<huozi:Layout>{layout}</huozi:Layout>
<huozi:Fonts>{fonts}</huozi:Fonts>
</rdf:Description>"""
"""What the file was made with: the program's version, digests of layout and fonts. Who has the same makes the same."""


class Extension(NamedTuple):
    """A vocabulary that PDF/A does not know, with the properties used of it (each of them a text)."""

    name: str
    uri: str
    prefix: str
    properties: tuple[tuple[str, str], ...]


HUOZI = Extension(
    "Huozi, what a file was made with",
    "urn:huozi:made-with#",
    "huozi",
    (
        ("Version", "Version of Huozi"),
        ("Layout", "Digest of the layout files and of what was set otherwise"),
        ("Fonts", "Digest of the font files used"),
    ),
)
PDFX_EXTENSIONS = (
    Extension(
        "PDF/X identification",
        "http://www.npes.org/pdfx/ns/id/",
        "pdfxid",
        (("GTS_PDFXVersion", "Version of the PDF/X standard the file conforms to"),),
    ),
    Extension("Adobe PDF", "http://ns.adobe.com/pdf/1.3/", "pdf", (("Trapped", "Whether the file has been trapped"),)),
)

DECLARATIONS = """
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
{}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""The declarations that PDF/A wants of what it does not know (ISO 19005-2, 6.6.2.3.3)."""

DECLARATION = """\
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{}</rdf:Seq></pdfaSchema:property>
</rdf:li>
"""
DECLARED_PROPERTY = """<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{}</pdfaProperty:description>
</rdf:li>"""


OPTIONAL = {
    "author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
    "subject": '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n',
    "keywords": "<pdf:Keywords>{}</pdf:Keywords>\n",
}
"""Elements that are left out with the fact, as the information dictionary leaves them out."""


class Facts(NamedTuple):
    """What both the packet and the information dictionary say. ``date`` is ISO 8601 with its time and zone."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    date: str
    creator: str
    producer: str


class MadeWith(NamedTuple):
    """What a file was made with: the program's version, the digests of its layout and of its fonts."""

    version: str
    layout: str
    fonts: str


def xmp_packet(facts: Facts, made_with: MadeWith, identity: str, standard: Standard) -> bytes:
    """The packet as UTF-8 of a file of a standard; ``identity`` is a UUID made from the content."""
    fields = {name: _escaped(value) for name, value in facts._asdict().items()}
    optional = "".join(element.format(fields[name]) for name, element in OPTIONAL.items() if fields[name])
    own = MADE_WITH.format(uri=HUOZI.uri, **{name: _escaped(value) for name, value in made_with._asdict().items()})
    extensions = (*PDFX_EXTENSIONS, HUOZI) if standard.pdfx else (HUOZI,)
    declared = DECLARATIONS.format("".join(map(_declaration, extensions))) if standard.pdfa else ""
    fields |= {
        "identity": identity,
        "optional": optional,
        "pdfa_names": PDFA_NAMES if standard.pdfa else "",
        "pdfa": PDFA if standard.pdfa else "",
        "rendition": "proof" if standard.comments else "default",
        "extension": (PDFX.format(version=standard.pdfx) if standard.pdfx else "") + own + declared,
    }
    return PACKET.format_map(fields).encode("utf-8")


def _declaration(extension: Extension) -> str:
    """The declaration of a vocabulary."""
    properties = "".join(DECLARED_PROPERTY.format(*row) for row in extension.properties)
    return DECLARATION.format(extension.name, extension.uri, extension.prefix, properties)


ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def _escaped(text: str) -> str:
    return text.translate(ESCAPES)
