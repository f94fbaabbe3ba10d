"""国家级荣誉：截至统计期最后一天，累计得到的级别写“国家级”的荣誉项数。

级别没有写的不计。
"""

from indicators.condition import equals
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="国家级荣誉",
    unit="项",
    section="荣誉",
    why="最高一级的认可有多少。",
    good="up",
    numerator=Aggregate("honour", "count(*)", on="awarded_on", where=equals("level", "国家级"), span="to_date"),
    phrase="获得国家级荣誉{n}",
    owner="社区文书",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    version=2,
    aliases=("国家级奖项", "全国荣誉", "全国性荣誉"),
)
