"""Recognises figures in the words of an indicator that are somebody else's: of a city, one person, the public purse, an agency, its own staff."""

import re

from evidence.claims.binding.candidates import is_stock
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.vocabulary import NOTHING, REGISTER
from evidence.claims.detection.claim import Claim
from indicators.engine import catalogue

# A figure of the beginning of a story, which no record of today is held against: 由最初的|两位志愿者.
BEGINNING = re.compile(r"(?:最初|起初|当初|[成创建组]\w之初|刚[成创]立时)的?$")
# A figure of the country or a province, told as background: 全国|注册志愿者超过2亿人.
OF_ALL = re.compile(r"全国(?!性|最|优|文明|和谐|示范|百)|我国|全省(?!最|优|示范)|我省|全球")
# Money of the public purse, which is no gift and no fund's spending: 县|财政|资助110万元, |民政局|筹资28万元; not 民政局指导下募集5万元.
OF_THE_PURSE = re.compile(
    r"慈善[^，、]{0,4}会[^，、]{0,4}(?:资助|配套|专项)[^，、]{0,4}[金]"  # 县慈善会|专项资助金11万元, which the fund received
    r"|(?:街道|[镇乡县市]|(?<!社)区)里?(?:共|累计|先后)?(?:投入|出资|投资|拨付|安排)(?![^，、]{0,4}(?:善款|基金))|投入[^，、]{0,2}专项资金"
    r"|(?:财政|民政局|公益金|政府|党工委|街道办(?:事处)?)[^，、和与]{0,4}(?:资助|投入|出资|投资|列支|拨付|[下划]拨|安排|补助|支出|筹[资措集])"
    r"|列支[^，]{0,6}公益金|(?:争取|获得|得到)到?[省市区县镇街道上]{1,4}[两三]?级|争取到?(?:项目|专项)?资金|自筹资金|医疗救助金|上级(?:补助|专项)?资金|预算|低保金|救济金|临时救助金|高龄津贴|(?:投入|争取|安排)[^，]{0,4}财政"
)
# A scheme by which a government buys projects: 三年公益创投|累计投入520万元; 由银行和政府共同出资|，首年投入600万元.
OF_A_SCHEME = re.compile(r"创投|政府[^，]{0,6}出资")
# Training of an agency's own people: 围绕新进社工能力建设开展|培训8次.
OF_STAFF = re.compile(r"(?:社工|工作者|骨干|队伍|专业)[^，、]{0,4}能力(?:建设|提升)|新[进晋]社工|岗前|督导")
# What stands before and after those who are served: |为|街道17个社工室、近150名社工|提供|支持.
SERVED = re.compile(r"(?:^|[，；])(?:并|还)?[为给向对](?!主)[^，；]*$")
GIVEN = re.compile(r"提供|送[上去]|开展|发放|赠送|做")
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
# People who are honoured are some of those who serve: 97名|志愿者被评为优秀个人, 表彰|30名志愿者.
OF_THE_HONOURED = re.compile(r"被?评[为选]|获评|受表彰|表彰了?|颁发|授予|荣获|表现突出|评选?出")
OF_SERVING = frozenset({"volunteers_active", "volunteers_registered", "participants", "staff"})
OF_WORK = OF_SERVING | {"organisations", "volunteer_teams"}
# A bound that some of those before it reach: 累计达到30小时的|有140多人.
BEYOND = re.compile(
    r"(?:达到?|满|超过?|不[足到]|[少低]于)\d[^，；]{0,8}的[一-鿿“”]{0,8}(?:[共已]?有|共|达)$|\d[一-鿿]{1,3}以[上下内]的[一-鿿“”]{0,8}(?:[共已]?有|共|达)$"
)
# What was closed is an order of a hotline and no case: 派单410件，按时|结案405件; not where cases are spoken of.
OF_ORDERS, OF_CASES = re.compile(r"工单|派单|诉求|热线|投诉"), re.compile(r"个案|社工|[接开立]案")
# The mean of councils alone, which are some of the activities: |议事会|场均83.9人次.
OF_COUNCILS = re.compile("议事|恳谈|协商")
CASEWORK = frozenset({"cases_closed", "cases_opened", "closing_rate", "closing_rate_of_period"})
OWN_UNITS = frozenset({"小时", "分"})
# Those who are no residents served, and how satisfied they are: |合作方|满意度98%.
OF_OTHER_RATERS = re.compile(
    r"(?:合作(?:方|单位|伙伴)|购买方|用人单位|员工|职工|专家|物业(?:服务)?)[^，、]{0,4}满意(?!.*满意)"
)
# The score of a test of persons, which is no answer of a survey: 抑郁自评|量表|平均下降4.2分.
OF_A_TEST = re.compile(r"量表|抑郁|焦虑|自评|自测|PHQ|SDS|SAS|GDS")
# What each got, which is no sum: 为3名儿童发放慰问金|各|800元, 给试点社区|各配捐|4万元.
OF_EACH = re.compile(r"(?<![省市区县])各(?:[发配捐给领奖][一-鿿]{0,2})?$")
# What an investment is worth by somebody's estimate: 每投入|1元|产生社会价值|3.2元.
OF_A_RETURN = re.compile(r"每(?:投入|花费?|支出|1元)|社会(?:价值|效益|回报|投资回报)|SROI|撬动")

# Another body or person that a sentence names before a figure, so that it may be theirs as well as the community's, by the
# unit; those of "" in every one. A name of the community's own after it takes the figure back: 民政局牵头，|社区基金|募集5万元.
# Of the figures of articles read for the first time, 7 of 21 that stand so were the community's, and nineteen in twenty of the others.
NAMED_BEFORE = {
    "": r"(?<!其)[她他](?!们|人|乡)|阿姨|大爷|大妈|奶奶|爷爷",
    "元": r"财政(?!支持)|政府|民政局|[区县市镇]里|业委会|业主|物业|员工|创投|机构(?!养老)|银行",
    "%": r"物业|业委会|业主|合作(?:方|单位|伙伴)|员工",
}
TAKEN_BACK = r"(?!.*(?:社区|本?村|基金|善款|我们))"
MAY_BE_THEIRS = {
    unit: re.compile(f"(?P<whose>{'|'.join(dict.fromkeys(filter(None, (NAMED_BEFORE[''], words))))}){TAKEN_BACK}")
    for unit, words in NAMED_BEFORE.items()
}


def whose_it_may_be(claim: Claim, context: ClaimContext) -> str:
    """Return the other body or person that the sentence names before a figure, "" where it names none: 区里|投入58万元."""
    pattern = MAY_BE_THEIRS.get(claim.unit, MAY_BE_THEIRS[""])
    match = pattern.search(context.earlier + context.left)
    return match["whose"] if match else ""


def is_of_others(claim: Claim, context: ClaimContext) -> bool:
    """Return whether a figure is none of the community's, whatever its words count."""
    return (
        _is_told_of_others(claim, context)
        or _is_of_the_purse(claim, context)
        or _is_of_givers(claim, context)
        or _is_estimated(claim, context)
        or _counts_names(claim, context)
        or _is_of_the_bounded(context)
    )


def is_of_other_people(indicator: str, context: ClaimContext) -> bool:
    """Return whether a figure in the words of an indicator counts others than it does: one estate, those honoured, those served, orders of a hotline."""
    return (
        _is_of_an_estate(indicator, context)
        or (indicator in OF_WORK and _is_of_the_honoured(context))
        or (indicator in CASEWORK and _is_of_orders(context))
        or (
            indicator == "attendances_per_activity"
            and bool(OF_COUNCILS.search(context.earlier + context.lead + context.left))
        )
        or _is_of_the_served(indicator, context)
        or (indicator == "courses" and bool(OF_STAFF.search(context.earlier + context.lead + context.left)))
    )


def _is_of_orders(context: ClaimContext) -> bool:
    """Whether a sentence speaks of orders or requests, and of no cases."""
    sentence = f"{context.earlier}{context.lead}{context.left}{context.right}"
    return OF_ORDERS.search(sentence) is not None and not OF_CASES.search(sentence)


def _is_of_the_served(indicator: str, context: ClaimContext) -> bool:
    """Whether people of whom the records say how many there are get something here: 为17个社工室、近150名|社工提供支持."""
    is_dative = SERVED.search(context.lead + context.left) and GIVEN.search(context.right + context.rest)
    return indicator in OF_SERVING and is_stock(indicator) and bool(is_dative)


def _is_told_of_others(claim: Claim, context: ClaimContext) -> bool:
    """Whether a figure is of the whole country, of one person, or of the beginning of a story."""
    clause = context.lead + context.left
    is_of_one = OF_ONE.search(clause) or (claim.unit in OWN_UNITS and OF_ONE_NAMED.search(context.earlier + clause))
    is_wider = OF_ALL.search(clause) or IN_A_WIDER_AREA.search(context.left)
    return bool(is_wider or is_of_one or BEGINNING.search(context.left))


def _is_of_the_purse(claim: Claim, context: ClaimContext) -> bool:
    """Whether a sum of money is the government's own, or that of the owners of an estate or of an agency."""
    clause = context.lead + context.left
    so_far = context.earlier + clause
    return claim.unit == "元" and bool(
        OF_THE_PURSE.search(clause)
        or OF_EACH.search(context.left)
        or (OF_A_SCHEME.search(so_far) and "投入" in clause)
        or OF_OWNERS.search(so_far)
        or OF_AN_AGENCY.search(so_far)
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
