"""``huozi ci``: all that is to be known of a change, in one command: the issues it touches checked, built, compared."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Sequence

from huozi.commands.ci_folder import USUAL, may_hold
from huozi.commands.ci_host import Host, host_of, room_in, write_outputs, write_summary
from huozi.commands.ci_issues import Touched, files_below, issues_among, touched
from huozi.commands.ci_run import Plan, run_issue, shown_name
from huozi.commands.ci_steps import NAMES, STEPS
from huozi.commands.ci_summary import Run, as_lines, as_markdown, changed_pages
from huozi.commands.forms import COMMENT, Manner, in_form
from huozi.commands.listing import LEVELS
from huozi.commands.outcome import SEVERITIES, Exit, Outcome, Progress
from huozi.diagnostics import Finding, InvalidIssue, Language, Severity, Span, finding
from huozi.messages import texts
from huozi.messages.ci import say
from huozi.output.files import make_folder, write_together
from huozi.records import NamedTuple
from huozi.revisions.base import NONE, Base, base_of, changed_since, files_now, moved_since
from huozi.revisions.git import top_of
from huozi.style.house import shown_path

MARK = "<!-- huozi ci -->\n"
"""What our comment begins with, so that it is found again and written over."""

FILES = {"findings.sarif": "sarif", "junit.xml": "junit", "gl-code-quality.json": "gitlab", "findings.json": "json"}
"""The files of all findings, and their forms."""

FORMS = ("text", "markdown", "github")


class Ground(NamedTuple):
    """Where a run takes place: the top of the repository (or the folder that stands for it), base, issues, warnings.

    ``found`` is how many issues there are, touched or not.
    """

    top: str
    base: Base
    issues: tuple[Touched, ...]
    found: int
    warnings: tuple[Finding, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``ci``."""
    where = "到哪里找各期，不写就是版本库里的 issue/ / where issues are looked for; else below issue/ in the repository"
    parser.add_argument("folder", nargs="*", metavar="FOLDER", help=where)
    since = "改动从哪个版本算起，不写就看 CI 的变量和主干 / what the change is compared with; else CI's variables tell"
    parser.add_argument("--since", default="", metavar="REV", help=since)
    parser.add_argument("--all", action="store_true", help="各期都做，不管改没改 / all issues, touched or not")
    output = "做出的文件放在哪里，不写就是版本库的 build/ci / where files go; else build/ci in the repository"
    parser.add_argument("-o", "--output", default="", metavar="DIR", help=output)
    shown = "屏幕上的形式；在 GitHub Actions 里默认是 github / form of what is shown; github is usual in GitHub Actions"
    parser.add_argument("--format", choices=FORMS, default="", help=shown)
    fails = (
        "哪一级的新问题算不通过；错误不论新旧，never 只报告 / what fails when new; errors do, old or new, but for never"
    )
    parser.add_argument("--fail-on", choices=tuple(LEVELS), default="error", help=fails)
    skipped = "不做这一步，可写几次 / a step to be left out; may be given several times"
    parser.add_argument("--skip", action="append", choices=NAMES, default=[], help=skipped)


def run(options: argparse.Namespace, progress: Progress) -> Outcome:
    """Do what CI does for a change."""
    host = host_of(os.environ)
    ground = ground_of(options, host)
    if not ground.issues:
        return _nothing(options, host, ground)
    output = options.output or shown_path(os.path.join(ground.top, USUAL))
    if not may_hold(output, (issue.folder for issue in ground.issues), (issue.name for issue in ground.issues)):
        raise InvalidIssue([finding(Span(output), "ci-output")])
    steps = tuple(step for step in STEPS if step.name not in options.skip)
    plan = Plan(ground.top, ground.base, output, steps, options.lang, options.fail_on)
    runs = tuple(run_issue(issue, plan, progress) for issue in ground.issues)
    told = Run(shown_name(ground.base) if ground.base.commit else "", runs, ground.warnings)
    _write(told, plan)
    _tell_host(host, told, output, options.lang)
    text = _shown(told, options.format or ("github" if host.annotates else "text"), plan)
    return Outcome(max(each.code for each in runs), (), text, listed=True, may_go_unheard=True)


# ------------------------------------------------------------------ where, and what


def ground_of(options: argparse.Namespace, host: Host) -> Ground:
    """The repository of the folders asked for, what its change is compared with, the issues that this touches.

    Raises ``InvalidIssue`` where a folder is missing, in another repository, or holds no issue; and where the revision
    asked for is none.
    """
    folders = options.folder or ["."]
    missing = [finding(Span(each), "no-such-folder") for each in folders if not os.path.isdir(each)]
    if missing:
        raise InvalidIssue(missing)
    try:
        top = top_of(folders[0])
    except InvalidIssue as error:
        if options.since:
            raise
        return _without_repository(folders, error, options.lang)
    below = [_inside(top, each) for each in options.folder]
    paths = issues_among(_on_disk(top, files_now(top)), below)
    if options.folder and not paths:
        raise InvalidIssue([finding(Span(each), "ci-no-issues") for each in options.folder])
    base = base_of(top, options.since, host.bases)
    warnings: tuple[Finding, ...] = ()
    if base.kind == "shallow":
        warnings = (finding(Span(shown_path(top) or "."), "ci-shallow", revision=shown_name(base)),)
    changed = None if options.all or not base.commit else changed_since(top, base.commit)
    moved = moved_since(top, base.commit) if base.commit and paths else {}
    issues = tuple(each._replace(was=_was(each.path, moved)) for each in touched(top, paths, changed))
    return Ground(top, base, issues, len(paths), warnings)


def _without_repository(folders: Sequence[str], error: InvalidIssue, language: Language) -> Ground:
    """All issues in a folder that no repository knows; nothing is compared."""
    top = os.path.realpath(folders[0])
    paths = issues_among(files_below(top), [""])
    if not paths:
        raise InvalidIssue([finding(Span(folders[0]), "ci-no-issues")])
    reason = texts(error.findings[0], language)[0]
    warning = finding(Span(folders[0]), "ci-no-repository", reason=reason)
    return Ground(top, NONE, tuple(touched(top, paths, None)), len(paths), (warning,))


def _inside(top: str, folder: str) -> str:
    """A folder by its path from the top; raises ``InvalidIssue`` where it lies elsewhere."""
    path = os.path.relpath(os.path.realpath(folder), top).replace(os.sep, "/")
    if path == ".." or path.startswith("../"):
        raise InvalidIssue([finding(Span(folder), "ci-two-repositories", top=top)])
    return "" if path == "." else path


def _on_disk(top: str, files: frozenset[str]) -> frozenset[str]:
    """The files of issues among those of a repository that are still there."""
    named = (path for path in files if path.rpartition("/")[2] == "issue.yaml")
    return frozenset(path for path in named if os.path.isfile(os.path.join(top, path)))


def _was(path: str, moved: dict[str, str]) -> str:
    """Where an issue lay before, where its folder has another name now."""
    then = moved.get(f"{path}/issue.yaml", "")
    return os.path.dirname(then) if os.path.basename(then) == "issue.yaml" else ""


# ------------------------------------------------------------------ what is written and told


def _nothing(options: argparse.Namespace, host: Host, ground: Ground) -> Outcome:
    """The outcome of a change that touches no issue: a line."""
    if host.outputs:
        write_outputs(host.outputs, _outputs(Run("", ()), "", ""))
    phrase = "untouched" if ground.found else "no-issues"
    line = say(phrase, options.lang, base=shown_name(ground.base))
    return Outcome(Exit.DONE, ground.warnings, f"{line}\n")


def _write(told: Run, plan: Plan) -> None:
    """Put the summary and the lists of all issues into the folder of the run; raises ``OutputError``."""
    manner = Manner(plan.language, plan.fail_on)
    listings = [each.listing for each in told.issues]
    fresh = [each.told(told.base) for each in told.issues]
    files = {
        name: in_form(form, fresh if form == "junit" else listings, manner).encode("utf-8", "backslashreplace")
        for name, form in FILES.items()
    }
    files["summary.md"] = as_markdown(told, plan.language, room_in()).encode("utf-8", "replace")
    comment = MARK + as_markdown(told, plan.language, COMMENT - len(MARK))
    files["comment.md"] = comment.encode("utf-8", "replace")
    make_folder(plan.output)
    write_together({os.path.join(plan.output, name): data for name, data in files.items()})


def _tell_host(host: Host, told: Run, output: str, language: Language) -> None:
    """Write what the host reads; raises ``OutputError``."""
    if host.summary:
        write_summary(host.summary, as_markdown(told, language, room_in(host.summary)))
    if host.outputs:
        write_outputs(host.outputs, _outputs(told, output, os.path.join(output, "comment.md")))


def _outputs(told: Run, folder: str, comment: str) -> dict[str, str]:
    """The outputs of the action, by their names."""
    new = Counter(
        SEVERITIES[entry.severity]
        for each in told.issues
        for entry in each.listing.entries
        if entry.accepted is None and (each.fresh is None or entry.fingerprint in each.fresh)
    )
    errors = sum(entry.severity is Severity.ERROR for each in told.issues for entry in each.listing.entries)
    return {
        "touched": "true" if told.issues else "false",
        "issues": json.dumps([each.issue.path for each in told.issues], ensure_ascii=False),
        "changed-pages": json.dumps(changed_pages(told.issues), ensure_ascii=False),
        "errors": str(errors),
        "new-warnings": str(new["warning"]),
        "new-notes": str(new["note"]),
        "gone": str(sum(len(each.gone) for each in told.issues)),
        "folder": folder,
        "comment": comment,
    }


def _shown(told: Run, form: str, plan: Plan) -> str:
    """What goes to the standard output."""
    if form == "markdown":
        return as_markdown(told, plan.language, room_in())
    text = as_lines(told, plan.language, plan.fail_on)
    if form == "text":
        return text
    from huozi.commands.forms.github import form as annotations
    from huozi.commands.forms.github import harmless, notice

    notices = "".join(notice(item, plan.language) for item in told.all_warnings())
    fresh = [each.told(told.base) for each in told.issues]
    return harmless(text) + notices + annotations(fresh, Manner(plan.language, plan.fail_on))
