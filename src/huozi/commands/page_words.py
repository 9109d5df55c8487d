"""The words for what ``huozi explain`` tells: a row for each field of the cost of pages, each rule, each phrase.

``n`` is a number, ``s`` the English plural's where it is not one.
"""

from __future__ import annotations

from huozi.diagnostics import Language
from huozi.records import NamedTuple


class RuleWords(NamedTuple):
    """A rule of pages: its name, the clause it comes from, what it asks, how a breach is counted; in both languages.

    The clause is one of CLREQ, or the trade's own word where CLREQ has none.
    """

    name: dict[Language, str]
    clause: str
    asks: dict[Language, str]
    broken: dict[Language, str]


TIMES: dict[Language, str] = {"zh": "{n} 处", "en": "{n} time{s}"}

RULES: dict[str, RuleWords] = {
    "depth": RuleWords(
        {"zh": "版心", "en": "type area"},
        "版心",
        {"zh": "没有一块比版心还深", "en": "no piece is deeper than the type area"},
        TIMES,
    ),
    "headings": RuleWords(
        {"zh": "标题", "en": "headings"},
        "CLREQ 标题处理",
        {"zh": "标题不背题，之下至少有两行正文", "en": "at least two lines of text stand below a heading"},
        TIMES,
    ),
    "alone": RuleWords(
        {"zh": "孤行", "en": "lines alone"},
        "CLREQ 孤行孤字",
        {
            "zh": "段首一行不独在栏末，段末一行不独在栏首，一页不只一行",
            "en": "no first line alone at a foot, no last line alone at a head, no page of one line",
        },
        TIMES,
    ),
    "feet": RuleWords(
        {"zh": "排满", "en": "full"},
        "版心",
        {"zh": "下文还接着的栏排到版心的末行", "en": "a column whose text goes on is filled to its last line"},
        {"zh": "短 {n} 行", "en": "{n} line{s} short"},
    ),
    "level": RuleWords(
        {"zh": "两面齐", "en": "level"},
        "两面齐",
        {"zh": "两面、各栏的末行齐平", "en": "facing pages and columns side by side end at the same depth"},
        {"zh": "差 {n} 行", "en": "{n} line{s} apart"},
    ),
}
"""The rules of ``makeup.reasons``."""

FIELDS: dict[str, dict[Language, str]] = {
    "deep": {"zh": "{n} 处比版心还深", "en": "{n} piece{s} deeper than the type area"},
    "adrift": {
        "zh": "{n} 处注文不在注号的栏里起，或图不在编辑要的地方",
        "en": "{n} note line{s} not begun below their calls, or figures not where an editor has them",
    },
    "heading": {"zh": "{n} 处背题", "en": "{n} heading{s} without two lines below"},
    "lone_page": {"zh": "{n} 页只有一个孤字", "en": "{n} page{s} of one character"},
    "lone_top": {"zh": "{n} 处孤字独在栏首", "en": "{n} lone character{s} at a column's head"},
    "single": {"zh": "{n} 页只有一行", "en": "{n} page{s} of one line"},
    "parted": {"zh": "{n} 处孤行", "en": "{n} widow{s} or orphan{s}"},
    "cut": {"zh": "删 {n} 行", "en": "{n} line{s} cut"},
    "moved": {"zh": "{n} 页不从原来的地方起", "en": "{n} page{s} begun elsewhere than in the plan kept"},
    "stirred": {
        "zh": "{n} 段在原样的页上改了行数",
        "en": "{n} paragraph{s} in other numbers of lines on pages otherwise unchanged",
    },
    "hole": {"zh": "有栏短到两行以上", "en": "a column short by two lines or more"},
    "late": {"zh": "{n} 处图表比提到它的对开页晚", "en": "{n} figure{s} or tables a spread after their mention"},
    "carried": {"zh": "{n} 行注文接到下一栏", "en": "{n} line{s} of notes gone on in the next column"},
    "blank": {"zh": "{n} 页白页", "en": "{n} blank page{s}"},
    "unequal": {"zh": "两面或两栏差 {n} 行", "en": "facing pages or columns {n} line{s} apart"},
    "short": {"zh": "栏末短 {n} 行", "en": "columns {n} line{s} short"},
    "far": {"zh": "{n} 处图表不与提到它的文字同页", "en": "{n} figure{s} or tables on another page than their mention"},
    "variants": {"zh": "字距拉得更开", "en": "wider gaps"},
    "white": {"zh": "文末多空 {n} 行", "en": "{n} more line{s} empty at an end"},
    "taste": {"zh": "{n} 处图表不在最想放的位置", "en": "{n} figure{s} or tables not where they were wished for most"},
    "unlike": {"zh": "{n} 段的行数与上次不同", "en": "{n} paragraph{s} in other numbers of lines than last time"},
}
"""The fields of the cost of pages, as what there is more of."""

SIDES: dict[str, dict[Language, str]] = {"left": {"zh": "左", "en": "left"}, "right": {"zh": "右", "en": "right"}}

PHRASES: dict[str, dict[Language, str]] = {
    "page": {"zh": "第 {folio} 页（{side}）　{depth}", "en": "Page {folio} ({side})  {depth}"},
    "all-hold": {"zh": "　各条规则都合", "en": "  every rule holds"},
    "depth": {"zh": "{columns} 行", "en": "{columns} lines"},
    "column": {"zh": "{used}/{lines}", "en": "{used}/{lines}"},
    "columns": {"zh": "、", "en": ", "},
    "bands": {"zh": " + ", "en": " + "},
    "blank-page": {"zh": "白页", "en": "blank"},
    "filler-page": {"zh": "本来是白页", "en": "else blank"},
    "filled": {"zh": "补白：{names}", "en": "fillers: {names}"},
    "longer": {"zh": "{place} 多排 {n} 行", "en": "{place} set {n} line{s} longer"},
    "shorter": {"zh": "{place} 少排 {n} 行", "en": "{place} set {n} line{s} shorter"},
    "holds": {"zh": "合：{rules}", "en": "holds: {rules}"},
    "broken": {"zh": "不合：{rules}", "en": "broken: {rules}"},
    "breach": {"zh": "{rule}（{amount}）", "en": "{rule} ({amount})"},
    "between": {"zh": "，", "en": ", "},
    "list": {"zh": "、", "en": ", "},
    "then": {"zh": "；", "en": "; "},
    "elsewhere": {"zh": "下页若从 {start}起：{price}", "en": "were the next page to begin with {start}: {price}"},
    "from-line": {"zh": "{place} ", "en": "{place}"},
    "from-lines": {"zh": "{place} 的末 {n} 行", "en": "the last {n} line{s} of {place}"},
    "beside-text": {"zh": "{file} 的来源或署名", "en": "the source or byline of {file}"},
    "part-ends": {"zh": "接排的文字到此为止", "en": "text that runs on ends here"},
    "no-other": {"zh": "不能在别处结束", "en": "it cannot end elsewhere"},
    "not-looked-for": {
        "zh": "在别处结束的代价没有算，用 --pages 单问这几页",
        "en": "other ends were not looked for; ask for these pages alone with --pages",
    },
    "alike": {"zh": "代价相同", "en": "the same cost"},
    "others-longer": {"zh": "另 {n} 段{each}多排 {lines} 行", "en": "{n} other paragraph{s} {lines} line{ls} longer"},
    "others-shorter": {"zh": "另 {n} 段{each}少排 {lines} 行", "en": "{n} other paragraph{s} {lines} line{ls} shorter"},
    "some-longer": {"zh": "{n} 段{each}多排 {lines} 行", "en": "{n} paragraph{s} set {lines} line{ls} longer"},
    "some-shorter": {"zh": "{n} 段{each}少排 {lines} 行", "en": "{n} paragraph{s} set {lines} line{ls} shorter"},
    "each": {"zh": "各", "en": ""},
    "places": {"zh": "{what}（{places}）", "en": "{what} ({places})"},
    "blanks": {"zh": "{n} 页白页（第 {folios} 页）", "en": "{n} blank page{s} ({folios})"},
    "fillers": {"zh": "{n} 篇补白（第 {folios} 页）", "en": "{n} filler{s} ({folios})"},
    "as-is": {"zh": "照自然的行数", "en": "natural lines"},
    "curve": {"zh": "内文页数（连白页）和代价：", "en": "Inside pages (blank ones counted) and their price:"},
    "cut": {"zh": "{n} 段共删 {lines} 行", "en": "{lines} line{ls} cut from {n} paragraph{s}"},
    "count": {"zh": "{mark} {pages}　{price}", "en": "{mark} {pages}  {price}"},
    "made": {"zh": "→ 是现在的排法。", "en": "→ is what is made."},
    "no-fewer": {
        "zh": "再少，要删的行超过十分之一，或须找得太久，不列。",
        "en": "Fewer would want more than a tenth of the lines cut, or too long a search; they are not listed.",
    },
    "cuts": {"zh": "要排成 {pages} 页，各段须删：", "en": "To be cut for {pages} pages:"},
    "cut-one": {"zh": "{places} 删 {n} 行", "en": "{places}: {n} line{s}"},
    "cut-some": {"zh": "{places} 各删 {n} 行", "en": "{places}: {n} line{s} each"},
    "rules": {"zh": "各条规则：", "en": "The rules:"},
    "rule": {"zh": "{name}（{clause}）：{asks}", "en": "{name} ({clause}): {asks}"},
}
"""The rest of what is said."""


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase with its fields filled in."""
    return PHRASES[phrase][language].format(**values)


def counted(words: dict[Language, str], language: Language, n: int, **values: object) -> str:
    """Words with a number in them."""
    return words[language].format(n=n, s="" if n == 1 else "s", **values)
