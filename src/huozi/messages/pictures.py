"""Messages of pictures of pages."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

PICTURES: dict[str, Message] = {
    "proof-extra-missing": Message(
        Severity.ERROR,
        "画页面图片要用 pypdfium2，这台机器上还没有装",
        '装上再来：pip install "huozi[proof]"；不要图片就不用装',
        "pictures of pages take pypdfium2, which is not installed here",
        'install it and try again: pip install "huozi[proof]"; without pictures there is no need of it',
    ),
    "picture-resolution": Message(
        Severity.ERROR,
        "图片的分辨率 {dpi} dpi 不在 {least} 到 {most} 之间",
        "看版面用 110，看笔画用 300",
        "a resolution of {dpi} dpi is not between {least} and {most}",
        "110 shows a page, 300 shows strokes",
    ),
    "picture-too-large": Message(
        Severity.ERROR,
        "第 {page} 面按 {dpi} dpi 画出来太大",
        "分辨率降到 {most} dpi 以下",
        "page {page} of the file is too large to be drawn at {dpi} dpi",
        "ask for no more than {most} dpi",
    ),
    "picture-no-page": Message(
        Severity.ERROR,
        "文件没有第 {page} 面，一共 {pages} 面",
        "按文件里的面数写",
        "the file has no page {page}: there are {pages}",
        "ask for pages that are in the file",
    ),
    "picture-no-pdf": Message(
        Severity.ERROR,
        "读不出这份 PDF：{reason}",
        "检查文件是否完整、是否加了密码，重新导出一次",
        "this PDF cannot be read: {reason}",
        "check that the file is whole and has no password, and export it again",
    ),
}
