"""The folder of an issue, written from a manuscript: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping

from huozi.content.importers import markup
from huozi.content.importers.manuscript import ArticleDraft, Contact, Manuscript, Masthead
from huozi.diagnostics import InvalidIssue, Span, finding

ISSUE_FILE = "issue.yaml"
JOURNAL_FILE = "import-journal.yaml"
REPORT_FILE = "import-report.md"
REPLACED = frozenset({ISSUE_FILE, JOURNAL_FILE, REPORT_FILE, "articles", "build"})
"""What a new import replaces in a folder; all else in it (pictures, notes) is people's, and stays."""


def issue_files(manuscript: Manuscript) -> dict[str, str]:
    """The files of the issue but for the report: paths below the folder and contents."""
    files = {ISSUE_FILE: "\n".join(_issue_lines(manuscript)) + "\n"}
    files[JOURNAL_FILE] = "\n".join(_journal_lines(manuscript)) + "\n"
    for number, article in enumerate(manuscript.articles, start=1):
        files[manuscript.article_path(number)] = "\n".join(_article_lines(article)) + "\n"
    return files


def _issue_lines(manuscript: Manuscript) -> Iterator[str]:
    head = manuscript.masthead
    journal = f"journal: {markup.scalar(manuscript.journal)}"
    yield f"{journal:<32} # → layout/{manuscript.journal}.yaml"
    year = head.year or head.date[:4]
    yield f"year: {int(year)}" if year else "# year:                          # 原稿中没有，请补上"
    yield f"issue: {int(head.issue)}" if head.issue else "# issue:                         # 原稿中没有，请补上"
    if head.serial:
        serial = f"serial: {int(head.serial)}"
        yield f"{serial:<32} # 总第 {int(head.serial)} 期"
    else:
        yield "# serial:                        # 原稿中没有总期号，请补上"
    yield (
        f"date: {head.date}" if head.date else "# date:                          # 原稿中没有，请补上，写作 2024-12-31"
    )
    yield "contents:"
    for section in manuscript.sections:
        yield f"  - section: {markup.title(section.title)}"
        yield f"    articles: [{', '.join(markup.scalar(article.name) for article in section.articles)}]"


def _journal_lines(manuscript: Manuscript) -> Iterator[str]:
    """The journal's identity as the source gives it, in the form a layout has it."""
    yield f"# 原稿封面和文末的刊物资料，写法同 layout/{manuscript.journal}.yaml 的 journal: 一段。"
    yield "# 排版时以版式文件为准：请核对，一致就可以删去本文件。"
    yield "journal:"
    yield from _identity_lines(manuscript.masthead)
    if manuscript.contact:
        yield from _contact_lines(manuscript.contact)


def _identity_lines(head: Masthead) -> Iterator[str]:
    for field in ("name", "name_en", "organiser"):
        if value := head._asdict()[field]:
            yield f"  {field}: {markup.scalar(value)}"
    if head.other:
        yield "  other:"
        yield from (f"    - {markup.scalar(line)}" for line in head.other)


def _contact_lines(contact: Contact) -> Iterator[str]:
    yield "  contact:"
    if contact.heading:
        yield f"    heading: {markup.scalar(contact.heading)}"
    yield "    lines:"
    yield from (f"      - {markup.scalar(line)}" for line in contact.lines)


def _article_lines(article: ArticleDraft) -> Iterator[str]:
    yield "---"
    yield f"title: {markup.title(article.title)}"
    if article.affiliation_note:
        yield f"affiliation_note: {markup.scalar(article.affiliation_note)}"
    if article.source:
        yield f"source: {markup.scalar(article.source)}"
    yield "---"
    for block in article.blocks:
        yield ""
        yield markup.heading(block.text, block.level) if block.level else markup.paragraph(block.text)


def check_target(target: str, *, force: bool) -> None:
    """Raise ``InvalidIssue`` where a folder exists that is not to be replaced, or must not be, or none is named."""
    if not target:
        raise InvalidIssue([finding(Span("-o"), "import-target-missing")])
    if not os.path.lexists(target):
        return
    if not force:
        raise InvalidIssue([finding(Span(target), "import-target-exists", target=target)])
    is_empty = os.path.isdir(target) and not os.listdir(target)
    if not is_empty and not os.path.isfile(os.path.join(target, ISSUE_FILE)):
        raise InvalidIssue([finding(Span(target), "import-target-foreign", target=target)])


def write_folder(target: str, files: Mapping[str, str]) -> None:
    """Write the files to a folder beside the target and put it in the target's place, which is kept until then.

    Raises ``InvalidIssue`` where it cannot be written; what was there is then as it was.
    """
    place = os.path.realpath(target)
    parent, name = os.path.split(place)
    try:
        os.makedirs(parent, exist_ok=True)
        new = tempfile.mkdtemp(prefix=f".{name}.new-", dir=parent)
        try:
            fill_folder(new, files)
            _put_in_place(new, place)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidIssue([finding(Span(target), "import-unwritable", target=target, reason=reason)]) from error


def fill_folder(folder: str, files: Mapping[str, str] | Mapping[str, bytes]) -> None:
    """Write new files, by their paths with ``/``, to a folder just made, as open as the user's other folders.

    A text is written in UTF-8, bytes as they are.
    Raises ``OSError`` where one cannot be written or is there.
    """
    umask = os.umask(0)
    os.umask(umask)
    os.chmod(folder, 0o777 & ~umask)  # mkdtemp makes it private
    for path, content in files.items():
        full = os.path.join(folder, *path.split("/"))
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "xb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))


def _put_in_place(new: str, place: str) -> None:
    """Put a new folder in its place, or what it replaces in the folder that is there: people's own files never move.

    Raises ``OSError`` where something cannot be moved; all is then as it was.
    """
    if not os.path.lexists(place):
        os.rename(new, place)
        return
    parent, name = os.path.split(place)
    aside = tempfile.mkdtemp(prefix=f".{name}.old-", dir=parent)
    moved: list[tuple[str, str]] = []
    try:
        for item in sorted(REPLACED):
            for source, target in ((place, aside), (new, place)):
                before, after = os.path.join(source, item), os.path.join(target, item)
                if os.path.lexists(before):
                    os.rename(before, after)
                    moved.append((before, after))
    except OSError:
        for before, after in reversed(moved):
            os.rename(after, before)
        os.rmdir(aside)
        raise
    shutil.rmtree(aside, ignore_errors=True)
