"""Late corrections: which pages change when a paragraph is corrected and the plan of the pages is kept.

    python tools/late_corrections.py [ISSUE] [--count 50] [--seed 1] [--set KEY=VALUE]

Paragraphs are edited by chance, one at a time: characters replaced, put in, taken out. Half of the edits leave the
paragraph's lines as many as they were: then no page may change but those that it stands on. The others take a line away
or add one: what follows is shown by the number of pages changed, and by the findings that name them. Without an ISSUE
it is the real one, where that stands beside the checkout.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cold_runs import RunFailed
from real_issue import import_seed, seed

from huozi.blocks.article import set_issue
from huozi.blocks.lines import composer
from huozi.blocks.paragraphs import set_paragraph
from huozi.blocks.setting import Setting
from huozi.commands.making import Request, make
from huozi.content.issue_model import Issue
from huozi.content.model import NO_HINTS, Paragraph, Text
from huozi.diagnostics import Findings, Span
from huozi.display import Page
from huozi.galley import Galley, Matter, SetParagraph
from huozi.makeup.inside import MakeUp
from huozi.makeup.kept import KeptPlan, issue_now, plan_kept
from huozi.makeup.kept_text import plan_text, read_plan
from huozi.makeup.pages import make_up
from huozi.structure import Kind

PLAN = "plan"
"""What findings call the kept plan's file."""
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们"
"""Characters that corrections put in."""
MOST_PUT_IN = 40


class Edit(NamedTuple):
    """A correction: the paragraph's place, its lines before and after, the pages that it stood on, those that changed.

    Pages are counted in the file. ``told`` are the findings on the plan.
    """

    span: Span
    before: int
    after: int
    own: tuple[int, ...]
    changed: tuple[int, ...]
    told: tuple[str, ...]


class Issues:
    """An issue set once, whose paragraphs are then corrected one at a time."""

    def __init__(self, folder: str, overrides: tuple[tuple[str, str], ...] = ()) -> None:
        self.made = make(Request(folder, overrides=overrides), Findings(), lambda _: None)
        self.setting = Setting(self.made.sheet, self.made.catalog, Findings(), self.made.sheet.page.area.measure)
        galley = set_issue(self.made.issue, self.setting).galley
        self.galley: Galley = tuple(map(_remembering, galley))
        self.pages, self.plan = self._pages(self.galley, None)
        self.facts = [facts_of(page) for page in self.pages]

    def _pages(self, galley: Galley, kept: KeptPlan | None) -> tuple[tuple[Page, ...], KeptPlan]:
        made, findings = self.made, Findings()
        keep = None if kept is None else (kept, Span(PLAN))
        text = composer(self.setting, made.issue.span)
        done = make_up(MakeUp(made.issue, made.sheet, galley, text, findings, made.catalog.face, keep))
        self.found = tuple(item.rule for item in findings if item.rule.startswith("plan-"))
        now = issue_now(made.issue, made.sheet, galley, done.solver.parts)
        return done.pages, plan_kept(now, done.decision.plan, done.folio)

    def edits(self, chance: random.Random) -> Iterator[Edit]:
        """Corrections without end."""
        places = {piece.span: at for at, piece in enumerate(self.galley) if isinstance(piece, SetParagraph)}
        paragraphs = [block for block in _paragraphs(self.made.issue) if block.span in places]
        kept = read_plan(plan_text(self.plan), PLAN, Findings())  # as it comes back from its file
        while True:
            block = chance.choice(paragraphs)
            at = places[block.span]
            before = self.galley[at]
            after = self._set(_corrected(block, chance))
            if not isinstance(before, SetParagraph) or after is None or abs(after.lines - before.lines) > 1:
                continue
            pages, _ = self._pages((*self.galley[:at], after, *self.galley[at + 1 :]), kept)
            facts = [facts_of(page) for page in pages]
            longest = max(len(facts), len(self.facts))
            changed = (page for page in range(longest) if self.facts[page : page + 1] != facts[page : page + 1])
            own = tuple(page.index for page in self.pages if _stands_on(page, block.span))
            yield Edit(block.span, before.lines, after.lines, own, tuple(changed), self.found)

    def _set(self, block: Paragraph) -> SetParagraph | None:
        """A paragraph of the body, set."""
        element = self.setting.part(Kind.PARAGRAPH, block.span, block.inlines)
        matter = set_paragraph(block.inlines, self.setting, self.setting.style("body"), element)
        return next((piece for piece in matter if isinstance(piece, SetParagraph)), None)


def _remembering(piece: Matter) -> Matter:
    """A paragraph that casts its lines and looks for others once."""
    if not isinstance(piece, SetParagraph):
        return piece
    return piece._replace(cast=cache(piece.cast), variants=cache(piece.variants))


def facts_of(page: Page) -> tuple[object, ...]:
    """All that is seen of a page, item for item."""
    return page.side, page.folio, page.label, tuple(placed._replace(element=None) for placed in page.items)


def _stands_on(page: Page, span: Span) -> bool:
    return any(placed.element is not None and placed.element.span == span for placed in page.items)


def _paragraphs(issue: Issue) -> Iterator[Paragraph]:
    """The paragraphs of the body that are nothing but text."""
    for article in issue.articles:
        for block in article.blocks:
            if not isinstance(block, Paragraph) or block.hints != NO_HINTS:
                continue
            if all(isinstance(part, Text) for part in block.inlines):
                yield block


def _corrected(block: Paragraph, chance: random.Random) -> Paragraph:
    """A paragraph in which some characters side by side are other ones, more, or fewer."""
    texts = [(at, part) for at, part in enumerate(block.inlines) if isinstance(part, Text) and part.text != "\n"]
    at, part = chance.choice(texts)
    start = chance.randrange(len(part.text) + 1)
    out, put_in = chance.choice(((1, 1), (3, 3), (0, 1), (0, 4), (1, 0), (4, 0), (0, MOST_PUT_IN), (MOST_PUT_IN, 0)))
    new = "".join(chance.choice(HAN) for _ in range(put_in))
    text = part.text[:start] + new + part.text[start + out :]
    inlines = (*block.inlines[:at], part._replace(text=text or "字"), *block.inlines[at + 1 :])
    return block._replace(inlines=inlines)


def is_right(edit: Edit) -> bool:
    """Whether a correction that leaves a paragraph's lines as many has changed no page but those it stands on."""
    return edit.before != edit.after or (set(edit.changed) <= set(edit.own) and not edit.told)


def corrections(issues: Issues, count: int, chance: random.Random) -> tuple[list[Edit], list[Edit]]:
    """So many corrections that leave a paragraph's lines as many, and half as many that do not."""
    same: list[Edit] = []
    other: list[Edit] = []
    for edit in issues.edits(chance):
        if edit.before == edit.after and len(same) < count:
            same.append(edit)
        elif edit.before != edit.after and len(other) < count // 2:
            other.append(edit)
        if len(same) == count and len(other) == count // 2:
            break
    return same, other


def _shown(edit: Edit) -> str:
    told = ", ".join(f"{rule} ×{count}" for rule, count in Counter(edit.told).items())
    return f"{edit.span}: {edit.after - edit.before:+} line, on {edit.own}, changed {edit.changed} {told}"


def main() -> int:
    """Show what corrections change; 1 where one has changed a page that it should not."""
    parser = argparse.ArgumentParser(description="which pages late corrections change")
    parser.add_argument("issue", nargs="?")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    overrides = tuple((key, value) for key, _, value in (text.partition("=") for text in options.set))
    with tempfile.TemporaryDirectory() as folder:
        manuscript = seed()
        if options.issue is None and manuscript is None:
            print("the real issue is not at hand")
            return 0
        try:
            where = options.issue or str(import_seed(manuscript, Path(folder))) if manuscript else options.issue
        except RunFailed as failure:
            print(failure)
            return 2
        issues = Issues(where, overrides)
    same, other = corrections(issues, options.count, random.Random(options.seed))  # noqa: S311  # chance, no secret
    wrong = [edit for edit in same if not is_right(edit)]
    print(f"{len(same)} edits that leave the lines as many: {len(same) - len(wrong)} change no other page")
    for edit in wrong:
        print(f"  {_shown(edit)}")
    print(f"{len(other)} edits that take a line or add one:")
    for edit in other:
        print(f"  {_shown(edit)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
