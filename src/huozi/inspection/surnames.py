"""Surnames with their pinyin: the common ones, the compound ones, and readings that surnames have of their own.

Facts of the language (GB/T 28039); where a surname has two readings both stand. ü may be written yu, v or u.
"""

from __future__ import annotations

from itertools import pairwise

_ROWS = """
an 安|ao 敖|ba 巴|bai 白 柏|ban 班|bao 包 鲍 保|bei 贝|bi 毕|bian 边 卞|bo 薄|bu 卜 步|cai 蔡|cang 苍|cao 曹 操
cen 岑|chai 柴|chang 常 昌 畅|chao 晁 巢|che 车|chen 陈 谌 晨|cheng 程 成 承|chi 池 迟|chong 种 仇
chu 褚 楚 储 初|cong 丛|cui 崔|dai 戴 代|dan 单 但|dang 党|deng 邓|di 狄 邸 翟|diao 刁|ding 丁|dong 董 东|dou 窦
du 杜 都|duan 段|e 鄂|fan 范 樊|fang 方 房|fei 费|feng 冯 丰 封|fu 付 傅 符 伏 扶|gai 盖|gan 甘 干|gao 高 皋
ge 葛 戈 盖|geng 耿|gong 龚 宫 公 巩 弓|gou 苟 勾|gu 顾 古 谷 辜|guan 关 管 官|gui 桂|guo 郭 国|ha 哈|hai 海
han 韩|hang 杭|hao 郝|he 何 贺 赫 和|hei 黑|heng 衡|hong 洪 红 弘|hou 侯|hu 胡 扈 虎 呼|hua 华 花 滑|huan 桓
huang 黄|hui 惠 回|huo 霍 火|ji 季 纪 姬 吉 冀 籍 嵇 计|jia 贾 家|jian 简 蹇|jiang 江 姜 蒋|jiao 焦|jie 解 揭
jin 金 靳 晋|jing 景 荆 井 敬|ju 鞠 居 句|kan 阚|kang 康|ke 柯|kong 孔|kou 寇|kuai 蒯|kuang 邝 匡 况|lai 赖 来
lan 兰 蓝|lang 郎|lao 劳|le 乐|lei 雷|leng 冷|li 李 黎 厉 郦 利 栗|lian 连 廉 练|liang 梁 良|liao 廖|lin 林 蔺
ling 凌 令|liu 刘 柳 留|long 龙|lou 娄 楼|lu 卢 陆 鲁 路 芦 禄 逯|luo 罗 骆 洛 雒|lv 吕|ma 马 麻|mai 麦|man 满
mao 毛 茅 冒|mei 梅|meng 孟 蒙|mi 米 宓|miao 苗 缪|min 闵|ming 明|mo 莫|mou 牟|mu 穆 牧 母 牟|na 那|nan 南|ni 倪
nian 年 粘|nie 聂|ning 宁 甯|niu 牛 钮|nong 农|ou 欧 区|ouyang 欧阳|pan 潘|pang 庞 逄|pei 裴|peng 彭 蓬|pi 皮
piao 朴|ping 平|pu 蒲 濮 浦 朴|qi 戚 齐 祁 亓 漆|qian 钱|qiang 强|qiao 乔 谯|qin 秦 覃|qiu 邱 丘 裘 仇 秋
qu 曲 屈 瞿 区|quan 权 全|que 阙|ran 冉 染|rao 饶|ren 任|rong 荣 容 戎|ru 茹 汝|ruan 阮|rui 芮|sa 萨|sang 桑
sha 沙|shan 单 山|shang 尚 商|shangguan 上官|shao 邵|she 佘 折|shen 沈 申 谌 慎|sheng 盛|shi 石 史 施 时 师 侍
shou 寿|shu 舒 束|shuai 帅|shui 水|si 司|sima 司马|situ 司徒|song 宋|su 苏 宿 粟|sui 隋 眭|sun 孙|suo 索
tai 台 邰|tan 谭 谈 檀 覃|tang 唐 汤|tao 陶|teng 滕 腾|tian 田|tong 童 佟 仝|tu 涂 屠|wan 万|wang 王 汪
wei 魏 韦 卫 尉|wen 文 温 闻|weng 翁|wu 吴 武 伍 邬 巫 乌|xi 席 习 奚 郗|xia 夏|xiahou 夏侯|xian 冼 鲜
xiang 向 项 相|xiao 萧 肖|xie 谢 解|xin 辛 信|xing 邢|xiong 熊|xu 徐 许 胥 须|xuan 宣|xue 薛|xun 荀 寻
yan 严 闫 颜 阎 燕 晏 言 鄢|yang 杨 羊 阳|yao 姚|ye 叶|yi 易 伊 衣|yin 尹 殷 印 阴|ying 应|yong 雍|you 尤 游 由
yu 于 余 俞 喻 郁 虞 禹 鱼 庾 尉|yuan 袁 苑 元 原|yue 岳 乐|yun 云 恽|zang 臧|zeng 曾 增|zha 查|zhai 翟
zhan 詹 湛 占|zhang 张 章|zhao 赵 兆|zhen 甄|zheng 郑|zhong 钟 仲 种|zhou 周|zhu 朱 祝 诸 竺|zhuang 庄
zhuge 诸葛|zhuo 卓|zi 訾|zong 宗|zou 邹|zu 祖|zuo 左|huangfu 皇甫|weichi 尉迟|yuwen 宇文|murong 慕容|linghu 令狐
dongfang 东方|gongsun 公孙|zhangsun 长孙|duanmu 端木|ximen 西门|nangong 南宫|helian 赫连|zhongli 钟离|baili 百里
dugu 独孤|xian 咸
"""
"""Readings with the surnames that have them."""


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in _ROWS.replace("\n", "|").split("|"):
        reading, *names = row.split() or [""]
        for name in names:
            table[name] = (*table.get(name, ()), reading)
    return table


SURNAMES = _table()

_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")


def readings(name: str) -> tuple[str, ...]:
    """How the surname of a Chinese name is read; nothing where the table does not have it.

    >>> readings("欧阳修"), readings("单田芳"), readings("吕布"), readings("安吉丽娜·朱莉")
    (('ouyang',), ('dan', 'shan'), ('lv', 'lu', 'lyu'), ())
    """
    if not 2 <= len(name) <= 4 or not all("\u3400" <= character <= "\u9fff" for character in name):
        return ()
    found = SURNAMES.get(name[:2], ()) if len(name) > 2 else ()
    found = found or SURNAMES.get(name[:1], ())
    return tuple(form for reading in found for form in _forms(reading))


def _forms(reading: str) -> tuple[str, ...]:
    return (reading, "lu", "lyu") if reading == "lv" else (reading,)


def latin_words(name: str) -> tuple[str, ...]:
    """The words of a name in Latin letters, small and without tones; a compound surname is one word as well.

    >>> latin_words("SU Tongchen"), latin_words("Ou-yang Xiū")
    (('su', 'tongchen'), ('ou', 'yang', 'xiu', 'ouyang', 'yangxiu'))
    """
    bare = name.lower().translate(_TONES)
    words = "".join(character if character.isalpha() else " " for character in bare).split()
    joined = ["".join(pair) for pair in pairwise(words)] if len(words) > 2 else []
    return (*words, *joined)
