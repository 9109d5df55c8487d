"""Messages of the style room: layout files, styles, fonts, colours, designs."""

from huozi.diagnostics import Message, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

LAYOUT: dict[str, Message] = {
    "layout-file-missing": Message(
        ERROR,
        "找不到版式“{layout}”（查找了 {folders}）",
        "相近的版式：{known}",
        "there is no layout {layout} (looked in {folders})",
        "the nearest there are: {known}",
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
        "相近的键：{known}",
        "there is no key {key}",
        "the nearest there are: {known}",
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
        "版式缺少样式“{style}”（{help_zh}）",
        "在 styles 下写上它，或以一份完整的版式为基础（extends: a4-35x37）",
        "the layout lacks the style {style} ({help_en})",
        "add it under styles, or build on a complete layout (extends: a4-35x37)",
    ),
    "style-undefined": Message(
        ERROR,
        "没有样式“{style}”",
        "相近的样式：{known}",
        "there is no style {style}",
        "the nearest there are: {known}",
    ),
    "style-unused": Message(
        NOTE,
        "样式“{style}”没有用到",
        "若是名称写错，相近的样式：{known}；供文章以“::: {{style={style}}}”选用的，写上 based_on: body；否则可以删去",
        "nothing asks for the style {style}",
        "if the name is mistyped, the nearest there are: {known}; if articles are to ask for it with "
        "“::: {{style={style}}}”, add based_on: body; else delete it",
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
        "把字体文件放进 fonts/（文件名如 NotoSerifSC-Bold.ttf），或改用已有的字族",
        "the font role {role} asks for {family}, which has no file (looked in {folders}; see {key})",
        "put its files into fonts/ (named like NotoSerifSC-Bold.ttf), or name a family that is there",
    ),
    "font-role-unknown": Message(
        ERROR,
        "“{key}”用的字体“{role}”没有在 fonts 下定义",
        "已有的字体：{known}",
        "{key} names the font role {role}, which is not under fonts",
        "the nearest there are: {known}",
    ),
    "colour-unknown": Message(
        ERROR,
        "“{key}”用的颜色“{colour}”没有定义",
        "可以用：{known}；自己的颜色写在 colour.inks 下",
        "{key} names the colour {colour}, which is not defined",
        "the nearest there are: {known}; define your own under colour.inks",
    ),
    "colour-too-much-ink": Message(
        WARNING,
        "颜色“{colour}”的总墨量为 {total}%，超过 {most}%",
        "减少各色的百分比，纸才吃得住墨",
        "the colour {colour} lays {total} % of ink, more than {most} %",
        "use less of each ink: the paper does not take so much",
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
        "the nearest there are: {known}; designs stand under designs",
    ),
    "design-list": Message(
        ERROR,
        "封面设计应是一列元素",
        "每个元素一项，以 draw 说明画什么：{known}",
        "a design is a list of elements",
        "one item each, with draw saying what it draws: {known}",
    ),
    "design-element": Message(
        ERROR,
        "看不出这个元素画什么",
        "写上 draw，值为：{known}",
        "this element does not say what it draws",
        "add draw with one of: {known}",
    ),
}

STYLE: dict[str, Message] = LAYOUT | LOOKS
