"""Cuts: the weights of a family, by the names of files and those inside of them; which is nearest to what is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from huozi.records import NamedTuple
from huozi.sfnt import Axis, FaceKey, FontFace, FontFile, face_key, plain_family

# Weight names → class of weight (OpenType OS/2 usWeightClass); italic is the upright's regular to a Han family.
WEIGHT_CLASSES = {
    "thin": 100,
    "extralight": 200,
    "light": 300,
    "regular": 400,
    "italic": 400,
    "medium": 500,
    "semibold": 600,
    "bold": 700,
    "extrabold": 800,
    "black": 900,
}

NORMAL_WIDTH = 5
"""The class of width of a face that is neither condensed nor expanded (OS/2 usWidthClass)."""

NEAR_ENOUGH = 50
"""How far a face's class of weight may be from that of a weight's name: makers number their weights differently."""

ALIKE = 150
"""Faces whose classes of weight differ by less than so much look alike in weight: a semibold beside a bold."""


class Wanted(NamedTuple):
    """What a face is wanted as: its class of weight, and whether italic."""

    weight: int
    italic: bool = False


def wanted_as(weight: str) -> Wanted:
    """What a face of a weight's name is wanted as."""
    return Wanted(WEIGHT_CLASSES[weight], weight == "italic")


class Cut(NamedTuple):
    """A weight of a family: its class and the key of its file or face.

    A variable face has all weights up to ``most``; ``axes`` are those it is placed on. ``path`` is its file, ``fault``
    the rule of the finding that tells why it cannot be used, with the system's ``reason``.
    """

    weight: int
    italic: bool
    key: str
    most: int = 0
    axes: tuple[Axis, ...] = ()
    width: int = NORMAL_WIDTH
    path: str = ""
    fault: str = ""
    reason: str = ""

    def distance(self, weight: int) -> int:
        """How far a weight is from what the cut has."""
        return max(self.weight - weight, weight - max(self.most, self.weight), 0)

    def has(self, weight: str) -> bool:
        """Whether it is of just this weight."""
        return self.distance(WEIGHT_CLASSES[weight]) <= NEAR_ENOUGH and self.italic == (weight == "italic")

    def at(self, weight: int) -> str:
        """The key of the face for a class of weight: of a variable face, the place on its axes."""
        wanted = {"wght": weight, "ital": int(self.italic), "slnt": -90 * self.italic}
        places = (
            (axis.tag, min(max(float(wanted[axis.tag]), axis.least), axis.most))
            for axis in self.axes
            if axis.tag in wanted
        )
        return face_key(FaceKey(self.key, axes=tuple(places)))

    def drawn_for(self, weight: int) -> int:
        """The class of weight of what is drawn where so much is wanted."""
        return min(max(weight, self.weight), max(self.weight, self.most))


def cuts_of(family: str, keys: Sequence[str]) -> tuple[Cut, ...]:
    """The weights of a family by the names of files, lightest first; a file's whole name is a family of one."""
    stem = plain_family(family)
    cuts = []
    for key in keys:
        name, _, weight = key.rpartition("-")
        if plain_family(key) == stem or (plain_family(name) == stem and weight.lower() in WEIGHT_CLASSES):
            cuts.append(Cut(_weight_of(key), style_of(key) == "italic", key))
    return tuple(sorted(cuts))


def style_of(key: str) -> str:
    """What stands behind the last hyphen of a file's name: its weight, where it is named so."""
    return key.rpartition("-")[2].lower()


def _weight_of(key: str) -> int:
    """The weight that a file's name ends in; regular where it names none."""
    return WEIGHT_CLASSES.get(style_of(key), WEIGHT_CLASSES["regular"])


def is_of(face: FontFace, names: Set[str]) -> bool:
    """Whether a face is of a family, by the names of that (``plain_family``)."""
    return not names.isdisjoint(map(plain_family, face.families))


def names_beside(family: str, fonts: Iterable[FontFile]) -> frozenset[str]:
    """All names of a family, where files name it in several languages: often only one of its weights has them all."""
    names = {plain_family(family)}
    for face in [face for font in fonts for face in font.faces if is_of(face, names)]:
        names.update(map(plain_family, face.families))
    return frozenset(names)


def cuts_in(family: str, key: str, font: FontFile, also: frozenset[str] = frozenset()) -> tuple[Cut, ...]:
    """The weights of a family that a file holds, by the names inside of it, else by its own.

    ``also`` are all names of the family, as far as they are known.

    >>> cuts_in("Song", "Song-Bold", FontFile("fonts/Song-Bold.ttf", fault="font-empty"))[0].fault
    'font-empty'
    """
    name = plain_family(family)
    faces = [face for face in font.faces if is_of(face, also or {name})]
    if faces:
        return tuple(cut for face in faces for cut in _cuts_of_face(face, face.weight, key, font))
    styled = [face for face in font.faces if name in map(plain_family, face.styled)]
    if styled:  # its weight stands in its name: it is the regular, or the bold, of a family of its own
        weights = (WEIGHT_CLASSES["bold" if face.bold else "regular"] for face in styled)
        return tuple(
            cut for face, weight in zip(styled, weights, strict=True) for cut in _cuts_of_face(face, weight, key, font)
        )
    named = cuts_of(family, (key,))
    if not font.faces or not named:
        return tuple(cut._replace(path=font.path, fault=font.fault, reason=font.reason) for cut in named)
    alike = [face for face in font.faces if face.families == font.faces[0].families]
    if len(alike) == 1 and style_of(key) in WEIGHT_CLASSES:
        return tuple(
            cut for cut in _cuts_of_face(alike[0], named[0].weight, key, font) if cut.italic == named[0].italic
        )
    return tuple(cut for face in alike for cut in _cuts_of_face(face, face.weight, key, font))


def _cuts_of_face(face: FontFace, weight: int, key: str, font: FontFile) -> Iterator[Cut]:
    """What a face gives of a family: one weight, all between two on an axis, italics where an axis leads there."""
    own = face_key(FaceKey(key, face.number))
    axes = {axis.tag: axis for axis in face.axes}
    least, most = (round(axes["wght"].least), round(axes["wght"].most)) if "wght" in axes else (weight, 0)
    upright = Cut(least, face.italic, own, most, face.axes, face.width, font.path, face.fault, font.reason)
    yield upright
    slanted = any(
        (axis.tag == "ital" and axis.most >= 1) or (axis.tag == "slnt" and axis.least < 0) for axis in face.axes
    )
    if slanted and not face.italic:
        yield upright._replace(italic=True)


def nearest_cut(cuts: tuple[Cut, ...], wanted: Wanted) -> Cut | None:
    """The cut nearest to what is wanted (the heavier of two as near); italic only where italic is asked.

    A family that has faces of the usual width is set from these.
    """

    def rank(cut: Cut) -> tuple[int, bool, int, int]:
        heaviest = max(cut.weight, cut.most)
        return abs(cut.width - NORMAL_WIDTH), cut.italic != wanted.italic, cut.distance(wanted.weight), -heaviest

    return min(cuts, key=rank, default=None)


def choose_cut(cuts: tuple[Cut, ...], weight: str) -> str:
    """The key of the face nearest to a weight; empty where there is none."""
    wanted = wanted_as(weight)
    cut = nearest_cut(cuts, wanted)
    return cut.at(wanted.weight) if cut else ""


def as_drawn(cut: Cut | None, wanted: Wanted) -> Wanted:
    """What a cut is drawn as where something was wanted."""
    return wanted if cut is None else Wanted(cut.drawn_for(wanted.weight), cut.italic)


def alike_first(cuts: Iterable[Cut | None], around: Wanted) -> list[Cut]:
    """Cuts that lend to a text, those first that look as heavy as it; else in the order given."""
    return sorted(filter(None, cuts), key=lambda cut: cut.distance(around.weight) // ALIKE)


def lenders_of_western(latin: Iterable[Cut], han: Iterable[Cut], around: Wanted) -> Iterator[str]:
    """The keys of what is asked for a character that a Latin face lacks, by what this one is drawn as.

    What looks as heavy comes first; of that Latin faces, then Han ones; of these the upright beside upright, the
    italic beside italic.
    """
    ranked = [(0, cut) for cut in latin] + [(1, cut) for cut in han]

    def rank(one: tuple[int, Cut]) -> tuple[int, int, bool, int]:
        writing, cut = one
        step = cut.distance(around.weight) // ALIKE
        return step, writing, cut.italic != around.italic, abs(cut.width - NORMAL_WIDTH)

    yield from dict.fromkeys(cut.at(around.weight) for _, cut in sorted(ranked, key=rank) if not cut.fault)
