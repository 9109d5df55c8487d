"""The words for what ``huozi compose`` tells: a row for each field of a line's cost, each reason, each heading.

A step of the adjustment is the field that it costs in (``-`` before what compresses), so that a field and its step are
one row. ``character/ragged`` is the field's row where lines keep their own width and it means something else.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from huozi.diagnostics import Language
from huozi.records import NamedTuple

Unit: TypeAlias = Literal["squares", "parts", "length", "count"]
"""What a field counts: squares of changes (in Mpt, or in parts of an em; shown in squared hundredths of an em), a
length (in ems), or cases."""


class Words(NamedTuple):
    """The name of a field, how it is counted, and (of a step) what it would do to a line."""

    zh: str
    en: str
    unit: Unit = "squares"
    zh_does: str = ""
    en_does: str = ""

    def name(self, language: Language) -> str:
        """The name in a language."""
        return self.zh if language == "zh" else self.en

    def does(self, language: Language) -> str:
        """What the step does, with fields ``places``, ``s`` (the plural's, where it is one) and ``each``."""
        return self.zh_does if language == "zh" else self.en_does


FIELDS: dict[str, Words] = {
    "misfit": Words("超出行长", "over the measure", "length"),
    "short": Words("撑不满的行", "lines left short", "parts"),
    "forbidden": Words("破例断行", "breaks against the rules", "count"),
    "lone": Words("孤字", "last line of one character", "count"),
    "loose": Words("过松的行", "loose lines", "parts"),
    "unpreferred": Words("断处不佳", "broken at a worse place", "count"),
    "giving-way": Words("不得已压缩标点", "marks made to give way", "parts"),
    "unevenness": Words("疏密不匀", "unevenness", "parts"),
    "connector": Words(
        "连接号两侧加宽",
        "expansion beside connectors",
        "squares",
        "连接号两侧 {places} 处各加 {each} 字",
        "stretch {places} gap{s} beside connectors by {each} em",
    ),
    "beyond": Words(
        "词距、中西间距再加宽",
        "further expansion of word spaces and Han–Latin gaps",
        "squares",
        "词距、中西间距 {places} 处再各加 {each} 字",
        "widen {places} word space{s} or Han–Latin gap{s} further by {each} em",
    ),
    "character": Words(
        "字距",
        "character expansion",
        "squares",
        "字距 {places} 处各加 {each} 字",
        "stretch {places} gap{s} by {each} em",
    ),
    "character/ragged": Words("行长不齐", "unevenness of lines"),
    "han-latin": Words(
        "中西间距加宽",
        "Han–Latin expansion",
        "squares",
        "中西间距 {places} 处各加 {each} 字",
        "widen {places} Han–Latin gap{s} by {each} em",
    ),
    "western-space": Words(
        "词距加宽",
        "word-space expansion",
        "squares",
        "西文词距 {places} 处各加 {each} 字",
        "widen {places} word space{s} by {each} em",
    ),
    "-stop": Words(
        "句问叹压缩",
        "compression of stops",
        "squares",
        "句号问号叹号 {places} 处各减 {each} 字",
        "compress {places} stop{s} (。？！) by {each} em",
    ),
    "-han-latin": Words(
        "中西间距压缩",
        "Han–Latin compression",
        "squares",
        "中西间距 {places} 处各减 {each} 字",
        "narrow {places} Han–Latin gap{s} by {each} em",
    ),
    "-pause": Words(
        "顿逗分冒压缩",
        "compression of pauses",
        "squares",
        "顿号逗号分号冒号 {places} 处各减 {each} 字",
        "compress {places} pause{s} (、，；：) by {each} em",
    ),
    "-bracket": Words(
        "括号引号压缩",
        "compression of brackets",
        "squares",
        "括号引号书名号 {places} 处各减 {each} 字",
        "compress {places} bracket{s} or quote{s} by {each} em",
    ),
    "-bracket/jlreq": Words(
        "括号引号逗号压缩",
        "compression of brackets and commas",
        "squares",
        "括号引号逗号 {places} 处各减 {each} 字",
        "compress {places} bracket{s}, quote{s} or comma{s} by {each} em",
    ),
    "-interpunct": Words(
        "间隔号压缩",
        "compression of interpuncts",
        "squares",
        "间隔号 {places} 处各减 {each} 字",
        "compress {places} interpunct{s} by {each} em",
    ),
    "-western-space": Words(
        "词距压缩",
        "word-space compression",
        "squares",
        "西文词距 {places} 处各减 {each} 字",
        "narrow {places} word space{s} by {each} em",
    ),
    "-line-end": Words(
        "行末标点",
        "mark at line end",
        "squares",
        "行末标点减 {each} 字",
        "trim the line's end by {each} em",
    ),
    "-line-start": Words(
        "行首标点",
        "mark at line start",
        "squares",
        "行首标点减 {each} 字",
        "trim the line's start by {each} em",
    ),
}
"""Each field of ``COST_FIELDS`` and each step, in the order of the former."""

REASONS: dict[str, dict[Language, str]] = {
    "end": {"zh": "段尾", "en": "end of text"},
    "forced": {"zh": "指定换行", "en": "forced"},
    "overfull": {"zh": "超出行长", "en": "over the measure"},
    "hyphen": {"zh": "西文断词", "en": "word parted"},
    "full": {"zh": "恰满", "en": "full"},
    "pull-in": {"zh": "挤进", "en": "pulled in"},
    "kinsoku": {"zh": "避头尾", "en": "prohibition"},
    "unit": {"zh": "整体不拆", "en": "unit kept whole"},
    "total-fit": {"zh": "顾全段", "en": "for the paragraph's sake"},
}
"""Why a line ends."""

OBSTACLES: dict[str, dict[Language, str]] = {
    "line-start": {"zh": "下一行会以{text}起头", "en": "would begin the next line with {text}"},
    "line-end": {"zh": "行末会是{text}", "en": "would end the line with {text}"},
    "unit": {"zh": "会拆开“{text}”", "en": "would part “{text}”"},
}
"""What forbids an end."""

SPACE: dict[Language, str] = {"zh": "空格", "en": "a space"}
"""What stands for a space that is named as a mark."""

PHRASES: dict[str, dict[Language, str]] = {
    "paragraph": {
        "zh": "第 {number} 段　行长 {measure} 字，首行缩进 {indent} 字，共 {lines} 行；代价：{cost}",
        "en": "Paragraph {number}: measure {measure} em, first-line indent {indent} em, {lines} line{s}; cost: {cost}",
    },
    "width": {"zh": "行宽", "en": "width"},
    "house": {"zh": "版式", "en": "layout"},
    "adjacent": {
        "zh": "标点相连 {count} 处，两个共占 {ems} 字（text.adjacent_marks）",
        "en": "{count} pair{s} of marks side by side, {ems} em each (text.adjacent_marks)",
    },
    "figures": {
        "zh": "数字 {count} 个，各占半字（text.digits）",
        "en": "{count} figure{s} of half an em (text.digits)",
    },
    "adjusted": {"zh": "调整", "en": "adjusted"},
    "cost": {"zh": "代价", "en": "cost"},
    "next-best": {"zh": "次选", "en": "next best"},
    "forbidden": {"zh": "不可", "en": "forbidden"},
    "too-wide": {"zh": "不容", "en": "too wide"},
    "widths": {"zh": "自然宽（字） {natural} → {width}，{reason}", "en": "natural (em) {natural} → {width}, {reason}"},
    "places": {
        "zh": "{name} {amount}（{places} 处，各 {each}）",
        "en": "{name} {amount} ({places} places, {each} each)",
    },
    "place": {"zh": "{name} {amount}", "en": "{name} {amount}"},
    "nothing": {"zh": "无", "en": "none"},
    "ending": {"zh": "止于“{after}”：{what}", "en": "ending after {after} {what}"},
    "would": {"zh": "{steps}", "en": "would {steps}"},
    "parted": {"zh": "拆开“{left}|{right}”", "en": "part {left}|{right}"},
    "no-change": {"zh": "本行不须调整", "en": "would leave this line as it is"},
    "between": {"zh": "；", "en": "; "},
    "then": {"zh": "，", "en": ", "},
    "and": {"zh": "；", "en": "; "},
    "worse": {"zh": "全段{lines}较差在{field}，多 {by}", "en": "the paragraph{lines} is worse at {field}, by {by}"},
    "alike": {"zh": "全段{lines}代价相同", "en": "the paragraph{lines} costs the same"},
    "in-lines": {"zh": "（{lines} 行）", "en": " (in {lines} lines)"},
    "compressed-too-wide": {
        "zh": "标点全部压缩也排不下，还宽 {excess} 字",
        "en": "does not fit even with every mark compressed, by {excess} em",
    },
    "plainly-too-wide": {"zh": "排不下，宽出 {excess} 字", "en": "does not fit, by {excess} em"},
    "legend": {
        "zh": "代价按上列次序逐项相比，先列的一项较大即较差；改动百分之一字宽计 1，加倍则计 4。"
        "“疏密不匀”量整行拉开或压紧多少（拉开更重），相邻两行松紧悬殊、拆开数字与单位、末行过短也计在内；其余各项量每处的改动。",
        "en": "Costs are compared field by field in the order given, the first that differs decides; a change of "
        "1/100 em counts 1, twice as much 4. Unevenness measures how far a whole line is stretched or compressed "
        "(stretching counts for more), and counts neighbours of very different tightness, numbers parted from their "
        "units and short last lines too; the other fields measure the change at each place.",
    },
}
"""The rest of what is said."""


def field_words(field: str, manner: str) -> Words:
    """The words for a field of the cost.

    ``manner`` is ``ragged`` where lines keep their own width, ``jlreq`` where brackets and commas give way together.
    """
    return FIELDS.get(f"{field}/{manner}") or FIELDS[field]


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase with its fields filled in."""
    return PHRASES[phrase][language].format(**values)
