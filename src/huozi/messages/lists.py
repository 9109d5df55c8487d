"""Messages of lists and quotations: what may be one and may be text, numbers that do not count on."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
LISTS: dict[str, Message] = {
    "quote-empty": Message(
        WARNING, "“>”后面没有内容，不会印出", "补上引文，或删去这一行；本来是文字就写成“\\>”",
        "nothing follows “>”, which is not printed", "fill in the quotation or delete it; write “\\>” for text"),
    "quote-or-sign": Message(
        WARNING, "“>”后面紧接着数，当作引文，“>”不会印出", "是大于号就写成“\\>”；是引文就在“>”后加一个空格",
        "“>” with a number behind it is taken for a quotation, and not printed",
        "write “\\>” for the sign; put a space behind that of a quotation"),
    "list-number-again": Message(
        WARNING, "“{before}”之后又是“{number}”，照原样排", "改成接下去的数；要自动编号，就让每一项都写同一个数",
        "“{number}” comes again after “{before}” and is printed so",
        "write the number that follows, or one number on every item to have them counted"),
    "list-number-jumps": Message(
        NOTE, "“{before}”之后是“{number}”，照原样排", "本来如此就不必改；要自动编号，就让每一项都写同一个数",
        "“{number}” comes after “{before}” and is printed so",
        "leave it if it is meant; one number on every item has them counted"),
    "list-restarts": Message(
        NOTE, "又从“{mark}”编起，照原样排", "接着前面的编号，就写接下去的数；另编就不必改",
        "the numbers begin with “{mark}” again and are printed so",
        "write the next number if the list before goes on; leave it if another begins"),
    "list-or-text": Message(
        WARNING, "“{mark}”可能是列表的一项，也可能是数、日期或正负号，照文字排",
        "是文字就去掉它后面的空格，或在它的标点前加“\\”；是列表就让它与前后各项相接",
        "“{mark}” may begin an item or be a number, a date or a sign: it is set as text",
        "delete the space after it, or put “\\” before its mark, if it is text; a list has other items beside it"),
    "list-of-one": Message(
        NOTE, "“{mark}”排成项目符号，而列表只有这一项", "本来是文字，就在“{mark}”前加“\\”；是列表就不必改",
        "“{mark}” is set as a bullet, of a list with no other item", "put “\\” before it if it is text"),
    "item-empty": Message(
        WARNING, "“{mark}”后面没有内容，只排出编号或项目符号", "补上内容，或删去这一行；本来是文字就在标点前加“\\”",
        "nothing follows “{mark}”: a number or bullet stands alone",
        "fill it in or delete the line; put “\\” before the mark if it is text"),
}
# fmt: on
