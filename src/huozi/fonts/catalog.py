"""The catalogue: font files by key, and the faces of a font role with its chain of fallbacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from huozi.diagnostics import Finding, Findings, InvalidIssue, Span, finding
from huozi.fonts.face import Face, UnusableFont, open_face
from huozi.fonts.shaping import LATIN, Features, Manner
from huozi.records import NamedTuple
from huozi.sfnt import font_files, parse_key
from huozi.style.text_style import MATCHED, FaceChoice, LatinSetting

GETA = "〓"
"""The geta mark: what printers from movable type put where a sort is missing. It marks missing characters in proofs."""


FEATURE_OF = {"lining": "lnum", "oldstyle": "onum", "proportional": "pnum", "tabular": "tnum"}
"""The OpenType features of figures, by what a layout calls them."""

WITHOUT_LIGATURES: Features = (("liga", False), ("clig", False))
WITHOUT_KERNING: Features = (("kern", False),)


class Lenders:
    """Faces that are asked one after another for what another one lacks, each opened when it is first asked."""

    __slots__ = ("_keys", "_open", "_opened")

    def __init__(self, keys: Sequence[str], open_key: Callable[[str], Face]) -> None:
        self._keys = keys
        self._open = open_key
        self._opened: list[Face] = []

    def __iter__(self) -> Iterator[Face]:
        for index, key in enumerate(self._keys):
            if index == len(self._opened):
                self._opened.append(self._open(key))
            yield self._opened[index]


class FaceSet(NamedTuple):
    """The faces of a font role: Han, Latin, and the chain that is asked when a character is in neither.

    ``manner`` is how Latin is shaped, ``latin_scale`` its size in thousandths of the Han's, ``latin_shift`` how far it
    stands above the baseline, in thousandths of the Han's em. ``western`` are asked for what the Latin face lacks;
    ``None``: the Han face and the fallbacks.
    """

    han: Face
    latin: Face
    fallback: tuple[Face, ...]
    manner: Manner = LATIN
    latin_scale: int = 1000
    latin_shift: int = 0
    western: Lenders | None = None

    def without_ligatures(self) -> FaceSet:
        """The same faces for spaced text: letters that are one glyph cannot be spaced."""
        return self._replace(manner=self.manner._replace(features=self.manner.features + WITHOUT_LIGATURES))

    def covering(self, character: str) -> Face | None:
        """The first face of the chain that has a character, ``None`` where none has it."""
        return next((face for face in self.chain() if face.glyph(character)), None)

    def lenders(self) -> Iterable[Face]:
        """The faces that are asked for a Western character which the Latin face lacks, in their order."""
        return (self.han, *self.fallback) if self.western is None else self.western

    def chain(self) -> tuple[Face, ...]:
        """All faces of the set, in the order in which they are asked for a character."""
        return (self.han, self.latin, *self.fallback)


class Catalog:
    """The font files of the folders given, the first folder winning; faces are opened when first asked for.

    ``findings`` takes what a layout asks of a face that the face cannot do.
    """

    def __init__(self, folders: Sequence[str], findings: Findings | None = None) -> None:
        self._folders = tuple(folders)
        self._findings = Findings() if findings is None else findings
        self._paths = font_files(self._folders)
        self._sets: dict[FaceChoice, FaceSet] = {}
        self._lacking: set[tuple[str, str]] = set()

    def face(self, key: str) -> Face:
        """The face of a key.

        Raises ``InvalidIssue`` with a finding where there is no such file or it cannot be used.
        """
        path = self._paths.get(parse_key(key).file)
        if path is None:
            raise InvalidIssue([finding(Span(", ".join(self._folders)), "font-missing", font=key)])
        try:
            return open_face(path, key)
        except UnusableFont as error:
            raise InvalidIssue([finding(Span(path), str(error), reason="")]) from error
        except OSError as error:
            raise InvalidIssue([finding(Span(path), "font-closed", reason=error.strerror)]) from error

    def faces(self, choice: FaceChoice) -> FaceSet:
        """The faces of a font role and weight.

        Raises ``InvalidIssue`` naming every file of the choice that is missing.
        """
        if choice not in self._sets:
            missing: list[Finding] = []
            opened: list[Face] = []
            for key in (choice.han, choice.latin or choice.han, *choice.fallback):
                try:
                    opened.append(self.face(key))
                except InvalidIssue as error:
                    missing.extend(error.findings)
            if missing:
                raise InvalidIssue(missing)
            made = self._face_set(opened, choice.setting)
            self._sets[choice] = made._replace(western=Lenders(choice.western, self.face)) if choice.western else made
        return self._sets[choice]

    def _face_set(self, faces: Sequence[Face], setting: LatinSetting) -> FaceSet:
        """A set of open faces with Latin as it is to be set."""
        han, latin, *fallback = faces
        if setting == LatinSetting():
            return FaceSet(han, latin, tuple(fallback))
        scale = matched_scale(han, latin) if setting.scale == MATCHED else setting.scale
        return FaceSet(han, latin, tuple(fallback), self._manner(latin, setting), scale, setting.shift)

    def _manner(self, latin: Face, setting: LatinSetting) -> Manner:
        """How Latin is shaped; figures that its face does not have are a finding."""
        features = LATIN.features
        for asked in (setting.figures, setting.figure_width):
            feature = FEATURE_OF.get(asked, "")
            if feature and feature in latin.features():
                features += ((feature, True),)
            elif feature and (latin.key, feature) not in self._lacking:
                self._lacking.add((latin.key, feature))
                self._findings.add(Span(latin.path), "figures-missing", font=latin.key, figures=asked, feature=feature)
        if not setting.ligatures:
            features += WITHOUT_LIGATURES
        if not setting.kerning:
            features += WITHOUT_KERNING
        return LATIN._replace(features=features)


MATCHED_SCALES = (800, 1250)
"""The least and the most that matching scales: beyond them the face's own capitals are no model."""


def matched_scale(han: Face, latin: Face) -> int:
    """The scale that gives a Latin face capitals as high as the Han face's own, in thousandths.

    The designer of a Han face drew its Latin letters for its characters: their height is the measure. Where one of the
    faces has no H there is nothing to match.
    """
    own, other = han.height("H") * latin.upem, latin.height("H") * han.upem
    if not own or not other:
        return 1000
    least, most = MATCHED_SCALES
    return min(max((1000 * own + other // 2) // other, least), most)
