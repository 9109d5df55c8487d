"""The forms of the comments of a proof: text for people, Markdown for threads and mails, JSON for programs.

What is told was written by strangers: a text shows what a terminal would obey or what turns the order of reading as
escapes, Markdown shows it as text (docs/notes.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from huozi.commands.file_places import relative
from huozi.diagnostics import Language, Span
from huozi.messages.notes import WORDS, word
from huozi.reviews.model import Comment, Place, Reply
from huozi.reviews.proof_map import ProofMap
from huozi.reviews.reading import Notes
from huozi.reviews.texts import in_markdown, shown, shown_lines

Shown: TypeAlias = Callable[[str], str]
"""A text of a stranger's as a form shows it within a line."""


def in_text(text: str) -> str:
    """A text within a line of a list for people."""
    return " / ".join(filter(None, shown_lines(text)))


def as_text(notes: Notes, language: Language) -> str:
    """Each comment with its place and source, the answers under it; how many there are."""
    lines = [] if notes.proof is None else [_proof(notes.proof, language, in_text)]
    for comment in notes.comments:
        place = f"{_place(comment.place, language, in_text)} "
        source = _source(comment.place, language, str)
        head, *rest = shown_lines(_said(comment)) or [""]
        colon = word("colon", language) if head else ""
        what = _what(comment, language, in_text)
        lines.append(f"{comment.number}. {place}{source}{what}{_by(comment, language, in_text)}{colon}{head}")
        lines += [f"   {line}" for line in rest]
        for reply in comment.replies:
            first, *more = shown_lines(_reply(reply, language)) or [""]
            space = "   " * reply.depth
            lines.append(
                f"{space}↳ {_who(reply.author, reply.date, language, in_text)}{word('colon', language)}{first}"
            )
            lines += [f"{space}  {line}" for line in more]
    lines.append(_count(notes, language))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_markdown(notes: Notes, language: Language) -> str:
    """A list of the comments, the answers as lists under them, with a title and their number."""
    lines = [f"# {word('title', language, file=in_markdown(notes.file))}", ""]
    if notes.proof is not None:
        lines += [_proof(notes.proof, language, in_markdown), ""]
    for comment in notes.comments:
        place = f"**{_place(comment.place, language, in_markdown)}** "
        source = _source(comment.place, language, _in_code)
        text = in_markdown(_said(comment))
        colon = word("colon", language) if text else ""
        what = _what(comment, language, in_markdown)
        by = _by(comment, language, in_markdown)
        lines.append(f"{comment.number}. {place}{source}{what}{by}{colon}{text}")
        indent = " " * len(f"{comment.number}. ")
        for reply in comment.replies:
            said = in_markdown(_reply(reply, language))
            who = _who(reply.author, reply.date, language, in_markdown)
            lines.append(f"{indent}{'  ' * (min(reply.depth, 8) - 1)}- {who}{word('colon', language)}{said}")
    lines += [""] if notes.comments else []
    lines.append(_count(notes, language))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _in_code(text: str) -> str:
    """A place as code: no part of it is markup; one with a grave accent is escaped instead."""
    return f"`{text}`" if text and "`" not in text else in_markdown(text)


# ------------------------------------------------------------------ a comment in words


def _place(place: Place, language: Language, show: Shown) -> str:
    """Page, column where there are several, line."""
    label = show(place.label)
    if not label:
        label = word("sheet", language, sheet=place.sheet)
    elif place.label.isascii():  # 封二 is called that
        label = word("page", language, label=label)
    parts = [label]
    if place.columns > 1 and place.column:
        parts.append(word("column", language, column=place.column))
    if place.line:
        near = word("near", language) if place.near else ""
        gap = " " if near and language == "en" else ""
        parts.append(word("line", language, line=place.line) + gap + near)
    return " ".join(parts)


def _source(place: Place, language: Language, show: Shown) -> str:
    """The place in the source, of which a terminal makes a link, and a space; empty where none is known."""
    if not place.span.file:
        return ""
    near = f"{word('near', language)} " if place.by == "finding" else ""
    return f"{show(shown(str(_from_here(place.span))))} {near}"


def _from_here(span: Span) -> Span:
    return span._replace(file=relative(span.file))


def _what(comment: Comment, language: Language, show: Shown) -> str:
    """What a comment asks for, with the words that it marks."""
    what = _hidden(comment, language, _asked(comment, language, show))
    has_words = comment.marked or comment.before or comment.after or comment.place.span.file
    if comment.beside and not has_words:
        what += word("beside", language, text=show(comment.beside))
    return what


def _hidden(comment: Comment, language: Language, what: str) -> str:
    what += word("hidden", language) if comment.hidden else ""
    return what + (word("orphan", language) if comment.orphan else "")


def _asked(comment: Comment, language: Language, show: Shown) -> str:
    kind = word(comment.kind, language)
    marked = _quote(comment.marked, language, show)
    new = _quote(comment.text, language, show)
    if comment.kind == "replace":
        if new:
            return word("replaced" if marked else "replaced-unknown", language, old=marked, new=new)
        return word("replaced-nothing", language, old=marked)
    if comment.kind == "insert":
        new = new or word("new-unknown", language)
        before, after = (_quote(text, language, show) for text in (comment.before, comment.after))
        if before or after:
            name = "between" if before and after else "before" if after else "after"
            return word(name, language, before=before, after=after, new=new)
        return word("of", language, kind=kind, quote=new)
    quote = marked or _quote(comment.icon, language, show)
    return word("of", language, kind=kind, quote=quote).rstrip()


def _quote(text: str, language: Language, show: Shown) -> str:
    return word("quote", language, text=show(text)) if text else ""


def _said(comment: Comment) -> str:
    """What a comment says beside what it asks for."""
    return "" if comment.kind in ("insert", "replace") else comment.text


def _by(comment: Comment, language: Language, show: Shown) -> str:
    """Author and date in brackets; empty where neither is known."""
    who = word("comma", language).join(_author_and_day(comment.author, comment.date, show))
    return word("by", language, who=who) if who else ""


def _author_and_day(author: str, date: str, show: Shown) -> Iterator[str]:
    if author:
        yield show(author)
    if date:
        yield show(date.partition("T")[0])


def _who(author: str, date: str, language: Language, show: Shown) -> str:
    return word("comma", language).join(_author_and_day(author or word("nobody", language), date, show))


def _reply(reply: Reply, language: Language) -> str:
    """What an answer says; of a state the state, for what programs write beside it says the same."""
    if not reply.state:
        return reply.text
    return word(reply.state, language) if reply.state in WORDS else reply.state


def _proof(proof: ProofMap, language: Language, show: Shown) -> str:
    """What the proof calls itself."""
    issue = proof.title or " ".join(filter(None, (proof.journal, proof.year, proof.issue)))
    names = " ".join(filter(None, (issue, proof.round)))
    said = [word("proof", language, title=show(names))]
    said += [word("revision", language, revision=show(proof.revision))] if proof.revision else []
    return word("comma", language).join(said)


def _count(notes: Notes, language: Language) -> str:
    count = len(notes.comments)
    said = word("count", language, count=count) if count else word("none", language)
    return said + (word("own", language, count=notes.own_left_out) if notes.own_left_out else "")


# ------------------------------------------------------------------ JSON

VERSION = 1
"""The version of the JSON: it counts up when a key changes its meaning or goes."""


def as_json(notes: Notes, language: Language) -> str:
    """The comments as one JSON object (``huozi schema notes``)."""
    import json

    from huozi import __version__

    proof = notes.proof
    names = ("journal", "year", "issue", "title", "round", "revision")
    whole = {
        "version": VERSION,
        "huozi": __version__,
        "file": relative(notes.file),
        "proof": None if proof is None else dict(zip(names, proof[: len(names)], strict=True)),
        "pages": notes.sheets,
        "left_out": notes.own_left_out,
        "comments": [_object(comment, language) for comment in notes.comments],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _object(comment: Comment, language: Language) -> dict[str, object]:
    place = comment.place
    return {
        "number": comment.number,
        "kind": comment.kind,
        "said": _asked(comment, language, in_text),
        "page": place.sheet,
        "label": place.label or None,
        "column": place.column or None,
        "line": place.line or None,
        "near": place.near,
        "by": place.by,
        "source": _source_object(place.span),
        "marked": comment.marked,
        "before": comment.before,
        "after": comment.after,
        "beside": comment.beside,
        "text": comment.text,
        "author": comment.author,
        "date": comment.date or None,
        "icon": comment.icon,
        "hidden": comment.hidden,
        "orphan": comment.orphan,
        "replies": [reply._asdict() | {"date": reply.date or None} for reply in comment.replies],
    }


def _source_object(span: Span) -> dict[str, object] | None:
    return {"file": relative(span.file), "line": span.line, "column": span.column or 1} if span.file else None


FORMS: dict[str, Callable[[Notes, Language], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
"""What ``--format`` takes."""
