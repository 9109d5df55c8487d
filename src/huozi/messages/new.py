"""Messages of the making of new journals, issues and articles."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

NEW: dict[str, Message] = {
    "new-place-taken": Message(
        Severity.ERROR,
        "{folder} 已经有了，里面有东西；什么也没有写",
        "换一个名称，或者先把它移走、改名",
        "{folder} is there and holds something; nothing was written",
        "choose another name, or move it away first",
    ),
    "new-unwritable": Message(
        Severity.ERROR,
        "这里写不进去（{reason}）；什么也没有写",
        "检查 {folder} 的写权限和磁盘空间，或换一个位置",
        "this cannot be written ({reason}); nothing was",
        "check the permissions of {folder} and the space on its disk, or choose another place",
    ),
    "new-journal-name": Message(
        Severity.ERROR,
        "“{name}”不能作刊名",
        "用 --name 写刊名，最多 {most} 个字",
        "{name!r} cannot be a journal's name",
        "give the name after --name, of {most} characters at most",
    ),
    "new-no-issue": Message(
        Severity.ERROR,
        "{folder} 里没有可以接着往下编的一期",
        "给出刊物的文件夹（里面有 layout 和 issue），已有的一期要写明年、期和日期；"
        "还没有刊物就用 huozi new journal 建立",
        "{folder} holds no issue that another could follow",
        "give the journal's folder (with layout and issue); its issues name year, number and date; "
        "without a journal yet, begin with huozi new journal",
    ),
    "new-several-journals": Message(
        Severity.ERROR,
        "这里有几种刊：{journals}",
        "用 --journal 写明接着编哪一种，或给出它最近一期的文件夹",
        "there are several journals here: {journals}",
        "name one after --journal, or give the folder of its latest issue",
    ),
    "new-not-an-issue": Message(
        Severity.ERROR,
        "这里没有 issue.yaml，不是一期刊物的文件夹",
        "给出一期的文件夹，例如 issue/2026-01；新的一期用 huozi new issue 建立",
        "there is no issue.yaml here: this is no issue's folder",
        "give an issue's folder, such as issue/2026-01; a new one is made with huozi new issue",
    ),
    "new-no-sections": Message(
        Severity.ERROR,
        "issue.yaml 的 contents 里没有栏目，新文章没有地方登记",
        "先写上一个栏目：“- section: 栏目名”，下一行“articles: []”",
        "contents of issue.yaml lists no section that the article could be entered in",
        "write a section first: “- section: name”, and below it “articles: []”",
    ),
    "new-section-unknown": Message(
        Severity.ERROR,
        "本期没有叫“{section}”的栏目",
        "本期的栏目：{names}；要用新栏目，先在 issue.yaml 里写上它",
        "this issue has no section {section!r}",
        "its sections: {names}; a new one is first written in issue.yaml",
    ),
    "new-article-name": Message(
        Severity.ERROR,
        "“{name}”不能作文章的名称：它也是文件名",
        '不用空格开头结尾，不用 / \\ : * ? " < > |，不太长；例如 {nearest}',
        "{name!r} cannot be an article's name: it is the name of its file too",
        'no / \\ : * ? " < > |, no space at either end, not too long; for example {nearest}',
    ),
    "new-article-taken": Message(
        Severity.ERROR,
        "已经有名称是“{name}”的文章；什么也没有写",
        "换一个名称",
        "there is an article of the name {name!r}; nothing was written",
        "choose another name",
    ),
    "new-article-listed": Message(
        Severity.ERROR,
        "issue.yaml 里已经列着“{name}”，但没有它的文件；什么也没有写",
        "换一个名称，或先从 issue.yaml 里删去它",
        "issue.yaml lists {name!r} already, though it has no file; nothing was written",
        "choose another name, or take it out of issue.yaml first",
    ),
    "new-contents-unclear": Message(
        Severity.ERROR,
        "看不准 issue.yaml 里该把“{name}”写在哪里；什么也没有写",
        "把这一栏写成“articles: [名称, 名称]”再试，或者自己建文件、自己登记",
        "it is not clear where {name!r} is to be entered in issue.yaml; nothing was written",
        "write that section as “articles: [name, name]” and try again, or make the file and the entry by hand",
    ),
}
