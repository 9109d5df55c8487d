"""The kinds of form errors: where each is known from, how it is made, which rules fit it.

Listed before the checks were tried on them, from print.md (preflight and journal rules), standards.md (what standards
ask) and the trade papers' list there (what is found after three readings). An error is made as editors make it: a
figure slips, the last issue's value stays, an item is dropped or changes places, something is typed twice or by hand.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from form_error_copies import (
    Copy,
    Edit,
    as_list,
    digits_swapped,
    headings,
    items_of,
    mistyped,
    paragraphs,
    replaced,
    shuffled,
    value_of,
    with_value,
)

Way: TypeAlias = Callable[[Copy, random.Random], Edit | None]


class Kind(NamedTuple):
    """A kind of error: its name, its source, the rules that fit it, the ways in which it comes about.

    ``impossible`` says why there is no place for it in YAML, Markdown or layout; empty where there is one.
    """

    name: str
    source: str
    rules: frozenset[str]
    ways: tuple[Way, ...] = ()
    impossible: str = ""


PRINT, STANDARDS, TRADE = "print.md", "standards.md", "trade papers"


def kind(name: str, source: str, rules: str, *ways: Way) -> Kind:
    """A row of the table, its rules in one text."""
    return Kind(name, source, frozenset(rules.split()), ways)


# ------------------------------------------------------------------ ways


def of_issue(key: str, *values: str) -> Way:
    """A key of ``issue.yaml`` with another value; an empty one takes the line out."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        now = value_of(copy.file, key)
        value = rng.choice(values)
        return with_value(copy.file, key, value) if now and now != value else None

    return way


def slipped(key: str, *, of_article: bool = False) -> Way:
    """A number with a slip in it."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.with_key(key) if of_article else [copy.file]):
            now = value_of(path, key)
            if any(map(str.isdecimal, now)):
                new = digits_swapped(rng, now)
                return with_value(path, key, new) if not new.startswith("0") else None
        return None

    return way


def left_of_last(key: str) -> Way:
    """The value of the issue before, left as it was."""

    def way(copy: Copy, _rng: random.Random) -> Edit | None:
        before = copy.issue.parent / "2024-11" / "issue.yaml"
        return with_value(copy.file, key, value_of(before, key), "left of the last issue") if before.exists() else None

    return way


def in_layout(old: str, *new: str, said: str = "typed by hand") -> Way:
    """A text of the layout that says something else."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        return replaced(copy.layout, old, rng.choice(new), said)

    return way


def slip_in_layout(key: str) -> Way:
    """A number among the layout's facts with a slip in it."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        now = value_of(copy.layout, key)
        return with_value(copy.layout, key, digits_swapped(rng, now)) if now else None

    return way


def add_to_layout(text: str, after: str = "journal:\n") -> Way:
    """Something more in the layout."""
    return in_layout(after, after + text, said="added")


def in_article(key: str, change: Callable[[str, random.Random], str]) -> Way:
    """A key of an article with its value changed."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.with_key(key)):
            now = value_of(path, key)
            new = change(now, rng)
            if new != now:
                return with_value(path, key, new)
        return None

    return way


def dropped(key: str) -> Way:
    """A line of the front matter left out."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        path = next(shuffled(rng, copy.with_key(key)), None)
        return with_value(path, key, "", "left out") if path else None

    return way


def of_list(key: str, change: Callable[[list[str], random.Random], list[str]]) -> Way:
    """A list of the front matter with its items changed."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.with_key(key)):
            items = items_of(path, key)
            if items and "{" not in items[0]:
                new = change(list(items), rng)
                if new != items:
                    return with_value(path, key, as_list(new))
        return None

    return way


def drop_one(items: list[str], rng: random.Random) -> list[str]:
    """A list without one of its items."""
    items.pop(rng.randrange(len(items)))
    return items


def swap_two(items: list[str], rng: random.Random) -> list[str]:
    """A list with two neighbours changed round."""
    if len(items) > 1:
        at = rng.randrange(len(items) - 1)
        items[at : at + 2] = reversed(items[at : at + 2])
    return items


def repeat_one(items: list[str], rng: random.Random) -> list[str]:
    """A list with one item in the place of another."""
    one, other = rng.sample(range(len(items)), 2) if len(items) > 1 else (0, 0)
    items[other] = items[one]
    return items


def join_two(items: list[str], rng: random.Random) -> list[str]:
    """A list with two items typed as one."""
    at = rng.randrange(max(len(items) - 1, 1))
    items[at : at + 2] = [rng.choice("、；").join(items[at : at + 2])]
    return items


def slip_one(items: list[str], rng: random.Random) -> list[str]:
    """A list with one item mistyped."""
    at = rng.randrange(len(items))
    items[at] = mistyped(rng, items[at])
    return items


def block(old: str, *new: str, said: str = "") -> Way:
    """A text in any article that says something else."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.articles):
            if old in path.read_text("utf-8"):
                return replaced(path, old, rng.choice(new), said or "changed")
        return None

    return way


def matched(pattern: str, change: Callable[[re.Match[str], random.Random], str], said: str) -> Way:
    """What a pattern finds in the front matter of an article, changed."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.articles):
            found = list(re.finditer(pattern, path.read_text("utf-8").split("\n---\n", 1)[0]))
            if found:
                one = rng.choice(found)
                nth = sum(1 for other in found if other[0] == one[0] and other.start() < one.start())
                return replaced(path, one[0], change(one, rng), said, nth=nth)
        return None

    return way


def in_paragraph(change: Callable[[str, random.Random], str], said: str) -> Way:
    """A paragraph of any article, changed."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.articles):
            texts = paragraphs(path)
            if texts:
                one = rng.choice(texts)
                return replaced(path, one, change(one, rng), said)
        return None

    return way


def at_heading(change: Callable[[str, random.Random], str], said: str, *, pattern: str = "") -> Way:
    """A heading of any article, changed."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.articles):
            lines = [line for line in headings(path) if re.search(pattern, line)]
            if lines:
                one = rng.choice(lines)
                return replaced(path, f"\n{one}\n", f"\n{change(one, rng)}\n", said)
        return None

    return way


def inserted(text: str, rng: random.Random, *words: str) -> str:
    """A text with a word put in behind one of its marks, or in the place of a number."""
    places = [found.end() for found in re.finditer("[，。；、]", text[:-1])] or [len(text) // 2]
    at = rng.choice(places)
    return text[:at] + rng.choice(words) + text[at:]


def title_of_another(copy: Copy, rng: random.Random) -> Edit | None:
    """An article with the title of another one."""
    one, other = rng.sample(copy.with_key("title"), 2)
    return with_value(one, "title", value_of(other, "title"), "the title of another article")


def listed_twice(copy: Copy, rng: random.Random) -> Edit | None:
    """An article named once more in another section."""
    lists = re.findall(r"articles: \[.*\]", copy.file.read_text("utf-8"))
    one, other = rng.sample(lists, 2)
    name = rng.choice(one[11:-1].split(", "))
    return replaced(copy.file, other, f"{other[:-1]}, {name}]", "listed twice")


def not_listed(copy: Copy, rng: random.Random) -> Edit | None:
    """An article taken out of the contents."""
    one = rng.choice([each for each in re.findall(r"articles: \[.*\]", copy.file.read_text("utf-8")) if "," in each])
    names = one[11:-1].split(", ")
    names.pop(rng.randrange(len(names)))
    return replaced(copy.file, one, f"articles: [{', '.join(names)}]", "not listed")


def name_mistyped(copy: Copy, rng: random.Random) -> Edit | None:
    """An article's name in the contents with a slip in it."""
    one = rng.choice(re.findall(r"articles: \[(.*)\]", copy.file.read_text("utf-8"))).split(", ")[0]
    return replaced(copy.file, one, one[:-1] + rng.choice("xz"), "mistyped")


def section_again(copy: Copy, rng: random.Random) -> Edit | None:
    """A section with the name of another one."""
    one, other = rng.sample(re.findall(r"- section: (.*)", copy.file.read_text("utf-8")), 2)
    return replaced(copy.file, f"- section: {one}\n", f"- section: {other}\n", "the name of another section")


def english_section_again(copy: Copy, rng: random.Random) -> Edit | None:
    """A section with the English name of another one."""
    names = re.findall(r"name_en: (.*)", copy.file.read_text("utf-8"))
    if len(names) < 2:
        return None
    one, other = rng.sample(names, 2)
    return replaced(copy.file, f"name_en: {one}\n", f"name_en: {other}\n", "the name of another section")


def english_section_dropped(copy: Copy, rng: random.Random) -> Edit | None:
    """A section without its English name."""
    names = re.findall(r"    name_en: .*\n", copy.file.read_text("utf-8"))
    return replaced(copy.file, rng.choice(names), "", "left out") if names else None


def pasted_twice(copy: Copy, rng: random.Random) -> Edit | None:
    """A paragraph pasted twice."""
    for path in shuffled(rng, copy.articles):
        texts = paragraphs(path)
        if texts:
            one = rng.choice(texts)
            return replaced(path, one, f"{one}\n\n{one}", "pasted twice")
    return None


def copied_field(key: str) -> Way:
    """A field of an article copied into another one that has none of its own yet."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        sources = copy.with_key(key)
        others = [path for path in copy.articles if path not in sources]
        if not sources or not others:
            return None
        found = re.search(rf"(?m)^{key}:.*\n(?: +.*\n)*", sources[0].read_text("utf-8"))
        other = rng.choice(others)
        return replaced(other, "\n---\n", f"\n{found[0] if found else ''}---\n", f"{key} copied from {sources[0].name}")

    return way


def notes(change: Callable[[str, random.Random], str]) -> Way:
    """The body of an article that has notes, changed."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.articles):
            text = path.read_text("utf-8")
            if re.search(r"(?m)^\[\^[^\]]+\]: ", text):
                made = change(text, rng)
                return Edit(path, made, f"{path.name}: {_first_difference(text, made)}") if made != text else None
        return None

    return way


def _first_difference(old: str, new: str) -> str:
    """The line in which two texts begin to differ, in both."""
    lines = zip(old.splitlines(), [*new.splitlines(), ""], strict=False)
    return next((f"{one[-50:]} → {other[-50:]}" for one, other in lines if one != other), "")


def without_note(text: str, rng: random.Random) -> str:
    """A text without one of its notes."""
    found = rng.choice(list(re.finditer(r"(?m)^\[\^[^\]]+\]: .*\n", text)))
    return text[: found.start()] + text[found.end() :]


def without_call(text: str, rng: random.Random) -> str:
    """A text without the call of one of its notes, of those that are called once."""
    calls = list(re.finditer(r"(?m)(?<!^)\[\^[^\]`]+\](?!:)(?!`)", text))
    once = [found for found in calls if sum(found[0] == other[0] for other in calls) == 1]
    if not once:
        return text
    found = rng.choice(once)
    return text[: found.start()] + text[found.end() :]


def note_twice(text: str, rng: random.Random) -> str:
    """A text with one of its notes twice."""
    found = rng.choice(list(re.finditer(r"(?m)^\[\^[^\]]+\]: .*\n", text)))
    return text[: found.end()] + "\n" + found[0] + text[found.end() :]


def misnamed_note(text: str, rng: random.Random) -> str:
    """A text with a note whose name is not that of its call."""
    found = rng.choice(list(re.finditer(r"(?m)^\[\^([^\]]+)\]: ", text)))
    return text[: found.start()] + f"[^{found[1]}x]: " + text[found.end() :]


def renumbered(line: str, rng: random.Random) -> str:
    """A heading with the number behind or before its own."""
    digits = "一二三四五六七八九"
    found = re.search("[一二三四五六七八九]", line)
    if found is None:
        return line
    at = digits.index(found[0])
    other = digits[rng.choice([at + 1, at + 2] if not at else [at - 1, at + 1])]
    return line[: found.start()] + other + line[found.end() :]


def other_form(line: str, _rng: random.Random) -> str:
    """A heading with its number in another form."""
    return re.sub(r"([一二三四五])、", lambda found: f"{'一二三四五'.index(found[1]) + 1}. ", line)


def other_level(line: str, rng: random.Random) -> str:
    """A heading of another rank."""
    marks, _, text = line.partition(" ")
    level = rng.choice([level for level in (1, 3, 4, 5) if level != len(marks)])
    return f"{'#' * level} {text}"


def cut(text: str, rng: random.Random) -> str:
    """A text cut off in a sentence."""
    return text[: rng.randrange(len(text) // 2, len(text) - 4)].rstrip("，。；,.; ")


def surname_slip(found: re.Match[str], rng: random.Random) -> str:
    """An English name whose surname lacks a letter, or has another one."""
    name = found[1]
    at = rng.randrange(len(name))
    other = name[:at] + (rng.choice([mark for mark in "AEIKMRTY" if mark != name[at]])) + name[at + 1 :]
    return found[0].replace(name, rng.choice([other, name[:at] + name[at + 1 :]]), 1)


def exchanged(key: str) -> Way:
    """Two names under a key that have changed places."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.with_key(key)):
            text = path.read_text("utf-8")
            part = re.search(rf"(?m)^{key}:\n(?:  .*\n)+", text)
            names = re.findall(r"name: ([^,}\n]+)", part[0]) if part else []
            if part and len(names) > 1:
                one, other = rng.sample(names, 2)
                made = part[0].replace(one, "\0").replace(other, one).replace("\0", other)
                return replaced(path, part[0], made, "names exchanged")
        return None

    return way


def lines_exchanged(key: str) -> Way:
    """Two people under a key that have changed places with all that is said of them."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.with_key(key)):
            part = re.search(rf"(?m)^{key}:\n((?:  .*\n)+)", path.read_text("utf-8"))
            lines = part[1].splitlines(keepends=True) if part else []
            if len(lines) > 1:
                at = rng.randrange(len(lines) - 1)
                made = [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]
                return replaced(path, "".join(lines), "".join(made), "people exchanged")
        return None

    return way


def person_dropped(key: str) -> Way:
    """A list of people without one of them."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        for path in shuffled(rng, copy.with_key(key)):
            part = re.search(rf"(?m)^{key}:\n((?:  .*\n)+)", path.read_text("utf-8"))
            if part:
                return replaced(path, rng.choice(part[1].splitlines(keepends=True)), "", "left out")
        return None

    return way


def empty_value(*keys: str) -> Way:
    """A key with nothing behind it."""

    def way(copy: Copy, rng: random.Random) -> Edit | None:
        path = rng.choice(copy.articles)
        key = rng.choice(keys)
        return with_value(path, key, '""') if value_of(path, key) else None

    return way
