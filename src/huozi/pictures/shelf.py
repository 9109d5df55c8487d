"""The pictures of an issue: what they are, and what they become for its pages, each made once and kept.

What a file is, is told by its first bytes; which module knows more is loaded where something is not kept yet. So the
libraries that read drawings and convert colours are not there in a build that finds everything made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from huozi.diagnostics import Findings, Span
from huozi.display import Page
from huozi.pictures.faults import Fault, Unusable, told
from huozi.pictures.headers import raster_format
from huozi.pictures.kept import Keeping, Kept, digest_of, file_digest
from huozi.pictures.model import PictureFacts, PictureKey, PictureKind, Prepared, Raster, Vector
from huozi.pictures.press import Press, Unfit
from huozi.pictures.printed import Printed, of_resolution, printed
from huozi.pictures.versions import version_of
from huozi.records import NamedTuple

HEAD = 4096
"""Bytes at the beginning of a file that tell what it is."""

MOST_BYTES = 500 * 10**6
"""Bytes of a picture file that is opened."""

MEGABYTE = 10**6

AT_HAND = 24 * 2**20
"""Bytes of streams that are held for the pages' file; of others it is known where they are kept."""

LIBRARIES: Mapping[PictureKind, tuple[str, ...]] = {
    "raster": ("PIL", "deflate"),
    "svg": ("typst", "pikepdf"),
    "pdf": ("pikepdf",),
}
"""What makes the pictures of a kind: other versions may make others."""


def kind_of(head: bytes, path: str) -> PictureKind | None:
    """What a file is by its first bytes; an SVG that begins with a long comment, by its name.

    >>> kind_of(b"%PDF-1.7", "a.tif"), kind_of(b"<?xml version='1.0'?><svg", "a"), kind_of(b"GIF89a", "a.png")
    ('pdf', 'svg', None)
    """
    if raster_format(head):
        return "raster"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_text = start.startswith(b"<") or head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_text and (b"<svg" in head or path.lower().endswith(".svg")):
        return "svg"
    return None


class _File(NamedTuple):
    """A picture file: what it is, and the digest of its bytes."""

    kind: PictureKind
    digest: str


class Shelf:
    """The pictures of an issue's folder.

    ``keeping`` keeps what is made; ``place`` gives where a picture stands in the source, by its path within the folder;
    ``fonts`` are the folders of the house's fonts. What is found while pictures are looked at is told by :meth:`tell`.
    """

    def __init__(
        self, folder: str, keeping: Keeping, place: Callable[[str], Span | None], fonts: tuple[str, ...] = ()
    ) -> None:
        self._folder = folder
        self._fonts = fonts
        self._keeping = keeping
        self._place = place
        self._files: dict[str, _File | None] = {}
        self._facts: dict[tuple[str, int], PictureFacts | None] = {}
        self._findings = Findings()

    def look_at(self, path: str, page: int = 1) -> PictureFacts | None:
        """The facts of a picture by its path within the folder; ``None`` after a finding.

        A picture of the layout's, which is not there, is named by its whole path.
        """
        whole = os.path.join(self._folder, path)
        return self._facts_at(whole if os.path.isfile(whole) or not os.path.isfile(path) else path, page)

    def _facts_at(self, whole: str, page: int) -> PictureFacts | None:
        """The facts of a picture by its whole path."""
        asked = (whole, page)
        if asked not in self._facts:
            file = self._file(whole)
            facts = None if file is None else self._looked_at(whole, page, file)
            self._facts[asked] = facts and facts._replace(path=whole)
        return self._facts[asked]

    def tell(self, findings: Findings) -> None:
        """Hand over what was found since that was asked last."""
        findings.extend(self._findings)
        self._findings = Findings()

    def prepare(self, pages: Iterable[Page], press: Press) -> Pictures:
        """The pictures of pages, ready for their file; such as cannot be printed are left out after a finding."""
        pictures = Pictures()
        for key, at in printed(pages).items():
            facts = self._facts_at(key.path, key.page)
            file = self._file(key.path)
            if facts is None or file is None:
                continue
            span = at.span if at.span.file else self._span(key.path)
            self._add(of_resolution(facts, at.size), span, key.path)
            self._prepare(pictures, key, _Asked(file, facts, at._replace(span=span), press))
        return pictures

    # ---------------------------------------------------------------- files

    def _file(self, whole: str) -> _File | None:
        """What a file is; ``None`` after a finding where it cannot be used."""
        if whole not in self._files:
            try:
                self._files[whole] = _opened(whole)
            except Unusable as error:
                self._files[whole] = None
                self._add((error.fault,), self._span(whole), whole)
        return self._files[whole]

    def _span(self, whole: str) -> Span:
        """Where a picture stands in the source; the file itself where no article shows it."""
        return self._place(self._name(whole)) or Span(whole)

    def _name(self, whole: str) -> str:
        """What people call a file: its path within the issue's folder."""
        inside = os.path.join(self._folder, "")
        name = whole[len(inside) :] if whole.startswith(inside) else os.path.basename(whole)
        return name.replace(os.sep, "/")

    def _add(self, faults: Iterable[Fault], span: Span, whole: str) -> None:
        self._findings.extend(told(faults, span, self._name(whole)))

    # ---------------------------------------------------------------- facts

    def _looked_at(self, whole: str, page: int, file: _File) -> PictureFacts | None:
        name = digest_of("facts", file.digest, page, *map(version_of, LIBRARIES[file.kind]))
        kept = self._keeping.find(name)
        if kept is None or not isinstance(kept.value, PictureFacts):
            try:
                kept = self._facts_of(whole, page, file.kind)
            except Unusable as error:
                self._add((error.fault,), self._span(whole), whole)
                return None
            if kept is None:
                return None
            self._keeping.keep(name, kept)
        self._add(kept.faults, self._span(whole), whole)
        return kept.value if isinstance(kept.value, PictureFacts) else None

    def _facts_of(self, whole: str, page: int, kind: PictureKind) -> Kept | None:
        """The facts of a picture from its file; ``None`` after findings. Raises ``Unusable``."""
        found, span = Findings(), self._span(whole)
        match kind:
            case "raster":
                from huozi.pictures.headers import header_of

                header = header_of(whole)
                return Kept(header.facts, header.faults)
            case "svg":
                from huozi.pictures.svg import svg_facts

                facts = svg_facts(_read(whole), span, found)
            case "pdf":
                from huozi.pictures.pages import page_facts

                facts = page_facts(whole, page, span, found)
            case _:
                assert_never(kind)
        return self._kept(facts, found, span, whole)

    def _kept(self, value: PictureFacts | Prepared | None, found: Findings, span: Span, whole: str) -> Kept | None:
        """What a module of drawings gave, to be kept; where it gave nothing its findings are told at once."""
        faults = tuple((item.rule, item.arguments) for item in found)
        if value is None:
            self._add(faults, span, whole)
            return None
        return Kept(value, faults)

    # ---------------------------------------------------------------- what is printed

    def _prepare(self, pictures: Pictures, key: PictureKey, asked: _Asked) -> None:
        name = self._kept_name(key, asked)
        kept = self._keeping.find(name)
        is_kept = kept is not None and not isinstance(kept.value, PictureFacts)
        if not is_kept:
            try:
                kept = self._made(key, asked)
            except Unusable as error:
                self._add((error.fault,), asked.at.span, key.path)
                return
            except Unfit:
                self._findings.add(Span(asked.press.intent), "profile-not-cmyk")
                return
            is_kept = kept is not None and self._keeping.keep(name, kept)
        if kept is None or isinstance(kept.value, PictureFacts):
            return
        self._add(kept.faults, asked.at.span, key.path)
        pictures.lay(key, kept.value, (lambda: self._again(name, key, asked)) if is_kept else None)

    def _again(self, name: str, key: PictureKey, asked: _Asked) -> Prepared:
        """A picture that was kept: as it is kept, made again where that has gone meanwhile."""
        kept = self._keeping.find(name)
        if kept is None or isinstance(kept.value, PictureFacts):
            kept = self._made(key, asked)
        if kept is None or isinstance(kept.value, PictureFacts):
            raise OSError(None, "the picture has gone", key.path)
        return kept.value

    def _kept_name(self, key: PictureKey, asked: _Asked) -> str:
        """The name of what becomes of a picture, made of all that it follows from."""
        file, press = asked.file, asked.press
        match file.kind:
            case "raster":
                from huozi.pictures.wishes import wish_of

                made_of: Sequence[object] = wish_of(asked.facts, asked.at.size, key.is_black)
            case "svg":
                made_of = (key.is_black, *_state(self._fonts))
            case "pdf":
                made_of = (key.page, key.is_black)
            case _:
                assert_never(file.kind)
        by = (press.digest, press.intent, press.ink_limit, *map(version_of, LIBRARIES[file.kind]))
        return digest_of(file.kind, file.digest, *made_of, *by)

    def _made(self, key: PictureKey, asked: _Asked) -> Kept | None:
        """A picture made ready; ``None`` after findings. Raises ``Unusable``, ``Unfit``."""
        found, span = Findings(), asked.at.span
        made: Vector | None
        match asked.file.kind:
            case "raster":
                from huozi.pictures.rasters import make_raster
                from huozi.pictures.wishes import wish_of

                ready = make_raster(key.path, wish_of(asked.facts, asked.at.size, key.is_black), asked.press)
                return Kept(ready.raster, ready.faults)
            case "svg":
                from huozi.pictures.colours import printing_on
                from huozi.pictures.svg import SvgHouse, svg_vector

                house = SvgHouse(self._fonts, printing_on(asked.press))
                made = svg_vector(_read(key.path), house, key.is_black, span, found)
            case "pdf":
                from huozi.pictures.colours import printing_on
                from huozi.pictures.pages import page_vector

                made = page_vector(key.path, key.page, key.is_black, printing_on(asked.press), span, found)
            case _:
                assert_never(asked.file.kind)
        return self._kept(made, found, span, key.path)


class _Asked(NamedTuple):
    """What is asked of a picture: its file and facts, where it is printed and how large, what for."""

    file: _File
    facts: PictureFacts
    at: Printed
    press: Press


class Pictures(Mapping[PictureKey, Prepared]):
    """Pictures ready for their file: some at hand, others fetched from where they are kept whenever asked for."""

    def __init__(self) -> None:
        self._pictures: dict[PictureKey, Callable[[], Prepared]] = {}
        self._coloured: set[PictureKey] = set()
        self._at_hand = 0

    def __getitem__(self, key: PictureKey) -> Prepared:
        return self._pictures[key]()

    def __iter__(self) -> Iterator[PictureKey]:
        return iter(self._pictures)

    def __len__(self) -> int:
        return len(self._pictures)

    def __contains__(self, key: object) -> bool:
        return key in self._pictures

    def lay(self, key: PictureKey, picture: Prepared, again: Callable[[], Prepared] | None) -> None:
        """Lay a picture here; ``again`` gives it once more where it is kept."""
        self._at_hand += _weight(picture)
        if is_coloured(picture):
            self._coloured.add(key)
        is_held = again is None or self._at_hand <= AT_HAND
        self._pictures[key] = (lambda: picture) if is_held or again is None else again

    def is_coloured(self, key: PictureKey) -> bool:
        """Whether a picture has another ink than black."""
        return key in self._coloured


def is_coloured(picture: Prepared) -> bool:
    """Whether a picture has another ink than black."""
    match picture:
        case Raster():
            return picture.space == "DeviceCMYK"
        case Vector():
            return picture.is_coloured
        case _:
            assert_never(picture)


def _weight(picture: Prepared) -> int:
    match picture:
        case Raster():
            return len(picture.data)
        case Vector():
            return sum(len(piece.stream or b"") for piece in picture.pieces)
        case _:
            assert_never(picture)


def _opened(whole: str) -> _File:
    """What a file is; raises ``Unusable``."""
    try:
        if not os.path.isfile(whole):  # no device, no pipe is waited for
            raise Unusable("picture-unreadable", reason="no file")
        size = os.path.getsize(whole)
        if not size:
            raise Unusable("picture-empty")
        if size > MOST_BYTES:
            raise Unusable("picture-too-heavy", most=MOST_BYTES // MEGABYTE)
        with open(whole, "rb") as file:
            kind = kind_of(file.read(HEAD), whole)
        if kind is None:
            raise Unusable("picture-format")
        return _File(kind, file_digest(whole))
    except OSError as error:
        raise Unusable("picture-unreadable", reason=error.strerror or str(error)) from error


def _state(folders: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """The files of folders, with what tells that one has changed."""
    for folder in folders:
        if os.path.isdir(folder):
            for name in sorted(os.listdir(folder)):
                facts = os.stat(os.path.join(folder, name))
                yield name, facts.st_size, facts.st_mtime_ns


def _read(whole: str) -> bytes:
    """All of a file; raises ``Unusable``."""
    try:
        with open(whole, "rb") as file:
            return file.read()
    except OSError as error:
        raise Unusable("picture-unreadable", reason=error.strerror or str(error)) from error
