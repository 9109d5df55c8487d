"""Streams as every validator takes them: deflated by a pinned compressor, an end of line before ``endstream``.

Python's zlib is whichever the system has, and its bytes differ from build to build; ``deflate`` carries libdeflate in
its wheel, so that the lock file pins the bytes (and it is quicker).
"""

from __future__ import annotations

from threading import Thread

from deflate import zlib_compress
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, format as write

LEVEL = 6
"""Measured on the fonts of an issue: level 1 saves 40 % of the time and costs 4 % of size, level 9 the reverse."""

LARGE = 65_536
"""From this size on (fonts, the profile) a stream is deflated beside what else is done: libdeflate frees the lock."""


class Stream(PDFObject):  # type: ignore[misc]
    """A stream object; ``deflated`` unless it must be readable as it stands (XMP) or is compressed already.

    ISO 19005-2, 6.1.7.1 wants the end of line before ``endstream`` that reportlab's own stream leaves out.
    """

    __RefOnly__ = 1  # reportlab's mark of what is always an object of its own

    def __init__(self, entries: dict[str, object], content: bytes, *, deflated: bool = True) -> None:
        self.entries = dict(entries)
        self.source = content
        self._content = content
        self._worker: Thread | None = None
        if deflated:
            self.entries["Filter"] = PDFName("FlateDecode")
            if len(content) < LARGE:
                self._deflate()
            else:
                self._worker = Thread(target=self._deflate)
                self._worker.start()

    def format(self, document: PDFDocument) -> bytes:
        """The object's bytes (reportlab calls it on writing the file)."""
        if self._worker is not None:
            self._worker.join()
        head: bytes = write(PDFDictionary(self.entries | {"Length": len(self._content)}), document)
        return b"%b\nstream\n%b\nendstream\n" % (head, self._content)

    def _deflate(self) -> None:
        self._content = zlib_compress(self.source, LEVEL)
