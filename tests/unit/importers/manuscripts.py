"""What the tests of the importers share: manuscripts to read, and folders of issues read back."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from huozi.content.importers.importing import import_manuscript
from huozi.content.importers.manuscript import STRONG, Manuscript
from huozi.content.importers.ocr_text import read_ocr_text
from huozi.content.issue_file import read_issue
from huozi.content.model import Block, Heading, Inline, Paragraph, Text, TextRole
from huozi.content.plain import title_text
from huozi.diagnostics import Findings, Severity
from huozi.messages.importing import IMPORTING

ROOT = Path(__file__).parents[3]
SPECIMEN = ROOT / "issue" / "specimen"
SHARED = ROOT.parent / "shared"
SEEDS = sorted((SHARED / "seed").glob("*.txt"))
ORACLE = SHARED / "tools" / "real-issue.json"

if str(ROOT / "tools") not in sys.path:
    sys.path.append(str(ROOT / "tools"))


def read(text: str, layouts: Mapping[str, str] | None = None) -> Manuscript:
    """The manuscript that a text is."""
    return read_ocr_text(text.encode(), "scan.txt", layouts or {})


def rules(manuscript: Manuscript, severity: Severity | None = None) -> list[str]:
    """The rules of a manuscript's findings, in the order of the source."""
    found = [item.rule for item in manuscript.findings]
    return [rule for rule in found if severity is None or IMPORTING[rule].severity is severity]


def squeezed(text: str) -> str:
    """A text without spaces and preferred line breaks."""
    return re.sub(r"[\s\u3000|]+", "", text)


def written_texts(folder: Path, manuscript: Manuscript) -> dict[str, str]:
    """The texts of an issue by destination, as ``read_issue`` and YAML see the folder written from a manuscript."""
    issue = read_issue(str(folder), Findings())
    head = manuscript.masthead
    texts: dict[str, str] = {}
    numbers = {"year": issue.year, "issue": issue.number, "serial": issue.serial, "date": issue.date.isoformat()}
    asked = {"year": head.year, "issue": head.issue, "serial": head.serial, "date": head.date}
    texts |= {f"issue/{field}": str(numbers[field]) for field, value in asked.items() if value}
    texts |= {f"issue/sections/{i}": title_text(section.title) for i, section in enumerate(issue.sections, start=1)}
    for i, article in enumerate(issue.articles, start=1):
        texts[f"articles/{i}/title"] = title_text(article.title)
        for key in ("affiliation_note", "source"):
            texts |= {f"articles/{i}/{key}": title_text(line) for line in article.said(key)}
        texts |= {f"articles/{i}/blocks/{k}": block_text(block) for k, block in enumerate(article.blocks, start=1)}
    return texts | _journal_texts(folder)


def _journal_texts(folder: Path) -> dict[str, str]:
    journal = yaml.safe_load((folder / "import-journal.yaml").read_text(encoding="utf-8"))["journal"] or {}
    texts = {f"journal/{key}": journal[key] for key in ("name", "name_en", "organiser") if key in journal}
    texts |= {f"journal/other/{i}": line for i, line in enumerate(journal.get("other", ()), start=1)}
    contact = journal.get("contact", {})
    texts |= {"journal/contact/heading": contact["heading"]} if "heading" in contact else {}
    return texts | {f"journal/contact/lines/{i}": line for i, line in enumerate(contact.get("lines", ()), start=1)}


def block_text(block: Block) -> str:
    """The text of a paragraph or heading, with the marks of strong text."""
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            text = "".join(map(_inline_text, inlines))
            return text.replace(STRONG * 2, "")  # strong text that an escape parts in the tree
        case _:
            raise AssertionError(f"an importer writes paragraphs and headings alone, not {block}")


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text=text, role=TextRole.PLAIN):
            return text
        case Text(text=text, role=TextRole.STRONG):
            return f"{STRONG}{text}{STRONG}"
        case _:
            raise AssertionError(f"an importer writes plain and strong text alone, not {inline}")


def import_text(text: str, folder: Path) -> Manuscript:
    """A manuscript and its issue, written to ``folder / "issue"``."""
    path = folder / "scan.txt"
    path.write_bytes(text.encode())
    import_manuscript(str(path), str(folder / "issue"), layouts={}, force=True)
    return read_ocr_text(path.read_bytes(), "scan.txt", {})


def oracle_blocks() -> list[tuple[str, list[tuple[str, str]]]]:
    """The real issue's articles as the judge has them: titles, and kinds with texts; pairs of headings are one."""
    data = json.loads(ORACLE.read_text(encoding="utf-8"))
    articles: list[tuple[str, list[tuple[str, str]]]] = []
    for article in (article for section in data["sections"] for article in section["articles"]):
        blocks: list[tuple[str, str]] = []
        for block in article["blocks"]:
            kind, text = block["type"], squeezed(block["text"])
            if kind == "heading2" and blocks[-1][0] == "heading":
                blocks[-1] = ("heading", blocks[-1][1] + text)
            else:
                blocks.append((re.sub(r"\d", "", kind), text))
        articles.append((squeezed(article["title"]), blocks))
    return articles
