"""Whether every text of an issue stands on its pages once, and in their file for whoever reads it.

Two steps: the texts of the manuscripts against the elements of the pages; the pages' lines against what readers of the
file find there (poppler, pypdf, PDFium, as far as they are at hand).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from matter_counts import MENTION

from huozi.content.issue_model import Issue
from huozi.content.model import Block, CrossRef, Inline, Ruby, Text
from huozi.content.running_text import running_text
from huozi.display import SOFT_HYPHEN, GlyphRun, Page, Role
from huozi.structure import Element, Kind, lineage, of_text

REFERENCE = "（§）"
"""What stands for a mention of a float, with whatever number it is set."""
LABEL = re.compile(r"^[图表]\s*\d+(?:[-–—.]\d+)*\s*")
"""What leads a caption and is not written."""


class Texts(NamedTuple):
    """Texts of the manuscripts and how they fare on the pages; the texts themselves of those lost or doubled."""

    texts: int
    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()


class Read(NamedTuple):
    """What a reader of the file finds: lines looked for, those that it lacks, characters too many and too few."""

    reader: str
    lines: int
    lacking: tuple[str, ...] = ()
    characters: int = 0


def squeezed(text: str) -> str:
    """A text without spaces, hints and hyphens at lines' ends, compatible forms made one."""
    return "".join(unicodedata.normalize("NFKC", text).replace(SOFT_HYPHEN, "").replace("|", "").split())


# ------------------------------------------------------------------ manuscripts against pages


def written(issue: Issue) -> Counter[str]:
    """The paragraphs, headings, captions, cells and notes of an issue's articles, as texts."""
    blocks = (block for article in issue.articles for own in (article.blocks, *_notes(article.notes)) for block in own)
    texts = (squeezed("".join(map(_said, run.inlines))) for run in running_text(blocks))
    return Counter(text for text in texts if text)


def _notes(notes: Sequence[tuple[str, tuple[Block, ...]]]) -> Iterator[tuple[Block, ...]]:
    for _, blocks in notes:
        yield blocks


def _said(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Ruby(base):
            return base
        case CrossRef():
            return "§"
        case _:
            return ""


def standing(pages: Sequence[Page]) -> Counter[str]:
    """The texts of the elements on pages; what heads a table again, where that goes on, counts once."""
    texts: defaultdict[Element, list[str]] = defaultdict(list)
    for page in pages:
        for placed in page.items:
            element = of_text(placed.element)
            is_call = placed.element is not None and placed.element is not element
            if element is None or is_call or placed.role is Role.READING or not isinstance(placed.item, GlyphRun):
                continue
            if page.folio is not None and placed.role is not Role.ARTIFACT:
                texts[element].append("".join(placed.item.texts))
    found = Counter[str]()
    heads: set[tuple[object, str]] = set()
    for element, parts in texts.items():
        if element.kind is Kind.LABEL and any(each.kind is Kind.NOTE for each in lineage(element)):
            continue  # the mark that leads a note is not written
        text = squeezed(MENTION.sub(REFERENCE, "".join(parts)))
        if any(each.kind is Kind.CAPTION for each in lineage(element)):
            text = LABEL.sub("", text)
        if any(each.kind is Kind.TABLE_HEAD for each in lineage(element)):
            if (element.span, text) in heads:
                continue
            heads.add((element.span, text))
        found[text] += 1
    return found


def kept(issue: Issue, pages: Sequence[Page]) -> Texts:
    """Which texts are lost or doubled on pages."""
    wanted, found = written(issue), standing(pages)
    lost = wanted - found
    doubled = Counter({text: found[text] - count for text, count in wanted.items() if found[text] > count})
    return Texts(sum(wanted.values()), tuple(lost.elements()), tuple(doubled.elements()))


# ------------------------------------------------------------------ pages against readers of the file


def _lines(page: Page) -> Counter[str]:
    """The pieces of lines that stand on a page, each of one element."""
    found = Counter[str]()
    for stand in page.stands:
        piece = ""
        before: tuple[Element | None, int] = (None, 0)
        for at in stand.items:
            placed = page.items[at]
            if not isinstance(placed.item, GlyphRun) or placed.role is Role.READING:
                continue
            here = (placed.element, placed.y)
            if here != before:
                found[squeezed(piece)] += 1
                piece, before = "", here
            piece += "".join(placed.item.texts)
        found[squeezed(piece)] += 1
    del found[""]
    return found


def _characters(page: Page) -> Counter[str]:
    """The characters that stand on a page, whatever they are part of."""
    runs = (placed.item for placed in page.items if placed.role is not Role.READING)
    return Counter(squeezed("".join("".join(run.texts) for run in runs if isinstance(run, GlyphRun))))


def compared(reader: str, pages: Sequence[Page], texts: Sequence[str]) -> Read:
    """What a reader found on pages, against what stands there."""
    lines = 0
    lacking: list[str] = []
    characters = 0
    for page, text in zip(pages, texts, strict=True):
        found = squeezed(text)
        for line, count in _lines(page).items():
            lines += count
            lacking += [line] * max(count - found.count(line), 0)
        wanted, there = _characters(page), Counter(found)
        characters += sum((wanted - there).values()) + sum((there - wanted).values())
    return Read(reader, lines, tuple(lacking), characters)


def read_by_all(pages: Sequence[Page], file: bytes) -> list[Read]:
    """What each reader that is at hand finds in the pages' file."""
    readers = {"poppler": _poppler, "pypdf": _pypdf, "PDFium": _pdfium}
    found = []
    with tempfile.TemporaryDirectory(prefix="huozi-read-") as place:
        path = Path(place) / "issue.pdf"
        path.write_bytes(file)
        for name, read in readers.items():
            texts = read(path)
            found += [] if texts is None else [compared(name, pages, texts)]
    return found


def _poppler(path: Path) -> list[str] | None:
    program = shutil.which("pdftotext")
    if program is None:
        return None
    done = subprocess.run([program, "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def _pypdf(path: Path) -> list[str] | None:
    if find_spec("pypdf") is None:
        return None
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def _pdfium(path: Path) -> list[str] | None:
    if find_spec("pypdfium2") is None:
        return None
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts
