"""Three people recognised, one of them twice, one who left, one masked, one of the next year."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "resident_leader": [
            {"person_key": "a", "role": "议事骨干", "recognised_on": "2021-03-01"},
            {"person_key": "a", "role": "志愿骨干", "recognised_on": "2025-03-01"},
            {"person_key": "b", "role": "文化骨干", "recognised_on": "2025-12-31"},
            {"person_key": "c", "role": "文化骨干", "recognised_on": "2022-05-04", "left_on": "2025-06-30"},
            {"person_key": None, "role": "产业能人", "recognised_on": "2024-05-04"},
            {"person_key": "d", "role": "产业能人", "recognised_on": "2026-01-01"},
        ]
    },
    figures={
        "leaders_recognised": (3, None, 3),  # a twice, b, c; the masked one beside them in the range
        "resident_leaders": (2, None, 2),  # c has left
    },
    ranges={"leaders_recognised": (3, 4), "resident_leaders": (2, 3)},
)
