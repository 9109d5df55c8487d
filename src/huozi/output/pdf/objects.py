"""The objects of a file through reportlab's document: it numbers, refers and writes, and this is all we ask of it.

reportlab's types are loose; this module is where they end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, TypeAlias

from deflate import zlib_compress
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString

# a user's own reportlab settings must not change a byte of the file
rl_config.invariant = 1
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0

VERSION = (1, 6)
"""PDF/X-4 allows no later one (ISO 15930-7, 6.1)."""

LEVEL = 6
"""Measured on the fonts of an issue: level 1 saves 40 % of the time and costs 4 % of size, level 9 the reverse."""

Value: TypeAlias = PDFObject | str | int
"""What a dictionary or an array holds; a ``str`` is written as it stands (a name, a number, ``true``, ``null``)."""


def pdf_name(text: str) -> str:
    """A PDF name."""
    written: str = PDFName(text)
    return written


def pdf_text(words: str) -> PDFObject:
    """A text string: PDFDocEncoding where that has all its characters, else UTF-16."""
    return PDFString(words)


HINTS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Hints for the ends of lines (a table for ``str.translate``): what has no lines does without them."""


def pdf_dict(entries: Mapping[str, Value]) -> PDFDictionary:
    """A dictionary; its keys are written in order of the alphabet."""
    return PDFDictionary(dict(entries))


def pdf_array(values: Iterable[Value]) -> PDFObject:
    """An array."""
    return PDFArray(values)


class Stream(PDFObject):
    """A stream object, deflated unless it must be readable as it stands (XMP) or is compressed already.

    Deflated by libdeflate, which the lock file pins: Python's zlib is whichever the system has, and its bytes differ.
    ISO 19005-2, 6.1.7.1 wants the end of line before ``endstream`` that reportlab's own stream leaves out.
    """

    __RefOnly__ = 1  # reportlab's mark of what is always an object of its own

    def __init__(self, entries: Mapping[str, Value], content: bytes, *, deflated: bool = True) -> None:
        self.entries = dict(entries)
        self.source = content
        self._deflated = None
        if deflated:
            self.entries["Filter"] = pdf_name("FlateDecode")
            self._deflated = Deflated(content)

    def format(self, document: object) -> bytes:
        """The object's bytes (reportlab calls it on writing the file)."""
        content = self.source if self._deflated is None else self._deflated.content()
        head: bytes = pdfdoc.format(PDFDictionary(self.entries | {"Length": len(content)}), document)
        return b"%b\nstream\n%b\nendstream\n" % (head, content)


class Deflated:
    """Bytes deflated beside what else is done: libdeflate frees the interpreter's lock.

    One thread deflates all, in the order in which they came; whoever waits for it helps.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._content: bytes | BaseException = b""
        self._done = Event()
        self._worker = _Worker.at_work()
        self._worker.waiting.put(self)

    def content(self) -> bytes:
        """The deflated bytes; raises what deflating them raised (``MemoryError``)."""
        while not self._done.is_set() and self._worker.help():
            pass
        if not self._worker.thread.is_alive():  # in a process forked off meanwhile
            self.deflate()
        self._done.wait()
        if isinstance(self._content, BaseException):
            raise self._content
        return self._content

    def deflate(self) -> None:
        """Deflate them now."""
        try:
            self._content = bytes(zlib_compress(self._source, LEVEL))
        except BaseException as error:
            self._content = error
        self._done.set()


class _Worker:
    """The thread that deflates, and what waits for it."""

    _now: _Worker | None = None

    def __init__(self) -> None:
        self.waiting: SimpleQueue[Deflated] = SimpleQueue()
        self.thread = Thread(target=self._work, daemon=True)
        self.thread.start()

    @classmethod
    def at_work(cls) -> _Worker:
        """The worker there is; a new one in a process that was forked off, where the old one's thread is not."""
        if cls._now is None or not cls._now.thread.is_alive():
            cls._now = cls()
        return cls._now

    def help(self) -> bool:
        """Deflate what has waited longest; gives whether there was something."""
        try:
            longest = self.waiting.get_nowait()
        except Empty:
            return False
        longest.deflate()
        return True

    def _work(self) -> None:
        while True:
            self.waiting.get().deflate()


class File:
    """A file under way: objects are added, then all is written at once."""

    def __init__(self) -> None:
        self._document: Any = pdfdoc.PDFDocument(invariant=1, pdfVersion=VERSION)
        self.fonts: Any = self._document.idToObject[pdfdoc.BasicFonts]
        """The font resources: reportlab makes this dictionary with every document."""

    def add(self, value: PDFObject) -> PDFObjectReference:
        """Make a value an object of its own; gives the reference to it."""
        reference: PDFObjectReference = self._document.Reference(value)
        return reference

    def write(self, catalog: PDFDictionary, information: PDFDictionary, fingerprint: bytes) -> bytes:
        """The file's bytes; the trailer's ID is made of ``fingerprint``."""
        document = self._document
        document.Catalog, document.info = catalog, information
        document.signature = hashlib.md5(fingerprint, usedforsecurity=False)
        data: bytes = document.format()
        return data
