"""Names of keys: what a Chinese word or a mistyped one stands for among the keys that are known."""

from __future__ import annotations

from collections.abc import Iterable

NEAR = 0.65
"""How like two words must be (``difflib``'s ratio) for one to be proposed for the other."""

SHORTEST_PART = 3
"""So many letters of a key or more, and nothing else, stand for it (``key`` for ``keywords``)."""

MEANT: dict[str, tuple[str, ...]] = {
    # issue.yaml
    "journal": ("刊物", "期刊", "杂志", "版式", "刊名"),
    "year": ("年", "年份", "年度", "出版年"),
    "issue": ("期", "期号", "期次", "期数"),
    "serial": ("总期", "总期号", "总期数", "总第", "总第期", "总号", "累计期号"),
    "date": ("日期", "出版日期", "出刊日期", "发行日期", "刊期日期", "时间", "出版时间"),
    "contents": ("目录", "目次", "内容", "栏目和文章"),
    "section": ("栏目", "栏目名", "栏目名称", "专栏", "栏", "板块"),
    "articles": ("文章", "文章列表", "稿件", "篇目", "篇名"),
    "pages": ("页数", "页", "内页数", "总页数"),
    "multiple": ("倍数", "页数倍数"),
    "exactly": ("恰好", "正好", "准确页数"),
    "volume": ("卷", "卷号", "卷次"),
    "label": ("刊期名称", "期名", "季号", "期刊号名", "刊期"),
    "theme": ("主题", "专题", "本期主题", "本期专题"),
    "cover": ("封面",),
    "imprint": ("版权", "版权页", "版本记录", "版权信息", "出版信息", "masthead", "colophon"),
    "fillers": ("补白", "补白短文"),
    "accept": ("接受", "已接受", "认可", "签发"),
    "requires": ("版本要求", "要求版本", "所需版本"),
    "insert": ("插页", "广告", "广告页", "彩页", "插入", "advertisement", "ad"),
    "picture": ("图片", "图", "封面图", "封面图片", "image", "figure"),
    "file": ("文件", "文件名", "文件路径", "数据文件", "pdf", "path", "src"),
    "front": ("封一", "封面", "封面页", "cover_front"),
    "inside_front": ("封二", "front_inside"),
    "inside_back": ("封三", "back_inside"),
    "back": ("封四", "封底", "cover_back"),
    "alt": ("替代文字", "替代文本", "图片说明", "描述", "alt_text"),
    "issn": ("国际刊号", "国际标准刊号", "国际标准连续出版物号"),
    "cn": ("国内刊号", "国内统一刊号", "国内统一连续出版物号", "统一刊号", "刊号"),
    "publisher": ("出版", "出版者", "出版单位", "出版社"),
    "supervisor": ("主管", "主管单位", "主管部门"),
    "editors": ("编辑部", "编委会", "编委", "编辑人员", "主编", "编辑出版"),
    "address": ("地址", "社址", "通信地址", "编辑部地址"),
    "price": ("定价", "价格", "售价", "工本费"),
    "permit": ("准印证", "准印证号", "许可证", "许可证号", "licence", "license"),
    "printer": ("印刷", "印刷者", "印刷单位", "印刷厂", "承印"),
    "distribution": ("发行", "发行者", "发行单位", "订阅", "订购", "发行范围"),
    "postal_code": ("邮编", "邮政编码", "邮发代号", "postcode", "zip"),
    "url": ("网址", "网站", "官网", "website", "web"),
    "co_organiser": ("协办", "协办单位", "co_organizer"),
    "phone": ("电话", "联系电话", "电话号码", "编辑部电话", "tel", "telephone"),
    "print_run": ("印数", "印量", "发行量", "circulation"),
    "frequency": ("出版周期", "出版频率", "刊期代码"),
    "first_year": ("创刊", "创刊年", "创刊年份", "创刊时间", "founded", "since"),
    # front matter
    "title": (
        "标题", "题名", "题目", "篇名", "文题", "文章标题", "文章题名", "名称", "主标题", "正题", "中文标题",
        "中文题名", "headline",
    ),
    "subtitle": ("副标题", "副题", "副题名", "副标", "subhead", "subheading", "title_sub"),
    "short_title": (
        "短标题", "短题", "短题名", "书眉标题", "眉题", "简短标题", "running_title", "running_head", "title_short",
    ),
    "authors": (
        "作者", "著者", "撰文", "署名", "作者名", "作者姓名", "文", "中文作者", "author", "by", "byline", "writer",
        "writers",
    ),
    "name": ("姓名", "名字", "作者姓名", "名", "作者", "刊名", "名称"),
    "affiliation": (
        "单位", "作者单位", "所在单位", "机构", "工作单位", "所属单位", "affiliations", "institution", "organization",
        "organisation",
    ),
    "email": ("邮箱", "电子邮箱", "电子邮件", "邮件", "信箱", "e_mail", "mail", "电邮"),
    "corresponding": (
        "通信作者", "通讯作者", "通信", "通讯", "联系人", "correspondent", "is_corresponding", "corresponding_author",
    ),
    "affiliation_note": (
        "单位", "作者单位", "作者单位说明", "单位说明", "作者简介", "作者介绍", "机构", "affiliation", "affiliations",
        "bio",
    ),
    "source": ("来源", "出处", "稿源", "原载", "稿件来源", "转载自", "from"),
    "keywords": (
        "关键词", "关键字", "主题词", "中文关键词", "keyword", "key_words", "tags", "tag", "subject", "subjects",
        "keywords_zh", "keywords_cn",
    ),
    "abstract": ("摘要", "提要", "内容提要", "内容摘要", "中文摘要", "summary", "abstract_zh", "abstract_cn"),
    "title_en": ("英文标题", "英文题名", "英文题目", "英文篇名", "en_title", "english_title", "title_english"),
    "subtitle_en": ("英文副标题", "英文副题", "英文副题名", "en_subtitle", "english_subtitle", "subtitle_english"),
    "authors_en": (
        "英文作者", "作者英文名", "英文作者名", "作者英文", "作者拼音", "en_authors", "author_en", "en_author",
        "english_authors",
    ),
    "abstract_en": ("英文摘要", "英文提要", "en_abstract", "english_abstract", "summary_en"),
    "keywords_en": (
        "英文关键词", "英文关键字", "en_keywords", "keyword_en", "key_words_en", "english_keywords", "tags_en",
    ),
    "note": (
        "注", "题注", "附注", "基金项目", "基金", "基金资助", "资助项目", "项目", "项目基金", "备注", "funding", "fund",
        "funds", "grant", "grants", "acknowledgement", "acknowledgements", "acknowledgments", "致谢",
    ),
    "received": (
        "收稿日期", "收稿", "收稿时间", "来稿日期", "投稿日期", "date_received", "received_date", "submitted",
        "receipt",
    ),
    "revised": (
        "修回日期", "修回", "修回时间", "修改日期", "修订日期", "修改稿日期", "date_revised", "revised_date",
        "revision",
    ),
    "doi": ("数字对象标识", "数字对象标识符", "数字对象唯一标识符", "doi号"),
    "clc": (
        "中图分类号", "分类号", "中图分类", "中图号", "图书分类号", "clc_number", "clc_no", "classification",
        "class_number",
    ),
    "document_code": ("文献标识码", "文献标志码", "文献代码", "标识码", "文献类型", "doc_code", "document_type"),
    "editors_note": ("编者按", "编者的话", "编者按语", "按语", "编按", "编者注", "editor_note", "editorial_note"),
    "editor": ("责任编辑", "编辑", "责编", "本文编辑", "本文责编", "edited_by"),
    "translator": ("译者", "翻译", "译", "编译", "译者名", "translators", "translated_by"),
    "columns": ("栏数", "分栏", "跨列", "跨栏数", "colspan"),
    "kind": ("类型", "性质", "种类"),
    "filler": ("补白", "补白短文"),
    "start": ("起排", "起始", "开始", "另起"),
    "run-on": ("接排",),
    "column": ("另栏", "另起一栏"),
    "notes": ("脚注", "尾注", "注释", "注文", "表注"),
    "recto": ("右页", "右页起", "单页起", "另右页"),
    # a layout
    "extends": ("继承", "基于", "基础", "母版"),
    "page": ("页面", "版面", "纸张", "另页", "另起一页"),
    "type_area": ("版心",),
    "margins": ("页边", "页边距", "边距"),
    "fonts": ("字体",),
    "styles": ("样式", "段落样式"),
    "text": ("排字", "文字", "正文"),
    "characters": ("字符", "字"),
    "covers": ("封面", "封皮"),
    "designs": ("设计", "封面设计"),
    "sections": ("栏目", "栏"),
    "folio": ("页码",),
    "running": ("书眉", "页眉", "眉"),
    "furniture": ("内页设计", "页面设计"),
    "position": ("位置",),
    "opening": ("篇首", "篇首页"),
    "colour": ("颜色", "色彩", "color"),
    "inks": ("油墨", "颜色"),
    "contact": ("联系方式", "联系"),
    "make_up": ("拼版",),
    "stretch": ("加宽", "撑开"),
    "blanks": ("空白页", "白页"),
    "balance": ("齐平", "均栏"),
    "span": ("通栏", "跨栏"),
    "organiser": ("主办", "主办单位", "organizer"),
    "name_en": ("英文名", "英文刊名", "英文名称", "英文栏目", "英文栏目名", "栏目英文名", "section_en", "en_name"),
    "size": ("字号",),
    "leading": ("行距",),
    "indent": ("缩进", "首行缩进"),
    "align": ("对齐",),
    "font": ("字体",),
    "weight": ("字重",),
    "lines": ("行数", "行", "导读", "要目", "封面要目", "文章"),
    "trim": ("开本", "成品", "尺寸", "纸型"),
    "bleed": ("出血",),
    "binding": ("装订",),
    "draw": ("画", "类型"),
    "fit": ("适应", "缩放"),
    "style": ("样式",),
    "height": ("高", "高度"),
    "width": ("宽", "宽度"),
    # figures, tables, boxes
    "place": ("位置", "排在", "放在", "position", "pos"),
    "side": ("哪边", "左右", "边"),
    "turned": ("转", "旋转", "横排", "rotate", "rotated"),
    "caption": ("题名", "图题", "表题", "图名", "表名", "图注", "说明", "title"),
    "credit": ("出处", "来源", "图片来源", "摄影", "作者", "供图", "source"),
    "crop": ("裁切", "裁剪"),
    "numbered": ("编号", "number"),
    "head": ("表头", "页首", "页顶", "顶", "上", "上方", "header"),
    "heads": ("表头行数", "header_rows"),
    "rows": ("行", "表身", "数据", "跨行", "rowspan", "data", "body"),
    "unit": ("单位", "计量单位"),
    "widths": ("栏宽", "列宽"),
    "foot": ("页脚", "页底", "底", "下", "下方"),
    "here": ("此处", "原位", "文中"),
    "beside": ("文旁", "旁边", "旁", "wrap"),
    "left": ("左", "左边", "左侧"),
    "right": ("右", "右边", "右侧"),
    "next-page": ("下页", "下一页"),
    "next-column": ("下栏", "下一栏"),
    "center": ("居中", "中", "centre"),
    "point": ("小数点", "点", "decimal"),
    "box": ("框", "方框", "专栏", "提示"),
    "pullquote": ("引语", "金句", "抽言"),
    "editors-note": ("编者按",),
    "portrait": ("肖像", "人像", "头像"),
    "group": ("图组", "组图", "并排"),
    "table": ("表", "表格"),
}  # fmt: skip
"""Words that stand for a key; where one stands for several, that is meant which is known at its place."""


def plainly(word: str) -> str:
    """A word as keys are written: half-width, small letters, no spaces about it, nothing that cannot be seen.

    >>> plainly(" Ｔｉｔｌｅ　")
    'title'
    """
    if word.isascii():
        return word.strip().casefold().replace(" ", "_")
    from unicodedata import normalize

    seen = "".join(char for char in normalize("NFKC", word) if char.isprintable() or char.isspace())
    return seen.strip(" \t\u3000\u00a0“”‘’\"'：:*").casefold().replace(" ", "_")


def meant(word: str, known: Iterable[str]) -> str:
    """The known key that a word says in Chinese or in another spelling; empty where it says none.

    >>> meant("作者", ["title", "authors"]), meant("单位", ["name", "affiliation"]), meant("潮", ["title"])
    ('authors', 'affiliation', '')
    """
    names = list(known)
    bare = _bare(plainly(word))
    same = {_bare(name.casefold()): name for name in names}
    if bare in same:
        return same[bare]
    return next((name for name in names if bare in map(_bare, MEANT.get(name, ()))), "")


def _bare(word: str) -> str:
    """A word without what parts the words in it: ``title-en`` and ``titleEn`` are ``title_en``."""
    return word.replace("-", "").replace("_", "")


def near(word: str, known: Iterable[str]) -> str:
    """The known word that a mistyped one is near to, or that it says in Chinese; empty where none is.

    >>> near("keyword", ["title", "keywords"]), near("作者", ["title"]), near("titel", ["title"])
    ('keywords', '', 'title')
    """
    names = list(known)
    if found := meant(word, names):
        return found
    from difflib import get_close_matches

    plain = plainly(word[:60])
    close = get_close_matches(plain, names, n=1, cutoff=NEAR)
    if close:
        return close[0]
    parts = [name for name in names if len(plain) >= SHORTEST_PART and name.startswith(plain)]
    return parts[0] if len(parts) == 1 else ""


FEW = 24
"""How many names a finding lists at the most."""


def suggested(word: str, known: Iterable[str], before: str = "") -> str:
    """What a finding proposes for a word that is not known: what it is near to, else the first of all there are.

    ``before`` stands before each name (the point of a class).

    >>> suggested("bok", ["name", "book", "dots"], "."), suggested("朱砂", ["name", "book"])
    ('.book', 'name、book')
    """
    names = list(known)
    found = near(word, names)
    shown = [found] if found else names[:FEW]
    return "、".join(f"{before}{name}" for name in shown) + ("……" if len(names) > FEW and not found else "")
