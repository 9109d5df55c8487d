"""SVG files of strangers read through before anything draws them: how large, what they ask for, what is refused.

One pass of expat without entities: a bomb is found by counting, not by opening it.
"""

from __future__ import annotations

import re
from binascii import a2b_base64
from collections.abc import Mapping
from io import BytesIO
from pyexpat import ExpatError, ParserCreate
from typing import NoReturn

from huozi.records import NamedTuple

MOST_BYTES = 16 * 2**20
MOST_NODES = 200_000
DEEPEST = 200
MOST_DRAWN = 400_000
"""Elements that are drawn, each as often as ``use``, markers and patterns draw it."""

MOST_PIXELS = 40_000_000
"""Pixels of all pictures within a drawing."""

SVG = "http://www.w3.org/2000/svg "
XLINK = "http://www.w3.org/1999/xlink "

UNITS = {"": 0.75, "px": 0.75, "pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "q": 72 / 101.6,
         "em": 12.0, "ex": 6.0}  # fmt: skip
"""Points of a unit; ``em`` where no size of type is given (CSS: 16 px)."""

USUAL = 100.0
"""Sides, in px, of a drawing that says neither size nor view box; typst's reader takes them too."""

LONGEST = 14_400.0
"""The longest side that a PDF's page may have, in points."""

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)\s*([a-z]*|%)\s*", re.IGNORECASE)
_FAMILY = re.compile(r"font-family\s*:\s*([^;}]+)|font\s*:\s*[^;}]*?[0-9.]+[a-z%]*(?:/\S+)?\s+([^;}]+)")
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_MARKER = re.compile(r"marker(?:-start|-mid|-end)?\s*:")
_CORNER = re.compile(r"[A-Za-z]|[\s,][+-]?[0-9.]")
_CHECKED = ("href", XLINK + "href")
_PAINTED = ("fill", "stroke", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end")

GENERIC = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial", "ui-serif",
     "ui-sans-serif", "math"}
)  # fmt: skip
"""Families that name no font."""

SCRIPTS = frozenset({"script", "handler", "listener"})
MOVING = frozenset({"animate", "animateMotion", "animateTransform", "animateColor", "set"})


class Refused(Exception):
    """A file that is not drawn; ``rule`` is that of the finding, ``named`` what it names."""

    def __init__(self, rule: str, **named: object) -> None:
        self.rule = rule
        self.named = named
        super().__init__(rule)


class SvgFacts(NamedTuple):
    """What an SVG is: its size in points, the families of type that it asks for, what of it is left out.

    ``lacks_size``: it says neither a size nor a view box. ``text``: the file in UTF-8, as it is drawn.
    """

    width: float
    height: float
    families: tuple[str, ...]
    has_scripts: bool
    has_moving: bool
    has_foreign: bool
    lacks_size: bool
    text: bytes


def read_svg(data: bytes) -> SvgFacts:
    """What an SVG is. Raises ``Refused``."""
    if len(data) > MOST_BYTES:
        raise Refused("svg-too-large", most=MOST_BYTES >> 20)
    text = _decoded(data)
    reader = _Reader()
    parser = ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = _no_entities
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(text, True)
    except ExpatError as error:
        raise Refused("svg-damaged", line=error.lineno) from error
    return reader.facts(text)


def _decoded(data: bytes) -> bytes:
    """The file in UTF-8 without a declaration of another encoding; raises ``Refused`` where it is in neither."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("svg-encoding") from error
    return re.sub(r"\A\s*<\?xml\s[^>]*\?>", "", text, count=1).encode()


def _no_entities(*_: object) -> NoReturn:
    raise Refused("svg-entities")


class _Node:
    """An element on its way: how many it draws by itself, what it uses, the named ones that stand in it."""

    __slots__ = ("drawn", "is_named", "kids", "name", "total", "uses")

    def __init__(self, name: str, is_named: bool) -> None:
        self.name = name
        self.is_named = is_named
        self.drawn = 1
        self.uses: list[str] = []
        self.kids: list[_Node] = []
        self.total = -1  # not counted yet

    def take(self, inner: _Node) -> None:
        """What an element within it adds to it."""
        if inner.is_named:
            self.kids.append(inner)
            return
        self.drawn += inner.drawn
        self.uses = [*self.uses, *inner.uses] if self.uses and inner.uses else self.uses or inner.uses
        self.kids = [*self.kids, *inner.kids] if self.kids and inner.kids else self.kids or inner.kids


class _Reader:
    """What is seen of a file as it goes by."""

    def __init__(self) -> None:
        self._open: list[_Node] = []
        self._outermost = _Node("", is_named=True)
        self._nodes = 0
        self._known: dict[str, _Node] = {}
        self._families: dict[str, None] = {}
        self._root: Mapping[str, str] | None = None
        self._style: list[str] | None = None
        self._corners = 0
        self._has_markers = False
        self._pixels = 0
        self._has_scripts = self._has_moving = self._has_foreign = False

    def doctype(self, *said: object) -> None:
        """The type of the document: a name alone, as many programs write it, or declarations, which are refused."""
        if said[-1]:
            raise Refused("svg-entities")

    def instruction(self, target: str, _: str) -> None:
        """A style sheet in a file of its own is not looked for."""
        if target == "xml-stylesheet":
            raise Refused("svg-foreign", address="xml-stylesheet")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._nodes += 1
        if self._nodes > MOST_NODES or len(self._open) >= DEEPEST:
            raise Refused("svg-too-much", most=MOST_NODES if self._nodes > MOST_NODES else DEEPEST)
        local = name.removeprefix(SVG)
        if self._root is None:
            if local != "svg":
                raise Refused("svg-no-svg")
            self._root = attributes
        own = attributes.get("id", "")
        node = _Node(local, is_named=bool(own) and own not in self._known)
        self._open.append(node)
        if node.is_named:
            self._known[own] = node
        self._look_at(local, attributes, node)

    def _look_at(self, local: str, attributes: dict[str, str], node: _Node) -> None:
        if local in SCRIPTS or any(key.lower().startswith("on") for key in attributes):
            self._has_scripts = True
        elif local in ("animate", "animateMotion", "animateTransform", "set"):
            self._has_moving = True
        elif local == "foreignObject":
            self._has_foreign = True
        elif attributes.get("filter", "none").strip() != "none":
            raise Refused("svg-filter")
        elif local == "style":
            self._style = []
        self._has_markers = self._has_markers or local == "marker"
        self._corners += len(_CORNER.findall(attributes.get("d", ""))) + len(
            _CORNER.findall(attributes.get("points", ""))
        )
        self._look_at_references(local, attributes, node)

    def _look_at_references(self, local: str, attributes: dict[str, str], node: _Node) -> None:
        """What an element refers to, by its attributes and by its style."""
        for key in _CHECKED:
            if key in attributes and local != "a":
                self._address(attributes[key], local, node)
        for key in _PAINTED:
            if key in attributes:
                self._addresses(attributes[key], node)
        if "style" in attributes:
            self._styled(attributes["style"], node)
        if "font-family" in attributes:
            self._asks_for(attributes["font-family"])

    def _address(self, address: str, local: str, node: _Node) -> None:
        """What an element refers to: a part of this file, or a picture within it."""
        address = address.strip()
        if address.startswith("#"):
            node.uses.append(address[1:])
        elif address.startswith("data:") and local in ("image", "feImage"):
            self._pixels += _pixels_of(address)
            if self._pixels > MOST_PIXELS:
                raise Refused("svg-picture-large", most=MOST_PIXELS // 1_000_000)
        elif address:
            raise Refused("svg-foreign", address=address[:80])

    def _addresses(self, text: str, node: _Node) -> None:
        for address in _ADDRESS.findall(text):
            if not address.startswith("#"):
                raise Refused("svg-foreign", address=address[:80])
            node.uses.append(address[1:])

    def _styled(self, text: str, node: _Node) -> None:
        if "@import" in text:
            raise Refused("svg-foreign", address="@import")
        if "@font-face" in text:
            raise Refused("svg-font-inside")
        if re.search(r"(?:^|[;{\s])filter\s*:(?!\s*none)", text):
            raise Refused("svg-filter")
        self._addresses(text, node)
        for found in _FAMILY.finditer(text):
            self._asks_for(found[1] or found[2] or "")

    def _asks_for(self, families: str) -> None:
        """The first family of a list: what the drawing is meant to be set in."""
        first = families.split(",", maxsplit=1)[0].replace("!important", "").strip().strip("'\"").strip()
        if first and first.lower() not in GENERIC and len(self._families) < 100:
            self._families.setdefault(first[:80])

    def characters(self, text: str) -> None:
        """Text; that of a style sheet says how things look."""
        if self._style is not None:
            self._style.append(text)

    def end(self, _: str) -> None:
        """An element ends: what it draws counts for what it stands in."""
        node = self._open.pop()
        if node.name == "style" and self._style is not None:
            self._styled("".join(self._style), node)
            self._style = None
        (self._open[-1] if self._open else self._outermost).take(node)

    def facts(self, text: bytes) -> SvgFacts:
        """What was seen, once the file has ended. Raises ``Refused`` where more would be drawn than a page holds."""
        every = self._total(self._outermost, 0)
        if self._has_markers:
            markers = [self._total(node, 0) for node in self._known.values() if node.name == "marker"]
            every += self._corners * max(markers, default=0)
        if every > MOST_DRAWN:
            raise Refused("svg-too-much", most=MOST_DRAWN)
        width, height, lacks_size = _size_of(self._root or {})
        families, told = tuple(self._families), (self._has_scripts, self._has_moving, self._has_foreign)
        return SvgFacts(width, height, families, *told, lacks_size, text)

    def _total(self, node: _Node, depth: int) -> int:
        """How many elements one draws, each as often as it is used; a circle is too much."""
        if node.total >= 0:
            return node.total
        if depth > DEEPEST:
            raise Refused("svg-too-much", most=DEEPEST)
        node.total = MOST_DRAWN + 1  # while it is looked at
        count = node.drawn + sum(self._total(kid, depth + 1) for kid in node.kids)
        for name in node.uses:
            used = self._known.get(name)
            count += 0 if used is None else self._total(used, depth + 1)
        node.total = min(count, MOST_DRAWN + 1)
        return node.total


def _pixels_of(address: str) -> int:
    """How many pixels a picture within the file has, by its head; raises ``Refused`` where it is of no known kind."""
    import PIL.Image  # few drawings hold any

    head, _, body = address.partition(",")
    if ";base64" not in head or not re.match(r"data:image/(?:png|jpe?g)[;,]", head + ",", re.IGNORECASE):
        raise Refused("svg-picture-kind")
    try:
        data = a2b_base64(body)
        with PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            return image.width * image.height
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as error:
        raise Refused("svg-picture-kind") from error


def _size_of(root: Mapping[str, str]) -> tuple[float, float, bool]:
    """Width and height in points, by the attributes, else the view box. Raises ``Refused`` where they are none."""
    view = [float(each) for each in re.findall(r"[+-]?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?", root.get("viewBox", ""))]
    has_view = len(view) == 4 and view[2] > 0 and view[3] > 0
    own = (view[2] * UNITS[""], view[3] * UNITS[""]) if has_view else (USUAL * UNITS[""], USUAL * UNITS[""])
    sides = [_length(root.get(key, ""), whole) for key, whole in zip(("width", "height"), own, strict=True)]
    width, height = sides
    if has_view and (width is None) != (height is None):  # the other side follows from the view box
        ratio = view[2] / view[3]
        width = width if width is not None else (height or 0) * ratio
        height = height if height is not None else width / ratio
    width = own[0] if width is None else width
    height = own[1] if height is None else height
    if not all(0.1 <= side <= LONGEST for side in (width, height)):
        raise Refused("svg-no-size")
    return width, height, not has_view and not all(side is not None for side in sides)


def _length(written: str, whole: float) -> float | None:
    """A length in points; ``None`` where there is none."""
    found = _LENGTH.fullmatch(written)
    if not found:
        return None
    if found[2] == "%":
        return whole * float(found[1]) / 100
    factor = UNITS.get(found[2].lower())
    return None if factor is None else float(found[1]) * factor
