"""阳明山庄社区's venues: the station of about 150 square metres for 100,000 yuan, older ones, one closed since and one opened later."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Venue:
    name: str
    kind: str
    area_m2: float | None
    opened_on: date
    invested_yuan: int | None
    closed_on: date | None = None


VENUES = [
    Venue("阳明社工站", "服务站", 62, date(2016, 9, 1), 28_000),
    Venue("慈善超市", "超市", 86, date(2018, 6, 16), 45_000),
    Venue("社区书屋", "活动室", 118.5, date(2019, 4, 23), 36_500),
    Venue("共享工具坊", "活动室", 41, date(2021, 5, 8), 12_800),
    Venue("老年活动角", "活动室", None, date(2015, 10, 21), None, date(2021, 11, 30)),
    Venue("五邻·阳光益站", "服务站", 148, date(2022, 3, 5), 100_000),
    Venue("幸福屋场", "室外", 360, date(2022, 9, 10), 52_000),
    Venue("阳善集市广场", "室外", 520, date(2024, 5, 18), 138_000),
]
