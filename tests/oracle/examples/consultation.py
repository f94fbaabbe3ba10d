"""Meetings of two ledgers: one in both, one only minuted, and those that the activities of the year hold alone."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "consultation": [
            {
                "title": "村道照明",
                "held_on": "2025-06-01",
                "headcount": 15,
                "cadres_count": 2,
                "representatives_count": 10,
            },
            {"title": "场地使用", "held_on": "2025-07-20", "backbones_count": 18, "method": "举手表决"},
            {"title": "往年", "held_on": "2024-07-20", "headcount": 99},
        ]
    },
    figures={
        # 村道照明 in both ledgers, 场地使用 in the minutes, 祠堂议事 in the activities; the market is none
        "deliberation_meetings": (3, None, 3),
        "deliberation_attendances": (15 + 18 + 10, None, 43),  # of 村道照明 15 in the minutes, 12 in the activities
    },
)
