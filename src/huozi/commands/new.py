"""``huozi new``: a journal's house, its next issue, an article; the specimen issue to look at."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date

from huozi.commands.outcome import Exit, Outcome, Progress
from huozi.new.article import new_article
from huozi.new.issue import Asked, new_issue
from huozi.new.journal import SPECIMEN, new_journal, specimen_files
from huozi.new.own_layout import Identity
from huozi.new.places import make_whole

MOST = 99_999
"""No issue's number or serial number is larger."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The kinds of what can be made new, and the options of each."""
    kinds = parser.add_subparsers(title="种类 / kinds", metavar="KIND", dest="kind", required=True)
    for name, help_text, add in KINDS:
        kind = kinds.add_parser(name, help=help_text, description=help_text, formatter_class=parser.formatter_class)
        kind.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help="提示所用的语言 / language")
        add(kind)


def _add_journal(parser: argparse.ArgumentParser) -> None:
    default = Identity()
    parser.add_argument("folder", help="建在哪个文件夹 / folder to make")
    parser.add_argument("--name", default="", metavar="刊名", help="刊名（不写则用文件夹的名称）/ the journal's name")
    parser.add_argument("--name-en", default="", metavar="NAME", help="英文刊名 / its English name")
    parser.add_argument("--organiser", default="", metavar="单位", help="主办单位 / who publishes it")
    parser.add_argument(
        "--kind", dest="sort", choices=("periodical", "internal"), default=default.kind,
        help="期刊，还是连续性内部资料 / a periodical, or an internal publication",
    )  # fmt: skip
    parser.add_argument(
        "--like", "--base", default=default.like, metavar="LAYOUT",
        help="照哪一份随附的版式 / the shipped layout to start from",
    )  # fmt: skip
    _add_place_in_the_row(parser)


def _add_issue(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", default=".", help="刊物的文件夹，或新的一期的 / the journal's, or the new issue's"
    )
    parser.add_argument("--journal", default="", metavar="LAYOUT", help="几种刊里的哪一种 / which of several journals")
    _add_place_in_the_row(parser)


def _add_place_in_the_row(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--issue", type=_count, default=0, metavar="N", help="第几期 / the issue's number")
    parser.add_argument("--serial", type=_count, default=0, metavar="N", help="总第几期 / its serial number")
    parser.add_argument("--date", type=_day, default=None, metavar="2026-01-31", help="出版日期 / its date")


def _add_article(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("issue", help="一期的文件夹 / folder of the issue")
    parser.add_argument("name", help="文章的名称，也是文件名 / the article's name, which its file has too")
    parser.add_argument("--title", default="", metavar="题名", help="题名（不写则用名称）/ its title")
    parser.add_argument("--section", default="", metavar="栏目", help="哪个栏目（不写则是最后一个）/ its section")


def _add_specimen(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", help="抄到哪个文件夹 / folder to make")


def _count(text: str) -> int:
    """A number from one; argparse words the complaint where it is none."""
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:9]) <= MOST:
        raise argparse.ArgumentTypeError(f"1 … {MOST}")
    return int(text)


def _day(text: str) -> date:
    """A date; argparse words the complaint where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}: 2026-01-31") from error


def run(options: argparse.Namespace, _progress: Progress) -> Outcome:
    """Make what is asked for; the paths of the files made go to the standard output."""
    made, built = MAKERS[options.kind](options)
    shown = f'"{built}"' if " " in built else built
    lines = [*made, "", f"huozi build {shown}"]
    return Outcome(Exit.DONE, text="".join(f"{line}\n" for line in lines))


def _journal(options: argparse.Namespace) -> tuple[Sequence[str], str]:
    identity = Identity(options.name, options.name_en, options.organiser, options.like, options.sort)
    day = options.date or date.today()
    folder, paths = new_journal(options.folder, identity, day, options.issue or 1, options.serial or 1)
    return paths, folder


def _issue(options: argparse.Namespace) -> tuple[Sequence[str], str]:
    asked = Asked(options.journal, options.issue, options.serial, options.date)
    folder, paths = new_issue(options.folder, asked)
    return paths, folder


def _article(options: argparse.Namespace) -> tuple[Sequence[str], str]:
    return new_article(options.issue, options.name, options.title, options.section), options.issue


def _specimen(options: argparse.Namespace) -> tuple[Sequence[str], str]:
    files = specimen_files()
    make_whole(options.folder, files)
    return [os.path.join(options.folder, *path.split("/")) for path in files], options.folder


KINDS: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("journal", "建一种刊：版式和第一期 / a journal: its layout and a first issue", _add_journal),
    ("issue", "建下一期，期数、总期号、日期接着上一期 / the next issue, numbered and dated after the last", _add_issue),
    ("article", "建一篇文章，登记到目录 / an article, entered in the contents", _add_article),
    (SPECIMEN, "抄一份样刊，也就是说明书 / a copy of the specimen issue, the handbook", _add_specimen),
)
"""What can be made new: its name, what that is, its options."""

MAKERS: dict[str, Callable[[argparse.Namespace], tuple[Sequence[str], str]]] = {
    "journal": _journal,
    "issue": _issue,
    "article": _article,
    SPECIMEN: _specimen,
}
"""What makes each: it gives the paths made, and the folder of the issue to build."""
