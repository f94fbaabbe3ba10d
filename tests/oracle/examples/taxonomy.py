"""A taxonomy from February on: an activity of two terms counts once, one before it and those of no term do not count."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "taxonomy": [
            {"effective_on": "2025-02-01", "scheme": "两体系", "term": "服务", "matched_on": "板块", "word": "老人"},
            {
                "effective_on": "2025-02-01",
                "scheme": "两体系",
                "term": "服务",
                "matched_on": "活动名称",
                "word": "义诊",
            },
            {
                "effective_on": "2025-02-01",
                "scheme": "两体系",
                "term": "发展",
                "matched_on": "服务方法",
                "word": "社区活动",
            },
            {
                "effective_on": "2025-02-01",
                "scheme": "两体系",
                "term": "发展",
                "matched_on": "服务方法",
                "word": "小组",
            },
            {
                "effective_on": "2025-02-01",
                "scheme": "五社",
                "term": "社会组织",
                "matched_on": "协办单位",
                "word": "医院",
            },
        ]
    },
    figures={
        # the free clinic of February, which is of both terms, two sessions of the group, and the day held with a hospital
        "classified_activities": (4, None, 4),
    },
)
