"""Goods handed out: valued and not, and in another year."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "distribution": [
            {"given_on": "2025-02-03", "goods": "大米", "quantity": 10, "value_yuan": "30.50"},
            {"given_on": "2025-02-03", "goods": "棉被", "quantity": 2},
            {"given_on": "2024-02-03", "goods": "大米", "quantity": 10, "value_yuan": "99.00"},
        ]
    },
    figures={"distributions": (2, None, 2), "distributed_value": (30.5, None, 30.5)},
)
