"""Points of two more communities, each under its own rule: one for an hour, two hours of a service at most in 凤二村; balances carry over.

Source of the forms: local rules of points (one an hour and at most two hours a service; a bag of rice for 44), told anew.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from sample.records import LAST, Service
from sample.stories import feijiaying, fenger
from sample.stories.points import Redemption, Rule

FENGER_RULES = [
    Rule(date(2022, 1, 1), "志愿服务", 1, 2, 12),
    Rule(date(2025, 1, 1), "志愿服务", 1, 3, 15),
]
FENGER_VOUCHERS = {"大米": 44, "食用油": 36, "洗衣液": 18, "毛巾": 8}
FEIJIAYING_RULES = [Rule(date(2023, 7, 1), "志愿服务", 1, None, 12)]
FEIJIAYING_REPORTS = [Rule(date(2026, 1, 1), "反映问题", 1, None, 12)]  # a point for each request of a resident
FEIJIAYING_VOUCHERS = {"理发券": 15, "助餐券": 12, "图书": 20, "抽纸": 6}


@cache
def fenger_redemptions() -> list[Redemption]:
    """Return what volunteers of 凤二村 redeem."""
    return _redemptions(Random("凤二/积分"), fenger.story().services, FENGER_RULES, FENGER_VOUCHERS)


@cache
def feijiaying_redemptions() -> list[Redemption]:
    """Return what volunteers of 费家营社区 redeem."""
    return _redemptions(Random("费家营/积分"), feijiaying.story().services, FEIJIAYING_RULES, FEIJIAYING_VOUCHERS)


def _redemptions(
    rng: Random, services: Sequence[Service], rules: Sequence[Rule], vouchers: Mapping[str, int]
) -> list[Redemption]:
    """Return what is redeemed some days after a service, never more than half of what there is."""
    balances, redeemed, on_a_day = defaultdict[str, float](float), [], set[tuple[str, date]]()
    for service in sorted(services, key=lambda service: service.served_on):
        in_force = [rule for rule in rules if rule.effective_on <= service.served_on]
        if not in_force:
            continue
        balances[service.person] += min(service.hours, in_force[-1].most_hours or service.hours)
        voucher = rng.choice(list(vouchers))
        day = service.served_on + timedelta(rng.randrange(1, 20))
        is_wanted = rng.random() < 0.5 and day <= LAST and (service.person, day) not in on_a_day
        if is_wanted and balances[service.person] >= 2 * vouchers[voucher]:
            on_a_day.add((service.person, day))
            balances[service.person] -= vouchers[voucher]
            redeemed.append(Redemption(day, service.person, voucher, vouchers[voucher]))
    return sorted(redeemed, key=lambda redemption: redemption.redeemed_on)
