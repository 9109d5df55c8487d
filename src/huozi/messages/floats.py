"""Messages of figures, tables and notes on their pages."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

FLOATS: dict[str, Message] = {
    "float-late": Message(
        Severity.WARNING,
        "图表排在第 {folio} 页，提到它的文字在第 {mention} 页：前后的页上没有它的地方",
        "把它缩小，或把写它的位置往后移；要它在某处，写 place=head、place=foot、place=here 或 place=page",
        "this stands on page {folio} and is mentioned on page {mention}: there is no room for it on the pages between",
        "make it smaller, or move where it is written; place=head, foot, here or page puts it where you want it",
    ),
    "float-word-not-had": Message(
        Severity.WARNING,
        "图表没有排在编辑要的地方（第 {folio} 页）：那里放不下",
        "把它缩小，放宽 place、on 的要求，或在前面增删几行",
        "this does not stand where an editor has it (page {folio}): there is no room",
        "make it smaller, ask for less with place and on, or add or cut lines before it",
    ),
    "note-adrift": Message(
        Severity.WARNING,
        "第 {folio} 页的注太多太长，有的没有在注号所在的栏里起头",
        "把注缩短，或把几个注并成一个",
        "the notes of page {folio} are too many or too long: some do not begin in the column of their calls",
        "make notes shorter, or several into one",
    ),
}
