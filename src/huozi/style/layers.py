"""A layout's nodes as a layer: every key checked against the declared ones, every value read by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.diagnostics import Findings, Span
from huozi.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence, shown
from huozi.slips.quotes import is_in_wide_quotes
from huozi.source_file import quoted
from huozi.style.cascade import Layer, RawElement, Value, Values, read_value
from huozi.style.keys.property import Property, Tree
from huozi.style.kinds import KINDS
from huozi.style.properties import LISTS, TREE, ListKind
from huozi.style.readers import NAME


def read_layer(node: Mapping, findings: Findings) -> Layer:
    """A layout's file as a layer; unknown keys and values that cannot be taken are findings."""
    return dict(entries_of(node, TREE, findings, ""))


def layer_of_override(key: str, value: Node, span: Span, findings: Findings) -> Layer:
    """A key and its value as a layer; all of it stands at ``span``."""
    *parents, last = key.split(".")
    match value:
        case Scalar(value=plain, text=text, quoted=in_quotes):
            value = Scalar(plain, text, in_quotes, span)
    mapping = Mapping((Entry(last, span, value),), span)
    for part in reversed(parents):
        mapping = Mapping((Entry(part, span, mapping),), span)
    return read_layer(mapping, findings)


TEXT_KINDS = (
    *("text", "fact", "template", "article-template", "issue-template", "design-template", "line-template"),
    "folio-template",
)
"""Kinds of values that are a text, whatever it looks like."""


def takes_text(key: str) -> bool:
    """Whether a key, its parts parted by dots, is one that a text is given for."""
    at: Property | Tree | None = TREE
    for part in key.split("."):
        match at:
            case dict():
                at = known_key(part, at)
            case _:
                return False
    match at:
        case Property(kind=kind):
            return kind in TEXT_KINDS
    return False


def entries_of(node: Mapping, tree: Tree, findings: Findings, prefix: str) -> Iterator[tuple[str, Value]]:
    """The entries of a mapping and of all below it, by their full paths."""
    for written, span, below in node.entries:
        key, known = written, known_key(written, tree)
        into = findings
        if known is None:
            key = report_key(key, prefix + key, tree, span, findings)
            known, into = tree.get(key), Findings()  # what is meant by it is read all the same, if it can be
        path = prefix + key
        match known, below:
            case None, _:
                pass
            case Property(kind=kind), _ if kind in LISTS:
                yield path, Value(tuple(read_elements(below, LISTS[kind], findings)), span)
            case Property() as row, _:
                yield from entry_of(path, row, below, into)
            case branch, Mapping() as mapping:
                yield from entries_of(mapping, branch, findings, f"{path}.")
            case branch, _:
                names = "、".join(branch).replace("*", "……")
                into.add(span, "layout-mapping", key=path, known=names)


def known_key(key: str, tree: Tree) -> Property | Tree | None:
    """What a tree has for a key: a row, a branch, or the branch of any name."""
    if key in tree:
        return tree[key]
    return tree.get("*") if NAME.fullmatch(key) else None


def report_key(key: str, path: str, tree: Tree, span: Span, findings: Findings) -> str:
    """Report a key that is not declared, or a name that cannot be one; gives the key that is meant, if one is near."""
    from huozi.slips.key_names import (
        near,
        suggested,  # a mistake alone pays for it
    )

    if "*" in tree:
        findings.add(span, "layout-name", name=quoted(key))
        return ""
    said = _said_by(key, tree)

    findings.add(span, "layout-key", key=quoted(path), known=said or suggested(key, tree))
    return said or near(key, tree)


_HELP_ENDS = re.compile("[：；，（(]")


def _said_by(word: str, tree: Tree) -> str:
    """The key whose help begins with a word (字号: ``size``)."""
    for name, below in tree.items():
        match below:
            case Property(zh=zh) if _HELP_ENDS.split(zh)[0] == word:
                return name
    return ""


def every_key() -> frozenset[str]:
    """Every key that a layout may have, at whatever depth."""
    keys: set[str] = {of.key for of in LISTS.values()}
    trees: list[Tree] = [TREE, *(tree for of in LISTS.values() for tree in of.trees.values())]
    for tree in trees:
        for name, below in tree.items():
            keys.add(name)
            match below:
                case dict():
                    trees.append(below)
    return frozenset(keys - {"*"})


def entry_of(path: str, row: Property, node: Node, findings: Findings) -> Iterator[tuple[str, Value]]:
    """The entry of a key whose value is a single one."""
    match node:
        case Scalar(text=text, quoted=False) if row.kind in TEXT_KINDS and is_in_wide_quotes(text):
            findings.add(node.span, "quotes-printed", key=path)
    match node:
        case Scalar(value=None, quoted=False) if row.kind in TEXT_KINDS and row.default == "":
            node = Scalar("", "", True, node.span)  # left open: there is none, whatever the base says
    try:
        yield path, Value(read_value(row, node), node.span)
    except ValueError:
        findings.add(node.span, "layout-value", key=path, value=shown(node), accepted=accepted(row))


def accepted(row: Property) -> str:
    """What may be written for a row, as examples."""
    return "、".join(row.choices) or KINDS[row.kind].accepted


def read_elements(node: Node, of: ListKind, findings: Findings) -> Iterator[RawElement]:
    """The elements of a list: of a design, of an opening."""
    match node:
        case Sequence(items=items):
            for item in items:
                yield from read_element(item, of, findings)
        case _:
            findings.add(node.span, "design-list", key=of.key, known="、".join(of.elements))


def read_element(node: Node, of: ListKind, findings: Findings) -> Iterator[RawElement]:
    """An element of a list, if it says what it is."""
    match node:
        case Mapping(entries=pairs, span=span):
            what = node.get(of.key)
        case _:
            pairs, span, what = (), node.span, None
    match what:
        case Scalar(text=name) if name in of.elements:
            keys = Mapping(tuple(pair for pair in pairs if pair.key != of.key), span)
            layer = dict(entries_of(keys, of.trees[name], findings, ""))
            rows = {row.path: row for row in of.elements[name]}
            report_missing(rows, keys, findings)
            yield RawElement(name, Values(layer, rows, span), span)
        case _:
            findings.add(span, "design-element", key=of.key, known="、".join(of.elements))


def report_missing(rows: dict[str, Property], keys: Mapping, findings: Findings) -> None:
    """Report the keys that an element must have and has not."""
    for row in rows.values():
        if row.required and keys.get(row.path) is None:
            findings.add(keys.span, "layout-missing", key=row.path, help_zh=row.zh, help_en=row.en)
