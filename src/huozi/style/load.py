"""A layout by its name: its files read, merged, checked and resolved to a stylesheet."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from typing import cast

from huozi.diagnostics import Findings, InvalidIssue, Severity, Span
from huozi.digests import blake2b
from huozi.positioned_yaml import MAX_BYTES, Mapping, Node, Scalar, read_yaml
from huozi.slips.mending import Reader, read_mended
from huozi.source_file import read_source, report_characters
from huozi.style.cascade import OVERRIDE, Layer, Values, merge
from huozi.style.colours import check_inks, check_small_colour, check_too_light
from huozi.style.contents_page import resolve_contents
from huozi.style.designs import Sheet, resolve_covers
from huozi.style.elements import SpineDesign
from huozi.style.furnishing import resolve_folio, resolve_furniture, resolve_running
from huozi.style.house import SUFFIX, House, folder_with, icc_folders, layout_names
from huozi.style.keys.property import Property
from huozi.style.keys.styles import STYLE_NAMES
from huozi.style.layers import every_key, layer_of_override, read_layer, takes_text
from huozi.style.lengths import show_length
from huozi.style.model import Colour, PageTemplate, Places, Stacked, Stylesheet
from huozi.style.opening_pieces import resolve_opening
from huozi.style.pages import (
    check_lines,
    resolve_figures,
    resolve_journal,
    resolve_make_up,
    resolve_notes,
    resolve_page,
)
from huozi.style.properties import PROPERTIES
from huozi.style.readers import NAME, without_suffix
from huozi.style.styles import (
    body_measures,
    check_idle,
    check_taken,
    check_unused,
    resolve_characters,
    resolve_styles,
    resolve_text,
    uses_of,
)
from huozi.style.table_styles import resolve_tables
from huozi.style.text_style import ParagraphStyle, TextStyle

MAX_EXTENDS = 8
MAX_NODES = 10_000


def load_stylesheet(
    layout: str,
    house: House,
    overrides: Sequence[tuple[str, str]] = (),
    findings: Findings | None = None,
    asked: Span | None = None,
) -> Stylesheet:
    """The layout of a name, resolved: its chain of ``extends``, then the overrides (key, value as written).

    ``asked`` is where the name was given. Warnings go to ``findings``. Raises ``InvalidIssue`` with every error found:
    a value that cannot be used is left out, so that what it hides is found in the same run.
    """
    found = Findings()
    files, layers = read_chain(layout, asked or Span(layout), house, found)
    span = Span(files[0])
    layers += [read_override(key, value, found) for key, value in overrides]
    values = merge(layers, span)
    check_required(values, found)
    sheet = resolve(values, house, found)._replace(digest=digest_of(files, overrides))
    stop_at_errors(found)
    if findings is not None:
        findings.extend(found)
    return sheet


def stop_at_errors(findings: Findings) -> None:
    """Raise ``InvalidIssue`` where a finding is an error."""
    if not len(findings):
        return
    from huozi.messages import severity

    if any(severity(item) is Severity.ERROR for item in findings):
        raise InvalidIssue(findings)


def digest_of(files: Sequence[str], overrides: Sequence[tuple[str, str]]) -> str:
    """A digest of layout files, wherever they lie, and of what is set otherwise, in 32 digits."""
    digest = blake2b(repr(tuple(overrides)).encode("utf-8", "replace"), digest_size=16)
    for path in files:
        with open(path, "rb") as file:
            data = file.read()
        digest.update(b"%d\0" % len(data) + data)
    return digest.hexdigest()


def read_chain(layout: str, asked: Span, house: House, findings: Findings) -> tuple[list[str], list[Layer]]:
    """The files of a layout and of all it extends, its own first, and their layers, the base first.

    Raises ``InvalidIssue`` where one of the files is missing or cannot be read: the rest would be guesses.
    """
    layers: list[Layer] = []
    chain: list[str] = []
    files: list[str] = []
    name: str | None = layout
    while name is not None:
        if name in chain or len(chain) == MAX_EXTENDS:
            findings.add(asked, "layout-circle", chain=" → ".join((*chain, name)))
            raise InvalidIssue(findings)
        chain.append(name)
        path = find_layout(name, house, asked, findings)
        layer = read_file(path, findings) if path else None
        if path is None or layer is None:
            raise InvalidIssue(findings)
        files.append(path)
        layers.insert(0, layer)
        base = layer.pop("extends", None)
        name, asked = (str(base.value), base.span) if base else (None, asked)
    return files, layers


def find_layout(name: str, house: House, asked: Span, findings: Findings) -> str | None:
    """The file of a layout; ``None`` after a finding where there is none."""
    name = without_suffix(name)
    if not NAME.fullmatch(name):
        findings.add(asked, "layout-name", name=name)
        return None
    folder = folder_with(name + SUFFIX, house.layouts)
    if folder:
        return os.path.join(folder, name + SUFFIX)
    from huozi.slips.key_names import suggested  # a mistake alone pays for it

    known = suggested(name, layout_names(house))
    findings.add(asked, "layout-file-missing", layout=name, folders="、".join(house.layouts), known=known)
    return None


def journal_names(house: House) -> dict[str, str]:
    """The journals that there are layouts for: its name to its layout's; broken layouts are left out."""
    names: dict[str, str] = {}
    for name in layout_names(house):
        path = os.path.join(folder_with(name + SUFFIX, house.layouts), name + SUFFIX)
        entry = (read_file(path, Findings()) or {}).get("journal.name")
        if entry is not None:
            names.setdefault(str(entry.value), name)
    return names


def read_file(path: str, findings: Findings) -> Layer | None:
    """One layout file as a layer; ``None`` after a finding where it cannot be read."""
    text = read_source(path, os.path.dirname(path), MAX_BYTES, findings)
    if text is None:
        return None
    return read_mended(text, Reader(Span(path, 1, 1), layer_of, every_key, MAX_NODES), findings)


def layer_of(node: Node, findings: Findings) -> Layer | None:
    """A layout's nodes as a layer; ``None`` after a finding where they are no keys with values."""
    match node:
        case Mapping():
            return read_layer(node, findings)
        case Scalar(value=None):
            return {}
        case _:
            findings.add(node.span, "layout-not-mapping")
            return None


def read_override(key: str, value: str, findings: Findings) -> Layer:
    """A key and a value given with ``--set`` as a layer. What a layout extends is no key of that kind.

    A text is taken as it is written: the shell has had its quotes, and ``{journal}`` is no mapping there.
    """
    if key == "extends":
        findings.add(OVERRIDE, "layout-extends-set")
        return {}
    if value and takes_text(key) and not value.startswith(('"', "'")):
        report_characters(value, OVERRIDE.file, findings)
        return layer_of_override(key, Scalar(value, value, True, OVERRIDE), OVERRIDE, findings)
    node = read_yaml(value, OVERRIDE.file, findings, max_nodes=MAX_NODES)
    return {} if node is None else layer_of_override(key, node, OVERRIDE, findings)


def check_required(values: Values, findings: Findings) -> None:
    """Report the keys and styles that a layout must have and has not; raises ``InvalidIssue`` where there are such.

    What is missing of styles is one thing: that no base is named, most likely.
    """
    refused = {value for item in findings for name, value in item.arguments if name == "key"}
    missing = [(path, row) for row in PROPERTIES if row.required for path in required_paths(row, values)]
    missing = [(path, row) for path, row in missing if not values.has(path)]
    named = values.names("styles")
    absent = [name for name, use in STYLE_NAMES.items() if name not in named and not use.optional]
    styles = [name for name in absent if not is_below(f"styles.{name}.", refused)]
    if "extends" in refused and (missing or styles):
        raise InvalidIssue(findings)  # what is missing stands in the base, no doubt
    for path, row in missing:
        if not is_below(f"{path}.", refused):
            findings.add(values.span, "layout-missing", key=path, help_zh=row.zh, help_en=row.en)
    if styles:
        zh = "、".join(f"{name}（{STYLE_NAMES[name].zh}）" for name in styles)
        en = ", ".join(f"{name} ({STYLE_NAMES[name].en})" for name in styles)
        findings.add(values.span, "style-missing", count=len(styles), styles_zh=zh, styles_en=en)
    if missing or absent:
        raise InvalidIssue(findings)


def is_below(path: str, refused: Collection[str]) -> bool:
    """Whether a key or style is not missing but refused: itself, what it stands in, or what was to stand in it.

    >>> is_below("page.type_area.lines.", {"page.type_area"}), is_below("styles.title.", {"styles.title.size"})
    (True, True)
    """
    return any(path.startswith(f"{key}.") or key.startswith(path) for key in refused)


def required_paths(row: Property, values: Values) -> tuple[str, ...]:
    """The paths at which a row is required: its own, or one for each name there is (at the least, one of any name)."""
    room, star, rest = row.path.partition(".*")
    return tuple(f"{room}.{name}{rest}" for name in values.names(room) or ("*",)) if star else (row.path,)


def resolve(values: Values, house: House, findings: Findings) -> Stylesheet:
    """The stylesheet of values that are complete."""
    size, leading = body_measures(values)
    styles = resolve_styles(values, house.fonts, findings)
    page = resolve_page(values, size, leading, findings)
    drawn_on = Sheet(values, page, styles, findings)
    running = resolve_running(values, page, styles["running"], findings)
    sheet = Stylesheet(
        journal=resolve_journal(values),
        page=page,
        styles=styles,
        text=resolve_text(values, "text", TextStyle()),
        characters=resolve_characters(values, size, leading),
        covers=resolve_covers(drawn_on),
        contents=resolve_contents(drawn_on),
        folio=resolve_folio(values, page, styles["folio"], running, findings),
        running=running,
        opening=resolve_opening(drawn_on),
        make_up=resolve_make_up(values, size, leading, findings),
        colour=resolve_colour(values, house, findings),
        places=resolve_places(values),
        stacked=cast(Stacked, values.text("headings.stacked")),
        furniture=resolve_furniture(drawn_on),
        notes=resolve_notes(values, size, leading),
        spine=resolve_spine(values, page, styles, findings),
        figures=resolve_figures(values, size, leading),
        tables=resolve_tables(drawn_on),
    )
    check_inks(values, findings)
    check_indents(values, sheet, findings)
    check_lines(values, sheet, findings)
    check_small_colour(values, styles.values(), findings)
    uses = uses_of(values)
    printed = {*STYLE_NAMES, *uses.bases, *uses.set} - uses.drawn - uses.banded - {*DRAWN_STYLES}
    check_too_light(values, [style for name, style in styles.items() if name in printed], findings)
    check_unused(values, uses, findings)
    check_idle(values, uses, findings)
    check_taken(values, styles, page.area.lines, uses, findings)
    return sheet


def resolve_spine(
    values: Values, page: PageTemplate, styles: dict[str, ParagraphStyle], findings: Findings
) -> SpineDesign | None:
    """The design of the spine, where the layout has one."""
    if not values.has("covers.spine"):
        return None
    from huozi.style import spines  # few layouts have any

    return spines.resolve_spine(Sheet(values, page, styles, findings))


DRAWN_STYLES = ("contact-heading", "contact-line")
"""Styles that designs draw in without naming them."""


def resolve_places(values: Values) -> Places:
    """Where the layout's own words and colours stand."""
    kept = (
        "journal.",
        "running.",
        "folio.template",
        "contents.title",
        "contents.issue_line",
        "contents.inserts",
        "colour.inks.",
    )
    keys = {
        path: entry.span
        for path, entry in values.layer.items()
        if path.startswith(kept) or (path.endswith((".colour", ".span")) and path.startswith("styles."))
    }
    return Places(values.span, keys, tuple(Span(file) for file in values.files))


def check_indents(values: Values, sheet: Stylesheet, findings: Findings) -> None:
    """Report first-line indents that leave no room for a character in a column."""
    for name, style in sheet.styles.items():
        room = sheet.page.area.measure - style.inset_left - style.inset_right
        if style.align in ("justify", "left") and style.indent + style.size > room > 0 and style.indent:
            shown = show_length(style.indent)
            own = (f"styles.{name}.{key}" for key in ("indent", "inset_left", "inset_right", "size"))
            place = values.blame(*own, "page.type_area.characters", "page.type_area.columns", "styles.body.size")
            findings.add(place, "style-indent", style=name, indent=shown)


def resolve_colour(values: Values, house: House, findings: Findings) -> Colour:
    """Colour management: the output intent's profile, a file of ``layout/icc``."""
    name = values.text("colour.output_intent")
    folders = icc_folders(house)
    folder = folder_with(f"{name}.icc", folders)
    if not folder:
        place = values.place("colour.output_intent")
        findings.add(place, "profile-missing", profile=name, folders="、".join(folders))
    return Colour(
        name,
        os.path.join(folder, f"{name}.icc"),
        values.integer("colour.ink_limit"),
        is_inside_black=values.text("colour.inside") == "k",
    )
