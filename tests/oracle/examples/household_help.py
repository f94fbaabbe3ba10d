"""Two households with three orders, one of a household nobody named."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "household_help": [
            {
                "household_key": "a",
                "ordered_on": "2025-01-05",
                "company_yuan": "10.50",
                "project_yuan": "20",
                "self_yuan": "30",
            },
            {
                "household_key": "a",
                "ordered_on": "2025-02-05",
                "company_yuan": "5",
                "project_yuan": "0",
                "self_yuan": "1.25",
            },
            {"household_key": "b", "ordered_on": "2025-02-05", "company_yuan": "5", "project_yuan": "4"},
            {
                "household_key": None,
                "ordered_on": "2025-03-05",
                "company_yuan": "1",
                "project_yuan": "1",
                "self_yuan": "1",
            },
            {
                "household_key": "c",
                "ordered_on": "2024-03-05",
                "company_yuan": "9",
                "project_yuan": "9",
                "self_yuan": "9",
            },
        ]
    },
    figures={
        "households_helped": (2, None, 2),
        "help_orders": (4, None, 4),
        "company_subsidies": (21.5, None, 21.5),
        "project_subsidies": (25, None, 25),
        "self_payments": (32.25, None, 32.25),
    },
    ranges={"households_helped": (2, 3)},
)
