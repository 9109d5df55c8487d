"""What is said where an issue is compared with an older revision, a kept round or another folder."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

REVISIONS: dict[str, Message] = {
    "git-missing": Message(
        ERROR,
        "要同以前的版本比较，须有 git，这台机器上没有",
        "请安装 git；或改同留底的校次（proofs/ 里的）、同另一个文件夹比较",
        "comparing with a revision needs git, which this machine has not",
        "install git, or compare with a kept round (in proofs/) or with another folder",
    ),
    "no-repository": Message(
        ERROR,
        "这个文件夹不在 git 版本库里（{reason}）",
        "没有版本库时，请同留底的校次或另一个文件夹比较：huozi diff 旧文件夹 新文件夹",
        "this folder is in no git repository ({reason})",
        "without a repository, compare with a kept round or another folder: huozi diff OLD NEW",
    ),
    "revision-unknown": Message(
        ERROR,
        "找不到 {revision}：版本库里没有这个版本，也没有这样的校次或文件夹",
        "版本用 git log 找，或写分支、标签的名字，例如 HEAD~1、origin/main；校次看 proofs/ 里留了哪些",
        "{revision} is no revision of the repository, and no round or folder",
        "find revisions with git log, or give a branch or tag, such as HEAD~1 or origin/main; rounds are in proofs/",
    ),
    "revision-shallow": Message(
        ERROR,
        "版本库里没有 {revision} 这个版本：这是浅克隆，只有最近的历史",
        "请取回全部历史：git fetch --unshallow；在 GitHub 上写 fetch-depth: 0，在 GitLab 上写 GIT_DEPTH: 0",
        "the repository has no revision {revision}: it is a shallow clone with the latest history alone",
        "get all of it with git fetch --unshallow; fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab",
    ),
    "revision-unreadable": Message(
        ERROR,
        "{revision} 这个版本读不出来：{reason}",
        "请用 git fsck 检查版本库，或重新克隆一份",
        "revision {revision} cannot be read: {reason}",
        "check the repository with git fsck, or clone it anew",
    ),
    "revision-too-large": Message(
        ERROR,
        "那个版本的这一期连同版式、字体共有 {files} 个文件，超出 {most} 个或 2 GB",
        "请把与本期无关的文件移出 layout/、fonts/ 和本期的文件夹",
        "at that revision the issue, its layouts and fonts are {files} files, more than {most} or 2 GB",
        "move files that the issue does not need out of layout/, fonts/ and its folder",
    ),
    "revision-without-issue": Message(
        ERROR,
        "{revision} 这个版本里没有这一期",
        "请另选一个有它的版本；文件夹改过名的，写 版本:旧文件夹，例如 HEAD~3:issue/2024-12",
        "revision {revision} has no such issue",
        "choose one that has it; where its folder had another name give REV:folder, such as HEAD~3:issue/2024-12",
    ),
    "diff-usage": Message(
        ERROR,
        "写了 {count} 个要比的，看不出哪个是旧稿、哪个是新稿",
        "请写两个：huozi diff 旧稿 新稿；或写一期再加 --since：huozi diff issue/2024-12 --since HEAD~1",
        "{count} editions are given: it is not clear which is the old one and which the new",
        "give two: huozi diff OLD NEW; or an issue with --since: huozi diff issue/2024-12 --since HEAD~1",
    ),
    "diff-pictures": Message(
        ERROR,
        "{form} 里放不了图片",
        "请加 --format html -o FILE，图片就在那份文件里",
        "{form} can have no pictures",
        "add --format html -o FILE: pictures are in that file",
    ),
    "round-unknown": Message(
        ERROR,
        "这不是校次的留底，或是另一版程序留的：{text}",
        "请用 huozi proof --round 重新留一次；要比旧的，可写版本号：huozi diff 版本:文件夹 新文件夹",
        "this is no kept round, or one of another version of the program: {text}",
        "keep it anew with huozi proof --round, or compare with a revision: huozi diff REV:folder NEW",
    ),
    "round-damaged": Message(
        ERROR,
        "校次的留底坏了，这一行读不出来：{text}",
        "请从版本库里取回这个文件；程序写的文件不要用手改",
        "the kept round is damaged, this line cannot be read: {text}",
        "get the file back from version control; what the program writes is not to be edited by hand",
    ),
    "round-name": Message(
        ERROR,
        "{name} 做不了校次的名字：文件名里不能有这样的字符",
        "请用初校、二校、三校、核红、清样，或别的不带 / \\ : * ? 的名字",
        "{name} cannot name a round: no file's name may have such characters",
        "use 初校, 二校, 三校, 核红, 清样, or another name without / \\ : * ?",
    ),
    "round-replaced": Message(
        NOTE,
        "{name}原有的留底已换成这一次的",
        "如果原来那份已经发给人看过，请从版本库里取回，这一次另起一个校次名",
        "the round {name} that was kept is replaced by this one",
        "where readers have had the old one, get it back from version control and give this one another name",
    ),
}
"""The rules of comparing by their ids."""
