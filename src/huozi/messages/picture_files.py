"""Messages of the pictures that an issue prints: what their files are and what print makes of them."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

PICTURE_FILES: dict[str, Message] = {
    "picture-format": Message(
        Severity.ERROR,
        "图片 {file} 的格式不认识：只收 PNG、JPEG、TIFF、WebP、SVG 和 PDF",
        "用图像软件打开，存为 TIFF 或 JPEG（矢量图存为 SVG 或 PDF）；只改扩展名没有用",
        "the picture {file} is of a kind that is not read: PNG, JPEG, TIFF, WebP, SVG and PDF are",
        "open it in an image editor and save it as TIFF or JPEG (drawings as SVG or PDF); another suffix does not help",
    ),
    "picture-empty": Message(
        Severity.ERROR,
        "图片文件 {file} 是空的",
        "多半是没有拷完；重新拷一次",
        "the picture file {file} is empty",
        "most likely it was not copied to its end: copy it again",
    ),
    "picture-unreadable": Message(
        Severity.ERROR,
        "图片 {file} 读不出来：文件不在、残缺或损坏（{reason}）",
        "重新拷一次，或用图像软件打开后另存一份",
        "the picture {file} cannot be read: it is not there, cut short or damaged ({reason})",
        "copy it again, or open it in an image editor and save it anew",
    ),
    "picture-kind": Message(
        Severity.ERROR,
        "图片 {file} 的颜色方式读不了：16 位 Lab、多于四个通道，或文件已损坏",
        "用图像软件转为 CMYK、RGB 或灰度，每通道 8 位，合并专色通道后再存",
        "the colours of the picture {file} cannot be read: Lab in 16 bits, more than four channels, or it is damaged",
        "convert it to CMYK, RGB or grey in 8 bits a channel, without spot channels, and save it again",
    ),
    "picture-deep": Message(
        Severity.ERROR,
        "图片 {file} 每通道多于 16 位（{mode}），不知道多大算白",
        "在图像软件中改为每通道 8 位或 16 位后再存",
        "the picture {file} has more than 16 bits a channel ({mode}): nothing says how much is white",
        "convert it to 8 or 16 bits a channel and save it again",
    ),
    "picture-too-many-pixels": Message(
        Severity.ERROR,
        "图片 {file} 有 {width} × {height} 像素，大得不合常理，没有打开",
        "确认不是恶意文件后，用图像软件缩到印刷尺寸的 350 dpi 再存",
        "the picture {file} has {width} × {height} pixels, more than any sound picture: it was not opened",
        "where you trust it, reduce it in an image editor to 350 dpi at the size it is printed at",
    ),
    "picture-too-heavy": Message(
        Severity.ERROR,
        "图片文件 {file} 超过 {most} MB，没有打开",
        "用图像软件缩到印刷尺寸的 350 dpi 再存",
        "the picture file {file} has more than {most} MB: it was not opened",
        "reduce it in an image editor to 350 dpi at the size it is printed at",
    ),
    "picture-several": Message(
        Severity.WARNING,
        "图片 {file} 里不止一幅（动画或多页），只印第一幅",
        "要印别的一幅，就把它单独存成一个文件",
        "the picture {file} holds several (an animation, pages): the first is printed",
        "to print another one save that as a file of its own",
    ),
    "picture-not-square": Message(
        Severity.WARNING,
        "图片 {file} 横竖的分辨率不同（{across} × {down} dpi，多为传真或扫描件），按方形像素印会变形",
        "用图像软件改成横竖相同的分辨率再存",
        "the picture {file} has {across} × {down} dpi (a fax, a scan), but is printed with square pixels",
        "resample it in an image editor to the same resolution both ways",
    ),
    "picture-coarse": Message(
        Severity.WARNING,
        "图片 {file} 印出来只有 {dpi} dpi，不到 {least}，会有些模糊",
        "换用更大的原图，或把图印小一些；在软件里插值放大没有用",
        "the picture {file} has but {dpi} dpi at its printed size, under {least}: it will look soft",
        "use a larger original, or print it smaller; more pixels made of the same ones do not help",
    ),
    "picture-too-coarse": Message(
        Severity.ERROR,
        "图片 {file} 印出来只有 {dpi} dpi，不到 {least}，不能付印",
        "换用更大的原图，或把图印小一些；在软件里插值放大没有用",
        "the picture {file} has but {dpi} dpi at its printed size, under {least}: it is unfit for print",
        "use a larger original, or print it smaller; more pixels made of the same ones do not help",
    ),
    "picture-ink": Message(
        Severity.WARNING,
        "图片 {file} 的墨量最高 {most}%，超过版式的上限 {limit}%（占 {share}）；它是 CMYK，按原样印",
        "用图像软件按 {intent} 重新转换，或请原作者给 RGB 原图，由排版时转换",
        "the picture {file} has up to {most} % of ink, over the layout's limit of {limit} % (on {share} of it); "
        "as CMYK it is printed as it is",
        "convert it anew for {intent} in an image editor, or ask for the RGB original, which is converted here",
    ),
    "picture-profile-wrong": Message(
        Severity.WARNING,
        "图片 {file} 里的 ICC 特性文件用不了（损坏，或不是这种颜色的），按 {assumed} 处理",
        "用图像软件打开，指定正确的特性文件后再存",
        "the ICC profile within the picture {file} cannot be used (damaged, or of other colours): {assumed} is assumed",
        "open it in an image editor, assign the right profile and save it again",
    ),
    "picture-profile-missing": Message(
        Severity.NOTE,
        "图片 {file} 没有说明颜色按什么算，按 {assumed} 处理",
        "若颜色不对，在图像软件中指定特性文件后再存；网上和手机里的图多为 sRGB，不必改",
        "the picture {file} does not say what its colours mean: {assumed} is assumed",
        "where colours look wrong assign a profile in an image editor; pictures of the web and phones are mostly sRGB",
    ),
    "picture-profile-other": Message(
        Severity.WARNING,
        "图片 {file} 的 CMYK 是为别的印刷条件（{found}）分的色，不是 {intent}；按原样印",
        "颜色要紧的图，用图像软件转换到 {intent}，或请原作者给 RGB 原图",
        "the CMYK of the picture {file} was made for another printing condition ({found}) than {intent}; "
        "it is printed as it is",
        "where its colours matter convert it to {intent} in an image editor, or ask for the RGB original",
    ),
    "pages-in-colour": Message(
        Severity.NOTE,
        "有彩色的内页：{pages}，共 {count} 面",
        "报给印厂安排印刷；内页只印黑，就在版式里写 colour: {{inside: k}}",
        "inside pages with colour: {pages}; {count} in all",
        "tell the printer, who plans by them; for black alone inside write colour: {{inside: k}} in the layout",
    ),
}
