"""课程节数：服务方法为“课程”的活动行数（课程、培训、讲座），一行是一节。

计的是节数，不是课程门数；是否收费不作区分。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import activities_by

INDICATOR = Indicator(
    label="课程节数",
    unit="节",
    section="参与",
    why="看培训和课堂提供了多少学习机会。",
    good="up",
    numerator=activities_by("课程"),
    phrase="开设课程{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "课程",
        "培训",
        "免费培训",
        "培训场次",
        "讲座",
        "课堂",
        "培训课程",
        "课程场次",
        "开设课程",
        "培训班",
        "授课",
        "讲课",
        "上课",
        "公益课堂",
        "公益课程",
    ),
    wordings=(
        Wording(
            nouns="课程 培训 培训班 课堂 夜校 研修班 课",
            verbs="开展 举办 开设 开办 组织 授课 开课 开班 已经开",
            unless="社工站 社工培训 新人 督导 岗前 业务培训",
        ),
        Wording(verbs="授课", units="课时 节"),
        Wording(nouns="课程 课", units="门", but="课程的门数"),
    ),
)
