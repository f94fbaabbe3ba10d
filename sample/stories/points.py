"""阳明山庄社区's points: two for an hour or an item since 2021, an hour limit since July 2024; vouchers within what was earned."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from sample.records import LAST
from sample.stories import yangming

VOUCHERS = {"早餐券": 6, "理发券": 10, "干洗券": 20, "洗车券": 24, "生活用品": 8}


@dataclass(frozen=True)
class Rule:
    effective_on: date
    item: str
    points: int
    most_hours: int | None
    star_points: int


@dataclass(frozen=True)
class Redemption:
    redeemed_on: date
    person: str
    voucher: str
    points: int


RULES = [
    Rule(date(2021, 1, 1), "志愿服务", 2, None, 30),
    Rule(date(2021, 1, 1), "捐赠物资", 2, None, 30),
    Rule(date(2024, 7, 1), "志愿服务", 2, 4, 30),
]


@cache
def redemptions() -> list[Redemption]:
    """Return what keen volunteers redeem, some days after a service, never more than half of what they have."""
    rng, balances = Random("阳明/积分"), defaultdict[str, float](float)
    redeemed = []
    for service in sorted(yangming.story().services, key=lambda service: service.served_on):
        balances[service.person] += 2 * min(service.hours, 4)
        voucher = rng.choice(list(VOUCHERS))
        day = service.served_on + timedelta(rng.randrange(1, 20))
        if balances[service.person] >= 2 * VOUCHERS[voucher] and rng.random() < 0.12 and day <= LAST:
            balances[service.person] -= VOUCHERS[voucher]
            redeemed.append(Redemption(day, service.person, voucher, VOUCHERS[voucher]))
    return sorted(redeemed, key=lambda redemption: redemption.redeemed_on)
