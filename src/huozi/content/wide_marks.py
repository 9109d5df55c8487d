"""Markdown's marks as a Chinese keyboard types them, and lines that only look like a list: rows of ``slips``."""

from __future__ import annotations

from huozi import scripts
from huozi.content.dialects import TABLE
from huozi.content.slips import ALL_SPACES, CARETS_IN_CHINESE, TAG_IN_BRACKETS, Kind, Over, Slip

_OPEN, _SHUT = r"[\[［【]", r"[\]］】]"
_WORDS = r"([^\[\]［］【】\n]{1,200})"
_PICTURE = r"[\w./／ -]{1,200}[.．。](?i:png|jpe?g|jfif|gif|webp|bmp|tiff?|svg|pdf|eps|psd|heic)\b"
_ADDRESS = rf"((?:https?[:：]|mailto[:：]|www[.．。]|\.{{0,2}}[/／]|{_PICTURE})[^\s（）()]{{0,2000}})"
_ANY_WORDS = rf"{_OPEN}[^\[\]［］【】\n]{{0,200}}{_SHUT}"
_WIDE_TITLE = r" ?[“‘（][^“”‘’（）()\n]{0,200}[”’）]"
_BESIDE = rf"(?:[\]］】] [（(]|[］】][（(]|\]（){_ADDRESS}(?:{_WIDE_TITLE}| \"[^\"\n]{{0,200}}\")?[)）]"
_BY_HALF = rf"\]\({_ADDRESS}(?:(?:{_WIDE_TITLE})?）|{_WIDE_TITLE}\))"
_LINK = rf"(?:{_OPEN}{_WORDS}(?:{_BESIDE}|{_BY_HALF})|[［【]{_WORDS}\]\({_ADDRESS}\))"
_CLASSES = "name|book|dots|small|sup|sub|strong|emphasis|lang|alt"

WIDE_LINES: tuple[Slip, ...] = (
    Slip(
        "picture-unread",
        "！!",
        Over.LINE,
        rf"[！!] ?{_ANY_WORDS} ?(?:[(（\[［][^()（）\n]{{0,300}}[)）\]］]?|\Z)|！ ?[\[［]{_ANY_WORDS}{_SHUT}",
        arguments=("mark",),
    ),
    Slip(
        "lines-joined",
        ALL_SPACES[1:],
        Over.LINE,
        r"(?:(?<=[^\n])|(?<=[。！？…”’」』）]\n))[\u00a0\u2000-\u200a\u202f\u205f\u3000]+(?=\S)",
        but=(Kind.VERSE,),
        arguments=(),
    ),
    Slip(
        "wide-markup",
        "#＃",
        Over.LINE,
        rf"#*(?:＃[#＃]+[ \u3000]*(?=\S)|＃[ \u3000]+(?=\S)|＃(?=[{scripts.HAN}])(?![^\n]*＃))",
        "## ",
    ),
    Slip(
        "wide-markup",
        "[［【",
        Over.LINE,
        rf"(?!\[\^[^\]］】]*\]){_OPEN}[\^＾]([^\[\]［］【】\s]{{1,40}}){_SHUT}[:：]",
        r"[^\1]: ",
    ),
    Slip("wide-markup", "[［【", Over.LINE, rf"{_OPEN}…{{1,2}}([0-9A-Za-z]{{1,8}}){_SHUT}[:：]", r"[^\1]: "),
    Slip("wide-markup", "[", Over.LINE, r"\[([^\[\]^\n]{1,40})\]： ?(?=https?://)", r"[\1]: "),
    Slip("", "[", Over.LINE, r"\[\^[^\[\]\s]{1,40}\] ?[;；:：.．。、,，]"),  # reported where Markdown is read
    Slip("wide-markup", "＞》〉", Over.LINE, r"[＞》〉]{1,3}[ \u3000]*(?![0-9０-９\s])", "> "),
    Slip("wide-markup", "－＋＊", Over.LINE, r"[－＋＊][ \u3000]+(?=\S)(?!.*[－＋＊]\Z)", "- "),
    Slip("wide-markup", "－", Over.LINE, rf"－(?=[{scripts.HAN}])(?!.*－\Z)", "- "),
    Slip("wide-markup", "0123456789０１２３４５６７８９", Over.LINE, r"([0-9０-９]{1,3})。[ \u3000]*(?=\S)", "1. "),
    Slip("wide-markup", "|｜", Over.LINE, r"(?:[|｜][^|｜]{0,200}｜|｜[^|｜]{0,200}\|)", "|…|", family=TABLE),
    Slip("wide-markup", "｀·", Over.LINE, r"[｀·]{3,}(?=[a-z]| |\Z|\n)", "```"),
    Slip("list-mark", "-", Over.LINE, rf"-(?=[{scripts.HAN}])(?!-?号)", but=(Kind.HEADING,), arguments=("mark",)),
    Slip("list-mark", "–—", Over.LINE, rf"[–—](?!—) +(?=[{scripts.HAN}])", arguments=("mark",)),
    Slip("list-mark", "-+", Over.LINE, r"[-+](?=[\u00a0\u2002\u2003\u3000]+\S)", arguments=("mark",)),
    Slip(
        "list-space",
        "0123456789",
        Over.LINE,
        r"[0-9]{1,3}[.)](?=[^\x00-\x7f])",
        but=(Kind.ENTRY, Kind.HEADING),
        arguments=("mark",),
    ),
    Slip(
        "half-width-mark",
        "一二三四五六七八九十甲乙丙丁",
        Over.LINE,
        r".(?:(?<=十).)?(?P<at>\.)(?!\.)",
        "、",
        (Kind.ENTRY,),
    ),
)
"""Markdown's marks at the start of a line, typed with a Chinese keyboard; and numbers that make no list."""

_REFERENCE = r"(nbsp|ensp|emsp|thinsp|lt|gt|amp|quot|middot|hellip|mdash|#[0-9]{2,7}|#x[0-9A-Fa-f]{2,6})"
_TAGS = "br|p|b|i|u|s|em|strong|sup|sub|center|hr|div|span"

LIST_JOINED = Slip(
    "list-joined",
    "",
    Over.LINE,
    r"(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[ivxIVX]{2,4}|[Ⅰ-ⅿ]|#)[.．、)）](?![0-9０-９一二三四五六七八九十])"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3})+(?:[.．、]|(?= ))"
    r"|[（(][0-9一二三四五六七八九十]{1,3}[)）]"
    rf"|[①-⑳]|[\[［][0-9]{{1,3}}[\]］]|[•●■◆▪◇○◎□☐☑✓✔√★☆※→➢►▶·*+-][ \u00a0\u2002\u2003\u3000]*(?=[{scripts.HAN}])",
    arguments=("mark",),
)
"""What begins an item; looked for where a paragraph has several lines, and reported where two of them begin so."""

WIDE_MARKUP: tuple[Slip, ...] = (
    Slip(
        "picture-unread",
        "！!",
        Over.TEXT,
        rf"!{_ANY_WORDS}(?:[(（]| [(（](?={_ADDRESS}))[^()（）\n]{{0,300}}[)）]?"
        rf"|！ ?{_ANY_WORDS} ?[(（]{_ADDRESS}[^()（）\n]{{0,300}}[)）]?",
        arguments=("mark",),
    ),
    Slip("wide-markup", "[［【", Over.TEXT, _LINK, r"[\1\4](\2\3\5)"),
    Slip(
        "wide-markup",
        "[［【",
        Over.TEXT,
        rf"[（(]([^（）()\n]{{1,100}})[)）]{_OPEN}((?:https?[:：]|mailto[:：]|www[.．。])[^\s\[\]［］【】]{{1,500}}){_SHUT}",
        r"[\1](\2)",
    ),
    Slip(
        "wide-markup",
        "＃",
        Over.TEXT,
        r"(?:(?<=\s)[#＃]+|(?<![#＃A-Za-z])[#＃]{2,})(?<!##)\Z",
        "##",
        arguments=("mark", "better"),
    ),
    Slip("other-markup", "#", Over.TEXT, r"(?<![#＃A-Za-z])#{2,}\Z", arguments=("mark",)),
    Slip(
        "wide-markup",
        "［］【】＾",
        Over.TEXT,
        rf"(?!\[\^[^\]］】]*\]){_OPEN}[\^＾]([^\[\]［］【】\s]{{1,40}}){_SHUT}",
        r"[^\1]",
    ),
    Slip("wide-markup", "[［【", Over.TEXT, rf"{_OPEN}…{{1,2}}([0-9A-Za-z]{{1,8}}){_SHUT}", r"[^\1]"),
    Slip(
        "wide-markup",
        "@＠",
        Over.TEXT,
        rf"(?!\[@[^\]］】]*\]){_OPEN} ?[@＠]([^\W\d_][\w.:-]{{0,60}}(?:[/／][\w.:-]{{1,60}})?) ?{_SHUT}",
        r"[@\1]",
    ),
    Slip(
        "wide-markup",
        "｛",
        Over.TEXT,
        rf"{_OPEN}{_WORDS}{_SHUT}｛ ?[.．。]?((?:{_CLASSES})[^{{}}｛｝]{{0,60}})[}}｝]",
        r"[\1]{.\2}",
    ),
    Slip("wide-markup", "{", Over.TEXT, rf"{_OPEN}{_WORDS}{_SHUT}\{{[．。](\w[^{{}}｛｝]{{0,60}})[}}｝]", r"[\1]{.\2}"),
    Slip(
        "wide-markup",
        "｝",
        Over.TEXT,
        rf"{_OPEN}{_WORDS}{_SHUT}\{{\.?((?:{_CLASSES})[^{{}}｛｝]{{0,60}})｝",
        r"[\1]{.\2}",
    ),
    Slip(
        "wide-markup",
        "｛＝",
        Over.TEXT,
        r"(?!\{lines=[^{}]*\})[{｛]lines ?[=＝] ?[-－−+＋]?[0-9０-９]+[}｝]",
        "{lines=-1}",
    ),
    Slip(
        "wide-markup",
        "｜｛︱丨",
        Over.TEXT,
        rf"(?:\{{(?=[^|]{{1,40}}[｜︱丨])|｛)(?=[^|｜]{{0,39}}[{scripts.HAN}])([^{{}}｛｝|｜︱丨\s][^{{}}｛｝|｜︱丨\n]{{0,39}})[|｜︱丨]([^{{}}｛｝|｜\n]{{1,80}})[}}｝](?<!\|[^}}]\}})",
        r"{\1|\2}",
    ),
    Slip("wide-markup", "＊", Over.TEXT, r"(?<!＊)＊＊(?=[^＊\s])([^＊\n]{1,200})(?<=\S)＊＊(?!＊)", r"**\1**"),
    Slip(
        "wide-markup",
        "＊",
        Over.TEXT,
        r"(?<![＊0-9A-Za-z])＊(?=\w)([^＊\s，。；：、]{1,40})(?<=\w)＊(?![＊0-9A-Za-z])",
        r"*\1*",
    ),
    Slip(
        "wide-markup",
        "＊",
        Over.TEXT,
        rf"(?<![\w＊])＊(?=[{scripts.HAN}])([^＊\s，。；：、]{{1,40}})(?<=[{scripts.HAN}])＊(?=[0-9A-Za-z])"
        rf"|(?<=[0-9A-Za-z])＊(?=[{scripts.HAN}])([^＊\s，。；：、]{{1,40}})(?<=[{scripts.HAN}])＊(?![\w＊])",
        r"*\1\2*",
    ),
    Slip(
        "wide-markup",
        "＿",
        Over.TEXT,
        r"(?<!＿)＿＿(?=\w)([^＿\n]{1,100})(?<=\w)＿＿(?!＿)",
        r"**\1**",
        (Kind.FRAGMENT,),
    ),
    Slip("wide-markup", "＿", Over.TEXT, r"(?<!＿)＿(?=\w)([^＿\s]{1,40})(?<=\w)＿(?!＿)", r"*\1*", (Kind.FRAGMENT,)),
    Slip(
        "wide-markup",
        "＝",
        Over.TEXT,
        r"(?<![0-9A-Za-z＝ ])＝＝(?=[^＝\s])([^＝\n]{1,200})(?<=\S)＝＝(?!＝)",
        r"==\1==",
    ),
    Slip("wide-markup", "～", Over.TEXT, r"(?<=[A-Za-z)])～([0-9+-]{1,4})～", r"~\1~"),
    Slip("wide-markup", "～", Over.TEXT, r"(?<!～)～～(?=[^～\s])([^～\n]{1,100})(?<=\S)～～(?!～)", r"\1"),
    Slip("wide-markup", "＾", Over.TEXT, r"[\^＾]([0-9A-Za-z+-]{1,8})(?:(?<=＾[0-9A-Za-z+-])|)[\^＾](?<!\^)", r"^\1^"),
    Slip("wide-markup", "＾", Over.TEXT, r"＾([0-9A-Za-z+-]{1,8})\^", r"^\1^"),
    Slip("wide-markup", "｀", Over.TEXT, r"｀+([^｀\n]{1,200})｀+|｀+", r"`\1`"),
    Slip(
        "wide-markup",
        "·",
        Over.TEXT,
        r"·(?![a-z]{1,3}·)([!-/_-~][ -~]{0,80})·(?![0-9A-Za-z·])",
        r"`\1`",
    ),
    Slip(
        "wide-markup",
        "！",
        Over.TEXT,
        r"(?:《！|＜！|<！)(?:--|——|－－)(?:.{0,500}?(?:--》|——》|－－》|--＞|——＞|－－＞|-->|——>))?",
        "<!-- … -->",
    ),
    Slip("wide-markup", "/／", Over.TEXT, r"[《＜〈](https?[:：][/／]{2}[!-~：／．]{1,500})[》＞〉]", r"<\1>"),
    Slip("wide-markup", "/／", Over.TEXT, r"https?(?::／／|：[/／]{2})", "https://"),
    Slip(
        "wide-markup", "&＆", Over.TEXT, rf"(?:&{_REFERENCE}(?:；|(?![0-9A-Za-z;；]))|＆{_REFERENCE}[;；])", r"&\1\2;"
    ),
    Slip("wide-markup", "[［【", Over.TEXT, rf"{_OPEN}{_WORDS}{_SHUT}[（(【][.．。]({_CLASSES})[)）】]", r"[\1]{.\2}"),
    Slip("wide-markup", "＝", Over.TEXT, r"＝＝(?=[^＝\s])([^＝=\n]{1,200})(?<=\S)==(?!=)", r"==\1=="),
    Slip("wide-markup", "＼", Over.TEXT, r"＼(?![A-Za-z(（])", r"\\"),
    Slip("wide-markup", CARETS_IN_CHINESE, Over.TEXT, r"(?<=[0-9A-Za-z)])……([0-9+-]{1,3})……(?!…)", r"^\1^"),
    Slip(
        "wide-markup",
        TAG_IN_BRACKETS,
        Over.TEXT,
        r"[《〈][/／]?(?:br|sup|sub|center|div|span|font|hr) ?[/／]?[》〉]",
        "<…>",
    ),
    Slip("wide-markup", "<", Over.TEXT, r"<!(?:[—–]|－－)[^>]{0,500}>", "<!-- … -->"),
    Slip(
        "wide-markup",
        "{",
        Over.TEXT,
        rf"{_OPEN}{_WORDS}{_SHUT}\{{[“”‘\"＂]?(lang|alt) ?[＝=：:] ?[“”\"＂]?([^{{}}“”\"＂\n]{{1,60}})[“”’\"＂]?\}}",
        r"[\1]{\2=\3}",
    ),
    Slip("wide-markup", "＜", Over.TEXT, rf"＜([/／]?(?:{_TAGS}) ?[/／]?)[＞>]", "<…>"),
    Slip("wide-markup", "w", Over.TEXT, r"\bwww[。．][\w。．-]{1,200}"),
    Slip("wide-markup", "＠", Over.TEXT, r"[A-Za-z0-9_.+-]{1,64}＠[A-Za-z0-9.-]{1,255}"),
)
"""Marks within a line that were meant for Markdown, or for an address, and came out in full width."""
