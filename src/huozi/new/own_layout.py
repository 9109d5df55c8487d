"""The layout that a new journal begins with: what it says of itself, nothing that another journal says of itself.

What the layout that it is like says of a journal is emptied key by key; what journals often set otherwise stands there
as comments, each with the value that it has now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huozi.diagnostics import Findings, Span
from huozi.new.texts import filled, word
from huozi.records import NamedTuple
from huozi.style.cascade import Values, merge
from huozi.style.house import House
from huozi.style.keys.journal import FACTS, JOURNAL
from huozi.style.keys.property import Property
from huozi.style.load import read_chain
from huozi.style.properties import PROPERTIES

NOT_OF = {"periodical": ("permit",), "internal": ("cn", "issn", "price")}
"""Facts that a publication of a kind does not have (print.md, journal rules): they are not offered to it."""

GIVEN_EMPTY = {"internal": ("permit",)}
"""Facts that one of a kind is to fill in, empty until it does."""

OFTEN = (
    "page.binding", "sections.start", "articles.start", "contents.title", "contents.authors", "contents.issue_line",
    "folio.position", "folio.template", "running.verso", "running.recto",
)  # fmt: skip
"""Keys beside those of the journal that are often set otherwise than in the layout that is extended."""

_ROWS = {row.path: row for row in PROPERTIES}


class Likeness(NamedTuple):
    """The layout that a journal is like: the names of its chain of ``extends``, its own first, and all their values."""

    names: tuple[str, ...]
    values: Values


class Identity(NamedTuple):
    """What a journal is: its name in both languages, who publishes it, the layout that it is like, its kind."""

    name: str = ""
    name_en: str = ""
    organiser: str = ""
    like: str = "a4-35x37"
    kind: str = "periodical"


def likeness(name: str, house: House, asked: Span) -> Likeness:
    """The layout of a name in a house, with what it extends; ``asked`` is where it was asked for.

    Raises ``InvalidIssue`` where there is none of that name.
    """
    files, layers = read_chain(name, asked, house, Findings())
    names = tuple(file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml") for file in files)
    return Likeness(names, merge(layers, Span(files[0])))


def own_layout(identity: Identity, like: Likeness) -> str:
    """The text of the layout of a journal whose identity is complete."""
    return filled(
        "layout.yaml",
        {
            "title": identity.name,
            "like": like.names[0],
            "name": word(identity.name),
            "organiser": word(identity.organiser),
            "kind": identity.kind,
            "name_en": _name_en(identity, like.values),
            "facts": "\n".join(_facts(identity.kind, like.values)),
            "often": "\n".join(_often(like.values)),
        },
    )


def _name_en(identity: Identity, values: Values) -> str:
    if identity.name_en:
        return f"name_en: {word(identity.name_en)}"
    return _open(_ROWS["journal.name_en"], is_live=bool(values.value("journal.name_en")))


def _facts(kind: str, values: Values) -> Iterator[str]:
    """The facts of the journal, a line each: those that another journal has are emptied, the rest are comments."""
    for row in FACTS[1:]:
        key = row.path.rpartition(".")[2]
        is_live = bool(values.value(row.path)) or key in GIVEN_EMPTY.get(kind, ())
        if is_live or key not in NOT_OF[kind]:
            yield f"  {_open(row, is_live=is_live)}"
    for row in JOURNAL:
        if row.path == "journal.document_title" and values.value(row.path) != row.default:
            yield f"  {_key(row)}: {word(str(row.default))}  # {row.zh}"


def _open(row: Property, *, is_live: bool) -> str:
    """A key left open, which empties what the base says, or a comment that offers it."""
    return f'{_key(row)}: ""  # {row.zh}' if is_live else f"# {_key(row)}:  # {row.zh}"


def _key(row: Property) -> str:
    return row.path.rpartition(".")[2]


def _often(values: Values) -> Iterator[str]:
    """Rooms with the keys that are often set, as comments, but for what the new journal must say."""
    own = {} if _names_authors(values) else {"contents.authors": "true"}
    for room in dict.fromkeys(path.partition(".")[0] for path in OFTEN):
        paths = [path for path in OFTEN if path.startswith(f"{room}.")]
        is_live = not own.keys().isdisjoint(paths)
        yield f"{room}:" if is_live else f"# {room}:"
        for path in paths:
            before = "  " if path in own else "  # " if is_live else "#   "
            value = own.get(path) or _shown(values.value(path), _ROWS[path])
            yield f"{before}{_key(_ROWS[path])}: {value}  # {_ROWS[path].zh}"
    yield from _inks(values, values.names("colour.inks"))


def _inks(values: Values, names: Sequence[str]) -> Iterator[str]:
    """The colours that the layout mixes, as comments."""
    if names:
        yield "# colour:"
        yield f"#   inks:  # {_ROWS['colour.inks.*'].zh}"
    for name in names:
        shares = ", ".join(f"{share / 10:g}" for share in values.inks(f"colour.inks.{name}")[:4])
        yield f"#     {name}: [{shares}]"


def _shown(value: object, row: Property) -> str:
    """A value as a layout has it; where authors are listed behind titles, or nowhere, that is a yes or a no."""
    listed = {"behind": "true", "none": "false"} if row.kind == "authors-at" else {}
    return listed.get(str(value)) or word(str(value))


def _names_authors(values: Values) -> bool:
    """Whether a layout prints authors: in the contents, or at the heads or ends of articles."""
    pieces = (*values.elements("articles.opening"), *values.elements("articles.ending"))
    texts = [piece.values.text("text") for piece in pieces if piece.values.has("text")]
    return values.text("contents.authors") != "none" or any("{authors}" in text for text in texts)
