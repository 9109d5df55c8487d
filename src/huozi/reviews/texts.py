"""Texts of annotations: decoded as programs write them, freed of markup, dates read; and made fit to be shown.

A text string of a PDF is UTF-16 with its mark, UTF-8 with its mark, or PDFDocEncoding (ISO 32000-2, 7.9.2.2). Programs
also write UTF-16 the other way round, UTF-8 without a mark, and GBK.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from html import unescape
from unicodedata import category

from huozi.scripts import is_han

MOST_TEXT = 10_000
"""Characters of a comment that are read; more is cut, with a mark."""

_BY_MARK = ((BOM_UTF16_BE, "utf-16-be"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF8, "utf-8"))
_LANGUAGE = re.compile("\x1b[A-Za-z]{2,8}\x1b")
"""What a text string may say of its language (ISO 32000-2, 7.9.2.2)."""

_MARKS_OF_GBK = "，。、；：？！“”‘’（）《》【】…—～·　"


def decoded(data: bytes, plain: str) -> str:
    """A text string's text; ``plain`` is what it says in PDFDocEncoding."""
    for mark, codec in _BY_MARK:
        if data.startswith(mark):
            return cleaned(_LANGUAGE.sub("", data[len(mark) :].decode(codec, "replace")))
    if not data.isascii():
        try:
            return cleaned(data.decode("utf-8"))
        except UnicodeDecodeError:
            return cleaned(_of_gbk(data) or plain)
    return cleaned(plain)


def _of_gbk(data: bytes) -> str:
    """What bytes say in GBK, where that gives hanzi and their marks alone; else empty."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    wide = [character for character in text if character > "\x7f"]
    return text if len(wide) > 1 and all(is_han(sign) or sign in _MARKS_OF_GBK for sign in wide) else ""


def cleaned(text: str) -> str:
    """A text with ``\\n`` for its line ends, no noughts and no halves of characters, not longer than is read."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    if len(text) > MOST_TEXT:
        text = text[:MOST_TEXT] + "…"
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_UNREAD = re.compile(r"<(style|script)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE)
_ENDS = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>?")


def of_rich_text(text: str) -> str:
    """The text of a rich one (XHTML): paragraphs and line ends as line ends, all other tags gone.

    >>> of_rich_text('<?xml version="1.0"?><body><p><b>甲</b> &lt; 乙</p><p>丙</p></body>')
    '甲 < 乙\\n丙'
    """
    text = _ENDS.sub("\n", _UNREAD.sub("", text[: 20 * MOST_TEXT]))
    return cleaned("\n".join(line.strip() for line in unescape(_TAG.sub("", text)).split("\n")))


_DATE = re.compile(
    r"(?:D:)?(?P<year>[0-9]{4})-?(?P<month>[01][0-9])?-?(?P<day>[0-3][0-9])?[T ]?"
    r"(?P<hour>[0-2][0-9])?:?(?P<minute>[0-5][0-9])?:?(?P<second>[0-5][0-9])?"
    r"(?P<zone>Z|[+-][0-9]{2}'?:?(?:[0-9]{2})?)?.*",
    re.DOTALL,
)
MOST_OF_A_DATE = 40


def date_of(text: str) -> str:
    """A date as ISO 8601 writes it, with what the file says of time and zone; as it stands where it is none.

    >>> date_of("D:20261120103000+08'00'"), date_of("D:20261120"), date_of("2026-11-20T10:30:00Z"), date_of("gestern")
    ('2026-11-20T10:30:00+08:00', '2026-11-20', '2026-11-20T10:30:00Z', 'gestern')
    """
    found = _DATE.fullmatch(text[:MOST_OF_A_DATE])
    if not found:
        return text[:MOST_OF_A_DATE]
    date = "-".join(filter(None, (found["year"], found["month"], found["day"])))
    if not (found["day"] and found["hour"] and found["minute"]):
        return date
    zone = (found["zone"] or "").replace("'", "").replace(":", "")
    zone = f"{zone[:3]}:{zone[3:] or '00'}" if len(zone) > 1 else zone
    return f"{date}T{found['hour']}:{found['minute']}:{found['second'] or '00'}{zone}"


# ------------------------------------------------------------------ shown

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Cn"))
"""Categories of characters that no one sees and that a terminal, or the order of what is read, may obey."""


def shown(text: str) -> str:
    """A text in one line, nothing in it that a terminal obeys or that turns the order of what is read.

    >>> shown("a" + chr(27) + "[31m" + chr(0x202E) + "b")
    'a\\\\x1b[31m\\\\u202eb'
    """
    if text.isprintable():
        return text
    return "".join(_seen(character) for character in text.replace("\t", " "))


def _seen(character: str) -> str:
    if category(character) not in _UNSEEN:
        return character
    return character.encode("unicode_escape").decode()


def shown_lines(text: str) -> list[str]:
    """The lines of a text, each as it may be shown; none of an empty one."""
    return [shown(line.rstrip()) for line in text.split("\n")] if text else []


_MARKDOWN = re.compile(r"[\\`*_\[\]<>()|~&$!:^={}]")


def in_markdown(text: str) -> str:
    """A text within a line of Markdown: nothing in it is markup, no mention, no link; line ends are ``<br>``.

    >>> in_markdown("*a* | <b> @李 #3" + chr(10) + "www.b.cn")
    '\\\\*a\\\\* \\\\| \\\\<b\\\\> @<!-- -->李 #<!-- -->3<br>www\\\\.b.cn'
    """
    return "<br>".join(_in_a_line(line) for line in shown_lines(text))


def _in_a_line(line: str) -> str:
    escaped = _MARKDOWN.sub(r"\\\g<0>", line).replace("@", "@<!-- -->").replace("#", "#<!-- -->")
    return re.sub(r"(?i)(www)\.", r"\1\\.", escaped)
