"""Finds trends asserted without a figure: 居民满意度明显提升 · 投诉量逐年下降 · 有效提升了居民的参与度."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.claims.detection.calendar_words import COMPARED_TIME
from evidence.claims.detection.passage import Passage, TextSpan, TextSpans

# What rises or falls.
GAUGE = (
    "满意[度率]|参与[度率]|知晓率|支持率|认[可同]度|认同感|获得感|幸福感|安全感|归属感|成就感|自豪感|荣誉感|幸福指数|凝聚力|向心力|号召力|战斗力|公信力|影响力|知名度|美誉度|活跃度|覆盖率|覆盖面"
    "|积极性|主动性|热情|意识|信心|素[质养]|能力|水平|质量|效[率能]|品质|环境|面貌|风貌|关系|氛围|活力"
    "|[人户次场件总数体]量|数量|人数|人次|数目|规模|频[率次]|成功率|[一-鿿]率|收入|成本|时长|时间|得分|评分|案数|接案|结案|场次|起数|[一-鿿]感"
    # any other 度 with one or two characters before it, but for that of 大幅度, 程度 and 季度
    "|(?!大?幅|程|高|角|速|年|季|月|额|温|态|制)[一-鿿]度|[一-鿿](?!幅|程|高|角|速|年|季|月|额|温|态|制)[一-鿿]度|金额|总额"
    "|指标|投诉量?|信访量?|上访量?|纠纷量?|警情|发案[率数]|案件|矛盾|隐患|事故|队伍|善款|捐赠额?"
)
# With what earlier time it is compared: 比去年, 较上年同期, 与2021年相比.
THAN_BEFORE = rf"同比|(?:比|较|与|和|同){COMPARED_TIME}度?(?:同期|全年)?(?:相比)?，?"
# What stands between the gauge and the verb: 满意度|明显|提升, 人数|连续三年|上升, 参与人次|比去年|下降.
_ADVERB = (
    rf"{THAN_BEFORE}"
    r"|环比|连续[两三四五六七八九十\d]年|每年|明显|显著|大幅度?|大大|极大|稳步|逐[年步渐月季]|日[益渐]|持续|不断|连[年续]"
    r"|有效|普遍|整体|全面|进一步|双双?|同步|快速|迅速|较快|稳定|均|都|也|有所|已|正在?|得到了?|有了?|取得了?|实现了?|保持了?|呈(?:现出?)?"
    r"|(?:很大|较大|极大|明显|显著|大幅度?|不同程度|一定)的?|了|空前|较为|更加|更为|越来越"
)
# Verbs of rising and falling.
_RISE = (
    "上升|提升|提高|增长|增加|增强|递增|攀升|走高|扩大|壮大|改善|好转|拓宽|高涨|浓厚|增多|翻番|越来越[高强大多好浓旺]"
)
_FALL = "下降|减少|降低|减轻|缩短|递减|回落|锐减|下滑|越来越[少低]"
_VERB = f"{_RISE}|{_FALL}"
# What rises with the gauge: 获得感|、幸福感和安全感.
_MORE = r"(?:[、和与及](?:(?![、和与及])[一-鿿]){2,8}){0,4}"
# 居民满意度|明显|提升 · 投诉量|逐年|下降; not the plan 能力|提升|行动.
SUBJECT_FIRST = re.compile(
    rf"(?P<gauge>(?:{GAUGE}){_MORE})(?P<adverbs>(?:{_ADVERB}){{0,5}})(?P<verb>{_VERB})"
    r"(?!班|营|课|培训|行动|工程|计划|项目|活动|方案|年|专项|工作|类)(?:了|的?(?:趋势|态势|势头))?"
)
# Behind the number that rose or fell: 开展活动52场，|比上年|有所|增加; not 比上年增加3场.
BEHIND = re.compile(
    rf"(?<=[，、（场次人例件户元时分%个])(?:也|并|均|都)?(?P<adverbs>(?:{THAN_BEFORE})(?:{_ADVERB}){{0,3}})(?P<verb>{_VERB})(?:了|的?(?:趋势|态势|势头))?(?=[，。；、）\n]|$)"
)
# 有效|提升|了居民的归属感.
VERB_FIRST = re.compile(
    r"(?P<adverbs>(?:(?:明显|显著|大幅度?|大大|极大地?|有效|切实|不断|逐步|进一步)(?:地)?)*)"
    rf"(?P<verb>{_VERB})了"
    rf"(?P<object>[一-鿿“”、]{{0,16}}?(?:{GAUGE})(?:[、和与及](?:(?![、和与及])[一-鿿]){{0,6}}?(?:{GAUGE})){{0,3}})"
)
# The clause before a trend that is only aimed at: 为提升居民满意度 · 着力增强服务能力.
AIM = re.compile(
    r"(?:为了?|旨在|以期|以便|着力|努力|致力于?|力求|力争|要|需要?|如何|能够?|可以|有利于|有助于|希望|期望|推进|围绕|聚焦|针对|服务于|确保|难以|促进|目标)[一-鿿“”、]*$|(?:^|[，。；])[以为]"
)
# A word that the subject of a trend cannot contain, so that it begins after it: 使|居民的满意度提升, 2025年|活动场次.
SUBJECT_STOP = re.compile(
    r"(?:^|\d)[年月日](?!均|度)|是|由于|虽然|尽管|因为?|导致|造成|造就|等|^[的、]|使得?|让|令|促使|推动|带动|促进|实现|以及|并且?|同时|从而|进而|不仅|也|都|且|但|而|随着|通过|后|中|里|来|了|着|过|，"
)
# A figure right after the verb, which makes it no trend of its own: 提升|至96.2%, 增加|两成.
FIGURE_AFTER = re.compile(
    r"[一-鿿]{0,6}?[\d一二两三四五六七八九十百]+[多余\d.一二三四五六七八九十百千万]*(?:%|个|倍|成|人|件|起|名|户|元|分|次|番|家)|百分之|[一二两三四五六七八九]成|翻|过半"
)
# A gauge before another of which the same is said: 村民参与人数|、村民对社区服务|满意度都呈上升趋势.
FIRST_OF_TWO = re.compile(rf"(?P<gauge>[一-鿿]{{0,8}}(?:{GAUGE}))[、和与](?P<between>[一-鿿]{{0,14}})$")
NEAR = 4  # characters between two gauges that belong to the second: 活动场次、|参与|人次
BOTH = re.compile(r"[均都]|双双?|同步")
# An item of a list that names things to do: 能力提升|、智力支持等方面.
ITEM_OF_LIST = re.compile(r"、[^，。；\n]{1,24}?等(?:方面|领域|内容|工作|服务|功能|环节|需求)")

# One person's story, which is no trend of a community: 让|他|增加了胆量，增强了信心.
OF_ONE = re.compile(r"(?<!其)[他她](?!们|人)")


@dataclass(frozen=True)
class TrendSpan:
    """A trend from `start` to `end`; `verb` says which way where its own words do not."""

    start: int
    end: int
    verb: str = ""


def find_trends(passage: Passage, figures: TextSpans) -> Iterator[TrendSpan]:
    """Yield the trends that no figure in the same clause already quantifies; two gauges with one verb are two."""
    end = 0
    matches = [match for pattern in (SUBJECT_FIRST, BEHIND, VERB_FIRST) for match in pattern.finditer(passage.text)]
    for match in sorted(matches, key=lambda match: match.start()):
        clause = passage.clause(match.start())
        start = _subject_start(passage, match, clause) if "gauge" in match.groupdict() else match.start()
        if start >= end and _is_asserted(passage, match, clause, figures):
            end = match.end() - (1 if match[0].endswith("了") else 0)
            first = _first_of_two(passage, match, clause)
            yield from [first] if first else []
            begins = first and (first.end + 1 if match.start() - first.end <= NEAR else match.start())
            yield TrendSpan(begins or start, end)


def _first_of_two(passage: Passage, match: re.Match[str], clause: TextSpan) -> TrendSpan | None:
    """The gauge before the one matched where the verb is said of both: 参与人数|、满意度都呈上升趋势."""
    if "gauge" not in match.groupdict() or not BOTH.search(match["adverbs"]):
        return None
    begin = max(clause[0], match.start() - 36)
    first = FIRST_OF_TWO.search(passage.text, begin, match.start())
    if not first:
        return None
    stops = [stop.end() for stop in SUBJECT_STOP.finditer(first["gauge"])]
    return TrendSpan(first.start("gauge") + (stops[-1] if stops else 0), first.end("gauge"), match["verb"])


def is_rising(text: str) -> bool:
    """Return whether the words say more (参与人数上升) or less (投诉量下降)."""
    return not re.search(_FALL, text)


def _subject_start(passage: Passage, match: re.Match[str], clause: TextSpan) -> int:
    """Where the subject begins: at most ten characters before the gauge, after the last word that cannot belong to it: 使|居民的满意度."""
    before = passage.text[max(clause[0], match.start() - 10) : match.start()]
    stops = [stop.end() for stop in SUBJECT_STOP.finditer(before)]
    words = re.search(r"(?:(?![的、])[一-鿿“”][一-鿿“”、]*)?$", before[stops[-1] if stops else 0 :])
    return match.start() - len(words[0] if words else "")


def _is_asserted(passage: Passage, match: re.Match[str], clause: TextSpan, figures: TextSpans) -> bool:
    """Whether a trend is neither only aimed at, nor one person's, nor quantified by a figure after the verb or in its clause."""
    if AIM.search(passage.clause_before(match.start())) or FIGURE_AFTER.match(passage.text, match.end()):
        return False
    if OF_ONE.search(passage.text, passage.sentence(match.start())[0], match.start()):
        return False
    if not match["adverbs"] and ITEM_OF_LIST.match(passage.text, match.end()):
        return False
    return not figures.meet(max(clause[0], match.start() - 8), min(clause[1], match.end() + 40))
