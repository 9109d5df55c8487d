"""Every key of a layout file, declared once: path, kind, default and help.

The loader, its findings, the JSON Schema and the reference for people follow from these rows. ``*`` in a path stands
for a name that the layout gives (a style, a font role, an ink, a design). Defaults are written as a layout would
write them; ``None`` means that nothing is said (a style inherits it, an element goes without).
"""

from __future__ import annotations

from typing import TypeAlias, get_args

from huozi.records import NamedTuple
from huozi.style.make_up import Start
from huozi.style.model import (
    AdjacentMarks,
    Align,
    Digits,
    Figures,
    FigureWidth,
    Fill,
    Hyphenate,
    Kinsoku,
    LineEnd,
    LineStart,
    Marks,
    NoteCall,
    Profile,
    SmallAlign,
)


class Property(NamedTuple):
    """A key of the layout: its path, the kind of its value (a row of ``kinds.KINDS``), default, help, choices."""

    path: str
    kind: str
    default: str | int | bool | None
    zh: str
    en: str
    choices: tuple[str, ...] = ()
    required: bool = False


Tree: TypeAlias = "dict[str, Property | Tree]"

ISSUE_FIELDS = (
    "journal", "journal_en", "organiser", "year", "volume", "issue", "serial", "label", "theme", "date", "date_cn",
)  # fmt: skip
"""Fields that a template may name anywhere: what is the same on every page of an issue."""

PAGE_FIELDS = (*ISSUE_FIELDS, "section", "title", "folio")
"""Fields of the furniture of a page."""

NUMERALS = "1一①aA"
"""Signs that stand for a numeral in the number of a list: Arabic, Chinese, circled, letters."""

WEIGHTS = ("thin", "extralight", "light", "regular", "medium", "semibold", "bold", "extrabold", "black", "italic")

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

PAGE = (
    Property("page.trim", "trim", "A4", "成品尺寸", "Trimmed size"),
    Property("page.bleed", "bleed", "3mm", "出血", "What is printed beyond the trim"),
    Property(
        "page.binding",
        "choice",
        "saddle",
        "装订：saddle 骑马订，perfect 胶订，single 单页",
        "saddle stitch, perfect binding, or single leaves",
        ("saddle", "perfect", "single"),
    ),
    Property(
        "page.type_area.characters",
        "measure",
        None,
        "每栏每行字数，或以长度给出栏宽",
        "Characters in a line of a column, or its width as a length",
        required=True,
    ),
    Property(
        "page.type_area.lines",
        "measure",
        None,
        "每页行数，或以长度给出版心高",
        "Lines of a page, or the type area's height as a length",
        required=True,
    ),
    Property("page.type_area.columns", "columns", 1, "栏数，1 至 4", "Number of columns, 1 to 4"),
    Property("page.type_area.gap", "length", "2字", "栏距（字为正文字号）", "Gap between columns (字: the body's)"),
    Property("page.margins.inner", "length", None, "订口；不写则左右居中", "Inner margin; centred where absent"),
    Property("page.margins.top", "length", None, "天头；不写则略高于居中", "Top margin; else a little above centre"),
)

LATIN_ROWS = (
    Property(
        "latin_scale", "scale", "100%", "西文字号与中文字号之比；match 为配合中文字体", "Size of Latin beside Han"
    ),
    Property(
        "latin_shift", "shift", "0", "西文基线抬高（正）或降低（负）", "Latin raised above the baseline, or lowered"
    ),
    Property(
        "figures",
        "choice",
        "default",
        "西文数字：default 字体自定，lining 等高，oldstyle 旧体",
        "Figures: the face's own, lining or old-style",
        get_args(Figures),
    ),
    Property(
        "figure_width",
        "choice",
        "default",
        "数字宽度：default 字体自定，proportional 比例，tabular 等宽",
        "Widths of figures: the face's own, proportional or tabular",
        get_args(FigureWidth),
    ),
    Property("ligatures", "bool", True, "西文合字（fi、fl 等）", "Ligatures of Latin letters"),
    Property("kerning", "bool", True, "西文字偶间距", "Kerning of Latin letters"),
)
"""How a role's Latin is set, as a role has it and as a style may have it otherwise (``LatinSetting``)."""

FONTS = (
    Property(
        "fonts.*.han", "text", None, "中文字体：字族名或文件名", "Font of Han text: family or file", required=True
    ),
    Property("fonts.*.latin", "text", "", "西文字体；不写则用中文字体的", "Font of Latin text; else the Han font's"),
    Property(
        "fonts.*.fallback",
        "names",
        None,
        "缺字时改用的字体，粗细相近的在先",
        "Fonts or roles tried for missing characters, as heavy ones first",
    ),
    *(row._replace(path=f"fonts.*.{row.path}") for row in LATIN_ROWS),
)

TEXT_ROWS = (
    Property(
        "profile",
        "choice",
        "clreq",
        "排字所依的规则：clreq 中文排版需求，jlreq 日文排版需求，unicode 只按 UAX #14 断行",
        "The rules of composition: those of CLREQ, of JLREQ, or lines broken by UAX #14 alone",
        get_args(Profile),
    ),
    Property("kinsoku", "choice", "gb", "避头尾的宽严", "Level of line start and end prohibition", get_args(Kinsoku)),
    Property(
        "marks",
        "choice",
        "quanjiao",
        "标点宽度：全角式、开明式、全部半角式",
        "Widths of marks: quanjiao, kaiming, banjiao",
        get_args(Marks),
    ),
    Property(
        "adjacent_marks",
        "choice",
        "1.5字",
        "标点相连（其一为引号、括号）共占几字：1.5字，1字 都贴紧，2字 各占一字",
        "Two marks side by side, one a quote or bracket: 1.5 em, 1 em (both closed up), 2 em (each keeps its own)",
        get_args(AdjacentMarks),
    ),
    Property(
        "line_start",
        "choice",
        "half",
        "行首的前引号、前括号：half 半角，full 全角",
        "Opening marks at the line's start: half or full",
        get_args(LineStart),
    ),
    Property(
        "line_end",
        "choice",
        "half",
        "行末标点：half 半角，full 全角，hang 悬挂",
        "Marks at the line's end: half, full, or hanging",
        get_args(LineEnd),
    ),
    Property(
        "fill",
        "choice",
        "push-out",
        "齐行：先挤进、推出，或字移动最少",
        "How lines are filled: pull in, push out, or least movement",
        get_args(Fill),
    ),
    Property(
        "digits",
        "choice",
        "proportional",
        "阿拉伯数字：proportional 字体自身的宽度，half 每个占半字",
        "Figures: as wide as the face has them, or half an em each",
        get_args(Digits),
    ),
    Property("han_latin", "gap", "1/4em", "汉字与西文、数字之间的空隙", "Gap between Han and Latin or digits"),
    Property(
        "han_latin_max",
        "gap",
        None,
        "撑满一行时该空隙的上限；不写则推出时 1/3em，否则 1/2em",
        "How wide that gap may become; where absent 1/3em when pushing out, else 1/2em",
    ),
    Property(
        "loosest",
        "gap",
        "1/8em",
        "撑满一行时各字之间至多加宽多少；再宽，推出时先压缩标点，仍过宽则提示",
        "How far all gaps of a line may be opened; pushing out, marks give way before more, and what is more is told",
    ),
    Property("lone_character", "bool", True, "孤字不成行", "Keep a last line of one character from standing"),
    Property(
        "hyphenate",
        "choice",
        "none",
        "西文在行末断词所依的语言；none 不断",
        "Language whose words are hyphenated at a line's end",
        get_args(Hyphenate),
    ),
    Property("hyphen_before", "count", 2, "断词处前至少几个字母", "Letters that must stand before a hyphen"),
    Property("hyphen_after", "count", 3, "断词处后至少几个字母", "Letters that must follow on the next line"),
)

TEXT = tuple(row._replace(path=f"text.{row.path}") for row in TEXT_ROWS)

CHARACTER_ROWS = (
    Property("small", "ratio", "75%", "行中小字与正文字号之比", "Size of small text to the text around it"),
    Property(
        "small_align",
        "choice",
        "centre",
        "行中小字：centre 居字身之中，baseline 同基线",
        "Small text in the middle of the em box, or on the baseline",
        get_args(SmallAlign),
    ),
    Property("script", "ratio", "60%", "上标、下标与正文字号之比", "Size of raised and lowered text"),
    Property("script_rise", "share", "0.34em", "上标抬高", "How far raised text is raised"),
    Property("script_drop", "share", "0.12em", "下标降低", "How far lowered text is lowered"),
    Property(
        "note_call",
        "choice",
        "digit",
        "注码：digit 上标数字，circled 上标圈码",
        "Calls of notes: raised digits, or raised digits in circles",
        get_args(NoteCall),
    ),
    Property("dot", "share", "0.16em", "着重号的直径", "Diameter of an emphasis dot"),
    Property("dot_distance", "share", "0.07em", "字身到着重号的距离", "From the em box to the dot"),
    Property("line", "rule", "0.5pt", "专名号、书名号的粗细", "Thickness of lines below names"),
    Property("line_distance", "share", "0.08em", "字身到专名号、书名号的距离", "From the em box to the line"),
    Property(
        "line_inset",
        "share",
        "0.06em",
        "线两端各缩进多少，相邻两名由此分开",
        "How much shorter a line is at either end",
    ),
    Property("wave", "share", "0.1em", "浪线的高度", "Height of the wave below a book's title"),
    Property("ruby", "ratio", "1/2em", "注音与正文字号之比", "Size of readings to the text below them"),
    Property("ruby_distance", "share", "0.14em", "字身到注音基线的距离", "From the em box to the reading's baseline"),
    Property("ruby_gap", "share", "1/4em", "相邻注音至少相距（注音字号）", "Least gap of readings (of their own size)"),
    Property(
        "ruby_overhang",
        "share",
        "1/2em",
        "注音可以伸到邻字上方多少（注音字号）",
        "How far a reading may reach over a neighbour without one (of its own size)",
    ),
)

CHARACTERS = tuple(row._replace(path=f"characters.{row.path}") for row in CHARACTER_ROWS)

STYLE_ROWS = (
    Property("based_on", "name", None, "以另一样式为基础（全部属性）", "A style from which everything is taken over"),
    Property("font", "name", None, "字体（fonts 里的名称）", "Font role, a name under fonts"),
    Property("weight", "choice", None, "字重", "Weight of the font", WEIGHTS),
    Property("latin", "text", None, "西文改用的字族", "Another family for the Latin text"),
    Property("size", "size", None, "字号", "Size of type"),
    Property("leading", "length", None, "行距：基线到基线", "Distance of the baselines"),
    Property("indent", "offset", None, "首行缩进", "Indent of the first line"),
    Property("align", "choice", None, "对齐", "Alignment", get_args(Align)),
    Property("lines", "lines", None, "占行；0 为依文字而定", "Grid lines it takes; 0: as the text needs"),
    Property("before", "lines", None, "前空行数", "Empty grid lines before it"),
    Property("after", "lines", None, "后空行数", "Empty grid lines after it"),
    Property("inset_left", "offset", None, "左边整段缩进", "Inset of the whole paragraph, left"),
    Property("inset_right", "offset", None, "右边整段缩进", "Inset of the whole paragraph, right"),
    Property("letter_spacing", "offset", None, "字距加空", "Space added after each character"),
    Property("keep", "lines", None, "其后同页至少的行数", "Lines of text that must follow on its page"),
    Property(
        "hang",
        "length",
        None,
        "转行比首行缩进多少：标号所占，或诗行转行",
        "Room of a label; inset of turned-over verse",
    ),
    Property("between", "lines", None, "诗节之间、松散列表各项之间的空行", "Empty lines between stanzas, loose items"),
    Property("span", "span", None, "通栏：all，或跨几栏", "Columns that it runs across; all of them: all"),
    Property("numbers", "numbers", None, "各层列表的编号", "Numbers of lists, outermost first"),
    Property("bullets", "texts", None, "各层列表的项目符号", "Bullets of lists, outermost first"),
    Property("colour", "colour", None, "颜色", "Colour"),
    Property("strong", "face", None, "加重的字体", "Font of strong text"),
    Property("emphasis", "face", None, "强调的字体", "Font of emphasised text"),
    Property("code", "face", None, "代码的字体", "Font of code"),
    *(row._replace(default=None) for row in LATIN_ROWS),
    Property("ruby", "face", None, "注音的字体", "Font of readings"),
    *(row._replace(path=f"text.{row.path}", default=None) for row in TEXT_ROWS),
)

STYLES = tuple(row._replace(path=f"styles.*.{row.path}") for row in STYLE_ROWS)

IDLE_IN_A_LINE = (
    "leading", "indent", "align", "lines", "before", "after", "inset_left", "inset_right", "keep",
    "span",
)  # fmt: skip
"""Keys that say nothing of what stands within a line of another style: the line's shape is that style's."""
IDLE_ON_THE_GRID = ("leading", "lines", "keep")
"""Keys that say nothing of running text: it stands on the body's grid, line by line."""
IDLE_IN_TEXT = (*IDLE_ON_THE_GRID, "span")
"""Those, and that of columns: what is part of another text stands where that does."""
IDLE_IN_DESIGNS = ("lines", "before", "after", "keep", "span")
"""Keys that say nothing of what a page's design places."""


class StyleUse(NamedTuple):
    """What composition uses a style for, and the keys that have no effect there."""

    zh: str
    en: str
    idle: tuple[str, ...] = ()


STYLE_NAMES: dict[str, StyleUse] = {
    "body": StyleUse("正文", "Body text", ("lines", "keep", "span")),
    "title": StyleUse("文章标题", "Title of an article"),
    "byline": StyleUse("标题下的署名", "Byline below the title"),
    "heading-2": StyleUse("一级小标题", "Heading, first level of the body (##)"),
    "heading-3": StyleUse("二级小标题", "Heading, second level (###)"),
    "heading-4": StyleUse("三级小标题", "Heading, third level (####)"),
    "affiliation": StyleUse("作者单位说明", "Note on the authors", IDLE_ON_THE_GRID),
    "source": StyleUse("来源", "Source of an article", IDLE_ON_THE_GRID),
    "section-name": StyleUse("栏目名（篇首）", "Section's name over its first article"),
    "contents-title": StyleUse("目录标题", "Heading of the contents", ("span",)),
    "contents-line": StyleUse("目录的期号行", "The issue's line on the contents page", ("span",)),
    "contents-section": StyleUse("目录的栏目", "A section in the contents", (*IDLE_IN_TEXT, "align")),
    "contents-entry": StyleUse("目录的篇名", "An article in the contents", (*IDLE_IN_TEXT, "align")),
    "contents-folio": StyleUse("目录的页码", "A page number in the contents", IDLE_IN_A_LINE),
    "running": StyleUse("书眉", "Running head", IDLE_IN_A_LINE),
    "folio": StyleUse("页码", "Printed page number", IDLE_IN_A_LINE),
    "quote": StyleUse("引文", "Block quotation", IDLE_ON_THE_GRID),
    "attribution": StyleUse("引文、诗的出处", "Source of a quotation or of verse", IDLE_IN_TEXT),
    "list": StyleUse("列表", "List", IDLE_ON_THE_GRID),
    "term": StyleUse("定义列表的术语", "Term of a definition list", IDLE_IN_A_LINE),
    "definition": StyleUse("定义列表的解释", "Meaning of a term", IDLE_ON_THE_GRID),
    "verse": StyleUse("诗", "Verse", (*IDLE_ON_THE_GRID, "indent")),
    "dialogue": StyleUse("问答", "Dialogue", IDLE_ON_THE_GRID),
    "speaker": StyleUse("问答的说话人", "Speaker of a dialogue", IDLE_IN_A_LINE),
    "note": StyleUse("脚注", "Footnote", IDLE_ON_THE_GRID),
    "caption": StyleUse("图题", "Caption of a figure"),
    "contact-heading": StyleUse("联系方式的标题", "Heading of the contact block", IDLE_IN_DESIGNS),
    "contact-line": StyleUse("联系方式的各行", "Line of the contact block", IDLE_IN_DESIGNS),
}
"""The styles that composition asks for by name; a layout must end up with all of them."""

FURNITURE = (
    Property("covers.front", "cover", False, "封一", "Front cover"),
    Property("covers.inside_front", "cover", False, "封二", "Inside front cover"),
    Property("covers.inside_back", "cover", False, "封三", "Inside back cover"),
    Property("covers.back", "cover", False, "封四", "Back cover"),
    Property("designs.*", "design", None, "封面设计：画什么、在何处", "A page design: what is drawn where"),
    Property(
        "sections.start",
        "choice",
        "page",
        "栏目从何处起：page 另页，recto 右页，column 另栏，run-on 接排",
        "Where a section starts: a page, a right-hand page, a column, or behind what is before",
        ("page", "run-on", "column", "recto"),
    ),
    Property("sections.sink", "lines", 0, "栏目首篇标题下移的行数", "Lines by which a section's first title is sunk"),
    Property("sections.name", "bool", False, "下移处排栏目名", "Set the section's name in the sink"),
    Property(
        "articles.start",
        "choice",
        "run-on",
        "文章从何处起：run-on 接排，column 另栏，page 另页，recto 右页",
        "Where an article starts: behind what is before, on a column, a page, or a right-hand page",
        get_args(Start),
    ),
    Property("articles.room", "lines", 10, "页上至少余下几行才起排", "Lines a page must have left for a start"),
    Property("articles.byline", "article-template", "", "标题下的署名，空则不排", "Byline below the title, if any"),
    Property("articles.affiliation", "article-template", "{affiliation_note}", "篇末作者单位", "The affiliation note"),
    Property("articles.source", "article-template", "{source}", "篇末来源", "The source at an article's end"),
    Property("contents.title", "text", "目录", "目录的标题", "Heading of the contents"),
    Property("contents.issue_line", "issue-template", "", "目录页的期号行", "The issue's line on the contents page"),
    Property("contents.section_pages", "bool", True, "栏目也排页码", "Sections have page numbers"),
    Property("contents.authors", "bool", False, "列出作者", "Authors are listed"),
    Property("contents.leader", "choice", "dots", "引导点", "Leaders", ("dots", "none")),
    Property("contents.leader_min", "integer", 3, "点数不足则改为空白", "Fewer dots than this become space"),
    Property("contents.leader_colour", "colour", None, "引导点的颜色", "Colour of the leaders"),
    Property("contents.section_space", "lines", 1, "栏目前空行数", "Empty lines before a section"),
    Property("contents.rule", "rule", "0pt", "目录标题下的线，0 则无", "Rule below the heading; 0: none"),
    Property("contents.entry_space", "lines", 0, "篇名间空行数", "Empty lines between entries"),
    Property(
        "folio.position",
        "choice",
        "foot-centre",
        "页码位置：地脚居中、地脚外侧、不排",
        "Where the page number stands",
        ("foot-centre", "foot-outer", "none"),
    ),
    Property(
        "folio.first",
        "choice",
        "contents",
        "第 1 页从何处数起：contents 目录，body 正文（目录不编页码，凑足双数页）",
        "What is page 1: the contents, or the body's first page (the contents then has no folios and whole leaves)",
        ("contents", "body"),
    ),
    Property("folio.template", "template", "{folio}", "页码的写法", "How the number is written"),
    Property("folio.distance", "length", "1行", "版心到页码的距离", "From the type area's foot to the number"),
    Property("running.verso", "template", "", "左页书眉", "Running head of left pages"),
    Property("running.recto", "template", "", "右页书眉", "Running head of right pages"),
    Property("running.distance", "length", "14pt", "书眉到版心的距离", "From the running head to the type area"),
    Property("running.rule", "rule", "0.5pt", "书眉线粗细；0 为无", "Thickness of the rule; 0: none"),
    Property("running.rule_distance", "length", "3pt", "书眉到书眉线的距离", "From the running head to its rule"),
    Property("running.contents", "bool", False, "目录页排书眉", "The contents page has a running head"),
    Property("colour.text", "colour", "k100", "文字颜色", "Colour of text"),
    Property("colour.output_intent", "name", "FOGRA39L_coated", "输出意图（ICC 文件名）", "Output intent: an ICC file"),
    Property("colour.inks.*", "inks", None, "油墨：青、品红、黄、黑的百分比", "A colour: C, M, Y, K in per cent"),
)

MAKE_UP = (
    Property(
        "make_up.stretch",
        "opening",
        None,
        "为排满一页，一段各字之间至多加宽多少，0 则不变动；不写则 30 字以上的行 1/16em，不足的 1/12em",
        "How far a paragraph's gaps may be opened for its page (0: not); else 1/16em from 30 characters, or 1/12em",
    ),
    Property(
        "make_up.pull_in",
        "bool",
        False,
        "为排满一页，推出的段落也可挤进一行",
        "A paragraph may lose a line by its marks giving way, to fill a page, where lines are pushed out too",
    ),
    Property(
        "make_up.blanks",
        "choice",
        "end",
        "空白页：end 在全期之末，section 在各栏目之末",
        "Where blank pages stand: at the issue's end, or at the ends of sections",
        ("end", "section"),
    ),
    Property("make_up.columns.balance", "bool", True, "文末各栏齐平", "Columns end level where their text ends"),
    Property("make_up.columns.least", "lines", 2, "齐平时每栏至少几行", "Lines that a levelled column has at least"),
    Property(
        "make_up.columns.rule", "column-rule", "none", "栏线粗细；none 为无", "Rule between columns; none: no rule"
    ),
    Property("make_up.pages.multiple", "count", None, "内页数须是它的倍数", "Inside pages come in multiples of it"),
    Property("make_up.pages.exactly", "count", None, "内页数须正好是它", "There are just so many inside pages"),
)

PLACE_ROWS = (
    Property(
        "across",
        "choice",
        None,
        "横向与出血、成品或版心齐宽",
        "As wide as the bleed, the trim or the type area",
        ("bleed", "trim", "type-area"),
    ),
    Property("x", "place", "0", "左边到裁切线的距离（% 为页宽）", "From the trim's left (%: of the page's width)"),
    Property("y", "place", "0", "上边到裁切线的距离（% 为页高）", "From the trim's top (%: of the page's height)"),
    Property("width", "extent", "100%", "宽", "Width"),
    Property("height", "extent", "100%", "高", "Height"),
)

ELEMENTS: dict[str, tuple[Property, ...]] = {
    "box": (
        *PLACE_ROWS,
        Property("colour", "colour", "k100", "颜色", "Colour"),
    ),
    "text": (
        *PLACE_ROWS,
        Property("text", "issue-template", None, "文字", "The text", required=True),
        Property("style", "name", None, "样式", "Its style", required=True),
        Property("fit", "bool", False, "太宽则缩小字号", "Made smaller where it is too wide"),
    ),
    "contact": (*PLACE_ROWS,),
    "bars": (
        *PLACE_ROWS,
        Property("count", "count", 12, "条数", "Number of bars"),
        Property("gap", "length", "3mm", "间隔", "Gap between them"),
        Property("first", "share", "20%", "第一条的高度", "Height of the first"),
        Property("last", "share", "100%", "最后一条的高度", "Height of the last"),
        Property("colour", "colour", "k100", "颜色", "Colour"),
        Property("highlight", "issue-template", "", "突出第几条", "Which one is set off"),
        Property("highlight_colour", "colour", "k100", "突出的颜色", "Colour of that one"),
    ),
}
"""What a design may draw, by the value of ``draw``, and the keys of each."""

PROPERTIES = (*JOURNAL, *PAGE, *FONTS, *STYLES, *TEXT, *CHARACTERS, *FURNITURE, *MAKE_UP)


def grow(rows: tuple[Property, ...]) -> Tree:
    """The rows as a tree of keys, as a layout file nests them."""
    tree: Tree = {}
    branches: dict[str, Tree] = {"": tree}
    for row in rows:
        above = ""
        for key in row.path.split(".")[:-1]:
            path = f"{above}.{key}"
            if path not in branches:
                branches[above][key] = branches[path] = {}
            above = path
        branches[above][row.path.rpartition(".")[2]] = row
    return tree


TREE = grow(PROPERTIES)
ELEMENT_TREES = {name: grow(rows) for name, rows in ELEMENTS.items()}
