"""What several forms say in the same words."""

from __future__ import annotations

from collections import Counter

from huozi.commands.listing import Entry, Listing, MadeFile, SectionPage
from huozi.commands.outcome import SEVERITIES, counted_in_words
from huozi.diagnostics import Language
from huozi.messages import texts
from huozi.messages.listing import say


def shown(listing: Listing) -> list[Entry]:
    """The findings that nobody has accepted."""
    return [entry for entry in listing.entries if entry.accepted is None]


def on_page(entry: Entry, language: Language) -> str:
    """The folio of a finding, as it is said behind its message; empty where none is known."""
    return say("folio", language, folio=entry.folio) if entry.folio else ""


def message_and_hint(entry: Entry, language: Language, about: str = "") -> tuple[str, str]:
    """What is wrong, with the page, and what to do; what it is about stands before it where the place does not say."""
    message, hint = texts(entry.finding, language)
    before = f"{about}: " if about else ""
    return f"{before}{message}{on_page(entry, language)}", hint


def counted(listing: Listing, language: Language) -> str:
    """How many findings there are, in a line; with a revision, how many it had already and are not listed."""
    counts = Counter(SEVERITIES[entry.severity] for entry in shown(listing))
    accepted = sum(entry.accepted is not None for entry in listing.entries)
    line = counted_in_words(counts, accepted, language)
    if listing.since is None:
        return line
    return line + say("known", language, known=listing.since.known, revision=listing.since.revision)


def made_in_words(made: MadeFile | None, language: Language) -> str:
    """What was made: the file, how many pages, the folios that sections begin on."""
    if made is None:
        return say("none-made", language)
    what = say("written" if made.path else "made-up", language, path=made.path, pages=made.pages)
    what += say("folios", language, folios=made.folios) if made.folios else ""
    sections = say("between", language).join(_section(section, language) for section in made.sections)
    what += say("sections", language, sections=sections) if sections else ""
    what += say("covers", language, path=made.covers) if made.covers else ""
    others = say("between", language).join(made.others)
    return what + (say("others", language, paths=others) if others else "")


def _section(section: SectionPage, language: Language) -> str:
    return say("section", language, title=section.title, folio=section.folio or say("no-folio", language))
