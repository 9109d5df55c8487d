"""Borrowed characters: what a face lacked and another one lent, told by face and character.

Composition reports each one at its place; here they are brought together, for a hundred places of one character want
one decision. What a title borrows is seen at once, and where a face borrows much the wrong face was chosen: these are
warnings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from huozi.diagnostics import Finding, Findings, Span, finding
from huozi.display import GlyphRun, Page
from huozi.records import NamedTuple

BORROWED, IN_TITLE, OFTEN = "character-borrowed", "character-borrowed-title", "character-borrowed-often"
"""The rules: in text, in titles, and in text of a face that lacks much."""

PLACES_SHOWN = 3
"""The places of one character that are named."""

OFTEN_SHARE = 5
"""The share of a face's characters, in thousandths, above which what it borrows is a warning."""


def report_borrowed(place: Span, faces: tuple[str, str], character: str, findings: Findings) -> None:
    """Report a character at its place; ``faces`` are the one that lacks it and the one that lends it."""
    findings.add(place, BORROWED, **_told(faces, character, [place]))


def _told(faces: tuple[str, str], character: str, places: list[Span]) -> dict[str, object]:
    """The arguments of a finding on one character of one face."""
    named = "、".join(map(str, places[:PLACES_SHOWN])) + "、…" * (len(places) > PLACES_SHOWN)
    face, lender = faces
    return {
        "face": face,
        "lender": lender,
        "character": character,
        "code": " ".join(f"U+{ord(each):04X}" for each in character),
        "count": len(places),
        "where": f" ×{len(places)}（{named}）" if places[1:] else "",
    }


def borrowed_in_title(findings: Iterable[Finding], place: Span | None = None) -> Iterator[Finding]:
    """Findings of composing a title: what it borrows is reported as a title's.

    ``place`` is where a text stands that a layout made of several: its characters have no columns of their own.
    """
    for item in findings:
        own = item.span if place is None else place
        yield item._replace(rule=IN_TITLE, span=own) if item.rule == BORROWED else item


class _Group(NamedTuple):
    """The places of one character: the faces that lacked it there, in the order of the text."""

    faces: dict[str, None]
    places: dict[Span, None]


def bring_together(findings: Findings, pages: Sequence[Page] = ()) -> None:
    """Make one finding of all places at which a face lacked one character.

    Of whole ``pages`` it is told how large a share of a face's characters is borrowed, where it is large.
    A title stands in contents and running heads too, in other faces: there a character is one finding for all of them.
    """
    found = findings.take((BORROWED, IN_TITLE))
    if not found:
        return
    groups: dict[tuple[str, str, str, str], _Group] = {}
    lacked: Counter[str] = Counter()
    for item in found:
        told = dict(item.arguments)
        face = told["face"]
        lacked[face] += 1
        key = (item.rule, "" if item.rule == IN_TITLE else face, told["lender"], told["character"])
        group = groups.setdefault(key, _Group({}, {}))
        group.faces[face] = group.places[item.span] = None
    own = characters_set(pages)
    for (rule, face, lender, character), group in groups.items():
        arguments = _told((FACES_BETWEEN.join(group.faces), lender), character, list(group.places))
        total = own[face] + lacked[face]
        if pages and rule == BORROWED and 1000 * lacked[face] > OFTEN_SHARE * total:
            arguments["share"] = f"{100 * lacked[face] / total:.1f}"
        place = next(iter(group.places))
        findings.extend([finding(place, OFTEN if "share" in arguments else rule, **arguments)])


FACES_BETWEEN = "、"
"""Stands between several faces that lack the same."""


def lacked_by_face(findings: Iterable[Finding]) -> dict[str, set[str]]:
    """The characters that faces lacked, by the faces' keys: the borrowed ones and those that no face has."""
    lacked: dict[str, set[str]] = {}
    for item in findings:
        if item.rule in (BORROWED, IN_TITLE, OFTEN, "character-missing"):
            told = dict(item.arguments)
            for face in told["face"].split(FACES_BETWEEN):
                lacked.setdefault(face, set()).add(told["character"])
    return lacked


def characters_set(pages: Iterable[Page]) -> Counter[str]:
    """How many characters pages show of each face."""
    counts: Counter[str] = Counter()
    for page in pages:
        for placed in page.items:
            if isinstance(placed.item, GlyphRun):
                counts[placed.item.face] += len(placed.item.texts)
    return counts
