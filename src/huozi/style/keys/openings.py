"""How sections and articles begin and end."""

from __future__ import annotations

from typing import get_args

from huozi.style.keys.property import Property
from huozi.style.make_up import Start
from huozi.style.openings import AuthorMarks

OPENINGS = (
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
    Property("sections.opening", "pieces", None, "栏目首自上而下排什么", "What stands at a section's head, downwards"),
    Property(
        "sections.page", "name", None, "栏目扉页：一份 designs 里的设计", "A page of its own before a section: a design"
    ),
    Property(
        "sections.colours",
        "colours",
        None,
        "各栏目的颜色，用完从头轮起；在设计里写作 section",
        "Colours of sections, in turn; designs call that of the section in force section",
    ),
    Property(
        "articles.start",
        "choice",
        "run-on",
        "文章从何处起：run-on 接排，column 另栏，page 另页，recto 右页",
        "Where an article starts: behind what is before, on a column, a page, or a right-hand page",
        get_args(Start),
    ),
    Property("articles.room", "lines", 10, "页上至少余下几行才起排", "Lines a page must have left for a start"),
    Property("articles.opening", "pieces", None, "篇首自上而下排什么", "What stands at an article's head, downwards"),
    Property("articles.ending", "pieces", None, "篇末自上而下排什么", "What stands at an article's end, downwards"),
    Property(
        "articles.filler",
        "pieces",
        None,
        "补白之首排什么；不写与文章相同",
        "What stands at a filler's head; else as of articles",
    ),
    Property("articles.authors.separator", "text", "\u3000", "作者之间", "Between authors"),
    Property("articles.authors.separator_en", "text", ", ", "英文作者之间", "Between authors in English"),
    Property("articles.authors.affiliation_separator", "text", "；", "单位之间", "Between affiliations"),
    Property("articles.authors.affiliation_separator_en", "text", "; ", "英文单位之间", "The same in English"),
    Property(
        "articles.authors.marks",
        "choice",
        "auto",
        "作者与单位的对应号：auto 有两个以上单位才排，always 总排，never 不排",
        "Raised numbers from authors to affiliations: where there are two or more, always, never",
        get_args(AuthorMarks),
    ),
    Property("articles.authors.corresponding", "text", "*", "通信作者的记号", "Mark of the corresponding author"),
)

NEEDS = Property(
    "with", "article-fields", None, "这些项写了一项才排，如 [abstract]", "Only where one of these fields is filled"
)

PIECES: dict[str, tuple[Property, ...]] = {
    "text": (
        Property(
            "text",
            "article-template",
            None,
            "文字，可用文章的各项",
            "The text, with the article's fields",
            required=True,
        ),
        Property("style", "name", None, "样式", "Its style", required=True),
        Property("label", "text", "", "前面的标签，用该样式加重的字体", "What leads it, in the style's strong face"),
    ),
    "band": (
        Property("text", "article-template", None, "色带上的文字", "The text on the band", required=True),
        Property("style", "name", None, "样式", "Its style", required=True),
        Property(
            "colour",
            "colour",
            "k100",
            "色带的颜色；section 为本栏目的颜色",
            "Colour; section: its section's",
        ),
        Property("lines", "lines", 2, "占行", "Grid lines it takes"),
    ),
    "rule": (
        Property("thickness", "rule", "0.5pt", "粗细", "Thickness"),
        Property("width", "share", "100%", "长：栏宽的几分之几", "Length, as a share of the measure"),
        Property("align", "choice", "left", "位置", "Where it stands", ("left", "center", "right")),
        Property("colour", "colour", "k100", "颜色；section 为本栏目的颜色", "Colour; section: the section's own"),
        Property("lines", "lines", 1, "占行", "Grid lines it takes"),
        Property("span", "span", None, "通栏：all，或跨几栏", "Columns that it runs across; all of them: all"),
        NEEDS,
    ),
    "space": (Property("lines", "lines", 1, "空行数", "Empty grid lines"), NEEDS),
    "notes": (),
    "foot-note": (
        Property(
            "text",
            "article-template",
            None,
            "排在首页页脚的文字，用样式 note",
            "A text at the first page's foot, in the style note",
            required=True,
        ),
        Property("label", "text", "", "前面的标签，用该样式加重的字体", "What leads it, in the style's strong face"),
        Property(
            "mark", "text", "", "题名后和这段文字前的记号，如 *", "Its mark, behind the title and before the text: *"
        ),
    ),
    "end-mark": (Property("text", "text", "■", "文末的记号", "What closes the text"),),
}
"""What may stand at the head and end of an article, by the value of ``set``, and the keys of each."""
