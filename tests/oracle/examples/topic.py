"""Topics at every stage: resolved with and without evidence, in hand, voted down, and resolved in another year."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "topic": [
            {
                "title": "照明",
                "proposed_on": "2024-12-01",
                "voted_on": "2025-01-05",
                "done_on": "2025-01-30",
                "evidence": "验收单",
            },
            {
                "title": "垃圾",
                "proposed_on": "2025-02-01",
                "voted_on": "2025-02-20",
                "vote_result": "通过",
                "done_on": "2025-03-03",
                "evidence": "照片",
            },
            {"title": "用餐", "proposed_on": "2025-03-01", "done_on": "2025-04-01"},
            {
                "title": "停车",
                "proposed_on": "2025-03-01",
                "voted_on": "2025-03-09",
                "vote_result": "未通过",
                "done_on": "2025-03-20",
                "evidence": "会议记录",
            },
            {"title": "祠堂", "proposed_on": "2025-10-01"},
            {"title": "往年", "proposed_on": "2023-10-01", "done_on": "2023-11-01", "evidence": "公示"},
        ]
    },
    figures={
        "topics_raised": (4, None, 4),
        "topics_resolved": (2, None, 2),  # 用餐 was done without evidence, 停车 was voted down
        "topic_resolution_rate": (3, 6, 50),
        "topics_open": (2, None, 2),  # 用餐 and 祠堂; 停车 was voted down
        "topics_passed": (2, None, 2),
        "mean_days_to_resolve": (60 + 30, 2, 45),
    },
)
