"""Messages of the style room: layout files, styles, fonts, colours, designs."""

from __future__ import annotations

from huozi.diagnostics import Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

LAYOUT: dict[str, Message] = {
    "layout-file-missing": Message(
        ERROR,
        "找不到版式“{layout}”（查找了 {folders}）",
        "已有的版式：{known}",
        "there is no layout {layout} (looked in {folders})",
        "there are: {known}",
    ),
    "layout-name": Message(
        ERROR,
        "“{name}”不能用作名称",
        "名称只用文字、数字、连字符和下划线，不含路径",
        "{name} cannot be a name",
        "use letters, digits, hyphens and underscores only, and no path",
    ),
    "layout-circle": Message(
        ERROR,
        "版式的 extends 绕成了圈，或层数太多：{chain}",
        "改掉其中一个 extends",
        "the layouts extend each other in a circle, or too many of them: {chain}",
        "change one of the extends",
    ),
    "layout-not-mapping": Message(
        ERROR,
        "版式文件应由“键: 值”组成",
        "键后用半角冒号，冒号后空一格",
        "a layout consists of keys with values",
        "write an ASCII colon after each key, and a space after the colon",
    ),
    "layout-key": Message(
        ERROR,
        "没有“{key}”这个键",
        "可以写的键：{known}",
        "there is no key {key}",
        "there are: {known}",
    ),
    "layout-value": Message(
        ERROR,
        "“{key}”的值“{value}”不能用",
        "可以写：{accepted}",
        "{value} is no value for {key}",
        "write one like these: {accepted}",
    ),
    "layout-mapping": Message(
        ERROR,
        "“{key}”下面应再分键",
        "它的键：{known}",
        "{key} takes keys of its own",
        "its keys: {known}",
    ),
    "layout-missing": Message(
        ERROR,
        "版式缺少“{key}”（{help_zh}）",
        "写上这个键，或以一份完整的版式为基础（extends: a4-35x37）",
        "the layout lacks {key} ({help_en})",
        "add it, or build on a complete layout (extends: a4-35x37)",
    ),
    "type-area-too-large": Message(
        ERROR,
        "版心 {width} × {height} 大于成品尺寸 {trim_width} × {trim_height}",
        "减少每行字数、行数或栏数，或改用较大的成品尺寸",
        "the type area of {width} × {height} is larger than the trim of {trim_width} × {trim_height}",
        "take fewer characters, lines or columns, or a larger trim",
    ),
    "type-area-unsafe": Message(
        WARNING,
        "版心离裁切线只有 {least}，不足 {safe}",
        "减少字数或行数，或改页边（page.margins）",
        "the type area is {least} from the trim, less than {safe}",
        "take fewer characters or lines, or other margins (page.margins)",
    ),
    "type-area-outside": Message(
        ERROR,
        "版心超出裁切线 {least}，文字会被裁掉",
        "减少字数或行数，或改页边（page.margins）",
        "the type area reaches {least} beyond the trim: text would be cut off",
        "take fewer characters or lines, or other margins (page.margins)",
    ),
    "style-lines-too-many": Message(
        WARNING,
        "样式 {style} 占 {asked} 行，版心只有 {lines} 行",
        "把 styles.{style}.lines 改小",
        "the style {style} takes {asked} lines and the type area has {lines}",
        "make styles.{style}.lines smaller",
    ),
    "room-too-large": Message(
        WARNING,
        "articles.room 是 {room} 行，版心只有 {lines} 行：每篇都另起一页",
        "要每篇另起一页，写 articles.start: page；不要，就把 room 改小",
        "articles.room is {room} lines and the type area has {lines}: every article begins on a new page",
        "write articles.start: page if that is meant, else make room smaller",
    ),
    "least-too-large": Message(
        WARNING,
        "make_up.columns.least 是 {least} 行，版心只有 {lines} 行：文末各栏从不齐平",
        "不要齐平，写 make_up.columns.balance: false；要，就把 least 改小",
        "make_up.columns.least is {least} lines and the type area has {lines}: columns never end level",
        "write make_up.columns.balance: false if that is meant, else make least smaller",
    ),
    "furniture-unsafe": Message(
        WARNING,
        "{key} 离裁切线不足 {safe}",
        "减小 {key}.distance，或缩小版心",
        "{key} stands less than {safe} from the trim",
        "make {key}.distance smaller, or the type area",
    ),
    "profile-missing": Message(
        ERROR,
        "找不到输出意图“{profile}”的 ICC 文件（查找了 {folders}）",
        "把 {profile}.icc 放进其中一个文件夹，或改用 FOGRA39L_coated",
        "there is no ICC file for the output intent {profile} (looked in {folders})",
        "put {profile}.icc into one of these folders, or use FOGRA39L_coated",
    ),
}

LOOKS: dict[str, Message] = {
    "style-missing": Message(
        ERROR,
        "版式缺少 {count} 个样式：{styles_zh}",
        "以一份完整的版式为基础（extends: a4-35x37），再只写不同的；从头写的，在 styles 下一一写上",
        "the layout lacks styles ({count}): {styles_en}",
        "build on a complete layout (extends: a4-35x37) and write what differs; from scratch, add each under styles",
    ),
    "style-undefined": Message(
        ERROR,
        "没有样式“{style}”",
        "已有的样式：{known}",
        "there is no style {style}",
        "there are: {known}",
    ),
    "style-unused": Message(
        NOTE,
        "样式“{style}”没有用到",
        "若是名称写错，已有的样式：{known}；要排在篇首、篇末或封面的，在那里的一项里写上 style: {style}；"
        "供文章以“::: {{style={style}}}”选用的，写上 based_on: body；否则可以删去",
        "nothing asks for the style {style}",
        "if the name is mistyped, there are: {known}; for an article's head or end or a cover, write style: {style} "
        "in a piece there; if articles are to ask for it with “::: {{style={style}}}”, add based_on: body; "
        "else delete it",
    ),
    "style-leading": Message(
        ERROR,
        "样式“{style}”的行距 {leading} 小于字号 {size}，上下行会重叠",
        "行距写成字号的 1.5 到 2 倍",
        "the leading {leading} of the style {style} is less than its size {size}: lines overlap",
        "make the leading 1.5 to 2 times the size",
    ),
    "style-circle": Message(
        ERROR,
        "样式的 based_on 绕成了圈：{chain}",
        "改掉其中一个 based_on",
        "the styles are based on each other in a circle: {chain}",
        "change one of the based_on",
    ),
    "font-family-missing": Message(
        ERROR,
        "字体 {role} 的“{family}”没有字体文件（查找了 {folders}；见 {key}）",
        "把字体文件放进 fonts/，或改用已有的字族（huozi fonts 列出各款字体的名称）",
        "the font role {role} asks for {family}, which has no file (looked in {folders}; see {key})",
        "put its files into fonts/, or name a family that is there (huozi fonts lists them)",
    ),
    "font-role-unknown": Message(
        ERROR,
        "“{key}”用的字体“{role}”没有在 fonts 下定义",
        "已有的字体：{known}",
        "{key} names the font role {role}, which is not under fonts",
        "there are: {known}",
    ),
    "colour-unknown": Message(
        ERROR,
        "“{key}”用的颜色“{colour}”没有定义",
        "可以用：{known}；自己的颜色写在 colour.inks 下",
        "{key} names the colour {colour}, which is not defined",
        "there are: {known}; define your own under colour.inks",
    ),
    "colour-too-much-ink": Message(
        WARNING,
        "颜色“{colour}”的总墨量为 {total}%，超过 {most}%",
        "减少各色的百分比，纸才吃得住墨",
        "the colour {colour} lays {total} % of ink, more than {most} %",
        "use less of each ink: the paper does not take so much",
    ),
    "ink-fraction": Message(
        WARNING,
        "颜色“{colour}”的各色都不到 1%，印出来看不见",
        "油墨按百分比写：90% 写 90，不写 0.9；各数乘以 100",
        "no ink of the colour {colour} is above 1 %: it would not be seen",
        "write per cents, 90 and not 0.9: multiply each by 100",
    ),
    "type-too-light": Message(
        WARNING,
        "样式“{style}”的颜色太浅，印在白纸上看不清",
        "换成深一些的颜色；只用在深色底上的文字，写成封面设计里的文字（designs）",
        "the colour of the style {style} is too light to be read on paper",
        "take a darker one; text for dark grounds belongs into a design",
    ),
    "colour-small-text": Message(
        WARNING,
        "样式“{style}”用几种油墨印小于 {least} 的字，稍有套印不准就会发虚",
        "改用 k100，或把字号加大到 {least} 以上",
        "the style {style} prints text below {least} in several inks, which shows every slip of the register",
        "use k100, or a size of {least} or more",
    ),
    "design-bleed": Message(
        ERROR,
        "色块到了裁切线，但没有铺满 {bleed} 的出血",
        "让它伸出裁切线 {bleed}，或写 across: bleed；不要出血就离开裁切线",
        "the box touches the trim but does not fill the bleed of {bleed}",
        "let it reach {bleed} beyond the trim (across: bleed), or keep it off the trim",
    ),
    "design-unsafe": Message(
        WARNING,
        "文字离裁切线只有 {least}，不足 {safe}",
        "把它移到裁切线内 {safe} 以上",
        "text stands {least} inside the trim, less than {safe}",
        "move it {safe} or more inside the trim",
    ),
    "design-outside": Message(
        ERROR,
        "封面上文字的位置超出裁切线 {least}，会被裁掉",
        "把它移到裁切线内 {safe} 以上；附送的封面按 A4 画，别的开本在 designs 里另画，或 covers 各写 false 不排封面",
        "text of a cover stands {least} beyond the trim and would be cut off",
        "move it {safe} or more inside the trim; the shipped covers are drawn for A4: for another trim draw others "
        "under designs, or have none (false for each of covers)",
    ),
    "font-weight-missing": Message(
        WARNING,
        "样式“{style}”要的字重 {weight}，字体“{role}”没有，用最接近的代替：{files}",
        "换一个有的字重，或把这款字体的文件放进 fonts/",
        "the style {style} asks for the weight {weight}, which the font {role} has not; the nearest stands in: {files}",
        "ask for a weight that is there, or put its file into fonts/",
    ),
    "style-key-idle": Message(
        WARNING,
        "样式“{style}”的 {key} 不起作用",
        "删去这一项：正文一类的文字站在行格上，行里和封面上的文字各有它的位置",
        "{key} has no effect in the style {style}",
        "delete it: running text stands on the line grid, and text in a line or on a cover has its place",
    ),
    "style-letter-spacing": Message(
        ERROR,
        "样式“{style}”的字距减得太多（{spacing}），字会叠在一起",
        "减去的字距要小于字号的一半",
        "the letter spacing {spacing} of the style {style} lays characters over each other",
        "take away less than half the size",
    ),
    "style-indent": Message(
        WARNING,
        "样式“{style}”的首行缩进 {indent} 比一行还长，排出来不缩进",
        "减小缩进（indent），或减小左右缩进",
        "the first-line indent {indent} of the style {style} leaves no room for a character and is not taken",
        "make the indent or the insets smaller",
    ),
    "layout-extends-set": Message(
        ERROR,
        "extends 只能写在版式文件里",
        "要改用另一份版式，用 --layout 名称",
        "extends is for layout files alone",
        "to build with another layout, use --layout NAME",
    ),
    "design-bars": Message(
        ERROR,
        "{width} 宽放不下 {count} 条间隔 {gap} 的线条",
        "减小 gap 或 count，或加宽",
        "{count} bars with gaps of {gap} do not fit a width of {width}",
        "make gap or count smaller, or the width larger",
    ),
    "design-unknown": Message(
        ERROR,
        "没有封面设计“{design}”",
        "已有的设计：{known}；设计写在 designs 下",
        "there is no design {design}",
        "there are: {known}; designs stand under designs",
    ),
    "design-list": Message(
        ERROR,
        "这里应是一列元素",
        "每个元素一项，以 {key} 说明是什么：{known}",
        "this is a list of elements",
        "one item each, with {key} saying what it is: {known}",
    ),
    "design-element": Message(
        ERROR,
        "看不出这个元素是什么",
        "写上 {key}，值为：{known}",
        "this element does not say what it is",
        "add {key} with one of: {known}",
    ),
}

STYLE: dict[str, Message] = LAYOUT | LOOKS
