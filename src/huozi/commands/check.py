"""``huozi check``: everything that can be found in an issue, in one list; findings signed off on request."""

from __future__ import annotations

import argparse

from huozi.commands.making import Request, examine, request_of
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Outcome, Progress
from huozi.commands.telling import PLAIN, Telling, add_list_options, tell, telling_of
from huozi.diagnostics import Findings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    add_issue_options(parser)
    add_list_options(parser)
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="FINGERPRINT",
        help="认可一个问题（方括号里的编号），写入 issue.yaml / accept a finding, in issue.yaml",
    )
    parser.add_argument("--by", metavar="NAME", help="谁认可的 / who accepts it")
    parser.add_argument("--why", metavar="TEXT", help="为什么 / why")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Check as the command line asks; what is to be accepted first, so that the list is what is left."""
    findings = Findings()
    request = request_of(options, findings)
    telling = telling_of(options)
    if options.accept or options.by is not None or options.why is not None:
        from huozi.commands.accepting import Signature, accept

        refused = accept(request, options.accept, Signature(options.by or "", options.why or ""), progress)
        findings.extend(refused)
    return check(request, progress, telling, findings)


def check(request: Request, progress: Progress, telling: Telling = PLAIN, findings: Findings | None = None) -> Outcome:
    """All findings of manuscript, layout, fonts, composition and pages. ``findings`` are those of reading the options.

    Where the issue or its layout cannot be used, the manuscripts that can be read are checked all the same.
    """
    findings = Findings() if findings is None else findings
    examined = examine(request, findings, progress)
    return tell(examined, findings, telling, could_be_made=examined.made is not None)
