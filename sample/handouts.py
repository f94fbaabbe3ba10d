"""Goods handed out: each from what was given before, and never more of it than came in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample.records import LAST, Gift, Handout


@dataclass(frozen=True)
class Counter:
    """How a community hands out: so many pieces at most at a time, to groups, signed for by people if it keeps names."""

    groups: Mapping[str, int]
    project: str
    largest: int = 20
    share: float = 0.85
    recipients: Sequence[str] = ()


def handed_out(rng: Random, gifts: Sequence[Gift], counter: Counter) -> list[Handout]:
    """Return what was handed out of the goods received, in order of time."""
    goods = [gift for gift in gifts if gift.form == "物资" and gift.quantity]
    return sorted((row for gift in goods for row in _portions(rng, gift, counter)), key=lambda row: row.given_on)


def _portions(rng: Random, gift: Gift, counter: Counter) -> Iterator[Handout]:
    """Yield the hand-outs of one gift, some days apart but for those that people sign for, until its share is gone."""
    total = gift.quantity or 0
    left, day = int(total * counter.share), gift.donated_on + timedelta(rng.randrange(3, 40))
    while left > 0 and day <= LAST:
        quantity = min(left, rng.randrange(1, counter.largest + 1))
        left -= quantity
        yield _handout(rng, gift, counter, day, quantity)
        day += timedelta(rng.randrange(0 if counter.recipients else 1, 5))


def _handout(rng: Random, gift: Gift, counter: Counter, day: date, quantity: int) -> Handout:
    value = gift.amount_yuan and round(gift.amount_yuan * quantity / (gift.quantity or 1), 2)
    return Handout(
        given_on=day,
        goods=gift.goods or "",
        quantity=quantity,
        unit=gift.unit or "",
        value_yuan=value,
        recipient=rng.choice(counter.recipients) if counter.recipients else None,
        group=rng.choices(list(counter.groups), list(counter.groups.values()))[0],
        helped=1 if counter.recipients else quantity,
        source=gift.donor if gift.donor_kind == "单位" else "个人捐赠",
        project=counter.project,
    )
