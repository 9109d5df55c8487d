"""Messages on font files: what keeps one from being used, and what a face had to borrow."""

from huozi.diagnostics import Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

FONTS: dict[str, Message] = {
    "font-closed": Message(
        ERROR,
        "字体文件打不开：{reason}",
        "检查文件的读取权限，或重新复制一份",
        "the font file cannot be opened: {reason}",
        "see whether you may read the file, or copy it again",
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
        "标题里的“{character}”（{code}）是借来的：字体 {face} 没有，用了 {lender} 的{where}",
        "标题字大，一眼可见：换通行的字，或给标题换一款有此字的字体，或在版式的 fallback 里指定风格相近的",
        "{character!r} ({code}) in a title is borrowed: {face} lacks it, {lender} lends it{where}",
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
}
