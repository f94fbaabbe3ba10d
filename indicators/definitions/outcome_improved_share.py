"""个案改善率：统计期内结案的个案中，服务后评分高于服务前评分的比例。

服务前、服务后两个评分缺一个的，分子分母都不计；评分持平不算改善。
"""

from dataclasses import replace

from indicators.condition import is_present, is_true
from indicators.model import Indicator
from indicators.shared_aggregates import CASES_CLOSED

INDICATOR = Indicator(
    label="个案改善率",
    unit="%",
    section="个案",
    why="个案做得有没有用，要看前后测。",
    good="up",
    numerator=replace(CASES_CLOSED, where=is_true("is_improved")),
    denominator=replace(CASES_CLOSED, where=is_present("is_improved")),
    scale=100,
    decimals=1,
    interval="wilson",
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "改善率",
        "个案改善比例",
        "服务成效率",
        "改善比例",
        "个案成效",
        "个案…改善",
        "个案…好转",
    ),
)
