"""The file of a proof of an issue whose pages are made: what ``proof`` and ``ci`` have in common."""

from __future__ import annotations

from huozi.commands.documents import face_keys, target_of
from huozi.commands.listing import Listing, roots_of
from huozi.commands.making import Examined, Made
from huozi.commands.ranges import PageRange
from huozi.diagnostics import Findings, Language, Span
from huozi.display import Page
from huozi.messages.proof_words import STAGES, say
from huozi.records import NamedTuple
from huozi.rounds.changes import Comparison


class ProofWish(NamedTuple):
    """The proof that is asked for.

    ``output``: where it goes, empty: into the issue's ``build/``. ``stage`` is the round's name, ``date`` its day
    (empty: the issue's own), ``revision`` a short name of what was set (empty: not known). ``pages``: only those of
    these folios; ``article``: only those that it stands on, by its file's name or its title. ``changed`` is what
    differs from an earlier edition. ``keeps``: the round is kept under its name. ``pictures`` and ``report``: pages are
    drawn beside it at ``dpi``, a report is written.
    """

    output: str = ""
    stage: str = STAGES[0]
    date: str = ""
    revision: str = ""
    paper: str = ""
    spreads: bool = False
    plain: bool = False
    pages: PageRange | None = None
    article: str = ""
    changed: Comparison | None = None
    keeps: bool = False
    pictures: bool = False
    report: bool = False
    dpi: int = 110


USUAL = ProofWish()


def proof_bytes(
    examined: Examined, made: Made, pages: tuple[Page, ...], listing: Listing, wish: ProofWish, language: Language
) -> bytes:
    """The file of a proof of pages, with the findings of a list.

    Raises ``InvalidIssue`` with all that speaks against it.
    """
    from huozi.blocks.lines import composer
    from huozi.blocks.setting import Setting
    from huozi.commands.proof_facts import changed_of, front_of, remarks_of
    from huozi.fonts.catalog import GETA
    from huozi.output.pdf import pdf_bytes
    from huozi.sheets.hand import Hand
    from huozi.sheets.proof import Manuscript, Wanted, make_proof
    from huozi.sheets.proof_map import proof_map
    from huozi.sheets.stamp import Told as Stamped

    target = target_of(made, "proof")
    stamped = Stamped(wish.stage, target.title, wish.date or target.date, wish.revision, language)
    setting = Setting(made.sheet, made.catalog, Findings(), made.sheet.page.area.measure)
    hand = Hand(composer(setting, Span("")), made.sheet.styles["body"])
    changed = None if wish.changed is None else changed_of(wish.changed, language)
    geta = {key: made.catalog.face(key).glyph(GETA) for key in face_keys(pages)}
    remarks = remarks_of(examined, listing, language)
    work = Manuscript(pages, made.sheet.page.area, geta.__getitem__, remarks, changed)
    front = front_of(made, pages, listing, stamped)._replace(changed=changed)
    made_proof = make_proof(work, Wanted(stamped, wish.paper, wish.spreads, wish.plain), front, hand)
    issue = made.issue
    facts = {"journal": issue.journal, "year": str(issue.year), "issue": issue.number, "title": target.title}
    facts |= {"round": wish.stage, "revision": wish.revision}
    roots = roots_of(examined)._replace(houses=())
    private = proof_map(facts, made_proof.mapped, lambda file: roots.name(file) or "")
    faces = {key: made.catalog.face(key) for key in face_keys(made_proof.sheets)}
    title = say("title", language, title=target.title, round=wish.stage)
    target = target._replace(title=title, date=stamped.date)
    return pdf_bytes(made_proof.sheets, target, faces, b"", private, made.pictures)
