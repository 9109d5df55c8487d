"""Paragraph styles, resolved: what each inherits, its faces, its lengths in millipoints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from huozi.diagnostics import Findings
from huozi.display import Ink
from huozi.geometry import Mpt
from huozi.records import NamedTuple
from huozi.style.cascade import OVERRIDE, Layer, Value, Values
from huozi.style.colours import ink_of
from huozi.style.faces import Faces, latin_changes
from huozi.style.keys.styles import IDLE_BUT_IN_HEADINGS, IDLE_IN_DESIGNS, IDLE_ON_THE_GRID, STYLE_NAMES, STYLE_ROWS
from huozi.style.keys.tables import TEXTS_OF_TABLES
from huozi.style.keys.text import CHARACTER_ROWS, TEXT_ROWS
from huozi.style.lengths import SIZES, divide, show_length
from huozi.style.make_up import Start
from huozi.style.readers import Face
from huozi.style.text_style import Align, Characters, FaceChoice, ParagraphStyle, TextStyle, TitleShape

# Keys of a style that name a font and, where it is asked for, its weight.
FACE_KEYS = ("strong", "emphasis", "code", "ruby")

# What every style has from the body without saying so; a shape (indent, lines, insets) is each style's own.
FROM_BODY = ("font", "latin", "size", "colour", "strong", "emphasis", "code", "ruby")

# What a style without a leading of its own gets at the least, in thousandths of its size (a gap of 30 %).
LEAST_LEADING = 1300

# The body's leading where the layout gives none, in thousandths of its size (typography.md: a gap of 50 to 100 %).
USUAL_LEADING = 1560


SPANNING = ("title", "section-name")
"""Styles that run across all columns where the layout says nothing, as all of an article's opening do."""


class Bench(NamedTuple):
    """What every style is resolved with: values with and without what is inherited, faces, the body's rules and size.

    What a style inherits is found fault with once, where it is written.
    """

    values: Values
    own: Values
    faces: Faces
    text: TextStyle
    size: Mpt
    leading: Mpt
    findings: Findings

    def length(self, path: str, em: Mpt, otherwise: Mpt = 0) -> Mpt:
        """A length of a style: 字 are of its own size, 行 are lines of the body."""
        return self.values.length(path).resolve(em=em, line=self.leading) if self.values.has(path) else otherwise

    def face(self, path: str, face: Face, latin: str = "") -> FaceChoice:
        """The faces that a value names; a role that the layout does not have is a finding."""
        if face.role not in self.faces.roles and self.own.has(path):
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            known = suggested(face.role, self.faces.roles)
            self.findings.add(self.own.place(path), "font-role-unknown", role=face.role, known=known, key=path)
        family = f"{path.rpartition('.')[0]}.latin"
        if latin and self.own.has(family):
            self.faces.check_family(face.role, family, latin, self.findings)
        changes = latin_changes(self.values, path.rpartition(".")[0])
        return self.faces.choose(face.role, face.weight or "regular", latin, changes)

    def check_weights(self, name: str, own: Face, latin: str) -> None:
        """Report the weights that a style asks for itself and files have not.

        A role for marked text that names no Latin is looked at for its Han alone, which knows no italics.
        """
        asked = {f"styles.{name}.weight": own}
        for path in (f"styles.{name}.{key}" for key in FACE_KEYS):
            face = self.values.face(path, Face("", ""))
            if face.weight != "italic" or self.values.text(f"fonts.{face.role}.latin"):
                asked[path] = face
        for path, face in asked.items():
            if self.own.has(path) and face.weight and face.role in self.faces.roles:
                self.faces.check_weight(name, path, face, latin if face is own else "")

    def ink(self, path: str) -> Ink:
        """The ink of a style, or of text in general."""
        findings = self.findings if self.own.has(path) else Findings()
        return ink_of(self.values, path if self.values.has(path) else "colour.text", findings)


def resolve_styles(values: Values, folders: Sequence[str], findings: Findings) -> dict[str, ParagraphStyle]:
    """Every style of the layout, complete, in the order of the layout's files."""
    names = values.names("styles")
    inherited = inherit_styles(values, names, findings)
    size, leading = body_measures(values)
    text = resolve_text(values, "text", TextStyle())
    bench = Bench(inherited, values, Faces(values, folders, findings), text, size, leading, findings)
    ink_of(values, "colour.text", findings)
    return {name: resolve_style(name, bench) for name in names}


def inherit_styles(values: Values, names: Sequence[str], findings: Findings) -> Values:
    """The values with every style's inherited ones written out: its base's (``based_on``), then the body's."""
    spanning = (*SPANNING, *set_in(values, "articles.opening", "articles.filler", "sections.opening"))
    said = {f"styles.{name}.span": Value(0, values.span) for name in spanning} | values.layer
    layer: Layer = dict(said)
    for name in names:
        for base in bases_of(values, name, names, findings):
            for row in STYLE_ROWS:
                path = f"styles.{base}.{row.path}"
                if path in said:
                    layer.setdefault(f"styles.{name}.{row.path}", said[path])
        for key in FROM_BODY:
            if values.has(f"styles.body.{key}"):
                layer.setdefault(f"styles.{name}.{key}", values.layer[f"styles.body.{key}"])
    return Values(layer, values.rows, values.span, values.files)


def bases_of(values: Values, name: str, names: Sequence[str], findings: Findings) -> list[str]:
    """The styles that a style is based on, nearest first; an unknown one or a circle is a finding."""
    chain = [name]
    while values.has(path := f"styles.{chain[-1]}.based_on"):
        base = values.text(path)
        if base not in names:
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            findings.add(values.place(path), "style-undefined", style=base, known=suggested(base, names))
            break
        if base in chain:
            findings.add(values.place(path), "style-circle", chain=" → ".join((*chain, base)))
            break
        chain.append(base)
    return chain[1:]


PIECE_LISTS = ("articles.opening", "articles.filler", "articles.ending", "sections.opening")
"""The lists of pieces that a layout may have."""


def set_in(values: Values, *lists: str, kinds: Sequence[str] = ("text", "band")) -> frozenset[str]:
    """The styles that the pieces of an article's opening or ending are set in, those of some kinds alone."""
    return frozenset(raw.values.text("style") for path in lists for raw in values.elements(path) if raw.kind in kinds)


def in_tables(values: Values) -> frozenset[str]:
    """The styles of a layout's own that the texts of tables are set in."""
    keys = [f"table_styles.{name}.{key}" for name in values.names("table_styles") for key in TEXTS_OF_TABLES]
    return frozenset(values.text(key) for key in keys) - STYLE_NAMES.keys()


class StyleUses(NamedTuple):
    """What the styles of a layout are for.

    Those that designs draw text in, those that articles open and end with, those of them that stand on bands of colour
    alone, and what each is based on.
    """

    drawn: frozenset[str]
    set: frozenset[str]
    banded: frozenset[str]
    bases: dict[str, str]

    def idle(self, name: str) -> frozenset[str]:
        """The keys that have no effect in a style, whatever it is used for.

        What the styles are for that are based on it counts too: they inherit its keys.
        """
        family, found = [name], {name}
        for member in family:
            family += [other for other, base in self.bases.items() if base == member and other not in found]
            found.update(family)
        return frozenset.intersection(*(frozenset(keys) for member in family for keys in self._idle_in_uses(member)))

    def _idle_in_uses(self, name: str) -> Iterator[tuple[str, ...]]:
        """The keys without effect in each use of a style itself; one that nothing uses might have any."""
        if name in STYLE_NAMES:
            yield STYLE_NAMES[name].idle
        if name in self.drawn:
            yield (*IDLE_IN_DESIGNS, *IDLE_BUT_IN_HEADINGS)
        if name in self.set:
            yield IDLE_BUT_IN_HEADINGS
        if name in STYLE_NAMES or name in self.drawn or name in self.set:
            return
        is_asked_for = name in self.bases  # by articles; else perhaps by nothing
        yield (*IDLE_ON_THE_GRID, *IDLE_BUT_IN_HEADINGS) if is_asked_for else ()


def uses_of(values: Values) -> StyleUses:
    """What the styles of a layout are for."""
    drawn = frozenset(
        raw.values.text(key)
        for design in values.names("designs")
        for raw in values.elements(f"designs.{design}")
        for key in ("style", "lines_style")
        if raw.values.has(key)
    )
    names = values.names("styles")
    bases = {name: values.text(path) for name in names if values.has(path := f"styles.{name}.based_on")}
    banded = set_in(values, *PIECE_LISTS, kinds=("band",)) - set_in(values, *PIECE_LISTS, kinds=("text",))
    return StyleUses(drawn, set_in(values, *PIECE_LISTS) | in_tables(values), banded, bases)


MAY_BE_IDLE = sorted({*IDLE_IN_DESIGNS, *IDLE_ON_THE_GRID, *(key for use in STYLE_NAMES.values() for key in use.idle)})
"""Every key that has no effect in some use of a style."""


def check_idle(values: Values, uses: StyleUses, findings: Findings) -> None:
    """Report keys of styles that have no effect there.

    Of a style that only a layout extended has a use for, nothing is said: it is not this one's to change.
    """
    asked = {*STYLE_NAMES, *uses.drawn, *uses.set}
    extended = {*values.files} - {values.span.file, OVERRIDE.file}
    for name in values.names("styles"):
        given = [key for key in MAY_BE_IDLE if values.has(f"styles.{name}.{key}")]
        idle = uses.idle(name) if given else ()
        for key in given:
            place = values.place(f"styles.{name}.{key}")
            if key in idle and (name in asked or place.file not in extended):
                findings.add(place, "style-key-idle", style=name, key=key)


def check_taken(
    values: Values, styles: Mapping[str, ParagraphStyle], lines: int, uses: StyleUses, findings: Findings
) -> None:
    """Report styles that take more lines than the type area has. Finding: ``style-lines-too-many``."""
    for name, style in styles.items():
        asked = max(style.lines, *style.lines_by, 0)
        if asked > lines and "lines" not in uses.idle(name):
            place = values.blame(f"styles.{name}.lines", "page.type_area.lines")
            findings.add(place, "style-lines-too-many", style=name, asked=asked, lines=lines)


def check_unused(values: Values, uses: StyleUses, findings: Findings) -> None:
    """Note styles of the layout's own file that nothing asks for: a mistyped name, perhaps.

    One that says what it is based on is there for articles to ask for (``::: {style=name}``). A layout that names no
    journal and extends none is a base: what it has is there for others.
    """
    if not values.has("journal.name") and values.files[:1] == (values.span.file,):
        return
    used = uses.drawn.union(uses.set, uses.bases.values())
    for name in values.names("styles"):
        if name in used or name in STYLE_NAMES or name in uses.bases:
            continue
        spans = [entry.span for path, entry in values.layer.items() if path.startswith(f"styles.{name}.")]
        if all(span.file == values.span.file for span in spans):
            from huozi.slips.key_names import suggested  # a mistake alone pays for it

            known = suggested(name, (*STYLE_NAMES, *sorted(uses.drawn | uses.set)))
            findings.add(spans[0], "style-unused", style=name, known=known)


def body_measures(values: Values) -> tuple[Mpt, Mpt]:
    """Size and leading of the body: the units of the line grid."""
    size = values.size("styles.body.size") if values.has("styles.body.size") else SIZES["小四"][0]
    if not values.has("styles.body.leading"):
        return size, divide(size * USUAL_LEADING, 1000)
    return size, max(1, values.length("styles.body.leading").resolve(em=size, line=size))


def resolve_text(values: Values, prefix: str, over: TextStyle) -> TextStyle:
    """The rules of composition under a prefix, what it does not set taken from ``over``."""
    given = {row.path: values.value(f"{prefix}.{row.path}") for row in TEXT_ROWS}
    changes = {key: value for key, value in given.items() if value is not None}
    return over._replace(**changes)  # type: ignore[arg-type]  # keys and kinds are those of the rows


def resolve_characters(values: Values, size: Mpt, leading: Mpt) -> Characters:
    """How marked text is set; 字 and 行 are the body's."""
    given = {row.path: values.value(f"characters.{row.path}") for row in CHARACTER_ROWS}
    given["line"] = values.length("characters.line").resolve(em=size, line=leading)
    return Characters(**given)  # type: ignore[arg-type]  # keys and kinds are those of the rows


def resolve_style(name: str, bench: Bench) -> ParagraphStyle:
    """A style from values in which everything inherited is written out."""
    values, own = bench.values, f"styles.{name}"
    size = values.size(f"{own}.size") if values.has(f"{own}.size") else bench.size
    leading = bench.length(f"{own}.leading", size, max(bench.leading, divide(size * LEAST_LEADING, 1000)))
    if leading < size and bench.own.has(f"{own}.leading") and "leading" not in uses_of(values).idle(name):
        values_shown = {"leading": show_length(leading), "size": show_length(size)}
        place = values.blame(f"{own}.leading", f"{own}.size", "styles.body.size")
        bench.findings.add(place, "style-leading", style=name, **values_shown)
    spacing = bench.length(f"{own}.letter_spacing", size)
    if spacing * 2 <= -size:
        shown = show_length(spacing)
        bench.findings.add(
            values.blame(f"{own}.letter_spacing", f"{own}.size"), "style-letter-spacing", style=name, spacing=shown
        )
    role, weight = values.text(f"{own}.font") or bench.faces.first_role, values.text(f"{own}.weight") or "regular"
    bench.check_weights(name, Face(role, weight), values.text(f"{own}.latin"))
    lines = cast("tuple[int, ...]", values.value(f"{own}.lines") or (0,))
    return ParagraphStyle(
        name=name,
        font=bench.face(f"{own}.font", Face(role, weight), values.text(f"{own}.latin")),
        size=size,
        leading=leading,
        indent=bench.length(f"{own}.indent", size),
        align=cast(Align, values.text(f"{own}.align") or "justify"),
        lines=lines[0],
        lines_by=lines if len(lines) > 1 else (),
        lines_before=values.integer(f"{own}.before"),
        lines_after=values.integer(f"{own}.after"),
        inset_left=bench.length(f"{own}.inset_left", size),
        inset_right=bench.length(f"{own}.inset_right", size),
        letter_spacing=spacing,
        keep_lines=values.integer(f"{own}.keep"),
        ink=bench.ink(f"{own}.colour"),
        text=resolve_text(values, f"{own}.text", bench.text),
        strong=bench.face(f"{own}.strong", values.face(f"{own}.strong", Face(role, "bold"))),
        emphasis=bench.face(f"{own}.emphasis", values.face(f"{own}.emphasis", Face(role, "italic"))),
        code=bench.face(f"{own}.code", values.face(f"{own}.code", Face(role, weight))),
        hang=bench.length(f"{own}.hang", size),
        between=values.integer(f"{own}.between"),
        numbers=values.texts(f"{own}.numbers") or ("1.",),
        bullets=values.texts(f"{own}.bullets") or ("•",),
        ruby=bench.face(f"{own}.ruby", values.face(f"{own}.ruby", Face(role, weight))),
        span=values.integer(f"{own}.span") if values.has(f"{own}.span") else 1,
        run_in=bool(values.value(f"{own}.run_in")),
        hang_number=bool(values.value(f"{own}.hang_number")),
        start=cast(Start, values.text(f"{own}.start") or "run-on"),
        shape=cast(TitleShape, values.text(f"{own}.shape") or "fill"),
    )
