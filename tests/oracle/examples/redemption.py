"""Redemptions in 2025, one of nobody named, one beyond the stock and two of what is not on the catalogue (voucher.py), and one before."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "redemption": [
            {"redeemed_on": "2024-10-01", "person_key": "v3", "redeemed_points": 10},
            {"redeemed_on": "2025-03-01", "person_key": "v1", "voucher": "大米", "pieces": 4, "redeemed_points": 3},
            {"redeemed_on": "2025-03-02", "person_key": None, "voucher": "电影票", "redeemed_points": 1},
            {"redeemed_on": "2025-06-01", "person_key": "v1", "voucher": "大米", "pieces": 2, "redeemed_points": 2},
            {"redeemed_on": "2025-04-01", "person_key": "v1", "voucher": "电影票", "redeemed_points": 1},
            {"redeemed_on": "2025-08-01", "person_key": "v1", "voucher": "图书", "redeemed_points": 1},
        ]
    },
    figures={
        "points_redeemed": (8, None, 8),
        "points_balance": (18 + 18 - 10 - 8, None, 18),  # 9 h × 2 of v3 in 2024
        "vouchers_redeemed": (4 + 1 + 2 + 1 + 1, None, 9),
    },
)
