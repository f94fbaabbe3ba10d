"""Goods handed out: valued and not, in portions and in bags, to two people known, one of them twice, to one masked, to a school; and in another year."""

from tests.support.examples import Example

EXAMPLE = Example(
    rows={
        "distribution": [
            {"given_on": "2025-02-03", "goods": "大米", "quantity": 10, "value_yuan": "30.50", "recipient_key": "a"},
            {"given_on": "2025-02-03", "goods": "礼包", "quantity": 2, "quantity_unit": "份", "recipient_key": "a"},
            {"given_on": "2025-03-03", "goods": "礼包", "quantity": 3, "quantity_unit": "份", "recipient_key": "b"},
            {"given_on": "2025-03-03", "goods": "礼包", "quantity": 4, "quantity_unit": "袋", "helped_count": 4},
            {
                "given_on": "2025-03-03",
                "goods": "图书",
                "quantity": 9,
                "recipient_key": "c",
                "recipient_name": "例禾幼儿园",
                "recipient_nature": "单位",
            },
            {"given_on": "2024-02-03", "goods": "棉被", "quantity": 1, "quantity_unit": "份", "value_yuan": "99.00"},
        ]
    },
    figures={
        "distributions": (5, None, 5),
        "distributed_value": (30.5, None, 30.5),
        "goods_kinds_distributed": (3, None, 3),
        "goods_pieces_distributed": (5, None, 5),  # what is counted in bags, or in no unit, is not added
        "people_given_goods": (2, None, 2),
    },
    ranges={"people_given_goods": (2, 6)},
)
