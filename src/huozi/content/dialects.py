"""What other writers of Markdown, wikis, forums and TeX understand and Huozi does not: rows of ``slips``.

Such marks are text here and would be printed. What a text on mathematics, prices, paths or programs may rightly hold
is left alone.
"""

from __future__ import annotations

from huozi.content.slips import Kind, Over, Slip
from huozi.scripts import HAN

_TAG = "b|i|u|s|url|img|color|size|font|quote|code|center|align"
_INSIDE = r"[^\[\]\n]"
_CLASSES = "name|book|dots|small|sup|sub|strong|emphasis|lang|alt"

TABLE = "table"
"""The family of what is wrong with a table: its first line is reported."""

FOREIGN_LINES: tuple[Slip, ...] = (
    Slip("task-mark", "[", Over.LINE, r"\[[ xX]\](?= ?\S)", arguments=("mark",)),
    Slip("other-markup", "[", Over.LINE, r"\[!\w{1,20}\][+-]?", arguments=("mark",)),
    Slip(
        "other-markup",
        "!?！？",
        Over.LINE,
        r"[!?！？]{3}\+? ?[a-z]{3,20}(?= |\Z)(?: +[\"“][^\"“”\n]*[\"”])?",
        arguments=("mark",),
    ),
    Slip("other-markup", "=", Over.LINE, r"={1,6} [^=]{1,100} ={1,6} *\Z", arguments=("mark",)),
    Slip("other-markup", "#", Over.LINE, r"#{7,}(?= +\S)", arguments=("mark",)),
    Slip("other-markup", ".", Over.LINE, r"\.\. [a-z]{3,20}::", arguments=("mark",)),
    Slip("", "|｜", Over.LINE, r"[|｜][ :：|｜－—-]{3,}\Z"),  # the table's first line is reported
    Slip("other-markup", "hb", Over.LINE, r"(?:h[1-6]|bq)\. +(?=\S)", arguments=("mark",)),
    Slip(
        "table-broken",
        "|+",
        Over.LINE,
        rf"\|(?=.*(?:[{HAN}]|\| | \|))(?:[^|]+\|){{2,}} *\Z|\+(?:[-=:]{{2,}}\+)+ *\Z",
        but=(Kind.LINES, Kind.VERSE),
        arguments=(),
        family=TABLE,
    ),
    Slip(
        "table-broken",
        "-－—:：",
        Over.LINE,
        r"[ :：]*[-－—]+[ :：]*(?:[|｜][ :：]*[-－—]+[ :：]*)+[|｜]? *\Z",
        but=(Kind.LINES, Kind.VERSE),
        arguments=(),
        family=TABLE,
    ),
    Slip(
        "rule-typed",
        "－—=＝─━～",
        Over.LINE,
        r"(?:[－—=＝─━～]{3,}|[－—](?: [－—]){2,}) *\Z",
        but=(Kind.LINES, Kind.VERSE),
        arguments=("mark",),
    ),
)
"""At the start of a line."""

TABLE_JOINED = Slip(
    "table-broken",
    "|｜",
    Over.LINE,
    r"[^|｜。，；！？\n]{1,60}(?:(?: \| |｜)[^|｜。，；！？\n]{1,60}){1,20}\Z",
    but=(Kind.LINES, Kind.VERSE),
    arguments=(),
    family=TABLE,
)
"""A row of a table without its rule; reported where two of them stand in one paragraph, which would join them."""

FOREIGN_MARKUP: tuple[Slip, ...] = (
    Slip("other-markup", "[", Over.TEXT, r"\[\[?_?(?i:toc)_?\]?\]", arguments=("mark",)),
    Slip(
        "wiki-link",
        "[［【",
        Over.TEXT,
        rf"(?<!!)\[\[(?={_INSIDE}*[^\W\d]){_INSIDE}{{1,200}}\]\]|［［[^［］\n]{{1,200}}］］|【【[^【】\n]{{1,200}}】】",
        arguments=("mark",),
    ),
    Slip(
        "other-markup",
        "[",
        Over.TEXT,
        rf"\[(?P<tag>{_TAG})(?:=[^\[\]\n]{{1,200}})?\](?=[^\n]{{0,500}}?\[/(?P=tag)\])",
        arguments=("mark",),
    ),
    Slip(
        "other-markup",
        "{",
        Over.TEXT,
        r"\$\{\w{1,30}\}|(?<=[\w)\]])[\^_]\{[^{}\n]{1,40}\}|\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}"
        r"|\{(?:-|:[^{}|\n]{1,60}|(?:#(?![A-Za-z\s])|\.(?![A-Za-z0-9\s]))[^{}|\n]{1,80}|color:[^{}|\n]{1,30})\}",
        arguments=("mark",),
    ),
    Slip(
        "other-markup",
        "\\",
        Over.TEXT,
        r"(?<![0-9A-Za-z:\\/.])\\(?!end\{)[A-Za-z]{2,20}\*?(?![\\\w.])(?:\[[^\[\]\n]{0,60}\]|\{[^{}\n]{0,200}\}){0,4}"
        r"|(?<![0-9A-Za-z:\\/.])\\ *\Z",
        arguments=("mark",),
    ),
    Slip(
        "other-markup",
        ":",
        Over.TEXT,
        r"(?<![0-9A-Za-z:：/.]):(?:[a-z][a-z0-9_+-]{1,30}|[+-]1):(?![0-9A-Za-z:/])"
        rf"|(?<=[{HAN}])::(?=[^:\s])[^:\n]{{1,40}}::|\A::(?=[^:\s])[^:\n]{{1,40}}::",
        arguments=("mark",),
    ),
    Slip(
        "other-markup",
        "+＋",
        Over.TEXT,
        r"(?<![+0-9A-Za-z])\+\+(?=[^\s+])[^+\n]{1,100}(?<=\S)\+\+(?![+0-9A-Za-z])"
        rf"|(?<![^A-Za-z][A-Za-z])(?<!\A[A-Za-z])(?<!\+)\+\+(?=[{HAN}])[^+\n]{{1,100}}(?<=[{HAN}])\+\+(?!\+)"
        r"|＋＋(?=[^\s＋])[^＋\n]{1,100}＋＋",
        arguments=("mark",),
    ),
    Slip("other-markup", "&", Over.TEXT, r"(?<![0-9A-Za-z&])&[A-Za-z][A-Za-z0-9]{1,20};", arguments=("mark",)),
    Slip("comment-printed", "%", Over.TEXT, r"%%(?=[^%])[^%\n]{1,500}%%", arguments=("mark",)),
    Slip(
        "note-elsewhere",
        "^＾",
        Over.TEXT,
        r"[\^＾][\[［][^\[\]［］\n]{1,500}[\]］]|\[\^(?=[^\[\]\n]{0,500}\s)[^\[\]\n]{1,500}\]",
        arguments=("mark",),
    ),
    Slip(
        "note-elsewhere",
        "@＠",
        Over.TEXT,
        rf"[@＠]\[{_INSIDE}{{1,80}}\]"
        r"|[\[［【][^\[\]［］【】\n@＠]{0,80}(?<![0-9A-Za-z._-])-?[@＠][A-Za-z][\w:.-]{0,60}[^\[\]［］【】\n]{0,120}[\]］】]",
        arguments=("mark",),
    ),
    Slip("other-markup", "'", Over.TEXT, r"(?<!')'{3}(?=[^'\s])[^'\n]{1,100}(?<=\S)'{3}(?!')", arguments=("mark",)),
    Slip("other-markup", "^", Over.TEXT, r"(?<!\^)\^\^(?=[^\s^])[^\^\n]{1,60}(?<=\S)\^\^(?!\^)", arguments=("mark",)),
    Slip(
        "other-markup",
        "|",
        Over.TEXT,
        rf"(?<![\w|])\|\|(?=[{HAN}]{{2}})[^|\n]{{1,60}}(?<=\S)\|\|(?!\|)",
        arguments=("mark",),
    ),
    Slip(
        "other-markup",
        "[",
        Over.TEXT,
        rf"\[(?!\^)(?=[^\[\]\n]{{0,60}}[{HAN}]{{2}})[^\[\]\n]{{1,60}}\]\[[^\[\]\n]{{0,40}}\]"
        rf"|\[(?=[{HAN}])[^\[\]\n]{{1,20}}\]\{{(?!(?:{_CLASSES})\s*\}})[^\W\d_](?:[^\W_]|[ ']){{0,40}}\}}",
        but=(Kind.ENTRY,),
        arguments=("mark",),
    ),
)
"""Within a text."""
