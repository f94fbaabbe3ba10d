"""Two people with three wishes fulfilled, one of nobody known, one claimed only, one of another year."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "wish": [
            {"person_key": "a", "item": "辅具", "collected_on": "2024-12-20", "fulfilled_on": "2025-01-05"},
            {"person_key": "a", "item": "食品", "collected_on": "2025-01-20", "fulfilled_on": "2025-02-05"},
            {"person_key": "b", "item": "食品", "collected_on": "2025-01-20", "fulfilled_on": "2025-02-05"},
            {"person_key": None, "item": "食品", "collected_on": "2025-03-20", "fulfilled_on": "2025-03-25"},
            {"person_key": "c", "collected_on": "2025-11-01", "claimed_on": "2025-11-20"},
            {"person_key": "d", "collected_on": "2023-01-01", "fulfilled_on": "2023-02-01"},
        ]
    },
    figures={
        "wishes_raised": (4, None, 4),
        "wishes_fulfilled": (4, None, 4),
        "people_with_wishes": (2, None, 2),  # a has two wishes
        "wish_fulfilment_rate": (5, 6, 500 / 6),
    },
    ranges={"people_with_wishes": (2, 3)},
)
