"""Reasons to exclude a figure that measures something else: spans of time, thresholds, targets, prices, scales."""

import re

from evidence.claims.detection.passage import Passage
from evidence.claims.detection.quantities import Quantity
from evidence.claims.detection.units import DURATION

# What follows hours and minutes that say when, not how much.
TIME_AFTER = re.compile(
    r"(?:之|以)?内|里(?!程)|(?:之|以)?[后前](?!来)|来(?!自|了|到|访)|以来|间(?!隔)|制|如一日"  # 10分钟|内, 三天|前
    r"|无休|不打烊|热线|值班|值守|在线|开放|营业|自助|核酸"  # 24小时|值班
    r"|历史|期|的?生活圈|[一-鿿]{0,5}圈|车程|路程|小时|时间里"
)
# What stands before an agreed number: （协议|12例, 指标值|90%.
TARGET_BEFORE = re.compile(r"(?:[（(，、]|^)(?:协议|合同|计划)[为：:]?$|(?:指标|目标|标准)值[为：:]?$")
# The same where what was reached follows: 小组指标|8个|，实际完成9个.
AIM_BEFORE = re.compile(r"(?<!完成)(?:指标|任务)[数量]?[为：:]?$")
REACHED_AFTER = re.compile(r"[，；、（(]?(?:实际|已)?完成|[，；、（(]?实际")
# Words that something was done, so that 不少于 is no demand: 已服务|不少于500人.
ACHIEVED = re.compile(
    r"[已了共]|累计|完成|开展|举办|价值|整合|链接|投入|募|筹|服务(?!对象|期)|达|实际|走访|谈话|召开|接案|结案|办结|受理|每[年季月][^，。；]{0,10}均"
)
# Words of a demand, whatever was done elsewhere: 社区|需|筹集不低于3000元的启动资金.
DEMANDED = re.compile(r"(?:需要?|须|应当?|至少要|要求|规定)(?!求|该)[^，。；]{0,8}$")
# A qualifier that sets an upper limit: 不超过|3000元.
CEILING = re.compile(r"不超过?|不高于|不多于|至多|最多|顶多")
# Words of what a limit is set for: |单次|救助金额不超过3000元, |每户|至多2次.
LIMITED = re.compile(r"单[次个项户笔场]|每一?[次人名位户家个项笔场件只条]|[一两三半]年内|同一|一次性|任期|连任")
# Words that a time is over or running, of which a number may be reported: |2025年|活动不超过264场, |截至|5月.
TIME_NAMED = re.compile(r"(?:20\d\d|[去今上本当全])年|[上下]半年|季度|[上本当\d]月|截[至止]|目前|以来")
# What follows the bound of a class: 10万元以上|的单位, 90分以上|为优秀.
THRESHOLD_AFTER = re.compile(r"的?(?:单位|个人|企业|家庭|对象|给予|予以|可|者(?!的)|不计|为优秀|为合格|起报)")
# What follows the bound of those that are counted then: 超过1500小时|的志愿者有8位.
COUNTED_ABOVE = re.compile(r"的(?:[一-鿿“”]{1,10}?(?:[共已]?有|共|达)?|有)\d")
# The same bound without a word for more: 累计达到|30小时|的有140人.
BOUND_BEFORE = re.compile(r"(?:达到?|满|超过?)$")
TIMED = frozenset({"小时", "天", "分钟", "秒", "个工作日"})
# What stands before a length of time.
TIME_BEFORE = re.compile(
    r"(?:上线|开业|运行|启动|成立|创办|开办|投用|运营)了?$"  # 上线|3天
    r"|[示工务同任会效用质约行办理]期[为限约]?：?$"  # 服务期|30天
    r"|[步车]行约?$|[×xX*]$|连续$|过去$|这$|那$|头$|近$"
)
# What ends a clause after a length of time that is the point itself: 成立9年多|，.
CLAUSE_CLOSED = re.compile(r"[，。；！？、）\n]|了|$")
# Round the clock, all year, a working day: 24小时, 365天, 8小时.
ALWAYS_ON = frozenset({(24.0, "小时"), (365.0, "天"), (7.0, "天"), (360.0, "天"), (8.0, "小时")})
# What makes even such a number a figure: 人均服务时间为|8小时.
LENGTH_NAMED = re.compile(r"(?:(?:服务|志愿)(?:时间|时长|总?时数)|[人年月]均(?:参与)?志愿服务)(?:为|达到?|共|：)?$")


def is_span_of_time(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it says when, not how much: 三年来, 10分钟内, 连续五年; 成立9年多, 长达5年 and 36小时 count."""
    after = passage.text[quantity.end : quantity.end + 8]
    is_unqualified = quantity.qualifier == "exact" and not quantity.qualifier_word
    if quantity.unit == "个" and after.startswith(("季度", "半年", "年度")):
        return True
    if quantity.unit in DURATION:
        is_the_point = CLAUSE_CLOSED.match(after) and not _opens_clause(passage, quantity)
        return is_unqualified or quantity.qualifier == "range" or not is_the_point
    if quantity.unit not in TIMED:
        return False
    if quantity.unit == "个工作日" or quantity.qualifier_word in ("以内", "之内") or TIME_AFTER.match(after):
        return True
    if LENGTH_NAMED.search(passage.before(quantity.start, 8)):
        return False
    return is_unqualified and (
        (quantity.digits.low, quantity.unit) in ALWAYS_ON or bool(TIME_BEFORE.search(passage.before(quantity.start, 4)))
    )


def is_threshold(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is the bound of a class: 捐款10万元以上的单位; 九成以上的居民 stays."""
    if quantity.unit == "%":
        return False
    is_bound = (
        quantity.qualifier in ("over", "under") and quantity.qualifier_word in ("以上", "以下", "以内", "之内")
    ) or (
        quantity.qualifier == "over"
        and re.match(r"超过|不足|低于|高于", quantity.qualifier_word) is not None
        and quantity.qualifier_word != "超"
    )
    after = passage.text[quantity.end : quantity.end + 14]
    is_reached = quantity.qualifier_word in ("达", "达到") or BOUND_BEFORE.search(passage.before(quantity.start, 2))
    if is_reached and COUNTED_ABOVE.match(after):
        return True
    if quantity.qualifier == "under" and quantity.low is None and after.startswith("的"):
        return True  # 不足5人的小组, 不超过30人的小班课
    return is_bound and (
        (after.startswith("的") and quantity.qualifier_word in ("以上", "以下", "以内"))
        or bool(THRESHOLD_AFTER.match(after) or COUNTED_ABOVE.match(after))
    )


def is_denominator(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is the per of a rate, not a count: 每300户配一名网格员, 每两周一次."""
    return passage.before(quantity.start, 1) == "每" and quantity.unit != "%"


def is_target(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it was agreed, beside what was reached: 协议12例, 指标值≥90%."""
    before, after = passage.before(quantity.start, 5), passage.text[quantity.end : quantity.end + 4]
    return bool(TARGET_BEFORE.search(before) or (AIM_BEFORE.search(before) and REACHED_AFTER.match(after)))


def is_price(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is what one thing costs: 八元一份."""
    return quantity.unit == "元" and bool(
        re.match("一[份顿位人餐斤次张]", passage.text[quantity.end : quantity.end + 2])
    )


def is_portion(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it says how something is cut up: 分两批, 分三步, 100—300元不等."""
    if passage.text.startswith("不等", quantity.end):
        return True
    return quantity.unit in ("批", "笔", "期", "步", "路", "次") and passage.before(quantity.start, 1) == "分"


def is_scale(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it says how a score is built, not a score: 满分40分, 5分制."""
    return quantity.unit == "分" and (
        passage.before(quantity.start, 2) == "满分" or passage.text.startswith("制", quantity.end)
    )


def is_demanded(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is a demand: a limit without a word of what was done, 服务对象不少于500人."""
    if not re.match("不[少低]于", quantity.qualifier_word):
        return False
    start, end = passage.clause(quantity.start)
    if DEMANDED.search(passage.text, start, quantity.start):
        return True
    return not ACHIEVED.search(passage.text, max(start, quantity.start - 40), end)


def is_limit(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is the most that a rule allows: 每项资助不超过3万元; 2025年接案不超过108例 and 共接案不超过108例 report."""
    if not CEILING.match(quantity.qualifier_word) or quantity.unit == "%":
        return False
    start, end = passage.clause(quantity.start)
    if LIMITED.search(passage.text, start, end) or DEMANDED.search(passage.text, start, quantity.start):
        return True
    is_dated = TIME_NAMED.search(passage.text, passage.sentence(start)[0], quantity.start)
    return not (is_dated or ACHIEVED.search(passage.text, max(start, quantity.start - 40), end))


def _opens_clause(passage: Passage, quantity: Quantity) -> bool:
    return quantity.qualifier == "under" and quantity.start == passage.clause(quantity.start)[0]
