"""Values of YAML as a Chinese keyboard writes them: lists and mappings in brackets, texts in quotes, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huozi.slips.edits import Edit, Slip
from huozi.slips.quotes import QUOTES

OPENING = {"[": "]", "{": "}"}
WIDE_OPENING = {"［": "[", "【": "[", "〔": "[", "（": "[", "(": "[", "「": "[", "《": "[", "｛": "{", "『": "{"}
WIDE_CLOSING = frozenset("］】〕）)」》｝』")
COMMAS = "，、；;﹐､"
COLONS = "：﹕︰∶ː꞉"
ENDING = " \t\u3000。，、；;,.．"
"""What a list may be followed by that means nothing."""

TWINS = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in "@`%&*!|>{}[]\"'#-?,:"})
"""Signs of YAML by full-width ones that are only text: a value that YAML would not read is read on with them."""

FIRST_SIGNS = {"@": "yaml-first-character", "`": "yaml-first-character", "%": "yaml-first-character",
               "&": "yaml-alias", "*": "yaml-alias", "!": "yaml-tag", "|": "yaml-first-character",
               ">": "yaml-first-character", "?": "yaml-first-character", "-": "yaml-first-character",
               "]": "yaml-first-character", "}": "yaml-first-character", ",": "yaml-first-character"}  # fmt: skip
"""Signs that no text may begin with, and the rule that says so."""

_BLANK = r"[ \t\u3000]*"
_IN_FLOW_KEY = re.compile(
    rf"{_BLANK}(?P<quote>[“”‘’＂]?)(?P<key>[^\W_][\w.-]{{0,40}})(?P<end>[“”‘’＂]?){_BLANK}"
    rf"(?P<colon>[:{COLONS}])(?P<after>{_BLANK})"
)
_CLOSED = re.compile(r"\s*(?:$|[,，、；;\]}］】〕）｝#])")
_NUMERAL = re.compile(
    r"[0-9０-９.．:：/／+＋%％\-－—–]*[０-９．／＋％－][0-9０-９.．:：/／+＋%％\-－—–a-zA-Zａ-ｚＡ-Ｚ]*"
)
_WORD = re.compile(r"[\w.\-－．＿]+")
_COMMENT = re.compile(r"[ \t]+#")
_ITEM = re.compile(r"[^,，、；\]}］】｝]+")
_INNER_COLON = re.compile(r":(?=[ \t]|$)")


def half_width(text: str) -> str:
    """A text with the full-width forms of ASCII made half-width.

    >>> half_width("２０２６－０１")
    '2026-01'
    """
    return "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in text)


class FlowReader:
    """Reads what stands in brackets, over as many lines as they stay open; made half-width as one slip a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[tuple[str, int]] = []
        self.indent = 0

    @property
    def is_open(self) -> bool:
        """Whether a bracket is still open at the end of what was read."""
        return bool(self.stack)

    def read(self, at: int, end: int) -> Iterator[Slip]:
        """Slips of a line from ``at``; after the last bracket has closed, what follows is looked at no more."""
        edits: list[Edit] = []
        text = self.text
        begins = True  # a value may begin here
        while at < end:
            char = text[at]
            if char == "#" and (begins or text[at - 1] in " \t\u3000"):
                if not text[at + 1 : at + 2].strip():
                    break
                item = _ITEM.match(text, at, end)
                yield Slip("hash-taken", at, (Edit(at, at + 1, "_"),), item[0].rstrip() if item else char)
                at, begins = at + 1, False
            elif char in " \t\u3000":
                at += 1
            elif begins and char in "\"'":
                at = _closing(text, at, end)
                begins = False
            else:
                found = self._sign(at, end, begins)
                edits += found[0]
                at, begins = found[1], found[2]
                if not self.stack:
                    break
        yield from self._together(edits)
        if not self.stack and (rest := text[at:end]).strip() and not rest.lstrip().startswith("#"):
            yield Slip("yaml-after-close", at + len(rest) - len(rest.lstrip()), ())

    def _sign(self, at: int, end: int, begins: bool) -> tuple[list[Edit], int, bool]:
        """Edits for the character at a place, where to go on, and whether a value may begin there."""
        text, char = self.text, self.text[at]
        if begins and (char in OPENING or char in WIDE_OPENING):
            narrow = WIDE_OPENING.get(char, char)
            self.stack.append((OPENING[narrow], at))
            return self._changed(at, narrow), at + 1, True
        if char in "]}" or (char in WIDE_CLOSING and _CLOSED.match(text[at + 1 : end])):
            return self._changed(at, self.stack.pop()[0]), at + 1, False
        if char == "," or char in COMMAS:
            return [] if char == "," else [Edit(at, at + 1, ", ")], at + 1, True
        return self._value(at, end) if begins else ([], at + 1, False)

    def _changed(self, at: int, new: str) -> list[Edit]:
        return [Edit(at, at + 1, new)] if self.text[at] != new else []

    def _value(self, at: int, end: int) -> tuple[list[Edit], int, bool]:
        """The same for the beginning of a key or a value without brackets."""
        text = self.text
        if self.stack[-1][0] == "}" and (found := _IN_FLOW_KEY.match(text, at, end)):
            return self._key(found), found.end(), True
        if text[at] in QUOTES and (quoted := _quoted(text, at, end)):
            return [Edit(at, at + 1, '"'), Edit(quoted - 1, quoted, '"')], quoted, False
        if number := _NUMERAL.match(text, at, end):
            return [Edit(at, number.end(), half_width(number[0]))], number.end(), False
        return [], at + 1, False

    def _key(self, found: re.Match[str]) -> list[Edit]:
        edits = [Edit(*found.span(name), "") for name in ("quote", "end") if found[name]]
        if (narrow := half_width(found["key"])) != found["key"]:
            edits.append(Edit(*found.span("key"), narrow))
        if found["colon"] != ":":
            edits.append(Edit(found.start("colon"), found.end(), ": "))
        elif not found["after"] or not found["after"].isascii():
            edits.append(Edit(found.end("colon"), found.end(), " "))
        return edits

    def _together(self, edits: list[Edit]) -> Iterator[Slip]:
        """The edits of a line as one slip: of full-width marks, or of spaces that are missing."""
        if not edits:
            return
        text = self.text
        rule = "full-width-mark" if any(text[e.start : e.end].strip() for e in edits) else "missing-space"
        typed = [text[e.start : e.end].strip() for e in edits]
        shown = [(a, e.new.strip()) for a, e in zip(typed, edits, strict=True) if a]
        typed_text = " ".join(dict.fromkeys(a for a, _ in shown)) or ":"
        yield Slip(rule, edits[0].start, tuple(edits), typed_text, " ".join(dict.fromkeys(b for _, b in shown)))

    def close_at(self, next_line: int) -> Iterator[Slip]:
        """A bracket that the line before ``next_line`` leaves open, though a key follows."""
        end = len(self.text[: next_line - 1].rstrip())
        closing = "".join(close for close, _ in reversed(self.stack))
        at = self.stack[-1][1]
        self.stack.clear()
        yield Slip("yaml-open-bracket", at, (Edit(end, end, closing),))


def value_slips(text: str, at: int, end: int, flow: FlowReader) -> Iterator[Slip]:
    """Slips of the value that stands between two places of a line."""
    value = text[at:end]
    if not value:
        return
    char = value[0]
    if char in OPENING or char in WIDE_OPENING:
        yield from _bracketed(text, at, end, flow)
    elif char in "\"'":
        yield from _after_quote(text, at, end)
    else:
        yield from _plain(text, at, end)


def _bracketed(text: str, at: int, end: int, flow: FlowReader) -> Iterator[Slip]:
    """A value that begins with a bracket: a list, a mapping, or a text that only looks like one."""
    found = list(flow.read(at, end))
    rest = next((slip for slip in found if slip.rule == "yaml-after-close"), None)
    if rest is None:
        yield from found
    elif not text[rest.at : end].strip(ENDING):
        yield from found[:-1]
        yield Slip("yaml-after-close", rest.at, (Edit(rest.at, end, ""),), text[at])
    elif text[at] in OPENING:
        twins = text[at:end].translate(TWINS)
        yield Slip("yaml-after-close", rest.at, (Edit(at, end, twins),), text[at])
    else:
        yield from _plain(text, at, end)


def _after_quote(text: str, at: int, end: int) -> Iterator[Slip]:
    """A value that begins with a quotation mark: one that is never closed, or closed before the value's end."""
    mark = text[at]
    closed = _closing(text, at, end)
    line = text[at:end].rstrip()
    if closed > end:
        last = line[-1]
        if len(line) > 1 and last in "”“＂’‘＇":
            place = at + len(line) - 1
            yield Slip("full-width-mark", place, (Edit(place, place + 1, mark),), last, mark)
        else:
            yield Slip("yaml-open-quote", at, (Edit(at + len(line), at + len(line), mark),))
        return
    rest = text[closed:end]
    if rest.strip() and not _COMMENT.match(rest):
        inner = text[at + 1 : end].replace("\\", "＼").replace('"', "＂").replace("#", "＃")
        yield Slip("yaml-after-close", closed, (Edit(at, end, f'"{inner}"'),), mark)


def _plain(text: str, at: int, end: int) -> Iterator[Slip]:
    """A value without brackets or quotation marks of YAML."""
    comment = _COMMENT.search(text, at, end)
    line = text[at : comment.start() if comment else end].rstrip()
    for hash_ in re.finditer(r"(?<=[ \t\u3000])＃", text[at:end]):
        place = at + hash_.start()
        yield Slip("full-width-mark", place, (Edit(place - 1, place + 1, " #"),), "＃", "#")
    if not line:
        return
    stop = at + len(line)
    if line[0] in QUOTES and _quoted(text, at, stop) == stop:
        quotes = (Edit(at, at + 1, ""), Edit(stop - 1, stop, ""))
        yield Slip("full-width-mark", at, quotes, f"{line[0]} {line[-1]}", '" "')
    if (narrow := half_width(line)) != line and _WORD.fullmatch(line.replace("：", "").replace("／", "")):
        yield Slip("full-width-mark", at, (Edit(at, stop, narrow.replace("/", "-")),), line, narrow)
    elif line != narrow and _NUMERAL.fullmatch(line):
        yield Slip("full-width-mark", at, (Edit(at, stop, narrow),), line, narrow)
    if line[0] == "#" and line[1:2].strip():
        yield Slip("hash-taken", at, (Edit(at, stop, f'"{line}"'),), line)
    elif line[0] in FIRST_SIGNS and (len(line) == 1 or line[0] not in "-?" or line[1] in " \t"):
        yield Slip(FIRST_SIGNS[line[0]], at, (Edit(at, at + 1, line[0].translate(TWINS)),))
    inner = [at + found.start() for found in _INNER_COLON.finditer(line)]
    if inner:
        yield Slip("yaml-colon", inner[0], tuple(Edit(place, place + 1, "：") for place in inner))


def _closing(text: str, at: int, end: int) -> int:
    """The place behind the mark that closes the quotation beginning at ``at``; beyond ``end`` where none does."""
    mark = text[at]
    place = at + 1
    while place < end:
        if mark == '"' and text[place] == "\\":
            place += 2
        elif text[place] == mark:
            if mark == "'" and text.startswith("'", place + 1):
                place += 2
                continue
            return place + 1
        else:
            place += 1
    return end + 1


def _quoted(text: str, at: int, end: int) -> int:
    """The place behind the mark that closes what a wide quotation mark opens; 0 where that is none of the first's."""
    for place in range(at + 1, end):
        if text[place] in (QUOTES[text[at]], '"'):
            return place + 1
    return 0
