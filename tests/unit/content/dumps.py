"""Cases and dumps: how a case file is read, and the text form of blocks that it expects.

A case file has parts, each under a line ``=== name``; trailing blank lines of a part do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from huozi.content.model import (
    Block,
    CrossRef,
    Float,
    Heading,
    Inline,
    ListBlock,
    NoteRef,
    Paragraph,
    Quote,
    Ruby,
    Text,
    TextRole,
)
from huozi.diagnostics import Finding

CASES = Path(__file__).parents[2] / "cases" / "content"


def cases(folder: str) -> list[str]:
    return sorted(str(path.relative_to(CASES)) for path in (CASES / folder).glob("*.txt"))


def parts_of(case: str) -> dict[str, str]:
    """The parts of a case file by name."""
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (CASES / case).read_text(encoding="utf-8").split("\n"):
        if line.startswith("=== "):
            lines = parts.setdefault(line.removeprefix("=== "), [])
        else:
            lines.append(line)
    return {name: "\n".join(lines).rstrip("\n") + "\n" for name, lines in parts.items()}


def show_findings(findings: Iterable[Finding], root: str = "") -> list[str]:
    """Findings as ``place: rule name=value``, places relative to a folder."""
    return [
        f"{str(item.span).removeprefix(root)}: {item.rule}"
        + "".join(f" {name}={value}" for name, value in item.arguments)
        for item in findings
    ]


def show_blocks(blocks: Iterable[Block], indent: str = "") -> Iterator[str]:
    """Blocks as an outline: kind, line:column, and the inlines in between angle brackets."""
    for block in blocks:
        place = f"{block.span.line}:{block.span.column}"
        match block:
            case Paragraph(inlines=inlines):
                yield f"{indent}paragraph {place} {show_inlines(inlines)}"
            case Heading(level=level, inlines=inlines):
                yield f"{indent}heading {level} {place} {show_inlines(inlines)}"
            case Quote(blocks=inner):
                yield f"{indent}quote {place}"
                yield from show_blocks(inner, indent + "  ")
            case ListBlock(items=items, start=start):
                yield f"{indent}list {place} start={start}"
                for item in items:
                    yield f"{indent}  item"
                    yield from show_blocks(item, indent + "    ")
            case Float(path=path, caption=caption, name=name, attributes=attributes):
                yield f"{indent}float {place} {path} #{name} {dict(attributes)} {show_inlines(caption)}"


def show_inlines(inlines: Iterable[Inline]) -> str:
    return " ".join(map(show_inline, inlines))


def show_inline(inline: Inline) -> str:
    place = f"{inline.span.line}:{inline.span.column}"
    match inline:
        case Text(text=text, role=role):
            name = "" if role is TextRole.PLAIN else role.value + " "
            return f"<{name}{place} {text}>".replace("\n", "⏎")
        case NoteRef(name=name):
            return f"<note {place} {name}>"
        case CrossRef(name=name):
            return f"<reference {place} {name}>"
        case Ruby(base=base, reading=reading):
            return f"<ruby {place} {base}|{reading}>"


def plain_text(blocks: Iterable[Block]) -> str:
    """All characters of blocks, in order."""
    texts: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(inlines=inlines) | Heading(inlines=inlines) | Float(caption=inlines):
                texts += map(plain_characters, inlines)
            case Quote(blocks=inner):
                texts.append(plain_text(inner))
            case ListBlock(items=items):
                texts += map(plain_text, items)
    return "".join(texts)


def plain_characters(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Ruby(base=base, reading=reading):
            return base + reading
        case NoteRef() | CrossRef():
            return ""
