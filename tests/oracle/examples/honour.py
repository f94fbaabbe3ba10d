"""Honours up to the end of 2025, two of them national."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "honour": [
            {"title": "示范社区", "level": "国家级", "awarded_on": "2016-10-01"},
            {"title": "优秀案例", "level": "国家级", "awarded_on": "2025-10-01"},
            {"title": "优秀项目", "level": "省级", "rank": "二等奖", "awarded_on": "2025-10-01"},
            {"title": "以后", "level": "国家级", "awarded_on": "2026-10-01"},
        ]
    },
    figures={"honours": (3, None, 3), "honours_national": (2, None, 2)},
)
