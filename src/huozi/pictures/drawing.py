"""A page of a PDF made a drawing: everything that it draws with brought to inks, then copied object by object.

Every stranger's file goes through here, and typst's pages too, so all is bounded: objects, depth, bytes of content and
of streams, graphics that draw graphics. What cannot be printed is told, never left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from deflate import zlib_compress
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from huozi.diagnostics import Findings, Span
from huozi.pictures.copying import DEEPEST, MOST_PIECES, TooMuch, copied
from huozi.pictures.gradients import has_colour, inked_function
from huozi.pictures.inked import MOST_TAKEN, UNCOLOURED, Colouring, inked
from huozi.pictures.model import Piece
from huozi.pictures.spaces import Space, inks_of, space_of
from huozi.pictures.tones import Tones
from huozi.records import NamedTuple

LEVEL = 6
MOST_OF_CONTENT = 16 * 2**20
"""Bytes of content that a drawing may have, forms and patterns counted once."""

OF_PRESSES = ("/TR", "/TR2", "/BG", "/BG2", "/UCR", "/UCR2", "/HT", "/HTP")
"""Settings of presses long gone, which a print file has none of (preflight 40)."""

PLAIN_BLENDS = ("/Normal", "/Compatible")

START = b"/HuoziPlain gs 0 0 0 1 k 0 0 0 1 K 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Ts 0 Tr\n"
"""A page begins with these whatever was set on ours (ISO 32000-1, 8.4.1)."""


class Sheet(NamedTuple):
    """A page that is drawn with: its content, its resources, its box and the matrix that brings that to the origin."""

    content: bytes
    resources: Object
    box: tuple[float, float, float, float]
    matrix: tuple[float, float, float, float, float, float]


class Drawing(NamedTuple):
    """A drawing as the objects of a form; ``is_transparent``: anything in it lets what is below show through,
    ``is_coloured``: it has another ink than black.
    """

    pieces: tuple[Piece, ...]
    is_transparent: bool
    is_coloured: bool


def drawing_of(sheet: Sheet, form: Stream, tones: Tones, span: Span, findings: Findings) -> Drawing:
    """A page as a form; ``form`` is an empty stream of the same file, which becomes it.

    Findings: ``vector-spot-colour``, ``vector-picture-colour``, ``vector-shading``, ``vector-font-missing``,
    ``vector-font-drawn``. Raises ``TooMuch``, and what damaged files raise.
    """
    ink = _Inking(tones, span, findings)
    content = ink.content(sheet.content, sheet.resources, 0)
    own = content.resources
    plain = Dictionary(Type=Name("/ExtGState"), OP=False, op=False, OPM=0)
    own["/ExtGState"] = Dictionary({**dict(_items(own, "/ExtGState")), "/HuoziPlain": plain})
    form.write(bytes(zlib_compress(START + content.data, LEVEL)), filter=Name("/FlateDecode"))
    form["/Type"], form["/Subtype"] = Name("/XObject"), Name("/Form")
    form["/BBox"], form["/Matrix"] = _reals(sheet.box), _reals(sheet.matrix)
    form["/Resources"] = own
    if ink.is_transparent:
        group = Dictionary(S=Name("/Transparency"), CS=Name("/DeviceCMYK"))
        group["/I"] = True
        form["/Group"] = group
    return Drawing(copied(form), ink.is_transparent, ink.is_coloured)


def _reals(numbers: tuple[float, ...]) -> Array:
    return Array([Object.parse(f"{number:.4f}".rstrip("0").rstrip(".").encode()) for number in numbers])


USED = ("/ExtGState", "/Shading", "/Pattern", "/XObject", "/Font")
"""Kinds of resources that a content names."""


class Inscribed(NamedTuple):
    """A content with inks, and the resources that it names."""

    data: bytes
    resources: Object


class _Inking:
    """The resources of a drawing on their way to inks: each once, however often it is used."""

    def __init__(self, tones: Tones, span: Span, findings: Findings) -> None:
        self._tones = tones
        self._span = span
        self._findings = findings
        self._seen: set[tuple[int, int]] = set()
        self._room = MOST_OF_CONTENT
        self._most = MOST_TAKEN
        self.is_transparent = False
        self.is_coloured = False

    def content(self, data: bytes, resources: Object, depth: int) -> Inscribed:
        """A content with inks, and those of its resources that it names, which are seen to."""
        if depth > DEEPEST:
            raise TooMuch("depth", DEEPEST)
        self._room -= len(data)
        if self._room < 0:
            raise TooMuch("content", MOST_OF_CONTENT >> 20)
        spaces_named = resources.get("/ColorSpace")
        colouring = Colouring(spaces_named, self._tones, self._refuse, self._see_picture, self._most)
        done = inked(data, colouring)
        self._most -= done.taken
        self.is_coloured |= done.is_coloured
        own = Dictionary()
        for key in USED:
            used = {name: held for name, held in _items(resources, key) if name in done.names}
            if used:
                own[key] = Dictionary(used)
        spaces = {name: held for name, held in _items(resources, "/ColorSpace") if name in done.names}
        kept = {name: held for name, held in spaces.items() if space_of(held).kind == "other"}
        if done.uncoloured:
            kept[UNCOLOURED.decode()] = Array([Name("/Pattern"), Name("/DeviceCMYK")])
        if kept:
            own["/ColorSpace"] = Dictionary(kept)
        self._resources(own, resources, depth)
        return Inscribed(done.data, own)

    def _resources(self, own: Object, outer: Object, depth: int) -> None:
        """All that a content names; forms without resources use the ``outer`` ones."""
        for _, state in _items(own, "/ExtGState"):
            self._state(state)
        for _, shading in _items(own, "/Shading"):
            self._shading(shading)
        for _, pattern in _items(own, "/Pattern"):
            self._pattern(pattern, outer, depth)
        for _, item in _items(own, "/XObject"):
            self._xobject(item, outer, depth)
        for _, font in _items(own, "/Font"):
            self._font(font, outer, depth)

    def _is_new(self, held: Object) -> bool:
        """Whether an object has not been seen to; what has no number of its own always has not."""
        if held.objgen == (0, 0):
            return True
        if held.objgen in self._seen:
            return False
        self._seen.add(held.objgen)
        if len(self._seen) > MOST_PIECES:
            raise TooMuch("pieces", MOST_PIECES)
        return True

    def _state(self, state: Object) -> None:
        if not isinstance(state, Dictionary):
            return
        for key in OF_PRESSES:
            if key in state:
                del state[key]
        blend = state.get("/BM")
        blends = [str(each) for each in blend] if isinstance(blend, Array) else [str(blend)] if blend else []
        shares = [float(state.get(key, 1)) for key in ("/ca", "/CA")]
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary) or min(shares) < 1 or any(each not in PLAIN_BLENDS for each in blends[:1]):
            self.is_transparent = True

    def _shading(self, shading: Object) -> None:
        """A gradient's colours; of meshes those that a function gives."""
        if not isinstance(shading, Dictionary | Stream) or not self._is_new(shading):
            return
        space = space_of(shading.get("/ColorSpace"))
        if space.kind == "other":
            self._refuse(space)
            return
        written, is_cmyk = shading.get("/Function"), space.kind == "cmyk" and not self._tones.is_black
        if not is_cmyk:
            function = inked_function(written, space, self._tones) if shading.get("/ShadingType") != 1 else None
            if function is None:
                self._findings.add(self._span, "vector-shading")
                return
            shading["/Function"] = function
            self.is_coloured |= has_colour(function)
            if "/Background" in shading:
                del shading["/Background"]
        else:
            self.is_coloured = True
        shading["/ColorSpace"] = Name("/DeviceCMYK")

    def _pattern(self, pattern: Object, resources: Object, depth: int) -> None:
        if not isinstance(pattern, Dictionary | Stream) or not self._is_new(pattern):
            return
        if isinstance(pattern, Stream):
            self._form(pattern, resources, depth)
            return
        shading, state = pattern.get("/Shading"), pattern.get("/ExtGState")
        if shading is not None:
            self._shading(shading)
        if state is not None:
            self._state(state)

    def _xobject(self, item: Object, resources: Object, depth: int) -> None:
        if not isinstance(item, Stream) or not self._is_new(item):
            return
        if item.get("/Subtype") == "/Form":
            self._form(item, resources, depth)
        elif item.get("/Subtype") == "/Image":
            self._picture(item)

    def _form(self, form: Stream, outer: Object, depth: int) -> None:
        """A form or a tiling pattern; one without resources uses those about it (ISO 32000-1, 7.8.3)."""
        own = form.get("/Resources")
        group = form.get("/Group")
        if isinstance(group, Dictionary):
            form["/Group"] = Dictionary({**dict(group.items()), "/CS": Name("/DeviceCMYK")})
        done = self.content(form.read_bytes(), own if isinstance(own, Dictionary) else outer, depth + 1)
        form["/Resources"] = done.resources
        form.write(bytes(zlib_compress(done.data, LEVEL)), filter=Name("/FlateDecode"))

    def _picture(self, picture: Stream) -> None:
        """A picture within the drawing: grey and inks go in, palettes are brought to inks, others are told."""
        if isinstance(picture.get("/SMask"), Stream):
            self.is_transparent = True
        if picture.get("/ImageMask", False):
            return
        space = space_of(picture.get("/ColorSpace"))
        if space.kind == "indexed":
            picture["/ColorSpace"] = self._palette(space)
        elif space.profile and (greys := self._tones.printing.greys(space.profile)) and _is_of_steps(picture):
            steps = bytes(greys[:: 255 // (2 ** int(picture["/BitsPerComponent"]) - 1)])
            picture["/ColorSpace"] = Array([Name("/Indexed"), Name("/DeviceGray"), len(steps) - 1, String(steps)])
        elif space.kind == "grey" or (space.kind == "cmyk" and not self._tones.is_black):
            picture["/ColorSpace"] = Name("/DeviceGray" if space.kind == "grey" else "/DeviceCMYK")
            self.is_coloured |= space.kind == "cmyk"
        else:
            self._see_picture(space)

    def _palette(self, space: Space) -> Array:
        """A palette of inks."""
        inks = [inks_of(space, [at], self._tones) or (0, 0, 0, 1) for at in range(len(space.entries))]
        self.is_coloured |= any(any(colour[:3]) for colour in inks)
        table = bytes(round(share * 255) for colour in inks for share in colour)
        return Array([Name("/Indexed"), Name("/DeviceCMYK"), len(inks) - 1, String(table)])

    def _font(self, font: Object, resources: Object, depth: int) -> None:
        """Whether a font is in the file; one whose characters are drawn has colours of its own."""
        if not isinstance(font, Dictionary) or not self._is_new(font):
            return
        name = str(font.get("/BaseFont", "/?")).lstrip("/")
        if font.get("/Subtype") == "/Type3":
            self._findings.add(self._span, "vector-font-drawn")
            own = font.get("/Resources")
            about = own if isinstance(own, Dictionary) else resources
            used: dict[str, dict[str, Object]] = {}
            for _, glyph in _items(font, "/CharProcs"):
                if isinstance(glyph, Stream) and self._is_new(glyph):
                    done = self.content(glyph.read_bytes(), about, depth + 1)
                    glyph.write(bytes(zlib_compress(done.data, LEVEL)), filter=Name("/FlateDecode"))
                    for key, held in done.resources.items():
                        used.setdefault(key, {}).update(held.items())
            font["/Resources"] = Dictionary({key: Dictionary(held) for key, held in used.items()})
            return
        below = font.get("/DescendantFonts")
        holder = below[0] if isinstance(below, Array) and len(below) else font
        descriptor = holder.get("/FontDescriptor") if isinstance(holder, Dictionary) else None
        files = ("/FontFile", "/FontFile2", "/FontFile3")
        if not isinstance(descriptor, Dictionary) or not any(isinstance(descriptor.get(key), Stream) for key in files):
            self._findings.add(self._span, "vector-font-missing", name=name[:80])

    def _refuse(self, space: Space) -> None:
        self._findings.add(self._span, "vector-spot-colour", name=space.name or "?")

    def _see_picture(self, space: Space) -> None:
        """Report a picture whose colours are none of print's; those of an inline one stay as they are."""
        if space.kind == "cmyk" and self._tones.is_black:
            self._findings.add(self._span, "vector-picture-black")
        elif space.kind not in ("grey", "cmyk"):
            shown = {"rgb": "RGB", "inks": "DeviceN", "indexed": "Indexed"}.get(space.kind, space.name or "?")
            self._findings.add(self._span, "vector-picture-colour", space=shown)


def _is_of_steps(picture: Stream) -> bool:
    """Whether the tones of a grey picture can be looked up in a palette: it is no photograph that is packed as one."""
    packed = any(name in str(picture.get("/Filter")) for name in ("DCTDecode", "JPXDecode"))
    return not packed and "/Decode" not in picture and picture.get("/BitsPerComponent") in (1, 2, 4, 8)


def _items(holder: Object, key: str) -> Iterator[tuple[str, Object]]:
    held = holder.get(key)
    if isinstance(held, Dictionary):
        yield from list(held.items())
