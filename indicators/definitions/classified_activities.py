"""归类的活动：统计期内按社区自己的分类法归得进类别的活动场次，归入几类的也只算一场。

按类别分开看时，每一类各算一场，所以各类相加可以多于总数；分类法执行以前的活动、哪一类都归不进的活动不计。
"""

from dataclasses import replace

from etl.filled_columns import ACTIVITY_TERM
from indicators.condition import is_missing
from indicators.model import Aggregate, Indicator
from indicators.shared_aggregates import ACTIVITIES

INDICATOR = Indicator(
    label="归类的活动",
    unit="场",
    section="参与",
    why="社区自己的工作法落在哪些活动上。",
    good="none",
    numerator=Aggregate(
        "activity_term", "count(distinct (community, activity_row))", on="held_on", needs=(ACTIVITY_TERM, "taxonomy")
    ),
    uncounted=replace(ACTIVITIES, where=is_missing("strand")),  # by which taxonomies sort first of all
    unstated="行没有写板块",
    phrase="按工作分类开展活动{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("按工作分类的活动", "归入分类的活动", "按工作分类…活动", "按工作分类开展活动"),
)
