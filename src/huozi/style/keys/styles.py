"""Paragraph styles: their keys, and the styles that composition asks for by name."""

from __future__ import annotations

from typing import get_args

from huozi.records import NamedTuple
from huozi.style.keys.property import Property
from huozi.style.keys.text import LATIN_ROWS, TEXT_ROWS
from huozi.style.make_up import Start
from huozi.style.text_style import Align, TitleShape

NUMERALS = "1一①aA"
"""Signs that stand for a numeral in the number of a list: Arabic, Chinese, circled, letters."""

WEIGHTS = ("thin", "extralight", "light", "regular", "medium", "semibold", "bold", "extrabold", "black", "italic")

STYLE_ROWS = (
    Property("based_on", "name", None, "以另一样式为基础（全部属性）", "A style from which everything is taken over"),
    Property("font", "name", None, "字体（fonts 里的名称）", "Font role, a name under fonts"),
    Property("weight", "choice", None, "字重", "Weight of the font", WEIGHTS),
    Property("latin", "text", None, "西文改用的字族", "Another family for the Latin text"),
    Property("size", "size", None, "字号", "Size of type"),
    Property("leading", "length", None, "行距：基线到基线", "Distance of the baselines"),
    Property("indent", "offset", None, "首行缩进", "Indent of the first line"),
    Property("align", "choice", None, "对齐", "Alignment", get_args(Align)),
    Property(
        "shape",
        "choice",
        None,
        "标题、小标题转行：排满一行再转、各行匀称、上长下短、上短下长；后三种依语意断行",
        "Titles and headings too long for a line: full lines, or lines that end by sense, even, longer first or last",
        get_args(TitleShape),
    ),
    Property(
        "lines",
        "heading-lines",
        None,
        "占行；0 为依文字而定；[2, 3, 4] 为文字一行、两行、三行时各占几行，再多照最后一个",
        "Grid lines it takes; 0: as the text needs; a list: with one, two, three lines of text, the last with more",
    ),
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
    Property(
        "run_in", "bool", None, "串文：小标题接排在其后段落之首", "A heading begins the paragraph that follows it"
    ),
    Property(
        "hang_number",
        "bool",
        None,
        "小标题转行时，与编号（一、 1. 第一章）之后的文字对齐；居中、居右的不变",
        "Turned lines of a heading begin behind its number, unless it is centred or at the right",
    ),
    Property(
        "start",
        "choice",
        None,
        "小标题从何处起：run-on 接排，column 另栏，page 另页，recto 右页；篇首的不动",
        "Where a heading begins: behind the text, on a column, a page, a right-hand page; not one below the title",
        get_args(Start),
    ),
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
    "leading", "indent", "align", "shape", "lines", "before", "after", "inset_left", "inset_right", "keep",
    "span",
)  # fmt: skip
"""Keys that say nothing of what stands within a line of another style: the line's shape is that style's."""
IDLE_ON_THE_GRID = ("shape", "leading", "lines", "keep")
"""Keys that say nothing of running text: it stands on the body's grid, line by line, and its lines are full."""
IDLE_IN_TEXT = (*IDLE_ON_THE_GRID, "span")
"""Those, and that of columns: what is part of another text stands where that does."""
IDLE_BELOW_A_TITLE = (*IDLE_IN_TEXT, "before", "after", "indent", "inset_right", "hang")
"""Those of what stands behind a title or on the lines below it."""
IDLE_IN_DESIGNS = ("shape", "lines", "before", "after", "keep", "span")
"""Keys that say nothing of what a page's design places."""


IDLE_IN_CAPTIONS = (
    "shape", "indent", "align", "lines", "before", "after", "inset_left", "inset_right", "keep", "span",
)  # fmt: skip
"""Those of what stands below a picture, as wide as it is: ``figures`` says how its lines are turned over."""


IDLE_BUT_IN_HEADINGS = ("run_in", "hang_number", "start")
"""Keys that say nothing of what is no heading of the body."""


IDLE_IN_TABLES = ("shape", "lines", "before", "after", "keep", "span")
"""Keys that say nothing of a table's title and notes, which are part of it."""
IDLE_IN_CELLS = (*IDLE_IN_TABLES, "align", "indent", "inset_left", "inset_right")
"""Those, and what cells have of their columns."""


IDLE_IN_BOXES = (*IDLE_ON_THE_GRID, "before", "after", "inset_left", "inset_right", "span")
"""Keys that say nothing of a box's text: the box says what stands around it."""
IDLE_IN_TITLES_OF_BOXES = ("before", "after", "inset_left", "inset_right", "keep", "span")
"""The same of its title."""
IDLE_IN_CODE = ("shape", "indent", "align", "lines", "before", "after", "inset_left", "inset_right", "keep", "span")
"""The same of lines of programs, which stand as they are written."""


class StyleUse(NamedTuple):
    """What composition uses a style for, and the keys that have no effect there.

    ``optional``: a layout may go without it.
    """

    zh: str
    en: str
    idle: tuple[str, ...] = ()
    optional: bool = False


_USES: dict[str, StyleUse] = {
    "body": StyleUse("正文", "Body text", ("shape", "lines", "keep", "span")),
    "title": StyleUse("文章标题", "Title of an article"),
    "heading-2": StyleUse("一级小标题", "Heading, first level of the body (##)"),
    "heading-3": StyleUse("二级小标题", "Heading, second level (###)"),
    "heading-4": StyleUse("三级小标题", "Heading, third level (####)"),
    "heading-5": StyleUse(
        "四级小标题；不写则同三级", "Heading, fourth level (#####); where absent as the third", optional=True
    ),
    "section-name": StyleUse("栏目名（篇首）", "Section's name over its first article"),
    "contents-title": StyleUse("目录标题", "Heading of the contents", ("shape", "span")),
    "contents-title-en": StyleUse("英文目录的标题", "Heading of the English contents", ("shape", "span"), True),
    "contents-line": StyleUse("目录的期号行", "The issue's line on the contents page", ("shape", "span")),
    "contents-section": StyleUse("目录的栏目", "A section in the contents", (*IDLE_IN_TEXT, "align")),
    "contents-entry": StyleUse("目录的篇名", "An article in the contents", (*IDLE_IN_TEXT, "align")),
    "contents-subtitle": StyleUse("目录的副题", "A subtitle in the contents", IDLE_BELOW_A_TITLE, True),
    "contents-authors": StyleUse("目录的作者", "Authors in the contents", IDLE_BELOW_A_TITLE, True),
    "contents-summary": StyleUse("目录的摘要", "An abstract in the contents", (*IDLE_IN_TEXT, "hang"), True),
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
    "note": StyleUse("脚注", "Footnote", tuple(key for key in IDLE_ON_THE_GRID if key != "leading")),
    "caption": StyleUse("图题", "Caption of a figure", IDLE_IN_CAPTIONS),
    "subcaption": StyleUse(
        "并排各图的图题；不写则同图题", "Caption of one of several pictures", IDLE_IN_CAPTIONS, True
    ),
    "credit": StyleUse(
        "图片来源；不写则同图题", "Whose a picture is; where absent as captions", IDLE_IN_CAPTIONS, True
    ),
    "table-title": StyleUse("表题", "Title of a table", IDLE_IN_TABLES, True),
    "table-head": StyleUse("表头", "Head of a table", IDLE_IN_CELLS, True),
    "table-cell": StyleUse("表内文字", "Cell of a table", IDLE_IN_CELLS, True),
    "table-note": StyleUse("表注、出处", "Note or source of a table", IDLE_IN_TABLES, True),
    "table-unit": StyleUse("表的计量单位", "Unit of a table", IDLE_IN_CELLS, True),
    "box-text": StyleUse("框内文字；不写则同正文", "Text of a box; where absent as the body", IDLE_IN_BOXES, True),
    "box-title": StyleUse("框的标题；不写则用正文的加重字体", "Title of a box", IDLE_IN_TITLES_OF_BOXES, True),
    "code-block": StyleUse("成段的代码；不写则同正文的代码字体", "Lines of a program", IDLE_IN_CODE, True),
    "contact-heading": StyleUse("联系方式的标题", "Heading of the contact block", IDLE_IN_DESIGNS),
    "contact-line": StyleUse("联系方式的各行", "Line of the contact block", IDLE_IN_DESIGNS),
}

STYLE_NAMES: dict[str, StyleUse] = {
    name: use if name.startswith("heading-") else use._replace(idle=(*use.idle, *IDLE_BUT_IN_HEADINGS))
    for name, use in _USES.items()
}
"""The styles that composition asks for by name; a layout must end up with all of them but the optional ones."""
