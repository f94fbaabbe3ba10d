"""Two redemptions in 2025, one of them of nobody named, and one before."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "redemption": [
            {"redeemed_on": "2024-10-01", "person_key": "v3", "redeemed_points": 10},
            {"redeemed_on": "2025-03-01", "person_key": "v1", "redeemed_points": 3},
            {"redeemed_on": "2025-03-02", "person_key": None, "redeemed_points": 1},
        ]
    },
    figures={
        "points_redeemed": (4, None, 4),
        "points_balance": (10 + 18 - 10 - 4, None, 14),  # 9 h × 2 of v3 in 2024
    },
)
