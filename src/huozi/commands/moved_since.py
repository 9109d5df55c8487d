"""Which entries of an issue's contents begin on another page than in an older edition, and why."""

from __future__ import annotations

from contextlib import ExitStack

from huozi.commands.editions import made_side, old_side
from huozi.commands.making import Made
from huozi.commands.outcome import Progress
from huozi.rounds.comparing import compare
from huozi.rounds.moving import Moved, moved_entries


def moved_since(made: Made, folder: str, since: str, progress: Progress) -> tuple[Moved, ...]:
    """The entries of an issue that begin on another page than in a round or at a revision.

    Raises ``InvalidIssue`` as :func:`huozi.commands.editions.old_side` does, and where the old one cannot be set.
    """
    new = made_side(folder, made).edition
    with ExitStack() as stack:
        side = old_side(since, folder, stack, progress)
        side.must_be_set()
    return moved_entries(side.edition, new, compare(side.edition, new).folios)
