"""A layout by its name: its files read, merged, checked and resolved to a stylesheet."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from huozi.diagnostics import Findings, InvalidIssue, Severity, Span
from huozi.positioned_yaml import Entry as Pair
from huozi.positioned_yaml import Mapping, Scalar, read_yaml, read_yaml_file
from huozi.style.cascade import Layer, Values, merge, nearest, read_layer
from huozi.style.colours import check_inks
from huozi.style.designs import Sheet, resolve_covers
from huozi.style.kinds import NAME
from huozi.style.model import Colour, Stylesheet, TextStyle
from huozi.style.pages import (
    resolve_contents,
    resolve_folio,
    resolve_journal,
    resolve_opening,
    resolve_page,
    resolve_running,
)
from huozi.style.properties import PROPERTIES, TREE
from huozi.style.styles import body_measures, resolve_styles, resolve_text

MAX_EXTENDS = 8
MAX_NODES = 10_000
SUFFIX = ".yaml"


class House(NamedTuple):
    """Folders searched for layouts and for fonts, the first that has a file wins: the house's own, then the shipped."""

    layouts: tuple[str, ...]
    fonts: tuple[str, ...]


def find_house(folder: str) -> House:
    """The house that a folder (an issue's) stands in, then the shipped one.

    A house is the nearest folder upwards that holds ``layout/``; its ``fonts/`` is its own too.
    """
    roots = [shipped_root()]
    at = os.path.abspath(folder)
    while True:
        if os.path.isdir(os.path.join(at, "layout")):
            roots.insert(0, at)
            break
        above = os.path.dirname(at)
        if above == at:
            break
        at = above
    roots = list(dict.fromkeys(shown_path(root) for root in roots))
    return House(
        tuple(os.path.join(root, "layout") for root in roots), tuple(os.path.join(root, "fonts") for root in roots)
    )


def shipped_root() -> str:
    """The folder that holds the layouts and fonts shipped with Huozi: in the package, or beside ``src`` in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "house")
    return installed if os.path.isdir(installed) else os.path.dirname(os.path.dirname(package))


def shown_path(path: str) -> str:
    """A path as people name it: from where they stand, where it lies below."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def load_stylesheet(
    layout: str, house: House, overrides: Sequence[tuple[str, str]] = (), findings: Findings | None = None
) -> Stylesheet:
    """The layout of a name, resolved: its chain of ``extends``, then the overrides (key, value as written).

    Warnings go to ``findings``; raises ``InvalidIssue`` with every error found.
    """
    found = Findings()
    span, layers = read_chain(layout, house, found)
    layers.append(read_overrides(overrides, found))
    values = merge(layers, span)
    check_required(values, found)
    stop_at_errors(found)
    sheet = resolve(values, house, found)
    stop_at_errors(found)
    if findings is not None:
        findings.extend(found)
    return sheet


def stop_at_errors(findings: Findings) -> None:
    """Raise ``InvalidIssue`` where a finding is an error."""
    if not len(findings):
        return
    from huozi.messages import severity  # noqa: PLC0415 - the tables are needed for a finding only

    if any(severity(item) is Severity.ERROR for item in findings):
        raise InvalidIssue(findings)


def read_chain(layout: str, house: House, findings: Findings) -> tuple[Span, list[Layer]]:
    """The layers of a layout and all it extends, the base first, and the place of the layout itself."""
    layers: list[Layer] = []
    chain: list[str] = []
    name, asked = layout, Span(layout)
    first = asked
    while name:
        if name in chain or len(chain) == MAX_EXTENDS:
            findings.add(asked, "layout-circle", chain=" → ".join((*chain, name)))
            break
        chain.append(name)
        folder = find_layout(name, house, asked, findings)
        if not folder:
            break
        path = os.path.join(folder, name + SUFFIX)
        first = first if layers else Span(path)
        layer = read_file(path, folder, findings)
        layers.insert(0, layer)
        base = layer.pop("extends", None)
        name, asked = (str(base.value), base.span) if base else ("", asked)
    return first, layers


def find_layout(name: str, house: House, asked: Span, findings: Findings) -> str:
    """The folder that holds a layout; empty, with a finding, where none does."""
    if not NAME.fullmatch(name):
        findings.add(asked, "layout-name", name=name)
        return ""
    for folder in house.layouts:
        if os.path.isfile(os.path.join(folder, name + SUFFIX)):
            return folder
    known = sorted({entry[: -len(SUFFIX)] for folder in house.layouts for entry in listed(folder)})
    findings.add(
        asked, "layout-file-missing", layout=name, folders="、".join(house.layouts), known=nearest(name, known)
    )
    return ""


def listed(folder: str) -> list[str]:
    """The layout files of a folder."""
    return [entry for entry in os.listdir(folder) if entry.endswith(SUFFIX)] if os.path.isdir(folder) else []


def read_file(path: str, folder: str, findings: Findings) -> Layer:
    """One layout file as a layer."""
    match read_yaml_file(path, folder, findings, MAX_NODES):
        case Mapping() as mapping:
            return read_layer(mapping, TREE, findings)
        case None | Scalar(value=None):
            return {}
        case node:
            findings.add(node.span, "layout-not-mapping")
            return {}


def read_overrides(overrides: Sequence[tuple[str, str]], findings: Findings) -> Layer:
    """Keys and values given with ``--set`` as a layer."""
    span = Span("--set")
    layer: Layer = {}
    for key, value in overrides:
        node = read_yaml(value, span.file, findings, max_nodes=MAX_NODES)
        if node is None:
            continue
        *parents, last = key.split(".")
        mapping = Mapping((Pair(last, span, node),), span)
        for part in reversed(parents):
            mapping = Mapping((Pair(part, span, mapping),), span)
        layer |= read_layer(mapping, TREE, findings)
    return layer


def check_required(values: Values, findings: Findings) -> None:
    """Report the keys that a layout must have and has not."""
    for row in PROPERTIES:
        room, star, rest = row.path.partition(".*")
        paths = [f"{room}.{name}{rest}" for name in values.names(room)] if star else [row.path]
        for path in paths:
            if row.required and not values.has(path):
                findings.add(values.span, "layout-missing", key=path, help_zh=row.zh, help_en=row.en)


def resolve(values: Values, house: House, findings: Findings) -> Stylesheet:
    """The stylesheet of values that are complete."""
    size, leading = body_measures(values)
    styles = resolve_styles(values, house.fonts, findings)
    page = resolve_page(values, size, leading, findings)
    check_inks(values, findings)
    stop_at_errors(findings)
    return Stylesheet(
        journal=resolve_journal(values),
        page=page,
        styles=styles,
        text=resolve_text(values, "text", TextStyle()),
        covers=resolve_covers(Sheet(values, page, styles, findings)),
        contents=resolve_contents(values, styles, findings),
        folio=resolve_folio(values, page, styles["folio"], findings),
        running=resolve_running(values, page, styles["running"], findings),
        opening=resolve_opening(values),
        colour=Colour(find_profile(values, house, findings)),
    )


def find_profile(values: Values, house: House, findings: Findings) -> str:
    """The output intent's profile: a file of ``layout/icc``."""
    name = values.text("colour.output_intent")
    for folder in house.layouts:
        if os.path.isfile(os.path.join(folder, "icc", f"{name}.icc")):
            return name
    findings.add(
        values.place("colour.output_intent"),
        "profile-missing",
        profile=name,
        folders="、".join(os.path.join(folder, "icc") for folder in house.layouts),
    )
    return name
