"""JSON Schemas of ``issue.yaml`` and of an article's front matter.

Their keys are the content room's; a test holds the two together. A key that may be left empty is one that the reader
lets be empty.
"""

from __future__ import annotations

from huozi.numbering import NAMED, RANGE
from huozi.style.schema_parts import DIALECT, TEXT, Schema, described, listed, mapping

NUMBER_PATTERN = rf"^[0-9]{{1,6}}$|^{RANGE}$"
WHOLE: Schema = {"type": "integer", "minimum": 1}
MAY_BE_EMPTY: Schema = {"type": ["string", "number", "null"]}
DATE: Schema = {"type": "string", "format": "date"}
TEXTS: Schema = {"anyOf": [TEXT, listed(TEXT)]}
NAMES: Schema = listed(TEXT)
PAGE_FILE: Schema = {"type": ["string", "null"], "pattern": r"\.[Pp][Dd][Ff](#(page=)?[0-9]+)?$"}
"""A PDF, or a page of one."""

IMPRINT: dict[str, tuple[str, str]] = {
    "cn": ("国内统一连续出版物号", "CN number"),
    "issn": ("国际标准连续出版物号", "ISSN"),
    "publisher": ("出版单位", "Publisher"),
    "supervisor": ("主管单位", "Supervising body"),
    "organiser": ("主办单位", "Organising body"),
    "editors": ("主编、编委、编辑部", "Editors"),
    "address": ("地址", "Address"),
    "price": ("定价", "Price"),
    "permit": ("准印证号", "Permit of an internal publication"),
    "printer": ("印刷单位", "Printer"),
    "distribution": ("发行", "Distribution"),
    "postal_code": ("邮政编码、邮发代号", "Postal code"),
    "url": ("网址", "Web site"),
    "first_year": ("创刊年", "Year of the first issue"),
    "co_organiser": ("协办单位", "Who helps to publish the journal"),
    "phone": ("电话", "Telephone"),
    "email": ("电子信箱", "E-mail"),
    "print_run": ("印数", "Copies printed"),
    "frequency": (
        "刊期代码：w 周刊，s 半月刊，m 月刊，b 双月刊，q 季刊",
        "How often it appears: w, s, m, b, q",
    ),
}
"""Help on the facts of the imprint."""


def issue_schema() -> Schema:
    """The JSON Schema of ``issue.yaml``."""
    number: Schema = {"anyOf": [WHOLE, {"type": "string", "pattern": NUMBER_PATTERN}]}
    issue: Schema = {"anyOf": [WHOLE, {"type": "string", "pattern": f"{NUMBER_PATTERN}|^{NAMED}$"}]}
    journal: Schema = {"type": "string", "pattern": r"^[^\s./\\]+(\.ya?ml)?$"}
    rows: dict[str, tuple[Schema, str, str]] = {
        "journal": (journal, "版式名：layout/ 里的文件", "The layout: a file of layout/"),
        "year": (WHOLE, "年", "Year"),
        "issue": (
            issue,
            "期：12；合刊 1-2；增刊1、春季号",
            "Number in the year: 12; 1-2 for a double number; or a name instead of one",
        ),
        "serial": (number, "总期数；没有就不写", "Number in all, if the journal has one"),
        "date": (DATE, "出版日期", "Date of publication"),
        "contents": (
            listed({"anyOf": [_section(), _insert()]}),
            "栏目和文章，以及它们之间的插页",
            "Sections and articles, and inserts between them",
        ),
        "pages": (_pages(), "内页数的要求", "What the count of inside pages must be"),
        "fillers": (
            NAMES,
            "补白，先用的在前；名称是文件名去掉编号和后缀",
            "Short texts for white that is left over, in order of preference, by file name",
        ),
        "volume": (WHOLE, "卷", "Volume"),
        "label": (TEXT, "这一期的名称，如秋季号；版式以 {label} 引用", "What the issue is called, for templates"),
        "theme": (TEXT, "这一期的主题；版式以 {theme} 引用", "The issue's theme, for templates"),
        "cover": (_cover(), "封面：图片、导读的文章", "The cover: its picture, the articles quoted"),
        "imprint": (
            _imprint(),
            "本期与版式 journal 所写不同的事项",
            "What differs this once from the layout",
        ),
        "accept": (listed(_acceptance()), "认可了的问题", "Findings signed off"),
        "requires": (TEXT, "活字的版本，如 huozi ≥ 0.2", "Versions of Huozi, e.g. huozi ≥ 0.2"),
    }
    return _whole("Huozi issue.yaml", rows, ["journal", "year", "issue", "date", "contents"])


def _whole(title: str, rows: dict[str, tuple[Schema, str, str]], required: list[str]) -> Schema:
    return {"$schema": DIALECT, "title": title, **_of_rows(rows, required)}


def _of_rows(rows: dict[str, tuple[Schema, str, str]], required: list[str]) -> Schema:
    return mapping({key: described(*row) for key, row in rows.items()}, required)


def _section() -> Schema:
    rows: dict[str, tuple[Schema, str, str]] = {
        "section": (TEXT, "栏目名", "Name of the section"),
        "name_en": (MAY_BE_EMPTY, "英文栏目名", "English name of the section"),
        "articles": (
            NAMES,
            "文章，按次序；名称是文件名去掉编号和后缀",
            "Articles in their order, by file name without number and suffix",
        ),
    }
    return _of_rows(rows, ["section", "articles"])


def _insert() -> Schema:
    pages: Schema = {"type": "integer", "minimum": 1, "maximum": 32}
    rows: dict[str, tuple[Schema, str, str]] = {
        "insert": (TEXT, "插页的名称：广告、彩页", "What the pages left free are for"),
        "pages": (pages, "插页的页数，不写是 1", "How many pages, 1 if not said"),
        "file": (
            PAGE_FILE,
            "排在插页上的 PDF，如 images/ad.pdf；从第 2 面起就写 images/ad.pdf#2；不写就留空",
            "The PDF that fills them, e.g. images/ad.pdf, or images/ad.pdf#2 from its second page; left free without",
        ),
    }
    return _of_rows(rows, ["insert"])


def _pages() -> Schema:
    rows: dict[str, tuple[Schema, str, str]] = {
        "multiple": (WHOLE, "内页数须是它的倍数", "The count of inside pages must be a multiple of it"),
        "exactly": (WHOLE, "内页数须正好是它", "The count of inside pages must be exactly it"),
    }
    return _of_rows(rows, [])


def _cover() -> Schema:
    rows: dict[str, tuple[Schema, str, str]] = {
        "picture": (MAY_BE_EMPTY, "封面图片，如 images/a.tif", "The cover's picture, e.g. images/a.tif"),
        "lines": (NAMES, "封面导读的文章，名称同目录", "Articles quoted on the cover, named as in contents"),
        "front": (
            _cover_file(),
            "设计好的封一，如 images/cover.pdf",
            "A designer's front cover, e.g. images/cover.pdf",
        ),
        "inside_front": (_cover_file(), "设计好的封二", "A designer's inside front cover"),
        "inside_back": (_cover_file(), "设计好的封三", "A designer's inside back cover"),
        "back": (_cover_file(), "设计好的封四", "A designer's back cover"),
    }
    return _of_rows(rows, [])


def _cover_file() -> Schema:
    """A designer's page: the file, or a mapping that says more of it."""
    rows: dict[str, tuple[Schema, str, str]] = {
        "file": (PAGE_FILE, "PDF 文件，或其中一面：images/cover.pdf#2", "The PDF, or a page of it: images/cover.pdf#2"),
        "text": (
            {"type": "boolean"},
            "版式里这一面的文字是否仍排在上面",
            "Whether the texts of the layout's design stand over it",
        ),
        "alt": (MAY_BE_EMPTY, "朗读时代替它的文字", "What is read out in its stead"),
    }
    return {"anyOf": [PAGE_FILE, _of_rows(rows, ["file"])]}


def _imprint() -> Schema:
    return _of_rows({key: (TEXTS, *words) for key, words in IMPRINT.items()}, [])


def _acceptance() -> Schema:
    """A finding that someone has accepted."""
    finding: Schema = {"type": "string", "pattern": "^[0-9a-f]{12}$"}
    rows: dict[str, tuple[Schema, str, str]] = {
        "finding": (finding, "问题的编号", "The finding's fingerprint"),
        "rule": (TEXT, "规则名，用来核对", "Its rule, to be checked against"),
        "by": (TEXT, "谁认可的", "Who accepts it"),
        "why": (TEXT, "为什么", "Why"),
    }
    return _of_rows(rows, ["finding", "by", "why"])


def front_matter_schema() -> Schema:
    """The JSON Schema of an article's front matter."""
    start: Schema = {"enum": ["run-on", "column", "page", "recto"]}
    rows: dict[str, tuple[Schema, str, str]] = {
        "title": (TEXT, "标题；| 为宜转行处", "Title; | is a preferred line break"),
        **_people(),
        **_texts(),
        "columns": ({"type": "integer", "minimum": 1, "maximum": 4}, "栏数", "Number of columns"),
        "start": (
            start,
            "从哪里起：接排、另栏、另页、右页",
            "Where it begins: behind what is before, on a new column, page or right-hand page",
        ),
        "kind": ({"enum": ["article", "filler"]}, "文章或补白", "An article or a filler"),
        "contents": (
            {"type": "boolean"},
            "是否列入印出的目录；补白默认不列",
            "Whether it stands in the printed contents; a filler does not by default",
        ),
        "notes": (
            {"enum": ["foot", "end"]},
            "注文排在页脚或篇末",
            "Whether its notes stand at the feet of pages or at its end",
        ),
    }
    return _whole("Huozi article", rows, ["title"])


def _people() -> dict[str, tuple[Schema, str, str]]:
    authors = listed({"anyOf": [TEXT, _author()]})
    return {
        "authors": (authors, "作者", "Authors"),
        "authors_en": (authors, "作者的英文名，次序与 authors 相同", "Authors in English, in the order of authors"),
        "keywords": (NAMES, "关键词", "Keywords"),
        "keywords_en": (NAMES, "英文关键词", "Keywords in English"),
    }


def _author() -> Schema:
    rows: dict[str, tuple[Schema, str, str]] = {
        "name": (TEXT, "姓名", "Name"),
        "affiliation": (
            {"anyOf": [MAY_BE_EMPTY, NAMES]},
            "单位；有几个就写成列表",
            "Affiliation, or a list",
        ),
        "email": (MAY_BE_EMPTY, "电子邮箱", "E-mail address"),
        "corresponding": ({"type": "boolean"}, "是否通信作者", "Whether readers may write to the author"),
    }
    return _of_rows(rows, ["name"])


def _texts() -> dict[str, tuple[Schema, str, str]]:
    """The keys whose words stand in an article's fields."""
    day: Schema = {"type": ["string", "null"], "format": "date"}
    code: Schema = {"enum": ["A", "B", "C", "D", "E", None]}
    help_of = {
        "subtitle": ("副标题", "Subtitle"),
        "short_title": ("短标题，用于书眉", "Short title, for running heads"),
        "title_en": ("英文标题", "Title in English"),
        "subtitle_en": ("英文副标题", "Subtitle in English"),
        "abstract": ("摘要；空行分段", "Abstract; blank lines part paragraphs"),
        "abstract_en": ("英文摘要", "Abstract in English"),
        "affiliation_note": ("作者单位说明", "Note on the authors"),
        "source": ("来源", "Source"),
        "note": ("题注：基金项目等", "Note on the article: funding"),
        "received": ("收稿日期", "Date of receipt"),
        "revised": ("修回日期", "Date of revision"),
        "doi": ("DOI，以 10. 开头", "DOI, beginning with 10."),
        "clc": ("中图分类号，如 F832.48；几个用 ; 分开", "Chinese Library Classification, several parted by ;"),
        "document_code": ("文献标识码，A 至 E", "Document code, A to E"),
        "editors_note": ("编者按", "The editors' note"),
        "editor": ("责任编辑", "Editor in charge"),
        "translator": ("译者", "Translator"),
    }
    kinds = {"received": day, "revised": day, "document_code": code}
    return {key: (kinds.get(key, MAY_BE_EMPTY), *words) for key, words in help_of.items()}
