"""What an issue was in a round or at a revision: what was found in it then, its edition, its pages where it has any."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from huozi.commands.before import Before, issue_before
from huozi.commands.editions import Side, side_before
from huozi.commands.making import Request
from huozi.commands.round_files import load_round, round_path
from huozi.records import NamedTuple
from huozi.rounds.kept import Round


class Earlier(NamedTuple):
    """An earlier edition by the name it is asked for (``asked``): a round, an issue at a revision, or neither.

    Neither: there was no such issue then.
    """

    asked: str
    round: Round | None = None
    before: Before | None = None

    def known(self) -> frozenset[str]:
        """The fingerprints of all that was found in it."""
        if self.round is not None:
            return frozenset(each.fingerprint for each in self.round.findings)
        return self.before.known() if self.before is not None else frozenset()

    def side(self) -> Side | None:
        """Its edition, where there is one. Raises ``InvalidIssue`` where it cannot be read any more."""
        if self.round is not None:
            return Side(self.asked, self.round.edition, round=self.round)
        return side_before(self.asked, self.before) if self.before is not None else None


@contextmanager
def earlier(request: Request, asked: str) -> Iterator[Earlier]:
    """What an issue was in a round (by its name or its file) or at a revision, as long as the context lasts.

    Raises ``InvalidIssue`` where there is no such round or revision, or it cannot be read.
    """
    if (path := round_path(asked, request.folder)) is not None:
        yield Earlier(asked, round=load_round(path))
        return
    with issue_before(request, asked) as before:
        yield Earlier(asked, before=before)


def known_before(request: Request, asked: str) -> frozenset[str]:
    """The fingerprints of all that was found in an issue in a round or at a revision; none where there was none."""
    with earlier(request, asked) as old:
        return old.known()
