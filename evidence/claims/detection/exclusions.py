"""Numbers that look like a figure and assert nothing: idioms, and quantities excluded for one of many reasons.

Each function `is_…` is one reason; figures that measure something else (thresholds, prices, spans of time) are in thresholds.
"""

import re
from collections.abc import Callable, Mapping

from evidence.claims.detection.passage import Passage, TextSpans, merge_spans
from evidence.claims.detection.quantities import Quantity
from evidence.claims.detection.thresholds import (
    is_demanded,
    is_denominator,
    is_limit,
    is_portion,
    is_price,
    is_scale,
    is_span_of_time,
    is_target,
    is_threshold,
)
from evidence.claims.detection.units import BARE_COUNTS

_DIGIT = "[一二两三四五六七八九十]"

# Sayings, greetings and family words: 十分用心, 一家三口, 千家万户.
SAYINGS = r"""
三番[五两]次 三餐 三五成群 五花八门 三天两头 三头六臂 一家[两三四五六七八]口 [三四]口之家 两口子 小两口 [一两三四五六七八九]世同堂 三个臭皮匠 三个和尚
一分一[秒毫] 一分钱 五脏六腑 七嘴八舌 十个指头 两手抓 两条腿 两头[跑堵难空] 三心二意 四个轮子 一举[两多]得 (?<!\d)万分(?!之) 十分(?![钟之]) 三分钟热 一百八十度 三百六十[行五]
四面八方 千[家门]万[户家] 百[家花]齐?[争放宴] 红十字 十字[路街] [一两三四]天[一两三四]夜 两人三足
"""
# Terms of policy and method that carry a number: 两个维护, 三支一扶, 五步工作法, 十八届三中全会, 15分钟生活圈.
POLICY_TERMS = rf"""
两个(?:维护|确立|结合|一百年|务必|毫不动摇|健康|责任) 三个(?:代表|务必|面向|文明) 四个(?:意识|自信|全面|伟大|服务|最严|善于) 五个(?:认同|必由|到位|统筹) 六个必须 十个明确
四项基本 八项规定 两项补贴 两免一补 门前三包 三支一扶 四套班子 {_DIGIT}单制 [三五]项机制 {_DIGIT}个一(?![个名位支]) {_DIGIT}[步字](?:工作)?[法诀] {_DIGIT}步走
{_DIGIT}{{1,2}}届{_DIGIT}中全会 {_DIGIT}、?{_DIGIT}?级 \d{{1,2}}对\d{{1,2}} [一二三四五六七八九十\d]{{1,3}}分钟?[一-鿿]{{0,5}}[圈图]
"""
# Names of places that begin with a number: 三元里街道, 五里墩社区, 三家村; 三条路 and 两座桥 are counts.
PLACE_NAME = (
    r"(?![一二两三四五六七八九十百]{1,4}(?:条(?:路|巷|胡同|街道)|座桥)(?!社区|村|街道|镇|乡))"
    r"[一二三四五六七八九十百千万]{1,4}[家户元里门台道间座条][渠湾集里沟庄子店岗塘桥巷营坡垸洼村坝河墩屯堡口街院山岭湖港井园岸甲]?"
    r"(?:社区(?!社会组织|食堂|基金|商[户家]|居民)|村(?!民|集体|干部)|街道|镇|乡|市(?!民)|县|区|路|巷|胡同|小区|苗寨|桥|站)"
)
# Times of day: 2时30分, 14:30, 三点十分.
CLOCK = r"\d{1,2}[时点:：]\d{1,2}分?|[一二三四五六七八九十]+[时点][一二三四五六七八九十]+分"
# What a web page counts of itself: 下载次数：60, 阅读量：1,208.
OF_A_PAGE = r"(?:下载|浏览|阅读|点击|访问)(?:次数|量|数)?：\d[\d,]*次?"

SAYING = re.compile("|".join(SAYINGS.split()))
IDIOM = re.compile("|".join([SAYING.pattern, *POLICY_TERMS.split(), PLACE_NAME, CLOCK, OF_A_PAGE]))

# What makes the number after it an ordinal or a code.
ORDINAL_BEFORE = re.compile(
    r"第[零一二三四五六七八九十百\d]*[、至到—-]?$"  # 第|二批, 第一至|三期
    r"|(?:星期|礼拜|农历|[^一-鿿\d][初]|排名|名列|位列|位居|居全\w{1,3}|编号|倒数|[NnVv][Oo]?\.?)$"  # 星期|三, No.|5
    r"|[A-Za-z]$"  # A|12
    r"|(?<=[^；。\n）])\d[.:：/]$|(?<=\d)[-—]$"  # 14:|30, 0931-|7654321
    r"|零下$"
)
# 前 as a rank: 前|10名; not the 前 of 目前, 以前, 面前, 婚前.
RANK_BEFORE = re.compile(r"(?<![目之以日此先当提眼面空生课会岗婚战饭产术餐])前$|排[在到]?前$")
# Nouns for the parts of a text or method, which are not counted: 两个|方面, 三个|阶段, 五|字诀.
ABSTRACT = re.compile(
    r"(?:大)?(?:方面|维度|层面|角度|阶段|步骤|关键|坚持|原则|强化|转变|注重|突出|聚焦|层次|环节|小时工作制|手抓|字(?!的)|字诀|着力点|立足|抓手|结合点)"
)
# Words before a number that does count buildings: 共有|12栋.
BUILDINGS_BEFORE = re.compile(r"[有共楼房造建及括辖护盖]$|楼栋$|涉及$")
# Words after it: 12栋|居民楼.
BUILDINGS_AFTER = re.compile(r"(?:居民|住宅|商品|高层|单元|宿舍|老旧)?(?:楼|建筑|房)")
# Where 一 is a count and no article: 每月|一次, 仅|一名, 各|一个.
ONE_COUNTS = re.compile(r"每(?:[一-鿿]{1,2}|个月)[^，。；]{0,8}$|(?:仅|只有|共计?|各|均为|至少)$")
# Units in which 每月一次 gives a rhythm.
RHYTHM = frozenset({"次", "场", "期", "节", "课"})
# The end of an item in a list: 心理咨询师一名|、.
LIST_END = re.compile(r"[、，；。,;）\n]|和|及|$")

Exclusion = Callable[[Passage, Quantity], bool]


def find_idioms(passage: Passage) -> TextSpans:
    """Return where words stand whose numbers count nothing."""
    return merge_spans(match.span() for match in IDIOM.finditer(passage.text))


def find_sayings(passage: Passage) -> TextSpans:
    """Return where those of them stand that are words of everyday speech, and no number to anybody."""
    return merge_spans(match.span() for match in SAYING.finditer(passage.text))


def is_uncounted(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it has neither measure word nor counted noun: a year, a hotline, an id, a list number."""
    return not quantity.unit


def is_ordinal(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it numbers a thing instead of counting: 第二批, 前10名, 项目二期."""
    before = passage.before(quantity.start, 8)
    if ORDINAL_BEFORE.search(before) or RANK_BEFORE.search(before):
        return True
    return (quantity.digits.text == "二" and quantity.unit not in ("人", "家")) or (
        quantity.digits.text in "一二三四"
        and quantity.unit == "期"
        and bool(re.search(r"项目$|工程$|小区$|花园$", before))
    )


def is_article(passage: Passage, quantity: Quantity) -> bool:
    """Return whether 一 is an article (一个社区): unless it ends a list item (心理咨询师一名), gives a rhythm (每月一次) or is qualified."""
    if (
        quantity.digits.text != "一"
        or quantity.qualifier != "exact"
        or quantity.unit in ("倍", "%")
        or quantity.qualifier_word
    ):
        return False
    before = passage.before(quantity.start, 12)
    if ONE_COUNTS.search(before) and (quantity.unit in RHYTHM or "每" not in before):
        return False
    return quantity.digits.low != 1.5 and not (
        LIST_END.match(passage.text, quantity.end)
        and re.search(r"[一-鿿”]{2}$", before)
        and quantity.is_unit_written
        and _is_enumerated(passage, quantity)
    )


def is_rhetorical(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is round and bare, a figure of speech: 百场宣讲, 万人签名; 百名, 千万人次 and 上百人 count."""
    if quantity.unit == "元" and not quantity.is_unit_written:
        return False
    return (
        quantity.digits.is_bare
        and quantity.qualifier == "exact"
        and not quantity.digits.mark
        and not (quantity.unit in BARE_COUNTS and quantity.is_unit_written)
    )


def is_counting_shares(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it counts shares (三个 in 三个百分百), which are the claim themselves."""
    return quantity.unit == "个" and passage.text.startswith("百分百", quantity.end)


def is_abstract(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it counts the parts of a text or method, not things: 两个方面, 三个阶段."""
    return (
        quantity.unit in ("个", "条", "项", "大")
        and quantity.qualifier == "exact"
        and bool(ABSTRACT.match(passage.text, quantity.end))
    )


def is_named(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it stands in a title or in a short quotation that is a name: “五个一”; a share or a qualified figure stays."""
    if passage.titles.around(quantity.start, quantity.end):
        return True
    quotation = passage.quotations.around(quantity.start, quantity.end)
    if not quotation or quantity.unit == "%" or quantity.qualifier in ("over", "under", "about"):
        return False
    inside = passage.text[quotation[0] + 1 : quotation[1] - 1]
    return "+" in inside or (len(inside) <= 12 and not re.search(r"[，。！？；、]", inside))


def is_address(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it says which building (12栋居民), unless the words beside it count buildings."""
    return (
        quantity.unit in ("栋", "幢")
        and not quantity.digits.mark
        and quantity.digits.text.isdigit()
        and not BUILDINGS_BEFORE.search(passage.before(quantity.start, 6))
        and not BUILDINGS_AFTER.match(passage.text, quantity.end)
    )


def is_family(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is someone's family, not a count: 慰问了邸叔叔一家。"""
    return quantity.digits.text == "一" and quantity.unit == "家" and bool(LIST_END.match(passage.text, quantity.end))


def is_furniture(passage: Passage, quantity: Quantity) -> bool:
    """Return whether it is all its line has, under a line without words: the 0% of a page's buttons."""
    start = passage.paragraph_start(quantity.start)
    line = passage.text[start : passage.line_end(quantity.end)].strip()
    above = passage.text[passage.paragraph_start(max(start - 1, 0)) : start]
    return line == passage.text[quantity.start : quantity.end] and not re.search("[一-鿿]", above)


# Each reason with what a reader is told of the number.
EXCLUSIONS: Mapping[Exclusion, str] = {
    is_uncounted: "没有计数的单位（如年龄、号码、等级）",
    is_ordinal: "是序号、名次或期次",
    is_article: "“一”在这里不是计数",
    is_rhetorical: "是“百场”“万人”一类的说法",
    is_counting_shares: "数的是后面的百分百",
    is_abstract: "数的是方面、阶段、步骤",
    is_named: "在书名号或引号的名称里",
    is_span_of_time: "是时间的长短",
    is_address: "是楼栋",
    is_family: "是一家人",
    is_furniture: "单独成行，没有说是什么",
    is_threshold: "是分档的界限",
    is_denominator: "是“每……”里的数",
    is_target: "是协议、目标或指标值",
    is_price: "是单价",
    is_portion: "是分几次，或不等的数",
    is_scale: "是满分或分制",
    is_demanded: "是要求，没有写做到了多少",
    is_limit: "是规定的上限，没有写时期或做到了多少",
}


def exclusion_reason(passage: Passage, quantity: Quantity) -> str:
    """Return why a quantity is no figure, for a reader; "" for one that is."""
    return next((words for applies, words in EXCLUSIONS.items() if applies(passage, quantity)), "")


def _is_enumerated(passage: Passage, quantity: Quantity) -> bool:
    """Whether the noun before is a thing or a person, not a verb: 服务手册一本, but not 见了一面."""
    return not re.search(
        r"[了着过是的这那每第另同某在到有为]$|[\d一二两三四五六七八九十百千万多余][一-鿿]{1,2}$",
        passage.before(quantity.start, 4),
    )
