"""Two people whose income rose, one of them twice, one masked, one whose income fell, one of another year."""

from tests.support.examples import Example

DAY = {"measured_on": "2025-12-20", "income_before_yuan": "20000", "income_after_yuan": "26000"}
EXAMPLE = Example(
    rows={
        "income_change": [
            {**DAY, "person_key": "a"},
            {**DAY, "person_key": "a", "project": "文旅接待"},
            {**DAY, "person_key": "b", "income_after_yuan": "20100"},
            {**DAY, "person_key": None},
            {**DAY, "person_key": "c", "income_after_yuan": "20000"},
            {**DAY, "person_key": "d", "income_after_yuan": "15000"},
            {**DAY, "person_key": "e", "measured_on": "2024-12-20"},
        ]
    },
    figures={"people_with_income_gain": (2, None, 2)},
    ranges={"people_with_income_gain": (2, 3)},
)
