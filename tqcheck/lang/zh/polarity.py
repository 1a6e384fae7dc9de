"""What negates in Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.lang.polarity import polarity
from tqcheck.model.text import Span

_WORDS = (
    "不断 不仅 不但 不光 不只 不少 不久 不同 不过 不得不 不可避免 不错 不论 不管 不如 不妨 不由 不料 不禁 不时 不惜 "
    "不愧 不一 不等 不懈 不平等 "
    "对不起 差不多 了不起 不得了 不止 不足 不满 不安 不幸 不明 不良 不当 不法 不利 不便 不易 不难 不约而同 分毫不差 毫厘不差 分秒不差 "
    "不可思议 不可或缺 "
    "不可分割 不外 不容 不乏 不失 不无 不负 不畏 不忘 不屈 不朽 不凡 不俗 不菲 不容易 不起眼 不知不觉 不像话 "
    "不好意思 不可告人 不免 不吝 不解 "
    "不独 不单 不适 不公 不当 不佳 不振 不景气 不孕 不忍 不低于 不少于 不超过 不大于 不小于 不高于 不多于 不到 不足 不满 不出 "
    "不远 不惑 不定 不轨 不测 "
    "不言而喻 源源不断 忍不住 禁不住 离不开 少不了 免不了 离不 恨不得 巴不得 说不定 来不及 不比 不亚于 不逊 不下 "
    "不减 不愿意 说不 要不 不然 不倒翁 "
    "无论 无疑 无非 无限 无比 无人 无偿 无障碍 无辜 无关 无奈 无缝 无穷 无私 无声 无形 无畏 无愧 无异 无缘 无法无天 "
    "无症状 "
    "无党派 无处不在 无时无刻 无微不至 无一 无不 毫无疑问 史无前例 无与伦比 无所不 无核 无毒 无害 无家可归 无期 无罪 "
    "无名 无纸 "
    "非法 除非 莫非 无非 非公 非政府 非正式 绯 "
    "否则 否认 否决 未免 未婚 未成年 未遂 未知 "
    "莫过 没什么 "
    "坚定不移 不正之风 当仁不让 时不我待 没过多久 没多久 不符合 暧昧不清 暂别 无休 不高 看不起 瞧不起 不移 不让 不渝 "
    "不拔 不挠 不息 不竭 不菲 不合 "
    "不符 不义 不顾 不可磨灭 不可阻挡 不可逆转 不可替代 不可多得 不可估量 不可限量 义不容辞 责无旁贷 刻不容缓 "
    "目不暇接 层出不穷 络绎不绝 美不胜收 "
    "锲而不舍 持之以恒 永不 不朽 不遗余力 不折不扣 不忘初心 毫不犹豫 毫不动摇 不期而遇 不翼而飞 爱不释手 举世无双 "
    "独一无二 无可比拟 无可厚非 "
    "无可奈何 无怪 不同寻常 不计其数 不在话下 不约 意想不到 想不到 没想到 供不应求 入不敷出"
)
_INERT = (
    "未来 方兴未艾 非洲 非常 非凡 非遗 非典 非物质 南非 西非 东非 中非 北非 是非 是否 能否 可否 与否 别墅 别人 特别 "
    "级别 区别 分别 性别 个别 类别 差别 告别 识别 "
    "鉴别 别的 别克 别致 别具 别样 别名 派别 辨别 久别 离别 送别 莫斯科 莫言 莫大 莫名 莫桑比克 莫里森 没收 淹没 "
    "出没 沉没 埋没 没落 吞没 覆没 无人机 无线 无锡 无数 "
    "不锈钢 不动产 不丹 不列颠 布宜诺斯 绝对 坚决 绝大多数 绝大部分 少年 少数 青少年 至少 多少 减少 少女 少将 少儿 "
    "少林 难民 灾难 遇难 罹难 难题 防疫 防控 防汛 防洪 "
    "消防 国防 预防 防护 防御 防守 防务 边防 防线 防风 停车 停电 停机坪 停泊 停靠 退役 退休 退伍 退耕 差异 差距 出差 "
    "误差 何种 何立峰 几何 吗啡 再生 再次 一再 再造 "
    "再度 再就业 再现 再融资 再加上 再创 再上 永远 偏远 长远 深远 遥远 远程 弱势 零售 零部件 零下 零件 零点 才能 "
    "人才 天才 刚才 才华 才艺 只有 两只 一只 三只 四只 "
    "五只 几只 多只 船只 仅次于 除夕 避暑 避难 损失 失踪 失控 消失 失事 遗失 失联 漏洞 泄漏 再见 免疫 罢工 绝缘 "
    "失利 不已"
)

POLARITY = polarity(
    hard=(
        "不",
        "没有",
        "没",
        "未",
        "无",
        "并非",
        "而非",
        "绝非",
        "勿",
        "切莫",
        "莫要",
        "千万别",
        "请别",
        "别再",
        "别忘",
        "别让",
        "毋",
    ),
    not_negative=_WORDS.split(),
    soft=tuple(
        [
            "才",
            "只",
            "仅",
            "除",
            "免",
            "禁",
            "拒",
            "反对",
            "缺",
            "失",
            "难",
            "少",
            "避",
            "防止",
            "停",
            "取消",
            "放弃",
            "首次",
            "第一次",
            "罕",
            "绝",
            "杜绝",
            "零",
            "吗",
            "吧",
            "?",
            "？",
            "谁",
            "哪",
            "何",
            "怎",
            "岂",
            "再",
            "退",
            "阻",
            "罢",
            "忘",
            "漏",
            "乏",
            "否",
            "尽管",
            "即使",
            "却",
            "远",
            "弱",
            "差",
            "废",
            "弃",
            "剥夺",
            "不",
            "没",
            "未",
            "无",
            "非",
            "勿",
            "别",
            "莫",
            "以外",
            "之外",
            "前所",
            "不只",
            "不仅",
        ]
    ),
    inert=_INERT.split(),
    spaced=False,
    more_skip=r"(?P<twice>.)[不没](?P=twice)|不停(?![站车靠产])",
    double=r"无不|不乏|不是没有|不是不|并非没有|并非不|并非无|不可能不|不能不|不得不|不会不|没有不|没有人不|"
    r"不无|不[^，。、；不也又和与]{1,3}不",
    limits=r"不(?:仅仅|仅|但|光|只|单单|单|止)(?![不没])",
)

_STILL_NEGATIVE = frozenset(["并不是", "还没有", "从没有", "从来不", "从来没有", "并没有", "并不会", "再也不"])
_NEGATORS = frozenset("不没未无")


def negations(text: str) -> Sequence[Span]:
    """Plain negations in simplified `text`, those left out that are but a character of a longer word (巨无霸)."""
    found = POLARITY.negations(text)
    return tuple(span for span in found if not _inside_word(text, span)) if found else found


def _inside_word(text: str, span: Span) -> bool:
    """Whether a dictionary word of three characters or more has the negator within it, or is an idiom of four."""
    if text[span.start] not in _NEGATORS:
        return False
    from tqcheck.lang.zh.dictionary import dictionary

    book = dictionary()
    for start in range(max(0, span.start - 3), span.start + 1):
        length = book.longest(text, start)
        if start + length <= span.start or length < (4 if start == span.start else 3):
            continue
        if text[start : start + length] not in _STILL_NEGATIVE:
            return True
    return False
