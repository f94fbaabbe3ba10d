"""Service requests of residents: hotline calls, reports of the grid and visits to the counter, from receipt to answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample.days import Rhythm, draw
from sample.records import LAST, Request

CATEGORIES = {  # category → (how often, days allowed)
    "环境卫生": (6, 5),
    "停车管理": (4, 7),
    "噪声扰民": (4, 5),
    "设施维修": (6, 10),
    "物业服务": (5, 10),
    "邻里纠纷": (2, 15),
    "政策咨询": (3, 3),
    "助老助残": (3, 7),
}
SOURCES = {"热线": 6, "网格上报": 4, "线上": 3, "窗口": 2}
RATINGS = ("满意", "一般", "不满意")
RHYTHM = Rhythm(0.08)


@dataclass(frozen=True)
class Desk:
    """Who answers what: the handler of each category, and how many days an answer usually takes in the first year."""

    prefix: str
    handlers: Mapping[str, str]
    usual_days: float = 4.5
    satisfied: float = 0.8


def received(
    rng: Random, desk: Desk, count: int, window: tuple[date, date], requesters: Sequence[str]
) -> list[Request]:
    """Return so many requests in order of time; answers come faster, and please more, as the years go by."""
    days = draw(rng, count, *window, RHYTHM)
    return [
        _request(rng, desk, f"{desk.prefix}{day:%Y%m}{number:04d}", day, years=day.year - window[0].year, by=requesters)
        for number, day in enumerate(days, 1)
    ]


def _request(rng: Random, desk: Desk, request_no: str, day: date, years: int, by: Sequence[str]) -> Request:
    category = rng.choices(list(CATEGORIES), [weight for weight, _ in CATEGORIES.values()])[0]
    needed = int(desk.usual_days * 0.9**years * rng.lognormvariate(0, 0.7))
    finished = day + timedelta(needed)
    is_finished = finished <= LAST and rng.random() < 0.97
    satisfied = min(0.95, desk.satisfied + 0.03 * years)
    rating = rng.choices(RATINGS, (satisfied, 0.7 * (1 - satisfied), 0.3 * (1 - satisfied)))[0]
    is_asked = rng.random() < 0.72
    return Request(
        request_no,
        day,
        day + timedelta(CATEGORIES[category][1]),
        finished if is_finished else None,
        category,
        rng.choices(list(SOURCES), list(SOURCES.values()))[0],
        desk.handlers.get(category, "社区居委会"),
        rng.choice(by),
        rng.choices(("已解决", "转办", "不予受理"), (90, 7, 3))[0] if is_finished else "处理中",
        (rating if is_asked else "未评价") if is_finished else None,
    )
