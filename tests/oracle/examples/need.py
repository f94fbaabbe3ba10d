"""Needs on lists of three quarters: the newest before the end of the year is in force, one of next year is not yet."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "need": [
            {"version_on": "2025-07-01", "title": "助餐"},
            {"version_on": "2025-07-01", "title": "托管", "resource": "书屋"},
            {"version_on": "2025-10-01", "title": "助餐", "project": "幸福食堂"},
            {"version_on": "2025-10-01", "title": "陪诊"},
            {"version_on": "2025-10-01", "title": "托管", "resource": "书屋", "project": "四点半"},
            {"version_on": "2026-01-01", "title": "陪诊"},
        ]
    },
    figures={
        "needs_listed": (3, None, 3),
        "needs_unmatched": (1, None, 1),  # 陪诊; 助餐 found a project by then
        "need_match_rate": (2, 3, 200 / 3),
    },
)
