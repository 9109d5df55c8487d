"""The standards and rules that the checks come from, by name and clause; numbers of clauses move between editions."""

from __future__ import annotations

from huozi.inspection.check import Reason

# fmt: off
NUMBERING = Reason(
    "GB/T 3179《期刊编排格式》：年、卷、期、总期号依次编排，不重不漏",
    "GB/T 3179: years, volumes, numbers and serial numbers go on without a gap")
COVER = Reason(
    "GB/T 3179：封面标明刊名、年、卷、期；印前检查第 44 项：封面各项与清单一致",
    "GB/T 3179: a cover names journal, year, volume and number; preflight 44: they agree with issue.yaml")
HEADS = Reason(
    "GB/T 3179：双页书眉排刊名、年、卷、期，单页书眉排作者和题名；通则：书眉与题名一致",
    "GB/T 3179: even heads name journal, year, volume, number, odd ones author and title")
CONTENTS = Reason(
    "GB/T 13417《期刊目次表》：列出每篇的题名、全部责任者和起页；印前检查第 42、43 项",
    "GB/T 13417: a contents lists title, all authors and first page of each article; preflight 42, 43")
FOLIOS = Reason(
    "印前检查第 42 项：文件的页标签、印出的页码、目次的页码三者一致",
    "preflight 42: page labels, printed folios and the contents' numbers are the same")
BOOKMARKS = Reason(
    "印前检查第 43 项：目次、题名、书签三者一致",
    "preflight 43: contents, titles and bookmarks are the same")
METADATA = Reason(
    "印前检查第 3、44 项：文件的标题与本期一致",
    "preflight 3 and 44: the file's title agrees with the issue")
BINDING = Reason(
    "印前检查第 12 项：骑马订连封面是 4 的倍数，胶订、锁线的内文是双数",
    "preflight 12: a multiple of four for saddle stitching, covers included; an even count otherwise")
BLANKS = Reason(
    "印前检查第 13 项：空白页都是有意留的，逐一列明",
    "preflight 13: empty pages only where they are planned, each listed")
SHORT_PAGES = Reason(
    "版式通则：一篇的末页少于五行，不如缩去或补足",
    "a rule of the trade: a last page of less than five lines is filled, or saved")
SAFE_ZONE = Reason(
    "印前检查第 9 项：文字离裁切线不少于 3 毫米，页码不少于 5 毫米",
    "preflight 9: text at least 3 mm, a folio at least 5 mm inside the trim")
SMALL_TYPE = Reason(
    "印前检查第 20 项：文字不小于 5 磅，多色或反白的不小于 9 磅",
    "preflight 20: no type below 5 pt; 9 pt in several inks or reversed")
SERIAL_NUMBERS = Reason(
    "GB/T 9999《中国标准连续出版物号》、ISO 3297：CN 号有一定的形式，ISSN 有校验码",
    "GB/T 9999 and ISO 3297: the CN number has its form, the ISSN its check digit")
IMPRINT = Reason(
    "GB/T 3179：版权标识列明主办、出版、编辑、印刷、发行等，写法规范",
    "GB/T 3179: the imprint names organiser, publisher, editors, printer, distribution")
INTERNAL = Reason(
    "《内部资料性出版物管理办法》：须印准印证编号和“内部资料，免费交流”，标明编印单位、发送对象、印刷单位；"
    "不得用“××报”“××刊”“杂志”“期刊社”“刊号”“记者”等字样，不得定价、收费、刊登广告",
    "measures for internal publications: permit and 内部资料，免费交流, who edits, prints and receives it; "
    "it calls itself neither 报 nor 刊, has no price and no advertising")
PERIODICAL = Reason(
    "《期刊出版管理规定》：期刊须有国内统一连续出版物号，印在封面和版权页",
    "rules for periodicals: a CN number, printed on cover and imprint")
QUALITY = Reason(
    "《报纸期刊质量管理规定》：编校差错不超过万分之二；成品里不得留有未定之处",
    "quality rules of newspapers and periodicals: two errors in 10,000 characters at most, nothing left unsettled")
BILINGUAL = Reason(
    "GB/T 7713.2《学术论文编写规则》：中英文题名、作者、单位、摘要、关键词一一对应",
    "GB/T 7713.2: title, authors, affiliations, abstract and keywords correspond in both languages")
NAMES = Reason(
    "GB/T 28039《中国人名汉语拼音字母拼写规则》、GB/T 3179：姓名依汉字拼写，全部作者逐一列出",
    "GB/T 28039 and GB/T 3179: names are spelled by their hanzi, and every author is named")
ONE_NAME = Reason(
    "业内通则：同一个人、单位、来源，全期只有一种写法",
    "a rule of the trade: one person, one institution, one source has one spelling in an issue")
KEYWORDS = Reason(
    "GB/T 7713.2：关键词 3～8 个，取自题名、摘要和正文，分项列出",
    "GB/T 7713.2: three to eight keywords, taken from title, abstract and text, an item each")
ABSTRACT = Reason(
    "GB/T 7713.2、GB/T 6447《文摘编写规则》：摘要一般 100～300 字，英文与中文一致",
    "GB/T 7713.2 and GB/T 6447: abstracts of 100 to 300 characters, the English one alike")
TITLE = Reason(
    "GB/T 7713.2：题名一般不超过 25 字，英文不超过 10 个实词；副题另列，题名之末不用点号",
    "GB/T 7713.2: titles of 25 characters at most, subtitles apart, no stop at the end")
DATES = Reason(
    "GB/T 7713.2：收稿、修回日期依先后，且早于出版日期",
    "GB/T 7713.2: received, revised and published in this order")
DOI = Reason(
    "ISO 26324、GB/T 7713.2：每篇一个 DOI，不重复，全刊一种格式",
    "ISO 26324 and GB/T 7713.2: a DOI an article, none twice, one form in a journal")
CODES = Reason(
    "GB/T 7713.2：中图分类号、文献标识码按规定的形式标注",
    "GB/T 7713.2: class numbers and document codes in their forms")
EVEN = Reason(
    "GB/T 3179：同一期里各篇编排一致；有的篇有、有的篇缺的项目须核对",
    "GB/T 3179: the articles of an issue are edited alike; what one of them lacks is looked at")
HEADINGS = Reason(
    "CY/T 35《科技文献的章节编号方法》、GB/T 7713.2：层次逐级编号，连续，全期一致",
    "CY/T 35 and GB/T 7713.2: ranks are numbered step by step, without gaps, alike in all articles")
NOTES = Reason(
    "GB/T 7713.2：注释依在正文中出现的先后连续编号，有号必有注",
    "GB/T 7713.2: notes are numbered as they are called, each number has its note")
FIGURES = Reason(
    "CY/T 171《学术出版规范 插图》、CY/T 170《学术出版规范 表格》：图表有号有题，依号在文中提到，先见文后见图表",
    "CY/T 171 and 170: figures and tables have a number and a title, are mentioned in order, and follow their mention")
TABLES = Reason(
    "CY/T 170《学术出版规范 表格》：计量单位集中标注，表注与表中的呼应号一致，注明资料来源",
    "CY/T 170: units are given once, notes of a table answer its marks, sources are named")
STRUCTURE = Reason(
    "GB/T 13417、GB/T 3179：一文列一次，归入一个栏目；栏目不重",
    "GB/T 13417 and GB/T 3179: an article is listed once and in one section; no section comes twice")
ONCE = Reason(
    "业内通则：版式已经排的字，稿里不再写一遍",
    "a rule of the trade: what the layout prints is not typed again")
# fmt: on
