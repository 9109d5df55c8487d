"""The report of an import, for the editor: what was recognised, what was guessed, and where every character went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from huozi.content.importers.manuscript import Edit, EditKind, Manuscript, first_fault, replay
from huozi.content.importers.source import Places, split_lines
from huozi.diagnostics import Finding, Severity
from huozi.messages.importing import IMPORTING, REASONS

KIND_NAMES = {EditKind.KEPT: "照录", EditKind.CHANGED: "改动", EditKind.DROPPED: "未录"}
COUNTED = frozenset({"line-end", "blank-line", "blank-run", "trailing-space", "indent", "page-break"})
"""Reasons whose edits are white space alone: their lines are listed, not their text."""
SHOWN = {"\n": "⏎", "\r": "␍", "\t": "⇥", " ": "␣", "\u3000": "□", "\ufeff": "BOM", "`": "ˋ", "|": "¦"}
MAX_SHOWN = 60


def import_report(manuscript: Manuscript) -> str:
    """The report as Markdown, in Chinese."""
    name = manuscript.file.replace("\\", "/").rsplit("/", 1)[-1]
    lines = [f"# 导入报告：{_shown(name)}", ""]
    lines += ["排版不读本文件；看完可以删去。行号、列号都指原稿。", ""]
    lines += _recognised(manuscript)
    lines += _findings("二、请核对", "这些地方导入程序不敢自作主张，请对照原刊处理。", manuscript, Severity.WARNING)
    lines += _findings("三、推断", "这些地方是按规律推断的，不对请改。", manuscript, Severity.NOTE)
    lines += _account(manuscript)
    lines += _every_edit(manuscript)
    return "\n".join(lines) + "\n"


# ------------------------------------------------------------------ what was recognised


def _recognised(manuscript: Manuscript) -> Iterator[str]:
    head = manuscript.masthead
    yield "## 一、认出了什么"
    yield ""
    yield "| 项目 | 内容 |"
    yield "|---|---|"
    rows = (
        ("刊名", head.name),
        ("英文名", head.name_en),
        ("主办", head.organiser),
        ("年、期、总期号", "，".join(filter(None, (head.year or head.date[:4], head.issue, head.serial)))),
        ("日期", head.date),
        ("版式", manuscript.journal),
        ("联系方式", f"{len(manuscript.contact.lines)} 行" if manuscript.contact else ""),
    )
    yield from (f"| {label} | {_cell(value) or '（没有找到）'} |" for label, value in rows)
    yield ""
    yield "刊名、英文名、主办、联系方式写在 `import-journal.yaml`（它们属于版式），其余写在 `issue.yaml`。"
    yield ""
    yield from _article_table(manuscript)


def _article_table(manuscript: Manuscript) -> Iterator[str]:
    yield f"{len(manuscript.sections)} 个栏目，{len(manuscript.articles)} 篇文章："
    yield ""
    yield "| 栏目 | 题名 | 原稿行 | 目录页码 | 正文段 | 小标题 | 作者说明 | 来源 | 文件 |"
    yield "|---|---|--:|--:|--:|--:|---|---|---|"
    number = 0
    for section in manuscript.sections:
        for article in section.articles:
            number += 1
            headings = sum(block.level > 0 for block in article.blocks)
            cells = (
                _cell(section.title),
                _cell(article.title),
                str(article.line),
                str(article.page or "—"),
                str(len(article.blocks) - headings),
                str(headings),
                "有" if article.affiliation_note else "—",
                _cell(article.source) or "—",
                f"`{manuscript.article_path(number)}`",
            )
            yield f"| {' | '.join(cells)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "¦")


# ------------------------------------------------------------------ guesses and questions


def _findings(title: str, note: str, manuscript: Manuscript, wanted: Severity) -> Iterator[str]:
    found = [item for item in manuscript.findings if IMPORTING[item.rule].severity is wanted]
    yield f"## {title}（{len(found)} 处）"
    yield ""
    if not found:
        yield "没有。"
        yield ""
        return
    yield note
    yield ""
    for rule, items in groupby(
        sorted(found, key=lambda item: list(IMPORTING).index(item.rule)), lambda item: item.rule
    ):
        yield f"**{_hint(rule)}**"
        yield ""
        yield from (f"- {_place(item)}：{_words(item)}" for item in items)
        yield ""


def _hint(rule: str) -> str:
    return IMPORTING[rule].zh_hint.format_map(_Blank())


class _Blank(dict[str, str]):
    """Arguments of a hint shown once for many findings: each stands as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def _place(item: Finding) -> str:
    return f"第 {item.span.line} 行第 {item.span.column} 列"


def _words(item: Finding) -> str:
    return IMPORTING[item.rule].zh.format_map({name: _line(value) for name, value in item.arguments})


def _line(text: str) -> str:
    """A text that stays within a line of the report."""
    return " ".join(text.split()).replace("<", "\\<")


# ------------------------------------------------------------------ the account of characters


def _account(manuscript: Manuscript) -> Iterator[str]:
    places: Counter[tuple[EditKind, str]] = Counter()
    characters: Counter[tuple[EditKind, str]] = Counter()
    for edit in manuscript.edits:
        places[edit.kind, edit.reason] += 1
        characters[edit.kind, edit.reason] += edit.end - edit.start
    yield "## 四、每个字的去向"
    yield ""
    yield "| 去向 | 缘由 | 处数 | 原稿字数 |"
    yield "|---|---|--:|--:|"
    for kind, reason in sorted(places, key=_rank):
        yield f"| {KIND_NAMES[kind]} | {REASONS[reason]} | {places[kind, reason]} | {characters[kind, reason]} |"
    yield f"| 合计 | | {sum(places.values())} | {sum(characters.values())} |"
    yield ""
    yield from _checks(manuscript, sum(characters.values()))
    yield ""


def _rank(key: tuple[EditKind, str]) -> tuple[int, int]:
    return list(KIND_NAMES).index(key[0]), list(REASONS).index(key[1])


def _checks(manuscript: Manuscript, total: int) -> Iterator[str]:
    """What the account is checked for, as computed now."""
    length = len(manuscript.source)
    fault = first_fault(length, manuscript.edits)
    verdict = "相符" if total == length else "不符"
    yield f"- 原稿共 {length} 字（含空格和换行），上表合计 {total} 字：{verdict}。"
    place = "首尾相接，没有遗漏也没有重叠" if fault is None else f"从第 {fault} 字起有遗漏或重叠"
    yield f"- {len(manuscript.edits)} 处编辑按原稿的次序：{place}。"
    texts = replay(manuscript.source, manuscript.edits)
    yield f"- 照编辑重做一遍，得到 {len(texts)} 段文字，共 {sum(map(len, texts.values()))} 字，即写入各文件的内容。"


# ------------------------------------------------------------------ every edit


def _every_edit(manuscript: Manuscript) -> Iterator[str]:
    yield "## 五、逐处清单"
    yield ""
    yield "“→”左边是原稿，右边是录入的；␣ 是空格，□ 是全角空格，⏎ 是换行，⇥ 是制表符，¦ 是竖线，∅ 是没有录入。"
    yield ""
    places = Places(manuscript.file, split_lines(manuscript.source))
    changed = [edit for edit in manuscript.edits if edit.kind is not EditKind.KEPT]
    changed.sort(key=lambda edit: _rank((edit.kind, edit.reason)))
    for (kind, reason), group in groupby(changed, key=lambda edit: (edit.kind, edit.reason)):
        edits = list(group)
        yield f"### {KIND_NAMES[kind]}：{REASONS[reason]}（{len(edits)} 处）"
        yield ""
        if reason in COUNTED:
            yield f"第 {_ranges(line for edit in edits for line in _lines_of(edit, places))} 行。"
        else:
            yield from _listed(manuscript, edits, places)
        yield ""


def _lines_of(edit: Edit, places: Places) -> range:
    return range(places.line(edit.start), places.line(max(edit.end - 1, edit.start)) + 1)


def _listed(manuscript: Manuscript, edits: Sequence[Edit], places: Places) -> Iterator[str]:
    """The edits of one reason: the lines of each ``before → after``, with how often a line has it."""
    found: dict[str, Counter[int]] = {}
    for edit in edits:
        before = _cut(manuscript.source[edit.start : edit.end])
        output = _cut(edit.output) if edit.output else "∅"
        found.setdefault(f"`{before}` → `{output}`", Counter())[places.line(edit.start)] += 1
    for words, lines in found.items():
        where = "、".join(f"{line}（{count} 处）" if count > 1 else str(line) for line, count in lines.items())
        yield f"- {words}：第 {where} 行"


def _cut(text: str) -> str:
    return _shown(text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 12]}……{text[-10:]}")


def _shown(text: str) -> str:
    """A text with its white space and control characters visible."""
    return "".join(SHOWN.get(c, c if c.isprintable() else f"<U+{ord(c):04X}>") for c in text) or "∅"


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers with runs made short: 1–4、6、8."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
