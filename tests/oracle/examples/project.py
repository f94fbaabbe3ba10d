"""Projects on lists of the end of 2024 and of 2025: the old list ends before the year, one project stands on two lists, one was turned down."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "project": [
            {"version_on": "2024-10-01", "title": "旧项目", "status": "实施中"},
            {"version_on": "2025-01-01", "title": "食堂", "status": "已立项"},
            {"version_on": "2025-01-01", "title": "车站", "status": "未支持"},
            {"version_on": "2025-10-01", "title": "食堂", "status": "实施中"},
            {"version_on": "2025-10-01", "title": "书香"},
            {"version_on": "2026-01-01", "title": "明年", "status": "已立项"},
        ]
    },
    figures={
        "projects_listed": (2, None, 2),  # those of October; 车站 stood on the list before it
        "projects_supported": (2, None, 2),
        "lists_issued": (
            6,
            None,
            6,
        ),  # of needs in July and October, of resources in April and October, of projects in January and October
    },
)
