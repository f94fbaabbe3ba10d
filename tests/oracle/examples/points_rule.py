"""Points under two rules, one of them from July on with a limit, and what is redeemed; services, gifts, sign-ins and requests are those of the year."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "points_rule": [
            {"effective_on": "2024-01-01", "item": "志愿服务", "points": 2, "star_points": 9},
            {"effective_on": "2025-02-01", "item": "志愿服务", "points": 1, "most_hours": 3, "star_points": 5},
            {"effective_on": "2025-01-01", "item": "捐赠物资", "points": 2, "star_points": 9},
            {"effective_on": "2025-01-01", "item": "参加活动", "points": 1, "star_points": 9},
            {"effective_on": "2025-01-01", "item": "参加议事会", "points": 100, "star_points": 9},
            {"effective_on": "2025-01-01", "item": "反映问题", "points": 3, "star_points": 9},
        ]
    },
    figures={
        # v1: 2.5 h × 2, 3 of 3.5 h × 1; v2: 2 h × 1; one masked; nobody who gave goods is said to be a person
        # four of five signed in by name at one activity and one at another, none at a council; one request has a name
        "points_entries": (5 + 1, None, 6),
        "points_entries_to_date": (5 + 1, None, 6),
        "points_awarded": (5 + 3 + 2 + 5 + 3, None, 18),
        "points_for_service": (5 + 3 + 2, None, 10),
        "star_volunteers": (1, None, 1),  # v1: 5 in January of 9, 8 in February of 5
    },
)
