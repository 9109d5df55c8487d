"""The examples of CommonMark's specification: none loses a letter, and emphasis differs where the list says so.

They are read where Debian's package golang-github-yuin-goldmark-dev puts them: the specification is not ours to copy.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import pyromark
import pytest
from dumps import CASES, plain_text

from huozi.content.markdown import Body, read_markdown
from huozi.content.model import Block, Code, Heading, Paragraph, Text
from huozi.content.running_text import parts_of
from huozi.diagnostics import Findings

SPECIFICATION = Path("/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json")
DIFFERENCES = CASES / "commonmark" / "differences.txt"

pytestmark = pytest.mark.skipif(
    not SPECIFICATION.exists(), reason="CommonMark's examples are not installed (golang-github-yuin-goldmark-dev)"
)


def examples() -> list[str]:
    """The Markdown of each example; none where they are not installed."""
    if not SPECIFICATION.exists():
        return []
    return [example["markdown"] for example in json.loads(SPECIFICATION.read_text(encoding="utf-8"))]


EXAMPLES = examples()
EMPHASISED = [text for text in EXAMPLES if "*" in text or "_" in text]


def read(text: str) -> tuple[Body, Findings]:
    findings = Findings()
    return read_markdown(text, "house/articles/a.md", "house", findings), findings


def emphasis_of(body: Body) -> list[tuple[str, str]]:
    """Each character that is set, with its role."""
    blocks = [*body.blocks, *(block for _, blocks in body.notes for block in blocks)]
    return [found for block in blocks for found in emphasis_within(block)]


def emphasis_within(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Code(lines=lines):
            yield from ((character, "code") for line in lines for character in line if not character.isspace())
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            for inline in inlines:
                if isinstance(inline, Text):
                    yield from ((each, inline.role.value) for each in inline.text if not each.isspace())
        case _:
            for inner in parts_of(block):
                yield from emphasis_within(inner)


def emphasis_by_commonmark(text: str) -> list[tuple[str, str]]:
    """The same as a parser of CommonMark reads it, which pairs the marks itself."""
    options = pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_MATH
    found: list[tuple[str, str]] = []
    inside: list[str] = []
    for event in pyromark.Markdown(options=options).events(text):
        if isinstance(event, str):
            continue
        ((name, value),) = event.items()
        match name:
            case "Start":
                inside.append(value if isinstance(value, str) else next(iter(cast("dict[str, Any]", value))))
            case "End":
                inside.pop()
            case "Text" | "Code" | "InlineHtml" | "Html" | "InlineMath" | "DisplayMath":
                is_code = name == "Code" or "CodeBlock" in inside
                role = "strong" if "Strong" in inside else "emphasis" if "Emphasis" in inside else "plain"
                found += [(each, "code" if is_code else role) for each in str(value) if not each.isspace()]
    return found


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def listed() -> dict[str, int]:
    """The numbers of the examples that differ, by the digest of each."""
    lines = [line for line in DIFFERENCES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert all(len(line.split()) > 4 for line in lines), "each has its reason"
    return {line.split()[1]: int(line.split()[0]) for line in lines}


def test_there_are_all_examples() -> None:
    assert len(EXAMPLES) == 652
    assert len(EMPHASISED) > 130


@pytest.mark.parametrize("text", EXAMPLES, ids=digest)
def test_no_letter_of_an_example_is_lost_in_silence(text: str) -> None:
    body, findings = read(text)
    kept = plain_text(body.blocks) + "".join(plain_text(blocks) for _, blocks in body.notes)
    wanted = Counter(character for character, _ in emphasis_by_commonmark(text) if character.isalnum())
    assert not wanted - Counter(kept) or len(findings)


def test_emphasis_differs_from_commonmark_where_the_list_says_so() -> None:
    differing = {digest(text) for text in EMPHASISED if emphasis_of(read(text)[0]) != emphasis_by_commonmark(text)}
    assert differing == set(listed()).intersection(map(digest, EXAMPLES))
    assert len(differing) >= 16, "an older version has nearly all of them"


def test_marks_that_are_printed_against_commonmark_are_reported() -> None:
    """But for signs that are text to every reader."""
    numbers = listed()
    own = [text for text in EXAMPLES if digest(text) in numbers]
    silent = [numbers[digest(text)] for text in own if not {"leftover-mark", "mark-unclear"} & rules(text)]
    assert set(silent) <= {356, 380, 412, 457, 459, 465, 468}
    assert len(silent) >= 5


def rules(text: str) -> set[str]:
    return {item.rule for item in read(text)[1]}
