"""Finds plans and rules: the stretches of a text that say what shall be, not what was done. No figure in them is a claim."""

import re
from collections.abc import Iterator

from evidence.claims.detection.passage import Passage, TextSpan, TextSpans, merge_spans

# Verbs and adverbs after which 将 means the future: 将|开展; not 将垃圾分类, which takes hold of a thing.
_ACTIONS = (
    "继续|进一步|陆续|持续|会|于|在|以|为|对|按|向|从|通过|围绕|依托|充分|全面|不断|分|再|新|开展|举办|举行|启动|投入|投资|组织|建设|建成|建立|打造|培育|发放|覆盖|惠及|达|突破|超过"
    "|首次|选择|资助|捐赠|选派|派|联合|邀请|安排|开通|投放|引[入进]|扶持|培养|帮助|获|成立|新建|改造|扩建|拨付|支出|给予|发起|迎来|免费|结合|整合|坚持|创建|实行|出台|组建|带动|吸纳|有(?!限)|完成|实现|实施|推出|设立|配备|招募|募集|筹集|全部|扩大|增加|增至|提升|提供|走进|深入|加大|探索|落实|定期|每|力争|努力|着力|认真|牢牢|慰问|走访|救助|表彰|用(?!户|人|餐|心)|采取|引进|增设|支持|使|让"
)
# What opens a plan. It reaches as far as the sentence, or until a later clause says that something has been done.
PLAN = re.compile(
    "|".join(
        (
            rf"将(?=(?:{_ACTIONS})(?!了|[一-鿿]{{0,3}}的))",  # 将|新建站点5个
            r"即将(?![一-鿿]{0,6}(?:之际|到来|来临|的))",  # 即将|开工, but not 春节即将到来之际
            r"确保(?!了)",
            r"(?<![需主重想不纪简摘])要(?=完成|实现|新增|建成|达到|培育|打造|开展|组织|做到|突破|招募|覆盖)",  # 要|建成
            r"(?:规划|方案|意见|纲要|文件|通知|办法|目标)[》”]*(?:提出|明确|要求|规定)",  # 《规划》提出
            r"(?<!救助)需要?(?=\d)",  # 需|30人; not the noun of 救助需要10项
            r"到(?:今?年底|20\d\d年底?)，?(?=实现|力争|确保|基本|达到|完成)",  # 到2027年底，|实现
            r"(?<![模虚比草])拟(?!定|态|订|人)",  # 拟|投入50万元
            r"预计",
            r"预期(?!目标)",
            r"力争",
            r"争取(?=在|于|用|让|使|实现|达到|完成|年内|今年|明年|早日|\d)",  # 争取|年内, but not 争取资金
            r"有望",
            r"打算",
            r"准备(?=开展|举办|再|在|于)",
            r"定于",
            # 计划|投入50万元; not the noun of 年度计划 and 行动计划
            r"(?<![度划该项动青”展养全])计划(?=[年近在于到用投建新开培组举募筹再利通覆服完实打发招为对每分安今明至改修设引资选派扩带走惠帮拨将全推\d])",
            r"(?:总体|具体|年度|工作|项目|预期|总|阶段性?|主要|量化|绩效)目标(?:[是为值]?：|[是为值])",  # 项目目标：
            r"(?:协议|合同|任务|考核|产出|服务|年度)指标(?:[数量值]|要求)?(?:[是为]|：)(?!完成)",  # 协议指标为|个案20个
            r"(?:^|[，。；！？：\n、])(?:下一步|下步|今后|明年|来年|未来|接下来|到时)",  # 。下一步
        )
    )
)
# Aims that reach no further than their clause.
WITHIN_CLAUSE = re.compile(r"确保|需要?")
# A heading above plans: 下一步工作安排, 项目目标：.
HEADING = re.compile(
    r"(?:^|\n)[^。，；\n]{0,12}(?:下一?步(?:打算|计划|工作|安排)|(?:项目|总体|服务|工作|预期|具体|年度)目标|工作计划|未来展望|发展规划|五年规划|项目计划)[：:]?\s*(?=\n|[^\n]{0,4})"
)
# Words that something has been done, which end a plan: 今年计划改造50家，|目前已开工32家.
DONE = re.compile(
    r"目前|截至|截止|现已|已经?(?!定)|累计|至今|迄今|今年以来|完成了|实际|(?:增长|提高|上升|下降|增加)(?:了|到|至)|(?<![除为])了(?=\d)"
)

# What makes a whole clause a rule: who may, what must, what one gets for what.
RULE_CLAUSE = re.compile(
    "|".join(
        (
            r"必须|不得(?!不|了|已)|应当|须(?!知)",
            r"(?<![供反响相适对效回顺感])应(?=由|不|在|于|按|为|达到|提前|具备|符合|具有)",  # 应|由5名理事组成; not 效应在
            r"限报|限额|即可|均可(?!支配)|(?<![地各双对多])方可",  # not 人均可支配收入, 地方可容纳
            r"(?<![平非不])凡(?!响|事)",  # 凡|居住满一年的; not 非凡
            r"(?<![对为给向])年满(?=[\d一二三四五六七八九十])",  # 年满|60周岁; not 2024年满意率
            r"原则上|任期|连任|(?:办理|审批|评选|申报|报名)(?:条件|标准|要求)",
            # 可兑换毛巾1条; not 可兑换物品5种 and 5种物品可兑换, which count what there is
            r"(?<![认许])可以?兑换(?!的?(?:物品|商品|礼品|奖品|服务)[^，。；]{0,6}?\d+余?多?[种类款项]|[，。；、\n]|$)",
            # 可以申请; not 认可得分
            r"(?<![认许])可(?:以)?(?:获得?|享受?|领取?|申请|申报|参加评|参与评|减|得|存入|抵|折算|评|按|免费?兑|累积?计|累计|换)",
            r"标准(?:为|是|：|从)",
            r"按(?:照)?[^，。；]{0,14}(?:标准|比例|不等)",  # 按每人300元的|标准
            r"要求[^，。；]{0,8}(?=每|不少于|不低于|至少)",
            # 每服务1小时|积|2分, 每户|补贴|500元; not 每年累计2000人次, 每间面积20平方米
            r"每[^，。；]{0,14}(?:(?<![累共总合统设预审会])计(?!生|算|录)|(?<![面累堆体])积(?!生|算|录)|[记奖扣](?!生|算|录)|[加得](?=\d)|存入|兑换|折算|补贴|补助|奖励|资助|配备|配置|配齐|直减|优惠)(?:[^，。；]{0,4})\d",
            r"(?<![坐挤站住装摆年])满\d[^，。；]{0,9}(?:可|的|分|即|给|截)",  # 满30分|可
            r"\d(?:个?小时|次|件|天)[^，。；]{0,8}[得积计加]\d+分",  # 1小时得2分
            r"\d个?小时(?:可)?(?:兑换?|换|折算|存入)",  # 1个小时|兑换1枚时间币
            r"\d分(?:可)?换|积分[^，。；]{0,4}(?:相当于|等于)|占\d+分|分以[上下]为",  # 90分以上为优秀
            r"\d[^，。；]{0,6}=\s*\d",  # 1小时=2分
            r"给予[^，。；]{0,12}(?:奖励|补贴|补助|资助)",
            r"最高(?:可|不超过|限)|[扣计]\d+分|直减|一律|逾期|方能|起付|封顶|一式",
        )
    )
)
# What makes a whole sentence a rule: 第三条 · 办法规定 · 积分标准 · 请于5月1日前.
RULE_SENTENCE = re.compile(
    "|".join(
        (
            r"^[^。；\n]{0,3}第[一二三四五六七八九十百\d]+条",
            r"办法(?:规定|明确)|规则[：:]|积分标准|评定标准|申报条件|申报单位须|资助标准|补贴标准|发放标准|字数",
            r"(?<![邀申聘])请(?:于|在|居民|各)",
        )
    )
)

# Words of command. A line with more of them than of report lays down rules: a notice, a by-law, a pledge.
COMMAND = re.compile(
    "|".join(
        (
            r"必须|不得(?!不|了|已)|应当|须(?!知)",
            r"(?<![邀申聘])请(?!了|来|到|进)",  # 请|居民配合; not 邀请, 请来
            r"(?<![需主重想])要(?=[动把以做确加继坚深全强进推完建抓善千用让在])",  # 要|做到
            r"确保|至少|不超过|不少于|不低于|低于|以上[为的]|以下[为的]",
            r"可(?=兑换|申请|享|领|获|评|参加)",
            r"每[次人户年月满][^，。；]{0,6}[积计奖扣补给]|每人每[月年天日]|占\d+分|满\d",  # 每次|计1分
            r"办结(?![率了]?(?:[为达近超约]|\d))|响应|答复|到场|标准|给予|奖励|扣|限|如有|提前|工期|服务期|预算|投标|采购|开标|招募令?|预告|值班",
            r"(?:咨询|联系|报名|监督)电话|联系人|地点：|时间：",
            r"(?<!目)前\d+名|可领|(?<![平非不])凡(?!响|事)|逾期|申报|申请人|报名|≥|第[一二三四五六七八九十百]+条",
        )
    )
)
# A sentence with one of these reports, even in a line of rules: 截至目前已发放500份.
REPORTED = re.compile(r"已|累计|截[至止]|目前|20\d\d年(?!底前|底以前)|去年|以来|完成了|开展了")
# Words of report: 开展了 · 累计 · 惠及 · 300余.
REPORT = re.compile(
    r"了|已|累计|共(?![建治享同产青和])|截[至止]|目前|达|完成(?!率)|开展|荣获|先后|建成|增长|同比|以来|惠及|提升|服务了|组织|召开|吸引|走访|送[出去上给]|捐|募|受益|[\d百千万十][多余]"
)


def find_plans_and_rules(passage: Passage) -> TextSpans:
    """Return where plans and rules stand."""
    finders = (_plans, _plan_paragraphs, _rule_clauses, _rule_sentences, _rule_lines)
    return merge_spans(span for find in finders for span in find(passage))


def _plans(passage: Passage) -> Iterator[TextSpan]:
    for match in PLAN.finditer(passage.text):
        end = _plan_end(passage, match)
        later = passage.clause(match.end() - 1)[1]
        done = DONE.search(passage.text, later, end) if later < end else None
        yield match.start(), done.start() if done else end


def _plan_end(passage: Passage, match: re.Match[str]) -> int:
    """Where a plan ends: an aim (确保) with its clause, a list of goals (具体目标：) with its line, any other with its sentence."""
    if WITHIN_CLAUSE.match(match[0]):
        return passage.clause(match.end() - 1)[1]
    return passage.line_end(match.end()) if match[0].endswith("：") else passage.sentence(match.end() - 1)[1]


def _plan_paragraphs(passage: Passage) -> Iterator[TextSpan]:
    """A heading such as 下步打算 governs the lines to the next heading or blank line."""
    for match in HEADING.finditer(passage.text):
        blank = re.compile(r"\n\s*(?:\n|[（(]?[一二三四五六七八九十]+[、）)])|$").search(passage.text, match.end() + 1)
        yield match.start(), blank.start() if blank else len(passage.text)


def _rule_clauses(passage: Passage) -> Iterator[TextSpan]:
    for match in RULE_CLAUSE.finditer(passage.text):
        yield passage.clause(match.start())


def _rule_sentences(passage: Passage) -> Iterator[TextSpan]:
    for match in RULE_SENTENCE.finditer(passage.text):
        yield passage.sentence(match.end() - 1)


def _rule_lines(passage: Passage) -> Iterator[TextSpan]:
    for line in re.finditer(r"[^\n]+", passage.text):
        commands, reports = (len(pattern.findall(line[0])) for pattern in (COMMAND, REPORT))
        if commands >= 2 and commands > reports:
            yield from _commanding_sentences(passage, *line.span(), is_all=reports == 0)


def _commanding_sentences(passage: Passage, start: int, end: int, is_all: bool) -> Iterator[TextSpan]:
    while start < end:
        sentence = passage.sentence(start)
        if not REPORTED.search(passage.text, *sentence) and (is_all or COMMAND.search(passage.text, *sentence)):
            yield sentence
        start = sentence[1]
