"""累计捐赠和参与记分次数：截至统计期最后一天，捐赠、参加活动和议事会、反映问题按积分规则记分的次数。

怎样算一次同“捐赠和参与记分次数”。积分余额的变动加上兑换、减去志愿服务积分，就是这些记分；所以这个数隐藏的日子，积分余额也隐藏。
"""

from dataclasses import replace

from indicators.definitions import points_entries
from indicators.model import Indicator

INDICATOR = Indicator(
    label="累计捐赠和参与记分次数",
    unit="次",
    section="积分",
    why="余额里有多少次捐赠和参与，从头数起。",
    good="none",
    numerator=replace(points_entries.INDICATOR.numerator, span="to_date"),
    phrase="累计按规则记分的捐赠和参与{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-27",
)
