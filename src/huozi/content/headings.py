"""Names of headings: ``## heading {#sec-x}``, alone or with the hints at its end."""

from __future__ import annotations

import re

from huozi.content.attributes import take_name
from huozi.content.markdown_tree import Node
from huozi.content.reading import Gathered

_NAMED = re.compile(
    r"(?P<space>\s*)[{｛]\s*#(?P<name>[^\s{}｛｝|]+)(?P<rest>\s[^{}｛｝|]*)?[}｝](?=(?:\s*\{[^{}]*\})*\s*\Z)"
)


def take_heading_name(heading: Node, reading: Gathered) -> tuple[Node, str]:
    """A heading without the name at its end, and that; what stands in the same braces stays for the hints.

    Findings: ``name-form``, ``name-twice``.
    """
    last = heading.children[-1]
    found = _NAMED.search(last.value)
    if not found or last.value[: found.start("name") - 1].endswith("\\"):
        return heading, ""
    offset = last.start + len(last.value[: found.start("name") - 1].encode())
    name = take_name(found["name"], reading.source.places.span(offset), reading)
    return heading._replace(children=[*heading.children[:-1], *_without(last, found)]), name


def _without(text: Node, found: re.Match[str]) -> list[Node]:
    """A text without what gives a name: other words in the braces keep their places."""
    value: str = text.value
    if (found["rest"] or "").strip():
        blank = " " * len(value[found.start("name") - 1 : found.end("name")].encode())
        return [text._replace(value=value[: found.start("name") - 1] + blank + value[found.end("name") :])]
    before, behind = value[: found.start()], value[found.end() :]
    nodes = [text._replace(value=before, end=text.start + len(before.encode()))] if before else []
    if behind.strip():
        start = text.end - len(behind.encode())
        nodes.append(text._replace(value=behind, start=start))
    return nodes
