"""放映影片部数：放映活动里不同的活动名称的个数，一个名称算一部。

同一部影片放多场只算一部；名称写法不同会被当成两部。
"""

from dataclasses import replace

from indicators.model import Indicator
from indicators.shared_aggregates import activities_by

INDICATOR = Indicator(
    label="放映影片",
    unit="部",
    section="参与",
    why="影片部数和放映场次常被混写，分开计才对得上。",
    good="up",
    numerator=replace(activities_by("放映"), expression="count(distinct title)"),
    phrase="放映影片{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "影片",
        "题材影片",
        "爱国题材影片",
        "电影",
        "爱国影片",
        "影片部数",
        "红色电影",
    ),
)
