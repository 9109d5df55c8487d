"""A new article: its file, and its name in the issue's contents."""

from __future__ import annotations

import os

from huozi.content.checks import PLACEHOLDER
from huozi.content.listed import ARTICLE_FILE
from huozi.content.titles import characters_of
from huozi.diagnostics import Findings, InvalidIssue, Span, finding
from huozi.new.contents_list import Listed, entered, names_of, sections_of
from huozi.new.places import file_name, unwritable
from huozi.new.texts import filled, word
from huozi.output.files import write_whole
from huozi.positioned_yaml import read_yaml
from huozi.records import NamedTuple
from huozi.source_file import quoted, read_source

MAX_BYTES = 4 * 2**20


class Place(NamedTuple):
    """The issue that an article goes to: its folder, its file's text as it is, and the articles there."""

    folder: str
    path: str
    text: str
    sections: list[Listed]
    files: list[str]


def new_article(folder: str, name: str, title: str, section: str) -> list[str]:
    """Make an article's file and enter it in the contents; gives the paths of both.

    Raises ``InvalidIssue`` where the name or the section cannot be, or a file cannot be written; nothing has changed.
    """
    issue = _opened(folder)
    name = _checked(name, issue)
    at = _section(section, issue)
    text = entered(issue.text, at, name)
    if text is None:
        raise InvalidIssue([finding(Span(issue.path), "new-contents-unclear", name=name)])
    numbers = [int(found) for file in issue.files if (found := file.partition("-")[0]).isdecimal()]
    path = os.path.join(folder, "articles", f"{max(numbers, default=0) + 1:02}-{name}.md")
    made = not os.path.isdir(os.path.dirname(path))
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(filled("article.md", {"title": word(title or name), "text": PLACEHOLDER}))
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        write_whole(issue.path, text.encode("utf-8"))
    except InvalidIssue:
        os.unlink(path)
        if made:
            os.rmdir(os.path.dirname(path))
        raise
    return [path, issue.path]


def _opened(folder: str) -> Place:
    """An issue's file and articles; raises ``InvalidIssue`` where there is none, or its file cannot be read."""
    path = os.path.join(folder, "issue.yaml")
    if not os.path.lexists(path):
        raise InvalidIssue([finding(Span(folder), "new-not-an-issue")])
    findings = Findings()
    text = read_source(path, folder, MAX_BYTES, findings)
    sections = [] if text is None else sections_of(read_yaml(text, path, findings))
    if len(findings):
        raise InvalidIssue(findings)
    if not sections:
        raise InvalidIssue([finding(Span(path), "new-no-sections")])
    with open(path, encoding="utf-8", newline="") as file:  # with its own ends of lines and its mark of UTF-8
        text = file.read()
    try:
        files = sorted(os.listdir(os.path.join(folder, "articles")))
    except OSError:
        files = []
    return Place(folder, path, text, sections, files)


def _checked(name: str, issue: Place) -> str:
    """A name that an article can have, and none has; raises ``InvalidIssue`` where it is neither."""
    wanted = name.removesuffix(".md")
    checked = file_name(wanted)
    if not checked or checked != " ".join(wanted.split()):
        raise InvalidIssue([finding(Span(quoted(name)), "new-article-name", name=quoted(name), nearest=checked or "—")])
    there = {found["name"]: file for file in issue.files if (found := ARTICLE_FILE.fullmatch(file))}
    if checked in there:
        taken = os.path.join(issue.folder, "articles", there[checked])
        raise InvalidIssue([finding(Span(taken), "new-article-taken", name=checked)])
    if any(checked in names_of(section) for section in issue.sections):
        raise InvalidIssue([finding(Span(issue.path), "new-article-listed", name=checked)])
    return checked


def _section(asked: str, issue: Place) -> int:
    """The number of the section asked for, the last where none is; raises ``InvalidIssue`` where there is none such."""
    titles = [section.title for section in issue.sections]
    if not asked:
        return len(titles) - 1
    if asked.strip() in titles:
        return titles.index(asked.strip())
    if asked.strip() in (plain := list(map(characters_of, titles))):
        return plain.index(asked.strip())
    from huozi.slips.key_names import suggested  # a mistake alone pays for it

    names = suggested(asked, titles)
    raise InvalidIssue([finding(Span(issue.path), "new-section-unknown", section=quoted(asked), names=names)])
