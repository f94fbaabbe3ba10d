"""Organisations on the last day of 2025: founded before, dissolved, incubated, and founded later."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "social_organisation": [
            {"full_name": "舞蹈队", "founded_on": "2014-05-01", "incubator": "社工中心"},
            {"full_name": "书法社", "founded_on": "2025-12-31", "incubator": "社工中心"},
            {"full_name": "商会", "founded_on": "2020-01-01"},
            {"full_name": "旧社", "founded_on": "2015-01-01", "ended_on": "2025-12-31", "incubator": "社工中心"},
            {"full_name": "新社", "founded_on": "2026-01-01"},
        ]
    },
    figures={"organisations": (3, None, 3), "organisations_incubated": (2, None, 2)},
)
