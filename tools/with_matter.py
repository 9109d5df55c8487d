"""An issue with figures, tables and notes added by a seed: what pages with matter are tried on.

    python tools/with_matter.py ISSUE FOLDER [--figures 20] [--tables 10] [--notes 100] [--seed 1]

Copies an issue to a folder and adds to its articles so many figures (pictures drawn here: bars in colours, some wide,
some tall), tables (three to six columns of figures and names) and notes of one to four lines. Each figure and table is
mentioned in the paragraph before it. The same issue and seed give the same folder.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image, ImageDraw

SHAPES = ((1600, 1000), (1100, 900), (2400, 900), (800, 1100), (1500, 600))
"""Sizes of the pictures in 300ths of an inch: for one column, for all, tall ones."""
FINER = 2
"""Pixels to each of these: a picture that a layout enlarges is still fine enough for print."""
INKS = ((40, 90, 160), (160, 70, 50), (60, 120, 90), (90, 90, 90))
SENTENCES = (
    "数据由编辑部按公开资料整理，口径与上年相同。",
    "此处的比重以当年价格计算，未扣除价格变动的影响。",
    "参见本文第一部分的说明；各地统计的范围略有出入。",
    "调查在当年三月至六月间进行，共收回有效问卷八百余份，回收率在九成以上，其中一线人员的答卷占六成。",
    "这一提法最早见于有关部门的规划文本，后来的文件多有沿用，含义随时间略有扩大，引用时应当注明出处和年份，以免混淆。",
)
PLACES = ("苏州", "南京", "无锡", "常州", "南通", "徐州", "扬州", "泰州")
HEADS = ("地区", "企业数", "金额", "比重", "增速", "备注")


class Added(NamedTuple):
    """How much is added."""

    figures: int
    tables: int
    notes: int


def with_matter(issue: Path, folder: Path, added: Added, seed: int) -> Path:
    """A copy of an issue with so much matter added."""
    random = Random(seed)  # noqa: S311
    shutil.copytree(issue, folder, ignore=shutil.ignore_patterns("build"))
    articles = sorted((folder / "articles").glob("*.md"))
    texts = {path: path.read_text(encoding="utf-8").split("\n\n") for path in articles}
    places = [(path, at) for path, blocks in texts.items() for at in _paragraphs(blocks)]
    pictures = folder / "images"
    pictures.mkdir(exist_ok=True)
    for number in range(added.figures):
        shape = random.choice(SHAPES)
        _draw(pictures / f"added-{number}.png", shape, INKS[number % len(INKS)], random)
    wanted = ["figure"] * added.figures + ["table"] * added.tables
    chosen = sorted(random.sample(range(len(places)), min(len(wanted), len(places))))
    random.shuffle(wanted)
    behind: dict[tuple[Path, int], str] = {}
    counts = {"figure": 0, "table": 0}
    for index, kind in zip(chosen, wanted, strict=False):
        path, at = places[index]
        number = counts[kind]
        counts[kind] += 1
        make = _figure if kind == "figure" else _table
        behind[path, at] = make(number, random)
        block = texts[path][at]
        texts[path][at] = f"{block[:-1]}（[@{kind[:3]}-{number}]）{block[-1]}"
    _add_notes(texts, places, added.notes, random)
    for path, blocks in texts.items():
        whole = [piece for at, block in enumerate(blocks) for piece in (block, behind.get((path, at), "")) if piece]
        path.write_text("\n\n".join(whole).rstrip("\n") + "\n", encoding="utf-8")
    return folder


def _paragraphs(blocks: list[str]) -> Iterator[int]:
    """The blocks that are paragraphs of running text, long enough to carry something."""
    in_front = blocks and blocks[0].startswith("---")
    for at, block in enumerate(blocks):
        if at == 0 and in_front:
            continue
        if len(block) > 60 and re.match(r"[^\s#>|:\-*!\[{`]", block):
            yield at


def _add_notes(texts: dict[Path, list[str]], places: list[tuple[Path, int]], count: int, random: Random) -> None:
    """Notes called in paragraphs, their texts at the article's end, in the order of their calls."""
    called: dict[Path, int] = {}
    for path, at in sorted(random.choices(places, k=count)):
        called[path] = called.get(path, 0) + 1
        block = texts[path][at]
        stops = [found.end() for found in re.finditer(r"[。；，](?![^\[]*\])", block)] or [len(block)]
        stop = random.choice(stops)
        name = f"added{called[path]}"
        texts[path][at] = f"{block[:stop]}[^{name}]{block[stop:]}"
        said = "".join(random.choices(SENTENCES, k=random.choice((1, 1, 1, 2, 3))))
        texts[path].append(f"[^{name}]: {said}")


def _figure(number: int, random: Random) -> str:
    width = random.choice(("", "", " width=70%", " width=50%"))
    return f'![各地数量的比较（之{number + 1}）](../images/added-{number}.png){{#fig-{number}{width} alt="柱形图"}}'


def _table(number: int, random: Random) -> str:
    columns, rows = random.randint(3, len(HEADS)), random.randint(3, 9)
    lines = ["| " + " | ".join(HEADS[:columns]) + " |", "|" + "---|" * columns]
    for row in range(rows):
        cells = [PLACES[row % len(PLACES)]]
        for column in range(1, columns):
            value = random.uniform(1, 3000)
            cells.append(("…", f"{value:,.0f}", f"{value:,.1f}", f"{value / 40:.1f}%")[column % 4])
        lines.append("| " + " | ".join(cells) + " |")
    return f"表: 各地的主要数据（之{number + 1}） {{#tab-{number}}}\n\n" + "\n".join(lines)


def _draw(path: Path, shape: tuple[int, int], ink: tuple[int, int, int], random: Random) -> None:
    """A picture of bars."""
    width, height = shape[0] * FINER, shape[1] * FINER
    picture = Image.new("RGB", (width, height), (244, 246, 250))
    pen = ImageDraw.Draw(picture)
    for bar in range(12):
        top = height - round(height * random.uniform(0.15, 0.95))
        pen.rectangle((bar * width // 12 + 12, top, (bar + 1) * width // 12 - 12, height - 10), fill=ink)
    picture.save(path, dpi=(300 * FINER, 300 * FINER))


def main() -> None:
    """Add matter to an issue."""
    parser = argparse.ArgumentParser(description="An issue with figures, tables and notes added by a seed.")
    parser.add_argument("issue", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--figures", type=int, default=20)
    parser.add_argument("--tables", type=int, default=10)
    parser.add_argument("--notes", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    added = Added(options.figures, options.tables, options.notes)
    print(with_matter(options.issue, options.folder, added, options.seed))


if __name__ == "__main__":
    main()
