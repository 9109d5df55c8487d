"""Messages on font files: what keeps one from being used, and what a face had to borrow."""

from __future__ import annotations

from huozi.diagnostics import Language, Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_UNUSABLE: dict[str, Message] = {
    "font-closed": Message(
        ERROR,
        "字体文件打不开：{reason}",
        "检查路径和文件的读取权限，或重新复制一份；文件夹、断了的链接不是字体，移到别处",
        "the font file cannot be opened: {reason}",
        "see whether it is there and may be read, or copy it again; a folder or a broken link is no font: move it away",
    ),
    "font-empty": Message(
        ERROR,
        "字体文件是空的（0 字节）",
        "多半是复制或下载没有完成：重新取一份，或删去它",
        "the font file is empty (0 bytes)",
        "copying or downloading it was not finished, most likely: get it again, or delete it",
    ),
    "font-none": Message(
        ERROR,
        "这个文件不是字体，只是名字像",
        "换上真正的字体文件（.ttf、.otf、.ttc、.otc）；若下载来的是压缩包或网页，先解压或重新下载",
        "this file is no font, whatever its name says",
        "put the font itself there (.ttf, .otf, .ttc, .otc); unpack what came in an archive, or download it again",
    ),
    "font-web": Message(
        ERROR,
        "这是网页字体（WOFF），不能用于排版",
        "向字体厂商取同一款字体的 .ttf 或 .otf 文件",
        "this is a web font (WOFF), which cannot be set from",
        "get the .ttf or .otf file of the same font from its maker",
    ),
    "font-old": Message(
        ERROR,
        "这是旧格式的字体（PostScript Type 1、点阵字体或旧式 Mac 字体），不能使用",
        "换用同一款字体的 OpenType 版本（.otf、.ttf）",
        "this font is in an old format (PostScript Type 1, bitmaps or a Mac suitcase) that cannot be used",
        "use the OpenType version of it (.otf, .ttf)",
    ),
    "font-damaged": Message(
        ERROR,
        "字体文件已损坏：缺少必需的部分，或后半截断了",
        "重新复制或下载一份完整的",
        "the font file is damaged: parts that are needed are missing or cut off",
        "copy or download it again",
    ),
    "font-bitmap": Message(
        ERROR,
        "这款字体只有点阵或图片，没有轮廓，不能付印",
        "换用有轮廓的字体（TrueType 或 OpenType）",
        "this font has bitmaps or pictures only and no outlines to be printed from",
        "use a font with outlines (TrueType or OpenType)",
    ),
    "font-unmapped": Message(
        ERROR,
        "这款字体没有 Unicode 字符表，无从知道哪个字形是哪个字",
        "换用新的版本；很旧的字体只有国标码或大五码",
        "this font has no Unicode character map, so that nobody knows which glyph is which character",
        "use a newer version of it; very old fonts are coded in GB or Big5 only",
    ),
    "font-restricted": Message(
        ERROR,
        "这款字体的授权位（OS/2 fsType）不允许嵌入，或不允许嵌入一部分，不能用于印刷文件",
        "换用允许嵌入的字体，或向字体厂商取得嵌入授权的版本",
        "the licence bits of this font (OS/2 fsType) forbid embedding it, or a part of it: no print file can be made",
        "use a font that may be embedded, or get a licensed version from its maker",
    ),
    "font-too-large": Message(
        ERROR,
        "字体文件大得不合常理（单款字体不应超过 64 MB，字体集不应超过 1 GB）",
        "检查文件是否拿错了，或换上原厂的版本",
        "the font file is larger than any sound font (64 MB for a face, 1 GB for a collection)",
        "see whether it is the right file, or use its maker's own",
    ),
    "font-broken-inside": Message(
        ERROR,
        "字体文件打得开，里面却有坏处：{reason}",
        "重新复制或下载一份完整的",
        "the font file opens, but is damaged inside: {reason}",
        "copy or download it again",
    ),
}

UNUSABLE_FONTS = tuple(_UNUSABLE)
"""The rules that say why a font file cannot be used."""

FONTS: dict[str, Message] = _UNUSABLE | {
    "character-borrowed": Message(
        NOTE,
        "字体 {face} 没有“{character}”（{code}），借用 {lender} 的，字形风格不同{where}",
        "不碍事就不用改；要整齐，就换通行的字，或换一款有此字的字体，或在版式的 fallback 里指定风格相近的",
        "{face} has no {character!r} ({code}); {lender} lends it, which looks different{where}",
        "nothing need be done where that will do; else use another character, a face that has it, "
        "or name one that looks alike as fallback in the layout",
    ),
    "character-borrowed-title": Message(
        WARNING,
        "标题、目录、书眉或封面里的“{character}”（{code}）是借来的：字体 {face} 没有，用了 {lender} 的{where}",
        "标题字大，一眼可见：换通行的字，或给标题换一款有此字的字体，或在版式的 fallback 里指定风格相近的",
        "{character!r} ({code}) in a title, the contents, a running head or on a cover is borrowed: {face} lacks it, "
        "{lender} lends it{where}",
        "in a title it is seen at once: use another character, a face that has it for titles, "
        "or name one that looks alike as fallback in the layout",
    ),
    "character-borrowed-often": Message(
        WARNING,
        "字体 {face} 没有“{character}”（{code}），借用 {lender} 的；这款字体的字里已有 {share}% 是借来的{where}",
        "缺的字太多：给这个角色换一款字数更全的字体（huozi fonts 列出各款字体缺哪些字）",
        "{face} has no {character!r} ({code}), {lender} lends it; {share} % of the characters of this face are "
        "borrowed{where}",
        "it lacks too much: choose a face with more characters for this role (huozi fonts lists what each one lacks)",
    ),
    "font-there-already": Message(
        NOTE,
        "同样的文件已经在了：{path}",
        "不必再放",
        "the same file is there already: {path}",
        "nothing need be done",
    ),
    "font-name-taken": Message(
        ERROR,
        "{path} 已经有了，是另一款字体，没有覆盖",
        "给要放进去的文件改个名字，或先移走原来的",
        "{path} is there, another font, and was not written over",
        "give the file to be added another name, or move the one that is there away",
    ),
    "font-double": Message(
        ERROR,
        "“{family}”字重 {weight} 已经有一款：{path}，两款并存就不知道用哪一款",
        "要换成新的，先移走原来的文件",
        "{family}, weight {weight}, is there already: {path}; with two of them nobody knows which is taken",
        "to use the new one, move the old file away first",
    ),
    "font-replaces": Message(
        NOTE,
        "“{family}”字重 {weight} 随程序附送一款（{path}），从此用这里的",
        "不必改动；要用附送的，移走这里的文件",
        "{family}, weight {weight}, is shipped too ({path}); the one added here is taken from now on",
        "nothing need be done; to use the shipped one, move this file away",
    ),
    "fonts-usage": Message(
        ERROR,
        "huozi fonts 后面写一期的文件夹，或 add 和字体文件",
        "例如：huozi fonts issue/2024-12，或 huozi fonts add 思源宋体.otf",
        "after huozi fonts comes the folder of an issue, or add and font files",
        "for example: huozi fonts issue/2024-12, or huozi fonts add SourceHanSerif.otf",
    ),
    "fonts-no-house": Message(
        ERROR,
        "这里不在刊物的文件夹里，没有放字体的 fonts/",
        "到含有 layout/ 的文件夹里再做",
        "this is no house: there is no fonts/ to put a font in",
        "go to the folder that holds layout/ and try again",
    ),
}

WORDS: dict[str, dict[Language, str]] = {
    "shipped": {"zh": "附送", "en": "shipped"},
    "own": {"zh": "自备", "en": "own"},
    "used": {"zh": "本期用到", "en": "used in the issue"},
    "installable": {"zh": "可嵌入", "en": "may be embedded"},
    "preview-print": {"zh": "可嵌入（供打印和预览）", "en": "may be embedded for preview and print"},
    "editable": {"zh": "可嵌入（可编辑）", "en": "may be embedded, editable"},
    "restricted": {"zh": "不可嵌入", "en": "must not be embedded"},
    "no-subsetting": {"zh": "不可只嵌入一部分", "en": "not in part"},
    "bitmaps-only": {"zh": "只可嵌入点阵", "en": "bitmaps only"},
    "between": {"zh": "，", "en": ", "},
    "no-licence": {"zh": "未写明授权", "en": "no licence named"},
    "characters": {"zh": "共 {count} 个字符", "en": "{count} characters in all"},
    "lacks": {
        "zh": "{face} 缺本期的 {count} 字：{characters}",
        "en": "{face} lacks {count} of the issue: {characters}",
    },
    "lacks-nothing": {"zh": "本期的字，各款字体都有。", "en": "The faces have every character of the issue."},
    "added": {"zh": "已放进 {path}", "en": "put into {path}"},
    "ask": {
        "zh": "  版式里写 han: {family}（{names}；字重 weight：{weights}）",
        "en": "  in a layout write han: {family} ({names}; weight: {weights})",
    },
}
"""What ``huozi fonts`` says beside its findings."""


def say_of_font(name: str, language: Language, **fields: object) -> str:
    """One of the ``WORDS``, its fields filled."""
    return WORDS[name][language].format_map(fields)
