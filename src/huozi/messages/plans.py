"""Messages on plans of pages that are to be kept."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

# fmt: off
PLANS: dict[str, Message] = {
    "plan-unknown": Message(
        Severity.ERROR,
        "这不是本版 huozi build --plan 写的文件，开头是“{text}”",
        "指定 --plan 写的文件；没有的话，先用改动前的稿件运行 huozi build --plan 写一份",
        "this is no file that huozi build --plan of this version writes; it begins “{text}”",
        "name such a file; where there is none, write one with huozi build --plan from the text as it was before"),
    "plan-over-output": Message(
        Severity.ERROR,
        "--plan 和 PDF 写的是同一个文件，会把 PDF 盖掉",
        "给 --plan 或 -o 换一个文件名",
        "--plan names the file that the PDF goes to, and would replace it",
        "give --plan or -o another name"),
    "plan-damaged": Message(
        Severity.ERROR,
        "文件里的这一行读不懂，或缺了后面的部分：“{text}”",
        "改回原样，或用改动前的稿件运行 huozi build --plan 重写一份；不写 --keep-plan 就重新排各页",
        "this line of the file cannot be read, or what follows it is missing: “{text}”",
        "put it back as it was, or write the file anew with huozi build --plan from the text before its corrections; "
        "without --keep-plan all pages are made anew"),
    "plan-other-issue": Message(
        Severity.WARNING,
        "这是另一期的（{journal} {year} 年第 {issue} 期），各页没有照它排",
        "指定这一期的 --plan 文件，或不写 --keep-plan",
        "this is the plan of another issue ({journal} {year}, no. {issue}); nothing was kept of it",
        "name the plan of this issue, or leave --keep-plan out"),
    "plan-other-page": Message(
        Severity.WARNING,
        "它排的是每行 {characters} 字、每页 {lines} 行、{columns} 栏的版心，现在的版心不同，各页没有照它排",
        "改回原来的版心，或用 --plan 重写一份",
        "it is of pages of {characters} characters, {lines} lines and {columns} columns, which these are not; nothing "
        "was kept of it",
        "go back to that type area, or write the file anew with --plan"),
    "plan-part-moved": Message(
        Severity.WARNING,
        "从这里起的各页原来从第 {was} 页起，现在从第 {now} 页起",
        "前面的页数变了：把前面增删的文字补回来，或改回页数的要求；认可这样排，就用 --plan 重写一份",
        "the pages from here on began with page {was} and begin with page {now} now",
        "the count of pages before them has changed: make up for what was added or cut there, or ask for the count "
        "there was; where this is right, write the plan anew with --plan"),
    "plan-pages-changed": Message(
        Severity.WARNING,
        "从第 {folio} 页起的这一部分原来有 {was} 页，现在有 {now} 页",
        "把增删的文字补回来，或改回页数的要求；认可这样排，就用 --plan 重写一份",
        "this part, from page {folio} on, had {was} pages and has {now} now",
        "make up for what was added or cut, or ask for the count there was; where this is right, write the plan anew "
        "with --plan"),
    "plan-page-moved": Message(
        Severity.WARNING,
        "第 {folio} 页不再从这里的第 {line} 行起：这一行现在落在第 {now} 页",
        "在改过的地方增删几行，使前面各页排满而不多出；认可这样排，就用 --plan 重写一份",
        "page {folio} does not begin with line {line} of this any more: that line is on page {now} now",
        "add or cut lines where the text was changed, so that the pages before hold it; where this is right, write the "
        "plan anew with --plan"),
    "plan-page-gone": Message(
        Severity.NOTE,
        "第 {folio} 页原来开头的文字已经不在，改从接下来的这里起",
        "不必改动；认可这样排，就用 --plan 重写一份",
        "what page {folio} began with is gone; it is to begin with what followed, here",
        "nothing need be done; where this is right, write the plan anew with --plan"),
    "plan-page-lost": Message(
        Severity.WARNING,
        "第 {folio} 页的文字都不在了：从这里往后，这一部分的各页重新排",
        "看看后面各页；认可这样排，就用 --plan 重写一份",
        "nothing is left of page {folio}: what follows here in this part is paged anew",
        "look at the pages that follow; where this is right, write the plan anew with --plan"),
}
