"""Messages of drawings: SVG, pages of PDF files, pictures in designs, pages that a designer has made."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR = Severity.ERROR
WARNING = Severity.WARNING
NOTE = Severity.NOTE

# fmt: off
SVGS: dict[str, Message] = {
    "svg-too-large": Message(
        ERROR, "这个 SVG 文件超过 {most} MB", "在绘图软件里简化图形，或存成 PDF、PNG",
        "this SVG is larger than {most} MB", "simplify the drawing, or save it as PDF or PNG"),
    "svg-encoding": Message(
        ERROR, "这个 SVG 文件不是 UTF-8 编码", "在绘图软件里重新存一次，编码选 UTF-8",
        "this SVG is not in UTF-8", "save it again from the drawing program, in UTF-8"),
    "svg-damaged": Message(
        ERROR, "这个 SVG 文件从第 {line} 行起读不下去，不完整或有语法错误", "在绘图软件里重新导出一次",
        "this SVG cannot be read beyond line {line}: it is cut off or no XML", "export it again"),
    "svg-no-svg": Message(
        ERROR, "这个文件不是 SVG 图", "检查文件：后缀是 .svg，内容却不是",
        "this file is no SVG", "its name ends in .svg and its content is something else: check the file"),
    "svg-entities": Message(
        ERROR, "这个 SVG 里有实体声明（DOCTYPE 里的 ENTITY），出于安全不读",
        "重新导出：Illustrator 里不要选“保留编辑功能”，Inkscape 里选“普通 SVG”",
        "this SVG declares entities (in its DOCTYPE), which are not read",
        "export it again: without “preserve editing capabilities” in Illustrator, as “plain SVG” in Inkscape"),
    "svg-too-much": Message(
        ERROR, "这个 SVG 太复杂：元素、嵌套或重复引用超过了 {most}", "简化图形，或存成 PNG（线条 1200 dpi）",
        "this SVG is too much: elements, nesting or repeated use beyond {most}",
        "simplify it, or save it as PNG (1,200 dpi for lines)"),
    "svg-no-size": Message(
        ERROR, "这个 SVG 的尺寸不能用（为零，或大于 5 米）", "在绘图软件里把画布改成图的实际大小，重新导出",
        "the size of this SVG cannot be used: none at all, or over 5 metres", "set the canvas to the drawing's size"),
    "svg-size-unsaid": Message(
        WARNING, "这个 SVG 没有写尺寸（width、height、viewBox），按 100×100 像素算",
        "在绘图软件里设定画布大小，重新导出",
        "this SVG says no size (width, height, viewBox); 100 × 100 px is taken", "set the canvas and export it again"),
    "svg-foreign": Message(
        ERROR, "这个 SVG 引用了文件外的内容“{address}”",
        "在绘图软件里选“嵌入图片”，重新导出；要用的图片也可单独放进 images",
        "this SVG refers to something outside itself: “{address}”", "embed it and export again, or place it by itself"),
    "svg-font-inside": Message(
        ERROR, "这个 SVG 自带字体（@font-face），不能用", "导出时把文字转成轮廓，或改用刊物已有的字体",
        "this SVG brings a font of its own (@font-face), which cannot be used",
        "convert its text to outlines on export, or use a font that the house has"),
    "svg-filter": Message(
        ERROR, "这个 SVG 用了滤镜（阴影、模糊），印刷时只能变成低分辨率的 RGB 图片",
        "去掉阴影、模糊，或把整幅图导出成 PNG（宽度按 300 dpi 以上）",
        "this SVG uses filters (shadows, blur), which come out as RGB pictures of low resolution",
        "take them out, or export the whole as PNG (300 dpi and more at its size)"),
    "svg-picture-kind": Message(
        ERROR, "这个 SVG 里嵌的图片不是 PNG、JPEG，或已损坏", "把里面的图片换成 PNG、JPEG，或导出成 PDF",
        "a picture within this SVG is neither PNG nor JPEG, or is damaged", "replace it, or export the drawing as PDF"),
    "svg-picture-large": Message(
        ERROR, "这个 SVG 里嵌的图片超过 {most} 百万像素", "缩小里面的图片，或单独放进 images",
        "the pictures within this SVG have more than {most} million pixels", "make them smaller, or place them apart"),
    "svg-scripts": Message(
        WARNING, "这个 SVG 里有脚本，印刷时不执行", "核对图是否完整；在绘图软件里删去脚本",
        "this SVG has scripts, which are not run", "see whether the drawing is whole; take the scripts out"),
    "svg-moving": Message(
        WARNING, "这个 SVG 里有动画，只印开始的样子", "核对图是否是想要的样子",
        "this SVG moves; it is printed as it begins", "see whether that is what was meant"),
    "svg-html": Message(
        WARNING, "这个 SVG 里有网页内容（foreignObject），不会印出",
        "在绘图软件里把它换成普通的文字（draw.io：取消“格式化文本”）",
        "this SVG has web content (foreignObject), which is not printed",
        "replace it by plain text (draw.io: switch “formatted text” off)"),
    "svg-font-unknown": Message(
        WARNING, "这个 SVG 要用字体“{family}”，刊物没有，用别的字体代替了",
        "把字体放进 fonts，或在图里改用刊物的字体，或把文字转成轮廓",
        "this SVG asks for the font “{family}”, which the house lacks; another stands in",
        "put the font into fonts, use one of the house's in the drawing, or convert its text to outlines"),
    "svg-not-drawn": Message(
        ERROR, "这个 SVG 画不出来：{reason}", "在绘图软件里重新导出一次，或存成 PDF",
        "this SVG cannot be drawn: {reason}", "export it again, or save it as PDF"),
}

PDFS: dict[str, Message] = {
    "figures-extra-missing": Message(
        ERROR, "SVG 图和 PDF 页要用 typst 和 pikepdf，这台机器上还没有装", '装上再来：pip install "huozi[figures]"',
        "SVG drawings and pages of PDFs take typst and pikepdf, which are not installed here",
        'install them and try again: pip install "huozi[figures]"'),
    "pdf-too-large": Message(
        ERROR, "这份 PDF 超过 {most} MB", "压缩里面的图片（300 dpi 就够），只留要用的面，重新导出",
        "this PDF is larger than {most} MB", "reduce its pictures to 300 dpi, keep the pages needed, export it again"),
    "pdf-unreadable": Message(
        ERROR, "读不了这份 PDF：{reason}", "检查文件是否还在、有没有权限",
        "this PDF cannot be read: {reason}", "see whether it is there and may be read"),
    "pdf-damaged": Message(
        ERROR, "这份 PDF 不完整或已损坏", "请设计者重新导出一次",
        "this PDF is damaged or cut off", "have it exported again"),
    "pdf-encrypted": Message(
        ERROR, "这份 PDF 加了密码或权限限制", "请设计者重新导出，不要加密码和权限",
        "this PDF is encrypted", "have it exported again without password and restrictions"),
    "pdf-no-page": Message(
        ERROR, "这份 PDF 没有第 {page} 面，一共 {pages} 面", "改写面数，或请设计者补上",
        "this PDF has no page {page}: there are {pages}", "name another page, or have it added"),
    "pdf-no-size": Message(
        ERROR, "这份 PDF 的页面尺寸不能用", "请设计者重新导出一次",
        "the page size of this PDF cannot be used", "have it exported again"),
    "pdf-comments": Message(
        WARNING, "这份 PDF 的第 {page} 面有 {count} 处批注或表单，不会印出",
        "要印的内容请设计者放进页面里；只是批注就不必改",
        "page {page} of this PDF has {count} comments or form fields, which are not printed",
        "what is to be printed must stand in the page; comments may stay"),
    "pdf-programs": Message(
        NOTE, "这份 PDF 里有脚本或自动动作，都不带进来", "不必改动",
        "this PDF has scripts or actions; they are left out", "nothing need be done"),
    "pdf-hidden-layers": Message(
        ERROR, "这份 PDF 有隐藏的图层，印出来会显示", "请设计者删去隐藏的图层再导出，或导出成 PDF/X-4",
        "this PDF has hidden layers, which would be printed", "have them deleted and the file exported again"),
}

DRAWN: dict[str, Message] = {
    "vector-transparent": Message(
        NOTE, "这幅图用了透明", "PDF/X-4 允许透明，不必改；印厂要 PDF/X-1a 的，在绘图软件里拼合透明后再导出",
        "this drawing has transparency",
        "PDF/X-4 allows it; for a printer who wants PDF/X-1a flatten it in the drawing program"),
    "vector-spot-colour": Message(
        ERROR, "图里有专色或不能换算的颜色：{name}", "在绘图软件里把它改成 CMYK，重新导出；真要印专色就先和印厂商量",
        "the drawing has a spot colour, or one that cannot be converted: {name}",
        "make it CMYK in the drawing program; where a spot colour is meant, settle it with the printer first"),
    "vector-picture-colour": Message(
        ERROR, "图里的图片是 {space}，不是 CMYK 或灰度",
        "把里面的图片转成 CMYK 再导出（选 PDF/X）；SVG 里的图片单独放进 images",
        "a picture within the drawing is {space}, neither CMYK nor grey",
        "convert it to CMYK and export again (PDF/X); place pictures of an SVG by themselves"),
    "vector-picture-black": Message(
        ERROR, "内页只印黑色，图里的图片却是彩色的", "把里面的图片转成灰度，重新导出",
        "the inside is printed in black alone, and a picture within the drawing is in colour",
        "make it grey and export again"),
    "vector-shading": Message(
        ERROR, "图里有一种渐变不能换算成印刷的颜色", "在绘图软件里把颜色改成 CMYK，或把渐变栅格化，重新导出",
        "a gradient of the drawing cannot be converted to inks",
        "make its colours CMYK, or rasterize it, and export again"),
    "vector-font-missing": Message(
        ERROR, "PDF 里没有嵌入字体“{name}”，印出来会变样", "请设计者嵌入字体，或把文字转成轮廓再导出",
        "the font “{name}” is not embedded in the PDF", "have it embedded, or its text converted to outlines"),
    "vector-font-drawn": Message(
        WARNING, "PDF 里有 Type 3 字体，小字可能不清晰", "请设计者换成普通字体，或把文字转成轮廓再导出",
        "the PDF has a Type 3 font, whose small type may not be sharp",
        "have it replaced, or its text converted to outlines"),
    "vector-too-much-content": Message(
        ERROR, "图里的图形超过 {most} MB，太多了", "简化图形，或存成图片",
        "the drawing has more than {most} MB of graphics", "simplify it, or save it as a picture"),
    "vector-too-much-operators": Message(
        ERROR, "图里的颜色、文字和状态变了 {most} 次以上，太多了", "在绘图软件里合并、简化，重新导出，或存成图片",
        "colours, text and states of the drawing change more than {most} times",
        "merge and simplify it, and export again, or save it as a picture"),
    "vector-too-much-streams": Message(
        ERROR, "图里的图片和字体超过 {most} MB，太多了", "把里面的图片缩小到 300 dpi，重新导出",
        "the pictures and fonts of the drawing come to more than {most} MB", "reduce its pictures to 300 dpi"),
    "vector-too-much-pieces": Message(
        ERROR, "图由 {most} 个以上的部分组成，太多了", "在绘图软件里合并、简化，重新导出",
        "the drawing is made of more than {most} objects", "merge and simplify it, and export again"),
    "vector-too-much-depth": Message(
        ERROR, "图里的图形层层相套，超过 {most} 层", "在绘图软件里取消编组，重新导出",
        "the drawing has graphics within graphics, deeper than {most}", "ungroup them and export again"),
}

IN_DESIGNS: dict[str, Message] = {
    "design-picture-path": Message(
        ERROR, "版式里图片的路径“{path}”写法不对，或不在版式的文件夹里",
        "把图片放在版式文件旁边（layout 里），写文件名或“文件夹/文件名”；本期的封面图片写“{{cover_picture}}”",
        "the path “{path}” of a picture in the layout is wrong, or leads out of the layout's folder",
        "put it beside the layout (in layout) and write its name; the issue's cover picture is “{{cover_picture}}”"),
    "design-picture-missing": Message(
        ERROR, "版式里要用的图片“{path}”没有这个文件", "检查文件名；路径从版式文件所在的文件夹算起",
        "there is no picture “{path}”, which the layout asks for",
        "check the name; it counts from the layout's folder"),
    "cover-picture-none": Message(
        WARNING, "版式的封面要一幅图片，本期没有给，那里空着", "在 issue.yaml 里写 cover: {{picture: images/文件名}}",
        "the layout's cover has a picture, and the issue gives none",
        "write cover: {{picture: images/name}} into issue.yaml"),
    "cover-picture-unprinted": Message(
        WARNING, "本期给了封面图片，版式里没有放它的地方，不会印出",
        "在版式的封面设计里加一项 draw: picture，file: \"{{cover_picture}}\"",
        "the issue gives a picture for its cover, and the layout has no place for it",
        "add draw: picture with file: \"{{cover_picture}}\" to the design of a cover"),
    "cover-file-no-page": Message(
        ERROR, "版式没有{cover}这一页，设计好的文件没有地方排",
        "在版式里写 covers: {{{side}: blank}}，或去掉 issue.yaml 里的这一行",
        "the layout has no {cover} ({side}), so the designer's page has no place",
        "write covers: {{{side}: blank}} into the layout, or take the line out of issue.yaml"),
    "insert-not-pdf": Message(
        ERROR, "“{path}”不是 PDF", "整页的文件请设计者导出成 PDF/X（带出血）",
        "“{path}” is no PDF", "have what fills a page exported as PDF/X, with bleed"),
    "insert-trim": Message(
        ERROR, "“{path}”第 {page} 面的成品尺寸是 {width} × {height}，本刊是 {own_width} × {own_height}",
        "请设计者按本刊的成品尺寸重做，并写上裁切框（TrimBox）",
        "page {page} of “{path}” is trimmed to {width} × {height}, the journal to {own_width} × {own_height}",
        "have it made for the journal's trim, with a TrimBox"),
    "insert-bleed": Message(
        WARNING, "“{path}”第 {page} 面的出血只有 {bleed}，要 {wanted}",
        "请设计者导出时加上 {wanted} 出血；页边全是白的就不必改",
        "page {page} of “{path}” bleeds by {bleed}, and {wanted} is wanted",
        "have it exported with a bleed of {wanted}; where its edges are white, leave it"),
    "insert-trim-guessed": Message(
        NOTE, "“{path}”第 {page} 面没有裁切框，按四边各有 {bleed} 出血算",
        "核对打样；最好请设计者导出成带裁切框（TrimBox）的 PDF/X",
        "page {page} of “{path}” has no TrimBox; it is taken to bleed by {bleed} on each side",
        "look at the proof; a PDF/X with a TrimBox is better"),
    "insert-pages-left": Message(
        WARNING, "“{path}”有 {there} 面，只排了 {placed} 面", "在 issue.yaml 里改 pages，或只留要排的面",
        "“{path}” has {there} pages, of which {placed} are placed", "change pages in issue.yaml, or the file"),
}
# fmt: on

VECTORS: dict[str, Message] = SVGS | PDFS | DRAWN | IN_DESIGNS
"""Messages of drawings and designers' pages."""
