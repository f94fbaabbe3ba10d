"""Changes against the year before counted a second time, by pandas from the sample's own rows, over community-months in both years."""

from datetime import date

import pandas as pd
import pytest

from indicators.comparison import against_year_before
from indicators.model import Filters
from warehouse.build import Build

NOW, BEFORE = pd.period_range("2025-11", "2026-10", freq="M"), pd.period_range("2024-11", "2025-10", freq="M")
# indicator → (table, date, what is added up, ledger that must have been reported)
COUNTED = {
    "attendances": ("participation", "held_on", "heads", "activity"),
    "activities": ("activity", "held_on", None, "activity"),
    "volunteer_hours": ("volunteer_service", "served_on", "service_hours", "volunteer_service"),
    "cash_received": ("fund_movement", "moved_on", "received_yuan", "donation"),
    "cases_opened": ("casework", "opened_on", None, "casework"),
}


def frame(build: Build, sql: str) -> pd.DataFrame:
    return build.table(sql).to_pandas()


def like_for_like(build: Build, id: str, communities: list[str]) -> tuple[float, float, int]:
    """Return now, before and the number of community-months in both, added up month by month."""
    table, day, column, record = COUNTED[id]
    reported = frame(build, f"select community, month from coverage where record = '{record}'")
    known = set(zip(reported["community"], pd.to_datetime(reported["month"]).dt.to_period("M"), strict=True))
    pairs = [
        (name, now, then)
        for name in communities
        for now, then in zip(NOW, BEFORE, strict=True)
        if (name, now) in known and (name, then) in known
    ]
    rows = frame(build, f"select community, {day} as day, {column or 1} as amount from {table}")
    rows["month"] = pd.to_datetime(rows["day"]).dt.to_period("M")
    sums = rows.assign(amount=rows["amount"].astype(float)).groupby(["community", "month"])["amount"].sum()
    later, earlier = (sum(sums.get((pair[0], pair[side]), 0.0) for pair in pairs) for side in (1, 2))
    return later, earlier, len(pairs)


@pytest.mark.parametrize("id", COUNTED)
@pytest.mark.parametrize("chosen", ["", "凤二|天庆", "社东|天庆"])
def test_a_change_is_that_of_the_community_months_reported_in_both_years(build: Build, id: str, chosen: str) -> None:
    places = frame(build, "select community from place")["community"]
    communities = list(places[places.str.contains(chosen)])
    filters = Filters(tuple(communities), date(2025, 11, 1), date(2026, 10, 31))
    (comparison,) = against_year_before(build, [id], filters)
    later, earlier, pairs = like_for_like(build, id, communities)
    assert comparison.now.value == pytest.approx(later)
    assert comparison.before.value == pytest.approx(earlier)
    assert (comparison.coverage.reported, comparison.coverage.due) == (pairs, 12 * len(communities))


def test_a_balance_is_compared_where_every_month_between_both_days_was_reported(build: Build) -> None:
    communities = list(frame(build, "select community from place")["community"])
    reported = frame(build, "select community, record, month from coverage where record in ('donation', 'fund_use')")
    between = pd.to_datetime(reported["month"]).dt.to_period("M").isin(NOW)
    months = reported[between].groupby("community").size()
    throughout = list(months[months == 2 * len(NOW)].index)
    moves = frame(build, "select community, moved_on, change_yuan from fund_movement")
    moves = moves[moves["community"].isin(throughout)]
    days = pd.to_datetime(moves["moved_on"])
    later, earlier = (
        float(moves[days <= day]["change_yuan"].astype(float).sum()) for day in ("2026-10-31", "2025-10-31")
    )
    filters = Filters(tuple(communities), date(2026, 1, 1), date(2026, 10, 31))
    (comparison,) = against_year_before(build, ["fund_balance"], filters)
    assert len(throughout) == 3
    assert set(comparison.now.counted) == set(throughout)
    assert (comparison.now.value, comparison.before.value) == (pytest.approx(later), pytest.approx(earlier))


def activity_sizes(build: Build, chosen: str, first: str, last: str) -> pd.Series:
    """Return how many came to each activity of a day under one name: those who signed in, or those written down, if more."""
    activities = frame(build, "select community, held_on, title, headcount from activity")
    sign_ins = frame(build, "select community, attended_on as held_on, activity as title from attendance")
    key = ["community", "held_on", "title"]
    sizes = pd.concat([activities.groupby(key)["headcount"].sum(), sign_ins.groupby(key).size()], axis=1).fillna(0)
    sizes = sizes[sizes.index.isin(activities.groupby(key).size().index)].max(axis=1).reset_index(name="size")
    is_within = sizes["community"].str.contains(chosen) & pd.to_datetime(sizes["held_on"]).between(first, last)
    return sizes[is_within]["size"].astype(float)


@pytest.mark.parametrize(
    ("chosen", "year", "z", "silence"),
    [
        ("凤二", 2026, 0.68, "chance"),
        ("社东", 2026, 0.92, "chance"),
        ("幸福里", 2026, 1.69, "chance"),
        ("天庆", 2025, -0.59, "chance"),
        ("社东", 2023, 1.88, "chance"),
        ("阳明", 2026, 2.02, None),
        ("阳明", 2023, 5.24, None),
    ],
)
def test_attendances_of_the_sample_are_tested_by_the_squares_of_activities(
    build: Build, chosen: str, year: int, z: float, silence: str | None
) -> None:
    end = "10-31" if year == 2026 else "12-31"
    before, now = (activity_sizes(build, chosen, f"{then}-01-01", f"{then}-{end}") for then in (year - 1, year))
    assert (now.sum() - before.sum()) / ((now**2).sum() + (before**2).sum()) ** 0.5 == pytest.approx(z, abs=0.015)
    places = frame(build, "select community from place")["community"]
    filters = Filters(tuple(places[places.str.contains(chosen)]), date(year, 1, 1), date(year, 12, 31))
    (comparison,) = against_year_before(build, ["attendances"], filters)
    assert comparison.silence == silence


@pytest.mark.parametrize(("chosen", "percent"), [("", 13.2), ("凤二|天庆", 11.9)])
def test_attendances_of_the_sample_rise_by_less_than_the_totals_say(build: Build, chosen: str, percent: float) -> None:
    places = frame(build, "select community from place")["community"]
    filters = Filters(tuple(places[places.str.contains(chosen)]), date(2025, 11, 1), date(2026, 10, 31))
    (comparison,) = against_year_before(build, ["attendances"], filters)
    assert (comparison.change or 0) / (comparison.before.value or 1) * 100 == pytest.approx(percent, abs=0.05)
