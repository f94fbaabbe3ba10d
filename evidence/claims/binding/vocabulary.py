"""The terms by which drafts speak of indicators: their aliases, and words for what no ledger here holds.

An alias is a run of words such as 服务总时数. `议事…参与` wants its last part beside the figure and the others earlier in the
sentence, `议事…` only the earlier ones. Words of the register (居民, 人口) count only at the head of a clause: 居民近4500人
tells the population, 服务居民300人 does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from indicators.engine import catalogue
from indicators.model import Indicator

NOTHING = ""  # the binding of a word for what is not recorded
REGISTER = "名册"

# Measure words an indicator's unit may be written with. 人次 is never 人, nor 户次 户.
MEASURES: dict[str, frozenset[str]] = {
    unit: frozenset({unit, *words.split()})
    for unit, words in {
        "人": "名 位", "个": "项 件", "项": "个 条 件", "人次": "", "户": "", "户次": "次", "场": "场次 次 期", "节": "节次 次 场 场次 堂 课 课时 期 讲",
        "例": "个 宗 起 件 次", "件": "", "份": "笔", "部": "", "支": "个", "类": "大 个 种", "种": "类 款", "条": "", "单": "件 个 笔 次 份", "次": "", "天": "",
        "小时": "", "元": "", "分": "", "%": "", "平方米": "", "平方公里": "", "元/人次": "元", "小时/人": "小时", "人次/场": "人次 人 名 位",
        "场/千人": "场", "人次/千人": "人次", "小时/千人": "小时", "例/千人": "例", "元/人": "元",
    }.items()
}  # fmt: skip
PERSONS = frozenset({"人", "名", "位", "户", "家"})

# An alias that ends in its own measure holds without it too: 服务人次 is written 服务3864人次.
ENDINGS = (
    "人次", "人数", "场次", "场数", "户次", "户数", "份数", "例数", "节数", "节次", "部数", "小时数", "次数", "笔数", "队数", "金额",
    "时长", "平均分", "得分", "评分", "打分", "均分", "分值", "使用率", "出勤人数",
)  # fmt: skip

# Words that compete for a figure and name what no ledger here holds: a claim beside them stays unbound. `志愿服务/人次` does so
# only for that unit.
UNRECORDED = """
党员占比 发放问卷 发放…问卷 发放 社会组织 社工 持证 督导 议题 诉求 建议 意见 提案 微心愿 心愿 需求 资源 项目/个 项目/项 项目/件 志愿服务岗 志愿服务/人次 间接受益 每笔捐款 每笔 单笔 每份 人均捐款 人均捐赠 个案档案 观众/人次 读者/人次 听众/人次 游客/人次 采样/人次 志愿服务项目/个 志愿服务项目/项 个人志愿服务时长 课程时长 活动时长 会议时长 单次时长 党员志愿者占比 文体队伍 文艺队 文艺队伍 舞蹈队 合唱队 物资/份 米面油/份 礼包/份 温暖包/份 暖心包/份 爱心包/份 福袋/份 慰问品/份 年货/份 食品/份 书籍/份 早餐/份 点位 床位 建档 档案 隐患 纠纷 矛盾 投诉 信访 工单 订单 证书 荣誉 奖项 面积
占地 学堂 房屋 楼栋 小区 网格 物资…件 图书 手册 资料 培训…人次 社工培训 业务培训 岗前培训 操作培训 小组…人次 小组…服务 小组…参与 小组…/人次 小组…/人 小组…/名 个案…服务 课程…参与 培训…参与
集市…参与 门诊 义诊 体检 咨询/次 咨询/件 咨询/人 咨询/个 兑换 调解 巡逻 送餐 用餐 接待 考察 参观 阅读/次 阅读/人次 阅读/人 观看 浏览 客流 知晓率 到课率 出席率 达标率 覆盖率 合格率 完成率
成功率 解决率 入住率 就业率 持证率 执行率 分类率 准确率 检查 整改 报道 获评 评选 表彰 预算 经费 工资 人员费用 管理费 活动费 收入 营业额
销售 分红 补贴 奖金 投资 造价 租金 标准 积分 时间币 公众号 微信群 媒体 论文 课题 户籍 户籍人口 每千名居民到账现金 每千人到账现金 千人到账现金 每千居民到账现金 人均活动经费 人均经费 人均成本 流动人口 外来人口 户均 月均收入 人均收入 人均增收
年龄 从业 管理委员会 监督委员会 理事 监事 委员 社会组织活动室 培育 孵化 涉及金额 募集…物资 应办结 接待…活动 捐款/人次 捐赠/人次 募捐/人次 参与捐赠/人次 参与捐款/人次 捐款活动/人次 捐赠活动/人次 募捐活动/人次 兑换…参与 兑换…志愿者参与 项目资金 财政 政府购买 购买服务 合同 欠债 学费
生活费 理发/人次 议事队伍 小组参与率 小组出席率 课程参与率
"""
# The same for places, which are counted in measures of places only: 社工服务站|共有20余名社工.
UNRECORDED_PLACES = ["站点", "服务站", "服务点", "志愿服务站", "志愿服务点", "活动室", "活动中心", "活动阵地"]
PLACES = frozenset({"个", "处", "家", "座", "所", "间"})
UNRECORDED_PERSONS = """
社会工作者 初级社工 助理社工 助理社工师 服务队 志愿服务队 志愿者骨干 优秀志愿者 最美志愿者 星级志愿者 老年人口 党员 骨干 注册志愿者 登记志愿者 志愿者登记 志愿者注册 实名志愿者 实名注册志愿者 大学生志愿者 党员志愿者 青年志愿者 骨干志愿者 学生志愿者 巾帼志愿者 退休志愿者 老年志愿者 工作人员 员工 职工 教师 学员 会员 粉丝
用户 老人 长者 儿童 学生 孩子 残疾人 残疾 残障 低保 困难群众 困难家庭 困难 特困 独居 空巢 妇女 女性 男性 青少年 青年 退役军人 骑手 商户
居民代表 村民代表 网格员 书记 干部 代表 专家 医生 律师 社工师 助理 游客 观众 听众 患者 学子 就业 签约 脱贫 转移 救助 资助 受助 培训
参训 协管员 楼长 队员 领袖 成员 组员 理发 孤儿 留守 乡贤 义警 调解员 宣讲员 讲师 家长 家属 新人 亲子 人员 对象
"""
UNRECORDED_PERSONS_WORDS = tuple(UNRECORDED_PERSONS.split())


@dataclass(frozen=True)
class IndicatorTerm:
    """One way of speaking of an indicator (or of NOTHING): its `last` part stands beside the figure, `topics` earlier.

    `is_head_only`: it counts only at the head of a clause. `is_without_measure`: the figure brings the measure that the alias
    ends in. `units`: it competes only where one of these is counted; empty: always.
    """

    indicator: str
    last: str
    topics: tuple[str, ...] = ()
    is_head_only: bool = False
    is_without_measure: bool = False
    units: frozenset[str] = frozenset()


@cache
def indicator_terms() -> tuple[IndicatorTerm, ...]:
    """Return every term of every indicator, and those for what is not recorded."""
    recorded = tuple(dict.fromkeys(term for indicator in catalogue().values() for term in _terms_of(indicator)))
    aliases = {(term.last, term.topics) for term in recorded if not term.is_without_measure}
    unrecorded = [_unrecorded_term(*entry.partition("/")[::2]) for entry in UNRECORDED.split()]
    unrecorded += [_term(NOTHING, alias, units=PLACES) for alias in UNRECORDED_PLACES]
    unrecorded += [_term(NOTHING, alias, units=PERSONS) for alias in UNRECORDED_PERSONS_WORDS]
    is_of_a_unit = (term for term in unrecorded if term.units not in (frozenset(), PERSONS, PLACES))
    is_new = (term for term in unrecorded if (term.last, term.topics) not in aliases)
    return recorded + tuple(dict.fromkeys([*is_of_a_unit, *is_new]))


@cache
def measure_words(indicator: str) -> frozenset[str]:
    """Return the measure words a claim of this indicator may use: those it declares, else those of its unit."""
    declaration = catalogue()[indicator]
    return frozenset(declaration.measures.split()) or MEASURES[declaration.unit]


def _terms_of(indicator: Indicator) -> Iterator[IndicatorTerm]:
    is_head_only = indicator.section == REGISTER
    for alias in (indicator.label, *indicator.aliases):
        yield _term(indicator.id, alias, is_head_only)
        for ending in ENDINGS:
            if alias.endswith(ending) and len(alias) - len(ending) >= 2:
                yield replace(_term(indicator.id, alias.removesuffix(ending), is_head_only), is_without_measure=True)


def _unrecorded_term(alias: str, unit: str) -> IndicatorTerm:
    return _term(NOTHING, alias, units=frozenset({unit} if unit else ()))


def _term(indicator: str, alias: str, is_head_only: bool = False, units: frozenset[str] = frozenset()) -> IndicatorTerm:
    *topics, last = alias.split("…")
    return IndicatorTerm(indicator, last, tuple(topics), is_head_only, units=units)
