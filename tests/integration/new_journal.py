"""A journal made from nothing as a new user makes it: by the commands, by edits of the files that they write."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

CASES = Path(__file__).resolve().parents[1] / "cases" / "new_journal"
SECONDS = 300
"""What no build of these takes, on the busiest machine: longer is never."""

SECTIONS = {
    "caoben-yueling": "卷首", "luwei-hedao": "正文", "jiuzhi-xinmo": "正文", "gongche-lu": "正文",
    "shigao-xuyi": "编后", "x2-jisuan": "编后",
}  # fmt: skip
"""The articles in the order in which they are made, and the section that each goes to."""

SAMPLES = ("xiezai-qianmian", "yipian-wenzhang", "xiayiqi")
"""Articles that a new journal has to be looked at, and whose place one's own take."""

CHANGES: dict[str, str] = {
    "journal.name_en": "NEWS OF PLANTS",
    "journal.cn": "CN 99-1234/I",
    "journal.issn": "ISSN 0317-8471",
    "journal.editors": "[闻笛, 常青]",
    "journal.address": "江湾市芦花路8号",
    "journal.phone": "010-12345678",
    "journal.price": "12.00元",
    "journal.print_run": "2000",
    "journal.first_year": "2026",
    "journal.frequency": "m",
    "contents.title": "本期要目",
    "folio.template": '"· {folio} ·"',
}
"""Twelve keys, as one changes them in a new layout."""


ALL_OF_IT = """
articles:
  opening:
    - {set: text, text: "{editors_note}", style: quote, label: 编者按：}
    - {set: text, text: "{title}", style: title}
    - {set: text, text: "——{subtitle}", style: byline}
    - {set: text, text: "{authors}", style: byline}
    - {set: text, text: "（{affiliations}）", style: affiliation}
    - {set: text, text: "{abstract}", style: quote, label: 摘要：}
    - {set: text, text: "{keywords}", style: quote, label: 关键词：}
    - {set: text, text: "分类号：{clc}　标识码：{document_code}　文章编号：{article_number}", style: affiliation}
    - {set: text, text: "DOI：{doi}　收稿日期：{received}　修回日期：{revised}", style: affiliation}
    - {set: text, text: "{title_en}", style: byline}
    - {set: text, text: "{subtitle_en}", style: byline}
    - {set: text, text: "{authors_en}", style: byline}
    - {set: text, text: "({affiliations_en})", style: affiliation-en}
    - {set: text, text: "{abstract_en}", style: abstract-en, label: "Abstract: "}
    - {set: text, text: "{keywords_en}", style: abstract-en, label: "Keywords: "}
  ending:
    - {set: notes}
    - {set: text, text: "{note}", style: affiliation}
    - {set: text, text: "作者简介：{affiliation_note}　通信作者：{corresponding}", style: affiliation}
    - {set: text, text: "来源：{source}　译者：{translator}　责任编辑：{editor}", style: source}
styles:
  affiliation-en: {based_on: affiliation, align: left}
  abstract-en: {based_on: quote, align: left}
running:
  recto: "{title}"
"""
"""What a layout says that prints all that articles say of themselves."""


class Made(NamedTuple):
    """What was built: the layout, the issue's folder, the exit code, the findings, the file."""

    layout: str
    issue: Path
    code: int
    findings: list[dict[str, Any]]
    file: Path


def huozi(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-m", "huozi", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=SECONDS)


def done(*arguments: str | Path) -> str:
    """What a command prints that must succeed."""
    run = huozi(*arguments)
    assert (run.returncode, run.stderr) == (0, ""), run.stdout + run.stderr
    return run.stdout


def make_journal(house: Path, layout: str, more: str = "") -> Made:
    """The journal 草木消息 like a layout, with six articles, built; ``more`` stands at the end of its own layout."""
    done(
        "new",
        "journal",
        house,
        "--name",
        "草木消息",
        "--organiser",
        "草木学社",
        "--like",
        layout,
        "--date",
        "2026-01-31",
    )
    (file,) = (house / "layout").glob("*.yaml")
    text = file.read_text("utf-8")
    for key, value in CHANGES.items():
        text = changed(text, key, value)
    file.write_text(text + more, "utf-8")
    issue = house / "issue" / "2026-01"
    for name, section in SECTIONS.items():
        article, listed = done("new", "article", issue, name, "--section", section).splitlines()[:2]
        assert Path(listed) == issue / "issue.yaml"
        Path(article).write_text((CASES / f"{name}.md").read_text("utf-8"), "utf-8")
    path = issue / "issue.yaml"
    text = path.read_text("utf-8").replace("正文\n", "正文\n    name_en: ARTICLES\n")
    for sample in SAMPLES:
        text = text.replace(f"{sample}, ", "")
        (file,) = (issue / "articles").glob(f"*-{sample}.md")
        file.unlink()
    path.write_text(text, "utf-8")
    run = huozi("build", issue, "--format", "json")
    assert run.stderr == "", run.stderr
    return Made(
        f"{layout}, and all of it" if more else layout,
        issue,
        run.returncode,
        json.loads(run.stdout)["findings"],
        issue / "build" / "print.pdf",
    )


def changed(text: str, path: str, value: str) -> str:
    """A layout's text with a key changed that stands there, be it as a comment, with its room."""
    room, _, key = path.partition(".")
    head, start, rest = re.split(rf"(?m)^((?:# )?{room}:)$", text)
    inside, after = re.split(r"(?m)(?=^(?:# )?\w+:|\Z)", rest, maxsplit=1)
    body, count = re.subn(rf"(?m)^(?:#   |  # |  ){key}:.*$", lambda _: f"  {key}: {value}", inside)
    assert count == 1, path
    return f"{head}{start.removeprefix('# ')}{body}{after}"


class Field(NamedTuple):
    """A field of a front matter, and its texts as readers see them."""

    article: str
    name: str
    texts: tuple[str, ...]


def fields() -> Iterator[Field]:
    """Every field of the six articles, with the title."""
    for name in SECTIONS:
        front = yaml.safe_load((CASES / f"{name}.md").read_text("utf-8").split("---\n")[1])
        for key, value in front.items():
            yield from _fields(name, key, value)


def _fields(article: str, key: str, value: Any) -> Iterator[Field]:
    if key not in ("authors", "authors_en"):
        yield Field(article, key, tuple(map(seen, value if isinstance(value, list) else [str(value)])))
        return
    people = [each if isinstance(each, dict) else {"name": each} for each in value]
    yield Field(article, key, tuple(each["name"] for each in people))
    bodies = [each.get("affiliation", []) for each in people]
    names = [name for body in bodies for name in (body if isinstance(body, list) else [body])]
    if names:
        yield Field(article, key.replace("authors", "affiliations"), tuple(dict.fromkeys(names)))
    if mails := [each["email"] for each in people if "email" in each]:
        yield Field(article, "corresponding", tuple(mails))


def seen(text: str) -> str:
    """A text as it is read: without the signs of markup, breaks and dashes that the layout has of its own."""
    return re.sub(r"[~^*|]", "", text).removeprefix("——")


def words(text: str) -> list[str]:
    """The words of a text: what spaces and marks part in Latin script, clauses in Han."""
    return re.findall(r"[^\W_]+(?:[-./@][^\W_]+)*", text)
