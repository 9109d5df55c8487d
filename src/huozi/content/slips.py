"""Slips of typing: what the lint looks for, a row each.

A rule is looked for only where one of its marks stands in the text, and its pattern is compiled when that first
happens. Rules come in the order in which they have the say: a character that one has blamed is not blamed again, so
that one slip makes one finding. Rows without a rule's name say what is right as it stands (an address on the web).
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

from huozi.content.letters import BEFORE, BEHIND, CAPITAL, CHINESE, DIGIT, FULL, HAN, SMALL, SPACES
from huozi.records import NamedTuple


class Kind(Enum):
    """What a text is to the lint."""

    PROSE = auto()
    HEADING = auto()  # spaces are meant
    FRAGMENT = auto()  # no sentence: names side by side, a form
    LINES = auto()  # broken by hand: spaces are meant
    VERSE = auto()
    ENTRY = auto()  # of a list of references, after GB/T 7714


class Over(Enum):
    """What a pattern is matched with."""

    LETTERS = auto()  # the text's letter classes
    TEXT = auto()
    LINE = auto()  # the text, at the start of each line of the source


class Slip(NamedTuple):
    """A rule's row.

    ``marks``: characters without any of which the pattern cannot match (at the start of a line: those it begins with).
    ``better``: what to write instead, as a template of the match; empty, the match in the other width. ``but``: the
    kinds of text where this is right. ``arguments``: the message's names for what was found and for what is better.
    ``unless``: what makes it right where the text up to its end is that. ``family``: of the rows of one that begin
    lines of a text, the first that is found is reported.
    """

    rule: str
    marks: str
    over: Over
    pattern: str
    better: str = ""
    but: tuple[Kind, ...] = ()
    arguments: tuple[str, ...] = ("mark", "better")
    unless: str = ""
    family: str = ""


TOGETHER = "\x01"
"""Stands among a row's marks for two full-width marks side by side."""

THREE = "\x03"
"""Stands for three of — side by side."""

BEFORE_DIGIT = "\x02"
"""Stands for a full-width mark or a numeral with a digit behind it."""

TAG_IN_BRACKETS = "\x04"
"""Stands for the name of a tag between the brackets of a title."""

CARETS_IN_CHINESE = "\x05"
"""Stands for a number between two ellipses: a Chinese keyboard gives …… for ^."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first asked for."""
    return re.compile(pattern)


WIDE = dict(zip(",;:?!()｡､｢｣･", "，；：？！（）。、「」·", strict=True))
"""The full-width forms of half-width marks."""

NARROW = str.maketrans(
    "＃＊＿＞－》〉＋｜｛｝［］【】！（）｀·＾～＝：／＠。．＜《〈　，、０１２３４５６７８９",
    "#*_>-" + 2 * ">" + "+|{}[][]!()``^~=:/@..<<< ,,0123456789",
)
"""What was meant by marks that a Chinese keyboard gives; a middle dot is its backquote."""

_HAN = f"[{HAN}]"
_SPACE = f"[{SPACES}]"
_OTHER_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
ALL_SPACES = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LATIN = CAPITAL + SMALL
_LOWER = "abcdefghijklmnopqrstuvwxyz"

AS_IT_IS: tuple[Slip, ...] = (
    Slip(
        "",
        ":/@",
        Over.TEXT,
        r"(?:https?://|www\.|mailto:|doi:)(?:[!-'*-~]|\([!-'*-~]*\))*(?<=[0-9A-Za-z/=&#%_)-])|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,255}[A-Za-z0-9]",
    ),
)
"""Addresses: no mark in them is a slip."""

_BEFORE_NUMBER = "".join(rf"|(?<=[HNYPC][{DIGIT}]{{{count}}}\.)(?=[{BEHIND}])" for count in (1, 2, 4))

_NUMERAL = "[0-9〇一二三四五六七八九十百]{1,6}"
_LABEL = (
    rf"\s*(?:第{_NUMERAL}[章节条款编回卷部分]{{1,2}}|{_NUMERAL}"
    r"|(?:(?:图|表|式|附图|附表) ?[A-Z]?)?[0-9]{1,4}(?:[-.–－][0-9]{1,4}){0,4}|摘要|提要|内容提要|关键词|作者简介"
    r"|附录[A-Z〇一二三四五六七八九十]?|注|按|编者按|问|答)\s+"
)
"""What a paragraph may begin with and a space parts from the rest."""

_UNIT = "[%％‰℃°倍万亿]|[kcmμ]?m(?![a-z])|[km]?g(?![a-z])|[千厘毫]?米|公里|[千毫]?克|公斤|[毫公]?升|公顷"

PROSE: tuple[Slip, ...] = (
    Slip(
        "ellipsis",
        ".",
        Over.LETTERS,
        rf"(?<=[{CHINESE}])\.{{2,}}(?![./])|(?<![./])\.{{2,}}(?=[{CHINESE}])"
        rf"|(?<=G)\.{{2,}}(?=g[{CHINESE}])|(?<=[{CHINESE}]G)\.{{2,}}(?=g)",
        "……",
        (Kind.ENTRY,),
    ),
    Slip("ellipsis", "．・·•" + TOGETHER, Over.TEXT, r"。{3,}|．{2,}|・{3,}|·{3,}|•{3,}", "……"),
    Slip(
        "dash",
        "-–−",
        Over.LETTERS,
        rf"(?<=[{CHINESE}]) ?[-d]{{2,}}(?![-d{_LATIN}>]) ?|(?<![-d<])[-d]{{2,}} ?(?=[{CHINESE}])(?<![{SMALL}]--)",
        "——",
        (Kind.ENTRY,),
    ),
    Slip(
        "dash", "－─━―ー", Over.LETTERS, rf"(?<=[{CHINESE}])d{{2,}}|(?<!d)d{{2,}}(?=[{CHINESE}])", "——", (Kind.ENTRY,)
    ),
    Slip("dash", THREE, Over.TEXT, "—{3,}", "——", (Kind.ENTRY, Kind.FRAGMENT)),
    Slip("dash", "-－–─", Over.TEXT, r"—+[-－–─]+(?=[^\x00-\x7f])", "——", (Kind.ENTRY, Kind.FRAGMENT)),
    Slip("dash", " ", Over.LETTERS, rf"(?<={_HAN}) [-dD] (?={_HAN})", "——", (Kind.ENTRY, Kind.HEADING, Kind.FRAGMENT)),
    Slip(
        "half-width-mark",
        ",;:?!",
        Over.LETTERS,
        rf"[,;:?!](?:(?<=[{BEFORE}].)|(?=[{BEHIND}]))(?![=/])",
        but=(Kind.ENTRY,),
    ),
    Slip(
        "half-width-point",
        ".",
        Over.LETTERS,
        rf"\.(?:(?<=[{BEFORE}]\.)(?![./{SMALL}])(?![{CAPITAL}]{{2,4}}(?![{_LATIN}]))(?!(?<=F\.)[{DIGIT}])|(?<=[{SMALL}]{{5}}\.)(?=[{BEHIND}])|(?<=[%U]\.)(?=[{BEHIND}])|(?<=g\.)(?=[{HAN}]){_BEFORE_NUMBER})",
        but=(Kind.ENTRY,),
        arguments=("mark",),
    ),
    Slip(
        "straight-quote",
        "\"'",
        Over.LETTERS,
        rf"[\"'](?<![{DIGIT}].)(?:(?<=[{FULL}].)|(?=[{FULL}]))",
        arguments=("mark",),
    ),
    Slip("half-width-mark", "｡､｢｣･", Over.TEXT, "[｡､｢｣･]"),
    Slip("half-width-mark", "<", Over.LETTERS, rf"<{_HAN}{{1,20}}>", "《 》"),
    Slip("straight-quote", "＂＇", Over.TEXT, "[＂＇]", arguments=("mark",)),
    Slip("wide-digits", "０１２３４５６７８９", Over.TEXT, r"[０-９]+(?:[．，：－／][０-９]+)*"),
    Slip("wide-digits", "．", Over.LETTERS, rf"(?<=[{DIGIT}])p(?=[{DIGIT}])"),
    Slip(
        "digit-comma",
        BEFORE_DIGIT,
        Over.TEXT,
        r"(?<![0-9，,])[0-9]{1,3}(?:,[0-9]{3})*+，[0-9]{3}(?:[，,][0-9]{3})*+(?![0-9])",
        arguments=("mark", "better"),
    ),
    Slip("digit-comma", BEFORE_DIGIT, Over.TEXT, r"(?<![0-9、,])[0-9]{1,3}(?:、000)+(?![0-9])"),
    Slip(
        "digit-point",
        BEFORE_DIGIT,
        Over.TEXT,
        rf"(?<![0-9])[0-9]{{1,4}}。[0-9]{{1,3}}(?={_UNIT})|(?<=[￥¥$€£])[0-9]{{1,4}}。[0-9]{{1,2}}(?![0-9])",
    ),
    Slip("digit-comma", ",", Over.TEXT, r"(?<![0-9,])([0-9]{1,3}), 000(?![0-9])", r"\1,000"),
    Slip(
        "digit-letter",
        "OoIlОΟ",
        Over.LETTERS,
        rf"(?<![{_LATIN}{DIGIT}z._/-])(?:(?=[{DIGIT}OoIlz]{{4}})[{DIGIT}]+[OoIlz]{{1,2}}[{DIGIT}][{DIGIT}OoIlz]*|[{DIGIT}]+[OoIlz]{{1,2}}[{DIGIT}]*(?=[YU%])|[Il][{DIGIT}][{DIGIT}OoIlz]*(?=Y))(?![{_LATIN}._/-])",
        arguments=("mark",),
    ),
    Slip(
        "han-zero",
        "OoＯ○◯" + BEFORE_DIGIT,
        Over.LETTERS,
        r"(?<=N)[0Ooz]+(?=[NY])",
        "〇",
    ),
    Slip(
        "space-at-mark",
        ALL_SPACES[:-1],
        Over.LETTERS,
        rf"(?<=[CPBbSEKX])[ w]+(?=\S)|(?<=[^ wW\n])[ w]+(?=[CPBbSEKX])"
        rf"|(?<={_HAN})[ w]+(?=[Gg])|(?<=[Gg])[ w]+(?={_HAN})",
        arguments=(),
        but=(Kind.ENTRY,),
    ),
    Slip("outer-space", ALL_SPACES, Over.LETTERS, rf"\A{_SPACE}+|(?<!{_SPACE}){_SPACE}+\Z", arguments=()),
    Slip("", " \u00a0\u3000", Over.TEXT, r"（\w{2,5}(?:[ \u00a0\u3000]\w{2,4}){1,5}）"),  # 记者 李冰
    Slip("", "\u3000", Over.LETTERS, rf"\A{_HAN}{{1,6}}W+|(?<!{_HAN}){_HAN}W{_HAN}(?!{_HAN})"),
    Slip(
        "han-space",
        ALL_SPACES,
        Over.LETTERS,
        rf"(?<={_HAN}){_SPACE}+(?={_HAN})(?![^Bb]{{0,80}}b)",
        arguments=(),
        but=(Kind.HEADING, Kind.LINES, Kind.VERSE, Kind.FRAGMENT, Kind.ENTRY),
        unless=_LABEL,
    ),
    Slip(
        "typed-space",
        " \u00a0",
        Over.LETTERS,
        rf"(?<={_HAN})[ w]+(?=[{_LATIN}{DIGIT}])|(?<=[{_LATIN}{DIGIT}%])[ w]+(?={_HAN})",
        arguments=(),
        but=(Kind.HEADING, Kind.ENTRY),
        unless=_LABEL,
    ),
)
"""Slips of marks, numbers and spaces in Chinese text."""

DOUBLED = Slip("doubled-mark", TOGETHER, Over.LETTERS, "[SEK]{2,}|[SEK]X|X[SEK]", arguments=("mark",))
"""Two marks in a row; looked for wherever two of them stand together."""

STRAY_WORD = Slip(
    "stray-word", _LOWER, Over.LETTERS, rf"(?:(?<={_HAN})|(?<={_HAN} ))[{SMALL}]{{2,}}(?= ?{_HAN})", arguments=("word",)
)
"""Words in small letters amid Chinese text: noted in an article that has few."""
