"""Messages of the look before print: people, texts, headings, articles beside each other."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
PEOPLE: dict[str, Message] = {
    "author-twice": Message(
        WARNING, "作者“{name}”在本篇列了两次", "删去多余的一个，或补上漏掉的人",
        "the author “{name}” is listed twice", "delete one, or name who was meant"),
    "author-extra": Message(
        WARNING, "作者“{name}”里有姓名以外的字", "只写姓名；职称、身份写在 affiliation_note 里",
        "“{name}” is more than a name", "write the name alone; ranks belong into affiliation_note"),
    "author-english-case": Message(
        WARNING, "英文作者“{name}”的大小写与同篇的不一致", "姓都大写，或都不大写",
        "the capitals of “{name}” are not those of the other authors", "write all surnames in capitals or none"),
    "authors-order": Message(
        WARNING, "中文作者是 {names}，英文是 {english}，次序不同", "按中文的次序改",
        "the authors are {names}, in English {english}: another order", "put them into the order of the Chinese"),
    "author-english-unlike": Message(
        WARNING, "作者“{name}”的英文是“{english}”，姓不相符", "按汉语拼音核对",
        "“{english}” is no spelling of “{name}”", "compare it with the pinyin"),
    "author-without-affiliation": Message(
        WARNING, "同篇作者有的写了单位，“{name}”没有", "补上 affiliation",
        "other authors of the article have affiliations, “{name}” has none", "add affiliation"),
    "affiliation-count": Message(
        WARNING, "“{name}”有 {count} 个单位，英文有 {english} 个", "一一对照，补上缺的",
        "“{name}” has {count} affiliations, in English {english}", "compare the two lists"),
    "affiliation-post-code": Message(
        WARNING, "“{name}”单位的邮编是 {codes}，英文是 {english}", "核对，改正写错的一个",
        "the post code of “{name}” is {codes}, in English {english}", "compare the two"),
    "corresponding-differs": Message(
        WARNING, "通信作者：“{name}”与英文的“{english}”只有一处标了", "两处都写 corresponding: true，或都不写",
        "“{name}” and “{english}” differ in corresponding", "write corresponding in both or in neither"),
    "email-twice": Message(
        WARNING, "邮箱 {email} 已经是“{name}”的", "核对，各写各的", "{email} is the address of “{name}” already",
        "compare the addresses"),
    "corresponding-without-email": Message(
        WARNING, "通信作者“{name}”没有写邮箱", "补上 email",
        "the corresponding author “{name}” has no e-mail address", "add email"),
    "affiliation-note-count": Message(
        WARNING, "“作者分别系”列了 {count} 项，作者有 {authors} 位", "一一对照，用分号隔开",
        "the note on the authors has {count} parts for {authors} authors", "compare them; part them by semicolons"),
    "author-not-in-note": Message(
        WARNING, "作者简介里的“{name}”不是本篇作者（{names}）", "核对姓名，改正写错的一处",
        "“{name}” of the note is none of the authors ({names})", "compare the names"),
    "author-spaced": Message(
        WARNING, "姓名“{name}”中间有空格，别处没有", "姓名里不打空格，全期一致",
        "“{name}” is written with a space, others are not", "write names without spaces, all alike"),
    "author-alike": Message(
        WARNING, "“{name}”与“{other}”只差一个字，像是同一个人", "核对；确是两个人，就不必改",
        "“{name}” and “{other}” differ in one character", "are they one person? leave it if not"),
    "author-english-varies": Message(
        WARNING, "“{name}”的英文这里是“{english}”，别处是“{other}”", "全期写成一样",
        "“{name}” is “{english}” here and “{other}” elsewhere", "write it in one way"),
    "affiliation-english-varies": Message(
        WARNING, "单位“{name}”的英文这里是“{english}”，别处是“{other}”", "全期写成一样",
        "“{name}” is “{english}” here and “{other}” elsewhere", "write it in one way"),
    "source-alike": Message(
        WARNING, "来源“{name}”与别处的“{other}”只差一个字", "核对，写成一样；确是两家，就不必改",
        "the source “{name}” differs from “{other}” in one character",
        "compare them and write one name in one way"),
}

TEXTS: dict[str, Message] = {
    "title-long": Message(
        WARNING, "题名有 {count} 字，一般不超过 {most} 字", "改短，或把后半写成 subtitle",
        "the title has {count} characters; {most} are usual at most",
        "make it shorter, or make a part of it the subtitle"),
    "title-end-mark": Message(
        WARNING, "题名、栏目名之末用了“{mark}”", "删去；问号、叹号可以留", "a title ends in “{mark}”",
        "delete it; only ? and ! may stay"),
    "subtitle-in-title": Message(
        WARNING, "副题写在了题名里：“{title}”", "破折号后面的移到 subtitle，破折号由版式加",
        "the title “{title}” holds its subtitle", "move what follows the dash to subtitle; the layout adds the dash"),
    "title-english-long": Message(
        WARNING, "英文题名有 {count} 个词，一般不超过 {most} 个", "改短，或把后半写成 subtitle_en",
        "the English title has {count} words; {most} are usual at most",
        "make it shorter, or make a part of it subtitle_en"),
    "short-title-unlike": Message(
        WARNING, "书眉的短题名“{short}”里有题名“{title}”没有的字", "核对 short_title；有意如此，认可这一条",
        "the short title “{short}” has characters that “{title}” has not",
        "compare short_title; accept it where it is meant"),
    "short-title-long": Message(
        WARNING, "短题名“{short}”不比题名短", "删去 short_title，或改短",
        "the short title “{short}” is not shorter than the title", "delete short_title, or make it shorter"),
    "keywords-many-or-few": Message(
        WARNING, "“{key}”有 {count} 个，一般是 3～8 个", "补上或删去几个",
        "“{key}” has {count} items; three to eight are usual", "add some, or take some out"),
    "keyword-twice": Message(
        WARNING, "“{key}”里“{word}”列了两次", "删去多余的一个，或换成漏掉的", "“{word}” is twice in “{key}”",
        "delete one, or write what was meant"),
    "keyword-not-in-text": Message(
        WARNING, "关键词“{word}”在题名、摘要、正文里都没有", "核对是否写错；确实如此，认可这一条",
        "the keyword “{word}” is in no title, abstract or text", "is it mistyped? accept it if not"),
    "keywords-order": Message(
        WARNING, "关键词“{word}”对着英文的“{english}”，像是该对“{other}”", "两种文字的关键词按同样的次序排",
        "the keyword “{word}” stands against “{english}” and looks like “{other}”",
        "put both lists into one order"),
    "abstract-length": Message(
        WARNING, "摘要有 {count} 字，一般是 {least}～{most} 字", "补足或缩短",
        "the abstract has {count} characters; {least} to {most} are usual", "make it longer, or shorter"),
    "abstract-english-length": Message(
        WARNING, "英文摘要有 {count} 个词，一般是 {least}～{most} 个", "补足或缩短",
        "the English abstract has {count} words; {least} to {most} are usual", "make it longer, or shorter"),
    "abstract-cut": Message(
        WARNING, "“{key}”末尾是“{end}”，没有句末的标点，像是没有写完", "补全",
        "“{key}” ends in “{end}” without a stop: it looks cut off", "complete it"),
    "label-typed": Message(
        WARNING, "“{key}”里又写了“{typed}”，版式会再排一次", "删去，只写内容",
        "“{key}” says “{typed}”, which the layout prints too", "delete it: write the words alone"),
    "english-with-han": Message(
        WARNING, "“{key}”是英文，里面有汉字“{typed}”", "译出，或改正",
        "“{key}” is English and has “{typed}” in it", "translate it"),
    "chinese-without-han": Message(
        WARNING, "“{key}”应是中文，却是“{typed}”", "两种文字是不是写反了",
        "“{key}” is Chinese and says “{typed}”", "have the two languages changed places?"),
    "figures-differ": Message(
        WARNING, "中文里的数字 {numbers}，“{key}”里没有", "核对两种文字里的数字",
        "the figures {numbers} of the Chinese are not in “{key}”", "compare the figures of both"),
    "revised-alone": Message(
        WARNING, "有修回日期，没有收稿日期", "补上 received", "revised is there without received", "add received"),
    "received-long-ago": Message(
        WARNING, "收稿日期 {received} 离本期（{year} 年）太久", "核对年份",
        "received on {received}, long before {year}", "compare the year"),
    "doi-not-of-issue": Message(
        WARNING, "DOI“{doi}”里的年、期不是本期（{year} 年第 {issue} 期）的", "核对 DOI",
        "the year or number in “{doi}” is not this issue’s ({year}-{issue})", "compare the DOI"),
}

ISSUE: dict[str, Message] = {
    "field-missing": Message(
        WARNING, "别的 {count} 篇都有“{key}”，这一篇没有", "补上；确实没有，认可这一条",
        "the other {count} articles have “{key}”, this one has not", "add it; accept it where there is none"),
    "field-twice": Message(
        WARNING, "“{key}”与 {other} 第 {line} 行的一样，像是照抄没有改", "改成本篇的",
        "“{key}” is that of {other}, line {line}: left from a copy?", "write this article’s own"),
    "keyword-english-varies": Message(
        WARNING, "关键词“{word}”的英文这里是“{english}”，别处是“{other}”", "全期译成一样；次序排错的，改正次序",
        "the keyword “{word}” is “{english}” here and “{other}” elsewhere",
        "translate it in one way; mend the order where that is wrong"),
    "field-empty": Message(
        WARNING, "“{key}”后面空着", "填上，或删去这一行", "there is nothing behind “{key}”",
        "fill it in, or delete the line"),
    "doi-prefix": Message(
        WARNING, "“{doi}”的前缀与别篇（{usual}）不同", "核对前缀",
        "the prefix of “{doi}” is not that of the others ({usual})", "compare the prefix"),
    "doi-shape": Message(
        WARNING, "“{doi}”的写法与别篇（{usual}）不同", "全刊用一种写法",
        "“{doi}” is not formed as the others are ({usual})", "form all of them alike"),
    "paragraph-twice": Message(
        WARNING, "这一段与 {other} 第 {line} 行的一样，像是贴了两次", "删去多余的一段",
        "this paragraph is that of {other}, line {line}: pasted twice?", "delete one of them"),
    "section-twice": Message(
        WARNING, "栏目“{name}”列了两次", "合成一栏，或改正写错的栏目名", "the section “{name}” is there twice",
        "make them one, or mend its name"),
    "section-without-english": Message(
        WARNING, "别的栏目有英文名，“{name}”没有", "补上 name_en",
        "other sections have an English name, “{name}” has none", "add name_en"),
    "heading-number-order": Message(
        WARNING, "小标题“{text}”的序号是“{found}”，按次序应是第 {wanted} 个", "改正序号，或补上漏掉的一节",
        "the heading “{text}” has number “{found}”; {wanted} is next",
        "mend the number, or add the part that is missing"),
    "heading-unnumbered": Message(
        WARNING, "同级小标题都有序号，“{text}”没有", "补上序号",
        "headings of this rank are numbered, “{text}” is not", "add its number"),
    "heading-twice": Message(
        WARNING, "小标题“{text}”在本篇出现两次", "核对；该是两节就改其中一个",
        "the heading “{text}” comes twice in the article", "compare them and change one"),
    "heading-end-mark": Message(
        WARNING, "小标题“{text}”之末用了“{mark}”", "删去", "the heading “{text}” ends in “{mark}”",
        "delete it"),
    "heading-form-varies": Message(
        WARNING, "“{text}”的序号与本篇同级的（{other}）写法不同", "同一级用一种序号",
        "“{text}” is not numbered as its rank is in this article ({other})", "number a rank in one way"),
    "heading-form-order": Message(
        WARNING, "“{text}”在“{other}”一级之下，序号的级别却不低于它", "按 一、（一）1.（1）的次序",
        "“{text}” stands below “{other}” and its number is of no lower rank", "number ranks by 一、（一）1.（1）"),
    "heading-form-uneven": Message(
        WARNING, "“{text}”这一级，别的 {count} 篇用“{other}”", "全期同级用一种序号",
        "this rank of “{text}” is numbered “{other}” in {count} articles",
        "number a rank in one way in all articles"),
    "note-order": Message(
        NOTE, "注 {number} 在注 {before} 之后才出现，编号次序倒了",
        "印出来按出现的先后编号；正文里若提到注号，请核对", "note {number} is called after note {before}",
        "notes are numbered as they are called: compare what the text says of them"),
    "note-typed": Message(
        WARNING, "“{typed}”像是注码，却没有注文", "写成 [^名]，注文写在“[^名]: ”之后；不是注码的不必改",
        "“{typed}” looks like the call of a note that is not there",
        "write [^name] and the note behind “[^name]: ”; leave it if it is none"),
    "unsettled": Message(
        WARNING, "“{typed}”像是还没有定的地方", "填上，或删去；确实这样印，认可这一条",
        "“{typed}” looks like something not settled yet", "settle it; accept it where it is to be printed so"),
}

# fmt: on

LOOK_AT_ARTICLES: dict[str, Message] = PEOPLE | TEXTS | ISSUE
"""Messages on articles."""
