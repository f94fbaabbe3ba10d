"""Orders at every step: done and rated, done and not rated, on hand, rated out of ten, called off, and of another year."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "service_order": [
            {
                "ordered_on": "2024-12-30",
                "dispatched_on": "2024-12-30",
                "accepted_on": "2025-01-02",
                "completed_on": "2025-01-05",
                "rated_on": "2025-01-06",
                "rating": 5,
                "scale": 5,
            },
            {
                "ordered_on": "2025-02-01",
                "dispatched_on": "2025-02-02",
                "accepted_on": "2025-02-02",
                "completed_on": "2025-02-10",
                "rating": 3,
            },
            {"ordered_on": "2025-03-01", "accepted_on": "2025-03-01", "completed_on": "2025-03-03"},
            {
                "ordered_on": "2025-04-01",
                "dispatched_on": "2025-04-01",
                "accepted_on": "2025-04-06",
                "completed_on": "2026-01-04",
                "rated_on": "2025-05-01",
                "rating": 9,
                "scale": 10,
            },
            {"ordered_on": "2025-12-31", "dispatched_on": "2025-12-31"},
            {"ordered_on": "2025-06-01", "progress": "已取消"},
        ]
    },
    figures={
        "orders_placed": (5, None, 5),
        "orders_dispatched": (3, None, 3),
        "orders_accepted": (4, None, 4),
        "orders_completed": (3, None, 3),  # the fourth is done in 2026
        "order_completion_rate": (3, 5, 60),
        "mean_days_to_accept": (3 + 1 + 0 + 5, 4, 9 / 4),
        "mean_order_rating": (8, 2, 4),  # the second is dated by its completion; nine of ten is no star
        "orders_satisfied_share": (2, 3, 200 / 3),
    },
)
