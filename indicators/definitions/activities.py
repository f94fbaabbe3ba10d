"""活动场次：活动日期落在统计期内的活动场次台账行数，一行算一场。

小组一节、走访一户也各是一行，都计入；没有人次、没有签到的场次照样计。同名同日的两行算两场。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import ACTIVITIES

INDICATOR = Indicator(
    label="活动场次",
    unit="场",
    section="参与",
    why="看社区办了多少活动，是人次、经费各项比率的基础。",
    good="up",
    numerator=ACTIVITIES,
    phrase="开展活动{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "活动场数",
        "活动次数",
        "开展活动",
        "举办活动",
        "组织活动",
        "各类活动",
        "服务活动",
        "活动",
        "公益活动",
        "惠民活动",
        "文体活动",
        "主题活动",
        "线下活动",
        "便民活动",
        "志愿服务活动",
        "社会组织活动",
        "活动数量",
        "志愿服务场次",
        "志愿服务次数",
    ),
    wordings=(
        Wording(
            nouns="活动",
            verbs="开展 举办 组织 实施 策划 举行 承办 参与",
            units="场 场次 次 期 项 个 回",
            unless="品牌 阵地 活动室 活动中心 …小组活动 …小组工作",
        ),
        Wording(
            nouns="志愿服务 服务 宣传 宣讲 生日会 茶话会 游园会 运动会 联谊会 分享会 演出 巡查 巡河 主题党日 党日 集市 沙龙 比赛 进校园 进社区 进企业 联欢 演练",
            verbs="开展 举办 组织 举行 承办 完成 进校园 进社区 进企业",
            units="场 场次 次 期",
            unless="个案 小组 走访 探访 电话 培训",
        ),
        Wording(nouns="志愿服务 服务", verbs="提供", units="场 场次", unless="个案 小组 走访 探访 电话 培训"),
        Wording(verbs="开展 举办 组织 举行 承办", units="场 场次", unless="个案 小组 议事 协商 培训 课 电影 辅导 咨询"),
        Wording(
            verbs="办了 办过 办活动 连办 举办 开了", topics="集市 便民日 公益日 沙龙 讲堂 读书会", units="期 场 次"
        ),
        Wording(nouns="演出 展演 巡演 宣讲"),
    ),
)
