"""An issue several times over in one folder, each time with another text of the same structure.

No copy repeats a line of another: every Han character becomes another one of those that the issue uses, by a rotation
that differs from copy to copy. Punctuation, figures and Western words stay, so that what can break, and where, stays
like a real issue's; and a program that kept what it set once would gain nothing by it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

_HAN = re.compile("[\u4e00-\u9fff]")
_ARTICLE_FILE = re.compile(r"(?:[0-9]+[-_. ])?(?P<name>.+)\.md", re.IGNORECASE)


def han_of(texts: Iterable[str]) -> list[str]:
    """The Han characters of texts, each once, in the order of their codes."""
    return sorted({character for text in texts for character in _HAN.findall(text)})


def rotated(text: str, alphabet: Sequence[str], steps: int) -> str:
    """A text with each character of an alphabet replaced by the one so many places on.

    >>> rotated("一二，三 CMYK", ["一", "二", "三"], 1)
    '二三，一 CMYK'
    """
    shift = steps % len(alphabet) if alphabet else 0
    return text.translate(str.maketrans("".join(alphabet), "".join([*alphabet[shift:], *alphabet[:shift]])))


def write_copies(source: Path, target: Path, copies: int) -> None:
    """Write to ``target`` an issue with the sections and articles of ``source`` so many times over.

    The first copy is the text itself. Pictures are copies of those of the source.
    """
    head: dict[str, Any] = yaml.safe_load((source / "issue.yaml").read_text("utf-8"))
    articles = {name: path.read_text("utf-8") for name, path in _articles(source)}
    alphabet = han_of([*articles.values(), *(section["section"] for section in head["contents"])])
    (target / "articles").mkdir(parents=True)
    contents: list[dict[str, Any]] = []
    for copy in range(copies):
        steps = copy * len(alphabet) // copies
        for name, text in articles.items():
            (target / "articles" / f"{_copied(name, copy)}.md").write_text(rotated(text, alphabet, steps), "utf-8")
        contents += _sections(head["contents"], alphabet, steps, copy)
    head["contents"] = contents
    if fillers := head.get("fillers"):
        head["fillers"] = [_copied(name, copy) for copy in range(copies) for name in fillers]
    head.pop("cover", None)  # what a single issue quotes
    head.pop("pages", None)  # what a single issue must count
    (target / "issue.yaml").write_text(yaml.safe_dump(head, allow_unicode=True, sort_keys=False), "utf-8")
    if (source / "images").is_dir():
        shutil.copytree(source / "images", target / "images")


def _articles(folder: Path) -> list[tuple[str, Path]]:
    """The article files of an issue with the names that ``issue.yaml`` has for them."""
    files = sorted((folder / "articles").iterdir())
    matches = [(_ARTICLE_FILE.fullmatch(path.name), path) for path in files]
    return [(match["name"], path) for match, path in matches if match]


def _copied(name: str, copy: int) -> str:
    return f"c{copy}-{name}"


def _sections(
    contents: Sequence[dict[str, Any]], alphabet: Sequence[str], steps: int, copy: int
) -> list[dict[str, Any]]:
    """The sections of one copy."""
    return [
        {
            "section": rotated(section["section"], alphabet, steps),
            "articles": [_copied(name, copy) for name in section["articles"]],
        }
        for section in contents
    ]
