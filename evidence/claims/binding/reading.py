"""Reads of which indicator a claim speaks: one, one of two, one close to what it counts, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.claims.binding.candidates import PEOPLE_RATES, Candidate, candidates, has_open_beginning, is_stock
from evidence.claims.binding.clauses import ClauseWording, wordings_close_in
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.other_figures import is_of_other_people, is_of_others, whose_it_may_be
from evidence.claims.binding.vocabulary import NOTHING
from evidence.claims.detection.claim import Claim
from indicators.engine import catalogue

# By how much the words for an indicator must beat those for something close to it: 走访服务对象300人次 are visits, not 服务300人次.
MARGIN = 1.0
# How little two indicators may differ for the words to fit both: less than what a window tips the scale by.
TIE = 0.15
# The same where no window can tip it: the same words are those of both, 完成个案22个 were taken on or closed.
ALIKE = 1e-6
# A part of the people that records do not tell apart, right before what they did: 60岁以上|老人参与, 女性|志愿者服务, 党员|参与.
OF_SOME_PEOPLE = re.compile(
    r"(?P<part>\d{2}(?:周?岁|[-—–至到]\d{2}周?岁)(?:及?以[上下])?|[男女]性|妇女|党员|退役军人|残疾人|残障人士|未成年人|外来人口|流动人口|少数民族)"
    r"(?!活动室?|之家|协会|联合会|中心|食堂|服务|志愿|队|节|日|会)[一-鿿]{0,12}$|(?P<volunteers>[男女]性|党员|青年|老年|学生)志愿者[一-鿿]{0,10}$"
)
SOME_PEOPLE = "其中一部分人"
# Volunteers who came to serve, where attendances are those of residents: |志愿者参与服务|144人次; not 志愿者带动居民参与.
OF_VOLUNTEERS = re.compile(
    r"志愿者(?:们|队伍?)?(?:累计|总计|共计?|先后|主动|积极|踊跃|已|，)*(?:(?:参[与加]|投入|出动|上岗|到岗|提供|开展)[^居村群，、]{0,8})?$"
)
# Those who came, of several kinds of people, are all of none of them: 居民骨干和社区工作人员|60余人|参加了活动.
OF_SEVERAL_KINDS = re.compile(r"[、和与及][一-鿿]{2,8}等?$")
WHO_CAME = re.compile(r"(?:共同|一同|一起)?(?:参加|参与|出席|到场|到会|观看|齐聚)")
# Volunteers who came that day, not all there are: 12位|青年志愿者来到安置点, 860名|大学生志愿者走进办学点.
VOLUNTEERS_CAME = re.compile(
    r"[一-鿿]{0,8}?(?:志愿者|义工)们?(?:[来赶]到|走[进上]|前往|上门|深入|带着|冒着|齐聚|给|帮)"
)
# A number of each, which is none of all of them: |人均开展志愿服务时数：36小时.
OF_EACH = re.compile(r"人均|平均每人|每人平均")
# The same by all who live there, and not by those who served: |居民人均|志愿服务11.6小时.
BY_RESIDENTS = re.compile(r"(?:居民|村民|常住人口|户籍人口)(?:人均|平均每人)")
# Money and what goods are worth in one sum, of which cash is a part: 募集|款物|合计3万元, 善款和物资|; not 善款3万元和物资1万元.
BOTH_KINDS = re.compile(
    r"款物|(?:善款|资金|现金|款项|捐款|爱心款)(?:、|和|与|以?及)(?:爱心|捐赠)?物[资品]|物[资品](?:、|和|与|以?及)(?:善款|资金|现金|款项|捐款)|[含连]物资"
)
OF_GIFTS = frozenset({"cash_received", "goods_value"})
# What was spent of what came in, in a time with a beginning, and not all since the first record: 善款支出|占|到账现金的83.3%.
ALL_OF_IT = 100.0
# For what a part of the money was spent, which is no share of all that was: 四分之三的善款|用于助学, 75%|投入养老.
OF_A_PURPOSE = re.compile(r"用[于在作做来]|投入|投向")
SPENT_OF_RECEIVED = re.compile(r"占")
# A share of what came in, and words of using it: 微信捐款|占|全部捐款两成; 善款|支出|占到账的83.3%.
SHARE_OF = re.compile(r"占[^，。；]*(?:捐|到账|善款|收入|募集)")
SPENDING = re.compile(r"支出|使用|用于|花|投入")
# Communities are counted, and nothing recorded of them: 6个|社区|的场均人次相差不大.
COMMUNITIES = re.compile(r"(?:社区|村)(?:的|$|驻点|试点|[设建推覆])")
# From where to where the numbers of several communities reach, which is none of all together: 6个社区的志愿服务队（|3–10支|）.
REACH_OF_COMMUNITIES = re.compile(r"(?:社区|村)的[^，。；]{2,20}（$")
COUNTS_OF_PEOPLE = frozenset({"人", "人次", "名", "位", "小时", "例"})
# Whom money reached, where nothing else was told of meanwhile: 使用善款4万元，惠及|460人次.
REACHED = re.compile(r"惠及|受益|受惠")
OF_MONEY = re.compile(r"(?:善款|资金|基金)(?!.*(?:活动|参[与加]|服务))")


@dataclass(frozen=True)
class ClaimReading:
    """The indicator a claim speaks of, "" for none; `is_named` tells whether its words name anything, be it not recorded.

    `but` says what the claim counts where that is not quite what the indicator counts, `other` is a second indicator that the
    words fit as well.
    """

    indicator: str = ""
    but: str = ""
    other: str = ""
    is_named: bool = True


def read_claim(claim: Claim, context: ClaimContext) -> ClaimReading:
    """Return the indicator that the words and the unit of a claim speak of, else one that is close to it."""
    if not claim.is_trend and (is_of_others(claim, context) or COMMUNITIES.match(context.right)):
        return ClaimReading()
    ranked = candidates(claim, context)
    if _tells_who_came(context):
        ranked = [candidate for candidate in ranked if not is_stock(candidate.indicator)]
    if claim.unit == "小时" and OF_EACH.search(context.lead + context.left):
        ranked = [candidate for candidate in ranked if _is_ratio(candidate.indicator)]
    best = ranked[0] if ranked else Candidate(NOTHING, 0)
    if is_of_other_people(best.indicator, context) or _is_share_of_income(claim, context, best):
        return ClaimReading()
    close = _closest(claim, context)
    if close and _is_closer(close, best):
        return ClaimReading(close[1].indicator, close[1].but)
    but = (
        _by_residents(context, best)
        or _part_of_people(claim, context, best)
        or _reach(claim, context)
        or _other_money(claim, context, best)
        or _somebody_elses(claim, context, best)
    )
    return ClaimReading(best.indicator, but, _tied(claim, ranked) or _reached_by_money(context, best), bool(ranked))


def _tells_who_came(context: ClaimContext) -> bool:
    """Whether people are counted who came that day, and not all there are."""
    after = context.right or context.rest
    is_of_several = OF_SEVERAL_KINDS.search(context.left) and WHO_CAME.match(after)
    return bool(is_of_several or VOLUNTEERS_CAME.match(after))


def _is_ratio(indicator: str) -> bool:
    """Whether an indicator divides, as what each has does; so may what is not recorded."""
    return indicator == NOTHING or catalogue()[indicator].denominator is not None


def _part_of_people(claim: Claim, context: ClaimContext, best: Candidate) -> str:
    """Return that a number counts some people only, where its indicator counts all of them: 女性志愿者服务|800小时; else nothing."""
    if best.indicator == "attendances" and OF_VOLUNTEERS.search(context.lead + context.left):
        return "志愿者来服务的人次"
    match = OF_SOME_PEOPLE.search(context.left) if claim.unit in COUNTS_OF_PEOPLE and best.indicator else None
    part = match and (match["part"] or match["volunteers"])
    is_own = part and any(part in words for words in _words_of(best.indicator))
    return f"{SOME_PEOPLE}（{part}）的数" if part and not is_own else ""


def _by_residents(context: ClaimContext, best: Candidate) -> str:
    """Return that a mean is by all residents, where its indicator divides by those who served; else nothing."""
    is_by_residents = best.indicator == "hours_per_volunteer" and BY_RESIDENTS.search(context.lead + context.left)
    return "按全部居民平均的数" if is_by_residents else ""


def _reach(claim: Claim, context: ClaimContext) -> str:
    """Return that a range is of what several communities have each; else nothing."""
    is_reach = claim.qualifier == "range" and REACH_OF_COMMUNITIES.search(context.earlier + context.left)
    return "各社区从少到多的数" if is_reach else ""


def _somebody_elses(claim: Claim, context: ClaimContext, best: Candidate) -> str:
    """Return that a number may be that of another body or person named in its sentence; else nothing."""
    whose = whose_it_may_be(claim, context) if best.indicator and not claim.is_trend else ""
    return f"可能属于同一句里“{whose}”的数" if whose else ""


def _is_share_of_income(claim: Claim, context: ClaimContext, best: Candidate) -> bool:
    """Whether a share is one of what came in, by where it came from, and no use of it: 个人捐款|占|到账现金的47%."""
    clause = context.lead + context.left
    is_share = best.indicator == "use_ratio" and claim.unit == "%" and SHARE_OF.search(clause)
    return bool(is_share) and not SPENDING.search(clause)


def _other_money(claim: Claim, context: ClaimContext, best: Candidate) -> str:
    """Return what a sum or share of money counts where its indicator counts only cash, only goods, or all since the first record."""
    if best.indicator in OF_GIFTS and BOTH_KINDS.search(f"{context.left}|{context.right}"):
        return "现金和物资合在一起的数"
    if best.indicator == "use_ratio" and claim.value != ALL_OF_IT and OF_A_PURPOSE.search(context.right + context.rest):
        return "用于其中一种用途的比例"
    is_of_period = best.indicator == "use_ratio" and claim.window is not None and not has_open_beginning(claim)
    is_share = is_of_period and SPENT_OF_RECEIVED.search(context.lead + context.left)
    return "这段时期的支出占同期到账的比例" if is_share else ""


def _words_of(id: str) -> tuple[str, ...]:
    """Return the names by which drafts speak of an indicator, and the nouns of its wordings."""
    indicator = catalogue()[id]
    return (indicator.label, *indicator.aliases, *(wording.nouns for wording in indicator.wordings))


def _is_closer(close: tuple[float, ClauseWording], best: Candidate) -> bool:
    """Whether the words fit what is close to an indicator better than the best indicator itself.

    Of the same indicator they must say more: 参与培训300人次 are of some activities, 参与300人次 of all.
    """
    score, wording = close
    if best.indicator == NOTHING:
        return True
    return score > best.score if wording.indicator == best.indicator else score + MARGIN > best.score


def _tied(claim: Claim, ranked: Sequence[Candidate]) -> str:
    """A second indicator of the same words, where only a window could decide: 2022年志愿者300人, on record or active that year."""
    if claim.is_trend or len(ranked) < 2 or not ranked[0].indicator:
        return ""
    first, second = ranked[:2]
    room = ALIKE if has_open_beginning(claim) else TIE
    return second.indicator if second.indicator and first.score - second.score < room else ""


def _reached_by_money(context: ClaimContext, best: Candidate) -> str:
    """A second reading as those whom money reached, where 惠及 stands behind it, beside those who came to activities."""
    is_of_money = REACHED.search(context.left) and OF_MONEY.search(f"{context.earlier}{context.lead}{context.left}")
    return "people_helped" if best.indicator == "attendances" and is_of_money else ""


def _closest(claim: Claim, context: ClaimContext) -> tuple[float, ClauseWording] | None:
    """The best fitting wording that counts something close to its indicator, with how well it fits."""
    if claim.is_trend or claim.rate in PEOPLE_RATES:
        return None
    wordings = wordings_close_in(claim.unit)
    if VOLUNTEERS_CAME.match(context.right or context.rest):
        wordings = tuple(wording for wording in wordings if not is_stock(wording.indicator))
    scored = [(score, wording) for wording in wordings if (score := wording.score(context)) > 0]
    return max(scored, key=lambda entry: entry[0], default=None)
