"""Make a manuscript as OCR would give it from the folder of an issue, and say what an import must make of it.

    python tools/make_damaged_manuscript.py issue/specimen -o scan.txt --damage page-cuts --damage half-width --seed 3

The cover, the contents page (with invented page numbers) and the contact block are added; the damage is what OCR does:
each kind is one function, chosen by name, and the same seed gives the same text. ``make_manuscript`` gives the truth
beside the text, so that a test can compare it with what the importer reads.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import TypeAlias

import yaml

HAN = "\u4e00-\u9fff"
LINE = 35  # characters of a line of the print
HALF_WIDTH = {"，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")"}
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
INVENTED_WORDS = ("and", "market", "of the", "with")
MISREAD = {"的": "旳", "是": "昰", "一": "—", "版": "板", "本": "木", "字": "宇", "期": "朗", "为": "力", "行": "付"}

NAME, NAME_EN, ORGANISER = "铅与火月刊", "LEAD AND FIRE MONTHLY", "铅与火读书会"
YEAR, NUMBER, SERIAL, DAY = 2031, 7, 118, (2031, 7, 5)
CONTACT_HEADING = f"《{NAME}》联系方式："
CONTACT = (ORGANISER, "地址：活字市铅条路8号（虚构）", "邮编：000000", "电话：000-0000000", "E-mail: lead@example.org")


BLOCK_ROLES = ("heading", "line", "paragraph")


@dataclass(frozen=True)
class Item:
    """A stretch of the manuscript: its role, how it is written, and the text an import must make of it.

    ``truth`` is ``None`` where the item is part of the one before, or is to be left out.
    """

    role: str
    text: str
    truth: str | None = None
    level: int = 0
    article: int = -1
    page: int = 0


@dataclass(frozen=True)
class Article:
    """What an import must make of an article: blocks are pairs of level (0: paragraph) and text."""

    title: str
    blocks: tuple[tuple[int, str], ...]
    affiliation_note: str
    source: str


@dataclass(frozen=True)
class Truth:
    """What an import must make of the manuscript."""

    sections: tuple[tuple[str, tuple[Article, ...]], ...]
    name: str = NAME
    name_en: str = NAME_EN
    organiser: str = ORGANISER
    date: str = "{:04d}-{:02d}-{:02d}".format(*DAY)
    contact: tuple[str, ...] = (CONTACT_HEADING, *CONTACT)


@dataclass
class Settings:
    """How the items are written down."""

    line_end: str = "\n"
    bom: bool = False
    trailing: str = ""
    indent: str = ""
    line_length: int = 0
    contents: bool = True
    extra: dict[int, str] = field(default_factory=dict)


Damage: TypeAlias = Callable[[list[Item], Settings, Random], list[Item]]

# ------------------------------------------------------------------ the issue, read simply


def read_items(folder: Path, sections: int | None) -> tuple[list[Item], list[str]]:
    """The items of an issue (section, title, heading, paragraph, byline, source) and the names of its sections.

    Articles with what a scan cannot show (ruby, styles, lists, notes, headings in a row) are left out, and sections
    without others.
    """
    data = yaml.safe_load((folder / "issue.yaml").read_text(encoding="utf-8"))
    files = {re.sub(r"^\d+[-_. ]", "", path.stem): path for path in sorted((folder / "articles").glob("*.md"))}
    items: list[Item] = []
    names: list[str] = []
    number = 0
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    rows = [
        (row["section"], [texts[name] for name in row["articles"] if is_plain(texts[name])]) for row in data["contents"]
    ]
    for section, articles in [row for row in rows if row[1]][:sections]:
        names.append(section)
        items.append(Item("section", section, section))
        for text in articles:
            items += _article_items(text, number)
            number += 1
    return items, names


STACKED = r"(?m)^#{2,6} [^\n]*\n+#{2,6} "
"""Headings in a row: on a scan they are one heading of two lines."""

MARKED = (
    r"(?m)^(?::::|[-*+>:] |\d+\. |\[\^)|\\$|\]\{|\]\(|\[\^|\{[^{}\n]*\||==|&\w+;|<https?:|\{lines=|"
    r"`[^`\n]*[:\"][^`\n]*`"
)


def is_plain(text: str) -> bool:
    """Whether an article has no marks but those of headings, strong text and plain code, and no headings in a row."""
    body = text.split("---\n", 2)[2]
    return re.search(MARKED, body) is None and re.search(STACKED, body) is None


def _article_items(text: str, number: int) -> list[Item]:
    _, front, body = text.split("---\n", 2)
    data = yaml.safe_load(front)
    title = str(data["title"])
    items = [Item("title", _joined(title), title, 1, number)]
    for block in re.split(r"\n\s*\n", body.strip()):
        if match := re.match(r"(#{2,6}) (.*)", block):
            items.append(Item("heading", _joined(match[2]), match[2], len(match[1]), number))
        elif not re.match(r"[!|<>:]|```|\[\^|[-*+] |\d+\. ", block):
            words = _plain(block)
            items.append(Item("paragraph", words, words, 0, number))
    if note := data.get("affiliation_note"):
        items.append(Item("byline", f"（{note}）", note, 0, number))
    if source := data.get("source"):
        items.append(Item("source", f"来源：{source}", source, 0, number))
    return items


def _joined(text: str) -> str:
    """A title or heading as it is printed on one line."""
    return text.replace(" | ", "")


def _plain(block: str) -> str:
    """A paragraph without marks but those of strong text."""
    text = block.replace("\n", "").replace("`", "")
    text = re.sub(r"\[\^[^\]]*\]", "", text)
    return re.sub(r"\{([^{}|]*)\|[^{}]*\}", r"\1", text)


# ------------------------------------------------------------------ the damage, one function each


def cut_pages(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """Long paragraphs are cut where a page ends: at the end of a full line, in the middle of a sentence."""
    result: list[Item] = []
    for item in items:
        inner = re.finditer(rf"(?<=[{HAN}]{{4}})(?=[{HAN}]{{4}})", item.text)
        places = [match.start() for match in inner if match.start() % LINE == 0]
        if item.role != "paragraph" or not places or rng.random() < 0.6:
            result.append(item)
            continue
        at = rng.choice(places)
        result.append(replace(item, text=item.text[:at]))
        result.append(Item("page-end", "\n" * rng.choice((0, 2)), None, 0, item.article))
        result.append(replace(item, text=item.text[at:], truth=None))
    return result


def narrow_marks(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """On some pages the punctuation beside Han is half-width."""
    beside = re.compile(rf"(?<=[{HAN}])[{''.join(HALF_WIDTH)}]|[{''.join(HALF_WIDTH)}](?=[{HAN}])")
    return [
        replace(item, text=beside.sub(lambda m: HALF_WIDTH[m[0]], item.text))
        if item.role in ("paragraph", "heading", "byline", "source") and rng.random() < 0.4
        else item
        for item in items
    ]


def type_spaces(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """On some pages spaces stand between Han and digits or letters."""
    between = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[{HAN}])")
    roles = ("paragraph", "heading", "contact")
    return [
        replace(item, text=between.sub(" ", item.text)) if item.role in roles and rng.random() < 0.5 else item
        for item in items
    ]


def embolden(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """Some titles and headings carry bold marks."""
    return [
        replace(item, text=f"**{item.text}**") if item.role in ("title", "heading") and rng.random() < 0.6 else item
        for item in items
    ]


def split_headings(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """Titles and headings of two lines come as two headings in a row, the second often deeper."""
    result: list[Item] = []
    for item in items:
        lines = (item.truth or "").split(" | ")
        if item.role in ("title", "heading") and len(lines) == 2:
            deeper = rng.choice((0, 1)) if item.role == "heading" else 0
            result.append(replace(item, text=lines[0]))
            result.append(replace(item, text=lines[1], truth=None, level=item.level + deeper))
        else:
            result.append(item)
    return result


def vary_depths(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """In articles of one rank the first headings are deeper than those that follow."""
    deep = {article: rng.randint(1, 3) for article in _of_one_rank(items)}
    result: list[Item] = []
    for item in items:
        if item.role == "heading" and deep.get(item.article, 0) > 0:
            deep[item.article] -= item.truth is not None
            result.append(replace(item, level=item.level + 1))
        else:
            result.append(item)
    return result


def _of_one_rank(items: Sequence[Item]) -> list[int]:
    """The articles whose headings are all of one rank."""
    ranks: dict[int, set[int]] = {}
    for item in items:
        if item.role == "heading" and item.truth is not None:
            ranks.setdefault(item.article, set()).add(item.level)
    return [article for article, levels in ranks.items() if len(levels) == 1]


def invent_words(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """Words of another language appear between Han characters; the import must keep and report them."""
    result: list[Item] = []
    for item in items:
        places = [m.start() for m in re.finditer(rf"(?<=[{HAN}]{{2}})(?=[{HAN}]{{2}})", item.text)]
        if item.role != "paragraph" or item.truth != item.text or not places or rng.random() < 0.7:
            result.append(item)
            continue
        at, word = rng.choice(places), rng.choice(INVENTED_WORDS)
        truth = item.text[:at] + word + item.text[at:]
        result.append(replace(item, text=f"{item.text[:at]} {word} {item.text[at:]}", truth=truth))
    return result


def wear_contents(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """The contents page loses leaders and the bold of its sections; a long entry stands on two lines."""
    leaders = ("\t", "  ", " .. ", " …… ", " · · · ")
    result: list[Item] = []
    for item in items:
        if item.role == "contents-section":
            result.append(replace(item, text=f"{item.truth} ..... {item.page}"))
        elif item.role == "contents-entry" and len(item.text) > 34:
            title, page = item.text.rsplit(" ..... \t", 1)
            result.append(replace(item, text=f"{title[:20]}\n{title[20:]} ..... \t{page}"))
        elif item.role == "contents-entry":
            result.append(replace(item, text=item.text.replace(" ..... \t", rng.choice(leaders))))
        else:
            result.append(item)
    return result


def misread_contents(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """Some entries of the contents page have a character wrong; the import must find their articles and say so."""
    result: list[Item] = []
    for item in items:
        places = [i for i, character in enumerate(item.text) if character in MISREAD]
        if item.role == "contents-entry" and places and rng.random() < 0.5:
            at = rng.choice(places)
            result.append(replace(item, text=item.text[:at] + MISREAD[item.text[at]] + item.text[at + 1 :]))
        else:
            result.append(item)
    return result


def leave_furniture(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """Running heads and page numbers stand between the paragraphs."""
    result: list[Item] = []
    page = 2
    for item in items:
        if item.role == "paragraph" and rng.random() < 0.3:
            words = rng.choice((str(page), f"— {page} —", f"{NAME} {YEAR} 年第 {NUMBER} 期", f"{NAME}　{page}"))
            result.append(Item("furniture", words, None, 0, item.article))
            page += 1
        result.append(item)
    return result


def change_line_ends(items: list[Item], settings: Settings, _: Random) -> list[Item]:
    """A byte order mark, Windows line ends, spaces at the ends of lines, typed indents."""
    settings.line_end, settings.bom, settings.trailing, settings.indent = "\r\n", True, "  ", "　　"
    return items


def straighten_quotes(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """On some pages quotation marks are straight."""
    table = str.maketrans(STRAIGHT)
    return [
        replace(item, text=item.text.translate(table)) if item.role == "paragraph" and rng.random() < 0.5 else item
        for item in items
    ]


def lose_marks(items: list[Item], _: Settings, rng: Random) -> list[Item]:
    """In articles of one rank headings lose their marks: some are bold lines, some are bare; titles are bare lines."""
    articles = _of_one_rank(items)
    result: list[Item] = []
    for item in items:
        if item.role == "title" and item.truth == item.text:
            result.append(replace(item, role="line"))
        elif item.role == "heading" and item.truth == item.text and item.article in articles and rng.random() < 0.5:
            is_bare = len(item.text) <= 18 and re.search(rf"[{HAN}]$", item.text)
            result.append(replace(item, role="line", text=item.text if is_bare else f"**{item.text}**"))
        else:
            result.append(item)
    return result


def lose_contents(items: list[Item], settings: Settings, _: Random) -> list[Item]:
    """The contents page is missing, and with it the names of the sections."""
    settings.contents = False
    return items


def type_in_lines(items: list[Item], settings: Settings, _: Random) -> list[Item]:
    """Paragraphs are typed in lines."""
    settings.line_length = LINE
    return items


DAMAGES: dict[str, Damage] = {
    "page-cuts": cut_pages,
    "half-width": narrow_marks,
    "typed-spaces": type_spaces,
    "straight-quotes": straighten_quotes,
    "split-headings": split_headings,
    "heading-depths": vary_depths,
    "bold-headings": embolden,
    "latin-words": invent_words,
    "worn-contents": wear_contents,
    "misread-contents": misread_contents,
    "page-furniture": leave_furniture,
    "line-ends": change_line_ends,
    "lost-marks": lose_marks,
    "typed-lines": type_in_lines,
    "no-contents": lose_contents,
}
"""The kinds of damage, in an order in which they can follow one another."""

ORDER = ("latin-words", *(name for name in DAMAGES if name != "latin-words"))

# ------------------------------------------------------------------ writing


def make_manuscript(
    folder: Path, damages: Sequence[str] = (), seed: int = 0, sections: int | None = None
) -> tuple[str, Truth]:
    """The text of a manuscript made from an issue with these kinds of damage, and what an import must make of it."""
    rng = Random(seed)  # noqa: S311 - the same seed must give the same text
    settings = Settings()
    body, _ = read_items(folder, sections)
    items = _contents_items(body, rng) + body + [Item("contact", line, line) for line in (CONTACT_HEADING, *CONTACT)]
    for name in ORDER:
        if name in damages:
            items = DAMAGES[name](items, settings, rng)
    return _written(items, settings), _truth(items, settings)


def _contents_items(body: Sequence[Item], rng: Random) -> list[Item]:
    """The contents page; page numbers are invented, a section has the page of its first article."""
    items: list[Item] = []
    page = 2
    for item in body:
        if item.role == "section":
            items.append(Item("contents-section", f"<b>{item.text}</b> ..... \t{page}", item.text, 0, -1, page))
        elif item.role == "title":
            items.append(Item("contents-entry", f"{item.text} ..... \t{page}", None, 0, -1, page))
            page += rng.randint(1, 3)
    return items


def _written(items: Sequence[Item], settings: Settings) -> str:
    year, month, day = DAY
    paragraphs = [f"# {NAME}", NAME_EN, f"{YEAR} 年第 {NUMBER} 期（总第 {SERIAL} 期）", f"{ORGANISER} 主办"]
    paragraphs += [f"{year} 年 {month} 月 {day} 日", "---"]
    contents = [item.text for item in items if item.role.startswith("contents-")]
    if settings.contents:
        paragraphs.append("\n".join(contents))
    paragraphs += [
        _one(item, settings) for item in items if item.role != "section" and not item.role.startswith("contents-")
    ]
    text = "\n\n".join(paragraphs) + "\n"
    lines = [line + settings.trailing if line else line for line in text.split("\n")]
    return ("\ufeff" if settings.bom else "") + settings.line_end.join(lines)


def _one(item: Item, settings: Settings) -> str:
    match item.role:
        case "title":
            return f"{'#' if item.article == 0 else '##'} {item.text}"
        case "heading":
            return f"{'#' * (item.level + 1)} {item.text}"
        case "paragraph":
            length = settings.line_length or len(item.text)
            return settings.indent + "\n".join(item.text[i : i + length] for i in range(0, len(item.text), length))
        case _:
            return item.text


def _truth(items: Sequence[Item], settings: Settings) -> Truth:
    sections: list[tuple[str, list[Article]]] = []
    for item in items:
        if item.role == "section" and (settings.contents or not sections):
            sections.append((item.text if settings.contents else "", []))
        elif item.level == 1 and item.truth is not None:
            own = [other for other in items if other.article == item.article and other.truth is not None]
            blocks = tuple((o.level, o.truth or "") for o in own if o.level != 1 and o.role in BLOCK_ROLES)
            fields = {other.role: other.truth or "" for other in own}
            article = Article(item.truth, blocks, fields.get("byline", ""), fields.get("source", ""))
            sections[-1][1].append(article)
    return Truth(tuple((name, tuple(articles)) for name, articles in sections))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives its exit code."""
    parser = argparse.ArgumentParser(description="Make a manuscript as OCR would give it from an issue.")
    parser.add_argument("folder", type=Path, help="the folder of an issue")
    parser.add_argument("-o", "--output", type=Path, help="the file to write; without it the text goes to the screen")
    parser.add_argument("--damage", action="append", default=[], choices=[*DAMAGES, "all"], help="a kind of damage")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the damage")
    parser.add_argument("--sections", type=int, help="how many sections of the issue, from the first")
    options = parser.parse_args(arguments)
    damages = [name for name in DAMAGES if name != "no-contents"] if "all" in options.damage else options.damage
    text, _ = make_manuscript(options.folder, damages, options.seed, options.sections)
    if options.output:
        options.output.write_text(text, encoding="utf-8", newline="")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
