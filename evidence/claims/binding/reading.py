"""Reads of which indicator a claim speaks: one, one of two, one close to what it counts, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.claims.binding.candidates import PEOPLE_RATES, Candidate, candidates, has_open_beginning, is_stock
from evidence.claims.binding.clauses import ClauseWording, wordings_close_in
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.vocabulary import NOTHING, REGISTER
from evidence.claims.detection.claim import Claim
from indicators.engine import catalogue

# By how much the words for an indicator must beat those for something close to it: 走访服务对象300人次 are visits, not 服务300人次.
MARGIN = 1.0
# How little two indicators may differ for the words to fit both: less than what a window tips the scale by.
TIE = 0.15
# The same where no window can tip it: the same words are those of both, 完成个案22个 were taken on or closed.
ALIKE = 1e-6
# A figure of the beginning of a story, which no record of today is held against: 由最初的|两位志愿者.
BEGINNING = re.compile(r"(?:最初|起初|当初|[成创建组]\w之初|刚[成创]立时)的?$")
# A figure of the country or a province, told as background: 全国|注册志愿者超过2亿人.
OF_ALL = re.compile(r"全国(?!性|最|优|文明|和谐|示范|百)|我国|全省(?!最|优|示范)|我省|全球")
# Money of the public purse, which is no gift and no fund's spending: 县|财政|资助110万元, |民政局|筹资28万元; not 民政局指导下募集5万元.
OF_THE_PURSE = re.compile(
    r"(?:财政|民政局|公益金|政府|党工委|街道办(?:事处)?)[^，、和与]{0,4}(?:资助|投入|出资|投资|列支|拨付|[下划]拨|安排|补助|支出|筹[资措集])"
    r"|列支[^，]{0,6}公益金|上级(?:补助|专项)?资金|预算|低保金|救济金|临时救助金|高龄津贴|(?:投入|争取|安排)[^，]{0,4}财政"
)
# Money of the owners of a housing estate, or of a building project: 业委会公布|公共收益18万元，维修支出9万元; 总投资80万元，|居民自筹3万元.
OF_OWNERS = re.compile(r"业委会|业主大会|公共收益|维修(?:资金|基金)|物业费|总投资(?!.*(?:基金|善款|捐))")
# Money of a whole agency, of which the fund of a community is no part: 机构财务显示，|总收入386万元.
OF_AN_AGENCY = re.compile(r"(?:机构|本?中心|协会|公司|总社)(?:的?财务|[^，、]{0,6}总[收支])")
# A housing estate is a part of its community: 杏园小区|共有938户居民; not 辖区有11个小区，共有938户.
OF_AN_ESTATE = re.compile(r"小区(?:是|[共现]?有|为|始?建[于成]|内)")
# What a text gives names to itself, so that a list before the number is what it counts: 慈善驿站、乡伴学堂、流动益集三个|板块.
NAMED_WORK = re.compile(r"(?:[一-鿿]{0,4})(?:板块|平台|系列|体系|主线|品牌|集市|基地|环节)")
# Those who gave are no attendances: 发动3万人次参与，共|募集资金5万元; not 募捐活动吸引居民3万人次.
OF_GIVING = re.compile(r"(?:募集|筹集|募得|筹得)(?:善款|资金|款物|爱心款)|捐款捐物|参与捐|筹款")
BY_TAKING_PART = re.compile(r"发动|动员|捐[款赠]?共?有?$|^[，、累计共有]*$")
# A figure of an organisation's work in a whole city, said beside those of one community: 在全市承接|近20个服务项目.
IN_A_WIDER_AREA = re.compile(r"在(全国|全省|全市|全区|全县|全街道|全镇)(?=承接|承担|运营|实施|执行|管理|设有|拥有)")
# A figure of one person's story: 五年来，|她|累计服务4600小时.
OF_ONE = re.compile(r"(?<!其)[她他](?!们|人)|本人|个人(?=累计|志愿)")
# The same by what the person is called, for what one person has: 志愿者王|阿姨|八年来累计服务2600小时.
OF_ONE_NAMED = re.compile(r"我的积分|[一-鿿](?:阿姨|大爷|大妈|大叔|奶奶|爷爷|叔叔|女士|先生)(?!们|等)")
# A part of the people that records do not tell apart, right before what they did: 60岁以上|老人参与, 女性|志愿者服务, 党员|参与.
OF_SOME_PEOPLE = re.compile(
    r"(?P<part>\d{2}(?:周?岁|[-—–至到]\d{2}周?岁)(?:及?以[上下])?|[男女]性|妇女|党员|退役军人|残疾人|残障人士|未成年人|外来人口|流动人口|少数民族)"
    r"(?!活动室?|之家|协会|联合会|中心|食堂|服务|志愿|队|节|日|会)[一-鿿]{0,12}$|(?P<volunteers>[男女]性|党员|青年|老年|学生)志愿者[一-鿿]{0,10}$"
)
# Volunteers who came to serve, where attendances are those of residents: |志愿者参与服务|144人次; not 志愿者带动居民参与.
OF_VOLUNTEERS = re.compile(
    r"志愿者(?:们|队伍?)?(?:累计|总计|共计?|先后|主动|积极|踊跃|已|，)*(?:(?:参[与加]|投入|出动|上岗|到岗|提供|开展)[^居村群，、]{0,8})?$"
)
# Those who came, of several kinds of people, are all of none of them: 居民骨干和社区工作人员|60余人|参加了活动.
OF_SEVERAL_KINDS = re.compile(r"[、和与及][一-鿿]{2,8}等?$")
WHO_CAME = re.compile(r"(?:共同|一同|一起)?(?:参加|参与|出席|到场|到会|观看|齐聚)")
# People who are honoured are some of those who serve: 97名|志愿者被评为优秀个人, 表彰|30名志愿者.
OF_THE_HONOURED = re.compile(r"被?评[为选]|获评|受表彰|表彰了?|颁发|授予|荣获|表现突出|评选?出")
OF_SERVING = frozenset({"volunteers_active", "volunteers_registered", "participants", "staff"})
# A bound that some of those before it reach: 累计达到30小时的|有140多人.
BEYOND = re.compile(r"(?:达到?|满|超过?)\d[^，；]{0,8}的[一-鿿“”]{0,8}(?:[共已]?有|共|达)$")
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
OWN_UNITS = frozenset({"小时", "分"})
COUNTS_OF_PEOPLE = frozenset({"人", "人次", "名", "位", "小时", "例"})
# Whom money reached, where nothing else was told of meanwhile: 使用善款4万元，惠及|460人次.
REACHED = re.compile(r"惠及|受益|受惠")
OF_MONEY = re.compile(r"(?:善款|资金|基金)(?!.*(?:活动|参[与加]|服务))")
# Those who are no residents served, and how satisfied they are: |合作方|满意度98%.
OF_OTHER_RATERS = re.compile(
    r"(?:合作(?:方|单位|伙伴)|购买方|用人单位|员工|职工|专家|物业(?:服务)?)[^，、]{0,4}满意(?!.*满意)"
)
# The score of a test of persons, which is no answer of a survey: 抑郁自评|量表|平均下降4.2分.
OF_A_TEST = re.compile(r"量表|抑郁|焦虑|自评|自测|PHQ|SDS|SAS|GDS")
# What an investment is worth by somebody's estimate: 每投入|1元|产生社会价值|3.2元.
OF_A_RETURN = re.compile(r"每(?:投入|花费?|支出|1元)|社会(?:价值|效益|回报|投资回报)|SROI|撬动")


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
    if not claim.is_trend and (
        _is_of_others(claim, context)
        or _is_of_the_purse(claim, context)
        or _is_of_givers(claim, context)
        or _is_estimated(claim, context)
        or _counts_names(claim, context)
        or _is_of_the_bounded(context)
    ):
        return ClaimReading()
    ranked = candidates(claim, context)
    if OF_SEVERAL_KINDS.search(context.left) and WHO_CAME.match(context.right or context.rest):
        ranked = [candidate for candidate in ranked if not is_stock(candidate.indicator)]
    best = ranked[0] if ranked else Candidate(NOTHING, 0)
    if _is_of_an_estate(best.indicator, context):
        return ClaimReading()
    if best.indicator in OF_SERVING and _is_of_the_honoured(context):
        return ClaimReading()
    close = _closest(claim, context)
    if close and _is_closer(close, best):
        return ClaimReading(close[1].indicator, close[1].but)
    but = _part_of_people(claim, context, best) or _other_money(claim, context, best)
    return ClaimReading(best.indicator, but, _tied(claim, ranked) or _reached_by_money(context, best), bool(ranked))


def _part_of_people(claim: Claim, context: ClaimContext, best: Candidate) -> str:
    """Return that a number counts some people only, where its indicator counts all of them: 女性志愿者服务|800小时; else nothing."""
    if best.indicator == "attendances" and OF_VOLUNTEERS.search(context.lead + context.left):
        return "志愿者来服务的人次"
    match = OF_SOME_PEOPLE.search(context.left) if claim.unit in COUNTS_OF_PEOPLE and best.indicator else None
    part = match and (match["part"] or match["volunteers"])
    is_own = part and any(part in words for words in _words_of(best.indicator))
    return f"其中一部分人（{part}）的数" if part and not is_own else ""


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


def _is_of_others(claim: Claim, context: ClaimContext) -> bool:
    """Whether a figure is of the whole country, of one person, or of the beginning of a story."""
    clause = context.lead + context.left
    is_of_one = OF_ONE.search(clause) or (claim.unit in OWN_UNITS and OF_ONE_NAMED.search(context.earlier + clause))
    is_wider = OF_ALL.search(clause) or IN_A_WIDER_AREA.search(context.left)
    return bool(is_wider or is_of_one or BEGINNING.search(context.left))


def _is_of_the_purse(claim: Claim, context: ClaimContext) -> bool:
    """Whether a sum of money is the government's own, or that of the owners of an estate or of an agency."""
    clause = context.lead + context.left
    said = context.earlier + clause
    return claim.unit == "元" and bool(
        OF_THE_PURSE.search(clause) or OF_OWNERS.search(said) or OF_AN_AGENCY.search(said)
    )


def _counts_names(claim: Claim, context: ClaimContext) -> bool:
    """Whether a number only counts the names listed before it, which no record can bear out."""
    names = max(context.left.count("、") + 1, context.left.count("“"))
    return names > 1 and claim.value == names and NAMED_WORK.match(context.right) is not None


def _is_of_the_bounded(context: ClaimContext) -> bool:
    """Whether a number counts those beyond a bound said before it: 累计达到30小时的有|140多人."""
    return BEYOND.search(context.left) is not None


def _is_of_the_honoured(context: ClaimContext) -> bool:
    """Whether people are counted who are honoured."""
    return bool(OF_THE_HONOURED.search(context.left) or OF_THE_HONOURED.search(context.right + context.rest))


def _is_of_an_estate(indicator: str, context: ClaimContext) -> bool:
    """Whether a figure of the register, such as households, is told of one housing estate."""
    is_of_register = indicator != NOTHING and catalogue()[indicator].section == REGISTER
    return is_of_register and bool(OF_AN_ESTATE.search(context.earlier + context.lead + context.left))


def _is_estimated(claim: Claim, context: ClaimContext) -> bool:
    """Whether a score is that of a test of persons, a share that of others than residents, or a sum of money what something is said to be worth."""
    clause = context.lead + context.left + context.right
    return (
        bool({"分": OF_A_TEST, "元": OF_A_RETURN, "%": OF_OTHER_RATERS}[claim.unit].search(clause))
        if claim.unit in ("分", "元", "%")
        else False
    )


def _is_of_givers(claim: Claim, context: ClaimContext) -> bool:
    """Whether 人次 count those who gave: the words beside only say that they took part, those around say in raising money."""
    is_bare = context.right.startswith(("参与", "参加")) and BY_TAKING_PART.search(context.left)
    around = f"{context.earlier[-20:]}{context.lead}{context.left}{context.right}{context.later}"
    return claim.unit == "人次" and bool(is_bare) and bool(OF_GIVING.search(around))


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
    scored = [(score, wording) for wording in wordings if (score := wording.score(context)) > 0]
    return max(scored, key=lambda entry: entry[0], default=None)
