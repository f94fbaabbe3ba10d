"""One small year of one community, every figure of it worked out by hand."""

import pytest

from indicators.engine import catalogue
from registry import collect
from tests.oracle import examples
from tests.support.builds import Rows, make, months_of, only_figure, year
from tests.support.examples import Example
from warehouse.build import Build

ACTIVITY: Rows = [
    {
        "title": "义诊",
        "held_on": "2025-01-10",
        "strand": "老人",
        "method": "社区活动",
        "headcount": 40,
        "cost_yuan": 300,
    },
    {"title": "义诊", "held_on": "2025-02-10", "strand": "老人", "method": "社区活动", "headcount": 3},
    {
        "title": "成长",
        "held_on": "2025-03-01",
        "strand": "儿童青少年",
        "method": "小组",
        "headcount": 8,
        "cost_yuan": 0,
    },
    {"title": "成长", "held_on": "2025-03-08", "strand": "儿童青少年", "method": "小组", "headcount": 8},
    {"title": "书法课", "held_on": "2025-04-01", "method": "课程", "headcount": 20},
    {"title": "公益日", "held_on": "2025-05-01", "strand": "志愿服务", "method": "公益日", "partners": "例医院"},
    {"title": "探访", "held_on": "2025-05-02", "method": "走访", "headcount": 1},
    {"title": "村道照明", "held_on": "2025-06-01", "method": "议事会", "headcount": 12},
    {"title": "祠堂议事", "held_on": "2025-06-08", "headcount": 10},
    {"title": "议事交流", "held_on": "2025-06-09", "method": "集市", "headcount": 5},
    {"title": "《山河》", "held_on": "2025-07-01", "method": "放映", "headcount": 30},
    {"title": "《山河》", "held_on": "2025-07-08", "method": "放映", "headcount": 25},
    {"title": "往年", "held_on": "2024-12-31", "strand": "妇女", "method": "课程", "headcount": 99},
]
IDENTITIES = {"p1": "居民", "p2": "志愿者"}
SIGNED = {"activity": "义诊", "attended_on": "2025-02-10"}
ATTENDANCE: Rows = [
    {**SIGNED, "person_key": person, "is_new": is_new, "identity": IDENTITIES.get(str(person))}
    for person, is_new in [("p1", True), ("p2", False), ("p3", False), ("p4", None), (None, True)]
] + [{"activity": "书法课", "attended_on": "2025-04-01", "person_key": "p1", "is_new": False}]
VOLUNTEERS: Rows = [
    {"person_key": "v1", "served_on": "2025-01-05", "service_hours": 2.5, "team": "邻里帮"},
    {"person_key": "v1", "served_on": "2025-02-05", "service_hours": 3.5, "team": "爱阅读"},
    {
        "person_key": "v2",
        "served_on": "2025-02-05",
        "service_hours": 2,
        "team": "邻里帮",
        "registered_on": "2023-01-01",
    },
    {"person_key": None, "served_on": "2025-03-05", "service_hours": 1},
    {"person_key": "v3", "served_on": "2024-03-05", "service_hours": 9, "team": "旧队"},
]
CASES: Rows = [
    {"case_no": "1", "opened_on": "2024-10-01", "closed_on": "2025-01-09", "score_before": 3, "score_after": 5},
    {"case_no": "2", "opened_on": "2025-01-01", "closed_on": "2025-04-01", "score_before": 3, "score_after": 3},
    {"case_no": "3", "opened_on": "2025-01-01", "closed_on": "2025-12-31", "score_before": 3},
    {"case_no": "4", "opened_on": "2025-06-01"},
    {"case_no": "5", "opened_on": "2024-06-01", "closed_on": "2024-07-01", "score_before": 1, "score_after": 2},
]
ANSWERS: Rows = [
    {"answer_no": "1", "scale": 5, "score": 4, "dimension": "总体满意度", "wave": "上半年", "invited_count": 4},
    {"answer_no": "1", "scale": 5, "score": 3, "dimension": "服务及时", "wave": "上半年", "invited_count": 4},
    {"answer_no": "2", "scale": 5, "score": 2, "dimension": "总体满意度", "wave": "上半年", "invited_count": 4},
    {"answer_no": "3", "scale": 5, "score": 5, "dimension": "总体满意度", "wave": "上半年", "invited_count": 4},
    {"answer_no": "1", "scale": 10, "score": 8, "wave": "街访"},
    {"scale": 100, "score": 79, "wave": "电访"},
    {"scale": 100, "score": 80, "wave": "电访"},
]
GIFTS: Rows = [
    {"donated_on": "2024-05-01", "amount_yuan": "1000.00", "donor_key": "d0"},
    {
        "donated_on": "2025-01-01",
        "amount_yuan": "600.50",
        "donor_name": "某公司",
        "donor_nature": "单位",
        "donor_key": "d1",
    },
    {"donated_on": "2025-02-01", "amount_yuan": "99.50", "donor_key": "d2"},
    {"donated_on": "2025-02-01", "amount_yuan": "100.00"},
    {"donated_on": "2025-03-01", "amount_yuan": "5000", "donor_key": "d3", "status": "认捐"},
    {"donated_on": "2025-04-01", "amount_yuan": "250.25", "goods": "大米", "donor_key": "d2"},
    {"donated_on": "2025-04-01", "quantity": 3, "quantity_unit": "份", "goods": "棉被", "donor_key": "d1"},
    {"donated_on": "2025-05-01", "quantity": 2, "form": "时间", "donor_key": "d4"},
    {"donated_on": "2025-06-01", "amount_yuan": "70", "donor_name": "甲社区居委会", "donor_key": "d5"},
]
USES: Rows = [
    {"used_on": "2024-06-01", "amount_yuan": "400.00"},
    {"used_on": "2025-06-01", "amount_yuan": "500.10", "helped_count": 12, "decision_no": "一号"},
    {"used_on": "2025-07-01", "amount_yuan": "99.90", "passed_on_to": "某协会", "helped_count": 3, "project": "食堂"},
    {"used_on": "2025-07-02", "amount_yuan": "0.05", "project": "心愿"},
    {"used_on": "2025-07-03", "amount_yuan": "30", "passed_on_to": "甲社区慈善基金"},
]
REGISTER: Rows = [
    {"residents_count": 1000, "households_count": 400, "as_of_on": "2024-01-01"},
    {"residents_count": 2000, "households_count": 800, "area_km2": 0.85, "as_of_on": "2025-07-01"},
    {"residents_count": 9999, "households_count": 9999, "as_of_on": "2026-01-01"},
]
REQUESTS: Rows = [
    {
        "request_no": "1",
        "received_on": "2024-12-30",
        "finished_on": "2025-01-02",
        "due_on": "2025-01-06",
        "rating": "满意",
    },
    {
        "request_no": "2",
        "received_on": "2025-01-10",
        "finished_on": "2025-01-20",
        "due_on": "2025-01-17",
        "rating": "不满意",
    },
    {"request_no": "3", "received_on": "2025-02-01", "finished_on": "2025-02-01", "rating": "未评价"},
    {
        "request_no": "4",
        "received_on": "2025-03-01",
        "finished_on": "2025-03-05",
        "due_on": "2025-03-05",
        "rating": "满意",
    },
    {"request_no": "5", "received_on": "2025-12-31", "requester_key": "r1"},
    {"request_no": "6", "received_on": "2025-12-30", "finished_on": "2026-01-03", "rating": "满意"},
]
RECORDS = {
    "activity": ACTIVITY,
    "attendance": ATTENDANCE,
    "volunteer_service": VOLUNTEERS,
    "casework": CASES,
    "satisfaction": [{"surveyed_on": "2025-06-15", **answer} for answer in ANSWERS],
    "donation": GIFTS,
    "fund_use": USES,
    "community": REGISTER,
    "service_request": REQUESTS,
}
# id: (numerator, denominator, value), all of 2025
EXPECTED = {
    "activities": (12, None, 12),
    "community_activities": (2, None, 2),
    "joint_activities": (1, None, 1),
    "group_sessions": (2, None, 2),
    "groups_started": (1, None, 1),  # 成长, whose two sessions have no number
    "courses": (1, None, 1),
    "public_welfare_days": (1, None, 1),
    "home_visits": (1, None, 1),
    "film_screenings": (2, None, 2),
    "films_shown": (1, None, 1),
    "active_strands": (3, None, 3),
    "attendances": (164, None, 164),  # 40 + 5 signed (3 said) + 8 + 8 + 20 + 0 + 1 + 12 + 10 + 5 + 30 + 25
    "attendances_per_activity": (164, 11, 164 / 11),  # of 公益日 nobody wrote down how many came
    "participants": (40, None, 40),
    "participation_rate": (1, 2000, 0.05),  # p1 is said to be a resident
    "participation_coverage": (40, 2000, 2),
    "activities_per_1000": (12, 1500, 8),  # residents: (1000 on the first day + 2000 on the last) / 2
    "attendances_per_1000": (164, 1500, 328 / 3),
    "new_participant_share": (1, 3, 100 / 3),
    "cost_per_attendance": (300, 48, 6.25),
    "volunteers_registered": (3, None, 3),
    "volunteers_per_100_residents": (3, 2000, 0.15),
    "volunteers_active": (2, None, 2),
    "volunteer_hours": (9, None, 9),
    "volunteer_hours_per_1000": (9, 1500, 6),
    "hours_per_volunteer": (8, 2, 4),
    "volunteer_teams": (2, None, 2),
    "cases_opened": (3, None, 3),
    "cases_opened_per_1000": (3, 1500, 2),
    "cases_closed": (3, None, 3),
    "cases_open": (1, None, 1),
    "closing_rate": (4, 5, 80),
    "closing_rate_of_period": (3, 4, 75),  # 1 was open on 1 January, 2, 3 and 4 were opened; 1, 2 and 3 were closed
    "mean_days_to_close": (100 + 90 + 364, 3, 554 / 3),
    "closed_in_90_days_share": (1, 3, 100 / 3),
    "outcome_improved_share": (1, 2, 50),
    "satisfied_share": (4, 7, 400 / 7),
    "overall_satisfied_share": (4, 6, 400 / 6),
    "mean_score_5": (14, 4, 3.5),
    "mean_score_10": (8, 1, 8),
    "mean_score_100": (159, 2, 79.5),
    "satisfaction_answers": (6, None, 6),  # 1, 2, 3 of one wave, 1 of another on that day, and two without number
    "response_rate": (3, 4, 75),
    "cash_received": (800, None, 800),
    "cash_received_per_1000": (800, 1500, 8 / 15),
    "goods_value": (250.25, None, 250.25),
    "community_area": (0.85, None, 0.85),
    "goods_kinds_received": (2, None, 2),
    "goods_pieces_received": (3, None, 3),
    "gifts": (6, None, 6),
    "donors": (3, None, 3),  # d1, d2, d5; d3 has not paid, d4 gave time
    "organisation_share": (600.5, 800, 75.0625),
    "money_spent": (600.05, None, 600.05),
    "use_ratio": (
        1000.05,
        1840,
        1000.05 / 18.4,
    ),  # 1000 + 800 were given, 70 came from another fund of 甲, 30 went to one
    "fund_balance": (839.95, None, 839.95),
    "cash_transferred_in": (70, None, 70),
    "cash_transferred_out": (30, None, 30),
    "people_helped": (15, None, 15),
    "requests_received": (5, None, 5),
    "requests_finished": (4, None, 4),
    "requests_on_time_share": (2, 3, 200 / 3),  # 1 and 4 of 1, 2, 4; 3 has no due date
    "mean_days_to_finish": (3 + 10 + 0 + 4, 4, 17 / 4),
    "requests_satisfied_share": (2, 3, 200 / 3),
    "residents": (2000, None, 2000),
    "households": (800, None, 800),
}
RANGES = {
    "participation_rate": (0.05, 8.1),  # p1, p3, p4 and 159 of whom nothing is known, of 2000; p2 is said to be another
    "participants": (40, 4 + 160 - 1),  # known p1–p4; 164 attendances, of which 6 signed, one of those masked
    "volunteers_registered": (3, 4),
    "volunteers_active": (2, 3),
    "donors": (3, 4),
}
EVERY_MONTH = ("donation", "fund_use", "activity", "volunteer_service", "casework")
EXAMPLES = (Example(RECORDS, EXPECTED, RANGES), *collect(examples, Example).values())
ROWS = {record: rows for example in EXAMPLES for record, rows in example.rows.items()}
FIGURES = {id: sides for example in EXAMPLES for id, sides in example.figures.items()}
ENDS = {id: ends for example in EXAMPLES for id, ends in example.ranges.items()}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    kept_on = [cell for record in EVERY_MONTH for cell in months_of(record, ("2025-01-01", "2025-12-31"))]
    return make(tmp_path_factory.mktemp("build") / "year.duckdb", ROWS, kept_on)


def test_every_indicator_has_a_worked_example() -> None:
    assert set(FIGURES) == set(catalogue())


@pytest.mark.parametrize("id", FIGURES)
def test_the_figure_is_what_counting_by_hand_gives(build: Build, id: str) -> None:
    figure = only_figure(build, id, year(2025))
    numerator, denominator, value = FIGURES[id]
    assert (figure.numerator, figure.denominator) == (numerator, denominator)
    assert figure.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("id", ENDS)
def test_what_cannot_be_known_is_a_range(build: Build, id: str) -> None:
    figure = only_figure(build, id, year(2025))
    assert (figure.low, figure.high) == ENDS[id]
    assert figure.value == figure.low
