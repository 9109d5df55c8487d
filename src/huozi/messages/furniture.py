"""Messages of furniture: running heads, folios, margins, what is drawn beneath the text of pages."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

FURNITURE: dict[str, Message] = {
    "margins-contradict": Message(
        WARNING,
        "{one} 与 {other} 合计 {sum}，版心却只余下 {free}：按 {one} 排，{other} 不起作用",
        "只写其中一项；两项都要，就改每行字数或行数，让版心正好合适",
        "{one} and {other} make {sum}, and the type area leaves {free}: {one} counts, {other} has no effect",
        "give one of them; for both, change the characters or lines of the type area until they fit",
    ),
    "furniture-same-place": Message(
        ERROR,
        "{key} 与书眉都在 {position}，会印在一起",
        "给其中一个另选位置；要并排在一处，把 {{folio}} 写进书眉，页码写 folio.position: none",
        "{key} and the running head are both at {position}: one would be printed on the other",
        "move one of them; to have them side by side write {{folio}} into the running head, and folio.position: none",
    ),
    "furniture-overlap": Message(
        ERROR,
        "页上的“{text}”与“{other}”重叠，或相距不到半字",
        "改短书眉（running）或标题，或移开页码（folio.position）、设计里的文字",
        "{text!r} on the page lies on {other!r}, or is less than half an em from it",
        "shorten the running head or the title, or move the folio (folio.position) or the text of the design",
    ),
    "section-names-article": Message(
        ERROR,
        "栏目首不能写{{{field}}}：那是各篇文章的项",
        "把这一项移到 articles.opening；栏目首可写 {known} 和本期、本刊的各项",
        "a section's head cannot name {{{field}}}: that is an article's",
        "move it to articles.opening; a section's head may name {known} and what is the issue's or the journal's",
    ),
    "section-colours-missing": Message(
        ERROR,
        "颜色写作 section，但版式没有各栏目的颜色",
        "写上 sections.colours: [颜色, 颜色]，或换一种颜色",
        "the colour section is asked for, and the layout has no colours of sections",
        "add sections.colours: [ink, ink], or take another colour",
    ),
    "design-field": Message(
        ERROR,
        "封面上没有“{field}”：栏目、文章、页码只有内页才有",
        "删去这一项，或改用期刊和本期的各项",
        "a cover has no {field}: sections, articles and folios are of the pages inside",
        "delete it, or name what is of the journal and the issue",
    ),
    "design-cover-lines": Message(
        ERROR,
        "设计“{design}”用在内页上，排不出 cover-lines：导读只在封面上",
        "删去这一项，或把它写进封面的设计",
        "the design {design} is one of pages inside, and cover-lines are a cover's alone",
        "delete it, or write it into a cover's design",
    ),
    "design-step": Message(
        WARNING,
        "设计“{design}”用在封面上，step 不起作用",
        "删去 step；栏目标记写在内页的设计里（furniture）",
        "the design {design} is a cover's, where step has no effect",
        "delete it; marks of sections belong into designs of pages (furniture)",
    ),
    "section-mark-outside": Message(
        ERROR,
        "第 {number} 个栏目的标记移到了页外：超出 {beyond}",
        "减小 step 或 y，让最后一个栏目的标记也在页内",
        "the mark of section {number} has stepped off the page by {beyond}",
        "make step or y smaller, so that the last section's mark is on the page too",
    ),
    "page-text-overflow": Message(
        WARNING,
        "页上设计里的“{text}”排到 {depth} 深，超出给它的 {height}",
        "加大 height、减小字号（或写 fit: true），或改短文字",
        "{text!r} of a page's design goes down {depth}, further than the {height} that it has",
        "give it more height, a smaller size (or fit: true), or fewer words",
    ),
    "page-text-outside": Message(
        ERROR,
        "页上设计里的“{text}”排到了裁切线外 {beyond}，会被裁掉",
        "往里移、减小字号（或写 fit: true），或改短文字",
        "{text!r} of a page's design reaches {beyond} beyond the trim and would be cut off",
        "move it inwards, make it smaller (or fit: true), or shorten it",
    ),
    "page-text-too-small": Message(
        WARNING,
        "页上设计里的“{text}”太长，缩小到 {size} 才放得下，看不清",
        "改短文字，或在版式里加大 width",
        "{text!r} of a page's design is so long that it only fits at {size}, which cannot be read",
        "use fewer words, or give it more width in the layout",
    ),
    "page-text-hidden": Message(
        WARNING,
        "页上设计里的“{text}”被后画的色块盖住",
        "把色块（draw: box）写在它前面",
        "{text!r} of a page's design is covered by a box drawn after it",
        "write the box before it",
    ),
    "page-text-too-light": Message(
        WARNING,
        "页上的“{text}”与它底下的颜色太接近，看不清",
        "换成对比明显的颜色，或改浅它底下的色块",
        "{text!r} on the page can hardly be told from its ground",
        "take a colour that stands out, or a lighter box beneath it",
    ),
}
