"""Messages of the output room."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

OUTPUT: dict[str, Message] = {
    "font-not-embeddable": Message(
        Severity.ERROR,
        "字体 {name} 的授权不允许嵌入（或不允许子集嵌入），不能用于印刷文件",
        "换用允许嵌入的字体，或向字体厂商取得嵌入授权的版本",
        "the licence of the font {name} forbids embedding it, or a part of it",
        "use a font that may be embedded, or get a licensed version from its maker",
    ),
    "output-is-source": Message(
        Severity.ERROR,
        "不能写到这里：这是稿件自己的文件或文件夹",
        "换一个位置；不写 -o 就写到 build/ 里",
        "this is part of the issue itself and is not written over",
        "name another place; without -o the file goes to build/",
    ),
    "profile-not-cmyk": Message(
        Severity.ERROR,
        "输出意图的 ICC 文件不是完整的 CMYK 印刷特性文件",
        "在版式的 colour.output_intent 中写印刷厂给的 CMYK 特性文件，例如 FOGRA39L_coated",
        "the ICC profile of the output intent is not a whole CMYK printer profile",
        "name the CMYK profile your printer gives you at colour.output_intent of the layout, e.g. FOGRA39L_coated",
    ),
    "disk-full": Message(
        Severity.ERROR,
        "磁盘空间不足，文件没有写出；原有的文件未动",
        "清理 {folder} 所在的磁盘后再试",
        "the disk is full: the file was not written, the one that was there is untouched",
        "free some space on the disk of {folder} and try again",
    ),
    "not-writable": Message(
        Severity.ERROR,
        "不能写入（{reason}）；原有的文件未动",
        "检查 {folder} 的写权限；若文件正在阅读器中打开，先关闭它，或用 -o 写到别处",
        "no permission to write ({reason}); the file that was there is untouched",
        "check the permissions of {folder}; close the file if a viewer holds it open, or write elsewhere with -o",
    ),
    "file-held": Message(
        Severity.ERROR,
        "{name} 换不成新的：别的程序正占着它，多半在阅读器里开着；原来的文件未动",
        "关掉开着它的窗口再来一次，或用 -o 写成另一个文件名；文件若设成了只读，先取消只读",
        "{name} cannot be replaced: another program holds it, most likely a viewer; the old file is untouched",
        "close the window that shows it and try again, or name another file with -o; undo “read only” if set",
    ),
    "folder-missing": Message(
        Severity.ERROR,
        "文件夹 {folder} 不存在",
        "先建立这个文件夹，或检查 -o 后面的路径",
        "there is no folder {folder}",
        "make the folder first, or check the path after -o",
    ),
    "place-is-folder": Message(
        Severity.ERROR,
        "同名的文件夹占了文件的位置",
        "在 -o 后面写出文件名，或移走那个文件夹",
        "a folder has the name of the file",
        "give a file name after -o, or move the folder away",
    ),
    "write-failed": Message(
        Severity.ERROR,
        "文件没有写出：{reason}；原有的文件未动",
        "检查 {folder} 所在的磁盘或网络盘，再试一次",
        "the file was not written: {reason}; the one that was there is untouched",
        "check the disk or the network drive of {folder} and try again",
    ),
}
