"""场地投入：统计期内启用的场地登记的建设投入合计（元）。

按启用日期计；没有登记投入的不计。钱可能来自财政、基金或捐赠，所以不与支出金额相加。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="场地投入",
    unit="元",
    section="五社力量",
    why="建这些地方花了多少。",
    good="none",
    numerator=Aggregate("venue", "sum(invested_yuan)", on="opened_on"),
    decimals=2,
    phrase="投入场地建设{n}",
    owner="社区文书",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    aliases=("建设投入", "阵地建设投入", "场地建设投入", "改造投入"),
    wordings=(
        Wording(
            nouns="投入 投资 出资 投入资金 建设资金",
            verbs="打造 建设 建成 改造 新建 修建 装修 扩建",
            topics="",
            units="元",
            unless="发放 救助 资助 慰问 捐 募",
        ),
    ),
)
