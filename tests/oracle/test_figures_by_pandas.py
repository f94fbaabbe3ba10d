"""The tricky figures counted a second time, by pandas, over a random year of three communities."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import sqrt
from random import Random

import pandas as pd
import pytest

from indicators.engine import figures
from indicators.model import Figure
from tests.support.builds import Rows, make, months_of, only_figure, year
from warehouse.build import Build

PLACES = ("甲", "乙", "丙")
FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
RANDOM = Random(20261122)


def some_days(count: int) -> Iterator[dict[str, str]]:
    for _ in range(count):
        yield {"held_on": str(FIRST + timedelta(RANDOM.randrange(731))), "community": RANDOM.choice(PLACES)}


ACTIVITY: Rows = [
    {
        **row,
        "title": f"活动{n}",
        "headcount": RANDOM.choice([None, 0, 3, 12, 60]),
        "cost_yuan": RANDOM.choice([None, 0, 150]),
    }
    for n, row in enumerate(some_days(150))
]
ATTENDANCE: Rows = [
    {"community": row["community"], "activity": row["title"], "attended_on": row["held_on"], "person_key": person}
    for row in ACTIVITY[::2]
    for person in RANDOM.sample([None, None, *(f"{row['community']}{n}" for n in range(25))], RANDOM.randrange(12))
]
CASES: Rows = [
    {"case_no": str(n), "community": row["community"], "opened_on": row["held_on"], "closed_on": closed}
    for n, row in enumerate(some_days(120))
    for closed in [RANDOM.choice([None, str(date.fromisoformat(row["held_on"]) + timedelta(RANDOM.randrange(200)))])]
]
GIFTS: Rows = [
    {
        "community": row["community"],
        "donated_on": row["held_on"],
        "amount_yuan": f"{RANDOM.randrange(1, 10**6) / 100:.2f}",
    }
    | {"form": RANDOM.choice(["现金", "物资", None]), "status": RANDOM.choice(["到账", "认捐", None])}
    for row in some_days(150)
]
USES: Rows = [
    {"community": row["community"], "used_on": row["held_on"], "amount_yuan": f"{RANDOM.randrange(1, 10**5) / 100:.2f}"}
    for row in some_days(90)
]
ANSWERS: Rows = [
    {"community": row["community"], "surveyed_on": row["held_on"], "scale": scale, "score": RANDOM.randrange(scale + 1)}
    for row in some_days(200)
    for scale in [RANDOM.choice([5, 10, 100])]
]
REGISTER: Rows = [
    {"community": place, "as_of_on": day, "residents_count": RANDOM.randrange(500, 9000)}
    for place in PLACES
    for day in ("2024-03-01", "2025-05-15")
]
RECORDS = {
    "activity": ACTIVITY,
    "attendance": ATTENDANCE,
    "casework": CASES,
    "donation": GIFTS,
    "fund_use": USES,
    "satisfaction": ANSWERS,
    "community": REGISTER,
}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    reported = [
        cell
        for place in PLACES
        for record in RECORDS
        for cell in months_of(record, (str(FIRST), str(LAST)), community=place)
    ]
    return make(tmp_path_factory.mktemp("oracle") / "build.duckdb", RECORDS, reported)


def frame(record: str, on: str, figure: Figure, to_date: bool = False) -> pd.DataFrame:
    """Return the rows of a record that belong to a figure's community and period."""
    rows = pd.DataFrame(RECORDS[record])
    days = pd.to_datetime(rows[on]).dt.date
    within = (days <= figure.period.to_on) & (to_date | (days >= figure.period.from_on))
    return rows[within & rows["community"].isin([figure.community] if figure.community else PLACES)]


def each(build: Build, id: str) -> list[Figure]:
    """Return an indicator by quarter, of each community and of all together."""
    return [
        *figures(build, [id], year(2025, *PLACES), ("quarter", "community")),
        *figures(build, [id], year(2025, *PLACES), ("quarter",)),
    ]


def residents_on(figure: Figure, day: date) -> int:
    rows = pd.DataFrame(REGISTER)
    mine = rows[rows["community"].isin([figure.community] if figure.community else PLACES)]
    known = mine[mine["as_of_on"] <= str(max(day, date(2024, 3, 1)))]
    return int(known.sort_values("as_of_on").groupby("community")["residents_count"].last().sum())


def unsigned(figure: Figure) -> pd.Series:
    """Return for each activity the attendances of which nobody knows whose they are, sign-ins without a name apart."""
    events = frame("activity", "held_on", figure).fillna({"headcount": 0}).set_index("title")["headcount"]
    signed = frame("attendance", "attended_on", figure).groupby("activity").size()
    return (events - signed.reindex(events.index, fill_value=0)).clip(lower=0)


def test_participants_lie_between_the_signed_and_all_attendances(build: Build) -> None:
    for figure in each(build, "participants"):
        people = frame("attendance", "attended_on", figure)["person_key"]
        rest, masked, known = unsigned(figure), people.isna().sum(), people.nunique()
        of_one = frame("attendance", "attended_on", figure).groupby("activity")["person_key"]
        largest = (of_one.nunique() + of_one.size() - of_one.count()).max()
        low, high = max(known, rest.max(), largest), known + rest.sum() + masked
        assert (figure.value, figure.high or figure.value) == (low, high)


def test_attendances_are_the_larger_of_signed_and_counted_for_every_activity(build: Build) -> None:
    for figure in each(build, "attendances"):
        assert figure.value == len(frame("attendance", "attended_on", figure)) + unsigned(figure).sum()


def test_cost_per_attendance_leaves_out_activities_without_a_cost_or_a_headcount(build: Build) -> None:
    for figure in each(build, "cost_per_attendance"):
        costed = frame("activity", "held_on", figure).dropna(subset="cost_yuan").set_index("title")
        signed = (
            frame("attendance", "attended_on", figure).groupby("activity").size().reindex(costed.index, fill_value=0)
        )
        heads = pd.concat([costed["headcount"], signed.where(signed > 0)], axis=1).max(axis=1).dropna()
        assert (figure.numerator, figure.denominator) == (costed["cost_yuan"][heads.index].sum(), heads.sum())


def test_activities_per_1000_use_the_mean_of_the_residents_of_the_first_and_the_last_day(build: Build) -> None:
    for figure in each(build, "activities_per_1000"):
        ends = [residents_on(figure, day) for day in (figure.period.from_on, figure.period.to_on)]
        assert figure.value == pytest.approx(len(frame("activity", "held_on", figure)) * 1000 / (sum(ends) / 2))


def test_the_closing_rate_of_a_period_is_of_all_cases_in_hand(build: Build) -> None:
    for figure in each(build, "closing_rate_of_period"):
        opened = frame("casework", "opened_on", figure, to_date=True)
        ended = pd.to_datetime(opened["closed_on"]).dt.date
        in_hand = opened[ended.isna() | (ended >= figure.period.from_on)]
        assert figure.value == pytest.approx(100 * len(frame("casework", "closed_on", figure)) / len(in_hand))


def test_the_closing_rate_and_open_cases_add_up_on_every_day(build: Build) -> None:
    for rate, still_open in zip(each(build, "closing_rate"), each(build, "cases_open"), strict=True):
        opened = len(frame("casework", "opened_on", rate, to_date=True))
        closed = len(frame("casework", "closed_on", rate, to_date=True))
        assert rate.value == pytest.approx(100 * closed / opened)
        assert still_open.value == opened - closed


def test_the_use_ratio_and_the_balance_are_exact_to_the_fen(build: Build) -> None:
    for ratio, balance in zip(each(build, "use_ratio"), each(build, "fund_balance"), strict=True):
        gifts = frame("donation", "donated_on", ratio, to_date=True).fillna({"form": "现金", "status": "到账"})
        cash = (
            gifts[(gifts["form"] == "现金") & (gifts["status"] == "到账")]["amount_yuan"]
            .astype(float)
            .mul(100)
            .round()
            .sum()
        )
        spent = frame("fund_use", "used_on", ratio, to_date=True)["amount_yuan"].astype(float).mul(100).round().sum()
        assert ratio.value == pytest.approx(100 * spent / cash, rel=1e-12)
        assert balance.value == (cash - spent) / 100


def test_the_satisfied_share_has_the_wilson_interval_of_its_answers(build: Build) -> None:
    for figure in each(build, "satisfied_share"):
        answers = frame("satisfaction", "surveyed_on", figure)
        n, p, z = len(answers), (answers["score"] / answers["scale"] >= 0.8).mean(), 1.959963984540054
        spread = z * sqrt(p * (1 - p) / n + z * z / 4 / n / n)
        ends = [100 * (p + z * z / 2 / n + sign * spread) / (1 + z * z / n) for sign in (-1, 1)]
        assert figure.value == pytest.approx(100 * p)
        assert [figure.low, figure.high] == pytest.approx(ends)


def test_the_parts_of_the_year_make_the_whole(build: Build) -> None:
    for id in ("activities", "attendances", "cash_received", "money_spent", "cases_opened"):
        whole = only_figure(build, id, year(2025, *PLACES)).value
        parts = figures(build, [id], year(2025, *PLACES), ("month", "community"))
        assert sum(figure.value or 0 for figure in parts) == pytest.approx(whole, abs=0.001)
