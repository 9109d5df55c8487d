"""Messages of findings that are signed off, and of the version that an issue asks for."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

# fmt: off
ACCEPTANCE: dict[str, Message] = {
    "acceptance-fingerprint": Message(
        Severity.ERROR,
        "“{value}”不是问题的编号",
        "编号是 12 位数字和小写字母 a 到 f，列在 huozi check 每个问题的末尾，照抄过来",
        "{value!r} is no fingerprint of a finding",
        "a fingerprint is 12 digits and letters a to f: copy it from the list of huozi check"),
    "acceptance-idle": Message(
        Severity.WARNING,
        "认可的问题 {fingerprint} 这一期里没有：那处文字已经改动，或它是另一期的",
        "删去这一条；问题若还在，看过以后用 huozi check --accept 重新认可",
        "the accepted finding {fingerprint} is none of this issue's: its text has changed, or it is of another issue",
        "delete the entry; where the finding is still there, look at it and accept it anew with huozi check --accept"),
    "acceptance-of-error": Message(
        Severity.WARNING,
        "{fingerprint} 是错误（{rule}），错误不能认可",
        "改正那处错误，删去这一条",
        "{fingerprint} is an error ({rule}), and errors cannot be accepted",
        "mend the error and delete the entry"),
    "acceptance-rule": Message(
        Severity.WARNING,
        "{fingerprint} 是 {rule}，这里却写成 {given}；没有认可",
        "核对编号，把 rule 改成 {rule}，或删去 rule",
        "{fingerprint} is of the rule {rule}, not {given}: nothing is accepted",
        "compare the fingerprint; then write rule: {rule}, or leave rule out"),
    "acceptance-twice": Message(
        Severity.NOTE,
        "{fingerprint} 在第 {line} 行已经认可",
        "删去其中一条",
        "{fingerprint} has been accepted in line {line}",
        "delete one of the two"),
    "acceptance-unknown": Message(
        Severity.ERROR,
        "没有编号为 {fingerprint} 的问题",
        "照抄 huozi check 列出的编号；文字改动以后编号会变",
        "no finding has the fingerprint {fingerprint}",
        "copy it from the list of huozi check; it changes with the words at its place"),
    "acceptance-refused": Message(
        Severity.ERROR,
        "{fingerprint}（{rule}）不能认可：错误和 accept 自身的问题都不能认可",
        "改正它",
        "{fingerprint} ({rule}) cannot be accepted: neither errors can nor what is wrong with accept itself",
        "mend it"),
    "acceptance-unsigned": Message(
        Severity.ERROR,
        "认可要写明是谁、为什么",
        "在 --accept 后面加上 --by 姓名 --why 理由，两者都不能空着",
        "who accepts, and why, must be said",
        "add --by NAME --why TEXT to --accept, neither of them empty"),
    "acceptance-alone": Message(
        Severity.ERROR,
        "--by、--why 要同 --accept 一起用",
        "加上 --accept 编号，编号列在 huozi check 每个问题的末尾",
        "--by and --why go with --accept",
        "add --accept FINGERPRINT, copied from the list of huozi check"),
    "acceptance-unwritable": Message(
        Severity.ERROR,
        "issue.yaml 的写法特别，程序不敢改它",
        "自己把这一条写到 accept 下面：{entry}",
        "issue.yaml is written in a way that we do not dare to change",
        "add this entry to accept yourself: {entry}"),
    "requires-unreadable": Message(
        Severity.ERROR,
        "看不懂 requires 的“{value}”",
        "写成 huozi ≥ 0.2 这样的形式；几个条件用逗号分开：huozi ≥ 0.2, < 1",
        "requires says {value!r}, which cannot be understood",
        "write it like huozi ≥ 0.2; part several conditions by commas: huozi ≥ 0.2, < 1"),
    "requires-later": Message(
        Severity.ERROR,
        "这一期要求 {wanted}，这里的活字是 {here}，太旧",
        "更新活字：用新版的 whl 文件 pip install --upgrade，或更新源码后重新 make issue",
        "this issue asks for {wanted}; this is huozi {here}, which is too old",
        "update it: pip install --upgrade with a newer wheel, or renew the checkout and make issue"),
    "requires-earlier": Message(
        Severity.ERROR,
        "这一期要求 {wanted}，这里的活字是 {here}，太新",
        "用当时的版本排，或先用现在的版本核对一遍，再改 requires",
        "this issue asks for {wanted}; this is huozi {here}, which is too new",
        "build it with the version of its time, or look it through with this one and then change requires"),
}
# fmt: on
