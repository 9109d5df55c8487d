"""Cases and dumps: how a case file is read, and the text form of blocks that it expects.

A case file has parts, each under a line ``=== name``; trailing blank lines of a part do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from huozi.content.model import (
    NO_WISH,
    Block,
    Box,
    Cell,
    Code,
    Columns,
    CrossRef,
    DefinitionList,
    Dialogue,
    Divider,
    Figure,
    Heading,
    Hints,
    Inline,
    ListBlock,
    Markup,
    NoteRef,
    Paragraph,
    Picture,
    Quote,
    Ruby,
    Script,
    Styled,
    Table,
    Text,
    TextRole,
    Verse,
    Wish,
)
from huozi.content.running_text import parts_of as blocks_within
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
            case Paragraph(inlines=inlines, hints=hints):
                yield f"{indent}paragraph {place}{show_hints(hints)} {show_inlines(inlines)}"
            case Heading(level=level, inlines=inlines, hints=hints):
                named = f" #{block.name}" if block.name else ""
                yield f"{indent}heading {level} {place}{named}{show_hints(hints)} {show_inlines(inlines)}"
            case Quote() | Verse() | Dialogue() | DefinitionList() | Styled() | Columns():
                yield from show_container(block, place, indent)
            case ListBlock(items=items, numbers=numbers, loose=loose):
                shown = ",".join(numbers) if numbers != counted_on(numbers) else "".join(numbers[:1])
                yield f"{indent}list {place} start={shown or None}" + " loose" * loose
                for item in items:
                    yield f"{indent}  item"
                    yield from show_blocks(item, indent + "    ")
            case Figure() | Table() | Box() | Code() | Divider():
                yield from (indent + line for line in show_matter(block, place))


def show_matter(block: Figure | Table | Box | Code | Divider, place: str) -> Iterator[str]:
    """A block beside running text: a line for it, one for each of its parts."""
    match block:
        case Figure(pictures=pictures, caption=caption, credit=credit):
            yield f"figure {place}{show_facts(block)}"
            yield from (f"  picture {show_picture(picture)}" for picture in pictures)
            yield from show_parts({"caption": caption, "credit": credit})
        case Table():
            widths = f" widths={','.join(map(str, block.widths))}" if block.widths else ""
            style = f" style={block.style}" if block.style else ""
            aligns = ",".join(align or "-" for align in block.aligns)
            yield f"table {place}{show_facts(block)} heads={block.heads} aligns={aligns}{widths}{style}"
            yield from show_parts({"caption": block.caption, "unit": block.unit})
            yield from (f"  row {' | '.join(map(show_cell, row))}" for row in block.rows)
            yield from (f"  note {show_inlines(note)}" for note in block.notes)
            yield from show_parts({"source": block.source})
        case Box():
            columns = f" columns={block.columns}" if block.columns > 1 else ""
            yield f"box {place} {block.style}{columns}{show_wish(block.wish)}"
            yield from show_parts({"title": block.title})
            yield from show_blocks(block.blocks, "  ")
        case Code():
            yield f"code {place} {block.language or '-'}"
            yield from (f"  |{line}" for line in block.lines)
        case Divider():
            yield f"divider {place}"


def show_parts(parts: dict[str, tuple[Inline, ...]]) -> Iterator[str]:
    yield from (f"  {name} {show_inlines(inlines)}" for name, inlines in parts.items() if inlines)


def show_facts(block: Figure | Table) -> str:
    """Name, number and wish of a figure or table, as far as they are said."""
    name = f" #{block.name}" if block.name else ""
    return f"{name}{'' if block.numbered else ' unnumbered'}{show_wish(block.wish)}"


def show_wish(wish: Wish) -> str:
    values = dict(zip(("place", "on", "span", "width", "side", "turned"), wish, strict=False))
    places = dict(wish.places)
    shown = [key for key, value in values.items() if value != getattr(NO_WISH, key) or key in places]
    return "".join(
        f" {key}={values[key]}" + (f"@{places[key].line}:{places[key].column}" if key in places else "")
        for key in shown
    )


def show_picture(picture: Picture) -> str:
    facts = [f"{picture.span.line}:{picture.span.column}", picture.path or "-"]
    facts += ["ornament"] * picture.is_ornament + [f"alt={picture.alt!r}"] * bool(picture.alt)
    facts += [f"lang={picture.lang}"] * bool(picture.lang) + [f"page={picture.page}"] * (picture.page > 1)
    facts += [f"crop={picture.crop}"] * any(picture.crop) + [show_inlines(picture.caption)] * bool(picture.caption)
    return " ".join(facts)


def show_cell(cell: Cell) -> str:
    over = f"{cell.rows}x{cell.columns} " if (cell.rows, cell.columns) != (1, 1) else ""
    return f"{over}{cell.align}{' ' * bool(cell.align)}{show_inlines(cell.inlines)}".strip()


def show_hints(hints: Hints) -> str:
    """What an editor asks for, each word with its column, a blank before each; of nothing asked nothing."""
    values = (f"{hints.lines:+}", hints.break_before, "next" * hints.keep_next, hints.start, str(hints.spread))
    asked = dict(zip(("lines", "break", "keep", "start", "spread"), values, strict=True))
    return "".join(f" {key}={asked[key]}@{place.line}:{place.column}" for key, place in hints.places)


def counted_on(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """As many numbers as these, each the next after the one before."""
    return tuple(str(number) for number, _ in enumerate(numbers, int(numbers[0]))) if numbers else ()


def show_container(  # noqa: C901  # a kind each
    block: Quote | Verse | Dialogue | DefinitionList | Styled | Columns, place: str, indent: str
) -> Iterator[str]:
    match block:
        case Quote(blocks=inner, source=source):
            yield f"{indent}quote {place}"
            yield from show_blocks(inner, indent + "  ")
            yield from (f"{indent}  source {show_inlines(line)}" for line in [source] if line)
        case Verse(stanzas=stanzas, source=source):
            yield f"{indent}verse {place}"
            for stanza in stanzas:
                yield f"{indent}  stanza"
                yield from (f"{indent}    line {show_inlines(line)}" for line in stanza)
            yield from (f"{indent}  source {show_inlines(line)}" for line in [source] if line)
        case Styled(style=style, blocks=inner):
            yield f"{indent}styled {place} {style}"
            yield from show_blocks(inner, indent + "  ")
        case Columns(number=number, blocks=inner):
            yield f"{indent}columns {place} {number}"
            yield from show_blocks(inner, indent + "  ")
        case Dialogue(turns=turns):
            yield f"{indent}dialogue {place}"
            for turn in turns:
                yield f"{indent}  turn {turn.span.line}:{turn.span.column} {show_inlines(turn.speaker)}"
                yield from show_blocks(turn.blocks, indent + "    ")
        case DefinitionList(entries=entries):
            yield f"{indent}definitions {place}"
            for entry in entries:
                yield from (f"{indent}  term {show_inlines(term)}" for term in entry.terms)
                for meaning in entry.meanings:
                    yield f"{indent}  meaning"
                    yield from show_blocks(meaning, indent + "    ")


def show_inlines(inlines: Iterable[Inline]) -> str:
    return " ".join(map(show_inline, inlines))


def show_inline(inline: Inline) -> str:
    place = f"{inline.span.line}:{inline.span.column}"
    match inline:
        case Text(text=text, role=role, markup=markup):
            return f"<{show_manner(role, markup)}{place} {text}>".replace("\n", "⏎")
        case NoteRef(name=name):
            return f"<note {place} {name}>"
        case CrossRef(target=target, form=form, issue=issue):
            return f"<reference {place} {issue}{'/' * bool(issue)}{target} {form}>"
        case Ruby(base=base, reading=reading, role=role, markup=markup):
            return f"<{show_manner(role, markup)}ruby {place} {base}|{reading}>"


def show_manner(role: TextRole, markup: Markup) -> str:
    """Role and markup as words, a blank after each; of plain text nothing."""
    words = [] if role is TextRole.PLAIN else [role.value]
    words += ["small"] * markup.small + ["dots"] * markup.dots
    words += [] if markup.script is Script.NORMAL else [markup.script.value]
    words += [f"{markup.underline.kind}@{markup.underline.span.column}"] if markup.underline else []
    words += [f"link={markup.link}"] if markup.link else []
    words += [f"{key}={value}" for key, value in markup.attributes]
    return "".join(f"{word} " for word in words)


def plain_text(blocks: Iterable[Block]) -> str:
    """All characters of blocks, in order."""
    return "".join(map(plain_text_of, blocks))


def plain_text_of(block: Block) -> str:
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return "".join(map(plain_characters, inlines))
        case Code(lines=lines):
            return "\n".join(lines)
        case _:
            return plain_text(blocks_within(block))


def plain_characters(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Ruby(base=base, reading=reading):
            return base + reading
        case NoteRef() | CrossRef():
            return ""
