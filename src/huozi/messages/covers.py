"""Messages of covers: what a journal says of itself, what stands on a cover, the sheet that covers are printed on."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

COVERS: dict[str, Message] = {
    "cn-form": Message(
        Severity.WARNING,
        "“{number}”不是国内统一连续出版物号",
        "写成 CN 32-1234/F：地区两位数字、序号四位数字、斜线、分类号，都用半角",
        "{number!r} is no CN number",
        "write it as CN 32-1234/F: two figures, four figures, a slash, the class",
    ),
    "issn-form": Message(
        Severity.WARNING,
        "“{number}”不是国际标准连续出版物号",
        "写成 ISSN 1234-5679：两组各四位，中间一个半角连字符",
        "{number!r} is no ISSN",
        "write it as ISSN 1234-5679: four figures, a hyphen, three figures and the check digit",
    ),
    "issn-check-digit": Message(
        Severity.WARNING,
        "“{number}”的校验码不对，前七位的校验码是 {right}",
        "与期刊出版许可证核对，改正写错的一位",
        "the check digit of {number!r} is wrong: the first seven figures want {right}",
        "compare it with the licence and mend the figure that is wrong",
    ),
    "internal-priced": Message(
        Severity.WARNING,
        "内部资料不得收费，这里写了定价",
        "删去 price；是正式期刊的，在版式里写 journal: {{kind: periodical}}",
        "an internal publication has a price here; it may not be sold",
        "take price out; of a periodical say journal: {{kind: periodical}} in the layout",
    ),
    "internal-numbered": Message(
        Severity.WARNING,
        "内部资料没有 CN 号和 ISSN 号，这里写了 {keys}",
        "删去 {keys}；是正式期刊的，在版式里写 journal: {{kind: periodical}}",
        "an internal publication has neither CN number nor ISSN: {keys} is given",
        "take it out; of a periodical say journal: {{kind: periodical}} in the layout",
    ),
    "permit-wording": Message(
        Severity.WARNING,
        "内部资料要印准印证号和“内部资料　免费交流”，版式里没有印它的地方",
        "在版式的封面或版权页里加一项，文字写“{{permit_line}}”",
        "the permit with 内部资料 免费交流 must be printed, and the layout prints it nowhere",
        "add a text “{{permit_line}}” to a cover or to the imprint page of the layout",
    ),
    "parameters-incomplete": Message(
        Severity.WARNING,
        "期刊基本参数不全，缺 {keys}",
        "在版式的 journal 下写上；每期不同的（如印数 print_run）写在 issue.yaml 的 imprint 下",
        "the basic parameters of the journal lack {keys}",
        "add them under journal in the layout; what differs from issue to issue under imprint in issue.yaml",
    ),
    "cover-not-fitted": Message(
        Severity.WARNING,
        "封面上的“{text}”缩到 {least} 仍排不下，要 {needed} 才行",
        "改短文字，加大 width、height，或减小 least",
        "{text!r} on the cover does not fit at {least}: that would take {needed}",
        "use fewer words, give it more width or height, or a smaller least",
    ),
    "cover-line-left-out": Message(
        Severity.WARNING,
        "封面上排不下这一条导读：“{title}”",
        "删去一条，或在版式里加大 cover-lines 的 height、减小 gap 或字号",
        "there is no room for this line on the cover: {title!r}",
        "take a line out, or give cover-lines in the layout more height, a smaller gap or size",
    ),
    "cover-lines-unprinted": Message(
        Severity.NOTE,
        "写了 {count} 条导读，封面上没有排它们的地方",
        "在版式的封面设计里加一项 draw: cover-lines",
        "{count} lines are asked for on the cover, and its design has no place for them",
        "add draw: cover-lines to the design of a cover in the layout",
    ),
    "spine-too-thin": Message(
        Severity.WARNING,
        "书脊宽 {width}，排不下 {size} 的“{text}”：两边各留 1 毫米，要 {needed}；没有排它",
        "减小字号，或写 fit: box 和 least；页数太少的，书脊上可以不排字（covers: {{spine: false}}）",
        "the spine is {width} wide, too thin for {text!r} at {size}, which takes {needed} with 1 mm on either side; "
        "it is left out",
        "make it smaller, or write fit: box and least; a thin spine may stay empty (covers: {{spine: false}})",
    ),
    "spine-month": Message(
        Severity.WARNING,
        "书脊上印了月份",
        "书脊印刊名、年、卷、期，不印月份（GB/T 3179）：改用 {{year}}、{{volume}}、{{issue}}",
        "the month stands on the spine",
        "it has name, year, volume and issue, no month (GB/T 3179): use {{year}}, {{volume}}, {{issue}}",
    ),
    "covers-none": Message(
        Severity.ERROR,
        "版式没有封面，写不出封面的文件",
        "在版式里写 covers: {{front: true, back: …}} 和它们的设计，或去掉 --covers",
        "the layout has no cover to write",
        "give the layout covers: {{front: true, back: …}} and their designs, or leave --covers out",
    ),
    "covers-over-output": Message(
        Severity.ERROR,
        "--covers 与同时要写的另一个文件是同一个",
        "给封面另取一个文件名",
        "--covers names another file that is to be written too",
        "name another file for the cover",
    ),
    "journal-unprinted": Message(
        Severity.NOTE,
        "版式的 journal 下写了 {keys}，没有印它的地方",
        "要印出来，就在封面或版权页的设计里写上，如“{{cn}}”；不必印时不用改动",
        "the layout says {keys} of its journal and prints it nowhere",
        "name it in a design of a cover or of the imprint page, e.g. “{{cn}}”; else nothing need be done",
    ),
}
