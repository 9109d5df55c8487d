"""Lines of YAML as a Chinese keyboard writes them: every place where another character than the one typed may be meant.

What is found here is only possible: whether a slip is one is told by reading the text with and without its mend
(``slips.mending``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator

from huozi.slips.edits import Edit, Slip
from huozi.slips.values import FlowReader, half_width, value_slips

WIDE_SPACES = "\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u200b\ufeff"
COLONS = "：﹕︰∶ː꞉"
"""What is typed for a colon."""

SEPARATORS = "=＝；;，,、→＞>"
"""What else is found between a key and its value."""

_INDENT = re.compile(rf"[ \t{WIDE_SPACES}]*")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_ODD_DASH = re.compile(
    rf"(?:[—–－‐−‒―﹣•●·・‧▪◆■○①-⑳]+|\*(?=[ \t\w])|\+(?=[ \t])"
    rf"|[0-9]{{1,2}}[.、．)）](?=[ \t\w{WIDE_SPACES}])|[（(][0-9]{{1,2}}[)）])"
    rf"[ \t{WIDE_SPACES}]*(?=\S)"
)
_TIGHT_DASH = re.compile(rf"-(?:[{WIDE_SPACES}]+[ \t]*|(?=[^\s\-{WIDE_SPACES}]))")
_KEY = re.compile(
    rf"(?P<open>[“”＂‘’＇]?)(?P<key>[^\W_](?:[\w.-]|(?<=\w) (?=\w)){{0,40}})(?P<close>[“”＂‘’＇]?)"
    rf"(?P<gap>[ \t{WIDE_SPACES}]*)(?P<colon>[:{COLONS}]+)(?P<after>[ \t{WIDE_SPACES}]*)"
)
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?")
_ITEM = re.compile(r"( *)- +[^\s#][^:：]*")
_START = re.compile("(?!---[ \t]*$)[-—–－−─━]{2,}[ \t]*")
_WIDE_BLOCK = re.compile(r"[｜＞][ \t]*")


def possible_slips(text: str, keys: Collection[str], tab: int) -> Iterator[Slip]:
    """Every slip that the text may hold. ``keys`` are what a line may begin with; a tab is ``tab`` columns."""
    bare = _bare_keys(keys)
    flow = FlowReader(text)
    at = 0
    deeper: int | None = None
    item: re.Match[str] | None = None  # an item that is a text, in the line before
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        indent = _INDENT.match(line)
        width = indent.end() if indent else 0
        if width == len(line) or (deeper is not None and width > deeper):
            continue
        deeper = None
        if not start and _START.fullmatch(line):
            yield wide(0, line.rstrip(), "---")
            continue
        yield from _too_deep(line, width, start, item)
        item = _ITEM.fullmatch(line)
        if flow.is_open and not (width <= flow.indent and _KEY.match(line, width)):
            yield from flow.read(start, start + len(line))
            continue
        if flow.is_open:
            yield from flow.close_at(start)
        body = yield from _heads(line, width, start, tab, bare)
        if body < 0:
            continue
        value = line[body:]
        if _BLOCK.fullmatch(value):
            deeper = width
        elif _WIDE_BLOCK.fullmatch(value):
            deeper = width
            yield wide(start + body, value[0], half_width(value[0]))
        else:
            flow.indent = width
            yield from value_slips(text, start + body, start + len(line), flow)
    if flow.is_open:
        yield from flow.close_at(len(text) + 1)


def _too_deep(line: str, width: int, start: int, item: re.Match[str] | None) -> Iterator[Slip]:
    """An item deeper in than the one of the line above: YAML takes it for more of that one's text."""
    if item and item.end(1) < width and line.startswith("- ", width):
        yield Slip("yaml-indent", start + width, (Edit(start, start + width, item[1]),))


def wide(at: int, typed: str, new: str, end: int | None = None) -> Slip:
    """A character of another width than the one meant."""
    return Slip("full-width-mark", at, (Edit(at, at + len(typed) if end is None else end, new),), typed, new.strip())


def _bare_keys(keys: Collection[str]) -> re.Pattern[str] | None:
    """A key that no colon follows, at a line's beginning."""
    if not keys:
        return None
    words = "|".join(sorted(map(re.escape, keys), key=len, reverse=True))
    blank = rf"[ \t{WIDE_SPACES}]"
    return re.compile(rf"({words})(?:({blank}*[{SEPARATORS}]+{blank}*)|{blank}+(?=[^\s#:：])|{blank}*$)")


def _heads(line: str, width: int, start: int, tab: int, bare: re.Pattern[str] | None) -> Generator[Slip, None, int]:
    """Slips of a line up to its value: indent, dashes, key, colon. Returns where the value begins, -1 at a comment."""
    if line[:width].strip(" "):
        new = line[:width].replace("\t", " " * tab).replace("\u3000", " " * min(tab, 2))
        for char in WIDE_SPACES:
            new = new.replace(char, "" if char in "\u200b\ufeff" or not tab else " ")
        yield Slip("yaml-indent-space", start, (Edit(start, start + width, new),), _named(line[:width]))
    at = width
    if line.startswith("＃", at):
        yield wide(start + at, "＃", "#")
        return -1
    if line.startswith("#", at):
        return -1
    while at < len(line):
        if found := _DASH.match(line, at):
            pass
        elif found := _ODD_DASH.match(line, at):
            yield wide(start + at, found[0].strip(WIDE_SPACES + " \t"), "- ", start + found.end())
        elif found := _TIGHT_DASH.match(line, at):
            yield Slip("missing-space", start + at, (Edit(start + at, start + found.end(), "- "),), "-")
        else:
            break
        at = found.end()
    return (yield from _key(line, at, start, bare))


def _key(line: str, at: int, start: int, bare: re.Pattern[str] | None) -> Generator[Slip, None, int]:
    """Slips of a key and its colon. Returns where the value begins."""
    found = _KEY.match(line, at)
    if not found:
        if bare and (found := bare.match(line, at)):
            end = start + found.end()
            yield Slip(
                "missing-colon",
                start + at,
                (Edit(start + found.end(1), end, ": "),),
                found[1],
                (found[2] or "").strip(),
            )
            return found.end()
        return at
    key, colon = found["key"], found["colon"]
    if found["open"] or found["close"]:
        edits = tuple(Edit(start + a, start + b, "") for a, b in (found.span("open"), found.span("close")) if a < b)
        yield Slip("full-width-mark", start + at, edits, found["open"] + found["close"], "—")
    if (narrow := half_width(key)) != key:
        yield wide(start + found.start("key"), key, narrow)
    if not found["gap"].isascii():
        span = found.span("gap")
        yield Slip("yaml-space", start + span[0], (Edit(start + span[0], start + span[1], ""),), _named(found["gap"]))
    after = found["after"]
    if colon != ":":
        yield wide(start + found.start("colon"), colon, ": ", start + found.end())
    elif not after and found.end() < len(line) and not line.startswith("//", found.end()):
        yield Slip(
            "missing-space", start + found.start("colon"), (Edit(start + found.end(), start + found.end(), " "),), ":"
        )
    elif not after.isascii():
        span = found.span("after")
        yield Slip("yaml-space", start + span[0], (Edit(start + span[0], start + span[1], " "),), _named(after))
    return found.end()


def _named(spaces: str) -> str:
    """The odd characters among spaces by their code points."""
    return " ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in spaces if char != " "))
