"""议事人次：参加协商议事的人次合计，同一人参加两场算两人次。

哪些是议事、怎样不重复计，同“议事场次”。一场的人次，议事会台账、活动登记和签到写的不一样时，取多的一个；都没有写的一场不计。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="议事人次",
    unit="人次",
    section="协商",
    why="看议事有多少人到场，不只看开了几次会。",
    good="up",
    numerator=Aggregate("deliberation_attendance", "sum(heads)", on="held_on", of_people=True),
    groups=Aggregate("deliberation_attendance", "sum(heads * meeting_heads)", on="held_on"),
    phrase="议事参与{n}",
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=3,
    aliases=(
        "参与议事人次",
        "协商议事人次",
        "议事会人次",
        "议事参与人次",
        "参加议事人次",
        "议事…",
        "协商…",
        "议事…参与",
        "议事…参加",
        "协商…参与",
        "协商…参加",
        "议事会…居民",
        "协商…居民",
    ),
    wordings=(
        Wording(
            verbs="参会 到会 与会 围坐 坐到一起 参加 参与 出席",
            topics="议事会 恳谈会 院坝会 板凳会 屋场会 坝坝会 听证会 评议会 协商会 议事厅 议事亭 圆桌会 说事会",
            units="人次",
        ),
        Wording(
            nouns="居民 群众 村民 代表 人次",
            verbs="参会 参加 参与 出席",
            topics="议事会 恳谈会 院坝会 板凳会 屋场会 坝坝会 听证会 评议会 协商会 议事厅 圆桌会 说事会 议事 协商",
            units="人次",
        ),
        Wording(
            verbs="参会 参加 参与 出席",
            topics="议事会 恳谈会 院坝会 板凳会 屋场会 坝坝会 听证会 评议会 协商会 议事厅 圆桌会 说事会",
            units="人 名 位",
            but="议事会到会的人数",
        ),
        Wording(
            nouns="居民 群众 村民 代表 骨干",
            verbs="参会 参加 参与 出席",
            topics="议事会 恳谈会 院坝会 板凳会 屋场会 坝坝会 听证会 评议会 协商会 议事厅 圆桌会 说事会",
            units="人 名 位",
            but="议事会到会的人数",
        ),
        Wording(
            nouns="居民代表 村民代表 居民组长 楼院代表 楼长代表 业主代表",
            verbs="参会 参加 出席",
            topics="会议 会上",
            units="人 名 位",
            unless="惠及 受益 服务 解决 走访 收集 换届 选举",
            but="到会的人数",
        ),
        Wording(
            nouns="居民代表 村民代表 社会组织代表 村委干部 居委干部 社区干部 居民骨干 领袖骨干",
            topics="议事会 恳谈会 院坝会 板凳会 屋场会 坝坝会 听证会 评议会 协商会 议事厅 圆桌会 说事会 议事 参会 到会",
            units="人次",
        ),
        Wording(
            nouns="居民代表 村民代表 居民 村民 代表 议事员",
            topics="议事会 恳谈会 院坝会 板凳会 屋场会 坝坝会 听证会 评议会 协商会 议事厅 圆桌会 说事会",
            units="人 名 位",
            unless="惠及 受益 服务 解决 走访 收集",
            but="议事会到会的人数",
        ),
    ),
)
