"""Needs that found a resource in the year, after it, and not at all."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "relief_case": [
            {"registered_on": "2024-11-05", "need": "辅具", "linked_on": "2025-01-05", "resource": "捐赠物资"},
            {"registered_on": "2025-03-05", "need": "助学", "linked_on": "2025-04-01", "resource": "慈善资金"},
            {"registered_on": "2025-03-05", "need": "就业"},
            {"registered_on": "2025-11-05", "need": "医疗", "linked_on": "2026-01-05", "resource": "政府救助"},
        ]
    },
    figures={"relief_needs": (3, None, 3), "relief_link_rate": (2, 4, 50)},
)
