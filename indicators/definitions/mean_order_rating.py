"""评单平均分：评单日期落在统计期内的服务单，居民评分的平均，满分5分。

非常满意、满意、一般、不满意、非常不满意记5、4、3、2、1分；10分制的评分不折算，不计。没有写评单日期的按完成日期。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="评单平均分",
    unit="分",
    section="四单",
    why="办成的单，居民给几分。",
    good="up",
    numerator=Aggregate("service_order", "sum(stars)", on="judged_on"),
    denominator=Aggregate("service_order", "count(stars)", on="judged_on", of_people=True),
    decimals=2,
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("评单得分", "服务单平均分", "评单均分", "居民评单"),
)
