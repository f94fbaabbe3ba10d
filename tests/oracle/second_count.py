"""Which figures of the sample are counted a second time, and why the others are not."""

from collections.abc import Callable
from decimal import Decimal

from tests.oracle.second_year import CASH, GOODS, METHODS, Sides, Year, days, total

COUNTS: dict[str, Callable[[Year], Sides]] = {
    "activities": lambda y: (len(y.dated("activity")),),
    **{id: (lambda y, id=id: y.method(id)) for id in METHODS},
    "attendances": lambda y: (sum(whole for whole, _ in y.heads().values()),),
    "attendances_per_activity": lambda y: (sum(whole for whole, _ in y.heads().values()), len(y.dated("activity"))),
    "participants": Year.participants,
    "new_participant_share": Year.new_participants,
    "volunteer_hours": lambda y: (total(y.dated("service"), "hours"),),
    "volunteers_active": Year.volunteers,
    "volunteers_registered": Year.volunteers_ever,
    "volunteer_teams": lambda y: (len({row["team"] for row in y.dated("service") if row.get("team")}),),
    "hours_per_volunteer": Year.hours_each,
    "cases_opened": lambda y: (len(y.dated("case", "opened")),),
    "cases_closed": lambda y: (len(y.closed()),),
    "cases_open": lambda y: (y.open_cases(y.last),),
    "closing_rate": lambda y: (len(y.until("case", "closed")), len(y.until("case", "opened"))),
    "closing_rate_of_period": lambda y: (len(y.closed()), y.in_hand()),
    "mean_days_to_close": lambda y: (days(y.closed(), "opened", "closed"), len(y.closed())),
    "closed_in_90_days_share": lambda y: (sum(days([row], "opened", "closed") <= 90 for row in y.closed()), len(y.closed())),
    "outcome_improved_share": Year.improved,
    "cash_received": lambda y: (total(y.gifts(y.dated("gift"), CASH), "yuan"),),
    "goods_value": lambda y: (total(y.gifts(y.dated("gift"), GOODS), "yuan"),),
    "gifts": lambda y: (len(y.gifts(y.dated("gift"), f"{CASH} {GOODS}")),),
    "donors": Year.donors,
    "money_spent": lambda y: (total(y.dated("spending"), "yuan"),),
    "people_helped": lambda y: (total(y.dated("spending"), "helped"),),
    "fund_balance": lambda y: (Decimal(total(y.gifts(y.until("gift"), CASH), "yuan") or 0) - Decimal(total(y.until("spending"), "yuan") or 0),),
    "use_ratio": lambda y: (total(y.until("spending"), "yuan"), total(y.gifts(y.until("gift"), CASH), "yuan")),
    "satisfied_share": lambda y: y.answers(y.dated("answer")),
    "overall_satisfied_share": lambda y: y.answers(y.overall()),
    "satisfaction_answers": Year.questionnaires,
    "response_rate": Year.returned,
    **{f"mean_score_{scale}": (lambda y, scale=scale: y.mean_score(scale)) for scale in (5, 10, 100)},
    "requests_received": lambda y: (len(y.dated("request", "received")),),
    "requests_finished": lambda y: (len(y.dated("request", "finished")),),
    "requests_on_time_share": Year.on_time,
    "requests_satisfied_share": Year.requests_satisfied,
    "mean_days_to_finish": lambda y: (days(y.dated("request", "finished"), "received", "finished"), len(y.dated("request", "finished"))),
    "deliberation_meetings": lambda y: (len(y.councils()),),
    "deliberation_attendances": lambda y: (sum(y.councils()),),
    "topics_raised": lambda y: (len(y.topics("day")),),
    "topics_resolved": lambda y: (len(y.topics("done")),),
    "topics_passed": lambda y: (sum(row.get("result") in (None, "通过") for row in y.topics("voted")),),
    "topics_open": lambda y: (y.topics_open(),),
    "topic_resolution_rate": lambda y: (sum(bool(row.get("evidence")) for row in y.until("topic", "done")), len(y.until("topic"))),
    "mean_days_to_resolve": lambda y: (days(y.topics("done"), "day", "done"), len(y.topics("done"))),
    "distributions": lambda y: (len(y.dated("handed_out")),),
    "distributed_value": lambda y: (total(y.dated("handed_out"), "yuan"),),
    "residents": lambda y: y.register("residents"),
    "households": lambda y: y.register("households"),
}  # fmt: skip
RANGES = {"participants", "volunteers_active", "volunteers_registered", "donors"}
# What is not counted a second time, and why.
NOT_COUNTED = {
    **dict.fromkeys(
        ("activities_per_1000", "attendances_per_1000", "volunteer_hours_per_1000", "cases_opened_per_1000", "cash_received_per_1000"),
        "numerators are counted here; the mean of residents is worked out in test_definitions_by_hand",
    ),
    **dict.fromkeys(("participation_rate", "participation_coverage", "volunteers_per_100_residents"), "their sides are counted here"),
    **dict.fromkeys(("cash_transferred_in", "cash_transferred_out"), "nothing passes between communities in the sample"),
    "active_strands": "strands are harmonised by long lists of spellings",
    "films_shown": "titles in book marks are read by a rule of their own",
    "cost_per_attendance": "worked out in test_figures_by_pandas",
    "organisation_share": "what reads as an organisation is a rule of the program",
}  # fmt: skip
