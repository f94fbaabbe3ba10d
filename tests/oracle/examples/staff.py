"""Eight people of whom five are certified, one who left, one certified later, one without the day of the certificate."""

from tests.support.examples import Example

JOINED = {"joined_on": "2019-01-01", "employer": "社区", "person_key": "p"}
EXAMPLE = Example(
    rows={
        "staff": [
            {**JOINED, "certificate": "社会工作师", "certified_on": "2021-09-01"},
            {**JOINED, "certificate": "社会工作师", "certified_on": "2022-09-01"},
            {**JOINED, "certificate": "助理社会工作师", "certified_on": "2020-09-01"},
            {**JOINED, "certificate": "助理社会工作师"},
            {**JOINED, "certificate": "助理社会工作师", "certified_on": "2025-12-31"},
            {**JOINED, "certificate": "助理社会工作师", "certified_on": "2026-01-01"},
            {**JOINED, "certificate": "无"},
            {**JOINED},
            {**JOINED, "certificate": "社会工作师", "certified_on": "2020-09-01", "left_on": "2025-06-30"},
        ]
    },
    figures={
        "staff": (8, None, 8),
        "staff_certified": (5, None, 5),
        "staff_intermediate": (2, None, 2),
        "staff_assistant": (3, None, 3),  # one of them without the day, one who gets it on the last day
        "certified_share": (5, 8, 62.5),
    },
)
