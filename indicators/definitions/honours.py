"""荣誉：截至统计期最后一天，累计得到的荣誉项数，社区、项目、组织、队伍、个人的都算。

一行一项；同一项荣誉授予几个人的，一人一行各算一项。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="荣誉",
    unit="项",
    section="荣誉",
    why="做得怎么样，别人怎么看。",
    good="up",
    numerator=Aggregate("honour", "count(*)", on="awarded_on", span="to_date"),
    phrase="获得荣誉{n}",
    owner="社区文书",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    aliases=("获得荣誉", "荣誉称号", "获奖", "获评荣誉", "荣誉数"),
    wordings=(
        Wording(nouns="荣誉 奖项 称号 表彰 奖励", verbs="获得 获评 荣获 斩获", units="项 个 次"),
        Wording(
            nouns="优秀案例 典型案例 优秀项目 示范项目 先进集体", verbs="获评 入选 荣获 评为 获得 斩获", units="项 个"
        ),
        Wording(
            nouns="优秀志愿者 最美志愿者 先进个人",
            units="人 名 位",
            unless="表彰了 表彰 颁发 发证书 颁奖",
            but="受表彰的人数",
        ),
    ),
)
