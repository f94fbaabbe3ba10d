"""Resources on lists of two quarters; the newest before the end of the year is in force."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "resource": [
            {"version_on": "2025-04-01", "title": "书屋"},
            {"version_on": "2025-10-01", "title": "书屋"},
            {"version_on": "2025-10-01", "title": "义诊"},
        ]
    },
    figures={"resources_listed": (2, None, 2)},
)
