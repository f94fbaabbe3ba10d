"""Help for families in difficulty: wishes from collecting to fulfilling, subsidised orders, and needs that find a resource."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample.days import STEADY, draw
from sample.records import LAST

GROUPS = {"老人": 4, "儿童青少年": 4, "困难家庭": 3, "残障人士": 2}
ITEMS = {
    "老人": ("电风扇", "棉被", "助行器", "老花镜", "收音机", "血压计", "理发"),
    "儿童青少年": ("书包文具", "台灯", "运动鞋", "课外书", "画笔"),
    "困难家庭": ("米面油", "电饭煲", "床上用品", "拍全家福"),
    "残障人士": ("轮椅", "拐杖", "防滑垫", "取暖器"),
}
AGES = {"老人": (62, 88), "儿童青少年": (7, 16), "困难家庭": (35, 58), "残障人士": (30, 66)}
GOODS = ("米面粮油", "日用品", "食品")


@dataclass(frozen=True)
class Wish:
    wish_no: str
    person: str
    age: int
    group: str
    item: str
    collected_on: date
    claimed_on: date | None
    claimed_by: str | None
    fulfilled_on: date | None
    value_yuan: int


@dataclass(frozen=True)
class Order:
    """Prices in yuan; what company and project pay leaves the rest to the household."""

    order_no: str
    household: str
    group: str
    ordered_on: date
    goods: str
    total: float
    company: float
    project: float

    @property
    def self_paid(self) -> float:
        return round(self.total - self.company - self.project, 2)


@dataclass(frozen=True)
class Need:
    need_no: str
    household: str
    registered_on: date
    need: str
    resource: str | None
    linked_on: date | None
    gap: str | None
    has_consent: bool
    visits: int


@dataclass(frozen=True)
class Drive:
    """Wishes collected in a stretch of time: of so many people, some of them two, and of how many people one is fulfilled by its end."""

    prefix: str
    window: tuple[date, date]
    people: Sequence[str]
    granted: int
    second_wishes: int
    helpers: Sequence[str]


def wished(rng: Random, drive: Drive) -> list[Wish]:
    """Return the wishes of a drive in order of time; those of the first `granted` people are fulfilled by its last day."""
    owners = [*drive.people, *drive.people[: drive.second_wishes]]
    granted = set(drive.people[: drive.granted])
    days = draw(rng, len(owners), drive.window[0], drive.window[1] - timedelta(60), STEADY)
    group_of = {person: rng.choices(list(GROUPS), list(GROUPS.values()))[0] for person in drive.people}
    rng.shuffle(owners)
    return [
        _wish(rng, f"{drive.prefix}{day.year}{number:03d}", owner, group_of[owner], day, drive, owner in granted)
        for number, (owner, day) in enumerate(zip(owners, days, strict=True), 1)
    ]


def _wish(rng: Random, wish_no: str, person: str, group: str, day: date, drive: Drive, is_granted: bool) -> Wish:
    claimed = day + timedelta(rng.randrange(1, 25))
    fulfilled = claimed + timedelta(rng.randrange(2, 30))
    is_claimed = is_granted or rng.random() < 0.5
    return Wish(
        wish_no,
        person,
        rng.randrange(*AGES[group]),
        group,
        rng.choice(ITEMS[group]),
        day,
        claimed if is_claimed and claimed <= LAST else None,
        rng.choice(drive.helpers) if is_claimed else None,
        fulfilled if is_granted else None,
        rng.randrange(6, 60) * 10,
    )


def ordered(rng: Random, prefix: str, households: Sequence[str], window: tuple[date, date], count: int) -> list[Order]:
    """Return so many orders in order of time; every household orders at least once."""
    group_of = {household: rng.choices(("困难家庭", "老人", "残障人士"), (5, 3, 1))[0] for household in households}
    buyers = [*households, *rng.choices(households, k=count - len(households))]
    rng.shuffle(buyers)
    orders = []
    for number, (buyer, day) in enumerate(zip(buyers, draw(rng, count, *window, STEADY), strict=True), 1):
        total = rng.randrange(30, 180) + rng.choice((0.0, 0.5, 0.8))
        company, project = round(total * rng.choice((0.2, 0.25, 0.3)), 2), round(total * rng.choice((0.2, 0.3)), 2)
        orders.append(
            Order(
                f"{prefix}{day:%y%m}{number:04d}",
                buyer,
                group_of[buyer],
                day,
                rng.choice(GOODS),
                total,
                company,
                project,
            )
        )
    return orders


def needed(
    rng: Random,
    prefix: str,
    households: Sequence[str],
    window: tuple[date, date],
    resources: Mapping[str, Sequence[str]],
) -> list[Need]:
    """Return a need of each household in order of time, most of them linked to a resource after some weeks."""
    needs = []
    for number, (household, day) in enumerate(
        zip(households, draw(rng, len(households), *window, STEADY), strict=True), 1
    ):
        need = rng.choice(list(resources))
        linked = day + timedelta(rng.randrange(5, 90))
        is_linked = linked <= LAST and rng.random() < 0.75
        gap = (
            rng.choice(("800元", "每学期5000多元", "2.4万元", "近1000元", "6万元"))
            if need in ("学费", "医药费", "生活困难")
            else None
        )
        needs.append(
            Need(
                f"{prefix}{day.year}-{number:02d}",
                household,
                day,
                need,
                rng.choice(resources[need]) if is_linked else None,
                linked if is_linked else None,
                gap,
                rng.random() < 0.92,
                rng.randrange(1, 7),
            )
        )
    return needs
