"""What a layout says of the journal."""

from __future__ import annotations

from huozi.style.keys.property import Property

JOURNAL_KINDS = {"periodical": "期刊", "internal": "连续性内部资料"}
"""What a publication is, and the words in which the file's properties say so."""

JOURNAL = (
    Property("extends", "layout", None, "以另一份版式为基础", "The layout this one is based on"),
    Property("journal.name", "text", "", "刊名", "The journal's name"),
    Property("journal.name_en", "text", "", "英文刊名", "The journal's English name"),
    Property("journal.organiser", "text", "", "主办单位", "The organisation that publishes the journal"),
    Property(
        "journal.kind",
        "choice",
        "internal",
        "性质：periodical 期刊，internal 连续性内部资料",
        "periodical (with CN and ISSN) or internal publication",
        tuple(JOURNAL_KINDS),
    ),
    Property(
        "journal.document_title",
        "issue-template",
        "{journal}{year}年第{issue}期（总第{serial}期）",
        "文件属性里的题名",
        "What the file says its title is",
    ),
    Property("journal.contact.heading", "text", "", "联系方式的标题", "Heading of the contact block"),
    Property("journal.contact.lines", "texts", None, "联系方式，一项一行", "The contact block, a text for each line"),
)
