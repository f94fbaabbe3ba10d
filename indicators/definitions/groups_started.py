"""开办小组数：统计期内开了第1节的小组个数，一个小组开几节仍是一个。

名称写明“第1节”的算一个；没有写第几节的，同一社区同一年同一名称的算一个。节数看“小组节数”，两个数不相加。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="开办小组数",
    unit="个",
    section="参与",
    why="小组按个、按节是两个数：办了几个小组看覆盖，开了几节看工作量。",
    good="up",
    numerator=Aggregate("service_group", "count(*)", on="started_on", needs=("activity.method",)),
    measures="个 组",
    phrase="开办小组{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-27",
    version=2,
    aliases=("小组个数", "小组数", "小组数量", "开设小组", "小组总数"),
    wordings=(
        Wording(
            nouns="小组",
            units="个 组",
            unless="居民小组 村民小组 党小组 自管小组 互助小组 学习小组 工作小组 领导小组 兴趣小组 走访小组",
        ),
    ),
)
