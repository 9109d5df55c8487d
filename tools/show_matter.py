"""Show every kind of matter in the shipped layouts: a small issue, built as a house would, its pages as pictures.

    python tools/show_matter.py OUT [LAYOUT ...] [--dpi 90]

Writes OUT/LAYOUT/issue (an issue of two articles with figures, tables, notes, boxes, code, references), OUT/LAYOUT.pdf
and a PNG of each of its pages. The pictures are drawn by this tool. What is found is printed. Needs pdftoppm
(poppler-utils).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from huozi.cli import main as huozi
from huozi.style.house import House, layout_names

ROOT = Path(__file__).resolve().parents[1]
SKIPPED = ("huozi-specimen",)
"""A layout of one issue, which shows it by itself."""

SIZES = {"wide": (1800, 900), "tall": (900, 1350), "square": (1000, 1000), "small": (1000, 720), "vast": (4200, 1500)}
"""Pixels of the pictures, at 300 dpi."""

HOUSE = """extends: {layout}
journal: {{name: 版车间, name_en: THE COMPOSING ROOM, organiser: 活字工作室}}
"""
ISSUE = """journal: shown
year: 2026
issue: 1
date: 2026-01-31
contents:
  - {section: 工艺, name_en: CRAFT, articles: [paiban, jiaodui]}
"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="60mm" viewBox="0 0 120 60">
<g fill="none" stroke="#000" stroke-width="0.6"><rect x="1" y="1" width="118" height="58"/>
<path d="M5 55 L25 40 L45 44 L65 22 L85 28 L115 8"/></g>
<g fill="#345f8c"><circle cx="25" cy="40" r="1.6"/><circle cx="65" cy="22" r="1.6"/><circle cx="115" cy="8" r="1.6"/></g>
</svg>
"""

FIRST = """---
title: 手盘与版台：铅字排版的几道工序
authors: [{name: 陆听松, affiliation: 字城印刷学校}]
editors_note: 铅排车间关了三十年，做过这一行的人还在。本刊请他们把工序、用具和算账的办法写下来，图和表都重新画过。
abstract: 文章按拣字、装版、打样、改样的次序，记下一间中等规模的排字车间怎样工作，用多少人，出多少活。
keywords: [铅字, 排版, 工序]
note: 本文据2025年9月的三次访谈写成。
---

排字车间的活儿从原稿进门算起。计划员先在稿子上批字号、行长、行数，估出版数，再分给各组。[^plan] 拣字的人照着稿子从字架上取字，\
一只手盘排满十来行，移到版台上。各道工序的先后见[@fig-wide]，用具见[@fig-tall]，各组的产量见[@tab-long]{.page}。

![工序：自左至右为拣字、装版、打样、改样，各道之间都要点数，少一个字也要查到](../images/wide.png){#fig-wide span=all \
credit="排字车间存" alt="四道工序的示意图"}

拣字的速度因人而异。熟手一小时可拣一千五百字，新手不过六七百。字架的排法有讲究：常用的字放在中间几排，举手就到；生僻的字放在上下两头，\
要弯腰或者垫脚。[^rack] 一个车间有一个车间的次序，换了地方的人头半个月总要慢下来。

![字架的正面，常用的字放在中间几排](../images/tall.png){#fig-tall place=beside width=40% alt="字架的正面"}

字架一般高约两米，分二十四盘，每盘六十四格。格子的大小按用量分，“的”“一”“是”这样的字一格要放上百个，生僻字一格只放两三个。\
每天收工以前，拣字的人把拆版还来的字归回原格，这道活叫还字；还错一个，下次就拣错一个。所以老师傅说，还字比拣字更要用心，字架乱了，全组的人都要跟着慢下来。\
学徒头一年只还字，不拣字，闭着眼也摸得到格子以后，才许站到字架的正面去。

## 装版与打样[^proof]

排好的行移到版台上，加空铅、铅条，凑成一页，四边用木条、铁条塞紧。版心的大小由开本定，栏距、行距由铅条定。一页装好以后，用细线捆紧，才能搬动。手盘有两种，见[@fig-two]。

::: group {caption="两种手盘：左为横排用，右为竖排用" #fig-two}
![横排手盘](../images/square.png){alt="横排手盘"}
![竖排手盘](../images/small.png){alt="竖排手盘"}
:::

打样用的是手摇的小机器，刷一遍墨，覆一张纸，推一下滚筒。打出来的样张不求匀净，看得清字就行。样张一式两份，一份给校对，一份留底。

表: 三种纸张的吸墨性与干燥时间 {#tab-paper}
单位：见各栏

| 纸张 | 定量/g·m^-2^ | 吸墨值 | 干燥/min |
|:--|--:|--:|--:|
| 胶版纸 | 80 | 42.5±1.2 | 18 |
| 轻型纸 | 65 | 51.8±2.05 | 9.5 |
| 铜版纸[^coated] | 128 | 12.3±0.4 | 125 |
| 手工纸 | 38 | – | 4 |
注：各取十张测定，取平均值。
资料来源：本刊试验室

纸张吸墨的快慢决定打样要等多久，[@tab-paper]列出车间常用的四种。铜版纸干得最慢，夏天要等两个小时，所以彩色插页总排在上午打。

::: box {title="怎样数一页的字数"}
每行字数乘以每页行数，是一页的毛字数；减去标题、空行和转行的空白，才是净字数。稿费按毛字数算，工钱按净字数算，两笔账差一成上下。

- 毛字数：版心能容的字数
- 净字数：实有的字和标点
:::

计算字数的办法一直用到铅排停了为止。后来有了照排，车间里还是按这个办法报数，因为上上下下都听得懂。[^count]

* * *

::: pullquote
还字比拣字更要用心：还错一个，下次就拣错一个。
:::

车间里的人说话不多，各人有各人的行当。拣字的看不起装版的手粗，装版的嫌拣字的眼里只有字，看不见版。到了付印的日子，大家又都挤在打样机旁边，等着看第一张样子。

## 算账的办法

::: table {#tab-long}
caption: 1958—1986 年排字车间的人数与产量
unit: 单位：万字
head:
  - [{text: 年份, rows: 2}, {text: 人数, columns: 2}, {text: 产量, columns: 2}]
  - [拣字, 装版, 书刊, 零件]
rows:
ROWS
align: [left, point, point, point, point]
notes: [注：零件指表格、请柬、信封一类的活。]
source: 车间统计台账
:::

人数与产量见[@tab-long]。一九七二年以后产量上升，不是因为人多，而是因为换了新的字架：旧架一人一副，新架两人合用一副，常用字各有一份，生僻字共用，地方省了，走路也少了。\
车间里为此改过三次排法，每次改完都要乱上一阵，产量先降后升，台账上看得很清楚。

~~~
每页行数 = 版心高 / 行距
每行字数 = 版心宽 / 字号
毛字数   = 每页行数 * 每行字数
~~~

![车间全景，从东头的窗口向西看，左边是字架，右边是版台，尽头是打样机](../images/vast.png){#fig-vast turned=true alt="车间全景"}

全景见[@fig-vast]。照片是一九八三年拍的，那一年车间有四十七个人，三班轮换，机器不停。三年以后，第一台照排机装在原来放纸的小屋里。

::: portrait
![](../images/square.png){alt="作者像"}

**陆听松**，一九四六年生，十六岁进排字车间，做过拣字、装版、校对，退休前任车间主任。现在字城印刷学校教铅排实习课，编有《排字工手册》。
:::

[^plan]: 计划员多由老排字工担任，看一眼原稿就能估出版数，误差不过一两面。
[^rack]: 各地的排法不同。上海的字架按部首排，北方有些厂按音序排，还有按用量分“二十四盘”的；盘的名目也不一样，有“常用”“备用”“冷字”之分。\
新中国成立以后曾经提倡统一，一九五〇年代出过一份标准排法，但是老工人用惯了自己的一套，真正照着改的车间并不多。改了的车间，要把上万个格子重新写签，全组的人停工三天，\
以后半年里产量总要低一成；没有改的，新来的人要另学一遍。两边的账很难算清，所以直到铅排停用，各厂的字架还是各有各的样子。
[^proof]: 打样也叫“打校样”，头一遍的叫毛样。
[^coated]: 铜版纸只用于插页。
[^count]: 参见本刊2025年第4期“字数的算法”。
"""

SECOND = """---
title: 校对的三遍
authors: [何一苇]
---

一校对原稿，二校看通顺，三校查版面。三遍各有各的看法，不能并成一遍。[^three] 车间里校对的座位靠窗，光从左边来，红笔放在右手，谁也不许换。

![一校、二校、三校查出的差错数](../images/line.EXTENSION){#fig-line credit="校对组存" alt="折线图"}

三遍查出的差错一遍比一遍少，[@fig-line]是一年里的平均数，[@tab-proof]按类别分开。查得最多的是形近字，其次是标点。

::: editors-note
本文作者做校对四十年，经手的稿子逾亿字。文中的数字都出自她自己的工作记录。
:::

::: {box=ruled}
凡专名、数字、引文，三遍都要核对原稿；其余各项，每遍各有重点。
:::

::: table {#tab-proof span=all}
caption: 各类差错在三遍校对中查出的件数与所占的比重
head:
  - [{text: 类别, rows: 2}, {text: 一校, columns: 2}, {text: 二校, columns: 2}, {text: 三校, columns: 2}, {text: 处理办法, rows: 2}]
  - [件, 占比/%, 件, 占比/%, 件, 占比/%]
rows:
  - [形近字, "1,204", 38.2, 310, 29.1, 41, 20.6, 与原稿逐字核对，专名查词典]
  - [标点, 980, 31.1, 352, 33.0, 38, 19.1, 先查找替换，再看行首行末]
  - [数字, 402, 12.8, 95, 8.9, 52, 26.1, 一律按出版物上数字用法统一]
  - [版面, 565, 17.9, 309, 29.0, 68, 34.2, 请排版人员挤一行或推一行]
align: [left, point, point, point, point, point, point, left]
source: 校对组工作记录
:::

校对与作者的往来都写在样张的边上。作者改得多的稿子，二校以后还要再出一份清样，请作者签字。签过字的样张留底三年，以备查问。
TAIL

[^three]: 急件有并作两遍的，但是要在样张上注明。
"""

TAIL = """
样张的留底按年月捆好，放在阁楼上。有人来查旧案，管样张的人搬一把梯子上去，半天才下来，袖子上全是灰。\
查到的多半是当年的作者改错了自己的稿子，红笔的字迹还在，谁也赖不掉。
"""


def rows() -> str:
    """The rows of the table that goes on."""
    years = range(1958, 1987)
    return "\n".join(
        f"  - [{year}, {18 + year % 7}, {9 + year % 5}, {2400 + (year * 137) % 900}, {(year * 53) % 400 + 0.5}]"
        for year in years
    )


def write_issue(layout: str, folder: Path, has_vectors: bool) -> Path:
    """A house with the issue, which extends a shipped layout."""
    issue = folder / "issue" / "2026-01"
    for name in ("articles", "images"):
        (issue / name).mkdir(parents=True, exist_ok=True)
    for name in ("layout", "fonts"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    (folder / "layout" / "shown.yaml").write_text(HOUSE.format(layout=layout), encoding="utf-8")
    (issue / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    first = FIRST.replace("ROWS", rows())
    second = SECOND.replace("EXTENSION", "svg" if has_vectors else "png").replace("TAIL", TAIL)
    (issue / "articles" / "01-paiban.md").write_text(first, encoding="utf-8")
    (issue / "articles" / "02-jiaodui.md").write_text(second, encoding="utf-8")
    draw_pictures(issue / "images")
    return issue


def draw_pictures(folder: Path) -> None:
    """The pictures: bars in greys, in colours where wide."""
    for name, (width, height) in (*SIZES.items(), ("line", SIZES["wide"])):
        is_coloured = name in ("wide", "vast")
        picture = Image.new("RGB" if is_coloured else "L", (width, height), (238, 236, 230) if is_coloured else 226)
        draw = ImageDraw.Draw(picture)
        for at in range(0, width, 100):
            grey = 110 + 90 * at // width
            fill = (grey - 40, grey - 10, grey + 20) if is_coloured else grey
            draw.rectangle((at, height * at // width, at + 60, height), fill=fill)
        draw.rectangle((0, 0, width - 1, height - 1), outline=(60, 60, 60) if is_coloured else 60, width=4)
        picture.save(folder / f"{name}.png", dpi=(300, 300))
    (folder / "line.svg").write_text(SVG, encoding="utf-8")


def has_vectors() -> bool:
    """Whether what reads drawings is installed."""
    from importlib.util import find_spec

    return find_spec("typst") is not None


def show(layout: str, out: Path, dpi: int) -> None:
    """The issue in a layout: its file and the pictures of its pages."""
    print(f"== {layout}")
    issue = write_issue(layout, out / layout, has_vectors())
    pdf = out / f"{layout}.pdf"
    huozi(["build", str(issue), "-o", str(pdf), "--fail-on", "never"])
    for old in out.glob(f"{layout}-[0-9]*.png"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(out / layout)], check=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show what is asked for; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("layouts", nargs="*")
    parser.add_argument("--dpi", type=int, default=90)
    asked = parser.parse_args(arguments)
    known = [name for name in layout_names(House((str(ROOT / "layout"),), ())) if name not in SKIPPED]
    for layout in asked.layouts or known:
        show(layout, asked.out.resolve(), asked.dpi)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
