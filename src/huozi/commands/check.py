"""``huozi check``: everything that can be found in issues, in one list; findings signed off on request."""

from __future__ import annotations

import argparse

from huozi.commands.making import Request, examine
from huozi.commands.options import add_issue_options
from huozi.commands.outcome import Exit, Outcome, Progress
from huozi.commands.telling import (
    PLAIN,
    Telling,
    Told,
    add_list_options,
    only_of_one,
    outcome_of,
    prepared,
    tell_each,
    told,
)
from huozi.diagnostics import Findings, Span, finding


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    add_issue_options(parser, several=True, optional=True)
    add_list_options(parser, "--output")
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="FINGERPRINT",
        help="认可一个问题（方括号里的编号），写入 issue.yaml / accept a finding, in issue.yaml",
    )
    parser.add_argument(
        "--final",
        action="store_true",
        help="付印前的检查，多查上百项 / the look before print: checks more",
    )
    parser.add_argument(
        "--explain",
        metavar="RULE",
        help="说明一条规则，不看哪一期；all 列出全部 / what a rule says, of no issue; all lists them",
    )
    parser.add_argument("--by", metavar="NAME", help="谁认可的 / who accepts it")
    parser.add_argument("--why", metavar="TEXT", help="为什么 / why")


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Check as the command line asks; what is to be accepted first, so that the list is what is left."""
    if options.explain is not None:
        from huozi.commands.explaining import explain_rule

        return explain_rule(options.explain, options.lang)
    if not options.issue:
        return Outcome(Exit.USAGE, (finding(Span("--explain"), "issue-not-named"),))
    signing = options.accept or options.by is not None or options.why is not None
    only_of_one(options, {"--accept": signing})

    def run_over(request: Request, telling: Telling, findings: Findings) -> Told:
        request = request._replace(final=options.final)
        if signing:
            from huozi.commands.accepting import Signature, accept

            refused = accept(request, options.accept, Signature(options.by or "", options.why or ""), progress)
            findings.extend(refused)
        return _checked(request, progress, telling, findings)

    return tell_each(options, run_over)


def check(request: Request, progress: Progress, telling: Telling = PLAIN, findings: Findings | None = None) -> Outcome:
    """All findings of manuscript, layout, fonts, composition and pages. ``findings`` are those of reading the options.

    Where the issue or its layout cannot be used, the manuscripts that can be read are checked all the same.
    """
    findings = Findings() if findings is None else findings
    return outcome_of([_checked(request, progress, telling, findings)], telling)


def _checked(request: Request, progress: Progress, telling: Telling, findings: Findings) -> Told:
    telling = prepared(request, telling, findings)
    examined = examine(request, findings, progress)
    return told(examined, findings, telling, could_be_made=examined.made is not None)
