"""有服务记录的志愿者：截至统计期最后一天，志愿服务台账里已成为志愿者的不同的人。

成为志愿者的日期取注册日期，没有注册日期的取第一次服务的日期；同一社区内同名视为同一人；退出没有登记，不扣减。
只看有服务记录的人：注册了从未服务的不在台账里，以后补登的服务会让更早的数变大，所以不是注册志愿者人数。
姓名打了星号的记录不知道是谁，人数给出范围：至少是有姓名的去重人数，至多再加上全部无姓名的记录。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import REGISTERED_VOLUNTEERS

INDICATOR = Indicator(
    label="有服务记录的志愿者",
    unit="人",
    section="志愿服务",
    why="看社区积累了多少志愿者。",
    good="up",
    numerator=REGISTERED_VOLUNTEERS,
    phrase="有服务记录的志愿者{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "志愿者",
        "志愿者人数",
        "志愿者队伍",
        "志愿者总数",
        "社区志愿者",
        "义工",
        "志愿者规模",
        "招募志愿者",
        "发展志愿者",
        "志愿者数量",
        "拥有志愿者",
        "吸纳志愿者",
    ),
)
