"""Three venues in use on the last day, one of unknown size, one opened in the year, one closed and one not open yet."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "venue": [
            {"name": "甲站", "area_m2": 150, "opened_on": "2022-03-05", "invested_yuan": "100000"},
            {"name": "乙食堂", "area_m2": 80.5, "opened_on": "2025-12-31", "invested_yuan": "20000.50"},
            {"name": "丙花园", "opened_on": "2025-05-01", "invested_yuan": "300"},
            {"name": "丁室", "area_m2": 40, "opened_on": "2019-05-01", "closed_on": "2025-12-31"},
            {"name": "戊室", "area_m2": 40, "opened_on": "2026-01-01", "invested_yuan": "5"},
        ]
    },
    figures={
        "venues": (3, None, 3),
        "venue_area": (230.5, None, 230.5),
        "venue_investment": (20300.5, None, 20300.5),
    },
)
