"""What decisions say of payments, worked out by hand: decided, beyond the amount, decided later, not at all."""

from datetime import date
from pathlib import Path

from indicators.engine import figures
from indicators.model import Filters
from tests.support.builds import Rows, make
from wording import states

DECISIONS: Rows = [
    {"decided_on": "2025-01-10", "subject": "食堂", "project": "食堂", "amount_yuan": "1000", "fund": "甲基金"},
    {"decided_on": "2025-03-10", "subject": "食堂", "project": "食堂", "amount_yuan": "500"},
    {"decided_on": "2025-02-01", "subject": "心愿", "project": "心愿"},
    {"decided_on": "2025-09-01", "subject": "助学", "project": "助学", "amount_yuan": "50"},
    {
        "decision_no": "七号",
        "decided_on": "2025-06-01",
        "subject": "修缮",
        "amount_yuan": "10",
        "vote_result": "未通过",
    },
]


def payment(used_on: str, yuan: int, project: str | None = None, **cells: str) -> dict[str, object]:
    return {"used_on": used_on, "amount_yuan": str(yuan), "project": project, "fund": "甲基金", **cells}


USES: Rows = [
    payment("2024-12-31", 1, "食堂"),
    payment("2025-02-01", 900, "食堂"),
    payment("2025-02-02", 200, "食堂"),
    payment("2025-03-11", 400, "食堂"),
    payment("2025-03-12", 1, "食堂", fund="乙基金"),
    payment("2025-03-01", 99999, "心愿"),
    payment("2025-08-31", 50, "助学"),
    payment("2025-08-31", 5, "食堂", decision_no="七号"),
    payment("2025-08-31", 5),
]


def test_a_payment_is_set_against_the_decisions_before_it(tmp_path: Path):
    build = make(tmp_path / "year.duckdb", {"fund_decision": DECISIONS, "fund_use": USES})

    standings = build.rows("select row_no, standing from decided_spending order by row_no")
    before = Filters(("甲",), date(2024, 12, 1), date(2024, 12, 31))

    assert states.word(figures(build, ["decided_spending_share"], before)[0]) == "未登记"
    assert standings == [
        (3, "有决议"),
        (4, "超出决议金额"),  # 1,100 of 1,000
        (5, "有决议"),  # 1,500 of 1,500
        (6, "有决议"),  # the second decision names no fund
        (7, "有决议"),  # a decision without an amount
        (8, "决议在后"),
        (9, "没有决议"),  # it names one that did not pass
        (10, "没有决议"),
    ]
