"""Messages of the look before print: numbers, what is drawn, pages, the journal."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING

# fmt: off
NUMBERS: dict[str, Message] = {
    "number-not-next": Message(
        WARNING, "本期是 {now}，前一期（{folder}）是 {last}，中间不连续",
        "核对 issue.yaml 里的 year 和 issue；前一期不在这里的，认可这一条",
        "this issue is {now}, the one before ({folder}) {last}",
        "compare year and issue in issue.yaml; accept it where an issue between them is elsewhere"),
    "number-taken": Message(
        WARNING, "{year} 年第 {issue} 期已经有了（{folder}）", "核对 year 和 issue，多半是沿用了上一期的",
        "{year}-{issue} is there already ({folder})",
        "compare year and issue: most likely they are those of the issue before"),
    "serial-taken": Message(
        WARNING, "总期号 {serial} 已经用在“{folder}”", "改成前一期的总期号加一",
        "the serial number {serial} is that of “{folder}” too", "make it one more than that of the issue before"),
    "serial-not-next": Message(
        WARNING, "总期号是 {serial}，前一期（{folder}）是 {last}，不连续", "改成前一期的加一；合刊占两号的不必改",
        "the serial number is {serial}, that of the issue before ({folder}) {last}",
        "make it one more; leave it where a double issue counts for two"),
    "volume-not-next": Message(
        WARNING, "卷号是 {volume}，前一期（{folder}）是 {last}", "同一年卷号不变，下一年加一；改正写错的一个",
        "the volume is {volume}, that of the issue before ({folder}) {last}",
        "a volume is a year: the same within it, one more in the next"),
    "volume-only-once": Message(
        WARNING, "本期与前一期（{folder}）只有一期写了卷号（{volume}）", "两期都写 volume，或都不写",
        "only one of this issue and the one before ({folder}) has a volume ({volume})",
        "write volume in both or in neither"),
    "date-not-later": Message(
        WARNING, "出版日期 {date} 与“{folder}”的（{other}）先后不合", "改正 date，多半是沿用了上一期的",
        "the date {date} does not go with that of “{folder}” ({other})",
        "mend date: most likely it is that of the issue before"),
    "date-out-of-rhythm": Message(
        WARNING, "第 {issue} 期的日期是 {date}，前一期（{folder}）是 {other}，按月出版对不上", "核对 date 和 issue",
        "number {issue} is of {date}, the one before ({folder}) of {other}: no monthly goes so",
        "compare date and issue"),
    "number-beyond-frequency": Message(
        WARNING, "{frequency}一年至多 {most} 期，本期却是第 {issue} 期", "核对 issue 和版式里的 frequency",
        "a {frequency} has {most} numbers a year at most, and this is number {issue}",
        "compare issue with frequency in the layout"),
    "date-not-of-number": Message(
        WARNING, "{frequency}的第 {issue} 期，日期却是 {date}", "核对 date 和 issue",
        "number {issue} of a {frequency} is dated {date}", "compare date and issue"),
    "volume-beyond-years": Message(
        WARNING, "{first} 年创刊，到 {year} 年至多是第 {most} 卷，这里写了 {volume}", "核对 volume 和 first_year",
        "founded in {first}, it has volume {most} at most in {year}, and {volume} is given",
        "compare volume and first_year"),
    "serial-beyond-years": Message(
        WARNING, "{first} 年创刊，到 {year} 年这一期的总期号应为 {most}（以内），这里写了 {serial}",
        "核对 serial 和 first_year",
        "founded in {first}, its serial number in {year} is {most} at most, and {serial} is given",
        "compare serial and first_year"),
}

DRAWN: dict[str, Message] = {
    "cover-year": Message(
        WARNING, "封面印的年份是 {drawn}，本期是 {wanted}", "在版式的封面里把手写的年份换成“{{year}}”",
        "the cover says the year {drawn}, the issue {wanted}",
        "write “{{year}}” for what is typed by hand in the layout"),
    "cover-issue": Message(
        WARNING, "封面印的期号是 {drawn}，本期是 {wanted}", "在版式的封面里把手写的期号换成“{{issue}}”",
        "the cover says number {drawn}, the issue {wanted}",
        "write “{{issue}}” for what is typed by hand in the layout"),
    "cover-serial": Message(
        WARNING, "封面印的总期号是 {drawn}，本期是 {wanted}", "在版式的封面里把手写的总期号换成“{{serial}}”",
        "the cover says serial number {drawn}, the issue {wanted}",
        "write “{{serial}}” for what is typed by hand in the layout"),
    "cover-volume": Message(
        WARNING, "封面印的卷号是 {drawn}，本期是 {wanted}", "在版式的封面里把手写的卷号换成“{{volume}}”",
        "the cover says volume {drawn}, the issue {wanted}",
        "write “{{volume}}” for what is typed by hand in the layout"),
    "cover-date": Message(
        WARNING, "封面印的日期是 {drawn}，本期是 {wanted}", "在版式的封面里把手写的日期换成“{{date_cn}}”",
        "the cover says the date {drawn}, the issue {wanted}",
        "write “{{date_cn}}” for what is typed by hand in the layout"),
    "cover-lacks": Message(
        WARNING, "封面上没有{keys}", "在版式的封面里加上“{{journal}}”“{{year}}年第{{issue}}期”",
        "the front cover does not say {keys}",
        "add “{{journal}}”, “{{year}}年第{{issue}}期” to the cover in the layout"),
    "cover-line-title": Message(
        WARNING, "封面导读里应有“{title}”，封面上没有", "在版式的 cover-lines 里写“{{title}}”，或加大它的高度",
        "the cover is to quote “{title}”, and does not",
        "write “{{title}}” in cover-lines of the layout, or give it more height"),
    "cover-line-page": Message(
        WARNING, "封面导读说“{title}”在第 {drawn} 页，它起于第 {folio} 页",
        "在版式的 cover-lines 里把手写的页码换成“{{page}}”",
        "the cover says that “{title}” is on page {drawn}; it begins on {folio}",
        "write “{{page}}” for what is typed by hand in cover-lines"),
    "folio-order": Message(
        ERROR, "页码 {drawn} 不接前一页，应为 {wanted}", "这是程序的错误，请告知维护者",
        "page {drawn} does not follow the page before: {wanted} would",
        "this is a fault of Huozi: please tell its makers"),
    "folio-printed": Message(
        WARNING, "印的页码是“{drawn}”，文件里的页码是 {label}", "在版式的 folio 里写“{{folio}}”，不要手写数字",
        "the page number printed is “{drawn}”, that of the file {label}",
        "write “{{folio}}” in folio.template of the layout"),
    "head-title": Message(
        WARNING, "第 {folio} 页的书眉排着“{drawn}”，这一页没有这篇",
        "在版式的 running 里写“{{title}}”，不要手写题名",
        "the running head of page {folio} says “{drawn}”, which is not on that page",
        "write “{{title}}” in running of the layout, no title by hand"),
    "head-number": Message(
        WARNING, "第 {folio} 页的书眉印着 {drawn}，本期是 {wanted}",
        "在版式的 running 里把手写的年、卷、期换成“{{year}}”“{{volume}}”“{{issue}}”",
        "the running head of page {folio} says {drawn}, the issue {wanted}",
        "write “{{year}}”, “{{volume}}”, “{{issue}}” for what is typed by hand in running"),
    "document-title": Message(
        WARNING, "文件的标题“{title}”没有写出本刊、本期",
        "在版式的 journal.document_title 里写“{{journal}}”和“{{year}}年第{{issue}}期”",
        "the file’s title “{title}” does not name the journal and this issue",
        "write “{{journal}}” and “{{issue}}” in journal.document_title"),
    "contents-title": Message(
        ERROR, "目录里印的是“{drawn}”，题名是“{title}”", "这是程序的错误，请告知维护者",
        "the contents say “{drawn}”, the title is “{title}”", "this is a fault of Huozi: please tell its makers"),
    "contents-folio": Message(
        ERROR, "目录说“{title}”在第 {drawn} 页，它起于第 {folio} 页", "重新排版；仍然如此，请告知维护者",
        "the contents say that “{title}” is on page {drawn}; it begins on {folio}",
        "build again; tell the makers of Huozi where it stays so"),
    "contents-authors": Message(
        WARNING, "目录里“{title}”的作者缺了 {names}", "在版式的 contents 里给作者留足地方",
        "the contents lack the authors {names} of “{title}”", "give authors more room in contents of the layout"),
    "contents-missing": Message(
        WARNING, "目录里没有“{title}”", "篇首写了 contents: false 的不必改；否则请告知维护者",
        "“{title}” is not in the contents", "tell the makers of Huozi, unless its front matter says contents: false"),
    "contents-order": Message(
        WARNING, "目录里第 {folio} 页排在第 {before} 页之后，次序倒了", "按页码先后列",
        "in the contents page {folio} comes after page {before}", "list entries by their pages"),
    "bookmark-title": Message(
        ERROR, "“{title}”（第 {folio} 页）没有同名的书签", "这是程序的错误，请告知维护者",
        "“{title}” (page {folio}) has no bookmark of its name", "this is a fault of Huozi: please tell its makers"),
    "page-blank": Message(
        WARNING, "第 {folio} 页是空白页", "有意留的，认可这一条；不要白页的，补稿、补白，或改版式里的起排方式",
        "page {folio} is blank",
        "accept it where it is meant; else add matter or a filler, or let articles begin otherwise"),
    "page-short": Message(
        WARNING, "第 {folio} 页是一篇的末页，只有 {count} 行", "删去几行收回前一页，或在下面排补白",
        "page {folio} ends an article and has {count} lines only",
        "take out some lines to save it, or put a filler below"),
    "text-near-trim": Message(
        WARNING, "“{text}”离裁切线只有 {away}，不足 {least}", "在版式里把它往里移",
        "“{text}” is {away} from the trim, less than {least}", "move it inwards in the layout"),
    "folio-near-trim": Message(
        WARNING, "页码“{text}”离裁切线只有 {away}，不足 {least}", "减小 folio.distance，或加大版心外的边",
        "the page number “{text}” is {away} from the trim, less than {least}",
        "make folio.distance less, or the margin more"),
    "type-too-small": Message(
        WARNING, "“{text}”只有 {size}，付印不小于 {least}", "在版式里加大字号，或改用黑色一种墨",
        "“{text}” is {size}; print wants {least} at least", "make the type larger in the layout, or black alone"),
}

JOURNAL: dict[str, Message] = {
    "permit-missing": Message(
        WARNING, "内部资料没有准印证号", "在版式的 journal 下写 permit: …", "an internal publication has no permit",
        "add permit under journal in the layout"),
    "permit-not-on-cover": Message(
        WARNING, "准印证编号没有印在封面上", "在版式的封面里加一项，文字写“{{permit_line}}”",
        "the permit is not printed on the front cover",
        "add a text “{{permit_line}}” to the front cover in the layout"),
    "permit-label": Message(
        WARNING, "准印证号“{permit}”里写了别的字，印出来会重复",
        "只写号码；“准印证号”和“内部资料　免费交流”由版式加",
        "the permit “{permit}” has words that the layout prints too", "write the number alone"),
    "permit-form": Message(
        WARNING, "“{permit}”不像准印证号", "照准印证抄写，数字用半角，括号成对",
        "“{permit}” does not look like a permit", "copy it from the permit: half-width figures, brackets in pairs"),
    "internal-name": Message(
        WARNING, "内部资料的名称“{name}”不得用“{word}”",
        "换一个不带“报”“刊”“杂志”的名称；是正式期刊的，在版式里写 journal: {{kind: periodical}}",
        "the name “{name}” of an internal publication must not say “{word}”",
        "give it another name; of a periodical say journal: {{kind: periodical}} in the layout"),
    "internal-words": Message(
        WARNING, "内部资料不得用“{word}”", "改用别的说法（编印单位、本册、发送），或删去",
        "an internal publication must not say “{word}”", "say it otherwise, or take it out"),
    "internal-advertising": Message(
        WARNING, "内部资料不得刊登广告，这里留了“{name}”", "删去这一项",
        "an internal publication has no advertising, and pages are left for “{name}”", "take it out of contents"),
    "imprint-lacks": Message(
        WARNING, "版权标识须标明的，缺 {keys}", "在版式的 journal 下写上", "the imprint lacks {keys}",
        "add them under journal in the layout"),
    "periodical-without-cn": Message(
        WARNING, "期刊没有写国内统一连续出版物号", "在版式的 journal 下写 cn: CN …；是内部资料的，写 kind: internal",
        "a periodical has no CN number",
        "add cn under journal in the layout; of an internal publication say kind: internal"),
    "address-form": Message(
        WARNING, "“{typed}”不像“{key}”", "核对，改正写错的地方", "“{typed}” does not look like “{key}”",
        "compare it and mend it"),
    "contact-differs": Message(
        WARNING, "联系方式里的“{typed}”与“{key}”（{other}）不一致", "核对，两处写成一样",
        "“{typed}” in the contact block is not “{key}” ({other})", "compare the two and make them one"),
}

# fmt: on

LOOK: dict[str, Message] = NUMBERS | DRAWN | JOURNAL
"""Messages on the issue as a whole."""
