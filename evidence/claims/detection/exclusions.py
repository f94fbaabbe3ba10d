"""What looks like a figure and is no claim: each function is one reason."""

import re
from collections.abc import Callable, Sequence

from evidence.claims.detection.passage import Passage
from evidence.claims.detection.quantities import Quantity
from evidence.claims.detection.thresholds import (
    is_demanded,
    is_denominator,
    is_portion,
    is_price,
    is_scale,
    is_span_of_time,
    is_target,
    is_threshold,
)
from evidence.claims.detection.units import BARE_COUNTS

ORDINAL_BEFORE = re.compile(
    r"第[零一二三四五六七八九十百\d]*[、至到—-]?$|(?:星期|礼拜|农历|[^一-鿿\d][初]|排名|名列|位列|位居|居全\w{1,3}|专业|编号|倒数|[NnVv][Oo]?\.?)$|[A-Za-z]$|(?<=[^；。\n）])\d[.:：/]$|(?<=\d)[-—]$|零下$"
)
RANK_BEFORE = re.compile(r"(?<![目之以日此先当提眼面空生课会岗婚战饭产术餐])前$|排[在到]?前$")
ABSTRACT = re.compile(
    r"(?:大)?(?:方面|维度|层面|角度|阶段|步骤|关键|坚持|原则|强化|转变|注重|突出|聚焦|层次|环节|小时工作制|手抓|字(?!的)|字诀|着力点|立足|抓手|结合点)"
)
BUILDINGS_BEFORE = re.compile(r"[有共楼房造建及括辖护盖]$|楼栋$|涉及$")
BUILDINGS_AFTER = re.compile(r"(?:居民|住宅|商品|高层|单元|宿舍|老旧)?(?:楼|建筑|房)")
ONE_COUNTS = re.compile(r"每(?:[一-鿿]{1,2}|个月)[^，。；]{0,8}$|(?:仅|只有|共计?|各|均为|至少)$")
RHYTHM = frozenset({"次", "场", "期", "节", "课"})
LIST_END = re.compile(r"[、，；。,;）\n]|和|及|$")

Refusal = Callable[[Passage, Quantity], bool]


def is_uncounted(passage: Passage, quantity: Quantity) -> bool:
    """A number without measure word or counted noun: years, hotlines, ids, list numbers."""
    return not quantity.unit


def is_ordinal(passage: Passage, quantity: Quantity) -> bool:
    before = passage.before(quantity.start, 8)
    if ORDINAL_BEFORE.search(before) or RANK_BEFORE.search(before):
        return True
    return (quantity.digits.text == "二" and quantity.unit not in ("人", "家")) or (
        quantity.digits.text in "一二三四"
        and quantity.unit == "期"
        and bool(re.search(r"项目$|工程$|小区$|花园$", before))
    )


def is_article(passage: Passage, quantity: Quantity) -> bool:
    """一个社区: 一 is an article unless it ends a list item (心理咨询师一名), gives a rhythm (每月一次) or is qualified (一个多小时)."""
    if quantity.digits.text != "一" or quantity.sense != "exact" or quantity.unit in ("倍", "%") or quantity.word:
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
    """百场宣讲, 万人签名: round and bare, a figure of speech; 百名, 千万人次 and 上百人 count."""
    if quantity.unit == "元" and not quantity.is_unit_written:
        return False
    return (
        quantity.digits.is_bare
        and quantity.sense == "exact"
        and not quantity.digits.mark
        and not (quantity.unit in BARE_COUNTS and quantity.is_unit_written)
    )


def is_counting_shares(passage: Passage, quantity: Quantity) -> bool:
    """三个 in 三个百分百: the share is the claim."""
    return quantity.unit == "个" and passage.text.startswith("百分百", quantity.end)


def is_abstract(passage: Passage, quantity: Quantity) -> bool:
    """两个方面, 三个阶段: the joints of a text, not things counted."""
    return (
        quantity.unit in ("个", "条", "项", "大")
        and quantity.sense == "exact"
        and bool(ABSTRACT.match(passage.text, quantity.end))
    )


def is_named(passage: Passage, quantity: Quantity) -> bool:
    """In a title, or in a short quotation that is a name: “五个一”, “15分钟生活圈”; a share or a qualified figure in quotes stays."""
    if passage.titles.around(quantity.start, quantity.end):
        return True
    quoted = passage.quotations.around(quantity.start, quantity.end)
    if not quoted or quantity.unit == "%" or quantity.sense in ("over", "under", "about"):
        return False
    inside = passage.text[quoted[0] + 1 : quoted[1] - 1]
    return "+" in inside or (len(inside) <= 12 and not re.search(r"[，。！？；、]", inside))


def is_address(passage: Passage, quantity: Quantity) -> bool:
    """12栋 in 12栋居民: which building, unless the words before count buildings."""
    return (
        quantity.unit in ("栋", "幢")
        and not quantity.digits.mark
        and quantity.digits.text.isdigit()
        and not BUILDINGS_BEFORE.search(passage.before(quantity.start, 6))
        and not BUILDINGS_AFTER.match(passage.text, quantity.end)
    )


REFUSALS: Sequence[Refusal] = (
    is_uncounted,
    is_ordinal,
    is_article,
    is_rhetorical,
    is_counting_shares,
    is_abstract,
    is_named,
    is_span_of_time,
    is_address,
    is_threshold,
    is_denominator,
    is_target,
    is_price,
    is_portion,
    is_scale,
    is_demanded,
)


def is_refused(passage: Passage, quantity: Quantity) -> bool:
    """True when any reason applies."""
    return any(refuse(passage, quantity) for refuse in REFUSALS)


def _is_enumerated(passage: Passage, quantity: Quantity) -> bool:
    """The noun before is a thing or a person, not a verb: 服务手册一本, but not 见了一面."""
    return not re.search(
        r"[了着过是的这那每第另同某在到有为]$|[\d一二两三四五六七八九十百千万多余][一-鿿]{1,2}$",
        passage.before(quantity.start, 4),
    )
