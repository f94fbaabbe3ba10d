"""Rice restocked in June, towels without a stock, a ticket of one month; what went is in redemption.py."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "voucher": [
            {"voucher": "大米", "price_points": 1, "stock": 3, "offered_on": "2025-01-01"},
            {"voucher": "大米", "price_points": 1, "stock": 10, "offered_on": "2025-06-01"},
            {"voucher": "毛巾", "price_points": 8, "offered_on": "2025-01-01", "offered_to": "2026-06-30"},
            {
                "voucher": "电影票",
                "price_points": 1,
                "stock": 5,
                "offered_on": "2025-03-01",
                "offered_to": "2025-03-31",
            },
        ]
    },
    figures={
        "vouchers_on_offer": (2, None, 2),  # rice and towels on the last day
        "vouchers_left": (8, None, 8),  # 10 − 2 of rice: four of the first three went, one of them beyond the stock
    },
)
