"""The command line. The only module that prints or exits.

A command is a row of ``COMMANDS`` and a module of ``huozi.commands`` with two functions: ``add_arguments(parser)`` and
``run(options, progress) -> Outcome``. Only the module of the command asked for is imported.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from huozi.diagnostics import Finding, InvalidIssue, Language, Span, finding
from huozi.imports import attempt, preload, process_is_ours, standing_in

if TYPE_CHECKING:
    from huozi.commands.outcome import Outcome

_AS_WRITTEN = {"gettext": str, "ngettext": lambda one, several, count: one if count == 1 else several}
preload("argparse", {"gettext": _AS_WRITTEN})  # what argparse says has no translation to be looked for

import argparse  # noqa: E402  # the plain way, where the light one could not be gone

USAGE, OUR_FAULT, INTERRUPTED = 2, 3, 130
"""Exit codes that are given here (formats.md); the last is the shell's for an interrupt."""

PATIENCE = 1.0
"""Seconds before a terminal is told what is being done."""

COMMANDS = {
    "build": ("build", "排出付印的 PDF / build the print-ready PDF"),
    "import": ("import_manuscript", "把来稿整理成一期的文件夹 / turn a manuscript into an issue folder"),
    "check": ("check", "列出一期里的所有问题 / list all findings of an issue"),
    "ci": (
        "ci",
        "CI 要做的一次做完：改动涉及的各期都检查、排版、比较 / check, build and compare what a change touches",
    ),
    "compose": ("compose", "逐行显示一段文字怎样排 / show how a text is broken and spaced"),
    "diff": ("diff", "比较两稿：哪些行改了、挪了、重排了，牵动哪几页 / compare two editions of an issue"),
    "explain": ("explain", "说明每页为什么这样，排成别的页数要什么代价 / why the pages are so; what other counts cost"),
    "fonts": ("fonts", "列出字体和各款所缺的字；add 放进字体 / list fonts and what each lacks; add one"),
    "new": ("new", "建一种刊、下一期、一篇文章 / make a journal, its next issue, an article"),
    "notes": ("notes", "列出审稿人在校样 PDF 里的批注 / list the comments that reviewers left in a proof"),
    "proof": ("proof", "排出校样：原大，行号，页边列出问题 / a proof: line numbers, findings in the margin"),
    "schema": ("schema", "供编辑器用的 JSON Schema / print a JSON Schema for editors"),
}
"""The verbs: their module under ``huozi.commands`` and what they do."""

STAGES = {
    "read": ("读取稿件", "reading the issue"),
    "set": ("排字拼版", "setting and making up"),
    "write": ("写出文件", "writing the file"),
    "import": ("整理稿件", "importing the manuscript"),
}
"""What a terminal is told of a stage."""

EPILOG = """退出码：0 完成；1 稿件或版式有问题；2 用法、路径、系统有问题，或这种文件不会读；3 程序自身的错误。
exit codes: 0 done; 1 faults in a manuscript or layout; 2 usage, paths, the system, a kind of file that is not read;
3 a fault of ours."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives its exit code."""
    return _run(arguments)[0]


def _run(arguments: Sequence[str] | None) -> tuple[int, object]:
    """Run a command; gives its exit code and what it came to."""
    try:
        return _carry_out(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED, None


def _carry_out(given: Sequence[str]) -> tuple[int, object]:
    options = attempt(lambda: _options_without_colours(given)) or _parser(given).parse_args(given)
    code: int = 0
    try:
        try:
            outcome: Outcome = options.run(options, _progress(options.lang))
        except InvalidIssue as error:
            return _ended_by(error, options.lang), None
        code = outcome.code
        if outcome.aside:
            _say(outcome.text.rstrip("\n"))
        elif outcome.text and not (outcome.may_go_unheard and sys.stdout is None):
            _write(outcome.text)
        if not outcome.listed:
            _show(outcome.findings, options.lang)
        return code, outcome
    except BrokenPipeError:  # whoever read our output has gone; so that the exit itself does not complain:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code, None
    except OSError as error:  # the system's doing, not ours: a full disk behind the output, a device that fails
        place = Span(os.fsdecode(error.filename) if error.filename else "stdout")
        _show([finding(place, "system-refuses", reason=error.strerror or error)], options.lang)
        return USAGE, None
    except Exception as error:
        return _own_up(error, options.lang), None


def _ended_by(error: InvalidIssue, language: Language) -> int:
    """Show what has ended a command; gives the exit code by its cause."""
    from huozi.commands.outcome import code_by_cause

    _show(error.findings, language)
    return int(code_by_cause(error.findings))


class _Colourless:
    """A theme of Python 3.14's for help: nothing stands before any part of it."""

    def __getattr__(self, part: str) -> str:
        return ""


_NO_COLOURS: dict[str, object] = {
    "can_colorize": lambda **_: False,
    "decolor": str,
    "get_theme": lambda **_: SimpleNamespace(argparse=_Colourless()),
}
"""Python 3.14 loads ``dataclasses`` and all that it needs for colours of a help that is hardly ever shown."""


def _options_without_colours(given: Sequence[str]) -> argparse.Namespace:
    with standing_in({"_colorize": _NO_COLOURS} if sys.version_info[:2] == (3, 14) else {}):
        return _parser(given).parse_args(given)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """The grammar of the command line; of the commands, only the one asked for is filled in."""
    top = _Parser(
        prog="huozi",
        description="活字：把期刊的文字排成付印的 PDF。Chinese journal issues to print-ready PDF.",
        epilog=EPILOG,
        formatter_class=_Help,
    )
    top.add_argument("--version", action="version", version=f"huozi {_version()}", help="版本 / version")
    commands = top.add_subparsers(title="命令 / commands", metavar="COMMAND", required=True)
    asked = [name for name in given[:1] if name in COMMANDS]
    for name in asked or COMMANDS:
        module_name, help_text = COMMANDS[name]
        command = commands.add_parser(name, help=help_text, description=help_text, epilog=EPILOG, formatter_class=_Help)
        lang = command.add_argument("--lang", choices=("zh", "en"), help="提示所用的语言 / language of messages")
        lang.default = _language()
        if name in asked:
            module = import_module(f"huozi.commands.{module_name}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return top


class _Parser(argparse.ArgumentParser):
    """A parser whose help any console can show: what its encoding lacks is written as ``\\u….``"""

    def _print_message(self, message: str, file: Any = None) -> None:
        encoding = "utf-8" if file is None else file.encoding or "utf-8"
        super()._print_message(message.encode(encoding, "backslashreplace").decode(encoding), file)


def _language() -> Language:
    """The language of messages where none is asked for: Chinese, unless a console cannot write it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            "错误".encode(stream.encoding or "utf-8")
        except (AttributeError, LookupError):  # closed by the shell, or not of the usual kind
            continue
        except UnicodeEncodeError:
            return "en"
    return "zh"


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse would load ``shutil`` to ask, and every compressor with it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """The width of the terminal, or what the shell says it is."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size().columns or USUAL_COLUMNS
    except (AttributeError, ValueError, OSError):  # no terminal
        return USUAL_COLUMNS


USUAL_COLUMNS = 80


def _version() -> str:
    from huozi import __version__

    return __version__


class _Progress:
    """Tells a terminal the stage at work, once patience has run out; says nothing elsewhere (CI, a pipe)."""

    def __init__(self, language: Language) -> None:
        self._column = 0 if language == "zh" else 1
        self._began = time.monotonic()
        self._terminal = sys.stderr is not None and sys.stderr.isatty()  # None where the shell has closed it

    def __call__(self, stage: str) -> None:
        if self._terminal and time.monotonic() - self._began > PATIENCE:
            _say(f"{STAGES[stage][self._column]} …")


def _progress(language: Language) -> _Progress:
    return _Progress(language)


def _say(line: str) -> None:
    """A line on the standard error; nothing where the shell has closed it: the exit code still tells."""
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")


def _write(text: str) -> None:
    """A text on the standard output; what its encoding lacks is written as JSON writes it, ``\\u….``

    Raises ``OSError`` where nothing can be written.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(_in_pairs(text).encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()


def _in_pairs(text: str) -> str:
    """A text whose characters beyond the first plane are pairs of surrogates, as JSON writes them."""
    return "".join(
        character
        if character < "\U00010000"
        else f"{chr(0xD7C0 + (ord(character) >> 10))}{chr(0xDC00 + (ord(character) & 0x3FF))}"
        for character in text
    )


def _show(findings: Sequence[Finding], language: Language) -> None:
    """Findings on the standard error, and how many there are of each severity."""
    from huozi.commands.outcome import as_lines

    for line in as_lines(findings, language):
        _say(line)


def _own_up(error: Exception, language: Language) -> int:
    """Say that Huozi itself is at fault, with what its makers need to know."""
    import traceback

    _say("".join(traceback.format_exception(error)).rstrip())
    if language == "zh":
        _say("以上是活字自身的错误，不是稿件的问题。请把这段文字连同稿件交给维护者。")
    else:
        _say("This is a fault of Huozi, not of your issue. Please send these lines to its maintainers.")
    return OUR_FAULT


def run() -> None:
    """Run a command and leave at once: taking hundreds of thousands of objects down first would cost a tenth more.

    Whatever was written has been closed by then; only the standard streams are left to be flushed.
    """
    process_is_ours()
    gc.disable()  # a command is one short run that makes no garbage in cycles; collecting costs it a tenth of its time
    code, _held = _run(None)
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # None where the shell has closed it
                stream.flush()
    except OSError:  # nobody reads on, or there is no room: the exit code says what was done
        code = code or USAGE
    os._exit(code)
