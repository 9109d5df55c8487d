"""What a layout says of the journal."""

from __future__ import annotations

from huozi.style.keys.fields import JOURNAL_KINDS
from huozi.style.keys.property import Property

FACTS = (
    Property("journal.organiser", "fact", "", "主办单位", "The organisation that publishes the journal"),
    Property("journal.cn", "fact", "", "国内统一连续出版物号，如 CN 32-1234/F", "CN number, e.g. CN 32-1234/F"),
    Property("journal.issn", "fact", "", "国际标准连续出版物号，如 ISSN 1234-5679", "ISSN, e.g. ISSN 1234-5679"),
    Property("journal.permit", "fact", "", "准印证号（内部资料）", "Permit to print, of an internal publication"),
    Property("journal.supervisor", "fact", "", "主管单位", "The authority in charge"),
    Property("journal.co_organiser", "fact", "", "协办单位", "Who helps to publish the journal"),
    Property("journal.publisher", "fact", "", "出版单位", "The publisher"),
    Property("journal.editors", "fact", "", "编辑人员，如主编、编委", "Editors: chief editor, board"),
    Property("journal.address", "fact", "", "地址", "Address"),
    Property("journal.postal_code", "fact", "", "邮政编码", "Postal code"),
    Property("journal.phone", "fact", "", "电话", "Telephone"),
    Property("journal.email", "fact", "", "电子信箱", "E-mail"),
    Property("journal.url", "fact", "", "网址", "Address on the web"),
    Property("journal.price", "fact", "", "定价", "Price"),
    Property("journal.distribution", "fact", "", "发行单位、发行范围", "Who distributes the journal, and to whom"),
    Property("journal.printer", "fact", "", "印刷单位", "The printer"),
    Property("journal.print_run", "fact", "", "印数", "Copies printed"),
    Property("journal.first_year", "fact", "", "创刊年", "The year in which the journal was founded"),
    Property(
        "journal.frequency",
        "fact",
        "",
        "刊期代码：w 周刊，s 半月刊，m 月刊，b 双月刊，q 季刊",
        "Code of how often it appears: w weekly, s twice a month, m monthly, b every two months, q quarterly",
    ),
)
"""Facts that covers and imprint print, each a field of templates under its key; of a list they are joined."""

JOURNAL = (
    Property("extends", "layout", None, "以另一份版式为基础", "The layout this one is based on"),
    Property("journal.name", "text", "", "刊名", "The journal's name"),
    Property("journal.name_en", "text", "", "英文刊名", "The journal's English name"),
    *FACTS,
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
