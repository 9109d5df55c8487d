"""The table of the kinds of form errors (see ``form_error_kinds``)."""

# ruff: noqa: ARG005  # ways have one signature, and few of them need all of it

from __future__ import annotations

from form_error_copies import digits_swapped, mistyped
from form_error_kinds import (
    PRINT,
    STANDARDS,
    TRADE,
    Kind,
    add_to_layout,
    at_heading,
    block,
    copied_field,
    cut,
    drop_one,
    dropped,
    empty_value,
    english_section_again,
    english_section_dropped,
    exchanged,
    in_article,
    in_layout,
    in_paragraph,
    inserted,
    join_two,
    kind,
    left_of_last,
    lines_exchanged,
    listed_twice,
    matched,
    misnamed_note,
    name_mistyped,
    not_listed,
    note_twice,
    notes,
    of_issue,
    of_list,
    other_form,
    other_level,
    pasted_twice,
    person_dropped,
    renumbered,
    repeat_one,
    section_again,
    slip_in_layout,
    slip_one,
    slipped,
    surname_slip,
    swap_two,
    title_of_another,
    without_call,
    without_note,
)

_NUMBERS = (
    "date-not-of-year issue-not-of-folder number-not-next number-taken serial-taken serial-not-next serial-below-issue "
    "serial-beyond-years date-not-later date-out-of-rhythm date-before-issue number-beyond-frequency "
    "date-not-of-number first-year-later volume-beyond-years volume-not-next expected-number expected-whole "
    "expected-issue date-after-issue impossible-date expected-date missing-key"
)

_NAMED = "name: 活字样本\n  name_en: HUOZI SPECIMEN\n  organiser: 活字工作室\n  kind: internal"

KINDS: tuple[Kind, ...] = (
    # print.md, preflight 44 and journal rules: numbers by arithmetic
    kind("year of the issue", PRINT, _NUMBERS, slipped("year"), of_issue("year", "2025", "2027")),
    kind(
        "number of the issue",
        PRINT,
        _NUMBERS,
        slipped("issue"),
        left_of_last("issue"),
        of_issue("issue", "2", "13", "11"),
    ),
    kind(
        "serial number",
        PRINT,
        _NUMBERS,
        slipped("serial"),
        left_of_last("serial"),
        of_issue("serial", "2", "12", "251"),
    ),
    kind(
        "date of the issue",
        TRADE,
        _NUMBERS,
        left_of_last("date"),
        of_issue("date", "2025-11-30", "2027-11-30", "2024-10-31", "2026-11-31", "2026-02-28", "2025-12-31"),
    ),
    kind(
        "volume",
        STANDARDS,
        _NUMBERS + " issue-field-unprinted volume-only-once",
        of_issue("volume", "2", "3", "11", "26", ""),
    ),
    kind(
        "cover typed by hand: last issue's numbers",
        PRINT,
        "cover-year cover-issue cover-serial cover-volume cover-date cover-lacks",
        in_layout(
            '{year}年第{volume}卷第{issue}期（总第{serial}期）", style: cover-issue',
            '{year}年第{volume}卷第4期（总第{serial}期）", style: cover-issue',
            '2025年第{volume}卷第{issue}期（总第{serial}期）", style: cover-issue',
            '{year}年第{volume}卷第{issue}期（总第12期）", style: cover-issue',
            '{year}年第2卷第{issue}期（总第{serial}期）", style: cover-issue',
            '总第{serial}期", style: cover-issue',
        ),
    ),
    kind(
        "running head typed by hand",
        TRADE,
        "head-number head-title",
        in_layout(
            'verso: "{journal}　{year}年第{volume}卷第{issue}期"',
            'verso: "{journal}　2025年第{volume}卷第{issue}期"',
            'verso: "{journal}　{year}年第{volume}卷第12期"',
            'verso: "{journal}　{year}年第3卷第{issue}期"',
        ),
        in_layout(
            'recto: "{author}　{title}"',
            "recto: 一个逗号该有多宽？",
            "recto: 行短了，眼睛就省力",
            "recto: 墨香是什么 诗有诗的行，话有话的行",
        ),
    ),
    kind(
        "cover lines",
        TRADE,
        (
            "cover-line-title cover-line-page cover-line-twice cover-line-unlisted "
            "cover-line-filler article-missing article-unheard"
        ),
        in_layout(
            'text: "{title}　{page}\\n{authors}"',
            'text: "{title}　16\\n{authors}"',
            'text: "题在文先 {page}\\n{authors}"',
            'text: "{title}　4"',
        ),
        of_issue(
            "lines",
            "[shisan-yang, ti-zai-wen-xian, shisan-yang]",
            "[bubai, ti-zai-wen-xian]",
            "[shisan-yang, ti-zai-wenxian]",
            "[mo-xiang, mo-xiang]",
        ),
    ),
    kind(
        "title of the file",
        PRINT,
        "document-title",
        add_to_layout("  document_title: 《活字样本》终稿\n"),
        add_to_layout('  document_title: "{journal} 2025年第{issue}期"\n'),
        add_to_layout('  document_title: "{journal} {year}年第10期"\n'),
        add_to_layout("  document_title: 付印\n"),
        add_to_layout('  document_title: "{year}年第{issue}期"\n'),
    ),
    # print.md, journal rules; standards.md: ISSN, CN, permit, imprint
    kind(
        "ISSN",
        PRINT,
        "issn-check-digit issn-form",
        slip_in_layout("issn"),
        in_layout("issn: 1234-5679", "issn: 12345679", "issn: 1234－5679"),
    ),
    kind(
        "CN number",
        PRINT,
        "cn-form periodical-without-cn",
        in_layout(
            "cn: 11-1234/TS",
            "cn: 11-1234",
            "cn: 111234/TS",
            "cn: 11-124/TS",
            "cn: 11-1234TS",
            "cn: 1-1234/TS",
            "cn: 11－1234/TS",
        ),
    ),
    kind(
        "permit",
        PRINT,
        "permit-missing permit-not-on-cover permit-label permit-form permit-wording",
        in_layout(
            "  permit: 字城内资字第0001号\n",
            "",
            "  permit: 准印证号：字城内资字第0001号\n",
            "  permit: 字城内资字第０００１号\n",
            "  permit: 字城内资字（2026第0001号\n",
            "  permit: 字城内资字第号\n",
        ),
        in_layout('- {draw: text, text: "{permit_line}"', '- {draw: text, text: "{date_cn}"'),
    ),
    kind(
        "words and things forbidden to an internal publication",
        PRINT,
        ("internal-words internal-name internal-priced internal-numbered internal-advertising"),
        in_layout(_NAMED, _NAMED.replace("样本", "样报"), _NAMED.replace("样本", "月刊")),
        in_layout("name: 江苏创业投资\n", "name: 江苏创业投资导刊\n"),
        in_layout("  kind: internal\n", "  kind: internal\n  price: 12元\n", said="added"),
        in_layout("{permit_line}", "{permit_line} 零售价10元", "{permit_line} 邮发代号0-1", "{permit_line} 刊号"),
        in_layout("      - 江苏省创业投资协会\n", "      - 江苏创业投资杂志社\n"),
        of_issue("contents", "\n  - {insert: 封三广告, pages: 1}"),
    ),
    kind(
        "imprint and addresses",
        STANDARDS,
        "address-form contact-differs imprint-lacks unsettled",
        in_layout('postal_code: "000000"', 'postal_code: "00000"', 'postal_code: "0000000"'),
        in_layout(
            "  email: specimen@example.org\n",
            "  email: specimen#example.org\n",
            "  email: specimen@exampleorg\n",
            "  email: spcimen@example.org\n",
        ),
        in_layout("邮编：210013", "邮编：21013"),
        in_layout("jsvca2000@163.com", "jsvca2000@163com", "jsvca2000163.com"),
        in_layout("http://www.js-vc", "http:/www.js-vc"),
        in_layout("  printer: 字城印刷厂\n", ""),
    ),
    # trade papers: title, short title, running head
    kind(
        "short title of the running head",
        TRADE,
        "short-title-unlike short-title-long furniture-too-long",
        in_article("short_title", lambda text, rng: mistyped(rng, text)),
        in_article("short_title", lambda text, rng: text + rng.choice(["论", "新考", "研究"])),
        in_article("short_title", lambda text, rng: rng.choice(["诗有诗的行", "小标题的级数", "墨香"])),
    ),
    kind(
        "marks at a title's end, subtitle in the title",
        STANDARDS,
        ("title-end-mark subtitle-in-title half-width-mark doubled-mark title-long item-mark half-width-point"),
        in_article(
            "title", lambda text, rng: text.rstrip("？") + rng.choice(["。", "，", "；", "——以本刊为例", "——几点体会"])
        ),
    ),
    kind(
        "title of another article, field left from a copy",
        TRADE,
        "same-title field-twice doi-not-of-issue",
        title_of_another,
        copied_field("doi"),
        copied_field("title_en"),
        copied_field("abstract"),
    ),
    # standards.md: authors and affiliations of both languages
    kind(
        "order of authors",
        TRADE,
        "authors-order author-english-unlike",
        exchanged("authors_en"),
        exchanged("authors"),
        lines_exchanged("authors_en"),
        lines_exchanged("authors"),
    ),
    kind(
        "English name mistyped",
        STANDARDS,
        "author-english-unlike author-english-case",
        matched("name: ([A-Z]{2,})", surname_slip, "surname"),
    ),
    kind(
        "an author missing in one language",
        TRADE,
        "counterpart-count",
        person_dropped("authors_en"),
        person_dropped("authors"),
    ),
    kind(
        "an author's name in two ways",
        TRADE,
        ("author-alike author-spaced author-not-in-note author-extra author-twice author-english-unlike"),
        of_list("authors", slip_one),
        of_list("authors", lambda items, rng: [f"{items[0][:1]} {items[0][1:]}", *items[1:]]),
        of_list("authors", lambda items, rng: [items[0] + rng.choice(["教授", "编辑"]), *items[1:]]),
        of_list("authors", repeat_one),
    ),
    kind(
        "note on the authors",
        TRADE,
        "author-not-in-note affiliation-note-count label-typed author-english-unlike",
        in_article(
            "affiliation_note", lambda text, rng: text.replace("苏同尘，", rng.choice(["苏同辰，", "苏同成，"]))
        ),
        in_article(
            "affiliation_note", lambda text, rng: text.partition("；")[0] if text.startswith("作者分别") else text
        ),
        in_article("affiliation_note", lambda text, rng: f"（{text}）"),
    ),
    kind(
        "affiliations",
        STANDARDS,
        (
            "affiliation-count affiliation-post-code author-without-affiliation "
            "affiliation-alike affiliation-twice one-of-many affiliation-english-varies"
        ),
        matched(r"字城(00000[01])", lambda found, rng: "字城" + digits_swapped(rng, found[1]), "post code"),
        matched(r"Zicheng (00000[01])", lambda found, rng: "Zicheng " + digits_swapped(rng, found[1]), "post code"),
        matched(r", \"School of Publishing[^\"]*\"|, 字城大学出版系，字城000001", lambda found, rng: "", "left out"),
        matched(r", affiliation: 活字工作室字体组，字城000000", lambda found, rng: "", "left out"),
        matched(r"活字工作室字体组，字城", lambda found, rng: "活字工作室编务组，字城000000；字城", "joined"),
    ),
    kind(
        "corresponding author and e-mail",
        STANDARDS,
        "corresponding-differs email-form corresponding-without-email email-twice",
        block(", corresponding: true, email: su@example.org", ", email: su@example.org", ", corresponding: true"),
        block("email: su@example.org", "email: su.example.org", "email: su@example", "email: su @example.org"),
        block('Zicheng 000001, China"], corresponding: true', 'Zicheng 000001, China"]'),
    ),
    # standards.md and trade papers: keywords, abstracts, English
    kind(
        "number of keywords",
        TRADE,
        "counterpart-count keywords-many-or-few english-missing chinese-missing",
        of_list("keywords", drop_one),
        of_list("keywords_en", drop_one),
        dropped("keywords_en"),
    ),
    kind(
        "order of keywords",
        TRADE,
        "keywords-order keyword-english-varies",
        of_list("keywords_en", swap_two),
        of_list("keywords", swap_two),
    ),
    kind(
        "a keyword mistyped, repeated, joined",
        TRADE,
        "keyword-not-in-text keyword-twice one-of-many counterpart-count item-mark",
        of_list("keywords", slip_one),
        of_list("keywords", repeat_one),
        of_list("keywords_en", repeat_one),
        of_list("keywords", join_two),
    ),
    kind(
        "abstract",
        STANDARDS,
        ("label-typed abstract-cut abstract-length abstract-english-length english-missing chinese-missing"),
        matched(r"abstract: >-\n  (.*)", lambda found, rng: found[0].replace(found[1], cut(found[1], rng)), "cut"),
        matched(r"abstract_en: >-\n  (.*)", lambda found, rng: found[0].replace(found[1], cut(found[1], rng)), "cut"),
        matched(
            r"abstract: >-\n  ", lambda found, rng: found[0] + rng.choice(["摘要：", "内容提要：", "【摘要】"]), "label"
        ),
        matched(r"abstract_en: >-\n  ", lambda found, rng: found[0] + "Abstract: ", "label"),
        dropped("abstract_en"),
        dropped("abstract"),
    ),
    kind(
        "Chinese left in the English",
        TRADE,
        "english-with-han wide-in-english",
        in_article("title_en", lambda text, rng: text.replace("Comes First", rng.choice(["在前", "Comes 先"]))),
        of_list("keywords_en", lambda items, rng: [*items[:-1], "版式"]),
        of_list("keywords_en", lambda items, rng: ["题名页", *items[1:]]),
        in_article("subtitle_en", lambda text, rng: text.replace("Own ", rng.choice(["Own， ", "自己的 "]))),
        matched(r"HE Yiwei", lambda found, rng: "何一苇", "not translated"),
    ),
    kind(
        "dates of an article",
        STANDARDS,
        ("revised-before-received date-after-issue received-long-ago revised-alone impossible-date expected-date"),
        in_article("received", lambda text, rng: rng.choice(["2026-10-31", "2062-09-01", "2016-09-01", "2026-09-31"])),
        in_article("revised", lambda text, rng: rng.choice(["2026-08-20", "2027-10-20", "2026-12-20"])),
        dropped("received"),
    ),
    kind(
        "DOI",
        STANDARDS,
        "doi-form doi-more doi-not-of-issue field-twice doi-prefix doi-shape",
        in_article(
            "doi",
            lambda text, rng: rng.choice(
                [
                    "10.12345/huozi.2025.01.016",
                    "10.12345/huozi.2026.10.016",
                    "https://doi.org/" + text,
                    "10.12345huozi.2026.01.016",
                    "10.12345/huozi 2026.01.016",
                    "DOI:" + text,
                    "1012345/huozi.2026.01.016",
                ]
            ),
        ),
    ),
    kind(
        "class number and document code",
        STANDARDS,
        "clc-form document-code",
        in_article("clc", lambda text, rng: rng.choice(["811TS", "TS8 11", "T-S811", "ts811", "TS811，F27"])),
        in_article("document_code", lambda text, rng: rng.choice(["a", "F", "AA", "甲"])),
    ),
    # GB/T 3179, trade papers: articles beside each other
    kind(
        "source missing or mistyped",
        TRADE,
        "field-missing source-alike label-typed",
        dropped("source"),
        in_article("source", lambda text, rng: mistyped(rng, text)),
        in_article("source", lambda text, rng: f"来源：{text}"),
    ),
    kind(
        "articles and sections in the list",
        STANDARDS,
        (
            "article-twice article-not-listed article-missing article-unheard section-twice "
            "section-without-english cover-line-unlisted"
        ),
        listed_twice,
        not_listed,
        name_mistyped,
        section_again,
        english_section_again,
        english_section_dropped,
    ),
    kind(
        "empty fields",
        TRADE,
        "empty-value field-empty missing-key empty-list field-missing",
        empty_value("title"),
        of_list("authors", lambda items, rng: []),
    ),
    # CY/T 35: headings; GB/T 7713: notes
    kind(
        "rank of a heading",
        STANDARDS,
        (
            "heading-skips heading-level-1 heading-rank-uneven heading-unnumbered "
            "heading-form-order heading-number-order heading-form-varies"
        ),
        at_heading(other_level, "rank"),
    ),
    kind(
        "number of a heading",
        STANDARDS,
        (
            "heading-number-order heading-form-varies heading-unnumbered heading-form-uneven "
            "heading-form-order heading-rank-uneven"
        ),
        at_heading(renumbered, "number", pattern="^#+ [（一二三四五]+[、）]"),
        at_heading(other_form, "form", pattern="^#+ [一二三四五]、"),
        at_heading(
            lambda line, rng: line.replace("、", " ", 1)[:3] + line[5:], "number dropped", pattern="^## [一二三四五]、"
        ),
    ),
    kind(
        "heading: marks, doubles, empty",
        TRADE,
        (
            "heading-end-mark heading-twice empty-heading heading-space mark-not-closed "
            "doubled-mark half-width-mark leftover-mark"
        ),
        at_heading(lambda line, rng: line.rstrip("？—。") + rng.choice(["：", "，", "；"]), "mark"),
        at_heading(lambda line, rng: "##", "empty"),
        at_heading(lambda line, rng: f"{line}\n\n{line}", "twice"),
        at_heading(lambda line, rng: line.replace(" ", "", 1), "no space"),
    ),
    kind(
        "notes",
        STANDARDS,
        "note-missing note-uncalled note-twice note-order note-typed",
        notes(without_note),
        notes(without_call),
        notes(note_twice),
        notes(misnamed_note),
    ),
    # trade papers: missed corrections
    kind(
        "placeholders left",
        TRADE,
        "unsettled placeholder comment-printed comment-left-out",
        in_paragraph(
            lambda text, rng: inserted(
                text, rng, "（待核）", "XXX", "TODO", "〓〓", "【此处补图】", "（数据待补）", "???"
            ),
            "placeholder",
        ),
        in_article("title", lambda text, rng: rng.choice(["（待定）", "××××", "题目待定", "未命名"])),
        in_article("source", lambda text, rng: rng.choice(["待查", "XXX"])),
    ),
    kind(
        "missed corrections",
        TRADE,
        ("paragraph-twice doubled-mark mark-not-closed half-width-mark mark-turned straight-quote"),
        pasted_twice,
        in_paragraph(lambda text, rng: inserted(text, rng, "，", "。"), "mark twice"),
        in_paragraph(lambda text, rng: text[:-1] + "。。", "mark twice"),
        in_paragraph(lambda text, rng: inserted(text, rng, "（", "“"), "bracket open"),
        in_paragraph(lambda text, rng: text.replace("，", ",", 1), "half-width"),
    ),
    # print.md, preflight 9, 12, 13, 20
    kind(
        "blank pages, binding, short pages",
        PRINT,
        ("page-blank page-count-saddle page-count-odd page-count-filled page-short page-of-one-line pages-contradict"),
        in_layout("page: {binding: perfect}", "page: {binding: saddle}"),
        in_layout("sections:\n  name: false", "sections:\n  start: recto\n  name: false"),
        of_issue("pages", "{multiple: 16}"),
    ),
    kind(
        "text near the trim, small type",
        PRINT,
        (
            "text-near-trim folio-near-trim type-too-small design-unsafe furniture-unsafe "
            "cover-outside type-area-unsafe design-outside"
        ),
        in_layout("y: 268.3mm, height: 5mm", "y: 294mm, height: 5mm"),
        in_layout("y: 268mm, height: 5mm", "y: 295mm, height: 5mm"),
        in_layout("imprint-en: {size: 小五", "imprint-en: {size: 4pt"),
        in_layout("y: 83mm, height: 5mm", "y: 1mm, height: 5mm"),
    ),
    # by construction
    Kind(
        "page number in the contents",
        TRADE,
        frozenset(("contents-folio",)),
        impossible="no file says it: the program counts pages and quotes them",
    ),
    Kind(
        "title in contents ≠ title of the article",
        PRINT,
        frozenset(("contents-title",)),
        impossible="a title is written once, in its article",
    ),
    Kind(
        "bookmark ≠ title, page label ≠ folio",
        PRINT,
        frozenset(("bookmark-title",)),
        impossible="no file says them: both are made of title and page",
    ),
)
"""All kinds, in the order of the look."""
