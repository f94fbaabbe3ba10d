"""Four decisions of 2025: one that a payment names, one turned down by its votes, one after the payment, one of the supervisors."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "fund_decision": [
            {"decision_no": "一号", "decided_on": "2025-05-01", "subject": "修缮", "amount_yuan": "450"},
            {
                "decided_on": "2025-01-05",
                "subject": "心愿",
                "project": "心愿",
                "amount_yuan": "80",
                "present_count": 5,
                "votes_for": 2,
            },
            {"decided_on": "2025-08-01", "subject": "食堂", "project": "食堂", "amount_yuan": "300.50", "votes_for": 4},
            {"decided_on": "2025-12-31", "subject": "账目", "body": "监督委员会", "amount_yuan": "7"},
            {"decided_on": "2026-01-01", "subject": "食堂", "project": "食堂", "amount_yuan": "9"},
        ]
    },
    figures={
        "fund_decisions": (4, None, 4),
        "fund_decided_amount": (750.5, None, 750.5),
        # 500.10 of 500.10 + 99.90 + 0.05; what was spent before the first decision, and what went to a community, is no part of it
        "decided_spending_share": (500.1, 600.05, 500.1 / 600.05 * 100),
    },
)
