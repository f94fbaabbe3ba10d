"""社区活动场次：服务方法为“社区活动”的活动场次，一行算一场。

小组、课程、走访、公益日、集市、放映、议事会等其他方法不计；没有写服务方法的不计。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import activities_by

INDICATOR = Indicator(
    label="社区活动场次",
    unit="场",
    section="参与",
    why="社区活动与小组、个案并列为社会工作三类常用方法，申报书常单列。",
    good="up",
    numerator=activities_by("社区活动"),
    phrase="开展社区活动{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "社区活动",
        "开展社区活动",
        "大型社区活动",
        "社区主题活动",
        "社区活动场次",
    ),
    wordings=(Wording(nouns="社区活动", verbs="开展 举办 组织 策划 举行"),),
)
