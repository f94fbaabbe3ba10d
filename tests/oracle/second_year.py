"""Counts the figures of a year of a community from the rows of the second reader, by the definitions in words alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from tests.oracle.second_headers import IDENTITIES
from tests.oracle.second_reader import Row

Counted = float | Decimal | int | None
Sides = tuple[Counted, ...]  # the numerator, and the denominator where there is one; low and high of a range

METHODS = {
    "community_activities": "社区活动 社区服务 大型活动 活动",
    "group_sessions": "小组 小组服务 小组活动 小组工作",
    "courses": "免费培训 培训 课堂",
    "home_visits": "上门探访 探访 入户探访 入户走访 入户 家访",
    "public_welfare_days": "主题公益日",
    "film_screenings": "电影放映",
}
CASH, GOODS = "善款 款 转账 现金", "物品 实物 物 物资"
RESIDENT = "居民 村民 社区居民 群众"
MASKED = re.compile(r".*\*.*|.先生|.女士|爱心人士|热心(?:居民|村民|市民)|匿名|.某某?|居民|村民|群众")


def is_known(row: Row) -> bool:
    """Whether a row says who it was."""
    return bool(row.get("name")) and not MASKED.fullmatch(row["name"])


def names(rows: Iterable[Row]) -> set[str]:
    return {row["name"] for row in rows if is_known(row)}


def total(rows: Iterable[Row], field: str) -> Counted:
    return sum((row[field] for row in rows if row.get(field) is not None), Decimal(0))


class Year:
    """The rows of one community, told apart by kind and year."""

    def __init__(self, rows: dict[str, list[Row]], community: str, number: int):
        self.rows = {kind: [row for row in of_kind if row["community"] == community] for kind, of_kind in rows.items()}
        self.first, self.last = date(number, 1, 1), date(number, 12, 31)

    def dated(self, kind: str, field: str = "day") -> list[Row]:
        return [row for row in self.rows[kind] if row.get(field) and self.first <= row[field] <= self.last]

    def until(self, kind: str, field: str = "day") -> list[Row]:
        return [row for row in self.rows[kind] if row.get(field) and row[field] <= self.last]

    def gifts(self, rows: list[Row], forms: str) -> list[Row]:
        return [row for row in rows if row.get("status") != "未到账" and self.form(row) in forms.split()]

    @staticmethod
    def form(row: Row) -> str:
        has_goods = row.get("goods") or row.get("quantity") is not None
        return str(row.get("form") or ("物资" if has_goods else "现金"))

    def method(self, id: str) -> Sides:
        return (sum(row.get("method") in METHODS[id].split() for row in self.dated("activity")),)

    def groups_started(self) -> Sides:
        """Groups are numbered in the sample: each begins with its first session."""
        sessions = [row for row in self.dated("activity") if row.get("method") in METHODS["group_sessions"].split()]
        return (sum("第1节" in row["title"] or "第一节" in row["title"] for row in sessions),)

    def events(self) -> dict[tuple[str, date], list[Row]]:
        events: dict[tuple[str, date], list[Row]] = defaultdict(list)
        for row in self.dated("activity"):
            events[row["title"], row["day"]].append(row)
        return events

    def sign_ins(self) -> list[Row]:
        events = self.events()
        return [row for row in self.dated("sign_in") if (row["title"], row["day"]) in events]

    def heads(self) -> dict[tuple[str, date], tuple[Decimal, int]]:
        """Return {event: (attendances, sign-ins among them)}."""
        signed = Counter((row["title"], row["day"]) for row in self.sign_ins())
        return {
            event: (max(Decimal(total(rows, "heads") or 0), Decimal(signed[event])), signed[event])
            for event, rows in self.events().items()
        }

    def participants(self) -> Sides:
        signed, low = self.sign_ins(), 0
        of_identity: dict[Any, list[Row]] = defaultdict(list)
        for row in signed:
            of_identity[row["title"], row["day"], row.get("identity")].append(row)
        events = self.events()
        for (title, day, _), rows in of_identity.items():
            masked = len(rows) - sum(map(is_known, rows))
            is_one = len(events[title, day]) == 1
            low = max(low, len(names(rows)) + masked if is_one else max(len(names(rows)), min(masked, 1)))
        for event, rows in events.items():
            largest = max((row["heads"] or 0 for row in rows), default=0)
            low = max(low, largest - self.heads_signed(event))
        unknown = (
            sum(whole - number for whole, number in self.heads().values()) + len(signed) - sum(map(is_known, signed))
        )
        return max(low, len(names(signed))), len(names(signed)) + unknown

    def heads_signed(self, event: tuple[str, date]) -> int:
        return self.signed_by_event()[event]

    def signed_by_event(self) -> Counter[tuple[str, date]]:
        if not hasattr(self, "_signed"):
            self._signed = Counter((row["title"], row["day"]) for row in self.sign_ins())
        return self._signed

    def new_participants(self) -> Sides:
        signed = [row for row in self.sign_ins() if row.get("new") is not None]
        return len(names(row for row in signed if row["new"] in ("1", "√", "新", "是"))), len(names(signed))

    def volunteers(self) -> Sides:
        return self.persons(self.dated("service"))

    def volunteers_ever(self) -> Sides:
        begun: dict[str, date] = {}
        unknown = 0
        for row in self.rows["service"]:
            joined = min(row.get("joined") or row["day"], row["day"])
            if is_known(row):
                begun[row["name"]] = min(begun.get(row["name"], joined), joined)
            else:
                unknown += joined <= self.last
        known = sum(day <= self.last for day in begun.values())
        return known, known + unknown

    def hours_each(self) -> Sides:
        rows = [row for row in self.dated("service") if is_known(row)]
        return total(rows, "hours"), len(names(rows))

    def closed(self) -> list[Row]:
        return self.dated("case", "closed")

    def open_cases(self, day: date) -> int:
        return sum(row["opened"] <= day and (row["closed"] is None or row["closed"] > day) for row in self.rows["case"])

    def in_hand(self) -> int:
        before = date(self.first.year - 1, 12, 31)
        return self.open_cases(before) + len(self.dated("case", "opened"))

    def improved(self) -> Sides:
        rows = [row for row in self.closed() if row.get("before") is not None and row.get("after") is not None]
        return sum(row["after"] > row["before"] for row in rows), len(rows)

    def donors(self) -> Sides:
        return self.persons(self.gifts(self.dated("gift"), f"{CASH} {GOODS}"))

    @staticmethod
    def persons(rows: list[Row]) -> Sides:
        """Return how many different people rows are of: at least those named, at most each masked one beside them."""
        return len(names(rows)), len(names(rows)) + sum(not is_known(row) for row in rows)

    def given_goods(self) -> Sides:
        """Return how many different people goods were handed to: those named, and at most all that are counted beside them."""
        rows = self.dated("handed_out")
        known = names(rows)
        return len(known), len(known) + sum(int(row.get("helped") or 1) for row in rows if not is_known(row))

    def answers(self, rows: list[Row]) -> Sides:
        return sum(row["score"] * 10 >= row["scale"] * 8 for row in rows), len(rows)

    def overall(self) -> list[Row]:
        words = ["总体", "总体满意度", "整体满意度", "综合满意度", "总体评价"]
        return [row for row in self.dated("answer") if row.get("question") in (None, *words)]

    def questionnaires(self) -> Sides:
        return (len({(row["wave"], row["day"], row["number"]) for row in self.dated("answer")}),)

    def returned(self) -> Sides:
        waves: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows["answer"]:
            waves[row["wave"]].append(row)
        held = [rows for rows in waves.values() if self.first <= min(row["day"] for row in rows) <= self.last]
        returned = sum(len({(row["day"], row["number"]) for row in rows}) for rows in held)
        return returned, sum(max(row["invited"] for row in rows) for rows in held)

    def mean_score(self, scale: int) -> Sides:
        rows = [row for row in self.dated("answer") if row["scale"] == scale]
        return total(rows, "score"), len(rows)

    def on_time(self) -> Sides:
        rows = [row for row in self.dated("request", "finished") if row.get("due")]
        return sum(row["finished"] <= row["due"] for row in rows), len(rows)

    def requests_satisfied(self) -> Sides:
        ratings = [row.get("rating") for row in self.dated("request", "finished")]
        satisfied = sum(rating in ("满意", "非常满意") for rating in ratings)
        return satisfied, satisfied + sum(rating in ("一般", "基本满意", "不满意") for rating in ratings)

    def councils(self) -> list[Decimal]:
        """Return the attendances of every council: those minuted, and what the activities of a day hold beside them."""
        minuted: dict[date, list[tuple[str, Decimal]]] = defaultdict(list)
        held: dict[date, list[tuple[str, Decimal]]] = defaultdict(list)
        for row in self.dated("council"):
            present = sum((row.get(name) or Decimal(0) for name in IDENTITIES), Decimal(0))
            minuted[row["day"]].append((row["title"], max(present, row.get("whole") or Decimal(0))))
        for row in self.dated("activity"):
            if "议事" in (row.get("method") or row["title"]):
                held[row["day"]].append((row["title"], row["heads"] or Decimal(0)))
        return [heads for day in minuted.keys() | held.keys() for heads in _of_a_day(minuted[day], held[day])]

    def topics(self, field: str) -> list[Row]:
        """Return the topics dated in the year, of those done only the ones with evidence."""
        return [row for row in self.dated("topic", field) if field != "done" or row.get("evidence")]

    def topics_open(self) -> int:
        raised = self.until("topic")
        ended = [
            row
            for row in raised
            if (row.get("evidence") and row["done"] and row["done"] <= self.last)
            or (row.get("result") == "未通过" and row["voted"] <= self.last)
        ]
        return len(raised) - len(ended)

    def standing(self, kind: str, since: str = "day") -> list[Row]:
        """Return what is there on the last day of the year."""
        return [row for row in self.until(kind, since) if row["ended"] is None or row["ended"] > self.last]

    def certified(self, words: str = "初级 中级") -> int:
        standing = [row for row in self.standing("staff") if row["certificate"] in words.split()]
        return sum((row["certified"] or row["day"]) <= self.last for row in standing)

    def register(self, field: str) -> Sides:
        rows = sorted(self.rows["register"], key=lambda row: row["day"])
        in_force = [row for row in rows if row["day"] <= self.last] or rows[:1]
        return (in_force[-1][field] if in_force else None,)


def days(rows: Iterable[Row], begin: str, end: str) -> int:
    return sum((row[end] - row[begin]).days for row in rows)


def _of_a_day(minuted: list[tuple[str, Decimal]], held: list[tuple[str, Decimal]]) -> list[Decimal]:
    """Return the attendances of the councils of a day, in both ledgers in the same order: equal names first, large before small."""
    both = {title for title, _ in minuted} & {title for title, _ in held}
    lists = (
        sorted(day, key=lambda c: (c[0] not in both, c[0] if c[0] in both else "", -c[1])) for day in (minuted, held)
    )
    return [max(heads for _, heads in pair) for pair in zip_longest(*lists, fillvalue=("", Decimal(0)))]
