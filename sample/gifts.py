"""Gifts of money, goods and time: totals come out exactly; some donors are masked, a few leave a number in their name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from sample.amounts import split
from sample.days import Rhythm, draw
from sample.names import MASKED, phoned
from sample.records import Gift

GOODS = {
    "大米": ("袋", "采购发票"),
    "食用油": ("桶", "采购发票"),
    "10万步计步手环": ("个", "市场询价"),
    "医用口罩": ("盒", "采购发票"),
    "轮椅（八成新）": ("辆", "折旧估价"),
    "棉被": ("床", "市场询价"),
    "图书": ("册", "定价五折"),
    "月饼礼盒": ("份", "采购发票"),
}


@dataclass(frozen=True)
class Appeal:
    """A stretch of giving: so many gifts of so much money; `firms` of them come from organisations, with `firm_part` of it."""

    count: int
    total: int
    first: date
    last: date
    firms: int
    firm_part: float = 0.7
    online: float = 0.4
    fund: str | None = None
    purposes: Sequence[str | None] = (None,)


@dataclass(frozen=True)
class Donors:
    people: Sequence[str]
    firms: Sequence[str]


def cash_gifts(rng: Random, appeal: Appeal, donors: Donors, rhythm: Rhythm) -> list[Gift]:
    """Return the cash gifts of an appeal in order of time, without receipt numbers."""
    firm_total = int(appeal.total * appeal.firm_part) // 100 * 100 if appeal.firms else 0
    people = appeal.count - appeal.firms
    amounts = split(rng, firm_total, appeal.firms, 100, 0.9) if appeal.firms else []
    amounts += split(rng, appeal.total - firm_total, people, 10, 0.7)
    kinds = ["单位"] * appeal.firms + ["个人"] * people
    lines = list(zip(amounts, kinds, strict=True))
    rng.shuffle(lines)
    days = draw(rng, appeal.count, appeal.first, appeal.last, rhythm)
    return [_cash(rng, appeal, donors, day, *line) for day, line in zip(days, lines, strict=True)]


def _cash(rng: Random, appeal: Appeal, donors: Donors, day: date, amount: int, kind: str) -> Gift:
    channel = "线上" if rng.random() < appeal.online else "线下"
    purpose = rng.choice(appeal.purposes)
    return Gift(day, _donor(rng, donors, kind), kind, "现金", amount, "", channel, purpose, appeal.fund)


def _donor(rng: Random, donors: Donors, kind: str) -> str:
    """Return an organisation or a person; one person in nine is masked, a few leave their number in the name."""
    if kind == "单位":
        return rng.choice(donors.firms)
    luck = rng.random()
    if luck < 0.11:
        return rng.choice(MASKED)
    name = donors.people[int(len(donors.people) * rng.random() ** 1.4)]
    return phoned(rng, name) if luck > 0.98 else name


def goods(
    rng: Random, donors: Donors, count: int, total: int, window: tuple[date, date], fund: str | None = None
) -> list[Gift]:
    """Return goods worth `total` as valued by their bases."""
    values = split(rng, total, count, 10, 0.6)
    return [
        _goods(rng, donors, day, value, fund)
        for day, value in zip(draw(rng, count, *window, Rhythm()), values, strict=True)
    ]


def unvalued(rng: Random, donors: Donors, count: int, window: tuple[date, date]) -> list[Gift]:
    """Return goods that nobody valued: quantity only."""
    gifts = (_goods(rng, donors, day, 0, None) for day in draw(rng, count, *window, Rhythm()))
    return [replace(gift, amount_yuan=None, valuation_basis=None) for gift in gifts]


def time_gifts(rng: Random, donors: Donors, count: int, window: tuple[date, date]) -> list[Gift]:
    """Return gifts of time: hours, no money."""
    days = draw(rng, count, *window, Rhythm())
    return [
        Gift(day, _donor(rng, donors, "个人"), "个人", "时间", None, "", quantity=rng.randrange(1, 6), unit="小时")
        for day in days
    ]


def _goods(rng: Random, donors: Donors, day: date, value: int, fund: str | None) -> Gift:
    kind = "单位" if rng.random() < 0.6 else "个人"
    name = rng.choice(list(GOODS))
    unit, basis = GOODS[name]
    return Gift(
        day,
        _donor(rng, donors, kind),
        kind,
        "物资",
        value,
        "",
        fund=fund,
        valuation_basis=basis,
        goods=name,
        quantity=rng.randrange(1, 60),
        unit=unit,
    )


def receipted(prefix: str, *groups: Sequence[Gift]) -> list[Gift]:
    """Return all gifts in order of time, each with its receipt number."""
    gifts = sorted((gift for group in groups for gift in group), key=lambda gift: gift.donated_on)
    return [replace(gift, receipt_no=f"{prefix}{index:05d}") for index, gift in enumerate(gifts, 1)]
