"""The list as text for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from huozi.commands.file_places import relative
from huozi.commands.forms import Manner
from huozi.commands.forms.words import counted, made_in_words, on_page, shown
from huozi.commands.listing import Entry, Listing
from huozi.diagnostics import Language, Severity
from huozi.messages import render
from huozi.messages.listing import say

SHOWN = 3
"""Places of a rule that a text shows; the rest are counted. Errors are all shown."""

ASKED_FOR = ("lines-to-cut",)
"""Rules that answer what someone asked: they are all shown too."""


def form(listings: Sequence[Listing], manner: Manner) -> str:
    """Each finding with its remedy, how many there are, what was made; what is accepted is counted alone.

    Of several issues each begins with a line that names it.
    """
    if len(listings) == 1:
        return _text(listings[0], manner.language)
    return "\n".join(f"== {relative(listing.issue)} ==\n{_text(listing, manner.language)}" for listing in listings)


def _text(listing: Listing, language: Language) -> str:
    lines = [*_places(shown(listing), language), counted(listing, language), made_in_words(listing.made, language)]
    return "".join(f"{line}\n" for line in lines)


def _places(entries: Sequence[Entry], language: Language) -> Iterator[str]:
    """The findings as they are shown, a rule's further ones counted behind the last that is."""
    all_of = Counter(entry.finding.rule for entry in entries)
    so_far: Counter[str] = Counter()
    for entry in entries:
        rule = entry.finding.rule
        so_far[rule] += 1
        is_error = entry.severity is Severity.ERROR
        is_whole = is_error or rule in ASKED_FOR
        if so_far[rule] > SHOWN and not is_whole:
            continue
        yield render(entry.finding, language, on_page(entry, language), "" if is_error else f" [{entry.fingerprint}]")
        if so_far[rule] == SHOWN < all_of[rule] and not is_whole:
            yield f"    {say('more', language, count=all_of[rule] - SHOWN)}"
