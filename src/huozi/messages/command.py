"""Messages of the command line."""

from huozi.diagnostics import Message, Severity

COMMAND: dict[str, Message] = {
    "style-unknown": Message(
        Severity.ERROR,
        "版式里没有名为“{name}”的样式",
        "可用的样式：{names}",
        "the layout has no style named {name!r}",
        "styles there are: {names}",
    ),
    "length-unreadable": Message(
        Severity.ERROR,
        "“{value}”不是长度",
        "写成 20字、240pt 或 85mm 这样的形式",
        "{value!r} is no length",
        "write it like 20字, 240pt or 85mm",
    ),
    "option-without-value": Message(
        Severity.ERROR,
        "“{value}”里没有等号",
        "写成 键=值，例如 text.kinsoku=strict",
        "{value!r} holds no equals sign",
        "write KEY=VALUE, for example text.kinsoku=strict",
    ),
}
