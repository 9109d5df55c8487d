"""Colour spaces of a PDF as far as a print file needs to know them: which of them become inks, and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from huozi.pictures.tones import Cmyk, Tones
from huozi.records import NamedTuple

SpaceKind: TypeAlias = Literal["grey", "rgb", "cmyk", "inks", "indexed", "pattern", "other"]

PROCESS = {"/Cyan": 0, "/Magenta": 1, "/Yellow": 2, "/Black": 3}
"""Colorants that are process inks under names of their own."""

DEEPEST = 4
"""Spaces within spaces that are looked into."""

MOST_ENTRIES = 256
"""Colours of a palette (ISO 32000-1, 8.6.6.3)."""

DEVICES: dict[str, SpaceKind] = {
    "/DeviceGray": "grey", "/CalGray": "grey", "/DeviceRGB": "rgb", "/CalRGB": "rgb", "/DeviceCMYK": "cmyk",
    "/Pattern": "pattern",
}  # fmt: skip
"""What spaces come to by their names."""

SHORT: dict[str, SpaceKind] = {"/G": "grey", "/RGB": "rgb", "/CMYK": "cmyk"}
"""Short names that inline pictures may use (ISO 32000-1, table 94)."""

OF_PROFILE: dict[object, SpaceKind] = {1: "grey", 3: "rgb", 4: "cmyk"}
"""What an ICC profile's number of components says; numbers of inks are kept as they are."""


class Space(NamedTuple):
    """A colour space. ``inks`` are the places of process inks among the four (-1: none is printed), ``entries`` the
    components of a palette's colours in ``base``, which is also that of uncoloured patterns; ``name`` is its own name.
    ``profile`` says how its greys look.
    """

    kind: SpaceKind
    name: str = ""
    inks: tuple[int, ...] = ()
    base: Space | None = None
    entries: tuple[tuple[float, ...], ...] = ()
    profile: bytes = b""

    @property
    def width(self) -> int:
        """How many components a colour has."""
        return {"grey": 1, "rgb": 3, "cmyk": 4, "inks": len(self.inks), "indexed": 1}.get(self.kind, 0)


GREY, RGB, CMYK, PATTERN = Space("grey"), Space("rgb"), Space("cmyk"), Space("pattern")


def space_of(written: Object | None, named: Object | None = None, depth: int = 0) -> Space:
    """The space that an object of a PDF says; ``named`` are the spaces that resources give names to."""
    if not isinstance(written, Array) or not len(written) or depth > DEEPEST:
        return _of_name(str(written), named, depth) if isinstance(written, Name) else Space("other", "?")
    match str(written[0]), len(written):  # ISO 32000-1, 8.6
        case "/ICCBased", 2:
            profile = written[1]
            kind = OF_PROFILE.get(profile.get("/N"), "other") if isinstance(profile, Stream) else "other"
            return Space(kind, "ICC", profile=profile.read_bytes() if kind == "grey" else b"")
        case ("/Separation" | "/DeviceN", size) if size >= 4:
            return _of_colorants(written[1])
        case (("/Indexed" | "/I"), 4):
            return _palette(written, named, depth)
        case "/Pattern", 2:
            return Space("pattern", base=space_of(written[1], named, depth + 1))
        case name, _:
            return _of_name(name, None, depth)


def _of_name(name: str, named: Object | None, depth: int) -> Space:
    """The space that a name stands for: one of the device's, or among those of the resources."""
    kind = DEVICES.get(name)
    held = named.get(name) if kind is None and isinstance(named, Dictionary) else None
    if held is not None:
        return space_of(held, None, depth + 1)
    return Space(kind) if kind else Space("other", name.lstrip("/"))


def _of_colorants(written: Object) -> Space:
    """Spot colours by their names; those that are process inks are known."""
    names = [str(name) for name in written] if isinstance(written, Array) else [str(written)]
    if names and all(name in PROCESS or name == "/None" for name in names):
        return Space("inks", inks=tuple(PROCESS.get(name, -1) for name in names))
    own = "、".join(name.lstrip("/") for name in names if name not in PROCESS)[:80]
    return Space("other", own)


def _palette(written: Object, named: Object | None, depth: int) -> Space:
    """A palette with its colours."""
    base, table = space_of(written[1], named, depth + 1), written[3]
    width = base.width
    if not width or base.kind == "indexed":
        return Space("other", base.name or "Indexed")
    data = table.read_bytes() if isinstance(table, Stream) else bytes(table) if isinstance(table, String) else b""
    count = min(len(data) // width, MOST_ENTRIES)
    entries = tuple(tuple(part / 255 for part in data[at * width : (at + 1) * width]) for at in range(count))
    return Space("indexed", base=base, entries=entries)


def inks_of(space: Space, colour: Sequence[float], tones: Tones) -> Cmyk | None:
    """The inks of a colour of a space; ``None`` where the space cannot be printed, or the colour has other parts."""
    if space.kind in ("pattern", "other") or len(colour) != space.width:
        return None
    match space.kind:
        case "grey":
            return tones.of_grey(colour[0], space.profile)
        case "rgb":
            return tones.of_rgb(colour[0], colour[1], colour[2])
        case "cmyk":
            return tones.of_cmyk(colour[0], colour[1], colour[2], colour[3])
        case "inks":
            return tones.of_cmyk(*_placed(space.inks, colour))
        case _:
            at = min(max(int(colour[0]), 0), len(space.entries) - 1)
            return inks_of(space.base, space.entries[at], tones) if space.base and space.entries else None


def _placed(inks: Iterable[int], colour: Iterable[float]) -> Cmyk:
    """Shares of named inks at their places among the four."""
    shares = [0.0, 0.0, 0.0, 0.0]
    for ink, share in zip(inks, colour, strict=True):
        if ink >= 0:
            shares[ink] = share
    return (shares[0], shares[1], shares[2], shares[3])


def initial_inks(space: Space, tones: Tones) -> Cmyk | None:
    """The colour that a space begins with (ISO 32000-1, 8.6.3): black, full inks, a palette's first."""
    first = {"cmyk": (0.0, 0.0, 0.0, 1.0), "inks": (1.0,) * len(space.inks)}.get(space.kind, (0.0,) * space.width)
    return inks_of(space, first, tones)
