"""The aggregates that more than one indicator counts, each declared once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from indicators.condition import equals, equals_or_missing, is_missing, is_present
from indicators.model import Aggregate, Indicator, Unit

ACTIVITIES = Aggregate("activity", "count(*)", on="held_on")


def activities_by(method: str) -> Aggregate:
    """Return the activities of a method (服务方法)."""
    return replace(ACTIVITIES, where=equals("method", method))


ATTENDANCES = Aggregate("participation", "sum(heads)", on="held_on", needs=("activity",), of_people=True)
# Activities of which it is known how many came, and those of which it is not: neither a headcount nor a sign-in.
ATTENDED_ACTIVITIES = Aggregate("participation", "sum(counted_sessions)", on="held_on", needs=("activity",))
UNCOUNTED_ACTIVITIES = replace(ATTENDED_ACTIVITIES, expression="sum(uncounted_sessions)")
# Each attendance counted with the size of its activity: the squares of the activities, added up.
ATTENDANCE_SQUARES = Aggregate("participation", "sum(heads * event_heads)", on="held_on", needs=("activity",))
PARTICIPANTS = Aggregate(
    "participation",
    "count(distinct person_key)",
    on="held_on",
    low=("count(distinct person_key)", "max(event_people)"),
    high=("count(distinct person_key)", "sum(unknown_heads)"),
    needs=("activity",),
    of_people=True,
)
RESIDENT_PARTICIPANTS = Aggregate(
    "participation",
    "count(distinct resident_key)",
    on="held_on",
    where=equals_or_missing("identity", "居民"),
    low=("count(distinct resident_key)",),
    high=("count(distinct person_key)", "sum(unknown_heads)"),
    needs=("activity",),
    of_people=True,
)
SERVICE_HOURS = Aggregate("counted_service", "sum(counted_hours)", on="served_on")
DELIBERATIONS = Aggregate("deliberation", "count(*)", on="held_on")
REGISTERED_VOLUNTEERS = Aggregate(
    "volunteer",
    "count(person_key)",
    on="joined_on",
    span="to_date",
    low=("count(person_key)",),
    high=("count(*)",),
    of_people=True,
)
CASES_OPENED = Aggregate("casework", "count(*)", on="opened_on", of_people=True)
CASES_CLOSED = Aggregate("casework", "count(*)", on="closed_on", of_people=True)
TOPICS_RAISED = Aggregate("topic", "count(*)", on="proposed_on")
TOPICS_RESOLVED = Aggregate("topic", "count(*)", on="resolved_on")
WISHES_COLLECTED = Aggregate("wish", "count(*)", on="collected_on", of_people=True)
WISHES_FULFILLED = Aggregate("wish", "count(*)", on="fulfilled_on", of_people=True)
RELIEF_NEEDS = Aggregate("relief_case", "count(*)", on="registered_on", of_people=True)
RELIEF_LINKED = Aggregate("relief_case", "count(*)", on="linked_on", of_people=True)
LEADERS_RECOGNISED = Aggregate(
    "resident_leader",
    "count(distinct person_key)",
    on="recognised_on",
    span="to_date",
    low=("count(distinct person_key)",),
    high=("count(distinct person_key)", "count(*)", "-count(person_key)"),
    of_people=True,
)
STAFF = Aggregate("staff", "count(*)", on="joined_on", span="state", until="left_on")
STAFF_CERTIFIED = Aggregate("staff", "count(*)", on="certified_from", span="state", until="left_on")
REQUESTS_FINISHED = Aggregate("service_request", "count(*)", on="finished_on", of_people=True)
ORDERS_PLACED = Aggregate("service_order", "count(*)", on="ordered_on", of_people=True)
ORDERS_ACCEPTED = Aggregate("service_order", "count(*)", on="accepted_on", of_people=True)
ORDERS_RATED = Aggregate("service_order", "count(rating)", on="judged_on", of_people=True)
NEEDS_LISTED = Aggregate("listed_need", "count(*)", on="version_on", span="state", until="until_on", is_current=True)
IS_DIRECT = is_missing("partner")
CASH_RECEIVED = Aggregate("cash_receipt", "sum(amount_yuan)", on="donated_on", where=IS_DIRECT)
RESIDENTS = Aggregate(
    "resident_base",
    "sum(residents_count)",
    on="valid_from",
    where=is_present("residents_count"),
    span="state",
    until="valid_to",
)
# 年平均人口: the mean of the first and the last day, as statistical offices divide what happens in between.
MEAN_RESIDENTS = replace(RESIDENTS, span="both_ends")
CASES_IN_HAND = replace(CASES_OPENED, span="any_day", until="closed_on")


def per_1000_residents(counted: Indicator, aliases: Sequence[str]) -> Indicator:
    """Return the indicator that divides a counted one by the residents: same numerator, groups, section, good and roles; version 2 of all."""
    return replace(
        counted,
        label=f"每千名居民{counted.label}",
        unit=cast(Unit, f"{counted.unit}/千人"),
        why="社区有大有小，折成每千名居民才能并排比较。",
        denominator=MEAN_RESIDENTS,
        needs_every_month=True,
        scale=1000,
        decimals=1,
        phrase="",
        reviewed="2026-11-25",
        version=2,
        aliases=tuple(aliases),
        wordings=(),
    )
